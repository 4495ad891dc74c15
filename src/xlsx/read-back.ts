/**
 * Every write is read back before anything is replaced by it: what is written must be well-formed and in
 * the schema's order, what was not to change must be the same bytes, and the cells must be those that
 * were meant. A mistake of ours, or a workbook of a kind that nobody has seen yet, then ends in
 * `write-unproven` with the old file untouched.
 */
import type { Cell, SheetCells } from '../sheets/cells';
import { LIMITS } from './limits';
import { outlineOf } from './markup';
import { readCellLooks } from './cell-looks';
import { openPackage, storedBytes } from './package';
import type { Package } from './package';
import { readSheets } from './read-workbook';
import { Refusal, refuse } from './refusal';
import { relationshipsPart } from './relationships';
import { STYLES_ORDER } from './style-sheet';
import { refuseIllFormed } from './well-formed';
import { readWorkbookPart } from './workbook-part';
import type { WorkbookPart } from './workbook-part';
import { WORKBOOK_ORDER } from './workbook-editor';

/** What must stand in one sheet after a write: exactly these values and formulas. */
export interface ExpectedSheet {
  readonly name: string;
  readonly rows: SheetCells['rows'];
  /** Where the number format too must be this one. */
  readonly hasFormat: (row: number, column: number) => boolean;
}

export interface Writing {
  readonly pack: Package;
  readonly workbook: WorkbookPart;
  /** Texts of the parts that were to change, null for those that were to go. */
  readonly changes: ReadonlyMap<string, string | null>;
  /** Sheets that come last, by name. */
  readonly added: readonly string[];
  readonly expected: readonly ExpectedSheet[];
  /** New names of sheets, by the old ones in small letters: values stay, formulas follow. */
  readonly renamed?: ReadonlyMap<string, string>;
  /** Names of sheets that were written or taken out on purpose, as "sheet number!name"; the others must be as they were. */
  readonly ownName: (name: WorkbookPart['names'][number]) => boolean;
}

/** `bytes`, when they hold what was meant. */
export function readBack(bytes: Uint8Array, writing: Writing): Uint8Array {
  // Where our own limits are passed, the reason is the size, and that is what is said.
  const after = openPackage(bytes);
  try {
    compareEntries(after, writing);
    for (const [name, text] of writing.changes)
      if (text !== null && /\.(?:xml|rels|vml)$/i.test(name)) refuseIllFormed(after.text(name), name);
    const workbook = readWorkbookPart(after);
    compareWorkbook(after, workbook, writing);
    compareStyles(after, workbook, writing);
    compareCells(after, writing);
    if (writing.renamed !== undefined) compareLooks(after, writing.pack, writing.workbook, true);
  } catch (error) {
    if (
      error instanceof Refusal &&
      (error.problem.code === 'write-unproven' || error.problem.code === 'file-too-large')
    )
      throw error;
    unproven(error instanceof Refusal ? (error.problem.detail ?? error.problem.code) : 'unexpected');
  }
  return bytes;
}

const unproven = (detail: string): never => refuse('write-unproven', detail);

