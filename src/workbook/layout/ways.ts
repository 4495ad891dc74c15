/** The ways of scoring in cells: what each is called there and what it means. How its `Tham số` is read and its live formula: `src/workbook/ways.ts`. */
import type { Way } from '../../rules';
import type { WayWord } from '../../text/ways';
import type { Words } from './words';

export type { WayWord };

interface WayCell {
  /** What cells say; the first is written. */
  readonly words: readonly [string, ...string[]];
  /** What it means, in `Hướng dẫn` and the notes of headers. */
  readonly help: string;
}

const WAY_CELLS: Readonly<Record<WayWord, WayCell>> = {
  points: {
    words: ['điểm'],
    help: 'chấm điểm tự do từ 0 đến điểm tối đa',
  },
  ladder: {
    words: ['bậc'],
    help: 'chỉ nhận các mức ghi ở Tham số, ví dụ 0; 1,5; 3',
  },
  bands: {
    words: ['bậc theo tỷ lệ', 'bậc theo tỉ lệ'],
    help: 'tỷ lệ thực hiện trên chỉ tiêu rơi vào mức nào được điểm mức ấy, ví dụ 88%: 2; 90%: 3; 100%: 5; đúng mốc thì hưởng mức trên',
  },
  yesno: {
    words: ['có/không'],
    help: 'có thì đủ điểm, không thì 0',
  },
  ratio: {
    words: ['tỷ lệ', 'tỉ lệ'],
    help: 'điểm tối đa × thực hiện / chỉ tiêu, ghi số ở Số liệu',
  },
  minus: {
    words: ['trừ dần'],
    help: 'điểm tối đa trừ dần theo số lần, ví dụ mỗi lần 0,5',
  },
  count: {
    words: ['theo lần'],
    help: 'mỗi lần được một mức điểm, đến điểm tối đa, ví dụ mỗi lần 0,5',
  },
  relative: {
    words: ['so sánh'],
    help: 'so với đơn vị vượt chỉ tiêu nhiều nhất: đạt chỉ tiêu được nửa điểm, vượt cao nhất được đủ điểm',
  },
  average: {
    words: ['trung bình'],
    help: 'trung bình điểm các lần có ở Số liệu; không có lần nào là không áp dụng',
  },
  group: {
    words: ['nhóm'],
    help: 'dòng tổng của các tiêu chí con, không chấm trực tiếp',
  },
  highest: {
    words: ['nhóm lấy mức cao nhất'],
    help: 'nhóm chỉ lấy tiêu chí con có điểm cao nhất',
  },
};

const entries = Object.entries(WAY_CELLS) as readonly (readonly [WayWord, WayCell])[];
const columnOf = <Said>(said: (cell: WayCell) => Said): Readonly<Record<WayWord, Said>> =>
  Object.fromEntries(entries.map(([word, cell]) => [word, said(cell)])) as Record<WayWord, Said>;

export const WAY_WORDS: Words<WayWord> = columnOf(({ words }) => words);
export const WAY_HELP = columnOf(({ help }) => help);

/** The word of a way; null where its cell could not be read. */
export function wayWord(way: Way): WayWord | null {
  if (way.kind === 'invalid') return null;
  return way.kind === 'group' && way.highestOnly ? 'highest' : way.kind;
}

/** A criterion of a group, not of a leaf. */
export const isGroupWord = (word: WayWord): boolean => word === 'group' || word === 'highest';
