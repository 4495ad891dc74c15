/** The files that came back, each read by itself: which are taken, and what is said of the others. */
import type { Book, Level, UnitId } from '../../rules';
import type { WorkbookCells } from '../../sheets/cells';
import { unsafeFinding } from '../change';
import { fail, ok, type DoorProblem, type Result } from '../../sheets/door';
import { levelHeader } from '../layout';
import type { FormAnswer } from './form-answers';
import { isFault, type FormProblem } from './form-problem';
import type { FormKind } from './form-stamp';
import { levelNamed, presentLevels, type FormsRefusal } from './make-forms';
import { readForm, type FormReading } from './read-form';

/** Which forms are collected. */
export interface ExpectedForms {
  readonly kind: FormKind;
  /** The level that their points go to. */
  readonly level: Level;
}

/** `level`: in the words of the sheet; of own forms `Tự chấm` unless said otherwise, of peers' always said. */
export function expectedForms(
  book: Book,
  { kind, level }: { readonly kind: FormKind; readonly level?: string | undefined },
): Result<ExpectedForms, FormsRefusal> {
  const unsafe = unsafeFinding(book.findings);
  if (unsafe !== undefined) return fail({ code: 'unsafe-before', issue: unsafe });
  if (kind === 'peer' && level === undefined)
    return fail({
      code: 'level-needed',
      what: '',
      known: presentLevels(book).map((one) => levelHeader(one, book.info.kind)),
    });
  const named = levelNamed(book, level ?? null);
  return typeof named === 'object' ? fail(named) : ok({ kind, level: named });
}

/** What a file says; a stranger's file, so it is read where it can be ended without ending anything else. */
export type FileReading = Result<FormReading, DoorProblem>;

export const readReturned = (
  book: Book,
  { kind, level }: ExpectedForms,
  cells: Result<WorkbookCells, DoorProblem>,
): FileReading => (cells.ok ? ok(readForm(book, cells.value, { kind, level: kind === 'own' ? level : null })) : cells);

/** A file that came back, by its name. */
export interface ReturnedFile {
  readonly name: string;
  readonly reading: FileReading;
}

export interface CollectedFile {
  readonly name: string;
  readonly unit: UnitId | null;
  readonly isTaken: boolean;
  /** Answers that are not blank. */
  readonly answered: number;
  readonly problems: readonly FormProblem[];
}

export interface TakenForm {
  readonly file: string;
  readonly answers: readonly FormAnswer[];
}

/** By unit what counts, and of each file what became of it. */
export function takeForms(returned: readonly ReturnedFile[]): {
  readonly files: CollectedFile[];
  readonly answers: Map<UnitId, TakenForm>;
} {
  const read = returned.map(({ name, reading }) => ({
    name,
    ...(reading.ok
      ? reading.value
      : { unit: null, answers: [], problems: [{ kind: 'file', problem: reading.error } as const] }),
  }));
  const answers = new Map<UnitId, TakenForm>();
  const files = read.map(({ name, unit, answers: own, problems }): CollectedFile => {
    const answered = own.filter(({ cell }) => cell !== undefined).length;
    const about = { name, unit, answered };
    if (unit === null || problems.some(isFault)) return { ...about, isTaken: false, problems };
    const others = read.filter((other) => other.unit === unit && other.name !== name && !other.problems.some(isFault));
    const different = others.find((other) => contentOf(other.answers) !== contentOf(own));
    if (different !== undefined) {
      const fault = { kind: 'fault', code: 'unit-twice', place: null, received: different.name } as const;
      return { ...about, isTaken: false, problems: [...problems, fault] };
    }
    const first = answers.get(unit);
    if (first !== undefined) {
      const note = { kind: 'note', code: 'same-file', place: null, received: first.file } as const;
      return { ...about, isTaken: false, problems: [...problems, note] };
    }
    answers.set(unit, { file: name, answers: own });
    return { ...about, isTaken: true, problems };
  });
  return { files, answers };
}

const contentOf = (answers: readonly FormAnswer[]): string =>
  JSON.stringify(
    answers
      .map(({ unit, criterion, field, cell }) => [unit, criterion, field, cell?.value ?? null, cell?.format ?? null])
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  );
