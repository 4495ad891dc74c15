/** The summary as a workbook: a row per bloc, the wrong ones first; all proposals with the counts against the limits; all findings. */
import { cellName, type Issue, type Numeral } from '../../rules';
import { formatScore, issueSides, issueText, type Lang } from '../../text';
import { BOARD_WORDS, SEVERITY_TEXTS, verdictText } from '../../text/board';
import { boardText, boardTextFor } from '../../text/ui-board';
import { shortFingerprint } from '../../sheets/short-fingerprint';
import type { PlanCell, SheetPlan } from '../../sheets/plan';
import { SheetDraft } from '../../sheets/plan-draft';
import { cell, printSetup, sheetPlan } from '../../sheets/plan-parts';
import type { StyleName } from '../../sheets/styles';
import type { FileReport, Verdict } from '../check-workbook';
import { commonIn } from '../common';
import { faultsOf } from '../faults';
import {
  blocKey,
  commonTexts,
  countOf,
  followersOf,
  inSeasons,
  kindOf,
  listed,
  mainText,
  type Listed,
  type OutputOptions,
  type Summary,
} from './output';
import { placeCell } from './place-cell';
import { apartText, proposalsOf, proposalStatus, rankText, type Proposal } from './proposals';

type Headings = readonly (readonly [text: string, width: number])[];
type Words = (typeof BOARD_WORDS)[Lang];

/** Every text of a workbook is written as text; only the links of ours are formulas. */
export function summarySheets(reports: readonly FileReport[], summary: Summary, options: OutputOptions): SheetPlan[] {
  const words = BOARD_WORDS[options.lang];
  const all = listed(reports, summary.overall);
  const findings = findingsSheet(all, summary, options, words);
  return [
    blocsSheet(all, findings.firstRows, summary, options, words),
    proposalsSheet(inSeasons(reports, summary.overall), summary, options, words),
    findings.plan,
  ];
}

const text = (value: string, style: 'textTop' | 'centerTop' | 'follows' = 'textTop'): PlanCell =>
  cell(value, style, '@');
const number = (value: number): PlanCell => cell(value, 'centerTop');

function startSheet(title: string, note: string, headings: Headings): { draft: SheetDraft; header: () => number } {
  const draft = new SheetDraft(headings.map(([, width]) => width));
  draft.line(title, 'title', 28);
  draft.line(note, 'subtitle');
  return { draft, header: () => draft.record(headings.map(([heading]) => cell(heading, 'header'))) };
}

/** The rows from the header on can be sorted and filtered. */
function finish(name: string, draft: SheetDraft, header: number): SheetPlan {
  const titleRows = { first: header, last: header };
  const bottom = Math.max(header, draft.next - 1);
  return sheetPlan(
    { name, columns: draft.widths.map((width) => ({ width })), rows: draft.rows },
    {
      merges: draft.merges,
      freeze: { rows: header + 1, columns: 0 },
      filter: { top: header, bottom, left: 0, right: draft.last },
      print: printSetup('landscape', { top: 0, bottom, left: 0, right: draft.last }, titleRows),
    },
  );
}

const VERDICT_STYLES = {
  valid: 'verdictValid',
  findings: 'verdictFindings',
  unreadable: 'verdictUnreadable',
} as const satisfies Record<Verdict, StyleName>;

function blocsSheet(
  all: readonly Listed[],
  firstRows: ReadonlyMap<FileReport, number>,
  { overall }: Summary,
  { lang, heading }: OutputOptions,
  words: Words,
): SheetPlan {
  const headings: Headings = [
    [words.number, 5],
    [boardText(lang, blocKey(all.map(({ report }) => report))), 30],
    [words.file, 28],
    [words.year, 7],
    [words.units, 8],
    [words.verdict, 14],
    [words.mainFault, 46],
    [words.follows, 7],
    [words.errors, 7],
    [words.warnings, 9],
    [words.code, 11],
  ];
  const { draft, header } = startSheet(words.title.toLocaleUpperCase('vi'), heading, headings);
  for (const { text: said } of commonTexts(overall, lang)) draft.line(said, 'note');
  const row = header();
  const isCommon = commonIn(overall.common);
  all.forEach(({ report, faults }, index) => {
    const { file, bloc, units, verdict, issues, fingerprint } = report;
    const first = firstRows.get(report);
    const own = issues.filter((found) => !isCommon(found));
    draft.record([
      number(index + 1),
      text(bloc.name),
      text(file),
      text(bloc.year, 'centerTop'),
      number(units.length),
      {
        ...cell(verdictText(verdict, lang), VERDICT_STYLES[verdict]),
        ...(first === undefined ? {} : { link: { sheet: words.findings, cell: cellName({ row: first, column: 0 }) } }),
      },
      text(mainText(faults, lang)),
      number(followersOf(faults)),
      number(countOf(own, 'error')),
      number(countOf(own, 'warning')),
      text(fingerprint === null ? '' : shortFingerprint(fingerprint), 'centerTop'),
    ]);
  });
  return finish(words.summary, draft, row);
}

