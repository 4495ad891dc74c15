/** A workbook in memory, as simple as the stand-in needs it. Rows and columns count from 0. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export type Scalar = string | number | boolean;

export interface HostCell {
  value: Scalar;
  formula?: string;
  format?: string;
}

/** One formatting action; later ones win. `clear` takes every look away. */
export interface Look {
  readonly area: Area;
  readonly path: string;
  readonly value: unknown;
}

export class SheetModel {
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  readonly cells = new Map<number, HostCell>();
  looks: Look[] = [];
  merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  isProtected = false;
  /** Areas that can be typed in while the sheet is protected. */
  unlocked: Area[] = [];
  /** Empty cells that only carry a format: they stretch the used range, as in Excel. */
  formatted: Area | null = null;
  readonly tables: Area[] = [];
  /** Plain properties of its parts (page layout, freeze panes, …), by "Class.property". */
  readonly bag = new Map<string, unknown>();
  readonly names: NameModel[] = [];
  readonly charts: Map<string, unknown>[] = [];
  chartsMade = 0;
  comments = 0;
  /** Where they stand, in their order; A1 where it is not said. */
  readonly commentPlaces: Area[] = [];
  /** What may be done while the sheet is protected, and the password. */
  protection: { readonly options: object; readonly password?: string } = { options: {} };
  /** Kinds of shapes, as `Excel.ShapeType` names them. */
  readonly shapes: string[] = [];
  isFiltered = false;
  pivots = 0;
  readonly pageBreaks: string[] = [];
  readonly columnBreaks: string[] = [];
  readonly validations: { area: Area; bag: Map<string, unknown> }[] = [];
  readonly conditionals: { area: Area; bag: Map<string, unknown> }[] = [];

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): HostCell | undefined {
    return this.cells.get(row * MAX_COLUMNS + column);
  }

  put(row: number, column: number, change: Partial<HostCell>): void {
    const key = row * MAX_COLUMNS + column;
    const { formula, value = '', format } = { ...this.cells.get(key), ...change };
    const special = format === undefined || format === 'General' ? {} : { format };
    if (value === '' && formula === undefined && special.format === undefined) this.cells.delete(key);
    else this.cells.set(key, { value, ...(formula === undefined ? {} : { formula }), ...special });
  }

  /** The look of one cell, such as `look(2, 3, 'font.bold')`. */
  look(row: number, column: number, path: string): unknown {
    for (let index = this.looks.length - 1; index >= 0; index -= 1) {
      const layer = this.looks[index];
      if (!layer || !contains(layer.area, row, column)) continue;
      if (layer.path === path) return layer.value;
      if (layer.path === 'clear') return undefined;
    }
    return undefined;
  }

  /** The smallest area around all contents, and all formats too unless `valuesOnly`. */
  usedArea(valuesOnly: boolean): Area | null {
    let area: Area | null = valuesOnly ? null : this.formatted;
    for (const [key, cell] of this.cells) {
      if (valuesOnly && cell.value === '' && cell.formula === undefined) continue;
      const row = Math.floor(key / MAX_COLUMNS);
      const column = key % MAX_COLUMNS;
      area = area
        ? join(area, { top: row, left: column, bottom: row, right: column })
        : { top: row, left: column, bottom: row, right: column };
    }
    return area;
  }
}

export interface NameModel {
  name: string;
  formula: string;
  visible: boolean;
}

export class BookModel {
  readonly sheets: SheetModel[] = [];
  /** Workbooks opened beside this one: .xlsx files as base64. */
  readonly opened: string[] = [];
  readonly names: NameModel[] = [];
  structureProtected = false;
  /** Day 0 is 1904-01-01 (support.microsoft.com, "Date systems in Excel"). */
  date1904 = false;
  calculationMode: 'Automatic' | 'Manual' = 'Automatic';
  /** What the add-in keeps in the document, each as JSON (learn.microsoft.com/javascript/api/office/office.settings). */
  settings: Readonly<Record<string, string>> = {};
  active = 0;
  selected = '';
  private nextId = 1;

  addSheet(name: string): SheetModel {
    const sheet = new SheetModel(`{00000000-0001-0000-0000-${String(this.nextId).padStart(12, '0')}}`, name);
    this.nextId += 1;
    this.sheets.push(sheet);
    return sheet;
  }

