/**
 * What Excel's classes do, as far as the door uses them. A member of a class here bears its name in
 * `@types/office-js`; properties that only keep what they are given live in a bag.
 * Each behaviour cites Microsoft's page or says "unverified".
 */
import { Bag, Collection, HostError, HostObject, type World } from './base';
import { type NameModel, type SheetModel, parseAddress, WHOLE } from './model';
import { Range } from './range';

// --- names

class NamedItem extends HostObject {
  readonly className = 'NamedItem';
  constructor(
    world: World,
    private readonly owner: NameModel[],
    private readonly item: NameModel,
  ) {
    super(world);
  }
  get name() {
    return this.item.name;
  }
  get formula() {
    return this.item.formula;
  }
  set formula(text: string) {
    this.item.formula = text;
  }
  get visible() {
    return this.item.visible;
  }
  set visible(shown: boolean) {
    this.item.visible = shown;
  }
  /** A text constant gives its text (learn.microsoft.com/javascript/api/excel/excel.nameditem#excel-excel-nameditem-value-member). */
  get value() {
    const text = /^="((?:[^"]|"")*)"$/.exec(this.item.formula)?.[1];
    return text === undefined ? this.item.formula.slice(1) : text.replaceAll('""', '"');
  }
  delete() {
    this.owner.splice(this.owner.indexOf(this.item), 1);
  }
}

class NamedItemCollection extends Collection {
  readonly className = 'NamedItemCollection';
  constructor(
    world: World,
    private readonly names: NameModel[],
  ) {
    super(world);
  }
  list() {
    return this.names.map((item) => new NamedItem(this.world, this.names, item));
  }
  private find(name: string) {
    return this.names.find((item) => item.name.toLowerCase() === name.toLowerCase());
  }
  getItemOrNullObject(name: string) {
    const item = this.find(name);
    return item ? new NamedItem(this.world, this.names, item) : null;
  }
  getItem(name: string) {
    const found = this.getItemOrNullObject(name);
    if (!found) throw new HostError('ItemNotFound');
    return found;
  }
  add(name: string, reference: unknown) {
    if (this.find(name)) throw new HostError('ItemAlreadyExists');
    // Which names may be given: support.microsoft.com, "Names in formulas".
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || typeof reference !== 'string')
      throw new HostError('InvalidArgument');
    // A text constant inside a formula has at most 255 characters (support.microsoft.com, "Excel specifications and limits").
    if (/"[^"]{256,}"/.test(reference)) throw new HostError('InvalidArgument');
    const item = { name, formula: reference, visible: true };
    this.names.push(item);
    return new NamedItem(this.world, this.names, item);
  }
}

// --- worksheets

