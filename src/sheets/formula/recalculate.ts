/**
 * What a formula gives today, from the stored values it reads and from the formulas among them calculated first:
 * so that a stored value that is older than what it rests on is known to be. Only forms that are the same in
 * every program are calculated (parse.ts); of all others it is known what they read.
 */
import { nameKey } from '../sheet-name';
import type { Area, Cell, CellError, WorkbookCells } from '../cells';
import { Unproven, type Block } from './block';
import { ExpressionValue, type Value } from './evaluate';
import { parseFormula, type ParsedFormula } from './parse';
import { cellKey, MAX_COLUMNS, MAX_ROWS, parseHalf, type Reference } from './references';
import { tokensOf } from './tokens';

export interface SheetArea {
  /** Index of the sheet. */
  readonly sheet: number;
  readonly area: Area;
}

export interface Recalculated {
  /** Undefined: it cannot be calculated here. */
  readonly value: Value | undefined;
  /** The stored value is not what the formula gives, or nobody can vouch for it. */
  readonly isStale: boolean;
  /** A function whose value changes by itself, or another workbook, behind the cell. */
  readonly unsteady: Unsteady | null;
  /** The greatest number met on the way: so much noise may the result carry. */
  readonly largest: number;
}

/** `name`: of the function, or of the other workbook as the formula writes it. */
export interface Unsteady {
  readonly kind: 'volatile' | 'external';
  readonly name: string;
}

/** What a formula sees from its place, when more of its forms are calculated (calculator/). */
export interface CellView {
  readonly row: number;
  readonly column: number;
  readonly date1904: boolean;
  /** Null where only a calculation could tell. */
  areasOf: (reference: Reference) => readonly SheetArea[] | null;
  /** The formula of a defined name, if it means the same from every cell. */
  nameOf: (reference: Reference & { readonly kind: 'name' }) => string | null;
  /** Throws where a value among them is not known or work has no end. */
  blockOf: (area: SheetArea) => Block;
  /** Counts work; throws where it has no end. */
  spend: (steps: number) => void;
  /** Whether rows of it are hidden, or subtotals stand in it. */
  isFiltered: (area: SheetArea) => boolean;
}

/** Gives the value of forms that `evaluate.ts` leaves alone; undefined: not known. */
export type Calculator = (formula: string, view: CellView) => Value | undefined;

/** A formula on its way. */
interface Frame {
  readonly key: number;
  readonly cell: Cell;
  readonly parsed: ParsedFormula;
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly reads: Reads;
  isOpen: boolean;
}

interface Reads {
  readonly areas: readonly SheetArea[];
  readonly unsteady: Unsteady | null;
}

/** Cells looked at until nothing more is calculated: far more than any bloc's formulas read. */
const PATIENCE = 3_000_000;
/** Names may refer to names; nobody nests them deeper. */
const DEEPEST_NAME = 16;

export class Recalculation {
  private readonly known = new Map<number, Recalculated>();
  private readonly open = new Set<number>();
  /** Formulas that rest on themselves, and those that rest on them. */
  private readonly circles = new Set<number>();
  private readonly sheetNumbers: ReadonlyMap<string, number>;
  private readonly names: ReadonlyMap<string, string>;
  private patience = PATIENCE;
  /** Whether formulas nobody calculated here may be older than what they read. */
  private readonly trustsOthers: boolean;

  /** `calculator`: for formulas without a stored value whose form is none of the few. */
  constructor(
    private readonly workbook: WorkbookCells,
    private readonly calculator: Calculator | null = null,
  ) {
    this.sheetNumbers = new Map(workbook.sheets.map(({ name }, index) => [nameKey(name), index]));
    this.names = new Map(
      (workbook.names ?? []).map(({ name, sheet, formula }) => [
        `${sheet === null ? '' : String(sheet)}!${nameKey(name)}`,
        formula,
      ]),
    );
    this.trustsOthers = workbook.manualCalculation !== true || workbook.calculated === true;
  }

