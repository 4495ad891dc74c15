/** Changing single cells and the names of sheets at the user's word: what depends on a cell, in any sheet, keeps no old stored value. */
import { cellName } from '../rules/model/place';
import {
  isDemand,
  isFix,
  isInsert,
  isLimit,
  isPrint,
  isRemoval,
  isRename,
  type Fix,
  type PrintReturn,
  type WorkbookChange,
} from '../rules';
import { inverseOf, unmet } from '../sheets/change/inverse';
import { isInside } from './cell-reference';
import { undoOf } from '../sheets/door';
import type { Value } from '../sheets/formula/evaluate';
import { Recalculation, type Calculator } from '../sheets/formula/recalculate';
import { cellKey } from '../sheets/formula/references';
import { findDependents } from './formula-precedents';
import type { SheetArea } from './formula-precedents';
import { MAX_COLUMNS, MAX_ROWS } from './limits';
import { PackageEdit } from './package-edit';
import { dropFormulas } from './calc-chain';
import { movePackage } from './move-lines';
import { layPage } from './page-setup';
import { openStyles } from './open-styles';
import { refuseUnwritable } from './writable';
import { readBack } from './read-back';
import type { ExpectedSheet } from './read-back';
import { cellsOf, openWorkbook } from './read-workbook';
import type { OpenWorkbook } from './read-workbook';
import { refuse } from './refusal';
import { renamePackage } from './rename-sheets';
import { editSheetXml } from './sheet-editor';
import type { CellEdit, StoredValue } from './sheet-editor';
import { withBanners } from './banners';
import type { StyleSheet } from './style-sheet';
import { renameHeaders } from './table-header';
import { editWorkbookXml } from './workbook-editor';
import { leaveUncalculated } from './worksheet-reader';
import { storedText } from './worksheet-writer';

export interface Edited {
  readonly bytes: Uint8Array;
  /** What the cells held and the sheets were called: a change that undoes this one. */
  readonly previous: readonly WorkbookChange[];
  /** Formulas that depend on the edit are left without a value. */
  readonly lacksValues: boolean;
}

/** What formulas give after an edit, by `cellKey`. */
type Values = ReadonlyMap<number, StoredValue>;

/** Refuses what cannot be edited before anything is; see `editCells` of the room. */
export function editPackage(
  bytes: Uint8Array,
  changes: readonly WorkbookChange[],
  calculator: Calculator | null = null,
): Edited {
  const renames = changes.filter(isRename);
  const cells = changes.filter(isFix);
  if (renames.length + cells.length < changes.length) return editLines(bytes, changes, calculator);
  const edited = cells.length > 0 ? changeCells(bytes, cells, calculator) : { bytes, previous: [], lacksValues: false };
  if (renames.length === 0) return edited;
  return { ...edited, bytes: renamePackage(edited.bytes, renames), previous: undoOf(edited.previous, renames) };
}

/** Changes among which lines come and go, one after the other: what is not proven at the end was never there. */
function editLines(bytes: Uint8Array, changes: readonly WorkbookChange[], calculator: Calculator | null): Edited {
  const before = cellsOf(openWorkbook(bytes));
  const changed = unmet(before, changes);
  if (changed !== null) refuse('cells-changed', undefined, changed.sheet);
  let now = bytes;
  let lacksValues = false;
  const change = (cells: readonly Fix[]): void => {
    const edited = changeCells(now, cells, calculator);
    now = edited.bytes;
    lacksValues ||= edited.lacksValues;
  };
  const pages: PrintReturn[] = [];
  for (const run of runsOf(changes.filter((one) => !isDemand(one)))) {
    const [fixes, renames] = [run.filter(isFix), run.filter(isRename)];
    const [first] = run;
    if (first !== undefined && isPrint(first)) {
      const laid = layPage(now, first);
      now = laid.bytes;
      pages.push(laid.back);
    } else if (fixes.length > 0) change(fixes);
    else if (renames.length > 0) now = renamePackage(now, renames);
    else {
      const moved = movePackage(
        now,
        run.filter((one) => isInsert(one) || isRemoval(one) || isLimit(one)),
      );
      now = moved.bytes;
      if (moved.resized.length > 0) change(moved.resized);
    }
  }
  return { bytes: now, previous: inverseOf(before, changes, pages), lacksValues };
}

/** Neighbours that one way of editing can do together. */
function runsOf(changes: readonly WorkbookChange[]): WorkbookChange[][] {
  const kindOf = (change: WorkbookChange): string =>
    isFix(change) ? 'cells' : isRename(change) ? 'names' : isPrint(change) ? 'pages' : 'lines';
  return changes.reduce<WorkbookChange[][]>((runs, change) => {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && !isPrint(change) && kindOf(last[0]) === kindOf(change)) last.push(change);
    else runs.push([change]);
    return runs;
  }, []);
}

