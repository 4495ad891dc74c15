/** The workbook of all forms, and how values are compared with LibreOffice's. */
import type { Cell } from '../../../../src/sheets/cells';
import type { Value } from '../../../../src/sheets/formula/evaluate';
import { createPackage, readWorkbook } from '../../../../src/xlsx';
import type { WorkbookCells } from '../../../../src/sheets/cells';
import { editParts } from '../../../print/office';
import { formsWorkbook, NAMES } from './forms';

/** With its names, not calculated by anybody. */
export function formsPackage(): Uint8Array {
  const names = NAMES.map(({ name, formula }) => `<definedName name="${name}">${formula}</definedName>`).join('');
  return editParts(createPackage(formsWorkbook()), /^xl\/workbook\.xml$/, (xml) =>
    xml.replace('</sheets>', `</sheets><definedNames>${names}</definedNames>`),
  );
}

export function cellsOf(bytes: Uint8Array): WorkbookCells {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/**
 * Whether both show the same: the last digits of a double differ between programs, a blank result is stored as 0 or not at
 * all, and LibreOffice stores the 1 of a yes as the yes.
 */
export function isSameValue(ours: Value, theirs: Cell['value']): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) <= 1e-12 * Math.max(1, Math.abs(theirs));
  if (typeof ours === 'number' && typeof theirs === 'boolean') return ours === Number(theirs);
  if (typeof ours === 'object' && ours !== null)
    return typeof theirs === 'object' && theirs !== null && ours.error === theirs.error;
  if (theirs === null) return ours === null || ours === '' || ours === 0;
  return (ours ?? 0) === theirs;
}
