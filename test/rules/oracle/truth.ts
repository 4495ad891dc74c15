/** Conditions in three values (section 3): what a field holds for a unit, and whether a row holds. */
import type { BallotBase, Book, Condition, Entry, Operator, Threshold, Unit } from '../../../src/rules';
import { compare, equal, parse, times, type Fraction } from './fraction';
import { nodesOf, PERCENT_OF, treeOf, type Score } from './scoring';

export type Truth = 'yes' | 'no' | 'unknown';

export type Value =
  | { readonly kind: 'number'; readonly value: Fraction }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yesno'; readonly yes: boolean }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'votes'; readonly favour: Fraction; readonly counts: ReadonlyMap<BallotBase, Fraction> }
  /** Every grade the unit may still have; `null` among them: none. */
  | { readonly kind: 'grades'; readonly names: readonly (string | null)[] }
  | { readonly kind: 'unknown' };

const UNKNOWN: Value = { kind: 'unknown' };
const asValue = (value: Fraction | null | undefined): Value => (value ? { kind: 'number', value } : UNKNOWN);

/** All that conditions can ask about a unit. */
export interface Facts {
  readonly unit: Unit;
  readonly score: Score;
  readonly rank: number | null;
  readonly grades: readonly (string | null)[];
}

export function valueOf(book: Book, facts: Facts, field: Condition['field']): Value {
  const { score } = facts;
  switch (field.kind) {
    case 'total':
    case 'base':
    case 'bonus':
    case 'deduction':
      return asValue(score[field.kind]);
    case 'rank':
      return facts.rank === null ? UNKNOWN : asValue({ over: BigInt(facts.rank), under: 1n });
    case 'grade':
      return facts.rank === null ? UNKNOWN : { kind: 'grades', names: facts.grades };
    case 'section':
      return asValue(score.sections.get(field.code));
    case 'criterion':
      return asValue(score.criteria.get(field.code));
    case 'sectionPercent': {
      const points = score.sections.get(field.code);
      const node = nodesOf(treeOf(book)).find((one) => one.row.code === field.code);
      return points && node ? asValue(PERCENT_OF(points, node)) : UNKNOWN;
    }
    case 'attribute':
      return attributeValue(facts.unit.attributes.get(field.header));
    case 'ballot':
      return votesOf(book, field.ballot, facts.unit.id);
    case 'invalid':
      return UNKNOWN;
  }
}

function attributeValue(entry: Entry | undefined): Value {
  switch (entry?.kind) {
    case 'number':
      return asValue(parse(entry.value));
    case 'text':
      return { kind: 'text', text: entry.text };
    case 'yesno':
      return { kind: 'yesno', yes: entry.value };
    case 'date':
      return { kind: 'day', day: entry.day };
    default:
      return UNKNOWN;
  }
}

const count = (entry: Entry): Fraction | null => (entry.kind === 'number' ? parse(entry.value) : null);

/** 0 ≤ favour ≤ valid ≤ returned ≤ issued ≤ present ≤ members, blank counts left out; rows of one ballot agree. */
function rowImpossible(row: Book['ballots'][number]): boolean {
  const chain = [row.favour, row.valid, row.returned, row.issued, row.present, row.members]
    .map(count)
    .filter((one) => one !== null);
  return chain.some((one, index) => one.over < 0n || (index > 0 && compare(chain[index - 1] ?? one, one) > 0));
}

function disagree(book: Book, ballot: string): boolean {
  const rows = book.ballots.filter((row) => row.ballot === ballot);
  return (['members', 'present', 'issued', 'returned'] as const).some((name) => {
    const stated = rows.map((row) => count(row[name])).filter((one) => one !== null);
    return stated.some((one) => !equal(one, stated[0] ?? one));
  });
}

function votesOf(book: Book, ballot: string, unit: string): Value {
  const row = book.ballots.find((one) => one.ballot === ballot && one.unit === unit);
  const favour = row ? count(row.favour) : null;
  if (!row || favour === null || disagree(book, ballot) || rowImpossible(row)) return UNKNOWN;
  const counts = new Map<BallotBase, Fraction>();
  for (const base of ['members', 'present', 'issued', 'valid'] as const) {
    const stated = count(row[base]) ?? (base === 'valid' ? null : sharedCount(book, ballot, base));
    if (stated !== null) counts.set(base, stated);
  }
  return { kind: 'votes', favour, counts };
}

