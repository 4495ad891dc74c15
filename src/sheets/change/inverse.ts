/** The way back of a list of changes, and what it rests on: it refuses once the cells it touches have changed. */
import {
  isDemand,
  isFix,
  isInsert,
  isLimit,
  isPrint,
  isRemoval,
  isRename,
  type Demand,
  type Fix,
  type Place,
  type PrintChange,
  type PrintReturn,
  type WorkbookChange,
} from '../../rules';
import { cellAt, type Cell, type SheetCells, type WorkbookCells } from '../cells';
import { applied, appliedAll } from './apply';

/**
 * What undoes `changes` in a workbook that held `before`; its first step demands that nothing touched has changed since.
 * How pages were set up cells do not tell: `pages` are the ways back that the door took, in the order of the changes.
 */
export function inverseOf(
  before: WorkbookCells,
  changes: readonly WorkbookChange[],
  pages: readonly PrintReturn[] = [],
): WorkbookChange[] {
  const taken = [...pages];
  const back: WorkbookChange[] = [];
  let now = before;
  for (const change of changes) {
    const undone = isPrint(change) ? (taken.shift() ?? null) : undo(now, change);
    if (undone !== null) back.unshift(undone);
    now = applied(now, change).cells;
  }
  const steps = [...back, ...lostCells(before, appliedAll(now, back))];
  return [demandOf(now, steps), ...steps];
}

function undo(cells: WorkbookCells, change: Exclude<WorkbookChange, PrintChange | PrintReturn>): WorkbookChange | null {
  if (isDemand(change)) return null;
  if (isFix(change)) return held(cells, change.place, change);
  if (isRename(change)) return { rename: change.to, to: change.rename };
  if (isLimit(change)) {
    const { limit, from, to } = change;
    return { limit, from: to, to: from };
  }
  const { sheet, at, count, like, overLocked } = change;
  const lines = { sheet, at, count, like, ...(overLocked === undefined ? {} : { overLocked }) };
  return isInsert(change) ? { remove: change.insert, ...lines } : { insert: change.remove, ...lines };
}

const sheetOf = (cells: WorkbookCells, name: string): SheetCells | undefined =>
  cells.sheets.find((sheet) => sheet.name === name);

/** What a cell holds, as a change that puts it there. */
function held(cells: WorkbookCells, place: Place, like: Pick<Fix, 'format' | 'overLocked'>): Fix {
  const sheet = sheetOf(cells, place.sheet);
  return {
    ...contentsOf(place, sheet && cellAt(sheet, place.row, place.column)),
    ...(like.format === undefined
      ? {}
      : { format: (sheet && cellAt(sheet, place.row, place.column)?.format) ?? 'General' }),
    ...(like.overLocked === true ? { overLocked: true } : {}),
  };
}

function contentsOf(place: Place, cell: Cell | undefined): Fix {
  const value = cell?.value ?? '';
  return {
    place,
    value: typeof value === 'object' ? value.error : value,
    ...(cell?.formula === undefined ? {} : { formula: cell.formula }),
  };
}

/** What is not as it was once all steps are undone: the contents of lines that went, and references to them. */
function lostCells(before: WorkbookCells, restored: WorkbookCells): Fix[] {
  return before.sheets.flatMap((sheet, index) => {
    const now = restored.sheets[index];
    const lost: Fix[] = [];
    sheet.rows.forEach((row, at) =>
      row?.forEach((cell, column) => {
        if (cell === undefined || isSame(cell, now?.rows[at]?.[column])) return;
        const format = cell.format === undefined ? {} : { format: cell.format };
        lost.push({
          ...contentsOf({ sheet: sheet.name, row: at, column }, cell),
          ...format,
          ...(sheet.protected ? { overLocked: true } : {}),
        });
      }),
    );
    return lost;
  });
}

function isSame(a: Cell, b: Cell | undefined): boolean {
  if (a.formula !== undefined || b?.formula !== undefined) return a.formula === b?.formula;
  const [one, other] = [a.value ?? '', b?.value ?? ''];
  return typeof one === 'object' && typeof other === 'object' ? one.error === other.error : one === other;
}

