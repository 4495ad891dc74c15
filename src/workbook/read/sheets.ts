/** Finds the input sheets of a workbook by name, never by position. */
import type { Place } from '../../rules';
import type { SheetCells, WorkbookCells } from '../cells';
import { SHEETS, type SheetKey } from '../layout';
import type { Findings } from './findings';
import { fold, unmark } from './text';

const KEYS = Object.keys(SHEETS).filter((key): key is SheetKey => Object.hasOwn(SHEETS, key));

export type InputSheets = ReadonlyMap<SheetKey, SheetCells>;

/**
 * The sheets by what they are. An exact name wins over one without marks; of two that match alike
 * the first is read, and nothing that follows from it is trusted.
 */
export function findSheets(workbook: WorkbookCells, findings: Findings): InputSheets {
  const candidates = workbook.sheets.filter((sheet) => sheet.stamp === null).map((sheet) => ({ sheet, name: fold(sheet.name) }));
  const taken = new Set(KEYS.map((key) => fold(SHEETS[key].name)));
  const found = new Map<SheetKey, SheetCells>();
  const missing: SheetKey[] = [];
  for (const key of KEYS) {
    const name = fold(SHEETS[key].name);
    const exact = candidates.filter((candidate) => candidate.name === name);
    const matches = exact.length > 0 ? exact : candidates.filter((candidate) => !taken.has(candidate.name) && candidate.name === unmark(name));
    const [first, second] = matches;
    if (first === undefined) missing.push(key);
    else found.set(key, first.sheet);
    if (second !== undefined) {
      findings.say('sheet-ambiguous', firstCell(second.sheet.name), { received: second.sheet.name, expected: SHEETS[key].name, params: { other: first?.sheet.name ?? '' } }, 'totals');
    }
  }
  const place = firstCell(found.get('info')?.name ?? SHEETS.info.name);
  for (const key of missing) {
    if (SHEETS[key].required) findings.say('sheet-missing', place, { expected: SHEETS[key].name }, key === 'info' ? null : key === 'awards' ? 'awards' : 'totals');
  }
  if (workbook.manualCalculation === true) findings.say('manual-calculation', place);
  for (const [, sheet] of found) {
    if (sheet.state !== 'visible') findings.say('hidden-data', firstCell(sheet.name), { received: sheet.name });
  }
  return found;
}

export const firstCell = (sheet: string): Place => ({ sheet, row: 0, column: 0 });
