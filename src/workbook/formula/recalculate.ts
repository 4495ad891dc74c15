/**
 * What a formula gives today, from the stored values it reads and from the formulas among them calculated first:
 * so that a stored value that is older than what it rests on is known to be. Only forms that are the same in
 * every program are calculated (parse.ts); of all others it is known what they read.
 */
import type { Area, Cell, CellError, WorkbookCells } from '../cells';
import { ExpressionValue, type Value } from './evaluate';
import { parseFormula, type ParsedFormula } from './parse';
import { cellKey, MAX_COLUMNS, MAX_ROWS, type Reference } from './references';

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

/** A formula on its way. */
interface Frame {
  readonly key: number;
  readonly cell: Cell;
  readonly parsed: ParsedFormula;
  readonly sheet: number;
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

  constructor(private readonly workbook: WorkbookCells) {
    this.sheetNumbers = new Map(workbook.sheets.map(({ name }, index) => [folded(name), index]));
    this.names = new Map(
      (workbook.names ?? []).map(({ name, sheet, formula }) => [
        `${sheet === null ? '' : String(sheet)}!${folded(name)}`,
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

  private close({ key: own, cell, parsed, reads, sheet }: Frame): Recalculated {
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
    const evaluation =
      parsed.expression === null || isCircle || unsteady !== null || this.patience < 0
        ? null
        : new ExpressionValue(
            (reference) => this.areasOf(reference, sheet, 0)?.areas ?? null,
            (area) => this.valuesOf(area),
          );
    const value = evaluation === null || parsed.expression === null ? undefined : evaluation.of(parsed.expression);
    const largest = evaluation?.largest ?? 0;
    const isStale =
      value === undefined
        ? restsOnStale || !this.trustsOthers || cell.value === null
        : differs(value, cell.value, largest);
    return { value, isStale, unsteady, largest };
  }

  /** The values of an area's cells, row by row; blanks are left out. Undefined: not known. */
  private *valuesOf(area: SheetArea): Generator<{ readonly value: Value | undefined; readonly largest: number }> {
    for (const { key, cell } of this.cellsOf([area])) {
      const fresh = cell.formula === undefined ? undefined : this.known.get(key);
      if (fresh === undefined) yield { value: cell.value, largest: 0 };
      else yield { value: fresh.value ?? (fresh.isStale ? undefined : cell.value), largest: fresh.largest };
    }
    if (this.patience < 0) yield { value: undefined, largest: 0 };
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

  private areasOf(reference: Reference, own: number, depth: number): Reads | null {
    if (reference.kind === 'anything' || depth > DEEPEST_NAME) return null;
    const first = reference.sheet === null ? own : this.sheetNumbers.get(folded(reference.sheet));
    if (reference.kind === 'name') {
      const name = folded(reference.name);
      const formula =
        this.names.get(`${first === undefined ? '' : String(first)}!${name}`) ?? this.names.get(`!${name}`);
      return formula === undefined ? null : this.readsOf(parseFormula(formula), first ?? own, depth + 1);
    }
    const last = reference.lastSheet === null ? first : this.sheetNumbers.get(folded(reference.lastSheet));
    if (first === undefined || last === undefined)
      return { areas: [], unsteady: { kind: 'external', name: reference.sheet ?? '' } };
    const areas: SheetArea[] = [];
    for (let sheet = Math.min(first, last); sheet <= Math.max(first, last); sheet++)
      areas.push({ sheet, area: reference.area });
    return { areas, unsteady: null };
  }
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();
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
