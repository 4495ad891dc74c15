/** The table of `Kết quả`: its columns, their widths, and the live formulas that tie it to the scores. */
import { addNumerals, cellName, columnName, compareNumerals, type Criterion, type Numeral, type Settings } from '../rules';
import * as q from '../rules/rational';
import { buildTree, type CriteriaTree } from '../rules/tree';
import { formatScore } from '../text';
import type { Judgement } from './judgement';
import type { PlanCell } from './plan';
import { cell } from './plan-parts';
import { liveScore, type LiveScore } from './results-formulas';
import { countBallots, proposals, remarks, resultRows, votes, type ResultRow } from './results-rows';
import { EXACT_DECIMALS, literal } from './score-formula';

export type ColumnKind = 'number' | 'name' | 'section' | 'base' | 'bonus' | 'deduction' | 'total' | 'rank' | 'grade' | 'votes' | 'awards' | 'remarks';

export interface ResultColumn {
  readonly kind: ColumnKind;
  readonly header: string;
  readonly width: number;
  readonly section?: Criterion;
}

export interface ResultTable {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly ResultRow[];
  /** Rows with a rank stand first. */
  readonly rankedCount: number;
  readonly tree: CriteriaTree;
  /** The live formulas of a row, made when they are first asked for. */
  live(row: ResultRow): LiveScore | null;
  readonly settings: Settings;
  readonly judgement: Judgement;
}

/** Twelve points print true when the columns are no wider together than this many characters. */
const TRUE_SIZE_WIDTH = 129;

const widthOfNumbers = (scale: number): number => (scale >= 1000 ? 9 : 7.5);

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
    columns: fitWidths(resultColumns(judgement, tree)), rows, tree, live, judgement,
    rankedCount: rows.filter(({ result }) => result.rank !== null).length, settings: book.settings,
  };
}

/** Base differs from the sum of the sections only where the whole is rescaled. */
function isRescaled({ evaluation }: Judgement): boolean {
  return evaluation.units.some(({ sections, base }) => {
    const known = [...sections.values()].filter((value) => value !== null);
    return base !== null && compareNumerals(known.reduce<Numeral>(addNumerals, '0'), base) !== 0;
  });
}

function resultColumns(judgement: Judgement, tree: CriteriaTree): ResultColumn[] {
  const { book } = judgement;
  const ballots = countBallots(book);
  const points = widthOfNumbers(Number(book.settings.scale));
  const has = (kind: 'bonus' | 'deduction'): boolean => tree.roots.some((node) => node.holds[kind]);
  const column = (kind: ColumnKind, header: string, width: number): ResultColumn => ({ kind, header, width });
  return [
    column('number', 'STT', 5),
    column('name', 'Tên đơn vị', 30),
    ...tree.sections.map(({ criterion, max }): ResultColumn => ({
      kind: 'section', section: criterion, width: points,
      header: `Nhóm\n${criterion.code}${max === null ? '' : `\n(${formatScore(q.format(max), null, 'vi')})`}`,
    })),
    ...(isRescaled(judgement) ? [column('base', 'Quy đổi', 9)] : []),
    ...(has('bonus') ? [column('bonus', 'Điểm thưởng', 8)] : []),
    ...(has('deduction') ? [column('deduction', 'Điểm trừ', 7)] : []),
    column('total', 'Tổng điểm', 9),
    column('rank', 'Xếp hạng', 7),
    ...(book.bands.length > 0 ? [column('grade', 'Xếp loại', 11)] : []),
    ...(ballots > 0 ? [column('votes', 'Phiếu đồng ý / phát ra', ballots > 1 ? 14 : 11)] : []),
    column('awards', 'Đề nghị khen thưởng', 25),
    column('remarks', 'Ghi chú', 25),
  ];
}

const LEAST_WIDTH: Readonly<Partial<Record<ColumnKind, number>>> = { name: 22, awards: 18, remarks: 18 };

