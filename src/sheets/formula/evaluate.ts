/** The value of a parsed formula, as Excel and LibreOffice agree on it; undefined where they may not. */
import { numeralOfDouble, roundNumeral } from '../../rules';
import type { CellError } from '../cells';
import type { Expression } from './parse';
import type { SheetArea } from './recalculate';
import type { Reference } from './references';

/** Null: a blank cell. */
export type Value = number | string | boolean | CellError | null;

type Outcome = number | CellError | undefined;

const NO_DIVISOR: CellError = { error: '#DIV/0!' };
/** As many as our own sums are rounded to, so that noise of binary sums goes. */
const MOST_DECIMALS = 12;
/** So near to a half, in units of the last decimal, noise decides which way it goes. */
const HALF_ZONE = 1e-5;

export class ExpressionValue {
  /** The greatest number met. */
  largest = 0;

  constructor(
    private readonly areasOf: (reference: Reference) => readonly SheetArea[] | null,
    /** Blank cells may be left out. */
    private readonly valuesOf: (
      area: SheetArea,
    ) => Iterable<{ readonly value: Value | undefined; readonly largest: number }>,
  ) {}

  of(expression: Expression): Value | undefined {
    switch (expression.kind) {
      case 'number':
        return this.seen(expression.value);
      case 'reference':
        return this.cell(expression.reference);
      case 'sum':
        return this.fold(expression.terms, 0, (sum, value, { isNegative }) => (isNegative ? sum - value : sum + value));
      case 'product':
        return this.fold(expression.factors, 1, (product, value, { divides }) =>
          !divides ? product * value : value === 0 ? NO_DIVISOR : product / value,
        );
      default:
        return this.call(expression);
    }
  }

  private seen(value: number): number {
    this.largest = Math.max(this.largest, Math.abs(value));
    return value;
  }

  private fold<Part extends { readonly of: Expression }>(
    parts: readonly Part[],
    start: number,
    step: (so: number, value: number, part: Part) => number | CellError,
  ): Outcome {
    let so = start;
    for (const part of parts) {
      const value = this.number(part.of);
      if (typeof value !== 'number') return value;
      const next = step(so, value, part);
      if (typeof next !== 'number') return next;
      so = this.seen(next);
    }
    return Number.isFinite(so) ? so : undefined;
  }

  /** In a sum or product; a text or yes/no there is understood differently by different programs. */
  private number(expression: Expression): Outcome {
    const value = this.of(expression);
    if (value === null) return 0;
    return typeof value === 'number' || typeof value === 'object' ? value : undefined;
  }

  /** The value of a single cell. */
  private cell(reference: Reference): Value | undefined {
    const areas = this.areasOf(reference);
    const [first] = areas ?? [];
    if (first === undefined || areas?.length !== 1) return undefined;
    const { top, left, bottom, right } = first.area;
    if (top !== bottom || left !== right) return undefined;
    for (const { value, largest } of this.valuesOf(first)) {
      this.seen(largest);
      // A text without letters is a blank cell in one program.
      if (value === '') return undefined;
      return typeof value === 'number' ? this.seen(value) : value;
    }
    return null;
  }

  private call({ name, arguments: given }: Expression & { kind: 'call' }): Outcome {
    if (name === 'ROUND') return this.round(given);
    const numbers: number[] = [];
    for (const argument of given) {
      const trouble =
        argument.kind === 'reference'
          ? this.gather(argument.reference, numbers)
          : this.take(this.number(argument), numbers);
      if (trouble !== null) return trouble;
    }
    if (name === 'SUM') return numbers.reduce((sum, value) => this.seen(sum + value), 0);
    if (name === 'AVERAGE')
      return numbers.length === 0
        ? NO_DIVISOR
        : numbers.reduce((sum, value) => this.seen(sum + value), 0) / numbers.length;
    return numbers.length === 0 ? 0 : numbers.reduce((a, b) => (name === 'MIN' ? Math.min(a, b) : Math.max(a, b)));
  }

  private take(value: Outcome, numbers: number[]): CellError | undefined | null {
    if (typeof value !== 'number') return value;
    numbers.push(value);
    return null;
  }

  /** The numbers of an area: texts and blanks do not count there. Null: all went well. */
  private gather(reference: Reference, numbers: number[]): CellError | undefined | null {
    const areas = this.areasOf(reference);
    if (areas === null || areas.length === 0) return undefined;
    for (const area of areas) {
      for (const { value, largest } of this.valuesOf(area)) {
        if (value === undefined || typeof value === 'boolean') return undefined;
        if (typeof value === 'object' && value !== null) return value;
        if (typeof value !== 'number') continue;
        this.seen(largest);
        numbers.push(this.seen(value));
      }
    }
    return null;
  }

  /** Half away from zero. A value that noise keeps from being exactly a half is left to others. */
  private round([of, decimals, ...more]: readonly Expression[]): Outcome {
    if (of === undefined || decimals === undefined || more.length > 0) return undefined;
    const value = this.number(of);
    if (typeof value !== 'number') return value;
    const places = this.number(decimals);
    if (typeof places !== 'number' || !Number.isInteger(places) || places < 0 || places > MOST_DECIMALS)
      return undefined;
    const unit = Math.abs(value) * 10 ** places;
    const isNearHalf = Math.abs(unit - Math.floor(unit) - 0.5) < HALF_ZONE;
    if (isNearHalf && Number(value.toPrecision(15)) !== value) return undefined;
    const read = numeralOfDouble(value);
    return read === null ? undefined : Number(roundNumeral(read.value, places));
  }
}
