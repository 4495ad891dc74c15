/** Words inside input cells that the rules themselves must understand. */
import { fold } from '../../base/folding';

/** Task grades, best first: the short form and the full words. */
const TASK_GRADES: readonly (readonly string[])[] = [
  ['htxsnv', 'hoàn thành xuất sắc nhiệm vụ', 'hoàn thành xuất sắc'],
  ['httnv', 'hoàn thành tốt nhiệm vụ', 'hoàn thành tốt'],
  ['htnv', 'hoàn thành nhiệm vụ', 'hoàn thành'],
  ['khtnv', 'không hoàn thành nhiệm vụ', 'không hoàn thành'],
];
const TASK_GRADE_OF = new Map(TASK_GRADES.flatMap((words, index) => words.map((word) => [word, index] as const)));

/** 0 for the best task grade, 3 for the worst, null for a text that is none. */
export function taskGrade(text: string): number | null {
  return TASK_GRADE_OF.get(fold(text)) ?? null;
}

/** The usual header of the task grade column. */
export function isTaskGradeHeader(header: string): boolean {
  return fold(header) === 'xếp loại nhiệm vụ';
}

const YES: ReadonlySet<string> = new Set(['có', 'co', 'true', 'yes']);
const NO: ReadonlySet<string> = new Set(['không', 'khong', 'false', 'no']);

/** Yes or no, null for a text that is neither. */
export function yesNo(text: string): boolean | null {
  const word = fold(text);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** What may be entered where yes or no is asked, in the words of the workbook. */
export const YES_OR_NO = 'có; không';
