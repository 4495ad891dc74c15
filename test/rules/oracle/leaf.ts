/** Points of one leaf of one unit: what is typed, what is computed, what is wrong (sections 2 and 11 of the rules). */
import type { Book, CountsToward, Criterion, DataRow, Entry, Level, Place, Unit } from '../../../src/rules';
import {
  compare,
  divided,
  equal,
  greater,
  greatest,
  HALF,
  lesser,
  minus,
  ONE,
  parse,
  plus,
  rounded,
  sum,
  times,
  toStep,
  whole,
  ZERO,
  type Fraction,
} from './fraction';

/** `broken`: no points, so the unit has no total; `code` says why. */
export type Leaf =
  | { readonly kind: 'points'; readonly points: Fraction }
  | { readonly kind: 'na'; readonly by: 'section' | 'total' }
  | { readonly kind: 'broken'; readonly code: string; readonly place: Place | null };

export interface Problem {
  readonly code: string;
  readonly place: Place | null;
}

const points = (value: Fraction): Leaf => ({ kind: 'points', points: value });
const broken = (code: string, place: Place | null): Leaf => ({ kind: 'broken', code, place });

/** A cell as a number: what it holds, or why it holds none. */
function numberIn(entry: Entry): Fraction | 'blank' | 'na' | string {
  switch (entry.kind) {
    case 'blank':
      return 'blank';
    case 'na':
      return 'na';
    case 'number':
      return parse(entry.value) ?? 'score-not-number';
    case 'error':
      return 'cell-error';
    case 'uncalculated':
      return 'formula-not-calculated';
    case 'absent':
      return entry.code;
    case 'text':
      return /^\d+,\d+$/.test(entry.text) ? 'number-as-text' : 'score-not-number';
    default:
      return 'score-not-number';
  }
}

export interface LeafQuestion {
  readonly book: Book;
  readonly unit: Unit;
  readonly criterion: Criterion;
  readonly counts: CountsToward;
  readonly level: Level;
}

function entryOf(book: Book, unit: string, level: Level, code: string): Entry | null {
  return book.scores.find((column) => column.unit === unit && column.level === level)?.entries.get(code) ?? null;
}

const maximumOf = (criterion: Criterion): Fraction | null => (criterion.max === null ? null : parse(criterion.max));
const rowsOf = (book: Book, unit: string, criterion: string): readonly DataRow[] =>
  book.data.filter((row) => row.unit === unit && row.criterion === criterion);

/** The leaf before any sanction sets it to 0. */
export function leafOf(question: LeafQuestion): Leaf {
  const { book, unit, criterion, counts, level } = question;
  const cell = entryOf(book, unit.id, level, criterion.code);
  if (criterion.way.kind === 'invalid') return broken('setting-invalid', criterion.place);
  if (cell === null) return broken('score-missing', null);
  const typed =
    cell.kind === 'yesno' && criterion.way.kind === 'yesno'
      ? cell.value
        ? (maximumOf(criterion) ?? ZERO)
        : ZERO
      : numberIn(cell);
  if (typed === 'na') return notApplicable(question, cell.place);
  const isTyped = criterion.way.kind === 'points' || criterion.way.kind === 'ladder' || criterion.way.kind === 'yesno';
  if (typeof typed === 'string' && typed !== 'blank') return broken(typed, cell.place);
  if (isTyped) {
    if (typed === 'blank') return counts === 'main' ? broken('score-missing', cell.place) : points(ZERO);
    return checked(question, typed, cell.place);
  }
  const computed = computedPoints(question);
  if (computed === 'na') {
    const none = notApplicable(question, cell.place);
    return typed === 'blank' || none.kind === 'broken' ? none : broken('score-differs-from-data', cell.place);
  }
  if ('code' in computed) return broken(computed.code, computed.place);
  if (typed !== 'blank' && !equal(typed, computed)) return broken('score-differs-from-data', cell.place);
  return points(computed);
}

