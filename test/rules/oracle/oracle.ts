/**
 * A second, slow and plain reading of the rules: what a book comes to, in a form that JSON can compare.
 * It shares nothing with `src/rules` but the types of the book.
 */
import type { AwardStatus, Book, Condition, Level, Unit } from '../../../src/rules';
import { write, ZERO, type Fraction } from './fraction';
import { TooMany, runsInCircle, subsets } from './grades';
import { raceOf, type Problem } from './leaf';
import { ranksOf } from './ranking';
import { reasonsFor, type Reasons } from './reasons';
import { leavesAt, leavesOf, nodesOf, scoreOf, treeOf, type Leaves, type Score } from './scoring';
import type { Verdict } from './settle';
import { judge, type Facts, type Truth } from './truth';
import { noRankTruth, verdicts, worldOf, type Entrant, type World } from './worlds';

export interface UnitOutcome {
  readonly sections: Readonly<Record<string, string | null>>;
  readonly base: string | null;
  readonly bonus: string | null;
  readonly deduction: string | null;
  readonly exact: string | null;
  readonly total: string | null;
  readonly rank: number | null;
  readonly tiedWith: readonly string[];
  readonly tieBrokenBy: string | null;
  readonly grade: string | null;
  readonly notRanked: string | null;
  /** `undefined`: hangs on missing points, which test/rules/enumeration fills in one by one. */
  readonly provisional: boolean | undefined;
}

export interface AwardOutcome {
  readonly places: number | null | undefined;
  readonly status: AwardStatus | 'pending';
  readonly units: readonly string[];
  readonly tied: readonly string[] | undefined;
  readonly next: readonly string[] | null;
  readonly why: Reasons;
}

export interface Outcome {
  readonly units: Readonly<Record<string, UnitOutcome>>;
  readonly ties: readonly (readonly string[])[];
  /** Points are missing: what then is certain of ranks and awards is filled in one by one in test/rules/enumeration. */
  readonly missing: boolean;
  /** `null`: more open questions than brute force can bear. */
  readonly awards: Readonly<Record<string, AwardOutcome>> | null;
  /** "code sheet cell", sorted. */
  readonly problems: readonly Problem[];
}

interface Assessed {
  readonly unit: Unit;
  readonly score: Score;
  readonly entrant: Entrant | null;
  readonly notRanked: string | null;
}

const text = (value: Fraction | null): string | null => (value === null ? null : write(value));

export function outcomeOf(book: Book): Outcome {
  const assessed = book.units.map((unit) => assess(book, unit));
  const entrants = assessed.map((one) => one.entrant).filter((one) => one !== null);
  const shown = worldOf(
    book,
    entrants.filter((one) => !one.open && !one.mayStayOut).map((one) => one.facts),
  );
  const blurred = isBlurred(book);
  const missing = entrants.some((one) => one.open || one.mayStayOut) || openRaces(book);
  return {
    units: Object.fromEntries(
      assessed.map((one) => [
        one.unit.id,
        unitOutcome(one, shown, blurred ? true : missing ? undefined : shown.ranking.mayPart.has(one.unit.id)),
      ]),
    ),
    ties: shown.ranking.groups.filter((group) => group.length > 1),
    missing: missing && !blurred,
    awards: awardOutcomes(book, entrants, shown, blurred),
    problems: assessed.filter((one) => one.unit.notRanked === null).flatMap((one) => one.score.problems),
  };
}

/** Nothing can be said of any total: a broken setting. */
function isBlurred(book: Book): boolean {
  return book.doubts.some((doubt) => doubt.touches === 'totals');
}

/** A hole in the data of a relative criterion leaves its points open for every unit. */
function openRaces(book: Book): boolean {
  const level = book.settings.rankingLevel;
  const races = leavesOf(treeOf(book))
    .filter((node) => node.row.way.kind === 'relative')
    .flatMap((node) =>
      book.units
        .filter((unit) => unit.notRanked === null)
        .map((unit) => raceOf({ book, unit, criterion: node.row, counts: node.counts, level })),
    );
  return races.some((race) => race !== 'out' && 'code' in race);
}

function assess(book: Book, unit: Unit): Assessed {
  const score = sanctionedScore(book, unit, book.settings.rankingLevel);
  const facts: Facts = { unit, score, rank: null, grades: [null] };
  if (unit.notRanked !== null) return { unit, score, entrant: null, notRanked: 'recorded' };
  if (score.total === null) {
    return {
      unit,
      score,
      entrant: { facts, open: true, mayStayOut: false },
      notRanked: (score.problems.find((one) => one.code !== 'eligibility-unknown') ?? score.problems[0])?.code ?? '',
    };
  }
  const stays = noRankTruth(book, facts);
  if (stays === 'yes') return { unit, score, entrant: null, notRanked: 'unit-not-ranked' };
  return {
    unit,
    score,
    entrant: { facts, open: false, mayStayOut: stays === 'unknown' },
    notRanked: stays === 'unknown' ? 'eligibility-unknown' : null,
  };
}

