/**
 * A confirmed change with lines that come and go, limits, locked sheets or a page set-up, as one command: two round
 * trips look, and refuse what is not as the preview was made from; the third does all of it and reads it back. What
 * Excel did not do whole, or other than the preview, is put back at once.
 */
import {
  isDemand,
  isFix,
  isInsert,
  isLimit,
  isPrint,
  isRemoval,
  isRename,
  type Place,
  type WorkbookChange,
} from '../../rules';
import { applied } from '../../sheets/change/apply';
import { inverseOf, unmet } from '../../sheets/change/inverse';
import { movedLine, moveOf } from '../../sheets/change/moving';
import type { WorkbookCells } from '../../sheets/cells';
import { fail, ok, type DoorProblem, type Result } from '../../sheets/door';
import type { Talk } from '../ask';
import { errorCode, isRefusedAsAWhole, problemOf } from '../problems';
import { coloursBefore, queueSteps } from './carry-out';
import { firstOther } from './contents';
import { placeKey } from './entry-limits';
import { lookAt, touchedSheets, type Seen } from './look';
import { isAsKnown, pageIn } from './page';
import { askState, putBack, stateIn } from './put-back';

/** Changes of cells and names alone have a shorter way, as long as no sheet has to be opened for them. */
export const isCommand = (changes: readonly WorkbookChange[]): boolean =>
  changes.some(
    (change) =>
      isInsert(change) ||
      isRemoval(change) ||
      isLimit(change) ||
      isPrint(change) ||
      (isFix(change) && change.overLocked === true),
  );

/** `begun`: called right before something may change. */
export async function changeWorkbook(
  talk: Talk,
  changes: readonly WorkbookChange[],
  begun: () => void,
): Promise<Result<readonly WorkbookChange[], DoorProblem>> {
  const steps = changes.filter((change) => !isDemand(change));
  const rename = steps.find(isRename);
  if (rename !== undefined) return fail({ code: 'lines-not-movable', sheet: rename.rename });
  let seen: Seen;
  try {
    seen = await lookAt(talk, changes);
  } catch (error) {
    const gone = errorCode(error) === 'ItemNotFound' ? await firstGone(talk, changes) : null;
    if (gone !== null) return fail({ code: 'sheet-gone', sheet: gone });
    throw error;
  }
  const states = statesOf(seen.cells, steps);
  const refusal = refusalOf(seen, changes, steps, states);
  if (refusal !== null) return fail(refusal);
  const opened = sheetsToOpen(seen, steps);
  const unasked = firstUnasked(steps, opened);
  if (unasked !== null) return fail({ code: 'sheet-protected', sheet: unasked });
  const { context } = talk;
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
  context.workbook.application.suspendApiCalculationUntilNextSync();
  for (const name of opened) seen.sheets.get(name)?.protection.unprotect();
  const pages = queueSteps(context, steps, [], seen);
  for (const name of opened) {
    const { protection } = seen.sheets.get(name) ?? {};
    protection?.protect(protection.options);
  }
  const after = askState(context, seen);
  begun();
  let problem: DoorProblem | null = null;
  try {
    await talk.sync();
    const sheet = firstOther(stateIn(after), states.at(-1) ?? seen.cells);
    if (sheet !== null) problem = { code: 'excel-change-differs', sheet };
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw error;
    problem = problemOf(error);
  }
  if (problem === null) {
    const laid = pages.map((page) => page());
    const made = changes.filter((change) => !isPrint(change) || laid.some(({ print }) => print === change.print));
    return ok(inverseOf(seen.cells, made, laid));
  }
  const back = await putBack(talk, { seen, steps, states, opened }).catch(() => null);
  if (back === null) return fail({ code: 'excel-change-left', detail: problem.detail ?? problem.code });
  // Who unlocks a sheet with a password is refused before anything else is done.
  const isPassword = back.locked !== null && /unprotect/i.test(problem.detail ?? '');
  return fail(isPassword ? { code: 'sheet-protected', sheet: back.locked ?? '' } : problem);
}

