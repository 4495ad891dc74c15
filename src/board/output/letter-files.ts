/** Letters as files: their forms, and names that no cell and no folder of a stranger can steer. */
import type { Lang } from '../../text';
import { letterWord } from '../../text/letter';
import { slug } from '../../workbook/unit-forms/form-names';
import { createPackage } from '../../xlsx';
import type { FileReport } from '../check-workbook';
import { letterText, type LetterOptions } from './letter';
import { letterPage } from './letter-page';
import { letterPlans } from './letter-sheet';

const text = (written: string): Uint8Array => new TextEncoder().encode(written);

const FORMATS = {
  html: (report: FileReport, options: LetterOptions) => text(letterPage(report, options)),
  xlsx: (report: FileReport, options: LetterOptions) => createPackage(letterPlans(report, options)),
  txt: (report: FileReport, options: LetterOptions) => text(letterText(report, options)),
} as const;

export type LetterFormat = keyof typeof FORMATS;
export const LETTER_FORMATS = Object.keys(FORMATS) as readonly LetterFormat[];

export const letterFile = (report: FileReport, format: LetterFormat, options: LetterOptions): Uint8Array =>
  FORMATS[format](report, options);

/** "phieu-sua-khoi-003.html" of "nop/Khối 003.xlsx"; of two alike the second bears a number. */
export function letterNames(files: readonly string[], format: LetterFormat, lang: Lang): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    files.map((file) => {
      const base =
        file
          .split(/[\\/]/u)
          .at(-1)
          ?.replace(/\.[^.]*$/u, '') ?? '';
      const name = [letterWord('bloc', lang, 'fileName'), slug(base)].filter(Boolean).join('-');
      let free = name;
      for (let number = 2; taken.has(free); number++) free = `${name}-${String(number)}`;
      taken.add(free);
      return [file, `${free}.${format}`] as const;
    }),
  );
}
