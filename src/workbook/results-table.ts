/** The table of `Kết quả`: its rows and the live formulas that tie it to the scores. */
import { cellName, columnName, compareNumerals, roundNumeral, type Numeral, type Settings, type UnitResult } from '../rules';
import * as q from '../rules/rational';
import { buildTree, type CriteriaTree } from '../rules/tree';
import type { Judgement } from './judgement';
import type { PlanCell } from './plan';
import { cell } from './plan-parts';
import { resultColumns, textOf, type ColumnKind, type ResultColumn } from './results-columns';
import { liveScore, type LiveScore } from './results-formulas';
import { resultRows, votesOn, type ResultRow } from './results-rows';
import { literal, NOISE_DECIMALS, roundFormula } from './score-formula';

export interface ResultTable {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly ResultRow[];
  /** Rows with a rank stand first. */
  readonly rankedCount: number;
  readonly tree: CriteriaTree;
  /** Number formats, one for all numbers of a kind. */
  readonly formats: Readonly<Record<'sections' | 'base' | 'bonus' | 'deduction' | 'total', string>>;
  /** The live formulas of a row, made when they are first asked for. */
  live(row: ResultRow): LiveScore | null;
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
  return {
    columns: resultColumns(judgement, tree), rows, tree, live, judgement, formats: formatsOf(evaluation.units, book.settings),
    rankedCount: rows.filter(({ result }) => result.rank !== null).length, settings: book.settings,
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

const numberOf = (value: Numeral | null): number | null => (value === null ? null : q.toDouble(q.parse(value) ?? q.ZERO));

function scoreCell(value: Numeral | null, formula: string | null, bold: boolean, format: string): PlanCell {
  const stored = numberOf(value);
  if (stored === null) return cell('–', 'center');
  const style = formula === null ? 'written' : bold ? 'numberBold' : 'number';
  return { ...cell(stored, style, format), ...(formula === null ? {} : { formula }) };
}

/** More decimals than these are shown nowhere in the table; the trace has them all. */
const MOST_DECIMALS = 4;

/** As many decimals as the longest of these numbers has: points stand below each other by their comma. */
export function evenDecimals(values: readonly (Numeral | null)[]): number {
  const decimals = values.map((value) => (value?.includes('/') ? MOST_DECIMALS : value?.split('.')[1]?.length ?? 0));
  return Math.min(MOST_DECIMALS, Math.max(0, ...decimals));
}

const evenFormat = (values: readonly (Numeral | null)[]): string => decimalFormat(evenDecimals(values));

const decimalFormat = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);

function formatsOf(results: readonly UnitResult[], { totalDecimals }: Settings): ResultTable['formats'] {
  return {
    sections: evenFormat(results.flatMap(({ sections }) => [...sections.values()])),
    base: evenFormat(results.map(({ base }) => base)),
    bonus: evenFormat(results.map(({ bonus }) => bonus)),
    deduction: evenFormat(results.map(({ deduction }) => deduction)),
    total: totalDecimals === null ? evenFormat(results.map(({ total }) => total)) : decimalFormat(totalDecimals),
  };
}

/** One row of the table; `values` leaves the formulas out, for whoever only compares what stands there. */
export function rowCells(table: ResultTable, row: ResultRow, place: TablePlace, only?: 'values'): PlanCell[] {
  const index = table.rows.indexOf(row);
  const withFormulas = only === undefined;
  const live = withFormulas ? table.live(row) : null;
  const at = (kind: ColumnKind): string => cellName({ row: place.firstRow + index, column: columnIndex(table, kind) });
  const { result, unit } = row;
  const { judgement } = table;
  return table.columns.map(({ kind, section, ballot }) => {
    switch (kind) {
      case 'number': return cell(index + 1, 'center');
      case 'name': return cell(textOf(judgement, row, kind), 'text');
      case 'section': return scoreCell(result.sections.get(section?.code ?? '') ?? null, live?.sections.get(section?.code ?? '') ?? null, false, table.formats.sections);
      case 'base': return scoreCell(result.base, baseFormula(table, live, row, place), false, table.formats.base);
      case 'bonus': return scoreCell(result.bonus, live?.bonus ?? null, false, table.formats.bonus);
      case 'deduction': return scoreCell(result.deduction, live?.deduction ?? null, false, table.formats.deduction);
      case 'total': return result.possibleTotals.length > 0 ? cell(textOf(judgement, row, kind), 'center') : scoreCell(result.total, withFormulas && roundsAsInExcel(table, result) ? totalFormula(table, row, place) : null, true, table.formats.total);
      case 'rank': return rankCell(table, row, place, at('total'));
      case 'grade': return cell(textOf(judgement, row, kind), 'center');
      case 'votes': return cell(votesOn(judgement, unit.id, ballot ?? ''), 'center');
      case 'awards':
      case 'remarks': return cell(textOf(judgement, row, kind), 'text');
    }
  });
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
  return totalDecimals >= NOISE_DECIMALS || compareNumerals(roundNumeral(roundNumeral(exact, NOISE_DECIMALS), totalDecimals), total) === 0;
}

/** Base + bonus − deduction within the limits, rounded twice: first the noise of doubles, then as the workbook says. */
function totalFormula(table: ResultTable, row: ResultRow, place: TablePlace): string | null {
  const { totalMin, totalMax, totalDecimals } = table.settings;
  const line = place.firstRow + table.rows.indexOf(row);
  const own = (kind: ColumnKind): string | null => {
    const column = columnIndex(table, kind);
    return column < 0 ? null : cellName({ row: line, column });
  };
  const base = own('base') ?? sectionRange(table, row, place) ?? '0';
  const [bonus, deduction] = [own('bonus'), own('deduction')];
  let formula = `${base}${bonus === null ? '' : `+${bonus}`}${deduction === null ? '' : `-${deduction}`}`;
  const [least, most] = [q.parseOptional(totalMin), q.parseOptional(totalMax)];
  if (most !== null) formula = `MIN(${literal(most)},${formula})`;
  if (least !== null) formula = `MAX(${literal(least)},${formula})`;
  return roundFormula(formula, totalDecimals ?? NOISE_DECIMALS);
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
  return evaluation.issues.some(({ code, params }) => code === 'near-equal' && params?.['units']?.split('; ').includes(unit) === true);
}
