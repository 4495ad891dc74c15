/** A new workbook from a standard one: next year's, or one with the same rules and other units. */
import { asksTaskGrade } from '../rules/conditions/attributes';
import { isTaskGradeHeader } from '../rules/model/words';
import type { Place, SettingName, Unit } from '../rules';
import type { WrittenAttribute, WrittenSetting, WrittenValue } from '../regulations';
import { cellAt, type Cell, type WorkbookCells } from '../sheets/cells';
import { blocWord } from '../text';
import { nextYearText } from '../text/next-year';
import { workbookOf } from './create';
import { codedUnits, type CodedUnit, type FullContent, type WrittenUnit } from './create-content';
import type { Judgement } from './judgement';
import { levelsOf } from '../rules/score/levels';
import { BLOC_KINDS, PROPOSED, SETTING_ROWS, TASK_GRADES, YES_NO, type SheetKey } from './layout';
import type { PaperSize, SheetPlan } from '../sheets/plan';
import { entryOf } from './read/cell';
import { shownText } from '../sheets/shown-cell';
import { Reader } from './read/reader';
import { codeText, fold } from '../base/folding';

/** What the old workbook does not say, or says otherwise than the new one should. */
export interface GivenInfo {
  readonly name?: string;
  readonly year?: string;
}

/**
 * Rules, criteria, units and attribute columns as written; leader and deputy as recorded for next
 * year; no scores, data, ballots, decisions. What was true of the past year stays as columns of its
 * own: the task grade, and each award. Who was proposed for it is not yet who has it: the column says
 * "đề nghị" until the council has decided, and no condition takes that for an answer. Conditions on
 * "… năm 2024" ask for 2025 next year.
 */
export function nextYearWorkbook(judgement: Judgement, paper?: PaperSize, given: GivenInfo = {}): SheetPlan[] {
  const { book, cells } = judgement;
  const { info, units } = book;
  const written = given.year ?? (/^\d+$/.test(info.year) ? String(Number(info.year) + 1) : '');
  const past = [...pastGrade(judgement), ...pastAwards(judgement)];
  const rolled = rolledHeaders(units);
  const kept = attributesOf(units).filter(({ header }) => !past.some((column) => fold(column.header) === fold(header)));
  const known = new Set([...kept, ...past].map(({ header }) => fold(header)));
  const added = [...rolled.values()].filter((header) => !known.has(fold(header)));
  return workbookOf(
    {
      ...keptContent(judgement, rolled),
      info: {
        ...keptInfo(judgement, given),
        year: written === '' ? null : Number(written) || written,
        leader: info.nextLeader,
        deputy: info.nextDeputy,
      },
      attributes: [
        ...kept,
        ...added.map((header) => ({ header })),
        ...past.map(({ header, choices }) => ({ header, ...(choices && { choices }) })),
      ],
      units: units.map(({ id, name, attributes }): CodedUnit => ({
        code: id,
        name,
        attributes: {
          // What a year before has brought does not change any more.
          ...Object.fromEntries(
            [...attributes].flatMap(([header, entry]): [string, WrittenValue][] =>
              yearIn(header) === null
                ? []
                : [[header, writtenAgain(cellOf(cells, entry.place), entry.place, cells.date1904)]],
            ),
          ),
          ...Object.fromEntries(past.map(({ header, valueOf }) => [header, valueOf(id)])),
        },
      })),
      attendees: units.map(({ id }) => ({ unit: id })),
    },
    nextYearText('source', { year: info.year, bloc: blocWord(info).bloc }),
    paper,
  );
}

