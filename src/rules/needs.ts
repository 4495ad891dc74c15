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

/** So many totals of a unit are looked at one by one; of more of them the first at each height where something turns. */
const MAX_TOTALS = 200;
const HUNDREDTH: Rational = { n: 1n, d: 100n };

export class Needs {
  constructor(
    private readonly prepared: Prepared,
    private readonly bounds: Bounds,
  ) {}

  /** The step in which the missing points of a unit come. */
  private stepOf({ openLeaves }: Contender): Rational {
    const [first, ...others] = openLeaves.map(({ leaf }) => leaf.step);
    if (first !== undefined && first !== null && others.every((step) => step !== null && q.equal(step, first)))
      return first;
    const { totalDecimals } = this.prepared.book.settings;
    return totalDecimals === null ? HUNDREDTH : { n: 1n, d: 10n ** BigInt(totalDecimals) };
  }

  /** The first total of a height or above it, whole steps from the lowest; the highest where no step lies between. */
  private totalFrom(height: number, { low, high }: { low: Rational; high: Rational }, step: Rational): Rational | null {
    const mark = this.bounds.field.ladder.marks[Math.floor(height / 2)];
    if (mark === undefined || q.compare(mark, low) < 0) return low;
    const steps = q.divide(q.subtract(mark, low), step);
    const whole = height % 2 === 0 ? q.ceil(steps) : q.floor(steps) + 1n;
    const total = q.add(low, q.multiply(step, { n: whole, d: 1n }));
    return q.compare(total, high) <= 0 ? total : q.compare(mark, high) <= 0 ? high : null;
  }

  /** The totals at which the chance of a unit can change, the lowest first, each with its chance. */
  private chances(
    award: number,
    number: number,
    contender: Contender,
    range: { low: Rational; high: Rational },
  ): { total: Rational; chance: Chance }[] {
    const { bounds } = this;
    const at = (total: Rational): { total: Rational; chance: Chance } => ({
      total,
      chance: bounds.chanceAt(award, number, bounds.field.ladder.heightOf(total)),
    });
    const own = contender.completions.flatMap(({ totals }) => totals ?? []);
    if (contender.completions.every(({ totals }) => totals !== null) && own.length <= MAX_TOTALS)
      return own.sort(q.compare).map(at);
    const step = this.stepOf(contender);
    let before: Chance | null = null;
    return bounds.turnsOf(award, number).flatMap((height) => {
      const chance = bounds.chanceAt(award, number, height);
      if (chance === before) return [];
      before = chance;
      const total = this.totalFrom(height, range, step);
      return total === null ? [] : [at(total)];
    });
  }

  of(award: number, number: number): Need | null {
    const contender = this.bounds.field.contenders[number];
    const { low, high } = contender?.total ?? { low: null, high: null };
    if (contender === undefined || low === null || high === null || q.equal(low, high)) return null;
    const chances = this.chances(award, number, contender, { low, high });
    const reached = chances.find(({ chance }) => chance === SURELY)?.total ?? null;
    const least = chances.find(({ chance }) => chance !== NEVER)?.total ?? null;
    return {
      needs: reached === null ? null : q.subtract(reached, low),
      reached,
      mayLose: least === null ? null : q.subtract(high, least),
    };
  }
}
