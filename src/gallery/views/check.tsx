/** `Kiểm tra`, and the old score table that is offered there instead of findings. */
import { adopt, plain, ui } from '../said';
import type { States } from '../state';
import { begin, closedDoor, silentDoor } from '../doors';
import { choose, press, pressAt, reads, typeInto, unfoldAll, wait } from '../steps';

const findings = [wait('.issue-main')];

export const CHECK: States = [
  { name: 'with-findings', book: 'co-loi', steps: findings, shows: ui('severity.error') },
  { name: 'without-findings', shows: ui('check.then.none') },
  { name: 'without-findings-written', book: 'written', shows: ui('check.then.fresh') },
  { name: 'without-findings-stale', book: 'stale', shows: ui('check.then.stale') },
  { name: 'waiting', door: silentDoor, before: begin, isEndless: true, shows: ui('check.waiting') },
  {
    name: 'unreadable',
    door: closedDoor({ code: 'file-damaged' }),
    steps: [reads('.panel', ui('status.nothing'))],
    shows: ui('status.nothing'),
  },
  { name: 'one-open', book: 'co-loi', steps: [pressAt('.issue-main')], shows: ui('check.how') },
  {
    name: 'with-a-fix',
    book: 'co-loi',
    steps: [typeInto('.search', 'luu dang chu'), pressAt('.issue-main')],
    shows: ui('fix.apply'),
  },
  {
    name: 'to-be-decided',
    book: 'co-loi-da-sua',
    steps: [pressAt('.issue-main')],
    shows: ui('decide.open'),
  },
  { name: 'none-as-searched', book: 'co-loi', steps: [typeInto('.search', 'zzz')], shows: ui('check.filtered') },
  { name: 'by-sheet', book: 'co-loi', steps: [choose('.filters select', 1)], shows: plain('Bỏ phiếu') },
  { name: 'by-code', book: 'co-loi', steps: [choose('.filters select', 2)], shows: plain('number-as-text') },
  { name: 'being-filled', book: 'half-scored', steps: [unfoldAll('.progress')], shows: ui('progress.bySection') },
  { name: 'still-empty', book: 'untouched', shows: ui('progress.bySection') },
  { name: 'what-was-read', steps: [unfoldAll('.panel')], shows: ui('read.notRead') },
  { name: 'no-standard-workbook', book: 'other-workbook', steps: findings, shows: ui('severity.error') },
  {
    name: 'just-adopted',
    adopted: {
      kind: 'bloc',
      check: {
        compared: 12,
        differences: [
          {
            what: 'total',
            unit: 'Sở Nội vụ',
            level: 'bloc',
            criterion: null,
            old: '95.5',
            ours: '95.25',
            place: { sheet: 'Tong hop', row: 5, column: 5 },
          },
        ],
        errors: [],
      },
    },
    shows: adopt('made'),
  },
  { name: 'long-names', book: 'long-names-missing', steps: [unfoldAll('.progress')], shows: ui('progress.bySection') },
];

const begun = press(adopt('begin'));
const answered = choose('.adopt select', 2);

export const ADOPT: States = [
  { name: 'offered', book: 'old-table', shows: adopt('offer') },
  { name: 'offered-on-the-page', book: 'old-table', host: 'file', shows: adopt('what') },
  { name: 'looking', book: 'old-table', workers: 'silent', shows: adopt('looking') },
  { name: 'failed', book: 'old-table', workers: 'dying', shows: adopt('failed') },
  { name: 'asked', book: 'old-table', steps: [begun, wait('.adopt select')], shows: adopt('afterwards') },
  {
    name: 'all-unfolded',
    book: 'old-table',
    steps: [begun, wait('.adopt select'), unfoldAll('.adopt')],
    shows: adopt('questions'),
  },
  {
    name: 'compared',
    book: 'old-table',
    steps: [begun, answered, wait('.adopt [role=status] .cells-taken')],
    shows: adopt('check'),
  },
  { name: 'several-tables', book: 'old-tables', steps: [begun, wait('.adopt select')], shows: plain('Nam 2024') },
];
