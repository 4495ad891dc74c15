/** The sheet `Báo cáo`: the draft report for the conference, A4 portrait. */
import { electedPost, type AwardResult, type BallotResult, type ElectedPost, type UnitId } from '../rules';
import { awardStatusText, blocWord, formatScore, reasonText, totalText } from '../text';
import { REPORT_LINES, STANDING_TEXTS } from '../text/sheets';
import { addLetterhead, addSignatures, addStamp, warningFooter, warningsOf } from './letterhead';
import { namesOf, type Judgement } from './judgement';
import type { PlanCell, SheetPlan } from '../sheets/plan';
import { SheetDraft } from '../sheets/plan-draft';
import { pagesFor } from '../sheets/plan-pages';
import { cell, printSetup, sheetPlan } from '../sheets/plan-parts';
import { basisLines, DOTS, receiverLines } from './office-lines';
import { awardBallots, remarks, resultRows, votesFor } from './results-rows';
import { stampText, type Stamp } from '../sheets/stamp';
import { listedUnits } from './standings';

interface ReportColumn {
  readonly kind: 'number' | 'name' | 'total' | 'rank' | 'votes';
  readonly header: string;
  /** In characters; the name has two columns, so that the letterhead can be parted inside it. */
  readonly widths: readonly number[];
}

/** Stands over the totals, where the report shows them. */
export const TOTAL_HEADER = 'Tổng điểm';

/** Together as wide as the page: twelve points print true on A4 portrait. */
const WHOLE_WIDTH = 77;
const NUMBER_WIDTH = 6;
const FIRST_NAME_WIDTH = 22;

function reportColumns(judgement: Judgement, withTotals: boolean): ReportColumn[] {
  const fixed: ReportColumn[] = [
    ...(withTotals ? [{ kind: 'total', header: TOTAL_HEADER, widths: [11] } as const] : []),
    { kind: 'rank', header: 'Xếp hạng', widths: [9] },
    ...(awardBallots(judgement.book).length > 0
      ? [{ kind: 'votes', header: 'Phiếu đồng ý / phát ra', widths: [14] } as const]
      : []),
  ];
  const used = fixed.reduce((sum, { widths: [width = 0] }) => sum + width, NUMBER_WIDTH + FIRST_NAME_WIDTH);
  return [
    { kind: 'number', header: 'STT', widths: [NUMBER_WIDTH] },
    { kind: 'name', header: 'Đơn vị', widths: [FIRST_NAME_WIDTH, WHOLE_WIDTH - used] },
    ...fixed,
  ];
}

/** A heading and two lines stay together; of more, the last two go with the signatures. */
const LEAST_PARTED = 3;

/** `changed`: the line of `Kết quả` that tells of changes. `withTotals: false` leaves the totals out: press releases carry ranks and awards only. */
export function reportSheet(
  judgement: Judgement,
  name: string,
  stamp: Stamp,
  withTotals: boolean,
  changed: PlanCell | null,
): SheetPlan {
  const columns = reportColumns(judgement, withTotals);
  const draft = new SheetDraft(columns.flatMap(({ widths }) => widths));
  const { info } = judgement.book;
  addLetterhead(draft, judgement.book, 'BC');
  draft.line(REPORT_LINES.title(info.year), 'title');
  if (info.note) draft.line(info.note, 'subtitle');
  for (const warning of warningsOf(judgement)) draft.line(warning, 'warning');
  const titleRows = changed === null ? null : { first: draft.next, last: draft.next };
  if (changed !== null) draft.add([{ from: 0, to: draft.last, cell: changed }]);
  draft.line(REPORT_LINES.to(info.addressee || DOTS), 'letterhead', 22);
  addBases(draft, judgement);
  addCounts(draft, judgement);
  addRanking(draft, judgement, columns);
  addProposals(draft, judgement, columns);
  const elections = draft.next;
  addElections(draft, judgement);
  const keepFrom = draft.next - elections > LEAST_PARTED ? draft.next - 2 : elections;
  addSignatures(draft, judgement.book, namesOf(judgement).unit);
  draft.line(REPORT_LINES.receivers, 'receiversTitle');
  for (const receiver of receiverLines(info, true)) draft.line(receiver, 'receivers');
  draft.gap(6);
  addStamp(draft, stamp);
  return sheetPlan(
    { name, columns: draft.widths.map((width) => ({ width })), rows: draft.rows },
    {
      merges: draft.merges,
      print: printSetup('portrait', { top: 0, bottom: draft.next - 1, left: 0, right: draft.last }, titleRows, {
        footer: warningFooter(judgement),
        ...pagesFor({ rows: draft.rows, widths: draft.widths, orientation: 'portrait', titleRows, keepFrom }).print,
      }),
      stamp: stampText(stamp),
      tabColor: '#1F6F43',
    },
  );
}

function addBases(draft: SheetDraft, { book: { info } }: Judgement): void {
  draft.line(REPORT_LINES.bases, 'heading', 24);
  for (const basis of basisLines(info)) draft.line(basis, 'basis');
  if (info.venue) draft.line(REPORT_LINES.venue(info.venue), 'paragraph');
}

