/** The sheet `Kết quả`: one row per unit in rank order, live on the scores, ready to be signed. */
import type { BlocKind } from '../rules';
import { blocWord, formatScore } from '../text';
import { CHANGED } from './banner';
import { addLetterhead, addSignatures, addStamp, warningFooter, warningsOf } from './letterhead';
import { namesOf, type Judgement } from './judgement';
import { levelWord } from './layout';
import type { ChartPlan, PlanCell, PlanRow, PrintSetup, SheetPlan } from './plan';
import { SheetDraft } from './plan-draft';
import { pagesFor } from './plan-pages';
import { cell, printSetup, sheetPlan } from './plan-parts';
import { fitWidths, TABLE_WIDTHS, textOf } from './results-columns';
import { columnIndex, rankedRange, resultTable, roundsAsInExcel, rowCells, type ResultTable, type TablePlace } from './results-table';
import { stampText, type Stamp } from './stamp';

/** Rows at the table's end that stay on the page of the signatures. */
const ROWS_WITH_SIGNATURES = 3;

export function resultsSheet(judgement: Judgement, name: string, stamp: Stamp): SheetPlan {
  const table = resultTable(judgement);
  const trueSize = layOut(table, stamp, TABLE_WIDTHS.trueSize);
  const smaller = trueSize.print.onePage ? trueSize : layOut(table, stamp, TABLE_WIDTHS.onePage);
  const { draft, place, print } = smaller.print.onePage ? smaller : trueSize;
  return sheetPlan({
    name,
    columns: [...draft.widths.map((width) => ({ width })), ...WRITTEN_COLUMNS],
    rows: withWritten(draft.rows, table, place),
  }, {
    merges: draft.merges,
    print,
    chart: totalsChart(table, place),
    stamp: stampText(stamp),
    tabColor: '#1F6F43',
  });
}

interface LaidOut {
  readonly draft: SheetDraft;
  readonly place: TablePlace;
  readonly print: PrintSetup;
}

/** The sheet with a table of this width. */
function layOut(table: ResultTable, stamp: Stamp, width: number): LaidOut {
  const { judgement } = table;
  const draft = new SheetDraft(fitWidths(table.columns, width, (kind) => table.rows.map((row) => textOf(judgement, row, kind))));
  const { info } = judgement.book;
  addLetterhead(draft, judgement.book);
  draft.line(`BẢNG TỔNG HỢP ĐIỂM VÀ KẾT QUẢ XẾP HẠNG THI ĐUA NĂM ${info.year}`.trim(), 'title', 26);
  if (info.regulation) draft.line(`Theo ${info.regulation}`, 'subtitle');
  if (info.note) draft.line(info.note, 'subtitle');
  const repeatFrom = draft.next;
  for (const warning of warningsOf(judgement)) draft.line(warning, 'warning');
  const place: TablePlace = { firstRow: draft.next + 2 };
  draft.add([{ from: 0, to: draft.last, cell: { value: '', style: 'warning', ...changedFormula(table, place) } }]);
  const header = draft.record(table.columns.map((column) => cell(column.header, 'header')));
  for (const row of table.rows) draft.record(rowCells(table, row, place));
  const keepFrom = Math.max(place.firstRow, draft.next - ROWS_WITH_SIGNATURES);
  addRemarks(draft, table, blocWord(judgement.book.info).kind);
  addSignatures(draft, judgement.book, namesOf(judgement).unit);
  addStamp(draft, stamp);
  const titleRows = { first: repeatFrom, last: header };
  const area = { top: 0, bottom: draft.next - 1, left: 0, right: draft.last };
  const print = printSetup('landscape', area, titleRows, {
    footer: warningFooter(judgement),
    ...pagesFor({ rows: draft.rows, widths: draft.widths, orientation: 'landscape', titleRows, keepFrom }),
  });
  return { draft, place, print };
}

/** Hidden beside the table: totals and ranks as they were written, for the line that tells of changes. */
const WRITTEN_COLUMNS = [{ width: 9, hidden: true }, { width: 9, hidden: true }] as const;

function withWritten(rows: readonly PlanRow[], table: ResultTable, { firstRow }: TablePlace): PlanRow[] {
  const [total, rank] = [columnIndex(table, 'total'), columnIndex(table, 'rank')];
  return rows.map((row, index) => {
    if (index < firstRow || index >= firstRow + table.rankedCount) return row;
    const written = [row.cells[total], row.cells[rank]].map((one): PlanCell => cell(one?.value ?? null, 'plain'));
    return { ...row, cells: [...row.cells, ...written] };
  });
}

function changedFormula(table: ResultTable, place: TablePlace): { readonly formula?: string } {
  if (table.rankedCount === 0) return {};
  const end = table.columns.length;
  const range = (column: number): string => rankedRange(table, place, column);
  const totals = `SUMPRODUCT(--(ABS(${range(columnIndex(table, 'total'))}-${range(end)})>${table.settings.totalDecimals === null ? '0.000001' : '0.000000001'}))`;
  const ranks = `SUMPRODUCT(--(${range(columnIndex(table, 'rank'))}<>${range(end + 1)}))`;
  return { formula: `IFERROR(IF(${totals}+${ranks}>0,"${CHANGED}",""),"${CHANGED}")` };
}

/** What the codes in the header stand for, and where a value is no formula. */
function addRemarks(draft: SheetDraft, table: ResultTable, kind: BlocKind): void {
  const { tree, settings } = table;
  const sections = tree.sections.map(({ criterion }) =>
    `Nhóm ${criterion.code}: ${criterion.name}${criterion.max === null ? '' : ` (${formatScore(criterion.max, null, 'vi')} điểm)`}`);
  draft.gap(6);
  if (sections.length > 0) draft.line(`${sections.join('; ')}.`, 'note');
  const fixed = table.rows.some((row) => {
    const live = table.live(row);
    return live !== null && (!roundsAsInExcel(table, row.result) || [...live.sections.values()].includes(null) || live.bonus === null || live.deduction === null || live.factor === null);
  });
  const level = settings.sources.rankingLevel ? '' : ' (mặc định)';
  draft.line(`Tổng điểm và xếp hạng là công thức trên trang tính Chấm điểm, theo điểm ${levelWord(settings.rankingLevel, kind)}${level}.${
    fixed ? ' Số in nghiêng do phần mềm tính theo quy tắc, không có công thức.' : ''}`, 'note');
}

function totalsChart(table: ResultTable, { firstRow }: TablePlace): ChartPlan | null {
  if (table.rankedCount === 0) return null;
  const column = (index: number): ChartPlan['values'] => ({ top: firstRow, bottom: firstRow + table.rankedCount - 1, left: index, right: index });
  const left = table.columns.length + WRITTEN_COLUMNS.length + 1;
  return {
    title: 'Tổng điểm', categories: column(columnIndex(table, 'name')), values: column(columnIndex(table, 'total')),
    at: { top: 3, bottom: 3 + Math.max(14, table.rankedCount), left, right: left + 8 },
  };
}
