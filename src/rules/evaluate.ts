/** The whole judgement of one book. */
import { readBallots, votesNeeded } from './ballots';
import type { Ballot } from './ballots';
import type { Book, Condition, Level, UnitId } from './book';
import { scoreBloc, totalsOf } from './bloc';
import type { ScoredUnit } from './bloc';
import type { Facts, Frame } from './conditions';
import { judgeCondition } from './conditions';
import { allot } from './allot';
import { conditionsOfAward, conditionsOfBand, judgeUnit } from './eligibility';
import type { Eligibility, Judged } from './eligibility';
import type { AwardResult, AwardStatus, BallotResult, Evaluation, Reason, UnitResult } from './evaluation';
import { isKnownKey, rankKey } from './keys';
import { countPlaces, isSoundQuota } from './quota';
import type { Counted } from './quota';
import { rankUnits } from './rank';
import type { Ranking } from './rank';
import * as q from './rational';
import { openReport, sortIssues } from './report';
import type { Report } from './report';
import { readScale } from './score';
import type { LevelScore } from './score';
import { buildTree, mainMaximum } from './tree';

interface Judge {
  readonly scored: ScoredUnit;
  readonly levels: ReadonlyMap<Level, LevelScore>;
  readonly ranking: LevelScore;
}

const EMPTY: LevelScore = {
  leaves: [], points: new Map(), earned: null, base: null, bonus: null, deduction: null, exact: null, total: null,
  missing: 'unit-column-missing', capHits: [], emptySections: [], applicableMax: new Map(),
};

function reason(code: Reason['code'], extra: Partial<Reason> = {}): Reason {
  return { code, condition: null, expected: null, actual: null, place: null, basis: null, params: {}, ...extra };
}

function reasonsAgainst(against: readonly Judged[]): Reason[] {
  const failed = against.filter(({ condition, verdict }) => (condition.effect.kind === 'bar' ? verdict.holds === true : verdict.holds === false));
  return (failed.length > 0 ? failed : against).map(({ condition, verdict }) => reason(
    verdict.holds === null ? 'condition-unknown' : condition.effect.kind === 'bar' ? 'barred' : 'condition-failed',
    {
      condition: condition.id, actual: verdict.actual, place: verdict.place, basis: condition.basis,
      expected: `${condition.op ?? ''} ${condition.value.written}`.trim(), params: { field: condition.fieldWritten },
    },
  ));
}

function gradeUnits(book: Book, units: readonly Judge[], ranking: Ranking, frame: Frame, factsOf: (unit: number) => Facts): Map<number, string> {
  const grades = new Map<number, string>();
  for (const band of book.bands) {
    const set = conditionsOfBand(band.name, book.conditions);
    const from = q.parseOptional(band.from);
    const fits = (unit: number): boolean => {
      const { total } = factsOf(unit);
      return !grades.has(unit) && total !== null && (from === null || q.compare(total, from) >= 0)
        && judgeUnit(set, factsOf(unit), frame, new Set()).eligible === true;
    };
    const classes = ranking.classes.map((tied) => tied.filter(fits)).filter((tied) => tied.length > 0);
    const ranked = ranking.rankOf.size;
    const counted: Counted = { units: units.length, ranked, eligible: classes.flat().length };
    const places = band.limit === null || !isSoundQuota(band.limit)
      ? Number.MAX_SAFE_INTEGER
      : countPlaces({ quota: band.limit, rounding: band.rounding, min: null, max: null }, counted);
    for (const unit of allot({ places, granted: [], classes, cutoff: band.cutoff, orders: [] }).holders) grades.set(unit, band.name);
  }
  return grades;
}

