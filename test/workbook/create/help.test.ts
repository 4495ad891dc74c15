/** A new workbook explains itself: every column and closed word in `Hướng dẫn`, a hint at every header, a list wherever words are closed. */
import { MINH_HOA } from '../../../src/regulations';
import { createWorkbook } from '../../../src/workbook/create';
import { columnHelps, SETTING_HELP } from '../../../src/workbook/column-help';
import * as layout from '../../../src/workbook/layout';
import { OUTPUT_SHEETS, SETTING_ROWS, SHEETS, type SheetKey } from '../../../src/workbook/layout';
import type { SheetPlan, Validation } from '../../../src/sheets/plan';

const plansOf = (kind: 'khối' | 'cụm'): SheetPlan[] =>
  createWorkbook(MINH_HOA, [{ name: 'Sở Một' }, { name: 'Sở Hai' }], { content: { info: { kind } } });
const PLANS = plansOf('khối');
const sheetNamed = (name: string, plans = PLANS): SheetPlan => {
  const found = plans.find((plan) => plan.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
const textAt = (plan: SheetPlan, row: number, column: number): string => {
  const value = plan.rows[row]?.cells[column]?.value;
  return typeof value === 'string' ? value : '';
};
const columns = (Object.keys(SHEETS) as SheetKey[]).flatMap((sheet) =>
  Object.entries(SHEETS[sheet].columns).map(([key, { header }]) => ({ sheet, key, header })),
);
const helpOf = (sheet: SheetKey, key: string) => new Map(columnHelps(sheet)).get(key);

/** The header row of an input sheet and the column of a header in it. */
function headerAt(plan: SheetPlan, header: string): { readonly row: number; readonly column: number } {
  const row = plan.rows.findIndex(({ cells }) => cells.some((cell) => cell?.style === 'header'));
  return { row, column: plan.rows[row]?.cells.findIndex((cell) => cell?.value === header) ?? -1 };
}
const covers = ({ area }: Validation, row: number, column: number): boolean =>
  area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;

/** What a column's cells hold, as the layout's closed lists: a column that is here must offer a list. */
const CLOSED: readonly (readonly [SheetKey, string, layout.Words<string>])[] = [
  ['criteria', 'counts', layout.COUNTS_TOWARD],
  ['criteria', 'way', layout.WAY_WORDS],
  ['criteria', 'na', layout.CRITERION_NA],
  ['criteria', 'evidence', layout.YES_NO],
  ['awards', 'rounding', layout.ROUNDINGS],
  ['awards', 'cutoff', layout.CUTOFF_POLICIES],
  ['awards', 'unused', layout.UNUSED_PLACES],
  ['bands', 'rounding', layout.ROUNDINGS],
  ['bands', 'cutoff', layout.CUTOFF_POLICIES],
  ['conditions', 'op', layout.OPERATORS],
  ['conditions', 'effect', layout.EFFECTS],
  ['conditions', 'field', layout.PLAIN_FIELDS],
  ['attendees', 'attendance', layout.ATTENDANCE],
  ['decisions', 'kind', layout.DECISION_KINDS],
];
const CLOSED_RULES: readonly (readonly [keyof typeof SETTING_ROWS, layout.Words<string>])[] = [
  ['rankingLevel', layout.LEVELS],
  ['blankAtRanking', layout.BLANK_AT_RANKING],
  ['notApplicable', layout.NA_TREATMENTS],
  ['unusedPlaces', layout.UNUSED_PLACES],
  ['oneAwardPerUnit', layout.YES_NO],
  ['evidenceRequired', layout.YES_NO],
  ['remarkRequired', layout.YES_NO],
];
/** Columns whose words are codes of the workbook itself: their lists come from its cells. */
const FROM_CELLS: readonly (readonly [SheetKey, string])[] = [
  ['data', 'unit'],
  ['ballots', 'unit'],
  ['attendees', 'unit'],
  ['awards', 'fallback'],
  ['awards', 'excludes'],
  ['conditions', 'scope'],
  ['ballots', 'ballot'],
  ['decisions', 'scope'],
];
const firsts = (words: layout.Words<string>): string[] => Object.values(words).map(([first]) => first);

test('every closed list of the layout is somewhere in this test, or stands inside a cell among other words', () => {
  const inside = new Set<unknown>([
    layout.CODED_FIELDS,
    layout.BALLOT_BASES,
    layout.QUOTA_BASES,
    layout.TIE_DIRECTIONS,
    layout.TASK_GRADES,
    layout.BLOC_KINDS,
  ]);
  const listed = new Set<unknown>([...CLOSED.map(([, , words]) => words), ...CLOSED_RULES.map(([, words]) => words)]);
  const isWords = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((list) => Array.isArray(list) && list.every((word) => typeof word === 'string'));
  const missing = Object.entries(layout).filter(
    ([name, value]) =>
      isWords(value) &&
      !listed.has(value) &&
      !inside.has(value) &&
      name !== 'RATIO_PARTS' &&
      name !== 'TOTAL_ROW_WORDS',
  );
  expect(missing.map(([name]) => name)).toEqual([]);
});

test.each(CLOSED)('%s, %s: a drop-down of its words, each explained', (sheet, key, words) => {
  const plan = sheetNamed(SHEETS[sheet].name);
  const { row, column } = headerAt(
    plan,
    (SHEETS[sheet].columns as Readonly<Record<string, { header: string }>>)[key]?.header ?? '',
  );
  const list = plan.validations.find((validation) => validation.kind === 'list' && covers(validation, row + 1, column));
  expect(list?.kind === 'list' ? list.items : null).toEqual(expect.arrayContaining(firsts(words)));
  expect(helpOf(sheet, key)?.words?.map(([word]) => word)).toEqual(expect.arrayContaining(firsts(words)));
});

test.each(FROM_CELLS)('%s, %s: a drop-down from the cells of the workbook', (sheet, key) => {
  const plan = sheetNamed(SHEETS[sheet].name);
  const { row, column } = headerAt(
    plan,
    (SHEETS[sheet].columns as Readonly<Record<string, { header: string }>>)[key]?.header ?? '',
  );
  expect(
    plan.validations.filter((validation) => validation.kind === 'listFrom' && covers(validation, row + 1, column)),
  ).toHaveLength(1);
});

test.each(CLOSED_RULES)('rule %s: a drop-down of its words, each explained', (name, words) => {
  const plan = sheetNamed(SHEETS.settings.name);
  const row = plan.rows.findIndex(({ cells }) => cells[0]?.value === SETTING_ROWS[name]);
  const list = plan.validations.find((validation) => validation.kind === 'list' && covers(validation, row, 1));
  expect(list?.kind === 'list' ? list.items : null).toEqual(firsts(words));
  expect(SETTING_HELP[name].words?.map(([word]) => word)).toEqual(firsts(words));
});

test('Hướng dẫn explains every column, every rule and every word, and no text of it is empty', () => {
  const guide = sheetNamed(OUTPUT_SHEETS.guide);
  const rows = guide.rows.map((_, index) => [textAt(guide, index, 1), textAt(guide, index, 2)] as const);
  for (const { sheet, key, header } of columns) {
    const help = helpOf(sheet, key);
    expect(rows).toContainEqual([`Cột “${header}”`, help?.text]);
    for (const pair of help?.words ?? []) expect(rows).toContainEqual([...pair]);
  }
  for (const [name, { text, words = [] }] of Object.entries(SETTING_HELP)) {
    expect(rows).toContainEqual([`Quy tắc “${SETTING_ROWS[name as keyof typeof SETTING_ROWS]}”`, text]);
    for (const pair of words) expect(rows).toContainEqual([...pair]);
  }
  expect(rows.filter(([word, text]) => word !== '' && text === '')).toEqual([]);
});

test('every header of every input sheet says what its column is for, in at most 255 characters', () => {
  for (const { sheet, key, header } of columns) {
    const plan = sheetNamed(SHEETS[sheet].name);
    const { row, column } = headerAt(plan, header);
    const hint = plan.validations.find((validation) => validation.kind === 'hint' && covers(validation, row, column));
    expect([header, hint?.message]).toEqual([header, helpOf(sheet, key)?.text]);
    expect(hint?.message.length).toBeLessThanOrEqual(255);
  }
});

test('in a cluster’s workbook neither says khối', () => {
  const said = plansOf('cụm').flatMap((plan) => [
    ...plan.validations.map(({ message }) => message),
    ...plan.rows.flatMap(({ cells }) => cells.map((cell) => String(cell?.value ?? ''))),
  ]);
  expect(said.filter((text) => /khối/iu.test(text))).toEqual([]);
});