function addCounts(draft: SheetDraft, { book, evaluation }: Judgement): void {
  const ranked = evaluation.units.filter(({ rank }) => rank !== null).length;
  const grades = book.bands.map(
    ({ name }) =>
      `${name}: ${String(evaluation.units.filter(({ grade, gradeProvisional }) => grade === name && !gradeProvisional).length)}`,
  );
  const open = evaluation.units.filter(({ gradeProvisional }) => gradeProvisional).length;
  if (open > 0) grades.push(REPORT_LINES.openGrades(open));
  draft.line(REPORT_LINES.ranking, 'heading', 24);
  draft.line(REPORT_LINES.counts(blocWord(book.info).bloc, evaluation.units.length, ranked), 'paragraph');
  if (grades.length > 0) draft.line(REPORT_LINES.grades(grades), 'paragraph');
}

/** All units by rank, in the columns of the proposals. */
function addRanking(draft: SheetDraft, judgement: Judgement, columns: readonly ReportColumn[]): void {
  const names = namesOf(judgement);
  const { settings } = judgement.book;
  addRecord(draft, columns, ({ kind, header }) => cell(kind === 'votes' ? 'Ghi chú' : header, 'header'));
  resultRows(judgement).forEach((row, index) => {
    const { result } = row;
    addRecord(draft, columns, ({ kind }) => {
      switch (kind) {
        case 'number':
          return cell(index + 1, 'center');
        case 'name':
          return cell(names.unit(result.id), 'text');
        case 'total':
          return cell(totalText(result, settings.totalDecimals, 'vi'), 'center');
        case 'rank':
          return cell(rankText(result), 'center');
        case 'votes':
          return cell(remarks(judgement, row).join('; '), 'text');
      }
    });
  });
  draft.gap(6);
}

const rankText = ({ rank, provisional }: { readonly rank: number | null; readonly provisional: boolean }): string =>
  rank === null ? '–' : `${String(rank)}${provisional ? '*' : ''}`;

function addProposals(draft: SheetDraft, judgement: Judgement, columns: readonly ReportColumn[]): void {
  const { awards } = judgement.evaluation;
  draft.line(REPORT_LINES.proposals, 'heading', 24);
  if (awards.length === 0) {
    draft.line(REPORT_LINES.noAwards, 'paragraph');
    return;
  }
  addRecord(draft, columns, ({ header }) => cell(header, 'header'));
  for (const award of awards) addAward(draft, judgement, columns, award);
  draft.gap(6);
}

function addRecord(
  draft: SheetDraft,
  columns: readonly ReportColumn[],
  cellFor: (column: ReportColumn) => PlanCell,
): void {
  let from = 0;
  draft.add(
    columns.map((column) => {
      const span = { from, to: from + column.widths.length - 1, cell: cellFor(column) };
      from += column.widths.length;
      return span;
    }),
  );
}

function addAward(draft: SheetDraft, judgement: Judgement, columns: readonly ReportColumn[], award: AwardResult): void {
  const { book, evaluation } = judgement;
  const names = namesOf(judgement);
  const state = award.status === 'ok' ? '' : ` – ${awardStatusText(award.status, 'vi')}`;
  draft.line(REPORT_LINES.places(award.name, award.places) + state, 'group');
  const listed = listedUnits(award);
  const results = new Map(evaluation.units.map((unit) => [unit.id, unit]));
  const reasonsOf = (unit: UnitId): string =>
    (award.why.get(unit) ?? []).map((reason) => reasonText(reason, 'vi', names)).join('; ');
  for (const standing of ['proposed', 'fallback', 'postponed', 'open'] as const) {
    const these = listed.filter((one) => one.standing === standing);
    // Those proposed need no word; the others stand apart, each with the reason below.
    if (these.length > 0 && standing !== 'proposed') draft.line(`${STANDING_TEXTS[standing]}:`, 'apart');
    these.forEach(({ unit }, index) => {
      const result = results.get(unit);
      addRecord(draft, columns, ({ kind }) => {
        switch (kind) {
          case 'number':
            return cell(standing === 'open' ? '?' : index + 1, 'center');
          case 'name':
            return cell(names.unit(unit), 'text');
          case 'total':
            return cell(result ? totalText(result, book.settings.totalDecimals, 'vi') : '–', 'center');
          case 'rank':
            return cell(result === undefined ? '–' : rankText(result), 'center');
          case 'votes':
            return cell(votesFor(judgement, unit, award.id), 'center');
        }
      });
      if (standing !== 'proposed') draft.line(REPORT_LINES.reason(reasonsOf(unit)), 'reason');
    });
  }
  if (listed.length === 0) draft.line(REPORT_LINES.nobody, 'text');
}

function addElections(draft: SheetDraft, judgement: Judgement): void {
  const {
    book: { info },
    evaluation,
  } = judgement;
  const names = namesOf(judgement);
  const chosen = (unit: string | null): string | null => (unit === null || unit === '' ? null : names.unit(unit));
  const { leader, deputy } = blocWord(info);
  draft.line(REPORT_LINES.posts(leader, deputy), 'heading', 24);
  const election = (title: string, unit: string | null, post: ElectedPost): void => {
    draft.line(REPORT_LINES.post(title, chosen(unit)), 'paragraph');
    const result = evaluation.elections.find(({ ballot }) => electedPost(ballot) === post);
    if (result) draft.line(REPORT_LINES.votes(countTexts(result, names.unit)), 'paragraph');
  };
  election(leader, info.nextLeader, 'leader');
  election(deputy, info.nextDeputy, 'deputy');
}

const countTexts = ({ counts }: BallotResult, unitName: (id: string) => string): string[] =>
  counts.map(({ unit, favour, holds }) =>
    REPORT_LINES.votesOf(unitName(unit), favour === null ? '–' : formatScore(favour, null, 'vi'), holds),
  );
