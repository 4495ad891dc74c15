import {
  isDemand,
  isFix,
  isRename,
  type Demand,
  type Fix,
  type Place,
  type SheetRename,
  type WorkbookChange,
} from '../rules';
import { cellName } from '../rules/model/place';
import { fail, ok, undoOf, type DoorProblem, type Result } from '../sheets/door';
import type { Talk } from './ask';
import { entryOf } from './entry';

/**
 * Changes input cells and names of sheets at the user's word, all in one round trip after those that
 * look at them. A locked cell of a protected sheet, a protected structure or a name that is taken
 * leave everything as it is. Whatever needs more goes the way of `changeWorkbook`.
 */
export async function applyChanges(
  talk: Talk,
  changes: readonly WorkbookChange[],
): Promise<Result<readonly WorkbookChange[], DoorProblem>> {
  const demands = changes.filter(isDemand);
  const { protection, worksheets } = talk.context.workbook;
  const renames = changes.filter(isRename);
  worksheets.load('items/name');
  if (renames.length > 0) protection.load('protected');
  await talk.sync();
  const names = worksheets.items.map(({ name }) => name);
  if (renames.length > 0 && protection.protected) return fail({ code: 'structure-protected' });
  const problem = firstBadName(names, renames);
  if (problem) return fail(problem);
  const fixes = changes.filter(isFix);
  const demanded = demands.flatMap(({ holds }) => holds);
  const fixed = await fixCells(talk, new Set(names), fixes, demanded);
  if (!fixed.ok) return fixed;
  for (const { rename, to } of renames) worksheets.getItem(rename).name = to;
  await talk.sync();
  const back = undoOf(fixed.value, renames);
  return ok(demands.length === 0 ? back : [madeOf(fixes, back), ...back]);
}

/** What the changed cells hold now: the way back demands it, by the names that the sheets have then. */
function madeOf(fixes: readonly Fix[], back: readonly WorkbookChange[]): Demand {
  const made = new Map<string, Fix>();
  back.filter(isFix).forEach(({ place }, at) => {
    const { value, formula } = fixes[at] ?? { value: '' };
    made.set(keyOf(place), { place, value, ...(formula === undefined ? {} : { formula }) });
  });
  return { holds: [...made.values()], alone: [] };
}

const keyOf = ({ sheet, row, column }: Place): string => `${sheet}!${String(row)},${String(column)}`;

/** Excel takes names that differ only in case for the same. */
function firstBadName(names: readonly string[], renames: readonly SheetRename[]): DoorProblem | null {
  let now = [...names];
  for (const { rename, to } of renames) {
    if (!now.includes(rename)) return { code: 'sheet-gone', sheet: rename };
    if (now.some((name) => name !== rename && name.toLowerCase() === to.toLowerCase()))
      return { code: 'sheet-name-taken', sheet: to };
    now = now.map((name) => (name === rename ? to : name));
  }
  return null;
}

/** Queues the changes of cells; they go out with the next round trip. Answers what the cells hold. */
async function fixCells(
  talk: Talk,
  names: ReadonlySet<string>,
  changes: readonly Fix[],
  demanded: readonly Fix[],
): Promise<Result<readonly Fix[], DoorProblem>> {
  if (changes.length === 0) return ok([]);
  const { worksheets } = talk.context.workbook;
  const gone = [...changes, ...demanded].find(({ place }) => !names.has(place.sheet));
  if (gone) return fail({ code: 'sheet-gone', sheet: gone.place.sheet });
  const cells = changes.map((change) => {
    const sheet = worksheets.getItem(change.place.sheet);
    sheet.protection.load('protected');
    const cell = sheet.getRange(cellName(change.place));
    cell.load('values,formulas,numberFormat');
    return { change, cell, protection: sheet.protection };
  });
  const known = demanded.map((wanted) => {
    const cell = worksheets.getItem(wanted.place.sheet).getRange(cellName(wanted.place));
    cell.load('values,formulas');
    return { wanted, cell };
  });
  await talk.sync();
  const changed = known.find(({ wanted, cell }) => !holds(cell, wanted));
  if (changed !== undefined) return fail({ code: 'cells-changed', sheet: changed.wanted.place.sheet });
  const locked = await firstLocked(
    talk,
    cells.filter(({ protection }) => protection.protected),
  );
  if (locked) return fail({ code: 'sheet-protected', sheet: locked.place.sheet });
  const previous = cells.map(({ change, cell }) => heldBy(change, cell));
  for (const { change, cell } of cells) {
    if (change.format !== undefined) cell.numberFormat = [[change.format]];
    // In a text cell Excel would make a text of the number.
    else if (typeof change.value !== 'string' && cell.numberFormat[0]?.[0] === '@') cell.numberFormat = [['General']];
    cell.formulas = [[entryOf(change)]];
  }
  return ok(previous);
}

async function firstLocked(
  { sync }: Talk,
  cells: readonly { readonly change: Fix; readonly cell: Excel.Range }[],
): Promise<Fix | undefined> {
  if (cells.length === 0) return undefined;
  for (const { cell } of cells) cell.format.protection.load('locked');
  await sync();
  return cells.find(({ cell }) => cell.format.protection.locked)?.change;
}

function holds(cell: Excel.Range, wanted: Fix): boolean {
  const { value, formula } = contentsOf(wanted.place, cell);
  return formula === wanted.formula && (formula !== undefined || value === wanted.value);
}

function heldBy({ place, format }: Fix, cell: Excel.Range): Fix {
  const before: unknown = cell.numberFormat[0]?.[0];
  return {
    ...contentsOf(place, cell),
    ...(format !== undefined && typeof before === 'string' ? { format: before } : {}),
  };
}

function contentsOf(place: Place, cell: Excel.Range): Fix {
  const value: unknown = cell.values[0]?.[0];
  const formula: unknown = cell.formulas[0]?.[0];
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return { place, value: plain, ...(isFormula ? { formula: formula.slice(1) } : {}) };
}
