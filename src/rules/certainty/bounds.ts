/**
 * What is certain by intervals alone: for each piece of a unit, who surely and who possibly stands before it,
 * and so its ranks, its grades and its awards. Never certain or out where a completion says otherwise.
 */
import type { Band } from '../model/book';
import type { Facts } from '../conditions/conditions';
import type { Contender, Field, Piece } from './contenders';
import type { AwardDecisions } from '../order/decisions';
import { judgeUnit } from '../conditions/eligibility';
import type { AwardRules } from './follow';
import type { PenalisedUnit } from '../conditions/sanctions';
import { afterSanctions, bandJudge, sanctionsInOrder } from '../order/grades';
import type { Grade } from '../order/grades';
import type { Prepared } from '../prepare';
import { countPlaces, isSoundAward, isSoundQuota, quotaRule } from '../order/quota';
import type { Counted } from '../order/quota';
import * as q from '../number/rational';
import { Heights } from './heights';
import { PrizeCounter } from './prizes';
import type { FieldView } from './prizes';
import { exclusionBy, exclusionOf, MAYBE, NEVER, standingWith, SURELY } from './prize';
import type { Chance, Count, Prize, PrizeBounds, PrizeStanding } from './prize';
import type { Standing } from './standing';

/** `tied`: the worst rank a decision on a tie could give. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
  readonly tied: number;
}

export interface Bounds {
  readonly field: Field;
  /** By number of the contender. */
  readonly ranks: readonly RankRange[];
  /** Every grade a contender may still have. */
  readonly grades: readonly (readonly Grade[])[];
  readonly awards: readonly PrizeBounds[];
  /** What an award comes to for a contender that stands at exactly this height. */
  readonly chanceAt: (award: number, contender: number, height: number) => Chance;
  /** The heights from which on that can be another chance. */
  readonly turnsOf: (award: number, contender: number) => readonly number[];
}

/** An award as intervals give it, and how that was counted. */
interface HandedOut {
  readonly found: PrizeBounds;
  readonly counter: PrizeCounter;
}

type Order = 'before' | 'after' | 'tied' | 'unknown';

const NONE: AwardDecisions = { orders: [], grants: [], denied: new Set() };

export class BoundsFinder {
  private readonly pieces: readonly Piece[];
  private readonly owner: readonly number[];
  private readonly piecesOf: readonly (readonly number[])[];
  private readonly sureHeights: Heights;
  private readonly mayHeights: Heights;
  private readonly comparable: readonly boolean[];
  private readonly reachable = new Map<number, boolean>();
  /** By number of the piece. */
  private readonly ranks: RankRange[] = [];
  private readonly grades: (readonly Grade[])[] = [];

  constructor(
    private readonly prepared: Prepared,
    private readonly field: Field,
    private readonly standing: Standing,
  ) {
    const { contenders } = field;
    this.pieces = contenders.flatMap(({ pieces }) => pieces);
    this.owner = contenders.flatMap(({ pieces }, number) => pieces.map(() => number));
    let next = 0;
    this.piecesOf = contenders.map(({ pieces }) => pieces.map(() => next++));
    this.sureHeights = new Heights(
      contenders.map(({ pieces, mayStayOut }) => (mayStayOut ? -Infinity : Math.min(...pieces.map(({ low }) => low)))),
    );
    this.mayHeights = new Heights(contenders.map(({ pieces }) => Math.max(...pieces.map(({ high }) => high))));
    // An open value will be of the kind of the others.
    this.comparable = prepared.keys.map(
      (_, number) =>
        new Set(
          this.pieces.flatMap(({ keys }) => {
            const value = keys[number];
            return value === 'open' ? [] : [value?.kind];
          }),
        ).size <= 1,
    );
  }

  private contender(number: number): Contender {
    return this.field.contenders[number] as Contender;
  }

  private numbersOf(contender: number): readonly number[] {
    return this.piecesOf[contender] as readonly number[];
  }

