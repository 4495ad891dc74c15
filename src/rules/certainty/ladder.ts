/**
 * Totals as heights: whole numbers in the order of the totals. An even height is a total at which something
 * can change, the odd one above it stands for every total between it and the next.
 */
import { nearSets, sortTotals } from '../order/rank';
import type { NearTotals } from '../order/rank';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

export class Ladder {
  readonly marks: readonly Rational[];
  /** The finest difference of two totals; null: totals are not rounded. */
  private readonly grid: Rational | null;
  /** Totals of one height although they may differ. */
  private readonly near: readonly NearTotals[];
  private readonly nearHeights: ReadonlySet<number>;

  /** `decimals` are those of the total. */
  constructor(totals: readonly Rational[], decimals: number | null) {
    this.marks = sortTotals(totals);
    this.near = nearSets(totals);
    this.nearHeights = new Set(this.near.map(({ low }) => this.heightOf(low)));
    this.grid = decimals === null ? null : { n: 1n, d: 10n ** BigInt(decimals) };
  }

  /** Above every mark. */
  get top(): number {
    return 2 * this.marks.length - 1;
  }

  /** The height of a total, of a mark or between two of them. */
  heightOf(given: Rational): number {
    const isWithin = ({ low, high }: NearTotals): boolean =>
      q.compare(low, q.middle(given)) <= 0 && q.compare(q.middle(given), high) <= 0;
    const total = this.near.find(isWithin)?.low ?? given;
    let low = 0;
    let high = this.marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (q.compare(this.marks[middle] as Rational, total) < 0) low = middle + 1;
      else high = middle;
    }
    const mark = this.marks[low];
    return mark !== undefined && q.equal(mark, total) ? 2 * low : 2 * low - 1;
  }

  /** Whether nobody knows who of two units of this height stands higher. */
  isNear(height: number): boolean {
    return this.nearHeights.has(height);
  }

  isOnGrid(total: Rational): boolean {
    return this.grid === null || q.isMultiple(total, this.grid);
  }

  /** The next total of the grid above one; null where totals are not rounded. */
  above(total: Rational): Rational | null {
    return this.grid === null ? null : q.multiply(this.grid, { n: q.floor(q.divide(total, this.grid)) + 1n, d: 1n });
  }

  /** Whether some total has this height. */
  exists(height: number): boolean {
    const at = Math.floor(height / 2);
    const mark = this.marks[at];
    if (height % 2 === 0) return mark !== undefined && this.isOnGrid(mark);
    const next = this.marks[at + 1];
    if (mark === undefined || next === undefined) return true;
    const above = this.above(mark);
    return above === null || q.compare(above, next) < 0;
  }

  /** Whether this height is one single total. */
  isSingle(height: number): boolean {
    if (height % 2 === 0) return true;
    const [mark, next] = [this.marks[Math.floor(height / 2)], this.marks[Math.floor(height / 2) + 1]];
    const above = mark === undefined || next === undefined ? null : this.above(mark);
    const second = above === null ? null : this.above(above);
    return second !== null && next !== undefined && q.compare(second, next) >= 0;
  }

  /** A total of this height: the lowest of a rounded one, for a gap without rounding one in its middle. */
  totalAt(height: number): Rational {
    const at = Math.floor(height / 2);
    const mark = this.marks[at];
    const next = this.marks[at + 1];
    if (mark === undefined) return next === undefined ? q.ZERO : q.subtract(next, q.ONE);
    if (height % 2 === 0) return mark;
    const middle = next === undefined ? q.add(mark, q.ONE) : q.divide(q.add(mark, next), q.fromInteger(2));
    const above = this.above(mark);
    return above === null || !this.exists(height) ? middle : above;
  }
}
