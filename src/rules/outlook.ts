/**
 * What is certain about ranks and awards although something is missing. Intervals settle what they can; what
 * they cannot part is followed case by case, as far as `WORK` allows. An award is settled only when it goes
 * the same way for every completion of the missing cells, every answer to an unknown fact and every decision
 * a meeting could take.
 */
import { BoundsFinder } from './bounds';
import type { Bounds } from './bounds';
import type { Branch } from './branches';
import { fieldOf } from './contenders';
import type { Field } from './contenders';
import { awardRules, Follower } from './follow';
import type { AwardRules, Followed } from './follow';
import { AwardLedger } from './ledger';
import type { AwardOutlook, Limits } from './ledger';
import type { Prepared } from './prepare';
import { isSoundAward } from './quota';
import { SeenCases } from './seen-cases';
import { anyCase, casesOf, choicesFor } from './scenarios';
import { buildLadder, NOTHING_ASSUMED, standUnder } from './standing';
import type { Assumption, Standing, TotalLadder } from './standing';

export interface Outlook {
  readonly standing: Standing;
  readonly awards: readonly AwardOutlook[];
  readonly field: Field;
  /** Who is next in line was not followed in every case. */
  readonly pruned: boolean;
  /** What intervals give, narrowed by `seen`; null where nothing is open, or everything in doubt. */
  readonly bounds: Bounds | null;
  /** What following every case showed; null where they were too many. */
  readonly seen: SeenCases | null;
}

/**
 * Work allowed for following cases: a case costs as much as units × awards, twice that where an award asks for
 * grades, each further way an award can go in it as much as units. A bloc of ordinary size is then told in at
 * most four times the time of a full one.
 */
const WORK = 4_500;

class LookAhead {
  readonly rules: readonly AwardRules[];
  readonly standing: Standing;
  private readonly follower: Follower;
  private readonly base: Followed;
  readonly ledgers: readonly AwardLedger[];
  private pruned = false;
  private seen: SeenCases | null = null;

  constructor(readonly prepared: Prepared) {
    this.rules = awardRules(prepared);
    this.follower = new Follower(prepared, this.rules);
    this.standing = standUnder(prepared, buildLadder(prepared, []), NOTHING_ASSUMED);
    this.base = this.follower.followAll(this.standing);
    this.ledgers = this.rules.map(() => new AwardLedger());
  }

  /** Grants to units without total are not applied; they would be once there is one. Both ways count. */
  private grantsToTry(open: readonly number[]): readonly ReadonlySet<number>[] {
    const granted = open.filter(
      (unit) =>
        this.prepared.facts[unit]?.total === null &&
        [...this.prepared.decisions.ofAward.values()].some(({ grants }) => grants.some((grant) => grant.unit === unit)),
    );
    return granted.length === 0 ? [new Set()] : [new Set(granted), new Set()];
  }

  private branchesUnder(
    ladder: TotalLadder,
    assumption: Assumption,
    without: ReadonlySet<number>,
  ): { followed: Followed; standing: Standing } {
    const standing = standUnder(this.prepared, ladder, assumption, false);
    return { standing, followed: this.follower.followFrom(this.base, standing, [...assumption.keys()], without) };
  }