  /** How a unit stands to another of the same total. */
  private order(a: Piece, b: Piece, height: number): Order {
    const { keys, decisions } = this.prepared;
    if (this.field.ladder.isNear(height)) return 'unknown';
    const known = this.knownOrder(a, b, height);
    if (known !== null) return known;
    for (const [number, key] of keys.entries()) {
      const [mine, theirs] = [a.keys[number] ?? null, b.keys[number] ?? null];
      if (!key.known || mine === 'open' || theirs === 'open') return 'unknown';
      // A key parts nobody in a set where it is blank, or of another kind, for one of them.
      if (mine === null || theirs === null || mine.kind !== theirs.kind) continue;
      if (this.comparable[number] !== true) return 'unknown';
      const compared = q.compare(mine.value, theirs.value);
      if (compared !== 0) return compared > 0 === (key.first === 'higher') ? 'before' : 'after';
    }
    // A recorded order holds while exactly its set is tied.
    return decisions.orders.length === 0 ? 'tied' : 'unknown';
  }

  /** The order of two units of one height that nothing open can change: nobody else may come to the same total. */
  private knownOrder(a: Piece, b: Piece, height: number): Order | null {
    if (this.isReachable(height)) return null;
    const { rankOf, uncertain } = this.standing.ranking;
    if (uncertain.some((tied) => tied.includes(a.unit) && tied.includes(b.unit))) return 'unknown';
    const [mine, theirs] = [rankOf.get(a.unit) as number, rankOf.get(b.unit) as number];
    return mine === theirs ? 'tied' : mine < theirs ? 'before' : 'after';
  }

  /** Whether an open unit can have a total of this height. */
  private isReachable(height: number): boolean {
    let known = this.reachable.get(height);
    if (known === undefined) {
      known = this.field.contenders.some(
        ({ open, pieces }) => open && pieces.some(({ low, high }) => low <= height && high >= height),
      );
      this.reachable.set(height, known);
    }
    return known;
  }

  /** Whether a unit whose lowest total has this height stands strictly before a piece in each of its own pieces. */
  private isBeforeAt(other: number, piece: Piece, height: number): boolean {
    return (
      this.field.ladder.isSingle(height) &&
      this.contender(other).pieces.every(
        (theirs) => theirs.low > height || this.order(theirs, piece, height) === 'before',
      )
    );
  }

  /** What one piece of another unit that comes to `height` at the most could be to a piece that stands there. */
  private mayStand(theirs: Piece, piece: Piece, height: number): 'no' | 'tied' | 'before' {
    if (theirs.high < height) return 'no';
    // A height of several totals: there either may stand before the other.
    if (!this.field.ladder.isSingle(height)) return 'before';
    const order = this.order(theirs, piece, height);
    return order === 'before' || order === 'unknown' ? 'before' : order === 'tied' ? 'tied' : 'no';
  }

  private rankRange(own: number, piece: Piece): RankRange {
    let best = 1 + this.sureHeights.above(piece.high, own);
    for (const other of this.sureHeights.at(piece.high)) if (this.isBeforeAt(other, piece, piece.high)) best += 1;
    let worst = 1 + this.mayHeights.above(piece.low, own);
    let tied = worst;
    for (const other of this.mayHeights.at(piece.low)) {
      const stands = other === own ? 'no' : this.highestStand(other, piece);
      if (stands === 'before') worst += 1;
      if (stands !== 'no') tied += 1;
    }
    return { best, worst, tied };
  }

  private highestStand(other: number, piece: Piece): 'no' | 'tied' | 'before' {
    const stands = this.contender(other).pieces.map((theirs) => this.mayStand(theirs, piece, piece.low));
    return stands.includes('before') ? 'before' : stands.includes('tied') ? 'tied' : 'no';
  }

  /** What is known of a piece, with its ranks from the best to the worst. */
  private factsOf({ facts }: Piece, number: number): Facts {
    const { best, worst, tied } = this.ranks[number] as RankRange;
    return { ...facts, rank: best, lastRank: this.prepared.decisions.orders.length > 0 ? tied : worst };
  }

