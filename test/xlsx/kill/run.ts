/**
 * Kills a process that writes a workbook in place, at random moments, and looks at what is left.
 * `npx tsx test/xlsx/kill/many.ts 50` does it 50 times.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbook } from '../../../src/xlsx';
import { minimalParts, sheetXml } from '../support/minimal';
import { buildZip } from '../support/zip';

export interface KillOutcome {
  /** FILE could be read, with the user's sheet as it was. */
  readonly whole: boolean;
  /** So could FILE.bak. */
  readonly backupWhole: boolean;
  /** The kill came while a temporary file lay beside FILE. */
  readonly midway: boolean;
}

export async function killDuringWrite(afterMilliseconds: number): Promise<KillOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-kill-'));
  try {
    const file = join(folder, 'so.xlsx');
    await writeFile(file, largeWorkbook());
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/xlsx/kill/writer.ts', file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = new Promise((resolve) => {
      child.on('close', resolve);
    });
    await new Promise((resolve) => {
      child.stdout.once('data', resolve);
      child.once('close', resolve);
    });
    await new Promise((resolve) => {
      setTimeout(resolve, afterMilliseconds);
    });
    child.kill('SIGKILL');
    await closed;
    const left = await readdir(folder);
    return {
      whole: await isWhole(file),
      backupWhole: await isWhole(`${file}.bak`),
      midway: left.some((name) => name.endsWith('.tmp')),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A few megabytes that do not compress, so that writing takes time in which to be killed. */
function largeWorkbook(): Buffer {
  const parts = minimalParts(sheetXml('<row r="2"><c r="B2"><v>9.5</v></c></row>'));
  return buildZip([
    ...Object.entries(parts).map(([name, data]) => ({ name, data })),
    { name: 'xl/media/anh.png', data: randomBytes(6_000_000), stored: true },
  ]);
}

async function isWhole(file: string): Promise<boolean> {
  const read = readWorkbook(await readFile(file));
  return read.ok && read.value.sheets[0]?.rows[1]?.[1]?.value === 9.5;
}
