/** Tells when someone changed a cell, here or elsewhere. */
import type { Place } from '../rules';
import { parseAddress } from './areas';
import { loadStamp } from './stamp';

/** Pasting a block or laying down a sheet fires many events at once: they are looked at together. */
const GATHER_MS = 50;

interface Change {
  readonly sheetId: string;
  readonly address: string;
}

/**
 * Calls back with the first cell of every changed area outside our own sheets; with no cell when Excel
 * does not say where it was. An event only ever marks results as old: nothing is written and no dialog
 * opens because of one. What this pane did is not looked at where Excel says that it did it (ExcelApi
 * 1.14) and `allDone` says that nothing of it was left half done: looking costs round trips, and who wrote
 * knows what stands there.
 */
export function listenToChanges(
  listener: (places: readonly Place[]) => void,
  allDone: () => Promise<boolean>,
): () => void {
  if (typeof Excel === 'undefined') return () => {};
  let stopped = false;
  let gathered: Change[] = [];
  const report = async () => {
    const changes = gathered;
    gathered = [];
    const places = await placesOf(changes).catch(() => null);
    if (!stopped && places?.length !== 0) listener(places ?? []);
  };
  const registered = Excel.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async ({ worksheetId, address, triggerSource }) => {
      if (triggerSource === 'ThisLocalAddin' && (await allDone())) return;
      if (stopped) return;
      if (gathered.length === 0)
        setTimeout(() => {
          void report();
        }, GATHER_MS);
      gathered.push({ sheetId: worksheetId, address });
    });
    await context.sync();
    return handler;
  });
  registered.catch(() => {}); // without events nothing is marked; the next run reads everything anew
  return () => {
    stopped = true;
    void registered
      .then((handler) =>
        Excel.run(handler.context as Excel.RequestContext, async (context) => {
          handler.remove();
          await context.sync();
        }),
      )
      .catch(() => {});
  };
}

/** Leaves out sheets of ours (writing them fires events too) and sheets that are gone. */
async function placesOf(changes: readonly Change[]): Promise<Place[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheets = new Map(
      [...new Set(changes.map(({ sheetId }) => sheetId))].map(
        (id) => [id, context.workbook.worksheets.getItemOrNullObject(id)] as const,
      ),
    );
    for (const sheet of sheets.values()) sheet.load('name');
    await context.sync();
    const found = [...sheets]
      .filter(([, sheet]) => !sheet.isNullObject)
      .map(([id, sheet]) => ({ id, name: sheet.name, stamp: loadStamp(sheet) }));
    await context.sync();
    const names = new Map(found.filter(({ stamp }) => stamp.isNullObject).map(({ id, name }) => [id, name]));
    return changes.flatMap(({ sheetId, address }) => {
      const sheet = names.get(sheetId);
      const { top, left } = parseAddress(address);
      return sheet === undefined ? [] : [{ sheet, row: top, column: left }];
    });
  });
}
