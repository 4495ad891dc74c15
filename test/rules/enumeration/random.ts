/** Draws from a seed: the same everywhere (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    const { state } = this;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  readonly below = (count: number): number => Math.floor(this.next() * count);

  readonly chance = (share: number): boolean => this.next() < share;

  readonly one = <T>(all: readonly T[]): T => all[this.below(all.length)] as T;
}