  private counted(eligible: Count): { few: Counted; many: Counted } {
    const { contenders } = this.field;
    const units = this.prepared.book.units.length;
    return {
      few: { units, ranked: contenders.filter(({ mayStayOut }) => !mayStayOut).length, eligible: eligible.fewest },
      many: { units, ranked: contenders.length, eligible: eligible.most },
    };
  }

  private bandPrize(band: Band, above: readonly PrizeBounds[]): Prize {
    const { book, judge } = this.prepared;
    const verdict = bandJudge(band, book.conditions, judge);
    const { limit } = band;
    return {
      excludedBy: above,
      cutoff: band.cutoff,
      decisions: NONE,
      passesDown: false,
      doubtful: false,
      // Whoever has a band above is no candidate of this one, of which a percentage could be taken.
      eligible: (piece, number) =>
        exclusionOf(above, number) === SURELY ? false : verdict(this.factsOf(piece, number)),
      places: (eligible) => {
        if (limit === null) return { fewest: book.units.length, most: book.units.length };
        if (!isSoundQuota(limit)) return { fewest: 0, most: book.units.length };
        const taken = above.reduce((sum, { holders, sure }) => sum + holders.most - sure.size, 0);
        const { few, many } = this.counted({ fewest: Math.max(0, eligible.fewest - taken), most: eligible.most });
        const rule = { quota: limit, rounding: band.rounding, min: null, max: null };
        return { fewest: countPlaces(rule, few), most: countPlaces(rule, many) };
      },
    };
  }

  private findGrades(): void {
    const { book, judge, gradable, sanctions, units } = this.prepared;
    const order = book.bands.map(({ name }) => name);
    if (!gradable) {
      this.grades.push(...this.pieces.map(() => [...order, null]));
      return;
    }
    const bands: PrizeBounds[] = [];
    let carried: Count = { fewest: 0, most: 0 };
    for (const band of book.bands) {
      const { found, next } = this.handOut(this.bandPrize(band, [...bands]), carried);
      bands.push(found);
      carried = next;
    }
    const inOrder = sanctionsInOrder(sanctions.grade);
    this.pieces.forEach((piece, number) => {
      const base: Grade[] = order.filter((_, at) => standingWith(bands[at] as PrizeBounds, number).chance !== NEVER);
      if (exclusionOf(bands, number) !== SURELY) base.push(null);
      // Sanctions on grades ask for the points before those that set criteria to 0.
      const facts = piece.facts.assumed === undefined ? (units[piece.unit] as PenalisedUnit).rawFacts : piece.facts;
      this.grades.push(afterSanctions(base, inOrder, order, (condition) => judge(condition, facts)));
    });
  }

  private awardPrize(
    { award, conditions, passesDown, doubtful, excludedBy, fallbackOf }: AwardRules,
    above: readonly PrizeBounds[],
  ): Prize {
    const sound = isSoundAward(award);
    const all = this.field.contenders.length;
    const pick = (numbers: readonly number[]): PrizeBounds[] => numbers.map((number) => above[number] as PrizeBounds);
    const behind = pick(fallbackOf);
    const own = this.prepared.decisions.ofAward.get(award.id) ?? NONE;
    const fallen = behind.flatMap(({ sure }) => [...sure].map((number) => this.contender(number).unit));
    return {
      excludedBy: pick(excludedBy),
      cutoff: award.cutoff,
      passesDown,
      // While it is open who falls back to this award, intervals tell nothing of it.
      doubtful: doubtful || behind.some(({ sure, may }) => sure.size !== may.size),
      decisions: { ...own, grants: [...fallen.map((unit) => ({ unit, decision: -1 })), ...own.grants] },
      eligible: (piece, number) =>
        judgeUnit(
          conditions,
          { ...this.factsOf(piece, number), grades: this.grades[number] as readonly Grade[] },
          this.prepared.judge,
        ).eligible,
      places: (eligible) => {
        if (!sound) return { fewest: 0, most: all };
        const { few, many } = this.counted(eligible);
        return { fewest: countPlaces(quotaRule(award), few), most: countPlaces(quotaRule(award), many) };
      },
    };
  }

