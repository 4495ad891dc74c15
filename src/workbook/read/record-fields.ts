/** The fields that the columns of a record read by themselves, one by one in the order of the layout. */
import type { Entry, Issue, Numeral, Place, Quota } from '../../rules';
import type { CellReading, FieldsRead, PlacesRead, RowColumn, Words } from '../layout';
import type { Touches } from './findings';
import { QUOTA_EXPECTED, readQuota } from './quota';
import type { Fault, Reader } from './reader';
import type { TableRow } from './table-row';

/** Columns, whatever row they are of. */
type Columns<Key extends string> = Readonly<
  Record<
    Key,
    Pick<RowColumn<object>, 'placed' | 'printed'> & { readonly read: ((cell: CellReading) => object) | 'reader' }
  >
>;

/** What is broken in a record: what it touches, and of whom it is said. */
export interface OfRecord {
  readonly code: string;
  readonly touches: Touches;
  readonly about?: Partial<Pick<Issue, 'award' | 'unit' | 'criterion'>>;
}

export function readFields<Key extends string, Read extends Columns<Key>>(
  reader: Reader,
  row: TableRow<Key>,
  columns: Read & Columns<Key>,
  of: OfRecord,
): FieldsRead<Read> {
  const fields = {};
  for (const [key, read] of shapeOf<Key>(columns).reading)
    Object.assign(fields, read(new RecordCell(reader, row, key, of)));
  // Put together of what each of them gives.
  return fields as FieldsRead<Read>;
}

/** Where the cells stand that the row keeps the place of, as far as the sheet has their columns. */
export function placesOf<Key extends string, Read extends Columns<Key>>(
  row: TableRow<Key>,
  columns: Read & Columns<Key>,
): PlacesRead<Read> {
  const places: Record<string, Place> = {};
  for (const key of shapeOf<Key>(columns).placed) if (row.has(key)) places[key] = row.place(key);
  return places as PlacesRead<Read>;
}

const columnsOf = <Key extends string>(columns: Columns<Key>): [Key, Columns<Key>[Key]][] =>
  Object.entries(columns) as [Key, Columns<Key>[Key]][];

/** Which columns of a kind of row are read by themselves, and which the row keeps the place of. */
interface Shape<Key extends string> {
  readonly reading: readonly (readonly [Key, (cell: CellReading) => object])[];
  readonly placed: readonly Key[];
}

/** By the columns: told once for each kind of row, for a book has thousands of rows. */
const shapes = new WeakMap<object, Shape<string>>();

function shapeOf<Key extends string>(columns: Columns<Key>): Shape<Key> {
  const known = shapes.get(columns) as Shape<Key> | undefined;
  if (known !== undefined) return known;
  const shape: Shape<Key> = {
    reading: columnsOf(columns).flatMap(([key, { read }]) => (read === 'reader' ? [] : [[key, read] as const])),
    placed: keysOf(columns, ({ placed }) => placed === true),
  };
  shapes.set(columns, shape);
  return shape;
}

/** The keys of columns for which something holds. */
export function keysOf<Key extends string>(
  columns: Columns<Key>,
  holds: (column: Columns<Key>[Key], key: Key) => boolean,
): readonly Key[] {
  return columnsOf(columns).flatMap(([key, column]) => (holds(column, key) ? [key] : []));
}

class RecordCell<Key extends string> implements CellReading {
  readonly code: string;
  readonly exists: boolean;

  constructor(
    private readonly reader: Reader,
    private readonly row: TableRow<Key>,
    private readonly key: Key,
    private readonly of: OfRecord,
  ) {
    this.code = of.code;
    this.exists = row.has(key);
  }

  private fault(code: Fault['code'], expected?: string): Fault {
    return { code, touches: this.of.touches, ...(expected === undefined ? {} : { expected }) };
  }

  text(): string | null {
    return this.reader.text(this.row, this.key);
  }

  word<Meaning extends string>(words: Words<Meaning>): Meaning | null {
    return this.reader.word(this.row, this.key, words, this.fault('setting-invalid')) ?? null;
  }

  yesNo(): boolean | null {
    return this.reader.yesNo(this.row, this.key, this.fault('setting-invalid')) ?? null;
  }

  positive(): Numeral | null {
    const isPositive = (value: Numeral): boolean => Number(value) > 0;
    return this.reader.number(this.row, this.key, this.fault('setting-invalid', '> 0'), isPositive) ?? null;
  }

  places(): Numeral | null {
    const isWhole = (value: Numeral): boolean => /^\d+$/u.test(value);
    return this.reader.number(this.row, this.key, this.fault('quota-invalid', '>= 0'), isWhole) ?? null;
  }

  quota(): Quota | null {
    return readQuota(this.reader, this.row, this.key, this.fault('quota-invalid'));
  }

  neededQuota(): Quota {
    const quota = this.quota();
    if (quota !== null) return quota;
    if (this.row.has(this.key)) {
      const details = { received: '', expected: QUOTA_EXPECTED, ...this.of.about };
      this.reader.findings.say('quota-invalid', this.row.place(this.key), details, this.of.touches);
    }
    return { kind: 'invalid' };
  }

  day(): string | null {
    return this.reader.day(this.row, this.key);
  }

  entry(words = false): Entry {
    return this.row.entry(this.key, words);
  }
}
