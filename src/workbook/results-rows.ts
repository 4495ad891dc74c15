/** The units in the order of `Kết quả`, each with what its row says in words. */
import {
  compareNumerals,
  electedPost,
  type AwardId,
  type BallotId,
  type BallotRow,
  type Unit,
  type UnitId,
  type UnitResult,
} from '../rules';
import { awardStatusText, notRankedText, tieBrokenText, tiedText } from '../text';
import { HELD_TEXTS } from '../text/sheets';
import { namesOf, type Judged } from './judgement';
import { holderStanding, isPending } from './standings';

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
    total === null
      ? 0
      : ranked.filter(({ result }) => result.total !== null && compareNumerals(result.total, total) > 0).length;
  return rows
    .map((row) => ({ ...row, above: above(row.result) }))
    .sort((a, b) => (a.result.rank ?? Infinity) - (b.result.rank ?? Infinity) || 0);
}

/** What a holder's standing adds to the award's name. */
const HELD_MARKS = { proposed: [], fallback: [HELD_TEXTS.fallback], postponed: [HELD_TEXTS.postponed] } as const;

/** The awards a unit is proposed for, one a line; then those it may still get. */
export function proposals({ evaluation }: Judged, unit: UnitId): string[] {
  const held = evaluation.awards.filter(({ units }) => units.includes(unit));
  const open = evaluation.awards.filter(
    (award) => isPending(award) && !held.includes(award) && award.tied.includes(unit),
  );
  return [
    ...held.map((award) => {
      const marks = [
        ...(isPending(award) ? [HELD_TEXTS.awardIs(awardStatusText(award.status, 'vi'))] : []),
        ...HELD_MARKS[holderStanding(award, unit)],
      ];
      return marks.length === 0 ? award.name : `${award.name} (${marks.join('; ')})`;
    }),
    ...(open.length > 0 ? [HELD_TEXTS.open(open.map(({ name }) => name))] : []),
  ];
}

/** The ballots on awards, in the order of the sheet. */
export const awardBallots = ({ ballots }: Judged['book']): BallotId[] =>
  [...new Set(ballots.map(({ ballot }) => ballot))].filter((ballot) => electedPost(ballot) === null);

const roundOf = ({ round }: BallotRow): number => (round?.kind === 'number' ? Number(round.value) : 1);

/** Votes in favour of the votes issued on one ballot, "12/15", in the last round of the unit. */
export function votesOn({ book }: Judged, unit: UnitId, ballot: BallotId): string {
  const rows = book.ballots
    .filter((row) => row.unit === unit && row.ballot === ballot)
    .sort((a, b) => roundOf(a) - roundOf(b));
  const last = rows.at(-1);
  return last === undefined ? '' : favourOfIssued(last);
}

/** The same on the ballot that bears the award's code; where there is none, on every ballot by name. */
export function votesFor(judgement: Judged, unit: UnitId, award: AwardId): string {
  const own = votesOn(judgement, unit, award);
  if (own !== '') return own;
  const ballots = awardBallots(judgement.book);
  return ballots
    .map((ballot) => [ballot, votesOn(judgement, unit, ballot)] as const)
    .filter(([, votes]) => votes !== '')
    .map(([ballot, votes]) => (ballots.length > 1 ? `${ballot}: ${votes}` : votes))
    .join('\n');
}

function favourOfIssued({ favour, issued }: BallotRow): string {
  return [favour, issued].map((entry) => (entry.kind === 'number' ? entry.value : '–')).join('/');
}

/** What broke a tie, why a unit has no rank, what a decision changed. */
export function remarks(judgement: Judged, { result, unit }: ResultRow): string[] {
  const names = namesOf(judgement);
  const decided = judgement.evaluation.awards.flatMap(({ name, why }) => {
    const codes = (why.get(result.id) ?? []).map(({ code }) => code);
    if (codes.includes('granted-by-decision')) return [HELD_TEXTS.granted(name)];
    return codes.includes('denied') ? [HELD_TEXTS.denied(name)] : [];
  });
  return [
    ...(result.notRanked === null ? [] : [notRankedText(result.notRanked, unit.notRanked, 'vi')]),
    ...(result.tieBrokenBy === null ? [] : [tieBrokenText(result.tieBrokenBy, 'vi')]),
    ...(result.tiedWith.length === 0
      ? []
      : [
          tiedText(
            result.tiedWith.map((id) => names.unit(id)),
            'vi',
          ),
        ]),
    ...decided,
    ...(unit.note ? [unit.note] : []),
  ];
}
