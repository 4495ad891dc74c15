/**
 * What following the cases one by one showed of the units: their ranks, and what each total of an open unit
 * comes to. Narrower than intervals, which take everything at its worst at once.
 */
import { itemAt, valueAt } from '../../base/present';
import type { RankRange } from './bounds';
import type { Prospect } from './branches';
import { MAYBE, NEVER, SURELY } from './prize';
import type { Chance } from './prize';
import type { Rational } from '../number/rational';
import { gapOf } from './scenarios';
import type { Choice } from './scenarios';
import type { Assumption, Standing } from './standing';

/** Who had one award in every case so far, and who in some: a bit for each unit. */
interface Got {
  readonly always: bigint;
  readonly ever: bigint;
}

/** What a case came to, by award. */
export type CaseOutcome = readonly Got[];

/** How many units may have what others may have in their place. */
function undecided({ always, ever }: Got): number {
  let count = 0;
  for (let left = ever & ~always; left > 0n; left &= left - 1n) count += 1;
  return count;
}

export class SeenCases {
  private readonly choices: ReadonlyMap<number, Choice>;
  private readonly ranks = new Map<number, RankRange>();
  /** An order that nobody knows: the ranks of a case are not all there can be. */
  private vague = false;
  /** By unit, then by the gap its total stands in: who got each award. */
  private readonly got = new Map<number, Map<number, Got[]>>();
  /** Awards of which some case has too many ways to follow. */
  private readonly unclear = new Set<number>();
  private readonly bits: bigint[] = [];

  constructor(
    choices: readonly Choice[],
    private readonly awards: number,
  ) {
    this.choices = new Map(choices.map((choice) => [choice.unit, choice]));
  }

  /** Takes in the ranks of a case, which all cases that are alike share, and what it came to. */
  judged({ ranking }: Standing, prospects: readonly Prospect[]): CaseOutcome {
    this.vague ||= ranking.uncertain.length > 0 || ranking.near.length > 0;
    for (const tied of ranking.classes) {
      const rank = valueAt(ranking.rankOf, itemAt(tied, 0));
      const last = rank + tied.length - 1;
      for (const unit of tied) {
        const before = this.ranks.get(unit);
        if (before === undefined) this.ranks.set(unit, { best: rank, worst: rank, tied: last });
        else if (rank < before.best || rank > before.worst || last > before.tied)
          this.ranks.set(unit, {
            best: Math.min(before.best, rank),
            worst: Math.max(before.worst, rank),
            tied: Math.max(before.tied, last),
          });
      }
    }
    return prospects.map(({ bySituation, blurred, blurredAbove }, award): Got => {
      const branches = bySituation.flat();
      if (branches.length === 0 || blurred || blurredAbove) this.unclear.add(award);
      let [always, ever] = [-1n, 0n];
      for (const {
        allotment: { holders, tied },
      } of branches) {
        const has = this.bitsOf(holders);
        always &= has;
        ever |= has | this.bitsOf(tied);
      }
      return { always, ever };
    });
  }

  private bitsOf(units: readonly number[]): bigint {
    return units.reduce((all, unit) => all | this.bitOf(unit), 0n);
  }

  private bitOf(unit: number): bigint {
    return (this.bits[unit] ??= 1n << BigInt(unit));
  }

  /** Takes in what a case comes to. */
  add(assumption: Assumption, outcome: CaseOutcome): void {
    for (const [unit, assumed] of assumption) {
      if (assumed === null) continue;
      const all = this.gotAt(unit, assumed.gap);
      outcome.forEach((got, award) => {
        const own = all[award];
        all[award] = own === undefined ? got : { always: own.always & got.always, ever: own.ever | got.ever };
      });
    }
  }

  private gotAt(unit: number, gap: number): Got[] {
    let gaps = this.got.get(unit);
    if (gaps === undefined) this.got.set(unit, (gaps = new Map<number, Got[]>()));
    let all = gaps.get(gap);
    if (all === undefined) gaps.set(gap, (all = Array.from({ length: this.awards })));
    return all;
  }

  /** The ranks a unit had; null where that says too little. */
  rankOf(unit: number): RankRange | null {
    return this.vague ? null : (this.ranks.get(unit) ?? null);
  }

  /** The totals at which the chances of a unit can change; null for one that was not followed. */
  marksOf(unit: number): readonly Rational[] | null {
    return this.choices.get(unit)?.marks ?? null;
  }

  /** What a total of a unit comes to, apart from a rank it may not get; null where the cases do not tell. */
  chanceAt(award: number, unit: number, total: Rational): Chance | null {
    const choice = this.choices.get(unit);
    if (choice?.marks == null || this.vague || this.unclear.has(award)) return null;
    const got = this.got.get(unit)?.get(gapOf(choice.marks, total))?.[award];
    if (got === undefined) return null;
    const own = this.bitOf(unit);
    return (got.always & own) !== 0n ? SURELY : (got.ever & own) !== 0n ? MAYBE : NEVER;
  }

  /** For how many units an award is open while the total of one lies between two ends; null where the cases do not tell. */
  openWhile(award: number, unit: number, low: Rational, high: Rational): number | null {
    const choice = this.choices.get(unit);
    if (choice?.marks == null || this.vague || this.unclear.has(award)) return null;
    const [from, to] = [gapOf(choice.marks, low), gapOf(choice.marks, high)];
    let [always, ever] = [-1n, 0n];
    for (const [gap, all] of this.got.get(unit) ?? []) {
      const got = all[award];
      if (gap < from || gap > to || got === undefined) continue;
      always &= got.always;
      ever |= got.ever;
    }
    return ever === 0n && always === -1n ? null : undecided({ always, ever });
  }
}
