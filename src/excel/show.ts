import { cellName, type Place } from '../rules/model/place';
import { fail, ok, type DoorProblem, type Result } from '../sheets/door';
import type { Talk } from './ask';

/** Activates the sheet and selects the cell; hidden sheets stay hidden. */
export async function showCell({ context, sync }: Talk, place: Place): Promise<Result<void, DoorProblem>> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
  sheet.load('visibility');
  await sync();
  if (sheet.isNullObject) return fail({ code: 'sheet-gone', sheet: place.sheet });
  if (sheet.visibility !== 'Visible') return fail({ code: 'sheet-hidden', sheet: place.sheet });
  sheet.activate();
  sheet.getRange(cellName(place)).select();
  await sync();
  return ok(undefined);
}
