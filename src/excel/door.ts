/** The workbook that is open in Excel, as a door. */
import { ok, type Door } from '../workbook/door';
import { listenToChanges } from './changes';
import { askExcel, PATIENCE_MS, type Patience } from './ask';
import { applyChanges } from './fix';
import { readCells } from './read';
import { showCell } from './show';
import { WrittenSheets, writePlans } from './write';

export type { Patience } from './ask';

/**
 * Every method answers with a value or a named problem and never throws. Reads wait for the end of
 * a cell edit; writes do not, and are never repeated by themselves.
 */
export function createExcelDoor(patience: Patience = {}): Door {
  const wait = { ms: PATIENCE_MS, ...patience };
  const written = new WrittenSheets();
  let lastFix: ReturnType<Door['fix']> | null = null;
  return {
    kind: 'excel',
    read: async () => {
      const read = () => askExcel(wait, { delayForCellEdit: true }, async (talk) => ok(await readCells(talk)));
      const first = await read();
      // A sheet was renamed or deleted while it was read: the second reading sees the workbook as it is now.
      return !first.ok && first.error.code === 'sheet-gone' ? read() : first;
    },
    write: (plans, options) => writePlans(wait, plans, written, options),
    show: (place) => askExcel(wait, { delayForCellEdit: true }, (talk) => showCell(talk, place)),
    fix: (changes) => (lastFix = askExcel(wait, {}, (talk) => applyChanges(talk, changes))),
    onChange: (listener) => listenToChanges(listener, async () => (await lastFix)?.ok !== false),
  };
}
