/**
 * Nothing in silence: a seeded share of the sieve (`npm run sieve` holds every change over it), and the
 * reverse sieve in full.
 */
import { judge } from '../../src/workbook/job';
import { innocentOf } from './innocent';
import { newFindings, outcomeOf, soundOf } from './outcome';
import { sift } from './sift';
import { SIEVED } from './workbooks';

const SHARES = { tried: 0.06, throughDoors: 0.15, seed: 20251220 };

test.each(Object.entries(SIEVED))('%s: no single change alters the outcome in silence, through both doors', async (_, open) => {
  const { tried, throughDoors, silent, apart } = await sift(open(), SHARES);
  expect([tried > 100, throughDoors > 10]).toEqual([true, true]);
  expect({ silent, apart }).toEqual({ silent: [], apart: [] });
});

test.each(Object.entries(SIEVED))('%s: innocent changes alter nothing and raise no error or warning', (_, open) => {
  const cells = open();
  const sound = soundOf(cells);
  const told: string[] = [];
  for (const { name, make } of innocentOf(cells)) {
    const judgement = judge(make());
    const found = newFindings(sound.judgement.evaluation.issues, judgement.evaluation.issues);
    if (outcomeOf(judgement) !== sound.outcome) told.push(`${name}: another outcome`);
    if (found.length > 0) told.push(`${name}: ${found.map(({ code }) => code).join(', ')}`);
  }
  expect(told).toEqual([]);
});