function notApplicable({ book, criterion, counts }: LeafQuestion, place: Place): Leaf {
  const treatment = criterion.na ?? book.settings.notApplicable;
  if (treatment === 'forbid' || !criterion.allowsNa) return broken('na-not-allowed', place);
  if (counts !== 'main') return points(ZERO);
  return treatment === 'full' ? points(maximumOf(criterion) ?? ZERO) : { kind: 'na', by: treatment };
}

/** Typed points: refused, never clamped. */
function checked({ criterion, counts }: LeafQuestion, value: Fraction, place: Place): Leaf {
  const maximum = maximumOf(criterion);
  const { way } = criterion;
  if (way.kind === 'yesno') {
    return equal(value, ZERO) || (maximum !== null && equal(value, maximum))
      ? points(value)
      : broken('score-off-ladder', place);
  }
  if (compare(value, ZERO) < 0) return broken(counts === 'deduction' ? 'deduction-sign' : 'score-negative', place);
  if (maximum !== null && compare(value, maximum) > 0) return broken('score-above-max', place);
  if (
    way.kind === 'ladder' &&
    !way.rungs.some((rung) => {
      const listed = parse(rung);
      return listed !== null && equal(listed, value);
    })
  ) {
    return broken('score-off-ladder', place);
  }
  return points(value);
}

/** Points of the computed ways, rounded to the step and to the criterion decimals, never above the bound. */
function computedPoints(question: LeafQuestion): Fraction | 'na' | Problem {
  const { book, criterion } = question;
  const raw = rawPoints(question);
  if (raw === 'na' || 'code' in raw) return raw;
  const step = criterion.step === null ? null : parse(criterion.step);
  const stepped = step === null ? raw : toStep(raw, step);
  const result = rounded(stepped, book.settings.criterionDecimals);
  const maximum = maximumOf(criterion);
  if (maximum === null) return result;
  const share = criterion.way.kind === 'ratio' ? greater(ONE, parse(criterion.way.cap) ?? ONE) : ONE;
  return lesser(result, times(maximum, share));
}

function rawPoints(question: LeafQuestion): Fraction | 'na' | Problem {
  const { book, unit, criterion, counts } = question;
  const { way } = criterion;
  const rows = rowsOf(book, unit.id, criterion.code);
  const row = rows[0];
  if (way.kind === 'average')
    return row === undefined && counts !== 'main' ? ZERO : average(rows, maximumOf(criterion));
  if (row === undefined) {
    return counts === 'main'
      ? { code: 'data-missing', place: entryOf(book, unit.id, question.level, criterion.code)?.place ?? null }
      : ZERO;
  }
  const maximum = maximumOf(criterion);
  if (way.kind === 'minus' || way.kind === 'count') {
    const count = countIn(row.count);
    if ('code' in count) return count;
    const points = times(parse(way.each) ?? ZERO, count);
    if (way.kind === 'minus') return greater(ZERO, minus(maximum ?? ZERO, points));
    return maximum === null ? points : lesser(maximum, points);
  }
  if (way.kind === 'relative') return relative(question);
  if (way.kind !== 'ratio' && way.kind !== 'bands') return { code: 'setting-invalid', place: criterion.place };
  const target = measure(row.target);
  const actual = measure(row.actual);
  if ('code' in target) return target;
  if ('code' in actual) return actual;
  if (compare(target, ZERO) <= 0) return { code: 'target-not-positive', place: row.target.place };
  if (compare(actual, ZERO) < 0) return { code: 'score-negative', place: row.actual.place };
  if (way.kind === 'ratio') return times(maximum ?? ZERO, ratioShare(way, target, actual));
  const reached = way.bands.filter(
    ({ from }) => compare(times(target, parse(from) ?? ZERO), times(actual, parse('100') ?? ZERO)) <= 0,
  );
  return parse(reached.at(-1)?.points ?? '0') ?? ZERO;
}

