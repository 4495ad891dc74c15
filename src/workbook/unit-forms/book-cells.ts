/** Where the answers of forms stand in the bloc's book: what is there now, and how it is written. */
import { compareNumerals, type CriterionCode, type DataRow, type Level, type Place, type UnitId } from '../../rules';
import type { Cell } from '../../sheets/cells';
import type { Draft } from '../change/draft';
import { placesOf, type Places } from '../change/places';
import type { Judgement } from '../judgement';
import { entryOf } from '../read/cell';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import { fold } from '../../base/folding';
import type { FormField } from './form-columns';

/**
 * `new`: the book's cell was blank. `same`: it says so already. `differs`: it says something else. `kept`: the form
 * leaves blank what the book holds; the book's stays. `nowhere`: the book has no cell for it.
 */
export type CellState = 'new' | 'same' | 'differs' | 'kept' | 'nowhere';

export interface CollectedCell {
  readonly unit: UnitId;
  readonly criterion: CriterionCode;
  readonly field: FormField;
  readonly state: CellState;
  /** The form's cell; null of a mean. */
  readonly from: { readonly file: string; readonly place: Place } | null;
  /** The book's cell, as it lies afterwards; null where there is none. */
  readonly place: Place | null;
  /** As people see them. */
  readonly was: string;
  readonly is: string;
}

/** What a cell of the book is to hold. */
export interface CellWish extends Pick<CollectedCell, 'unit' | 'criterion' | 'field' | 'from'> {
  readonly cell: Cell | undefined;
}

export interface Compared {
  readonly wish: CellWish;
  readonly cell: CollectedCell;
}

export class BookCells {
  /** Where what was written lies, by its wish. */
  readonly placed = new Map<CellWish, Place>();
  private readonly places: Places;
  private readonly columns: ReadonlyMap<UnitId, number>;
  private readonly rows: ReadonlyMap<string, readonly DataRow[]>;

  constructor(
    private readonly judged: Judgement,
    level: Level,
  ) {
    this.places = placesOf(judged.cells);
    this.columns = new Map(
      (this.places.matrix?.blocks ?? []).flatMap(({ columns }) =>
        columns.flatMap((column) => (column.level === level ? [[column.unit, column.column] as const] : [])),
      ),
    );
    const rows = new Map<string, DataRow[]>();
    for (const row of judged.book.data) {
      const key = keyOf(row);
      rows.set(key, [...(rows.get(key) ?? []), row]);
    }
    this.rows = rows;
  }

  private get table() {
    return this.places.reader.table('data', null);
  }

  compare(wish: CellWish): Compared {
    const { date1904 } = this.judged.cells;
    const is = shownText(wish.cell, date1904);
    const of = (state: CellState, place: Place | null, was = ''): Compared => {
      const { unit, criterion, field, from } = wish;
      return { wish, cell: { unit, criterion, field, from, state, place, was, is } };
    };
    const place = this.placeOf(wish);
    if (place === 'nowhere') return of(wish.cell === undefined ? 'same' : 'nowhere', null);
    if (place === 'several') {
      const texts = this.textsOf(wish);
      const was = texts.join('\n');
      return of(
        wish.cell === undefined
          ? was === ''
            ? 'same'
            : 'kept'
          : fold(is) === fold(was) || texts.some((text) => fold(text) === fold(is))
            ? 'same'
            : 'nowhere',
        null,
        was,
      );
    }
    const there = place === null ? undefined : this.cellAt(place);
    const was = shownText(there, date1904);
    if (wish.cell === undefined) return of(isBlankCell(there) ? 'same' : 'kept', place, was);
    if (isBlankCell(there)) return of('new', place);
    return of(isSame(there, wish.cell, date1904) ? 'same' : 'differs', place, was);
  }

  private cellAt({ sheet, row, column }: Place): Cell | undefined {
    return this.judged.cells.sheets.find(({ name }) => name === sheet)?.rows[row]?.[column];
  }

  /** Null: a row that is still to come. `several`: more rows than one speak of it. */
  private placeOf({ unit, criterion, field }: CellWish): Place | null | 'nowhere' | 'several' {
    if (field === 'score') {
      const { matrix } = this.places;
      const [row, column] = [matrix?.rowOf.get(criterion), this.columns.get(unit)];
      return matrix === null || row === undefined || column === undefined
        ? 'nowhere'
        : { sheet: matrix.sheet.name, row, column };
    }
    const column = this.table?.columns.get(field);
    if (this.table === null || column === undefined) return 'nowhere';
    const [row, other] = this.rows.get(keyOf({ unit, criterion })) ?? [];
    if (other !== undefined) return 'several';
    return row === undefined ? null : { ...row.place, column };
  }

