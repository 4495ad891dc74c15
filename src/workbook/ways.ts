/**
 * The ways of scoring as the workbook has them: one row says the words, `Tham số`, help and formula of a way.
 * What the rules know of it stands in `src/rules/score/ways.ts`, its names on the screen in `src/text/ways.ts`.
 */
import type { DataRow, Entry, Way } from '../rules';
import * as q from '../rules/number/rational';
import type { WayWord } from '../text/ways';
import type { Words } from './layout';
import { bandsWritten, eachWritten, ladderWritten, ratioWritten } from './read/parameter';
import { literal, NOISE_DECIMALS, reference } from './score-formula';

export type { WayWord };
type WayCalled<Word extends WayWord> = Extract<Way, { kind: Word extends 'highest' ? 'group' : Word }>;

/** The rows of `Số liệu` of one leaf and unit, and the maximum. */
interface Inputs {
  readonly max: q.Rational | null;
  readonly row: DataRow;
  readonly rows: readonly DataRow[];
}

interface WayRow<W extends Way> {
  /** What cells say; the first is written. */
  readonly words: readonly [string, ...string[]];
  /** What it means, in `Hướng dẫn` and the notes of headers. */
  readonly help: string;
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
    words: ['điểm'],
    help: 'chấm điểm tự do từ 0 đến điểm tối đa',
    example: null,
    read: plain({ kind: 'points' }),
    formula: noFormula,
  },
  ladder: {
    words: ['bậc'],
    help: 'chỉ nhận các mức ghi ở Tham số, ví dụ 0; 1,5; 3',
    example: '0; 1,5; 3',
    read: (parameter) => ladderWritten(parameter ?? ''),
    formula: noFormula,
  },
  bands: {
    words: ['bậc theo tỷ lệ', 'bậc theo tỉ lệ'],
    help: 'tỷ lệ thực hiện trên chỉ tiêu rơi vào mức nào được điểm mức ấy, ví dụ 88%: 2; 90%: 3; 100%: 5; đúng mốc thì hưởng mức trên',
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
    words: ['có/không'],
    help: 'có thì đủ điểm, không thì 0',
    example: null,
    read: plain({ kind: 'yesno' }),
    formula: noFormula,
  },
  ratio: {
    words: ['tỷ lệ', 'tỉ lệ'],
    help: 'điểm tối đa × thực hiện / chỉ tiêu, ghi số ở Số liệu',
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
    words: ['trừ dần'],
    help: 'điểm tối đa trừ dần theo số lần, ví dụ mỗi lần 0,5',
    example: '0,5',
    read: (parameter) => perItem('minus', parameter),
    formula: ({ each }, { max, row }) => {
      const count = referable(row.count);
      return count === null ? null : `MAX(0,${literal(max ?? q.ZERO)}-${each}*${count})`;
    },
  },
  count: {
    words: ['theo lần'],
    help: 'mỗi lần được một mức điểm, đến điểm tối đa, ví dụ mỗi lần 0,5',
    example: '0,5',
    read: (parameter) => perItem('count', parameter),
    formula: ({ each }, { max, row }) => {
      const count = referable(row.count);
      if (count === null) return null;
      return max === null ? `${each}*${count}` : `MIN(${literal(max)},${each}*${count})`;
    },
  },
  relative: {
    words: ['so sánh'],
    help: 'so với đơn vị vượt chỉ tiêu nhiều nhất: đạt chỉ tiêu được nửa điểm, vượt cao nhất được đủ điểm',
    example: null,
    read: plain({ kind: 'relative' }),
    // It looks at the whole bloc.
    formula: noFormula,
  },
  average: {
    words: ['trung bình'],
    help: 'trung bình điểm các lần có ở Số liệu; không có lần nào là không áp dụng',
    example: null,
    read: plain({ kind: 'average' }),
    formula: (_, { rows }) => {
      const events = rows.map(({ actual }) => referable(actual));
      return events.length > 200 || events.includes(null) ? null : `AVERAGE(${events.join(',')})`;
    },
  },
  group: {
    words: ['nhóm'],
    help: 'dòng tổng của các tiêu chí con, không chấm trực tiếp',
    example: null,
    read: plain({ kind: 'group', highestOnly: false }),
    formula: noFormula,
  },
  highest: {
    words: ['nhóm lấy mức cao nhất'],
    help: 'nhóm chỉ lấy tiêu chí con có điểm cao nhất',
    example: null,
    read: plain({ kind: 'group', highestOnly: true }),
    formula: noFormula,
  },
};

const entries = Object.entries(WAYS) as readonly (readonly [WayWord, WayRow<Way>])[];
const columnOf = <Cell>(cell: (row: WayRow<Way>) => Cell): Readonly<Record<WayWord, Cell>> =>
  Object.fromEntries(entries.map(([word, row]) => [word, cell(row)])) as Record<WayWord, Cell>;

export const WAY_WORDS: Words<WayWord> = columnOf(({ words }) => words);
export const WAY_HELP = columnOf(({ help }) => help);

/** The word of a way; null where its cell could not be read. */
export function wayWord(way: Way): WayWord | null {
  if (way.kind === 'invalid') return null;
  return way.kind === 'group' && way.highestOnly ? 'highest' : way.kind;
}

/** A criterion of a group, not of a leaf. */
export const isGroupWord = (word: WayWord): boolean => word === 'group' || word === 'highest';

/** The points of `Số liệu` as a formula; a row is asked about ways of its own kind only. */
export function wayFormula(way: Way, inputs: Inputs): string | null {
  const word = wayWord(way);
  return word === null ? null : (WAYS[word] as WayRow<Way>).formula(way, inputs);
}
