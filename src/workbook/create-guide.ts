/** The sheet `Hướng dẫn`: what to do, in the order in which it is done. */
import type { BlocKind } from '../rules';
import { inKind } from '../text';
import { GUIDE_LINES, GUIDE_REMARKS, GUIDE_STEPS } from '../text/new-workbook';
import { columnHelps, SETTING_HELP } from './column-help';
import { OUTPUT_SHEETS, SETTING_ROWS, SHEETS, type Help, type SheetKey } from './layout';
import type { PlanRow, SheetPlan } from '../sheets/plan';
import { cell, fittedRow, printSetup, row, sheetPlan } from '../sheets/plan-parts';

const WIDTHS = [7, 25, 69] as const;

const STEPS: readonly (readonly [sheet: string, what: string])[] = [
  [SHEETS.info.name, GUIDE_STEPS.info],
  [SHEETS.criteria.name, GUIDE_STEPS.criteria],
  [SHEETS.settings.name, GUIDE_STEPS.settings],
  [SHEETS.units.name, GUIDE_STEPS.units],
  [SHEETS.awards.name, GUIDE_STEPS.awards],
  [`${SHEETS.conditions.name}, ${SHEETS.bands.name}`, GUIDE_STEPS.conditions],
  [SHEETS.scores.name, GUIDE_STEPS.scores],
  [SHEETS.data.name, GUIDE_STEPS.data],
  [SHEETS.ballots.name, GUIDE_STEPS.ballots],
  [SHEETS.attendees.name, GUIDE_STEPS.attendees],
  [SHEETS.decisions.name, GUIDE_STEPS.decisions],
  [OUTPUT_SHEETS.results, GUIDE_STEPS.results],
];

/** A column or rule, then each of its words. No cell is a bare header: a sheet full of them would look like an input. */
function helpRows(name: string, { text, words = [] }: Help, kind: BlocKind): PlanRow[] {
  return [
    fittedRow([cell(null, 'center'), cell(name, 'textBold'), cell(inKind(text, kind), 'text')], WIDTHS),
    ...words.map(([word, meaning]) =>
      fittedRow([cell(null, 'center'), cell(inKind(word, kind), 'text'), cell(inKind(meaning, kind), 'text')], WIDTHS),
    ),
  ];
}

/** Every column of every sheet and every rule, with the words that may stand there. */
function columnRows(kind: BlocKind): PlanRow[] {
  const isKey = (key: string): key is SheetKey => key in SHEETS;
  return Object.keys(SHEETS)
    .filter(isKey)
    .flatMap((sheet) => {
      const helps = new Map(columnHelps(sheet));
      const rules =
        sheet === 'settings'
          ? Object.entries(SETTING_ROWS).flatMap(([name, text]) =>
              helpRows(
                GUIDE_LINES.setting(text),
                new Map(Object.entries(SETTING_HELP)).get(name) ?? { text: '' },
                kind,
              ),
            )
          : [];
      return [
        fittedRow(
          [
            cell(null, 'header'),
            cell(GUIDE_LINES.sheet(SHEETS[sheet].name), 'header'),
            cell(GUIDE_LINES.whatToWrite, 'header'),
          ],
          WIDTHS,
        ),
        ...Object.entries(SHEETS[sheet].columns).flatMap(([key, { header }]) =>
          helpRows(GUIDE_LINES.column(header), helps.get(key) ?? { text: '' }, kind),
        ),
        ...rules,
      ];
    });
}

/** `source` says where the regulation comes from and how far it may be trusted. */
export function guideSheet(source: string, kind: BlocKind): SheetPlan {
  const whole = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];
  const rows = [
    row([cell(GUIDE_LINES.title, 'title')], 30),
    fittedRow([cell(`${source}.`, 'note')], [whole]),
    fittedRow(
      GUIDE_LINES.headers.map((text) => cell(text, 'header')),
      WIDTHS,
    ),
    ...STEPS.map(([sheet, what], index) =>
      fittedRow([cell(index + 1, 'center'), cell(sheet, 'textBold'), cell(inKind(what, kind), 'text')], WIDTHS),
    ),
    row([]),
    ...GUIDE_REMARKS.map((remark) => fittedRow([cell(remark, 'note')], [whole])),
    row([]),
    row([cell(GUIDE_LINES.columnsTitle, 'title')], 26),
  ];
  const firstRemark = 3 + STEPS.length + 1;
  const wide = [0, 1, ...GUIDE_REMARKS.map((_, index) => firstRemark + index), rows.length - 1];
  rows.push(...columnRows(kind));
  const last = rows.length - 1;
  return sheetPlan(
    { name: OUTPUT_SHEETS.guide, columns: WIDTHS.map((width) => ({ width })), rows },
    {
      merges: wide.map((index) => ({ top: index, bottom: index, left: 0, right: 2 })),
      print: printSetup('portrait', { top: 0, bottom: last, left: 0, right: 2 }, { first: 2, last: 2 }),
      protect: true,
    },
  );
}
