/** Who may still be ranked, and how high each may stand: the completions of every unit as pieces of one ladder. */
import type { Level } from '../model/book';
import type { Tri } from '../conditions/comparison';
import type { Facts } from '../conditions/conditions';
import { askedRows, completionsOf, totalRange } from './completions';
import type { Completion, Range } from './completions';
import { isOpenKey } from '../order/keys';
import { Ladder } from './ladder';
import { OpenLeafFinder } from './open-leaves';
import type { OpenLeaf } from './open-leaves';
import type { Prepared } from '../prepare';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import { isOnGrade, keepsFromRank } from '../conditions/sanctions';
import type { PenalisedUnit } from '../conditions/sanctions';

/** Completions of one unit that answer every condition alike, but those on ranks and grades. */
export interface Piece {
  readonly unit: number;
  /** Heights of the least and the greatest total. */
  readonly low: number;
  readonly high: number;
  /** `total` stands for all totals of the piece. */
  readonly facts: Facts;
  readonly keys: Completion['keys'];
}

/** A unit that may be ranked. */
export interface Contender {
  readonly unit: number;
  readonly pieces: readonly Piece[];
  /** Something could leave it without a rank. */
  readonly mayStayOut: boolean;
  /** Its total or its rank is not known yet, a tie key that has to come, or a grade that something asks for. */
  readonly open: boolean;
  readonly completions: readonly Completion[];
  readonly openLeaves: readonly OpenLeaf[];
  readonly total: Range;
}

export interface Field {
  /** Some total or rank is not known yet. */
  readonly isOpen: boolean;
  readonly ladder: Ladder;
  readonly contenders: readonly Contender[];
  /** Every total that an open unit may come to, also of one that cannot be ranked. */
  readonly totals: ReadonlyMap<number, Range>;
}

/** Totals that stand alone up to this many; more of one kind count as everything between their ends. */
const MAX_SINGLE = 12;

/** Totals at which a condition or a grade changes. */
export function totalLimits({ book }: Prepared): Rational[] {
  const limits = book.conditions.flatMap(({ field, value }) =>
    field.kind !== 'total'
      ? []
      : [value.number ?? '', ...value.items].flatMap(
          (item) => q.parse(item.trim().replace(',', '.').replace(/%$/, '').trim()) ?? [],
        ),
  );
  return [...limits, ...book.bands.flatMap((band) => q.parseOptional(band.from) ?? [])];
}

/** Whether the grade of a unit hangs on a fact nobody knows, and something asks for grades: one answer counts for both. */
function hasOpenGrade({ book, judge, broken, asksGrade, gradable }: Prepared, facts: Facts): boolean {
  return (
    asksGrade &&
    gradable &&
    book.bands.length > 0 &&
    book.conditions.some((condition) => {
      const { scope, field } = condition;
      return (
        (isOnGrade(condition) || scope.kind === 'grade') &&
        (field.kind === 'attribute' || field.kind === 'ballot') &&
        !broken.has(condition) &&
        judge(condition, facts).holds === null
      );
    })
  );
}

function isUnscored({ tree }: Prepared, { raw }: PenalisedUnit, level: Level): boolean {
  const score = raw.get(level);
  return (
    score !== undefined &&
    score.missing !== null &&
    tree.leaves.some((leaf) => leaf.kind === 'main' && score.leaves[leaf.leaf]?.kind === 'none')
  );
}

type Draft = Omit<Contender, 'pieces' | 'mayStayOut'>;

