/** The forms of units: sent out, and collected again. */
import type { ChosenWorkbook } from '../../pane/files-run';
import { makeForms } from '../../workbook/unit-forms';
import { createPackage } from '../../xlsx';
import { forms, ui } from '../said';
import type { States } from '../state';
import { choose, give, press, wait, type Step } from '../steps';
import { judged, workbook } from '../workbooks';

/** As people come to them: from the rules. */
const sending: readonly Step[] = [press(ui('menu.regulation')), press(forms('send')), wait('dialog[open]')];
const make = press(forms('make'));

export const SEND_FORMS: States = [
  { name: 'asked', steps: sending, shows: forms('make') },
  { name: 'for-peers', steps: [...sending, choose('dialog select', 1)], shows: forms('peer') },
  { name: 'making', workers: 'silent', steps: [...sending, make], shows: forms('making') },
  { name: 'unanswered', workers: 'dying', steps: [...sending, make], shows: forms('noAnswer') },
  { name: 'made', steps: [...sending, make], shows: forms('made', { n: 10, file: 'phieu-2023.zip' }) },
  {
    name: 'refused',
    book: 'no-units',
    steps: [...sending, make, wait('dialog .trouble:not(:empty)')],
    shows: forms('make'),
  },
];

/** What the first three units send back: another score and evidence, another maximum, another score. */
const RETURNED: readonly (readonly [row: number, column: number, value: string | number])[] = [
  [8, 4, 'Báo cáo số 12/BC-VP'],
  [8, 2, 30],
  [9, 3, 14.25],
];

async function returned(): Promise<readonly ChosenWorkbook[]> {
  const made = makeForms(judged(await workbook('B')), { kind: 'own' });
  if (!made.ok) throw new Error('no forms');
  return made.value.slice(0, RETURNED.length).map(({ file, plans }, index) => {
    const [row, column, value] = RETURNED[index] ?? [0, 0, ''];
    const changed = plans.map((plan) => ({
      ...plan,
      rows: plan.rows.map((line, at) => ({
        ...line,
        cells: line.cells.map((cell, of) => (at === row && of === column && cell ? { ...cell, value } : cell)),
      })),
    }));
    const bytes = createPackage(changed);
    return { name: file, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
  });
}

const collecting: readonly Step[] = [press(ui('menu.regulation')), press(forms('collect')), wait('dialog[open]')];
const given: Step = give('[data-forms=files]', returned);
const previewed: readonly Step[] = [...collecting, given, wait('.change-preview')];

export const COLLECT_FORMS: States = [
  { name: 'differing', steps: previewed, shows: forms('undecided') },
  { name: 'asked', steps: collecting, shows: forms('drop') },
  { name: 'for-peers', steps: [...collecting, choose('dialog select', 1)], shows: forms('trim') },
  { name: 'no-files', steps: [...collecting, press(forms('preview'))], shows: forms('noFiles') },
  {
    name: 'no-level',
    steps: [...collecting, choose('dialog select', 1), given],
    shows: forms('noLevel'),
  },
  {
    name: 'kept',
    steps: [...previewed, choose('.change-preview select', 1)],
    shows: forms('keep'),
  },
  {
    name: 'replaced',
    steps: [...previewed, choose('.change-preview select', 2), wait('.change-preview h3')],
    shows: forms('follows'),
  },
  { name: 'previewing', workers: 'silent', steps: [...collecting, given], shows: forms('previewing') },
  { name: 'long-names', book: 'long-names', steps: previewed, shows: forms('files') },
];
