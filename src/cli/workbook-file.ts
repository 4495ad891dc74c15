/** Opening a workbook named on the command line. */
import { issueText, problemText, type Lang } from '../text';
import { cellName, type Issue } from '../rules';
import type { DoorProblem, Result } from '../sheets/door';
import { judge, type Judgement } from '../workbook/job';
import { readWorkbook } from '../xlsx';
import { readFileBytes } from '../xlsx/disk';
import { warn } from './terminal';
import { EXIT } from './usage';

export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly judgement: Judgement;
}

/** Reads and judges one workbook. */
export function openWorkbook(path: string): Result<OpenedFile, DoorProblem> {
  const bytes = readFileBytes(path);
  if (!bytes.ok) return bytes;
  const cells = readWorkbook(bytes.value);
  return cells.ok ? { ok: true, value: { bytes: bytes.value, judgement: judge(cells.value) } } : cells;
}

/** Says on stderr why a file could not be used; the exit code for that. */
export function reportProblem(path: string, problem: DoorProblem, lang: Lang): number {
  const { what, next } = problemText(problem, lang);
  warn([`${path}: ${what} ${next}`]);
  return EXIT.couldNotRun;
}

/** One finding as a line: severity, code, cell, sentence. */
export function issueLine(found: Issue, lang: Lang): string {
  const { what } = issueText(found, lang);
  const where = found.place ? `${found.place.sheet}!${cellName(found.place)}` : '-';
  return `${SEVERITY_WORDS[lang][found.severity]}  ${found.code}  ${where}  ${what}`;
}

const SEVERITY_WORDS = {
  vi: { error: 'LỖI', warning: 'CẢNH BÁO', info: 'GHI CHÚ' },
  en: { error: 'ERROR', warning: 'WARNING', info: 'INFO' },
} as const;

export const hasErrors = (issues: readonly Issue[]): boolean => issues.some((found) => found.severity === 'error');
