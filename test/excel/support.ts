/** Workbooks in the stand-in, and plans to write into them. */
import type { SheetPlan } from '../../src/sheets/plan';
import { ExcelHost, type HostOptions } from '../excel-host/host';
import { BookModel, type Scalar, type SheetModel } from '../excel-host/model';
import { connect } from '../excel-host/node';
import { realStamp } from '../support/stamps';

/** Reading Microsoft's declarations takes seconds on a busy machine. */
jest.setTimeout(60_000);

export function openHost(book: BookModel, options?: HostOptions): ExcelHost {
  const host = new ExcelHost(book, options);
  connect(host);
  return host;
}

export function fill(sheet: SheetModel, rows: readonly (readonly (Scalar | null)[])[], top = 0, left = 0): void {
  rows.forEach((row, rowOffset) =>
    row.forEach((value, offset) => {
      if (value === null) return;
      const isFormula = typeof value === 'string' && value.startsWith('=');
      sheet.put(top + rowOffset, left + offset, isFormula ? { formula: value, value: 7.5 } : { value });
    }),
  );
}

/** A bloc's workbook: the sheets of the standard with `units` × `criteria` scores on three levels. */
export function sampleBook(units: number, criteria: number): BookModel {
  const book = new BookModel();
  fill(book.addSheet('Thông tin'), [
    ['Mục', 'Giá trị'],
    ['Mẫu sổ', 'thidua/1'],
    ['Tên khối', 'Khối Văn hóa – Xã hội'],
    ['Năm', 2026],
  ]);
  fill(book.addSheet('Tiêu chí'), [
    ['Mã', 'Nội dung', 'Điểm tối đa'],
    ...Array.from({ length: criteria }, (_, index) => [
      codeOf(index),
      `Thực hiện nhiệm vụ thứ ${String(index + 1)} của khối`,
      10,
    ]),
  ]);
  fill(book.addSheet('Đơn vị'), [
    ['Mã', 'Tên đơn vị', 'Xếp loại nhiệm vụ'],
    ...Array.from({ length: units }, (_, index) => [`DV${String(index + 1)}`, `Sở thứ ${String(index + 1)}`, 'HTTNV']),
  ]);
  const levels = ['Tự chấm', 'Khối chấm', 'Thẩm định'];
  fill(book.addSheet('Chấm điểm'), [
    [
      'Mã',
      'Tiêu chí',
      'Điểm tối đa',
      ...Array.from({ length: units * 3 }, (_, column) => (column % 3 === 0 ? `DV${String(column / 3 + 1)}` : null)),
    ],
    [null, null, null, ...Array.from({ length: units * 3 }, (_, column) => levels[column % 3] ?? null)],
    ...Array.from({ length: criteria }, (_, row) => [
      codeOf(row),
      `Thực hiện nhiệm vụ thứ ${String(row + 1)} của khối`,
      10,
      ...Array.from({ length: units * 3 }, (_, column) => 5 + ((row * 7 + column * 3) % 20) / 4),
    ]),
    ['Tổng điểm', null, null, ...Array.from({ length: units * 3 }, () => '=SUM(D3:D32)')],
  ]);
  return book;
}

const codeOf = (index: number): string => `I.${String(index + 1)}`;

/** A result sheet: title, header, one row per unit with a formula, the stamp's row. `inputs`: what the stamp speaks of (`realStamp`). */
export function resultPlan(name: string, units: number, inputs = name): SheetPlan {
  const width = 5;
  const stamp = realStamp(inputs);
  return {
    name,
    columns: [{ width: 6 }, { width: 40 }, { width: 12 }, { width: 12 }, { width: 30 }],
    rows: [
      { height: 30, cells: [{ value: 'KẾT QUẢ CHẤM ĐIỂM', style: 'title' }] },
      {
        cells: ['STT', 'Tên đơn vị', 'Tổng điểm', 'Xếp hạng', 'Ghi chú'].map((value) => ({
          value,
          style: 'header' as const,
        })),
      },
      ...Array.from({ length: units }, (_, index) => ({
        cells: [
          { value: index + 1, style: 'center' as const },
          { value: `Sở thứ ${String(index + 1)}`, style: 'text' as const },
          {
            value: 91.5 - index,
            formula: `ROUND('Chấm điểm'!D${String(index + 3)},2)`,
            style: 'number' as const,
            format: '0.00',
          },
          { value: index + 1, style: 'center' as const },
          { value: index === 0 ? '=HYPERLINK("http://x")' : '01', style: 'text' as const },
        ],
      })),
      { cells: [{ value: stamp, style: 'stamp' }] },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: width - 1 }],
    freeze: { rows: 2, columns: 0 },
    validations: [],
    conditional: [],
    print: {
      orientation: 'landscape',
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      area: { top: 0, left: 0, bottom: units + 2, right: width - 1 },
      titleRows: { first: 1, last: 1 },
      header: '&C&P',
      footer: '',
      plainFirstPage: true,
      breaks: [],
      pagesHigh: null,
    },
    protect: false,
    chart: null,
    stamp,
    tabColor: '#0B5394',
  };
}

/** Everything a person would see of a sheet's contents, by address-like key. */
export function contents(sheet: SheetModel | undefined): Record<string, string> {
  if (!sheet) return {};
  return Object.fromEntries(
    [...sheet.cells]
      .sort(([a], [b]) => a - b)
      .map(([key, cell]) => [
        `${String(Math.floor(key / 16_384))},${String(key % 16_384)}`,
        `${cell.formula ?? ''}|${String(cell.value)}|${cell.format ?? ''}`,
      ]),
  );
}

/** All that Excel answered against the JSON of values and of formulas. */
export function lightness(host: ExcelHost): number {
  const weight = host.book.sheets.reduce((sum, sheet) => sum + jsonOf(sheet.cells, sheet.usedArea(true)), 0);
  return host.trips.reduce((sum, trip) => sum + trip.responseBytes, 0) / weight;
}

/** JSON of values and of formulas of the used block, in bytes. */
function jsonOf(
  cells: ReadonlyMap<number, { value: unknown; formula?: string }>,
  area: { top: number; left: number; bottom: number; right: number } | null,
): number {
  if (!area) return 0;
  const grid = (pick: (cell: { value: unknown; formula?: string } | undefined) => unknown): number =>
    Buffer.byteLength(
      JSON.stringify(
        Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
          Array.from(
            { length: area.right - area.left + 1 },
            (_unused, column) => pick(cells.get((area.top + row) * 16_384 + area.left + column)) ?? '',
          ),
        ),
      ),
    );
  return grid((cell) => cell?.value) + grid((cell) => cell?.formula ?? cell?.value);
}

/** Waits for what must come, however busy the machine is; what never comes is left to the expectation behind it. */
export async function until(comes: () => boolean): Promise<void> {
  for (let waits = 0; waits < 2000 && !comes(); waits++) await pause(10);
}
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
