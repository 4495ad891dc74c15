/**
 * Nothing in silence: some of every kind of change, by a seed (`npm run sieve` holds every change over it),
 * and of innocent ones. Through the doors the kinds are dealt out, each to every sixth workbook; many more of
 * each kind are judged without doors, on the two workbooks that use every sheet and are judged in no time.
 */
import type { WorkbookCells } from '../../src/sheets/cells';
import { changesOf } from './changes';
import { innocentOf } from './innocent';
import { dealt, shareOf, sift, siftCells, siftInnocent } from './sift';
import { SIEVED } from './workbooks';

/** Another share: SIEVE_SEED=7 npx jest test/sieve. */
const SEED = Number(process.env['SIEVE_SEED'] ?? 20251220);
const THROUGH_DOORS = { hands: 6, ofEachKind: 2 };
const WITHOUT_DOORS = 6;

const share = <One extends { readonly kind: string }>(all: Iterable<One>, turn: number): One[] =>
  shareOf(dealt(all, turn + SEED, THROUGH_DOORS.hands), THROUGH_DOORS.ofEachKind, SEED);

function opened(name: string): WorkbookCells {
  const open = SIEVED[name];
  if (open === undefined) throw new Error(name);
  return open();
}

const WORKBOOKS = Object.entries(SIEVED).map(([name, open], turn) => [name, open, turn] as const);

test.each(WORKBOOKS)(
  '%s: no single change alters the outcome in silence, through both doors',
  async (_, open, turn) => {
    const cells = open();
    const { tried, silent, apart } = await sift(cells, share(changesOf(cells), turn));
    expect(tried).toBeGreaterThan(20);
    expect({ silent, apart }).toEqual({ silent: [], apart: [] });
  },
);

test.each(['every sheet', 'decided'])('%s: no single change of many alters the outcome in silence', (name) => {
  const cells = opened(name);
  const { tried, silent } = siftCells(cells, shareOf(changesOf(cells), WITHOUT_DOORS, SEED));
  expect(tried).toBeGreaterThan(350);
  expect(silent).toEqual([]);
});

test.each(WORKBOOKS)('%s: innocent changes alter nothing and raise no error or warning', (_, open, turn) => {
  const cells = open();
  expect(siftInnocent(cells, share(innocentOf(cells), turn))).toEqual([]);
});
