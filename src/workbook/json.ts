/** The public JSON of an evaluation, format `thidua/evaluation@1` (docs/evaluation.schema.json). */
import {
  cellName,
  isRename,
  type BallotResult,
  type Book,
  type Evaluation,
  type Issue,
  type Place,
  type Reason,
  type IssueFix,
} from '../rules';
import { issueText, type Lang } from '../text';
import { readCounts } from './read-counts';

const EVALUATION_FORMAT = 'thidua/evaluation@1';

/** `file` is the name to show; scores are decimal or fraction texts, places are split into sheet and cell. */
export function evaluationJson(
  book: Book,
  evaluation: Evaluation,
  fingerprint: string,
  file: string,
  lang: Lang,
): object {
  return {
    format: EVALUATION_FORMAT,
    file,
    bloc: { name: book.info.name, year: book.info.year, province: book.info.province },
    fingerprint,
    units: evaluation.units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      sections: Object.fromEntries(unit.sections),
      base: unit.base,
      bonus: unit.bonus,
      deduction: unit.deduction,
      exact: unit.exact,
      total: unit.total,
      possibleTotals: unit.possibleTotals,
      rank: unit.rank,
      tiedWith: unit.tiedWith,
      tieBrokenBy: unit.tieBrokenBy,
      grade: unit.grade,
      gradeProvisional: unit.gradeProvisional,
      notRanked: unit.notRanked,
      provisional: unit.provisional,
    })),
    ties: evaluation.ties,
    awards: evaluation.awards.map((award) => ({
      id: award.id,
      name: award.name,
      places: award.places,
      status: award.status,
      units: award.units,
      tied: award.tied,
      next: award.next,
      fallback: award.fallback,
      postponed: award.postponed,
      why: Object.fromEntries([...award.why].map(([unit, reasons]) => [unit, reasons.map(reasonJson)])),
    })),
    elections: evaluation.elections.map(electionJson),
    outlook: outlookJson(evaluation.outlook),
    read: readJson(book),
    issues: evaluation.issues.map((found) => issueJson(found, lang)),
  };
}

/** What was read of the workbook and what was not, with the counts of what the book holds. */
function readJson(book: Book): object {
  const { units, criteria, conditions, awards, ballots, decisions } = readCounts(book);
  return {
    sheets: book.read?.sheets ?? [],
    notRead: book.read?.notRead ?? [],
    units,
    criteria,
    conditions,
    awards,
    ballots,
    decisions,
  };
}

export function issueJson(found: Issue, lang: Lang): object {
  return {
    code: found.code,
    severity: found.severity,
    ...placeJson(found.place),
    unit: found.unit ?? null,
    criterion: found.criterion ?? null,
    award: found.award ?? null,
    received: found.received,
    expected: found.expected,
    message: issueText(found, lang).what,
    fix: found.fix ? fixJson(found.fix) : null,
  };
}

/** A cell and its new value, or a sheet and its new name. */
const fixJson = (fix: IssueFix): object =>
  isRename(fix) ? { sheet: fix.rename, rename: fix.to } : { ...placeJson(fix.place), value: fix.value };

function reasonJson(reason: Reason): object {
  const { code, condition, expected, actual, basis } = reason;
  return { code, condition, expected, actual, ...placeJson(reason.place), basis };
}

function electionJson(election: BallotResult): object {
  return { ballot: election.ballot, counts: election.counts };
}

/** How things stand; `needs` and `mayLose` are points as decimal texts. */
export function outlookJson({ units, awards }: Evaluation['outlook']): object {
  return {
    units: units.map(({ id, rank, total, empty }) => ({ id, rank, total, empty })),
    awards: awards.map(({ id, settled, open, competing, certain, possible, out }) => ({
      id,
      settled,
      open,
      competing,
      certain,
      possible: possible.map(({ unit, needs, rivals, mayLose }) => ({ unit, needs, rivals, mayLose })),
      out,
    })),
  };
}

function placeJson(place: Place | null): { sheet: string | null; cell: string | null } {
  return place ? { sheet: place.sheet, cell: cellName(place) } : { sheet: null, cell: null };
}
