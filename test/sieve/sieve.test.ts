/**
 * Nothing in silence: some of every kind of change, by a seed (`npm run sieve` holds every change over it),
 * and of innocent ones.
 */
import { changesOf } from './changes';
import { innocentOf } from './innocent';
import { shareOf, sift, siftInnocent } from './sift';
import { SIEVED } from './workbooks';

/** Another share: SIEVE_SEED=7 npx jest test/sieve. */
const SEED = Number(process.env['SIEVE_SEED'] ?? 20251220);
const OF_EACH_KIND = 2;
const INNOCENT_OF_EACH = 4;

test.each(Object.entries(SIEVED))('%s: no single change alters the outcome in silence, through both doors', async (_, open) => {
  const cells = open();
  const { tried, silent, apart } = await sift(cells, shareOf(changesOf(cells), OF_EACH_KIND, SEED));
  expect(tried).toBeGreaterThan(130);
  expect({ silent, apart }).toEqual({ silent: [], apart: [] });
});

test.each(Object.entries(SIEVED))('%s: innocent changes alter nothing and raise no error or warning', (_, open) => {
  const cells = open();
  expect(siftInnocent(cells, shareOf(innocentOf(cells), INNOCENT_OF_EACH, SEED))).toEqual([]);
});
