/** The cells an award waits for: the first one named settles at least as much as any other, by filling each in. */
import { evaluate, type Book } from '../../../src/rules';
import { sample } from './blocs';
import { filled, type Hole } from './enumerate';

const openUnits = (book: Book, award: string): number =>
  evaluate(book).outlook.awards.find(({ id }) => id === award)?.possible.length ?? 0;

/** For how many units an award is still open once a hole is filled: the mean over its values. */
const leftOpenBy = (book: Book, hole: Hole, award: string): number =>
  hole.values.reduce<number>((sum, value) => sum + openUnits(filled(book, hole, value), award), 0) / hole.values.length;

test('the first cell named settles most', () => {
  const worse: string[] = [];
  let [asked, parted] = [0, 0];
  for (let seed = 1; seed <= 160; seed += 1) {
    const { book, holes, totalsAlone } = sample(seed, 100);
    // With several cells a unit's totals are told by the sum of their ends, which caps blur.
    if (!totalsAlone || holes.length < 2 || new Set(holes.map(({ unit }) => unit)).size < holes.length) continue;
    for (const { id, waits } of evaluate(book).outlook.awards) {
      if (waits.length < 2) continue;
      const left = waits.map(({ unit, criterion }) => {
        const hole = holes.find((each) => each.unit === unit && each.kind === 'score' && each.criterion === criterion);
        return hole === undefined ? NaN : leftOpenBy(book, hole, id);
      });
      asked += 1;
      if (new Set(left).size > 1) parted += 1;
      if (!((left[0] as number) <= Math.min(...left) + 1e-9)) worse.push(`${String(seed)} ${id}: ${left.join(' ')}`);
    }
  }
  expect(worse).toEqual([]);
  // In some of them the cells differ.
  expect(asked).toBeGreaterThan(20);
  expect(parted).toBeGreaterThan(8);
}, 120_000);
