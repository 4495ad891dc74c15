/** What the page says around the pane: bars, questions, the start. */
import { Banner, type PageNotice } from '../../page/Banner';
import { Confirm } from '../../page/Confirm';
import type { Draft } from '../../page/recovery/draft-store';
import { DraftOffer } from '../../page/recovery/DraftOffer';
import { LockQuestion } from '../../page/LockQuestion';
import { StartScreen } from '../../page/StartScreen';
import { plain, ui, type Said } from '../said';
import type { State, States } from '../state';
import { press, wait } from '../steps';
import { hyphened, nothing } from './in-pane';

const FILE = 'khoi-1.xlsx';
const place = (row: number, column: number) => ({ sheet: 'Chấm điểm', row, column });
const places = [place(5, 4), place(5, 5), place(6, 4), place(6, 5), place(7, 4), place(7, 5), place(8, 4)];

const NOTICES = {
  newRelease: [{ kind: 'newRelease' }, ui('page.reload')],
  saved: [{ kind: 'saved', file: FILE }, ui('page.saved', { file: FILE })],
  notSaved: [{ kind: 'notSaved', file: FILE }, ui('page.notSaved', { file: FILE })],
  reading: [{ kind: 'reading', file: FILE, cancel: nothing }, ui('page.reading', { file: FILE })],
  downloaded: [{ kind: 'downloaded', file: FILE, confirm: nothing }, ui('page.downloadSeen')],
  elsewhere: [{ kind: 'elsewhere' }, ui('page.elsewhere')],
  manyDropped: [{ kind: 'manyDropped' }, ui('page.manyDropped')],
  created: [{ kind: 'created' }, ui('notice.created')],
  draftsForbidden: [{ kind: 'draftsForbidden' }, ui('page.draftsForbidden')],
  pasted: [
    {
      kind: 'pasted',
      cells: 12,
      refused: [
        { place: place(5, 4), why: 'list' },
        { place: place(6, 4), why: 'password' },
      ],
    },
    ui('page.pasted', { n: 12 }),
  ],
  clipTooLarge: [{ kind: 'clipTooLarge', most: 200_000 }, ui('page.clipTooLarge', { n: 200_000 })],
  pasteIntoOurs: [{ kind: 'pasteIntoOurs', sheet: 'Kết quả' }, ui('page.pasteIntoOurs', { sheet: 'Kết quả' })],
  changedOutside: [{ kind: 'changedOutside', file: FILE }, ui('page.changedOutside', { file: FILE })],
  followLost: [{ kind: 'followLost', file: FILE }, ui('page.followLost', { file: FILE })],
  followed: [{ kind: 'followed', file: FILE, places }, ui('page.followed', { file: FILE })],
  followedOther: [
    { kind: 'followedOther', file: FILE, bloc: 'Khối thi đua số 2' },
    ui('page.followedOther', { file: FILE, bloc: 'Khối thi đua số 2' }),
  ],
  problem: [{ kind: 'problem', problem: { code: 'file-encrypted' } }, plain('.')],
} as const satisfies Record<PageNotice['kind'], readonly [PageNotice, Said]>;

const saying = (kind: PageNotice['kind']): State => {
  const [notice, shows] = NOTICES[kind];
  return { name: hyphened(kind), element: <Banner notice={notice} onClose={nothing} />, shows };
};

export const PAGE_NOTICE: States = [
  saying('newRelease'),
  ...(Object.keys(NOTICES) as PageNotice['kind'][]).filter((kind) => kind !== 'newRelease').map(saying),
  {
    name: 'pasted-whole',
    element: <Banner notice={{ kind: 'pasted', cells: 3, refused: [] }} onClose={nothing} />,
    shows: ui('page.pasted', { n: 3 }),
  },
];

const asking = (cells: number): State['element'] => (
  <LockQuestion
    asking={{ sheet: 'Chấm điểm', cells: places.slice(0, cells).map((at) => ({ place: at, value: 1 })) }}
    onAnswer={nothing}
  />
);

const DRAFT: Draft = {
  id: 'gallery',
  file: FILE,
  kept: new Date(2026, 10, 24, 8, 15).getTime(),
  bytes: new Uint8Array(),
  typed: [],
  handle: null,
  modified: 0,
};

const start = (
  <StartScreen
    recovery={{ offers: [], isOn: true, switchTo: nothing, drop: nothing, wipe: nothing }}
    onClose={nothing}
    onOpen={nothing}
    onBoard={nothing}
    onSample={nothing}
  />
);

export const PAGE_QUESTION: States = [
  { name: 'locked-cell', element: asking(1), shows: ui('page.lockedYes') },
  { name: 'locked-cells', element: asking(places.length), shows: ui('page.lockedNo') },
  {
    name: 'unsaved',
    element: <DraftOffer draft={DRAFT} onOpen={nothing} onLater={nothing} onDrop={nothing} />,
    shows: ui('draft.open'),
  },
  {
    name: 'leave',
    element: <Confirm text={`${FILE}?`} yes="OK" onYes={nothing} onNo={nothing} />,
    shows: ui('page.confirm'),
  },
];

export const PAGE_START: States = [
  { name: 'start', element: start, width: 500, shows: ui('start.samples') },
  {
    name: 'new-workbook',
    element: start,
    width: 500,
    steps: [press(ui('start.new')), wait('dialog form')],
    shows: ui('create.title'),
  },
];
