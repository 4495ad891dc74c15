/** The letter as a page that prints on A4 upright. */
import { letterWord } from '../../text/letter';
import type { FileReport } from '../check-workbook';
import { escape, htmlPage, htmlTable } from './html-parts';
import { letterOf, type LetterOptions, type LetterRow } from './letter';

const STYLE = `
:root{color-scheme:light}body{font:15px/1.5 "Times New Roman",Tinos,serif;margin:24px auto;max-width:800px;padding:0 16px;color:#1b1b1b;background:#fff}
h1{font-size:18px;text-align:center;margin:0 0 12px}h2{font-size:15px;margin:18px 0 6px}p{margin:4px 0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8a8a8a;padding:4px 6px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#e7eef7;overflow-wrap:normal}td.n,th.n{text-align:right;white-space:nowrap}td.u{min-width:4.5em}.also{color:#4a4a4a;font-style:italic}
.sign{margin:24px 0 80px;text-align:center;width:50%;margin-left:50%}
@media screen and (max-width:700px){table{display:block;overflow-x:auto}}
@page{size:A4;margin:20mm 15mm 20mm 25mm;@bottom-right{content:counter(page) " / " counter(pages);font:10px serif}}
@media print{body{margin:0;max-width:none;padding:0;font-size:12px}thead{display:table-header-group}tr,.sign{break-inside:avoid}h2{break-after:avoid}}`;

export function letterPage(report: FileReport, { lang }: Pick<LetterOptions, 'lang'>): string {
  const { kind } = report.bloc;
  const letter = letterOf(report, lang);
  const word = (key: WordKey): string => letterWord(kind, lang, key);
  const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${escape(line)}</p>`).join('\n');
  const part = (heading: 'mend' | 'look', rows: readonly LetterRow[]): string[] =>
    rows.length === 0
      ? []
      : [
          `<h2>${escape(word(heading))}</h2>`,
          htmlTable(
            [
              [word('number'), 'n'],
              [word('where')],
              [word('is'), 'u'],
              [word('should'), 'u'],
              [word('what')],
              [word('how')],
            ],
            rows.map(({ where, is, should, what, how, also }, at) => ({
              cells: [
                String(at + 1),
                escape(where),
                escape(is),
                escape(should),
                escape(what) + (also === '' ? '' : `<p class="also">${escape(also)}</p>`),
                escape(how),
              ],
            })),
          ),
        ];
  return htmlPage(
    lang,
    word('title'),
    STYLE,
    [
      `<h1>${escape(word('title'))}</h1>`,
      `<p><b>${escape(letter.to)}</b></p>`,
      paragraphs(letter.about),
      paragraphs([letter.opening]),
      ...part('mend', letter.mend),
      ...part('look', letter.look),
      paragraphs([...letter.closing, ...letter.blanks]),
      `<div class="sign"><p>${escape(word('day'))}</p><p><b>${escape(word('sign'))}</b></p><p>${escape(word('signNote'))}</p></div>`,
    ].join('\n'),
  );
}

type WordKey =
  'title' | 'mend' | 'look' | 'number' | 'where' | 'is' | 'should' | 'what' | 'how' | 'day' | 'sign' | 'signNote';
