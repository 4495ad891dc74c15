/** `Hội đồng`: the check of many workbooks, in the pane and in the whole window. */
import type { ChosenWorkbook } from '../../pane/files-run';
import { never } from '../doors';
import { board } from '../said';
import type { State, States } from '../state';
import { give, press, pressAt, typeInto, wait, type Step } from '../steps';
import { workbook, type BookName } from '../workbooks';

const opened = pressAt('#tab-board');

const file = async (name: BookName): Promise<ChosenWorkbook> => {
  const bytes = await workbook(name);
  return { name: `${name}.xlsx`, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
};
const broken: ChosenWorkbook = {
  name: 'hong.xlsx',
  arrayBuffer: () => Promise.resolve(new Uint8Array([1, 2, 3]).buffer),
};
const gone: ChosenWorkbook = { name: 'mat.xlsx', arrayBuffer: () => Promise.reject(new Error('gone')) };
const endless: ChosenWorkbook = { name: 'rat-lon.xlsx', arrayBuffer: never };

const given = (...files: readonly (BookName | ChosenWorkbook)[]): Step =>
  give('[data-board=files]', () =>
    Promise.all(files.map((each) => (typeof each === 'string' ? file(each) : Promise.resolve(each)))),
  );
const FOUR = given('A', 'co-loi', 'D', 'E');
const done = wait('.board-overall');
const options = press(board('options'));

export const BOARD: States = [
  { name: 'empty', steps: [opened], shows: board('intro') },
  {
    name: 'checked',
    steps: [opened, FOUR, done],
    shows: board('totals'),
  },
  { name: 'running', steps: [opened, given('A', endless)], shows: board('progress', { n: 1, all: 2 }) },
  {
    name: 'ended',
    steps: [opened, given('A', endless), wait('.board tbody tr'), press(board('stop'))],
    shows: board('cancelled', { n: 1, all: 2 }),
  },
  {
    name: 'unreadable',
    steps: [opened, given('A', broken, gone), done],
    shows: board('unreadable'),
  },
  { name: 'no-workbooks', steps: [opened, given({ ...gone, name: 'anh.jpg' })], shows: board('noWorkbooks') },
  {
    name: 'one-open',
    steps: [opened, given('co-loi'), done, pressAt('.board .link')],
    shows: board('copyLetter'),
  },
  {
    name: 'nothing-found',
    steps: [opened, FOUR, done, typeInto('.board-filter .search', 'zzz')],
    shows: board('none'),
  },
  {
    name: 'not-handed-in',
    steps: [
      opened,
      options,
      typeInto('.board-options textarea', 'Khối vắng mặt'),
      given('A'),
      done,
      typeInto('.board-filter .search', ''),
    ],
    shows: board('missing'),
  },
  {
    name: 'limits-wrong',
    steps: [opened, options, typeInto('.board-options input[type=text]', 'nhiều'), given('A')],
    shows: board('limitsWrong'),
  },
  {
    name: 'refused',
    steps: [
      opened,
      options,
      typeInto('.board-options input[type=text]', 'BK=5'),
      give('[data-board=standard]', async () => [await file('other-workbook')]),
      wait('.board-options option[value="workbook:"]'),
      given('A'),
    ],
    shows: board('refused'),
  },
];

const wide = (row: Omit<State, 'isWide' | 'width' | 'host'>): State => ({
  ...row,
  isWide: true,
  host: 'file',
  width: 1366,
});

export const WIDE_BOARD: States = [
  wide({ name: 'empty', shows: board('intro') }),
  wide({ name: 'checked', steps: [FOUR, done], shows: board('hint') }),
  wide({
    name: 'one-chosen',
    steps: [FOUR, done, pressAt('.board-row', 0), wait('.board-details, .faults')],
    shows: board('copyLetter'),
  }),
  wide({ name: 'running', steps: [given('A', endless)], shows: board('progress', { n: 1, all: 2 }) }),
];
