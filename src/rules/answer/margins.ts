/** How close an award was: the smallest change that would swap the last holder and the next in line. */
import { itemAt, valueAt } from '../../base/present';
import type { AwardId, Book, CriterionCode, Numeral, UnitId } from '../model/book';
import type { Evaluation } from '../model/evaluation';
import type { LeafOutcome } from '../score/leaf';
import { prepare } from '../prepare';
import type { Prepared } from '../prepare';
import type { Facts } from '../conditions/conditions';
import { penalise, type PenalisedUnit } from '../conditions/sanctions';
import { rankKey } from '../order/keys';
import { rankUnits, type RankKey } from '../order/rank';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { TreeNode } from '../score/tree';
import { comparesUnits, rulesOf } from '../score/ways';

/** A criterion where one step of its scale would be enough. */
export interface MarginStep {
  readonly criterion: CriterionCode;
  readonly unit: UnitId;
  readonly from: Numeral;
  readonly to: Numeral;
}

export interface Margin {
  readonly award: AwardId;
  /** The last who got a place by rank, and the first who did not. */
  readonly holder: UnitId;
  readonly outside: UnitId;
  /** By how much the holder's total is higher. */
  readonly gap: Numeral;
  /** How much more the unit outside would need to stand before the holder. */
  readonly needed: Numeral;
  /** `needed` itself is not enough, anything above it is: totals are not rounded. */
  readonly more: boolean;
  readonly criteria: readonly MarginStep[];
}

class MarginFinder {
  constructor(private readonly prepared: Prepared) {}

  /** Whether the unit outside stands before the holder when their totals are equal. */
  private winsTies(outside: Facts, holder: Facts): boolean {
    const { book, ballots, indexOf, keys, decisions } = this.prepared;
    const own = valueAt(indexOf, outside.unit.id);
    const other = valueAt(indexOf, holder.unit.id);
    const factsOf = (unit: number): Facts => (unit === own ? outside : holder);
    const withThese = book.settings.tieKeys.map((key, at): RankKey => ({
      ...itemAt(keys, at),
      ...rankKey(key, factsOf, ballots),
    }));
    const { classes } = rankUnits([own, other], () => 0, withThese, decisions.orders);
    return classes.length > 1 && itemAt(classes, 0)[0] === own;
  }

  /** Whether the unit outside stands before the holder, both as these facts have them. */
  private leads(outside: Facts, holder: Facts): boolean {
    if (outside.total === null || holder.total === null) return false;
    const order = q.order(outside.total, holder.total);
    return order === 0 ? this.winsTies(outside, holder) : order !== null && order > 0;
  }

  /** The next value up (or down) on a leaf's own scale; null where there is none. */
  private oneStep(leaf: TreeNode, points: Rational, direction: 1 | -1): Rational | null {
    const { way } = leaf.criterion;
    const { from, listed, each, bound } = rulesOf(way);
    const computed = from !== null && from !== 'cell' && from.rows === 'one' ? from.values : null;
    const values = listed?.of(way, leaf.max) ?? computed?.(way) ?? null;
    if (values !== null) {
      const further = values.filter((value) => direction * q.compare(value, points) > 0);
      return further.sort((a, b) => direction * q.compare(a, b))[0] ?? null;
    }
    const step = each(way) ?? leaf.step ?? this.finest();
    if (step === null) return null;
    const next = q.add(points, direction > 0 ? step : q.negate(step));
    const most = bound(way, leaf.max);
    return q.sign(next) < 0 || (most !== null && q.compare(next, most) > 0) ? null : next;
  }

  /** The smallest step of a leaf that has none of its own. */
  private finest(): Rational | null {
    const { criterionDecimals, totalDecimals } = this.prepared.book.settings;
    const decimals = criterionDecimals ?? totalDecimals;
    return decimals === null ? null : { n: 1n, d: 10n ** BigInt(decimals) };
  }

  /** A unit with other points at one leaf: its total, what tie keys find, and what sanctions make of it. */
  private factsWith({ scored }: PenalisedUnit, leaf: TreeNode, points: Rational): Facts {
    const level = this.prepared.book.settings.rankingLevel;
    const leaves = (scored.outcomes.get(level) ?? []).map((outcome, at): LeafOutcome =>
      at === leaf.leaf ? { kind: 'points', points, from: 'typed' } : outcome,
    );
    const outcomes = new Map([[level, leaves]]);
    return penalise({ ...scored, outcomes }, { ...this.prepared, report: () => undefined }).facts;
  }

  /** One step of `mover` after which the unit outside leads; `better`: up for the unit outside, down for the holder. */
  private stepsOf(mover: PenalisedUnit, better: 1 | -1, leads: (moved: Facts) => boolean): MarginStep[] {
    const leaves = mover.scored.outcomes.get(this.prepared.book.settings.rankingLevel) ?? [];
    return this.prepared.tree.leaves.flatMap((leaf): MarginStep[] => {
      const outcome = leaves[leaf.leaf];
      if (outcome?.kind !== 'points' || comparesUnits(leaf.criterion.way)) return [];
      const to = this.oneStep(leaf, outcome.points, (leaf.kind === 'deduction' ? -better : better) as 1 | -1);
      if (to === null || !leads(this.factsWith(mover, leaf, to))) return [];
      return [
        {
          criterion: leaf.criterion.code,
          unit: mover.scored.unit.id,
          from: q.format(outcome.points),
          to: q.format(to),
        },
      ];
    });
  }

  find(award: AwardId, holder: UnitId, outside: UnitId): Margin | null {
    const { units, indexOf, book } = this.prepared;
    const theirs = itemAt(units, valueAt(indexOf, holder));
    const mine = itemAt(units, valueAt(indexOf, outside));
    if (theirs.facts.total === null || mine.facts.total === null) return null;
    const gap = q.subtract(theirs.facts.total, mine.facts.total);
    const enough = this.winsTies(mine.facts, theirs.facts);
    const { totalDecimals } = book.settings;
    const needed = enough || totalDecimals === null ? gap : q.add(gap, { n: 1n, d: 10n ** BigInt(totalDecimals) });
    return {
      award,
      holder,
      outside,
      gap: q.format(gap),
      needed: q.format(needed),
      more: !enough && totalDecimals === null,
      criteria: [
        ...this.stepsOf(mine, 1, (moved) => this.leads(moved, theirs.facts)),
        ...this.stepsOf(theirs, -1, (moved) => this.leads(mine.facts, moved)),
      ],
    };
  }
}

/**
 * The margin of every settled award: one for each unit that is next in line. Awards without holder
 * by rank, or with nobody in line, have none.
 *
 * @example margins(book, evaluation)[0].needed // '1.21'
 */
export function margins(book: Book, evaluation: Evaluation): Margin[] {
  const prepared = prepare(book, () => undefined);
  const finder = new MarginFinder(prepared);
  const rankOf = new Map(evaluation.units.map((unit) => [unit.id, unit.rank ?? 0]));
  return evaluation.awards.flatMap((award): Margin[] => {
    if (award.status !== 'ok' && award.status !== 'overQuota') return [];
    const byRank = award.units.filter((unit) => award.why.get(unit)?.some(({ code }) => code === 'granted') === true);
    const [last] = byRank.sort((a, b) => (rankOf.get(b) ?? 0) - (rankOf.get(a) ?? 0));
    return last === undefined ? [] : award.next.flatMap((unit) => finder.find(award.id, last, unit) ?? []);
  });
}
