/** `npx tsx test/xlsx/kill/many.ts 50`: kills as many writes at random moments and counts what stayed whole. */
import { killDuringWrite } from './run';

const times = Number(process.argv[2] ?? 50);
let whole = 0,
  midway = 0;
for (let i = 0; i < times; i++) {
  const outcome = await killDuringWrite(Math.random() * 60);
  if (outcome.whole && outcome.backupWhole) whole++;
  if (outcome.midway) midway++;
}
process.stdout.write(
  `${String(times)} kills, ${String(midway)} of them midway through a write: FILE and FILE.bak whole ${String(whole)} times\n`,
);
process.exitCode = whole === times ? 0 : 1;
