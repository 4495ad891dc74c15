/** How much of a workbook was read: seen before the meeting, not after. */
import type { Book } from '../rules';

export interface ReadCounts {
  readonly units: number;
  readonly criteria: number;
  readonly conditions: number;
  readonly awards: number;
  /** Ballots, not their rows. */
  readonly ballots: number;
  readonly decisions: number;
}

export function readCounts({ units, criteria, conditions, awards, ballots, decisions }: Book): ReadCounts {
  return {
    units: units.length,
    criteria: criteria.length,
    conditions: conditions.length,
    awards: awards.length,
    ballots: new Set(ballots.map(({ ballot }) => ballot)).size,
    decisions: decisions.length,
  };
}