class Worksheet extends HostObject {
  readonly className = 'Worksheet';
  constructor(
    world: World,
    readonly sheet: SheetModel,
  ) {
    super(world);
  }
  get id() {
    return this.sheet.id;
  }
  get name() {
    return this.sheet.name;
  }
  // What clears the undo history: learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities.
  set name(text: string) {
    this.world.notes.push('undo-cleared: rename');
    this.sheet.name = checkedName(this.world, text);
  }
  get visibility() {
    return this.sheet.visibility;
  }
  set visibility(value: SheetModel['visibility']) {
    this.world.notes.push('undo-cleared: visibility');
    this.sheet.visibility = value;
  }
  get position() {
    return this.world.book.sheets.indexOf(this.sheet);
  }
  set position(index: number) {
    this.world.notes.push('undo-cleared: position');
    const { sheets } = this.world.book;
    sheets.splice(sheets.indexOf(this.sheet), 1);
    sheets.splice(index, 0, this.sheet);
  }
  get tabColor() {
    return this.sheet.bag.get('tabColor') ?? '';
  }
  set tabColor(value: unknown) {
    this.sheet.bag.set('tabColor', value);
  }
  get showGridlines() {
    return this.sheet.bag.get('showGridlines') ?? true;
  }
  set showGridlines(value: unknown) {
    this.sheet.bag.set('showGridlines', value);
  }
  activate() {
    // A hidden sheet cannot be activated (learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-worksheets): unverified code.
    if (this.sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
    this.world.book.active = this.position;
  }
  delete() {
    this.world.notes.push('undo-cleared: delete');
    if (this.world.book.structureProtected) throw new HostError('AccessDenied');
    this.world.book.sheets.splice(this.position, 1);
  }
  getRange(address?: string) {
    const area = address === undefined || address === null || address === '' ? WHOLE : parseAddress(address);
    if (!area) throw new HostError('InvalidArgument');
    return new Range(this.world, this.sheet, area);
  }
  /** With `valuesOnly` formats alone do not count (learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-getusedrangeornullobject-member(1)). */
  getUsedRangeOrNullObject(valuesOnly?: boolean) {
    const area = this.sheet.usedArea(valuesOnly === true);
    return area ? new Range(this.world, this.sheet, area) : null;
  }
  /** An empty sheet gives its first cell (learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-getusedrange-member(1)). */
  getUsedRange(valuesOnly?: boolean) {
    return (
      this.getUsedRangeOrNullObject(valuesOnly) ??
      new Range(this.world, this.sheet, { top: 0, left: 0, bottom: 0, right: 0 })
    );
  }
  get names() {
    return new NamedItemCollection(this.world, this.sheet.names);
  }
  get protection() {
    return new WorksheetProtection(this.world, this.sheet);
  }
  get freezePanes() {
    return new WorksheetFreezePanes(this.world, this.sheet);
  }
  get pageLayout() {
    return pageLayout(this.world, this.sheet);
  }
  get charts() {
    return new ChartCollection(this.world, this.sheet);
  }
  get tables() {
    return new TableCollection(this.world, this.sheet);
  }
  get comments() {
    return new CommentCollection(this.world, this.sheet);
  }
  get pivotTables() {
    return new PivotTableCollection(this.world, this.sheet);
  }
  get shapes() {
    return new ShapeCollection(this.world, this.sheet);
  }
  get autoFilter() {
    return new AutoFilter(this.world, this.sheet);
  }
  get horizontalPageBreaks() {
    return new PageBreakCollection(this.world, this.sheet.pageBreaks);
  }
  get verticalPageBreaks() {
    return new PageBreakCollection(this.world, this.sheet.columnBreaks);
  }
}

/** Length and letters of a sheet's name (support.microsoft.com, "Rename a worksheet"). */
function checkedName(world: World, name: string): string {
  if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]/.test(name)) throw new HostError('InvalidArgument');
  if (world.book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
    throw new HostError('ItemAlreadyExists');
  return name;
}

class WorksheetCollection extends Collection {
  readonly className = 'WorksheetCollection';
  list() {
    return this.world.book.sheets.map((sheet) => new Worksheet(this.world, sheet));
  }
  getItemOrNullObject(key: string) {
    const sheet = this.world.book.sheet(key);
    return sheet ? new Worksheet(this.world, sheet) : null;
  }
  getItem(key: string) {
    const found = this.getItemOrNullObject(key);
    if (!found) throw new HostError('ItemNotFound');
    return found;
  }
  getActiveWorksheet() {
    const sheet = this.world.book.sheets[this.world.book.active];
    if (!sheet) throw new HostError('ItemNotFound');
    return new Worksheet(this.world, sheet);
  }
  /** Protected structure: no sheet can be added (support.microsoft.com, "Protect a workbook"); the code is unverified. */
  add(name: string) {
    if (this.world.book.structureProtected) throw new HostError('AccessDenied');
    return new Worksheet(this.world, this.world.book.addSheet(checkedName(this.world, name)));
  }
}

