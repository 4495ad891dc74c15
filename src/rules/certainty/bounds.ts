/**
 * What is certain by intervals alone: for each piece of a unit, who surely and who possibly stands before it,
 * and so its ranks, its grades and its awards. Never certain or out where a completion says otherwise.
 */
import type { Band, Condition, GradeName } from '../model/book';
import type { Tri, Verdict } from '../conditions/comparison';
import type { Facts } from '../conditions/conditions';
import type { Contender, Field, Piece } from './contenders';
import type { AwardDecisions } from '../order/decisions';
import { conditionsOfBand, judgeUnit } from '../conditions/eligibility';
import type { AwardRules } from './follow';
import { afterSanctions, sanctionsInOrder } from '../order/grades';
import type { Grade } from '../order/grades';
import type { Prepared } from '../prepare';
import { countPlaces, isSoundAward, isSoundQuota, quotaRule } from '../order/quota';
import type { Counted } from '../order/quota';
import * as q from '../number/rational';
import { Heights } from './heights';
import { PrizeCounter } from './prizes';
import type { FieldView } from './prizes';
import { keepsWithin, MAYBE, NEVER, SURELY } from './prize';
import type { Chance, Count, Prize, PrizeBounds } from './prize';
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

/** The awards as intervals give them, and which of those above exclude each. */
interface HandedOut {
  readonly awards: readonly PrizeBounds[];
  readonly counters: readonly PrizeCounter[];
  readonly excludedBy: readonly (readonly number[])[];
}

type Order = 'before' | 'after' | 'tied' | 'unknown';

/** So many ranks are asked one by one where neither end tells of what lies between. */
const MAX_RANKS = 100;

/** What a condition on the rank says when it says the same of every rank of a range. */
function judgeRanks(judge: (rank: number) => Tri, { op }: Condition, best: number, worst: number): Tri {
  const atBest = judge(best);
  const rises = op === '>=' || op === '>' || op === '<=' || op === '<';
  if (!rises && worst - best > MAX_RANKS) return null;
  for (let rank = rises ? worst : best + 1; rank <= worst; rank += 1) if (judge(rank) !== atBest) return null;
  return atBest;
}

const NONE: AwardDecisions = { orders: [], grants: [], denied: new Set() };

