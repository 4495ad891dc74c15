import { type OutputSheet } from '../../src/workbook/stamp';
/** The stamp of a sheet written for the inputs that `inputs` stands for: other words, other fingerprints. */
export declare const realStamp: (inputs: string, sheet?: OutputSheet) => string;
