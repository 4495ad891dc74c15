/** The stand-in for Excel: takes the requests of Microsoft's library and answers as Excel would. */
import { HostError, type HostObject, type World } from './base';
import { Batch, type RequestBody } from './batch';
import { faultFor, type Fault } from './faults';
import { addressOf, BookModel, type Area, type Scalar, type SheetModel } from './model';
import { shiftedArea } from './lines';
import { Workbook } from './objects';
import { Range } from './range';
import { excelSchema, isAvailable, type Member } from './schema';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One round trip as the host saw it. */
export interface Trip {
  readonly requestBytes: number;
  responseBytes: number;
  /** Such as "Range.values=" or "Worksheet.activate()", in order. */
  readonly actions: string[];
  /** Sent by the library on its own, mostly to give handles back. */
  readonly isLibrarys: boolean;
}

export interface HostOptions {
  /** The n of ExcelApi 1.n; 19 unless said otherwise. */
  readonly version?: number;
  readonly calculate?: World['calculate'];
  /** Bytes; Excel on the web takes 5 MB each way (learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization). */
  readonly limit?: number;
  /** Above so many cells a range answers null for its values; Infinity unless said otherwise. */
  readonly mostCells?: number;
}

/** A request flag of the library: wait until no cell is being edited. */
const DELAY_FOR_CELL_EDIT = 64;

const RICH_API_EVENT = 65_536;
const WORKSHEET_CHANGED = 10;

export class ExcelHost {
  readonly trips: Trip[] = [];
  readonly faults: Fault[] = [];
  /** Handles the library asked to keep and has not given back. */
  readonly references = new Map<string, HostObject>();
  /** Loads that named no property: Excel then sends them all (learn.microsoft.com/office/dev/add-ins/excel/performance). */
  emptyLoads = 0;
  /** A cell is being edited: batches that may wait do so, others fail (learn.microsoft.com/javascript/api/excel/excel.runoptions). */
  editing = false;
  /** What a person would notice: undo history cleared, recalculation, … */
  readonly notes: string[] = [];
  onEvent: (entry: readonly unknown[]) => void = () => {};
  listening = false;
  readonly root: Workbook;
  private readonly handles = new Map<HostObject, string>();
  private readonly version: number;
  private readonly limit: number;
  private nextReference = 1;

  constructor(
    readonly book = new BookModel(),
    options: HostOptions = {},
  ) {
    this.version = options.version ?? 19;
    this.limit = options.limit ?? Infinity;
    this.root = new Workbook({
      book,
      calculate: options.calculate ?? (() => 0),
      linesMoved: (sheet, shift) => {
        for (const kept of this.references.values())
          if (kept instanceof Range && kept.sheet === sheet) kept.area = shiftedArea(kept.area, shift) ?? kept.area;
      },
      changed: (sheet, area) => this.fire(sheet, area, 'Local', 'ThisLocalAddin'),
      notes: this.notes,
      mostCells: options.mostCells ?? Infinity,
    });
  }

  /** Round trips without the library's own. */
  get syncs(): number {
    return this.trips.filter((trip) => !trip.isLibrarys).length;
  }

  /** Someone at the keyboard, or a co-author, writes into a cell. */
  type(sheetName: string, row: number, column: number, value: Scalar, source: 'Local' | 'Remote' = 'Local'): void {
    const sheet = this.book.sheet(sheetName);
    if (!sheet) throw new Error(`no sheet ${sheetName}`);
    sheet.put(row, column, { value, formula: undefined as never });
    this.fire(sheet, { top: row, left: column, bottom: row, right: column }, source, 'Unknown');
  }

  /** Never answers when a fault says so. */
  async execute(text: string, flags: number): Promise<Answer> {
    const body = JSON.parse(text) as RequestBody;
    const batch = new Batch(this, body);
    const trip: Trip = {
      requestBytes: Buffer.byteLength(text),
      responseBytes: 0,
      actions: batch.seen,
      isLibrarys: batch.isLibrarys,
    };
    this.trips.push(trip);
    const fault = trip.isLibrarys ? null : faultFor(this.faults, { batch: this.syncs, index: -1, member: '' });
    while (this.editing && (flags & DELAY_FOR_CELL_EDIT) !== 0) await pause(5);
    if (this.editing) return { status: 5004, body: '' };
    if (fault?.kind === 'status') return { status: fault.status, body: '' };
    if (fault?.kind === 'silence') return new Promise(() => {});
    if (fault?.kind === 'delay') await pause(fault.ms);
    if (trip.requestBytes > this.limit) return { status: 5103, body: '' };
    const outcome = batch.run(this.syncs);
    if (outcome.kind === 'silence') return new Promise(() => {});
    if (outcome.kind === 'delay') await pause(outcome.ms);
    if (outcome.kind === 'status') return { status: outcome.status, body: '' };
    const answer = JSON.stringify(outcome.response);
    trip.responseBytes = Buffer.byteLength(answer);
    return trip.responseBytes > this.limit ? { status: 5104, body: '' } : { status: 200, body: answer };
  }

  /** The member of this name, or ApiNotFound when it does not exist or is too new. */
  member(object: HostObject, name: string): Member {
    const member = excelSchema().get(object.className)?.get(name.toLowerCase());
    if (!member) throw new HostError('ApiNotFound', `${object.className}.${name} does not exist`);
    if (!isAvailable(member, this.version))
      throw new HostError('ApiNotFound', `${object.className}.${name} needs ExcelApi ${member.since}`);
    return member;
  }

  keep(object: HostObject): string {
    const id = `ref-${String(this.nextReference)}`;
    this.nextReference += 1;
    this.references.set(id, object);
    this.handles.set(object, id);
    return id;
  }

  handleOf(object: HostObject): string | undefined {
    return this.handles.get(object);
  }

  release(id: string): void {
    const object = this.references.get(id);
    if (object) this.handles.delete(object);
    this.references.delete(id);
  }

  /** What the add-in writes is told too (learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs; unverified that all of it is). */
  private fire(sheet: SheetModel, area: Area, source: string, triggerSource: string): void {
    if (!this.listening) return;
    const address = addressOf(sheet.name, area).replace(/^.*!/, '');
    this.onEvent([
      RICH_API_EVENT,
      WORKSHEET_CHANGED,
      'Workbook',
      JSON.stringify({
        worksheetId: sheet.id,
        address,
        changeType: 'RangeEdited',
        source,
        // Since ExcelApi 1.14 (learn.microsoft.com/javascript/api/excel/excel.eventtriggersource).
        ...(this.version >= 14 && { triggerSource }),
      }),
    ]);
  }
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
