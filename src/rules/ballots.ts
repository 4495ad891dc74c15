/** Secret ballots: whether the counts are possible, and what share was in favour. */
import type { BallotBase, BallotId, BallotRow, Entry, UnitId } from './book';
import { readNumber } from './cells';
import type { Place } from './place';
import * as q from './rational';
import type { Rational } from './rational';
import type { Report } from './report';

/** From the largest count to the smallest: each is at most the one before it. */
const CHAIN = ['members', 'present', 'issued', 'returned', 'valid', 'favour'] as const;
/** The counts on which the rows of one ballot must agree. */
const SHARED = ['members', 'present', 'issued', 'returned'] as const;
type CountName = (typeof CHAIN)[number];

export interface Counts {
  readonly place: Place;
  readonly favourPlace: Place;
  readonly counts: Readonly<Record<CountName, Rational | null>>;
}

export interface Ballot {
  readonly id: BallotId;
  readonly rows: ReadonlyMap<UnitId, Counts>;
  /** Some count cannot be: nothing that rests on this ballot is known. */
  readonly impossible: boolean;
}

function readCount(entry: Entry, row: BallotRow, report: Report): { value: Rational | null; broken: boolean } {
  const reading = readNumber(entry, 'count-invalid');
  switch (reading.kind) {
    case 'number':
      if (q.sign(reading.value) >= 0 && q.isInteger(reading.value)) return { value: reading.value, broken: false };
      report('ballot-impossible', entry.place, { unit: row.unit, received: q.format(reading.value), params: { ballot: row.ballot } });
      return { value: null, broken: true };
    case 'fault':
      report(reading.code, entry.place, { unit: row.unit, ...reading.details });
      return { value: null, broken: true };
    case 'yesno':
      report('count-invalid', entry.place, { unit: row.unit, received: String(reading.value) });
      return { value: null, broken: true };
    default: return { value: null, broken: false };
  }
}

function readRow(row: BallotRow, report: Report): { counts: Counts; broken: boolean } {
  const counts: Record<CountName, Rational | null> = { members: null, present: null, issued: null, returned: null, valid: null, favour: null };
  let broken = false;
  let above: { name: CountName; value: Rational } | null = null;
  for (const name of CHAIN) {
    const count = readCount(row[name], row, report);
    broken ||= count.broken;
    counts[name] = count.value;
    if (count.value === null) continue;
    if (above !== null && q.compare(count.value, above.value) > 0) {
      report('ballot-impossible', row[name].place, {
        unit: row.unit, received: q.format(count.value), expected: `<= ${q.format(above.value)}`,
        params: { ballot: row.ballot, count: name, above: above.name },
      });
      broken = true;
    }
    above = { name, value: count.value };
  }
  return { counts: { place: row.place, favourPlace: row.favour.place, counts }, broken };
}

/** Fills a blank shared count from the other rows; reports rows that disagree. */
function shareCounts(rows: Map<UnitId, Counts>, byUnit: ReadonlyMap<UnitId, BallotRow>, report: Report): boolean {
  let agree = true;
  for (const name of SHARED) {
    let common: Rational | null = null;
    for (const [unit, { counts }] of rows) {
      const own = counts[name];
      if (own === null) continue;
      if (common !== null && !q.equal(common, own)) {
        agree = false;
        report('ballot-impossible', byUnit.get(unit)?.[name].place ?? null, { unit, received: q.format(own), expected: q.format(common), params: { count: name } });
      }
      common ??= own;
    }
    for (const [unit, row] of rows) {
      if (row.counts[name] === null) rows.set(unit, { ...row, counts: { ...row.counts, [name]: common } });
    }
  }
  return agree;
}

/** Reads every ballot, in the order in which they first appear. A unit's second row is left out. */
export function readBallots(rows: readonly BallotRow[], report: Report): ReadonlyMap<BallotId, Ballot> {
  const grouped = new Map<BallotId, BallotRow[]>();
  for (const row of rows) {
    const same = grouped.get(row.ballot);
    if (same === undefined) grouped.set(row.ballot, [row]);
    else same.push(row);
  }
  const ballots = new Map<BallotId, Ballot>();
  for (const [id, group] of grouped) {
    const read = new Map<UnitId, Counts>();
    const byUnit = new Map<UnitId, BallotRow>();
    let impossible = false;
    for (const row of group) {
      if (read.has(row.unit)) {
        report('code-duplicate', row.place, { unit: row.unit, received: row.unit, params: { ballot: id } });
        impossible = true;
        continue;
      }
      const { counts, broken } = readRow(row, report);
      impossible ||= broken;
      read.set(row.unit, counts);
      byUnit.set(row.unit, row);
    }
    const agree = shareCounts(read, byUnit, report);
    ballots.set(id, { id, rows: read, impossible: impossible || !agree });
  }
  return ballots;
}

/** The votes in favour of a unit and the count they are measured by; null where unknown. */
export function voteOf(ballot: Ballot, unit: UnitId, of: BallotBase): { favour: Rational; base: Rational; place: Place } | null {
  const row = ballot.rows.get(unit);
  if (row === undefined || ballot.impossible) return null;
  const { favour } = row.counts;
  const base = row.counts[of];
  return favour === null || base === null || q.sign(base) === 0 ? null : { favour, base, place: row.favourPlace };
}

/** Votes needed for a share of `base`: 80 % of 15 members: 12 for "at least", 13 for "more than". */
export function votesNeeded(base: Rational, share: Rational, op: '>=' | '>'): number {
  const exact = q.multiply(base, share);
  return Number(op === '>=' ? q.ceil(exact) : q.floor(exact) + 1n);
}
