/** Whole workbooks with one small fault in numbers, texts, formats or facts: their outcome and all that is said of them, through both doors. */
import { issueText } from '../../../src/text';
import type { Cell, WorkbookCells } from '../../../src/sheets/cells';
import { judge, planResults } from '../../../src/workbook/job';
import { throughExcel, throughFile, told } from '../../sieve/doors';
import { workbook } from '../../support/tables';
import { placed } from './base';
import { all, awardsOf, indexOf, row, sampleB, set, SETTLED, type Change } from './in-sample';

const S = 'Chấm điểm';
const NOW = new Date(2026, 0, 15, 9, 30);
const loud = (cells: WorkbookCells): string[] =>
  judge(cells)
    .evaluation.issues.filter(({ severity }) => severity !== 'info')
    .map(placed);

async function bothDoorsTellTheSame(cells: WorkbookCells): Promise<void> {
  expect(told(throughFile(cells))).toBe(told(judge(cells)));
  expect(told(await throughExcel(cells))).toBe(told(judge(cells)));
}

const formula = (written: string, value: number): Cell => ({ formula: written, value });

/** The points of STP and SKHCN brought to one total but for their bonus, 0.3 each: a tie for the last place. */
const border = (bonus: Cell): Change =>
  set({
    [`${S}!S6`]: '23.5',
    [`${S}!S7`]: '14.25',
    [`${S}!S8`]: '8',
    [`${S}!S9`]: '9',
    [`${S}!S13`]: '5.8',
    [`${S}!S15`]: '6.7',
    [`${S}!S17`]: '3.2',
    [`${S}!S18`]: '3.8',
    [`${S}!S20`]: bonus,
    [`${S}!U20`]: '0.3',
    'Tiêu chí!G19': '',
  });
const TIED = 'CP ok TTT | UBND ok SNV | BK pending:tie STP SKHCN';
const bonusAsked = (bonus: Cell): Change =>
  all(set({ 'Điều kiện!C7': 'điểm thưởng', 'Điều kiện!E7': '0.3', 'Tiêu chí!G19': '', [`${S}!O20`]: bonus }));

/** Two units of the same points, unrounded, no key: only noise in a deduction could part them. */
const twins = (noise: Cell): Change =>
  all(
    set({ 'Quy tắc!B7': 'không làm tròn', 'Quy tắc!B14': '' }),
    ...[6, 7, 8, 9, 11, 12, 13, 15, 16, 17, 18, 20].map((at) =>
      set({ [`${S}!E${String(at)}`]: '3', [`${S}!G${String(at)}`]: '3' }),
    ),
    set({ [`${S}!E24`]: noise, [`${S}!G24`]: '0' }),
  );

/** Every unit's code as a number that is shown with zeros in front. */
const numbered: Change = (cells) => {
  const codes = new Map(
    (cells.sheets[indexOf(cells, 'Đơn vị')]?.rows ?? [])
      .slice(3)
      .flatMap((line, at) => (typeof line?.[0]?.value === 'string' ? [[line[0].value, at + 1] as const] : [])),
  );
  const number = (cell: Cell | undefined): Cell | undefined =>
    typeof cell?.value === 'string' && codes.has(cell.value)
      ? { value: codes.get(cell.value) ?? 0, format: '000' }
      : cell;
  return {
    ...cells,
    sheets: cells.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((line) => line?.map(number)) })),
  };
};

/** What follows from other points than the formulas of the sheet hold. */
const FOLLOWS = ['sum-differs', 'tie-unresolved', 'tie-at-cutoff'];

const IN_SAMPLE: readonly (readonly [what: string, change: Change, awards: string, said: readonly string[]])[] = [
  ['9.8-9.5 is 0.3: a tie for the last place', border(formula('9.8-9.5', 9.8 - 9.5)), TIED, [`float-noise ${S}!S20`]],
  ['0.3 as it is typed: the same tie', border({ value: 0.3 }), TIED, []],
  ['100-99.7 meets a bonus of 0.3', bonusAsked(formula('100-99.7', 100 - 99.7)), SETTLED, [`float-noise ${S}!O20`]],
  [
    '100-99.7 as LibreOffice saves it',
    bonusAsked(formula('100-99.7', 0.299999999999997)),
    SETTLED,
    [`float-noise ${S}!O20`],
  ],
  [
    'less than nothing by 2.8e-17 is 0: no sign to turn',
    set({ [`${S}!E24`]: formula('0.3-0.2-0.1', 0.3 - 0.2 - 0.1) }),
    SETTLED,
    [`float-noise ${S}!E24`],
  ],
  ['unit codes 1 to 10 shown as 001 to 010', numbered, 'CP ok 002 | UBND ok 005 | BK ok 006 007 009', []],
  ['a score that is shown as nothing', set({ [`${S}!G6`]: '24.25 @ ;;;' }), SETTLED, [`shown-differs ${S}!G6`]],
  [
    '“Không có” for a yes or no',
    set({ 'Đơn vị!D5': 'Không có' }),
    'CP pending:unknown | UBND ok SNV | BK ok STP SKHCN BDT',
    ['attribute-invalid Đơn vị!D5', 'eligibility-unknown Đơn vị!D5'],
  ],
  [
    'names of units in TCVN3',
    set({
      'Đơn vị!B6': 'Së KÕ ho¹ch vµ §Çu t\u00AD',
      'Đơn vị!B8': 'Së Néi vô',
      [`${S}!H3`]: 'Së KÕ ho¹ch vµ §Çu t\u00AD',
      [`${S}!L3`]: 'Së Néi vô',
    }),
    SETTLED,
    ['legacy-encoding Đơn vị!B6', 'legacy-encoding Đơn vị!B8', `legacy-encoding ${S}!H3`, `legacy-encoding ${S}!L3`],
  ],
  ['a blank row in Thông tin above the leaders', row('Thông tin', 12), SETTLED, []],
];

