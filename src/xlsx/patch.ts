/**
 * Laying our sheets into a workbook. Only the content types, the workbook part, its relationships and
 * the styles change, and the calculation chain where it speaks of a sheet that is replaced; every
 * other part keeps its very bytes. Nothing is written when anything speaks against it.
 */
import { columnName } from '../rules';
import { BLOCK_NAME, blockRecord, countsOf, isNothing, NOTES_SHEET, notesLines, notesPlan } from '../workbook/additions';
import type { SheetCells } from '../workbook/cells';
import type { WriteOptions } from '../workbook/door';
import type { ChartPlan, SheetPlan } from '../workbook/plan';
import { isUnfinished, ownKind } from '../workbook/stamp';
import { dropFromCalcChain } from './calc-chain';
import { anchorXml, chartXml, drawingXml } from './chart';
import { anchorsOf, keepAdditions, withKept } from './kept-sheet';
import type { KeptSheet } from './kept-sheet';
import { appendInside, outlineOf } from './markup';
import { PackageEdit } from './package-edit';
import type { Package } from './package';
import { readBack } from './read-back';
import type { ExpectedSheet } from './read-back';
import { cellsOf, readSheets } from './read-workbook';
import { Refusal, refuse } from './refusal';
import { readRelationships } from './relationships';
import { editSheetXml } from './sheet-editor';
import { applySplices } from './splice';
import { bareStyleSheet, StyleSheet } from './style-sheet';
import { constantFormula, constantText, readWorkbookPart, STAMP_NAME } from './workbook-part';
import type { DefinedName, SheetEntry, WorkbookPart } from './workbook-part';
import { editWorkbookXml } from './workbook-editor';
import type { WorkbookChanges } from './workbook-editor';
import { absoluteName, quoteSheet, RELATIONSHIP_NAMESPACE, storedText, worksheetXml } from './worksheet-writer';

const TYPES = 'application/vnd.openxmlformats-officedocument';
const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';
/** Names of a sheet that are replaced together with it. */
const OWN_NAMES: ReadonlySet<string> = new Set([PRINT_AREA, PRINT_TITLES, '_xlnm._FilterDatabase', STAMP_NAME, BLOCK_NAME].map((name) => name.toLowerCase()));

/** One plan and the place it goes to: the sheet that it replaces, or a new one at the end. */
interface Target {
  readonly plan: SheetPlan;
  readonly old: SheetEntry | null;
  readonly index: number;
  readonly part: string;
  readonly sheetId: number;
  readonly relationId: string;
}

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
  if (options.ask === true && additions.length > 0) throw new Refusal({ code: 'sheet-additions', additions: additions.map(countsOf) });
  const lines = notesLines(additions, options.now ?? new Date());
  const notes = lines.length === 0 ? undefined : workbook.sheets.find(({ name }) => sameName(name, NOTES_SHEET));
  const targets = lines.length === 0 || notes !== undefined ? placed : placePlans(pack, workbook, [...plans, notesPlan(lines)]);
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
    pack, workbook, changes: edit.changed, added: targets.filter(({ old }) => old === null).map(({ plan }) => plan.name),
    expected: [...targets.map(({ plan, old }) => ({ name: old?.name ?? plan.name, rows: withKept(plannedRows(plan), kept.get(old?.part ?? '')?.additions.beside ?? []), hasFormat: () => false })), ...appended],
    ownName: isNameOf(targets),
  });
}

/** Names that belong to the sheets of the plans, old and new. */
function isNameOf(targets: readonly Target[]): (name: DefinedName) => boolean {
  const own = new Set(targets.map(({ index }) => index));
  return ({ name, sheet }) => sheet !== null && own.has(sheet) && OWN_NAMES.has(name.toLowerCase());
}

/** The cells of a plan as they will be read. */
function plannedRows({ rows }: SheetPlan): SheetCells['rows'] {
  return rows.map(({ cells }) => cells.map((cell) => {
    if (cell === null || (cell.value === null && cell.formula === undefined)) return undefined;
    const value = typeof cell.value === 'string' ? storedText(cell.value) : cell.value;
    return cell.formula === undefined ? { value } : { value, formula: storedText(cell.formula) };
  }));
}

