/** Changing single cells inside a worksheet part that somebody else wrote (ECMA-376 Part 1, §18.3.1). */
import { columnName } from '../rules/model/place';
import type { CellError } from '../sheets/cells';
import { parseCellReference } from './cell-reference';
import { cellKey } from '../sheets/formula/references';
import { shiftFormula, takeApart } from '../sheets/formula/relative';
import { withPrefix } from './markup';
import { refuse } from './refusal';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { valueXml } from './worksheet-writer';
import { XmlScanner } from './xml-scanner';
import { decodeXstring, escapeXstring } from './xml-text';

/** What a formula gives, as a cell stores it. */
export type StoredValue = string | number | boolean | CellError;

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** '' empties the cell. */
  readonly value: string | number | boolean;
  /** In the place of `value`; without `result` nobody has calculated it: put back by an undo. */
  readonly formula?: string;
  /** What the formula gives. */
  readonly result?: StoredValue;
  /** The number of the cell's format, from the number that it has. */
  readonly restyle: (style: number) => number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface CellSpan extends Span {
  readonly row: number;
  readonly column: number;
  readonly tagEnd: number;
  readonly style: number;
  readonly value: Span | null;
  readonly formula: (Span & { readonly shared: string | undefined; readonly text: string }) | null;
}

interface RowSpan extends Span {
  readonly row: number;
  readonly tagEnd: number;
  readonly empty: boolean;
  readonly style: number | null;
  readonly cells: readonly CellSpan[];
}

interface SheetSpans {
  readonly rows: readonly RowSpan[];
  /** `sheetData`'s own tag and its end. */
  readonly data: Span & { readonly tagEnd: number; readonly empty: boolean };
  readonly columns: readonly { readonly first: number; readonly last: number; readonly style: number }[];
  /** The prefix of `sheetData`. */
  readonly prefix: string;
}

/** Of formulas that depend on the edits, by `cellKey`. */
export interface StoredValues {
  readonly uncalculated: ReadonlySet<number>;
  /** What those give now of which it is known. */
  readonly calculated?: ReadonlyMap<number, StoredValue>;
}

const NO_VALUES: ReadonlyMap<number, StoredValue> = new Map();

/**
 * The part with `edits` made and without the old stored values of what depends on them. `before`
 * sees each edited cell's format number and may refuse.
 */
export function editSheetXml(
  xml: string,
  part: string,
  edits: readonly CellEdit[],
  { uncalculated, calculated = NO_VALUES }: StoredValues,
  before: (edit: CellEdit, style: number) => void,
): string {
  const spans = findSpans(new XmlScanner(xml, part));
  const byPlace = new Map(edits.map((edit) => [cellKey(edit.row, edit.column), edit]));
  const splices: Splice[] = [];
  const write = ({ start, end }: Span, text: string): void => {
    splices.push({ from: start, to: end, text: withPrefix(text, spans.prefix) });
  };
  const shared = new Map<string, CellSpan>();
  const broken = new Set<string>();
  for (const cell of spans.rows.flatMap(({ cells }) => cells)) {
    const { formula } = cell;
    if (formula?.shared !== undefined && formula.text !== '') shared.set(formula.shared, cell);
    if (!byPlace.has(cellKey(cell.row, cell.column)) || formula === null) continue;
    if (formula.shared !== undefined && formula.text !== '') broken.add(formula.shared);
  }
  for (const row of spans.rows) {
    for (const cell of row.cells) {
      const key = cellKey(cell.row, cell.column);
      const edit = byPlace.get(key);
      if (edit !== undefined) {
        before(edit, cell.style);
        write(cell, cellXml(edit, cell.style));
        byPlace.delete(key);
        continue;
      }
      const value = calculated.get(key);
      if (value !== undefined) storeValue(xml, cell, value, spans.prefix, splices);
      else if (uncalculated.has(key)) dropValue(xml, cell, splices);
      const first = cell.formula?.shared === undefined ? undefined : shared.get(cell.formula.shared);
      if (first?.formula && cell.formula?.shared !== undefined && broken.has(cell.formula.shared)) {
        write(
          cell.formula,
          `<f>${escapeXstring(shiftFormula(takeApart(first.formula.text), cell.row - first.row, cell.column - first.column))}</f>`,
        );
      }
    }
  }
  insertCells(xml, spans, [...byPlace.values()], before, splices);
  return applySplices(xml, splices);
}

/** Without its value a formula counts as not calculated, for every program. */
function dropValue(xml: string, cell: CellSpan, splices: Splice[]): void {
  if (cell.value === null) return;
  dropType(xml, cell, splices);
  splices.push({ from: cell.value.start, to: cell.value.end, text: '' });
}

/** In the place of the old value, or behind the formula where there was none. */
function storeValue(xml: string, cell: CellSpan, value: StoredValue, prefix: string, splices: Splice[]): void {
  const at = cell.value ?? (cell.formula && { start: cell.formula.end, end: cell.formula.end });
  if (at === null) return;
  const [type, text] = storedXml(value);
  dropType(xml, cell, splices, type);
  splices.push({ from: at.start, to: at.end, text: withPrefix(text, prefix) });
}

/** The attribute for its type and the element of a formula's value (Part 1, §18.18.11). A cell without a type holds a number. */
function storedXml(value: StoredValue): readonly [string, string] {
  if (typeof value === 'number') return ['', `<v>${String(value)}</v>`];
  if (typeof value === 'boolean') return [' t="b"', `<v>${value ? '1' : '0'}</v>`];
  if (typeof value === 'string') return [' t="str"', `<v>${escapeXstring(value)}</v>`];
  return [' t="e"', `<v>${value.error}</v>`];
}