class WorksheetProtection extends HostObject {
  readonly className = 'WorksheetProtection';
  constructor(
    world: World,
    private readonly sheet: SheetModel,
  ) {
    super(world);
  }
  get protected() {
    return this.sheet.isProtected;
  }
  /** learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions */
  get options() {
    return this.sheet.protection.options;
  }
  /** What is protected already cannot be protected again (learn.microsoft.com/javascript/api/excel/excel.worksheetprotection#excel-excel-worksheetprotection-protect-member(1)). */
  protect(options?: object, password?: string) {
    this.world.notes.push('undo-cleared: protect');
    if (this.sheet.isProtected) throw new HostError('AccessDenied');
    this.sheet.isProtected = true;
    this.sheet.protection = { options: options ?? {}, ...(password === undefined ? {} : { password }) };
  }
  /** New builds refuse to unprotect what is not protected (unverified). */
  unprotect(password?: string) {
    this.world.notes.push('undo-cleared: unprotect');
    if (!this.sheet.isProtected || this.sheet.protection.password !== password) throw new HostError('AccessDenied');
    this.sheet.isProtected = false;
  }
}

/** learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
class WorksheetFreezePanes extends HostObject {
  readonly className = 'WorksheetFreezePanes';
  constructor(
    world: World,
    private readonly sheet: SheetModel,
  ) {
    super(world);
  }
  freezeAt(range: Range) {
    this.sheet.bag.set('freeze', range.area);
  }
  freezeRows(count = 1) {
    this.sheet.bag.set('freeze', { ...WHOLE, bottom: count - 1 });
  }
  freezeColumns(count = 1) {
    this.sheet.bag.set('freeze', { ...WHOLE, right: count - 1 });
  }
  unfreeze() {
    this.sheet.bag.delete('freeze');
  }
}

function pageLayout(world: World, sheet: SheetModel): Bag {
  const part = (type: string, prefix: string, parts?: Record<string, () => HostObject>) => () =>
    new Bag(world, type, sheet.bag, prefix, parts);
  return new PageLayout(world, 'PageLayout', sheet.bag, 'page.', {
    headersFooters: part('HeaderFooterGroup', 'headersFooters.', {
      defaultForAllPages: part('HeaderFooter', 'default.'),
      firstPage: part('HeaderFooter', 'first.'),
    }),
  });
}

/** learn.microsoft.com/javascript/api/excel/excel.pagelayout; what a setting is before anybody set it is unverified. */
class PageLayout extends Bag {
  override kept(name: string): unknown {
    return super.kept(name) ?? PAGE_AT_FIRST[name] ?? null;
  }
  setPrintMargins(unit: string, margins: Readonly<Record<string, number>>) {
    this.keep('margins', { unit, ...margins });
    const points = unit === 'Centimeters' ? 72 / 2.54 : unit === 'Inches' ? 72 : 1;
    for (const [side, size] of Object.entries(margins)) this.keep(`${side}Margin`, size * points);
  }
  setPrintArea(area: unknown) {
    this.keep('printArea', area instanceof Range ? area.address : area);
  }
  setPrintTitleColumns(columns: unknown) {
    this.keep('titleColumns', columns instanceof Range ? columns.address : columns);
  }
  setPrintTitleRows(rows: unknown) {
    this.keep('titleRows', rows instanceof Range ? rows.address : rows);
  }
  getPrintAreaOrNullObject() {
    return this.rangeAt('printArea');
  }
  getPrintTitleColumnsOrNullObject() {
    return this.rangeAt('titleColumns');
  }
  getPrintTitleRowsOrNullObject() {
    return this.rangeAt('titleRows');
  }
  private rangeAt(name: string) {
    const address = this.kept(name);
    return typeof address === 'string' ? new Address(this.world, address) : null;
  }
}

const PAGE_AT_FIRST: Readonly<Record<string, unknown>> = {
  orientation: 'Portrait',
  paperSize: 'A4',
  zoom: { scale: 100, horizontalFitToPages: null, verticalFitToPages: null },
  centerHorizontally: false,
  firstPageNumber: '',
  topMargin: 54,
  bottomMargin: 54,
  leftMargin: 50.4,
  rightMargin: 50.4,
};

