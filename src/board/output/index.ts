/** The forms of the answer: to add one is to add one entry. */
import { createPackage } from '../../xlsx';
import type { FileReport } from '../check-workbook';
import { htmlOutput } from './html';
import { jsonOutput, ndjsonOutput } from './json';
import type { Output, OutputOptions } from './output';
import { summarySheets } from './summary-sheets';
import { textOutput } from './text';

export type { Counts, Output, OutputOptions, Summary } from './output';

export const OUTPUTS = {
  text: textOutput,
  json: jsonOutput,
  ndjson: ndjsonOutput,
  html: htmlOutput,
  xlsx: xlsxOutput,
} as const satisfies Record<string, (options: OutputOptions) => Output>;

export type OutputFormat = keyof typeof OUTPUTS;

export const isOutputFormat = (word: string): word is OutputFormat => Object.hasOwn(OUTPUTS, word);

function xlsxOutput(options: OutputOptions): Output {
  const reports: FileReport[] = [];
  return {
    needsJson: false,
    file: (report) => {
      reports.push(report);
      return '';
    },
    end: (summary) => createPackage(summarySheets(reports, summary, options)),
  };
}
