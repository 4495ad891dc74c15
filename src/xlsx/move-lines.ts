/** Lines added to sheets and taken out of them, and limits changed, in a package that somebody else wrote. */
import { isLimit, type Fix, type LimitChange, type Place } from '../rules';
import type { WorkbookCells } from '../sheets/cells';
import { applied } from '../sheets/change/apply';
import { movedArea, movedLine, moveOf } from '../sheets/change/moving';
import { dropFormulas } from './calc-chain';
import { parseArea, parseCellReference } from './cell-reference';
import { limitXml } from './limit-xml';
import { setAttribute } from './markup';
import { grownArea, moveInTag, type LineChange } from './move-references';
import { moveSheetXml } from './move-sheet';
import { openPackage } from './package';
import { PackageEdit } from './package-edit';
import { readBack } from './read-back';
import { cellsOf, openWorkbook } from './read-workbook';
import type { OpenWorkbook } from './read-workbook';
import { partsWithReferences } from './reference-places';
import { refuse } from './refusal';
import { readRelationships } from './relationships';
import { findSpans } from './sheet-editor';
import { applySplices } from './splice';
import { readWorkbookPart } from './workbook-part';
import { refuseUnwritable } from './writable';
import { writtenArea } from './area-list';
import { cellName } from '../rules/model/place';
import { withPrefix } from './markup';
import { XmlScanner } from './xml-scanner';
import { escapeXstring } from './xml-text';

export interface MovedPackage {
  readonly bytes: Uint8Array;
  /** Formulas that read more or fewer cells than before, to be calculated anew. */
  readonly resized: readonly Fix[];
}

export function movePackage(bytes: Uint8Array, changes: readonly (LineChange | LimitChange)[]): MovedPackage {
  const open = openWorkbook(bytes);
  const { pack, workbook } = open;
  refuseUnwritable(pack, workbook);
  const lines = changes.filter((change): change is LineChange => !isLimit(change));
  for (const change of lines) refuseLocked(open, change);
  const texts = new Map<string, string>();
  const textOf = (part: string): string => texts.get(part) ?? pack.text(part);
  const moved = new Set(lines.map(({ sheet }) => sheet));
  workbook.sheets.forEach((sheet, index) => {
    if (sheet.kind === 'worksheet' && lines.length > 0)
      texts.set(sheet.part, spelledOut(open, index, textOf(sheet.part), moved));
  });
  let cells = cellsOf(open);
  let resized: Place[] = [];
  for (const change of changes) {
    if (isLimit(change)) {
      const { part } = sheetOf(open, change.limit.first.sheet);
      texts.set(part, limitXml(textOf(part), part, change));
      continue;
    }
    const result = applied(cells, change);
    if (result.spans) refuse('lines-not-movable', '3D', change.sheet);
    const names = cells.sheets.map(({ name }) => name);
    resized = [
      ...resized.flatMap((place) => movedPlace(place, change) ?? []),
      ...result.resized.map(({ sheet, row, column }) => ({ sheet: names[sheet] ?? '', row, column })),
    ];
    cells = withPrintAreas(result.cells, change);
    moveParts(open, change, texts, textOf);
  }
  const edit = new PackageEdit(pack);
  for (const [part, xml] of texts) if (xml !== pack.text(part)) edit.put(part, xml);
  if (lines.length > 0) dropFormulas(edit, workbook, () => true);
  const written = readBack(edit.write(), {
    pack,
    workbook,
    changes: edit.changed,
    added: [],
    expected: cells.sheets.flatMap(({ name, rows }, index) =>
      workbook.sheets[index]?.kind === 'worksheet' ? [{ name, rows, hasFormat: () => true }] : [],
    ),
    ownName: () => true,
  });
  const namesNow = readWorkbookPart(openPackage(written)).names;
  if (namesNow.some(({ formula }, index) => formula !== cells.names?.[index]?.formula))
    refuse('write-unproven', 'names');
  return { bytes: written, resized: formulasAt(cells, resized) };
}

function sheetOf({ workbook }: OpenWorkbook, name: string): OpenWorkbook['workbook']['sheets'][number] {
  const sheet = workbook.sheets.find((entry) => entry.name === name);
  return sheet?.kind === 'worksheet' ? sheet : refuse('sheet-gone', undefined, name);
}

