/**
 * What is certain about the awards although something is missing: an award is settled only when it
 * goes the same way for every total that a unit without total could still reach, for every answer to
 * an unknown fact, and for every decision a meeting could take.
 */
import { followAwards } from './branches';
import type { AwardCase, Branch, Prospect } from './branches';
import type { Award } from './book';
import { conditionsOfAward, judgeUnit } from './eligibility';
import type { ConditionSet, Eligibility } from './eligibility';
import type { Prepared } from './prepare';
import * as q from './rational';
import { assumptions, totalsToTry } from './scenarios';
import type { Choice, OpenUnit } from './scenarios';
import { NOTHING_ASSUMED, standUnder } from './standing';
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
  /** An input of this award is in doubt, or there are too many ways to follow. */
  readonly blurred: boolean;
  /** Every different way it can go. */
  readonly branches: readonly Branch[];
  /** Whom every way gives a place. */
  readonly always: ReadonlySet<number>;
}

export interface Outlook {
  readonly standing: Standing;
  readonly openUnits: readonly OpenUnit[];
  readonly awards: readonly AwardOutlook[];
}

/** Work allowed for following assumptions, in units × awards. */
const WORK = 400_000;

interface AwardRules {
  readonly award: Award;
  readonly conditions: ConditionSet;
  /** Eligibility hangs on ranks or grades, which every assumption changes. */
  readonly moves: boolean;
  readonly doubtful: boolean;
}

function awardRules(prepared: Prepared): AwardRules[] {
  const { book, stray } = prepared;
  return book.awards.map((award) => {
    const conditions = conditionsOfAward(award, book.conditions, stray);
    const all = [...conditions.single, ...conditions.groups.flat(), ...conditions.bars];
    return {
      award, conditions,
      moves: all.some(({ field }) => field.kind === 'rank' || field.kind === 'grade'),
      doubtful: book.doubts.some(({ touches }) => touches !== 'totals' && touches.includes(award.id)),
    };
  });
}

/** A name for what is unknown about a unit: rows that ask the same share the answer. */
function factName(unit: number, eligibility: Eligibility | undefined): string {
  const rows = (eligibility?.against ?? []).filter(({ verdict }) => verdict.holds === null)
    .map(({ condition }) => `${condition.fieldWritten}|${condition.op ?? ''}|${condition.value.written}|${condition.effect.kind}|${condition.orGroup ?? ''}`);
  return `${String(unit)}|${rows.join('|')}`;
}

/** Follows the awards under one assumption; eligibility that no assumption changes is taken over. */
function follow(prepared: Prepared, rules: readonly AwardRules[], standing: Standing, certain: readonly (readonly Eligibility[])[] | null, changed: ReadonlySet<number>): { eligibility: readonly (readonly Eligibility[])[]; prospects: readonly Prospect[] } {
  const { book, judge } = prepared;
  const eligibility = rules.map(({ conditions, moves }, number) => standing.facts.map((facts, unit): Eligibility => {
    const known = moves || changed.has(unit) ? undefined : certain?.[number]?.[unit];
    return known ?? judgeUnit(conditions, facts, judge);
  }));
  const cases = rules.map(({ award, doubtful }, number): AwardCase => ({
    award, doubtful,
    eligible: (eligibility[number] ?? []).map(({ eligible }) => eligible),
    decisions: prepared.decisions.ofAward.get(award.id) ?? { orders: [], grants: [], denied: new Set() },
    passesDown: (award.unusedPlaces ?? book.settings.unusedPlaces) === 'passDown',
    factOf: (unit) => factName(unit, eligibility[number]?.[unit]),
  }));
  const frame = { ranking: standing.ranking, unitCount: book.units.length, exclusive: book.settings.oneAwardPerUnit };
  return { eligibility, prospects: followAwards(cases, frame) };
}

const byNumber = (a: number, b: number): number => a - b;

function signature({ allotment, balance }: Branch): string {
  const over = allotment.holders.length > Math.max(0, balance) ? 'over' : '';
  return `${[...allotment.holders].sort(byNumber).join(',')}|${[...allotment.tied].sort(byNumber).join(',')}|${String(allotment.open)}|${over}`;
}

function signatures(branches: readonly Branch[]): string {
  return [...new Set(branches.map(signature))].sort().join(' / ');
}

/** An unknown tie key may part a set: uncertain when some of its candidates get the award and some do not. */
function cutsUncertainSet(branches: readonly Branch[], standing: Standing): boolean {
  return standing.ranking.uncertain.some((tied) => branches.some(({ allotment, next }) => {
    const inside = tied.filter((unit) => allotment.holders.includes(unit));
    const outside = tied.filter((unit) => allotment.tied.includes(unit) || next.includes(unit));
    return (inside.length > 0 && (outside.length > 0 || allotment.grown > 0)) || allotment.tied.some((unit) => tied.includes(unit));
  }));
}

/** Gathers the prospects of one award over all assumptions. */
class AwardLedger {
  private readonly seen = new Map<string, Branch>();
  private first: string | null = null;
  variesWithTotals = false;
  variesWithAbove = false;
  blurred = false;
  always: Set<number> | null = null;

