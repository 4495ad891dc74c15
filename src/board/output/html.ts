/** A page that stands alone: a row per bloc, the wrong ones first, the proposals, the findings by cell; it prints on A4 and runs no script. */
import { cellName, type Issue } from '../../rules';
import { formatScore, issueSides, issueText, type Lang } from '../../text';
import { BOARD_WORDS, SEVERITY_TEXTS, verdictText } from '../../text/board';
import { boardText } from '../../text/ui-board';
import { visible } from '../../text/visible';
import type { Overall } from '../across-files';
import type { FileReport } from '../check-workbook';
import { inDoubtText, proposalsOf, proposalStatus } from './proposals';
import { blocKey, countOf, wrongFirst, type Output, type OutputOptions, type Summary, readText } from './output';

/** Every text of a workbook goes through here; line breaks and what is unseen are written out, as on a terminal. */
function escape(text: string): string {
  return visible(text).replace(/[&<>"']/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

const STYLE = `
:root{color-scheme:light}body{font:14px/1.45 system-ui,"Segoe UI",sans-serif;margin:24px auto;max-width:1180px;padding:0 16px;color:#1b1b1b;background:#fff}
h1{font-size:22px;margin:0 0 4px}h2{font-size:17px;margin:28px 0 8px}p{margin:4px 0}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8a8a8a;padding:4px 7px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#e7eef7;overflow-wrap:normal}td:not([class]){min-width:9em}td.s,.code{white-space:nowrap}td.u{min-width:4.5em}td.n,th.n{text-align:right;white-space:nowrap;overflow-wrap:normal}
.valid{color:#0b6a2c}.findings,.unreadable,.error{color:#a4001c;font-weight:600}.warning{color:#7a4b00;font-weight:600}.code{color:#4a4a4a;font-size:12px}
details{border:1px solid #c8c8c8;border-radius:6px;margin:8px 0;padding:6px 10px}summary{cursor:pointer;font-weight:600;overflow-wrap:anywhere}a{color:#0b5394}
@media screen and (max-width:900px){table{display:block;overflow-x:auto}}
@page{size:A4 landscape;margin:15mm;@bottom-right{content:counter(page) " / " counter(pages);font:10px system-ui,"Segoe UI",sans-serif}}
@media print{body{font-size:11px;margin:0;max-width:none;padding:0 1px}a{color:inherit;text-decoration:none}h2,summary{break-after:avoid}summary{list-style:none}summary::-webkit-details-marker{display:none}details{border:0;padding:0;break-inside:auto}details>p{display:none}thead{display:table-header-group}tr{break-inside:avoid}}`;

export function htmlOutput(options: OutputOptions): Output {
  const reports: FileReport[] = [];
  return {
    needsJson: false,
    file: (report) => {
      reports.push(report);
      return '';
    },
    end: (summary) => page(reports, summary, options),
  };
}

function page(
  reports: readonly FileReport[],
  { counts, overall }: Summary,
  { lang, linkTo, heading }: OutputOptions,
): string {
  const words = BOARD_WORDS[lang];
  const numbered = wrongFirst(reports).map((report, index) => ({ report, number: index + 1 }));
  const count = boardText(lang, 'summary', {
    n: reports.length,
    valid: counts.valid,
    wrong: counts.findings,
    unreadable: counts.unreadable,
  });
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escape(words.title)}</title><style>${STYLE}</style></head><body>
<h1>${escape(words.title)}</h1><p>${escape(heading)} · ${escape(count)}</p>
${overallPart(overall, lang)}
${summaryPart(
  words.toMend,
  numbered.filter(({ report }) => report.verdict !== 'valid'),
  lang,
)}
${summaryPart(
  words.sound,
  numbered.filter(({ report }) => report.verdict === 'valid'),
  lang,
)}
${proposalsPart(reports, lang)}
${detailsPart(numbered, lang, linkTo)}
</body></html>
`;
}

/** A workbook with its number on the page. */
interface Numbered {
  readonly report: FileReport;
  readonly number: number;
}

/** `n`: numbers; `s`: short words that stay on one line; `u`: codes and values, which keep some width. */
type Heading = readonly [text: string, kind?: 'n' | 's' | 'u'];

/** `rows` hold cells that are HTML already. */
function table(headings: readonly Heading[], rows: readonly (readonly string[])[]): string {
  const head = headings
    .map(([text, kind]) => `<th scope="col"${kind ? ` class="${kind}"` : ''}>${escape(text)}</th>`)
    .join('');
  const body = rows
    .map(
      (cells) =>
        `<tr>${cells.map((cell, index) => `<td${headings[index]?.[1] ? ` class="${headings[index][1]}"` : ''}>${cell}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

function summaryPart(heading: string, listed: readonly Numbered[], lang: Lang): string {
  const words = BOARD_WORDS[lang];
  if (listed.length === 0) return '';
  return `<h2>${escape(heading)} (${String(listed.length)})</h2>
${table(
  [
    [words.number, 'n'],
    [boardText(lang, blocKey(listed.map(({ report }) => report)))],
    [words.file],
    [words.year, 'n'],
    [words.units, 'n'],
    [words.verdict, 's'],
    [words.errors, 'n'],
    [words.warnings, 'n'],
    [words.read],
  ],
  listed.map((one) => summaryRow(one, lang)),
)}`;
}

/** The file's name leads to what was found in it. */
function summaryRow({ report: { file, bloc, units, verdict, issues, read }, number }: Numbered, lang: Lang): string[] {
  return [
    String(number),
    escape(bloc.name),
    issues.length === 0 ? escape(file) : `<a href="#f${String(number)}">${escape(file)}</a>`,
    escape(bloc.year),
    String(units.length),
    `<span class="${verdict}">${escape(verdictText(verdict, lang))}</span>`,
    String(countOf(issues, 'error')),
    String(countOf(issues, 'warning')),
    read === null ? '–' : escape(readText(read, lang)),
  ];
}

function overallPart({ issues, totals }: Overall, lang: Lang): string {
  const words = BOARD_WORDS[lang];
  if (issues.length === 0 && totals.length === 0) return '';
  const counts = totals.map(({ name, proposed, inDoubt, limit }) => [
    escape(name),
    `<span${limit !== null && proposed > limit ? ' class="error"' : ''}>${String(proposed)}</span>${inDoubtText(inDoubt, lang)}`,
    limit === null ? words.noLimit : String(limit),
  ]);
  const said = issues
    .map(
      (found) =>
        `<p class="${found.severity}">${escape(issueText(found, lang).what)} <span class="code">${found.code}</span></p>`,
    )
    .join('\n');
  return [
    ...(issues.length > 0 ? [`<h2>${escape(words.overall)}</h2>\n${said}`] : []),
    ...(totals.length > 0
      ? [
          `<h2>${escape(words.counts)}</h2>\n${table([[words.award], [words.proposed, 'n'], [words.limit, 'n']], counts)}`,
        ]
      : []),
  ].join('\n');
}

function proposalsPart(reports: readonly FileReport[], lang: Lang): string {
  const words = BOARD_WORDS[lang];
  const rows = proposalsOf(reports).map((proposal, index) => {
    const { award, bloc, unit, total, rank, inDoubt } = proposal;
    const status = escape(proposalStatus(proposal, lang));
    return [
      String(index + 1),
      escape(award),
      escape(unit),
      escape(bloc),
      total === null ? '–' : escape(formatScore(total, null, lang)),
      rank === null ? '–' : String(rank),
      inDoubt ? `<span class="error">${status}</span>` : status,
    ];
  });
  if (rows.length === 0) return '';
  return `<h2>${escape(words.listed)}</h2>
${table([[words.number, 'n'], [words.award], [words.unit], [boardText(lang, blocKey(reports))], [words.total, 'n'], [words.rank, 'n'], [words.status]], rows)}`;
}

/** All stand open: what is closed is not printed. */
function detailsPart(numbered: readonly Numbered[], lang: Lang, linkTo: OutputOptions['linkTo']): string {
  const details = numbered
    .filter(({ report }) => report.issues.length > 0)
    .map((one) => detailsOf(one, lang, linkTo(one.report.file)));
  return details.length === 0 ? '' : `<h2>${escape(BOARD_WORDS[lang].details)}</h2>\n${details.join('\n')}`;
}

function detailsOf(
  { report: { file, bloc, verdict, issues }, number }: Numbered,
  lang: Lang,
  link: string | null,
): string {
  const words = BOARD_WORDS[lang];
  const name = escape([bloc.name, file].filter(Boolean).join(' – '));
  const open =
    link === null
      ? ''
      : `<p><a href="${escape(link.split('/').map(encodeURIComponent).join('/'))}">${escape(file)}</a></p>`;
  const headings: Heading[] = [
    [words.severity, 's'],
    [words.issue],
    [words.cell, 's'],
    [words.unit, 'u'],
    [words.received, 'u'],
    [words.expected, 'u'],
    [words.what],
    [words.how],
  ];
  return `<details id="f${String(number)}" open><summary>${String(number)}. ${name} – <span class="${verdict}">${escape(verdictText(verdict, lang))}</span></summary>${open}${table(
    headings,
    issues.map((found) => issueRow(found, lang)),
  )}</details>`;
}

function issueRow(found: Issue, lang: Lang): string[] {
  const { what, why, how } = issueText(found, lang);
  const { received, expected } = issueSides(found, lang);
  const where = found.place === null ? '' : `${found.place.sheet}!${cellName(found.place)}`;
  return [
    `<span class="${found.severity}">${escape(SEVERITY_TEXTS[lang][found.severity])}</span>`,
    `<span class="code">${found.code}</span>`,
    escape(where),
    escape(found.named?.['unit'] ?? found.unit ?? ''),
    escape(received),
    escape(expected),
    escape(`${what} ${why}`),
    escape(how),
  ];
}
