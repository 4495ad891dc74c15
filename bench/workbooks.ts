/** Workbooks to measure with: six sheets and about 2,750 cells each, every one a little different. */
import { createPackage } from '../src/xlsx';
import { columnName } from '../src/rules/model/place';
import type { PlanCell, SheetPlan } from '../src/sheets/plan';
import { sheetPlan } from '../src/sheets/plan-parts';

const sheet = (name: string, rows: SheetPlan['rows'], more: Partial<SheetPlan> = {}): SheetPlan =>
  sheetPlan({ name, rows, columns: [{ width: 8 }, { width: 36 }, { width: 10 }] }, more);

const text = (value: string): PlanCell => ({ value, style: 'text' });

/** A bloc of 14 units and 48 criteria on three levels, with its other sheets; `seed` varies the scores. */
export function benchPlans(seed: number): SheetPlan[] {
  let state = seed * 2654435761 + 1;
  const next = (below: number): number => (state = (state * 1103515245 + 12345) % 2 ** 31) % below;
  const units = Array.from({ length: 14 }, (_, i) => `Đơn vị thi đua số ${String(i + 1)}`);
  const criteria = Array.from({ length: 48 }, (_, i) => ({
    code: `${'I'.repeat((i % 3) + 1)}.${String(i + 1)}`,
    max: 1 + (i % 5),
    name: `Thực hiện nội dung giao ước thi đua thứ ${String(i + 1)} của khối`,
  }));
  const scores: SheetPlan['rows'] = [
    {
      cells: [text('Mã'), text('Tiêu chí'), text('Điểm tối đa'), ...units.flatMap((unit) => [text(unit), null, null])],
    },
    { cells: [null, null, null, ...units.flatMap(() => ['Tự chấm', 'Khối chấm', 'Thẩm định'].map(text))] },
    ...criteria.map(({ code, max, name }) => ({
      cells: [
        text(code),
        text(name),
        { value: max, style: 'number' as const },
        ...units.flatMap(() =>
          [0, 1, 2].map((): PlanCell => ({ value: next(max * 100) / 100, style: 'inputNumber', format: '0.00' })),
        ),
      ],
    })),
    {
      cells: [
        null,
        text('Tổng điểm'),
        null,
        ...units.flatMap((_, u) =>
          [0, 1, 2].map((l): PlanCell => {
            const column = columnName(3 + 3 * u + l);
            return { value: next(9000) / 100, formula: `ROUND(SUM(${column}3:${column}50),2)`, style: 'numberBold' };
          }),
        ),
      ],
    },
  ];
  return [
    sheet(
      'Thông tin',
      [
        ['Mẫu sổ', 'thidua/1'],
        ['Tên khối', `Khối thi đua số ${String(seed)}`],
        ['Năm', '2025'],
      ].map((pair) => ({ cells: pair.map(text) })),
    ),
    sheet(
      'Tiêu chí',
      criteria.map(({ code, max, name }) => ({
        cells: [text(code), text(name), { value: max, style: 'number' }, text('chính'), text('điểm')],
      })),
    ),
    sheet(
      'Đơn vị',
      units.map((unit, i) => ({
        cells: [
          text(`DV${String(i + 1)}`),
          text(unit),
          { value: 45_970 + next(30), style: 'inputDate' },
          { value: i % 2 === 0, style: 'input' },
        ],
      })),
    ),
    sheet('Chấm điểm', scores, {
      merges: units.map((_, u) => ({ top: 0, bottom: 0, left: 3 + 3 * u, right: 5 + 3 * u })),
      columns: [{ width: 8 }, { width: 36 }, { width: 10 }, { width: 9, hidden: true }],
    }),
    sheet('Khen thưởng', [
      { cells: [text('CO'), text('Cờ thi đua'), { value: 1 + next(3), style: 'number' }] },
      { cells: [text('BK'), text('Bằng khen'), text('20% đơn vị')] },
    ]),
    sheet(
      'Bỏ phiếu',
      units.map((_, i) => ({
        cells: [
          text('CO'),
          text(`DV${String(i + 1)}`),
          ...[14, 14, 14, 14, 13, next(14)].map((value): PlanCell => ({ value, style: 'number' })),
        ],
      })),
    ),
  ];
}

export const benchWorkbook = (seed: number): Uint8Array => createPackage(benchPlans(seed));
