/**
 * How things stand against filling in every hole, on random small blocs. ENUMERATION_BLOCS: how many (default
 * 200); ENUMERATION_SEED: the first seed. The long run: `npx tsx test/rules/enumeration/many.ts 2000`.
 */
import { run } from './run';

const blocs = Number(process.env['ENUMERATION_BLOCS'] ?? 200);
const seed = Number(process.env['ENUMERATION_SEED'] ?? 1);

test(`nothing certain or out is otherwise in any of ${String(blocs)} blocs, and little is left open (from seed ${String(seed)})`, () => {
  // The long run fills in four times as many ways.
  const { unsound, answers, inexact, totalsAlone } = run(seed, blocs, 100);
  expect(unsound).toEqual([]);
  expect(answers).toBeGreaterThan(blocs * 10);
  expect(1 - inexact.length / answers).toBeGreaterThan(0.95);
  expect(totalsAlone.inexact).toEqual([]);
}, 600_000);

// Each was told wrongly once: a blank cell that a condition and a tie key ask for (538, 616), prizes above that do not exclude each other (524, 542), a unit that was not judged again at another rank (365).
test.each([365, 524, 538, 542, 616])('nothing is certain or out wrongly in bloc %d', (once) => {
  const { unsound, answers } = run(once, 1);
  expect(unsound).toEqual([]);
  expect(answers).toBeGreaterThan(0);
});

// Each was told less exactly than filling in shows: four open units whose cases are mostly alike (1500), a tie at the limit of a grade that is one answer for both units (3906).
test.each([1500, 3906])('where totals alone are open all is exact in bloc %d', (once) => {
  const { unsound, totalsAlone } = run(once, 1);
  expect(unsound).toEqual([]);
  expect(totalsAlone.answers).toBeGreaterThan(0);
  expect(totalsAlone.inexact).toEqual([]);
});
