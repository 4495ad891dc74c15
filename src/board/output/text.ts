/** For terminals: the wrong workbooks first, the main fault of each before the others, what follows folded; one line at the end. */
import { cellName, type Issue } from '../../rules';
import { issueText, type Lang } from '../../text';
import { BOARD_WORDS, SEVERITY_TEXTS, verdictText } from '../../text/board';
import { boardText } from '../../text/ui-board';
import { visible } from '../../text/visible';
import type { FileReport, Verdict } from '../check-workbook';
import { commonIn } from '../common';
import type { Fault } from '../faults';
import {
  commonTexts,
  countOf,
  countVerdicts,
  listed,
  placeText,
  readText,
  type Listed,
  type Output,
  type OutputOptions,
  type Summary,
} from './output';
import { apartText } from './proposals';

const COLOURS = { red: 31, yellow: 33, green: 32, grey: 90, bold: 1 } as const;
type Paint = (text: string, ...colours: readonly (keyof typeof COLOURS)[]) => string;

const painter =
  (on: boolean): Paint =>
  (text, ...colours) =>
    on ? `${colours.map((colour) => `\u001b[${String(COLOURS[colour])}m`).join('')}${text}\u001b[0m` : text;

const MARKS: Readonly<Record<Verdict, string>> = { valid: '✓', findings: '✗', unreadable: '✗' };

export function textOutput({ lang, colour }: OutputOptions): Output {
  const paint = painter(colour);
  const reports: FileReport[] = [];
  return {
    needsJson: false,
    file: (report) => {
      reports.push(report);
      return '';
    },
    end: ({ overall }) => {
      const all = listed(reports, overall);
      const isCommon = commonIn(overall.common);
      const counts = countVerdicts(all.map(({ report }) => report));
      return (
        all.map((one) => fileText(one, isCommon, lang, paint)).join('') + endText({ counts, overall }, lang, paint)
      );
    },
  };
}

/** Nothing at all for a file without errors and warnings of its own. */
function fileText({ report, faults }: Listed, isCommon: (found: Issue) => boolean, lang: Lang, paint: Paint): string {
  const said = faults.filter(({ severity }) => severity !== 'info');
  if (said.length === 0) return '';
  const own = report.issues.filter((found) => !isCommon(found));
  const [errors, warnings] = [countOf(own, 'error'), countOf(own, 'warning')];
  const counts = [
    errors > 0 && boardText(lang, 'errors', { n: errors }),
    warnings > 0 && boardText(lang, 'warnings', { n: warnings }),
  ]
    .filter(Boolean)
    .join(', ');
  const colour = report.verdict === 'valid' ? 'yellow' : 'red';
  const head =
    `${paint(`${MARKS[report.verdict]} ${visible(report.file)}`, colour, 'bold')} ${visible([report.bloc.name, report.bloc.year].filter(Boolean).join(' '))}`.trimEnd();
  const read =
    report.read === null ? '' : `    ${paint(`${BOARD_WORDS[lang].read}: ${readText(report.read, lang)}`, 'grey')}\n`;
  return `${head}: ${report.verdict === 'unreadable' ? verdictText('unreadable', lang) : counts}\n${read}${faultLines(said, lang, paint)}`;
}

/** Of each code the first ones are named, the others counted below the last of these. */
const MOST_OF_A_CODE = 5;

function faultLines(faults: readonly Fault[], lang: Lang, paint: Paint): string {
  const count = new Map<string, number>();
  for (const { main } of faults) count.set(main.code, (count.get(main.code) ?? 0) + 1);
  const named = new Map<string, number>();
  return faults
    .map(({ main, consequences }) => {
      const number = (named.get(main.code) ?? 0) + 1;
      named.set(main.code, number);
      const more = (count.get(main.code) ?? 0) - MOST_OF_A_CODE;
      if (number > MOST_OF_A_CODE) return '';
      return (
        issueLine(main, lang, paint) +
        followsLine(consequences, lang, paint) +
        (number === MOST_OF_A_CODE && more > 0
          ? `    ${paint(`… ${String(more)} ${BOARD_WORDS[lang].more} (${main.code})`, 'grey')}\n`
          : '')
      );
    })
    .join('');
}

/** So many cells of what follows are named. */
const MOST_CELLS = 6;

function followsLine(consequences: readonly Issue[], lang: Lang, paint: Paint): string {
  if (consequences.length === 0) return '';
  const places = [...new Set(consequences.map(placeText).filter(Boolean))];
  const cells = [...places.slice(0, MOST_CELLS), ...(places.length > MOST_CELLS ? ['…'] : [])].join(', ');
  return `        ${paint(visible(boardText(lang, 'follows', { n: consequences.length, cells })), 'grey')}\n`;
}

function issueLine(found: Issue, lang: Lang, paint: Paint): string {
  const where = found.place === null ? '' : `${found.place.sheet}!${cellName(found.place)}  `;
  const severity = paint(SEVERITY_TEXTS[lang][found.severity], found.severity === 'error' ? 'red' : 'yellow');
  return `    ${severity}  ${visible(where)}${visible(issueText(found, lang).what)} ${paint(found.code, 'grey')}\n`;
}

function endText({ counts, overall }: Summary, lang: Lang, paint: Paint): string {
  const words = BOARD_WORDS[lang];
  const all = counts.valid + counts.findings + counts.unreadable;
  const parts = [
    `${String(counts.valid)} ${words.valid}`,
    ...(counts.findings > 0 ? [paint(`${String(counts.findings)} ${words.wrong}`, 'red')] : []),
    ...(counts.unreadable > 0 ? [paint(`${String(counts.unreadable)} ${words.unreadable}`, 'red')] : []),
  ];
  const limited = overall.totals
    .filter(({ limit, elsewhere = 0 }) => limit !== null || elsewhere > 0)
    .map(
      (total) =>
        `${visible(total.name)}: ${String(total.proposed)}${total.limit === null ? '' : `/${String(total.limit)}`}${apartText(total, lang)}`,
    );
  const common = commonTexts(overall, lang).map(({ code, text }) => `    ${visible(text)} ${paint(code, 'grey')}\n`);
  const said = overall.issues.map((found) => issueLine(found, lang, paint));
  return [
    ...(said.length + common.length > 0 ? [`${paint(words.overall, 'bold')}\n`, ...said, ...common] : []),
    `${boardText(lang, 'workbooks', { n: all })}: ${parts.join(', ')}${limited.length > 0 ? `; ${limited.join('; ')}` : ''}\n`,
  ].join('');
}