/** A locked sheet changes only when the user was asked, and never against a password. */
function refuseLocked(open: OpenWorkbook, { sheet, overLocked }: LineChange): void {
  const read = open.sheets[open.workbook.sheets.indexOf(sheetOf(open, sheet))];
  if (read?.protected !== true) return;
  if (read.password) refuse('sheet-protected', 'password', sheet);
  if (overLocked !== true) refuse('sheet-protected', undefined, sheet);
}

function movedPlace(place: Place, change: LineChange): Place | null {
  if (place.sheet !== change.sheet) return place;
  const move = moveOf(change);
  const key = move.axis === 'rows' ? 'row' : 'column';
  const line = movedLine(place[key], move);
  return line === null ? null : { ...place, [key]: line };
}

/** Each once, as a change that puts the formula there again. */
function formulasAt(cells: WorkbookCells, places: readonly Place[]): Fix[] {
  const found = new Map<string, Fix>();
  for (const place of places) {
    const formula = cells.sheets.find(({ name }) => name === place.sheet)?.rows[place.row]?.[place.column]?.formula;
    if (formula !== undefined)
      found.set(`${place.sheet}!${cellName(place)}`, { place, value: '', formula, overLocked: true });
  }
  return [...found.values()];
}

const withPrintAreas = (cells: WorkbookCells, change: LineChange): WorkbookCells =>
  cells.names === undefined
    ? cells
    : {
        ...cells,
        names: cells.names.map((name) =>
          name.name.toLowerCase() === '_xlnm.print_area' ? { ...name, formula: grownArea(name.formula, change) } : name,
        ),
      };

/**
 * Every formula of a sheet written out, where it belongs to a sheet that moves or speaks of one: a shared
 * formula means another thing in each of its cells, and they no longer stand as they stood.
 */
function spelledOut(open: OpenWorkbook, sheet: number, xml: string, moved: ReadonlySet<string>): string {
  const { workbook, sheets } = open;
  const [entry, read] = [workbook.sheets[sheet], sheets[sheet]];
  if (entry === undefined || read === null || read === undefined) return xml;
  const speaks = (formula: string | undefined): boolean =>
    formula !== undefined && [...moved].some((name) => formula.toLowerCase().includes(name.toLowerCase()));
  const isMoved = moved.has(entry.name);
  const isTouched = isMoved || read.rows.some((row) => row?.some((cell) => speaks(cell?.formula)) === true);
  if (!isTouched) return xml;
  if (read.arrays.some(({ at }) => isMoved || speaks(read.rows[at.row]?.[at.column]?.formula)))
    refuse('lines-not-movable', 'array-formula', entry.name);
  const spans = findSpans(new XmlScanner(xml, entry.part));
  return applySplices(
    xml,
    spans.rows
      .flatMap(({ cells }) => cells)
      .flatMap((cell) => {
        const formula = read.rows[cell.row]?.[cell.column]?.formula;
        return cell.formula?.shared === undefined || formula === undefined
          ? []
          : [
              {
                from: cell.formula.start,
                to: cell.formula.end,
                text: withPrefix(`<f>${escapeXstring(formula)}</f>`, spans.prefix),
              },
            ];
      }),
  );
}

/** All parts that hold places of the sheet, and all that speak of it. */
function moveParts(
  open: OpenWorkbook,
  change: LineChange,
  texts: Map<string, string>,
  textOf: (part: string) => string,
): void {
  const { pack, workbook } = open;
  const own = sheetOf(open, change.sheet);
  const worksheets = new Map(workbook.sheets.map(({ part, name }) => [part, name]));
  for (const part of [workbook.part, ...partsWithReferences(pack, workbook.part)]) {
    const xml = textOf(part);
    if (part === own.part) texts.set(part, moveSheetXml(xml, part, change));
    else {
      const scanner = new XmlScanner(xml, part);
      const splices = [];
      while (scanner.next())
        if (!scanner.closing) splices.push(...moveInTag(xml, scanner, worksheets.get(part) ?? null, change));
      if (splices.length > 0) texts.set(part, applySplices(xml, splices));
    }
  }
  for (const { kind, external, target } of readRelationships(pack, own.part)) {
    if (external || HARMLESS.has(kind) || pack.find(target) === undefined) continue;
    const moveOne = PLACED.get(kind);
    if (moveOne === undefined) refuse('lines-not-movable', kind, change.sheet);
    else texts.set(target, moveOne(textOf(target), target, change));
  }
}

