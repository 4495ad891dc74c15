/**
 * Every way the awards can still go under one standing. Awards are handed out in the order of the
 * sheet; where a meeting must still decide a tie, or a fact about a unit is unknown, the way parts,
 * and the next award is looked at after each part.
 */
import { itemAt } from '../../base/present';
import { allot } from '../order/allot';
import type { Allotment } from '../order/allot';
import type { Award } from '../model/book';
import type { Tri } from '../conditions/comparison';
import type { AwardDecisions } from '../order/decisions';
import { countPlaces, isSoundAward, quotaRule } from '../order/quota';
import type { Counted } from '../order/quota';
import type { Ranking } from '../order/rank';
import { choices, countChoices } from '../number/subsets';
import type { Patterns } from './unknown-facts';

/** What one award needs to know of the bloc. */
export interface AwardCase {
  readonly award: Award;
  readonly eligible: readonly Tri[];
  readonly decisions: AwardDecisions;
  readonly passesDown: boolean;
  /** The reader could not read something this award rests on. */
  readonly doubtful: boolean;
  /** Its number among the awards. */
  readonly number: number;
  /** Numbers of the awards above whose holders cannot have this one. */
  readonly excludedBy: readonly number[];
  /** Numbers of the awards above that fall back to this one. */
  readonly fallbackOf: readonly number[];
  /** Some award below asks who holds this one. */
  readonly isAskedBelow: boolean;
}

export interface BranchFrame {
  readonly ranking: Ranking;
  readonly unitCount: number;
  /** What the unknown facts of a unit could mean for every award; null: too many to follow. */
  readonly patternsOf: (unit: number) => Patterns | null;
}

/** One way an award can go. */
export interface Branch {
  /** Own places with what was passed down or taken; below 0: a debt that goes on down. */
  readonly balance: number;
  readonly allotment: Allotment;
  /** The answers assumed to unknown facts of units, as far as they were asked here or above. */
  readonly answers: ReadonlyMap<number, boolean>;
  readonly decisionsUsed: readonly number[];
  readonly next: readonly number[];
  /** Whether the unknown fact of some unit decides who is next. */
  readonly nextIsOpen: boolean;
  /** Holders who stand here because an award above falls back to this one. */
  readonly fallback: readonly number[];
}

/** Everything one award can do, by what the awards above it left. */
export interface Prospect {
  /** One list per different situation left by the awards above. */
  readonly bySituation: readonly (readonly Branch[])[];
  /**
   * The same as if the answers above bound nobody here: lists that differ show that the holders above
   * or the places they leave matter, not only a fact that both awards ask for.
   */
  readonly unbound: readonly (readonly Branch[])[];
  /** Too many ways to follow, or an input of the award is in doubt: nothing is certain. */
  readonly blurred: boolean;
  /** Something above is blurred and could matter here. */
  readonly blurredAbove: boolean;
  /** Who holds an award above that excludes this one, in every situation. */
  readonly alwaysHeld: ReadonlySet<number>;
}

interface State {
  /** Who holds each award that one below asks about. */
  readonly held: ReadonlyMap<number, ReadonlySet<number>>;
  /** Places passed down (above 0) or owed (below 0). */
  readonly carried: number;
  /** The patterns of unknown facts that the answers so far leave, by unit. */
  readonly left: ReadonlyMap<number, Patterns>;
}

/** How many situations are followed from one award to the next, and how many ways one award can go. */
const MAX_STATES = 200;
const MAX_BRANCHES = 500;

const byNumber = (a: number, b: number): number => a - b;

const stateKey = (state: State): string =>
  `${[...state.held].map(([award, units]) => `${String(award)}:${[...units].sort(byNumber).join(',')}`).join(' ')}|${String(state.carried)}`;

const wholeKey = (state: State): string =>
  `${stateKey(state)}|${[...state.left].map(([unit, patterns]) => `${String(unit)}:${patterns.join(';')}`).join('|')}`;

