/**
 * Reads a form that came back. Nothing in it passes in silence: each cell with contents is an answer, stands there as
 * it was sent out, or is said.
 */
import type { Book, Place, UnitId } from '../../rules';
import type { SheetCells, WorkbookCells } from '../../sheets/cells';
import { isBlankCell } from '../../sheets/shown-cell';
import { FormAnswers, type FormAnswer } from './form-answers';
import { headerRowOfForm, type FormExpected } from './form-head';
import { FormInHand } from './form-in-hand';
import type { FormFault, FormProblem } from './form-problem';
import { formStampText, parseFormStamp, type FormStamp } from './form-stamp';
import { FormTable } from './form-table';

export interface FormReading {
  /** Who filled it in; null where that cannot be known. */
  readonly unit: UnitId | null;
  readonly answers: readonly FormAnswer[];
  readonly problems: readonly FormProblem[];
}

export function readForm(book: Book, cells: WorkbookCells, expected: FormExpected): FormReading {
  const found = cells.sheets.flatMap((sheet) => {
    const stamps = stampsOf(sheet);
    return stamps.length === 0 ? [] : [{ sheet, stamps }];
  });
  const [form, second] = found;
  const only = (code: FormFault, place: Place | null, received?: string): FormReading => ({
    unit: null,
    answers: [],
    problems: [{ kind: 'fault', code, place, ...(received === undefined ? {} : { received }) }],
  });
  if (form === undefined) return only('no-form', null);
  const place = { sheet: form.sheet.name, row: 0, column: 0 };
  if (second !== undefined) return only('two-forms', { ...place, sheet: second.sheet.name });
  const [stamp, other] = form.stamps;
  if (stamp === undefined || stamp === 'newer' || other === 'newer') return only('newer-form', place);
  const inHand = new FormInHand(book, cells, form.sheet, stamp);
  if (other !== undefined && formStampText(other) !== formStampText(stamp)) inHand.fault('stamp-changed', place);
  const answers = new FormAnswers(inHand);
  // A form that is not for this bloc, year, unit or purpose has nothing more to say.
  const headerRow = headerRowOfForm(inHand, expected);
  if (headerRow !== null) new FormTable(inHand, answers).read(headerRow);
  sayOtherSheets(inHand);
  return { unit: inHand.unit?.id ?? null, answers: answers.answers, problems: inHand.problems };
}

/** The stamps of a sheet: of its hidden name, and the one that is printed. */
function stampsOf(sheet: SheetCells): (FormStamp | 'newer')[] {
  const printed = sheet.rows.flatMap((row) =>
    (row ?? []).flatMap((cell) => {
      const stamp = typeof cell?.value === 'string' ? parseFormStamp(cell.value) : null;
      return stamp === null ? [] : [stamp];
    }),
  );
  const hidden = parseFormStamp(sheet.stamp);
  return [...(hidden === null ? [] : [hidden]), ...printed];
}

function sayOtherSheets(form: FormInHand): void {
  const { workbook } = form;
  if (workbook.comments === true) form.note('comments', form.place(0, 0));
  for (const sheet of workbook.sheets)
    if (
      sheet !== form.sheet &&
      (sheet.cellless === true || sheet.rows.some((row) => row?.some((cell) => !isBlankCell(cell)) === true))
    )
      form.note('sheet-unread', { sheet: sheet.name, row: 0, column: 0 }, { received: sheet.name });
}
