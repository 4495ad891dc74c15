/** Ballots of `Bỏ phiếu`: the counts for a unit, on an award or in an election. */
import { ELECTION_BALLOTS, type BallotId, type BlocKind, type Book } from '../../rules';
import { infoRow } from '../layout';
import { electionNamed } from '../read/fields';
import { fold } from '../../base/folding';
import { refuse, type Draft } from './draft';
import { unitNamed } from './places';
import { addRecord, removeRecords } from './records';

export const BALLOT_COUNTS = ['members', 'present', 'issued', 'returned', 'valid', 'favour'] as const;
export type BallotCounts = Readonly<Record<(typeof BALLOT_COUNTS)[number], string>>;

/** What is voted on: an award or an election by its name or code, or what the sheet or a condition calls so already. */
function ballotNamed({ awards, ballots, conditions, info }: Book, text: string): BallotId {
  const [award, other] = awards.filter(({ id, name }) => [fold(id), fold(name)].includes(fold(text)));
  if (award !== undefined && other === undefined) return award.id;
  const kind: BlocKind = info.kind ?? 'bloc';
  const post = (['leader', 'deputy'] as const).find((one) =>
    ([null, kind] as const).some((of) => fold(infoRow(one, of)) === fold(text)),
  );
  if (post !== undefined) return ELECTION_BALLOTS[kind][post];
  const asked = conditions.flatMap(({ field }) => (field.kind === 'ballot' ? [field.ballot] : []));
  return (
    electionNamed(text, info.kind) ??
    [...ballots.map(({ ballot }) => ballot), ...asked].find((ballot) => fold(ballot) === fold(text)) ??
    refuse('ballot-unknown', text)
  );
}

const rowsOf = (book: Book, ballot: BallotId, unit: string) =>
  book.ballots.filter((row) => row.ballot === ballot && row.unit === unit);

/** A whole number, or nothing that has been counted yet. */
function countCell(text: string): number | '' {
  const written = text.trim();
  if (written === '') return '';
  return /^\d{1,6}$/.test(written) ? Number(written) : refuse('count-invalid', written);
}

export function addBallot(
  draft: Draft,
  book: Book,
  wish: { readonly ballot: string; readonly unit: string; readonly counts: BallotCounts },
): void {
  const ballot = ballotNamed(book, wish.ballot);
  const unit = unitNamed(draft.places, wish.unit) ?? refuse('unit-unknown', wish.unit);
  if (rowsOf(book, ballot, unit.id).length > 0) refuse('ballot-there', unit.name);
  const counts = Object.fromEntries(BALLOT_COUNTS.map((key) => [key, countCell(wish.counts[key])]));
  if (counts['favour'] === '') refuse('count-invalid', '');
  addRecord(
    draft,
    'ballots',
    book.ballots.map(({ place }) => place),
    { ballot, unit: unit.id, ...counts },
    unit.name,
  );
}

export function removeBallot(draft: Draft, book: Book, wish: { readonly ballot: string; readonly unit: string }): void {
  const ballot = ballotNamed(book, wish.ballot);
  const unit = unitNamed(draft.places, wish.unit) ?? refuse('unit-unknown', wish.unit);
  const rows = rowsOf(book, ballot, unit.id);
  if (rows.length === 0) refuse('ballot-gone', unit.name);
  removeRecords(
    draft,
    'ballots',
    rows.map(({ place }) => place),
    unit.name,
  );
}