/** Who holds one of some awards. */
const heldIn = ({ held }: State, awards: readonly number[]): ReadonlySet<number> =>
  new Set(awards.flatMap((award) => [...(held.get(award) ?? [])]));

class AwardWalk {
  readonly branches: Branch[] = [];
  blurred = false;

  /** `allowed` is how many branches may still be followed. */
  constructor(
    readonly own: AwardCase,
    readonly frame: BranchFrame,
    readonly state: State,
    readonly allowed: number,
  ) {}

  private isTaken(unit: number): boolean {
    return this.own.excludedBy.some((award) => this.state.held.get(award)?.has(unit) === true);
  }

  /** Holders of the awards above that fall back to this one, by rank; one who is denied it does not. */
  private fallenBack(): number[] {
    if (this.own.fallbackOf.length === 0) return [];
    const { rankOf } = this.frame.ranking;
    return [...heldIn(this.state, this.own.fallbackOf)]
      .filter((unit) => !this.own.decisions.denied.has(unit) && !this.isTaken(unit))
      .sort((a, b) => (rankOf.get(a) ?? Infinity) - (rankOf.get(b) ?? Infinity) || a - b);
  }

  private eligibility(unit: number, answers: ReadonlyMap<number, boolean>): Tri {
    const known = this.own.eligible[unit] ?? answers.get(unit);
    if (known !== undefined) return known;
    const patterns = this.state.left.get(unit) ?? this.frame.patternsOf(unit);
    const first = patterns?.[0]?.[this.own.number] ?? null;
    return patterns?.every((pattern) => pattern[this.own.number] === first) === true ? first : null;
  }

  private placesOf(eligibleCount: number): number {
    const counted: Counted = {
      units: this.frame.unitCount,
      ranked: this.frame.ranking.rankOf.size,
      eligible: eligibleCount,
    };
    return countPlaces(quotaRule(this.own.award), counted) + this.state.carried;
  }

  /**
   * The candidates by rank as far down as the places reach, and one class more: the next in line.
   * Stops at the first unknown unit that could still take a place or a part in the tie at the last; one behind the
   * last place may only be the next.
   */
  private candidates(
    places: number,
    granted: ReadonlySet<number>,
    answers: ReadonlyMap<number, boolean>,
  ): { classes: number[][]; asked: number | null; nextIsOpen: boolean } {
    const classes: number[][] = [];
    let nextIsOpen = false;
    const { denied } = this.own.decisions;
    let left = places - granted.size;
    for (const tied of this.frame.ranking.classes) {
      const candidates: number[] = [];
      for (const unit of tied) {
        if (this.isTaken(unit) || denied.has(unit) || granted.has(unit)) continue;
        const eligible = this.eligibility(unit, answers);
        if (eligible === null && left > 0) return { classes, asked: unit, nextIsOpen };
        if (eligible === null) nextIsOpen = true;
        if (eligible === true) candidates.push(unit);
      }
      if (candidates.length === 0) continue;
      classes.push(candidates);
      if (left <= 0) break;
      left -= candidates.length;
    }
    return { classes, asked: null, nextIsOpen };
  }

  /** Answers that the awards above have settled here too. */
  private answeredAbove(): [number, boolean][] {
    return [...this.state.left.keys()].flatMap((unit): [number, boolean][] => {
      const known = itemAt(this.own.eligible, unit) === null ? this.eligibility(unit, new Map()) : null;
      return known === null ? [] : [[unit, known]];
    });
  }