/** A range of which only its address is asked. */
class Address extends HostObject {
  readonly className = 'Range';
  constructor(
    world: World,
    readonly address: string,
  ) {
    super(world);
  }
}

/** learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection */
class PageBreakCollection extends Collection {
  readonly className = 'PageBreakCollection';
  constructor(
    world: World,
    private readonly breaks: string[],
  ) {
    super(world);
  }
  list() {
    return this.breaks.map((address) => new PageBreak(this.world, address));
  }
  add(at: unknown) {
    const address = at instanceof Range ? at.address : String(at);
    this.breaks.push(address);
    return new PageBreak(this.world, address);
  }
  /** What has no id the library finds again by its place. */
  getItemAt(index: number) {
    return this.list()[index] ?? null;
  }
  removePageBreaks() {
    this.breaks.length = 0;
  }
}

/** learn.microsoft.com/javascript/api/excel/excel.pagebreak */
class PageBreak extends HostObject {
  readonly className = 'PageBreak';
  constructor(
    world: World,
    private readonly address: string,
  ) {
    super(world);
  }
  get rowIndex() {
    return Number(this.address.replace(/\D/g, '')) - 1;
  }
  get columnIndex() {
    return [...this.address.replace(/[^A-Z]/g, '')].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1;
  }
  getCellAfterBreak() {
    return new Address(this.world, this.address);
  }
}

class ChartCollection extends Collection {
  readonly className = 'ChartCollection';
  constructor(
    world: World,
    private readonly sheet: SheetModel,
  ) {
    super(world);
  }
  list() {
    return this.sheet.charts.map((bag) => this.chart(bag));
  }
  getItemOrNullObject(name: string) {
    const bag = this.sheet.charts.find((one) => one.get('name') === name);
    return bag ? this.chart(bag) : null;
  }
  getItem(name: string) {
    const found = this.getItemOrNullObject(name);
    if (!found) throw new HostError('ItemNotFound');
    return found;
  }
  /** Named "Chart 1", "Chart 2" and so on; numbers are not used again (unverified). */
  add(kind: string, source: Range) {
    this.sheet.chartsMade += 1;
    const bag = new Map<string, unknown>([
      ['name', `Chart ${String(this.sheet.chartsMade)}`],
      ['kind', kind],
      ['source', source.address],
    ]);
    this.sheet.charts.push(bag);
    return this.chart(bag);
  }
  private chart(bag: Map<string, unknown>): Bag {
    const { charts } = this.sheet;
    return new (class extends Bag {
      delete() {
        charts.splice(charts.indexOf(bag), 1);
      }
      setPosition(start: unknown, end: unknown) {
        bag.set(
          'at',
          [start, end].map((end) => (end instanceof Range ? end.address : end)),
        );
      }
    })(this.world, 'Chart', bag, '', {
      title: () => new Bag(this.world, 'ChartTitle', bag, 'title.'),
      legend: () => new Bag(this.world, 'ChartLegend', bag, 'legend.'),
    });
  }
}

class Comment extends HostObject {
  readonly className = 'Comment';
  constructor(
    world: World,
    private readonly at: Range,
    readonly id: string,
  ) {
    super(world);
  }
  getLocation() {
    return this.at;
  }
}

/** learn.microsoft.com/javascript/api/excel/excel.commentcollection */
class CommentCollection extends Collection {
  readonly className = 'CommentCollection';
  constructor(
    world: World,
    private readonly sheet: SheetModel,
  ) {
    super(world);
  }
  list() {
    return Array.from(
      { length: this.sheet.comments },
      (_, index) =>
        new Comment(
          this.world,
          new Range(
            this.world,
            this.sheet,
            this.sheet.commentPlaces[index] ?? { top: 0, left: 0, bottom: 0, right: 0 },
          ),
          `{comment-${String(index)}}`,
        ),
    );
  }
  getItem(id: string) {
    const found = this.list().find((comment) => comment.id === id);
    if (!found) throw new HostError('ItemNotFound');
    return found;
  }
}

