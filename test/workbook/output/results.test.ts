import { columnName } from '../../../src/rules';
import { MINH_HOA, SEVEN_GROUPS, type Regulation } from '../../../src/regulations';
import type { WorkbookContent } from '../../../src/workbook/create';
import { judge, planResults, type Judgement } from '../../../src/workbook/job';
import type { PlanCell, SheetPlan } from '../../../src/sheets/plan';
import { pagesFor } from '../../../src/sheets/plan-pages';
import { STYLES, type CellStyle } from '../../../src/sheets/styles';
import { blocCells } from '../blocs';

const NOW = new Date(2026, 0, 15, 9, 5);
const UNITS = 5;

function resultsOf(
  regulation: Regulation,
  content: Partial<WorkbookContent>,
  units = UNITS,
): { plan: SheetPlan; judgement: Judgement } {
  const judgement = judge(blocCells({ units, seed: 21, regulation, content }));
  const [plan] = planResults(judgement, { now: NOW, allowErrors: true });
  if (!plan) throw new Error('no results');
  return { plan, judgement };
}

interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (PlanCell | null)[])[];
  at(row: number, header: string): PlanCell;
  /** The live number beside the table that a printed one shows. */
  live(row: number, header: string): PlanCell;
}

/** The column of the first header that begins so. */
const columnNamed = (plan: SheetPlan, header: string): string => {
  const cells = plan.rows.find(({ cells: row }) => row[0]?.value === 'STT')?.cells ?? [];
  return columnName(cells.findIndex((cell) => String(cell?.value).startsWith(header)));
};

function tableOf(plan: SheetPlan, units = UNITS): Table {
  const header = plan.rows.findIndex(({ cells }) => cells[0]?.value === 'STT');
  const headers = plan.rows[header]?.cells.map((cell) => String(cell?.value)) ?? [];
  const rows = plan.rows.slice(header + 1, header + 1 + units).map(({ cells }) => cells);
  return {
    headers,
    rows,
    at: (row, name) => rows[row]?.[headers.findIndex((text) => text.startsWith(name))] ?? { value: null },
    live: (row, name) =>
      rows[row]?.[headers.findIndex((text) => `${text}\n`.startsWith(`Công thức:\n${name}`))] ?? { value: null },
  };
}

/** Equal leaf scores for all units, but for what `change` says. */
function evenScores(change: (unit: number) => Readonly<Record<string, number>>): Partial<WorkbookContent> {
  const base = {
    'I.1': 20,
    'I.2': 12,
    'I.3': 8,
    'I.4': 8,
    'II.1': 7,
    'II.2': 5,
    'II.3': 5,
    'III.1': 6,
    'III.2': 4,
    'III.3': 3,
    'III.4': 3,
  };
  return {
    scores: Object.fromEntries(
      Array.from({ length: UNITS }, (_, index) => [
        `DV0${String(index + 1)}`,
        { bloc: { ...base, ...change(index + 1) } },
      ]),
    ),
  };
}

/** Characters of the printed columns together. */
const printedWidth = ({ columns, print }: SheetPlan): number =>
  columns.slice(0, (print?.area?.right ?? 0) + 1).reduce((sum, { width }) => sum + width, 0);

