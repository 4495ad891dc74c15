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
  readonly chances: readonly Chance[];
  /** Whoever may have it, and whoever surely has, as numbers of contenders. */
  readonly may: ReadonlySet<number>;
  readonly sure: ReadonlySet<number>;
}

/**
 * Whether whoever would have a prize, did none above exclude it, surely has one of `prizes`: that prize, or one
 * that excludes it and is among them. `chance` tells what it comes to with a prize.
 */
export const keepsWithin = (
  { excludedBy }: PrizeBounds,
  prizes: readonly PrizeBounds[],
  chance: (prize: PrizeBounds) => Chance,
): boolean => excludedBy.every((above) => prizes.includes(above) || chance(above) === NEVER);
