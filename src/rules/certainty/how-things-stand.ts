/** How things stand at any moment of the season: ranges, certain, possible, out of reach, and what is needed. */
import { itemAt, valueAt } from '../../base/present';
import type { CriterionCode, UnitId } from '../model/book';
import type { Contender } from './contenders';
import type {
  AwardChances,
  AwardResult,
  Outlook as Told,
  Possible,
  ReasonCode,
  UnitOutlook,
  Wait,
} from '../model/evaluation';
import { excludes } from '../conditions/exclusion';
import type { AwardOutlook } from './ledger';
import type { OpenLeaf } from './open-leaves';
import { Needs } from './needs';
import type { Outlook } from './outlook';
import type { Prepared } from '../prepare';
import * as q from '../number/rational';

/** The codes of a missing input, as against a wrong one. */
const EMPTY: ReadonlySet<string> = new Set([
  'score-missing',
  'data-missing',
  'unit-column-missing',
  'criterion-row-missing',
]);

/** So many cells are named for one award, and so many rivals for one unit; `competing` names all. */
const MAX_WAITS = 100;
const MAX_RIVALS = 100;

/** Of so many of the heaviest cells it is asked what filling them settles, each by so many values of its own. */
const MAX_ASKED = 24;
const MAX_VALUES = 12;

interface Weighed extends Wait {
  readonly weight: number;
  readonly number: number;
  readonly open: OpenLeaf;
}

class Teller {
  private readonly weights = new Map<number, number>();
  private readonly spans = new Map<OpenLeaf, number>();
  private readonly heights = new Map<number, readonly [number, number]>();
  private readonly contenderOf: ReadonlyMap<number, number>;
  private readonly needs: Needs | null;

  constructor(
    private readonly prepared: Prepared,
    private readonly outlook: Outlook,
    private readonly results: readonly AwardResult[],
  ) {
    this.contenderOf = new Map(outlook.field.contenders.map(({ unit }, number) => [unit, number]));
    this.needs = outlook.bounds === null ? null : new Needs(prepared, outlook.bounds, outlook.seen);
  }

  private idOf(unit: number): UnitId {
    return itemAt(this.prepared.book.units, unit).id;
  }

  private contender(unit: number): Contender | null {
    return this.outlook.field.contenders[this.contenderOf.get(unit) ?? -1] ?? null;
  }

  private rankRange(unit: number): readonly [number, number] | null {
    const {
      outlook: {
        bounds,
        standing: { ranking },
        field,
      },
    } = this;
    const number = this.contenderOf.get(unit);
    if (number === undefined) return null;
    if (this.prepared.doubtful) return [1, field.contenders.length];
    const range = bounds?.ranks[number];
    if (range !== undefined) return [range.best, range.tied];
    const rank = ranking.rankOf.get(unit);
    const tied = ranking.classes.find((each) => each.includes(unit))?.length ?? 1;
    return rank === undefined ? null : [rank, rank + tied - 1];
  }

  /** What of a unit has no points: how many main cells are empty, and the main criteria that are open. */
  private openCells(unit: number): { readonly empty: number; readonly open: readonly CriterionCode[] } {
    const { scored } = itemAt(this.prepared.units, unit);
    const outcomes = scored.recorded ? [] : (scored.outcomes.get(this.prepared.book.settings.rankingLevel) ?? []);
    const open: CriterionCode[] = [];
    let empty = 0;
    for (const leaf of this.prepared.tree.leaves) {
      const outcome = outcomes[leaf.leaf];
      if (leaf.kind !== 'main' || outcome?.kind !== 'none') continue;
      open.push(leaf.criterion.code);
      if (EMPTY.has(outcome.code)) empty += 1;
    }
    return { empty, open };
  }

  unit(unit: number): UnitOutlook {
    const known = itemAt(this.prepared.facts, unit).total;
    const { low, high } = this.outlook.field.totals.get(unit) ?? { low: known, high: known };
    const total = [q.formatOptional(low), q.formatOptional(high)] as const;
    return {
      id: this.idOf(unit),
      rank: this.rankRange(unit),
      total,
      ...this.openCells(unit),
    };
  }

