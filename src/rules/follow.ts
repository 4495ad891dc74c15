/** Who is eligible for which award under a standing, and what the awards then do. */
import type { Award } from './book';
import { followAwards } from './branches';
import type { AwardCase, Prospect } from './branches';
import { conditionsOfAward, judgeUnit } from './eligibility';
import type { AwardDecisions } from './decisions';
import type { ConditionSet, Eligibility } from './eligibility';
import type { Prepared } from './prepare';
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
}

export function awardRules(prepared: Prepared): AwardRules[] {
  const { book, stray } = prepared;
  return book.awards.map((award) => {
    const conditions = conditionsOfAward(award, book.conditions, stray);
    const all = [...conditions.single, ...conditions.groups.flat(), ...conditions.bars];
    return {
      award, conditions,
      passesDown: (award.unusedPlaces ?? book.settings.unusedPlaces) === 'passDown',
      moves: all.some(({ field }) => field.kind === 'rank' || field.kind === 'grade'),
      doubtful: book.doubts.some(({ touches }) => touches !== 'totals' && touches.includes(award.id)),
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
  constructor(private readonly prepared: Prepared, private readonly rules: readonly AwardRules[]) {}

  private eligibility(standing: Standing, { conditions }: AwardRules, units: Iterable<number>, into: Eligibility[]): Eligibility[] {
    for (const unit of units) {
      const facts = standing.facts[unit];
      if (facts !== undefined) into[unit] = judgeUnit(conditions, facts, this.prepared.judge);
    }
    return into;
  }

  /** `without` are units whose grants are left out. */
  private decisionsFor(award: Award, without: ReadonlySet<number>): AwardDecisions {
    const own = this.prepared.decisions.ofAward.get(award.id) ?? { orders: [], grants: [], denied: new Set() };
    return without.size === 0 ? own : { ...own, grants: own.grants.filter(({ unit }) => !without.has(unit)) };
  }

  private cases(eligibility: EligibilityTable, without: ReadonlySet<number>): AwardCase[] {
    return this.rules.map(({ award, doubtful, passesDown }, number): AwardCase => ({
      award, number, doubtful, passesDown, eligible: (eligibility[number] ?? []).map(({ eligible }) => eligible),
      decisions: this.decisionsFor(award, without),
    }));
  }

  /** The patterns of a unit's unknown facts, found when first asked for. */
  private patternFinder(standing: Standing, eligibility: EligibilityTable): (unit: number) => readonly Patterns[] | null {
    const found = new Map<number, readonly Patterns[] | null>();
    const sets = this.rules.map(({ conditions }) => conditions);
    return (unit) => {
      const known = found.get(unit);
      if (known !== undefined) return known;
      const facts = standing.facts[unit];
      const own = eligibility.map((award) => award[unit] ?? { eligible: false, against: [] });
      const patterns = facts === undefined ? null : patternsOf(this.prepared, facts, sets, own);
      found.set(unit, patterns);
      return patterns;
    };
  }

  /** One run for each way the unknown scores of the open units can be. */
  private run(standing: Standing, eligibility: EligibilityTable, openUnits: readonly number[], without: ReadonlySet<number>): readonly (readonly Prospect[])[] {
    const { book } = this.prepared;
    const cases = this.cases(eligibility, without);
    const find = this.patternFinder(standing, eligibility);
    const undecided = openUnits.filter((unit) => eligibility.some((award) => award[unit]?.eligible === null));
    return chooseGroups(undecided, find).map((chosen) => followAwards(cases, {
      ranking: standing.ranking, unitCount: book.units.length, exclusive: book.settings.oneAwardPerUnit,
      patternsOf: (unit) => chosen.get(unit) ?? find(unit)?.flat() ?? null,
    }));
  }

  /** Judges every unit. */
  followAll(standing: Standing): Followed {
    const eligibility = this.rules.map((rules) => this.eligibility(standing, rules, standing.facts.keys(), []));
    return { eligibility, prospects: this.run(standing, eligibility, [], new Set())[0] ?? [] };
  }

  /** Judges again only the units that the assumption touches, and follows every way their unknown scores can be. */
  followFrom(base: Followed, standing: Standing, units: readonly number[], without: ReadonlySet<number>): readonly (readonly Prospect[])[] {
    const eligibility = this.rules.map((rules, number) => (rules.moves
      ? this.eligibility(standing, rules, standing.facts.keys(), [])
      : this.eligibility(standing, rules, units, [...(base.eligibility[number] ?? [])])));
    return this.run(standing, eligibility, units, without);
  }
}

/** So many ways of unknown scores are told apart; with more of them they count like other unknown facts. */
const MAX_GROUPS = 64;

/** Every choice of one list of patterns for each unit. */
function chooseGroups(units: readonly number[], find: (unit: number) => readonly Patterns[] | null): readonly ReadonlyMap<number, Patterns>[] {
  let chosen: readonly ReadonlyMap<number, Patterns>[] = [new Map()];
  for (const unit of units) {
    const groups = find(unit);
    if (groups === null || chosen.length * groups.length > MAX_GROUPS) continue;
    chosen = chosen.flatMap((before) => groups.map((group) => new Map([...before, [unit, group]])));
  }
  return chosen;
}
