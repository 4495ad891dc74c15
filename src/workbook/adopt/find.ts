/** The score tables of a workbook that is no standard one. */
import type { Level } from '../../rules';
import type { SheetCells, WorkbookCells } from '../../sheets/cells';
import { isBlankCell } from '../../sheets/shown-cell';
import { fold } from '../../base/folding';
import { FrameFinder, type Frame } from './frames';
import type { Proposal, Unread } from './proposal';
import { questionsOf, type Question } from './questions';
import { readTable, type TableRead } from './read-table';
import { Uses } from './uses';

/** The tables found, and the one that is meant where that is clear. */
export interface OldTables {
  readonly tables: readonly Proposal[];
  /** Which table is meant, where there are several. */
  readonly question: Question | null;
  /** Sheets with contents and without such a table. */
  readonly otherSheets: readonly string[];
}

/** The only table, or the one that was chosen; null until it is. */
export const meantTable = ({ tables, question }: OldTables, answers: ReadonlyMap<string, string>): Proposal | null =>
  question === null ? (tables[0] ?? null) : (tables[Number(answers.get('table')) - 1] ?? null);

/** Fewer points make no table. */
const FEWEST_SCORES = 2;

export function findOldTables(cells: WorkbookCells): OldTables {
  const read = cells.sheets.map((sheet) => ({
    sheet,
    tables: sheet.cellless === true ? [] : tablesOf(sheet, cells.date1904),
  }));
  const all = read.flatMap(({ tables }) => tables);
  const merged = sheetsOfUnits(all) ?? sheetsOfLevels(all);
  const tables = (merged === null ? all : [merged]).map((table): Proposal => ({
    ...table,
    questions: questionsOf(table),
  }));
  return {
    tables,
    question:
      tables.length < 2
        ? null
        : {
            key: 'table',
            about: 'table',
            params: {},
            choices: tables.map((_, index) => String(index + 1)),
            suggestion: null,
            needed: true,
            places: tables.map(({ place }) => place),
          },
    otherSheets: read
      .filter(
        ({ sheet, tables: found }) =>
          found.length === 0 && sheet.rows.some((row) => row?.some((cell) => !isBlankCell(cell)) === true),
      )
      .map(({ sheet }) => sheet.name),
  };
}

function tablesOf(sheet: SheetCells, date1904: boolean): TableRead[] {
  const frames = new FrameFinder(sheet, date1904).find();
  const uses = new Uses(sheet);
  const tables = frames
    .map((frame) =>
      readTable(
        sheet,
        frame,
        { above: endBefore(frames, frame), below: topBehind(sheet, frames, frame) },
        uses,
        date1904,
      ),
    )
    .filter(
      ({ scores, criteria, units }) =>
        scores.length >= FEWEST_SCORES && criteria.some(({ leaf }) => leaf) && units.length > 0,
    );
  const [first, ...others] = tables;
  if (first === undefined) return [];
  const rest = uses.unread().map((place): Unread => ({ place, reason: 'outside' }));
  return [{ ...first, unread: [...first.unread, ...rest] }, ...others];
}

const isAbove = (one: Frame, other: Frame): boolean => one.bottom <= other.top;

const endBefore = (frames: readonly Frame[], frame: Frame): number =>
  Math.max(0, ...frames.filter((other) => isAbove(other, frame)).map(({ bottom }) => bottom));

/** Between two tables the texts right above the lower one are its title. */
function topBehind(sheet: SheetCells, frames: readonly Frame[], frame: Frame): number {
  const next = frames
    .filter((other) => isAbove(frame, other))
    .map(({ top }) => top)
    .sort((a, b) => a - b)[0];
  if (next === undefined) return sheet.rows.length;
  let top = next;
  while (top > frame.bottom && (sheet.rows[top - 1] ?? []).some((cell) => !isBlankCell(cell))) top--;
  return top;
}

const formOf = ({ criteria }: TableRead): string =>
  criteria.map(({ code, name, max }) => `${code} ${fold(name)} ${max ?? ''}`).join('\n');

/** "Tự chấm", "Khối chấm": one sheet for each level, with the same units and criteria. */
function sheetsOfLevels(tables: readonly TableRead[]): TableRead | null {
  const [first, ...others] = tables;
  if (first === undefined || others.length === 0) return null;
  const levels = tables.flatMap(({ about }) => about.level?.value ?? []);
  const unitsOf = ({ units }: TableRead): string =>
    units
      .map(({ name }) => fold(name))
      .sort()
      .join('\n');
  if (
    new Set(levels).size < tables.length ||
    tables.some((table) => table.levels.length > 0) ||
    others.some((table) => formOf(table) !== formOf(first) || unitsOf(table) !== unitsOf(first))
  )
    return null;
  // A name may be written another way on another sheet.
  const names = new Map(first.units.map(({ name }) => [fold(name), name]));
  const atLevel = <Value extends { readonly unit: string; readonly level: Level | null }>(
    found: readonly Value[],
    level: Level | undefined,
  ): Value[] =>
    found.map((one) => ({ ...one, unit: names.get(fold(one.unit)) ?? one.unit, level: one.level ?? level ?? null }));
  const all = <Key extends 'scores' | 'sums' | 'totals' | 'ranks'>(key: Key): TableRead[Key] =>
    tables.flatMap((table) => atLevel<TableRead[Key][number]>(table[key], table.about.level?.value)) as TableRead[Key];
  return {
    ...first,
    about: { ...first.about, level: null },
    levels,
    scores: all('scores'),
    sums: all('sums'),
    totals: all('totals'),
    ranks: all('ranks'),
    awards: tables.flatMap(({ awards }) => awards),
    remarks: tables.flatMap(({ remarks }) => remarks),
    unread: tables.flatMap(({ unread }) => unread),
  };
}

/** One sheet for each unit, with the same criteria: together they are one table. */
function sheetsOfUnits(tables: readonly TableRead[]): TableRead | null {
  const [first, ...others] = tables;
  if (first === undefined || others.length === 0) return null;
  const names = tables.flatMap(({ units }) => units.map(({ name }) => fold(name)));
  if (tables.some(({ units }) => units.length !== 1) || names.includes('') || new Set(names).size < names.length)
    return null;
  if (others.some((table) => formOf(table) !== formOf(first))) return null;
  return {
    ...first,
    levels: [...new Set(tables.flatMap(({ levels }) => levels))],
    units: tables.flatMap(({ units }) => units),
    scores: tables.flatMap(({ scores }) => scores),
    sums: tables.flatMap(({ sums }) => sums),
    totals: tables.flatMap(({ totals }) => totals),
    ranks: tables.flatMap(({ ranks }) => ranks),
    awards: tables.flatMap(({ awards }) => awards),
    remarks: tables.flatMap(({ remarks }) => remarks),
    unread: tables.flatMap(({ unread }) => unread),
  };
}
