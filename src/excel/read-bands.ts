/** Reading a workbook that is too large for one answer: first the sizes, then bands of rows. */
import type { Talk } from './ask';
import { addressOf, parseAddress } from './areas';
import type { Block } from './read';
import { loadStamp, stampText } from './stamp';

/** Cells per round trip: about 2 MB of values and formulas, where 5 MB are allowed. */
const CELLS_PER_TRIP = 60_000;

export async function readInBands<Frame>(
  { context, sync }: Talk, names: readonly string[], frameOf: (index: number, isProtected: boolean, stamp: string | null) => Frame,
): Promise<{ frames: Frame[]; blocks: (Block | null)[] }> {
  const asked = names.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('address,rowHidden,columnHidden');
    used.untrack();
    return { name, protection: sheet.protection, stamp: loadStamp(sheet), used };
  });
  await sync();
  const frames = asked.map(({ protection, stamp }, index) => frameOf(index, protection.protected, stampText(stamp)));
  const blocks: (Block | null)[] = [];
  for (const { name, used } of asked) blocks.push(used.isNullObject ? null : await readBlock({ context, sync }, name, used));
  return { frames, blocks };
}

async function readBlock({ context, sync }: Talk, name: string, used: Excel.Range): Promise<Block> {
  const area = parseAddress(used.address);
  const rowsPerTrip = Math.max(1, Math.floor(CELLS_PER_TRIP / (area.right - area.left + 1)));
  const values: unknown[][] = [];
  const formulas: unknown[][] = [];
  for (let top = area.top; top <= area.bottom; top += rowsPerTrip) {
    const band = context.workbook.worksheets.getItem(name).getRange(addressOf({ ...area, top, bottom: Math.min(area.bottom, top + rowsPerTrip - 1) }));
    band.load('values,formulas');
    band.untrack();
    await sync(); // a payload limit forces the bands: the one loop of round trips
    values.push(...(band.values as unknown[][]));
    formulas.push(...(band.formulas as unknown[][]));
  }
  const rowHidden = used.rowHidden as boolean | null;
  const columnHidden = used.columnHidden as boolean | null;
  return { name, top: area.top, left: area.left, values, formulas, rowHidden, columnHidden };
}
