/**
 * The ways of scoring as the workbook has them: one row says the `Tham số` and the formula of a way. Its words and
 * help stand in `layout/ways.ts`, what the rules know of it in `src/rules/score/ways.ts`, its names on the screen in `src/text/ways.ts`.
 */
import type { DataRow, Entry, Way } from '../rules';
import * as q from '../rules/number/rational';
import { wayWord, type WayWord } from './layout';
import { bandsWritten, eachWritten, ladderWritten, ratioWritten } from './read/parameter';
import { literal, NOISE_DECIMALS, reference } from './score-formula';

type WayCalled<Word extends WayWord> = Extract<Way, { kind: Word extends 'highest' ? 'group' : Word }>;

/** The rows of `Số liệu` of one leaf and unit, and the maximum. */
interface Inputs {
  readonly max: q.Rational | null;
  readonly row: DataRow;
  readonly rows: readonly DataRow[];
}

interface WayRow<W extends Way> {
  /** The template that brought it: a new workbook that says one of its words is `thidua/2` where that is the second. */
  readonly since: 1 | 2;
  /** How `Tham số` looks, for the issue; null: it has none. */
  readonly example: string | null;
  /** The way with what `Tham số` says; null: it cannot be read. */
  readonly read: (parameter: string | null) => W | null;
  /** The points of `Số liệu` as Excel computes them; null: no formula can, or a cell is missing. */
  readonly formula: (way: W, inputs: Inputs) => string | null;
}

const referable = (entry: Entry | undefined): string | null =>
  entry?.kind === 'number' ? reference(entry.place) : null;

/** A percentage beside a plain number counts as its number of percent. */
function inPercent(own: Entry, other: Entry, cell: string): string {
  const isPercent = (entry: Entry): boolean => entry.kind === 'number' && entry.percent === true;
  return isPercent(own) && !isPercent(other) ? `(${cell}*100)` : cell;
}

/** Actual and target in one scale. */
function pairOf({ row }: Inputs): { readonly target: string; readonly actual: string } | null {
  const [target, actual] = [referable(row.target), referable(row.actual)];
  if (target === null || actual === null) return null;
  return { actual: inPercent(row.actual, row.target, actual), target: inPercent(row.target, row.actual, target) };
}

const noFormula = (): null => null;
/** Of a way without parameter. */
const plain =
  <W extends Way>(way: W) =>
  (parameter: string | null): W | null =>
    parameter === null ? way : null;

function perItem<Kind extends 'minus' | 'count'>(kind: Kind, parameter: string | null) {
  const each = eachWritten(parameter ?? '');
  return each === null ? null : { kind, each };
}

export const WAYS: { readonly [Word in WayWord]: WayRow<WayCalled<Word>> } = {
  points: {
    since: 1,
    example: null,
    read: plain({ kind: 'points' }),
    formula: noFormula,
  },
  ladder: {
    since: 1,
    example: '0; 1,5; 3',
    read: (parameter) => ladderWritten(parameter ?? ''),
    formula: noFormula,
  },
  bands: {
    since: 2,
    example: '88%: 2; 90%: 3; 100%: 5',
    read: (parameter) => bandsWritten(parameter ?? ''),
    formula: ({ bands }, inputs) => {
      const pair = pairOf(inputs);
      if (pair === null) return null;
      const percent = `ROUND(${pair.actual}*100/${pair.target},${String(NOISE_DECIMALS)})`;
      return bands.reduce((below, { from, points }) => `IF(${percent}>=${from},${points},${below})`, '0');
    },
  },
  yesno: {
    since: 1,
    example: null,
    read: plain({ kind: 'yesno' }),
    formula: noFormula,
  },
  ratio: {
    since: 1,
    example: 'trần 100%; sàn 50%; dưới 50% không điểm; thấp hơn là tốt',
    read: (parameter) => ratioWritten(parameter ?? ''),
    formula: ({ cap, floor, cutoff, lowerIsBetter }, inputs) => {
      const pair = pairOf(inputs);
      if (pair === null || lowerIsBetter) return null;
      const share = `${pair.actual}/${pair.target}`;
      const capped = `MIN(${cap},${share})`;
      const lifted = `${literal(inputs.max ?? q.ZERO)}*${floor === null ? capped : `MAX(${floor},${capped})`}`;
      return cutoff === null ? lifted : `IF(ROUND(${share},${String(NOISE_DECIMALS)})<${cutoff},0,${lifted})`;
    },
  },
  minus: {
    since: 1,
    example: '0,5',
    read: (parameter) => perItem('minus', parameter),
    formula: ({ each }, { max, row }) => {
      const count = referable(row.count);
      return count === null ? null : `MAX(0,${literal(max ?? q.ZERO)}-${each}*${count})`;
    },
  },
  count: {
    since: 1,
    example: '0,5',
    read: (parameter) => perItem('count', parameter),
    formula: ({ each }, { max, row }) => {
      const count = referable(row.count);
      if (count === null) return null;
      return max === null ? `${each}*${count}` : `MIN(${literal(max)},${each}*${count})`;
    },
  },
  relative: {
    since: 1,
    example: null,
    read: plain({ kind: 'relative' }),
    // It looks at the whole bloc.
    formula: noFormula,
  },
  average: {
    since: 1,
    example: null,
    read: plain({ kind: 'average' }),
    formula: (_, { rows }) => {
      const events = rows.map(({ actual }) => referable(actual));
      return events.length > 200 || events.includes(null) ? null : `AVERAGE(${events.join(',')})`;
    },
  },
  group: {
    since: 1,
    example: null,
    read: plain({ kind: 'group', highestOnly: false }),
    formula: noFormula,
  },
  highest: {
    since: 1,
    example: null,
    read: plain({ kind: 'group', highestOnly: true }),
    formula: noFormula,
  },
};

/** The points of `Số liệu` as a formula; a row is asked about ways of its own kind only. */
export function wayFormula(way: Way, inputs: Inputs): string | null {
  const word = wayWord(way);
  return word === null ? null : (WAYS[word] as WayRow<Way>).formula(way, inputs);
}
