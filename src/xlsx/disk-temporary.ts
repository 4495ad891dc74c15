/**
 * The files that stand beside a workbook while it is written, under names that nobody else gives. A
 * process that is killed leaves one behind: the next that writes into the folder takes it away.
 */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** The machine, told without its name: a folder of a network holds files of others that are at work. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const NAME = /^\.thidua-([0-9a-f]{8})-(\d{1,10})-[0-9a-z]{6,14}\.tmp$/;

export const temporaryName = (folder: string): string =>
  join(
    folder,
    `.thidua-${MACHINE}-${String(process.pid)}-${Math.random().toString(36).slice(2, 10).padEnd(6, '0')}.tmp`,
  );

/** Takes away what processes of this machine that are no more left in a folder; nothing else, and without a word where it cannot. */
export function clearAbandoned(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const [, machine, process] = NAME.exec(name) ?? [];
      if (machine === MACHINE && isGone(Number(process))) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // A folder that cannot be listed, or a file that another program holds: the next run tries again.
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
