/**
 * What is certain about ranks and awards although something is missing. Intervals settle what they can; what
 * they cannot part is followed case by case, as far as `WORK` allows. An award is settled only when it goes
 * the same way for every completion of the missing cells, every answer to an unknown fact and every decision
 * a meeting could take.
 */
import { itemAt } from '../../base/present';
import { BoundsFinder } from './bounds';
import type { Bounds } from './bounds';
import type { Branch, Prospect } from './branches';
import { fieldOf } from './contenders';
import type { Field } from './contenders';
import { awardRules, Follower } from './follow';
import type { AwardRules, Followed } from './follow';
import { AwardLedger, signature } from './ledger';
import type { AwardOutlook, Limits } from './ledger';
import type { Prepared } from '../prepare';
import { isSoundAward } from '../order/quota';
import { SeenCases } from './seen-cases';
import { anyCase, casesFor } from './scenarios';
import { buildLadder, byGrades, NOTHING_ASSUMED, standUnder } from './standing';
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
const WORK = 3_600;
/** A small book is told in an instant even when that takes many times a full one. */
const SMALL = { cells: 300, work: 30_000 };

function workFor({ units, tree }: Prepared): number {
  return units.length * tree.leaves.length <= SMALL.cells ? SMALL.work : WORK;
}

/** Sets of up to so many units are tried in every order. */
const MAX_ORDERED = 3;

const ordersOf = (units: readonly number[]): readonly (readonly number[])[] =>
  units.length === 0
    ? [[]]
    : units.flatMap((one) => ordersOf(units.filter((other) => other !== one)).map((rest) => [one, ...rest]));

/** One way that a case can go, and what the awards then do. */
interface Way {
  readonly standing: Standing;
  readonly prospects: readonly Prospect[];
}

/** Whether some award goes another way. */
function differ([first, ...others]: readonly Way[]): boolean {
  const outcome = ({ prospects }: Way): string =>
    prospects.map(({ bySituation }) => bySituation.flat().map(signature).join('/')).join(' ');
  return others.some((way) => outcome(way) !== outcome(first as Way));
}

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

  private followUnder(standing: Standing, assumption: Assumption, without: ReadonlySet<number>): readonly Way[] {
    return byGrades(this.prepared, standing).map((own) => ({
      standing: own,
      prospects: this.follower.followFrom(this.base, own, [...assumption.keys()], without).prospects,
    }));
  }

  private branchesUnder(ladder: TotalLadder, assumption: Assumption, without: ReadonlySet<number>): readonly Way[] {
    const { prepared } = this;
    const standing = standUnder(prepared, ladder, assumption, false);
    const ways = this.followUnder(standing, assumption, without);
    const [tie] = standing.grading.openTies;
    if (tie === undefined || tie.tied.length > MAX_ORDERED || !differ(ways)) return ways;
    // A tie at the limit of a grade is settled by an order of the ranks alone, which then counts for all awards.
    const decided = ordersOf(tie.tied).flatMap((units) =>
      this.followUnder(
        standUnder(prepared, ladder, assumption, false, [{ units, decision: -1 }]),
        assumption,
        without,
      ).map((way) => ({ ...way, standing: { ...way.standing, ranking: standing.ranking } })),
    );
    return [...ways, ...decided];
  }

  /** Follows everything that can still come; false when there is more than the work allows. */
  private follow(bounds: Bounds | null): boolean {
    const { prepared, ledgers } = this;
    if (bounds === null) {
      this.base.prospects.forEach((prospect, number) => itemAt(ledgers, number).add(prospect, this.standing));
      return true;
    }
    const allowed = workFor(prepared);
    const perWay = prepared.units.length + 1;
    const perCase = perWay * (ledgers.length + 1) * (prepared.asksGrade && prepared.book.bands.length > 0 ? 2 : 1);
    const cases = casesFor(prepared, bounds, Math.ceil(allowed / perCase));
    if (cases === null) return false;
    let work = allowed + perCase;
    const grants = this.grantsToTry(cases.choices.map(({ unit }) => unit));
    this.pruned = cases.pruned;
    const seen = new SeenCases(cases.choices, ledgers.length);
    for (const alike of cases.alike) {
      const [assumption = NOTHING_ASSUMED] = alike;
      work -= perCase;
      if (work < 0) return false;
      for (const without of grants) {
        for (const { standing, prospects } of this.branchesUnder(cases.ladder, assumption, without)) {
          prospects.forEach((prospect, number) => itemAt(ledgers, number).add(prospect, standing, without.size === 0));
          if (without.size === 0) {
            const outcome = seen.judged(standing, prospects);
            for (const each of alike) seen.add(each, outcome);
          }
          // A single branch is the plain case.
          work -=
            perWay * prospects.reduce((sum, { bySituation }) => sum + Math.max(0, bySituation.flat().length - 1), 0);
        }
      }
    }
    this.seen = seen;
    return true;
  }

  /** One way every award can go. */
  private examples(bounds: Bounds): readonly (readonly Branch[])[] {
    const { ladder, assumption } = anyCase(this.prepared, bounds);
    const [first] = this.branchesUnder(ladder, assumption, new Set());
    return first?.prospects.map(({ bySituation }) => bySituation.flat().slice(0, 1)) ?? [];
  }

  private limitsOf({ field, awards }: Bounds, number: number, example: readonly Branch[]): Limits {
    const own = itemAt(awards, number);
    const rules = itemAt(this.rules, number);
    const unitsOf = (numbers: ReadonlySet<number>): Set<number> =>
      new Set([...numbers].map((each) => itemAt(field.contenders, each).unit));
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
      return itemAt(this.ledgers, number).outlook(award, itemAt(this.base.eligibility, number), !finished, own);
    });
  }

  /** No rank that no case showed. */
  private narrowed(bounds: Bounds): Bounds {
    const { seen, pruned } = this;
    if (seen === null || pruned) return bounds;
    return {
      ...bounds,
      ranks: bounds.ranks.map((range, number) => seen.rankOf(itemAt(bounds.field.contenders, number).unit) ?? range),
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
