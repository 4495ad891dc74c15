/**
 * What the unknown facts of a unit could be, and what each would mean for every award at once. Two
 * conditions that ask for the same cell cannot be answered in contradictory ways.
 */
import { ballotFault, baseOf } from '../conditions/ballots';
import type { Condition, Entry } from '../model/book';
import { holdsOrder } from '../conditions/comparison';
import type { Tri, Verdict } from '../conditions/comparison';
import type { Facts } from '../conditions/conditions';
import { judgeUnit } from '../conditions/eligibility';
import type { ConditionSet, Eligibility } from '../conditions/eligibility';
import type { Prepared } from '../prepare';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

/** For each way the facts can be: whether the unit may have each award. */
export type Patterns = readonly (readonly Tri[])[];

/** One unknown fact: every truth it can give to the conditions that ask for it. */
type Truths = readonly ReadonlyMap<Condition, Tri>[];

const MAX_PATTERNS = 512;
/** Ballots are tried vote by vote up to this many. */
const MAX_VOTES = 400;

/** Conditions that look at the same cell of a unit. */
function factKey({ field, fieldWritten, op, value }: Condition): string {
  switch (field.kind) {
    case 'attribute':
      return `attribute ${field.header}`;
    case 'ballot':
      return `ballot ${field.ballot} ${value.share?.of ?? ''}`;
    case 'section':
    case 'criterion':
    case 'sectionPercent':
      return `points ${field.code}`;
    case 'base':
    case 'bonus':
    case 'deduction':
    case 'grade':
      return field.kind;
    default:
      return `${fieldWritten} ${op ?? ''} ${value.written}`;
  }
}

function uniqueTruths(all: readonly ReadonlyMap<Condition, Tri>[]): Truths {
  return [...new Map(all.map((truths) => [[...truths.values()].join(), truths])).values()];
}

/** Values on, beside and between the limits that conditions set. */
function numbersToTry(limits: readonly Rational[]): Rational[] {
  const sorted = [...limits].sort(q.compare);
  return sorted.flatMap((limit, at) => {
    const above = sorted[at + 1];
    const next = above === undefined ? q.add(limit, q.ONE) : q.divide(q.add(limit, above), q.fromInteger(2));
    return at === 0 ? [q.subtract(limit, q.ONE), limit, next] : [limit, next];
  });
}

