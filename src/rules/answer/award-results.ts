/** From what is certain about each award to its status, its holders and its issues. */
import { itemAt } from '../../base/present';
import type { Award, UnitId } from '../model/book';
import type { Branch } from '../certainty/branches';
import type { AwardResult, AwardStatus } from '../model/evaluation';
import { signature } from '../certainty/ledger';
import type { AwardOutlook } from '../certainty/ledger';
import type { Outlook } from '../certainty/outlook';
import { postponing } from './postponed';
import type { Prepared } from '../prepare';
import { countPlaces, isSoundAward, quotaRule } from '../order/quota';
import { consequences, reasonsFor } from './reasons';
import { reportUnknownFact } from '../conditions/sanctions';

/** Missing totals come first, then awards above, then unknown facts, then an undecided tie. */
function statusOf(own: AwardOutlook): AwardStatus {
  const [only] = own.branches;
  if (own.variesWithTotals || own.blurred || !isSoundAward(own.award)) return 'pending:unknown';
  if (own.variesWithAbove) return 'pending:upstream';
  if (only === undefined || own.branches.some((branch) => !sameOutcome(branch, only))) return 'pending:unknown';
  if (only.allotment.tied.length > 0) return 'pending:tie';
  return only.allotment.holders.length > Math.max(0, only.balance) ? 'overQuota' : 'ok';
}

function sameUnits(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((unit) => b.includes(unit));
}

function sameOutcome(a: Branch, b: Branch): boolean {
  return signature(a) === signature(b);
}

/** The one value that all branches share, or null. */
function shared<T>(branches: readonly Branch[], value: (branch: Branch) => T, same: (a: T, b: T) => boolean): T | null {
  const [first, ...rest] = branches;
  if (first === undefined) return null;
  return rest.every((branch) => same(value(first), value(branch))) ? value(first) : null;
}

/** No answer that both branches rest on is a different one, but for the answer of `unit`. */
function differOnlyBy(unit: number, a: Branch, b: Branch): boolean {
  return [...a.answers].every(([other, answer]) => other === unit || (b.answers.get(other) ?? answer) === answer);
}

/** So many pairs of branches are compared to see whether an answer decides; with more of them it may. */
const MAX_PAIRS = 20_000;

/** Whether a unit's unknown fact makes a difference, whatever the other answers are. */
function decides(unit: number, branches: readonly Branch[]): boolean {
  const holding = (answer: boolean): readonly Branch[] =>
    branches.filter(({ answers }) => answers.get(unit) === answer);
  const [withYes, withNo] = [holding(true), holding(false)];
  if (withYes.length * withNo.length > MAX_PAIRS) return true;
  return withYes.some((a) => withNo.some((b) => differOnlyBy(unit, a, b) && !sameOutcome(a, b)));
}

/** Units whose unknown fact makes a difference; all unknown ones when there were too many to follow. */
function askedUnits({ branches, eligibility }: AwardOutlook): number[] {
  return eligibility.flatMap(({ eligible }, unit) =>
    eligible === null && (branches.length === 0 || decides(unit, branches)) ? [unit] : [],
  );
}

class AwardReporter {
  readonly idOf = (unit: number): UnitId => itemAt(this.prepared.units, unit).scored.unit.id;
  private readonly heldBefore = new Map<number, Award[]>();
  private readonly lacking: ReadonlySet<number>;

  constructor(
    private readonly prepared: Prepared,
    private readonly outlook: Outlook,
  ) {
    this.lacking = new Set(
      outlook.field.contenders.flatMap(({ open, openLeaves, unit }) =>
        open &&
        (openLeaves.length > 0 ||
          itemAt(prepared.facts, unit).total === null ||
          itemAt(prepared.units, unit).noRank === null)
          ? [unit]
          : [],
      ),
    );
  }

  private pendingUnits(own: AwardOutlook, status: AwardStatus): readonly number[] {
    if (status === 'pending:tie') return own.branches[0]?.allotment.tied ?? [];
    if (status !== 'pending:unknown') return [];
    return own.variesWithTotals ? this.waitsFor() : askedUnits(own);
  }

  /** The units without total or rank whose place can change some award. */
  private waitsFor(): number[] {
    const open = this.outlook.field.contenders.flatMap((contender) => (contender.open ? [contender.unit] : []));
    const deciding = open.filter((unit) =>
      this.outlook.awards.some(({ ever, always }) => ever.has(unit) && !always.has(unit)),
    );
    return (deciding.length > 0 ? deciding : open).sort((a, b) => a - b);
  }

  /** Says of every unit whose unknown fact decides about the award what is missing. */
  private reportUnknownFacts(own: AwardOutlook): void {
    const { prepared } = this;
    const { told, report } = prepared;
    const sanctioned = new Set(this.outlook.standing.grading.unknown.map((each) => each.unit));
    for (const unit of new Set([...askedUnits(own), ...(own.variesWithTotals ? this.waitsFor() : [])])) {
      if (this.lacking.has(unit)) continue;
      const open = itemAt(own.eligibility, unit).against.filter(
        ({ condition, verdict }) => verdict.holds === null && !told.has(condition),
      );
      const facts = itemAt(prepared.facts, unit);
      for (const judged of open) {
        // A grade that waits for a sanction's fact: that fact is told already, where it stands.
        if (judged.condition.field.kind === 'grade' && sanctioned.has(unit)) continue;
        reportUnknownFact(report, judged.condition, facts, judged.verdict, {
          award: own.award.id,
          params: consequences(own.branches, unit, this.idOf),
        });
      }
    }
  }

