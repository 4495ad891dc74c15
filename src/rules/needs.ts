/** How many of its missing points make an award certain for a unit, and how many it may lose before it is out. */
import type { Bounds } from './bounds';
import type { Contender } from './contenders';
import type { Prepared } from './prepare';
import { NEVER, SURELY } from './prize';
import type { Chance } from './prize';
import * as q from './rational';
import type { Rational } from './rational';

export interface Need {
  /** Points above the least total that make the award certain; null: none do. */
  readonly needs: Rational | null;
  /** The total it then has. */
  readonly reached: Rational | null;
  /** Points below the greatest total that leave the award possible; null: it has none to lose. */
  readonly mayLose: Rational | null;
}

/** So many totals of a unit are looked at one by one; of more of them those that part the others are searched. */
const MAX_TOTALS = 200;
const HUNDREDTH: Rational = { n: 1n, d: 100n };

export class Needs {
  /** Every total at which something changes. */
  private readonly marks: readonly Rational[];

  constructor(private readonly prepared: Prepared, private readonly bounds: Bounds) {
    this.marks = bounds.field.ladder.marks;
  }

  private chanceAt(award: number, contender: number, total: Rational): Chance {
    return this.bounds.chanceAt(award, contender, this.bounds.field.ladder.heightOf(total));
  }

  /** The step in which the missing points of a unit come. */
  private stepOf({ openLeaves }: Contender): Rational {
    const [first, ...others] = openLeaves.map(({ leaf }) => leaf.step);
    if (first !== undefined && first !== null && others.every((step) => step !== null && q.equal(step, first))) return first;
    const { totalDecimals } = this.prepared.book.settings;
    return totalDecimals === null ? HUNDREDTH : { n: 1n, d: 10n ** BigInt(totalDecimals) };
  }

  /** The totals of a unit at which its chance can change: its own values, else whole steps at and just above each mark. */
  private totalsOf(contender: Contender, low: Rational, high: Rational): Rational[] {
    const own = contender.completions.flatMap(({ totals }) => totals ?? []);
    if (contender.completions.every(({ totals }) => totals !== null) && own.length <= MAX_TOTALS) return own.sort(q.compare);
    const step = this.stepOf(contender);
    const steps = (total: Rational, more: bigint): Rational => q.add(low, q.multiply(step, { n: q.ceil(q.divide(q.subtract(total, low), step)) + more, d: 1n }));
    const inside = this.marks.filter((mark) => q.compare(mark, low) >= 0 && q.compare(mark, high) <= 0);
    const tried = inside.flatMap((mark) => {
      const at = steps(mark, 0n);
      return q.equal(at, mark) ? [at, steps(mark, 1n)] : [at];
    });
    return [...new Map([low, ...tried, high].filter((total) => q.compare(total, high) <= 0).map((total) => [q.format(total), total])).values()].sort(q.compare);
  }

  /** The first total from which the test holds, where it holds from some total on up. */
  private first(totals: readonly Rational[], test: (total: Rational) => boolean): Rational | null {
    if (totals.length <= MAX_TOTALS) return totals.find(test) ?? null;
    let low = 0;
    let high = totals.length - 1;
    if (!test(totals[high] as Rational)) return null;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(totals[middle] as Rational)) high = middle;
      else low = middle + 1;
    }
    return totals[low] ?? null;
  }

  of(award: number, number: number): Need | null {
    const contender = this.bounds.field.contenders[number];
    const { low, high } = contender?.total ?? { low: null, high: null };
    if (contender === undefined || low === null || high === null || q.equal(low, high)) return null;
    const totals = this.totalsOf(contender, low, high);
    const reached = this.first(totals, (total) => this.chanceAt(award, number, total) === SURELY);
    const least = this.first(totals, (total) => this.chanceAt(award, number, total) !== NEVER);
    return { needs: reached === null ? null : q.subtract(reached, low), reached, mayLose: least === null ? null : q.subtract(high, least) };
  }
}