  private settle(
    places: number,
    granted: readonly { unit: number; decision: number }[],
    answers: ReadonlyMap<number, boolean>,
  ): void {
    const fallback = this.fallenBack();
    const first = [...fallback, ...granted.map(({ unit }) => unit).filter((unit) => !fallback.includes(unit))];
    const { classes, asked, nextIsOpen } = this.candidates(places, new Set(first), answers);
    if (asked !== null) {
      for (const answer of [true, false]) this.ask(new Map([...answers, [asked, answer]]), places);
      return;
    }
    const allotment = allot({
      places: Math.max(0, places),
      granted: first,
      classes,
      cutoff: this.own.award.cutoff,
      orders: this.own.decisions.orders,
    });
    const inside = new Set([...allotment.holders, ...allotment.tied]);
    this.branches.push({
      balance: places,
      allotment,
      answers: new Map([...this.answeredAbove(), ...answers]),
      decisionsUsed: [
        ...granted.map(({ decision }) => decision),
        ...(allotment.decision === null ? [] : [allotment.decision]),
      ],
      fallback,
      next:
        allotment.passedOver ??
        classes.map((tied) => tied.filter((unit) => !inside.has(unit))).find((tied) => tied.length > 0) ??
        [],
      nextIsOpen,
    });
  }

  /** Follows one set of answers; `fixed` when the places are known already. */
  private ask(answers: ReadonlyMap<number, boolean>, fixed: number | null): void {
    if (this.branches.length >= this.allowed) this.blurred = true;
    if (this.blurred) return;
    const granted = this.own.decisions.grants.filter(
      ({ unit }) => this.frame.ranking.rankOf.has(unit) && !this.isTaken(unit),
    );
    if (fixed !== null) {
      this.settle(fixed, granted, answers);
      return;
    }
    const { quota } = this.own.award;
    // Only places that are a share of the eligible ask how many those are.
    if (quota.kind !== 'percent' || quota.of !== 'eligible') {
      this.settle(this.placesOf(0), granted, answers);
      return;
    }
    const ranked = [...this.frame.ranking.rankOf.keys()];
    const unknown = ranked.filter((unit) => this.eligibility(unit, answers) === null);
    const sure = ranked.filter((unit) => this.eligibility(unit, answers) === true).length;
    const fewest = this.placesOf(sure);
    const [asked] = unknown;
    if (asked === undefined || fewest === this.placesOf(sure + unknown.length)) {
      this.settle(fewest, granted, answers);
      return;
    }
    for (const answer of [true, false]) this.ask(new Map([...answers, [asked, answer]]), null);
  }

  /** Follows every answer; a quota that cannot be read could be any number. */
  follow(): void {
    if (isSoundAward(this.own.award)) {
      this.ask(new Map(), null);
      return;
    }
    for (let places = 0; places <= this.frame.ranking.rankOf.size; places += 1) this.ask(new Map(), places);
  }
}

/** The patterns of unknown facts that fit the answers of a branch as well. */
function patternsAfter(state: State, { answers }: Branch, own: AwardCase, frame: BranchFrame): State['left'] {
  if (answers.size === 0) return state.left;
  const left = new Map(state.left);
  for (const [unit, answer] of answers) {
    const before = left.get(unit) ?? frame.patternsOf(unit);
    if (before !== null)
      left.set(
        unit,
        before.filter((pattern) => pattern[own.number] === answer),
      );
  }
  return left;
}

/** Whether who has an award hangs on an order that nobody knows: no choice among the tied then covers all of it. */
function partsUnknownOrder({ allotment, next }: Branch, { near, uncertain }: BranchFrame['ranking']): boolean {
  const { holders, tied, decision, grown, unused } = allotment;
  return (
    decision === null &&
    [...near, ...uncertain].some((set) => {
      const inside = set.some((unit) => holders.includes(unit));
      const outside = set.some((unit) => tied.includes(unit) || next.includes(unit));
      return (inside && (outside || grown > 0)) || (outside && unused > 0);
    })
  );
}

