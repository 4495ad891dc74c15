/**
 * Hands the places of one award or grade band to candidates in their order. Every view reads the
 * result of this one function.
 */
import type { CutoffPolicy } from '../model/book';
import { sameSet } from './rank';
import type { TieOrder } from './rank';

export interface Allotment {
  /** Who has a place, the granted first, then in order. */
  readonly holders: readonly number[];
  /** The candidates of one rank that the last place cannot part; empty when none are left so. */
  readonly tied: readonly number[];
  /** Places left for the tied, from which a decision chooses. */
  readonly open: number;
  /** Places nobody takes. */
  readonly unused: number;
  /** Holders beyond the places, from a tie that is taken whole. */
  readonly grown: number;
  /** The decision that parted the tied, if one did. */
  readonly decision: number | null;
  /** The first whom that decision left out; null without one. */
  readonly passedOver: readonly number[] | null;
}

export interface AllotmentInput {
  readonly places: number;
  /** Units that take a place before all others. */
  readonly granted: readonly number[];
  /** Candidates by rank, those who share a rank in one class; without the granted. */
  readonly classes: readonly (readonly number[])[];
  readonly cutoff: CutoffPolicy;
  /** Recorded orders for a tie at the last place. */
  readonly orders: readonly TieOrder[];
}

/**
 * Walks down the classes while places are left. A class that does not fit follows the cut-off
 * policy; a recorded order for exactly that class parts it whatever the policy says.
 */
export function allot({ places, granted, classes, cutoff, orders }: AllotmentInput): Allotment {
  const holders = [...granted];
  let left = Math.max(0, places - granted.length);
  const result = {
    tied: [] as readonly number[],
    open: 0,
    grown: 0,
    decision: null as number | null,
    passedOver: null as readonly number[] | null,
  };
  for (const tied of classes) {
    if (left === 0) break;
    if (tied.length <= left) {
      holders.push(...tied);
      left -= tied.length;
      continue;
    }
    const order = orders.find((candidate) => sameSet(candidate.units, tied));
    if (order !== undefined) {
      holders.push(...order.units.slice(0, left));
      return { ...result, holders, unused: 0, decision: order.decision, passedOver: order.units.slice(left, left + 1) };
    }
    switch (cutoff) {
      case 'decide':
        return { ...result, holders, tied, open: left, unused: 0 };
      case 'excludeAll':
        return { ...result, holders, unused: left };
      default:
        return { ...result, holders: [...holders, ...tied], grown: tied.length - left, unused: 0 };
    }
  }
  return { ...result, holders, unused: left };
}
