/** Runs the command line as a user does. */
import { spawnSync } from 'node:child_process';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function thidua(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/thidua.mjs', ...args], {
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout, err: stderr };
}
