/** From the bytes of a file to the cells of its sheets. */
import type { Area, SheetCells, WorkbookCells } from '../sheets/cells';
import { LIMITS } from './limits';
import { readCellLooks, type CellLook } from './cell-looks';
import { parseCellReference } from './cell-reference';
import { openPackage } from './package';
import type { Package } from './package';
import { PartMemory } from './part-memory';
import { damaged } from './refusal';
import { readSharedStrings } from './shared-strings';
import { constantText, readWorkbookPart, STAMP_NAME } from './workbook-part';
import type { SheetEntry, WorkbookPart } from './workbook-part';
import { readWorksheet } from './worksheet-reader';
import type { Worksheet, WorksheetContext } from './worksheet-reader';

export interface ReadOptions {
  /** Sheets to read; the others are listed without their cells. All when it is left out. */
  readonly wanted?: (name: string) => boolean;
  /** Told after each sheet how many of the workbook's bytes of cells are read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Everything about an opened workbook that reading and editing share. */
export interface OpenWorkbook {
  readonly pack: Package;
  readonly workbook: WorkbookPart;
  readonly sheets: readonly (Worksheet | null)[];
}

export function openWorkbook(bytes: Uint8Array, options?: ReadOptions): OpenWorkbook {
  return readSheets(openPackage(bytes), options);
}

export function readSheets(pack: Package, options: ReadOptions = {}): OpenWorkbook {
  const workbook = readWorkbookPart(pack);
  if (workbook.sheets.length === 0) damaged(workbook.part);
  const strings = partOf(pack, workbook, 'sharedStrings');
  const context: WorksheetContext = {
    sharedStrings: strings === null ? [] : readSharedStrings(pack.scan(strings)),
    looks: readLooks(pack, workbook),
    date1904: workbook.date1904,
    budget: { cells: LIMITS.cells, sharedFormulas: LIMITS.sharedFormulas },
  };
  const wanted = workbook.sheets.map((sheet) => sheet.kind === 'worksheet' && (options.wanted?.(sheet.name) ?? true));
  const sizes = workbook.sheets.map((sheet, i) => (wanted[i] === true ? (pack.find(sheet.part)?.size ?? 0) : 0));
  const total = sizes.reduce((sum, size) => sum + size, 1);
  let done = 0;
  const sheets = workbook.sheets.map((sheet, i) => {
    if (wanted[i] !== true) return null;
    const worksheet = readWorksheet(pack.scan(sheet.part), context);
    options.onProgress?.((done += sizes[i] ?? 0) / total);
    return worksheet;
  });
  return { pack, workbook, sheets };
}

/** A workbook without styles shows everything in the general format, whatever numbers its cells name. */
function readLooks(pack: Package, workbook: WorkbookPart): WorksheetContext['looks'] {
  const part = partOf(pack, workbook, 'styles');
  return part === null ? null : pack.made(part, LOOKS, readCellLooks);
}

const LOOKS = new PartMemory<readonly CellLook[]>();

/** The workbook's part of a kind; null where it names none, and where it names one that is not there. */
function partOf(pack: Package, workbook: WorkbookPart, kind: string): string | null {
  const part = workbook.relationships.find((r) => r.kind === kind && !r.external)?.target;
  return part === undefined || pack.find(part) === undefined ? null : part;
}

/** Parts of comments, old and threaded, by the names that every program gives them. */
const COMMENTS = /^xl\/(?:\w+\/)*(?:threadedComment|comment)s?\w*\.xml$/i;

export function cellsOf({ pack, workbook, sheets }: OpenWorkbook): WorkbookCells {
  const stamps = new Map<number, string | null>();
  const printed = new Map<number, string>();
  for (const { name, sheet, formula } of workbook.names) {
    if (name.toLowerCase() === STAMP_NAME && sheet !== null) stamps.set(sheet, constantText(formula));
    if (name.toLowerCase() === PRINT_AREA_NAME && sheet !== null) printed.set(sheet, formula);
  }
  return {
    sheets: workbook.sheets.map((entry, i) => ({
      ...sheetCells(entry, sheets[i] ?? null, stamps.get(i) ?? null),
      ...printScale(sheets[i] ?? null, printed.get(i)),
    })),
    date1904: workbook.date1904,
    structureProtected: workbook.structureProtected,
    manualCalculation: workbook.manualCalculation,
    ...(pack.entries.some(({ name }) => COMMENTS.test(name)) ? { comments: true as const } : {}),
    names: workbook.names,
  };
}

const PRINT_AREA_NAME = '_xlnm.print_area';

function printScale(read: Worksheet | null, area: string | undefined): Pick<SheetCells, 'printScale'> {
  const scale = read?.print.of(() => printedColumns(read.rows, area), read.hiddenColumns) ?? 1;
  return scale < 1 ? { printScale: scale } : {};
}

/** The columns of the print area; without one, all up to the last with contents. Null where there are several areas. */
function printedColumns(rows: SheetCells['rows'], area: string | undefined): Pick<Area, 'left' | 'right'> | null {
  if (area === undefined)
    return { left: 0, right: rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0) - 1 };
  const [, left, right] = /!\$([A-Z]{1,3})\$\d{1,7}:\$([A-Z]{1,3})\$\d{1,7}$/.exec(area) ?? [];
  if (left === undefined || right === undefined || area.includes(',')) return null;
  return { left: parseCellReference(`${left}1`).column, right: parseCellReference(`${right}1`).column };
}

const NO_ROWS: SheetCells['rows'] = [];
const NONE: ReadonlySet<number> = new Set();

function sheetCells({ name, state, kind }: SheetEntry, read: Worksheet | null, stamp: string | null): SheetCells {
  return {
    name,
    state,
    stamp,
    rows: read?.rows ?? NO_ROWS,
    hiddenRows: read?.hiddenRows ?? NONE,
    hiddenColumns: read?.hiddenColumns ?? NONE,
    merges: read?.merges ?? [],
    protected: read?.protected ?? false,
    ...(kind === 'worksheet' ? {} : { cellless: true as const }),
  };
}