/** The score after the sanctions that set a criterion to 0; what hangs on an unknown one of them is not known. */
function sanctionedScore(book: Book, unit: Unit, level: Level): Score {
  const raw = leavesAt(book, unit, level);
  const facts: Facts = { unit, score: scoreOf(book, raw), rank: null, grades: [null] };
  const of = (wanted: Truth): readonly Condition[] =>
    book.conditions.filter((row) => zeroTruth(book, facts, row) === wanted);
  const scores = subsets(of('unknown')).map((yes) => scoreOf(book, zeroed(book, raw, [...of('yes'), ...yes])));
  return agreed(scores, of('unknown')[0]);
}

function zeroed(book: Book, raw: Leaves, rows: readonly Condition[]): Leaves {
  const codes = rows.map((row) => (row.effect.kind === 'zeroCriterion' ? row.effect.criterion : ''));
  const hit = nodesOf(treeOf(book))
    .filter((node) => codes.includes(node.row.code))
    .flatMap((node) => leavesOf([node]));
  return new Map([...raw, ...hit.map((node) => [node.row.code, { kind: 'points', points: ZERO } as const] as const)]);
}

/** What all the scores agree on. */
function agreed(scores: readonly Score[], unknown: Condition | undefined): Score {
  const [first] = scores;
  if (!first) throw new Error('no score');
  if (scores.length === 1) return first;
  const same = (of: (score: Score) => Fraction | null | undefined): Fraction | null => {
    const value = of(first) ?? null;
    return scores.every((score) => text(of(score) ?? null) === text(value)) ? value : null;
  };
  const each = (of: (score: Score) => Score['sections']): Score['sections'] =>
    new Map([...of(first).keys()].map((code) => [code, same((score) => of(score).get(code))]));
  const base = same((score) => score.base);
  const bonus = same((score) => score.bonus);
  const deduction = same((score) => score.deduction);
  const whole = base !== null && bonus !== null && deduction !== null;
  const total = whole ? first.total : null;
  const open = total === null && unknown ? [{ code: 'eligibility-unknown', place: unknown.place }] : [];
  return {
    ...first,
    total,
    sections: each((score) => score.sections),
    criteria: each((score) => score.criteria),
    base,
    bonus,
    deduction,
    exact: whole ? first.exact : null,
    problems: [...scores.flatMap((score) => score.problems), ...open],
  };
}

function zeroTruth(book: Book, facts: Facts, row: Condition): Truth {
  if (row.effect.kind !== 'zeroCriterion') return 'no';
  return runsInCircle(row) ? 'unknown' : judge(book, facts, row);
}

function unitOutcome(
  { unit, score, notRanked }: Assessed,
  shown: World,
  provisional: boolean | undefined,
): UnitOutcome {
  const rank = ranksOf(shown.ranking.groups).get(unit.id) ?? null;
  const group = shown.ranking.groups.find((one) => one.includes(unit.id)) ?? [];
  const grades = shown.facts.get(unit.id)?.grades ?? [];
  return {
    sections: Object.fromEntries([...score.sections].map(([code, value]) => [code, text(value)])),
    base: text(score.base),
    bonus: text(score.bonus),
    deduction: text(score.deduction),
    exact: text(score.exact),
    total: text(score.total),
    rank,
    tiedWith: group.filter((one) => one !== unit.id),
    tieBrokenBy: shown.ranking.brokenBy.get(unit.id) ?? null,
    grade: rank !== null && grades.length === 1 ? (grades[0] ?? null) : null,
    notRanked,
    provisional: provisional === undefined && rank !== null ? undefined : provisional === true && rank !== null,
  };
}

function awardOutcomes(book: Book, entrants: readonly Entrant[], shown: World, blurred: boolean): Outcome['awards'] {
  try {
    const found: readonly Verdict[] = blurred
      ? book.awards.map((): Verdict => ({
          status: 'pending:unknown',
          places: undefined,
          units: [],
          tied: undefined,
          next: null,
          turns: [],
          states: [],
          ends: [],
        }))
      : verdicts(book, entrants);
    return Object.fromEntries(
      book.awards.map((award, index) => {
        const verdict = found[index];
        if (!verdict) throw new Error('an award without a verdict');
        const why: Reasons = reasonsFor(book, award, verdict, shown);
        return [
          award.id,
          {
            places: verdict.places,
            status: verdict.status,
            units: verdict.units,
            tied: verdict.tied,
            next: verdict.next,
            why,
          },
        ];
      }),
    );
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}
