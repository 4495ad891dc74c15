/** What came of collecting, in words: for the command line, the page and the pane. */
import { blocKind, bookNames, cellName, nameIssue, type Book, type BookNames, type Place } from '../../rules';
import { formatScore, inKind, issueText, problemText, type Lang } from '../../text';
import { formFaultText, formNoteText, formText, type FormSentence } from '../../text/forms';
import { refusalText } from '../change/words';
import { levelHeader, NOT_APPLICABLE, SHEETS, YES_NO } from '../layout';
import type { CollectedCell } from './book-cells';
import type { Collected } from './collect-forms';
import { isFault, type FormProblem } from './form-problem';
import type { FormsRefusal } from './make-forms';
import type { Given, PeerMean } from './peer-means';
import type { CollectedFile } from './returned-forms';

export function formsRefusalText(refusal: FormsRefusal, lang: Lang): string {
  if (refusal.code === 'few-units') return formText(refusal.code, lang);
  if ('known' in refusal) return formText(refusal.code, lang, { what: refusal.what, known: refusal.known.join(', ') });
  return refusalText(refusal, lang);
}

const at = ({ sheet, ...cell }: Place): string => `${sheet}!${cellName(cell)}`;

/** One sentence, the form's cell first where it is about one. */
export function formProblemText(problem: FormProblem, book: Book, lang: Lang): string {
  if (problem.kind === 'file') {
    const { what, next } = problemText(problem.problem, lang);
    return `${what} ${next}`;
  }
  if (problem.kind === 'cell') {
    const issue = nameIssue(problem.issue, bookNames(book));
    return `${issue.place === null ? '' : `${at(issue.place)}: `}${issueText(issue, lang).what}`;
  }
  const { place, received, expected, what } = problem;
  const values = {
    ...(place === null ? {} : { sheet: place.sheet }),
    ...(received === undefined ? {} : { received }),
    ...(expected === undefined ? {} : { expected: numberText(expected, lang) }),
    ...(what === undefined ? {} : { what }),
  };
  const sentence =
    problem.kind === 'fault' ? formFaultText(problem.code, lang, values) : formNoteText(problem.code, lang, values);
  return `${place === null ? '' : `${at(place)}: `}${inKind(sentence, blocKind(book.info), lang)}`;
}

const numberText = (text: string, lang: Lang): string =>
  /^-?\d+\.\d+$/.test(text) ? formatScore(text, null, lang) : text;

/** What became of a file: its line, then one of each thing to be said of it. */
export interface FileReport {
  readonly isFaulty: boolean;
  readonly lines: readonly string[];
}

export function fileReports(book: Book, collected: Collected, lang: Lang): FileReport[] {
  const names = bookNames(book);
  return collected.files.map((file) => ({
    isFaulty: file.problems.some(isFault),
    lines: fileLine(book, names, collected, file, lang),
  }));
}

function fileLine(book: Book, names: BookNames, { kind, cells }: Collected, file: CollectedFile, lang: Lang): string[] {
  const faults = file.problems.filter(isFault);
  const say = (problem: FormProblem): string => formProblemText(problem, book, lang);
  const unit = file.unit === null ? {} : { unit: names.unit(file.unit) };
  if (faults.length > 0)
    return faults.map((problem) => formText('faulty', lang, { file: file.name, why: say(problem), ...unit }));
  const notes = file.problems.map((problem) => formText('note', lang, { file: file.name, why: say(problem) }));
  if (!file.isTaken) return notes;
  const count = (state: CollectedCell['state']): number =>
    cells.filter((cell) => cell.from?.file === file.name && cell.state === state).length;
  const some = (name: 'kept' | 'nowhere'): Readonly<Record<string, string>> =>
    count(name) === 0 ? {} : { [name]: String(count(name)) };
  return [
    kind === 'peer'
      ? formText('takenPeer', lang, { file: file.name, ...unit, answers: String(file.answered) })
      : formText('taken', lang, {
          file: file.name,
          ...unit,
          filled: String(count('new')),
          differs: String(count('differs')),
          same: String(count('same')),
          ...some('kept'),
          ...some('nowhere'),
        }),
    ...notes,
  ];
}