/** The rows of one ballot agree on these, so a blank one is known from the others. */
function sharedCount(book: Book, ballot: string, base: 'members' | 'present' | 'issued'): Fraction | null {
  return (
    book.ballots
      .filter((row) => row.ballot === ballot)
      .map((row) => count(row[base]))
      .find((one) => one !== null) ?? null
  );
}

/** Votes in favour as a tie key. */
export function favourOf(book: Book, ballot: string, unit: string): Fraction | null {
  const votes = votesOf(book, ballot, unit);
  return votes.kind === 'votes' ? votes.favour : null;
}

const truth = (holds: boolean): Truth => (holds ? 'yes' : 'no');

/** Whether `order` (negative, zero, positive: value against threshold) satisfies the operator. */
function ordered(op: Operator, order: number): Truth {
  switch (op) {
    case '>=':
    case 'onOrAfter':
      return truth(order >= 0);
    case '>':
      return truth(order > 0);
    case '<=':
    case 'onOrBefore':
      return truth(order <= 0);
    case '<':
      return truth(order < 0);
    case '=':
      return truth(order === 0);
    case '<>':
      return truth(order !== 0);
    default:
      return 'unknown';
  }
}

const FULL_WORDS: Readonly<Record<string, string>> = {
  HTXSNV: 'Hoàn thành xuất sắc nhiệm vụ',
  HTTNV: 'Hoàn thành tốt nhiệm vụ',
  HTNV: 'Hoàn thành nhiệm vụ',
  KHTNV: 'Không hoàn thành nhiệm vụ',
};
const spelled = (word: string): string => FULL_WORDS[word] ?? word;

function listed(op: Operator, item: string | null, items: readonly string[]): Truth {
  const among = item !== null && items.map(spelled).includes(spelled(item));
  if (op === '=' || op === 'in') return truth(among);
  return op === '<>' || op === 'notIn' ? truth(!among) : 'unknown';
}

export function holds(value: Value, op: Operator | null, threshold: Threshold): Truth {
  if (op === null) return 'unknown';
  switch (value.kind) {
    case 'number': {
      const limit = threshold.number === null ? null : parse(threshold.number);
      return limit === null ? 'unknown' : ordered(op, compare(value.value, limit));
    }
    case 'yesno':
      return threshold.yesno === null || (op !== '=' && op !== '<>')
        ? 'unknown'
        : ordered(op, value.yes === threshold.yesno ? 0 : 1);
    case 'day':
      return threshold.day === null
        ? 'unknown'
        : ordered(op, value.day < threshold.day ? -1 : value.day > threshold.day ? 1 : 0);
    case 'text':
      return threshold.yesno === null && threshold.number === null && threshold.day === null
        ? listed(op, value.text, threshold.items)
        : 'unknown';
    case 'grades':
      return agreed(value.names.map((name) => listed(op, name, threshold.items)));
    case 'votes': {
      const base = threshold.share === null ? undefined : value.counts.get(threshold.share.of);
      const share = threshold.share === null ? null : parse(threshold.share.share);
      return base === undefined || share === null ? 'unknown' : ordered(op, compare(value.favour, times(share, base)));
    }
    case 'unknown':
      return 'unknown';
  }
}

const agreed = (all: readonly Truth[]): Truth =>
  all.length > 0 && all.every((one) => one === all[0]) ? (all[0] ?? 'unknown') : 'unknown';

/** One row for one unit. */
export function judge(book: Book, facts: Facts, condition: Condition): Truth {
  return holds(valueOf(book, facts, condition.field), condition.op, condition.value);
}

/** Rows that must all hold; those of one "or" group need one. */
export function allHold(rows: readonly Condition[], of: (row: Condition) => Truth): Truth {
  const groups = groupsOf(rows).map((group) => anyHolds(group.map(of)));
  return groups.includes('no') ? 'no' : groups.includes('unknown') ? 'unknown' : 'yes';
}

export const anyHolds = (all: readonly Truth[]): Truth =>
  all.includes('yes') ? 'yes' : all.includes('unknown') ? 'unknown' : 'no';

export function groupsOf(rows: readonly Condition[]): readonly (readonly Condition[])[] {
  const alone = rows.filter((row) => row.orGroup === null).map((row) => [row]);
  const names = [...new Set(rows.map((row) => row.orGroup).filter((name) => name !== null))];
  return [...alone, ...names.map((name) => rows.filter((row) => row.orGroup === name))];
}