describe('Kết quả', () => {
  test('has one row per unit in rank order, formulas with stored values', () => {
    const { plan, judgement } = resultsOf(MINH_HOA, {});
    const table = tableOf(plan);
    expect(table.headers.slice(0, 9)).toEqual([
      'STT',
      'Tên đơn vị',
      'Nhóm I\n(60)',
      'Nhóm II\n(20)',
      'Nhóm III\n(20)',
      'Điểm thưởng',
      'Điểm trừ',
      'Tổng điểm',
      'Xếp hạng',
    ]);
    const totals = table.rows.map((_, row) => Number(table.live(row, 'Tổng điểm').value));
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    table.rows.forEach((_, row) => {
      for (const header of ['Nhóm I\n', 'Nhóm II\n', 'Nhóm III\n', 'Điểm thưởng', 'Điểm trừ', 'Tổng điểm']) {
        const { formula, value } = table.live(row, header);
        expect(typeof value).toBe('number');
        expect(formula).toMatch(/^ROUND\(.*\)$/);
      }
      expect(table.at(row, 'Xếp hạng').formula).toMatch(/^1\+SUMPRODUCT/);
      const unit = judgement.evaluation.units.find(({ name }) => name === table.at(row, 'Tên đơn vị').value);
      expect(String(table.live(row, 'Tổng điểm').value)).toBe(unit?.total);
      expect(table.at(row, 'Xếp hạng').value).toBe(unit?.rank);
    });
  });

  test('prints numbers of points as texts with a comma that follow the live numbers beside, right-aligned, with the same decimals in a column', () => {
    const { plan } = resultsOf(
      MINH_HOA,
      evenScores((unit) => (unit === 2 ? { 'I.1': 19.25, 'II.1': 6.5 } : {})),
    );
    const table = tableOf(plan);
    for (const [header, shown] of [
      ['Nhóm I\n', ['48,00', '47,25']],
      ['Nhóm II\n', ['17,00', '16,50']],
      ['Điểm thưởng', ['0']],
      ['Tổng điểm', ['81,00', '79,75']],
    ] as const) {
      const printed = table.rows.map((_, row) => table.at(row, header));
      expect([...new Set(printed.map(({ value }) => value))]).toEqual(shown);
      printed.forEach(({ formula, style }, row) => {
        const decimals = String(shown[0].split(',')[1]?.length ?? 0);
        expect(formula).toBe(
          `SUBSTITUTE(FIXED(${columnNamed(plan, `Công thức:\n${header.trim()}`)}${String(plan.rows.findIndex(({ cells }) => cells[0]?.value === 'STT') + 2 + row)},${decimals},TRUE),".",",")`,
        );
        const look: CellStyle = STYLES[style ?? 'plain'];
        expect(look.align).toBe('right');
        expect(table.live(row, header).format).toBe(decimals === '0' ? '0' : `0.${'0'.repeat(Number(decimals))}`);
      });
    }
    const right = plan.print?.area?.right ?? 0;
    expect(table.headers[right]).toBe('Ghi chú');
    expect(table.headers.slice(right + 1).every((header) => header.startsWith('Công thức:\n'))).toBe(true);
  });

  test('writes the formulas people can follow', () => {
    const { plan } = resultsOf(MINH_HOA, {});
    const first = plan.rows.findIndex(({ cells }) => cells[0]?.value === 'STT') + 1;
    const [row, last] = [String(first + 1), String(first + UNITS)];
    const table = tableOf(plan);
    const [from, to, bonus, deduction, total] = ['Nhóm I', 'Nhóm III', 'Điểm thưởng', 'Điểm trừ', 'Tổng điểm'].map(
      (header) => columnNamed(plan, `Công thức:\n${header}`),
    );
    expect(table.live(0, 'Điểm thưởng').formula).toMatch(
      /^ROUND\(MIN\(10,SUM\(MIN\(10,SUM\('Chấm điểm'![A-Z]+20:[A-Z]+21\)\)\)\),12\)$/,
    );
    expect(table.live(0, 'Tổng điểm').formula).toBe(
      `ROUND(ROUND(SUM(${from ?? ''}${row}:${to ?? ''}${row})+${bonus ?? ''}${row}-${deduction ?? ''}${row},9),2)`,
    );
    expect(table.at(0, 'Xếp hạng').formula).toBe(
      `1+SUMPRODUCT(--($${total ?? ''}$${row}:$${total ?? ''}$${last}>${total ?? ''}${row}))`,
    );
  });

  test('uses only functions that Excel 2010 knows', () => {
    const formulas = [MINH_HOA, SEVEN_GROUPS]
      .flatMap((regulation) => resultsOf(regulation, {}).plan.rows)
      .flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? []));
    const used = new Set(formulas.flatMap((formula) => [...formula.matchAll(/([A-Z]+)\(/g)].map(([, name]) => name)));
    for (const name of used)
      expect([
        'ROUND',
        'SUM',
        'MIN',
        'MAX',
        'IF',
        'OR',
        'N',
        'ISNUMBER',
        'SUMPRODUCT',
        'ABS',
        'IFERROR',
        'AVERAGE',
        'FIXED',
        'SUBSTITUTE',
      ]).toContain(name);
  });

  test('tells in one cell when a live total or rank is no longer the one written', () => {
    const { plan } = resultsOf(MINH_HOA, {});
    const header = plan.rows.findIndex(({ cells }) => cells[0]?.value === 'STT');
    const line = plan.rows[header - 1]?.cells[0];
    expect(line).toMatchObject({ value: '', style: 'warning' });
    expect(line?.formula).toContain('"ĐIỂM ĐÃ ĐỔI – TÍNH LẠI"');
    const total = columnNamed(plan, 'Công thức:\nTổng điểm');
    expect(line?.formula).toContain(`ABS($${total}$${String(header + 2)}:$${total}$${String(header + 1 + UNITS)}-`);
    const table = tableOf(plan);
    expect(plan.columns.filter(({ hidden }) => hidden)).toHaveLength(2);
    table.rows.forEach((cells, row) => {
      expect(cells.slice(-2).map((cell) => cell?.value)).toEqual([
        table.live(row, 'Tổng điểm').value,
        table.at(row, 'Xếp hạng').value,
      ]);
    });
  });

  test('says what broke a tie and keeps the broken rank live', () => {
    // 1 and 2 share a total; 2 has more bonus points.
    const { plan } = resultsOf(
      MINH_HOA,
      evenScores((unit) => (unit === 1 ? { 'I.1': 24 } : unit === 2 ? { 'I.1': 22, 'T.1': 2 } : { 'I.1': 20 - unit })),
    );
    const table = tableOf(plan);
    expect(table.rows.map((_, row) => table.at(row, 'Tên đơn vị').value).slice(0, 2)).toEqual([
      'Đơn vị số 02',
      'Đơn vị số 01',
    ]);
    expect(table.at(1, 'Xếp hạng')).toMatchObject({ value: 2 });
    expect(table.at(1, 'Xếp hạng').formula).toMatch(/\+1$/);
    expect(table.at(0, 'Xếp hạng').formula).not.toMatch(/\+\d+$/);
    expect(table.at(1, 'Ghi chú').value).toBe('Bằng tổng điểm; xếp theo điểm thưởng');
  });

  test('shows a pending award as pending and says so above the table', () => {
    const { plan } = resultsOf(MINH_HOA, { ...evenScores(() => ({})), settings: [{ setting: 'tieKeys', value: '' }] });
    const texts = plan.rows
      .flatMap(({ cells }) => cells.map((cell) => cell?.value))
      .filter((value) => typeof value === 'string');
    expect(texts.some((text) => text.startsWith('CHƯA CHỐT – ') && text.includes('Cờ thi đua của Chính phủ'))).toBe(
      true,
    );
    expect(tableOf(plan).at(0, 'Đề nghị').value).toContain('(chưa chốt: Cờ thi đua của Chính phủ');
    expect(tableOf(plan).at(0, 'Ghi chú').value).toContain('Đồng hạng với');
  });

  test('keeps a unit without total in the table, unranked, with the reason, and marks ranks provisional', () => {
    const content = evenScores((unit) => ({ 'I.1': 25 - unit }));
    const scores = { ...content.scores, DV03: { bloc: { 'I.1': 5 } } };
    const { plan } = resultsOf(MINH_HOA, { scores });
    const table = tableOf(plan);
    expect(table.at(4, 'Tên đơn vị').value).toBe('Đơn vị số 03');
    expect(table.at(4, 'Tổng điểm').value).toBe('–');
    expect(table.at(4, 'Xếp hạng').value).toBe('–');
    expect(table.at(4, 'Ghi chú').value).toBe('Chưa đủ điểm');
    expect(table.at(0, 'Xếp hạng').format).toBe('0"*"');
  });

  test('writes the value in italics where no formula can follow the rules, and says so', () => {
    // A sanction may set I.1 to 0, so section I of the seven groups hangs on an attribute.
    const { plan } = resultsOf(SEVEN_GROUPS, {});
    const table = tableOf(plan);
    expect(table.live(0, 'Nhóm I\n').formula).toBeUndefined();
    expect([table.live(0, 'Nhóm I\n').style, table.at(0, 'Nhóm I\n').style]).toEqual(['written', 'written']);
    expect(table.live(0, 'Nhóm V\n').formula).toMatch(/^ROUND\(/);
    expect(plan.rows.some(({ cells }) => String(cells[0]?.value).includes('Số in nghiêng'))).toBe(true);
  });

  test('writes no formula longer than a cell of Excel takes', () => {
    // 120 leaves that may not apply, each asked for three words, in one section.
    const leaves = Array.from({ length: 120 }, (_, index) => ({
      code: `I.${String(index + 1)}`,
      name: `Tiêu chí ${String(index + 1)}`,
      max: 1,
      na: 'có' as const,
    }));
    const regulation: Regulation = {
      ...MINH_HOA,
      criteria: [{ code: 'I', name: 'Nhóm', max: 120, way: 'nhóm' }, ...leaves],
      settings: [{ setting: 'scale', value: 120 }],
    };
    const treatments = ['đủ điểm', 'quy đổi theo nhóm', 'quy đổi theo tổng'];
    for (const value of treatments) {
      const { plan } = resultsOf(regulation, { settings: [{ setting: 'notApplicable', value }] });
      const lengths = plan.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => (cell?.formula === undefined ? [] : [cell.formula.length])),
      );
      expect(Math.max(...lengths)).toBeLessThanOrEqual(8192);
    }
    const { plan } = resultsOf(regulation, { settings: [{ setting: 'notApplicable', value: 'đủ điểm' }] });
    expect(tableOf(plan).at(0, 'Nhóm I\n')).toMatchObject({ style: 'written' });
  });

  test('rescales the whole where the workbook says so, in a column of its own', () => {
    const regulation: Regulation = {
      ...MINH_HOA,
      criteria: MINH_HOA.criteria.map((row) => (row.code === 'III.4' ? { ...row, na: 'có' } : row)),
    };
    const content = evenScores((unit) => ({ 'I.1': 25 - unit }));
    const scores = Object.fromEntries(
      Object.entries(content.scores ?? {}).map(([unit, levels]) => [
        unit,
        unit === 'DV01' ? { bloc: { ...levels.bloc, 'III.4': 'KAD' } } : levels,
      ]),
    );
    const { plan, judgement } = resultsOf(regulation, {
      scores,
      settings: [{ setting: 'notApplicable', value: 'quy đổi theo tổng' }],
    });
    const table = tableOf(plan);
    const first = table.rows.findIndex((_, row) => table.at(row, 'Tên đơn vị').value === 'Đơn vị số 01');
    // 24+12+8+8 + 7+5+5 + 6+4+3 = 82 of 96 applicable points: 82 × 100 / 96.
    expect(table.live(first, 'Quy đổi').value).toBeCloseTo(85.41666666666667, 10);
    expect(table.at(first, 'Quy đổi').value).toBe('85,4167');
    expect(table.live(first, 'Quy đổi').formula).toContain('*100/(');
    expect(judgement.evaluation.units.find(({ id }) => id === 'DV01')?.total).toBe('85.42');
    expect(table.at(first, 'Tổng điểm').value).toBe('85,42');
  });

  test('rescales inside a section where the workbook says so', () => {
    const regulation: Regulation = {
      ...MINH_HOA,
      criteria: MINH_HOA.criteria.map((row) => (row.code === 'III.4' ? { ...row, na: 'có' } : row)),
    };
    const content = evenScores((unit) => ({ 'I.1': 25 - unit }));
    const scores = Object.fromEntries(
      Object.entries(content.scores ?? {}).map(([unit, levels]) => [
        unit,
        { bloc: { ...levels.bloc, 'III.4': 'KAD' } },
      ]),
    );
    const table = tableOf(
      resultsOf(regulation, { scores, settings: [{ setting: 'notApplicable', value: 'quy đổi theo nhóm' }] }).plan,
    );
    // 6 + 4 + 3 = 13 of 16 applicable points: 13 × 20 / 16.
    expect(table.live(0, 'Nhóm III\n').value).toBe(16.25);
    expect(table.live(0, 'Nhóm III\n').formula).toMatch(
      /\*20\/\(MIN\(20,SUM\(7,5,4,IF\(OR\(.*="KAD".*\),0,4\)\)\)\),12\)\)$/,
    );
    expect(table.headers.some((header) => header.startsWith('Quy đổi'))).toBe(false);
  });

  test('prints on A4 landscape, header rows repeated, numbers from page 2', () => {
    const { plan } = resultsOf(MINH_HOA, {});
    const header = plan.rows.findIndex(({ cells }) => cells[0]?.value === 'STT');
    expect(plan.print).toMatchObject({
      orientation: 'landscape',
      plainFirstPage: true,
      header: '&C&"Times New Roman,Regular"&13&P',
    });
    expect(plan.print?.titleRows?.last).toBe(header);
    expect(printedWidth(plan)).toBeLessThanOrEqual(120);
  });

  test.each([7, 10, 24, 40])('of %i units keeps three of them on the page of the signatures', (units) => {
    const { plan } = resultsOf(MINH_HOA, {}, units);
    const header = plan.rows.findIndex(({ cells }) => cells[0]?.value === 'STT');
    for (const row of plan.print?.breaks ?? []) expect(row).toBeLessThanOrEqual(header + 1 + units - 3);
  });

  const long = (units: number): string[] =>
    Array.from(
      { length: units },
      (_, index) =>
        `Văn phòng Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh ${index % 2 === 0 ? 'A' : 'B'}${String(index)}`,
    );
  test.each([
    { units: 4, names: [], regulation: MINH_HOA, pages: 1 },
    { units: 7, names: long(7), regulation: MINH_HOA, pages: 1 },
    { units: 10, names: long(1), regulation: SEVEN_GROUPS, pages: 1 },
    { units: 12, names: [], regulation: SEVEN_GROUPS, pages: 1 },
    { units: 12, names: long(2), regulation: MINH_HOA, pages: 1 },
    { units: 24, names: long(24), regulation: MINH_HOA, pages: 2 },
    { units: 40, names: [], regulation: SEVEN_GROUPS, pages: 3 },
    { units: 40, names: long(40), regulation: MINH_HOA, pages: 3 },
  ])(
    'of $units units ($regulation.id, $names.length long names) takes no more than $pages pages in any program, in print of at least 9 points',
    ({ units, names, regulation, pages }) => {
      const [plan] = planResults(judge(blocCells({ units, seed: 21, names, regulation })), { now: NOW });
      if (!plan) throw new Error('no results');
      const widths = plan.columns.slice(0, (plan.print?.area?.right ?? 0) + 1).map(({ width }) => width);
      const { titleRows = null, breaks = [] } = plan.print ?? {};
      const keepFrom = plan.rows.findIndex(({ cells }) => cells[0]?.value === 'STT') + 1 + units - 3;
      const ends = pagesFor({
        rows: plan.rows,
        widths,
        orientation: 'landscape',
        titleRows,
        keepFrom: breaks[0] ?? keepFrom,
      });
      expect(ends.pages).toBeLessThanOrEqual(pages);
      expect(plan.print?.pagesHigh === 1).toBe(pages === 1);
      expect(ends.scale).toBeGreaterThanOrEqual(0.749);
    },
  );

  test('draws the totals of the ranked units', () => {
    const { plan } = resultsOf(MINH_HOA, {});
    const header = plan.rows.findIndex(({ cells }) => cells[0]?.value === 'STT');
    expect(plan.chart).toMatchObject({ categories: { top: header + 1, bottom: header + UNITS, left: 1, right: 1 } });
    expect(columnName(plan.chart?.values.left ?? 0)).toBe(columnNamed(plan, 'Công thức:\nTổng điểm'));
  });

  test.each(['=HYPERLINK("http://x")', '+1', '@x'])('writes a unit called %s as text on every sheet', (name) => {
    const judgement = judge(blocCells({ units: 3, seed: 22, names: [name] }));
    const cells = planResults(judgement, { now: NOW }).flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.filter((cell) => cell?.value === name)),
    );
    expect(cells.length).toBeGreaterThanOrEqual(2);
    for (const cell of cells) expect(cell?.formula).toBeUndefined();
  });
});
