/** Invents leaf scores that add up to a wanted sum: illustrative numbers for the samples. */

/** A leaf to be filled: its maximum and step in hundredths of a point. */
export interface Slot {
  readonly code: string;
  readonly max: number;
  readonly step: number;
}

/** A small repeatable random source (mulberry32): the samples must not change from run to run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Points per leaf, in hundredths, that add up to `sum` exactly: every leaf keeps its step and at
 * least 60 % of its maximum. Points are taken off at random leaves, a step at a time.
 */
export function spread(slots: readonly Slot[], sum: number, random: () => number): Map<string, number> {
  const full = slots.reduce((total, { max }) => total + max, 0);
  for (let attempt = 0; attempt < 500; attempt++) {
    const points = new Map(slots.map(({ code, max }) => [code, max]));
    let left = full - sum;
    for (let turn = 0; left > 0 && turn < 4000; turn++) {
      const slot = slots[Math.floor(random() * slots.length)];
      if (!slot) break;
      const now = points.get(slot.code) ?? 0;
      if (slot.step <= left && now - slot.step >= slot.max * 0.6) {
        points.set(slot.code, now - slot.step);
        left -= slot.step;
      }
    }
    if (left === 0) return points;
  }
  throw new Error(`cannot spread ${String(sum)} over ${String(slots.length)} leaves`);
}
