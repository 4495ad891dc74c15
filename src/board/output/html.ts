/** A page that stands alone: a row per bloc, the wrong ones first, the proposals, the faults by cell; it prints on A4 and runs no script. */
import type { Issue } from '../../rules';
import { formatScore, issueSides, issueText, type Lang } from '../../text';
import { BOARD_WORDS, SEVERITY_TEXTS, verdictText } from '../../text/board';
import { boardText, boardTextFor } from '../../text/ui-board';
import type { Overall } from '../across-files';
import type { FileReport } from '../check-workbook';
import { commonIn } from '../common';
import { escape, htmlPage, htmlTable, type Heading, type HtmlRow } from './html-parts';
import {
  blocKey,
  commonTexts,
  countOf,
  countVerdicts,
  followersOf,
  inSeasons,
  kindOf,
  listed,
  mainText,
  placeText,
  readText,
  type Listed,
  type Output,
  type OutputOptions,
  type Summary,
} from './output';
import { apartText, proposalsOf, proposalStatus, rankText, shareText } from './proposals';

const STYLE = `
:root{color-scheme:light}body{font:14px/1.45 system-ui,"Segoe UI",sans-serif;margin:24px auto;max-width:1180px;padding:0 16px;color:#1b1b1b;background:#fff}
h1{font-size:22px;margin:0 0 4px}h2{font-size:17px;margin:28px 0 8px}p{margin:4px 0}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8a8a8a;padding:4px 7px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#e7eef7;overflow-wrap:normal}td:not([class]){min-width:9em}td.s,.code{white-space:nowrap}td.u{min-width:4.5em}td.n,th.n{text-align:right;white-space:nowrap;overflow-wrap:normal}
.valid{color:#0b6a2c}.findings,.unreadable,.error{color:#a4001c;font-weight:600}.warning{color:#7a4b00;font-weight:600}.code{color:#4a4a4a;font-size:12px}tr.follows td{color:#4a4a4a;border-top-style:dotted}tr.follows td:first-child{padding-left:16px}
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

function page(reports: readonly FileReport[], { overall }: Summary, { lang, linkTo, heading }: OutputOptions): string {
  const words = BOARD_WORDS[lang];
  const all = listed(reports, overall);
  const counts = countVerdicts(all.map(({ report }) => report));
  const numbered = all.map((one, index) => ({ ...one, number: index + 1 }));
  const count = boardText(lang, 'summary', {
    n: reports.length,
    valid: counts.valid,
    wrong: counts.findings,
    unreadable: counts.unreadable,
  });
  const isCommon = commonIn(overall.common);
  const part = (heading: string, isWrong: boolean): string =>
    summaryPart(
      heading,
      numbered.filter(({ report }) => (report.verdict !== 'valid') === isWrong),
      isCommon,
      lang,
    );
  return htmlPage(
    lang,
    words.title,
    STYLE,
    [
      `<h1>${escape(words.title)}</h1><p>${escape(heading)} · ${escape(count)}</p>`,
      overallPart(overall, lang),
      part(words.toMend, true),
      part(words.sound, false),
      proposalsPart(inSeasons(reports, overall), overall, lang),
      detailsPart(numbered, lang, linkTo),
    ].join('\n'),
  );
}

/** A workbook with its number on the page. */
interface Numbered extends Listed {
  readonly number: number;
}

function summaryPart(
  heading: string,
  rows: readonly Numbered[],
  isCommon: (found: Issue) => boolean,
  lang: Lang,
): string {
  const words = BOARD_WORDS[lang];
  if (rows.length === 0) return '';
  return `<h2>${escape(heading)} (${String(rows.length)})</h2>
