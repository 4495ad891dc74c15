/**
 * What the unknown facts of a unit could be, and what each would mean for every award at once. Two
 * conditions that ask for the same cell cannot be answered in contradictory ways.
 */
import { ballotFault, baseOf } from '../conditions/ballots';
import type { BallotId, Condition, Entry } from '../model/book';
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

/** One answer to each of some conditions. */
type Answers = ReadonlyMap<Condition, boolean>;

/** One unknown fact: every answer it can give to the conditions that ask for it. */
type Truths = readonly Answers[];

/** The conditions that ask for one unknown fact. */
type Asking = [Condition, ...Condition[]];

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

/** What each value gives, every different answer once; a value that leaves a condition unknown could not stand there. */
function truthsOfEach<T>(
  values: readonly T[],
  conditions: Asking,
  holds: (condition: Condition, value: T) => Tri,
): Truths {
  const found = new Map<string, Answers>();
  for (const value of values) {
    const answers = conditions.map((condition) => [condition, holds(condition, value)] as const);
    const known = answers.filter((answer): answer is [Condition, boolean] => answer[1] !== null);
    if (known.length === answers.length) found.set(answers.map(([, each]) => each).join(), new Map(known));
  }
  return [...found.values()];
}

/** Values on, beside and between the limits that conditions set. */
function numbersToTry(limits: readonly Rational[]): Rational[] {
  const sorted = [...limits].sort(q.compare);
  return sorted.flatMap((limit, at) => {
    const above = sorted[at + 1] ?? q.add(limit, q.fromInteger(2));
    return [q.subtract(limit, q.ONE), limit, q.divide(q.add(limit, above), q.fromInteger(2))];
  });
}

const limitsIn = ({ number, items }: Condition['value']): Rational[] =>
  [number, ...items].flatMap((text) => q.parseOptional(text) ?? []);

