/** The workbook that is open in Excel, as a door. */
import { fail, ok, type Door } from '../sheets/door';
import { listenToChanges } from './changes';
import { askExcel, PATIENCE_MS, type Patience } from './ask';
import { changeWorkbook, isCommand } from './change';
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
  const command: Door['fix'] = async (changes) => {
    let hasBegun = false;
    const done = await askExcel(wait, {}, (talk) =>
      changeWorkbook(talk, changes, () => {
        hasBegun = true;
      }),
    );
    // Nobody knows what a silent Excel still does: nothing more is asked of it.
    const isSilent = !done.ok && (done.error.code === 'cancelled' || done.error.code === 'excel-silent');
    return isSilent && hasBegun ? fail({ code: 'excel-change-left', detail: done.error.code }) : done;
  };
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
    fix: (changes) =>
      (lastFix = isCommand(changes) ? command(changes) : askExcel(wait, {}, (talk) => applyChanges(talk, changes))),
    onChange: (listener) => listenToChanges(listener, async () => (await lastFix)?.ok !== false),
  };
}