  /** Null for a cell without formula. */
  at(sheet: number, row: number, column: number): Recalculated | null {
    const first = this.frameOf(sheet, row, column);
    if (first === null) return null;
    const stack = [first];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      if (this.known.has(frame.key)) stack.pop();
      else if (!frame.isOpen) this.openFrame(frame, stack);
      else {
        this.known.set(frame.key, this.close(frame));
        this.open.delete(frame.key);
        stack.pop();
      }
    }
    return this.known.get(first.key) ?? null;
  }

  private frameOf(sheet: number, row: number, column: number): Frame | null {
    const cell = this.workbook.sheets[sheet]?.rows[row]?.[column];
    if (cell?.formula === undefined) return null;
    const parsed = parseFormula(cell.formula);
    this.patience -= cell.formula.length;
    return {
      key: keyOf(sheet, row, column),
      cell,
      parsed,
      sheet,
      row,
      column,
      reads: this.readsOf(parsed, sheet, 0),
      isOpen: false,
    };
  }

  /** Before a formula come those that it reads. */
  private openFrame(frame: Frame, stack: Frame[]): void {
    frame.isOpen = true;
    this.open.add(frame.key);
    for (const { key, sheet, row, column, cell } of this.cellsOf(frame.reads.areas)) {
      if (cell.formula === undefined || this.known.has(key) || this.open.has(key)) continue;
      const before = this.frameOf(sheet, row, column);
      if (before !== null) stack.push(before);
    }
  }

  private close({ key: own, cell, parsed, reads, sheet, row, column }: Frame): Recalculated {
    let { unsteady } = reads;
    let restsOnStale = false;
    let isCircle = false;
    for (const { key, cell: read } of this.cellsOf(reads.areas)) {
      if (read.formula === undefined) continue;
      const before = this.known.get(key);
      if (before === undefined || this.circles.has(key)) isCircle = true;
      unsteady ??= before?.unsteady ?? null;
      restsOnStale ||= before?.isStale === true;
    }
    if (isCircle) this.circles.add(own);
    const isKnowable = !isCircle && unsteady === null && this.patience >= 0;
    const evaluation =
      parsed.expression === null || !isKnowable
        ? null
        : new ExpressionValue(
            (reference) => this.areasMeant(reference, sheet),
            (area) => this.valuesOf(area),
          );
    let value = evaluation === null || parsed.expression === null ? undefined : evaluation.of(parsed.expression);
    if (value === undefined && isKnowable && cell.value === null && cell.formula !== undefined)
      value = this.calculator?.(cell.formula, this.viewFrom(sheet, row, column));
    const largest = evaluation?.largest ?? 0;
    const isStale =
      value === undefined
        ? restsOnStale || !this.trustsOthers || cell.value === null
        : differs(value, cell.value, largest);
    return { value, isStale, unsteady, largest };
  }

  private viewFrom(sheet: number, row: number, column: number): CellView {
    return {
      row,
      column,
      date1904: this.workbook.date1904,
      areasOf: (reference) => this.areasMeant(reference, sheet),
      nameOf: ({ sheet: written, name }) => {
        const formula = this.formulaNamed(name, this.sheetNamed(written, sheet));
        return formula !== undefined && isFixed(formula) ? formula : null;
      },
      blockOf: (area) => this.blockOf(area),
      spend: (steps) => {
        this.patience -= steps;
        if (this.patience < 0) throw new Unproven();
      },
      isFiltered: (area) => this.isFiltered(area),
    };
  }

  /** The filled part of an area as rows of values. */
  private blockOf(area: SheetArea): Block {
    const { top, left, bottom, right } = area.area;
    const rows: Value[][] = [];
    for (const { row, column, cell, key } of this.cellsOf([area])) {
      const value = cell.formula === undefined ? cell.value : this.freshOf(key, cell).value;
      // A text without letters is a blank cell for one program and a text for another, unless a formula gives it.
      if (value === undefined || (value === '' && cell.formula === undefined)) throw new Unproven();
      while (rows.length <= row - top) rows.push([]);
      const values = rows[row - top] ?? [];
      while (values.length < column - left) values.push(null);
      values.push(value);
    }
    if (this.patience < 0) throw new Unproven();
    return { rows, height: bottom - top + 1, width: right - left + 1, area };
  }

  private isFiltered({ sheet, area }: SheetArea): boolean {
    for (const row of this.workbook.sheets[sheet]?.hiddenRows ?? [])
      if (row >= area.top && row <= area.bottom) return true;
    for (const { cell } of this.cellsOf([{ sheet, area }]))
      if (/SUBTOTAL|AGGREGATE/i.test(cell.formula ?? '')) return true;
    return false;
  }

  /** The values of an area's cells, row by row; blanks are left out. Undefined: not known. */
  private *valuesOf(area: SheetArea): Generator<{ readonly value: Value | undefined; readonly largest: number }> {
    for (const { key, cell } of this.cellsOf([area])) {
      yield this.freshOf(key, cell);
    }
    if (this.patience < 0) yield { value: undefined, largest: 0 };
  }

  private freshOf(key: number, cell: Cell): { readonly value: Value | undefined; readonly largest: number } {
    const fresh = cell.formula === undefined ? undefined : this.known.get(key);
    if (fresh === undefined) return { value: cell.value, largest: 0 };
    return { value: fresh.value ?? (fresh.isStale ? undefined : cell.value), largest: fresh.largest };
  }

  private *cellsOf(areas: readonly SheetArea[]): Generator<{
    readonly key: number;
    readonly sheet: number;
    readonly row: number;
    readonly column: number;
    readonly cell: Cell;
  }> {
    for (const {
      sheet,
      area: { top, left, bottom, right },
    } of areas) {
      const rows = this.workbook.sheets[sheet]?.rows ?? [];
      for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
        const cells = rows[row] ?? [];
        for (let column = left; column <= Math.min(right, cells.length - 1); column++) {
          if (--this.patience < 0) return;
          const cell = cells[column];
          if (cell !== undefined) yield { key: keyOf(sheet, row, column), sheet, row, column, cell };
        }
        if (--this.patience < 0) return;
      }
    }
  }

  /** All that a formula reads; what only a calculation can tell is left out, it is never evaluated here. */
  private readsOf({ references, volatile, external }: ParsedFormula, own: number, depth: number): Reads {
    const areas: SheetArea[] = [];
    let unsteady: Unsteady | null =
      volatile !== null
        ? { kind: 'volatile', name: volatile }
        : external !== null
          ? { kind: 'external', name: external }
          : null;
    for (const reference of references) {
      const reads = this.areasOf(reference, own, depth);
      unsteady ??= reads?.unsteady ?? null;
      areas.push(...(reads?.areas ?? []));
    }
    return { areas, unsteady };
  }

  private sheetNamed(name: string | null, own: number): number | undefined {
    return name === null ? own : this.sheetNumbers.get(nameKey(name));
  }

  private formulaNamed(name: string, sheet: number | undefined): string | undefined {
    const wanted = nameKey(name);
    return this.names.get(`${sheet === undefined ? '' : String(sheet)}!${wanted}`) ?? this.names.get(`!${wanted}`);
  }

  /** The cells a reference stands for; a name only where it is nothing but one: of `=A1*2` those that are read are not its value. */
  private areasMeant(reference: Reference, own: number): readonly SheetArea[] | null {
    let [meant, sheet] = [reference, own];
    for (let depth = 0; meant.kind === 'name' && depth < DEEPEST_NAME; depth++) {
      const named = this.sheetNamed(meant.sheet, sheet);
      const formula = this.formulaNamed(meant.name, named);
      const { expression } = formula === undefined || !isFixed(formula) ? NOTHING : parseFormula(formula);
      if (expression?.kind !== 'reference') return null;
      [meant, sheet] = [expression.reference, named ?? sheet];
    }
    return meant.kind === 'area' ? (this.areasOf(meant, sheet, 0)?.areas ?? null) : null;
  }

  private areasOf(reference: Reference, own: number, depth: number): Reads | null {
    if (reference.kind === 'anything' || depth > DEEPEST_NAME) return null;
    const first = this.sheetNamed(reference.sheet, own);
    if (reference.kind === 'name') {
      const formula = this.formulaNamed(reference.name, first);
      return formula === undefined ? null : this.readsOf(parseFormula(formula), first ?? own, depth + 1);
    }
    const last = reference.lastSheet === null ? first : this.sheetNumbers.get(nameKey(reference.lastSheet));
    if (first === undefined || last === undefined)
      return { areas: [], unsteady: { kind: 'external', name: reference.sheet ?? '' } };
    const areas: SheetArea[] = [];
    for (let sheet = Math.min(first, last); sheet <= Math.max(first, last); sheet++)
      areas.push({ sheet, area: reference.area });
    return { areas, unsteady: null };
  }
}