/** Cells that stand for all that could be typed, as far as the conditions can tell them apart. */
function cellsToTry(conditions: Asking, place: Entry['place']): Entry[] {
  const values = conditions.map(({ value }) => value);
  const days = values.flatMap(({ day }) => (day === null ? [] : ['', day, `${day}+`]));
  const words = [...values.flatMap(({ items }) => items), 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', '…'];
  return [
    ...[true, false].map((value): Entry => ({ kind: 'yesno', value, place })),
    ...numbersToTry(values.flatMap(limitsIn)).map((value): Entry => ({
      kind: 'number',
      value: q.format(value),
      place,
    })),
    ...days.map((day): Entry => ({ kind: 'date', day, place })),
    ...words.map((text): Entry => ({ kind: 'text', text, place })),
  ];
}

function attributeTruths(header: string, conditions: Asking, facts: Facts, { judge }: Prepared): Truths {
  return truthsOfEach(cellsToTry(conditions, facts.unit.place), conditions, (condition, entry) => {
    const unit = { ...facts.unit, attributes: new Map([...facts.unit.attributes, [header, entry]]) };
    return judge(condition, { ...facts, unit }).holds;
  });
}

function ballotTruths(id: BallotId, conditions: Asking, facts: Facts, { ballots }: Prepared): Truths {
  const ballot = ballots.get(id);
  const row = ballotFault(ballot, facts.unit.id) === null ? ballot?.rows.get(facts.unit.id) : undefined;
  const of = conditions[0].value.share?.of;
  const base = row === undefined || of === undefined ? null : baseOf(row, of);
  const shareAsked = ({ value }: Condition): Rational | null => q.parseOptional(value.share?.share ?? null);
  const votes = base === null ? 0 : Number(q.floor(base));
  const shares =
    base !== null && votes > 0 && votes <= MAX_VOTES
      ? Array.from({ length: votes + 1 }, (_, favour) => q.divide(q.fromInteger(favour), base))
      : numbersToTry([q.ZERO, q.ONE, ...conditions.flatMap((condition) => shareAsked(condition) ?? [])]).filter(
          (share) => q.sign(share) >= 0 && q.compare(share, q.ONE) <= 0,
        );
  return truthsOfEach(shares, conditions, (condition, share) => {
    const asked = shareAsked(condition);
    return condition.op === null || asked === null ? null : holdsOrder(condition.op, q.compare(share, asked));
  });
}

/** Points on, beside and between the limits that conditions set; a percentage as points of its maximum. */
function pointsToTry(conditions: Asking, { maxOf }: Prepared): Rational[] {
  const limits = conditions.flatMap(({ field, value }) => {
    if (field.kind !== 'sectionPercent') return limitsIn(value);
    const max = maxOf(field.code);
    return max === null ? [] : limitsIn(value).map((limit) => q.divide(q.multiply(limit, max), q.HUNDRED));
  });
  // Nothing is always possible: without it a unit below the lowest limit would never be imagined.
  return numbersToTry([q.ZERO, ...limits]).filter((points) => q.sign(points) >= 0);
}

/** Yes and no, for a fact of which nothing else is known. */
const eitherWay = (conditions: Asking): Truths =>
  [true, false].map((holds) => new Map(conditions.map((condition) => [condition, holds])));

function truthsByField(conditions: Asking, facts: Facts, prepared: Prepared): Truths {
  const { judge } = prepared;
  const [{ field }] = conditions;
  switch (field.kind) {
    case 'attribute':
      return attributeTruths(field.header, conditions, facts, prepared);
    case 'ballot':
      return ballotTruths(field.ballot, conditions, facts, prepared);
    case 'section':
    case 'criterion':
    case 'sectionPercent':
      return truthsOfEach(
        pointsToTry(conditions, prepared),
        conditions,
        (condition, own) => judge(condition, { ...facts, points: new Map([...facts.points, [field.code, own]]) }).holds,
      );
    case 'base':
    case 'bonus':
    case 'deduction':
      return truthsOfEach(
        pointsToTry(conditions, prepared),
        conditions,
        (condition, own) => judge(condition, { ...facts, [field.kind]: own }).holds,
      );
    case 'grade':
      return truthsOfEach(
        facts.grades,
        conditions,
        (condition, own) => judge(condition, { ...facts, grades: [own] }).holds,
      );
    default:
      return [];
  }
}

function truthsOf(conditions: Asking, facts: Facts, prepared: Prepared): Truths {
  const truths = prepared.broken.has(conditions[0]) ? [] : truthsByField(conditions, facts, prepared);
  return truths.length > 0 ? truths : eitherWay(conditions);
}

/** The conditions by the fact they ask for. */
class Questions {
  private readonly byFact = new Map<string, Asking>();

  add(fact: string, condition: Condition): void {
    const before = this.byFact.get(fact);
    if (before === undefined) this.byFact.set(fact, [condition]);
    else if (!before.includes(condition)) before.push(condition);
  }

  /** Every combination of their answers; null when there are more than `limit`. */
  answers(facts: Facts, prepared: Prepared, limit: number): readonly Answers[] | null {
    let combined: readonly Answers[] = [new Map()];
    for (const conditions of this.byFact.values()) {
      const truths = truthsOf(conditions, facts, prepared);
      if (combined.length * truths.length > limit) return null;
      combined = combined.flatMap((before) => truths.map((more) => new Map([...before, ...more])));
    }
    return combined;
  }
}

/**
 * Every way the unknown cells of a unit (attributes and ballots) can answer all conditions that ask for them;
 * null when there are more than `limit`.
 */
export function factAnswers(prepared: Prepared, facts: Facts, limit: number): readonly Answers[] | null {
  const open = new Questions();
  for (const condition of prepared.book.conditions) {
    if (condition.field.kind !== 'attribute' && condition.field.kind !== 'ballot') continue;
    if (prepared.broken.has(condition) || prepared.judge(condition, facts).holds !== null) continue;
    open.add(factKey(condition), condition);
  }
  return open.answers(facts, prepared, limit);
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
  const open = new Questions();
  for (const { eligible, against } of eligibility) {
    if (eligible !== null) continue;
    for (const { condition, verdict } of against)
      if (verdict.holds === null)
        open.add(prepared.broken.has(condition) ? condition.id : factKey(condition), condition);
  }
  const patterns = open.answers(facts, prepared, MAX_PATTERNS)?.map((truths) =>
    sets.map((set, number): Tri => {
      const known = eligibility[number]?.eligible ?? null;
      if (known !== null) return known;
      return judgeUnit(set, facts, (condition, own): Verdict => {
        const holds = truths.get(condition);
        return holds === undefined ? prepared.judge(condition, own) : { holds, actual: null, place: null };
      }).eligible;
    }),
  );
  return patterns === undefined ? null : [...new Map(patterns.map((pattern) => [pattern.join(), pattern])).values()];
}
