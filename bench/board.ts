/**
 * The Board's check as its user runs it: time per file and memory as the number of files grows, beside
 * libraries that merely read. With the folder of another checkout in $BEFORE, beside that one too, on
 * workbooks that it makes: those of today it may not know.
 */
import { spawn } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Workbooks from './board-workbooks';
import { median, type BenchReport } from './report';

/** Different workbooks; more files are further names of them. */
const DISTINCT = 100;
/** Files that the other libraries read. */
const READ = 300;
const SIZES = [100, 1000, 5000] as const;
const ROUNDS = 5;
const CORES = availableParallelism();

interface Measured {
  readonly seconds: number;
  readonly cpuMs: number;
  readonly megabytes: number;
}

function makeFolders(folder: string, { submittedStandard, submittedWorkbook }: typeof Workbooks): void {
  const name = (number: number): string => `khoi-${String(number).padStart(5, '0')}.xlsx`;
  for (const size of [...SIZES, READ]) mkdirSync(join(folder, String(size)));
  for (let number = 1; number <= DISTINCT; number++)
    writeFileSync(join(folder, name(number)), submittedWorkbook(number));
  for (const size of [...SIZES, READ]) {
    for (let number = 1; number <= size; number++)
      linkSync(join(folder, name(((number - 1) % DISTINCT) + 1)), join(folder, String(size), name(number)));
  }
  writeFileSync(join(folder, 'standard.xlsx'), submittedStandard());
}

/** Runs programs at the same time, each in a process of its own, with all that Node itself takes. */
async function measure(folder: string, ...programs: readonly (readonly string[])[]): Promise<Measured> {
  const began = performance.now();
  const parts = await Promise.all(
    programs.map(async (words, index) => {
      const meter = join(folder, `meter-${String(index)}`);
      const run = spawn(process.execPath, ['--import', './bench/meter.mjs', ...words], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, METER: meter },
      });
      const code = await new Promise((resolve) => {
        run.on('close', resolve);
      });
      // The same workbook under further names is a finding.
      if (code !== 0 && code !== 1) throw new Error(`${words.join(' ')} ended with ${String(code)}`);
      return JSON.parse(readFileSync(meter, 'utf8')) as Omit<Measured, 'seconds'>;
    }),
  );
  const sum = (of: (part: Omit<Measured, 'seconds'>) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  return {
    seconds: (performance.now() - began) / 1000,
    cpuMs: sum(({ cpuMs }) => cpuMs),
    megabytes: sum(({ megabytes }) => megabytes),
  };
}

const row = (what: string, files: number, { seconds, cpuMs, megabytes }: Measured): BenchReport['rows'][number] => ({
  what,
  files,
  'CPU ms per file': Number((cpuMs / files).toFixed(2)),
  'files per second': Number((files / seconds).toFixed(1)),
  'peak MB': Math.round(megabytes),
});

