/** What a change that stopped half-way left is found out from the cells, and every step of it that was done is undone. */
import { isFix, isInsert, isLimit, isPrint, isRemoval, type WorkbookChange } from '../../rules';
import { inverseOf } from '../../sheets/change/inverse';
import type { WorkbookCells } from '../../sheets/cells';
import { isDemand } from '../../rules';
import { parseAddress } from '../areas';
import type { Talk } from '../ask';
import { queueSteps } from './carry-out';
import { cellsIn, firstOther, loadUsed, sheetIn } from './contents';
import { PROBE, type Seen } from './look';
import { queueFirstPage } from './page';

interface Stopped {
  readonly seen: Seen;
  readonly steps: readonly WorkbookChange[];
  /** After each of the steps; the first entry is before them. */
  readonly states: readonly WorkbookCells[];
  readonly opened: readonly string[];
}

type State = readonly { readonly name: string; readonly used: Excel.Range }[];

/** What all sheets hold once everything queued before is done. */
export const askState = ({ workbook }: Excel.RequestContext, { cells }: Seen): State =>
  cells.sheets.map(({ name }) => ({ name, used: loadUsed(workbook.worksheets.getItem(name), false) }));

export const stateIn = (state: State): WorkbookCells =>
  cellsIn(state.map(({ name, used }) => sheetIn(name, used, false, false)));

/** Throws where it cannot be done, or where something else stands afterwards. `locked`: a sheet that could not be opened. */
export async function putBack(
  talk: Talk,
  { seen, steps, states, opened }: Stopped,
): Promise<{ readonly locked: string | null }> {
  const { context, sync } = talk;
  const found = askState(context, seen);
  for (const { probe, protection } of seen.sheets.values()) {
    probe.load('address');
    protection.load('protected');
  }
  await sync();
  const done = stepsDone(seen, steps, states, stateIn(found));
  if (done === null) throw new Error('unknown state');
  const isOpen = (name: string): boolean => seen.sheets.get(name)?.protection.protected === false;
  const locked = done === 0 ? (opened.find((name) => !isOpen(name)) ?? null) : null;
  // A step of which only a part was done leaves no trace in the cells; to undo what is not done changes nothing.
  const begun = steps[done];
  const made = steps.slice(0, begun !== undefined && (isFix(begun) || isLimit(begun)) ? done + 1 : done);
  const undone = inverseOf(
    seen.cells,
    made.filter((step) => !isPrint(step)),
  ).filter((step) => !isDemand(step));
  if (undone.length > 0 && done > 0)
    for (const name of opened) if (!isOpen(name)) seen.sheets.get(name)?.protection.unprotect();
  const isWorth = done > 0 || opened.every(isOpen);
  if (isWorth) queueSteps(context, undone, made, seen);
  for (const step of steps.slice(0, done + 1)) {
    const page = isPrint(step) ? seen.pages.get(step.print) : undefined;
    if (isPrint(step) && page !== undefined) queueFirstPage(context, step.print, page);
  }
  for (const name of opened) {
    const protection = seen.sheets.get(name)?.protection;
    if (isOpen(name) || (undone.length > 0 && done > 0)) protection?.protect(protection.options);
  }
  const after = askState(context, seen);
  await sync();
  if (firstOther(stateIn(after), seen.cells) !== null) throw new Error('not as before');
  return { locked };
}

/** The most steps after which the workbook would be as it is; null: it is as after none of them. */
function stepsDone(
  { sheets }: Seen,
  steps: readonly WorkbookChange[],
  states: readonly WorkbookCells[],
  now: WorkbookCells,
): number | null {
  for (let count = steps.length; count >= 0; count--) {
    const state = states[count];
    const isMoved = [...sheets.values()].every(({ name, probe }) => {
      const { top, left } = parseAddress(probe.address);
      const { row, column } = probeAfter(name, steps.slice(0, count));
      return top === row && left === column;
    });
    if (isMoved && state !== undefined && firstOther(now, state) === null) return count;
  }
  return null;
}

function probeAfter(sheet: string, steps: readonly WorkbookChange[]): Pick<typeof PROBE, 'row' | 'column'> {
  let { row, column } = PROBE;
  for (const step of steps) {
    if ((!isInsert(step) && !isRemoval(step)) || step.sheet !== sheet) continue;
    const count = isInsert(step) ? step.count : -step.count;
    if ((isInsert(step) ? step.insert : step.remove) === 'rows') row += count;
    else column += count;
  }
  return { row, column };
}