/** What hangs on a sheet without naming any of its cells. */
const HARMLESS: ReadonlySet<string> = new Set(['printerSettings', 'hyperlink', 'image', 'customProperty']);

type MovePart = (xml: string, part: string, change: LineChange) => string;

/** What hangs on a sheet at certain cells. */
const PLACED: ReadonlyMap<string, MovePart> = new Map([
  ['comments', movedReferences],
  ['threadedComment', movedReferences],
  ['drawing', movedAnchors],
  ['vmlDrawing', movedNotes],
  ['table', movedTable],
]);

/** Comments (§18.7.3): one whose cell goes would be lost in silence. */
function movedReferences(xml: string, part: string, change: LineChange): string {
  const scanner = new XmlScanner(xml, part);
  const splices = [];
  while (scanner.next()) {
    const reference = scanner.closing ? undefined : scanner.attribute('ref');
    if (reference === undefined) continue;
    const moved = movedPlace({ sheet: change.sheet, ...parseCellReference(reference) }, change);
    if (moved === null) return refuse('lines-not-movable', 'comments', change.sheet);
    const tag = xml.slice(scanner.start, scanner.end);
    splices.push({ from: scanner.start, to: scanner.end, text: setAttribute(tag, 'ref', cellName(moved)) });
  }
  return applySplices(xml, splices);
}

/** Charts and pictures keep their cells (§20.5.2.5, §20.5.2.33). */
function movedAnchors(xml: string, part: string, change: LineChange): string {
  const move = moveOf(change);
  const wanted = move.axis === 'rows' ? 'row' : 'col';
  const scanner = new XmlScanner(xml, part);
  const splices = [];
  while (scanner.next()) {
    if (scanner.closing || scanner.name.slice(scanner.name.indexOf(':') + 1) !== wanted) continue;
    const from = scanner.end;
    const line = Number(scanner.content());
    if (Number.isInteger(line))
      splices.push({ from, to: scanner.start, text: String(movedLine(line, move) ?? move.at) });
  }
  return applySplices(xml, splices);
}

const NOTE_ROW = /(<x:Row>)\s{0,9}(\d{1,7})\s{0,9}(<\/x:Row>)/g;
const NOTE_COLUMN = /(<x:Column>)\s{0,9}(\d{1,7})\s{0,9}(<\/x:Column>)/g;

/** The frames of comments ([MS-OI29500], x:Anchor): column, its offset, row, its offset, twice. */
function movedNotes(xml: string, _: string, change: LineChange): string {
  const move = moveOf(change);
  const to = (line: string): string => String(movedLine(Number(line), move) ?? move.at);
  const byRow = move.axis === 'rows';
  const first = byRow ? 2 : 0;
  return xml
    .replace(
      byRow ? NOTE_ROW : NOTE_COLUMN,
      (_all, open: string, line: string, close: string) => open + to(line) + close,
    )
    .replace(/(<x:Anchor>)([\s\d,]{1,200})(<\/x:Anchor>)/g, (_all, open: string, numbers: string, close: string) => {
      const parts = numbers.split(',').map((part) => part.trim());
      return `${open}${parts.map((part, index) => (index === first || index === first + 4 ? to(part) : part)).join(', ')}${close}`;
    });
}

/** A table moves whole, or grows and shrinks by rows below its header (§18.5.1.2). */
function movedTable(xml: string, part: string, change: LineChange): string {
  const move = moveOf(change);
  const scanner = new XmlScanner(xml, part);
  const splices = [];
  while (scanner.next()) {
    const reference = scanner.closing ? undefined : scanner.attribute('ref');
    if (reference === undefined) continue;
    const area = parseArea(reference);
    const moved = movedArea(area, move);
    const isWhole =
      moved !== null && moved.right - moved.left === area.right - area.left && moved.bottom - moved.top >= 1;
    const headerGoes = move.axis === 'rows' && movedLine(area.top, move) === null;
    if (moved === null || !isWhole || headerGoes) return refuse('lines-not-movable', 'table', change.sheet);
    const tag = xml.slice(scanner.start, scanner.end);
    splices.push({ from: scanner.start, to: scanner.end, text: setAttribute(tag, 'ref', writtenArea(moved)) });
  }
  return applySplices(xml, splices);
}
