/** The table of `Kết quả`: its rows and the live formulas that tie it to the scores. */
import {
  cellName,
  columnName,
  compareNumerals,
  roundNumeral,
  type Numeral,
  type Settings,
  type UnitResult,
} from '../rules';
import * as q from '../rules/number/rational';
import { compileTotal } from '../rules/score/compile';
import { buildTree, type CriteriaTree } from '../rules/score/tree';
import { formatScore } from '../text';
import type { Judgement } from './judgement';
import type { PlanCell } from '../sheets/plan';
import { cell } from '../sheets/plan-parts';
import { resultColumns, textOf, type ColumnKind, type ResultColumn } from './results-columns';
import { liveScore, type LiveScore } from './results-formulas';
import { resultRows, votesOn, type ResultRow } from './results-rows';
import { FormulaWriter, NOISE_DECIMALS, roundFormula } from './score-formula';

/** The kinds of columns that hold live numbers of points. */
export type PointsKind = 'section' | 'base' | 'bonus' | 'deduction' | 'total';

export interface ResultTable {
  /** The printed columns, then those of the live numbers that they show. */
  readonly columns: readonly ResultColumn[];
  readonly printedCount: number;
  readonly rows: readonly ResultRow[];
  /** Rows with a rank stand first. */
  readonly rankedCount: number;
  readonly tree: CriteriaTree;
  /** Decimals, the same for all numbers of a kind. */
  readonly decimals: Readonly<Record<PointsKind, number>>;
  /** The live formulas of a row, made when they are first asked for. */
  live: (row: ResultRow) => LiveScore | null;
  readonly settings: Settings;
  readonly judgement: Judgement;
}

export function resultTable(judgement: Judgement): ResultTable {
  const { book, evaluation } = judgement;
  const rows = resultRows(judgement);
  const tree = buildTree(book.criteria);
  const emptySections = new Set(evaluation.issues.filter(({ code }) => code === 'section-na').map(({ unit }) => unit));
  const made = new Map<ResultRow, LiveScore | null>();
  const live = (row: ResultRow): LiveScore | null => {
    const known = made.get(row);
    if (known !== undefined) return known;
    const fresh = row.result.total === null ? null : liveScore(book, tree, row.unit.id, emptySections.has(row.unit.id));
    made.set(row, fresh);
    return fresh;
  };
  const { printed, live: beside } = resultColumns(judgement, tree);
  return {
    columns: [...printed, ...beside],
    printedCount: printed.length,
    rows,
    tree,
    live,
    judgement,
    decimals: decimalsOf(evaluation.units, book.settings),
    rankedCount: rows.filter(({ result }) => result.rank !== null).length,
    settings: book.settings,
  };
}

/** Where the table stands in the sheet. */
export interface TablePlace {
  readonly firstRow: number;
}

export function columnIndex(table: ResultTable, kind: ColumnKind): number {
  return table.columns.findIndex((column) => column.kind === kind);
}

/** "$H$12:$H$21": the cells of the ranked units in one column. */
export function rankedRange({ rankedCount }: ResultTable, { firstRow }: TablePlace, column: number): string {
  const name = `$${columnName(column)}$`;
  return `${name}${String(firstRow + 1)}:${name}${String(firstRow + rankedCount)}`;
}

const numberOf = (value: Numeral | null): number | null =>
  value === null ? null : q.toDouble(q.parse(value) ?? q.ZERO);

