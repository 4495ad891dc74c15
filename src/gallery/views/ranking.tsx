/** `Xếp hạng`: the table, how things stand, a unit, what if, decisions, self against bloc. */
import { begin, closedDoor, readAndWritten, silentDoor, unanswered } from '../doors';
import { plain, season, ui } from '../said';
import type { States } from '../state';
import { choose, press, pressAt, reads, typeInto, unfoldAll, wait, type Step } from '../steps';
import { LATE_CHANGE } from '../workbooks';

const opened = pressAt('#tab-ranking');
const table: readonly Step[] = [opened, press(season('ranking')), wait('.ranking')];

export const RANKING: States = [
  { name: 'table', steps: [opened], shows: ui('chart.title') },
  { name: 'waiting', door: silentDoor, before: begin, isEndless: true, steps: [opened], shows: ui('check.waiting') },
  {
    name: 'unreadable',
    door: closedDoor({ code: 'file-damaged' }),
    steps: [opened, reads('.panel', ui('status.nothing'))],
    shows: ui('status.nothing'),
  },
  { name: 'written', before: readAndWritten, steps: [opened, wait('.ranking')], shows: ui('notice.written') },
  { name: 'provisional', book: 'co-loi', steps: table, shows: ui('ranking.provisional') },
  { name: 'tied', book: 'co-loi-da-sua', steps: [opened, wait('.ranking')], shows: ui('awards.tied') },
  { name: 'stale', book: 'stale', steps: [opened, wait('.ranking')], shows: ui('status.results.stale') },
  {
    name: 'changed-since-written',
    before: async (session) => {
      await readAndWritten(session);
      await session.change([LATE_CHANGE], null);
    },
    steps: [opened],
    shows: ui('changes.title'),
  },
  { name: 'many-units', book: 'D', steps: [opened], shows: ui('chart.title') },
  { name: 'no-units', book: 'no-units', steps: [opened], shows: ui('ranking.noUnits') },
  { name: 'long-names', book: 'long-names', steps: [opened], shows: ui('chart.title') },
];

export const SEASON: States = [
  { name: 'few-missing', book: 'few-missing', steps: [opened], shows: season('awards') },
  {
    name: 'all-unfolded',
    book: 'few-missing',
    steps: [opened, wait('.standing'), unfoldAll('.panel')],
    shows: season('awards'),
  },
  { name: 'half-scored', book: 'half-scored', steps: [opened], shows: season('awards') },
  { name: 'untouched', book: 'untouched', steps: [opened], shows: season('untouched') },
  { name: 'with-errors', book: 'co-loi', steps: [opened, wait('.standing')], shows: season('awards') },
  { name: 'complete', steps: [opened, press(season('season'))], shows: season('complete') },
  { name: 'long-names', book: 'long-names-missing', steps: [opened], shows: season('awards') },
];

const unit = (at: number, list = '.ranking'): readonly Step[] => [opened, pressAt(`${list} .link`, at)];

export const UNIT: States = [
  { name: 'holder', steps: unit(0), shows: ui('unit.scores') },
  { name: 'outside', steps: unit(6), shows: ui('unit.margins') },
  {
    name: 'all-unfolded',
    steps: [...unit(3), wait('.unit .branch'), unfoldAll('.unit')],
    shows: ui('unit.scores'),
  },
  { name: 'tied', book: 'co-loi-da-sua', steps: unit(4), shows: ui('unit.awards') },
  { name: 'with-errors', book: 'co-loi', steps: [...table, pressAt('.ranking .link', 2)], shows: ui('unit.errors') },
  { name: 'scores-missing', book: 'few-missing', steps: unit(3, '.standing'), shows: season('back') },
  { name: 'unanswered', engine: unanswered, steps: [...unit(0), wait('.unit .trouble')], shows: ui('unit.back') },
  { name: 'long-names', book: 'long-names', steps: unit(6), shows: ui('unit.margins') },
];

const asked: readonly Step[] = [opened, press(ui('whatIf.open'))];
const tried = (value: string): readonly Step[] => [
  ...asked,
  typeInto('.what-if input', value),
  press(ui('whatIf.add')),
];

export const WHAT_IF: States = [
  { name: 'tried', steps: tried('24,75'), shows: ui('whatIf.apply', { n: 1 }) },
  { name: 'asked', steps: asked, shows: ui('whatIf.text') },
  { name: 'no-number', steps: tried('nhiều'), shows: ui('whatIf.notNumber') },
  { name: 'above-the-maximum', steps: [...tried('99'), wait('.what-if .caution')], shows: ui('whatIf.changes') },
  {
    name: 'unanswered',
    engine: unanswered,
    steps: [...tried('24,75'), wait('.what-if .suppositions')],
    shows: plain('24,75'),
  },
  { name: 'long-names', book: 'long-names', steps: tried('24,75'), shows: ui('whatIf.apply', { n: 1 }) },
];

const deciding: readonly Step[] = [opened, press(ui('decide.open')), wait('dialog[open]')];

export const DECISION: States = [
  { name: 'tie', book: 'co-loi-da-sua', steps: deciding, shows: ui('decide.order') },
  { name: 'grant', steps: deciding, shows: ui('decide.grant') },
  {
    name: 'no-reason',
    book: 'co-loi-da-sua',
    steps: [...deciding, press(ui('decide.save'))],
    shows: ui('decide.missing.reason'),
  },
  {
    name: 'no-such-day',
    steps: [
      ...deciding,
      choose('dialog select', 1),
      typeInto('dialog textarea', 'Thành tích đột xuất'),
      typeInto('dialog input', '31/4/2026', 1),
      press(ui('decide.save')),
    ],
    shows: ui('decide.missing.day'),
  },
  { name: 'long-names', book: 'long-names', steps: deciding, shows: ui('decide.grant') },
];

const differences: readonly Step[] = [opened, press(ui('differences.title'))];

export const DIFFERENCES: States = [
  {
    name: 'found',
    book: 'differing',
    steps: [...differences, wait('.differences')],
    shows: ui('differences.difference'),
  },
  { name: 'many', book: 'E', steps: [...differences, wait('.differences')], shows: ui('differences.difference') },
  { name: 'none', steps: differences, shows: ui('differences.none') },
  {
    name: 'unanswered',
    engine: unanswered,
    steps: [...differences, wait('details .trouble')],
    shows: ui('differences.title'),
  },
];
