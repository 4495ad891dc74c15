/** Every code that the reader or the rules give: a workbook that triggers it and one that nearly does. */
import { ISSUE_SEVERITY } from '../../../src/rules';
import { ISSUE_GROUPS } from '../../../src/text/issues';
import { issuesOf, placed, spoiled, type Spoiling } from './base';
import type { SheetCells } from '../../../src/sheets/cells';
import { readFile } from '../../sieve/doors';
import { sheetwise } from '../../sieve/sheetwise';
import { FAULTS } from './faults';
import { CELL_PAIRS } from './pairs/cells';
import { OUTCOME_PAIRS } from './pairs/outcome';
import { RULE_PAIRS } from './pairs/rules';
import { SILENCE_PAIRS } from './pairs/silence';
import { STRUCTURE_PAIRS } from './pairs/structure';

const PAIRS = [...STRUCTURE_PAIRS, ...SILENCE_PAIRS, ...CELL_PAIRS, ...RULE_PAIRS, ...OUTCOME_PAIRS];

/** Given by the comparison of many workbooks, by the doors, and with the papers: proven elsewhere. */
const GIVEN_ELSEWHERE: ReadonlySet<string> = new Set([
  ...Object.keys(ISSUE_GROUPS.board),
  ...Object.keys(ISSUE_GROUPS.papers),
]);

/** The issues of a spoiled workbook; none of them says one thing of one cell twice. */
function issuesIn(spoil: Spoiling): string[] {
  const issues = issuesOf(spoiled(spoil));
  const said = issues.map(
    (found) => `${placed(found)} ${found.unit ?? ''} ${found.criterion ?? ''} ${found.award ?? ''}`,
  );
  expect(new Set(said).size).toBe(said.length);
  return sorted(issues.map(placed));
}

const sorted = (texts: readonly string[]): string[] => [...texts].sort();

test('the sound workbook has nothing to say', () => {
  expect(issuesOf(spoiled({}))).toEqual([]);
});

test('every code has its pair', () => {
  const codes = Object.keys(ISSUE_SEVERITY).filter((code) => !GIVEN_ELSEWHERE.has(code));
  expect(codes.filter((code) => !PAIRS.some((pair) => pair.code === code))).toEqual([]);
});

test('every code is found in a file that our own writer did not make', async () => {
  const met = new Map<string, SheetCells>();
  const once = (sheet: SheetCells): SheetCells => {
    const text = JSON.stringify([sheet, [...sheet.hiddenRows], [...sheet.hiddenColumns]]);
    if (!met.has(text)) met.set(text, sheet);
    return met.get(text) ?? sheet;
  };
  const reading = sheetwise(readFile);
  const lacking = new Set<string>(PAIRS.map(({ code }) => code));
  for (const { code, fires } of PAIRS) {
    if (!lacking.has(code)) continue;
    const cells = spoiled(fires);
    const read = await reading({ ...cells, sheets: cells.sheets.map(once) });
    if (issuesOf(read).some((found) => found.code === code)) lacking.delete(code);
  }
  expect([...lacking]).toEqual([]);
});

describe.each(PAIRS)('$code: $what', ({ code, fires, issues, nearly, instead = [] }) => {
  test('fires, at these cells and nowhere else', () => {
    expect(issuesIn(fires)).toEqual(sorted(issues));
    expect(issues.some((found) => found.split(' ')[0] === code)).toBe(true);
  });
  test('nearly', () => {
    expect(issuesIn(nearly)).toEqual(sorted(instead));
    expect(instead.some((found) => found.startsWith(`${code} `))).toBe(false);
  });
});

test.each(FAULTS)('$fault', ({ spoil, issues }) => {
  expect(issuesIn(spoil)).toEqual(sorted(issues));
});
