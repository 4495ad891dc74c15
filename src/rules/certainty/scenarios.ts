/**
 * What could still come, case by case: for every open unit a total for each place it could take among the
 * others. Between two totals that matter one value stands for all.
 */
import type { Bounds } from './bounds';
import type { Completion } from './completions';
import { totalLimits } from './contenders';
import type { Contender } from './contenders';
import type { Facts } from '../conditions/conditions';
import type { Prepared } from '../prepare';
import { positionIn, sortTotals } from '../order/rank';
import type { KeyValue, RankKey } from '../order/rank';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import { keepsFromRank } from '../conditions/sanctions';
import type { AssumedUnit, Assumption, TotalLadder } from './standing';
import { buildLadder } from './standing';

/** One way an open unit may go; null: no rank. */
export type Way = {
  readonly total: Rational;
  readonly facts: Facts;
  readonly keys: Completion['keys'];
  /** Where the total stands among those that others may have. */
  readonly gap: number;
  /** Its completion, and where the total stands among the known ones and the limits. */
  readonly kind: string;
} | null;

/** Following units that can change no award is worth this part of the work allowed. */
const SPARED = 4;
/** So many times the cases that may be judged are looked at, to see which are alike. */
const LOOKED_AT = 8;

/** The ways of each open unit that are tried, in the order of the units. */
export interface Choice {
  readonly unit: number;
  readonly ways: readonly Way[];
  /** The totals of others, and limits, that part its own; null for a unit that goes one way without being asked. */
  readonly marks: readonly Rational[] | null;
}

/** A key that is open counts as blank. */
const blankIfOpen = (value: KeyValue | null | 'open'): KeyValue | null => (value === 'open' ? null : value);

function assumedUnit(ladder: TotalLadder, { total, facts, keys, gap, kind }: NonNullable<Way>): AssumedUnit {
  return { height: positionIn(ladder.totals, total), facts, keys: keys.map(blankIfOpen), gap, kind };
}

/** `count` totals spread evenly between two bounds: where they are rounded, each there is if those are no more. */
function between(low: Rational, high: Rational, count: number, decimals: number | null): Rational[] {
  const width = q.subtract(high, low);
  return Array.from({ length: count }, (_, at) =>
    q.round(q.add(low, q.divide(q.multiply(width, q.fromInteger(at + 1)), q.fromInteger(count + 1))), decimals),
  );
}

/** Whether the place of every unit among the others can change an award. */
function everyPlaceMatters({ book, decisions }: Prepared): boolean {
  const asked = (kind: 'rank' | 'grade'): boolean => book.conditions.some(({ field }) => field.kind === kind);
  return (
    asked('rank') ||
    (asked('grade') && book.bands.some((band) => band.limit !== null)) ||
    decisions.orders.length > 0 ||
    book.awards.some(({ quota }) => quota.kind === 'percent' && quota.of !== 'units')
  );
}

/** The contenders whose place can change an award: those that may have one. */
function relevantContenders(prepared: Prepared, { field, awards }: Bounds): ReadonlySet<Contender> {
  if (everyPlaceMatters(prepared)) return new Set(field.contenders);
  const granted = new Set(
    [...prepared.decisions.ofAward.values()].flatMap(({ grants }) => grants.map(({ unit }) => unit)),
  );
  return new Set(
    field.contenders.filter(({ unit }, number) => granted.has(unit) || awards.some(({ may }) => may.has(number))),
  );
}

/** Totals at which the order of the units that matter, or what a condition says of one, can change. */
class Marks {
  private readonly own = new Map<Contender, Rational[]>();
  private readonly limits: Rational[];
  /** The limits and what is known. */
  readonly fixed: readonly Rational[];

  constructor(
    prepared: Prepared,
    private readonly relevant: ReadonlySet<Contender>,
  ) {
    this.limits = totalLimits(prepared);
    this.fixed = sortTotals([...this.limits, ...prepared.facts.flatMap(({ total }) => total ?? [])]);
    for (const contender of relevant) {
      this.own.set(
        contender,
        contender.completions.flatMap(({ total, totals }) =>
          totals !== null ? [...totals] : [total.low ?? [], total.high ?? []].flat(),
        ),
      );
    }
  }

