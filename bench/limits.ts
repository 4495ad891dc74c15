/** `npx tsx bench/limits.ts [part of a name]`: what small workbooks cost that would keep a careless reader or judge busy. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMIT_CASES } from '../test/limits/cases';

const folder = mkdtempSync(join(tmpdir(), 'thidua-limits-'));
for (const [name, build] of Object.entries(LIMIT_CASES)) {
  if (!name.includes(process.argv[2] ?? '')) continue;
  const file = join(folder, 'so.xlsx');
  const bytes = build();
  writeFileSync(file, bytes);
  let told: string;
  try {
    const { answer, seconds, megabytes } = JSON.parse(
      execFileSync(process.execPath, ['--import', 'tsx', 'test/limits/judge-files.ts', file], {
        encoding: 'utf8',
        timeout: 30_000,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as { answer: string; seconds: number; megabytes: number };
    told = `${seconds.toFixed(2)} s | ${megabytes.toFixed(0)} MB | ${answer}`;
  } catch (error) {
    told = `– | – | ${error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT' ? 'killed after 30 s' : 'died'}`;
  }
  process.stdout.write(`| ${name} | ${String(Math.round(bytes.length / 1024))} kB | ${told} |\n`);
}
rmSync(folder, { recursive: true });