  /** Why a unit cannot have an award. */
  private outCode(own: AwardOutlook, number: number, unit: number): ReasonCode {
    const [reason] = valueAt(itemAt(this.results, number).why, this.idOf(unit));
    const told = reason?.code;
    if (
      told !== undefined &&
      told !== 'condition-unknown' &&
      told !== 'upstream' &&
      told !== 'tied' &&
      told !== 'granted' &&
      (told !== 'not-ranked' || !this.contenderOf.has(unit))
    )
      return told;
    const { eligible, against } = itemAt(own.eligibility, unit);
    if (valueAt(this.prepared.decisions.ofAward, own.award.id).denied.has(unit)) return 'denied';
    if (eligible === false)
      return against.some(({ condition, verdict }) => condition.effect.kind === 'bar' && verdict.holds === true)
        ? 'barred'
        : 'condition-failed';
    const above = this.outlook.awards.slice(0, number);
    const { awards, settings } = this.prepared.book;
    if (above.some(({ award, certain }) => certain.has(unit) && excludes(award, own.award, awards, settings)))
      return 'holds-other';
    return this.contenderOf.has(unit) ? 'outranked' : 'not-ranked';
  }

  award(own: AwardOutlook, number: number): AwardChances {
    const { bounds, field } = this.outlook;
    const units = [...this.prepared.units.keys()];
    const certain = units.filter((unit) => own.certain.has(unit));
    const possible = units.filter((unit) => own.ever.has(unit) && !own.certain.has(unit));
    const places =
      itemAt(this.results, number).places ?? bounds?.awards[number]?.places.most ?? field.contenders.length;
    const height = (unit: number): number =>
      bounds?.ranks[this.contenderOf.get(unit) ?? -1]?.best ??
      this.outlook.standing.ranking.rankOf.get(unit) ??
      Infinity;
    const byRank = [...possible].sort((a, b) => height(a) - height(b) || a - b);
    return {
      id: own.award.id,
      waits: possible.length === 0 ? [] : this.waits(number, possible),
      settled: certain.length,
      open: byRank.length === 0 ? 0 : Math.max(0, places - certain.length),
      competing: byRank.map((unit) => this.idOf(unit)),
      certain: certain.map((unit) => this.idOf(unit)),
      possible: byRank.map((unit): Possible => this.possible(number, unit, byRank)),
      out: units
        .filter((unit) => !own.ever.has(unit))
        .map((unit) => ({ unit: this.idOf(unit), code: this.outCode(own, number, unit) })),
    };
  }

  /**
   * The cells of the units that compete, those first that settle most: leave the award open for the fewest units.
   * Where the cases do not tell, those weigh more whose unit may still change more places, and that hold a
   * larger part of the points it lacks.
   */
  private waits(award: number, units: readonly number[]): readonly Wait[] {
    let first: readonly Weighed[] = [];
    for (const unit of [...units].sort((a, b) => this.weightOf(b) - this.weightOf(a))) {
      const last = first[MAX_WAITS - 1];
      if (last !== undefined && this.weightOf(unit) <= last.weight) break;
      first = [...first, ...this.cellsOf(unit)].sort((a, b) => b.weight - a.weight).slice(0, MAX_WAITS);
    }
    const asked = first.slice(0, MAX_ASKED).map((cell) => ({ cell, left: this.leftOpenBy(award, cell) }));
    asked.sort((a, b) => (a.left < b.left ? -1 : Number(a.left > b.left)));
    return [...asked.map(({ cell }) => cell), ...first.slice(MAX_ASKED)].map(({ unit, criterion, place }) => ({
      unit,
      criterion,
      place,
    }));
  }

  /** For how many units the award is still open once a cell is filled: the mean over its values, the unit's other cells open. */
  private leftOpenBy(award: number, { number, open }: Weighed): number {
    const { low, high } = this.contender(number)?.total ?? { low: null, high: null };
    if (this.outlook.seen === null || low === null || high === null || open.high === null) return Infinity;
    const { values } = open;
    const tried = values !== null && values.length <= MAX_VALUES ? values : [open.low, open.high];
    const sign = open.leaf.kind === 'deduction' ? q.negate : (points: q.Rational): q.Rational => points;
    const [least, most] = open.leaf.kind === 'deduction' ? [open.high, open.low] : [open.low, open.high];
    let sum = 0;
    for (const value of tried) {
      // A cap may bring the two ends nearer to each other than the other cells alone do.
      const [from, to] = [q.add(low, sign(q.subtract(value, least))), q.subtract(high, sign(q.subtract(most, value)))];
      const left = this.outlook.seen.openWhile(
        award,
        number,
        q.minimum(high, q.minimum(from, to)),
        q.maximum(low, q.maximum(from, to)),
      );
      if (left === null) return Infinity;
      sum += left;
    }
    return sum / tried.length;
  }