/** A signature would break, and Strict packages need names of their own. */
export function refuseUnwritable(pack: Package, workbook: WorkbookPart): void {
  if (readRelationships(pack, '').some(({ type }) => type.endsWith('/digital-signature/origin'))) refuse('file-signed');
  if (workbook.strict) refuse('file-unsupported', 'strict');
}

/** The folder of a part, with its slash. */
const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** A sheet of a plan's name is replaced when it carries our stamp, or the banner of a write that stopped half-way; else it is the user's. */
function placePlans(pack: Package, workbook: WorkbookPart, plans: readonly SheetPlan[]): Target[] {
  let nextSheet = workbook.sheets.length;
  let nextId = Math.max(0, ...workbook.sheets.map(({ sheetId }) => sheetId));
  let nextPart = 0;
  return plans.map((plan) => {
    const index = workbook.sheets.findIndex(({ name }) => sameName(name, plan.name));
    const old = workbook.sheets[index];
    if (old !== undefined) {
      const isOurs = old.kind === 'worksheet' && plan.stamp !== null && (ownKind({ name: old.name, stamp: nameText(workbook, index, STAMP_NAME) }) !== null || stoppedHalfway(pack, old.name, index));
      if (!isOurs) refuse('sheet-foreign', undefined, old.name);
      return { plan, old, index, part: old.part, sheetId: old.sheetId, relationId: old.relationId };
    }
    let part: string;
    do part = `${folderOf(workbook.part)}worksheets/sheet${String(++nextPart)}.xml`; while (pack.find(part) !== undefined);
    const relationId = freeId(workbook, nextPart);
    return { plan, old: null, index: nextSheet++, part, sheetId: ++nextId, relationId };
  });
}

/** The text that a sheet's own name holds, or null. */
function nameText({ names }: WorkbookPart, sheet: number, wanted: string): string | null {
  const name = names.find((one) => one.sheet === sheet && one.name.toLowerCase() === wanted);
  return name === undefined ? null : constantText(name.formula);
}

/** Only a write in Excel can stop half-way; the file may be saved then. */
function stoppedHalfway(pack: Package, name: string, index: number): boolean {
  const sheet = cellsOf(readSheets(pack, { wanted: (one) => one === name })).sheets[index];
  return sheet !== undefined && isUnfinished(sheet);
}

/** Excel takes names that differ only in case for the same. */
const sameName = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

function freeId(workbook: WorkbookPart, number: number): string {
  let id = `rIdSheet${String(number)}`;
  while (workbook.relationships.some((relation) => relation.id === id)) id += '_';
  return id;
}

/** Drops what the calculation chain says of formulas that go; the part itself when nothing is left. */
export function dropFormulas(edit: PackageEdit, workbook: WorkbookPart, gone: (sheetId: number, cell: string) => boolean): void {
  const chain = workbook.relationships.find(({ kind }) => kind === 'calcChain');
  if (chain === undefined || edit.pack.find(chain.target) === undefined) return;
  const xml = edit.pack.text(chain.target);
  const left = dropFromCalcChain(xml, chain.target, gone);
  if (left === xml) return;
  if (left !== null) edit.put(chain.target, left);
  else {
    edit.remove(chain.target);
    edit.removeRelationship(workbook.part, chain.id);
  }
}

/** The styles to be added to; `save` puts them back when something was added. A workbook without styles gets some. */
export function openStyles(edit: PackageEdit, workbook: WorkbookPart): { styles: StyleSheet; save: () => void } {
  const relation = workbook.relationships.find(({ kind, external }) => kind === 'styles' && !external);
  // A part that nothing leads to is not the workbook's, whatever its name.
  const part = relation?.target ?? freeStyles(edit.pack, folderOf(workbook.part));
  const isThere = edit.pack.find(part) !== undefined;
  const before = isThere ? edit.pack.text(part) : bareStyleSheet(highestFormat(edit.pack, workbook));
  const styles = new StyleSheet(before, part);
  const save = (): void => {
    const xml = styles.toXml();
    if (xml === before && isThere) return;
    if (isThere) edit.put(part, xml);
    else edit.addPart(part, `${TYPES}.spreadsheetml.styles+xml`, xml);
    if (relation === undefined) edit.addRelationship(workbook.part, freeId(workbook, 0), `${RELATIONSHIP_NAMESPACE}/styles`, part);
  };
  return { styles, save };
}