  /** The marks that others set. */
  besides(contender: Contender): Rational[] {
    return sortTotals([
      ...this.limits,
      ...[...this.relevant].flatMap((other) => (other === contender ? [] : (this.own.get(other) ?? []))),
    ]);
  }

  /** Whether another may have any total between two. */
  spanBesides(contender: Contender): boolean {
    return [...this.relevant].some(
      (other) => other !== contender && other.completions.some(({ totals }) => totals === null),
    );
  }

  /** Open units whose totals could all lie in one gap. */
  get open(): number {
    return [...this.relevant].filter(({ open }) => open).length;
  }
}

/** The gap between two marks that a total stands in, as an odd number; an even one for a total on a mark. */
export function gapOf(marks: readonly Rational[], total: Rational): number {
  const at = positionIn(marks, total);
  const mark = marks[at];
  return mark === undefined ? -1 : 2 * at - Math.sign(q.compare(mark, total));
}

/**
 * Totals between which no mark of another lies are alike: the first of each run stands for it. Not so where
 * another may have any total: what that comes to hangs on which of these it meets.
 */
function onePerGap(totals: readonly Rational[], marks: readonly Rational[]): Rational[] {
  const gaps = totals.map((total) => gapOf(marks, total));
  return totals.filter((_, at) => gaps[at] !== gaps[at - 1]);
}

/** Each mark an interval holds, its ends, and some values within every gap. */
function totalsBetween(
  { low, high }: Completion['total'],
  marks: readonly Rational[],
  perGap: number,
  decimals: number | null,
): Rational[] {
  const room = q.fromInteger(perGap + 2);
  const least = low ?? q.subtract(marks[0] ?? high ?? q.ZERO, room);
  const most = high ?? q.add(marks.at(-1) ?? least, room);
  const inside = marks.filter((mark) => q.compare(mark, least) >= 0 && q.compare(mark, most) <= 0);
  const sorted = sortTotals([least, ...inside, most]);
  const onGrid = (total: Rational): boolean => decimals === null || q.equal(q.round(total, decimals), total);
  return sortTotals([
    ...sorted.filter(onGrid),
    ...sorted.slice(1).flatMap((above, at) => between(sorted[at] as Rational, above, perGap, decimals)),
  ]);
}

function waysOf(prepared: Prepared, contender: Contender, others: readonly Rational[], marks: Marks): Way[] {
  const {
    sanctions,
    judge,
    book: {
      settings: { totalDecimals },
    },
  } = prepared;
  const perGap = Math.max(1, marks.open);
  const spanned = marks.spanBesides(contender);
  // One way of having no rank stands for all.
  const ways = new Set<Way>();
  contender.completions.forEach(({ total, totals, facts, keys }, number) => {
    const tried =
      totals === null
        ? totalsBetween(total, others, perGap, totalDecimals)
        : spanned
          ? totals
          : onePerGap(totals, others);
    for (const each of tried) {
      const own = { ...facts, total: each };
      const out = keepsFromRank(sanctions, judge, own);
      const kind = `${String(number)}:${String(gapOf(marks.fixed, each))}`;
      if (out !== true) ways.add({ total: each, facts: own, keys, gap: gapOf(others, each), kind });
      if (out !== false) ways.add(null);
    }
  });
  return [...ways];
}

/** One completion of a unit, whichever. */
function anyWay(prepared: Prepared, { completions }: Contender): Way {
  const { sanctions, judge } = prepared;
  for (const { total, totals, facts, keys } of completions) {
    const own: Facts = { ...facts, total: totals?.[0] ?? total.low ?? total.high ?? q.ZERO };
    if (keepsFromRank(sanctions, judge, own) === false)
      return { total: own.total ?? q.ZERO, facts: own, keys, gap: -1, kind: '' };
  }
  return null;
}

