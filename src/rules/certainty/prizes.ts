/** Counts who surely and who possibly stands before whom for one prize. */
import { itemAt } from '../../base/present';
import type { Tri } from '../conditions/comparison';
import type { Contender, Piece } from './contenders';
import { Heights } from './heights';
import type { Prepared } from '../prepare';
import { exclusionOf, MAYBE, NEVER, SURELY } from './prize';
import type { Chance, Count, Prize, PrizeBounds, PrizeStanding } from './prize';

/** What counting needs to see of the field. */
export interface FieldView {
  readonly contenders: readonly Contender[];
  readonly pieces: readonly Piece[];
  readonly owner: readonly number[];
  readonly piecesOf: readonly (readonly number[])[];
  readonly mayStand: (theirs: Piece, piece: Piece, height: number) => 'no' | 'tied' | 'before';
  readonly isBefore: (theirs: Piece, piece: Piece, height: number) => boolean;
}

/** Infinity: at no height of the piece. */
interface Turns {
  readonly sure: number;
  readonly may: number;
}

/** Above all heights: units that are granted the prize. */
const GRANTED = Infinity;

/** Counts who stands before whom for one prize. */
export class PrizeCounter {
  private readonly eligible: readonly Tri[];
  /** By contender: the highest it may stand as a candidate, -Infinity when it never is one. */
  private readonly mayFrom: number[] = [];
  /** By contender: the lowest it surely stands as a candidate, -Infinity when it may be none. */
  private readonly sureFrom: number[] = [];
  /** By contender: whether a prize above keeps it from this one. */
  private readonly excluded: readonly Chance[];
  private readonly places: Count;
  private readonly sure: { readonly all: Heights; readonly maybeHolding: Heights };
  private readonly possible: {
    readonly all: Heights;
    readonly surelyHolding: Heights;
    readonly mayHold: readonly Heights[];
  };
  /** Nobody holds two of the prizes above. */
  private readonly holdersDiffer: boolean;
  /** So many candidates the prizes above may take away at the most, besides their sure holders. */
  private readonly takenAbove: number;
  private readonly granted: ReadonlySet<number>;
  /** By piece, found when first asked for. */
  private readonly turns: Turns[] = [];
  /** A tie joins the holders, or nobody of it has the prize. */
  private readonly tiesJoin: boolean;

  constructor(
    private readonly prize: Prize,
    carried: Count,
    private readonly view: FieldView,
    private readonly prepared: Prepared,
  ) {
    const { decisions } = prize;
    this.eligible = view.pieces.map((piece, number) => prize.eligible(piece, number));
    this.excluded = view.contenders.map((_, number) => this.exclusionOf(number));
    this.granted = new Set(decisions.grants.map(({ unit }) => unit));
    this.tiesJoin =
      (prize.cutoff === 'includeAll' || prize.cutoff === 'includeAllDebit') && decisions.orders.length === 0;
    let [sureEligible, mayEligible] = [0, 0];
    view.contenders.forEach(({ unit, pieces, mayStayOut }, number) => {
      const own = itemAt(view.piecesOf, number).map((at) => itemAt(this.eligible, at));
      const allEligible = own.every((each) => each === true) && !mayStayOut;
      if (allEligible) sureEligible += 1;
      if (own.some((each) => each !== false)) mayEligible += 1;
      const denied = decisions.denied.has(unit);
      const grant = this.granted.has(unit) && !denied;
      const candidates = pieces.filter((_, at) => own[at] !== false);
      this.mayFrom.push(
        grant
          ? GRANTED
          : denied || candidates.length === 0
            ? -Infinity
            : Math.max(...candidates.map(({ high }) => high)),
      );
      const surely = allEligible && !denied ? Math.min(...pieces.map(({ low }) => low)) : -Infinity;
      this.sureFrom.push(grant && this.grantHolds(number) ? GRANTED : surely);
    });
    const own = prize.places({ fewest: sureEligible, most: mayEligible });
    this.places = { fewest: own.fewest + carried.fewest, most: own.most + carried.most };
    this.sure = {
      all: new Heights(this.sureFrom, (number) => this.excluded[number] !== SURELY),
      maybeHolding: new Heights(this.sureFrom, (number) => this.excluded[number] === MAYBE),
    };
    this.possible = {
      all: new Heights(this.mayFrom),
      surelyHolding: new Heights(this.mayFrom, (number) => this.excluded[number] === SURELY),
      mayHold: prize.excludedBy.map(({ may }) => new Heights(this.mayFrom, (number) => may.has(number))),
    };
    this.holdersDiffer = prize.excludedBy.every(({ excludedBy }, at) =>
      prize.excludedBy.slice(0, at).every((above) => excludedBy.includes(above)),
    );
    this.takenAbove = prize.excludedBy.reduce(
      (sum, { holders, sure }) => sum + Math.max(0, holders.most - sure.size),
      0,
    );
  }

