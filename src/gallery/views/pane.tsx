/** The frame of the pane: what is open, the line of the state, what came of the last action. */
import type { DoorProblemCode } from '../../sheets/door';
import type { Notice } from '../../pane/session';
import { WaitingPane } from '../../pane/WaitingPane';
import { problemText } from '../../text';
import { begin, closedDoor, never, readAndWritten, readOnce, silentDoor } from '../doors';
import { ui, type Said } from '../said';
import type { State, States } from '../state';
import { fail } from '../../sheets/door';
import { press } from '../steps';
import { LATE_CHANGE } from '../workbooks';
import { hyphened } from './in-pane';

const problem =
  (code: DoorProblemCode): Said =>
  (lang) =>
    problemText({ code }, lang === 'en' ? 'en' : 'vi').what;

export const PANE: States = [
  { name: 'without-findings', shows: ui('status.noErrors') },
  { name: 'with-findings', book: 'co-loi', shows: ui('severity.error') },
  { name: 'waiting-for-excel', element: <WaitingPane />, shows: ui('office.waiting') },
  { name: 'first-run', isFirstRun: true, shows: ui('first.title') },
  { name: 'reading', door: silentDoor, before: begin, isEndless: true, shows: ui('status.reading') },
  { name: 'reading-slowly', door: silentDoor, before: begin, isEndless: true, shows: ui('busy.check') },
  {
    name: 'computing',
    engine: { runJob: never },
    before: async (session) => {
      await session.check();
      void session.compute();
    },
    isEndless: true,
    shows: ui('busy.compute'),
  },
  { name: 'unreadable', door: closedDoor({ code: 'file-damaged' }), shows: ui('status.nothing') },
  { name: 'excel-missing', door: closedDoor({ code: 'excel-missing' }), shows: problem('excel-missing') },
  {
    name: 'unanswered',
    engine: { judge: () => Promise.resolve(fail({ code: 'file-too-slow' })) },
    shows: problem('file-too-slow'),
  },
  {
    name: 'failed',
    engine: { judge: () => Promise.reject(new TypeError('planted')) },
    shows: ui('failure.title'),
  },
  {
    name: 'ended',
    door: readOnce,
    before: async (session) => {
      await session.check();
      void session.check();
    },
    steps: [press(ui('cancel'))],
    isEndless: true,
    shows: ui('recheck'),
  },
  {
    name: 'ended-before-anything-was-read',
    door: silentDoor,
    before: begin,
    steps: [press(ui('cancel'))],
    isEndless: true,
    shows: ui('status.nothing'),
  },
  { name: 'written', before: readAndWritten, shows: ui('notice.written') },
  { name: 'stale', book: 'stale', shows: ui('status.results.stale') },
  { name: 'still-empty', book: 'untouched', shows: ui('status.results.none') },
  { name: 'long-names', book: 'long-names', shows: ui('status.noErrors') },
];

const { place } = LATE_CHANGE;
const NOTICES = {
  written: [{ kind: 'written', withResults: true, sheets: ['Kết quả', 'Báo cáo'] }, ui('notice.written')],
  fixed: [{ kind: 'fixed', places: [place] }, ui('notice.fixed', { cells: 'Chấm điểm!G6' })],
  renamed: [
    { kind: 'renamed', sheet: { rename: 'Cham diem', to: 'Chấm điểm' } },
    ui('notice.renamed', { from: 'Cham diem', to: 'Chấm điểm' }),
  ],
  regulated: [{ kind: 'regulated', what: 'I.1' }, ui('notice.regulated', { what: 'I.1' })],
  decided: [{ kind: 'decided' }, ui('notice.decided')],
  created: [{ kind: 'created' }, ui('notice.created')],
  createdBeside: [{ kind: 'createdBeside' }, ui('notice.createdBeside')],
  undone: [{ kind: 'undone' }, ui('notice.undone')],
  copied: [{ kind: 'copied' }, ui('notice.copied')],
  applied: [{ kind: 'applied' }, ui('notice.applied')],
  beside: [{ kind: 'beside' }, ui('notice.beside')],
  partLost: [{ kind: 'partLost' }, ui('notice.partLost')],
  problem: [{ kind: 'problem', problem: { code: 'excel-editing' }, retry: 'check' }, problem('excel-editing')],
} as const satisfies Record<Notice['kind'], readonly [Notice, Said]>;

/** Problems that offer more than to try again, and how the button is called. */
const PROBLEMS = {
  'sheet-foreign': ui('foreign.rename'),
  'sheet-additions': ui('additions.keep'),
  'sheet-protected': ui('beside.write'),
  'structure-protected': ui('beside.write'),
  'excel-no-permission': problem('excel-no-permission'),
} as const satisfies Partial<Record<DoorProblemCode, Said>>;

const saying = (name: string, notice: Notice, shows: Said): State => ({
  name,
  shows,
  before: async (session) => {
    await session.check();
    session.say(notice);
  },
});

export const NOTICE: States = [
  {
    name: 'only-findings',
    book: 'co-loi',
    before: readAndWritten,
    shows: ui('notice.onlyIssues'),
  },
  {
    name: 'undoable',
    before: async (session) => {
      await session.check();
      await session.change([LATE_CHANGE], { kind: 'fixed', places: [place] });
    },
    shows: ui('undo'),
  },
  ...Object.entries(NOTICES).map(([kind, [notice, shows]]) => saying(hyphened(kind), notice, shows)),
  ...(Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]).map((code) =>
    saying(
      code,
      {
        kind: 'problem',
        problem: {
          code,
          sheet: 'Kết quả',
          ...(code === 'sheet-additions' && {
            additions: [{ sheet: 'Kết quả', beside: 2, moved: 1, objects: 1 }],
          }),
        },
        retry: 'compute',
        options: {},
      },
      PROBLEMS[code],
    ),
  ),
];
