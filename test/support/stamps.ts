/** Stamps as the program writes them: only such a one makes a sheet ours. */
import { createHash } from 'node:crypto';
import { PROGRAM } from '../../src/sheets/program';
import { stampText, type OutputSheet } from '../../src/sheets/stamp';

/** The stamp of a sheet written for the inputs that `inputs` stands for: other words, other fingerprints. */
export const realStamp = (inputs: string, sheet: OutputSheet = 'results'): string =>
  stampText({
    sheet,
    version: PROGRAM.version,
    fingerprint: `sha256:${createHash('sha256').update(inputs).digest('hex')}`,
    time: '2026-01-15 08:30',
  });
