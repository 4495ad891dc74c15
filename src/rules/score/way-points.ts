/**
 * Points that ways of scoring compute from `Số liệu`. One function per way (`ways.ts`); each gets
 * the leaf's maximum and readable inputs, and gives exact points before any rounding.
 */
import type { Way } from '../model/book';
import type { Place } from '../model/place';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

export type WayOf<K extends Way['kind']> = Extract<Way, { kind: K }>;

/** Maximum × actual / target, cut at the cap, lifted to the floor, 0 below the cut-off. `target` > 0. */
export function ratioPoints(way: WayOf<'ratio'>, max: Rational, target: Rational, actual: Rational): Rational {
  const cap = q.parse(way.cap) ?? q.ONE;
  const floor = q.parseOptional(way.floor);
  const cutoff = q.parseOptional(way.cutoff);
  if (way.lowerIsBetter && q.sign(actual) === 0) return q.multiply(max, cap);
  const share = way.lowerIsBetter ? q.divide(target, actual) : q.divide(actual, target);
  const capped = q.minimum(share, cap);
  const points = q.multiply(max, floor === null ? capped : q.maximum(capped, floor));
  const reached = cutoff === null ? 1 : q.order(share, cutoff);
  return reached === null ? q.oneOf(q.ZERO, points) : reached < 0 ? q.ZERO : points;
}

/** The points of the highest band that the percentage reaches; a border belongs to the higher band. */
export function bandPoints({ bands }: WayOf<'bands'>, percent: Rational): Rational {
  let points = q.ZERO;
  for (const { from, points: written } of bands) {
    const own = q.parse(written) ?? q.ZERO;
    const order = q.order(percent, q.parse(from) ?? percent);
    // Whether a border is reached hangs on the error of a quotient.
    if (order === null) return q.oneOf(q.minimum(points, own), q.maximum(points, own));
    if (order >= 0) points = own;
  }
  return points;
}

/** Maximum − `each` per missing item, never below 0. */
export function minusPoints(max: Rational, each: Rational, count: Rational): Rational {
  return q.maximum(q.ZERO, q.subtract(max, q.multiply(each, count)));
}

/** `each` per item, at most the maximum if there is one. */
export function countPoints(max: Rational | null, each: Rational, count: Rational): Rational {
  const points = q.multiply(each, count);
  return max === null ? points : q.minimum(max, points);
}

/** The mean of the events that occurred (at least one). */
export function averagePoints(events: readonly Rational[]): Rational {
  return q.divide(q.sum(events), q.fromInteger(events.length));
}

/** One unit's inputs of a relative criterion; `target: null`: without target. */
export interface RelativeInput {
  readonly target: Rational | null;
  readonly actual: Rational;
  /** The cell of an actual without target that is a percentage. */
  readonly percent?: Place;
}

/** What the best of the bloc reached: the measure for every unit's relative points. */
export interface RelativeBest {
  /** The highest (actual − target) / target of the units above their target. */
  readonly excess: Rational;
  /** The highest actual of the units without target. */
  readonly actual: Rational;
}

const excessOf = (target: Rational, actual: Rational): Rational => q.divide(q.subtract(actual, target), target);

export function relativeBest(bloc: readonly RelativeInput[]): RelativeBest {
  let best: RelativeBest = { excess: q.ZERO, actual: q.ZERO };
  for (const { target, actual } of bloc) {
    best =
      target === null
        ? { ...best, actual: q.maximum(best.actual, actual) }
        : { ...best, excess: q.maximum(best.excess, excessOf(target, actual)) };
  }
  return best;
}

/**
 * Half the maximum on target, less in proportion below it, up to the whole maximum for the unit of
 * the bloc that exceeds its target most. Units without target are measured by the best of them.
 * `best` is that of the units to which the criterion applies: it may know no excess.
 */
export function relativePoints(max: Rational, own: RelativeInput, best: RelativeBest): Rational {
  const { target, actual } = own;
  if (target === null) {
    return q.sign(best.actual) === 0 ? q.ZERO : q.multiply(max, q.divide(actual, best.actual));
  }
  const half = q.multiply(max, q.HALF);
  const order = q.order(actual, target);
  // Whether the target was reached or exceeded hangs on the error of a quotient.
  if (order === null) return q.oneOf(q.minimum(half, q.multiply(half, q.divide(actual, target))), max);
  if (order < 0) return q.multiply(half, q.divide(actual, target));
  if (order === 0 || q.sign(best.excess) === 0) return half;
  return q.add(half, q.multiply(half, q.divide(excessOf(target, actual), best.excess)));
}
