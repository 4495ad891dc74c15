/** Ranges: what can be read from them, written into them, and what Excel refuses. */
import { Bag, Collection, HostError, HostObject, type World } from './base';
import { shiftLines } from './lines';
import type { Shift } from './references';
import { ConditionalFormatCollection, copyColours, RangeRule } from './range-rules';
import {
  addressOf,
  contains,
  entered,
  join,
  overlap,
  overlaps,
  parseAddress,
  WHOLE,
  without,
  type Area,
  type HostCell,
  type Scalar,
  type SheetModel,
} from './model';

type Grid = readonly (readonly (Scalar | null)[])[];

export class Range extends HostObject {
  readonly className = 'Range';
  constructor(
    world: World,
    readonly sheet: SheetModel,
    /** Of a range that is kept it goes along with lines that come and go (learn.microsoft.com/javascript/api/excel/excel.trackedobjects). */
    public area: Area,
  ) {
    super(world);
  }

  get address() {
    return addressOf(this.sheet.name, this.area);
  }
  get rowCount() {
    return this.area.bottom - this.area.top + 1;
  }
  get columnCount() {
    return this.area.right - this.area.left + 1;
  }
  get rowIndex() {
    return this.area.top;
  }
  get columnIndex() {
    return this.area.left;
  }
  get cellCount() {
    return this.rowCount * this.columnCount;
  }

  get values() {
    return this.isTooMuch ? null : this.grid((row, column) => this.sheet.cell(row, column)?.value ?? '');
  }
  set values(input: unknown) {
    this.write(input, (value, row, column) => this.enter(value, row, column));
  }
  /** Without a formula the value stands here (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-formulas-member). */
  get formulas() {
    return this.isTooMuch
      ? null
      : this.grid((row, column) => this.sheet.cell(row, column)?.formula ?? this.sheet.cell(row, column)?.value ?? '');
  }
  set formulas(input: unknown) {
    this.values = input;
  }
  /** In the tokens of en-US, whatever the locale (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-numberformat-member). */
  get numberFormat() {
    return this.grid((row, column) => this.sheet.cell(row, column)?.format ?? 'General');
  }
  set numberFormat(input: unknown) {
    this.write(input, (format, row, column) => this.sheet.put(row, column, { format: String(format) }));
  }
  /** As shown, whatever the width of the column (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-text-member). */
  get text() {
    return this.grid((row, column) => shownText(this.sheet.cell(row, column), this.world.book.date1904));
  }
  get valueTypes() {
    return this.grid((row, column) => {
      const value = this.sheet.cell(row, column)?.value ?? '';
      if (value === '') return 'Empty';
      if (typeof value === 'string') return value.startsWith('#') ? 'Error' : 'String';
      return typeof value === 'number' ? 'Double' : 'Boolean';
    });
  }

  /** null where rows differ (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-rowhidden-member). */
  get rowHidden() {
    return uniform(this.area.top, this.area.bottom, this.sheet.hiddenRows);
  }
  set rowHidden(hidden: unknown) {
    mark(this.area.top, this.area.bottom, this.sheet.hiddenRows, hidden === true);
  }
  get columnHidden() {
    return uniform(this.area.left, this.area.right, this.sheet.hiddenColumns);
  }
  set columnHidden(hidden: unknown) {
    mark(this.area.left, this.area.right, this.sheet.hiddenColumns, hidden === true);
  }

  /** One entry for each row (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getrowproperties-member(1)). */
  getRowProperties(wanted: LineWish) {
    return lineProperties(
      this.area.top,
      this.area.bottom,
      wanted,
      ['rowHidden', 'rowHeight'],
      this.sheet.hiddenRows,
      (row) => this.sheet.look(row, 0, 'rowHeight'),
    );
  }
  getColumnProperties(wanted: LineWish) {
    return lineProperties(
      this.area.left,
      this.area.right,
      wanted,
      ['columnHidden', 'columnWidth'],
      this.sheet.hiddenColumns,
      (column) => this.sheet.look(0, column, 'columnWidth'),
    );
  }
  get hyperlink() {
    return this.sheet.look(this.area.top, this.area.left, 'hyperlink') ?? null;
  }
  set hyperlink(link: unknown) {
    this.demandWritable();
    // The text to display becomes the cell's text (learn.microsoft.com/javascript/api/excel/excel.rangehyperlink).
    const { textToDisplay } = (link ?? {}) as { textToDisplay?: string };
    if (textToDisplay !== undefined) this.enter(textToDisplay, this.area.top, this.area.left);
    this.sheet.looks.push({ area: this.area, path: 'hyperlink', value: link });
  }

