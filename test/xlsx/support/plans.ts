/** Sheet plans for tests: one with everything a plan can say, and plain ones. */
import type { PlanCell, SheetPlan } from '../../../src/sheets/plan';
import { realStamp } from '../../support/stamps';

export const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

/** `inputs`: what the stamp speaks of (`realStamp`); null for a sheet of the user's. */
export const plainPlan = (
  name: string,
  inputs: string | null,
  cells: readonly (readonly PlanCell['value'][])[] = [['a']],
): SheetPlan => ({
  name,
  stamp: inputs === null ? null : realStamp(inputs),
  rows: cells.map((row) => ({ cells: row.map((value) => ({ value })) })),
  columns: [],
  merges: [],
  freeze: null,
  validations: [],
  conditional: [],
  print: null,
  protect: false,
  chart: null,
  tabColor: null,
});

/** Results of two units with a live total, a link, a chart and a full page set-up. */
export const resultPlan = (inputs: string, total = 17.5): SheetPlan => ({
  name: 'Kết quả',
  stamp: realStamp(inputs),
  tabColor: '#2E7D32',
  protect: true,
  columns: [{ width: 6 }, { width: 30.5 }, { width: 12 }, { width: 8, hidden: true }],
  rows: [
    { height: 31.5, cells: [{ value: 'KẾT QUẢ <2025> & "xếp hạng"', style: 'title' }, null, null] },
    {
      cells: [
        { value: 'STT', style: 'header' },
        { value: 'Đơn vị', style: 'header' },
        { value: 'Điểm', style: 'header' },
      ],
    },
    {
      cells: [
        { value: 1, style: 'center' },
        { value: '=HYPERLINK("http://x")', style: 'link', link: { sheet: "Chấm 'điểm'", cell: 'C3' } },
        { value: 9.5, style: 'number', format: '0.00' },
      ],
    },
    {
      cells: [
        { value: 2, style: 'center' },
        { value: '+1 _x000D_', style: 'text' },
        { value: 8, style: 'inputNumber' },
      ],
    },
    {
      cells: [
        null,
        { value: true, style: 'center' },
        { value: total, formula: 'ROUND(SUM(C3:C4),2)', style: 'numberBold' },
        { value: 'đúng', formula: 'IF(C5>1,"đúng","sai")' },
        { value: null, formula: 'C5*2' },
        { value: null, style: 'inputDate' },
      ],
    },
    { cells: [{ value: inputs, style: 'stamp' }] },
  ],
  merges: [area(0, 0, 0, 2)],
  freeze: { rows: 2, columns: 2 },
  validations: [
    { kind: 'list', area: area(2, 0, 3, 0), items: ['có', 'không "hẳn"'], strict: true, message: 'Chọn có hoặc không' },
    {
      kind: 'listFrom',
      area: area(2, 1, 3, 1),
      formula: "'Đơn vị'!$A$2:$A$9",
      strict: false,
      message: 'Nên chọn trong danh sách',
    },
    { kind: 'decimal', area: area(2, 2, 3, 2), min: 0, max: 10, message: 'Từ 0 đến 10' },
    { kind: 'decimal', area: area(4, 2, 4, 2), min: 0, max: null, message: 'Không âm' },
  ],
  conditional: [{ area: area(2, 2, 3, 2), formula: 'C3>10', style: 'markWrong' }],
  print: {
    orientation: 'landscape',
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    area: area(0, 0, 5, 2),
    titleRows: { first: 1, last: 1 },
    header: '&C&"Times New Roman,Italic"&10&P',
    footer: '&R"x"',
    plainFirstPage: true,
    breaks: [3],
    pagesHigh: null,
  },
  chart: { title: 'Tổng điểm', categories: area(2, 1, 3, 1), values: area(2, 2, 3, 2), at: area(8, 0, 20, 3) },
});
