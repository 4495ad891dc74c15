/** Recorded decisions: which can be applied, to whom, and which have gone stale. */
import { itemAt } from '../../base/present';
import type { AwardId, Book, Decision, UnitId } from '../model/book';
import { sameSet } from './rank';
import type { TieOrder } from './rank';
import type { Report } from '../model/report';

export interface AwardDecisions {
  readonly orders: readonly TieOrder[];
  readonly grants: readonly { readonly unit: number; readonly decision: number }[];
  readonly denied: ReadonlySet<number>;
}

export interface Decisions {
  /** Orders for a tied set of the ranking. */
  readonly orders: readonly TieOrder[];
  readonly ofAward: ReadonlyMap<AwardId, AwardDecisions>;
  /** Decisions that can be applied at all; whether they are is seen later. */
  readonly usable: ReadonlySet<number>;
}

interface Draft {
  orders: TieOrder[];
  grants: { unit: number; decision: number }[];
  denied: Set<number>;
}

interface Recorded {
  readonly decision: Decision;
  readonly number: number;
  /** Each once. */
  readonly units: readonly number[];
  readonly allKnown: boolean;
}

function sameScope(a: Decision, b: Decision): boolean {
  return a.scope.kind === 'rank'
    ? b.scope.kind === 'rank'
    : b.scope.kind === 'award' && a.scope.award === b.scope.award;
}

/** Two decisions of one scope that cannot both hold: neither is applied, whichever stands first. */
function contradict(a: Recorded, b: Recorded): boolean {
  if (!sameScope(a.decision, b.decision)) return false;
  const shared = a.units.some((unit) => b.units.includes(unit));
  if (a.decision.kind === 'tie' || b.decision.kind === 'tie') {
    return (
      a.decision.kind === b.decision.kind &&
      sameSet(a.units, b.units) &&
      a.units.some((unit, at) => unit !== b.units[at])
    );
  }
  return shared && a.decision.kind !== b.decision.kind;
}

/** Whether a decision speaks of things that exist, in a form that can be applied. */
function isApplicable({ decision, units, allKnown }: Recorded, drafts: ReadonlyMap<AwardId, Draft>): boolean {
  if (!allKnown || units.length === 0) return false;
  if (decision.scope.kind === 'award' && !drafts.has(decision.scope.award)) return false;
  return decision.kind === 'tie' ? units.length > 1 : decision.scope.kind === 'award';
}

/** Those with a reason; the others are named, as are those without author or day. */
function withReason(book: Book, indexOf: ReadonlyMap<UnitId, number>, report: Report): Recorded[] {
  return book.decisions.flatMap((decision, number): Recorded[] => {
    const received = decision.units.join('; ');
    if ((decision.reason ?? '').trim() === '') {
      report('decision-without-reason', decision.place, { received });
      return [];
    }
    if ((decision.by ?? '').trim() === '' || decision.on === null)
      report('decision-incomplete', decision.place, { received });
    return [
      {
        decision,
        number,
        units: decision.units.flatMap((id) => indexOf.get(id) ?? []),
        allKnown: decision.units.every((id) => indexOf.has(id)),
      },
    ];
  });
}

/** One unit holds one place, however often it is recorded: what stands there again is reported and left out. */
function withoutTwins(recorded: readonly Recorded[], book: Book, report: Report): Recorded[] {
  const seen = new Set<string>();
  const isNew = (...what: readonly (string | number)[]): boolean => seen.size < seen.add(JSON.stringify(what)).size;
  return recorded.flatMap((own): Recorded[] => {
    const { kind, scope, place } = own.decision;
    const award = scope.kind === 'award' ? scope.award : '';
    const once = [...new Set(own.units)];
    const units =
      kind === 'tie' ? (isNew(kind, award, ...once) ? once : []) : once.filter((unit) => isNew(kind, award, unit));
    if (units.length === own.units.length) return [own];
    const twice = own.units.filter((unit, at) => own.units.indexOf(unit) !== at || !units.includes(unit));
    report('code-duplicate', place, {
      received: [...new Set(twice)].map((unit) => itemAt(book.units, unit).id).join('; '),
      ...(award === '' ? {} : { award }),
    });
    return units.length === 0 ? [] : [{ ...own, units }];
  });
}

/** Sorts the decisions by what they are about; reports those without reason, author or day. */
export function readDecisions(book: Book, indexOf: ReadonlyMap<UnitId, number>, report: Report): Decisions {
  const orders: TieOrder[] = [];
  const drafts = new Map<AwardId, Draft>(
    book.awards.map((award) => [award.id, { orders: [], grants: [], denied: new Set() }]),
  );
  const usable = new Set<number>();
  const recorded = withoutTwins(withReason(book, indexOf, report), book, report);
  for (const own of recorded) {
    const { decision, number, units } = own;
    if (!isApplicable(own, drafts) || recorded.some((other) => contradict(own, other))) {
      reportStale(book, number, report);
      continue;
    }
    usable.add(number);
    const draft = decision.scope.kind === 'award' ? drafts.get(decision.scope.award) : undefined;
    if (decision.kind === 'tie') (draft?.orders ?? orders).push({ units, decision: number });
    else if (decision.kind === 'grant') draft?.grants.push(...units.map((unit) => ({ unit, decision: number })));
    else for (const unit of units) draft?.denied.add(unit);
  }
  return { orders, ofAward: drafts, usable };
}

/** Says that a decision no longer fits what it was made for. */
export function reportStale(book: Book, number: number, report: Report): void {
  const decision = book.decisions[number];
  if (decision === undefined) return;
  report('decision-stale', decision.place, {
    received: decision.units.join('; '),
    ...(decision.scope.kind === 'award' ? { award: decision.scope.award } : {}),
  });
}