  add(prospect: Prospect, standing: Standing): void {
    const situations = prospect.bySituation.map(signatures);
    const all = prospect.bySituation.flat();
    this.blurred ||= prospect.blurred || cutsUncertainSet(all, standing);
    this.variesWithAbove ||= prospect.blurredAbove || new Set(situations).size > 1;
    const whole = signatures(all);
    this.first ??= whole;
    this.variesWithTotals ||= whole !== this.first;
    for (const branch of all) {
      this.seen.set(`${signature(branch)}|${String(branch.balance)}|${[...branch.answers].join(';')}`, branch);
      const holders = new Set(branch.allotment.holders);
      this.always = this.always === null ? holders : new Set([...this.always].filter((unit) => holders.has(unit)));
    }
  }

  /** Nothing more can be learnt: it varies, and nobody is sure of a place. */
  get exhausted(): boolean {
    return (this.variesWithTotals || this.blurred) && (this.always?.size ?? 0) === 0;
  }

  outlook(award: Award, eligibility: readonly Eligibility[], unfinished: boolean): AwardOutlook {
    const unsure = this.blurred || unfinished;
    return {
      award, eligibility, variesWithAbove: this.variesWithAbove, blurred: this.blurred,
      variesWithTotals: this.variesWithTotals || unfinished,
      branches: [...this.seen.values()], always: unsure ? new Set() : (this.always ?? new Set()),
    };
  }
}

/** Whether a unit's place among the others can change anything beyond its own award. */
function everyPlaceMatters({ book, decisions, keys }: Prepared, unit: number): boolean {
  const asked = (kind: 'rank' | 'grade'): boolean => book.conditions.some(({ field }) => field.kind === kind);
  return asked('rank') || (asked('grade') && book.bands.some((band) => band.limit !== null)) || decisions.orders.length > 0
    || keys.some((key) => !key.scored && key.valueOf(unit) === null);
}

function findOpenUnits(prepared: Prepared, certain: readonly (readonly Eligibility[])[]): OpenUnit[] {
  return prepared.units.flatMap((own, unit): OpenUnit[] => {
    const total = own.facts.total === null;
    if (own.scored.recorded || own.noRank === true || (!total && own.noRank === false)) return [];
    const competes = certain.some((award, number) => award[unit]?.eligible !== false && prepared.decisions.ofAward.get(prepared.book.awards[number]?.id ?? '')?.denied.has(unit) !== true);
    return [{ unit, total, mayStayOut: own.noRank !== false, moves: competes || everyPlaceMatters(prepared, unit) }];
  });
}

/** Totals at which something changes: of rivals, of conditions, of grades. */
function criticalTotals(prepared: Prepared): q.Rational[] {
  const { book, facts, units } = prepared;
  const rivals = facts.flatMap(({ total }, unit) => (total === null || units[unit]?.scored.recorded === true ? [] : [total]));
  const limits = book.conditions.flatMap(({ field, value }) => (field.kind !== 'total' ? [] : [value.number ?? '', ...value.items].flatMap((item) => q.parse(item) ?? [])));
  return [...rivals, ...limits, ...book.bands.flatMap((band) => q.parseOptional(band.from) ?? [])];
}

function choicesFor(prepared: Prepared, openUnits: readonly OpenUnit[]): Choice[] {
  const critical = criticalTotals(prepared);
  const moving = openUnits.filter((open) => open.moves && open.total).length;
  const tries = totalsToTry(prepared, critical, Math.max(1, moving));
  return openUnits.map((open): Choice => {
    const totals: (q.Rational | null)[] = !open.total ? [prepared.facts[open.unit]?.total ?? null] : open.moves ? [...tries] : tries.slice(-1);
    return { open, totals: open.mayStayOut ? [...totals, null] : totals };
  });
}

/** Looks at everything that can still come, as far as `WORK` allows; what is left open stays pending. */
export function lookAhead(prepared: Prepared): Outlook {
  const rules = awardRules(prepared);
  const standing = standUnder(prepared, NOTHING_ASSUMED);
  const base = follow(prepared, rules, standing, null, new Set());
  const openUnits = findOpenUnits(prepared, base.eligibility);
  const ledgers = rules.map(() => new AwardLedger());
  const record = (prospects: readonly Prospect[], under: Standing): void => {
    prospects.forEach((prospect, number) => ledgers[number]?.add(prospect, under));
  };
  let unfinished = false;
  if (openUnits.length === 0 || prepared.doubtful) record(base.prospects, standing);
  else {
    const changed = new Set(openUnits.map(({ unit }) => unit));
    let budget = Math.ceil(WORK / ((prepared.units.length + 1) * (rules.length + 1)));
    for (const assumption of assumptions(prepared, choicesFor(prepared, openUnits))) {
      if (ledgers.every((ledger) => ledger.exhausted)) break;
      if (budget === 0) {
        unfinished = true;
        break;
      }
      budget -= 1;
      const under = standUnder(prepared, assumption);
      record(follow(prepared, rules, under, base.eligibility, changed).prospects, under);
    }
  }
  return {
    standing, openUnits,
    awards: rules.map(({ award }, number) => (ledgers[number] as AwardLedger).outlook(award, base.eligibility[number] ?? [], unfinished || prepared.doubtful)),
  };
}

