/** `thidua collect --json`: what came of each file, each cell and each mean (format `thidua/collection@1`). */
import { cellName, type Book, type Place } from '../rules';
import type { Lang } from '../text';
import { levelHeader } from '../workbook/layout';
import { formProblemText, isFault, type Collected } from '../workbook/unit-forms';

const placeText = (place: Place | null): string | null => (place === null ? null : `${place.sheet}!${cellName(place)}`);

/** `out`: where it was written; null: nothing was. */
export function collectedJson(file: string, book: Book, collected: Collected, out: string | null, lang: Lang): unknown {
  const { kind, level, files, missing, cells, means, undecided } = collected;
  return {
    format: 'thidua/collection@1',
    file,
    written: out,
    kind: kind === 'own' ? 'unit' : 'peers',
    level: levelHeader(level, book.info.kind),
    files: files.map(({ name, unit, isTaken, answered, problems }) => ({
      file: name,
      unit,
      taken: isTaken,
      answers: answered,
      problems: problems.map((problem) => ({
        code:
          problem.kind === 'cell' ? problem.issue.code : problem.kind === 'file' ? problem.problem.code : problem.code,
        fault: isFault(problem),
        cell: placeText(problem.kind === 'cell' ? problem.issue.place : problem.kind === 'file' ? null : problem.place),
        message: formProblemText(problem, book, lang),
      })),
    })),
    missing,
    undecided,
    // Cells that say the same on both sides are left out.
    cells: cells
      .filter(({ state }) => state !== 'same')
      .map(({ unit, criterion, field, state, from, place, was, is }) => ({
        unit,
        criterion,
        field,
        state,
        cell: placeText(place),
        from: from === null ? null : { file: from.file, cell: placeText(from.place) },
        was,
        is,
      })),
    means: means.map(({ unit, criterion, state, exact, mean, given, missing: open }) => ({
      unit,
      criterion,
      state,
      exact,
      mean,
      given: given.map(({ scorer, entry, isCounted }) => ({
        scorer,
        value: entry.kind === 'number' ? entry.value : entry.kind === 'yesno' ? entry.value : entry.kind,
        counted: isCounted,
      })),
      missing: open,
    })),
  };
}
