import type { Fix } from '../rules';
import { cellName } from '../rules/place';
import { fail, ok, type DoorProblem, type Result } from '../workbook/door';
import type { Talk } from './ask';
import { entryOf } from './entry';

/**
 * Changes input cells at the user's word, all in one round trip after those that look at them.
 * A locked cell of a protected sheet is left alone, and then all others too: `sheet-protected`.
 */
export async function fixCells(talk: Talk, changes: readonly Fix[]): Promise<Result<readonly Fix[], DoorProblem>> {
  const { worksheets } = talk.context.workbook;
  worksheets.load('items/name');
  await talk.sync();
  const names = new Set(worksheets.items.map(({ name }) => name));
  const gone = changes.find(({ place }) => !names.has(place.sheet));
  if (gone) return fail({ code: 'sheet-gone', sheet: gone.place.sheet });
  const cells = changes.map((change) => {
    const sheet = worksheets.getItem(change.place.sheet);
    sheet.protection.load('protected');
    const cell = sheet.getRange(cellName(change.place));
    cell.load('values,formulas,numberFormat');
    return { change, cell, protection: sheet.protection };
  });
  await talk.sync();
  const locked = await firstLocked(talk, cells.filter(({ protection }) => protection.protected));
  if (locked) return fail({ code: 'sheet-protected', sheet: locked.place.sheet });
  const previous = cells.map(({ change, cell }) => heldBy(change, cell));
  for (const { change, cell } of cells) {
    if (change.format !== undefined) cell.numberFormat = [[change.format]];
    // In a text cell Excel would make a text of the number.
    else if (typeof change.value !== 'string' && cell.numberFormat[0]?.[0] === '@') cell.numberFormat = [['General']];
    cell.formulas = [[entryOf(change)]];
  }
  await talk.sync();
  return ok(previous);
}

async function firstLocked({ sync }: Talk, cells: readonly { readonly change: Fix; readonly cell: Excel.Range }[]): Promise<Fix | undefined> {
  if (cells.length === 0) return undefined;
  for (const { cell } of cells) cell.format.protection.load('locked');
  await sync();
  return cells.find(({ cell }) => cell.format.protection.locked)?.change;
}

function heldBy({ place, format }: Fix, cell: Excel.Range): Fix {
  const value: unknown = cell.values[0]?.[0];
  const formula: unknown = cell.formulas[0]?.[0];
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  const before: unknown = cell.numberFormat[0]?.[0];
  return {
    place, value: plain, ...(format !== undefined && typeof before === 'string' ? { format: before } : {}), ...(isFormula ? { formula: formula.slice(1) } : {}),
  };
}