  /** Follows everything that can still come; false when there is more than `WORK` allows. */
  private follow(bounds: Bounds | null): boolean {
    const { prepared, ledgers } = this;
    if (bounds === null) {
      this.base.prospects.forEach((prospect, number) => ledgers[number]?.add(prospect, this.standing));
      return true;
    }
    const perWay = prepared.units.length + 1;
    const perCase = perWay * (ledgers.length + 1) * (prepared.asksGrade && prepared.book.bands.length > 0 ? 2 : 1);
    const choices = choicesFor(prepared, bounds, Math.ceil(WORK / perCase));
    if (choices === null) return false;
    let work = WORK + perCase;
    const grants = this.grantsToTry(choices.all.map(({ unit }) => unit));
    this.pruned = choices.pruned;
    const { ladder, assumptions } = casesOf(prepared, choices.all);
    const seen = new SeenCases(choices.all, ledgers.length);
    for (const assumption of assumptions) {
      work -= perCase;
      if (work < 0) return false;
      for (const without of grants) {
        const { standing, followed } = this.branchesUnder(ladder, assumption, without);
        followed.prospects.forEach((prospect, number) => ledgers[number]?.add(prospect, standing, without.size === 0));
        if (without.size === 0) seen.add(assumption, standing, followed.prospects);
        // A single branch is the plain case.
        const more = followed.prospects.reduce((sum, { bySituation }) => sum + bySituation.flat().length - 1, 0);
        work -= perWay * Math.max(0, more);
      }
    }
    this.seen = seen;
    return true;
  }

  /** One way every award can go. */
  private examples(bounds: Bounds): readonly (readonly Branch[])[] {
    const { ladder, assumption } = anyCase(this.prepared, bounds);
    return this.branchesUnder(ladder, assumption, new Set()).followed.prospects.map(({ bySituation }) =>
      bySituation.flat().slice(0, 1),
    );
  }

  private limitsOf({ field, awards }: Bounds, number: number, example: readonly Branch[]): Limits {
    const own = awards[number];
    const rules = this.rules[number];
    const unitsOf = (numbers: ReadonlySet<number>): Set<number> =>
      new Set([...numbers].map((each) => field.contenders[each]?.unit ?? -1));
    if (own === undefined || rules === undefined)
      return { may: new Set(field.contenders.map(({ unit }) => unit)), sure: new Set(), settled: false, example };
    const { fewest, most } = own.places;
    // More holders than places is another outcome than as many.
    const over = own.sure.size <= Math.max(0, fewest) || own.sure.size > Math.max(0, most);
    return {
      may: unitsOf(own.may),
      sure: unitsOf(own.sure),
      settled: over && !rules.doubtful && isSoundAward(rules.award) && example.length > 0,
      example,
    };
  }

  private findBounds(field: Field): Bounds {
    return new BoundsFinder(this.prepared, field, this.standing).find(this.rules);
  }

  private awards(field: Field, bounds: Bounds | null, finished: boolean): AwardOutlook[] {
    const unclear = !finished || this.ledgers.some(({ blurred, lostAbove }) => blurred || lostAbove);
    const limits = bounds ?? (unclear && !this.prepared.doubtful ? this.findBounds(field) : null);
    const examples = unclear && limits !== null ? this.examples(limits) : [];
    const everyone: Limits = {
      may: new Set(field.contenders.map(({ unit }) => unit)),
      sure: new Set(),
      settled: false,
      example: [],
    };
    return this.rules.map(({ award }, number) => {
      const own = limits === null ? everyone : this.limitsOf(limits, number, examples[number] ?? []);
      return (this.ledgers[number] as AwardLedger).outlook(award, this.base.eligibility[number] ?? [], !finished, own);
    });
  }

  /** No rank that no case showed. */
  private narrowed(bounds: Bounds): Bounds {
    const { seen, pruned } = this;
    if (seen === null || pruned) return bounds;
    return {
      ...bounds,
      ranks: bounds.ranks.map((range, number) => seen.rankOf(bounds.field.contenders[number]?.unit ?? -1) ?? range),
    };
  }

  outlook(): Outlook {
    const field = fieldOf(this.prepared);
    const bounds = field.isOpen && !this.prepared.doubtful ? this.findBounds(field) : null;
    const finished = this.prepared.doubtful ? this.rules.length === 0 : this.follow(bounds);
    const awards = this.awards(field, bounds, finished);
    const { standing, seen, pruned } = this;
    return { standing, field, bounds: bounds && this.narrowed(bounds), seen, pruned, awards };
  }
}

export function lookAhead(prepared: Prepared): Outlook {
  return new LookAhead(prepared).outlook();
}
