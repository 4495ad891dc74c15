/** Reading a worksheet part (ECMA-376 Part 1, §18.3.1): cells, hidden rows and columns, merges. */
import type { Area, Cell, SheetCells } from '../sheets/cells';
import type { CellLook } from './cell-looks';
import { parseArea, parseCellReference } from './cell-reference';
import { LONGEST_FORMULA } from '../sheets/formula/tokens';
import { shiftFormula, takeApart } from '../sheets/formula/relative';
import type { RelativeFormula } from '../sheets/formula/relative';
import { LIMITS, MAX_COLUMNS, MAX_ROWS } from './limits';
import { damaged, refuse } from './refusal';
import { readRichText } from './shared-strings';
import { parseIsoDate } from './iso-date';
import { PlainCell } from './plain-cell';
import { PrintScale } from './print-scale';
import { enterRoot } from './xml-scanner';
import type { XmlScanner } from './xml-scanner';
import { decodeXstring } from './xml-text';

/** What the cells of a sheet refer to elsewhere in the workbook. */
export interface WorksheetContext {
  readonly sharedStrings: readonly string[];
  /** By cell format. Null: the workbook has none. */
  readonly looks: readonly CellLook[] | null;
  readonly date1904: boolean;
  /** Cells with contents, and pieces of shared formulas, that this workbook may still have; counted down. */
  readonly budget: { cells: number; sharedFormulas: number };
}

export type Worksheet = Pick<SheetCells, 'rows' | 'hiddenRows' | 'hiddenColumns' | 'protected'> & {
  readonly merges: readonly Area[];
  readonly arrays: readonly ArrayFormula[];
  /** Its protection asks for a password (§18.3.1.85). */
  readonly password: boolean;
  readonly print: PrintScale;
};

/** An array formula or a data table: the cell that holds it and the area that it fills. */
export interface ArrayFormula {
  readonly at: Position;
  readonly area: Area;
}

type Rows = (Cell | undefined)[][];

interface Position {
  row: number;
  column: number;
}

interface SharedFormula {
  readonly formula: RelativeFormula;
  readonly at: Position;
}

export function readWorksheet(scanner: XmlScanner, context: WorksheetContext): Worksheet {
  const rows: Rows = [];
  const hiddenRows = new Set<number>();
  const merges: Area[] = [];
  const arrays: ArrayFormula[] = [];
  let hiddenColumns: ReadonlySet<number> = new Set();
  const print = new PrintScale();
  let isProtected = false,
    password = false,
    data = false;
  enterRoot(scanner, 'worksheet');
  while (scanner.next()) {
    if (scanner.closing) continue;
    switch (scanner.name) {
      case 'sheetPr':
        print.readProperties(scanner);
        break;
      case 'sheetFormatPr':
        print.readDefaultWidth(scanner);
        break;
      case 'cols':
        hiddenColumns = readColumns(scanner, print);
        break;
      case 'sheetData':
        if (data) damaged(scanner.part);
        data = true;
        readSheetData(scanner, { context, rows, arrays, shared: new Map(), at: { row: -1, column: -1 } }, hiddenRows);
        break;
      case 'sheetProtection':
        isProtected = scanner.flag('sheet');
        password = (scanner.attribute('hashValue') ?? scanner.attribute('password') ?? '') !== '';
        break;
      case 'mergeCells':
        readMerges(scanner, merges);
        break;
      case 'pageMargins':
        print.readMargins(scanner);
        break;
      case 'pageSetup':
        print.readSetup(scanner);
        break;
      default:
        scanner.skip();
    }
  }
  if (!data) damaged(scanner.part);
  fillArrays(rows, arrays);
  return { rows, hiddenRows, hiddenColumns, merges, arrays, password, protected: isProtected, print };
}

/** What is lower, in points, or narrower, in letters, cannot be seen: less than a pixel of a screen. */
const LEAST_HEIGHT = 0.75;
const LEAST_WIDTH = 0.14;
const isNothing = (size: string | undefined, least: number): boolean => size !== undefined && Number(size) < least;

/** §18.3.1.13. Ranges may be many and reach to XFD, so the ends are counted and summed up once. */
function readColumns(scanner: XmlScanner, print: PrintScale): Set<number> {
  const hidden = new Set<number>();
  if (scanner.empty) return hidden;
  const change: number[] = [];
  while (scanner.next() && scanner.name !== 'cols') {
    if (scanner.closing || scanner.name !== 'col') continue;
    const from = Number(scanner.required('min')) - 1;
    const to = Number(scanner.required('max'));
    if (!(from >= 0 && from < to && to <= MAX_COLUMNS)) damaged(scanner.part);
    const width = scanner.attribute('width');
    if (width !== undefined) print.addColumns(from, to, Number(width));
    if (!(scanner.flag('hidden') || isNothing(width, LEAST_WIDTH))) continue;
    change[from] = (change[from] ?? 0) + 1;
    change[to] = (change[to] ?? 0) - 1;
  }
  for (let column = 0, open = 0; column < change.length; column++) {
    open += change[column] ?? 0;
    if (open > 0) hidden.add(column);
  }
  return hidden;
}