  /** A grant to a unit without rank is stale; with a total it holds. */
  private grantHolds(number: number): boolean {
    const { mayStayOut, unit } = itemAt(this.view.contenders, number);
    return !mayStayOut && itemAt(this.prepared.facts, unit).total !== null;
  }

  private exclusionOf(number: number): Chance {
    const all = this.prize.excludedBy;
    if (all.some(({ sure }) => sure.has(number))) return SURELY;
    return all.some(({ may }) => may.has(number)) ? MAYBE : NEVER;
  }

  /** Whether a contender surely is a candidate before a piece at the height of its lowest total. */
  private surelyBefore(other: number, piece: Piece, height: number): boolean {
    return itemAt(this.view.contenders, other).pieces.every(
      (theirs) => theirs.low > height || this.view.isBefore(theirs, piece, height),
    );
  }

  /** How a contender may stand as a candidate to a piece at the height of its highest total. */
  private possiblyBefore(other: number, piece: Piece, height: number): 'no' | 'tied' | 'before' {
    let found: 'no' | 'tied' | 'before' = 'no';
    for (const at of itemAt(this.view.piecesOf, other)) {
      if (this.eligible[at] === false) continue;
      const stands = this.view.mayStand(itemAt(this.view.pieces, at), piece, height);
      if (stands === 'before') return 'before';
      if (stands === 'tied') found = 'tied';
    }
    return found;
  }

  /** So many candidates surely stand before it, those that a prize above may take away left out. */
  private fewestBefore(own: number, piece: Piece, height: number): number {
    const { all, maybeHolding } = this.sure;
    const same = all.at(height).filter((other) => other !== own && this.surelyBefore(other, piece, height));
    const holding = maybeHolding.above(height, own) + same.filter((other) => maybeHolding.has(other)).length;
    return all.above(height, own) + same.length - Math.min(holding, this.takenAbove);
  }

  /** So many candidates may stand before it, those that a prize above surely takes away left out. */
  private mostBefore(own: number, piece: Piece, height: number): number {
    const { all, surelyHolding, mayHold } = this.possible;
    const same = all.at(height).filter((other) => {
      const stands = other === own ? 'no' : this.possiblyBefore(other, piece, height);
      return stands === 'before' || (stands === 'tied' && !this.tiesJoin);
    });
    const before = all.above(height, own) + same.length;
    const taken = this.prize.excludedBy.map(({ holders, may }, at) => {
      const group = mayHold[at] as Heights;
      const inside = group.above(height, own) + same.filter((other) => group.has(other)).length;
      return Math.max(0, holders.fewest - (may.size - (may.has(own) ? 1 : 0) - inside));
    });
    const removed = this.holdersDiffer ? taken.reduce((sum, each) => sum + each, 0) : Math.max(0, ...taken);
    const held = surelyHolding.above(height, own) + same.filter((other) => surelyHolding.has(other)).length;
    return before - Math.max(removed, held);
  }

  /** The heights of a piece from which on it is surely, and possibly, among the holders, did nothing above exclude it. */
  private turnsOf(own: number, number: number): Turns {
    let known = this.turns[number];
    if (known === undefined) {
      const piece = this.view.pieces[number] as Piece;
      known = {
        sure:
          this.eligible[number] === true
            ? this.firstHeight(piece, (height) => this.mostBefore(own, piece, height) + 1 <= this.places.fewest)
            : Infinity,
        may: this.firstHeight(piece, (height) => this.fewestBefore(own, piece, height) < this.places.most),
      };
      this.turns[number] = known;
    }
    return known;
  }

