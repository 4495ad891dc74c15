/**
 * Laying our sheets into a workbook. Only the content types, the workbook part, its relationships and
 * the styles change, and the calculation chain where it speaks of a sheet that is replaced; every
 * other part keeps its very bytes. Nothing is written when anything speaks against it.
 */
import { BLOCK_NAME, countsOf, isNothing, NOTES_SHEET, notesLines, notesPlan } from '../sheets/additions';
import type { SheetCells } from '../sheets/cells';
import type { WriteOptions } from '../sheets/door';
import type { SheetPlan } from '../sheets/plan';
import { dropFormulas } from './calc-chain';
import { TYPES } from './content-types';
import { keepAdditions, withKept } from './kept-sheet';
import type { KeptSheet } from './kept-sheet';
import { openStyles } from './open-styles';
import { isNameOf, namesOf } from './own-names';
import type { Package } from './package';
import { PackageEdit } from './package-edit';
import { sameName } from '../sheets/sheet-name';
import { nameText, placePlans } from './placement';
import type { Target } from './placement';
import { readBack } from './read-back';
import type { ExpectedSheet } from './read-back';
import { readSheets } from './read-workbook';
import { Refusal, refuse } from './refusal';
import { addDrawing, layIntoDrawing } from './sheet-drawing';
import { editSheetXml } from './sheet-editor';
import type { StyleSheet } from './style-sheet';
import { editWorkbookXml } from './workbook-editor';
import type { WorkbookChanges } from './workbook-editor';
import { readWorkbookPart, STAMP_NAME } from './workbook-part';
import type { SheetEntry, WorkbookPart } from './workbook-part';
import { RELATIONSHIP_NAMESPACE, storedText, worksheetXml } from './worksheet-writer';
import { refuseUnwritable } from './writable';

/**
 * Refuses `structure-protected`, `file-signed`, `file-unsupported` (Strict) and `sheet-foreign`; and, where
 * the user is to be asked, `sheet-additions`. What users added stays, or is copied to a sheet of their own.
 */
export function patchPackage(pack: Package, plans: readonly SheetPlan[], options: WriteOptions = {}): Uint8Array {
  const workbook = readWorkbookPart(pack);
  refuseUnwritable(pack, workbook);
  if (workbook.structureProtected) refuse('structure-protected');
  const placed = placePlans(pack, workbook, plans);
  const kept = keptSheets(pack, workbook, placed);
  const additions = [...kept.values()].map((sheet) => sheet.additions).filter((found) => !isNothing(found));
  if (options.ask === true && additions.length > 0)
    throw new Refusal({ code: 'sheet-additions', additions: additions.map(countsOf) });
  const lines = notesLines(additions, options.now ?? new Date());
  const notes = lines.length === 0 ? undefined : workbook.sheets.find(({ name }) => sameName(name, NOTES_SHEET));
  const targets =
    lines.length === 0 || notes !== undefined ? placed : placePlans(pack, workbook, [...plans, notesPlan(lines)]);
  const edit = new PackageEdit(pack);
  const replaced = targets.flatMap(({ old }) => (old === null ? [] : [old]));
  for (const { part } of replaced) edit.removeOwnedParts(part, new Set(kept.get(part)?.relations.map(({ id }) => id)));
  const ids = new Set(replaced.map(({ sheetId }) => sheetId));
  dropFormulas(edit, workbook, (sheetId) => ids.has(sheetId));
  const { styles, save } = openStyles(edit, workbook);
  for (const target of targets) laySheet(edit, target, styles, kept.get(target.part) ?? null);
  const appended = notes === undefined ? [] : [appendNotes(edit, workbook, notes, lines, styles)];
  save();
  for (const { old, relationId, part } of targets) {
    if (old === null) edit.addRelationship(workbook.part, relationId, `${RELATIONSHIP_NAMESPACE}/worksheet`, part);
  }
  edit.put(workbook.part, editWorkbookXml(workbook, workbookChanges(workbook, targets)));
  return readBack(edit.write(), {
    pack,
    workbook,
    changes: edit.changed,
    added: targets.filter(({ old }) => old === null).map(({ plan }) => plan.name),
    expected: [
      ...targets.map(({ plan, old }) => ({
        name: old?.name ?? plan.name,
        rows: withKept(plannedRows(plan), kept.get(old?.part ?? '')?.additions.beside ?? []),
        hasFormat: () => false,
      })),
      ...appended,
    ],
    ownName: isNameOf(targets),
  });
}

