/** The Board's check: time per file and memory as the number of files grows, beside libraries that merely read. */
import { execFileSync } from 'node:child_process';
import { linkSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { submittedStandard, submittedWorkbook } from './board-workbooks';
import { median, type BenchReport } from './report';

/** Different workbooks; more files are further names of them. */
const DISTINCT = 100;
const SIZES = [100, 1000, 5000] as const;
/** Files that the other libraries read. */
const READ = 300;

interface Measured {
  readonly seconds: number;
  readonly cpuMs: number;
  readonly megabytes: number;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-bench-board-'));
  const name = (number: number): string => join(folder, `khoi-${String(number).padStart(5, '0')}.xlsx`);
  for (let number = 1; number <= DISTINCT; number++) writeFileSync(name(number), submittedWorkbook(number));
  for (let number = DISTINCT + 1; number <= Math.max(...SIZES); number++) linkSync(name(((number - 1) % DISTINCT) + 1), name(number));
  writeFileSync(join(folder, 'standard.xlsx'), submittedStandard());
  return folder;
}

export async function bench(): Promise<BenchReport> {
  const folder = makeFolder();
  const measure = (mode: string, count: number): Measured => JSON.parse(execFileSync('npx', ['tsx', 'bench/board-child.ts', mode, folder, String(count)], { encoding: 'utf8', maxBuffer: 1 << 20 })) as Measured;
  const row = (what: string, files: number, { seconds, cpuMs, megabytes }: Measured): BenchReport['rows'][number] => ({
    what, files, 'CPU ms per file': Number((cpuMs / files).toFixed(2)), 'files per second': Number((files / seconds).toFixed(1)), 'peak MB': Math.round(megabytes),
  });
  try {
    const one = SIZES.map((count) => measure('one', count));
    const many = SIZES.map((count) => measure('all', count));
    // In turns, so that what else the machine does touches all alike.
    const rounds = [0, 1, 2].map(() => ({ own: measure('one', READ), sheetjs: measure('sheetjs', READ), exceljs: measure('exceljs', READ) }));
    const times = (peer: 'sheetjs' | 'exceljs'): string => median(rounds.map((round) => round[peer].cpuMs / round.own.cpuMs)).toFixed(2);
    const spin = { one: measure('spinOne', 1), all: measure('spinAll', 1) };
    const cores = availableParallelism();
    const perFile = one.map(({ cpuMs }, index) => cpuMs / (SIZES[index] ?? 1));
    const last = rounds.at(-1);
    return {
      name: 'board',
      rows: [
        ...one.map((measured, index) => row('check, one thread', SIZES[index] ?? 0, measured)),
        ...many.map((measured, index) => row(`check, ${String(cores)} threads`, SIZES[index] ?? 0, measured)),
        ...(last ? [row('check, one thread, beside the peers', READ, last.own), row('SheetJS dense, only reading', READ, last.sheetjs), row('exceljs, only reading', READ, last.exceljs)] : []),
      ],
      notes: [
        `with all checking ours takes 1/${times('sheetjs')} of the CPU of SheetJS's bare reading and 1/${times('exceljs')} of exceljs's (medians of three rounds in turn)`,
        `CPU per file at ${String(SIZES[2])} files is ${((perFile[2] ?? 0) / (perFile[0] ?? 1)).toFixed(2)} times that at ${String(SIZES[0])}; peak memory ${((one[2]?.megabytes ?? 0) / (one[1]?.megabytes ?? 1)).toFixed(2)} times that at ${String(SIZES[1])}`,
        `${String(cores)} threads: ${((one[2]?.seconds ?? 0) / (many[2]?.seconds ?? 1)).toFixed(2)} times as fast at ${String(SIZES[2])} files; bare spin loops: ${((spin.one.seconds * cores) / spin.all.seconds).toFixed(2)} times`,
        'every file: read, judged, its own results and a standard compared, one NDJSON line; 100 different workbooks of 14 units, 48 criteria, three levels and results (56 kB), further names of the same beyond that',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
