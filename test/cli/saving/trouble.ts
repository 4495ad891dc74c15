/**
 * `thidua write FILE` while something goes wrong: somebody saves the file, the process is killed, two of
 * them run at once. `npx tsx test/cli/saving/many.ts 200` does each 200 times at random moments.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editCells, readWorkbook } from '../../../src/xlsx';
import { cellAt, type WorkbookCells } from '../../../src/sheets/cells';
import { parseStamp } from '../../../src/sheets/stamp';

const ORIGINAL = 'assets/samples/B.xlsx';
/** A score that the colleague changes: who has it has the colleague's version. */
const PLACE = { sheet: 'Chấm điểm', row: 6, column: 4 };

export interface Outcome {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  /** The user's bytes that FILE carries: those of the beginning, the colleague's, or none that can be read. */
  readonly base: 'original' | 'colleague' | 'broken';
  readonly hasResults: boolean;
  /** FILE.bak: absent, the bytes of the beginning, the colleague's, or anything else. */
  readonly backup: 'none' | 'original' | 'colleague' | 'broken';
  /** Temporary files that lie beside. */
  readonly left: number;
}

interface Moment {
  /** A share of the time that an undisturbed run takes. */
  readonly at: number;
}

/** The colleague's version. */
const colleagueBytes = async (): Promise<Uint8Array> => {
  const edited = editCells(await readFile(ORIGINAL), [{ place: PLACE, value: 7 }]);
  if (!edited.ok) throw new Error(edited.error.code);
  return edited.value.bytes;
};

type Disturbance = (file: string, child: ReturnType<typeof start>) => Promise<void>;

export const DISTURBANCES = {
  'saved in place': async (file) => {
    await writeFile(file, await colleagueBytes());
  },
  'saved by a rename': async (file) => {
    await writeFile(`${file}.moi`, await colleagueBytes());
    await rename(`${file}.moi`, file);
  },
  killed: (_, child) => {
    child.kill('SIGKILL');
    return Promise.resolve();
  },
  'written twice at once': async (file) => {
    await ended(start(file));
  },
} as const satisfies Record<string, Disturbance>;

function start(file: string, ...words: string[]) {
  return spawn(process.execPath, ['src/cli/thidua.mjs', 'write', file, ...words], { stdio: 'ignore' });
}

const ended = (child: ReturnType<typeof start>): Promise<Pick<Outcome, 'code' | 'signal'>> =>
  new Promise((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal });
    });
  });

let undisturbed: number | undefined;

/** Milliseconds of a run without trouble, which also leaves the bundle of the command line behind. */
async function usualTime(): Promise<number> {
  await inFolder(async (file) => {
    await ended(start(file));
  });
  const began = performance.now();
  await inFolder(async (file) => {
    await ended(start(file));
  });
  return performance.now() - began;
}

async function inFolder<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-saving-'));
  try {
    const file = join(folder, 'so.xlsx');
    await writeFile(file, await readFile(ORIGINAL));
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function disturbed(kind: keyof typeof DISTURBANCES, { at }: Moment): Promise<Outcome> {
  undisturbed ??= await usualTime();
  const wait = undisturbed * at;
  return inFolder(async (file) => {
    const child = start(file);
    const end = ended(child);
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    await DISTURBANCES[kind](file, child);
    const how = await end;
    const now = await lookAt(file);
    const backup = await lookAt(`${file}.bak`);
    return {
      ...how,
      base: now?.base ?? 'broken',
      hasResults: now?.hasResults ?? false,
      backup: backup?.base ?? 'none',
      left: (await readdir(join(file, '..'))).filter((name) => name.startsWith('.thidua')).length,
    };
  });
}

async function lookAt(file: string): Promise<{ readonly base: Outcome['base']; readonly hasResults: boolean } | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  const read = readWorkbook(bytes);
  if (!read.ok) return { base: 'broken', hasResults: false };
  return {
    base: baseOf(read.value),
    hasResults: read.value.sheets.some(({ stamp }) => parseStamp(stamp)?.sheet === 'results'),
  };
}

function baseOf({ sheets }: WorkbookCells): Outcome['base'] {
  const sheet = sheets.find(({ name }) => name === PLACE.sheet);
  const value = sheet && cellAt(sheet, PLACE.row, PLACE.column)?.value;
  return typeof value !== 'number' ? 'broken' : value === 7 ? 'colleague' : 'original';
}

/** Why this outcome lost something or claimed what is not so; null when all is well. */
export function lossOf(kind: keyof typeof DISTURBANCES, { code, base, hasResults, backup }: Outcome): string | null {
  const saved = kind.startsWith('saved');
  if (base === 'broken' || backup === 'broken') return 'a file that cannot be read';
  if (saved && base !== 'colleague') return 'the save of the colleague is gone';
  if (!saved && base !== 'original') return 'another file than before';
  if (code === 0 && !hasResults && !saved) return 'a success that was none';
  if (hasResults && !saved && backup !== 'original') return 'what stood before the first write is kept nowhere';
  return null;
}
