/** What a judgement comes to, and what it says: the two things that a change may alter only together. */
import type { Issue } from '../../src/rules';
import type { WorkbookCells } from '../../src/sheets/cells';
import { judge, type Judgement } from '../../src/workbook/job';
import type { Touched } from './change';

/**
 * Totals, ranks, grades, awards, the bloc's name and its leaders. Units and awards count by their names, grades by
 * their places: a code that stands nowhere else may be any.
 */
export function outcomeOf({ book, evaluation }: Judgement): string {
  const { name, leader, deputy, nextLeader, nextDeputy } = book.info;
  const names = new Map(book.units.map((unit) => [unit.id, unit.name]));
  const grades = new Map(book.bands.map((band, at) => [band.name, at]));
  const named = (ids: readonly string[]): string[] => ids.map((id) => names.get(id) ?? id).sort();
  return JSON.stringify({
    units: [...evaluation.units]
      .map(({ name: unit, total, rank, grade, notRanked }) => [
        unit,
        total,
        rank,
        grade === null ? null : (grades.get(grade) ?? grade),
        notRanked,
      ])
      .sort(),
    awards: evaluation.awards.map(({ name: award, status, units, tied, places }) => [
      award,
      status,
      named(units),
      named(tied),
      places,
    ]),
    bloc: [name, ...[leader, deputy, nextLeader, nextDeputy].map((id) => (id === null ? null : named([id])))],
    elections: evaluation.elections.map(({ counts, ...election }) => ({
      ...election,
      counts: counts.map(({ unit, ...count }) => ({ ...count, unit: named([unit]) })),
    })),
  });
}

const isLoud = ({ severity }: Issue): boolean => severity !== 'info';

const keyOf = ({ code, place, received, expected }: Issue): string =>
  JSON.stringify([code, place?.sheet, received, expected]);

/** The findings at error or warning that stood not there before. Rows may have moved: of several alike, one more makes each of them possibly the new one. */
export function newFindings(before: readonly Issue[], after: readonly Issue[]): Issue[] {
  const [known, now] = [before, after].map((issues) => {
    const counts = new Map<string, number>();
    for (const issue of issues.filter(isLoud)) counts.set(keyOf(issue), (counts.get(keyOf(issue)) ?? 0) + 1);
    return counts;
  });
  return after.filter(isLoud).filter((issue) => (now?.get(keyOf(issue)) ?? 0) > (known?.get(keyOf(issue)) ?? 0));
}

/** Whether a finding names what was changed: its sheet and there its row or column, or a word that stands or stood there. */
function names({ place, received, expected, params }: Issue, touched: Touched): boolean {
  const told = [received, expected, place?.sheet, ...Object.values(params ?? {})].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
  if (touched.words.some((word) => word !== '' && told.some((text) => text === word || text.includes(word))))
    return true;
  if (place?.sheet !== touched.sheet) return false;
  if (touched.row === undefined && touched.column === undefined) return true;
  return (
    [touched.row, touched.rowBefore].some((row) => row !== undefined && Math.abs(place.row - row) <= 1) ||
    (touched.column !== undefined && place.column === touched.column)
  );
}

export interface Sound {
  readonly judgement: Judgement;
  readonly outcome: string;
}

export function soundOf(cells: WorkbookCells): Sound {
  const judgement = judge(cells);
  return { judgement, outcome: outcomeOf(judgement) };
}

export type Verdict = 'same' | 'said' | 'silent';

/** A changed outcome without a new finding that names the change is `silent`. */
export function verdictOf(sound: Sound, judgement: Judgement, touched: Touched): Verdict {
  if (outcomeOf(judgement) === sound.outcome) return 'same';
  return newFindings(sound.judgement.evaluation.issues, judgement.evaluation.issues).some((issue) =>
    names(issue, touched),
  )
    ? 'said'
    : 'silent';
}
