/** `npm run bench [-- rules files judge pane unit board adopt] [-- --json]`: runs the named benchmarks, all of them by default. */
import type { BenchReport } from './report';

const BENCHES: Readonly<Record<string, () => Promise<{ bench: () => Promise<BenchReport> }>>> = {
  rules: () => import('./rules'),
  files: () => import('./files'),
  judge: () => import('./judge'),
  pane: () => import('./pane'),
  unit: () => import('./unit'),
  board: () => import('./board'),
  adopt: () => import('./adopt'),
};

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`unknown benchmark: ${unknown.join(', ')}; known: ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}

const reports: BenchReport[] = [];
for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
  const { bench } = await BENCHES[name]!();
  const report = await bench();
  reports.push(report);
  if (!words.includes('--json')) printReport(report);
}
if (words.includes('--json')) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);

function printReport({ name, rows, notes }: BenchReport): void {
  process.stdout.write(`\n## ${name}\n`);
  console.table(rows);
  for (const note of notes) process.stdout.write(`- ${note}\n`);
}