  find(rules: readonly AwardRules[]): Bounds {
    this.owner.forEach((own, number) => this.ranks.push(this.rankRange(own, this.pieces[number] as Piece)));
    this.findGrades();
    const awards: PrizeBounds[] = [];
    const handedOut: HandedOut[] = [];
    let carried: Count = { fewest: 0, most: 0 };
    for (const own of rules) {
      const { found, next, counter } = this.handOut(this.awardPrize(own, awards), carried);
      awards.push(found);
      handedOut.push({ found, counter });
      carried = next;
    }
    const ranksOf = this.piecesOf.map((own) =>
      own
        .map((number) => this.ranks[number] as RankRange)
        .reduce((a, b) => ({
          best: Math.min(a.best, b.best),
          worst: Math.max(a.worst, b.worst),
          tied: Math.max(a.tied, b.tied),
        })),
    );
    const gradesOf = this.piecesOf.map((own): readonly Grade[] => [
      ...new Set(own.flatMap((number) => this.grades[number] as readonly Grade[])),
    ]);
    return {
      field: this.field,
      ranks: ranksOf,
      grades: gradesOf,
      awards,
      chanceAt: (award, contender, height) => this.chanceAt(handedOut.slice(0, award + 1), contender, height),
      turnsOf: (award, contender) => this.turnsOf(handedOut.slice(0, award + 1), contender),
    };
  }

  /** Where a piece begins or ends, and where it comes into reach of a prize or is sure of it. */
  private turnsOf(handedOut: readonly HandedOut[], contender: number): readonly number[] {
    const turns = this.numbersOf(contender).flatMap((number) => {
      const { low, high } = this.pieces[number] as Piece;
      return [low, high + 1, ...handedOut.flatMap(({ counter }) => counter.turnsAt(contender, number))];
    });
    return [...new Set(turns)].filter((height) => height < Infinity).sort((a, b) => a - b);
  }

  /** What a contender that stands at a height has of the last of some awards. */
  private chanceAt(handedOut: readonly HandedOut[], contender: number, height: number): Chance {
    const chances = this.numbersOf(contender).flatMap((number) => {
      const { low, high } = this.pieces[number] as Piece;
      return low > height || high < height ? [] : [this.pieceAt(handedOut, contender, number, height)];
    });
    const [first = NEVER] = chances;
    if (chances.some((chance) => chance !== first)) return MAYBE;
    return this.contender(contender).mayStayOut && first === SURELY ? MAYBE : first;
  }

  /** Whether an award above could be its own is asked at this height, not of the whole piece. */
  private pieceAt(handedOut: readonly HandedOut[], contender: number, number: number, height: number): Chance {
    const stands = new Map<PrizeBounds, PrizeStanding>();
    const standing = (prize: PrizeBounds): PrizeStanding => stands.get(prize) as PrizeStanding;
    let last: Chance = NEVER;
    for (const { found, counter } of handedOut) {
      const own = counter.at(contender, number, height, exclusionBy(found.excludedBy, standing));
      stands.set(found, own);
      last = own.chance;
    }
    return last;
  }

  private handOut(prize: Prize, carried: Count): { found: PrizeBounds; next: Count; counter: PrizeCounter } {
    const counter = new PrizeCounter(prize, carried, this.view(), this.prepared);
    const found = counter.found();
    return { found, next: counter.next(found), counter };
  }

  private view(): FieldView {
    return {
      contenders: this.field.contenders,
      pieces: this.pieces,
      owner: this.owner,
      piecesOf: this.piecesOf,
      mayStand: (theirs, piece, height) => this.mayStand(theirs, piece, height),
      isBefore: (theirs, piece, height) =>
        this.field.ladder.isSingle(height) && this.order(theirs, piece, height) === 'before',
    };
  }
}
