/** Reading a workbook that is too large for one answer: first the sizes, then bands of rows. */
import type { Talk } from './ask';
import { addressOf, parseAddress } from './areas';
import { errorCode, TOO_LARGE_TO_READ } from './problems';
import type { Block, Contents } from './read';
import { loadStamp, stampText } from './stamp';

/** Cells per round trip: about 2 MB of values and formulas, where 5 MB are allowed; fewer where texts are long. */
const CELLS_PER_TRIP = 60_000;

export async function readInBands({ context, sync }: Talk, names: readonly string[]): Promise<Contents[]> {
  const asked = names.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true);
    sheet.names.load('items/name,items/formula');
    used.load('address,rowHidden,columnHidden');
    used.untrack();
    return { name, protection: sheet.protection, stamp: loadStamp(sheet), names: sheet.names, used };
  });
  await sync();
  const contents: Contents[] = [];
  for (const { name, protection, stamp, names: own, used } of asked) {
    const block = used.isNullObject ? null : await readBlock({ context, sync }, name, used);
    contents.push({ isProtected: protection.protected, stamp: stampText(stamp), names: own.items, block });
  }
  return contents;
}

async function readBlock({ context, sync }: Talk, name: string, used: Excel.Range): Promise<Block> {
  const area = parseAddress(used.address);
  let rowsPerTrip = Math.max(1, Math.floor(CELLS_PER_TRIP / (area.right - area.left + 1)));
  const values: unknown[][] = [];
  const formulas: unknown[][] = [];
  for (let top = area.top; top <= area.bottom;) {
    const bottom = Math.min(area.bottom, top + rowsPerTrip - 1);
    const band = context.workbook.worksheets.getItem(name).getRange(addressOf({ ...area, top, bottom }));
    band.load('values,formulas');
    band.untrack();
    if (await isTooLarge(sync, band)) {
      // a payload limit forces the bands: the one loop of round trips
      if (rowsPerTrip === 1) throw new TooLarge();
      rowsPerTrip = Math.ceil(rowsPerTrip / 2);
      continue;
    }
    values.push(...(band.values as unknown[][]));
    formulas.push(...(band.formulas as unknown[][]));
    top = bottom + 1;
  }
  const rowHidden = used.rowHidden as boolean | null;
  const columnHidden = used.columnHidden as boolean | null;
  return { name, top: area.top, left: area.left, values, formulas, rowHidden, columnHidden };
}

/** One row of the widest sheet that there can be is more than Excel hands out. */
class TooLarge extends Error {
  readonly code = TOO_LARGE_TO_READ;
}

/** Excel says so, or answers null instead. */
export async function isTooLarge(sync: () => Promise<void>, ...ranges: readonly Excel.Range[]): Promise<boolean> {
  try {
    await sync();
  } catch (error) {
    if (errorCode(error) === TOO_LARGE_TO_READ) return true;
    throw error;
  }
  return ranges.some((range) => !range.isNullObject && range.values === null);
}