${htmlTable(
  [
    [words.number, 'n'],
    [boardText(lang, blocKey(rows.map(({ report }) => report)))],
    [words.file],
    [words.year, 'n'],
    [words.units, 'n'],
    [words.verdict, 's'],
    [words.mainFault],
    [words.follows, 'n'],
    [words.errors, 'n'],
    [words.warnings, 'n'],
    [words.read],
  ],
  rows.map((one) => ({ cells: summaryRow(one, isCommon, lang) })),
)}`;
}

/** The file's name leads to what was found in it. */
function summaryRow({ report, faults, number }: Numbered, isCommon: (found: Issue) => boolean, lang: Lang): string[] {
  const { file, bloc, units, verdict, issues, read } = report;
  const own = issues.filter((found) => !isCommon(found));
  return [
    String(number),
    escape(bloc.name),
    faults.length === 0 ? escape(file) : `<a href="#f${String(number)}">${escape(file)}</a>`,
    escape(bloc.year),
    String(units.length),
    `<span class="${verdict}">${escape(verdictText(verdict, lang))}</span>`,
    escape(mainText(faults, lang)),
    String(followersOf(faults)),
    String(countOf(own, 'error')),
    String(countOf(own, 'warning')),
    read === null ? '–' : escape(readText(read, lang)),
  ];
}

function overallPart(overall: Overall, lang: Lang): string {
  const words = BOARD_WORDS[lang];
  const { issues, totals } = overall;
  const counts = totals.map((total) => {
    const { name, proposed, limit } = total;
    return {
      cells: [
        escape(name),
        `<span${limit !== null && proposed > limit ? ' class="error"' : ''}>${String(proposed)}</span>${apartText(total, lang)}`,
        limit === null ? words.noLimit : String(limit),
      ],
    };
  });
  const line = (kind: string, text: string, code: string): string =>
    `<p class="${kind}">${escape(text)} <span class="code">${code}</span></p>`;
  const said = [
    ...issues.map((found) => line(found.severity, issueText(found, lang).what, found.code)),
    ...commonTexts(overall, lang).map(({ code, text }) => line('common', text, code)),
  ];
  return [
    ...(said.length > 0 ? [`<h2>${escape(words.overall)}</h2>\n${said.join('\n')}`] : []),
    ...(totals.length > 0
      ? [
          `<h2>${escape(words.counts)}</h2>\n${htmlTable([[words.award], [words.proposed, 'n'], [words.limit, 'n']], counts)}`,
        ]
      : []),
  ].join('\n');
}

function proposalsPart(reports: readonly FileReport[], { season }: Overall, lang: Lang): string {
  const words = BOARD_WORDS[lang];
  const rows = proposalsOf(reports, season).map((proposal, index) => {
    const { award, bloc, unit, total, share, margin, inDoubt } = proposal;
    const status = escape(proposalStatus(proposal, lang));
    const points = (value: string | null): string => (value === null ? '–' : escape(formatScore(value, null, lang)));
    return {
      cells: [
        String(index + 1),
        escape(award),
        escape(bloc),
        escape(unit),
        escape(rankText(proposal)),
        points(total),
        share === null ? '–' : escape(shareText(share, lang)),
        points(margin),
        inDoubt ? `<span class="error">${status}</span>` : status,
      ],
    };
  });
  if (rows.length === 0) return '';
  const headings: Heading[] = [
    [words.number, 'n'],
    [words.award],
    [boardText(lang, blocKey(reports))],
    [words.unit],
    [boardTextFor(kindOf(reports), lang, 'rankInBloc'), 'n'],
    [words.total, 'n'],
    [words.share, 'n'],
    [words.margin, 'n'],
    [words.status],
  ];
  return `<h2>${escape(words.listed)}</h2>
<p>${escape(boardTextFor(kindOf(reports), lang, 'notCompared'))}</p>
${htmlTable(headings, rows)}`;
}

/** All stand open: what is closed is not printed. */
function detailsPart(numbered: readonly Numbered[], lang: Lang, linkTo: OutputOptions['linkTo']): string {
  const details = numbered
    .filter(({ faults }) => faults.length > 0)
    .map((one) => detailsOf(one, lang, linkTo(one.report.file)));
  return details.length === 0 ? '' : `<h2>${escape(BOARD_WORDS[lang].details)}</h2>\n${details.join('\n')}`;
}

function detailsOf(
  { report: { file, bloc, verdict }, faults, number }: Numbered,
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
  const rows = faults.flatMap(({ main, consequences }): HtmlRow[] => [
    { cells: issueRow(main, lang) },
    ...consequences.map((found) => ({ cells: issueRow(found, lang), kind: 'follows' })),
  ]);
  return `<details id="f${String(number)}" open><summary>${String(number)}. ${name} – <span class="${verdict}">${escape(verdictText(verdict, lang))}</span></summary>${open}${htmlTable(headings, rows)}</details>`;
}

function issueRow(found: Issue, lang: Lang): string[] {
  const { what, why, how } = issueText(found, lang);
  const { received, expected } = issueSides(found, lang);
  return [
    `<span class="${found.severity}">${escape(SEVERITY_TEXTS[lang][found.severity])}</span>`,
    `<span class="code">${found.code}</span>`,
    escape(placeText(found)),
    escape(found.named?.['unit'] ?? found.unit ?? ''),
    escape(received),
    escape(expected),
    escape(`${what} ${why}`),
    escape(how),
  ];
}