  /** By name or id, folding case as Excel does. */
  sheet(key: string): SheetModel | undefined {
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
  }
}

export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const overlaps = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

export function overlap(a: Area, b: Area): Area | null {
  return overlaps(a, b)
    ? {
        top: Math.max(a.top, b.top),
        left: Math.max(a.left, b.left),
        bottom: Math.min(a.bottom, b.bottom),
        right: Math.min(a.right, b.right),
      }
    : null;
}

/** What is left of `area` around `hole`. */
export function without(area: Area, hole: Area): Area[] {
  const cut = overlap(area, hole);
  if (cut === null) return [area];
  return [
    { ...area, bottom: cut.top - 1 },
    { ...area, top: cut.bottom + 1 },
    { ...cut, left: area.left, right: cut.left - 1 },
    { ...cut, left: cut.right + 1, right: area.right },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

export const join = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

export const WHOLE: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

function columnLetters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** "B2:C3", "B2", "2:5", "B:C"; null when it is no address. */
export function parseAddress(text: string): Area | null {
  const plain = text.replace(/^.*!/, '').replaceAll('$', '');
  const [first = '', second = first] = plain.split(':');
  const start = /^([A-Za-z]{1,3})?(\d{1,7})?$/.exec(first);
  const end = /^([A-Za-z]{1,3})?(\d{1,7})?$/.exec(second);
  if (!start || !end || (!start[1] && !start[2]) || (plain.indexOf(':') < 0 && !(start[1] && start[2]))) return null;
  const area = {
    top: start[2] ? Number(start[2]) - 1 : 0,
    left: start[1] ? columnNumber(start[1]) : 0,
    bottom: end[2] ? Number(end[2]) - 1 : MAX_ROWS - 1,
    right: end[1] ? columnNumber(end[1]) : MAX_COLUMNS - 1,
  };
  const fits =
    area.top >= 0 &&
    area.left >= 0 &&
    area.bottom < MAX_ROWS &&
    area.right < MAX_COLUMNS &&
    area.top <= area.bottom &&
    area.left <= area.right;
  return fits ? area : null;
}

export function addressOf(sheetName: string, area: Area): string {
  const name = /^[A-Za-z_][\w.]*$/.test(sheetName) ? sheetName : `'${sheetName.replaceAll("'", "''")}'`;
  if (area.left === 0 && area.right === MAX_COLUMNS - 1)
    return `${name}!${String(area.top + 1)}:${String(area.bottom + 1)}`;
  if (area.top === 0 && area.bottom === MAX_ROWS - 1)
    return `${name}!${columnLetters(area.left)}:${columnLetters(area.right)}`;
  const first = columnLetters(area.left) + String(area.top + 1);
  const last = columnLetters(area.right) + String(area.bottom + 1);
  return `${name}!${first === last ? first : `${first}:${last}`}`;
}

/** What Excel makes of something written into a cell; `text` cells keep what they are given. */
export function entered(
  input: Scalar,
  format: string | undefined,
): { value: Scalar; formula?: string; format?: string } {
  if (typeof input !== 'string') return { value: format === '@' ? String(input) : input }; // a text cell makes a text of a number: unverified
  // The apostrophe marks a text and is no part of it (github.com/OfficeDev/office-js/issues/6687).
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (format === '@') return { value: input };
  // learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member: a leading =, + or - is a formula; @ unverified.
  if (/^[=+@-]./.test(input) && !/^[+-]?\d+([.,]\d+)?%?$/.test(input))
    return { value: 0, formula: input.startsWith('=') ? input : `=${input}` };
  if (/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(input)) return { value: Number(input) };
  if (/^\s*[+-]?(\d+\.?\d*|\.\d+)%\s*$/.test(input)) return { value: parseFloat(input) / 100, format: '0%' };
  if (
    /^\d{1,2}[/-]\d{1,2}([/-]\d{2,4})?$|^\d{4}-\d{1,2}-\d{1,2}$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,4}$/i.test(
      input,
    )
  ) {
    return { value: 45000, format: 'm/d/yyyy' }; // which day does not matter: it is no text any more
  }
  if (/^(true|false)$/i.test(input)) return { value: input.toLowerCase() === 'true' };
  return { value: input };
}