export function missingLine(book: Book, { missing }: Collected, lang: Lang): string {
  const names = bookNames(book);
  return missing.length === 0
    ? formText('complete', lang)
    : formText('missing', lang, {
        n: String(missing.length),
        units: missing.map((unit) => names.unit(unit)).join('; '),
      });
}

/** The cells of some states, each with what it held and what the form says. */
export function cellLines(
  book: Book,
  { cells, level }: Collected,
  states: readonly CollectedCell['state'][],
  lang: Lang,
): string[] {
  const names = bookNames(book);
  return cells
    .filter(({ state }) => states.includes(state))
    .map((cell) =>
      formText(cell.state === 'new' || cell.state === 'same' ? 'fresh' : cell.state, lang, {
        place: cell.place === null ? formText('newRow', lang) : at(cell.place),
        unit: names.unit(cell.unit),
        what: `${names.criterion(cell.criterion)} – ${fieldName(cell.field, book, level)}`,
        was: shown(cell.was, lang),
        is: shown(cell.is, lang),
        ...(cell.from === null ? {} : { from: `${cell.from.file}, ${at(cell.from.place)}` }),
      }),
    );
}

const shown = (text: string, lang: Lang): string => numberText(text, lang);

const fieldName = (field: CollectedCell['field'], { info }: Book, level: Collected['level']): string =>
  field === 'score' ? levelHeader(level, blocKind(info)) : SHEETS.data.columns[field].header;

/** How each mean came about, or why it did not; those that wait for the same scorers in one line, first. */
export function meanLines(book: Book, means: readonly PeerMean[], lang: Lang): string[] {
  const names = bookNames(book);
  const waiting = new Map<string, number>();
  for (const { state, missing } of means)
    if (state === 'missing') waiting.set(missing.join('\n'), (waiting.get(missing.join('\n')) ?? 0) + 1);
  const groups = [...waiting].map(([missing, n]) =>
    formText('meansMissing', lang, {
      n: String(n),
      missing: missing
        .split('\n')
        .map((unit) => names.unit(unit))
        .join('; '),
    }),
  );
  const known = means
    .filter(({ state }) => state !== 'missing')
    .map((mean) => {
      const left = mean.given.some(({ isCounted }) => !isCounted);
      return formText(sentenceOf(mean, left), lang, {
        unit: names.unit(mean.unit),
        what: names.criterion(mean.criterion),
        given: mean.given.map((one) => gaveText(one, names, lang)).join('; '),
        n: String(mean.given.filter(({ isCounted }) => isCounted).length),
        mean: meanText(mean, lang),
      });
    });
  return [...groups, ...known];
}

function sentenceOf({ state, exact }: PeerMean, left: boolean): FormSentence {
  switch (state) {
    case 'mean':
      return exact === null ? 'meanNa' : left ? 'meanLeft' : 'mean';
    case 'missing':
      return 'meansMissing';
    case 'mixed':
      return 'meanMixed';
    case 'split':
      return 'meanSplit';
    case 'few':
      return 'meanFew';
  }
}

/** "8,33" of an exact 25/3 that the regulation rounds to two decimals; the fraction behind it. */
function meanText({ mean, exact }: PeerMean, lang: Lang): string {
  if (mean === null || exact === null) return NOT_APPLICABLE[0];
  const text = formatScore(mean, null, lang);
  return exact === mean && !exact.includes('/') ? text : `${text} (${exact.replace('.', lang === 'vi' ? ',' : '.')})`;
}

function gaveText({ scorer, entry, isCounted }: Given, names: BookNames, lang: Lang): string {
  const points =
    entry.kind === 'number'
      ? formatScore(entry.value, null, lang)
      : entry.kind === 'yesno'
        ? YES_NO[entry.value ? 'yes' : 'no'][0]
        : NOT_APPLICABLE[0];
  return formText(isCounted ? 'gave' : 'left', lang, { unit: names.unit(scorer), points });
}
