/** The look of every sheet of a workbook: widths, heights, and what each cell, row and column is told to look like (ECMA-376 Part 1, §18.3.1). */
import type { Font, Look, SheetLooks } from '../sheets/looks';
import { parseCellReference } from './cell-reference';
import { readTheme } from './file-colors';
import { PLAIN_LOOK, readFormatLooks } from './format-looks';
import { openPackage } from './package';
import type { Package } from './package';
import { readWorkbookPart } from './workbook-part';
import type { WorkbookPart } from './workbook-part';
import type { XmlScanner } from './xml-scanner';

/** Beyond these a sheet looks like its plain cells: no bloc's is so wide, and looks must stay a small part of a workbook. */
const MOST_COLUMNS = 1_024;
const MOST_RANGES = 2_000;
const MOST_ROWS = 20_000;
/** Over all sheets: cells, with the holes before them. */
const MOST_CELLS = 1_000_000;
const MOST_LOOKS = 10_000;

export function sheetLooksOf(bytes: Uint8Array): SheetLooks[] {
  const pack = openPackage(bytes);
  const workbook = readWorkbookPart(pack);
  const styles = scannerOf(pack, workbook, 'styles');
  const formats = styles === undefined ? [] : readFormatLooks(styles, readTheme(scannerOf(pack, workbook, 'theme')));
  const used = new UsedLooks(formats);
  const budget = { cells: MOST_CELLS };
  return workbook.sheets.flatMap(({ name, part, kind }) =>
    kind === 'worksheet' ? [readSheet(name, pack.scan(part), used, budget)] : [],
  );
}

function scannerOf(pack: Package, workbook: WorkbookPart, kind: string): XmlScanner | undefined {
  const part = workbook.relationships.find((relation) => relation.kind === kind && !relation.external)?.target;
  return part === undefined || pack.find(part) === undefined ? undefined : pack.scan(part);
}

/** Workbooks carry formats of years: only those that a cell has leave this room. */
class UsedLooks {
  readonly looks: Look[];
  private readonly places = new Map<string, number>([['0', 0]]);
  constructor(private readonly formats: readonly Look[]) {
    this.looks = [formats[0] ?? PLAIN_LOOK];
  }

  place(format: string | undefined): number {
    const known = this.places.get(format ?? '0');
    if (known !== undefined) return known;
    const look = this.formats[Number(format)];
    if (look === undefined || this.looks.length >= MOST_LOOKS) return 0;
    const fresh = this.looks.push(look) - 1;
    this.places.set(format ?? '0', fresh);
    return fresh;
  }
}

function readSheet(sheet: string, scanner: XmlScanner, used: UsedLooks, budget: { cells: number }): SheetLooks {
  const digit = digitWidth(used.looks[0]?.font ?? PLAIN_LOOK.font);
  const widths = new Map<number, number>();
  const heights = new Map<number, number>();
  const cells = new Map<number, Uint16Array>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  let gridlines = true;
  let width = otherWidth(8, digit);
  let height = pixels(PLAIN_HEIGHT);
  let row = -1,
    column = -1,
    ranges = 0;
  let line: number[] = [];
  const flush = (): void => {
    if (line.length > 0 && row < MOST_ROWS && budget.cells >= line.length) {
      cells.set(
        row,
        Uint16Array.from(line, (place: number | undefined) => place ?? 0),
      );
      budget.cells -= line.length;
    }
    line = [];
  };
  while (scanner.next()) {
    if (scanner.closing) continue;
    switch (scanner.name) {
      case 'sheetView':
        gridlines = scanner.attribute('showGridLines') === undefined || scanner.flag('showGridLines');
        break;
      case 'sheetFormatPr': {
        const characters = positive(scanner.attribute('defaultColWidth'));
        width =
          characters === null
            ? otherWidth(positive(scanner.attribute('baseColWidth')) ?? 8, digit)
            : columnPixels(characters, digit);
        height = pixels(positive(scanner.attribute('defaultRowHeight')) ?? PLAIN_HEIGHT);
        break;
      }
      case 'col': {
        if (++ranges > MOST_RANGES) break;
        const characters = positive(scanner.attribute('width'));
        const place = used.place(scanner.attribute('style'));
        const last = Math.min(Number(scanner.required('max')), MOST_COLUMNS);
        for (let at = Math.max(Number(scanner.required('min')) - 1, 0); at < last; at++) {
          if (characters !== null) widths.set(at, columnPixels(characters, digit));
          if (place > 0) columns.set(at, place);
        }
        break;
      }
      case 'row': {
        flush();
        row = Number(scanner.attribute('r') ?? row + 2) - 1;
        column = -1;
        if (!(row < MOST_ROWS)) break;
        const own = positive(scanner.attribute('ht'));
        if (own !== null) heights.set(row, pixels(own));
        if (scanner.flag('customFormat')) rows.set(row, used.place(scanner.attribute('s')));
        break;
      }
      case 'c': {
        const reference = scanner.attribute('r');
        column = reference === undefined ? column + 1 : parseCellReference(reference).column;
        if (column < MOST_COLUMNS) line[column] = used.place(scanner.attribute('s')) + 1;
        break;
      }
    }
  }
  flush();
  return { sheet, looks: used.looks, gridlines, width, height, widths, heights, cells, rows, columns };
}

const PLAIN_HEIGHT = 15;
/** Excel's own limits: characters of a column, points of a row. */
const [WIDEST, HIGHEST] = [255, 409.5];

const pixels = (points: number): number => Math.round((Math.min(points, HIGHEST) * 4) / 3);

function positive(text: string | undefined): number | null {
  const value = Number(text ?? NaN);
  return value > 0 && Number.isFinite(value) ? value : null;
}

/** Thousandths of the size that the widest digit takes; widths of columns count in it (§18.3.1.13). */
const DIGITS: Readonly<Record<string, number>> = {
  calibri: 507,
  'times new roman': 500,
  cambria: 554,
  tahoma: 546,
  verdana: 636,
};
const OTHER_DIGIT = 556;

const digitWidth = ({ name, size }: Font): number =>
  Math.max(1, Math.round(((DIGITS[name?.toLowerCase() ?? ''] ?? OTHER_DIGIT) * size * 4) / 3000));

/** §18.3.1.13: what is given has the free room beside the letters in it. */
const columnPixels = (characters: number, digit: number): number =>
  Math.trunc(((256 * Math.min(characters, WIDEST) + Math.trunc(128 / digit)) / 256) * digit);

/** §18.3.1.81: what is not given is rounded up to eight pixels. */
const otherWidth = (characters: number, digit: number): number =>
  Math.ceil((Math.min(characters, WIDEST) * digit + 5) / 8) * 8;