export class BoundsFinder {
  private readonly pieces: readonly Piece[];
  private readonly owner: readonly number[];
  private readonly piecesOf: readonly (readonly number[])[];
  private readonly sureHeights: Heights;
  private readonly mayHeights: Heights;
  private readonly comparable: readonly boolean[];
  private readonly openUnits: ReadonlySet<number>;
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
    this.openUnits = new Set(contenders.flatMap(({ open, unit }) => (open ? [unit] : [])));
    // An open value will be of the kind of the others.
    this.comparable = prepared.keys.map(
      (key, number) =>
        key.known &&
        new Set(
          this.pieces.flatMap(({ keys }) => {
            const value = keys[number] ?? null;
            return value === 'open' ? [] : [value?.kind ?? 'blank'];
          }),
        ).size <= 1,
    );
  }

  private contender(number: number): Contender {
    return this.field.contenders[number] as Contender;
  }

  /** How a unit stands to another of the same total. */
  private order(a: Piece, b: Piece, height: number): Order {
    const { keys, decisions } = this.prepared;
    // Nobody knows who of two near totals is higher.
    if (a.facts.total?.e !== undefined || b.facts.total?.e !== undefined) return 'unknown';
    if (keys.length === 0 && decisions.orders.length === 0) return 'tied';
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

  /** The order of two units that nothing open can change: nobody else may come to the same total. */
  private knownOrder(a: Piece, b: Piece, height: number): Order | null {
    const { rankOf, uncertain, near } = this.standing.ranking;
    const [mine, theirs] = [rankOf.get(a.unit), rankOf.get(b.unit)];
    if (
      mine === undefined ||
      theirs === undefined ||
      this.openUnits.has(a.unit) ||
      this.openUnits.has(b.unit) ||
      this.isReachable(height)
    )
      return null;
    if ([...uncertain, ...near].some((tied) => tied.includes(a.unit) && tied.includes(b.unit))) return 'unknown';
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

  /** What one piece of another unit could be to a piece that stands at `height`. */
  private mayStand(theirs: Piece, piece: Piece, height: number): 'no' | 'tied' | 'before' {
    if (theirs.high < height) return 'no';
    // A height of several totals: there either may stand before the other.
    if (theirs.high > height || !this.field.ladder.isSingle(height)) return 'before';
    const order = this.order(theirs, piece, height);
    return order === 'before' || order === 'unknown' ? 'before' : order === 'tied' ? 'tied' : 'no';
  }

  private rankRange(own: number, piece: Piece): RankRange {
    const { contenders } = this.field;
    let best = 1 + this.sureHeights.above(piece.high, own);
    for (const other of this.sureHeights.at(piece.high))
      if (other !== own && this.isBeforeAt(other, piece, piece.high)) best += 1;
    let worst = 1 + this.mayHeights.above(piece.low, own);
    let tied = worst;
    for (const other of this.mayHeights.at(piece.low)) {
      const stands = other === own || contenders[other] === undefined ? 'no' : this.highestStand(other, piece);
      if (stands === 'before') worst += 1;
      if (stands !== 'no') tied += 1;
    }
    return { best, worst, tied };
  }

  private highestStand(other: number, piece: Piece): 'no' | 'tied' | 'before' {
    const stands = this.contender(other).pieces.map((theirs) => this.mayStand(theirs, piece, piece.low));
    return stands.includes('before') ? 'before' : stands.includes('tied') ? 'tied' : 'no';
  }

  /** Judges what is known of a piece, its ranks and grades as ranges. */
  private judge(number: number, condition: Condition, facts: Facts): Verdict {
    const verdict = this.prepared.judge(condition, facts);
    const range = this.ranks[number];
    if (condition.field.kind !== 'rank' || range === undefined || this.prepared.broken.has(condition)) return verdict;
    const holds = judgeRanks(
      (rank) => this.prepared.judge(condition, { ...facts, rank }).holds,
      condition,
      range.best,
      this.prepared.decisions.orders.length > 0 ? range.tied : range.worst,
    );
    return { ...verdict, holds };
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
    const from = q.readOptional(band.from);
    const set = conditionsOfBand(band.name, book.conditions);
    const { limit } = band;
    return {
      excludedBy: above,
      cutoff: band.cutoff,
      decisions: NONE,
      passesDown: false,
      doubtful: false,
      eligible: ({ facts }) => {
        const order = from === null || facts.total === null ? 0 : q.order(facts.total, from);
        if (order !== null && order < 0) return false;
        const { eligible } = judgeUnit(set, facts, judge);
        return order === null && eligible === true ? null : eligible;
      },
      places: (eligible) => {
        if (limit === null) return { fewest: book.units.length, most: book.units.length };
        if (!isSoundQuota(limit)) return { fewest: 0, most: book.units.length };
        const { few, many } = this.counted(eligible);
        const rule = { quota: limit, rounding: band.rounding, min: null, max: null };
        return { fewest: countPlaces(rule, few), most: countPlaces(rule, many) };
      },
    };
  }

  private findGrades(): void {
    const { book, judge, gradable, sanctions } = this.prepared;
    const every: readonly Grade[] = [...book.bands.map(({ name }) => name), null];
    if (!gradable || book.bands.length === 0) {
      this.grades.push(...this.pieces.map(() => (book.bands.length === 0 ? [null] : every)));
      return;
    }
    const bands: PrizeBounds[] = [];
    let carried: Count = { fewest: 0, most: 0 };
    for (const band of book.bands) {
      const { found, next } = this.handOut(this.bandPrize(band, [...bands]), carried);
      bands.push(found);
      carried = next;
    }
    const order: readonly GradeName[] = book.bands.map(({ name }) => name);
    const inOrder = sanctionsInOrder(sanctions.grade);
    this.pieces.forEach((piece, number) => {
      const base: Grade[] = [];
      let settled = false;
      bands.forEach(({ chances }, at) => {
        if (settled || chances[number] === NEVER) return;
        base.push(order[at] ?? null);
        settled = chances[number] === SURELY;
      });
      if (!settled && !this.surelyHas(bands, number)) base.push(null);
      this.grades.push(afterSanctions(base, inOrder, order, (condition) => judge(condition, piece.facts)));
    });
  }

  /** Whether a piece has one of several prizes, whichever it is. */
  private surelyHas(prizes: readonly PrizeBounds[], number: number): boolean {
    return (
      prizes.some(({ chances }) => chances[number] === SURELY) ||
      prizes.some(
        (prize) =>
          this.atLatest.get(prize)?.[number] === true &&
          keepsWithin(prize, prizes, ({ chances }) => chances[number] ?? MAYBE),
      )
    );
  }

  /** Whether a piece has a prize, or one above that excludes it. */
  private readonly atLatest = new Map<PrizeBounds, readonly boolean[]>();

  private awardPrize(
    { award, conditions, passesDown, doubtful, excludedBy, fallbackOf }: AwardRules,
    above: readonly PrizeBounds[],
  ): Prize {
    const sound = isSoundAward(award);
    const all = this.field.contenders.length;
    const pick = (numbers: readonly number[]): PrizeBounds[] => numbers.flatMap((number) => above[number] ?? []);
    const behind = pick(fallbackOf);
    const own = this.prepared.decisions.ofAward.get(award.id) ?? NONE;
    const fallen = behind.flatMap(({ sure }) =>
      [...sure].flatMap((number) => this.field.contenders[number]?.unit ?? []),
    );
    return {
      excludedBy: pick(excludedBy),
      cutoff: award.cutoff,
      passesDown,
      // While it is open who falls back to this award, intervals tell nothing of it.
      doubtful: doubtful || behind.some(({ sure, may }) => sure.size !== may.size),
      decisions:
        fallen.length === 0
          ? own
          : { ...own, grants: [...fallen.map((unit) => ({ unit, decision: -1 })), ...own.grants] },
      eligible: (piece, number) =>
        judgeUnit(conditions, { ...piece.facts, grades: this.grades[number] ?? [null] }, (condition, facts) =>
          this.judge(number, condition, facts),
        ).eligible,
      places: (eligible) => {
        if (!sound) return { fewest: 0, most: all };
        const { few, many } = this.counted(eligible);
        return { fewest: countPlaces(quotaRule(award), few), most: countPlaces(quotaRule(award), many) };
      },
    };
  }

  find(rules: readonly AwardRules[]): Bounds {
    this.pieces.forEach((piece, number) => this.ranks.push(this.rankRange(this.owner[number] ?? -1, piece)));
    this.findGrades();
    const awards: PrizeBounds[] = [];
    const counters: PrizeCounter[] = [];
    let carried: Count = { fewest: 0, most: 0 };
    for (const own of rules) {
      const { found, next, counter } = this.handOut(this.awardPrize(own, [...awards]), carried);
      awards.push(found);
      counters.push(counter);
      carried = next;
    }
    const handedOut: HandedOut = {
      awards,
      counters,
      excludedBy: counters.map((counter, number) =>
        [...awards.keys()].slice(0, number).filter((above) => counter.isExcludedBy(awards[above] as PrizeBounds)),
      ),
    };
    const ranksOf = this.piecesOf.map((own) =>
      own
        .map((number) => this.ranks[number] as RankRange)
        .reduce((a, b) => ({
          best: Math.min(a.best, b.best),
          worst: Math.max(a.worst, b.worst),
          tied: Math.max(a.tied, b.tied),
        })),
    );
    const gradesOf = this.field.contenders.map((_, number): readonly Grade[] => [
      ...new Set((this.piecesOf[number] ?? []).flatMap((piece) => this.grades[piece] ?? [])),
    ]);
    return {
      field: this.field,
      ranks: ranksOf,
      grades: gradesOf,
      awards,
      chanceAt: (award, contender, height) => this.chanceAt(handedOut, award, contender, height),
      turnsOf: (award, contender) => this.turnsOf(counters.slice(0, award + 1), contender),
    };
  }

  /** Where a piece begins or ends, and where it comes into reach of a prize or is sure of it. */
  private turnsOf(counters: readonly PrizeCounter[], contender: number): readonly number[] {
    const turns = (this.piecesOf[contender] ?? []).flatMap((number) => {
      const { low, high } = this.pieces[number] as Piece;
      return [low, high + 1, ...counters.flatMap((counter) => counter.turnsAt(contender, number))];
    });
    return [...new Set(turns)].filter((height) => height < Infinity).sort((a, b) => a - b);
  }

  private chanceAt(handedOut: HandedOut, award: number, contender: number, height: number): Chance {
    let found: Chance | null = null;
    for (const number of this.piecesOf[contender] ?? []) {
      const piece = this.pieces[number];
      if (piece === undefined || piece.low > height || piece.high < height) continue;
      const chance = this.pieceAt(handedOut, award, contender, number, height);
      if (found !== null && chance !== found) return MAYBE;
      found = chance;
    }
    if (found === null) return NEVER;
    return this.contender(contender).mayStayOut && found === SURELY ? MAYBE : found;
  }

  /** Whether an award above could be its own is asked at this height, not of the whole piece. */
  private pieceAt(
    { awards, counters, excludedBy }: HandedOut,
    award: number,
    contender: number,
    number: number,
    height: number,
  ): Chance {
    const found: { readonly chance: Chance; readonly atLatest: boolean }[] = [];
    for (let at = 0; at <= award; at += 1) {
      const excluded = this.excludedAt(excludedBy[at] ?? [], awards, found);
      const counter = counters[at];
      if (counter !== undefined) found.push(counter.at(contender, number, height, excluded));
    }
    return found.at(-1)?.chance ?? NEVER;
  }

  /** Whether one of the awards `above` keeps a piece from the next, which has come to `found` of them. */
  private excludedAt(
    above: readonly number[],
    awards: readonly PrizeBounds[],
    found: readonly { readonly chance: Chance; readonly atLatest: boolean }[],
  ): Chance {
    let excluded: Chance = NEVER;
    for (const prize of above) {
      const own = found[prize];
      if (own?.chance === SURELY) return SURELY;
      if (own?.chance !== NEVER) excluded = MAYBE;
      const keeps =
        own?.atLatest === true &&
        keepsWithin(
          awards[prize] as PrizeBounds,
          above.map((other) => awards[other] as PrizeBounds),
          (other) => found[awards.indexOf(other)]?.chance ?? MAYBE,
        );
      if (keeps) return SURELY;
    }
    return excluded;
  }

  private handOut(prize: Prize, carried: Count): { found: PrizeBounds; next: Count; counter: PrizeCounter } {
    const counter = new PrizeCounter(prize, carried, this.view(), this.prepared);
    const found = counter.found();
    this.atLatest.set(found, counter.atLatest);
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
      surelyHas: (prizes, number) => this.surelyHas(prizes, number),
    };
  }
}
