import { MINH_HOA } from '../../../src/regulations';
import type { WorkbookContent } from '../../../src/workbook/create';
import { judge, planResults, type PlanOptions } from '../../../src/workbook/job';
import { OUTPUT_SHEETS } from '../../../src/workbook/layout';
import type { SheetPlan } from '../../../src/sheets/plan';
import { progressOf } from '../../../src/workbook/progress';
import { blocCells } from '../blocs';
import { spoiled } from '../read/base';

const NOW = new Date(2026, 0, 15, 9, 5);
const vote = (ballot: string, unit: string, favour: number) => ({
  ballot,
  unit,
  members: 6,
  present: 6,
  issued: 6,
  returned: 6,
  valid: 6,
  favour,
});

function sheetOf(name: string, content: Partial<WorkbookContent>, options: Partial<PlanOptions> = {}): SheetPlan {
  const cells = blocCells({ units: 6, seed: 31, regulation: MINH_HOA, content });
  const plan = planResults(judge(cells), { now: NOW, ...options }).find((one) => one.name === name);
  if (!plan) throw new Error(`no ${name}`);
  return plan;
}

const textsOf = ({ rows }: SheetPlan): string[] =>
  rows.map(({ cells }) =>
    cells
      .flatMap((cell) => (cell?.value == null ? [] : [String(cell.value)]))
      .join(' | ')
      .trim(),
  );

describe('Báo cáo', () => {
  test('names bases, counts, proposals by award, next leaders, and is A4 portrait', () => {
    const plan = sheetOf(OUTPUT_SHEETS.report, {
      info: { nextLeader: 'DV02', nextDeputy: 'DV03' },
      legalBases: ['Luật Thi đua, khen thưởng số 06/2022/QH15'],
    });
    const texts = textsOf(plan);
    expect(texts).toContain('Căn cứ Luật Thi đua, khen thưởng;');
    expect(texts).toContain('Căn cứ Bộ tiêu chí minh họa 60/20/20, thang điểm 100 (tham khảo).');
    for (const line of [
      'Số: ……………/BC-KTĐ | Ninh Bình, ngày 20 tháng 12 năm 2025',
      'Kính gửi: ……………',
      'Nơi nhận:',
      '- Lưu: VT, hồ sơ.',
    ])
      expect(texts).toContain(line);
    expect(texts).toContain('- Số đơn vị trong khối: 6; được xếp hạng: 6; không xếp hạng: 0.');
    expect(texts).toContain('Cờ thi đua của Chính phủ (1 suất)');
    expect(texts).toContain('Bằng khen của Chủ tịch UBND tỉnh (3 suất)');
    expect(texts).toContain('- Trưởng khối: Đơn vị số 02.');
    expect(texts).toContain('- Phó Trưởng khối: Đơn vị số 03.');
    expect(plan.print?.orientation).toBe('portrait');
    expect(plan.columns.reduce((sum, { width }) => sum + width, 0)).toBe(77);
  });

  test('lists the holders in order, with total, rank and the votes on that award', () => {
    const ballots = ['DV01', 'DV02', 'DV03', 'DV04', 'DV05', 'DV06'].flatMap((unit, index) => [
      vote('CP', unit, 6 - index),
      vote('BK', unit, 5),
    ]);
    const cells = blocCells({ units: 6, seed: 31, content: { ballots } });
    const judgement = judge(cells);
    const texts = textsOf(sheetOf(OUTPUT_SHEETS.report, { ballots }));
    const [first] = judgement.evaluation.awards;
    const holder = judgement.evaluation.units.find(({ id }) => id === first?.units[0]);
    const favour = 7 - Number(holder?.id.slice(2));
    expect(texts).toContain(
      `1 | ${holder?.name ?? ''} | ${(holder?.total ?? '').replace('.', ',').replace(/,(\d)$/, ',$10')} | 1 | ${String(favour)}/6`,
    );
  });

  test('leaves the totals out on request', () => {
    const plan = sheetOf(OUTPUT_SHEETS.report, {}, { reportTotals: false });
    expect(textsOf(plan)).toContain('STT | Đơn vị | Xếp hạng');
    expect(textsOf(sheetOf(OUTPUT_SHEETS.report, {}))).toContain('STT | Đơn vị | Tổng điểm | Xếp hạng');
  });

  test('counts the votes of the elections and picks nobody itself', () => {
    const plan = sheetOf(OUTPUT_SHEETS.report, {
      ballots: [vote('TRUONG_KHOI', 'DV02', 5), vote('TRUONG_KHOI', 'DV03', 1)],
    });
    expect(textsOf(plan)).toContain('- Trưởng khối: (chưa ghi).');
    expect(textsOf(plan)).toContain('Kết quả bỏ phiếu: Đơn vị số 02 5 phiếu; Đơn vị số 03 1 phiếu.');
  });
});

