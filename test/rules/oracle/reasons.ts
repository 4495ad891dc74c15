/** Why each unit does or does not get an award, as "code" or "code condition" (sections 5 and 8). */
import type { Award, Book, Condition } from '../../../src/rules';
import { barsOf, requirementsOf } from './awards';
import type { Verdict } from './settle';
import { anyHolds, groupsOf, type Truth } from './truth';
import { askedIn, type World } from './worlds';

export type Reasons = Readonly<Record<string, readonly string[]>>;

export function reasonsFor(book: Book, award: Award, verdict: Verdict, shown: World): Reasons {
  return Object.fromEntries(book.units.map((unit) => [unit.id, reasonsOf(book, award, verdict, shown, unit.id)]));
}

function reasonsOf(book: Book, award: Award, verdict: Verdict, shown: World, unit: string): readonly string[] {
  const named = (kind: 'grant' | 'deny'): boolean => book.decisions.some((one) =>
    one.kind === kind && one.reason !== null && one.scope.kind === 'award' && one.scope.award === award.id && one.units.includes(unit));
  if (verdict.units.includes(unit)) return [named('grant') ? 'granted-by-decision' : 'granted'];
  if (!shown.facts.has(unit)) return ['not-ranked'];
  const failed = failures(book, award, (row) => askedIn(book, shown)(unit, row));
  const always = verdict.states.length > 0 && verdict.states.every((state) => state.holders.has(unit));
  const other = book.settings.oneAwardPerUnit && always ? ['holds-other'] : [];
  const found = [...(named('deny') ? ['denied'] : []), ...failed, ...other];
  if (found.length > 0) return found;
  if (verdict.status === 'pending:tie' && verdict.tied.includes(unit)) return ['tied'];
  return [verdict.status === 'pending:upstream' ? 'upstream' : 'outranked'];
}

function failures(book: Book, award: Award, of: (row: Condition) => Truth): readonly string[] {
  const required = groupsOf(requirementsOf(book, award)).flatMap((group) => (anyHolds(group.map(of)) === 'yes' ? [] : group.map((row) => tell(row, of(row)))));
  const barred = barsOf(book, award).flatMap((row) => (of(row) === 'yes' ? [`barred ${row.id}`] : of(row) === 'unknown' ? [`condition-unknown ${row.id}`] : []));
  return [...required, ...barred];
}

const tell = (row: Condition, truth: Truth): string => `${truth === 'unknown' ? 'condition-unknown' : 'condition-failed'} ${row.id}`;
