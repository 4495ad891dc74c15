/**
 * What following the cases one by one showed of the units: their ranks, and what each total of an open unit
 * comes to. Narrower than intervals, which take everything at its worst at once.
 */
import type { RankRange } from './bounds';
import type { Prospect } from './branches';
import { MAYBE, NEVER, SURELY } from './prize';
import type { Chance } from './prize';
import type { Rational } from './rational';
import { gapOf } from './scenarios';
import type { Choice } from './scenarios';
import type { Assumption, Standing } from './standing';

/** What a unit got of one award in the cases so far. */
interface Got {
  always: boolean;
  ever: boolean;
}

/** What a case came to for each of its open units, by award. */
export type CaseOutcome = ReadonlyMap<number, readonly Readonly<Got>[]>;

export class SeenCases {
  private readonly choices: ReadonlyMap<number, Choice>;
  private readonly ranks = new Map<number, RankRange>();
  /** An order that nobody knows: the ranks of a case are not all there can be. */
  private vague = false;
  /** By unit, then by the gap its total stands in: what it got of each award. */
  private readonly got = new Map<number, Map<number, Got[]>>();
  /** Awards of which some case has too many ways to follow. */
  private readonly unclear = new Set<number>();

  constructor(
    choices: readonly Choice[],
    private readonly awards: number,
  ) {
    this.choices = new Map(choices.map((choice) => [choice.unit, choice]));
  }

  /** Takes in the ranks of a case, which all cases that are alike share, and what it came to. */
  judged(assumption: Assumption, { ranking }: Standing, prospects: readonly Prospect[]): CaseOutcome {
    this.vague ||= ranking.uncertain.length > 0 || ranking.near.length > 0;
    for (const tied of ranking.classes) {
      const rank = ranking.rankOf.get(tied[0] ?? -1) ?? 1;
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
    const branches = prospects.map(({ bySituation, blurred, blurredAbove }, award) => {
      const all = bySituation.flat();
      if (all.length === 0 || blurred || blurredAbove) this.unclear.add(award);
      return all;
    });
    return new Map(
      [...assumption.keys()].map((unit) => [
        unit,
        branches.map((all): Got => {
          const always = all.every(({ allotment: { holders } }) => holders.includes(unit));
          return {
            always,
            ever:
              always || all.some(({ allotment: { holders, tied } }) => holders.includes(unit) || tied.includes(unit)),
          };
        }),
      ]),
    );
  }

  /** Takes in what a case comes to. */
  add(assumption: Assumption, outcome: CaseOutcome): void {
    for (const [unit, assumed] of assumption) {
      if (assumed === null) continue;
      const all = this.gotAt(unit, assumed.gap);
      outcome.get(unit)?.forEach(({ always, ever }, award) => {
        const own = all[award];
        if (own === undefined) all[award] = { always, ever };
        else {
          own.always &&= always;
          own.ever ||= ever;
        }
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
    return got === undefined ? null : got.always ? SURELY : got.ever ? MAYBE : NEVER;
  }
}