/** What the workbook holds after each of the steps, the first entry before them. */
function statesOf(cells: WorkbookCells, steps: readonly WorkbookChange[]): WorkbookCells[] {
  const states = [cells];
  for (const step of steps) states.push(applied(states.at(-1) ?? cells, step).cells);
  return states;
}

const sheetIn = (step: WorkbookChange): string => touchedSheets([step])[0] ?? '';

function refusalOf(
  seen: Seen,
  changes: readonly WorkbookChange[],
  steps: readonly WorkbookChange[],
  states: readonly WorkbookCells[],
): DoorProblem | null {
  const changed = unmet(seen.cells, changes);
  if (changed !== null) return { code: 'cells-changed', sheet: changed.sheet };
  let isFirst = true;
  for (const [index, step] of steps.entries()) {
    const sheet = sheetIn(step);
    const known = seen.sheets.get(sheet);
    if (isPrint(step)) {
      const page = seen.pages.get(step.print);
      if ('now' in step && (page === undefined || !isAsKnown(step, pageIn(page), isFirst)))
        return { code: 'cells-changed', sheet };
    }
    if (isLimit(step) && typeof step.from === 'number' && coloursBefore(step, steps.slice(0, index), seen) === 'other')
      return { code: 'excel-colours', sheet };
    if (!isInsert(step) && !isRemoval(step)) continue;
    isFirst = false;
    if (known?.isFiltered === true) return { code: 'excel-filtered', sheet };
    if (known?.hasTables === true) return { code: 'excel-table', sheet };
    if (applied(states[index] ?? seen.cells, step).spans) return { code: 'lines-not-movable', detail: '3D', sheet };
  }
  const commented = [...seen.sheets.values()].find(({ comments }) => comments.some((place) => goes(place, steps)));
  return commented === undefined ? null : { code: 'excel-comments', sheet: commented.name };
}

/** Does the line of a cell go? */
function goes(place: Place, steps: readonly WorkbookChange[]): boolean {
  let { row, column } = place;
  for (const step of steps) {
    if ((!isInsert(step) && !isRemoval(step)) || step.sheet !== place.sheet) continue;
    const move = moveOf(step);
    const line = movedLine(move.axis === 'rows' ? row : column, move);
    if (line === null) return true;
    if (move.axis === 'rows') row = line;
    else column = line;
  }
  return false;
}

/** Sheets whose protection is taken off for the change and laid again as it was. */
function sheetsToOpen({ sheets, locked }: Seen, steps: readonly WorkbookChange[]): string[] {
  const needed = new Set(
    steps.flatMap((step) => {
      if (isFix(step)) return locked.has(placeKey(step.place)) ? [step.place.sheet] : [];
      return isPrint(step) ? [] : [sheetIn(step)];
    }),
  );
  return [...sheets.values()]
    .filter(({ name, protection }) => protection.protected && needed.has(name))
    .map(({ name }) => name);
}

/** A step in a sheet that would have to be opened, of which nobody was asked. */
function firstUnasked(steps: readonly WorkbookChange[], opened: readonly string[]): string | null {
  const isAsked = (step: WorkbookChange): boolean => 'overLocked' in step && step.overLocked === true;
  const sheets = new Set(opened);
  const unasked = steps.find((step) =>
    isLimit(step)
      ? !steps.some(isAsked) && sheets.has(sheetIn(step))
      : !isPrint(step) && sheets.has(sheetIn(step)) && !isAsked(step),
  );
  return unasked === undefined ? null : sheetIn(unasked);
}

/** The first sheet of a change that the workbook does not have. */
async function firstGone({ context, sync }: Talk, changes: readonly WorkbookChange[]): Promise<string | null> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await sync();
  const names = new Set(worksheets.items.map(({ name }) => name));
  return touchedSheets(changes).find((name) => !names.has(name)) ?? null;
}
