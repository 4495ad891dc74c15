/** What is queued for Excel goes in one round trip, or in more when it grows too heavy for one. */

/** Bytes of a request: well below the 5 MB that Excel on the web takes. */
const WEIGHT_PER_TRIP = 2_000_000;

/** What one range with one action on it weighs in a request, in bytes. */
export const ACTION_WEIGHT = 500;

export interface Queue {
  /** Says what was queued since the last word; sends all of it when it is enough. */
  weigh: (bytes: number) => Promise<void>;
}

export function queueBefore(sync: () => Promise<void>): Queue {
  let weight = 0;
  return {
    async weigh(bytes) {
      weight += bytes;
      if (weight < WEIGHT_PER_TRIP) return;
      weight = 0;
      await sync(); // a payload limit forces it
    },
  };
}
