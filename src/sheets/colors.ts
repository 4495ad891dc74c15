/** Whether letters can be told from what lies behind them. Colours are "RRGGBB", or any other word for one that is only equal to itself. */

export const WHITE = 'FFFFFF';
export const BLACK = '000000';

/** So far apart, of 255, the parts of two colours may be without anyone seeing a difference on paper. */
const UNSEEN_STEP = 12;

export function isSameColor(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [partsOf(one), partsOf(other)];
  return (
    first !== null &&
    second !== null &&
    first.every((part, index) => Math.abs(part - (second[index] ?? 0)) <= UNSEEN_STEP)
  );
}

const partsOf = (color: string): number[] | null =>
  /^[\da-f]{6}$/iu.test(color) ? [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16)) : null;