/** One case, whichever. */
export function anyCase(
  prepared: Prepared,
  { field }: Bounds,
): { readonly ladder: TotalLadder; readonly assumption: Assumption } {
  const ways = field.contenders
    .filter(({ open }) => open)
    .map((contender) => [contender.unit, anyWay(prepared, contender)] as const);
  const ladder = buildLadder(
    prepared,
    ways.flatMap(([, way]) => way?.total ?? []),
  );
  return {
    ladder,
    assumption: new Map(ways.map(([unit, way]) => [unit, way === null ? null : assumedUnit(ladder, way)])),
  };
}

const isOneWay = ({ completions, mayStayOut, total: { low, high } }: Contender): boolean =>
  completions.length === 1 && !mayStayOut && low !== null && high !== null && q.equal(low, high);

function choicesAmong(
  prepared: Prepared,
  open: readonly Contender[],
  relevant: ReadonlySet<Contender>,
  limit: number,
): Choice[] | null {
  const moving = open.filter((contender) => relevant.has(contender) && !isOneWay(contender));
  if (2 ** moving.length > limit) return null;
  const marks = new Marks(prepared, relevant);
  let combinations = 1;
  const choices: Choice[] = [];
  for (const contender of open) {
    const others = moving.includes(contender) ? marks.besides(contender) : null;
    const ways = others === null ? [anyWay(prepared, contender)] : waysOf(prepared, contender, others, marks);
    combinations *= ways.length;
    if (combinations > limit) return null;
    choices.push({ unit: contender.unit, ways, marks: others });
  }
  return choices;
}

/** Values of one key that stand for all a unit could have, given those of its rivals and how many values share a gap. */
function keyValuesToTry(kind: KeyValue['kind'], rivals: readonly Rational[], perGap: number): Rational[] {
  if (kind === 'yesno') return [q.ZERO, q.ONE];
  const sorted = sortTotals(rivals);
  const [first] = sorted;
  if (first === undefined) return Array.from({ length: perGap }, (_, at) => q.fromInteger(at));
  const below = between(q.subtract(first, q.ONE), first, perGap, null);
  return [
    ...below,
    ...sorted.flatMap((value, at) => [value, ...between(value, sorted[at + 1] ?? q.add(value, q.ONE), perGap, null)]),
  ];
}

interface OpenKey {
  readonly unit: number;
  readonly key: number;
  readonly values: readonly KeyValue[];
}

/** The way that an open unit goes in one case; null: no rank. */
type PickedWay = (NonNullable<Way> & { readonly height: number }) | null;
type Picked = ReadonlyMap<number, PickedWay>;

class Cases {
  readonly ladder: TotalLadder;

  constructor(
    private readonly prepared: Prepared,
    private readonly choices: readonly Choice[],
  ) {
    this.ladder = buildLadder(
      prepared,
      choices.flatMap(({ ways }) => ways.flatMap((way) => way?.total ?? [])),
    );
  }

  /** The values of a tie key that the units level with one have; null: blank, or open. */
  private levelWith(picked: Picked, unit: number, height: number, number: number, key: RankKey): (KeyValue | null)[] {
    return this.ladder.known.flatMap((known, other) => {
      const theirs = picked.get(other);
      if (other === unit || (theirs === undefined ? known : theirs?.height) !== height) return [];
      return [theirs ? blankIfOpen(theirs.keys[number] ?? null) : key.valueOf(other)];
    });
  }

  /** The unknown tie-key values of units that share their total with others. */
  private openKeys(picked: Picked): OpenKey[] {
    const { keys, facts } = this.prepared;
    return [...picked].flatMap(([unit, way]) =>
      way === null
        ? []
        : keys.flatMap((key, number): OpenKey[] => {
            if (!key.known || way.keys[number] !== 'open') return [];
            const rivals = this.levelWith(picked, unit, way.height, number, key);
            if (rivals.length === 0) return [];
            const values = rivals.flatMap((value) => value?.value ?? []);
            // An open value will be of the kind of the others.
            const kind = facts.flatMap((_, other) => key.valueOf(other)?.kind ?? [])[0] ?? 'number';
            return [
              {
                unit,
                key: number,
                values: keyValuesToTry(kind, values, picked.size).map((value) => ({ kind, value })),
              },
            ];
          }),
    );
  }

