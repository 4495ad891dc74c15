/** `npx tsx test/xlsx/fuzz/many.ts 50000 [first]`: as many mutants, numbered on from `first`; the seed of each is its number. */
import { tryMutant } from './mutate';

const [count, first] = [Number(process.argv[2] ?? 50_000), Number(process.argv[3] ?? 0)];
const answers = new Map<string, number>();
let slowest = { number: 0, milliseconds: 0 };
let wrong = 0;
for (let number = first; number < first + count; number++) {
  const outcome = tryMutant(number);
  const code = outcome.answer.split(' ')[0] ?? '';
  answers.set(code, (answers.get(code) ?? 0) + 1);
  if (outcome.milliseconds > slowest.milliseconds) slowest = { number, milliseconds: outcome.milliseconds };
  if (outcome.wrong === null) continue;
  wrong++;
  if (wrong <= 20) process.stdout.write(`mutant ${String(number)}: ${outcome.wrong}\n`);
}
for (const [code, times] of [...answers].sort((a, b) => b[1] - a[1]))
  process.stdout.write(`${code.padEnd(18)} ${String(times)}\n`);
process.stdout.write(
  `${String(count)} mutants from ${String(first)}, ${String(wrong)} wrong; slowest ${slowest.milliseconds.toFixed(0)} ms (mutant ${String(slowest.number)}); peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`,
);
process.exitCode = wrong === 0 ? 0 : 1;
