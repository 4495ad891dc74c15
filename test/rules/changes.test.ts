/** What a door changes at the user's word: each change is of exactly one kind, by which the doors choose what to do. */
import {
  isDemand,
  isFix,
  isInsert,
  isLimit,
  isPrint,
  isRemoval,
  isRename,
  type WorkbookChange,
} from '../../src/rules/index';
import { at } from './books';

const KINDS = { isRename, isFix, isInsert, isRemoval, isLimit, isPrint, isDemand };
const LINES = { sheet: 'Đơn vị', at: 1, count: 2, like: null };
const LAYOUT = {
  paper: null,
  titleColumns: 1,
  titleRows: { first: 0, last: 0 },
  end: { row: 9, column: 9 },
  blocks: [],
};

test.each<[keyof typeof KINDS, WorkbookChange]>([
  ['isRename', { rename: 'Don vi', to: 'Đơn vị' }],
  ['isFix', { place: at('Đơn vị', 1, 1), value: 9.5 }],
  ['isInsert', { ...LINES, insert: 'rows' }],
  ['isRemoval', { ...LINES, remove: 'columns' }],
  ['isLimit', { limit: { first: at('Chấm điểm', 1, 1), last: { row: 2, column: 2 } }, from: 10, to: 12 }],
  ['isPrint', { print: 'Chấm điểm', layout: LAYOUT }],
  ['isPrint', { print: 'Chấm điểm', now: {}, back: {} }],
  ['isDemand', { holds: [], alone: [] }],
])('%s', (kind, change) => {
  expect(Object.entries(KINDS).flatMap(([name, is]) => (is(change) ? [name] : []))).toEqual([kind]);
});