  get format() {
    const look = (className: string, prefix: string) => () => new RangeLook(this, className, prefix);
    return new RangeLook(this, 'RangeFormat', '', {
      fill: look('RangeFill', 'fill.'),
      font: look('RangeFont', 'font.'),
      borders: () => new RangeBorderCollection(this.world, this),
      protection: look('FormatProtection', 'protection.'),
    });
  }
  get dataValidation() {
    return new RangeRule(this);
  }
  get conditionalFormats() {
    return new ConditionalFormatCollection(this.world, this);
  }

  getRow(row: number) {
    return new Range(this.world, this.sheet, { ...this.area, top: this.area.top + row, bottom: this.area.top + row });
  }
  getBoundingRect(other: unknown) {
    const area = other instanceof Range ? other.area : parseAddress(String(other));
    if (!area) throw new HostError('InvalidArgument');
    return new Range(this.world, this.sheet, join(this.area, area));
  }
  _ValidateArraySize(rows: number, columns: number) {
    if (rows !== this.rowCount || columns !== this.columnCount) throw new HostError('InvalidArgument');
  }
  select() {
    // Only the active sheet's cells can be selected (unverified).
    if (this.world.book.sheets[this.world.book.active] !== this.sheet) throw new HostError('InvalidSelection');
    this.world.book.selected = this.address;
  }
  unmerge() {
    this.demandWritable();
    this.sheet.merges = this.sheet.merges.filter((merge) => !overlaps(merge, this.area));
  }
  clear(what: string = 'All') {
    this.demandWritable();
    // As "Clear All" does (support.microsoft.com, "Clear cells of contents or formats"): unverified for Office.js.
    if (what === 'All' || what === null) this.sheet.comments = 0;
    const all = what === 'All' || what === null;
    if (all || what === 'Contents')
      this.eachUsed((row, column) => this.sheet.put(row, column, { value: '', formula: undefined as never }));
    if (all || what === 'Formats') {
      this.eachUsed((row, column) => this.sheet.put(row, column, { format: 'General' }));
      this.sheet.looks.push({ area: this.area, path: 'clear', value: true });
      // Clearing formats takes merged cells apart (support.microsoft.com, "Clear cells of contents or formats").
      this.sheet.merges = this.sheet.merges.filter((merge) => !overlaps(merge, this.area));
    }
    this.world.changed(this.sheet, this.area);
  }
  merge(across?: boolean) {
    this.demandWritable();
    // Cells of a table cannot be merged (support.microsoft.com, "Merge and unmerge cells"); the code is unverified.
    if (this.sheet.tables.some((table) => overlaps(table, this.area))) throw new HostError('GeneralException');
    this.world.notes.push(`merge: ${this.address}`);
    if (across) throw new HostError('NotImplemented');
    this.sheet.merges = [...this.sheet.merges.filter((merge) => !overlaps(merge, this.area)), this.area];
  }

