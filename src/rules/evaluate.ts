/** The whole judgement of one book. */
import { itemAt } from '../base/present';
import { awardResults } from './answer/award-results';
import type { Book, UnitId } from './model/book';
import type { Place } from './model/place';
import { checkAttendance } from './checks/check-attendance';
import { canonicalText } from './canonical';
import { checkCells } from './checks/check-cells';
import { checkNearness } from './checks/check-nearness';
import { checkSums } from './checks/check-sums';
import { reportStale } from './order/decisions';
import { ballotResults, electionsOf } from './answer/elections';
import type { Evaluation, UnitResult } from './model/evaluation';
import { howThingsStand } from './certainty/how-things-stand';
import { checkRules } from './checks/lint';
import { openGrades } from './certainty/open-grades';
import { lookAhead } from './certainty/outlook';
import { nameMissing } from './checks/name-missing';
import { bookNames } from './model/names';
import type { Outlook } from './certainty/outlook';
import { prepare } from './prepare';
import type { Prepared } from './prepare';
import * as q from './number/rational';
import { reportNeeded } from './model/needed-ballots';
import { allIssues, openReport } from './model/report';
import { reportUnknownFact } from './conditions/sanctions';
import { toldLater } from './answer/told-later';

/** The units whose rank a completion could still change. */
function provisionalUnits(prepared: Prepared, { bounds, standing }: Outlook): ReadonlySet<number> {
  if (prepared.doubtful) return new Set(prepared.units.keys());
  return new Set(
    bounds?.field.contenders.flatMap(({ unit }, number) => {
      const { best, worst } = itemAt(bounds.ranks, number);
      return best === worst && best === standing.ranking.rankOf.get(unit) ? [] : [unit];
    }) ?? [],
  );
}

function notRankedCode(prepared: Prepared, unit: number): string {
  const { scored, missing, noRank } = itemAt(prepared.units, unit);
  if (scored.recorded) return 'recorded';
  return missing ?? (noRank === null ? 'eligibility-unknown' : 'unit-not-ranked');
}

function unitResults(prepared: Prepared, outlook: Outlook, idOf: (unit: number) => UnitId): UnitResult[] {
  const provisional = provisionalUnits(prepared, outlook);
  const { ranking, grading } = outlook.standing;
  const gradesOpen = openGrades(prepared, outlook);
  const near = new Set(ranking.near.flat());
  const classOf = new Map(ranking.classes.flatMap((tied) => tied.map((unit) => [unit, tied] as const)));
  return prepared.units.map(({ scored, levels, ranking: score, facts, possibleTotals }, unit): UnitResult => {
    const rank = ranking.rankOf.get(unit) ?? null;
    const grades = grading.possible.get(unit) ?? [];
    return {
      id: scored.unit.id,
      name: scored.unit.name,
      sections: new Map(
        prepared.tree.sections.map(({ criterion }) => [
          criterion.code,
          q.formatOptional(facts.points.get(criterion.code) ?? null),
        ]),
      ),
      base: q.formatOptional(facts.base),
      bonus: q.formatOptional(facts.bonus),
      deduction: q.formatOptional(facts.deduction),
      exact: facts.total === null ? null : q.formatOptional(score.exact),
      total: q.formatOptional(facts.total),
      possibleTotals: possibleTotals.map(q.format),
      levels: new Map(
        [...levels].map(([level, own]) => [
          level,
          q.formatOptional(level === prepared.book.settings.rankingLevel ? facts.total : own.total),
        ]),
      ),
      rank,
      tiedWith: (classOf.get(unit) ?? []).filter((other) => other !== unit).map(idOf),
      tieBrokenBy: ranking.brokenBy.get(unit) ?? null,
      grade: grades.length === 1 ? (grades[0] ?? null) : null,
      gradeProvisional: gradesOpen.has(unit),
      notRanked: rank === null ? notRankedCode(prepared, unit) : null,
      provisional: rank !== null && (provisional.has(unit) || near.has(unit)),
    };
  });
}

/** Says which facts a unit's points wait for because a sanction may set them to 0; false where there are none. */
function reportOpenSanctions({ units, sanctions, judge, report, told }: Prepared, unit: number): boolean {
  const facts = itemAt(units, unit).rawFacts;
  const open = sanctions.zero
    .map((condition) => ({ condition, verdict: judge(condition, facts) }))
    .filter(({ verdict }) => verdict.holds === null);
  for (const { condition, verdict } of open)
    if (!told.has(condition)) reportUnknownFact(report, condition, facts, verdict);
  return open.length > 0;
}

