/** `npx tsx test/cli/saving/many.ts 200 [kind]`: disturbs as many writes at random moments, each in every way, and counts what was lost. */
import { DISTURBANCES, disturbed, lossOf } from './trouble';

const times = Number(process.argv[2] ?? 50);
const only = process.argv[3];
let lost = 0;
for (const kind of Object.keys(DISTURBANCES) as (keyof typeof DISTURBANCES)[]) {
  if (only !== undefined && only !== kind) continue;
  const counts = new Map<string, number>();
  for (let i = 0; i < times; i++) {
    const outcome = await disturbed(kind, { at: Math.random() * 1.1 });
    const loss = lossOf(kind, outcome);
    if (loss !== null) lost++;
    const told =
      loss ??
      `${outcome.signal ?? `exit ${String(outcome.code)}`}, FILE ${outcome.base}${outcome.hasResults ? ' with results' : ''}, .bak ${outcome.backup}`;
    counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  process.stdout.write(
    `${kind}, ${String(times)} times:\n${[...counts].map(([told, count]) => `  ${String(count)} × ${told}\n`).join('')}`,
  );
}
process.exitCode = lost === 0 ? 0 : 1;
