/** The summary as a workbook: a row per bloc, all proposals with the counts against the limits, all findings. */
import { cellName, type Issue, type Place } from '../../rules';
import { formatScore, issueSides, issueText, type Lang } from '../../text';
import { BOARD_WORDS, SEVERITY_TEXTS, verdictText } from '../../text/board';
import { boardText } from '../../text/ui-board';
import { shortFingerprint } from '../../workbook/fingerprint';
import type { PlanCell, SheetPlan } from '../../workbook/plan';
import { SheetDraft } from '../../workbook/plan-draft';
import { cell, printSetup, sheetPlan } from '../../workbook/plan-parts';
import type { FileReport } from '../check-workbook';
import { inDoubtText, proposalsOf, proposalStatus } from './proposals';
import { blocKey, countOf, type OutputOptions, type Summary } from './output';

type Headings = readonly (readonly [text: string, width: number])[];
type Words = (typeof BOARD_WORDS)[Lang];

/** Every text of a workbook is written as text; only the links of ours are formulas. */
export function summarySheets(reports: readonly FileReport[], summary: Summary, options: OutputOptions): SheetPlan[] {
  const words = BOARD_WORDS[options.lang];
  const findings = findingsSheet(reports, options, words);
  return [
    blocsSheet(reports, findings.firstRows, options, words),
    proposalsSheet(reports, summary, options, words),
    findings.plan,
  ];
}

const text = (value: string, style: 'textTop' | 'centerTop' = 'textTop'): PlanCell => cell(value, style, '@');
const number = (value: number): PlanCell => cell(value, 'centerTop');

function startSheet(title: string, note: string, headings: Headings): { draft: SheetDraft; header: () => number } {
  const draft = new SheetDraft(headings.map(([, width]) => width));
  draft.line(title, 'title', 28);
  draft.line(note, 'subtitle');
  return { draft, header: () => draft.record(headings.map(([heading]) => cell(heading, 'header'))) };
}

function finish(name: string, draft: SheetDraft, header: number): SheetPlan {
  const titleRows = { first: header, last: header };
  return sheetPlan(
    { name, columns: draft.widths.map((width) => ({ width })), rows: draft.rows },
    {
      merges: draft.merges,
      freeze: { rows: header + 1, columns: 0 },
      print: printSetup(
        'landscape',
        { top: 0, bottom: Math.max(header, draft.next - 1), left: 0, right: draft.last },
        titleRows,
      ),
    },
  );
}

function blocsSheet(
  reports: readonly FileReport[],
  firstRows: ReadonlyMap<FileReport, number>,
  { lang, heading }: OutputOptions,
  words: Words,
): SheetPlan {
  const headings: Headings = [
    [words.number, 5],
    [boardText(lang, blocKey(reports)), 38],
    [words.file, 34],
    [words.year, 7],
    [words.units, 8],
    [words.verdict, 14],
    [words.errors, 7],
    [words.warnings, 9],
    [words.code, 11],
  ];
  const { draft, header } = startSheet(words.title.toLocaleUpperCase('vi'), heading, headings);
  const row = header();
  reports.forEach((report, index) => {
    const { file, bloc, units, verdict, issues, fingerprint } = report;
    const first = firstRows.get(report);
    const verdictCell = cell(verdictText(verdict, lang), verdict === 'valid' ? 'textTop' : 'error');
    draft.record([
      number(index + 1),
      text(bloc.name),
      text(file),
      text(bloc.year, 'centerTop'),
      number(units.length),
      first === undefined
        ? verdictCell
        : { ...verdictCell, style: 'link', link: { sheet: words.findings, cell: cellName({ row: first, column: 0 }) } },
      number(countOf(issues, 'error')),
      number(countOf(issues, 'warning')),
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
    [words.award, 34],
    [words.unit, 36],
    [boardText(lang, blocKey(reports)), 34],
    [words.total, 10],
    [words.rank, 9],
    [words.status, 20],
  ];
  const { draft, header } = startSheet(words.listed.toLocaleUpperCase('vi'), heading, headings);
  for (const { name, proposed, inDoubt, limit } of overall.totals) {
    const over = limit !== null && proposed > limit;
    draft.line(
      `${name}: ${String(proposed)}${limit === null ? '' : ` / ${words.limit.toLocaleLowerCase('vi')} ${String(limit)}`}${inDoubtText(inDoubt, lang)}`,
      over ? 'alarm' : 'bold',
    );
  }
  for (const found of overall.issues) draft.line(issueText(found, lang).what, 'alarm');
  const row = header();
  proposalsOf(reports).forEach((proposal, index) => {
    const { award, unit, bloc, total, rank, inDoubt } = proposal;
    draft.record([
      number(index + 1),
      text(award),
      text(unit),
      text(bloc),
      total === null ? text('–', 'centerTop') : totalCell(total, lang),
      rank === null ? text('–', 'centerTop') : number(rank),
      cell(proposalStatus(proposal, lang), inDoubt ? 'error' : 'textTop'),
    ]);
  });
  return finish(words.proposals, draft, row);
}

/** A decimal as a number; an exact fraction, which no cell can hold, as text. */
const totalCell = (total: string, lang: Lang): PlanCell =>
  total.includes('/') ? text(formatScore(total, null, lang), 'centerTop') : cell(Number(total), 'centerTop');

function findingsSheet(
  reports: readonly FileReport[],
  { lang, linkTo, heading }: OutputOptions,
  words: Words,
): { plan: SheetPlan; firstRows: ReadonlyMap<FileReport, number> } {
  const headings: Headings = [
    [words.file, 20],
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
  for (const report of reports) {
    const link = linkTo(report.file);
    for (const found of report.issues) {
      const index = draft.record(findingCells(report.file, found, link, lang));
      if (!firstRows.has(report)) firstRows.set(report, index);
    }
  }
  return { plan: finish(words.findings, draft, row), firstRows };
}

function findingCells(file: string, found: Issue, link: string | null, lang: Lang): PlanCell[] {
  const { what, why, how } = issueText(found, lang);
  const { received, expected } = issueSides(found, lang);
  return [
    text(file),
    cell(SEVERITY_TEXTS[lang][found.severity], found.severity === 'error' ? 'error' : 'textTop'),
    text(found.code),
    text(found.place?.sheet ?? ''),
    found.place === null ? text('') : placeCell(found.place, link),
    text(found.named?.['unit'] ?? found.unit ?? ''),
    text(found.criterion ?? ''),
    text(received),
    text(expected),
    text(`${what} ${why}`),
    text(how),
  ];
}

/** Excel takes no longer text inside a formula. */
const LONGEST_LITERAL = 255;

/** Opens the submitted workbook at the cell; where its path is too long for a formula, the address alone. */
function placeCell(place: Place, link: string | null): PlanCell {
  const address = cellName(place);
  const target = `[${link ?? ''}]'${place.sheet.replaceAll("'", "''")}'!${address}`;
  if (link === null || target.length > LONGEST_LITERAL) return text(address);
  return { value: address, style: 'link', formula: `HYPERLINK("${target.replaceAll('"', '""')}","${address}")` };
}