test.each(IN_SAMPLE)('%s', async (_, change, awards, said) => {
  const cells = change(sampleB());
  expect(awardsOf(judge(cells).evaluation).replaceAll('SKHCN STP BDT', 'STP SKHCN BDT')).toBe(awards);
  expect(loud(cells).filter((issue) => !FOLLOWS.some((code) => issue.startsWith(code)))).toEqual(said);
  await bothDoorsTellTheSame(cells);
});

test('a stale formula in manual calculation: nothing that hangs on it is settled', () => {
  const cells = { ...set({ [`${S}!G6`]: formula('F6-10', 23.75) })(sampleB()), manualCalculation: true };
  expect(awardsOf(judge(cells).evaluation)).toBe(
    'CP pending:unknown | UBND pending:unknown | BK pending:unknown SKHCN BDT',
  );
  expect(loud(cells)).toEqual([`manual-calculation Thông tin!A1`, `formula-not-calculated ${S}!G6`]);
});

test('noise of 5.6e-17 parts nobody, and nothing printed has more than nine decimals', async () => {
  const cells = twins(formula('SUM(0.1,0.2,-0.3)', 0.1 + 0.2 - 0.3))(sampleB());
  const judgement = judge(cells);
  const [first, second] = ['VPUBND', 'TTT'].map((code) => judgement.evaluation.units.find(({ id }) => id === code));
  expect([first?.total, first?.rank]).toEqual([second?.total, second?.rank]);
  const long = planResults(judgement, { now: NOW, allowErrors: true }).flatMap(({ rows }) =>
    rows.flatMap(({ cells: line }) =>
      line.flatMap((cell) => (/\d[.,]\d{10}/u.test(String(cell?.value ?? '')) ? [cell?.value] : [])),
    ),
  );
  expect(long).toEqual([]);
  expect(
    judgement.evaluation.issues
      .flatMap(({ fix }) => (fix === undefined ? [] : [JSON.stringify(fix)]))
      .filter((fix) => /\d[.,]\d{10}|e-\d/u.test(fix)),
  ).toEqual([]);
  await bothDoorsTellTheSame(cells);
});

test('a yes or no that is neither: what may be entered, at its cell, with the unit’s name, never what would bar it', () => {
  const found = judge(set({ 'Đơn vị!D5': 'Không có' })(sampleB())).evaluation.issues.filter(
    ({ severity }) => severity !== 'info',
  );
  const said = found.map((one) => Object.values(issueText(one, 'vi')).join(' '));
  for (const sentence of said) {
    expect(sentence).toContain('có hoặc không');
    expect(sentence).toContain('Thanh tra tỉnh');
    expect(sentence).not.toMatch(/cần:? “?có[”. ]*$/iu);
  }
});

/** A bloc of one level and no more than the tables given. */
function bloc(tables: Readonly<Record<string, string>>): WorkbookCells {
  return workbook({
    'Thông tin': `
      Mục | Giá trị
      Mẫu sổ | thidua/1
      Tên khối | Khối thi đua minh họa
      Năm | 2024`,
    'Quy tắc': `
      Quy tắc | Giá trị
      Cấp điểm xếp hạng | khối chấm`,
    ...tables,
  });
}

