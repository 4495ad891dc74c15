/** Tie keys: what each finds at a unit, and which of them the workbook does not know. */
import { ballotFault, type Ballot } from '../conditions/ballots';
import type { BallotId, Book, Condition, Entry, TieKey } from '../model/book';
import type { Verdict } from '../conditions/comparison';
import type { Facts } from '../conditions/conditions';
import type { KeyValue, RankKey } from './rank';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { CriteriaTree } from '../score/tree';
import { taskGrade, yesNo } from '../model/words';

const number = (value: Rational | null | undefined): KeyValue | null =>
  value === null || value === undefined ? null : { kind: 'number', value };

/** An attribute as something that can be ordered; a text only when it is a task grade or yes/no. */
function attributeValue(entry: Entry | undefined): KeyValue | null {
  switch (entry?.kind) {
    case 'number':
      return number(q.read(entry.value));
    case 'date':
      return { kind: 'day', value: q.parse(entry.day.replaceAll('-', '')) ?? q.ZERO };
    case 'yesno':
      return { kind: 'yesno', value: entry.value ? q.ONE : q.ZERO };
    case 'text': {
      const grade = taskGrade(entry.text);
      if (grade !== null) return { kind: 'taskGrade', value: q.fromInteger(-grade) };
      const answer = yesNo(entry.text);
      return answer === null ? null : { kind: 'yesno', value: answer ? q.ONE : q.ZERO };
    }
    default:
      return null;
  }
}

function ballotValue(ballot: Ballot | undefined, unit: string): KeyValue | null {
  if (ballot === undefined || ballotFault(ballot, unit) !== null) return null;
  return number(ballot.rows.get(unit)?.counts.favour);
}

/** Whether the workbook has what a key names. */
export function isKnownKey(key: TieKey, book: Book, tree: CriteriaTree, ballots: ReadonlyMap<string, Ballot>): boolean {
  const { field } = key;
  switch (field.kind) {
    case 'base':
    case 'bonus':
    case 'deduction':
      return true;
    case 'section':
    case 'criterion':
      return tree.byCode.has(field.code);
    case 'attribute':
      return book.units.some((unit) => unit.attributes.has(field.header));
    case 'ballot':
      return ballots.has(field.ballot);
    default:
      return false;
  }
}

/** What a key finds among the facts of a unit; null: blank. */
export function keyValue({ field }: TieKey, facts: Facts, ballots: ReadonlyMap<string, Ballot>): KeyValue | null {
  switch (field.kind) {
    case 'base':
    case 'bonus':
    case 'deduction':
      return number(facts[field.kind]);
    case 'section':
    case 'criterion':
      return number(facts.points.get(field.code));
    case 'attribute':
      return attributeValue(facts.unit.attributes.get(field.header));
    case 'ballot':
      return ballotValue(ballots.get(field.ballot), facts.unit.id);
    default:
      return null;
  }
}

/** The ballot of a key that nobody has cast yet: it is asked for when a tie waits for it. */
export function uncastBallot({ field }: TieKey, ballots: ReadonlyMap<string, Ballot>): BallotId | null {
  return field.kind === 'ballot' && !ballots.has(field.ballot) ? field.ballot : null;
}

interface Judging {
  readonly book: Book;
  readonly ballots: ReadonlyMap<string, Ballot>;
  readonly judge: (condition: Condition, facts: Facts) => Verdict;
}

/**
 * Whether a key is blank at a unit only until its attribute or ballot comes: a condition cannot do without it.
 * Of points: until it is known whether a sanction sets them to 0, though the total is the same either way.
 */
export function isOpenKey({ book, ballots, judge }: Judging, key: TieKey, facts: Facts): boolean {
  const { field } = key;
  if (keyValue(key, facts, ballots) !== null) return false;
  if (field.kind === 'section' || field.kind === 'criterion') return facts.points.has(field.code);
  if (field.kind !== 'attribute' && field.kind !== 'ballot') return false;
  // What a ballot parts that nobody has cast is uncertain for all alike.
  if (field.kind === 'ballot' && !ballots.has(field.ballot)) return false;
  return book.conditions.some((condition) => {
    const asked = condition.field;
    const same =
      field.kind === 'attribute'
        ? asked.kind === 'attribute' && asked.header === field.header
        : asked.kind === 'ballot' && asked.ballot === field.ballot;
    return same && judge(condition, facts).holds === null;
  });
}

/** A key ready for ranking; `factsOf` gives what is known of a unit. */
export function rankKey(
  key: TieKey,
  factsOf: (unit: number) => Facts | undefined,
  ballots: ReadonlyMap<string, Ballot>,
): Omit<RankKey, 'known' | 'uncast'> {
  const valueOf = (index: number): KeyValue | null => {
    const facts = factsOf(index);
    return facts === undefined ? null : keyValue(key, facts, ballots);
  };
  return {
    written: key.written,
    first: key.first,
    scored: key.field.kind !== 'attribute' && key.field.kind !== 'ballot',
    valueOf,
  };
}
