/** The units in the order of `Kết quả`, each with what its row says in words. */
import { compareNumerals, type AwardId, type AwardResult, type BallotRow, type Unit, type UnitId, type UnitResult } from '../rules';
import { awardStatusText, notRankedText, tieBrokenText, tiedText } from '../text';
import { ELECTION_BALLOTS } from './layout';
import { namesOf, type Judged } from './judgement';

export interface ResultRow {
  readonly result: UnitResult;
  readonly unit: Unit;
  /** Ranked units above with a greater total: its rank is one more, unless a tie was broken above it. */
  readonly above: number;
}

/** By rank; units without rank last, in the order of `Đơn vị`. None is left out. */
export function resultRows({ book, evaluation }: Judged): ResultRow[] {
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

/** The awards a unit is proposed for, one a line; then those it may still get. */
export function proposals({ evaluation }: Judged, unit: UnitId): string[] {
  const isPending = ({ status }: AwardResult): boolean => status.startsWith('pending');
  const held = evaluation.awards.filter(({ units }) => units.includes(unit));
  const open = evaluation.awards.filter((award) => isPending(award) && !held.includes(award) && award.tied.includes(unit));
  return [
    ...held.map((award) => (isPending(award) ? `${award.name} (hình thức này ${awardStatusText(award.status, 'vi')})` : award.name)),
    ...(open.length > 0 ? [`(chưa chốt: ${open.map(({ name }) => name).join('; ')})`] : []),
  ];
}

const ELECTIONS: ReadonlySet<string> = new Set(Object.values(ELECTION_BALLOTS));

/** How many ballots on awards there are. */
export function countBallots({ ballots }: Judged['book']): number {
  return new Set(ballots.map(({ ballot }) => ballot).filter((ballot) => !ELECTIONS.has(ballot))).size;
}

/** Votes in favour of the votes issued, "12/15"; named by ballot where there are several. */
export function votes({ book }: Judged, unit: UnitId): string {
  const rows = book.ballots.filter((row) => row.unit === unit && !ELECTIONS.has(row.ballot));
  const several = countBallots(book) > 1;
  return rows.map((row) => (several ? `${row.ballot}: ${favourOfIssued(row)}` : favourOfIssued(row))).join('\n');
}

/** The same on the ballot that bears the award's code; on every ballot where there is none. */
export function votesFor(judgement: Judged, unit: UnitId, award: AwardId): string {
  const row = judgement.book.ballots.find(({ ballot, unit: candidate }) => ballot === award && candidate === unit);
  return row === undefined ? votes(judgement, unit) : favourOfIssued(row);
}

function favourOfIssued({ favour, issued }: BallotRow): string {
  return [favour, issued].map((entry) => (entry.kind === 'number' ? entry.value : '–')).join('/');
}

/** What broke a tie, why a unit has no rank, what a decision changed. */
export function remarks(judgement: Judged, { result, unit }: ResultRow): string[] {
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
