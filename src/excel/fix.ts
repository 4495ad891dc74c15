import { cellName, type Fix } from '../rules';
import { fail, ok, type DoorProblem, type Result } from '../workbook/door';
import type { Talk } from './ask';
import { entryOf } from './entry';

/**
 * Changes input cells at the user's word, all in one round trip after one that reads what they hold.
 * A protected sheet is left alone: `sheet-protected`.
 */
export async function fixCells({ context, sync }: Talk, changes: readonly Fix[]): Promise<Result<readonly Fix[], DoorProblem>> {
  const asked = changes.map((change) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(change.place.sheet);
    sheet.load('name');
    return { change, sheet };
  });
  await sync();
  const gone = asked.find(({ sheet }) => sheet.isNullObject);
  if (gone) return fail({ code: 'sheet-gone', sheet: gone.change.place.sheet });
  const cells = asked.map(({ change, sheet }) => {
    sheet.protection.load('protected');
    const cell = sheet.getRange(cellName(change.place));
    cell.load('values,formulas,numberFormat,format/protection/locked');
    return { change, sheet, cell };
  });
  await sync();
  const locked = cells.find(({ sheet, cell }) => sheet.protection.protected && cell.format.protection.locked);
  if (locked) return fail({ code: 'sheet-protected', sheet: locked.change.place.sheet });
  const previous = cells.map(({ change, cell }) => heldBy(change, cell));
  for (const { change, cell } of cells) {
    // In a text cell Excel would make a text of the number.
    if (typeof change.value !== 'string' && cell.numberFormat[0]?.[0] === '@') cell.numberFormat = [['General']];
    cell.formulas = [[entryOf(change)]];
  }
  await sync();
  return ok(previous);
}

function heldBy({ place }: Fix, cell: Excel.Range): Fix {
  const value: unknown = cell.values[0]?.[0];
  const formula: unknown = cell.formulas[0]?.[0];
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return { place, value: plain, ...(isFormula ? { formula: formula.slice(1) } : {}) };
}