/** The same rules for other units: how a province makes thirty workbooks of one. */
export function sameRulesWorkbook(
  judgement: Judgement,
  units: readonly WrittenUnit[],
  given: GivenInfo = {},
  paper?: PaperSize,
): SheetPlan[] {
  const coded = codedUnits(units);
  return workbookOf(
    {
      ...keptContent(judgement, new Map()),
      info: {
        ...keptInfo(judgement, given),
        name: given.name ?? null,
        year: given.year === undefined ? null : Number(given.year) || given.year,
      },
      attributes: attributesOf(judgement.book.units),
      units: coded,
      attendees: coded.map(({ code }) => ({ unit: code })),
    },
    nextYearText('sameRules', { name: judgement.book.info.name }),
    paper,
  );
}

function keptInfo({ book: { info } }: Judgement, given: GivenInfo): FullContent['info'] {
  return {
    kind: info.kind === null ? null : BLOC_KINDS[info.kind][0],
    province: info.province,
    governingBody: info.governingBody,
    name: given.name ?? info.name,
    regulation: info.regulation,
  };
}

type Kept = Omit<FullContent, 'info' | 'attributes' | 'units' | 'attendees'>;

function keptContent({ book, cells }: Judgement, rolled: ReadonlyMap<string, string>): Kept {
  const reader = new Reader(cells);
  const roll = (value: WrittenValue): WrittenValue =>
    typeof value === 'string'
      ? [...rolled].reduce(
          (text, [from, to]) => (fold(text).includes(fold(from)) ? replaceFolded(text, from, to) : text),
          value,
        )
      : value;
  return {
    legalBases: book.info.legalBases,
    receivers: book.info.receivers,
    settings: writtenSettings(reader).map((setting) =>
      setting.setting === 'tieKeys' ? { ...setting, value: roll(setting.value) as WrittenSetting['value'] } : setting,
    ),
    levels: levelsOf(book).filter((level) => book.scores.some((column) => column.level === level)),
    criteria: writtenRows(reader, 'criteria', new Set(book.criteria.map(({ code, printed }) => fold(printed ?? code)))),
    awards: writtenRows(reader, 'awards'),
    conditions: writtenRows(reader, 'conditions').map((row) => ({
      ...row,
      ...('field' in row && { field: roll(row['field'] ?? null) }),
    })),
    bands: writtenRows(reader, 'bands'),
    scores: {},
    data: [],
    ballots: [],
    decisions: [],
  };
}

interface PastColumn {
  readonly header: string;
  readonly choices?: readonly string[];
  readonly valueOf: (unit: string) => WrittenValue;
}

const ofYear = (header: string, year: string): string => (year === '' ? header : `${header} năm ${year}`);

/** What the units were graded this year, where the book says so. */
function pastGrade({ book }: Judgement): PastColumn[] {
  const header = attributesOf(book.units).find(
    (attribute) =>
      isTaskGradeHeader(attribute.header) ||
      (yearIn(attribute.header) === null &&
        book.conditions.some(
          (condition) =>
            condition.field.kind === 'attribute' &&
            fold(condition.field.header) === fold(attribute.header) &&
            asksTaskGrade(condition),
        )),
  )?.header;
  if (header === undefined) return [];
  const texts = new Map(
    book.units.map(({ id, attributes }) => {
      const entry = attributes.get(header);
      return [id, entry?.kind === 'text' ? entry.text : null] as const;
    }),
  );
  return [
    {
      header: ofYear(header, book.info.year),
      choices: Object.keys(TASK_GRADES),
      valueOf: (unit) => texts.get(unit) ?? null,
    },
  ];
}

/** Who was proposed for this year's awards; with a column for number and date of the decision. */
function pastAwards({ book, evaluation }: Judgement): PastColumn[] {
  return evaluation.awards.flatMap(({ name, units, status }): PastColumn[] => {
    const header = ofYear(name, book.info.year);
    const isPending = status.startsWith('pending');
    const holders = new Set(units);
    return [
      {
        header,
        choices: [PROPOSED, YES_NO.yes[0], YES_NO.no[0]],
        // While the award is open nobody is known not to have it.
        valueOf: (unit) => (holders.has(unit) && !isPending ? PROPOSED : isPending ? null : YES_NO.no[0]),
      },
      ...(isPending || holders.size > 0 ? [{ header: nextYearText('decision', { header }), valueOf: () => null }] : []),
    ];
  });
}

