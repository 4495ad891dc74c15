/** Secret ballots: whether the counts are possible, and what share was in favour. */
import type { BallotBase, BallotId, BallotRow, Entry, UnitId } from '../model/book';
import { readNumber } from '../model/cells';
import type { IssueCode, IssueDetails } from '../model/issue';
import type { Place } from '../model/place';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { Report } from '../model/report';

/** The counts of a row. `takingPart`: those present and those who wrote, the base of "có mặt". */
type CountName = 'members' | 'present' | 'written' | 'issued' | 'returned' | 'valid' | 'favour';
/** From the largest count to the smallest: each is at most the one before it. */
const CHAIN = ['members', 'takingPart', 'issued', 'returned', 'valid', 'favour'] as const;
/** The counts on which the rows of one ballot and round must agree. */
const SHARED = ['members', 'present', 'written', 'issued'] as const;

export interface Counts {
  readonly place: Place;
  readonly favourPlace: Place;
  /** The first round is 1. */
  readonly round: number;
  readonly counts: Readonly<Record<CountName | 'takingPart', Rational | null>>;
  /** The cell of a count that cannot be; what rests on this row is unknown. */
  readonly fault: Place | null;
}

export interface Ballot {
  readonly id: BallotId;
  /** The last round of each unit: the one that counts. */
  readonly rows: ReadonlyMap<UnitId, Counts>;
  /** Every round, in the order of the sheet. */
  readonly rounds: readonly (readonly [UnitId, Counts])[];
  /** Where rows of one round disagree about the meeting: nothing that rests on this ballot is known. */
  readonly fault: Place | null;
}

/** Reads the counts of one row; the first fault is kept. */
class RowReader {
  fault: Place | null = null;

  constructor(
    private readonly row: BallotRow,
    private readonly report: Report,
  ) {}

  private fail(code: IssueCode, place: Place, details: IssueDetails): null {
    this.report(code, place, { unit: this.row.unit, ...details });
    this.fault ??= place;
    return null;
  }

  private count(entry: Entry | undefined): Rational | null {
    if (entry === undefined) return null;
    const reading = readNumber(entry, 'count-invalid');
    switch (reading.kind) {
      case 'number':
        if (q.sign(reading.value) >= 0 && q.isInteger(reading.value)) return reading.value;
        return this.fail('ballot-impossible', entry.place, {
          received: q.format(reading.value),
          params: { ballot: this.row.ballot },
        });
      case 'fault':
        return this.fail(reading.code, entry.place, reading.details);
      case 'yesno':
        return this.fail('count-invalid', entry.place, { received: String(reading.value) });
      default:
        return null;
    }
  }

  /** The round of a row; a blank one is the first. */
  private round(): number {
    const { round } = this.row;
    const value = this.count(round);
    if (value === null || round === undefined) return 1;
    if (q.sign(value) > 0 && q.compare(value, MOST_ROUNDS) <= 0) return Number(q.format(value));
    this.fail('ballot-impossible', round.place, {
      received: q.format(value),
      expected: '>= 1',
      params: { ballot: this.row.ballot, count: 'round' },
    });
    return 1;
  }

  read(): Counts {
    const { row } = this;
    const round = this.round();
    const [members, present, written] = [this.count(row.members), this.count(row.present), this.count(row.written)];
    const isWrittenBroken = row.written !== undefined && this.fault === row.written.place;
    const takingPart = present === null || isWrittenBroken ? null : q.add(present, written ?? q.ZERO);
    const counts = {
      members,
      present,
      written,
      takingPart,
      issued: this.count(row.issued),
      returned: this.count(row.returned),
      valid: this.count(row.valid),
      favour: this.count(row.favour),
    };
    if (present === null && members !== null && written !== null && q.compare(written, members) > 0) {
      this.fail('ballot-impossible', (row.written ?? row.members).place, {
        received: q.format(written),
        expected: `<= ${q.format(members)}`,
        params: { ballot: row.ballot, count: 'written', above: 'members' },
      });
    }
    let above: { name: (typeof CHAIN)[number]; value: Rational } | null = null;
    for (const name of CHAIN) {
      const value = counts[name];
      if (value === null) continue;
      if (above !== null && q.compare(value, above.value) > 0) {
        const wrote = written !== null && q.sign(written) > 0;
        const plainName = (count: typeof name): string => (count === 'takingPart' && !wrote ? 'present' : count);
        const cell = name === 'takingPart' ? row.present : row[name];
        this.fail('ballot-impossible', cell.place, {
          received: q.format(value),
          expected: `<= ${q.format(above.value)}`,
          params: { ballot: row.ballot, count: plainName(name), above: plainName(above.name) },
        });
      }
      above = { name, value };
    }
    return { place: row.place, favourPlace: row.favour.place, round, counts, fault: this.fault };
  }
}

/** More rounds than any meeting holds. */
const MOST_ROUNDS = q.fromInteger(99);

/** Rows of one ballot and round, with what was read of them. */
interface ReadRow {
  readonly row: BallotRow;
  counts: Counts;
}