/** The cells of a plan as they will be read. */
function plannedRows({ rows }: SheetPlan): SheetCells['rows'] {
  return rows.map(({ cells }) =>
    cells.map((cell) => {
      if (cell === null || (cell.value === null && cell.formula === undefined)) return undefined;
      const value = typeof cell.value === 'string' ? storedText(cell.value) : cell.value;
      return cell.formula === undefined ? { value } : { value, formula: storedText(cell.formula) };
    }),
  );
}

/** What the user added to the sheets that are replaced, by part. */
function keptSheets(pack: Package, workbook: WorkbookPart, targets: readonly Target[]): ReadonlyMap<string, KeptSheet> {
  const replaced = targets.filter(({ old }) => old !== null);
  if (replaced.length === 0) return new Map();
  const parts = new Set(replaced.map(({ part }) => part));
  const { sheets } = readSheets(pack, {
    wanted: (name) => workbook.sheets.some((sheet) => sheet.name === name && parts.has(sheet.part)),
  });
  return new Map(
    replaced.flatMap(({ plan, old, index, part }) => {
      const read = sheets[index];
      if (old === null || !read) return [];
      const stamp = nameText(workbook, index, STAMP_NAME);
      return [
        [
          part,
          keepAdditions(
            pack,
            {
              name: old.name,
              part,
              stamp,
              record: nameText(workbook, index, BLOCK_NAME),
              read,
              isUnfinished: stamp === null,
            },
            plan,
          ),
        ] as const,
      ];
    }),
  );
}

/** The sheet of old notes is the user's: lines are only put below what stands in it. */
function appendNotes(
  edit: PackageEdit,
  workbook: WorkbookPart,
  notes: SheetEntry,
  lines: readonly (readonly string[])[],
  styles: StyleSheet,
): ExpectedSheet {
  const read =
    notes.kind === 'worksheet'
      ? readSheets(edit.pack, { wanted: (name) => name === notes.name }).sheets[workbook.sheets.indexOf(notes)]
      : null;
  if (!read) return refuse('sheet-foreign', undefined, notes.name);
  if (read.protected) refuse('sheet-protected', undefined, notes.name);
  const format = styles.cellFormat('text', '@');
  const edits = lines.flatMap((line, i) =>
    line.map((value, column) => ({ row: read.rows.length + i, column, value, restyle: () => format })),
  );
  edit.put(
    notes.part,
    editSheetXml(edit.pack.text(notes.part), notes.part, edits, { uncalculated: new Set() }, () => undefined),
  );
  return {
    name: notes.name,
    rows: [
      ...read.rows,
      ...lines.map((line) => line.map((value) => (value === '' ? undefined : { value: storedText(value) }))),
    ],
    hasFormat: () => false,
  };
}

function laySheet(edit: PackageEdit, { plan, old, part }: Target, styles: StyleSheet, kept: KeptSheet | null): void {
  const drawingId = kept?.drawing?.id ?? (plan.chart === null ? null : freeOf('rId', kept));
  const xml = worksheetXml(
    plan,
    styles,
    drawingId,
    kept === null
      ? undefined
      : { ...kept, legacyDrawing: kept.relations.find(({ kind }) => kind === 'vmlDrawing')?.id ?? null },
  );
  if (old === null) edit.addPart(part, `${TYPES}.spreadsheetml.worksheet+xml`, xml);
  else edit.put(part, xml);
  if (kept?.drawing) layIntoDrawing(edit, plan, kept.drawing.target);
  else if (plan.chart !== null && drawingId !== null) addDrawing(edit, plan, plan.chart, part, drawingId);
}

const freeOf = (stem: string, kept: KeptSheet | null): string => {
  for (let number = 1; ; number++)
    if (kept?.relations.some(({ id }) => id === `${stem}${String(number)}`) !== true) return `${stem}${String(number)}`;
};

function workbookChanges(workbook: WorkbookPart, targets: readonly Target[]): WorkbookChanges {
  const lacksValues = targets.some(({ plan }) =>
    plan.rows.some((row) => row.cells.some((cell) => cell?.formula !== undefined && cell.value === null)),
  );
  return {
    sheets: targets
      .filter(({ old }) => old === null)
      .map(({ plan, sheetId, relationId }) => ({ name: plan.name, sheetId, relationId })),
    names: targets.flatMap(namesOf),
    dropName: isNameOf(targets),
    // Our formulas carry the value they give; a new workbook, or one whose formulas still have none, asks once.
    recalculate: (workbook.sheets.length === 0 || lacksValues) && !workbook.manualCalculation,
  };
}