function changeCells(
  bytes: Uint8Array,
  changes: readonly Fix[],
  calculator: Calculator | null,
): Edited & { readonly previous: readonly Fix[] } {
  const open = openWorkbook(bytes);
  const { pack, workbook } = open;
  refuseUnwritable(pack, workbook);
  const bySheet = groupBySheet(open, changes);
  for (const [sheet, fixes] of bySheet)
    fixes.forEach((fix) => {
      refuseArrayPart(open, sheet, fix);
    });
  const previous = [...bySheet].flatMap(([sheet, fixes]) => fixes.map((fix) => previousOf(open, sheet, fix)));
  const edit = new PackageEdit(pack);
  const { styles, save } = openStyles(edit, workbook);

  const dependents = findDependents(
    cellsOf(open).sheets,
    workbook.names,
    [...bySheet].flatMap(([sheet, fixes]) => fixes.map((fix) => areaOf(sheet, fix))),
  );
  const fresh = valuesAfter(open, bySheet, dependents, calculator);
  for (const [sheet, entry] of workbook.sheets.entries()) {
    const fixes = bySheet.get(sheet) ?? [];
    const calculated = fresh.get(sheet) ?? NO_VALUES;
    const uncalculated = dependents.get(sheet) ?? new Set<number>();
    if (fixes.length === 0 && uncalculated.size === 0) continue;
    const byCell = new Map(fixes.map((fix) => [cellKey(fix.place.row, fix.place.column), fix]));
    const before = ({ row, column }: CellEdit, style: number): void => {
      const fix = byCell.get(cellKey(row, column));
      if (open.sheets[sheet]?.protected === true && !styles.isUnlocked(style))
        refuseLocked(entry.name, open.sheets[sheet].password, fix);
    };
    edit.put(
      entry.part,
      editSheetXml(
        pack.text(entry.part),
        entry.part,
        fixes.map((fix) => cellEdit(fix, styles, calculated)),
        { uncalculated, calculated },
        before,
      ),
    );
    for (const [part, xml] of renameHeaders(open, entry.part, fixes)) edit.put(part, xml);
  }
  save();
  dropFormulas(edit, workbook, (sheetId, cell) =>
    changes.some(
      ({ place, formula }) =>
        formula === undefined &&
        workbook.sheets.find(({ name }) => name === place.sheet)?.sheetId === sheetId &&
        cellName(place) === cell,
    ),
  );
  // Who keeps a workbook from calculating by itself is not overruled: without its value a formula is not calculated, for every program.
  const lacksValues =
    [...dependents].some(([sheet, keys]) => [...keys].some((key) => fresh.get(sheet)?.has(key) !== true)) ||
    [...bySheet].some(([sheet, fixes]) =>
      fixes.some(
        ({ place, formula }) =>
          formula !== undefined && fresh.get(sheet)?.has(cellKey(place.row, place.column)) !== true,
      ),
    );
  const workbookXml = editWorkbookXml(workbook, {
    sheets: [],
    names: [],
    dropName: () => false,
    recalculate: lacksValues && !workbook.manualCalculation,
  });
  if (workbookXml !== workbook.xml) edit.put(workbook.part, workbookXml);
  const expected = workbook.sheets.flatMap(({ kind }, sheet) =>
    kind === 'worksheet'
      ? [
          editedSheet(
            open,
            sheet,
            bySheet.get(sheet) ?? [],
            dependents.get(sheet) ?? new Set(),
            fresh.get(sheet) ?? NO_VALUES,
          ),
        ]
      : [],
  );
  return {
    bytes: withBanners(
      readBack(edit.write(), { pack, workbook, changes: edit.changed, added: [], expected, ownName: () => false }),
    ),
    previous,
    lacksValues,
  };
}

const NO_VALUES: Values = new Map();

/**
 * What the formulas that depend on the edit give after it, by sheet and `cellKey`: of forms that give the same in
 * every program (with `calculator` more of them). All others lose their value. Nothing where the owner calculates by hand.
 */
function valuesAfter(
  open: OpenWorkbook,
  bySheet: ReadonlyMap<number, readonly Fix[]>,
  dependents: ReadonlyMap<number, ReadonlySet<number>>,
  calculator: Calculator | null,
): ReadonlyMap<number, Values> {
  if (open.workbook.manualCalculation) return new Map();
  const cells = cellsOf(open);
  const sheets = cells.sheets.map((sheet, index) =>
    open.workbook.sheets[index]?.kind === 'worksheet'
      ? {
          ...sheet,
          rows: editedSheet(open, index, bySheet.get(index) ?? [], dependents.get(index) ?? new Set(), NO_VALUES).rows,
        }
      : sheet,
  );
  const recalculation = new Recalculation({ ...cells, sheets }, calculator);
  return new Map(
    cells.sheets.map((_, sheet) => {
      const edited = (bySheet.get(sheet) ?? []).flatMap(({ place, formula }) =>
        formula === undefined ? [] : [cellKey(place.row, place.column)],
      );
      const values = new Map<number, StoredValue>();
      for (const key of [...(dependents.get(sheet) ?? []), ...edited]) {
        const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
        const isInArray = open.sheets[sheet]?.arrays.some(({ area }) => isInside(area, row, column));
        const result = isInArray === true ? null : recalculation.at(sheet, row, column);
        if (result?.value !== undefined) values.set(key, storedResult(result.value, result.largest));
      }
      return [sheet, values];
    }),
  );
}

