/** The long run: `npx tsx test/rules/enumeration/many.ts [blocs] [seed]` (default 2,000 from seed 1). */
import { run } from './run';

const [blocs = 2000, seed = 1] = process.argv.slice(2).map(Number);
const { answers, unsound, inexact, totalsAlone } = run(seed, blocs);
const share = (part: number, whole: number): string => `${((100 * (whole - part)) / whole).toFixed(2)} %`;
const causes = new Map<string, typeof inexact>();
for (const told of inexact)
  causes.set(`${told.what}: ${told.cause}`, [...(causes.get(`${told.what}: ${told.cause}`) ?? []), told]);
process.stdout.write(
  `${String(blocs)} blocs from seed ${String(seed)}: ${String(answers)} answers, ${String(unsound.length)} unsound, ${share(inexact.length, answers)} exact\n`,
);
process.stdout.write(
  `totals alone open: ${String(totalsAlone.answers)} answers, ${share(totalsAlone.inexact.length, totalsAlone.answers)} exact\n`,
);
for (const [cause, all] of causes)
  process.stdout.write(`  ${String(all.length)} × ${cause} (seed ${String(all[0]?.seed)})\n`);
for (const { seed: at, what, where } of unsound) process.stdout.write(`UNSOUND seed ${String(at)} ${what} ${where}\n`);
process.exitCode = unsound.length > 0 ? 1 : 0;