  /** The first height of a piece at which a test holds that holds above it too. */
  private firstHeight({ low, high }: Piece, holds: (height: number) => boolean): number {
    if (holds(low)) return low;
    if (!holds(high)) return Infinity;
    let [below, at] = [low, high];
    while (at - below > 1) {
      const middle = (below + at) >> 1;
      if (holds(middle)) at = middle;
      else below = middle;
    }
    return at;
  }

  /** What a piece comes to that stands between two heights of it. */
  private chance(own: number, number: number, low: number, high: number, excluded: Chance): PrizeStanding {
    const contender = this.view.contenders[own] as Contender;
    const grant = this.granted.has(contender.unit);
    if (this.prize.decisions.denied.has(contender.unit)) return { chance: NEVER, atLatest: false };
    if (this.prize.doubtful) return { chance: excluded === SURELY ? NEVER : MAYBE, atLatest: false };
    if (grant && this.grantHolds(own))
      return { chance: excluded === NEVER ? SURELY : excluded === SURELY ? NEVER : MAYBE, atLatest: true };
    if (this.eligible[number] === false && !grant) return { chance: NEVER, atLatest: false };
    const { sure, may } = this.turnsOf(own, number);
    const atLatest = low >= sure;
    if (excluded === SURELY || (!grant && high < may)) return { chance: NEVER, atLatest };
    return { chance: atLatest && excluded === NEVER ? SURELY : MAYBE, atLatest };
  }

  found(): PrizeBounds {
    const may = new Set<number>();
    const notSure = new Set<number>();
    const standings = this.view.pieces.map(({ low, high }, number): PrizeStanding => {
      const own = itemAt(this.view.owner, number);
      const standing = this.chance(own, number, low, high, exclusionOf(this.prize.excludedBy, number));
      if (standing.chance !== NEVER) may.add(own);
      if (standing.chance !== SURELY) notSure.add(own);
      return standing;
    });
    const sure = new Set(
      this.view.contenders.flatMap(({ mayStayOut }, number) => (mayStayOut || notSure.has(number) ? [] : [number])),
    );
    return {
      excludedBy: this.prize.excludedBy,
      places: this.places,
      holders: this.holders(may, sure),
      standings,
      may,
      sure,
    };
  }

  /** So many have it at the least and at the most, those included whom a decision on a tie could choose. */
  private holders(may: ReadonlySet<number>, sure: ReadonlySet<number>): Count {
    const { prize, places } = this;
    if (prize.doubtful) return { fewest: sure.size, most: may.size };
    const most =
      prize.cutoff === 'includeAll' || prize.cutoff === 'includeAllDebit'
        ? may.size
        : Math.min(may.size, Math.max(places.most, this.granted.size));
    if (prize.cutoff === 'excludeAll') return { fewest: sure.size, most };
    const candidates = this.sure.all.size - Math.min(this.sure.maybeHolding.size, this.takenAbove);
    return { fewest: Math.max(sure.size, Math.min(Math.max(0, places.fewest), candidates)), most };
  }

  /** What the prize below finds passed down (above 0) or owed (below 0). */
  next({ holders, may }: PrizeBounds): Count {
    const { prize, places } = this;
    const all = this.view.contenders.length;
    if (prize.doubtful) return { fewest: Math.min(0, places.fewest) - all, most: Math.max(0, places.most) + all };
    const fewestUnused = prize.passesDown ? Math.max(0, places.fewest - may.size) : 0;
    const mostUnused = prize.passesDown ? Math.max(0, places.most - holders.fewest) : 0;
    const grown = prize.cutoff === 'includeAllDebit' ? Math.max(0, may.size - Math.max(0, places.fewest)) : 0;
    return { fewest: Math.min(0, places.fewest) + fewestUnused - grown, most: Math.min(0, places.most) + mostUnused };
  }

  /** The same for a piece of a unit that stands at exactly one height. */
  at(contender: number, number: number, height: number, excluded: Chance): PrizeStanding {
    return this.chance(contender, number, height, height, excluded);
  }

  /** The heights of a piece at which that can change. */
  turnsAt(contender: number, number: number): readonly number[] {
    const { sure, may } = this.turnsOf(contender, number);
    return [sure, may];
  }
}