/** Takes width from the columns of text until the table prints at true size, or they are at their least. */
function fitWidths(columns: readonly ResultColumn[]): ResultColumn[] {
  const over = columns.reduce((sum, { width }) => sum + width, 0) - TRUE_SIZE_WIDTH;
  const spare = columns.reduce((sum, { kind, width }) => sum + width - (LEAST_WIDTH[kind] ?? width), 0);
  const share = over <= 0 ? 0 : Math.min(1, over / spare);
  return columns.map((column) => ({ ...column, width: column.width - share * (column.width - (LEAST_WIDTH[column.kind] ?? column.width)) }));
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

function scoreCell(value: Numeral | null, formula: string | null, bold: boolean, format?: string): PlanCell {
  const stored = numberOf(value);
  if (stored === null) return cell('–', 'center');
  const style = formula === null ? 'written' : bold ? 'numberBold' : 'number';
  return { ...cell(stored, style, format), ...(formula === null ? {} : { formula }) };
}

function totalFormat({ totalDecimals }: Settings): string | undefined {
  return totalDecimals === null ? undefined : totalDecimals === 0 ? '0' : `0.${'0'.repeat(totalDecimals)}`;
}

/** One row of the table; `values` leaves the formulas out, for whoever only compares what stands there. */
export function rowCells(table: ResultTable, row: ResultRow, place: TablePlace, only?: 'values'): PlanCell[] {
  const index = table.rows.indexOf(row);
  const withFormulas = only === undefined;
  const live = withFormulas ? table.live(row) : null;
  const at = (kind: ColumnKind): string => cellName({ row: place.firstRow + index, column: columnIndex(table, kind) });
  const { result, unit } = row;
  const { judgement } = table;
  return table.columns.map(({ kind, section }) => {
    switch (kind) {
      case 'number': return cell(index + 1, 'center');
      case 'name': return cell(unit.name || unit.id, 'text');
      case 'section': return scoreCell(result.sections.get(section?.code ?? '') ?? null, live?.sections.get(section?.code ?? '') ?? null, false);
      case 'base': return scoreCell(result.base, baseFormula(table, live, row, place), false);
      case 'bonus': return scoreCell(result.bonus, live?.bonus ?? null, false);
      case 'deduction': return scoreCell(result.deduction, live?.deduction ?? null, false);
      case 'total': return scoreCell(result.total, withFormulas && result.total !== null ? totalFormula(table, row, place) : null, true, totalFormat(table.settings));
      case 'rank': return rankCell(table, row, place, at('total'));
      case 'grade': return cell(result.grade ?? '–', 'center');
      case 'votes': return cell(votes(judgement, unit.id), 'center');
      case 'awards': return cell(proposals(judgement, unit.id).join('\n'), 'text');
      case 'remarks': return cell(remarks(judgement, row).join('; '), 'text');
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
  return `ROUND(${sum}${live.factor},${String(EXACT_DECIMALS)})`;
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
  const inner = `ROUND(${formula},${String(NOISE_DECIMALS)})`;
  return totalDecimals === null || totalDecimals >= NOISE_DECIMALS ? inner : `ROUND(${inner},${String(totalDecimals)})`;
}

/** Sums of cells with EXACT_DECIMALS are right to this many: what lies behind is the noise of doubles. */
const NOISE_DECIMALS = 10;

/** 1 + the count of greater totals, and the places by which a tie was parted. */
function rankCell(table: ResultTable, { result, above }: ResultRow, place: TablePlace, total: string): PlanCell {
  if (result.rank === null) return cell('–', 'center');
  const parted = result.rank - 1 - above;
  const range = rankedRange(table, place, columnIndex(table, 'total'));
  return {
    value: result.rank, style: 'centerBold', format: result.provisional ? '0"*"' : '0',
    formula: `1+SUMPRODUCT(--(${range}>${total}))${parted === 0 ? '' : `+${String(parted)}`}`,
  };
}