/** The units that are ranked, or could be. */
function draftContenders(prepared: Prepared): Draft[] {
  const finder = new OpenLeafFinder(prepared.book, prepared.recipe, prepared.bloc);
  const { rankingLevel: level, tieKeys } = prepared.book.settings;
  const openOf = prepared.units.map((own): readonly OpenLeaf[] => {
    if (own.scored.recorded) return [];
    // A missing cell that a sanction sets to 0 leaves a total, but the unit is still being scored.
    const complete =
      own.facts.total !== null && prepared.bloc.brokenRelatives.size === 0 && !isUnscored(prepared, own, level);
    return complete ? [] : finder.find(own.scored, own.scored.outcomes.get(level) ?? []);
  });
  const asked = askedRows(prepared, openOf.filter((leaves) => leaves.length > 0).length);
  return prepared.units.flatMap((own, unit): Draft[] => {
    if (own.scored.recorded) return [];
    const { total } = own.facts;
    const openLeaves = openOf[unit] ?? [];
    if (
      total !== null &&
      openLeaves.length === 0 &&
      own.noRank !== null &&
      !hasOpenGrade(prepared, own.facts) &&
      !tieKeys.some((key) => isOpenKey(prepared, key, own.facts))
    ) {
      if (own.noRank) return [];
      const keys = prepared.keys.map((key) => key.valueOf(unit));
      const range: Range = { low: total, high: total };
      return [
        {
          unit,
          open: false,
          openLeaves,
          total: range,
          completions: [{ total: range, totals: [total], facts: own.facts, keys }],
        },
      ];
    }
    const completions = completionsOf(prepared, own, openLeaves, asked);
    return [{ unit, open: true, openLeaves, completions, total: totalRange(completions) }];
  });
}

interface Span {
  readonly low: number;
  readonly high: number;
  /** Its only total, or one that stands for all. */
  readonly total: Rational;
}

/** The heights of one completion, cut where a condition on the total changes its answer. */
function spansOf({ total, totals }: Completion, ladder: Ladder, cuts: readonly number[]): readonly Span[] {
  if (totals !== null && totals.length <= MAX_SINGLE) {
    return totals.map((each) => {
      const height = ladder.heightOf(each);
      return { low: height, high: height, total: each };
    });
  }
  const low = total.low === null ? -1 : ladder.heightOf(total.low);
  const high = total.high === null ? ladder.top : ladder.heightOf(total.high);
  const spans: [number, number][] = [];
  let from = low;
  for (const cut of cuts) {
    if (cut < from || cut > high) continue;
    if (cut > from) spans.push([from, cut - 1]);
    spans.push([cut, cut]);
    from = cut + 1;
  }
  if (from <= high) spans.push([from, high]);
  return spans
    .map((span) => closeIn(span, ladder))
    .filter(([first, last]) => first <= last)
    .map(([first, last]) => ({ low: first, high: last, total: ladder.totalAt(first) }));
}

/** Leaves out heights at the ends that no total has. */
function closeIn([from, to]: readonly [number, number], ladder: Ladder): [number, number] {
  let [low, high] = [from, to];
  while (low <= high && !ladder.exists(low)) low += 1;
  while (high >= low && !ladder.exists(high)) high -= 1;
  return [low, high];
}

function finish(prepared: Prepared, draft: Draft, ladder: Ladder, cuts: readonly number[]): Contender | null {
  const { sanctions, judge } = prepared;
  let mayStayOut = false;
  const pieces = draft.completions.flatMap((completion) =>
    spansOf(completion, ladder, cuts).flatMap(({ low, high, total }): Piece[] => {
      const facts: Facts = { ...completion.facts, total };
      const out: Tri = draft.open ? keepsFromRank(sanctions, judge, facts) : false;
      mayStayOut ||= out !== false;
      return out === true ? [] : [{ unit: draft.unit, low, high, facts, keys: completion.keys }];
    }),
  );
  return pieces.length === 0 ? null : { ...draft, pieces, mayStayOut };
}

export function fieldOf(prepared: Prepared): Field {
  const drafts = draftContenders(prepared);
  const isOpen = drafts.some(({ open }) => open);
  const limits = totalLimits(prepared);
  const ends = drafts.flatMap(({ completions }) =>
    completions.flatMap(({ total, totals }): readonly Rational[] =>
      totals !== null && totals.length <= MAX_SINGLE ? totals : [total.low ?? [], total.high ?? []].flat(),
    ),
  );
  const ladder = new Ladder([...ends, ...limits], prepared.book.settings.totalDecimals);
  const cuts = [...new Set(limits.map((limit) => ladder.heightOf(limit)))].sort((a, b) => a - b);
  return {
    isOpen,
    ladder,
    totals: new Map(drafts.map(({ unit, total }) => [unit, total])),
    contenders: drafts.flatMap((draft) => finish(prepared, draft, ladder, cuts) ?? []),
  };
}