/** Every cell of an array formula shows the formula, as in Excel; the steps are bounded, areas may overlap. */
function fillArrays(rows: Rows, arrays: readonly ArrayFormula[]): void {
  let steps = LIMITS.arraySteps;
  for (const { at, area } of arrays) {
    const first = rows[at.row]?.[at.column];
    const formula = first?.formula;
    if (first?.value === null) leaveUncalculated(rows, area, first);
    for (let row = area.top; row <= Math.min(area.bottom, rows.length - 1) && formula !== undefined; row++) {
      const cells = rows[row];
      for (let column = area.left; cells !== undefined && column <= Math.min(area.right, cells.length - 1); column++) {
        const cell = cells[column];
        if (cell !== undefined && cell.formula === undefined) cells[column] = { ...cell, formula };
        if (--steps < 0) refuse('file-too-large', 'arrays');
      }
      if (--steps < 0) refuse('file-too-large', 'arrays');
    }
  }
}

/** A formula without value has none in its whole area: blank cells there are not blank. */
export function leaveUncalculated(
  rows: (Rows[number] | undefined)[],
  { top, left, bottom, right }: Area,
  { formula }: Cell,
): void {
  if ((bottom - top + 1) * (right - left + 1) > LARGEST_UNCALCULATED || formula === undefined) return;
  for (let row = top; row <= bottom; row++) {
    const cells = (rows[row] ??= []);
    for (let column = left; column <= right; column++) cells[column] ??= { value: null, formula };
  }
}
/** No bloc has so many cells in one formula. */
const LARGEST_UNCALCULATED = 10_000;

function readMerges(scanner: XmlScanner, merges: Area[]): void {
  if (scanner.empty) return;
  while (scanner.next() && scanner.name !== 'mergeCells') {
    if (scanner.closing || scanner.name !== 'mergeCell') continue;
    if (merges.length >= LIMITS.merges) refuse('file-too-large', 'merges');
    merges.push(parseArea(scanner.required('ref')));
  }
}

/** What is known while the cells of a sheet are read, one after the other. */
interface Course {
  readonly context: WorksheetContext;
  readonly rows: Rows;
  readonly arrays: ArrayFormula[];
  readonly shared: Map<string, SharedFormula>;
  /** The cell read last. */
  readonly at: Position;
}

/**
 * §18.3.1.80. Rows and cells may leave out their reference: then they follow the one before. They stand
 * in order and only once, as Excel too demands; else one could not say which value counts.
 */
function readSheetData(scanner: XmlScanner, course: Course, hiddenRows: Set<number>): void {
  if (scanner.empty) return;
  const { at } = course;
  while (scanner.next() && scanner.name !== 'sheetData') {
    if (scanner.name !== 'row') {
      skipForeign(scanner);
      continue;
    }
    const number = scanner.attribute('r');
    const row = number === undefined ? at.row + 1 : Number(number) - 1;
    if (!(row > at.row && row < MAX_ROWS && Number.isInteger(row))) damaged('cell-reference');
    at.row = row;
    at.column = -1;
    if (scanner.flag('hidden') || isNothing(scanner.attribute('ht'), LEAST_HEIGHT)) hiddenRows.add(row);
    if (scanner.empty) continue;
    const mayBePlain = scanner.unprefixedIsMain;
    for (;;) {
      if (mayBePlain && PLAIN.read(scanner)) takePlainCell(scanner, course);
      else if (!scanner.next() || scanner.name === 'row') break;
      else if (scanner.name === 'c') readCell(scanner, course);
      else skipForeign(scanner);
    }
  }
}

/** What later versions may add is passed over; cells in a wrong place are not: they would be lost in silence. */
function skipForeign(scanner: XmlScanner): void {
  if (!scanner.name.includes(':') && scanner.name !== 'extLst') damaged(scanner.part);
  scanner.skip();
}

/** One for all cells, used as soon as it is read. */
const PLAIN = new PlainCell();

function takePlainCell(scanner: XmlScanner, course: Course): void {
  const { row, column, style, type, formula, value } = PLAIN;
  moveTo(course.at, row, column);
  if (value.to < 0 && formula.to < 0) return;
  const contents =
    (type === 'n' ? PLAIN.number() : undefined) ??
    readValue(type, scanner.decoded(value.from, value.to), course.context);
  storeCell(
    course,
    contents,
    formula.to < 0 ? undefined : decodeXstring(scanner.decoded(formula.from, formula.to)),
    style < 0 ? undefined : style,
  );
}