function freeStyles(pack: Package, folder: string): string {
  let part = `${folder}styles.xml`;
  for (let number = 1; pack.find(part) !== undefined; number++) part = `${folder}styles${String(number)}.xml`;
  return part;
}

/** The highest number of a format that cells, rows and columns name: in a workbook without styles none of them means anything. */
function highestFormat(pack: Package, { sheets }: WorkbookPart): number {
  let highest = 0;
  for (const { part, kind } of sheets) {
    if (kind !== 'worksheet' || pack.find(part) === undefined) continue;
    const scanner = pack.scan(part);
    while (scanner.next()) {
      if (scanner.closing || !(scanner.name === 'c' || scanner.name === 'row' || scanner.name === 'col')) continue;
      highest = Math.max(highest, Number(scanner.attribute(scanner.name === 'col' ? 'style' : 's') ?? 0) || 0);
    }
  }
  return highest;
}

/** What the user added to the sheets that are replaced, by part. */
function keptSheets(pack: Package, workbook: WorkbookPart, targets: readonly Target[]): ReadonlyMap<string, KeptSheet> {
  const replaced = targets.filter(({ old }) => old !== null);
  if (replaced.length === 0) return new Map();
  const parts = new Set(replaced.map(({ part }) => part));
  const { sheets } = readSheets(pack, { wanted: (name) => workbook.sheets.some((sheet) => sheet.name === name && parts.has(sheet.part)) });
  return new Map(replaced.flatMap(({ plan, old, index, part }) => {
    const read = sheets[index];
    if (old === null || !read) return [];
    const stamp = nameText(workbook, index, STAMP_NAME);
    return [[part, keepAdditions(pack, { name: old.name, part, stamp, record: nameText(workbook, index, BLOCK_NAME), read, isUnfinished: stamp === null }, plan)] as const];
  }));
}

/** The sheet of old notes is the user's: lines are only put below what stands in it. */
function appendNotes(edit: PackageEdit, workbook: WorkbookPart, notes: SheetEntry, lines: readonly (readonly string[])[], styles: StyleSheet): ExpectedSheet {
  const read = notes.kind === 'worksheet' ? readSheets(edit.pack, { wanted: (name) => name === notes.name }).sheets[workbook.sheets.indexOf(notes)] : null;
  if (!read) return refuse('sheet-foreign', undefined, notes.name);
  if (read.protected) refuse('sheet-protected', undefined, notes.name);
  const format = styles.cellFormat('text', '@');
  const edits = lines.flatMap((line, i) => line.map((value, column) => ({ row: read.rows.length + i, column, value, restyle: () => format })));
  edit.put(notes.part, editSheetXml(edit.pack.text(notes.part), notes.part, edits, { uncalculated: new Set() }, () => undefined));
  return { name: notes.name, rows: [...read.rows, ...lines.map((line) => line.map((value) => (value === '' ? undefined : { value: storedText(value) })))], hasFormat: () => false };
}

function laySheet(edit: PackageEdit, { plan, old, part }: Target, styles: StyleSheet, kept: KeptSheet | null): void {
  const drawingId = kept?.drawing?.id ?? (plan.chart === null ? null : freeOf('rId', kept));
  const xml = worksheetXml(plan, styles, drawingId, kept === null ? undefined : { ...kept, legacyDrawing: kept.relations.find(({ kind }) => kind === 'vmlDrawing')?.id ?? null });
  if (old === null) edit.addPart(part, `${TYPES}.spreadsheetml.worksheet+xml`, xml);
  else edit.put(part, xml);
  if (kept?.drawing) layIntoDrawing(edit, plan, kept.drawing.target);
  else if (plan.chart !== null && drawingId !== null) addDrawing(edit, plan, plan.chart, part, drawingId);
}

const freeOf = (stem: string, kept: KeptSheet | null): string => {
  for (let number = 1; ; number++) if (kept?.relations.some(({ id }) => id === `${stem}${String(number)}`) !== true) return `${stem}${String(number)}`;
};

