/** *Quy chế*: the rules as sentences, and the form of each command. */
import { useJudgement } from '../../pane/App';
import ChangeForm from '../../pane/regulation/ChangeForm';
import RegulationView from '../../pane/regulation/RegulationView';
import type { Command } from '../../pane/regulation/wish-fields';
import { rules, ui } from '../said';
import type { State, States } from '../state';
import { press, typeInto, wait } from '../steps';
import { hyphened, inPane, nothing } from './in-pane';

const view = inPane(<RegulationView onClose={nothing} />);

export const REGULATION: States = [
  { name: 'in-excel', book: 'A', element: view, shows: rules('inExcel') },
  { name: 'on-the-page', book: 'A', host: 'file', element: view, shows: rules('what') },
  { name: 'no-units', book: 'no-units', element: view, shows: rules('units', { n: 0 }) },
  { name: 'no-standard-workbook', book: 'other-workbook', element: view, shows: rules('notStandard') },
  {
    name: 'reached-from-the-findings',
    steps: [press(ui('menu.regulation'))],
    shows: rules('title'),
  },
  { name: 'long-names', book: 'long-names', element: view, shows: rules('inExcel') },
];

function Form({ command }: { readonly command: Command }) {
  const judgement = useJudgement();
  return judgement && <ChangeForm command={command} judgement={judgement} onClose={nothing} />;
}

const COMMANDS = {
  addUnit: true,
  renameUnit: true,
  removeUnit: true,
  moveUnit: true,
  addCriterion: true,
  addCriteria: true,
  renameCriterion: true,
  changeMaximum: true,
  changeWay: true,
  removeCriterion: true,
  addAward: true,
  changeQuota: true,
  removeAward: true,
  addCondition: true,
  removeCondition: true,
  addBand: true,
  changeBand: true,
  removeBand: true,
  addBallot: true,
  removeBallot: true,
  rebuild: true,
  layPages: true,
} as const satisfies Record<Command, true>;

const adding: Pick<State, 'element'> = { element: inPane(<Form command="addUnit" />) };
const named = typeInto('dialog input', 'Sở Y tế');

export const CHANGE: States = [
  {
    name: 'previewed',
    ...adding,
    steps: [named, press(rules('preview')), wait('.change-preview')],
    shows: rules('follows'),
  },
  {
    name: 'refused',
    ...adding,
    steps: [press(rules('preview')), wait('dialog .trouble:not(:empty)')],
    shows: rules('addUnit'),
  },
  {
    name: 'previewing',
    ...adding,
    workers: 'silent',
    steps: [named, press(rules('preview'))],
    shows: rules('previewing'),
  },
  {
    name: 'unanswered',
    ...adding,
    workers: 'dying',
    steps: [named, press(rules('preview'))],
    shows: rules('noAnswer'),
  },
  ...(Object.keys(COMMANDS) as Command[]).map((command): State => ({
    name: hyphened(command),
    element: inPane(<Form command={command} />),
    steps: [wait('dialog[open] form')],
    shows: rules(command),
  })),
  {
    name: 'long-names',
    book: 'long-names',
    element: inPane(<Form command="moveUnit" />),
    shows: rules('moveUnit'),
  },
];
