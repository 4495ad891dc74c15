/** Changing single cells and the names of sheets at the user's word: of cells only their own sheet is touched. */
import { cellName } from '../rules/place';
import { isFix, isRename, type Fix, type WorkbookChange } from '../rules';
import { isInside } from './cell-reference';
import { undoOf } from '../workbook/door';
import { cellKey } from '../workbook/formula/references';
import { findDependents } from './formula-precedents';
import type { SheetArea } from './formula-precedents';
import { MAX_COLUMNS, MAX_ROWS } from './limits';
import { PackageEdit } from './package-edit';
import { dropFormulas, openStyles, refuseUnwritable } from './patch';
import { readBack } from './read-back';
import type { ExpectedSheet } from './read-back';
import { cellsOf, openWorkbook } from './read-workbook';
import type { OpenWorkbook } from './read-workbook';
import { refuse } from './refusal';
import { renamePackage } from './rename-sheets';
import { editSheetXml } from './sheet-editor';
import type { CellEdit } from './sheet-editor';
import { editedAreas } from './stale';
import type { StyleSheet } from './style-sheet';
import { renameHeaders } from './table-header';
import { EDITED_NAME } from './workbook-part';
import { editWorkbookXml } from './workbook-editor';
import { absoluteName, quoteSheet, storedText } from './worksheet-writer';

export interface Edited {
  readonly bytes: Uint8Array;
  /** What the cells held and the sheets were called: a change that undoes this one. */
  readonly previous: readonly WorkbookChange[];
}

/** Beyond so many edited cells a hidden name refers to the area around those of a sheet. */
const MAX_EDITED = 100;

/** Refuses what cannot be edited before anything is; see `editCells` of the room. */
export function editPackage(bytes: Uint8Array, changes: readonly WorkbookChange[]): Edited {
  const renames = changes.filter(isRename);
  const cells = changes.filter(isFix);
  const edited = cells.length > 0 ? changeCells(bytes, cells) : { bytes, previous: [] };
  if (renames.length === 0) return edited;
  return { bytes: renamePackage(edited.bytes, renames), previous: undoOf(edited.previous, renames) };
}

function changeCells(bytes: Uint8Array, changes: readonly Fix[]): { readonly bytes: Uint8Array; readonly previous: readonly Fix[] } {
  const open = openWorkbook(bytes);
  const { pack, workbook } = open;
  refuseUnwritable(pack, workbook);
  const bySheet = groupBySheet(open, changes);
  for (const [sheet, fixes] of bySheet) fixes.forEach((fix) => { refuseArrayPart(open, sheet, fix); });
  const previous = [...bySheet].flatMap(([sheet, fixes]) => fixes.map((fix) => previousOf(open, sheet, fix)));
  const edit = new PackageEdit(pack);
  const { styles, save } = openStyles(edit, workbook);

  const read = cellsOf(open).sheets;
  const edited = [...(workbook.calculated ? [] : editedAreas(read, workbook.names)), ...[...bySheet].flatMap(([sheet, fixes]) => fixes.map((fix) => areaOf(sheet, fix)))];
  const dependents = findDependents(read, workbook.names, edited);
  for (const [sheet, fixes] of bySheet) {
    const entry = workbook.sheets[sheet];
    if (entry === undefined) continue;
    const before = ({ row, column }: CellEdit, style: number): void => {
      const fix = fixes.find(({ place }) => place.row === row && place.column === column);
      if (open.sheets[sheet]?.protected === true && !styles.isUnlocked(style)) refuseLocked(entry.name, open.sheets[sheet].password, fix);
    };
    edit.put(entry.part, editSheetXml(pack.text(entry.part), entry.part, fixes.map((fix) => cellEdit(fix, styles)), dependents.get(sheet) ?? new Set(), before));
    for (const [part, xml] of renameHeaders(open, entry.part, fixes)) edit.put(part, xml);
  }
  save();
  dropFormulas(edit, workbook, (sheetId, cell) => changes.some(({ place, formula }) =>
    formula === undefined && workbook.sheets.find(({ name }) => name === place.sheet)?.sheetId === sheetId && cellName(place) === cell));
  edit.put(workbook.part, editWorkbookXml(workbook, {
    sheets: [], dropName: ({ name }) => name === EDITED_NAME, recalculate: true,
    names: [{ name: EDITED_NAME, sheet: null, hidden: true, formula: editedFormula(open, edited) }],
  }));
  const expected = [...bySheet].map(([sheet, fixes]) => editedSheet(open, sheet, fixes, dependents.get(sheet) ?? new Set()));
  return { bytes: readBack(edit.write(), { pack, workbook, changes: edit.changed, added: [], expected, ownName: () => false }), previous };
}