/** The states that the awards below may find after a branch; null when there are too many. */
function statesAfter(state: State, branch: Branch, own: AwardCase, frame: BranchFrame): readonly State[] | null {
  const { allotment } = branch;
  const carried =
    Math.min(0, branch.balance) +
    (own.passesDown ? allotment.unused : 0) -
    (own.award.cutoff === 'includeAllDebit' ? allotment.grown : 0);
  const left = patternsAfter(state, branch, own, frame);
  if (!own.isAskedBelow) return [{ held: state.held, carried, left }];
  if (countChoices(allotment.tied.length, allotment.open, MAX_STATES) > MAX_STATES) return null;
  return choices(allotment.tied, allotment.open).map((more) => ({
    held: new Map([...state.held, [own.number, new Set([...allotment.holders, ...more])]]),
    carried,
    left,
  }));
}

const START: State = { held: new Map(), carried: 0, left: new Map() };

/** The branches from a state as if nothing had been asked above. */
function walkFreely(own: AwardCase, frame: BranchFrame, state: State): readonly Branch[] {
  const walk = new AwardWalk(own, frame, { ...state, left: new Map() }, MAX_BRANCHES);
  walk.follow();
  return walk.branches;
}

/** What one award can do from each state, and the states it leaves; null states: too many to follow. */
function followAward(
  own: AwardCase,
  frame: BranchFrame,
  states: readonly State[],
): { prospect: Prospect; states: readonly State[] | null } {
  const situations = new Map<string, Branch[]>();
  const unbound = new Map<string, readonly Branch[]>();
  const after = new Map<string, State>();
  const [first = START, ...others] = states;
  const keeps = others.map((state) => heldIn(state, own.excludedBy));
  const alwaysHeld = new Set(
    [...heldIn(first, own.excludedBy)].filter((unit) => keeps.every((held) => held.has(unit))),
  );
  let allowed = MAX_BRANCHES;
  let lost = false;
  for (const state of states) {
    const walk = new AwardWalk(own, frame, state, allowed);
    walk.follow();
    allowed -= walk.branches.length;
    if (walk.blurred)
      return {
        prospect: { bySituation: [], unbound: [], blurred: true, blurredAbove: false, alwaysHeld },
        states: null,
      };
    const key = states.length === 1 ? '' : stateKey(state);
    situations.set(key, [...(situations.get(key) ?? []), ...walk.branches]);
    if (!unbound.has(key)) unbound.set(key, state.left.size === 0 ? walk.branches : walkFreely(own, frame, state));
    for (const branch of walk.branches) {
      const next = after.size > MAX_STATES ? null : statesAfter(state, branch, own, frame);
      lost ||= next === null || partsUnknownOrder(branch, frame.ranking);
      // The only one is not told apart from others.
      const alone = states.length === 1 && walk.branches.length === 1 && next?.length === 1;
      for (const each of next ?? []) after.set(alone ? '' : wholeKey(each), each);
    }
  }
  const prospect = {
    bySituation: [...situations.values()],
    unbound: [...unbound.values()],
    blurred: own.doubtful,
    blurredAbove: false,
    alwaysHeld,
  };
  return { prospect, states: lost || own.doubtful ? null : [...after.values()] };
}

const UNCLEAR: Prospect = { bySituation: [], unbound: [], blurred: false, blurredAbove: true, alwaysHeld: new Set() };

/** Follows all awards from the first to the last. */
export function followAwards(cases: readonly AwardCase[], frame: BranchFrame): readonly Prospect[] {
  let states: readonly State[] | null = [START];
  let debts = false;
  return cases.map((own): Prospect => {
    if (states === null) return own.doubtful ? { ...UNCLEAR, blurred: true } : UNCLEAR;
    const followed = followAward(own, frame, states);
    debts ||= own.award.cutoff === 'includeAllDebit';
    states =
      followed.states ??
      (own.isAskedBelow ||
      cases.slice(0, own.number).some(({ isAskedBelow }) => isAskedBelow) ||
      own.passesDown ||
      debts
        ? null
        : [START]);
    return followed.prospect;
  });
}