function countIn(entry: Entry): Fraction | Problem {
  const count = numberIn(entry);
  if (count === 'blank') return { code: 'data-missing', place: entry.place };
  if (typeof count === 'string') return { code: 'count-invalid', place: entry.place };
  return compare(count, ZERO) < 0 ? { code: 'count-invalid', place: entry.place } : count;
}

function measure(entry: Entry): Fraction | Problem {
  const value = numberIn(entry);
  if (value === 'blank') return { code: 'data-missing', place: entry.place };
  return typeof value === 'string' ? { code: value, place: entry.place } : value;
}

function ratioShare(way: Extract<Criterion['way'], { kind: 'ratio' }>, target: Fraction, actual: Fraction): Fraction {
  const cap = parse(way.cap) ?? ONE;
  if (way.lowerIsBetter && equal(actual, ZERO)) return cap;
  const reached = way.lowerIsBetter ? divided(target, actual) : divided(actual, target);
  const cutoff = way.cutoff === null ? null : parse(way.cutoff);
  if (cutoff !== null && compare(reached, cutoff) < 0) return ZERO;
  const floor = way.floor === null ? null : parse(way.floor);
  return lesser(cap, floor === null ? reached : greater(floor, reached));
}

function average(rows: readonly DataRow[], maximum: Fraction | null): Fraction | 'na' | Problem {
  const events: Fraction[] = [];
  for (const row of rows) {
    const value = measure(row.actual);
    if ('code' in value) return value;
    if (compare(value, ZERO) < 0) return { code: 'score-negative', place: row.actual.place };
    if (maximum !== null && compare(value, maximum) > 0) return { code: 'score-above-max', place: row.actual.place };
    events.push(value);
  }
  return events.length === 0 ? 'na' : divided(sum(events), whole(events.length));
}

interface Race {
  readonly unit: string;
  readonly target: Fraction | null;
  readonly actual: Fraction;
}

/** Target and actual of one unit in a relative criterion; `out`: the criterion does not apply to it. */
export function raceOf(question: LeafQuestion): Race | 'out' | Problem {
  const { book, unit, criterion, counts, level } = question;
  const cell = entryOf(book, unit.id, level, criterion.code);
  if (cell?.kind === 'na') return 'out';
  const row = rowsOf(book, unit.id, criterion.code)[0];
  if (row === undefined) return counts === 'main' ? { code: 'data-missing', place: cell?.place ?? null } : 'out';
  const actual = measure(row.actual);
  if ('code' in actual) return actual;
  if (compare(actual, ZERO) < 0) return { code: 'score-negative', place: row.actual.place };
  if (row.target.kind === 'blank') return { unit: unit.id, target: null, actual };
  const target = measure(row.target);
  if ('code' in target) return target;
  if (compare(target, ZERO) <= 0) return { code: 'target-not-positive', place: row.target.place };
  return { unit: unit.id, target, actual };
}

function relative(question: LeafQuestion): Fraction | Problem {
  const maximum = maximumOf(question.criterion) ?? ZERO;
  const own = raceOf(question);
  if (own === 'out') return ZERO;
  if ('code' in own) return own;
  const bloc = question.book.units
    .map((unit) => raceOf({ ...question, unit }))
    .filter((race): race is Race => race !== 'out' && !('code' in race));
  if (own.target === null) {
    const best = greatest(bloc.filter((race) => race.target === null).map((race) => race.actual));
    return equal(best, ZERO) ? ZERO : times(divided(own.actual, best), maximum);
  }
  const half = times(HALF, maximum);
  if (compare(own.actual, own.target) <= 0) return times(half, divided(own.actual, own.target));
  const lead = (race: Race): Fraction =>
    race.target === null ? ZERO : divided(minus(race.actual, race.target), race.target);
  return plus(half, times(half, divided(lead(own), greatest(bloc.map(lead)))));
}