/** What an edited sheet must hold: the new cells, no stored value where it depends on one, all else as it was. */
function editedSheet({ workbook, sheets }: OpenWorkbook, sheet: number, fixes: readonly Fix[], uncalculated: ReadonlySet<number>): ExpectedSheet {
  const { rows = [], arrays = [] } = sheets[sheet] ?? {};
  const expected = rows.map((cells, row) => cells?.map((cell, column) => {
    if (cell?.formula === undefined || !uncalculated.has(cellKey(row, column))) return cell;
    // The cells that an array formula fills keep their values; the one that holds it does not.
    const isFilled = arrays.some(({ at, area }) => isInside(area, row, column) && (at.row !== row || at.column !== column));
    return isFilled ? cell : { ...cell, value: null };
  }));
  const edited = new Set<number>();
  for (const { place: { row, column }, value, formula } of fixes) {
    const cells = expected[row] ??= [];
    const kept = typeof value === 'string' ? storedText(value) : value;
    cells[column] = formula !== undefined ? { value: null, formula: storedText(formula) } : value === '' ? undefined : { value: kept };
    edited.add(cellKey(row, column));
  }
  return { name: workbook.sheets[sheet]?.name ?? '', rows: expected, hasFormat: (row, column) => !edited.has(cellKey(row, column)) };
}

/** The last change of each cell, by the number of its sheet. */
function groupBySheet({ workbook }: OpenWorkbook, changes: readonly Fix[]): ReadonlyMap<number, readonly Fix[]> {
  const groups = new Map<number, Map<string, Fix>>();
  for (const fix of changes) {
    const { sheet, row, column } = fix.place;
    const number = workbook.sheets.findIndex(({ name }) => name === sheet);
    if (workbook.sheets[number]?.kind !== 'worksheet') refuse('sheet-gone', undefined, sheet);
    if (!(row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS)) refuse('file-unsupported', 'no-such-cell', sheet);
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
  const inside = sheets[sheet]?.arrays.some(({ area }) => isInside(area, row, column) && (area.top < area.bottom || area.left < area.right));
  if (inside === true) refuse('file-unsupported', 'array-formula', name);
}

function areaOf(sheet: number, { place: { row, column } }: Fix): SheetArea {
  return { sheet, area: { top: row, bottom: row, left: column, right: column } };
}

function cellEdit({ place: { row, column }, value, format, formula }: Fix, styles: StyleSheet): CellEdit {
  const restyle = (style: number): number => (format === undefined ? style : styles.withNumberFormat(style, format));
  return { row, column, value, restyle, ...(formula === undefined ? {} : { formula }) };
}

function previousOf({ sheets }: OpenWorkbook, sheet: number, fix: Fix): Fix {
  const rows = sheets[sheet]?.rows ?? [];
  const cell = rows[fix.place.row]?.[fix.place.column];
  const value = cell?.value ?? '';
  return {
    place: fix.place, value: typeof value === 'object' ? value.error : value,
    ...(fix.format === undefined ? {} : { format: cell?.format ?? 'General' }),
    ...(cell?.formula === undefined ? {} : { formula: cell.formula }),
    ...(fix.overLocked === true && { overLocked: true }),
  };
}

/** References to the edited cells, so that they follow when rows, columns or sheets move. */
function editedFormula({ workbook }: OpenWorkbook, edited: readonly SheetArea[]): string {
  const references = new Set((edited.length > MAX_EDITED ? surround(edited) : edited).map(({ sheet, area }) =>
    `${quoteSheet(workbook.sheets[sheet]?.name ?? '')}!${absoluteName(area)}`));
  return [...references].join(',');
}

/** One area per sheet around all of its areas. */
function surround(areas: readonly SheetArea[]): SheetArea[] {
  const around = new Map<number, SheetArea>();
  for (const { sheet, area } of areas) {
    const other = around.get(sheet)?.area ?? area;
    around.set(sheet, { sheet, area: {
      top: Math.min(area.top, other.top), left: Math.min(area.left, other.left),
      bottom: Math.max(area.bottom, other.bottom), right: Math.max(area.right, other.right),
    } });
  }
  return [...around.values()];
}
