/** Blocs whose scores are quotients: what LibreOffice recalculates in `Kết quả` is what the rules gave. */
import { readFileSync } from 'node:fs';
import { MINH_HOA } from '../../../src/regulations';
import { judge, planResults } from '../../../src/workbook/job';
import type { PlanCell, SheetPlan } from '../../../src/sheets/plan';
import { CHANGED } from '../../../src/sheets/banner';
import { findOutput } from '../../../src/sheets/stamp';
import { createPackage, readWorkbook, writeSheets } from '../../../src/xlsx';
import { missingProgram, openWorkshop, withoutStoredValues } from '../../print/office';
import { blocPlans } from '../blocs';

const missing = missingProgram();
const NOW = new Date(2026, 0, 15, 9, 30);
const BLOCS = 8;
const FREE = new Set(
  MINH_HOA.criteria.filter(({ way }) => way === 'điểm' || way === undefined).map(({ code }) => code),
);

/** Points of free criteria become quotients of the same size or a little less: thousandths by 3, 7 or 13. */
function divided(plan: SheetPlan): SheetPlan {
  if (plan.name !== 'Chấm điểm') return plan;
  const quotient = (cell: PlanCell | null | undefined, row: number): PlanCell | null | undefined => {
    if (typeof cell?.value !== 'number' || cell.formula !== undefined || cell.value <= 0.1) return cell;
    const by = [3, 7, 13][row % 3] ?? 3;
    const numerator = Math.floor(cell.value * by * 1000 - 5) / 1000;
    return { ...cell, value: numerator / by, formula: `${String(numerator)}/${String(by)}` };
  };
  return {
    ...plan,
    rows: plan.rows.map((row, index) =>
      FREE.has(String(row.cells[0]?.value))
        ? { ...row, cells: row.cells.map((cell, column) => (column < 3 ? cell : (quotient(cell, index) ?? null))) }
        : row,
    ),
  };
}

(missing === null ? test : test.skip)(
  `totals and ranks of ${String(BLOCS)} blocs after a recalculation${missing === null ? '' : ` (${missing} is not installed)`}`,
  () => {
    const workshop = openWorkshop();
    try {
      const blocs = Array.from({ length: BLOCS }, (_, seed) => {
        const bytes = createPackage(blocPlans({ units: 6 + seed, seed: seed + 1 }).map(divided));
        const cells = readWorkbook(bytes);
        if (!cells.ok) throw new Error(cells.error.code);
        const judgement = judge(cells.value);
        const written = writeSheets(bytes, planResults(judgement, { now: NOW, allowErrors: true }));
        if (!written.ok) throw new Error(written.error.code);
        return { name: `thuong-${String(seed)}`, judgement, bytes: withoutStoredValues(written.value) };
      });
      const outputs = workshop.convert(new Map(blocs.map(({ name, bytes }) => [name, bytes])), 'xlsx');
      for (const {
        name,
        judgement: { evaluation },
      } of blocs) {
        const after = readWorkbook(readFileSync(outputs.get(name) ?? ''));
        const rows = after.ok ? (findOutput(after.value, 'results')?.rows ?? []) : [];
        expect(rows.some((row) => row?.some((cell) => cell?.value === CHANGED))).toBe(false);
        const header = rows.findIndex((row) => row?.some((cell) => cell?.value === 'Công thức:\nTổng điểm'));
        const at = (title: string): number => rows[header]?.findIndex((cell) => cell?.value === title) ?? -1;
        const shown = evaluation.units.map(({ name: unit, total, rank }) => {
          const row = rows.find((cells) => cells?.[at('Tên đơn vị')]?.value === unit);
          return {
            total: [Number(total), row?.[at('Công thức:\nTổng điểm')]?.value],
            rank: [rank, row?.[at('Xếp hạng')]?.value],
          };
        });
        for (const { total, rank } of shown) {
          expect(rank[1]).toBe(rank[0]);
          expect(total[1]).toBeCloseTo(Number(total[0]), 9);
        }
        expect(evaluation.units.some(({ exact, total }) => exact !== total)).toBe(true);
      }
    } finally {
      workshop.close();
    }
  },
  600_000,
);
