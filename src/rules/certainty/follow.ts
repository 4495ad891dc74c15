/** Who is eligible for which award under a standing, and what the awards then do. */
import { itemAt, valueAt } from '../../base/present';
import type { Award, Condition } from '../model/book';
import { followAwards } from './branches';
import type { AwardCase, Prospect } from './branches';
import { conditionsOfAward, judgeUnit } from '../conditions/eligibility';
import type { AwardDecisions } from '../order/decisions';
import { excludes } from '../conditions/exclusion';
import type { Grade } from '../order/grades';
import type { ConditionSet, Eligibility } from '../conditions/eligibility';
import type { Prepared } from '../prepare';
import type { Standing } from './standing';
import { patternsOf } from './unknown-facts';
import type { Patterns } from './unknown-facts';

export interface AwardRules {
  readonly award: Award;
  readonly conditions: ConditionSet;
  /** Eligibility hangs on ranks or grades, which every assumption changes. */
  readonly moves: boolean;
  readonly doubtful: boolean;
  readonly passesDown: boolean;
  /** Numbers of the awards above whose holders cannot have this one, and of those that fall back to it. */
  readonly excludedBy: readonly number[];
  readonly fallbackOf: readonly number[];
  /** Some award below asks who holds this one. */
  readonly isAskedBelow: boolean;
}

/** Whether a condition speaks of an award. */
const concerns = ({ scope }: Condition, { id }: Award): boolean =>
  scope.kind === 'all' || (scope.kind === 'awards' && scope.awards.includes(id));

export function awardRules(prepared: Prepared): AwardRules[] {
  const { book, stray } = prepared;
  const { awards, settings } = book;
  return awards.map((award, number) => {
    const above = awards.slice(0, number);
    const numbersOf = (asks: (other: Award) => boolean): number[] =>
      above.flatMap((other, at) => (asks(other) ? [at] : []));
    const conditions = conditionsOfAward(award, book.conditions, stray);
    const all = [...conditions.single, ...conditions.groups.flat(), ...conditions.bars];
    return {
      award,
      conditions,
      excludedBy: numbersOf((other) => excludes(other, award, awards, settings)),
      fallbackOf: numbersOf(({ fallback }) => fallback === award.id),
      isAskedBelow: awards
        .slice(number + 1)
        .some((below) => award.fallback === below.id || excludes(award, below, awards, settings)),
      passesDown: (award.unusedPlaces ?? book.settings.unusedPlaces) === 'passDown',
      moves: all.some(({ field }) => field.kind === 'rank' || field.kind === 'grade'),
      // A rule on postponing that cannot be read leaves open whom the award may be proposed for.
      doubtful:
        book.doubts.some(({ touches }) => touches !== 'totals' && touches.includes(award.id)) ||
        book.conditions.some(
          (condition) =>
            condition.effect.kind === 'postpone' && prepared.broken.has(condition) && concerns(condition, award),
        ),
    };
  });
}

/** By award, then by unit. */
type EligibilityTable = readonly (readonly Eligibility[])[];

/** Eligibility for every award, and what the awards then do. */
export interface Followed {
  readonly eligibility: EligibilityTable;
  readonly prospects: readonly Prospect[];
}

export class Follower {
  /** By unit, then by award, rank and grades. */
  private readonly judged: Map<string, Eligibility>[] = [];
  private readonly bands: readonly Grade[];

  constructor(
    private readonly prepared: Prepared,
    private readonly rules: readonly AwardRules[],
  ) {
    this.bands = prepared.book.bands.map(({ name }) => name);
  }

  private eligibility(
    standing: Standing,
    { conditions }: AwardRules,
    units: Iterable<number>,
    into: Eligibility[],
  ): Eligibility[] {
    for (const unit of units) into[unit] = judgeUnit(conditions, itemAt(standing.facts, unit), this.prepared.judge);
    return into;
  }

  /** `without` are units whose grants are left out. */
  private decisionsFor(award: Award, without: ReadonlySet<number>): AwardDecisions {
    const own = valueAt(this.prepared.decisions.ofAward, award.id);
    return without.size === 0 ? own : { ...own, grants: own.grants.filter(({ unit }) => !without.has(unit)) };
  }

  private cases(eligibility: EligibilityTable, without: ReadonlySet<number>): AwardCase[] {
    return this.rules.map(
      ({ award, doubtful, passesDown, excludedBy, fallbackOf, isAskedBelow }, number): AwardCase => ({
        award,
        number,
        doubtful,
        passesDown,
        excludedBy,
        fallbackOf,
        isAskedBelow,
        eligible: itemAt(eligibility, number).map(({ eligible }) => eligible),
        decisions: this.decisionsFor(award, without),
      }),
    );
  }

  /** The patterns of a unit's unknown facts, found when first asked for. */
  private patternFinder(standing: Standing, eligibility: EligibilityTable): (unit: number) => Patterns | null {
    const found = new Map<number, Patterns | null>();
    const sets = this.rules.map(({ conditions }) => conditions);
    return (unit) => {
      const known = found.get(unit);
      if (known !== undefined) return known;
      const own = eligibility.map((award) => itemAt(award, unit));
      const patterns = patternsOf(this.prepared, itemAt(standing.facts, unit), sets, own);
      found.set(unit, patterns);
      return patterns;
    };
  }

  private run(standing: Standing, eligibility: EligibilityTable, without: ReadonlySet<number>): Followed {
    const { book } = this.prepared;
    const frame = {
      ranking: standing.ranking,
      unitCount: book.units.length,
      patternsOf: this.patternFinder(standing, eligibility),
    };
    return { eligibility, prospects: followAwards(this.cases(eligibility, without), frame) };
  }

  /** Judges every unit. */
  followAll(standing: Standing): Followed {
    return this.run(
      standing,
      this.rules.map((rules) => this.eligibility(standing, rules, standing.facts.keys(), [])),
      new Set(),
    );
  }

  /** Whether a unit about which nothing is assumed may have an award that asks for ranks or grades: nothing else of it changes. */
  private moved(standing: Standing, { conditions }: AwardRules, number: number, unit: number): Eligibility {
    const facts = itemAt(standing.facts, unit);
    const grades = facts.grades.map((grade) => this.bands.indexOf(grade)).join();
    const stands = `${String(number)} ${String(facts.rank)} ${String(facts.lastRank)} ${grades}`;
    const judged = (this.judged[unit] ??= new Map());
    let known = judged.get(stands);
    if (known === undefined) judged.set(stands, (known = judgeUnit(conditions, facts, this.prepared.judge)));
    return known;
  }

  /** Judges again only the units that the assumption touches, and those that stand as they never did before. */
  followFrom(base: Followed, standing: Standing, units: readonly number[], without: ReadonlySet<number>): Followed {
    return this.run(
      standing,
      this.rules.map((rules, number) => {
        const own = [...itemAt(base.eligibility, number)];
        if (rules.moves)
          for (const unit of own.keys())
            if (!units.includes(unit)) own[unit] = this.moved(standing, rules, number, unit);
        return this.eligibility(standing, rules, units, own);
      }),
      without,
    );
  }
}
