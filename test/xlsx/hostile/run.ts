/** Reads cases in a process apart, which is killed where it hangs: it is given far more time than all of them take on a slow machine. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostileCase } from './cases';

export interface HostileOutcome {
  readonly answer: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** The outcomes in order; fewer than cases when the process had to be killed or died. */
export async function readInChild(cases: readonly HostileCase[]): Promise<HostileOutcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-hostile-'));
  try {
    const files = cases.map((_, i) => join(folder, `${String(i)}.xlsx`));
    for (const [i, { build }] of cases.entries()) await writeFile(files[i] ?? '', build());
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/xlsx/hostile/read-files.ts', ...files], {
      timeout: 300_000,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    await new Promise((resolve) => {
      child.on('close', resolve);
    });
    return output
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as HostileOutcome);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