/** Cells that stand for all that could be typed, as far as the conditions can tell them apart. */
function cellsToTry(conditions: readonly Condition[], place: Entry['place']): Entry[] {
  const values = conditions.map(({ value }) => value);
  const numbers = numbersToTry(
    values.flatMap(({ number, items }) => [number ?? '', ...items].flatMap((text) => q.parse(text) ?? [])),
  );
  const days = values.flatMap(({ day }) => (day === null ? [] : ['0000-01-01', day, `${day}+`]));
  const words = [...values.flatMap(({ items }) => items), 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', '…'];
  return [
    ...[true, false].map((value): Entry => ({ kind: 'yesno', value, place })),
    ...numbers.map((value): Entry => ({ kind: 'number', value: q.format(value), place })),
    ...days.map((day): Entry => ({ kind: 'date', day, place })),
    ...words.map((text): Entry => ({ kind: 'text', text, place })),
  ];
}

function attributeTruths(conditions: readonly Condition[], facts: Facts, { judge }: Prepared): Truths {
  const field = conditions[0]?.field;
  if (field?.kind !== 'attribute') return [];
  const { header } = field;
  const place = facts.unit.attributes.get(header)?.place ?? facts.unit.place;
  const tried = cellsToTry(conditions, place).map((entry) => {
    const unit = { ...facts.unit, attributes: new Map([...facts.unit.attributes, [header, entry]]) };
    return new Map(
      conditions.map((condition): [Condition, Tri] => [condition, judge(condition, { ...facts, unit }).holds]),
    );
  });
  return uniqueTruths(tried.filter((truths) => ![...truths.values()].includes(null)));
}

function ballotTruths(conditions: readonly Condition[], facts: Facts, { ballots }: Prepared): Truths {
  const [first] = conditions;
  if (first?.field.kind !== 'ballot' || first.value.share === null) return [];
  const ballot = ballots.get(first.field.ballot);
  const row = ballotFault(ballot, facts.unit.id) === null ? ballot?.rows.get(facts.unit.id) : undefined;
  const base = row === undefined ? null : baseOf(row, first.value.share.of);
  const votes = base === null ? 0 : Number(q.floor(base));
  const shares =
    base !== null && votes > 0 && votes <= MAX_VOTES
      ? Array.from({ length: votes + 1 }, (_, favour) => q.divide(q.fromInteger(favour), base))
      : numbersToTry([
          q.ZERO,
          q.ONE,
          ...conditions.flatMap(({ value }) => q.parse(value.share?.share ?? '') ?? []),
        ]).filter((share) => q.sign(share) >= 0 && q.compare(share, q.ONE) <= 0);
  return uniqueTruths(
    shares.map(
      (share) =>
        new Map(
          conditions.map((condition): [Condition, Tri] => {
            const order = q.compare(share, q.parse(condition.value.share?.share ?? '') ?? q.ZERO);
            return [condition, condition.op === null ? null : holdsOrder(condition.op, order)];
          }),
        ),
    ),
  );
}

/** Points on, beside and between the limits that conditions set; a percentage as points of its maximum. */
function pointsToTry(conditions: readonly Condition[], { maxOf }: Prepared): Rational[] {
  const limits = conditions.flatMap(({ field, value }) =>
    [value.number ?? '', ...value.items].flatMap((text) => {
      const limit = q.parse(text);
      if (limit === null || field.kind !== 'sectionPercent') return limit ?? [];
      const max = maxOf(field.code);
      return max === null ? [] : [q.divide(q.multiply(limit, max), q.HUNDRED)];
    }),
  );
  // Nothing is always possible: without it a unit below the lowest limit would never be imagined.
  return numbersToTry([q.ZERO, ...limits]).filter((points) => q.sign(points) >= 0);
}

function scoreTruths(conditions: readonly Condition[], facts: Facts, prepared: Prepared): Truths {
  const field = conditions[0]?.field;
  const withPoints = (points: Rational): Facts => {
    switch (field?.kind) {
      case 'section':
      case 'criterion':
      case 'sectionPercent':
        return { ...facts, points: new Map([...facts.points, [field.code, points]]) };
      case 'base':
      case 'bonus':
      case 'deduction':
        return { ...facts, [field.kind]: points };
      default:
        return facts;
    }
  };
  const tried = pointsToTry(conditions, prepared).map(
    (points) =>
      new Map(
        conditions.map((condition): [Condition, Tri] => [
          condition,
          prepared.judge(condition, withPoints(points)).holds,
        ]),
      ),
  );
  return uniqueTruths(tried.filter((truths) => ![...truths.values()].includes(null)));
}

/** The grades that are still possible. */
function gradeTruths(conditions: readonly Condition[], facts: Facts, { judge }: Prepared): Truths {
  return uniqueTruths(
    facts.grades.map(
      (grade) =>
        new Map(
          conditions.map((condition): [Condition, Tri] => [
            condition,
            judge(condition, { ...facts, grades: [grade] }).holds,
          ]),
        ),
    ),
  );
}

/** Yes and no, for a fact of which nothing else is known. */
function eitherWay(conditions: readonly Condition[]): Truths {
  return [true, false].map((holds) => new Map(conditions.map((condition): [Condition, Tri] => [condition, holds])));
}

/** How the truths of an unknown fact are found, by field; what is not here can be either way. */
const TRUTHS: Readonly<
  Partial<
    Record<Condition['field']['kind'], (conditions: readonly Condition[], facts: Facts, prepared: Prepared) => Truths>
  >
> = {
  attribute: attributeTruths,
  ballot: ballotTruths,
  section: scoreTruths,
  criterion: scoreTruths,
  sectionPercent: scoreTruths,
  base: scoreTruths,
  bonus: scoreTruths,
  deduction: scoreTruths,
  grade: gradeTruths,
};

function truthsOf(conditions: readonly Condition[], facts: Facts, prepared: Prepared): Truths {
  const [first] = conditions;
  if (first === undefined) return [];
  const { field } = first;
  const find = prepared.broken.has(first) ? undefined : TRUTHS[field.kind];
  const truths = find?.(conditions, facts, prepared) ?? [];
  return truths.length > 0 ? truths : eitherWay(conditions);
}

/** Every combination of the truths of several facts; null when there are too many. */
function combine(facts: readonly Truths[], limit: number): readonly ReadonlyMap<Condition, Tri>[] | null {
  let combined: readonly ReadonlyMap<Condition, Tri>[] = [new Map()];
  for (const truths of facts) {
    if (combined.length * truths.length > limit) return null;
    combined = combined.flatMap((before) => truths.map((more) => new Map([...before, ...more])));
  }
  return combined;
}

/**
 * Every way the unknown cells of a unit (attributes and ballots) can answer all conditions that ask for them;
 * null when there are more than `limit`.
 */
export function factAnswers(
  prepared: Prepared,
  facts: Facts,
  limit: number,
): readonly ReadonlyMap<Condition, boolean>[] | null {
  const open = new Map<string, Condition[]>();
  for (const condition of prepared.book.conditions) {
    if (condition.field.kind !== 'attribute' && condition.field.kind !== 'ballot') continue;
    if (prepared.broken.has(condition) || prepared.judge(condition, facts).holds !== null) continue;
    const key = factKey(condition);
    open.set(key, [...(open.get(key) ?? []), condition]);
  }
  const combined = combine(
    [...open.values()].map((conditions) => truthsOf(conditions, facts, prepared)),
    limit,
  );
  return (
    combined?.map(
      (truths) =>
        new Map([...truths].flatMap(([condition, holds]) => (holds === null ? [] : [[condition, holds] as const]))),
    ) ?? null
  );
}

/**
 * The patterns of a unit whose eligibility is unknown for some award; null when there are too many to
 * follow. `eligibility` is what is known for each award.
 */
export function patternsOf(
  prepared: Prepared,
  facts: Facts,
  sets: readonly ConditionSet[],
  eligibility: readonly Eligibility[],
): Patterns | null {
  const open = new Map<string, Set<Condition>>();
  for (const { eligible, against } of eligibility) {
    if (eligible !== null) continue;
    for (const { condition, verdict } of against) {
      if (verdict.holds !== null) continue;
      const key = prepared.broken.has(condition) ? condition.id : factKey(condition);
      open.set(key, (open.get(key) ?? new Set()).add(condition));
    }
  }
  const combined = combine(
    [...open.values()].map((conditions) => truthsOf([...conditions], facts, prepared)),
    MAX_PATTERNS,
  );
  if (combined === null) return null;
  const patterns = combined.map((truths) =>
    sets.map((set, number): Tri => {
      const known = eligibility[number]?.eligible ?? null;
      if (known !== null) return known;
      return judgeUnit(set, facts, (condition, own): Verdict => {
        const holds = truths.get(condition);
        return holds === undefined ? prepared.judge(condition, own) : { holds, actual: null, place: null };
      }).eligible;
    }),
  );
  return [...new Map(patterns.map((pattern) => [pattern.join(), pattern])).values()];
}
