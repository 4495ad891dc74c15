/** What every way that can still come has in common for one award, and where the ways differ. */
import { itemAt } from '../../base/present';
import type { Award } from '../model/book';
import type { Branch, Prospect } from './branches';
import type { Eligibility } from '../conditions/eligibility';
import type { Standing } from './standing';

/** What stays the same, and what does not, over everything that can still come. */
export interface AwardOutlook {
  readonly award: Award;
  /** Conditions of every unit as the certain ranks have them. */
  readonly eligibility: readonly Eligibility[];
  /** The outcome hangs on totals or ranks that are unknown. */
  readonly variesWithTotals: boolean;
  /** It hangs on who gets an award above, or what is passed down. */
  readonly variesWithAbove: boolean;
  /** An input is in doubt, or there are too many ways to follow: nothing is certain. */
  readonly blurred: boolean;
  /** Every different way it can go. */
  readonly branches: readonly Branch[];
  /** Whom every way gives a place. */
  readonly always: ReadonlySet<number>;
  /** The same once every grant can be applied. */
  readonly certain: ReadonlySet<number>;
  /** Whom some way gives a place, or leaves tied for one. */
  readonly ever: ReadonlySet<number>;
  /** Settled without following every way: `branches` holds one of them. */
  readonly byLimits: boolean;
  /** Who holds an award above whatever comes, with exclusivity on. */
  readonly alwaysHeld: ReadonlySet<number>;
}

const byNumber = (a: number, b: number): number => a - b;

/** What is certain of an award without following single cases. */
export interface Limits {
  readonly may: ReadonlySet<number>;
  readonly sure: ReadonlySet<number>;
  /** The award goes one way if nobody may have it who does not surely have it. */
  readonly settled: boolean;
  /** One way it can go. */
  readonly example: readonly Branch[];
}

/** What the outcome of an award is: two ways with the same one are no different outcome. */
export function signature({ allotment, balance }: Branch): string {
  const over = allotment.holders.length > Math.max(0, balance) ? 'over' : '';
  return `${[...allotment.holders].sort(byNumber).join(',')}|${[...allotment.tied].sort(byNumber).join(',')}|${String(allotment.open)}|${over}`;
}

function signatures(branches: readonly Branch[]): string {
  return [...new Set(branches.map(signature))].sort().join(' / ');
}

/** An unknown tie key may part a set: uncertain when some of its candidates get the award and some do not. */
function cutsUncertainSet(branches: readonly Branch[], standing: Standing): boolean {
  return standing.ranking.uncertain.some((tied) =>
    branches.some(({ allotment, next }) => {
      const inside = tied.filter((unit) => allotment.holders.includes(unit));
      const outside = tied.filter((unit) => allotment.tied.includes(unit) || next.includes(unit));
      return (
        (inside.length > 0 && (outside.length > 0 || allotment.grown > 0)) ||
        (outside.length > 0 && allotment.unused > 0) ||
        allotment.tied.some((unit) => tied.includes(unit))
      );
    }),
  );
}

/**
 * Nobody knows who of a near set stands higher: that matters when some of its candidates get the award
 * and some do not, or when the tie at the border is taken or left out as a whole. A decision settles it.
 */
function cutsNearSet(branches: readonly Branch[], { ranking: { near } }: Standing): boolean {
  return (
    near.length > 0 &&
    near.some((set) =>
      branches.some(({ allotment: { holders, tied, decision, grown, unused }, next }) => {
        const inside = set.some((unit) => holders.includes(unit));
        const outside = set.some((unit) => tied.includes(unit) || next.includes(unit));
        return (
          decision === null && ((inside && (outside || grown > 0)) || (outside && (tied.length > 0 || unused > 0)))
        );
      }),
    )
  );
}

/** What two sets share; null stands for a set that has not been seen yet. */
function intersect(known: ReadonlySet<number> | null, more: ReadonlySet<number>): ReadonlySet<number> {
  if (known === null) return more;
  return known.size === 0 ? known : new Set([...known].filter((unit) => more.has(unit)));
}

/** Gathers the prospects of one award over all assumptions. */
export class AwardLedger {
  private readonly seen = new Map<string, Branch>();
  /** The outcomes whose holders are counted. */
  private readonly added = new Set<string>();
  private first: string | null = null;
  variesWithTotals = false;
  variesWithAbove = false;
  blurred = false;
  /** In some case the awards above can go more ways than are followed: nothing was seen of this one. */
  lostAbove = false;
  private always: ReadonlySet<number> | null = null;
  private certain: ReadonlySet<number> | null = null;
  private alwaysHeld: ReadonlySet<number> | null = null;
  private readonly ever = new Set<number>();

  /** `real`: no grant was left out that would be applied. */
  add(prospect: Prospect, standing: Standing, real = true): void {
    const all = prospect.bySituation.flat();
    const ways = all.map(signature);
    this.blurred ||= prospect.blurred || cutsUncertainSet(all, standing) || cutsNearSet(all, standing);
    this.lostAbove ||= prospect.blurredAbove;
    const different = [...new Set(ways)].sort();
    const varies = different.length > 1 && new Set(prospect.unbound.map(signatures)).size > 1;
    const whole = `${different.join(' / ')} ${String(varies)}`;
    this.variesWithAbove ||= prospect.blurredAbove || varies;
    this.first ??= whole;
    this.variesWithTotals ||= whole !== this.first;
    if (all.length === 0) this.always = new Set();
    if (all.length === 0 && real) this.certain = new Set();
    this.alwaysHeld = intersect(this.alwaysHeld, prospect.alwaysHeld);
    all.forEach((branch, at) => this.addBranch(branch, itemAt(ways, at), real));
  }

  /** Most cases end as one before: what they have in common is known then. */
  private addBranch(branch: Branch, way: string, real: boolean): void {
    const { holders, tied } = branch.allotment;
    const { balance, next, nextIsOpen, fallback, answers } = branch;
    const whole = [way, balance, next.join(), nextIsOpen, fallback.join(), [...answers].join(';')].join('|');
    this.seen.set(whole, branch);
    if (this.added.has(`${String(real)} ${way}`)) return;
    this.added.add(`${String(real)} ${way}`);
    this.always = intersect(this.always, new Set(holders));
    if (!real) return;
    this.certain = intersect(this.certain, new Set(holders));
    for (const unit of [...holders, ...tied]) this.ever.add(unit);
  }

  /** `limits`: who may and who surely has the award by other reasoning; `unfinished`: not everything was followed. */
  outlook(award: Award, eligibility: readonly Eligibility[], unfinished: boolean, limits: Limits): AwardOutlook {
    const unsure = this.blurred || this.lostAbove || unfinished;
    const always = new Set([...limits.sure, ...(unsure ? [] : (this.always ?? []))]);
    const ever = new Set(unsure ? limits.may : [...limits.may].filter((unit) => this.ever.has(unit)));
    const settled = unsure && limits.settled && always.size === ever.size;
    return {
      award,
      eligibility,
      always,
      ever,
      certain: new Set([...limits.sure, ...(unsure ? [] : (this.certain ?? []))]),
      variesWithAbove: this.variesWithAbove && !settled,
      blurred: (this.blurred || unfinished) && !settled,
      variesWithTotals: (this.variesWithTotals || unfinished) && !settled,
      branches: settled ? limits.example : [...this.seen.values()],
      alwaysHeld: unsure ? new Set() : (this.alwaysHeld ?? new Set()),
      byLimits: settled,
    };
  }
}
