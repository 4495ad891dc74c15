/** Conditions: one row of `Điều kiện` against one unit, with three values. */
import type { Ballot } from './ballots';
import { voteOf } from './ballots';
import type { BallotId, Condition, CriterionCode, Entry, GradeName, Operator, Unit } from './book';
import type { IssueCode } from './issue';
import type { Place } from './place';
import * as q from './rational';
import type { Rational } from './rational';
import { fold, isTaskGradeHeader, taskGrade, yesNo } from './words';

/** true, false, or null for unknown, which is never treated as either. */
export type Tri = boolean | null;

export interface Verdict {
  readonly holds: Tri;
  readonly actual: string | null;
  readonly place: Place | null;
  /** A fault of the unit's own cell that the condition met. */
  readonly fault?: { readonly code: IssueCode; readonly place: Place; readonly received: string };
}

/** What a condition may ask about a unit. Numbers that are not known yet are null. */
export interface Facts {
  readonly unit: Unit;
  readonly total: Rational | null;
  readonly base: Rational | null;
  readonly bonus: Rational | null;
  readonly deduction: Rational | null;
  readonly points: ReadonlyMap<CriterionCode, Rational | null>;
  readonly rank: number | null;
  /** Every grade the unit may still have (null: none); one entry when it is certain. */
  readonly grades: readonly (GradeName | null)[];
}

/** What conditions refer to. */
export interface Frame {
  readonly ballots: ReadonlyMap<BallotId, Ballot>;
  /** Maximum of a section or criterion, for percentages. */
  readonly maxOf: (code: CriterionCode) => Rational | null;
}

const unknown = (actual: string | null = null, place: Place | null = null): Verdict => ({ holds: null, actual, place });

/** What an order of two values (below, at or above 0) says to an operator; null for lists. */
export function holdsOrder(op: Operator, order: number): Tri {
  switch (op) {
    case '>=': case 'onOrAfter': return order >= 0;
    case '>': return order > 0;
    case '<=': case 'onOrBefore': return order <= 0;
    case '<': return order < 0;
    case '=': return order === 0;
    case '<>': return order !== 0;
    default: return null;
  }
}

/** The number that an item of a list means; comma or point, with or without a percent sign. */
function itemNumber(item: string): Rational | null {
  return q.parse(item.trim().replace(',', '.').replace(/\s*%$/, ''));
}

export function isNumberItem(item: string): boolean {
  return itemNumber(item) !== null;
}

function numberItems(condition: Condition): readonly Rational[] {
  return condition.value.items.flatMap((item) => itemNumber(item) ?? []);
}

function compareNumber(condition: Condition, value: Rational): Tri {
  const { op } = condition;
  if (op === 'in' || op === 'notIn') {
    const found = numberItems(condition).some((item) => q.equal(item, value));
    return op === 'in' ? found : !found;
  }
  const threshold = q.parseOptional(condition.value.number);
  return threshold === null || op === null ? null : holdsOrder(op, q.compare(value, threshold));
}

function numberVerdict(condition: Condition, value: Rational | null): Verdict {
  return value === null ? unknown() : { holds: compareNumber(condition, value), actual: q.format(value), place: null };
}

/** Texts are the same when they fold to the same, or name the same task grade. */
function sameText(a: string, b: string): boolean {
  const grade = taskGrade(a);
  return fold(a) === fold(b) || (grade !== null && grade === taskGrade(b));
}

function amongItems(condition: Condition, matches: (item: string) => boolean): Tri {
  const { op, value } = condition;
  const listed = op === 'in' || op === 'notIn';
  const found = (listed ? value.items : [value.written]).some(matches);
  return op === '=' || op === 'in' ? found : op === '<>' || op === 'notIn' ? !found : null;
}

function gradeVerdict(condition: Condition, grades: Facts['grades']): Verdict {
  const verdicts = new Set(grades.map((grade) => amongItems(condition, (item) => grade !== null && sameText(item, grade))));
  const [holds = null] = verdicts;
  if (verdicts.size !== 1) return unknown(grades.map((grade) => grade ?? '').join('; '));
  return { holds, actual: grades.map((grade) => grade ?? '').join('; '), place: null };
}

/** Whether a condition on an attribute asks for a task grade. */
export function asksTaskGrade(condition: Condition): boolean {
  return condition.field.kind === 'attribute'
    && (isTaskGradeHeader(condition.field.header) || condition.value.items.some((item) => taskGrade(item) !== null));
}

const invalidAttribute = (place: Place, received: string): Verdict =>
  ({ holds: null, actual: received, place, fault: { code: 'attribute-invalid', place, received } });

function yesNoVerdict(condition: Condition, asked: boolean, entry: Entry, received: string): Verdict {
  const answer = entry.kind === 'yesno' ? entry.value : entry.kind === 'text' ? yesNo(entry.text) : null;
  if (answer === null) return invalidAttribute(entry.place, received);
  const same = answer === asked;
  const holds = condition.op === '=' || condition.op === 'in' ? same : condition.op === '<>' || condition.op === 'notIn' ? !same : null;
  return { holds, actual: received, place: entry.place };
}

