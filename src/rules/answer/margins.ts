/** How close an award was: the smallest change that would swap the last holder and the next in line. */
import type { AwardId, Book, CriterionCode, Numeral, UnitId } from '../model/book';
import type { Evaluation } from '../model/evaluation';
import type { LeafOutcome } from '../score/leaf';
import { prepare } from '../prepare';
import type { Prepared } from '../prepare';
import { rankUnits } from '../order/rank';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import { scoreLevel } from '../score/exact';
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

  /** Whether `a` stands before `b` with these totals. */
  private leads(a: number, totalA: Rational, b: number, totalB: Rational): boolean {
    const order = q.order(totalA, totalB);
    if (order === null) return false;
    if (order !== 0) return order > 0;
    const ranking = rankUnits([a, b], () => 0, this.prepared.keys, this.prepared.decisions.orders);
    return ranking.classes.length > 1 && ranking.classes[0]?.[0] === a;
  }

  private total(unit: number): Rational | null {
    return this.prepared.facts[unit]?.total ?? null;
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

  private totalWith(unit: number, leaf: TreeNode, points: Rational): Rational | null {
    const { recipe, units } = this.prepared;
    const leaves = (units[unit]?.ranking.leaves ?? []).map((outcome, at): LeafOutcome =>
      at === leaf.leaf ? { kind: 'points', points, from: 'typed' } : outcome,
    );
    return scoreLevel(recipe, leaves).total;
  }

  /** One step up for the unit outside, or one down for the holder. */
  private steps(holder: number, outside: number): MarginStep[] {
    const { tree, units, book } = this.prepared;
    return [
      [outside, 1],
      [holder, -1],
    ].flatMap(([unit = 0, better = 1]) =>
      tree.leaves.flatMap((leaf): MarginStep[] => {
        const outcome = units[unit]?.ranking.leaves[leaf.leaf];
        if (outcome?.kind !== 'points' || comparesUnits(leaf.criterion.way)) return [];
        const to = this.oneStep(leaf, outcome.points, (leaf.kind === 'deduction' ? -better : better) as 1 | -1);
        const changed = to === null ? null : this.totalWith(unit, leaf, to);
        const mine = unit === outside ? changed : this.total(outside);
        const theirs = unit === holder ? changed : this.total(holder);
        if (to === null || mine === null || theirs === null || !this.leads(outside, mine, holder, theirs)) return [];
        return [
          {
            criterion: leaf.criterion.code,
            unit: book.units[unit]?.id ?? '',
            from: q.format(outcome.points),
            to: q.format(to),
          },
        ];
      }),
    );
  }

  find(award: AwardId, holder: number, outside: number): Margin | null {
    const theirs = this.total(holder);
    const mine = this.total(outside);
    if (theirs === null || mine === null) return null;
    const { book } = this.prepared;
    const gap = q.subtract(theirs, mine);
    const enough = this.leads(outside, theirs, holder, theirs);
    const { totalDecimals } = book.settings;
    const needed = enough || totalDecimals === null ? gap : q.add(gap, { n: 1n, d: 10n ** BigInt(totalDecimals) });
    return {
      award,
      holder: book.units[holder]?.id ?? '',
      outside: book.units[outside]?.id ?? '',
      gap: q.format(gap),
      needed: q.format(needed),
      more: !enough && totalDecimals === null,
      criteria: this.steps(holder, outside),
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
    const last = [...byRank].sort((a, b) => (rankOf.get(b) ?? 0) - (rankOf.get(a) ?? 0))[0];
    const holder = prepared.indexOf.get(last ?? '');
    if (holder === undefined) return [];
    return award.next.flatMap((unit) => {
      const outside = prepared.indexOf.get(unit);
      return outside === undefined ? [] : (finder.find(award.id, holder, outside) ?? []);
    });
  });
}