test('a percentage beside a plain target counts as its number of percent: the flag stays where it belongs', async () => {
  const cells = bloc({
    'Tiêu chí':
      'Mã | Nội dung | Điểm tối đa | Tính vào | Cách chấm\n I | Việc thường xuyên | 90\n II | Chỉ tiêu | 10 | | tỷ lệ',
    'Đơn vị': 'Mã | Tên đơn vị\n A | Đơn vị A\n B | Đơn vị B',
    [S]: 'Mã | Tiêu chí | Điểm tối đa | A | B\n | | | Khối chấm | Khối chấm\n I | | 90 | 80 | 79\n II | | 10 | |',
    'Số liệu': 'Mã đơn vị | Mã tiêu chí | Chỉ tiêu | Thực hiện\n A | II | 95 | 0.712 @ 0.0%\n B | II | 95 | 60',
    'Khen thưởng': 'Mã | Hình thức | Số suất\n CO | Cờ thi đua | 1',
  });
  const { units, awards } = judge(cells).evaluation;
  expect(units.map(({ total }) => total)).toEqual(['87.49', '85.32']);
  expect(awards[0]?.units).toEqual(['A']);
  expect(loud(cells)).toEqual(['percent-scale Số liệu!D2']);
  await bothDoorsTellTheSame(cells);
});

test('one unknown fact that acts twice is answered once: the award is settled', async () => {
  const cells = bloc({
    'Tiêu chí': 'Mã | Nội dung | Điểm tối đa\n I | Nội dung thi đua | 100',
    'Đơn vị': 'Mã | Tên đơn vị | Kỷ luật\n A | Đơn vị A | không\n B | Đơn vị B |',
    [S]: 'Mã | Tiêu chí | Điểm tối đa | A | B\n | | | Khối chấm | Khối chấm\n I | | 100 | 80 | 75',
    'Khen thưởng': 'Mã | Hình thức | Số suất\n GF | Cờ thi đua | 1\n CM | Bằng khen | 1',
    'Điều kiện':
      'Mã | Áp dụng cho | Trường | Phép so | Giá trị | Nhóm hoặc | Hệ quả\n k2 | GF | xếp loại | = | Khá\n s0 | * | Kỷ luật | = | có | | hạ một bậc\n s2 | * | Kỷ luật | = | có | | loại',
    'Xếp loại': 'Xếp loại | Từ điểm\n Tốt | 70\n Khá |',
  });
  const { awards, units } = judge(cells).evaluation;
  expect(awards.map(({ id, status, units: holders }) => [id, status, ...holders].join(' '))).toEqual([
    'GF ok',
    'CM ok A',
  ]);
  expect(units.map(({ grade }) => grade)).toEqual(['Tốt', null]);
  await bothDoorsTellTheSame(cells);
});

test('a grade that a missing total could still change is open', async () => {
  const cells = bloc({
    'Tiêu chí': 'Mã | Nội dung | Điểm tối đa\n I | Nội dung thi đua | 100',
    'Đơn vị': 'Mã | Tên đơn vị\n A | Đơn vị A\n B | Đơn vị B\n C | Đơn vị C\n D | Đơn vị D',
    [S]: 'Mã | Tiêu chí | Điểm tối đa | A | B | C | D\n | | | Khối chấm | Khối chấm | Khối chấm | Khối chấm\n I | | 100 | 93 | x | 85 | 70',
    'Khen thưởng': 'Mã | Hình thức | Số suất\n CO | Cờ thi đua | 1',
    'Xếp loại': 'Xếp loại | Từ điểm | Số đơn vị tối đa\n Xuất sắc | 90 | 1\n Tốt | 80\n Khá |',
  });
  expect(judge(cells).evaluation.units.map(({ id, grade, gradeProvisional }) => [id, grade, gradeProvisional])).toEqual(
    [
      ['A', 'Xuất sắc', true],
      ['B', null, true],
      ['C', 'Tốt', false],
      ['D', 'Khá', false],
    ],
  );
  await bothDoorsTellTheSame(cells);
});

test('a fact that would set a criterion to 0: both totals are said, and what hangs on neither is settled', async () => {
  const cells = bloc({
    'Tiêu chí': 'Mã | Nội dung | Điểm tối đa\n I | Nội dung thi đua | 95\n II | Báo cáo | 5',
    'Đơn vị': 'Mã | Tên đơn vị | Nộp muộn\n A | Đơn vị A | không\n B | Đơn vị B |',
    [S]: 'Mã | Tiêu chí | Điểm tối đa | A | B\n | | | Khối chấm | Khối chấm\n I | | 95 | 90 | 40\n II | | 5 | 5 | 3',
    'Khen thưởng': 'Mã | Hình thức | Số suất\n CO | Cờ thi đua | 1',
    'Điều kiện':
      'Mã | Áp dụng cho | Trường | Phép so | Giá trị | Nhóm hoặc | Hệ quả\n s | * | Nộp muộn | = | có | | tiêu chí II = 0',
  });
  const { units, awards } = judge(cells).evaluation;
  expect(awards.map(({ status, units: holders }) => [status, ...holders])).toEqual([['ok', 'A']]);
  expect(units[1]).toMatchObject({ total: null, possibleTotals: ['43', '40'] });
  await bothDoorsTellTheSame(cells);
});
