/** Rows of the sheets that are written: as high as their texts, and none that Excel cannot show. */
import { readFileSync } from 'node:fs';
import { judge, planResults } from '../../../src/workbook/job';
import { pageStarts } from '../../../src/sheets/plan-pages';
import { readWorkbook } from '../../../src/xlsx';

const NOW = new Date(2026, 0, 15, 9, 30);
const plansOf = (sample: string) => {
  const cells = readWorkbook(new Uint8Array(readFileSync(`assets/samples/${sample}.xlsx`)));
  if (!cells.ok) throw new Error(sample);
  return planResults(judge(cells.value), { now: NOW, allowErrors: true });
};

test.each(['A', 'B', 'C', 'D', 'E', 'co-loi'])('%s: no row is much higher than its text', (sample) => {
  const high = plansOf(sample).flatMap(({ name, rows }) =>
    rows.flatMap(({ height = 0, cells }, row) => {
      // As many lines as if every cell were seven letters wide and every line 16 points high.
      const longest = Math.max(0, ...cells.map((cell) => (typeof cell?.value === 'string' ? cell.value.length : 0)));
      return height > Math.min(409, 60 + (longest / 7) * 16)
        ? [`${name} row ${String(row + 1)}: ${String(height)}`]
        : [];
    }),
  );
  expect(high).toEqual([]);
});

test('Kiểm tra with eleven errors takes two pages: what is beside the printed columns makes no row higher', () => {
  const plan = plansOf('co-loi').find(({ name }) => name === 'Kiểm tra');
  const heights = plan?.rows.map(({ height = 15.75 }) => height) ?? [];
  expect(Math.max(...heights)).toBeLessThan(120);
  // A4 as it lies, 155 characters shrunk to its width, less what is repeated.
  expect(pageStarts(heights, 480 / 0.76, 40).length).toBeLessThanOrEqual(2);
});
