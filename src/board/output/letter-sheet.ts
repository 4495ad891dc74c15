/** The letter as a sheet on A4, its cells linked to those of the workbook. */
import { letterWord } from '../../text/letter';
import type { SheetPlan } from '../../sheets/plan';
import { SheetDraft } from '../../sheets/plan-draft';
import { cell, printSetup, sheetPlan } from '../../sheets/plan-parts';
import type { FileReport } from '../check-workbook';
import { letterOf, type LetterOptions, type LetterRow } from './letter';
import { placeCell } from './place-cell';

/** Characters of the columns: together what prints 12 points true on A4 across. */
const WIDTHS = [5, 20, 16, 16, 40, 28] as const;

/** Every text of the workbook is written as text; only the links of ours are formulas. */
export function letterPlans(report: FileReport, { lang, link }: LetterOptions): SheetPlan[] {
  const { kind } = report.bloc;
  const letter = letterOf(report, lang);
  const draft = new SheetDraft(WIDTHS);
  draft.line(letterWord(kind, lang, 'title'), 'title', 28);
  draft.line(letter.to, 'heading');
  for (const line of letter.about) draft.line(line, 'paragraph');
  draft.line(letter.opening, 'paragraph');
  for (const [heading, rows] of [
    ['mend', letter.mend],
    ['look', letter.look],
  ] as const) {
    if (rows.length === 0) continue;
    draft.gap(8);
    draft.line(letterWord(kind, lang, heading), 'heading');
    draft.record(
      (['number', 'where', 'is', 'should', 'what', 'how'] as const).map((key) =>
        cell(letterWord(kind, lang, key), 'header'),
      ),
    );
    rows.forEach((row, at) => draft.record(cellsOf(row, at + 1, link)));
  }
  draft.gap(8);
  for (const line of [...letter.closing, ...letter.blanks]) draft.line(line, 'paragraph');
  draft.gap(8);
  for (const [key, style] of [
    ['day', 'letterheadDate'],
    ['sign', 'signature'],
    ['signNote', 'signatureNote'],
  ] as const)
    draft.add([{ from: 4, to: draft.last, cell: cell(letterWord(kind, lang, key), style) }]);
  return [
    sheetPlan(
      { name: letterWord(kind, lang, 'sheet'), columns: WIDTHS.map((width) => ({ width })), rows: draft.rows },
      {
        merges: draft.merges,
        print: printSetup('landscape', { top: 0, bottom: draft.next - 1, left: 0, right: draft.last }, null),
      },
    ),
  ];
}

function cellsOf({ found, where, is, should, what, how, also }: LetterRow, number: number, link: string | null) {
  const text = (value: string) => cell(value, 'textTop', '@');
  return [
    cell(number, 'centerTop'),
    found.place === null ? text(where) : placeCell(found.place, link, where),
    text(is),
    text(should),
    text(also === '' ? what : `${what}\n${also}`),
    text(how),
  ];
}
