/** Which sheets are inputs, told by their names alone: what is asked of Excel depends on it before anything is read, and none of them is ever taken for a sheet of ours. */
import { SHEETS } from '../workbook/layout';
import { searched } from '../base/folding';

const NAMES: ReadonlySet<string> = new Set(Object.values(SHEETS).map(({ name }) => searched(name)));

export const isInputName = (name: string): boolean => NAMES.has(searched(name));