/** Says what the ranking could not settle, and what rounding or a blank key did to it. */
function reportRanking(prepared: Prepared, { standing }: Outlook, idOf: (unit: number) => UnitId): void {
  const { report, book, units } = prepared;
  const placeOf = (unit: number): Place => itemAt(book.units, unit).place;
  for (const { unit, written } of standing.ranking.blankKeys) {
    const isScored = prepared.keys.some((key) => key.written === written && key.scored);
    if (!isScored || !reportOpenSanctions(prepared, unit))
      report('tie-key-missing', placeOf(unit), { unit: idOf(unit), expected: written });
  }
  for (const { ballot, tied } of standing.ranking.waiting) {
    for (const unit of tied) reportNeeded(report, ballot, book.settings.sources.tieKeys?.place ?? null, idOf(unit));
  }
  for (const tied of standing.ranking.classes) {
    const first = itemAt(tied, 0);
    if (tied.length > 1)
      report('tie-unresolved', placeOf(first), { unit: idOf(first), received: tied.map(idOf).join('; ') });
  }
  for (const tied of standing.ranking.sameTotal) {
    const exact = tied.map((unit) => q.formatOptional(itemAt(units, unit).ranking.exact) ?? '');
    if (new Set(exact).size === 1) continue;
    const first = itemAt(tied, 0);
    report('tie-by-rounding', placeOf(first), {
      unit: idOf(first),
      received: exact.join('; '),
      params: { units: tied.map(idOf).join('; ') },
    });
  }
  for (const { scored, noRank } of units) {
    if (scored.recorded || noRank === true)
      report('unit-not-ranked', scored.unit.place, { unit: scored.unit.id, received: scored.unit.notRanked });
  }
}

function reportGrades(prepared: Prepared, { standing }: Outlook, idOf: (unit: number) => UnitId): void {
  for (const { band, tied } of standing.grading.openTies) {
    prepared.report('tie-at-cutoff', band.place, { received: tied.map(idOf).join('; '), params: { grade: band.name } });
  }
  for (const { unit, condition, verdict } of standing.grading.unknown) {
    if (!prepared.told.has(condition))
      reportUnknownFact(prepared.report, condition, itemAt(prepared.facts, unit), verdict);
  }
}

/** A decision that nothing used, or that names a unit it cannot be about, has gone stale. */
function reportStaleDecisions(prepared: Prepared, { standing, awards }: Outlook): void {
  const used = new Set([
    ...standing.ranking.applied,
    ...awards.flatMap(({ branches }) => branches.flatMap(({ decisionsUsed }) => decisionsUsed)),
  ]);
  prepared.book.decisions.forEach((decision, number) => {
    if (!prepared.decisions.usable.has(number) || decision.kind === 'deny') return;
    const unranked =
      decision.kind === 'grant' &&
      decision.units.some((unit) => !standing.ranking.rankOf.has(prepared.indexOf.get(unit) ?? -1));
    if (unranked || !used.has(number)) reportStale(prepared.book, number, prepared.report);
  });
}

/**
 * Judges a book. Never throws on bad data: what is wrong comes back as issues.
 * @example evaluate(book).units.find(({ id }) => id === 'SYT').total // '93.5'
 */
export function evaluate(book: Book): Evaluation {
  const names = bookNames(book);
  const { report, own } = openReport(book.findings, names);
  const prepared = prepare(book, report);
  const outlook = lookAhead(prepared);
  const idOf = (unit: number): UnitId => itemAt(book.units, unit).id;
  checkRules(prepared, book.settings);
  checkCells(prepared);
  checkSums(prepared);
  checkAttendance(book, report);
  reportRanking(prepared, outlook, idOf);
  reportGrades(prepared, outlook, idOf);
  checkNearness(prepared, outlook.standing);
  const awards = awardResults(prepared, outlook);
  reportStaleDecisions(prepared, outlook);
  const ballots = ballotResults(prepared);
  const issues = allIssues(book, own, names);
  const units = unitResults(prepared, outlook, idOf);
  const named = nameMissing(awards, { units, issues });
  const verdict = {
    issues,
    units,
    ties: outlook.standing.ranking.classes.filter((tied) => tied.length > 1).map((tied) => tied.map(idOf)),
    awards: named,
    ballots,
    elections: electionsOf(ballots),
  };
  return toldLater(verdict, {
    canonical: () => canonicalText(book),
    outlook: () => howThingsStand(prepared, outlook, named),
  });
}
