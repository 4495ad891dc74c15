/**
 * Reading and judging the sample workbooks: what an open workbook costs again and again. With the folder
 * of another checkout in $BEFORE it takes turns with that one, so that what else the machine does touches
 * both alike.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { judge, Judgement } from '../src/workbook/job';
import type { readWorkbook } from '../src/xlsx';
import { median, type BenchReport } from './report';

const SAMPLES = 'assets/samples';
const ROUNDS = 60;
/** So many first rounds warm up. */
const WARM = 20;
/** So many judgements are measured together: the CPU clock is coarse. */
const TOGETHER = 20;

type Read = (bytes: Uint8Array) => Judgement;

async function readerOf(checkout: string): Promise<Read> {
  const load = async (path: string): Promise<unknown> => import(pathToFileURL(join(resolve(checkout), path)).href);
  const door = (await load('src/xlsx/index.ts')) as { readonly readWorkbook: typeof readWorkbook };
  const job = (await load('src/workbook/job.ts')) as { readonly judge: typeof judge };
  return (bytes) => {
    const cells = door.readWorkbook(bytes);
    if (!cells.ok) throw new Error(cells.error.code);
    return job.judge(cells.value);
  };
}

/** CPU milliseconds of one reading and judging. */
function cost(read: Read, bytes: Uint8Array): number {
  const before = process.cpuUsage();
  for (let i = 0; i < TOGETHER; i++) read(bytes);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / TOGETHER;
}

function measure(name: string, now: Read, before: Read | null): BenchReport['rows'][number] {
  const bytes = new Uint8Array(readFileSync(join(SAMPLES, name)));
  const rounds = Array.from({ length: ROUNDS }, () => ({
    now: cost(now, bytes),
    before: before === null ? NaN : cost(before, bytes),
  })).slice(WARM);
  const shown = (value: number): number => Number(value.toFixed(2));
  const own = { workbook: name, 'read and judged, CPU ms': shown(median(rounds.map((round) => round.now))) };
  if (before === null) return own;
  return {
    ...own,
    'before, CPU ms': shown(median(rounds.map((round) => round.before))),
    ratio: shown(median(rounds.map((round) => round.now / round.before))),
  };
}

export async function bench(): Promise<BenchReport> {
  const { BEFORE } = process.env;
  const now = await readerOf('.');
  const before = BEFORE === undefined ? null : await readerOf(BEFORE);
  const names = readdirSync(SAMPLES).filter((name) => /^[A-E]\.xlsx$/u.test(name));
  return {
    name: 'judge',
    rows: names.map((name) => measure(name, now, before)),
    notes: [
      `one process, warm; medians of ${String(ROUNDS - WARM)} rounds of ${String(TOGETHER)} judgements`,
      before === null
        ? 'BEFORE=<folder of another checkout> compares with it'
        : 'the ratio is the median of the rounds’ ratios',
    ],
  };
}
