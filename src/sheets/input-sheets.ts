/** Which sheets are inputs, told by their names alone: what is asked of Excel depends on it before anything is read, and none of them is ever taken for a sheet of ours. */
import { INPUT_SHEETS } from '../workbook/layout/sheet-names';
import { searched } from '../base/folding';

const NAMES: ReadonlySet<string> = new Set(Object.values(INPUT_SHEETS).map(searched));

export const isInputName = (name: string): boolean => NAMES.has(searched(name));
