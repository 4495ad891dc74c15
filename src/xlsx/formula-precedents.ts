/** Which formulas depend on a cell, directly or through others: found from their references alone. */
import type { Area, SheetCells } from '../sheets/cells';
import { isInside } from './cell-reference';
import { cellKey, findReferences, MAX_COLUMNS } from '../sheets/formula/references';
import type { Reference } from '../sheets/formula/references';
import type { DefinedName } from './workbook-part';

export interface SheetArea {
  /** Index of the sheet. */
  readonly sheet: number;
  readonly area: Area;
}

export type FormulaSheet = Pick<SheetCells, 'name' | 'rows'>;

interface Formula {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** An area of at most so many cells is looked up cell by cell; larger ones are searched in a list. */
const SMALL = 64;
/** Comparisons with large areas until every formula is taken to depend on the change: a bound, not an answer. */
const PATIENCE = 20_000_000;
/** Entries of the index; formulas beyond them are taken to depend on everything. */
const INDEX_ENTRIES = 4_000_000;

/**
 * The formulas that depend on `changed`, per sheet as `cellKey`s. A reference that only a calculation
 * can resolve, such as INDIRECT, counts as one to everything: rather too many than one too few.
 */
export function findDependents(
  sheets: readonly FormulaSheet[],
  names: readonly DefinedName[],
  changed: readonly SheetArea[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const index = indexFormulas(sheets, names);
  const found = new Map<number, Set<number>>(sheets.map((_, sheet) => [sheet, new Set()]));
  const queue: SheetArea[] = [...changed];
  let patience = PATIENCE;
  const take = ({ sheet, row, column }: Formula): void => {
    const set = found.get(sheet);
    const key = cellKey(row, column);
    if (set === undefined || set.has(key)) return;
    set.add(key);
    queue.push({ sheet, area: { top: row, bottom: row, left: column, right: column } });
  };
  if (changed.length > 0) index.anything.forEach(take);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { sheet, area } = next;
    const small = index.small[sheet];
    const large = index.large[sheet] ?? [];
    if (sizeOf(area) <= SMALL) {
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) small?.get(cellKey(row, column))?.forEach(take);
      }
    } else {
      for (const [key, formulas] of small ?? [])
        if (isInside(area, Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS)) formulas.forEach(take);
    }
    patience -= large.length;
    if (patience < 0) {
      index.all.forEach(take);
      break;
    }
    for (const [reference, formula] of large) if (overlap(reference, area)) take(formula);
  }
  return found;
}

const sizeOf = ({ top, bottom, left, right }: Area): number => (bottom - top + 1) * (right - left + 1);
const overlap = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

interface FormulaIndex {
  readonly all: Formula[];
  readonly anything: Formula[];
  /** Per sheet: formulas by the `cellKey` of a cell that they read. */
  readonly small: Map<number, Formula[]>[];
  /** Per sheet: larger areas and the formulas that read them. */
  readonly large: [Area, Formula][][];
}

function indexFormulas(sheets: readonly FormulaSheet[], names: readonly DefinedName[]): FormulaIndex {
  const index: FormulaIndex = {
    all: [],
    anything: [],
    small: sheets.map(() => new Map<number, Formula[]>()),
    large: sheets.map(() => []),
  };
  const resolve = nameResolver(sheets, names);
  let room = INDEX_ENTRIES;
  sheets.forEach(({ rows }, sheet) => {
    rows.forEach((cells, row) =>
      cells?.forEach((cell, column) => {
        if (cell?.formula === undefined) return;
        const formula = { sheet, row, column };
        index.all.push(formula);
        const areas = resolve(findReferences(cell.formula), sheet);
        room -= areas?.reduce((sum, { area }) => sum + (sizeOf(area) > SMALL ? 1 : sizeOf(area)), 0) ?? 0;
        if (areas === null || room < 0) index.anything.push(formula);
        else for (const area of areas) addToIndex(index, area, formula);
      }),
    );
  });
  return index;
}

function addToIndex(index: FormulaIndex, { sheet, area }: SheetArea, formula: Formula): void {
  if (sizeOf(area) > SMALL) {
    index.large[sheet]?.push([area, formula]);
    return;
  }
  const small = index.small[sheet];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const key = cellKey(row, column);
      const list = small?.get(key);
      if (list === undefined) small?.set(key, [formula]);
      else list.push(formula);
    }
  }
}

type Resolve = (references: readonly Reference[], sheet: number) => SheetArea[] | null;

/** Turns references into areas of sheets, following defined names; null when only a calculation can tell. */
function nameResolver(sheets: readonly FormulaSheet[], names: readonly DefinedName[]): Resolve {
  const sheetNumbers = new Map(sheets.map(({ name }, i) => [name.toLowerCase(), i]));
  const byName = new Map(
    names.map((name) => [`${name.sheet === null ? '' : String(name.sheet)}!${name.name.toLowerCase()}`, name]),
  );
  const known = new Map<DefinedName, SheetArea[] | null>();
  const sheetNumber = (name: string | null, own: number): number | undefined =>
    name === null ? own : sheetNumbers.get(name.toLowerCase());

  const resolveName = (reference: Reference & { kind: 'name' }, own: number): SheetArea[] | null => {
    const sheet = sheetNumber(reference.sheet, own);
    const name =
      byName.get(`${String(sheet)}!${reference.name.toLowerCase()}`) ?? byName.get(`!${reference.name.toLowerCase()}`);
    if (name === undefined) return null;
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, []);
    const areas = resolve(findReferences(name.formula), name.sheet ?? own);
    known.set(name, areas);
    return areas;
  };
  const resolve: Resolve = (references, own) => {
    const areas: SheetArea[] = [];
    for (const reference of references) {
      if (reference.kind === 'anything') return null;
      if (reference.kind === 'name') {
        const named = resolveName(reference, own);
        if (named === null) return null;
        for (const area of named) areas.push(area);
        continue;
      }
      const first = sheetNumber(reference.sheet, own);
      const last = sheetNumber(reference.lastSheet, first ?? 0);
      if (first === undefined || last === undefined) continue;
      for (let sheet = Math.min(first, last); sheet <= Math.max(first, last); sheet++)
        areas.push({ sheet, area: reference.area });
    }
    return areas;
  };
  return resolve;
}
