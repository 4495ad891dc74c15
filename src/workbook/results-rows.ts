/** The units in the order of `Kết quả`, each with what its row says in words. */
import { compareNumerals, type Unit, type UnitId, type UnitResult } from '../rules';
import { awardStatusText, notRankedText, tieBrokenText, tiedText } from '../text';
import { ELECTION_BALLOTS } from './layout';
import { namesOf, type Judgement } from './judgement';

export interface ResultRow {
  readonly result: UnitResult;
  readonly unit: Unit;
  /** Ranked units above with a greater total: its rank is one more, unless a tie was broken above it. */
  readonly above: number;
}

/** By rank; units without rank last, in the order of `Đơn vị`. None is left out. */
export function resultRows({ book, evaluation }: Judgement): ResultRow[] {
  const units = new Map(book.units.map((unit) => [unit.id, unit]));
  const rows = evaluation.units.flatMap((result) => {
    const unit = units.get(result.id);
    return unit ? [{ result, unit }] : [];
  });
  const ranked = rows.filter(({ result }) => result.rank !== null);
  const above = ({ total }: UnitResult): number =>
    (total === null ? 0 : ranked.filter(({ result }) => result.total !== null && compareNumerals(result.total, total) > 0).length);
  return rows
    .map((row) => ({ ...row, above: above(row.result) }))
    .sort((a, b) => (a.result.rank ?? Infinity) - (b.result.rank ?? Infinity) || 0);
}

/** The awards a unit is proposed for, or may still get; each line one award. */
export function proposals({ evaluation }: Judgement, unit: UnitId): string[] {
  return evaluation.awards.flatMap(({ name, status, units, tied }) => {
    const pending = status.startsWith('pending');
    if (units.includes(unit)) return [pending ? `${name} (hình thức này ${awardStatusText(status, 'vi')})` : name];
    return pending && tied.includes(unit) ? [`(${name}: chưa chốt)`] : [];
  });
}

const ELECTIONS: ReadonlySet<string> = new Set(Object.values(ELECTION_BALLOTS));

export function hasVotes({ book }: Judgement): boolean {
  return book.ballots.some(({ ballot }) => !ELECTIONS.has(ballot));
}

/** Votes in favour of the votes issued, "12/15"; named by ballot where there are several. */
export function votes({ book }: Judgement, unit: UnitId): string {
  const rows = book.ballots.filter((row) => row.unit === unit && !ELECTIONS.has(row.ballot));
  const several = new Set(book.ballots.map(({ ballot }) => ballot).filter((ballot) => !ELECTIONS.has(ballot))).size > 1;
  return rows.map(({ ballot, favour, issued }) => {
    const count = [favour, issued].map((entry) => (entry.kind === 'number' ? entry.value : '–')).join('/');
    return several ? `${ballot}: ${count}` : count;
  }).join('\n');
}

/** What broke a tie, why a unit has no rank, what a decision changed. */
export function remarks(judgement: Judgement, { result, unit }: ResultRow): string[] {
  const names = namesOf(judgement);
  const decided = judgement.evaluation.awards.flatMap(({ name, why }) => {
    const codes = (why.get(result.id) ?? []).map(({ code }) => code);
    if (codes.includes('granted-by-decision')) return [`${name}: đề nghị theo quyết định của hội nghị`];
    return codes.includes('denied') ? [`${name}: không đề nghị theo quyết định của hội nghị`] : [];
  });
  return [
    ...(result.notRanked === null ? [] : [notRankedText(result.notRanked, unit.notRanked, 'vi')]),
    ...(result.tieBrokenBy === null ? [] : [tieBrokenText(result.tieBrokenBy, 'vi')]),
    ...(result.tiedWith.length === 0 ? [] : [tiedText(result.tiedWith.map((id) => names.unit(id)), 'vi')]),
    ...decided,
    ...(unit.note ? [unit.note] : []),
  ];
}