/** The cells that `changes` write over, take out or stand beside, with what they hold before the first of them. */
export function demandOf(before: WorkbookCells, changes: readonly WorkbookChange[]): Demand {
  const holds = new Map<string, Fix>();
  const demand = (place: Place): void => {
    const sheet = sheetOf(before, place.sheet);
    const fix = contentsOf(place, sheet && cellAt(sheet, place.row, place.column));
    holds.set(keyOf(place), fix);
  };
  /** Only these move places. */
  const moves: WorkbookChange[] = [];
  const alone: Demand['alone'][number][] = [];
  let now = before;
  for (const change of changes) {
    if (isRemoval(change)) {
      const { sheet, remove: axis, at, count } = change;
      const place = axis === 'rows' ? { sheet, row: at, column: 0 } : { sheet, row: 0, column: at };
      const first = origin(place, moves);
      if (first !== null)
        alone.push({ sheet: first.sheet, axis, at: axis === 'rows' ? first.row : first.column, count });
    }
    for (const place of touched(now, change)) {
      const first = origin(place, moves);
      if (first !== null) demand(first);
    }
    now = applied(now, change).cells;
    if (!isFix(change)) moves.push(change);
  }
  return { holds: [...holds.values()], alone };
}

function touched(cells: WorkbookCells, change: WorkbookChange): Place[] {
  if (isFix(change)) return [change.place];
  if (!isInsert(change) && !isRemoval(change)) return [];
  const { at, count, sheet } = change;
  // Of a new line the two between which it comes; of one that goes itself, and the one before it.
  const [first, last] = isInsert(change) ? [at - 1, at] : [at - 1, at + count - 1];
  const byRow = (isInsert(change) ? change.insert : change.remove) === 'rows';
  return (sheetOf(cells, sheet)?.rows ?? []).flatMap((row, index) =>
    (row ?? []).flatMap((cell, column) => {
      const line = byRow ? index : column;
      return cell === undefined || line < first || line > last ? [] : [{ sheet, row: index, column }];
    }),
  );
}

/** Where a cell stood before `done`; null: it was not there yet. */
function origin(place: Place, done: readonly WorkbookChange[]): Place | null {
  let at: Place = place;
  for (const change of [...done].reverse()) {
    if (isRename(change) && change.to === at.sheet) at = { ...at, sheet: change.rename };
    if ((!isInsert(change) && !isRemoval(change)) || change.sheet !== at.sheet) continue;
    const key = (isInsert(change) ? change.insert : change.remove) === 'rows' ? 'row' : 'column';
    const line = at[key];
    if (line < change.at) continue;
    if (isInsert(change) && line < change.at + change.count) return null;
    at = { ...at, [key]: line + (isInsert(change) ? -change.count : change.count) };
  }
  return at;
}

/** The first cell that does not hold what is demanded of it; null where all do. */
export function unmet(cells: WorkbookCells, changes: readonly WorkbookChange[]): Place | null {
  for (const { holds, alone } of changes.filter(isDemand)) {
    for (const { place, value, formula } of holds) {
      const sheet = sheetOf(cells, place.sheet);
      const is = contentsOf(place, sheet && cellAt(sheet, place.row, place.column));
      if (sheet === undefined || is.formula !== formula || (formula === undefined && is.value !== value)) return place;
    }
    const known = new Set(holds.map(({ place }) => keyOf(place)));
    for (const lines of alone) {
      const more = cellsOn(cells, lines).find((place) => !known.has(keyOf(place)));
      if (more !== undefined) return more;
    }
  }
  return null;
}

const keyOf = ({ sheet, row, column }: Place): string => `${sheet}!${String(row)},${String(column)}`;

/** The cells on some lines that hold something. */
function cellsOn(cells: WorkbookCells, { sheet, axis, at, count }: Demand['alone'][number]): Place[] {
  return (sheetOf(cells, sheet)?.rows ?? []).flatMap((row, index) =>
    (row ?? []).flatMap((cell, column) => {
      const line = axis === 'rows' ? index : column;
      const isBlank = cell === undefined || (cell.value === null && cell.formula === undefined) || cell.value === '';
      return isBlank || line < at || line >= at + count ? [] : [{ sheet, row: index, column }];
    }),
  );
}