/** A formula that gives a blank cell gives 0. What is left of a difference of equal numbers is nothing, as Excel and LibreOffice have it. */
function storedResult(value: Value, largest: number): StoredValue {
  if (typeof value === 'number') return Math.abs(value) < largest * 1e-15 ? 0 : value;
  return typeof value === 'string' ? storedText(value) : (value ?? 0);
}

/** What a sheet must hold after an edit: the new cells, no stored value where it depends on one and none was calculated, all else as it was. */
function editedSheet(
  { workbook, sheets }: OpenWorkbook,
  sheet: number,
  fixes: readonly Fix[],
  uncalculated: ReadonlySet<number>,
  calculated: Values,
): ExpectedSheet {
  const { rows = [], arrays = [] } = sheets[sheet] ?? {};
  const expected = rows.map((cells, row) =>
    cells?.map((cell, column) =>
      cell?.formula !== undefined && uncalculated.has(cellKey(row, column))
        ? { ...cell, value: calculated.get(cellKey(row, column)) ?? null }
        : cell,
    ),
  );
  for (const { at, area } of arrays) {
    const first = expected[at.row]?.[at.column];
    if (first?.value === null) leaveUncalculated(expected, area, first);
  }
  const edited = new Set<number>();
  for (const {
    place: { row, column },
    value,
    formula,
  } of fixes) {
    const cells = (expected[row] ??= []);
    const kept = typeof value === 'string' ? storedText(value) : value;
    cells[column] =
      formula !== undefined
        ? { value: calculated.get(cellKey(row, column)) ?? null, formula: storedText(formula) }
        : value === ''
          ? undefined
          : { value: kept };
    edited.add(cellKey(row, column));
  }
  const isAsBefore = (key: number): boolean => !edited.has(key) && !uncalculated.has(key);
  return {
    name: workbook.sheets[sheet]?.name ?? '',
    rows: expected,
    hasFormat: (row, column) => isAsBefore(cellKey(row, column)),
  };
}

/** The last change of each cell, by the number of its sheet. */
function groupBySheet({ workbook }: OpenWorkbook, changes: readonly Fix[]): ReadonlyMap<number, readonly Fix[]> {
  const groups = new Map<number, Map<string, Fix>>();
  for (const fix of changes) {
    const { sheet, row, column } = fix.place;
    const number = workbook.sheets.findIndex(({ name }) => name === sheet);
    if (workbook.sheets[number]?.kind !== 'worksheet') refuse('sheet-gone', undefined, sheet);
    if (!(row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS))
      refuse('file-unsupported', 'no-such-cell', sheet);
    const group = groups.get(number) ?? new Map<string, Fix>();
    groups.set(number, group.set(`${String(row)} ${String(column)}`, fix));
  }
  return new Map([...groups].map(([sheet, fixes]) => [sheet, [...fixes.values()]]));
}

/** A locked cell changes only when the user was asked, and never against a password. */
function refuseLocked(sheet: string, password: boolean, fix: Fix | undefined): void {
  if (password) refuse('sheet-protected', 'password', sheet);
  if (fix?.overLocked !== true) refuse('sheet-protected', undefined, sheet);
}

/** Excel too changes an array formula or a data table only as a whole. */
function refuseArrayPart({ sheets }: OpenWorkbook, sheet: number, { place: { sheet: name, row, column } }: Fix): void {
  const inside = sheets[sheet]?.arrays.some(
    ({ area }) => isInside(area, row, column) && (area.top < area.bottom || area.left < area.right),
  );
  if (inside === true) refuse('file-unsupported', 'array-formula', name);
}

function areaOf(sheet: number, { place: { row, column } }: Fix): SheetArea {
  return { sheet, area: { top: row, bottom: row, left: column, right: column } };
}

function cellEdit(
  { place: { row, column }, value, format, formula }: Fix,
  styles: StyleSheet,
  calculated: Values,
): CellEdit {
  const restyle = (style: number): number => (format === undefined ? style : styles.withNumberFormat(style, format));
  const result = calculated.get(cellKey(row, column));
  return {
    row,
    column,
    value,
    restyle,
    ...(formula === undefined ? {} : { formula, ...(result === undefined ? {} : { result }) }),
  };
}

function previousOf({ sheets }: OpenWorkbook, sheet: number, fix: Fix): Fix {
  const rows = sheets[sheet]?.rows ?? [];
  const cell = rows[fix.place.row]?.[fix.place.column];
  const value = cell?.value ?? '';
  return {
    place: fix.place,
    value: typeof value === 'object' ? value.error : value,
    ...(fix.format === undefined ? {} : { format: cell?.format ?? 'General' }),
    ...(cell?.formula === undefined ? {} : { formula: cell.formula }),
    ...(fix.overLocked === true && { overLocked: true }),
  };
}