/** Our chart in a drawing that holds others too: its part is filled anew, its place is set anew. */
function layIntoDrawing(edit: PackageEdit, { chart, name }: SheetPlan, drawing: string): void {
  const xml = edit.pack.text(drawing);
  const [ours] = anchorsOf(edit.pack, drawing).filter(({ isOurs }) => isOurs);
  const relations = readRelationships(edit.pack, drawing);
  const known = relations.find(({ id, kind }) => kind === 'chart' && ours?.text.includes(`"${id}"`) === true);
  if (chart === null) {
    if (ours === undefined) return;
    edit.put(drawing, xml.slice(0, ours.from) + xml.slice(ours.to));
    if (known === undefined) return;
    edit.removeOwnedParts(known.target, new Set());
    edit.remove(known.target);
    edit.removeRelationship(drawing, known.id);
    return;
  }
  let id = known?.id ?? 'rIdThidua';
  while (known === undefined && relations.some((relation) => relation.id === id)) id += '_';
  const anchor = anchorXml(chart, id);
  edit.put(drawing, ours === undefined ? applySplices(xml, [appendInside(xml, outlineOf(xml, drawing).root, anchor)]) : xml.slice(0, ours.from) + anchor + xml.slice(ours.to));
  if (known !== undefined) edit.put(known.target, chartXml(chart, name));
  else addChart(edit, chart, name, drawing, id);
}

function addChart(edit: PackageEdit, plan: ChartPlan, sheet: string, drawing: string, id: string): void {
  const chart = edit.freePart(`${folderOf(folderOf(drawing).slice(0, -1))}charts/chart`);
  edit.addPart(chart, `${TYPES}.drawingml.chart+xml`, chartXml(plan, sheet));
  edit.addRelationship(drawing, id, `${RELATIONSHIP_NAMESPACE}/chart`, chart);
}

function addDrawing(edit: PackageEdit, plan: SheetPlan, chart: ChartPlan, part: string, id: string): void {
  const drawing = edit.freePart(`${folderOf(folderOf(part).slice(0, -1))}drawings/drawing`);
  edit.addPart(drawing, `${TYPES}.drawing+xml`, drawingXml(chart, 'rId1'));
  addChart(edit, chart, plan.name, drawing, 'rId1');
  edit.addRelationship(part, id, `${RELATIONSHIP_NAMESPACE}/drawing`, drawing);
}

function workbookChanges(workbook: WorkbookPart, targets: readonly Target[]): WorkbookChanges {
  const lacksValues = targets.some(({ plan }) => plan.rows.some((row) => row.cells.some((cell) => cell?.formula !== undefined && cell.value === null)));
  return {
    sheets: targets.filter(({ old }) => old === null).map(({ plan, sheetId, relationId }) => ({ name: plan.name, sheetId, relationId })),
    names: targets.flatMap(namesOf),
    dropName: isNameOf(targets),
    // Our formulas carry the value they give; a new workbook, or one whose formulas still have none, asks once.
    recalculate: (workbook.sheets.length === 0 || lacksValues) && !workbook.manualCalculation,
  };
}

function namesOf({ plan, index }: Target): (DefinedName & { hidden: boolean })[] {
  const names: (DefinedName & { hidden: boolean })[] = [];
  const sheet = quoteSheet(plan.name);
  if (plan.print?.area) names.push({ name: PRINT_AREA, sheet: index, hidden: false, formula: `${sheet}!${absoluteName(plan.print.area)}` });
  if (plan.print?.titleRows) {
    const { first, last } = plan.print.titleRows;
    const columns = plan.print.wide ? `${sheet}!$A:$${columnName(plan.print.wide.titleColumns - 1)},` : '';
    names.push({ name: PRINT_TITLES, sheet: index, hidden: false, formula: `${columns}${sheet}!$${String(first + 1)}:$${String(last + 1)}` });
  }
  if (plan.stamp !== null) names.push({ name: STAMP_NAME, sheet: index, hidden: true, formula: constantFormula(plan.stamp) });
  if (plan.stamp !== null) names.push({ name: BLOCK_NAME, sheet: index, hidden: true, formula: constantFormula(blockRecord(plan)) });
  return names;
}