  /** The weight of a unit's heaviest cell. */
  private weightOf(unit: number): number {
    let known = this.weights.get(unit);
    if (known === undefined)
      this.weights.set(
        unit,
        (known =
          this.emptyLeaves(unit).reduce((most, open) => Math.max(most, this.spanOf(open)), 0) *
          this.sharePerPoint(unit)),
      );
    return known;
  }

  /** What each point of a unit's empty cells weighs. */
  private sharePerPoint(unit: number): number {
    const { openLeaves = [] } = this.contender(unit) ?? {};
    const [best, worst] = this.rankRange(unit) ?? [1, 1];
    return (
      (worst - best + 1) /
      Math.max(
        openLeaves.reduce((sum, open) => sum + this.spanOf(open), 0),
        1e-9,
      )
    );
  }

  /** The open leaves of a unit whose cells are empty or broken. */
  private emptyLeaves(unit: number): readonly OpenLeaf[] {
    const outcomes =
      itemAt(this.prepared.units, unit).scored.outcomes.get(this.prepared.book.settings.rankingLevel) ?? [];
    return (this.contender(unit)?.openLeaves ?? []).filter(({ leaf }) => outcomes[leaf.leaf]?.kind === 'none');
  }

  private cellsOf(unit: number): readonly Weighed[] {
    const { scored } = itemAt(this.prepared.units, unit);
    const column = scored.columns.get(this.prepared.book.settings.rankingLevel);
    const share = this.sharePerPoint(unit);
    return this.emptyLeaves(unit).map((open) => {
      const { code } = open.leaf.criterion;
      const place = column?.entries.get(code)?.place ?? scored.unit.place;
      return { unit: this.idOf(unit), criterion: code, place, weight: this.spanOf(open) * share, number: unit, open };
    });
  }

  /** The points an open leaf may bring or not. */
  private spanOf(open: OpenLeaf): number {
    let span = this.spans.get(open);
    if (span === undefined)
      this.spans.set(open, (span = open.high === null ? 1 : q.toDouble(q.subtract(open.high, open.low))));
    return span;
  }

  private possible(number: number, unit: number, rivals: readonly number[]): Possible {
    const contender = this.contenderOf.get(unit);
    const need = contender === undefined || this.needs === null ? null : this.needs.of(number, contender);
    return {
      unit: this.idOf(unit),
      needs: q.formatOptional(need?.needs ?? null),
      mayLose: q.formatOptional(need?.mayLose ?? null),
      rivals: need?.needs === null || need === null ? [] : this.rivalsOf(unit, need.reached, rivals),
    };
  }

  /** Those it must pass, the best first: they may stand before it now, and no longer once it has what it needs. */
  private rivalsOf(unit: number, reached: q.Rational | null, rivals: readonly number[]): readonly UnitId[] {
    const [low] = this.heightsOf(unit);
    const top = reached === null ? Infinity : this.outlook.field.ladder.heightOf(reached);
    const found: UnitId[] = [];
    for (const other of rivals) {
      const [theirLow, theirHigh] = this.heightsOf(other);
      if (other !== unit && theirHigh >= low && theirLow <= top) found.push(this.idOf(other));
      if (found.length === MAX_RIVALS) break;
    }
    return found;
  }

  /** The heights of the least and the greatest total of a unit. */
  private heightsOf(unit: number): readonly [number, number] {
    let known = this.heights.get(unit);
    if (known === undefined) {
      const { ladder } = this.outlook.field;
      const { low, high } = this.contender(unit)?.total ?? { low: null, high: null };
      this.heights.set(
        unit,
        (known = [low === null ? -Infinity : ladder.heightOf(low), high === null ? Infinity : ladder.heightOf(high)]),
      );
    }
    return known;
  }
}

/** `results` are the awards as they were judged, in the order of the sheet. */
export function howThingsStand(prepared: Prepared, outlook: Outlook, results: readonly AwardResult[]): Told {
  const teller = new Teller(prepared, outlook, results);
  return {
    units: [...prepared.units.keys()].map((unit) => teller.unit(unit)),
    awards: outlook.awards.map((own, number) => teller.award(own, number)),
  };
}
