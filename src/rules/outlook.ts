/**
 * What is certain about the awards although something is missing: an award is settled only when it
 * goes the same way for every total that a unit without total could still reach, for every answer to
 * an unknown fact, and for every decision a meeting could take.
 */
import { awardRules, Follower } from './follow';
import type { Followed } from './follow';
import { AwardLedger } from './ledger';
import type { AwardOutlook } from './ledger';
import { alikeSets, choicesFor, criticalTotals, findOpenUnits, isGranted } from './open-units';
import type { Prepared } from './prepare';
import { assumptions, countCombinations, totalsToTry } from './scenarios';
import type { OpenUnit } from './scenarios';
import { buildLadder, NOTHING_ASSUMED, standUnder } from './standing';
import type { Standing } from './standing';

export interface Outlook {
  readonly standing: Standing;
  readonly openUnits: readonly OpenUnit[];
  readonly awards: readonly AwardOutlook[];
}

/** Work allowed for following assumptions, in units × awards. */
const WORK = 120_000;
/** The branches that may be followed over all assumptions: what takes time when many facts are open at once. */
const BRANCHES = 6_000;

/** Open units beyond this are not even set side by side: five times the largest bloc. */
const MOST_OPEN = 200;

/**
 * A grant to a unit without rank is not applied; it would be once the unit has one. Both ways count,
 * so that no award is settled that would change then.
 */
function grantsToTry(prepared: Prepared, openUnits: readonly number[]): readonly ReadonlySet<number>[] {
  const granted = openUnits.filter((unit) => isGranted(prepared, unit));
  return granted.length === 0 ? [new Set()] : [new Set(granted), new Set()];
}

/** Tries everything that can still come; false when there is more than `WORK` allows. */
function tryAll(prepared: Prepared, follower: Follower, base: Followed, openUnits: readonly OpenUnit[], ledgers: readonly AwardLedger[]): boolean {
  if (openUnits.length > MOST_OPEN) return false;
  const moving = openUnits.filter((open) => open.moves && open.total).length;
  const tries = totalsToTry(prepared, criticalTotals(prepared), Math.max(1, moving));
  const ladder = buildLadder(prepared, tries);
  const choices = choicesFor(prepared, base, openUnits, ladder, tries);
  let budget = Math.ceil(WORK / ((prepared.units.length + 1) * (ledgers.length + 1)));
  if (countCombinations(choices) > budget) return false;
  let branches = BRANCHES;
  const changed = openUnits.map(({ unit }) => unit);
  const grants = grantsToTry(prepared, changed);
  for (const assumption of assumptions(prepared, ladder, choices)) {
    if (budget === 0 || branches < 0) return false;
    budget -= 1;
    const standing = standUnder(prepared, ladder, assumption, false);
    for (const without of grants) {
      const { prospects } = follower.followFrom(base, standing, changed, without);
      prospects.forEach((prospect, number) => ledgers[number]?.add(prospect, standing));
      // A single branch is the plain case, which `budget` counts.
      branches -= prospects.reduce((sum, { bySituation }) => sum + bySituation.flat().length - 1, 0);
    }
  }
  for (const set of alikeSets(choices)) for (const ledger of ledgers) ledger.exchange(set);
  return true;
}

/** Looks at everything that can still come, as far as `WORK` allows; what is left open stays pending. */
export function lookAhead(prepared: Prepared): Outlook {
  const rules = awardRules(prepared);
  const follower = new Follower(prepared, rules);
  const standing = standUnder(prepared, buildLadder(prepared, []), NOTHING_ASSUMED);
  const base = follower.followAll(standing);
  const openUnits = findOpenUnits(prepared, base.eligibility);
  const ledgers = rules.map(() => new AwardLedger());
  const settled = openUnits.length === 0 || prepared.doubtful;
  if (settled) base.prospects.forEach((prospect, number) => ledgers[number]?.add(prospect, standing));
  const finished = settled || rules.length === 0 || tryAll(prepared, follower, base, openUnits, ledgers);
  return {
    standing, openUnits,
    awards: rules.map(({ award }, number) => (ledgers[number] as AwardLedger).outlook(award, base.eligibility[number] ?? [], !finished || prepared.doubtful)),
  };
}
