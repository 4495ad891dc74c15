/** For terminals: a line for every file with something to say, its findings below, one line at the end. */
import { cellName, type Issue } from '../../rules';
import { issueText, type Lang } from '../../text';
import { BOARD_WORDS, SEVERITY_TEXTS, verdictText } from '../../text/board';
import { boardText } from '../../text/ui-board';
import { visible } from '../../text/visible';
import type { FileReport, Verdict } from '../check-workbook';
import { countOf, readText, type Output, type OutputOptions, type Summary } from './output';
import { inDoubtText } from './proposals';

const COLOURS = { red: 31, yellow: 33, green: 32, grey: 90, bold: 1 } as const;
type Paint = (text: string, ...colours: readonly (keyof typeof COLOURS)[]) => string;

const painter =
  (on: boolean): Paint =>
  (text, ...colours) =>
    on ? `${colours.map((colour) => `\u001b[${String(COLOURS[colour])}m`).join('')}${text}\u001b[0m` : text;

const MARKS: Readonly<Record<Verdict, string>> = { valid: '✓', findings: '✗', unreadable: '✗' };

export function textOutput({ lang, colour }: OutputOptions): Output {
  const paint = painter(colour);
  return {
    needsJson: false,
    file: (report) => fileText(report, lang, paint),
    end: (summary) => endText(summary, lang, paint),
  };
}

/** Nothing at all for a file without errors and warnings. */
function fileText(report: FileReport, lang: Lang, paint: Paint): string {
  const said = report.issues.filter(({ severity }) => severity !== 'info');
  if (said.length === 0) return '';
  const [errors, warnings] = [countOf(said, 'error'), countOf(said, 'warning')];
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
  return `${head}: ${report.verdict === 'unreadable' ? verdictText('unreadable', lang) : counts}\n${read}${issueLines(said, lang, paint)}`;
}

/** A single cause often shows in many cells: of each code the first ones are named, the others counted below the last of these. */
const MOST_OF_A_CODE = 5;

function issueLines(issues: readonly Issue[], lang: Lang, paint: Paint): string {
  const count = new Map<string, number>();
  for (const { code } of issues) count.set(code, (count.get(code) ?? 0) + 1);
  const named = new Map<string, number>();
  return issues
    .map((found) => {
      const number = (named.get(found.code) ?? 0) + 1;
      named.set(found.code, number);
      const more = (count.get(found.code) ?? 0) - MOST_OF_A_CODE;
      if (number > MOST_OF_A_CODE) return '';
      return (
        issueLine(found, lang, paint) +
        (number === MOST_OF_A_CODE && more > 0
          ? `    ${paint(`… ${String(more)} ${BOARD_WORDS[lang].more} (${found.code})`, 'grey')}\n`
          : '')
      );
    })
    .join('');
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
    .filter(({ limit }) => limit !== null)
    .map(
      ({ name, proposed, inDoubt, limit }) =>
        `${visible(name)}: ${String(proposed)}/${String(limit)}${inDoubtText(inDoubt, lang)}`,
    );
  return [
    ...(overall.issues.length > 0
      ? [`${paint(words.overall, 'bold')}\n${overall.issues.map((found) => issueLine(found, lang, paint)).join('')}`]
      : []),
    `${boardText(lang, 'workbooks', { n: all })}: ${parts.join(', ')}${limited.length > 0 ? `; ${limited.join('; ')}` : ''}\n`,
  ].join('');
}
