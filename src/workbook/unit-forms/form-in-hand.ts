/** The sheet of a form that came back, and what is said of it while it is read. */
import type { Book, Place, Unit } from '../../rules';
import type { SheetCells, WorkbookCells } from '../../sheets/cells';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import type { FormFault, FormNote, FormProblem } from './form-problem';
import type { FormStamp } from './form-stamp';

type Details = Partial<Record<'received' | 'expected' | 'what', string>>;

export class FormInHand {
  readonly problems: FormProblem[] = [];
  /** Who filled it in; undefined: nobody of the book. */
  readonly unit: Unit | undefined;

  constructor(
    readonly book: Book,
    readonly workbook: WorkbookCells,
    readonly sheet: SheetCells,
    readonly stamp: FormStamp,
  ) {
    this.unit = book.units.find(({ id }) => id === stamp.unit);
  }

  fault(code: FormFault, place: Place | null, more: Details = {}): void {
    this.problems.push({ kind: 'fault', code, place, ...more });
  }

  note(code: FormNote, place: Place, more: Details = {}): void {
    this.problems.push({ kind: 'note', code, place, ...more });
  }

  place(row: number, column: number): Place {
    return { sheet: this.sheet.name, row, column };
  }

  text(row: number, column: number): string {
    return shownText(this.sheet.rows[row]?.[column], this.workbook.date1904);
  }

  /** The columns of a row that hold something. */
  filledIn(row: number): number[] {
    return [...(this.sheet.rows[row] ?? []).keys()].filter((column) => !isBlankCell(this.sheet.rows[row]?.[column]));
  }

  /** What stands outside of the form. */
  sayUnread(row: number, column: number): void {
    this.note('unread', this.place(row, column), { received: this.text(row, column) });
  }
}
