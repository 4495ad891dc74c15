/**
 * Reading and writing .xlsx files beside other libraries, in one run and turn by turn: CPU per file on
 * files of our own writer and on those that LibreOffice saved, peak memory, a sheet of a million
 * formatted empty rows, hostile files, and what one added sheet costs. With the folder of another checkout
 * in $BEFORE its reader takes turns with the others.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { createPackage, writeSheets } from '../src/xlsx';
import { HOSTILE } from '../test/xlsx/hostile/cases';
import { readInChild } from '../test/xlsx/hostile/run';
import { featureRichWorkbook } from '../test/xlsx/support/feature-rich';
import { buildZip } from '../test/xlsx/support/zip';
import { READERS } from './file-readers';
import { median, type BenchReport } from './report';
import { benchPlans, benchWorkbook } from './workbooks';

const FIXTURES = ['bloc-1', 'bloc-2', 'bloc-3'].map((name) => `test/fixtures/xlsx/${name}-libreoffice.xlsx`);
const FILES = 30;
const ROUNDS = 7;
const run = promisify(execFile);
const OURS = 'src/xlsx';

/** A fixture with other scores: every value of its largest sheet counted on by `variant` hundredths. */
function vary(fixture: Uint8Array, variant: number): Uint8Array {
  const parts = Object.entries(unzipSync(fixture)).map(([name, data]) => ({
    name,
    data: /worksheets\/sheet4\.xml$/.test(name)
      ? new TextDecoder()
          .decode(data)
          .replace(/<v>(\d+\.\d+)<\/v>/g, (_, value: string) => `<v>${(Number(value) + variant / 100).toFixed(2)}</v>`)
      : data,
  }));
  return new Uint8Array(buildZip(parts));
}

const cpu = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Medians of CPU ms per file; readers take turns within each round, so that a busy machine hits all alike. */
async function timeReaders(files: readonly Uint8Array[]): Promise<ReadonlyMap<string, number>> {
  const readers = { ...READERS, ...(await readerBefore()) };
  const times = new Map(Object.keys(readers).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, read] of Object.entries(readers)) {
      const spent = await cpu(async () => {
        for (const file of files) await read(file);
      });
      if (round > 0) times.get(name)?.push(spent / files.length);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

const BEFORE_NAME = 'src/xlsx before';

async function readerBefore(): Promise<typeof READERS> {
  const { BEFORE } = process.env;
  if (BEFORE === undefined) return {};
  const { readWorkbook } = (await import(pathToFileURL(resolve(BEFORE, 'src/xlsx/index.ts')).href)) as {
    readonly readWorkbook: (bytes: Uint8Array) => unknown;
  };
  return { [BEFORE_NAME]: readWorkbook };
}

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

/** One reader in a process of its own; null when it was not done after a minute. */
async function costOf(reader: string, times: number, files: readonly string[]): Promise<Cost | null> {
  try {
    const { stdout } = await run(
      process.execPath,
      ['--import', 'tsx', 'bench/read-with.ts', reader, String(times), ...files],
      { timeout: 60_000, killSignal: 'SIGKILL' },
    );
    return JSON.parse(stdout) as Cost;
  } catch {
    return null;
  }
}

const text = (number: number, digits: number): string => number.toFixed(digits);

export async function bench(): Promise<BenchReport> {
  const written = Array.from({ length: FILES }, (_, i) => benchWorkbook(i + 1));
  const fixtures = await Promise.all(FIXTURES.map((file) => readFile(file)));
  const saved = Array.from({ length: FILES }, (_, i) => vary(fixtures[i % fixtures.length] ?? new Uint8Array(), i));
  const [onSaved, onWritten] = [await timeReaders(saved), await timeReaders(written)];

  const folder = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
  const rows: Record<string, string | number>[] = [];
  try {
    const big = join(folder, 'big.xlsx');
    await writeFile(big, HOSTILE['a million formatted empty rows']?.build() ?? '');
    for (const reader of Object.keys(READERS)) {
      const small = await costOf(reader, 40, FIXTURES);
      const large = await costOf(reader, 1, [big]);
      rows.push({
        what: reader,
        'LibreOffice, ms': text(onSaved.get(reader) ?? 0, 2),
        'written, ms': text(onWritten.get(reader) ?? 0, 2),
        'peak, MB': text(small?.megabytes ?? 0, 0),
        '1M empty rows, s': large === null ? 'over 60' : text(large.seconds, 2),
        '1M empty rows, MB': large === null ? '–' : text(large.megabytes, 0),
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { name: 'files', rows, notes: [...ratios(onSaved, onWritten), ...(await writing()), ...(await hostile())] };
}

function ratios(onSaved: ReadonlyMap<string, number>, onWritten: ReadonlyMap<string, number>): string[] {
  const ratio = (times: ReadonlyMap<string, number>, peer: string): string =>
    text((times.get(peer) ?? 0) / (times.get(OURS) ?? 1), 1);
  return [...onSaved.keys()]
    .filter((name) => name !== OURS)
    .map(
      (peer) =>
        `${peer}: ${ratio(onSaved, peer)} × our CPU time on LibreOffice files, ${ratio(onWritten, peer)} × on written ones`,
    );
}

/** The same large sheet added to a workbook: laid in by us, and merely written by hucre to a workbook of its own. */
async function writing(): Promise<string[]> {
  const plan = { ...benchPlans(1)[3], name: 'Kết quả', stamp: 'thidua bench' } as ReturnType<typeof benchPlans>[number];
  const cells = plan.rows.map((row) => row.cells.map((cell) => cell?.value ?? null));
  const host = featureRichWorkbook();
  const [ours, alone, theirs]: number[][] = [[], [], []];
  for (let round = 0; round < 60; round++) {
    ours?.push(await cpu(() => writeSheets(host, [plan])));
    alone?.push(await cpu(() => createPackage([plan])));
    theirs?.push(await cpu(() => writeXlsx({ sheets: [{ name: plan.name, rows: cells }] })));
  }
  return [
    `one sheet of ${String(cells.length)} × ${String(cells[0]?.length ?? 0)} styled cells laid into a feature-rich workbook: ${text(median(ours ?? []), 1)} ms CPU; as a new workbook ${text(median(alone ?? []), 1)} ms;` +
      ` hucre writes the bare values, without looks, as a new workbook in ${text(median(theirs ?? []), 1)} ms`,
  ];
}

async function hostile(): Promise<string[]> {
  const notes: string[] = [];
  let [seconds, megabytes] = [0, 0];
  for (const [name, hostileCase] of Object.entries(HOSTILE)) {
    const [outcome] = await readInChild([hostileCase]);
    if (outcome === undefined) {
      notes.push(`hostile: ${name}: NO ANSWER in 20 s`);
      continue;
    }
    seconds = Math.max(seconds, outcome.seconds);
    megabytes = Math.max(megabytes, outcome.megabytes);
    notes.push(
      `hostile: ${name}: ${outcome.answer}, ${text(outcome.seconds, 2)} s CPU, ${text(outcome.megabytes, 0)} MB${outcome.answer.startsWith(hostileCase.answer) ? '' : ` INSTEAD OF ${hostileCase.answer}`}`,
    );
  }
  return [
    `hostile files: ${String(Object.keys(HOSTILE).length)} cases, at most ${text(seconds, 2)} s CPU and ${text(megabytes, 0)} MB each`,
    ...notes,
  ];
}
