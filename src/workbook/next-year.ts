/** Next year's workbook from this year's: the rules stay, the scores go, the elected lead. */
import type { Place, SettingName, Unit } from '../rules';
import type { WrittenAttribute, WrittenSetting, WrittenValue } from '../regulations';
import type { Cell } from './cells';
import { blocWord } from '../text';
import { workbookOf } from './create';
import type { CodedUnit } from './create-content';
import type { Judgement } from './judgement';
import { levelsOf } from '../rules/levels';
import { BLOC_KINDS, SETTING_ROWS, YES_NO, type SheetKey } from './layout';
import type { PaperSize, SheetPlan } from './plan';
import { entryOf, shownText } from './read/cell';
import { Reader } from './read/reader';
import { codeText, fold } from './read/text';

/**
 * Rules, criteria, units and attribute columns as written; leader and deputy as recorded for next
 * year; no scores, data, ballots, decisions. Each settled award becomes an attribute column that
 * says có or không, so that next year's conditions can ask for it; a pending one stays blank.
 */
export function nextYearWorkbook(judgement: Judgement, paper?: PaperSize): SheetPlan[] {
  const { book, cells } = judgement;
  const reader = new Reader(cells);
  const { info } = book;
  const year = /^\d+$/.test(info.year) ? String(Number(info.year) + 1) : '';
  const heldBefore = awardColumns(judgement);
  return workbookOf(
    {
      info: {
        kind: info.kind === null ? null : BLOC_KINDS[info.kind][0],
        province: info.province,
        governingBody: info.governingBody,
        name: info.name,
        year: year === '' ? null : Number(year),
        regulation: info.regulation,
        leader: info.nextLeader,
        deputy: info.nextDeputy,
      },
      legalBases: info.legalBases,
      receivers: info.receivers,
      settings: writtenSettings(reader),
      levels: levelsOf(book).filter((level) => book.scores.some((column) => column.level === level)),
      attributes: [
        ...attributesOf(book.units),
        ...heldBefore.map(({ header }): WrittenAttribute => ({ header, choices: [YES_NO.yes[0], YES_NO.no[0]] })),
      ],
      criteria: writtenRows(
        reader,
        'criteria',
        new Set(book.criteria.map(({ code, printed }) => fold(printed ?? code))),
      ),
      awards: writtenRows(reader, 'awards'),
      conditions: writtenRows(reader, 'conditions'),
      bands: writtenRows(reader, 'bands'),
      units: book.units.map(({ id, name }): CodedUnit => ({
        code: id,
        name,
        attributes: Object.fromEntries(
          heldBefore.map(({ header, holders }) => [
            header,
            holders === null ? null : YES_NO[holders.has(id) ? 'yes' : 'no'][0],
          ]),
        ),
      })),
      scores: {},
      data: [],
      ballots: [],
      decisions: [],
      attendees: book.units.map(({ id }) => ({ unit: id })),
    },
    `Lập từ sổ năm ${info.year} của ${blocWord(info).bloc}; kiểm tra lại quy chế, số suất và danh sách đơn vị`,
    paper,
  );
}

/** Column headers of this year's awards, with their holders; null while an award is pending. */
function awardColumns({
  book,
  evaluation,
}: Judgement): { readonly header: string; readonly holders: ReadonlySet<string> | null }[] {
  return evaluation.awards.map(({ name, units, status }) => ({
    header: `${name} năm ${book.info.year}`.trim(),
    holders: status.startsWith('pending') ? null : new Set(units),
  }));
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
