/** `thidua check … --letters FOLDER`: a letter back to the bloc of every wrong workbook. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { isProgramFault, type FileReport } from '../board/check-workbook';
import { isEarlierLetter } from '../board/output/earlier-answer';
import { letterFile, letterNames, LETTER_FORMATS, type LetterFormat } from '../board/output/letter-files';
import type { Lang } from '../text';
import { UsageError } from './usage-error';
import { writeWhole } from './whole-file';

export interface LettersTo {
  readonly folder: string;
  readonly format: LetterFormat;
  readonly replace: boolean;
  /** The letter's name by the workbook's path. */
  readonly names: ReadonlyMap<string, string>;
}

interface Asked {
  readonly folder: string | null;
  readonly format: string | null;
  readonly replace: boolean;
}

const isFormat = (word: string): word is LetterFormat => LETTER_FORMATS.some((known) => known === word);

/** Looks at the folder before the work begins; throws `UsageError`. */
export function lettersTo({ folder, format, replace }: Asked, files: readonly string[], lang: Lang): LettersTo | null {
  if (folder === null) {
    const lonely = format !== null ? '--letter-format' : replace ? '--replace' : null;
    if (lonely !== null) throw new UsageError('letters-only', { word: lonely });
    return null;
  }
  if (folder === '') throw new UsageError('letters-missing');
  const form = format ?? 'html';
  if (!isFormat(form)) throw new UsageError('letter-format-unknown', { known: LETTER_FORMATS.join(', ') });
  // A letter among the workbooks would be taken for one of them the next time.
  if (files.some((file) => dirname(resolve(file)) === resolve(folder)))
    throw new UsageError('letters-among-workbooks', { word: folder });
  const names = letterNames(files, form, lang);
  const there = [...names.values()].filter((name) => existsSync(join(folder, name)));
  const foreign = there.filter((name) => !isLetter(join(folder, name)));
  if (foreign.length > 0) throw new UsageError('letters-foreign', { word: folder, known: few(foreign) });
  if (there.length > 0 && !replace) throw new UsageError('letters-exist', { word: folder, known: few(there) });
  return { folder, format: form, replace, names };
}

const few = (names: readonly string[]): string => names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '');

function isLetter(path: string): boolean {
  try {
    return isEarlierLetter(readFileSync(path));
  } catch {
    return false;
  }
}

/** A letter for each workbook that is wrong; returns how many. */
export async function writeLetters(reports: readonly FileReport[], to: LettersTo, lang: Lang): Promise<number> {
  const { folder, format, replace, names } = to;
  const wrong = reports.filter((report) => report.verdict !== 'valid' && !isProgramFault(report));
  try {
    for (const report of wrong) {
      const name = names.get(report.file);
      if (name === undefined) continue;
      const bytes = letterFile(report, format, { lang, link: pathFrom(folder, report.file) });
      await writeWhole(join(folder, name), bytes, replace);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new UsageError('out-not-writable', { word: folder });
    throw error;
  }
  return wrong.length;
}

/** A path as seen from a folder, with forward slashes. */
export const pathFrom = (folder: string, file: string): string =>
  `./${relative(resolve(folder), resolve(file)).replaceAll('\\', '/')}`;