  private textsOf({ unit, criterion, field }: CellWish): string[] {
    if (field !== 'evidence' && field !== 'remark') return [];
    return (this.rows.get(keyOf({ unit, criterion })) ?? []).flatMap((row) => row[field] ?? []);
  }

  write(draft: Draft, compared: readonly Compared[], door: 'file' | 'excel'): void {
    const coming = new Map<string, number>();
    for (const { wish } of compared)
      if (this.placeOf(wish) === null && !coming.has(keyOf(wish))) coming.set(keyOf(wish), coming.size);
    const first = coming.size === 0 ? 0 : this.makeRows(draft, coming.size, door);
    const begun = new Set<string>();
    for (const { wish } of compared) {
      const key = keyOf(wish);
      const at = first + (coming.get(key) ?? 0);
      const place = this.placeOf(wish) ?? this.placeInRow(at, wish.field);
      if (typeof place === 'string' || wish.cell === undefined) continue;
      if (coming.has(key) && wish.field !== 'score' && !begun.has(key)) {
        begun.add(key);
        this.beginRow(draft, at, wish);
      }
      this.placed.set(wish, place);
      const { value, formula, format } = wish.cell;
      if (formula !== undefined) draft.setFormula(place, formula);
      else if (typeof value !== 'object') draft.set(place, value, format);
    }
  }

  private placeInRow(row: number, field: FormField): Place | 'nowhere' {
    const column = field === 'score' ? undefined : this.table?.columns.get(field);
    return this.table === null || column === undefined ? 'nowhere' : { sheet: this.table.sheet.name, row, column };
  }

  private beginRow(draft: Draft, row: number, { unit, criterion }: CellWish): void {
    const [own, of] = [this.table?.columns.get('unit'), this.table?.columns.get('criterion')];
    if (this.table === null || own === undefined || of === undefined) return;
    const sheet = this.table.sheet.name;
    draft.set({ sheet, row, column: own }, unit);
    // A code such as 1.10 must stay what it is.
    draft.set({ sheet, row, column: of }, criterion, '@');
  }

  /** Room for so many records below the last one; the first row of it. */
  private makeRows(draft: Draft, count: number, door: 'file' | 'excel'): number {
    const { table } = this;
    if (table === null) return 0;
    const { rows } = table.sheet;
    const [own, of] = [table.columns.get('unit') ?? -1, table.columns.get('criterion') ?? -1];
    const isRecord = (_: unknown, row: number): boolean =>
      row > table.lastHeaderRow && [own, of].every((column) => !isBlankCell(rows[row]?.[column]));
    const last = rows.findLastIndex(isRecord);
    const at = Math.max(last, table.lastHeaderRow) + 1;
    if (door === 'excel') return at;
    // The rows that look right are the last record, or the blank row to be filled, and then the new ones themselves.
    const like = last > table.lastHeaderRow ? last : at;
    let made = 0;
    while (made < count) {
      const size = Math.min(count - made, like === last ? made + 1 : Math.max(1, made));
      draft.insert('rows', { sheet: table.sheet.name, at, count: size, like: like === last ? last : at });
      made += size;
    }
    return at;
  }
}

const keyOf = ({ unit, criterion }: Pick<DataRow, 'unit' | 'criterion'>): string => `${unit}\n${criterion}`;

/** Whether two cells say the same, however they are stored. */
function isSame(there: Cell | undefined, wished: Cell, date1904: boolean): boolean {
  // The points in a mean's formula say what it is of.
  if (there?.formula !== undefined && wished.formula !== undefined) return there.formula === wished.formula;
  const place = { sheet: '', row: 0, column: 0 };
  const [one, other] = [there, wished].map((cell) => entryOf(cell, place, date1904));
  if (one?.kind === 'number' && other?.kind === 'number')
    return compareNumerals(one.value, other.value) === 0 && (one.percent ?? false) === (other.percent ?? false);
  if (one?.kind === 'yesno' && other?.kind === 'yesno') return one.value === other.value;
  if (one?.kind === 'text' && other?.kind === 'text') return one.text === other.text;
  return one?.kind === 'na' && other?.kind === 'na';
}
