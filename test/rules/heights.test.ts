/** Totals as heights (`certainty/ladder.ts`), beside every total there is, one by one. */
import { Ladder } from '../../src/rules/certainty/ladder';
import * as q from '../../src/rules/number/rational';

/** Totals are counted in eighths, so that some marks lie between those of the grid. */
const of = (eighths: number) => q.divide(q.fromInteger(eighths), q.fromInteger(8));

/** Twice how many marks lie below; on a mark its own even number, else the odd one below it. */
const heightOf = (marks: readonly number[], total: number): number =>
  2 * marks.filter((mark) => mark < total).length - (marks.includes(total) ? 0 : 1);

test.each<[string, number | null, readonly number[]]>([
  ['whole numbers', 0, [8, 16, 32, 40, 64]],
  ['whole numbers, limits between them', 0, [8, 12, 20, 28, 56]],
  ['whole numbers, two limits within one', 0, [10, 12, 14, 16]],
  ['one mark', 0, [8]],
  ['none', 0, []],
  ['not rounded', null, [0, 4, 12, 16]],
  ['not rounded, none', null, []],
])('%s', (_, decimals, marks) => {
  const ladder = new Ladder([...marks].reverse().map(of), decimals);
  const [first = 0] = marks;
  const last = marks.at(-1) ?? 0;
  const all = Array.from({ length: last - first + 65 }, (_, at) => 8 * Math.floor(first / 8) - 32 + at);
  const totals = all.filter((total) => decimals === null || total % 8 === 0);
  expect(all.map((total) => ladder.heightOf(of(total)))).toEqual(all.map((total) => heightOf(marks, total)));
  expect(ladder.top).toBe(heightOf(marks, last + 64));
  for (const total of all) expect(ladder.isOnGrid(of(total))).toBe(totals.includes(total));
  for (let height = -1; height <= ladder.top; height += 1) {
    const here = totals.filter((total) => heightOf(marks, total) === height);
    expect([height, ladder.exists(height)]).toEqual([height, here.length > 0]);
    if (here.length === 0) continue;
    expect([height, ladder.isSingle(height)]).toEqual([height, here.length === 1]);
    const found = ladder.totalAt(height);
    expect(ladder.heightOf(found)).toBe(height);
    // Of a rounded total above some mark the lowest.
    if (decimals === 0 && height >= 0) expect(q.equal(found, of(here[0] as number))).toBe(true);
  }
});