/** Fills a blank shared count from the other rows of the round; answers the first cell that disagrees, after reporting each. */
function shareCounts(rows: readonly ReadRow[], report: Report): Place | null {
  let fault: Place | null = null;
  for (const name of SHARED) {
    let common: Rational | null = null;
    for (const {
      row,
      counts: { counts },
    } of rows) {
      const own = counts[name];
      if (own === null) continue;
      if (common !== null && !q.equal(common, own)) {
        const place = (row[name] ?? row.favour).place;
        fault ??= place;
        report('ballot-impossible', place, {
          unit: row.unit,
          received: q.format(own),
          expected: q.format(common),
          params: { ballot: row.ballot, count: name },
        });
      }
      common ??= own;
    }
    for (const read of rows)
      if (read.counts.counts[name] === null)
        read.counts = { ...read.counts, counts: { ...read.counts.counts, [name]: common } };
  }
  for (const read of rows) {
    const { present, written } = read.counts.counts;
    if (present !== null)
      read.counts = {
        ...read.counts,
        counts: { ...read.counts.counts, takingPart: q.add(present, written ?? q.ZERO) },
      };
  }
  return fault;
}

/** The rows of one ballot, a unit's second row of a round left out and said. */
function readGroup(
  id: BallotId,
  group: readonly BallotRow[],
  report: Report,
): { readonly rows: readonly ReadRow[]; readonly twice: ReadonlyMap<UnitId, Place> } {
  const rows: ReadRow[] = [];
  const seen = new Set<string>();
  const twice = new Map<UnitId, Place>();
  for (const row of group) {
    const counts = new RowReader(row, report).read();
    const key = `${String(counts.round)} ${row.unit}`;
    if (seen.has(key)) {
      report('code-duplicate', row.place, { unit: row.unit, received: row.unit, params: { ballot: id } });
      twice.set(row.unit, row.place);
      continue;
    }
    seen.add(key);
    rows.push({ row, counts });
  }
  return { rows, twice };
}

/** A later round comes after an earlier one: without it, nobody knows which vote counts. */
function sayMissingRounds(id: BallotId, rows: readonly ReadRow[], report: Report): ReadonlyMap<UnitId, Place> {
  const missing = new Map<UnitId, Place>();
  const held = new Set(rows.map(({ counts }) => counts.round));
  for (const { row, counts } of rows) {
    if (counts.round === 1 || held.has(counts.round - 1)) continue;
    const place = row.round?.place ?? row.place;
    missing.set(row.unit, place);
    report('ballot-impossible', place, {
      unit: row.unit,
      received: String(counts.round),
      expected: String(counts.round - 1),
      params: { ballot: id, count: 'round', round: String(counts.round), before: String(counts.round - 1) },
    });
  }
  return missing;
}

function readBallot(id: BallotId, group: readonly BallotRow[], report: Report): Ballot {
  const { rows, twice } = readGroup(id, group, report);
  const missing = sayMissingRounds(id, rows, report);
  let fault: Place | null = null;
  for (const round of new Set(rows.map(({ counts }) => counts.round))) {
    fault =
      shareCounts(
        rows.filter(({ counts }) => counts.round === round),
        report,
      ) ?? fault;
  }
  const last = new Map<UnitId, Counts>();
  for (const {
    row: { unit },
    counts,
  } of rows) {
    if (counts.round < (last.get(unit)?.round ?? 0)) continue;
    last.set(unit, { ...counts, fault: counts.fault ?? twice.get(unit) ?? missing.get(unit) ?? null });
  }
  return { id, rows: last, rounds: rows.map(({ row, counts }) => [row.unit, counts] as const), fault };
}

/** Reads every ballot, in the order in which they first appear (rules.md section 6, 11.13). */
export function readBallots(rows: readonly BallotRow[], report: Report): ReadonlyMap<BallotId, Ballot> {
  const grouped = new Map<BallotId, BallotRow[]>();
  for (const row of rows) {
    const same = grouped.get(row.ballot);
    if (same === undefined) grouped.set(row.ballot, [row]);
    else same.push(row);
  }
  return new Map([...grouped].map(([id, group]) => [id, readBallot(id, group, report)]));
}

/** The cell for which nothing is known of a unit in a ballot: of the ballot as a whole, or of its own row; null where all is well. */
export function ballotFault(ballot: Ballot | undefined, unit: UnitId): Place | null {
  return ballot?.fault ?? ballot?.rows.get(unit)?.fault ?? null;
}

/** Whose row of a ballot a cell stands in. */
export function unitAt({ rounds }: Ballot, place: Place): UnitId | null {
  return (
    rounds.find(
      ([
        ,
        {
          place: { row },
        },
      ]) => row === place.row,
    )?.[0] ?? null
  );
}

/** What a share of votes is measured by: "present" counts those who wrote, too. */
export function baseOf({ counts }: Counts, of: BallotBase): Rational | null {
  return of === 'present' ? counts.takingPart : counts[of];
}

/** The votes in favour of a unit and the count they are measured by; null where unknown. */
export function voteOf(
  ballot: Ballot,
  unit: UnitId,
  of: BallotBase,
): { favour: Rational; base: Rational; place: Place } | null {
  const row = ballot.rows.get(unit);
  if (row === undefined || ballotFault(ballot, unit) !== null) return null;
  const { favour } = row.counts;
  const base = baseOf(row, of);
  return favour === null || base === null || q.sign(base) === 0 ? null : { favour, base, place: row.favourPlace };
}

/** Votes needed for a share of `base`: 80 % of 15 members: 12 for "at least", 13 for "more than". */
export function votesNeeded(base: Rational, share: Rational, op: '>=' | '>'): number {
  const exact = q.multiply(base, share);
  return Number(op === '>=' ? q.ceil(exact) : q.floor(exact) + 1n);
}
