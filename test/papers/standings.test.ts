/** Who stands by for an award above and whose proposal rests: apart from those proposed, with the reason, in every sheet and paper. */
import { judge, planResults } from '../../src/workbook/job';
import { OUTPUT_SHEETS } from '../../src/workbook/layout';
import { STANDING_TEXTS } from '../../src/text/sheets';
import { workbook } from '../support/tables';
import { made, NOW } from './sources';

/** A holds the Government flag and stands by on the provincial one; B's proposal for the diploma rests; C is proposed. */
const judgement = judge(
  workbook({
    'Thông tin': 'Mục | Giá trị\nMẫu sổ | thidua/2\nTên khối | Khối thi đua số 1\nNăm | 2025',
    'Tiêu chí': 'Mã | Nội dung | Điểm tối đa\nI | Chuyên môn | 100',
    'Đơn vị': 'Mã | Tên đơn vị | Đang thanh tra\nA | Sở A | không\nB | Sở B | có\nC | Sở C | không',
    'Chấm điểm': 'Mã | Tiêu chí | Điểm tối đa | A | B | C\nI | Chuyên môn | 100 | 95 | 90 | 85',
    'Khen thưởng':
      'Mã | Hình thức | Số suất | Nếu không được thì | Không kèm\nCP | Cờ Chính phủ | 1 | UBND | \nUBND | Cờ tỉnh | 1 | | \nBK | Bằng khen | 2 | | ',
    'Điều kiện':
      'Mã | Áp dụng cho | Trường | Phép so | Giá trị | Nhóm hoặc | Hệ quả\nĐK1 | * | Đang thanh tra | = | có | | tạm hoãn',
  }),
);
const [flag, provincial, diploma] = judgement.evaluation.awards;

test('the case: one holder, one who stands by, one whose proposal rests', () => {
  expect([flag?.units, provincial?.units, provincial?.fallback, diploma?.units, diploma?.postponed]).toEqual([
    ['A'],
    ['A'],
    ['A'],
    ['B', 'C'],
    ['B'],
  ]);
  expect(judgement.evaluation.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
});

const rowsOf = (name: string): string[] =>
  (planResults(judgement, { now: NOW }).find((plan) => plan.name === name)?.rows ?? []).map(({ cells }) =>
    cells.flatMap((cell) => (cell?.value == null ? [] : [String(cell.value)])).join(' | '),
  );

test('Báo cáo: under each award those proposed, then a line for the others, each with its reason', () => {
  const rows = rowsOf(OUTPUT_SHEETS.report);
  const from = rows.indexOf('Cờ Chính phủ (1 suất)');
  expect(rows.slice(from, from + 10)).toEqual([
    'Cờ Chính phủ (1 suất)',
    '1 | Sở A | 95,00 | 1',
    'Cờ tỉnh (1 suất)',
    `${STANDING_TEXTS.fallback}:`,
    '1 | Sở A | 95,00 | 1',
    expect.stringMatching(/^Lý do: Được đề nghị nếu không được tặng Cờ Chính phủ:/),
    'Bằng khen (2 suất)',
    '1 | Sở C | 85,00 | 3',
    `${STANDING_TEXTS.postponed}:`,
    '1 | Sở B | 90,00 | 2',
  ]);
  expect(rows[from + 10]).toMatch(/^Lý do: .*Tạm hoãn, chưa đề nghị: .*Đang thanh tra/);
});

test('Kết quả and Giải trình: the same words, never a plain proposal', () => {
  const results = rowsOf(OUTPUT_SHEETS.results);
  expect(results.find((row) => row.includes('| Sở A |'))).toContain(
    'Cờ Chính phủ\nCờ tỉnh (nếu không được tặng hình thức cao hơn)',
  );
  expect(results.find((row) => row.includes('| Sở B |'))).toContain('Bằng khen (tạm hoãn, chưa đề nghị)');
  const verdicts = rowsOf(OUTPUT_SHEETS.explanations)
    .filter((row) => /^Sở [ABC] \|/u.test(row))
    .map((row) =>
      row
        .split(' | ')
        .slice(0, 5)
        .filter((_, at) => at !== 1 && at !== 2)
        .join(' | '),
    );
  expect(verdicts).toEqual(
    expect.arrayContaining([
      `Sở A | Cờ tỉnh | ${STANDING_TEXTS.fallback}`,
      `Sở B | Bằng khen | ${STANDING_TEXTS.postponed}`,
      'Sở A | Cờ Chính phủ | Đề nghị',
    ]),
  );
});

test("the papers: apart in report and minutes, a list of its own in the letter, the verdict on the unit's sheet, none in the news", async () => {
  const { paper, job } = await made(judgement);
  for (const file of ['bao-cao-tong-ket', 'bien-ban-hop']) {
    const states = paper(file)
      .tables.flat()
      .filter((row) => row.length > 1)
      .map((row) => [row[1], row.at(-1)]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['Sở A', STANDING_TEXTS.proposed],
        ['Sở A', STANDING_TEXTS.fallback],
        ['Sở B', STANDING_TEXTS.postponed],
        ['Sở C', STANDING_TEXTS.proposed],
      ]),
    );
    expect(paper(file).text).toMatch(
      /Bằng khen – Sở B: tạm hoãn, chưa đề nghị\.\n- Sở B: .*\n- Sở B: Tạm hoãn, chưa đề nghị: .*Đang thanh tra/,
    );
  }
  const lists = paper('to-trinh')
    .tables.slice(-3)
    .map((table) => table.slice(1).map((row) => row.slice(0, 2).join(' ')));
  expect(lists).toEqual([['1 Sở A'], [`${STANDING_TEXTS.fallback}:`, '1 Sở A'], ['1 Sở C']]);
  const { text } = paper('to-trinh');
  expect(text).toContain('Danh sách này có 0 đơn vị đề nghị, 1 đơn vị chờ hình thức cao hơn.');
  expect(text).toMatch(/Tạm hoãn, chưa đề nghị: Sở B \(.*Đang thanh tra.*\)\./);
  const sheet = job.names.find((name) => name.includes('/02')) ?? '';
  expect(
    paper(sheet.replace(/\.docx$/u, ''))
      .tables.flat()
      .find((row) => row[0] === 'Bằng khen')?.[1],
  ).toBe(STANDING_TEXTS.postponed);
  expect(job.news.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    '- Cờ Chính phủ: Sở A.',
    '- Bằng khen: Sở C.',
  ]);
});