export async function bench(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-bench-board-'));
  const { BEFORE } = process.env;
  const PROGRAM = 'src/cli/thidua.mjs';
  const check = (files: number, threads: number, ...more: string[]): string[] => [
    PROGRAM,
    'check',
    join(folder, String(files)),
    '--standard',
    join(folder, 'standard.xlsx'),
    '--format',
    'ndjson',
    '--threads',
    String(threads),
    ...more,
  ];
  const peer = (mode: string, subject: string): string[] => ['bench/board-peer.mjs', mode, subject];
  try {
    const made = pathToFileURL(resolve(BEFORE ?? '.', 'bench/board-workbooks.ts')).href;
    makeFolders(folder, (await import(made)) as typeof Workbooks);
    const own = async (files: number, threads: number): Promise<Measured> => measure(folder, check(files, threads));
    const before = async (files: number): Promise<Measured | null> =>
      BEFORE === undefined ? null : measure(folder, [resolve(BEFORE, PROGRAM), ...check(files, 1).slice(1)]);
    // The first run makes the bundle of the sources.
    await own(SIZES[0], 1);
    await before(SIZES[0]);
    // In turns, so that what else the machine does touches all alike.
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({
        own: await own(READ, 1),
        before: await before(READ),
        sheetjs: await measure(folder, peer('sheetjs', join(folder, String(READ)))),
        exceljs: await measure(folder, peer('exceljs', join(folder, String(READ)))),
      });
    }
    const one: Measured[] = [],
      all: Measured[] = [];
    for (const size of SIZES) one.push(await own(size, 1));
    for (const size of SIZES) all.push(await own(size, CORES));
    const shards = await measure(
      folder,
      ...Array.from({ length: CORES }, (_, index) =>
        check(SIZES[1], 1, '--shard', `${String(index + 1)}/${String(CORES)}`),
      ),
    );
    const spin = {
      one: await measure(folder, peer('spin', '1')),
      all: await measure(folder, peer('spin', String(CORES))),
    };
    return report({ rounds, one, all, shards, spin });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Round {
  readonly own: Measured;
  /** Null where nothing is compared with. */
  readonly before: Measured | null;
  readonly sheetjs: Measured;
  readonly exceljs: Measured;
}

interface Results {
  readonly rounds: readonly Round[];
  readonly one: readonly Measured[];
  readonly all: readonly Measured[];
  readonly shards: Measured;
  readonly spin: { readonly one: Measured; readonly all: Measured };
}

function report({ rounds, one, all, shards, spin }: Results): BenchReport {
  const middle = (of: 'own' | 'sheetjs' | 'exceljs'): Measured =>
    [...rounds].sort((a, b) => a[of].cpuMs - b[of].cpuMs)[rounds.length >> 1]?.[of] ?? {
      seconds: NaN,
      cpuMs: NaN,
      megabytes: NaN,
    };
  const cpu = (measured: Measured | undefined): number => measured?.cpuMs ?? NaN;
  const times = (peer: 'sheetjs' | 'exceljs'): string =>
    median(rounds.map((round) => round[peer].cpuMs / round.own.cpuMs)).toFixed(2);
  const overBefore = median(rounds.map(({ own, before }) => own.cpuMs / (before?.cpuMs ?? NaN)));
  const [, thousand, most] = one;
  const longRun = (cpu(most) - cpu(thousand)) / (SIZES[2] - SIZES[1]);
  const perFile = one.map((measured, index) => cpu(measured) / (SIZES[index] ?? NaN));
  const faster = (single: Measured | undefined, several: Measured | undefined): string =>
    ((single?.seconds ?? NaN) / (several?.seconds ?? NaN)).toFixed(2);
  return {
    name: 'board',
    rows: [
      ...one.map((measured, index) => row('check, one thread', SIZES[index] ?? NaN, measured)),
      ...all.map((measured, index) => row(`check, ${String(CORES)} threads`, SIZES[index] ?? NaN, measured)),
      row(`check, ${String(CORES)} processes of one thread (--shard)`, SIZES[1], shards),
      row('check, one thread, in turn with the peers', READ, middle('own')),
      row('SheetJS dense, only reading', READ, middle('sheetjs')),
      row('exceljs, only reading', READ, middle('exceljs')),
    ],
    notes: [
      Number.isNaN(overBefore)
        ? 'BEFORE=<folder of another checkout> compares with it'
        : `our check of ${String(READ)} files takes ${overBefore.toFixed(2)} times the CPU of the other checkout’s (median of the rounds’ ratios)`,
      `CPU of the whole process, Node's start included: SheetJS's bare reading of ${String(READ)} files takes ${times('sheetjs')} times that of our whole check, exceljs's ${times('exceljs')} times (medians of ${String(ROUNDS)} rounds in turn)`,
      `in the long run ${longRun.toFixed(2)} ms per file (from ${String(SIZES[1])} to ${String(SIZES[2])} files)`,
      `CPU per file at ${String(SIZES[2])} files is ${((perFile[2] ?? NaN) / (perFile[0] ?? NaN)).toFixed(2)} times that at ${String(SIZES[0])} and ${((perFile[2] ?? NaN) / (perFile[1] ?? NaN)).toFixed(2)} times that at ${String(SIZES[1])}; peak memory ${((most?.megabytes ?? NaN) / (thousand?.megabytes ?? NaN)).toFixed(2)} times that at ${String(SIZES[1])}`,
      `${String(CORES)} threads: ${faster(thousand, all[1])} times as fast at ${String(SIZES[1])} files, ${faster(most, all[2])} times at ${String(SIZES[2])}; as many processes that share nothing: ${faster(thousand, shards)} times; bare spin loops: ${((spin.one.seconds * CORES) / spin.all.seconds).toFixed(2)} times`,
      'every file: read, judged, its own results and a standard compared, one NDJSON line; 100 different workbooks of 14 units, 48 criteria, three levels and results (56 kB), further names of the same beyond that',
    ],
  };
}
