/** Where to begin and where to ask: new workbooks, options, help on codes. */
import CodeHelp from '../../pane/start/CodeHelp';
import CreateForm from '../../pane/start/CreateForm';
import { rules, ui } from '../said';
import type { States } from '../state';
import { press, pressAt, typeInto, wait } from '../steps';
import { inPane, nothing } from './in-pane';

const ready = { element: inPane(<CreateForm onClose={nothing} />) };
const next = { element: inPane(<CreateForm onClose={nothing} from="next" />) };
const submit = pressAt('dialog button[type=submit]');
const menu = press(ui('menu.open'));

export const CREATE: States = [
  {
    name: 'ready-regulation',
    steps: [menu, press(ui('first.create')), wait('dialog form')],
    shows: ui('create.units'),
  },
  { name: 'in-another-workbook', book: 'other-workbook', ...ready, shows: ui('create.hereExcel') },
  { name: 'on-the-page', host: 'file', ...ready, shows: ui('create.hereFile') },
  { name: 'next-year', ...next, shows: ui('create.nextWhat') },
  { name: 'same-rules', element: inPane(<CreateForm onClose={nothing} from="same" />), shows: ui('create.sameWhat') },
  { name: 'no-name', ...ready, steps: [submit], shows: ui('create.noName') },
  {
    name: 'a-unit-twice',
    ...ready,
    steps: [typeInto('dialog input[type=text]', 'Khối 1'), typeInto('dialog textarea', 'Sở Nội vụ\nSở Nội vụ'), submit],
    shows: ui('create.repeated', { name: 'Sở Nội vụ' }),
  },
  { name: 'making', ...next, workers: 'silent', steps: [submit], shows: ui('create.making') },
  { name: 'unanswered', ...next, workers: 'dying', steps: [submit], shows: ui('create.noAnswer') },
  { name: 'long-names', book: 'long-names', ...next, shows: ui('create.nextWhat') },
];

export const MENU: States = [
  { name: 'standard-workbook', steps: [menu], shows: ui('menu.next') },
  { name: 'another-workbook', book: 'other-workbook', steps: [menu], shows: ui('menu.privacy') },
  { name: 'to-the-rules', steps: [menu, press(ui('menu.regulation'))], shows: rules('title') },
];

export const CODES: States = [
  {
    name: 'one',
    element: inPane(<CodeHelp code="number-as-text" onClose={nothing} />),
    shows: ui('help.found', { n: 1 }),
  },
  {
    name: 'from-a-finding',
    book: 'co-loi',
    steps: [pressAt('.issue-main'), pressAt('.issue-code button')],
    shows: ui('help.codes'),
  },
  { name: 'every-code', element: inPane(<CodeHelp code="" onClose={nothing} />), shows: ui('help.codes') },
  {
    name: 'none',
    element: inPane(<CodeHelp code="" onClose={nothing} />),
    steps: [typeInto('dialog input', 'zzz')],
    shows: ui('help.found', { n: 0 }),
  },
];