/** Another type for a cell, in the place of the one that it has. */
function dropType(xml: string, cell: CellSpan, splices: Splice[], type = ''): void {
  const tag = xml.slice(cell.start, cell.tagEnd).replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  const head = tag.slice(0, tag.endsWith('/>') ? -2 : -1);
  splices.push({ from: cell.start, to: cell.tagEnd, text: head + type + tag.slice(head.length) });
}

function cellXml(edit: CellEdit, style: number): string {
  const { row, column, value, formula, result } = edit;
  const number = edit.restyle(style);
  const head = `<c r="${columnName(column)}${String(row + 1)}"${number === 0 ? '' : ` s="${String(number)}"`}`;
  if (formula !== undefined) {
    const kept = `<f>${escapeXstring(formula)}</f>`;
    if (result === undefined) return `${head}>${kept}</c>`;
    const [type, text] = storedXml(result);
    return `${head}${type}>${kept}${text}</c>`;
  }
  return value === '' ? `${head}/>` : head + valueXml(value, '');
}

/** Cells that the part does not have yet, in their places between rows and cells. */
function insertCells(
  xml: string,
  spans: SheetSpans,
  edits: CellEdit[],
  before: (edit: CellEdit, style: number) => void,
  splices: Splice[],
): void {
  const insert = (at: number, text: string): void => {
    splices.push({ from: at, to: at, text: withPrefix(text, spans.prefix) });
  };
  const newRows = new Map<number, string>();
  const opened = new Map<RowSpan, string>();
  edits.sort((a, b) => a.row - b.row || a.column - b.column);
  for (const edit of edits) {
    const row = spans.rows.find((candidate) => candidate.row === edit.row);
    const style =
      row?.style ?? spans.columns.find(({ first, last }) => edit.column >= first && edit.column <= last)?.style ?? 0;
    before(edit, style);
    if (edit.value === '' && edit.formula === undefined) continue;
    const text = cellXml(edit, style);
    if (row === undefined) newRows.set(edit.row, (newRows.get(edit.row) ?? '') + text);
    else if (row.empty) opened.set(row, (opened.get(row) ?? '') + text);
    else insert(row.cells.find(({ column }) => column > edit.column)?.start ?? row.end - endTagLength(xml, row), text);
  }
  for (const [row, cells] of opened) {
    const tag = `${xml.slice(row.start, row.end - '/>'.length).trimEnd()}>`;
    splices.push({
      from: row.start,
      to: row.end,
      text: withPrefix(`${cells}</row>`, spans.prefix).replace(/^/, () => tag),
    });
  }
  const { data } = spans;
  const rowXml = ([row, cells]: [number, string]): string => `<row r="${String(row + 1)}">${cells}</row>`;
  if (newRows.size > 0 && data.empty) {
    splices.push({
      from: data.start,
      to: data.end,
      text: withPrefix(`<sheetData>${[...newRows].map(rowXml).join('')}</sheetData>`, spans.prefix),
    });
  } else {
    for (const entry of newRows)
      insert(spans.rows.find(({ row }) => row > entry[0])?.start ?? data.end - endTagLength(xml, data), rowXml(entry));
  }
}

const endTagLength = (xml: string, { end }: Span): number => end - xml.lastIndexOf('<', end - 1);

export function findSpans(scanner: XmlScanner): SheetSpans {
  const columns: { first: number; last: number; style: number }[] = [];
  let rows: RowSpan[] = [];
  let data: SheetSpans['data'] | null = null,
    prefix = '';
  scanner.next();
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.name === 'col')
      columns.push({
        first: Number(scanner.required('min')) - 1,
        last: Number(scanner.required('max')) - 1,
        style: Number(scanner.attribute('style') ?? 0),
      });
    else if (scanner.name === 'sheetData') {
      const { start, end: tagEnd, empty } = scanner;
      prefix = scanner.tagPrefix;
      rows = empty ? [] : findRows(scanner);
      data = { start, tagEnd, end: scanner.end, empty };
    } else if (scanner.name !== 'cols') scanner.skip();
  }
  return { rows, columns, data: data ?? refuse('file-damaged', scanner.part), prefix };
}

function findRows(scanner: XmlScanner): RowSpan[] {
  const rows: RowSpan[] = [];
  let row = -1;
  while (scanner.next() && scanner.name !== 'sheetData') {
    const { start, end: tagEnd, empty } = scanner;
    const style = scanner.flag('customFormat') ? Number(scanner.attribute('s') ?? 0) : null;
    row = Number(scanner.attribute('r') ?? row + 2) - 1;
    const cells = empty ? [] : findCells(scanner, row);
    rows.push({ start, tagEnd, end: scanner.end, row, empty, style, cells });
  }
  return rows;
}

function findCells(scanner: XmlScanner, row: number): CellSpan[] {
  const cells: CellSpan[] = [];
  let column = -1;
  while (scanner.next() && scanner.name !== 'row') {
    const { start, end: tagEnd, empty } = scanner;
    const reference = scanner.attribute('r');
    column = reference === undefined ? column + 1 : parseCellReference(reference).column;
    const style = Number(scanner.attribute('s') ?? 0);
    let value: CellSpan['value'] = null,
      formula: CellSpan['formula'] = null;
    while (!empty && scanner.next() && scanner.name !== 'c') {
      const from = scanner.start;
      if (scanner.name === 'f') {
        const shared = scanner.attribute('t') === 'shared' ? scanner.attribute('si') : undefined;
        const text = decodeXstring(scanner.content());
        formula = { start: from, end: scanner.end, shared, text };
      } else {
        const isValue = scanner.name === 'v';
        scanner.skip();
        if (isValue) value = { start: from, end: scanner.end };
      }
    }
    cells.push({ start, tagEnd, end: scanner.end, row, column, style, value, formula });
  }
  return cells;
}