describe('Giải trình', () => {
  test('has every unit and every award, with verdict, reason and a link; a reason that awards share is said once', () => {
    const plan = sheetOf(OUTPUT_SHEETS.explanations, {});
    const ofUnits = plan.rows.filter(({ cells }) => String(cells[0]?.value).startsWith('Đơn vị số'));
    const rows = ofUnits.filter(({ cells }) => !String(cells[3]?.value).endsWith('lệch nhau'));
    const named = rows.flatMap(({ cells }) =>
      String(cells[3]?.value)
        .split('\n')
        .map((award) => [award, cells[4]?.value]),
    );
    expect(named).toHaveLength(6 * 3);
    expect(rows.length).toBeLessThan(6 * 3);
    expect(named.filter(([, verdict]) => verdict === 'Đề nghị')).toHaveLength(5);
    for (const { cells } of rows) expect(String(cells[5]?.value)).not.toBe('');
    // Below the awards of each unit, where its self scores and the bloc's differ: five criteria at most, and how many more.
    expect(ofUnits.length - rows.length).toBe(6);
    const lines = ofUnits.filter((row) => !rows.includes(row)).map(({ cells }) => String(cells[5]?.value).split('\n'));
    expect(Math.max(...lines.map(({ length }) => length))).toBe(6);
    expect(lines.some((each) => each.some((line) => /^và \d+ tiêu chí lệch ít hơn$/.test(line)))).toBe(true);
    const failed = rows.find(({ cells }) => String(cells[5]?.value).startsWith('Không đạt điều kiện “hạng = 1”'));
    expect(failed?.cells[6]?.link).toEqual({ sheet: 'Điều kiện', cell: 'A4' });
  });

  test('calls a tied award open, not refused', () => {
    const even = {
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
    const scores = Object.fromEntries([1, 2, 3, 4, 5, 6].map((unit) => [`DV0${String(unit)}`, { bloc: even }]));
    const plan = sheetOf(OUTPUT_SHEETS.explanations, { scores }, { allowErrors: true });
    const [first] = plan.rows.filter(({ cells }) => String(cells[0]?.value).startsWith('Đơn vị số'));
    expect(first?.cells[4]?.value).toBe('Chưa chốt');
    expect(first?.cells[5]?.value).toContain('chờ hội nghị quyết định');
  });
});

describe('Kiểm tra', () => {
  const rowsOf = (judgement: ReturnType<typeof judge>) => {
    const plan = planResults(judgement, { now: NOW }).find(({ name }) => name === OUTPUT_SHEETS.issues);
    const header = plan?.rows.findIndex(({ cells: row }) => row[0]?.value === 'Mức') ?? -1;
    return { plan, rows: plan?.rows.slice(header + 1) ?? [] };
  };

  test('lists every issue with a link to its cell, and counts them', () => {
    const judgement = judge(spoiled({ set: { 'Chấm điểm!E5': 'x', 'Chấm điểm!G6': '' } }));
    const wrong = judgement.evaluation.issues.filter(({ code }) => code !== 'score-missing');
    const { plan, rows } = rowsOf(judgement);
    expect(wrong.length).toBeGreaterThan(0);
    const listed = rows.filter(({ cells: row }) => row[9]?.value !== 'score-missing').slice(0, wrong.length);
    expect(listed.map(({ cells: row }) => row[9]?.value)).toEqual(wrong.map(({ code }) => code));
    expect(listed[0]?.cells[2]?.link).toEqual({ sheet: wrong[0]?.place?.sheet, cell: listed[0]?.cells[2]?.value });
    // Codes are for looking up: they stand beside what is printed.
    expect(plan?.print?.area?.right).toBe(8);
    expect(plan && textsOf(plan).join(' ')).toContain(
      `${String(wrong.filter(({ severity }) => severity === 'error').length)} lỗi, `,
    );
  });

  test('empty cells are no errors: progress first, then one row for each unit', () => {
    const judgement = judge(blocCells({ units: 3, seed: 32, content: { scores: {} } }));
    const { cells, empty, units, sections } = progressOf(judgement);
    const { plan, rows } = rowsOf(judgement);
    expect([empty, units.length]).toEqual([
      judgement.evaluation.issues.filter(({ code }) => code === 'score-missing').length,
      3,
    ]);
    expect(sections.reduce((sum, section) => sum + section.empty, 0)).toBe(empty);
    expect(units.reduce((sum, unit) => sum + unit.missing.length, 0)).toBe(empty);
    expect(cells).toBeGreaterThanOrEqual(empty);
    const missing = rows.filter(({ cells: row }) => row[9]?.value === 'score-missing');
    expect(missing.map(({ cells: row }) => row[0]?.value)).toEqual(['Chưa chấm', 'Chưa chấm', 'Chưa chấm']);
    expect(missing[0]?.cells[2]?.link).toEqual({ sheet: 'Chấm điểm', cell: missing[0]?.cells[2]?.value });
    expect(plan && textsOf(plan).join(' ')).toContain(`Đã chấm ${String(cells - empty)}/${String(cells)} ô. `);
  });

  test('says so when there is nothing', () => {
    expect(textsOf(sheetOf(OUTPUT_SHEETS.issues, {}))).toContain('Không có lỗi, cảnh báo hay ghi chú nào.');
  });
});
