/** The head of a form that came back: whether it is for this bloc, year, unit and purpose, as it was sent out. */
import type { Level, Place } from '../../rules';
import { inKind } from '../../text';
import { levelHeader } from '../layout';
import { fold } from '../../base/folding';
import type { FormInHand } from './form-in-hand';
import { HEAD_LABELS, REMARKS, TITLES } from './form-sheet';
import { headDigest, headOf, isOfBloc, isOfYear, type FormHead, type FormKind } from './form-stamp';

export interface FormExpected {
  readonly kind: FormKind;
  /** Of own forms. */
  readonly level: Level | null;
}

/** The row of the headers below the head; null where the form is none that can be read on. */
export function headerRowOfForm(form: FormInHand, expected: FormExpected): number | null {
  const head = new HeadReader(form, expected);
  return head.headerRowIfForUs();
}

interface Head {
  readonly headerRow: number;
  readonly values: Readonly<Partial<Record<keyof FormHead, { readonly text: string; readonly place: Place }>>>;
}

const HEAD_KEYS = ['bloc', 'year', 'unit', 'code'] as const;
/** Every form has these. */
const HEADERS_OF_ANY = ['Mã', 'Tiêu chí', 'Điểm tối đa'] as const;

/** A label in the word of either kind of bloc. */
const isLabel = (text: string, label: string): boolean =>
  [label, inKind(label, 'cluster')].some((one) => fold(text) === fold(one));

class HeadReader {
  constructor(
    private readonly form: FormInHand,
    private readonly expected: FormExpected,
  ) {}

  headerRowIfForUs(): number | null {
    const head = this.readHead();
    return head !== null && this.isForUs(head) ? head.headerRow : null;
  }

  /** The head's values with their cells; the header row ends it. */
  private readHead(): Head | null {
    const headerRow = this.headerRow();
    if (headerRow === null) {
      this.form.fault('column-missing', this.form.place(0, 0), { expected: HEADERS_OF_ANY.join(', ') });
      return null;
    }
    const values: Partial<Record<keyof FormHead, { text: string; place: Place }>> = {};
    const known = new Set<number>();
    for (let row = 0; row < headerRow; row++) {
      const filled = this.form.filledIn(row);
      const key = HEAD_KEYS.find((each) =>
        filled.some((column) => isLabel(this.form.text(row, column), HEAD_LABELS[each])),
      );
      if (key === undefined || values[key] !== undefined) continue;
      known.add(row);
      const label = filled.findIndex((column) => isLabel(this.form.text(row, column), HEAD_LABELS[key]));
      const at = filled[label + 1] ?? (filled[label] ?? 0) + 1;
      values[key] = { text: this.form.text(row, at), place: this.form.place(row, at) };
      for (const column of filled.slice(label + 2)) this.form.sayUnread(row, column);
    }
    const ours = new Set([TITLES, REMARKS].map((texts) => fold(texts[this.form.stamp.kind])));
    for (let row = 0; row < headerRow; row++)
      if (!known.has(row))
        for (const column of this.form.filledIn(row))
          if (!ours.has(fold(this.form.text(row, column)))) this.form.sayUnread(row, column);
    return { headerRow, values };
  }

  private headerRow(): number | null {
    const wanted = HEADERS_OF_ANY.map(fold);
    const row = this.form.sheet.rows.findIndex((cells, at) => {
      const texts = new Set((cells ?? []).map((_, column) => fold(this.form.text(at, column))));
      return wanted.every((header) => texts.has(header));
    });
    return row < 0 ? null : row;
  }

  private isForUs({ values }: Head): boolean {
    const { book, stamp } = this.form;
    const { expected } = this;
    const cellOf = (key: keyof FormHead) => values[key] ?? { text: '', place: this.form.place(0, 0) };
    const stopped = this.form.problems.length;
    if (!isOfBloc(stamp, book))
      this.form.fault('other-bloc', cellOf('bloc').place, { received: cellOf('bloc').text, expected: book.info.name });
    if (!isOfYear(stamp, book))
      this.form.fault('other-year', cellOf('year').place, { received: stamp.year, expected: book.info.year });
    if (this.form.problems.length > stopped) return false;
    if (this.form.unit === undefined) {
      this.form.fault('other-unit', cellOf('unit').place, { received: `${cellOf('unit').text} (${stamp.unit})` });
      return false;
    }
    if (stamp.kind !== expected.kind) {
      this.form.fault('other-kind', this.form.place(0, 0), { what: stamp.kind });
      return false;
    }
    if (stamp.level !== expected.level) {
      this.form.fault('other-level', this.form.place(0, 0), {
        received: stamp.level === null ? '' : levelHeader(stamp.level, book.info.kind),
        expected: expected.level === null ? '' : levelHeader(expected.level, book.info.kind),
      });
      return false;
    }
    return this.checkHead(values, headOf(book, this.form.unit));
  }

  /** The head as it was sent out; a unit that the book has renamed since is only told. */
  private checkHead(values: Head['values'], now: FormHead): boolean {
    const written: FormHead = {
      bloc: values.bloc?.text ?? '',
      year: values.year?.text ?? '',
      unit: values.unit?.text ?? '',
      code: values.code?.text ?? '',
    };
    if (headDigest(written) === this.form.stamp.head) {
      if (fold(written.unit) !== fold(now.unit))
        this.form.note('unit-renamed', values.unit?.place ?? this.form.place(0, 0), {
          received: written.unit,
          expected: now.unit,
        });
      return true;
    }
    const changed = HEAD_KEYS.filter((key) => fold(written[key]) !== fold(now[key]));
    for (const key of changed.length === 0 ? (['unit'] as const) : changed)
      this.form.fault('head-changed', values[key]?.place ?? this.form.place(0, 0), {
        received: written[key],
        expected: now[key],
        what: HEAD_LABELS[key],
      });
    return false;
  }
}