  /** Whole rows or columns only: nothing else is asked of it (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-insert-member(1)). */
  insert(shift: string) {
    const axis = this.wholeLines(shift === 'Down' ? 'rows' : 'columns');
    const { top, left, bottom, right } = this.area;
    const at = axis === 'rows' ? top : left;
    const count = axis === 'rows' ? bottom - top + 1 : right - left + 1;
    this.moveLines({ axis, at, count });
    return new Range(this.world, this.sheet, { top, left, bottom, right });
  }
  delete(shift: string) {
    const axis = this.wholeLines(shift === 'Up' ? 'rows' : 'columns');
    const { top, left, bottom, right } = this.area;
    this.moveLines({
      axis,
      at: axis === 'rows' ? top : left,
      count: axis === 'rows' ? top - bottom - 1 : left - right - 1,
    });
  }
  /** Formats with merged cells and colours; lists and limits stay (support.microsoft.com, "Paste Special"; for Office.js unverified). Sizes stay too: the worse assumption. */
  copyFrom(source: unknown, what: string) {
    this.demandWritable();
    const area = source instanceof Range ? source.area : parseAddress(String(source));
    if (!area || what !== 'Formats') throw new HostError('NotImplemented');
    if (
      area.bottom - area.top !== this.area.bottom - this.area.top ||
      area.right - area.left !== this.area.right - this.area.left
    )
      throw new HostError('InvalidArgument');
    const [down, across] = [this.area.top - area.top, this.area.left - area.left];
    const used = this.sheet.usedArea(false);
    const moved = (one: Area): Area => ({
      top: one.top + down,
      left: one.left + across,
      bottom: one.bottom + down,
      right: one.right + across,
    });
    for (let row = area.top; row <= Math.min(area.bottom, used?.bottom ?? -1); row += 1)
      for (let column = area.left; column <= Math.min(area.right, used?.right ?? -1); column += 1)
        this.sheet.put(row + down, column + across, { format: this.sheet.cell(row, column)?.format ?? 'General' });
    const looks = this.sheet.looks.flatMap((look) => {
      const part = overlap(look.area, area);
      return part === null || /^(rowHeight|columnWidth|hyperlink)$/.test(look.path)
        ? []
        : [{ ...look, area: moved(part) }];
    });
    const sizes = this.sheet.looks.filter(
      (look) => overlaps(look.area, this.area) && /^(rowHeight|columnWidth)$/.test(look.path),
    );
    this.sheet.looks.push({ area: this.area, path: 'clear', value: true }, ...looks, ...sizes);
    const open = this.sheet.unlocked.flatMap((one) => overlap(one, area) ?? []).map(moved);
    this.sheet.unlocked = [...this.sheet.unlocked.flatMap((one) => without(one, this.area)), ...open];
    this.sheet.merges = [
      ...this.sheet.merges.filter((merge) => !overlaps(merge, this.area)),
      ...this.sheet.merges
        .filter((merge) => overlap(merge, area) !== null && without(merge, area).length === 0)
        .map(moved),
    ];
    copyColours(this.sheet, area, this.area);
    this.world.changed(this.sheet, this.area);
  }
  private wholeLines(axis: 'rows' | 'columns'): 'rows' | 'columns' {
    // Without the permission that a protection may give (unverified which error).
    if (this.sheet.isProtected) throw new HostError('AccessDenied');
    const { top, left, bottom, right } = this.area;
    const isWhole = axis === 'rows' ? left === 0 && right === WHOLE.right : top === 0 && bottom === WHOLE.bottom;
    if (!isWhole) throw new HostError('NotImplemented', 'only whole lines');
    return axis;
  }
  private moveLines(shift: Shift): void {
    this.world.notes.push(`lines: ${this.address} ${String(shift.count)}`);
    shiftLines(this.world.book, this.sheet, shift);
    this.world.linesMoved(this.sheet, shift);
    this.world.changed(this.sheet, this.area);
  }

  /** A locked cell of a protected sheet cannot be changed (support.microsoft.com, "Protect a worksheet"). */
  demandWritable(): void {
    const open = this.sheet.unlocked.some(
      (area) => contains(area, this.area.top, this.area.left) && contains(area, this.area.bottom, this.area.right),
    );
    if (this.sheet.isProtected && !open) throw new HostError('AccessDenied');
  }

  private get isTooMuch() {
    return this.cellCount > this.world.mostCells;
  }

  private grid<T>(read: (row: number, column: number) => T): T[][] {
    // A range may have at most five million cells (learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization).
    if (this.rowCount * this.columnCount > 5_000_000) throw new HostError('ResponsePayloadSizeLimitExceeded');
    return Array.from({ length: this.rowCount }, (_, row) =>
      Array.from({ length: this.columnCount }, (_, column) => read(this.area.top + row, this.area.left + column)),
    );
  }

  /** One value for all cells, or an array of exactly the range's size; null leaves a cell as it is (learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values). */
  private write(input: unknown, put: (value: Scalar, row: number, column: number) => void): void {
    this.demandWritable();
    const single = !Array.isArray(input);
    const grid: Grid = single ? [] : (input as Grid);
    if (
      !single &&
      (grid.length !== this.rowCount || grid.some((row) => !Array.isArray(row) || row.length !== this.columnCount))
    ) {
      throw new HostError('InvalidArgument');
    }
    for (let row = 0; row < this.rowCount; row += 1) {
      for (let column = 0; column < this.columnCount; column += 1) {
        const value = single ? (input as Scalar) : grid[row]?.[column];
        if (value !== null && value !== undefined) put(value, this.area.top + row, this.area.left + column);
      }
    }
    this.world.changed(this.sheet, this.area);
  }

