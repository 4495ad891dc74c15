/**
 * Why each unit does or does not get an award, as "code" or "code condition" (sections 5 and 8).
 * `null`: its chance hangs on somebody else's open question, for which the text names no code.
 */
import type { Award, Book, Condition } from '../../../src/rules';
import { barsOf, requirementsOf } from './awards';
import type { Verdict } from './settle';
import { anyHolds, groupsOf, type Truth } from './truth';
import { askedIn, type World } from './worlds';

export type Reasons = Readonly<Record<string, readonly string[] | null>>;

export function reasonsFor(book: Book, award: Award, verdict: Verdict, shown: World): Reasons {
  return Object.fromEntries(book.units.map((unit) => [unit.id, reasonsOf(book, award, verdict, shown, unit.id)]));
}

function reasonsOf(book: Book, award: Award, verdict: Verdict, shown: World, unit: string): readonly string[] | null {
  const named = (kind: 'grant' | 'deny'): boolean =>
    book.decisions.some(
      (one) =>
        one.kind === kind &&
        one.reason !== null &&
        one.scope.kind === 'award' &&
        one.scope.award === award.id &&
        one.units.includes(unit),
    );
  if (verdict.status === 'pending' && verdict.units.includes(unit)) return null;
  if (verdict.units.includes(unit)) return [named('grant') ? 'granted-by-decision' : 'granted'];
  if (!shown.facts.has(unit)) return ['not-ranked'];
  const failed = failures(book, award, (row) => askedIn(book, shown)(unit, row));
  const always = verdict.states.length > 0 && verdict.states.every((state) => state.holders.has(unit));
  if (named('deny')) return ['denied'];
  if (failed.length > 0) return failed;
  if (verdict.status.startsWith('pending') && verdict.status !== 'pending:tie') return null;
  if (book.settings.oneAwardPerUnit && always) return ['holds-other'];
  return verdict.tied?.includes(unit) ? ['tied'] : ['outranked'];
}

/** What surely failed; only where nothing did, what is unknown. */
function failures(book: Book, award: Award, of: (row: Condition) => Truth): readonly string[] {
  const required = groupsOf(requirementsOf(book, award)).map((rows) => ({ rows, truth: anyHolds(rows.map(of)) }));
  const bars = barsOf(book, award);
  const sure = [
    ...required
      .filter((group) => group.truth === 'no')
      .flatMap((group) => group.rows)
      .map((row) => `condition-failed ${row.id}`),
    ...bars.filter((row) => of(row) === 'yes').map((row) => `barred ${row.id}`),
  ];
  if (sure.length > 0) return sure;
  return [...required.filter((group) => group.truth === 'unknown').flatMap((group) => group.rows), ...bars]
    .filter((row) => of(row) === 'unknown')
    .map((row) => `condition-unknown ${row.id}`);
}