const NOTHING: Pick<ParsedFormula, 'expression'> = { expression: null };

/** Whether a name's formula names the same cells from wherever it is used. */
function isFixed(formula: string): boolean {
  for (const { kind, text } of tokensOf(formula))
    if (
      kind === 'cells' &&
      text
        .split(':')
        .map(parseHalf)
        .some(
          ({ row, column, fixedRow, fixedColumn }) => (row !== null && !fixedRow) || (column !== null && !fixedColumn),
        )
    )
      return false;
  return true;
}

const keyOf = (sheet: number, row: number, column: number): number =>
  sheet * (MAX_ROWS * MAX_COLUMNS) + cellKey(row, column);

/** Noise of binary arithmetic in sums, for its size. */
const NOISE = 1e-13;
const LEAST_DIFFERENCE = 1e-9;

function differs(value: Value, stored: Cell['value'], largest: number): boolean {
  if (stored === null) return true;
  if (value === null) return stored !== 0 && stored !== '';
  if (typeof value === 'number' && typeof stored === 'number')
    return Math.abs(value - stored) > Math.max(LEAST_DIFFERENCE, largest * NOISE);
  if (isError(value) || isError(stored)) return !(isError(value) && isError(stored));
  return value !== stored;
}

const isError = (value: Value | undefined): value is CellError => typeof value === 'object' && value !== null;