  private reportOutcome(own: AwardOutlook, status: AwardStatus): void {
    const { report } = this.prepared;
    const { award, branches } = own;
    const [only] = branches;
    if (status === 'pending:unknown') this.reportUnknownFacts(own);
    if (only === undefined || (status !== 'ok' && status !== 'overQuota' && status !== 'pending:tie')) return;
    const places = Math.max(0, only.balance);
    const count = { received: String(only.allotment.holders.length), expected: String(places) };
    if (status === 'pending:tie') {
      report('tie-at-cutoff', award.place, {
        award: award.id,
        received: only.allotment.tied.map(this.idOf).join('; '),
        expected: String(only.allotment.open),
      });
    }
    if (only.allotment.grown > 0) report('award-grows', award.place, { award: award.id, ...count });
    if (status === 'ok' && only.allotment.unused > 0)
      report('quota-unfilled', award.place, { award: award.id, ...count });
  }

  result(own: AwardOutlook): AwardResult {
    const status = statusOf(own);
    const { award, branches } = own;
    this.reportOutcome(own, status);
    const certain = status === 'ok' || status === 'overQuota' || status === 'pending:tie';
    const holders =
      status === 'pending:upstream'
        ? []
        : certain
          ? this.inOrder(branches[0]?.allotment.holders ?? [])
          : [...own.always].sort((a, b) => this.byRank(a, b));
    const context = {
      prepared: this.prepared,
      outlook: this.outlook,
      own: { ...own, always: new Set(holders) },
      status,
      heldBefore: this.heldBefore,
      idOf: this.idOf,
    };
    const why = new Map(this.prepared.book.units.map((unit, index) => [unit.id, reasonsFor(context, index)]));
    for (const unit of holders) this.heldBefore.set(unit, [...(this.heldBefore.get(unit) ?? []), award]);
    const byFallback = (unit: number): boolean => branches.every(({ fallback }) => fallback.includes(unit));
    return {
      id: award.id,
      name: award.name,
      status,
      why,
      places: this.places(own),
      units: holders.map(this.idOf),
      tied: this.pendingUnits(own, status).map(this.idOf),
      fallback: (branches.length === 0 ? [] : holders.filter(byFallback)).map(this.idOf),
      postponed: this.postponed(own, holders).map(this.idOf),
      next:
        own.blurred || own.byLimits || this.outlook.pruned || branches.some(({ nextIsOpen }) => nextIsOpen)
          ? []
          : (shared(branches, (branch) => branch.next, sameUnits) ?? []).map(this.idOf),
    };
  }

  /**
   * Holders with a procedure still open: they keep their place and are not proposed yet. Where nobody
   * knows, the award stands as it is and the fact is asked for.
   */
  private postponed({ award }: AwardOutlook, holders: readonly number[]): number[] {
    const { facts, report, told } = this.prepared;
    return holders.filter((unit) => {
      const judged = postponing(this.prepared, award, unit);
      const own = facts[unit];
      for (const { condition, verdict } of judged) {
        if (own !== undefined && verdict.holds === null && !told.has(condition))
          reportUnknownFact(report, condition, own, verdict, { award: award.id, severity: 'warning' });
      }
      return judged.some(({ verdict }) => verdict.holds === true);
    });
  }

  /** Holders stand in the order of the award; while some has no rank yet, by rank as far as there is one. */
  private inOrder(holders: readonly number[]): readonly number[] {
    return holders.every((unit) => this.outlook.standing.ranking.rankOf.has(unit))
      ? holders
      : [...holders].sort((a, b) => this.byRank(a, b));
  }

  /** The places after what the awards above passed down or took; null while that cannot be known. */
  private places(own: AwardOutlook): number | null {
    const { award, branches } = own;
    if (!isSoundAward(award)) return null;
    const balance =
      own.blurred || branches.length === 0
        ? this.ownPlaces(own)
        : shared(
            branches,
            (branch) => Math.max(0, branch.balance),
            (a, b) => a === b,
          );
    return balance === null ? null : Math.max(0, balance);
  }

  /** The places of an award that neither units nor awards above can change: unused places go down one step, debts all the way. */
  private ownPlaces({ award }: AwardOutlook): number | null {
    const { awards, settings, units } = this.prepared.book;
    const above = awards.slice(0, awards.indexOf(award));
    const next = above.at(-1);
    if (next !== undefined && (next.unusedPlaces ?? settings.unusedPlaces) === 'passDown') return null;
    if (above.some(({ cutoff }) => cutoff === 'includeAllDebit')) return null;
    if (award.quota.kind === 'percent' && award.quota.of !== 'units') return null;
    return countPlaces(quotaRule(award), { units: units.length, ranked: 0, eligible: 0 });
  }

  private byRank(a: number, b: number): number {
    const { rankOf } = this.outlook.standing.ranking;
    const [own, other] = [rankOf.get(a) ?? Infinity, rankOf.get(b) ?? Infinity];
    return own === other ? a - b : own - other;
  }
}

export function awardResults(prepared: Prepared, outlook: Outlook): AwardResult[] {
  const reporter = new AwardReporter(prepared, outlook);
  return outlook.awards.map((own) => reporter.result(own));
}