function ballotResults(book: Book, ballots: ReadonlyMap<string, Ballot>, frame: Frame): BallotResult[] {
  return [...ballots.values()].map((ballot) => {
    const conditions = book.conditions.filter(({ field }) => field.kind === 'ballot' && field.ballot === ballot.id);
    const thresholds = conditions.map((condition) => {
      const { share } = condition.value;
      const first = [...ballot.rows.values()][0];
      const base = share === null || ballot.impossible ? null : (first?.counts[share.of] ?? null);
      const asked = share === null ? null : q.parse(share.share);
      const needed = base === null || asked === null || (condition.op !== '>=' && condition.op !== '>') ? null : votesNeeded(base, asked, condition.op);
      return { condition: condition.id, written: condition.value.written, needed };
    });
    const counts = [...ballot.rows].map(([unit, row]) => ({
      unit, favour: q.formatOptional(row.counts.favour), holds: holdsAll(book, conditions, unit, frame),
    }));
    return { ballot: ballot.id, thresholds, counts };
  });
}

function holdsAll(book: Book, conditions: readonly Condition[], unitId: UnitId, frame: Frame): boolean | null {
  const unit = book.units.find((each) => each.id === unitId);
  if (unit === undefined || conditions.length === 0) return null;
  const facts: Facts = { unit, total: null, base: null, bonus: null, deduction: null, points: new Map(), rank: null, grade: undefined };
  const verdicts = conditions.map((condition) => judgeCondition(condition, facts, frame).holds);
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

interface Situation {
  readonly book: Book;
  readonly units: readonly Judge[];
  readonly ranking: Ranking;
  readonly frame: Frame;
  readonly factsOf: (unit: number) => Facts;
  readonly doubtful: boolean;
  readonly report: Report;
}

function awardResults(situation: Situation): AwardResult[] {
  const { book, units, ranking, frame, factsOf } = situation;
  const { settings } = book;
  const index = new Map(units.map(({ scored }) => [scored.unit.id, scored.index]));
  const idOf = (unit: number): UnitId => units[unit]?.scored.unit.id ?? '';
  const heldBy = new Map<number, string>();
  let carried = 0;
  let upstream = false;
  return book.awards.map((award): AwardResult => {
    const set = conditionsOfAward(award, book.conditions);
    const eligibility: Eligibility[] = units.map((_, unit) => judgeUnit(set, factsOf(unit), frame, new Set()));
    const decisions = book.decisions.filter(({ scope, reason: why }) => scope.kind === 'award' && scope.award === award.id && why !== null);
    const named = (kind: 'grant' | 'deny'): Set<number> => new Set(decisions.filter((decision) => decision.kind === kind).flatMap((decision) => decision.units.flatMap((id) => index.get(id) ?? [])));
    const taken = (unit: number): boolean => settings.oneAwardPerUnit && heldBy.has(unit);
    const granted = [...named('grant')].filter((unit) => ranking.rankOf.has(unit) && !taken(unit));
    const denied = named('deny');
    const eligibleRanked = [...ranking.rankOf.keys()].filter((unit) => eligibility[unit]?.eligible === true);
    const counted: Counted = { units: units.length, ranked: ranking.rankOf.size, eligible: eligibleRanked.length };
    const sound = isSoundQuota(award.quota);
    const own = sound ? countPlaces({ quota: award.quota, rounding: award.rounding, min: q.parseOptional(award.minPlaces), max: q.parseOptional(award.maxPlaces) }, counted) : 0;
    const places = Math.max(0, own + carried);
    const isOpen = (unit: number): boolean => !taken(unit) && !denied.has(unit) && !granted.includes(unit);
    const classes = ranking.classes
      .map((tied) => tied.filter((unit) => isOpen(unit) && eligibility[unit]?.eligible === true))
      .filter((tied) => tied.length > 0);
    const unknown = [...ranking.rankOf.keys()].filter((unit) => isOpen(unit) && eligibility[unit]?.eligible === null);
    const orders = decisions.flatMap((decision, number) => (decision.kind === 'tie' ? [{ units: decision.units.flatMap((id) => index.get(id) ?? []), decision: number }] : []));
    const allotment = allot({ places, granted, classes, cutoff: award.cutoff, orders });
    const open = situation.doubtful || !sound || unknown.length > 0;
    const status: AwardStatus = open ? 'pending:unknown' : upstream ? 'pending:upstream' : allotment.tied.length > 0 ? 'pending:tie'
      : allotment.holders.length > places ? 'overQuota' : 'ok';
    upstream ||= status.startsWith('pending');
    const passes = (award.unusedPlaces ?? settings.unusedPlaces) === 'passDown';
    carried = Math.min(0, own + carried) + (passes ? allotment.unused : 0) - (award.cutoff === 'includeAllDebit' ? allotment.grown : 0);
    const settled = open || status === 'pending:upstream' ? [] : allotment.holders;
    const why = new Map<UnitId, readonly Reason[]>();
    const last = allotment.holders.at(-1);
    units.forEach((judge, unit) => {
      const name = judge.scored.unit.id;
      const held = heldBy.get(unit);
      const params: Record<string, string> = {};
      const own = factsOf(unit).total;
      if (own !== null) params['own'] = q.format(own);
      if (last !== undefined) {
        params['unit'] = idOf(last);
        const total = factsOf(last).total;
        if (total !== null) params['total'] = q.format(total);
      }
      if (denied.has(unit)) why.set(name, [reason('denied')]);
      else if (granted.includes(unit)) why.set(name, [reason('granted-by-decision')]);
      else if (!ranking.rankOf.has(unit)) why.set(name, [reason('not-ranked')]);
      else if (eligibility[unit]?.eligible !== true) why.set(name, reasonsAgainst(eligibility[unit]?.against ?? []));
      else if (held !== undefined && taken(unit)) why.set(name, [reason('holds-other', { params: { award: held } })]);
      else if (settled.includes(unit)) why.set(name, [reason('granted')]);
      else if (status === 'pending:upstream') why.set(name, [reason('upstream')]);
      else if (allotment.tied.includes(unit)) why.set(name, [reason('tied')]);
      else why.set(name, [reason('outranked', { params })]);
    });
    if (status === 'pending:tie') situation.report('tie-at-cutoff', award.place, { award: award.id, params: { units: allotment.tied.map(idOf).join('; ') } });
    if (allotment.grown > 0) situation.report('award-grows', award.place, { award: award.id, params: { extra: String(allotment.grown) } });
    if (status === 'ok' && allotment.unused > 0) situation.report('quota-unfilled', award.place, { award: award.id, received: String(allotment.holders.length), expected: String(places) });
    for (const unit of settled) if (!heldBy.has(unit)) heldBy.set(unit, award.id);
    const next = classes.map((tied) => tied.filter((unit) => !allotment.holders.includes(unit) && !allotment.tied.includes(unit))).find((tied) => tied.length > 0) ?? [];
    return {
      id: award.id, name: award.name, places: sound ? places : null, status, units: settled.map(idOf),
      tied: (open ? unknown : status === 'pending:tie' ? allotment.tied : []).map(idOf), next: open || status === 'pending:upstream' ? [] : next.map(idOf), why,
    };
  });
}

/** Judges a book. Never throws on bad data: what is wrong comes back as issues. */
export function evaluate(book: Book): Evaluation {
  const { report, own } = openReport(book.findings);
  const tree = buildTree(book.criteria);
  const scale = readScale(book.settings, tree);
  const ballots = readBallots(book.ballots, report);
  const bloc = scoreBloc(book, tree, report);
  const frame: Frame = { ballots, maxOf: (code) => { const node = tree.byCode.get(code); return node === undefined ? null : scale.sectionMax.get(node) ?? (node.isLeaf ? node.max : mainMaximum(node)); } };
  const units = bloc.units.map((scored): Judge => {
    const levels = totalsOf(scored, tree, scale, (leaves) => leaves);
    return { scored, levels, ranking: levels.get(book.settings.rankingLevel) ?? EMPTY };
  });
  const plain = units.map(({ scored, ranking }): Facts => ({ unit: scored.unit, total: ranking.total, base: ranking.base, bonus: ranking.bonus, deduction: ranking.deduction, points: ranking.points, rank: null, grade: undefined }));
  const plainOf = (unit: number): Facts => plain[unit] as Facts;
  const barred = units.map((_, unit) => book.conditions.some((condition) => condition.effect.kind === 'noRank' && judgeCondition(condition, plainOf(unit), frame).holds === true));
  const keys = book.settings.tieKeys.flatMap((key) => {
    if (isKnownKey(key, book, tree, ballots)) return [rankKey(key, plainOf, ballots)];
    report('tie-key-unknown', book.settings.sources.tieKeys?.place ?? null, { received: key.written });
    return [];
  });
  const indexOf = new Map(units.map(({ scored }) => [scored.unit.id, scored.index]));
  const orders = book.decisions.flatMap((decision, number) => (decision.kind === 'tie' && decision.scope.kind === 'rank' && decision.reason !== null
    ? [{ units: decision.units.flatMap((id) => indexOf.get(id) ?? []), decision: number }] : []));
  const rankable = units.filter(({ scored, ranking }, unit) => !scored.recorded && ranking.total !== null && barred[unit] !== true).map(({ scored }) => scored.index);
  const ranking = rankUnits(rankable, (unit) => plainOf(unit).total ?? q.ZERO, keys, orders);
  const ranked = plain.map((facts, unit): Facts => ({ ...facts, rank: ranking.rankOf.get(unit) ?? null }));
  const grades = gradeUnits(book, units, ranking, frame, (unit) => ranked[unit] as Facts);
  const full = ranked.map((facts, unit): Facts => ({ ...facts, grade: grades.get(unit) ?? null }));
  const provisional = bloc.relativeBroken || book.doubts.some((doubt) => doubt.touches === 'totals')
    || units.some(({ scored, ranking: score }) => !scored.recorded && score.total === null);
  const idOf = (unit: number): UnitId => units[unit]?.scored.unit.id ?? '';
  const ties = ranking.classes.filter((tied) => tied.length > 1).map((tied) => tied.map(idOf));
  for (const tied of ranking.classes) {
    if (tied.length > 1) report('tie-unresolved', units[tied[0] as number]?.scored.unit.place ?? null, { unit: idOf(tied[0] as number), params: { units: tied.map(idOf).join('; ') } });
  }
  const awards = awardResults({ book, units, ranking, frame, factsOf: (unit) => full[unit] as Facts, doubtful: provisional, report });
  const results = units.map(({ scored, levels, ranking: score }, unit): UnitResult => {
    const shared = ranking.classes.find((tied) => tied.includes(unit)) ?? [];
    const rank = ranking.rankOf.get(unit) ?? null;
    if (scored.recorded || barred[unit] === true) report('unit-not-ranked', scored.unit.place, { unit: scored.unit.id, received: scored.unit.notRanked });
    return {
      id: scored.unit.id, name: scored.unit.name,
      sections: new Map(tree.sections.map(({ criterion }) => [criterion.code, q.formatOptional(score.points.get(criterion.code) ?? null)])),
      base: q.formatOptional(score.base), bonus: q.formatOptional(score.bonus), deduction: q.formatOptional(score.deduction),
      exact: q.formatOptional(score.exact), total: q.formatOptional(score.total),
      levels: new Map([...levels].map(([level, own]) => [level, q.formatOptional(own.total)])),
      rank, tiedWith: shared.length > 1 ? shared.filter((other) => other !== unit).map(idOf) : [],
      tieBrokenBy: ranking.brokenBy.get(unit) ?? null, grade: grades.get(unit) ?? null,
      notRanked: rank !== null ? null : scored.recorded ? 'recorded' : score.missing ?? 'unit-not-ranked',
      provisional: provisional && rank !== null,
    };
  });
  const allBallots = ballotResults(book, ballots, frame);
  return {
    issues: sortIssues([...book.findings, ...own], book.sheetOrder), units: results, ties, awards, ballots: allBallots,
    elections: allBallots.filter(({ ballot }) => ballot === 'TRUONG_KHOI' || ballot === 'PHO_TRUONG_KHOI'), canonical: '',
  };
}
