/** A change while it is made: every step is at once applied to the cells, so that the next one sees them as they will be. */
import type { Fix, LimitChange, LineAxis, PageLayout, Place, WorkbookChange } from '../../rules';
import { cellAt, type Cell, type SheetCells, type WorkbookCells } from '../../sheets/cells';
import { shownText } from '../../sheets/shown-cell';
import { ownKind } from '../../sheets/stamp';
import { applied } from '../../sheets/change/apply';
import { placesOf, type Places } from './places';
import type { ChangeLine, ChangeRefusal } from './proposal';
import { grownReferences } from '../../sheets/change/grown';

/** Thrown inside a command, caught by `proposeChange`. */
export class Refused extends Error {
  constructor(readonly refusal: ChangeRefusal) {
    super(refusal.code);
  }
}

export function refuse(code: Exclude<ChangeRefusal['code'], 'unsafe-before' | 'unsafe-after'>, what = ''): never {
  throw new Refused({ code, what });
}

export class Draft {
  readonly changes: WorkbookChange[] = [];
  readonly lines: ChangeLine[] = [];
  cells: WorkbookCells;
  private known: Places | null = null;

  constructor(readonly before: WorkbookCells) {
    this.cells = before;
  }

  /** Where everything stands now. */
  get places(): Places {
    return (this.known ??= placesOf(this.cells));
  }

  sheet(name: string): SheetCells {
    return this.cells.sheets.find((sheet) => sheet.name === name) ?? refuse('no-matrix');
  }

  cell({ sheet, row, column }: Place): Cell | undefined {
    return cellAt(this.sheet(sheet), row, column);
  }

  text(place: Place): string {
    return shownText(this.cell(place), this.cells.date1904);
  }

  private do(change: WorkbookChange): void {
    this.changes.push(change);
    this.cells = applied(this.cells, change).cells;
    this.known = null;
  }

  private overLocked(sheet: string): { readonly overLocked?: true } {
    return this.sheet(sheet).protected ? { overLocked: true } : {};
  }

  /** '' empties the cell. */
  set(place: Place, value: Fix['value'], format?: string): void {
    this.do({ place, value, ...(format === undefined ? {} : { format }), ...this.overLocked(place.sheet) });
  }

  setFormula(place: Place, formula: string, format?: string): void {
    this.do({
      place,
      value: '',
      formula,
      ...(format === undefined ? {} : { format }),
      ...this.overLocked(place.sheet),
    });
  }

  /** A change of one cell that the preview shows. */
  tell(place: Place, what: string, value: Fix['value'], format?: string): void {
    this.lines.push({ kind: 'cell', place, what, from: this.text(place), to: String(value) });
    this.set(place, value, format);
  }

  /**
   * New lines that look like others. Areas in formulas that end with the line before the new ones end with the
   * new ones then, where `grows` says so of the formula's cell.
   */
  insert(
    insert: LineAxis,
    { sheet, at, count = 1, like }: { sheet: string; at: number; count?: number; like: number },
    grows: (place: Place) => boolean = () => true,
  ): void {
    this.do({ insert, sheet, at, count, like, ...this.overLocked(sheet) });
    for (const { place, formula } of grownReferences(this.cells, sheet, insert, at, count, isOurs))
      if (grows(place)) {
        this.setFormula(place, formula);
        this.tellSums(place.sheet, 1);
      }
  }

  /** So many sums of a sheet were written anew. */
  tellSums(sheet: string, cells: number): void {
    const at = this.lines.findIndex((line) => line.kind === 'sums' && line.sheet === sheet);
    const line = this.lines[at];
    if (line?.kind === 'sums') this.lines[at] = { ...line, cells: line.cells + cells };
    else this.lines.push({ kind: 'sums', sheet, cells });
  }

  remove(remove: LineAxis, sheet: string, at: number, count: number, like: number | null): void {
    this.do({ remove, sheet, at, count, like, ...this.overLocked(sheet) });
  }

  limit(change: LimitChange): void {
    this.do(change);
  }

  layPages(print: string, layout: PageLayout): void {
    this.do({ print, layout });
  }
}

/** Our own sheets are written anew anyway. */
const isOurs = (sheet: SheetCells): boolean => ownKind(sheet) !== null;