  private enter(input: Scalar, row: number, column: number): void {
    const merge = this.sheet.merges.find((area) => contains(area, row, column));
    if (merge && (row !== merge.top || column !== merge.left)) return; // hidden under a merged cell: unverified
    const made = entered(input, this.sheet.cell(row, column)?.format);
    const value = made.formula === undefined ? made.value : this.world.calculate(this.sheet, made.formula, row, column);
    this.sheet.put(row, column, { formula: undefined as never, ...made, value });
  }

  private eachUsed(act: (row: number, column: number) => void): void {
    for (const key of [...this.sheet.cells.keys()]) {
      const row = Math.floor(key / 16_384);
      const column = key % 16_384;
      if (contains(this.area, row, column)) act(row, column);
    }
  }
}

/** Looks of a range (learn.microsoft.com/javascript/api/excel/excel.rangeformat): kept for the whole area, read from its first cell. */
class RangeLook extends Bag {
  constructor(
    private readonly range: Range,
    className: string,
    private readonly path: string,
    parts?: Readonly<Record<string, () => HostObject>>,
  ) {
    super(range.world, className, new Map(), path, parts);
  }
  override keep(name: string, value: unknown): void {
    this.range.demandWritable();
    this.range.sheet.looks.push({ area: this.range.area, path: `${this.path}${name}`, value });
  }
  override kept(name: string): unknown {
    // Cells are locked unless someone unlocks them (support.microsoft.com, "Lock or unlock specific areas of a protected worksheet").
    const own = this.path === 'protection.' && name === 'locked' ? true : null;
    return this.range.sheet.look(this.range.area.top, this.range.area.left, `${this.path}${name}`) ?? own;
  }
  autofitColumns() {}
  autofitRows() {}
  clear() {
    this.keep('color', '');
  }
}

class RangeBorderCollection extends Collection {
  readonly className = 'RangeBorderCollection';
  constructor(
    world: World,
    private readonly range: Range,
  ) {
    super(world);
  }
  list() {
    return [];
  }
  getItem(edge: string) {
    if (!/^(Edge(Top|Bottom|Left|Right)|Inside(Vertical|Horizontal)|Diagonal(Down|Up))$/.test(edge))
      throw new HostError('InvalidArgument');
    return new RangeLook(this.range, 'RangeBorder', `borders.${edge}.`);
  }
}

/** Days by their format; of other numbers only what they are in a cell of the format General. */
function shownText(cell: HostCell | undefined, date1904: boolean): string {
  const { value = '', format = '' } = cell ?? {};
  if (typeof value !== 'number' || !/[yd]/i.test(format)) return String(value);
  const day = new Date(Date.UTC(1899, 11, 30) + (value + (date1904 ? 1462 : 0)) * 86_400_000).toISOString();
  const parts = { y: day.slice(0, 4), m: day.slice(5, 7), d: day.slice(8, 10) };
  return format
    .toLowerCase()
    .replace(/y+|m+|d+/g, (token) => parts[token.charAt(0) as 'y' | 'm' | 'd'].slice(-Math.max(token.length, 2)));
}

function uniform(first: number, last: number, hidden: ReadonlySet<number>): boolean | null {
  let count = 0;
  for (const index of hidden) if (index >= first && index <= last) count += 1;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

interface LineWish {
  readonly rowHidden?: boolean;
  readonly columnHidden?: boolean;
  readonly format?: object;
}

/** A hidden line has no size (support.microsoft.com, "Change the column width or row height in Excel"). */
function lineProperties(
  first: number,
  last: number,
  wanted: LineWish,
  [known, size]: readonly [string, string],
  hidden: ReadonlySet<number>,
  sizeOf: (line: number) => unknown,
): object[] {
  const wish = JSON.stringify(wanted);
  if (wish === `{"${known}":true}`)
    return Array.from({ length: last - first + 1 }, (_, index) => ({ [known]: hidden.has(first + index) }));
  if (wish !== `{"${known}":true,"format":{"${size}":true}}`)
    throw new HostError('ApiNotFound', `line properties ${wish}`);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    [known]: hidden.has(first + index),
    format: { [size]: hidden.has(first + index) ? 0 : (sizeOf(first + index) ?? 15.75) },
  }));
}

function mark(first: number, last: number, hidden: Set<number>, on: boolean): void {
  for (let index = first; index <= last; index += 1)
    if (on) hidden.add(index);
    else hidden.delete(index);
}
