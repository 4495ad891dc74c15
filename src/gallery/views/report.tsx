/** `Báo cáo`: the sheets, the printer, the Word papers, the elections. */
import { begin, closedDoor, printedIn, readAndWritten, silentDoor } from '../doors';
import { ui } from '../said';
import type { States } from '../state';
import { press, pressAt, reads, type Step } from '../steps';

const opened = pressAt('#tab-report');

export const REPORT: States = [
  { name: 'not-written', steps: [opened], shows: ui('report.noSheets') },
  { name: 'waiting', door: silentDoor, before: begin, isEndless: true, steps: [opened], shows: ui('check.waiting') },
  {
    name: 'unreadable',
    door: closedDoor({ code: 'file-damaged' }),
    steps: [opened, reads('.panel', ui('status.nothing'))],
    shows: ui('status.nothing'),
  },
  { name: 'written', before: readAndWritten, steps: [opened], shows: ui('report.printExcel') },
  { name: 'written-on-the-page', host: 'file', book: 'written', steps: [opened], shows: ui('report.printFile') },
  { name: 'stale', book: 'stale', steps: [opened], shows: ui('status.results.stale') },
  { name: 'with-errors', book: 'co-loi', steps: [opened], shows: ui('report.allowErrors') },
  { name: 'prints-too-small', door: printedIn(0.5), steps: [opened], shows: ui('report.layPages') },
  { name: 'elections', book: 'A', steps: [opened], shows: ui('elections.title') },
  { name: 'long-names', book: 'long-names', steps: [opened], shows: ui('elections.title') },
];

const making: readonly Step[] = [opened, press(ui('papers.make'))];

export const PAPERS: States = [
  { name: 'made', steps: making, shows: ui('papers.news') },
  { name: 'making', workers: 'silent', steps: making, shows: ui('papers.making', { n: 0, all: 0 }) },
  {
    name: 'ended',
    workers: 'silent',
    steps: [...making, press(ui('cancel'))],
    shows: ui('papers.cancelled'),
  },
  { name: 'failed', workers: 'dying', steps: making, shows: ui('papers.failed') },
  {
    name: 'in-spite-of-errors',
    book: 'co-loi',
    steps: [opened, pressAt('.panel .check input', 2)],
    shows: ui('papers.allowErrors'),
  },
];
