/** What is handed out in the order of the ranking, and what intervals can tell of it. */
import type { CutoffPolicy } from '../model/book';
import type { Tri } from '../conditions/comparison';
import type { Piece } from './contenders';
import type { AwardDecisions } from '../order/decisions';

/** From the fewest to the most. */
export interface Count {
  readonly fewest: number;
  readonly most: number;
}

/** What a piece, or a unit, comes to: surely, possibly, never. */
export const NEVER = 0;
export const MAYBE = 1;
export const SURELY = 2;
export type Chance = typeof NEVER | typeof MAYBE | typeof SURELY;

/** What is handed out in the order of the ranking: an award or a grade. */
export interface Prize {
  /** Whether a piece may have it. */
  readonly eligible: (piece: Piece, number: number) => Tri;
  /** Places before what the prize above passed down or took. */
  readonly places: (eligible: Count) => Count;
  readonly cutoff: CutoffPolicy;
  readonly decisions: AwardDecisions;
  /** Nobody who has one of these gets this. */
  readonly excludedBy: readonly PrizeBounds[];
  readonly passesDown: boolean;
  readonly doubtful: boolean;
}

export interface PrizeBounds {
  readonly excludedBy: readonly PrizeBounds[];
  readonly places: Count;
  readonly holders: Count;
  /** By number of the piece. */
  readonly standings: readonly PrizeStanding[];
  /** Whoever may have it, and whoever surely has, as numbers of contenders. */
  readonly may: ReadonlySet<number>;
  readonly sure: ReadonlySet<number>;
}

/** What a piece comes to with one prize. */
export interface PrizeStanding {
  readonly chance: Chance;
  /** It has this prize, or one above that excludes it. */
  readonly atLatest: boolean;
}

/** Whether a piece has one of some prizes, whichever it is: that keeps it from a prize which they exclude. */
export function exclusionBy(prizes: readonly PrizeBounds[], standing: (prize: PrizeBounds) => PrizeStanding): Chance {
  // Of those that may keep it from one of them, all others must be among them, or out of its reach.
  const has = (prize: PrizeBounds): boolean =>
    standing(prize).atLatest &&
    prize.excludedBy.every((above) => prizes.includes(above) || standing(above).chance === NEVER);
  if (prizes.some(has)) return SURELY;
  return prizes.some((prize) => standing(prize).chance !== NEVER) ? MAYBE : NEVER;
}

/** What the whole of a piece comes to with a prize. */
export const standingWith = ({ standings }: PrizeBounds, piece: number): PrizeStanding =>
  standings[piece] as PrizeStanding;

/** Whether the whole of a piece has one of some prizes. */
export const exclusionOf = (prizes: readonly PrizeBounds[], piece: number): Chance =>
  exclusionBy(prizes, (prize) => standingWith(prize, piece));