function proposalsSheet(
  reports: readonly FileReport[],
  { overall }: Summary,
  { lang, heading }: OutputOptions,
  words: Words,
): SheetPlan {
  const headings: Headings = [
    [words.number, 5],
    [words.award, 30],
    [boardText(lang, blocKey(reports)), 30],
    [words.unit, 34],
    [boardTextFor(kindOf(reports), lang, 'rankInBloc'), 9],
    [words.total, 10],
    [words.share, 11],
    [words.margin, 11],
    [words.status, 20],
  ];
  const { draft, header } = startSheet(words.listed.toLocaleUpperCase('vi'), heading, headings);
  draft.line(boardTextFor(kindOf(reports), lang, 'notCompared'), 'note');
  for (const total of overall.totals) {
    const { name, proposed, limit } = total;
    const over = limit !== null && proposed > limit;
    draft.line(
      `${name}: ${String(proposed)}${limit === null ? '' : ` / ${words.limit.toLocaleLowerCase('vi')} ${String(limit)}`}${apartText(total, lang)}`,
      over ? 'alarm' : 'bold',
    );
  }
  for (const found of overall.issues) draft.line(issueText(found, lang).what, 'alarm');
  const row = header();
  proposalsOf(reports, overall.season).forEach((proposal, index) => {
    draft.record(proposalCells(proposal, index + 1, lang));
  });
  return finish(words.proposals, draft, row);
}

function proposalCells(proposal: Proposal, index: number, lang: Lang): PlanCell[] {
  const { award, unit, bloc, total, share, margin, inDoubt } = proposal;
  return [
    number(index),
    text(award),
    text(bloc),
    text(unit),
    text(rankText(proposal), 'centerTop'),
    pointsCell(total, lang),
    shareCell(share),
    pointsCell(margin, lang),
    cell(proposalStatus(proposal, lang), inDoubt ? 'error' : 'textTop'),
  ];
}

/** A decimal as a number; an exact fraction, which no cell can hold, as text. */
function pointsCell(points: Numeral | null, lang: Lang): PlanCell {
  if (points === null) return text('–', 'centerTop');
  return points.includes('/') ? text(formatScore(points, null, lang), 'centerTop') : cell(Number(points), 'centerTop');
}

/** As a percentage that is shown with two decimals. */
function shareCell(share: Numeral | null): PlanCell {
  if (share === null) return text('–', 'centerTop');
  const [over = '0', under = '1'] = share.split('/');
  return cell(Number(over) / Number(under), 'centerTop', '0.00%');
}

/** Every finding, also what was said of most workbooks at once and what belongs to no single file. */
function findingsSheet(
  all: readonly Listed[],
  { overall }: Summary,
  { lang, linkTo, heading }: OutputOptions,
  words: Words,
): { plan: SheetPlan; firstRows: ReadonlyMap<FileReport, number> } {
  const headings: Headings = [
    [words.file, 20],
    [words.fault, 8],
    [words.severity, 9],
    [words.issue, 15],
    [words.sheet, 11],
    [words.cell, 6],
    [words.unit, 18],
    [words.criterion, 8],
    [words.received, 15],
    [words.expected, 15],
    [words.what, 36],
    [words.how, 24],
  ];
  const { draft, header } = startSheet(words.findings.toLocaleUpperCase('vi'), heading, headings);
  const firstRows = new Map<FileReport, number>();
  const row = header();
  const isCommon = commonIn(overall.common);
  for (const { report } of all) {
    const link = linkTo(report.file);
    faultsOf(report).forEach(({ main, consequences }, at) => {
      const name = isCommon(main) ? words.common : String(at + 1);
      const index = draft.record(findingCells(report.file, name, main, link, lang));
      if (!firstRows.has(report)) firstRows.set(report, index);
      const following = boardText(lang, 'followsNumber', { number: String(at + 1) });
      for (const found of consequences)
        draft.record(findingCells(report.file, following, found, link, lang, 'follows'));
    });
  }
  for (const found of overall.issues) draft.record(findingCells('', '', found, null, lang));
  return { plan: finish(words.findings, draft, row), firstRows };
}

const SEVERITY_STYLES = {
  error: 'error',
  warning: 'warningTop',
  info: 'textTop',
} as const satisfies Record<Issue['severity'], StyleName>;

function findingCells(
  file: string,
  fault: string,
  found: Issue,
  link: string | null,
  lang: Lang,
  style: 'textTop' | 'follows' = 'textTop',
): PlanCell[] {
  const { what, why, how } = issueText(found, lang);
  const { received, expected } = issueSides(found, lang);
  return [
    text(file, style),
    text(fault, style),
    cell(SEVERITY_TEXTS[lang][found.severity], style === 'follows' ? style : SEVERITY_STYLES[found.severity]),
    text(found.code, style),
    text(found.place?.sheet ?? '', style),
    found.place === null ? text('', style) : placeCell(found.place, link),
    text(found.named?.['unit'] ?? found.unit ?? '', style),
    text(found.criterion ?? '', style),
    text(received, style),
    text(expected, style),
    text(`${what} ${why}`, style),
    text(how, style),
  ];
}
