/**
 * How things stand against filling in every hole, on random small blocs. ENUMERATION_BLOCS: how many (default
 * 200); ENUMERATION_SEED: the first seed. The long run: `npx tsx test/rules/enumeration/many.ts 2000`.
 */
import { run } from './run';

const blocs = Number(process.env['ENUMERATION_BLOCS'] ?? 200);
const seed = Number(process.env['ENUMERATION_SEED'] ?? 1);

test(`nothing certain or out is otherwise in any of ${String(blocs)} blocs, and little is left open (from seed ${String(seed)})`, () => {
  const { unsound, answers, inexact, totalsAlone } = run(seed, blocs);
  expect(unsound).toEqual([]);
  expect(answers).toBeGreaterThan(blocs * 10);
  expect(1 - inexact.length / answers).toBeGreaterThan(0.95);
  expect(totalsAlone.inexact.filter(({ cause }) => cause === 'none')).toEqual([]);
}, 600_000);
