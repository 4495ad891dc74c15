/** One award, then the next, when everything that could be open has an answer (section 5). */
import type { Award, Book, Condition, Decision } from '../../../src/rules';
import { fill, placesOf } from './fill';
import { orderFor, sameSet } from './ranking';
import { allHold, anyHolds, type Truth } from './truth';

/** What an award finds when its turn comes. */
export interface State {
  /** Holders of the awards above, with what they hold. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly carry: number;
  readonly debt: number;
}
export const START: State = { holders: new Map(), carry: 0, debt: 0 };

export interface Turn {
  readonly places: number | null;
  readonly holders: readonly string[];
  readonly tied: readonly string[];
  readonly open: number;
  readonly grown: number;
  readonly over: boolean;
  readonly unused: number;
  /** The part of the debt from above that this award had no places for. */
  readonly owed: number;
  readonly next: readonly string[];
  readonly stale: readonly Decision[];
  readonly granted: readonly string[];
}

/** Rank groups and the number of units of the book. */
export interface Field {
  readonly book: Book;
  readonly groups: readonly (readonly string[])[];
}

export const requirementsOf = (book: Book, award: Award): readonly Condition[] => rowsFor(book, award, 'require');
export const barsOf = (book: Book, award: Award): readonly Condition[] => rowsFor(book, award, 'bar');

const rowsFor = (book: Book, award: Award, effect: 'require' | 'bar' | 'invalid'): readonly Condition[] =>
  book.conditions.filter(
    (row) =>
      row.effect.kind === effect &&
      (row.scope.kind === 'all' || (row.scope.kind === 'awards' && row.scope.awards.includes(award.id))),
  );

/** Whether a unit meets all that one award asks. */
export function eligible(book: Book, award: Award, of: (row: Condition) => Truth): Truth {
  const required = allHold([...requirementsOf(book, award), ...rowsFor(book, award, 'invalid')], of);
  const barred = anyHolds(barsOf(book, award).map(of));
  if (required === 'no' || barred === 'yes') return 'no';
  return required === 'unknown' || barred === 'unknown' ? 'unknown' : 'yes';
}

const applied = (decision: Decision, award: Award, kind: Decision['kind']): boolean =>
  decision.kind === kind &&
  decision.reason !== null &&
  decision.scope.kind === 'award' &&
  decision.scope.award === award.id;

/** `meets`: the eligible units, all questions answered. */
export function takeTurn({ book, groups }: Field, award: Award, state: State, meets: readonly string[]): Turn {
  const ranked = groups.flat();
  const exclusive = book.settings.oneAwardPerUnit;
  const denied = book.decisions.filter((one) => applied(one, award, 'deny')).flatMap((one) => one.units);
  const stale: Decision[] = [];
  const granted: string[] = [];
  for (const grant of book.decisions.filter((one) => applied(one, award, 'grant'))) {
    const unit = grant.units[0] ?? '';
    if (ranked.includes(unit) && !(exclusive && state.holders.has(unit))) granted.push(unit);
    else stale.push(grant);
  }
  const base = placesOf(award.quota, award.rounding, award.minPlaces, award.maxPlaces, {
    units: book.units.length,
    ranked: ranked.length,
    eligible: ranked.filter((unit) => meets.includes(unit)).length,
  });
  const places = base === null ? null : Math.max(0, base + state.carry - state.debt);
  const candidates = groups
    .map((group) =>
      group.filter(
        (unit) =>
          meets.includes(unit) &&
          !denied.includes(unit) &&
          !granted.includes(unit) &&
          !(exclusive && state.holders.has(unit)),
      ),
    )
    .filter((group) => group.length > 0);
  const ties = book.decisions.filter((one) => applied(one, award, 'tie'));
  let settled: readonly string[] = [];
  const filled = fill(candidates, Math.max(0, (places ?? 0) - granted.length), award.cutoff, (tied) => {
    const order = orderFor(ties, tied);
    settled = order ?? [];
    return order;
  });
  return {
    places,
    granted,
    holders: [...granted, ...filled.taken],
    tied: filled.tied,
    open: filled.open,
    grown: filled.grown,
    over: filled.grown > 0 || granted.length > (places ?? 0),
    unused: filled.unused,
    owed: Math.max(0, state.debt - state.carry - (base ?? 0)),
    next: filled.next,
    stale: [...stale, ...ties.filter((one) => !sameSet(one.units, settled))],
  };
}

/** What the next award finds; `lucky` are those of an undecided tie who get it. */
export function after({ book }: Field, award: Award, state: State, turn: Turn, lucky: readonly string[]): State {
  const holders = new Map(state.holders);
  for (const unit of [...turn.holders, ...lucky]) holders.set(unit, [...(holders.get(unit) ?? []), award.id]);
  const passes = (award.unusedPlaces ?? book.settings.unusedPlaces) === 'passDown';
  return {
    holders,
    carry: passes ? turn.unused : 0,
    debt: turn.owed + (award.cutoff === 'includeAllDebit' ? turn.grown : 0),
  };
}
