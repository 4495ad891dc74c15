/** The cells of a sound bloc by what they mean, and which of them are already spoiled. */
import type { Book, Place } from '../../../src/rules';
import { TableFinder } from '../../../src/workbook/table-finder';
import type { SheetKey } from '../../../src/workbook/layout';
import type { SoundBloc } from './bloc';
import type { Random } from './bloc';

export class BlocCells {
  readonly book: Book;
  readonly where: TableFinder;
  private readonly taken = new Set<string>();

  constructor(
    { judgement }: SoundBloc,
    readonly random: Random,
    readonly number: number,
  ) {
    this.book = judgement.book;
    this.where = new TableFinder(judgement.cells);
  }

  /** False when something else is already wrong there: then the fault is not planted. */
  claim(...things: readonly string[]): boolean {
    if (things.some((thing) => this.taken.has(thing))) return false;
    for (const thing of things) this.taken.add(thing);
    return true;
  }

  /** A unit with which nothing is wrong yet; null when there is none. */
  freeUnit(): string | null {
    const free = this.book.units.filter(({ id }) => !this.taken.has(id));
    return free.length === 0 ? null : this.random.pick(free).id;
  }

  /** The cell of a bloc score. */
  score(unit: string, code: string): Place {
    const place = this.column(unit).entries.get(code)?.place;
    if (place === undefined) throw new Error(`no score ${unit} ${code}`);
    return place;
  }

  /** The value's cell of a row of `Thông tin`. */
  info(row: Parameters<TableFinder['info']>[0]): Place {
    const place = this.where.info(row);
    if (place === null) throw new Error('no sheet Thông tin');
    return place;
  }

  value(unit: string, code: string): number {
    const entry = this.column(unit).entries.get(code);
    if (entry?.kind !== 'number') throw new Error(`no number ${unit} ${code}`);
    return Number(entry.value);
  }

  /** The cell of a sum: a parent's code, "" for the total. */
  stated(unit: string, code: string): { readonly place: Place; readonly value: number } {
    const entry = this.column(unit).stated.get(code);
    if (entry?.kind !== 'number') throw new Error(`no sum ${unit} ${code}`);
    return { place: entry.place, value: Number(entry.value) };
  }

  private column(unit: string): Book['scores'][number] {
    const column = this.book.scores.find((scores) => scores.unit === unit && scores.level === 'bloc');
    if (column === undefined) throw new Error(`no column ${unit}`);
    return column;
  }

  /** A cell of a table's row, known by the row's key. */
  cell(sheet: SheetKey, key: string, column: string): Place {
    const rows: Partial<Record<SheetKey, readonly (readonly [string, Place])[]>> = {
      criteria: this.book.criteria.map(({ code, place }) => [code, place]),
      units: this.book.units.map(({ id, place }) => [id, place]),
      awards: this.book.awards.map(({ id, place }) => [id, place]),
      conditions: this.book.conditions.map(({ id, place }) => [id, place]),
      bands: this.book.bands.map(({ name, place }) => [name, place]),
      data: this.book.data.map(({ unit, criterion, place }) => [`${unit} ${criterion}`, place]),
      ballots: this.book.ballots.map(({ ballot, unit, place }) => [`${ballot} ${unit}`, place]),
    };
    const place = rows[sheet]?.find(([code]) => code === key)?.[1];
    if (place === undefined) throw new Error(`no row ${key} in ${sheet}`);
    return this.where.cell(sheet, place, column);
  }
}
