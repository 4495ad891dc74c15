/** The sheet `Kết quả`: one row per unit in rank order, live on the scores, ready to be signed. */
import type { BlocKind } from '../rules';
import { blocWord, formatScore } from '../text';
import { RESULT_LINES } from '../text/sheets';
import { CHANGED } from '../sheets/banner';
import { addLetterhead, addSignatures, addStamp, warningFooter, warningsOf } from './letterhead';
import { namesOf, type Judgement } from './judgement';
import { levelWord } from './layout';
import type { ChartPlan, PlanCell, PlanRow, SheetPlan } from '../sheets/plan';
import { SheetDraft } from '../sheets/plan-draft';
import { pagesFor, type PageEnds } from '../sheets/plan-pages';
import { cell, printSetup, sheetPlan } from '../sheets/plan-parts';
import { LIVE_WIDTH, TABLE_WIDTHS } from './results-columns';
import { widthsFor } from './results-widths';
import {
  columnIndex,
  rankedRange,
  resultTable,
  roundsAsInExcel,
  cellMaker,
  rowCells,
  type ResultTable,
  type TablePlace,
} from './results-table';
import { stampText, type Stamp } from '../sheets/stamp';

/** Rows at the table's end that stay on the page of the signatures. */
const ROWS_WITH_SIGNATURES = 3;

export function resultsSheet(judgement: Judgement, name: string, stamp: Stamp): SheetPlan {
  const table = resultTable(judgement);
  const values = table.rows.map((row) => table.columns.map(cellMaker(table, row, { firstRow: 0 }, 'values')));
  const widths = widthsFor(
    table.columns
      .slice(0, table.printedCount)
      .map((column, index) => ({ column, texts: values.map((cells) => String(cells[index]?.value ?? '')) })),
  );
  let best: LaidOut | null = null;
  for (const width of TABLE_WIDTHS) {
    const one = layOut(table, stamp, widths(width));
    if (best === null || one.ends.pages < best.ends.pages) best = one;
    if (best.ends.pages === 1) break;
  }
  const { draft, place, ends } = best ?? layOut(table, stamp, widths(TABLE_WIDTHS[0]));
  return sheetPlan(
    {
      name,
      columns: [
        ...draft.widths.map((width) => ({ width })),
        ...table.columns.slice(table.printedCount).map(() => ({ width: LIVE_WIDTH })),
        ...WRITTEN_COLUMNS,
      ],
      rows: withLive(draft.rows, table, place),
    },
    {
      merges: draft.merges,
      print: printSetup(
        'landscape',
        { top: 0, bottom: draft.next - 1, left: 0, right: draft.last },
        { first: place.repeatFrom, last: place.firstRow - 1 },
        { footer: warningFooter(judgement), ...ends.print },
      ),
      chart: totalsChart(table, place),
      stamp: stampText(stamp),
      tabColor: '#1F6F43',
    },
  );
}

interface LaidOut {
  readonly draft: SheetDraft;
  readonly place: TablePlace & { readonly repeatFrom: number };
  readonly ends: PageEnds;
}

/** The printed part of the sheet with columns of these widths. */
function layOut(table: ResultTable, stamp: Stamp, widths: readonly number[]): LaidOut {
  const { judgement } = table;
  const printed = table.columns.slice(0, table.printedCount);
  const draft = new SheetDraft(widths);
  const { info } = judgement.book;
  addLetterhead(draft, judgement.book);
  draft.line(`BẢNG TỔNG HỢP ĐIỂM VÀ KẾT QUẢ XẾP HẠNG THI ĐUA NĂM ${info.year}`.trim(), 'title');
  if (info.regulation) draft.line(`Theo ${info.regulation}`, 'subtitle');
  if (info.note) draft.line(info.note, 'subtitle');
  const repeatFrom = draft.next;
  for (const warning of warningsOf(judgement)) draft.line(warning, 'warning');
  const place = { firstRow: draft.next + 2, repeatFrom };
  draft.add([{ from: 0, to: draft.last, cell: { value: '', style: 'warning', ...changedFormula(table, place) } }]);
  draft.record(printed.map((column) => cell(column.header, 'header')));
  for (const row of table.rows) draft.record(rowCells(table, row, place).slice(0, table.printedCount));
  const keepFrom = Math.max(place.firstRow, draft.next - ROWS_WITH_SIGNATURES);
  addRemarks(draft, table, blocWord(judgement.book.info).kind);
  addSignatures(draft, judgement.book, namesOf(judgement).unit);
  addStamp(draft, stamp);
  const titleRows = { first: repeatFrom, last: place.firstRow - 1 };
  const partFrom = Math.min(keepFrom, place.firstRow + ROWS_WITH_SIGNATURES);
  return {
    draft,
    place,
    ends: pagesFor({ rows: draft.rows, widths: draft.widths, orientation: 'landscape', titleRows, keepFrom, partFrom }),
  };
}

/** Hidden beside the table: totals and ranks as they were written, for the line that tells of changes. */
const WRITTEN_COLUMNS = [
  { width: 9, hidden: true },
  { width: 9, hidden: true },
] as const;

/** Beside what is printed: the live numbers under their headers, then totals and ranks as they were written. */
function withLive(rows: readonly PlanRow[], table: ResultTable, place: TablePlace): PlanRow[] {
  const [total, rank] = [columnIndex(table, 'total'), columnIndex(table, 'rank')];
  return rows.map((row, index) => {
    const own = table.rows[index - place.firstRow];
    if (index === place.firstRow - 1)
      return {
        ...row,
        cells: [
          ...row.cells,
          ...table.columns.slice(table.printedCount).map(({ header }) => cell(header, 'liveHeader')),
        ],
      };
    if (own === undefined || index < place.firstRow) return row;
    const live = rowCells(table, own, place).slice(table.printedCount);
    const all = [...row.cells, ...live];
    if (index >= place.firstRow + table.rankedCount) return { ...row, cells: all };
    return {
      ...row,
      cells: [...all, ...[all[total], all[rank]].map((one): PlanCell => cell(one?.value ?? null, 'plain'))],
    };
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
  const sections = tree.sections.map(({ criterion: { code, name, max } }) =>
    RESULT_LINES.section(code, name, max === null ? null : formatScore(max, null, 'vi')),
  );
  draft.gap(6);
  if (sections.length > 0) draft.line(`${sections.join('; ')}.`, 'note');
  const fixed = table.rows.some((row) => {
    const live = table.live(row);
    return (
      live !== null &&
      (!roundsAsInExcel(table, row.result) ||
        [...live.sections.values()].includes(null) ||
        live.bonus === null ||
        live.deduction === null ||
        live.factor === null)
    );
  });
  const level = levelWord(settings.rankingLevel, kind);
  draft.line(RESULT_LINES.live(level, !settings.sources.rankingLevel, fixed), 'note');
}

function totalsChart(table: ResultTable, { firstRow }: TablePlace): ChartPlan | null {
  if (table.rankedCount === 0) return null;
  const column = (index: number): ChartPlan['values'] => ({
    top: firstRow,
    bottom: firstRow + table.rankedCount - 1,
    left: index,
    right: index,
  });
  const left = table.columns.length + WRITTEN_COLUMNS.length + 1;
  return {
    title: 'Tổng điểm',
    categories: column(columnIndex(table, 'name')),
    values: column(columnIndex(table, 'total')),
    at: { top: 3, bottom: 3 + Math.max(14, table.rankedCount), left, right: left + 8 },
  };
}
