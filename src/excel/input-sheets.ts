/** Which sheets are inputs, told by their names alone: what is asked of Excel depends on it before anything is read. */
import { SHEETS } from '../workbook/layout';
import { fold, unmark } from '../workbook/read/text';

const NAMES: ReadonlySet<string> = new Set(Object.values(SHEETS).map(({ name }) => unmark(fold(name))));

export const isInputName = (name: string): boolean => NAMES.has(unmark(fold(name)));
