/** Judged workbooks from which the tests make papers. */
import { readFileSync } from 'node:fs';
import { judge, type Judgement } from '../../src/workbook/job';
import { planPapers, writePapers, type PaperJob } from '../../src/papers';
import type { WorkbookCells } from '../../src/sheets/cells';
import { readWorkbook } from '../../src/xlsx';
import { blocCells, type BlocOptions } from '../workbook/blocs';
import { unpack, type Unpacked } from './unpack';

export const NOW = new Date(2026, 0, 15, 9, 30);
export const SAMPLES = ['A', 'B', 'C', 'D', 'E'] as const;

export function sampleCells(name: string): WorkbookCells {
  const read = readWorkbook(readFileSync(new URL(`../../assets/samples/${name}.xlsx`, `file://${__filename}`)));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

export const judgedSample = (name: string): Judgement => judge(sampleCells(name));
export const judgedBloc = (options: BlocOptions): Judgement => judge(blocCells(options));

export interface Made {
  readonly judgement: Judgement;
  readonly job: PaperJob;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  paper(name: string): Unpacked;
}

export async function made(judgement: Judgement): Promise<Made> {
  const job = planPapers(judgement, NOW);
  const bytes = new Map<string, Uint8Array>();
  for await (const file of writePapers(job)) bytes.set(file.name, file.bytes);
  const paper = (name: string): Unpacked => {
    const found = bytes.get(`${name}.docx`);
    if (found === undefined) throw new Error(`no paper ${name}`);
    return unpack(found);
  };
  return { judgement, job, bytes, paper };
}
