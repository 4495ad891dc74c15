/**
 * What the unknown facts of a unit could be, and what each would mean for every award at once. Two
 * conditions that ask for the same cell cannot be answered in contradictory ways.
 */
import { voteOf } from './ballots';
import type { Condition, Entry } from './book';
import type { Facts, Tri, Verdict } from './conditions';
import { judgeUnit } from './eligibility';
import type { ConditionSet, Eligibility } from './eligibility';
import type { Prepared } from './prepare';
import * as q from './rational';
import type { Rational } from './rational';

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
    case 'attribute': return `attribute ${field.header}`;
    case 'ballot': return `ballot ${field.ballot} ${value.share?.of ?? ''}`;
    default: return `${fieldWritten} ${op ?? ''} ${value.written}`;
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
  const numbers = numbersToTry(values.flatMap(({ number, items }) => [number ?? '', ...items].flatMap((text) => q.parse(text) ?? [])));
  const days = values.flatMap(({ day }) => (day === null ? [] : ['0000-01-01', day, `${day}+`]));
  const words = [...values.flatMap(({ items }) => items), 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', '…'];
  return [
    ...[true, false].map((value): Entry => ({ kind: 'yesno', value, place })),
    ...numbers.map((value): Entry => ({ kind: 'number', value: q.format(value), place })),
    ...days.map((day): Entry => ({ kind: 'date', day, place })),
    ...words.map((text): Entry => ({ kind: 'text', text, place })),
  ];
}

function attributeTruths(conditions: readonly Condition[], header: string, facts: Facts, { judge }: Prepared): Truths {
  const place = facts.unit.attributes.get(header)?.place ?? facts.unit.place;
  const tried = cellsToTry(conditions, place).map((entry) => {
    const unit = { ...facts.unit, attributes: new Map([...facts.unit.attributes, [header, entry]]) };
    return new Map(conditions.map((condition): [Condition, Tri] => [condition, judge(condition, { ...facts, unit }).holds]));
  });
  return uniqueTruths(tried.filter((truths) => ![...truths.values()].includes(null)));
}

function ballotTruths(conditions: readonly Condition[], facts: Facts, { ballots }: Prepared): Truths {
  const [first] = conditions;
  if (first?.field.kind !== 'ballot' || first.value.share === null) return [];
  const { of } = first.value.share;
  const ballot = ballots.get(first.field.ballot);
  const known = ballot?.impossible === true ? undefined : ballot?.rows.get(facts.unit.id)?.counts;
  const base = known?.[of] ?? null;
  const most = base === null ? null : Number(q.floor(known?.valid ?? base));
  const shares = base !== null && most !== null && most <= MAX_VOTES && q.sign(base) > 0 && voteOf(ballot as NonNullable<typeof ballot>, facts.unit.id, of) === null
    ? Array.from({ length: most + 1 }, (_, votes) => q.divide(q.fromInteger(votes), base))
    : numbersToTry([q.ZERO, q.ONE, ...conditions.flatMap(({ value }) => q.parse(value.share?.share ?? '') ?? [])]).filter((share) => q.sign(share) >= 0 && q.compare(share, q.ONE) <= 0);
  return uniqueTruths(shares.map((share) => new Map(conditions.map((condition): [Condition, Tri] => {
    const order = q.compare(share, q.parse(condition.value.share?.share ?? '') ?? q.ZERO);
    return [condition, holdsShare(condition, order)];
  }))));
}

function holdsShare({ op }: Condition, order: number): boolean {
  switch (op) {
    case '>=': return order >= 0;
    case '>': return order > 0;
    case '<=': return order <= 0;
    case '<': return order < 0;
    case '=': return order === 0;
    default: return order !== 0;
  }
}

/** Yes and no, for a fact of which nothing else is known. */
function eitherWay(conditions: readonly Condition[]): Truths {
  return [true, false].map((holds) => new Map(conditions.map((condition): [Condition, Tri] => [condition, holds])));
}

function truthsOf(conditions: readonly Condition[], facts: Facts, prepared: Prepared): Truths {
  const [first] = conditions;
  if (first === undefined) return [];
  const { field } = first;
  const truths = prepared.broken.has(first) ? []
    : field.kind === 'attribute' ? attributeTruths(conditions, field.header, facts, prepared)
      : field.kind === 'ballot' ? ballotTruths(conditions, facts, prepared) : [];
  return truths.length > 0 ? truths : eitherWay(conditions);
}

/** Every combination of the truths of several facts; null when there are too many. */
function combine(facts: readonly Truths[]): readonly ReadonlyMap<Condition, Tri>[] | null {
  let combined: readonly ReadonlyMap<Condition, Tri>[] = [new Map()];
  for (const truths of facts) {
    if (combined.length * truths.length > MAX_PATTERNS) return null;
    combined = combined.flatMap((before) => truths.map((more) => new Map([...before, ...more])));
  }
  return combined;
}

/**
 * The patterns of a unit whose eligibility is unknown for some award; null when there are too many to
 * follow. `eligibility` is what is known for each award.
 */
export function patternsOf(prepared: Prepared, facts: Facts, sets: readonly ConditionSet[], eligibility: readonly Eligibility[]): Patterns | null {
  const open = new Map<string, Set<Condition>>();
  for (const { eligible, against } of eligibility) {
    if (eligible !== null) continue;
    for (const { condition, verdict } of against) {
      if (verdict.holds !== null) continue;
      const key = prepared.broken.has(condition) ? condition.id : factKey(condition);
      open.set(key, (open.get(key) ?? new Set()).add(condition));
    }
  }
  const combined = combine([...open.values()].map((conditions) => truthsOf([...conditions], facts, prepared)));
  if (combined === null) return null;
  const patterns = combined.map((truths) => sets.map((set, number): Tri => {
    const known = eligibility[number]?.eligible ?? null;
    if (known !== null) return known;
    const judge = (condition: Condition, own: Facts): Verdict => {
      const holds = truths.get(condition);
      return holds === undefined ? prepared.judge(condition, own) : { holds, actual: null, place: null };
    };
    return judgeUnit(set, facts, judge).eligible;
  }));
  return [...new Map(patterns.map((pattern) => [pattern.join(), pattern])).values()];
}