/** Entries that nobody changed keep their very bytes; no other comes or goes. */
function compareEntries(after: Package, { pack, changes }: Writing): void {
  const now = new Map(after.entries.map((entry) => [entry.name, entry]));
  for (const entry of pack.entries) {
    if (changes.has(entry.name)) continue;
    const same = now.get(entry.name);
    if (
      same === undefined ||
      same.crc !== entry.crc ||
      same.size !== entry.size ||
      !sameBytes(storedBytes(after.bytes, same), storedBytes(pack.bytes, entry))
    )
      unproven(entry.name);
  }
  const kept = pack.entries.filter(({ name }) => !changes.has(name)).length;
  const put = [...changes.values()].filter((text) => text !== null).length;
  if (after.entries.length !== kept + put) unproven('zip-directory');
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** The old sheets and names are all there, in their places; the new sheets come last; one list of names; order of the schema. */
function compareWorkbook(after: Package, now: WorkbookPart, { workbook, added, ownName, renamed }: Writing): void {
  const listOf = (sheets: WorkbookPart['sheets'], called: (name: string) => string): string =>
    JSON.stringify(sheets.map(({ name, state, sheetId, part, kind }) => [called(name), state, sheetId, part, kind]));
  if (
    listOf(now.sheets.slice(0, workbook.sheets.length), (name) => name) !==
    listOf(workbook.sheets, (name) => renamed?.get(name.toLowerCase()) ?? name)
  )
    unproven('sheets');
  if (JSON.stringify(now.sheets.slice(workbook.sheets.length).map(({ name }) => name)) !== JSON.stringify(added))
    unproven('sheets');
  const namesOf = ({ names }: WorkbookPart): string =>
    JSON.stringify(
      names
        .filter((name) => !ownName(name))
        .map(({ name, sheet, formula }) => [name, sheet, renamed === undefined ? formula : '']),
    );
  if (namesOf(now) !== namesOf(workbook)) unproven('names');
  // A part that nobody touched keeps whatever order it came in.
  if (now.xml !== workbook.xml) refuseDisorder(now.xml, now.part, WORKBOOK_ORDER);
  const ids = new Set(now.relationships.map(({ id }) => id));
  if (
    ids.size !== now.relationships.length &&
    new Set(workbook.relationships.map(({ id }) => id)).size === workbook.relationships.length
  )
    unproven(relationshipsPart(now.part));
  for (const { part, kind } of now.sheets.slice(workbook.sheets.length))
    if (kind !== 'worksheet' || after.find(part) === undefined) unproven('sheets');
}

/** One list of names at most, and no child before one that the schema has earlier. */
function refuseDisorder(xml: string, part: string, order: readonly string[]): void {
  const names = outlineOf(xml, part)
    .children.map(({ name }) => name)
    .filter((name) => order.includes(name));
  if (names.some((name, i) => i > 0 && order.indexOf(name) < order.indexOf(names[i - 1] ?? '')))
    unproven(`${part} order`);
  if (names.filter((name) => name === 'definedNames').length > 1) unproven(`${part} definedNames`);
}

/** Old numbers of cell formats mean what they meant. */
function compareStyles(after: Package, now: WorkbookPart, { pack, workbook, changes }: Writing): void {
  const partOf = ({ relationships }: WorkbookPart): string =>
    relationships.find(({ kind, external }) => kind === 'styles' && !external)?.target ?? '';
  const entry = after.find(partOf(now));
  if (entry === undefined || typeof changes.get(entry.name) !== 'string') return;
  refuseDisorder(after.text(partOf(now)), partOf(now), STYLES_ORDER);
  if (pack.find(partOf(workbook)) === undefined) {
    compareLooks(after, pack, workbook, false);
    return;
  }
  const [was, is] = [readCellLooks(pack.scan(partOf(workbook))), readCellLooks(after.scan(partOf(now)))];
  if (was.some(({ format, hidden }, index) => format !== is[index]?.format || hidden !== is[index]?.hidden))
    unproven(partOf(now));
}

/** Where styles come to a workbook that had none, or sheets are renamed, every old cell is compared; the formulas too where none follows a name. */
function compareLooks(after: Package, pack: Package, workbook: WorkbookPart, renamed: boolean): void {
  const rowsOf = (read: ReturnType<typeof readSheets>, index: number): SheetCells['rows'] => {
    const rows = read.sheets[index]?.rows ?? [];
    return renamed
      ? rows.map((cells) => cells?.map((cell) => (cell?.formula === undefined ? cell : { ...cell, formula: '' })))
      : rows;
  };
  const [was, is] = [readSheets(pack), readSheets(after)];
  workbook.sheets.forEach(({ name, part }, index) => {
    const changed = !sameCells(rowsOf(is, index), { name, rows: rowsOf(was, index), hasFormat: () => true });
    if (changed && (renamed || after.find(part)?.crc === pack.find(part)?.crc)) unproven(`cells of ${part}`);
  });
}

/** Fewer bytes no cell with contents can have. */
const LEAST_CELL = 14;

function compareCells(after: Package, { expected }: Writing): void {
  const byName = new Map(expected.map((sheet) => [sheet.name, sheet]));
  const size = after.entries.filter(({ name }) => name.includes('sheet')).reduce((sum, entry) => sum + entry.size, 0);
  // What we write must never be too large for us to read.
  const mayBeTooMany = size / LEAST_CELL > LIMITS.cells;
  const read = readSheets(after, mayBeTooMany ? {} : { wanted: (name) => byName.has(name) });
  read.workbook.sheets.forEach(({ name }, index) => {
    const sheet = byName.get(name);
    if (sheet !== undefined && !sameCells(read.sheets[index]?.rows ?? [], sheet))
      unproven(`cells of ${read.workbook.sheets[index]?.part ?? ''}`);
  });
}

function sameCells(rows: SheetCells['rows'], { rows: wanted, hasFormat }: ExpectedSheet): boolean {
  for (let row = 0; row < Math.max(rows.length, wanted.length); row++) {
    const [is, should] = [rows[row] ?? [], wanted[row] ?? []];
    for (let column = 0; column < Math.max(is.length, should.length); column++)
      if (!sameCell(is[column], should[column], hasFormat(row, column))) return false;
  }
  return true;
}

function sameCell(is: Cell | undefined, should: Cell | undefined, withFormat: boolean): boolean {
  if (is === undefined || should === undefined) return is === should;
  if (is.formula !== should.formula || (withFormat && is.format !== should.format)) return false;
  const [a, b] = [is.value, should.value];
  return typeof a === 'object' && typeof b === 'object'
    ? a?.error === b?.error
    : Object.is(a, b) || (a === 0 && b === 0);
}