/** learn.microsoft.com/javascript/api/excel/excel.pivottablecollection */
class PivotTableCollection extends Collection {
  readonly className = 'PivotTableCollection';
  constructor(
    world: World,
    private readonly sheet: SheetModel,
  ) {
    super(world);
  }
  list() {
    return Array.from(
      { length: this.sheet.pivots },
      (_, index) => new Bag(this.world, 'PivotTable', new Map([['name', `PivotTable${String(index + 1)}`]]), ''),
    );
  }
}

/** learn.microsoft.com/javascript/api/excel/excel.shapecollection; whether charts are among them is unverified. */
class ShapeCollection extends Collection {
  readonly className = 'ShapeCollection';
  constructor(
    world: World,
    private readonly sheet: SheetModel,
  ) {
    super(world);
  }
  list() {
    return this.sheet.shapes.map((type) => new Bag(this.world, 'Shape', new Map([['type', type]]), ''));
  }
}

/** learn.microsoft.com/javascript/api/excel/excel.autofilter; removing none is an error (unverified). */
class AutoFilter extends HostObject {
  readonly className = 'AutoFilter';
  constructor(
    world: World,
    private readonly sheet: SheetModel,
  ) {
    super(world);
  }
  get enabled() {
    return this.sheet.isFiltered;
  }
  get isDataFiltered() {
    return this.sheet.isFiltered;
  }
  /** Buttons for filtering; nothing is hidden by them yet. */
  apply(range: Range) {
    if (range.className !== 'Range') throw new HostError('InvalidArgument');
    this.sheet.isFiltered = true;
  }
  remove() {
    if (!this.sheet.isFiltered) throw new HostError('InvalidArgument');
    this.sheet.isFiltered = false;
  }
}

/** learn.microsoft.com/javascript/api/excel/excel.tablecollection */
class TableCollection extends Collection {
  readonly className = 'TableCollection';
  constructor(
    world: World,
    private readonly sheet: SheetModel,
  ) {
    super(world);
  }
  add(address: string) {
    const area = parseAddress(address);
    if (!area) throw new HostError('InvalidArgument');
    this.sheet.tables.push(area);
    return this.list()[this.sheet.tables.length - 1];
  }
  list() {
    return this.sheet.tables.map(
      (_, index) => new Bag(this.world, 'Table', new Map([['name', `Table${String(index + 1)}`]]), ''),
    );
  }
}

// --- the workbook

export class Workbook extends HostObject {
  readonly className = 'Workbook';
  get worksheets() {
    return new WorksheetCollection(this.world);
  }
  get names() {
    return new NamedItemCollection(this.world, this.world.book.names);
  }
  get application() {
    return new Application(this.world);
  }
  get protection() {
    return new WorkbookProtection(this.world);
  }
}

class WorkbookProtection extends HostObject {
  readonly className = 'WorkbookProtection';
  get protected() {
    return this.world.book.structureProtected;
  }
}

/** Only what `Excel.createWorkbook` asks of it. */
class WorkbookCreated extends HostObject {
  readonly className = 'WorkbookCreated';
  constructor(
    world: World,
    private readonly base64: string,
  ) {
    super(world);
  }
  readonly id = 'new';
  open() {
    this.world.book.opened.push(this.base64);
  }
}

/** learn.microsoft.com/javascript/api/excel/excel.application */
class Application extends HostObject {
  readonly className = 'Application';
  get calculationMode() {
    return this.world.book.calculationMode;
  }
  calculate(kind: string) {
    this.world.notes.push(`calculate: ${kind}`);
  }
  /** A file of its own, given as base64 (learn.microsoft.com/javascript/api/excel/excel.application#excel-excel-application-createworkbook-member(1)). */
  createWorkbook(base64: string) {
    return new WorkbookCreated(this.world, base64);
  }
  suspendApiCalculationUntilNextSync() {}
  suspendScreenUpdatingUntilNextSync() {}
}
