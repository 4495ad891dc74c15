import { type Judgement } from '../../src/workbook/job';
import { type PaperJob } from '../../src/papers';
import type { WorkbookCells } from '../../src/workbook/cells';
import { type BlocOptions } from '../workbook/blocs';
import { type Unpacked } from './unpack';
export declare const NOW: Date;
export declare const SAMPLES: readonly ["A", "B", "C", "D", "E"];
export declare function sampleCells(name: string): WorkbookCells;
export declare const judgedSample: (name: string) => Judgement;
export declare const judgedBloc: (options: BlocOptions) => Judgement;
export interface Made {
    readonly judgement: Judgement;
    readonly job: PaperJob;
    readonly bytes: ReadonlyMap<string, Uint8Array>;
    paper(name: string): Unpacked;
}
export declare function made(judgement: Judgement): Promise<Made>;
