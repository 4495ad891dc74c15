/** Conditions: one row of `Điều kiện` against one unit, with three values. */
import type { Ballot } from './ballots';
import { ballotFault, unitAt, voteOf } from './ballots';
import { attributeVerdict } from './attributes';
import type { BallotId, Condition, CriterionCode, GradeName, Unit } from '../model/book';
import { amongItems, compareNumber, holdsOrder, sameText, thresholdsOf, UNKNOWN } from './comparison';
import type { Asked, Verdict } from './comparison';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

/** What a condition may ask about a unit. Numbers that are not known yet are null. */
export interface Facts {
  readonly unit: Unit;
  readonly total: Rational | null;
  readonly base: Rational | null;
  readonly bonus: Rational | null;
  readonly deduction: Rational | null;
  readonly points: ReadonlyMap<CriterionCode, Rational | null>;
  readonly rank: number | null;
  /** The worst rank of a set whose order nobody knows; absent where `rank` is certain. */
  readonly lastRank?: number;
  /** Every grade the unit may still have (null: none); one entry when it is certain. */
  readonly grades: readonly (GradeName | null)[];
  /** Answers of conditions that what is assumed about the unit's open cells settles. */
  readonly assumed?: ReadonlyMap<Condition, boolean>;
}

/** What conditions refer to. */
export interface Frame {
  readonly ballots: ReadonlyMap<BallotId, Ballot>;
  /** Maximum of a section or criterion, for percentages. */
  readonly maxOf: (code: CriterionCode) => Rational | null;
}

function isAsked(condition: Condition): condition is Asked {
  return condition.op !== null;
}

function numberVerdict(condition: Asked, value: Rational | null): Verdict {
  if (value === null) return UNKNOWN;
  const holds = compareNumber(condition, value);
  return { holds, actual: q.format(value), place: null, ...(holds === null ? { near: true } : {}) };
}

/** A set that nobody can part shares its best rank and could go down to its worst: what holds for all of them holds. */
function rankVerdict(condition: Asked, { rank, lastRank }: Facts): Verdict {
  if (rank === null) return UNKNOWN;
  const last = lastRank ?? rank;
  // From one threshold to the next it says the same of every rank.
  const turns = thresholdsOf(condition).flatMap((threshold) => {
    const whole = Number(q.floor(threshold));
    return [whole, whole + 1].filter((turn) => turn > rank && turn < last);
  });
  const verdicts = new Set([rank, ...turns, last].map((each) => compareNumber(condition, q.fromInteger(each))));
  const [first = null] = verdicts;
  return { holds: verdicts.size === 1 ? first : null, actual: String(rank), place: null };
}

function gradeVerdict(condition: Asked, grades: Facts['grades']): Verdict {
  const verdicts = new Set(
    grades.map((grade) => amongItems(condition, (item) => grade !== null && sameText(item, grade))),
  );
  const [first = null] = verdicts;
  return {
    holds: verdicts.size === 1 ? first : null,
    actual: grades.map((grade) => grade ?? '').join('; '),
    place: null,
  };
}

function ballotVerdict({ op, value: { share } }: Asked, ballot: Ballot | undefined, unit: Unit): Verdict {
  const asked = q.parse(share?.share ?? '');
  if (ballot === undefined) return { ...UNKNOWN, uncast: true };
  if (share === null || asked === null) return UNKNOWN;
  const vote = voteOf(ballot, unit.id, share.of);
  if (vote === null) {
    const fault = ballotFault(ballot, unit.id);
    const row = ballot.rows.get(unit.id);
    return fault === null
      ? { ...UNKNOWN, place: row?.counts.favour === null ? row.favourPlace : null }
      : { ...UNKNOWN, place: fault, impossible: unitAt(ballot, fault) ?? unit.id };
  }
  const holds = holdsOrder(op, q.compare(vote.favour, q.multiply(asked, vote.base)));
  return { holds, actual: `${q.format(vote.favour)}/${q.format(vote.base)}`, place: vote.place };
}

/** Percentages are never rounded before they are compared. */
export function percentOf(value: Rational | null, max: Rational | null): Rational | null {
  return value === null || max === null || q.sign(max) === 0 ? null : q.divide(q.multiply(value, q.HUNDRED), max);
}

/** Judges a condition that `conditionProblem` found sound. */
export function judgeCondition(condition: Condition, facts: Facts, frame: Frame): Verdict {
  const { field } = condition;
  if (!isAsked(condition)) return UNKNOWN;
  const assumed = facts.assumed?.get(condition);
  if (assumed !== undefined) return { holds: assumed, actual: null, place: null };
  switch (field.kind) {
    case 'total':
    case 'base':
    case 'bonus':
    case 'deduction':
      return numberVerdict(condition, facts[field.kind]);
    case 'rank':
      return rankVerdict(condition, facts);
    case 'grade':
      return gradeVerdict(condition, facts.grades);
    case 'section':
    case 'criterion':
      return numberVerdict(condition, facts.points.get(field.code) ?? null);
    case 'sectionPercent':
      return numberVerdict(condition, percentOf(facts.points.get(field.code) ?? null, frame.maxOf(field.code)));
    case 'attribute':
      return attributeVerdict(condition, facts.unit.attributes.get(field.header));
    case 'ballot':
      return ballotVerdict(condition, frame.ballots.get(field.ballot), facts.unit);
    case 'invalid':
      return UNKNOWN;
  }
}