/** The last year that a header names; null where it names none. */
const yearIn = (header: string): number | null => {
  const years = [...header.normalize('NFC').matchAll(/năm\s+(20\d\d)/giu)].map(([, year]) => Number(year));
  return years.length === 0 ? null : Math.max(...years);
};

/** Columns of a year, by what they are called a year later. */
function rolledHeaders(units: readonly Unit[]): ReadonlyMap<string, string> {
  return new Map(
    attributesOf(units)
      .map(({ header }) => header)
      .filter((header) => yearIn(header) !== null)
      // The latest first: 2024 becomes 2025 before 2023 becomes 2024.
      .sort((a, b) => (yearIn(b) ?? 0) - (yearIn(a) ?? 0))
      .map((header) => [
        header,
        header
          .normalize('NFC')
          .replace(/(năm\s+)(20\d\d)/giu, (_, word: string, year: string) => word + String(Number(year) + 1)),
      ]),
  );
}

/** A header in a text, written with other spaces or capitals perhaps. */
function replaceFolded(text: string, from: string, to: string): string {
  const pattern = from
    .normalize('NFC')
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('\\s+');
  return text.normalize('NFC').replace(new RegExp(pattern, 'giu'), () => to);
}

function attributesOf(units: readonly Unit[]): WrittenAttribute[] {
  return [...new Set(units.flatMap(({ attributes }) => [...attributes.keys()]))].map((header) => ({ header }));
}

/** A cell as someone would write it again; percentages as texts, so that they stay percentages. */
function writtenAgain(cell: Cell | undefined, place: Place, date1904: boolean): WrittenValue {
  const entry = entryOf(cell, place, date1904, false);
  switch (entry.kind) {
    case 'number':
      return entry.percent === true ? shownText(cell, date1904) : Number(entry.value);
    case 'date':
      return { day: entry.day };
    case 'yesno':
      return YES_NO[entry.value ? 'yes' : 'no'][0];
    case 'text':
      return entry.text;
    default:
      return null;
  }
}

function cellOf({ sheets }: WorkbookCells, { sheet, row, column }: Place): Cell | undefined {
  const found = sheets.find(({ name }) => name === sheet);
  return found && cellAt(found, row, column);
}

/** The records of a sheet by column; keys as the texts they are read as, whatever their cells hold. */
function writtenRows(
  reader: Reader,
  sheet: SheetKey,
  known: ReadonlySet<string> = new Set(),
): Readonly<Record<string, WrittenValue>>[] {
  const table = reader.table(sheet, null);
  if (table === null) return [];
  const { rows } = reader.records(table, {
    touches: null,
    keyAlone: sheet === 'bands',
    isKey: (shown) => known.has(fold(codeText(shown))),
  });
  return rows.map((row) =>
    Object.fromEntries(
      [...table.columns.keys()].map((key) => [
        key,
        key === table.layout.key
          ? reader.code(row, key, null).code
          : writtenAgain(row.cell(key), row.place(key), reader.date1904),
      ]),
    ),
  );
}

function writtenSettings(reader: Reader): WrittenSetting[] {
  const names = new Map(Object.entries(SETTING_ROWS).map(([name, text]) => [fold(text), name]));
  const isSetting = (name: string | undefined): name is SettingName =>
    name !== undefined && Object.hasOwn(SETTING_ROWS, name);
  return writtenRows(reader, 'settings').flatMap(({ item, value, basis }) => {
    const setting = typeof item === 'string' ? names.get(fold(item)) : undefined;
    if (!isSetting(setting) || (typeof value !== 'string' && typeof value !== 'number')) return [];
    return [{ setting, value, ...(typeof basis === 'string' ? { basis } : {}) }];
  });
}