  *all(): Generator<Assumption> {
    yield* this.walk(0, new Map());
  }

  private *walk(at: number, picked: Picked): Generator<Assumption> {
    const choice = this.choices[at];
    if (choice === undefined) {
      yield* withKeys(picked, this.openKeys(picked));
      return;
    }
    for (const way of choice.ways) {
      yield* this.walk(
        at + 1,
        new Map([
          ...picked,
          [choice.unit, way === null ? null : { ...way, height: positionIn(this.ladder.totals, way.total) }],
        ]),
      );
    }
  }
}

/** Every value of each open key; one that need not be known stays blank. */
function* withKeys(picked: Picked, [next, ...others]: readonly OpenKey[]): Generator<Assumption> {
  if (next === undefined) {
    yield new Map(
      [...picked].map(([unit, way]): [number, AssumedUnit | null] => [
        unit,
        way === null ? null : { ...way, keys: way.keys.map(blankIfOpen) },
      ]),
    );
    return;
  }
  for (const value of next.values) {
    const filled = [...picked].map(([unit, way]): [number, PickedWay] => [
      unit,
      way === null || unit !== next.unit
        ? way
        : { ...way, keys: way.keys.map((each, number) => (number === next.key ? value : each)) },
    ]);
    yield* withKeys(new Map(filled), others);
  }
}

/**
 * What tells a case from others: the order of the open units, and where each stands among what is known. Cases
 * that are alike in it rank, grade and award alike.
 */
function likenessOf(assumption: Assumption): string {
  const ranked = [...assumption]
    .flatMap(([unit, assumed]) => (assumed === null ? [] : [{ unit, ...assumed }]))
    .sort((a, b) => a.height - b.height);
  return JSON.stringify(
    ranked.map(({ unit, height, kind, keys }, at) => [
      unit,
      height === ranked[at - 1]?.height,
      kind,
      keys.map((key) => key && [key.kind, q.format(key.value)]),
    ]),
  );
}

/** Everything that can still come. */
export interface AllCases {
  readonly choices: readonly Choice[];
  readonly ladder: TotalLadder;
  /** Those that are alike stand together. */
  readonly alike: readonly (readonly Assumption[])[];
  /** Units that can change no award go one way: who is next in line is not followed. */
  readonly pruned: boolean;
}

function casesAmong(
  prepared: Prepared,
  open: readonly Contender[],
  relevant: ReadonlySet<Contender>,
  limit: number,
): Omit<AllCases, 'pruned'> | null {
  const choices = choicesAmong(prepared, open, relevant, limit * LOOKED_AT);
  if (choices === null) return null;
  const cases = new Cases(prepared, choices);
  const alike = new Map<string, Assumption[]>();
  let count = 0;
  for (const assumption of cases.all()) {
    count += 1;
    const likeness = likenessOf(assumption);
    const known = alike.get(likeness);
    if (known !== undefined) known.push(assumption);
    else alike.set(likeness, [assumption]);
    if (count > limit * LOOKED_AT || alike.size > limit) return null;
  }
  return { choices, ladder: cases.ladder, alike: [...alike.values()] };
}

/** Every place of every open unit, else of those that matter; null: more than `limit` kinds of cases either way. */
export function casesFor(prepared: Prepared, bounds: Bounds, limit: number): AllCases | null {
  const { contenders } = bounds.field;
  const open = contenders.filter((contender) => contender.open);
  const all = casesAmong(prepared, open, new Set(contenders), limit / SPARED);
  if (all !== null) return { ...all, pruned: false };
  const some = casesAmong(prepared, open, relevantContenders(prepared, bounds), limit);
  return some === null ? null : { ...some, pruned: true };
}
