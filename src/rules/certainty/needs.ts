/** How many of its missing points make an award certain for a unit, and how many it may lose before it is out. */
import { itemAt } from '../../base/present';
import type { Bounds } from './bounds';
import type { Contender } from './contenders';
import type { Prepared } from '../prepare';
import { MAYBE, NEVER, SURELY } from './prize';
import type { Chance } from './prize';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { SeenCases } from './seen-cases';

export interface Need {
  /** Points above the least total that make the award certain; null: none do. */
  readonly needs: Rational | null;
  /** The total it then has. */
  readonly reached: Rational | null;
  /** Points below the greatest total that leave the award possible; null: it has none to lose. */
  readonly mayLose: Rational | null;
}

/** So many totals of a unit are looked at one by one; of more of them the first at each height where something turns. */
const MAX_TOTALS = 200;
const HUNDREDTH: Rational = { n: 1n, d: 100n };

interface Bounded {
  readonly low: Rational;
  readonly high: Rational;
}

export class Needs {
  constructor(
    private readonly prepared: Prepared,
    private readonly bounds: Bounds,
    private readonly seen: SeenCases | null,
  ) {}

  /** The step in which the missing points of a unit come. */
  private stepOf({ openLeaves }: Contender): Rational {
    const first = openLeaves[0]?.leaf.step ?? null;
    if (first !== null && openLeaves.every(({ leaf: { step } }) => step !== null && q.equal(step, first))) return first;
    const { totalDecimals } = this.prepared.book.settings;
    return totalDecimals === null ? HUNDREDTH : { n: 1n, d: 10n ** BigInt(totalDecimals) };
  }

  /** The first total on a mark or above it, whole steps from the lowest; the highest where no step lies between. */
  private totalFrom(mark: Rational, orOn: boolean, { low, high }: Bounded, step: Rational): Rational | null {
    if (q.compare(mark, low) < 0) return low;
    const steps = q.divide(q.subtract(mark, low), step);
    const total = q.add(low, q.multiply(step, { n: orOn ? q.ceil(steps) : q.floor(steps) + 1n, d: 1n }));
    return q.compare(total, high) <= 0 ? total : q.compare(mark, high) <= 0 ? high : null;
  }

  private chanceOf(award: number, number: number, { unit, mayStayOut }: Contender, total: Rational): Chance {
    const seen = this.seen?.chanceAt(award, unit, total) ?? null;
    if (seen !== null) return seen === SURELY && mayStayOut ? MAYBE : seen;
    return this.bounds.chanceAt(award, number, this.bounds.field.ladder.heightOf(total));
  }

  /** The totals at which the chance of a unit can change, the lowest first. */
  private turns(award: number, number: number, contender: Contender, range: Bounded): readonly Rational[] {
    if (contender.completions.every(({ totals }) => totals !== null)) {
      const own = contender.completions.flatMap(({ totals }) => totals ?? []);
      if (own.length <= MAX_TOTALS) return own.sort(q.compare);
    }
    const step = this.stepOf(contender);
    const followed = this.seen?.marksOf(contender.unit) ?? null;
    if (followed !== null) {
      const inside = followed.filter((mark) => q.compare(mark, range.low) >= 0 && q.compare(mark, range.high) <= 0);
      return [range.low, ...inside].flatMap((mark) =>
        [true, false].flatMap((orOn) => this.totalFrom(mark, orOn, range, step) ?? []),
      );
    }
    const { marks } = this.bounds.field.ladder;
    return this.bounds.turnsOf(award, number).flatMap((height) => {
      const mark = marks[Math.floor(height / 2)];
      return mark === undefined ? [range.low] : (this.totalFrom(mark, height % 2 === 0, range, step) ?? []);
    });
  }

  of(award: number, number: number): Need | null {
    const contender = itemAt(this.bounds.field.contenders, number);
    const { low, high } = contender.total ?? { low: null, high: null };
    if (low === null || high === null || q.equal(low, high)) return null;
    const turns = this.turns(award, number, contender, { low, high });
    let least: Rational | null = null;
    let reached: Rational | null = null;
    for (const total of turns) {
      const chance = this.chanceOf(award, number, contender, total);
      if (chance !== NEVER) least ??= total;
      if (chance === SURELY) reached ??= total;
      if (reached !== null) break;
    }
    return {
      needs: reached === null ? null : q.subtract(reached, low),
      reached,
      mayLose: least === null ? null : q.subtract(high, least),
    };
  }
}