function scoreCell(value: Numeral | null, formula: string | null, bold: boolean, decimals: number): PlanCell {
  const stored = numberOf(value);
  if (stored === null) return cell('–', 'center');
  const style = formula === null ? 'written' : bold ? 'numberBold' : 'number';
  return {
    ...cell(stored, style, decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`),
    ...(formula === null ? {} : { formula }),
  };
}

/**
 * A live number as it is printed: a text with a comma, also where the machine's settings ask for a point.
 * It follows its number in every program: FIXED writes the decimals, whichever sign it takes becomes a comma.
 */
function shownCell(live: PlanCell, value: Numeral | null, decimals: number, address: string | null): PlanCell {
  const { style = 'number' } = live;
  if (typeof live.value !== 'number' || value === null) return live;
  const text = cell(formatScore(value, decimals, 'vi'), style);
  return address === null
    ? text
    : { ...text, formula: `SUBSTITUTE(FIXED(${address},${String(decimals)},TRUE),".",",")` };
}

/** More decimals than these are shown nowhere in the table; the trace has them all. */
const MOST_DECIMALS = 4;

/** As many decimals as the longest of these numbers has: points stand below each other by their comma. */
export function evenDecimals(values: readonly (Numeral | null)[]): number {
  const decimals = values.map((value) => (value?.includes('/') ? MOST_DECIMALS : (value?.split('.')[1]?.length ?? 0)));
  return Math.min(MOST_DECIMALS, Math.max(0, ...decimals));
}

function decimalsOf(results: readonly UnitResult[], { totalDecimals }: Settings): ResultTable['decimals'] {
  return {
    section: evenDecimals(results.flatMap(({ sections }) => [...sections.values()])),
    base: evenDecimals(results.map(({ base }) => base)),
    bonus: evenDecimals(results.map(({ bonus }) => bonus)),
    deduction: evenDecimals(results.map(({ deduction }) => deduction)),
    total:
      totalDecimals === null
        ? evenDecimals(results.map(({ total }) => total))
        : Math.min(totalDecimals, NOISE_DECIMALS),
  };
}

/** The number of points of one column. */
function pointsOf({ result }: ResultRow, { kind, section }: ResultColumn): Numeral | null {
  switch (kind) {
    case 'section':
      return result.sections.get(section?.code ?? '') ?? null;
    case 'base':
    case 'bonus':
    case 'deduction':
    case 'total':
      return result[kind];
    default:
      return null;
  }
}

/** One row of the table. */
export function rowCells(table: ResultTable, row: ResultRow, place: TablePlace): PlanCell[] {
  return table.columns.map(cellMaker(table, row, place));
}

/** Makes the cell of a row in a column; `values` leaves the formulas out, for whoever only compares what stands there. */
export function cellMaker(
  table: ResultTable,
  row: ResultRow,
  place: TablePlace,
  only?: 'values',
): (column: ResultColumn) => PlanCell {
  const index = table.rows.indexOf(row);
  const withFormulas = only === undefined;
  const live = withFormulas ? table.live(row) : null;
  const at = (kind: ColumnKind): string => cellName({ row: place.firstRow + index, column: columnIndex(table, kind) });
  const { result, unit } = row;
  const { judgement } = table;
  const points = (column: ResultColumn, formula: string | null): PlanCell =>
    scoreCell(pointsOf(row, column), formula, column.kind === 'total', table.decimals[column.kind as PointsKind]);
  const own = (column: ResultColumn): PlanCell => {
    const { kind, section, ballot, shows } = column;
    switch (kind) {
      case 'number':
        return cell(index + 1, 'center');
      case 'name':
        return cell(textOf(judgement, row, kind), 'text');
      case 'shown': {
        if (shows === undefined) return cell(null, 'center');
        const address = withFormulas
          ? cellName({ row: place.firstRow + index, column: table.columns.indexOf(shows) })
          : null;
        return shownCell(own(shows), pointsOf(row, shows), table.decimals[shows.kind as PointsKind], address);
      }
      case 'section':
        return points(column, live?.sections.get(section?.code ?? '') ?? null);
      case 'base':
        return points(column, baseFormula(table, live, row, place));
      case 'bonus':
        return points(column, live?.bonus ?? null);
      case 'deduction':
        return points(column, live?.deduction ?? null);
      case 'total':
        return result.possibleTotals.length > 0
          ? cell(textOf(judgement, row, kind), 'center')
          : points(column, withFormulas && roundsAsInExcel(table, result) ? totalFormula(table, row, place) : null);
      case 'rank':
        return rankCell(table, row, place, at('total'));
      case 'grade':
        return cell(textOf(judgement, row, kind), 'center');
      case 'votes':
        return cell(votesOn(judgement, unit.id, ballot ?? ''), 'center');
      case 'awards':
      case 'remarks':
        return cell(textOf(judgement, row, kind), 'text');
    }
  };
  return own;
}

/** The cells of one row from the first to the last section. */
function sectionRange(table: ResultTable, row: ResultRow, { firstRow }: TablePlace): string | null {
  const sections = table.columns.flatMap(({ kind }, column) => (kind === 'section' ? [column] : []));
  const [first, last] = [sections[0], sections.at(-1)];
  if (first === undefined || last === undefined) return null;
  const line = firstRow + table.rows.indexOf(row);
  return `SUM(${cellName({ row: line, column: first })}:${cellName({ row: line, column: last })})`;
}

function baseFormula(table: ResultTable, live: LiveScore | null, row: ResultRow, place: TablePlace): string | null {
  const sum = sectionRange(table, row, place);
  if (live === null || live.factor === null || sum === null) return null;
  return roundFormula(`${sum}${live.factor}`, null);
}

/** Whether the sheet, which takes the noise of doubles away first, comes to the engine's total: not where an exact quotient lies that near to a half. */
export function roundsAsInExcel({ settings: { totalDecimals } }: ResultTable, { exact, total }: UnitResult): boolean {
  if (exact === null || total === null || totalDecimals === null) return total !== null;
  return (
    totalDecimals >= NOISE_DECIMALS ||
    compareNumerals(roundNumeral(roundNumeral(exact, NOISE_DECIMALS), totalDecimals), total) === 0
  );
}

/** Base + bonus − deduction within the limits, rounded twice: first the noise of doubles, then as the workbook says. */
function totalFormula(table: ResultTable, row: ResultRow, place: TablePlace): string | null {
  const line = place.firstRow + table.rows.indexOf(row);
  const own = (kind: ColumnKind): string | null => {
    const column = columnIndex(table, kind);
    return column < 0 ? null : cellName({ row: line, column });
  };
  const base = own('base') ?? sectionRange(table, row, place) ?? '0';
  const parts = { base, bonus: own('bonus'), deduction: own('deduction') };
  return new FormulaWriter({ at: () => null, parts }).points(compileTotal(table.settings));
}

/** 1 + the count of greater totals, and the places by which a tie was parted. */
function rankCell(table: ResultTable, { result, above }: ResultRow, place: TablePlace, total: string): PlanCell {
  if (result.rank === null) return cell('–', 'center');
  const value = { value: result.rank, style: 'centerBold' as const, format: result.provisional ? '0"*"' : '0' };
  if (isNear(table, result.id)) return value;
  const parted = result.rank - 1 - above;
  const range = rankedRange(table, place, columnIndex(table, 'total'));
  return {
    ...value,
    formula: `1+SUMPRODUCT(--(${range}>${total}))${parted === 0 ? '' : `+${String(parted)}`}`,
  };
}

/** Whether nobody knows who of a set with this unit stands higher: the last decimals of the sheet would rank them by noise. */
function isNear({ judgement: { evaluation } }: ResultTable, unit: string): boolean {
  return evaluation.issues.some(
    ({ code, params }) => code === 'near-equal' && params?.['units']?.split('; ').includes(unit) === true,
  );
}