function textOf(entry: Entry): string {
  switch (entry.kind) {
    case 'number': return entry.value;
    case 'text': return entry.text;
    case 'yesno': return String(entry.value);
    case 'date': return entry.day;
    case 'error': return entry.error;
    default: return '';
  }
}

const ORDERED: ReadonlySet<Operator> = new Set(['>=', '>', '<=', '<']);

function dayVerdict(condition: Condition, op: Operator, entry: Entry): Verdict {
  const received = textOf(entry);
  if (entry.kind !== 'date') return invalidAttribute(entry.place, received);
  const { day } = condition.value;
  if (day === null) return unknown(received, entry.place);
  return { holds: holdsOrder(op, entry.day < day ? -1 : entry.day > day ? 1 : 0), actual: received, place: entry.place };
}

function attributeNumber(condition: Condition, entry: Entry): Verdict {
  const received = textOf(entry);
  const stored = entry.kind === 'number' ? q.parse(entry.value) : null;
  if (stored === null) return invalidAttribute(entry.place, received);
  const value = entry.kind === 'number' && entry.percent === true ? q.multiply(stored, q.HUNDRED) : stored;
  return { holds: compareNumber(condition, value), actual: received, place: entry.place };
}

function attributeVerdict(condition: Condition, header: string, entry: Entry | undefined): Verdict {
  if (entry === undefined || entry.kind === 'blank' || entry.kind === 'absent' || entry.kind === 'na') return unknown(null, entry?.place ?? null);
  const received = textOf(entry);
  if (entry.kind === 'text' && entry.text.trim() === '') return unknown(null, entry.place);
  if (entry.kind === 'error' || entry.kind === 'uncalculated') return unknown(received, entry.place);
  const { op, value } = condition;
  if (op === null) return unknown(received, entry.place);
  if (op === 'onOrBefore' || op === 'onOrAfter') return dayVerdict(condition, op, entry);
  if (ORDERED.has(op)) return value.number === null && value.day !== null ? dayVerdict(condition, op, entry) : attributeNumber(condition, entry);
  if (op === '=' || op === '<>') {
    if (value.yesno !== null) return yesNoVerdict(condition, value.yesno, entry, received);
    if (value.day !== null) return dayVerdict(condition, op, entry);
    if (value.number !== null) return attributeNumber(condition, entry);
  } else if (value.items.every(isNumberItem)) return attributeNumber(condition, entry);
  if (asksTaskGrade({ ...condition, field: { kind: 'attribute', header } }) && taskGrade(received) === null) {
    return invalidAttribute(entry.place, received);
  }
  const matches = (item: string): boolean =>
    entry.kind === 'yesno' ? yesNo(item) === entry.value : sameText(item, received);
  return { holds: amongItems(condition, matches), actual: received, place: entry.place };
}

function ballotVerdict(condition: Condition, ballot: Ballot | undefined, unit: Unit): Verdict {
  const { share } = condition.value;
  if (ballot === undefined || share === null || condition.op === null) return unknown();
  const vote = voteOf(ballot, unit.id, share.of);
  const asked = q.parse(share.share);
  if (vote === null || asked === null) return unknown(null, ballot.rows.get(unit.id)?.place ?? null);
  const holds = holdsOrder(condition.op, q.compare(vote.favour, q.multiply(asked, vote.base)));
  return { holds, actual: `${q.format(vote.favour)}/${q.format(vote.base)}`, place: vote.place };
}

/** Percentages are never rounded before they are compared. */
function percentOf(value: Rational | null, max: Rational | null): Rational | null {
  return value === null || max === null || q.sign(max) === 0 ? null : q.divide(q.multiply(value, q.HUNDRED), max);
}

/** Judges a condition that `validateCondition` found sound. */
export function judgeCondition(condition: Condition, facts: Facts, frame: Frame): Verdict {
  const { field } = condition;
  switch (field.kind) {
    case 'total': case 'base': case 'bonus': case 'deduction': return numberVerdict(condition, facts[field.kind]);
    case 'rank': return numberVerdict(condition, facts.rank === null ? null : q.fromInteger(facts.rank));
    case 'grade': return gradeVerdict(condition, facts.grades);
    case 'section': case 'criterion': return numberVerdict(condition, facts.points.get(field.code) ?? null);
    case 'sectionPercent': return numberVerdict(condition, percentOf(facts.points.get(field.code) ?? null, frame.maxOf(field.code)));
    case 'attribute': return attributeVerdict(condition, field.header, facts.unit.attributes.get(field.header));
    case 'ballot': return ballotVerdict(condition, frame.ballots.get(field.ballot), facts.unit);
    case 'invalid': return unknown();
  }
}
