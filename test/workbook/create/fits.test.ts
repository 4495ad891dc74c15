/** No text of a created or written sheet is wider or higher than the cells it stands in, measured by the widths of Times New Roman's letters. */
import { MINH_HOA, REGULATIONS } from '../../../src/regulations';
import { judge, planResults } from '../../../src/workbook/job';
import type { PlanCell, SheetPlan } from '../../../src/sheets/plan';
import { cellName } from '../../../src/rules';
import { linesOf } from '../../../src/sheets/plan-parts';
import { STYLES, type CellStyle } from '../../../src/sheets/styles';
import { charactersForLines, charactersForWords } from '../../../src/sheets/text-width';
import { cellsOfPlans } from '../../../src/sheets/plan-cells';
import { blocPlans } from '../blocs';

const LONG = [
  'Văn phòng Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh',
  'Ban Quản lý các Khu công nghiệp và khu kinh tế tỉnh',
  'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
];
const vote = (ballot: string, unit: string) => ({
  ballot,
  unit,
  members: 20,
  present: 20,
  issued: 20,
  returned: 20,
  valid: 20,
  favour: 18,
});
/** Points of a row that lie below its last line at most, whatever the program. */
const LINE = 1.15;

/** Characters of the columns that a cell has for itself. */
function widthOf(plan: SheetPlan, row: number, column: number): number {
  const merge = plan.merges.find(
    ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
  const { left, right } = merge ?? { left: column, right: column };
  return plan.columns.slice(left, right + 1).reduce((sum, { width }) => sum + width, 0);
}

function heightOf(plan: SheetPlan, row: number, column: number): number {
  const merge = plan.merges.find(({ top, left, right }) => top === row && left <= column && column <= right);
  return plan.rows.slice(row, (merge?.bottom ?? row) + 1).reduce((sum, { height }) => sum + (height ?? 15.75), 0);
}

/** What is cut of the texts of a sheet, in words. A text without wrapping may run over empty cells to its right. */
function cutTexts(plan: SheetPlan): string[] {
  const at = (row: number, column: number): string => `${plan.name}!${cellName({ row, column })}`;
  const texts = plan.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column): string[] => {
      if (typeof cell?.value !== 'string' || cell.value === '') return [];
      const { size = 12, bold = false, wrap = false }: CellStyle = STYLES[cell.style ?? 'plain'];
      const look = { size, bold, wrap };
      const weight = bold ? ('bold' as const) : ('regular' as const);
      const width = widthOf(plan, row, column);
      const needed = wrap ? charactersForWords(cell.value, size, weight) : charactersForLines(cell.value, size, weight);
      const free = !wrap && cells.slice(column + 1).every((next: PlanCell | null) => next?.value == null);
      return [
        ...(needed > width + 0.01 && !free
          ? [`${at(row, column)} “${cell.value}” needs ${needed.toFixed(1)} of ${width.toFixed(1)} characters`]
          : []),
        ...(linesOf(cell.value, width, look) * size * LINE > heightOf(plan, row, column)
          ? [`${at(row, column)} “${cell.value}” is higher than its row of ${String(heightOf(plan, row, column))}`]
          : []),
      ];
    }),
  );
  // Whoever chooses from a list gets no higher row: each word of the list fits on one line.
  const chosen = plan.validations.flatMap((rule) =>
    rule.kind !== 'list'
      ? []
      : rule.items.flatMap((item) => {
          const width = plan.columns[rule.area.left]?.width ?? 0;
          return charactersForLines(item, 12) > width + 0.01
            ? [
                `${at(rule.area.top, rule.area.left)} choice “${item}” needs ${charactersForLines(item, 12).toFixed(1)} of ${width.toFixed(1)} characters`,
              ]
            : [];
        }),
  );
  return [...texts, ...chosen];
}

describe.each(REGULATIONS.map((regulation) => [regulation.id, regulation] as const))(
  'a workbook of %s',
  (_, regulation) => {
    const awards = regulation.awards.slice(0, 2).map(({ code }) => code);
    const plans = blocPlans({
      units: 6,
      seed: 41,
      regulation,
      names: LONG,
      content: {
        ballots: [...awards, 'TRUONG_KHOI', 'PHO_TRUONG_KHOI'].flatMap((ballot) =>
          ['DV01', 'DV02'].map((unit) => vote(ballot, unit)),
        ),
      },
    });

    test('shows every text and every choice of its input sheets in full', () => {
      expect(plans.flatMap(cutTexts)).toEqual([]);
    });

    test('shows every text of its results in full', () => {
      expect(
        planResults(judge(cellsOfPlans(plans)), { now: new Date(2026, 0, 15), allowErrors: true }).flatMap(cutTexts),
      ).toEqual([]);
    });
  },
);

test('a column too narrow for a word, a row too low for its lines and a list too wide for its column are found', () => {
  const plan = blocPlans({ units: 3, seed: 42, regulation: MINH_HOA, names: LONG }).find(
    ({ name }) => name === 'Đơn vị',
  );
  if (!plan) throw new Error('no sheet');
  const spoiled: SheetPlan = {
    ...plan,
    columns: plan.columns.map((column, index) => (index === 1 ? { width: 3 } : column)),
    rows: plan.rows.map((row, index) => (index === 3 ? { ...row, height: 10 } : row)),
  };
  expect(cutTexts(plan)).toEqual([]);
  expect(cutTexts(spoiled).map((text) => text.replace(/“.*”/u, ''))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Đơn vị!B3 .*needs/),
      expect.stringMatching(/^Đơn vị!B4 .*higher than its row of 10/),
    ]),
  );
});
