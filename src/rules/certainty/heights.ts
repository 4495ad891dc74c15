/** Heights of contenders, sorted, so that those above one are counted and not looked at one by one. */
import { itemAt } from '../../base/present';

export class Heights {
  private readonly heights: readonly number[];
  /** Numbers of contenders, the highest first. */
  private readonly sorted: readonly number[];

  /** By contender; -Infinity for one that does not count, as for those not `among`. */
  constructor(heights: readonly number[], among: (contender: number) => boolean = () => true) {
    this.heights = heights.map((height, contender) => (among(contender) ? height : -Infinity));
    this.sorted = [...heights.keys()]
      .filter((each) => this.heightOf(each) > -Infinity)
      .sort((a, b) => (this.heightOf(b) > this.heightOf(a) ? 1 : this.heightOf(b) < this.heightOf(a) ? -1 : 0));
  }

  private heightOf(contender: number): number {
    return itemAt(this.heights, contender);
  }

  /** How many stand above a height, or at it as well. */
  private count(height: number, orAt: boolean): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const own = this.heightOf(itemAt(this.sorted, middle));
      if (own > height || (orAt && own === height)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  has(contender: number): boolean {
    return this.heightOf(contender) > -Infinity;
  }

  get size(): number {
    return this.sorted.length;
  }

  /** How many but `own` stand above a height. */
  above(height: number, own: number): number {
    return this.count(height, false) - (this.heightOf(own) > height ? 1 : 0);
  }

  /** Those at exactly this height. */
  at(height: number): readonly number[] {
    return this.sorted.slice(this.count(height, false), this.count(height, true));
  }
}