/** §18.3.1.4. */
function readCell(scanner: XmlScanner, course: Course): void {
  const { context, arrays, shared, at } = course;
  const reference = scanner.attribute('r');
  const style = scanner.attribute('s');
  const type = scanner.attribute('t') ?? 'n';
  if (reference === undefined) moveTo(at, at.row, at.column + 1);
  else {
    const { row, column } = parseCellReference(reference);
    moveTo(at, row, column);
  }
  if (scanner.empty) return;
  let formula: string | undefined, text: string | undefined, rich: string | undefined;
  while (scanner.next() && scanner.name !== 'c') {
    if (scanner.name === 'v') text = scanner.content();
    else if (scanner.name === 'f') formula = readFormula(scanner, at, context, shared, arrays);
    else if (scanner.name === 'is') rich = readRichText(scanner);
    else scanner.skip();
  }
  storeCell(
    course,
    type === 'inlineStr' ? (rich ?? null) : readValue(type, text, context),
    formula,
    style === undefined ? undefined : Number(style),
  );
}

function moveTo(at: Position, row: number, column: number): void {
  if (row !== at.row || column <= at.column || column >= MAX_COLUMNS) damaged('cell-reference');
  at.column = column;
}

function storeCell(
  { context, rows, at }: Course,
  value: Cell['value'],
  formula: string | undefined,
  style: number | undefined,
): void {
  if (value === null && formula === undefined) return;
  if (--context.budget.cells < 0) refuse('file-too-large', 'cells');
  const look = style === undefined ? undefined : readLook(style, context);
  const cell = makeCell(value, formula, look?.format);
  (rows[at.row] ??= [])[at.column] = look?.hidden === true ? { ...cell, hidden: true } : cell;
}

function makeCell(value: Cell['value'], formula: string | undefined, format: string | undefined): Cell {
  if (formula === undefined) return format === undefined ? { value } : { value, format };
  return format === undefined ? { value, formula } : { value, formula, format };
}

function readLook(index: number, { looks }: WorksheetContext): CellLook | undefined {
  if (looks === null) return undefined;
  return index === 0 || index < looks.length ? looks[index] : damaged('cell-format');
}

/** §18.18.11 ST_CellType. An empty value is no value: a formula with it is not calculated. */
function readValue(type: string, text: string | undefined, context: WorksheetContext): Cell['value'] {
  if (text === undefined) return null;
  if (type === 'str' || type === 'inlineStr') return decodeXstring(text);
  if (text === '') return null;
  switch (type) {
    case 'n':
      return readNumber(text);
    case 's':
      return context.sharedStrings[readIndex(text)] ?? damaged('shared-string');
    case 'b':
      return text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : damaged('cell-value');
    case 'e':
      return { error: text };
    case 'd':
      return parseIsoDate(text, context.date1904) ?? damaged('cell-value');
    default:
      return damaged('cell-type');
  }
}

function readNumber(text: string): number {
  const number = +text;
  // Blanks would be 0, and "0x1F", "0b1" and "0o7" are numbers to JavaScript only.
  const prefix = text.charCodeAt(1) | 32;
  const plain = (number !== 0 || text.includes('0')) && prefix !== 120 && prefix !== 98 && prefix !== 111;
  return plain && Number.isFinite(number) ? number : damaged('cell-value');
}

function readIndex(text: string): number {
  const index = +text;
  return Number.isInteger(index) && index >= 0 ? index : damaged('shared-string');
}

/** §18.3.1.40. A shared formula is written once and read by each of its cells from its own place. */
function readFormula(
  scanner: XmlScanner,
  at: Position,
  context: WorksheetContext,
  shared: Map<string, SharedFormula>,
  arrays: ArrayFormula[],
): string {
  const type = scanner.attribute('t');
  const index = scanner.attribute('si');
  const area = scanner.attribute('ref');
  if ((type === 'array' || type === 'dataTable') && area !== undefined)
    arrays.push({ at: { ...at }, area: parseArea(area) });
  if (type === 'dataTable') {
    const inputs = [scanner.attribute('r1'), scanner.attribute('r2')];
    scanner.skip();
    return `TABLE(${inputs.filter((input) => input !== undefined).join(',')})`;
  }
  const formula = decodeXstring(scanner.content());
  if (type !== 'shared' || index === undefined) return formula;
  if (formula !== '') {
    if (formula.length > LONGEST_FORMULA) damaged('formula');
    shared.set(index, { formula: takeApart(formula), at: { ...at } });
    return formula;
  }
  const first = shared.get(index) ?? damaged('shared-formula');
  context.budget.sharedFormulas -= first.formula.pieces.length;
  if (context.budget.sharedFormulas < 0) refuse('file-too-large', 'formulas');
  return shiftFormula(first.formula, at.row - first.at.row, at.column - first.at.column);
}
