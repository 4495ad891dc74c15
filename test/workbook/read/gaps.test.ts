/** What published texts ask and workbooks could not say: each clause as a workbook, its opposite beside it. */
import {
  awards,
  ballots,
  bands,
  BASE,
  condition,
  judged,
  levels,
  scores,
  setting,
  units,
  type Sheets,
} from './small-book';

const EQUAL = scores('I | | | 50 | 50 | 45', 'II | | | 40 | 40 | 30');
const VOTE = condition('K | CP | phiếu CP | >= | 80% thành viên');
const OTHERS = ['B', 'C'].map((unit) => `CP | ${unit} | 1 | 15 | 12 | 3 | 15 | 15 | 15 | 2`);
const ratio = (target: string): Sheets => ({
  'Tiêu chí': 'Mã | Nội dung | Điểm tối đa | Cách chấm\nI | Chỉ tiêu | 60 | tỷ lệ\nII | Phong trào | 40',
  ...scores('I | | | | |', 'II | | | 40 | 35 | 30'),
  'Số liệu': [
    'Mã đơn vị | Mã tiêu chí | Chỉ tiêu | Thực hiện',
    `A | I | ${target} | 50`,
    'B | I | 100 | 50',
    'C | I | 100 | 40',
  ].join('\n'),
});
const treatments = (notArisen: string, notAssigned: string): Sheets => ({
  ...setting('Không áp dụng', 'quy đổi theo tổng'),
  'Tiêu chí': `Mã | Nội dung | Điểm tối đa | Không áp dụng\nI | Việc không phát sinh | 20 | ${notArisen}\nII | Việc không được giao | 20 | ${notAssigned}\nIII | Việc chung | 60`,
  ...scores('I | | | KAD | 20 | 20', 'II | | | KAD | 20 | 10', 'III | | | 54 | 50 | 45'),
});
const scale = (value: string): Sheets => ({
  'Quy tắc': `Quy tắc | Giá trị\nThang điểm | ${value}\nTrần điểm thưởng | 15`,
  'Tiêu chí': `${BASE['Tiêu chí'] ?? ''}\nT | Thưởng | 15`
    .replace('tối đa\n', 'tối đa | Tính vào\n')
    .replace('| 15', '| 15 | thưởng'),
  ...scores('I | | | 55 | 50 | 45', 'II | | | 40 | 35 | 30', 'T | | | 15 | 0 | 0'),
});
const grades = (more: Sheets): Sheets => ({
  'Xếp loại': 'Xếp loại | Từ điểm\nXuất sắc | 90\nTốt |',
  ...scores('I | | | 50 | 55 | 45', 'II | | | 40 | 40 | 30'),
  ...more,
});

const OPEN = 'Đang bị thanh tra';
const WOMEN = setting('Thứ tự ưu tiên khi bằng điểm', 'nhóm I; Tỷ lệ nữ từ 70%');
const TWO_YEARS = condition(
  'K | BK | HTXSNV năm trước | = | có | a |\nK2 | BK | Tập thể lao động xuất sắc hai năm | = | có | a |',
);
const REPEATED = {
  'Tiêu chí': 'Mã | Nội dung | Điểm tối đa\nA | Nhiệm vụ |\n1 | Chuyên môn | 60\nB | Phong trào |\n1 | Thi đua | 40',
  ...scores(
    'A | Nhiệm vụ | | | |',
    '1 | Chuyên môn | | 55 | 50 | 45',
    'B | Phong trào | | | |',
    '1 | Thi đua | | 40 | 35 | 30',
  ),
};

const BOARD = {
  'Chấm điểm': [
    'Mã | Tiêu chí | Điểm tối đa | A | | B | | C |',
    `| | ${' | Khối chấm | Thẩm định'.repeat(3)}`,
    'I | | | 55 | 50 | 50 | 48 | 45 | 40',
    'II | | | 40 | | 34 | 35 | 30 | 30',
  ].join('\n'),
};
const SIBLINGS = {
  'Tiêu chí': 'Mã | Nội dung | Điểm tối đa\n1 | Chuyên môn | 60\n1 | Thi đua | 40',
  ...scores('1 | Chuyên môn | | 55 | 50 | 45', '1 | Thi đua | | 40 | 35 | 30'),
};

const PLAIN = 'A 95; B 85; C 75';
const OLD = `${PLAIN} | CP: A; UBND: B; BK: C`;

test.each<[clause: string, asked: Sheets, given: string, opposite: Sheets, otherwise: string]>([
  [
    'Luật 06/2022, điều 25, 26: the unit that leads keeps the second flag',
    awards('Nếu không được thì', 'UBND'),
    `${PLAIN} | CP: A; UBND: A (giữ A); BK: B`,
    {},
    OLD,
  ],
  [
    'a flag and a diploma not beside each other, all else allowed',
    { ...setting('Mỗi đơn vị một hình thức', 'không'), ...awards('Không kèm', 'BK') },
    `${PLAIN} | CP: A; UBND: A; BK: B`,
    setting('Mỗi đơn vị một hình thức', 'không'),
    `${PLAIN} | CP: A; UBND: A; BK: A`,
  ],
  [
    'BTP: "Hội đồng thẩm định" over a column is the Board’s level',
    { ...levels('Tự đánh giá', 'Điểm cụm chấm', 'Hội đồng thẩm định'), ...setting('Cấp điểm xếp hạng', 'thẩm định') },
    'A 91; B 81; C 71 | CP: A; UBND: B; BK: C',
    { ...levels('Tự đánh giá', 'Điểm cụm chấm', 'Tổ thẩm định chéo'), ...setting('Cấp điểm xếp hạng', 'thẩm định') },
    'A –; B –; C – | CP: pending:unknown; UBND: pending:unknown; BK: pending:unknown | header-missing ',
  ],
  [
    'a seventh level ranks by its own name',
    {
      ...levels('Tự chấm', 'Chấm chéo', 'Khối chấm', 'Tổ kiểm tra', 'Hội đồng cơ sở', 'Liên ngành', 'Thẩm định'),
      ...setting('Cấp điểm xếp hạng', 'Liên ngành'),
    },
    'A 85; B 75; C 65 | CP: A; UBND: B; BK: C',
    levels('Tự chấm', 'Chấm chéo', 'Khối chấm', 'Tổ kiểm tra', 'Hội đồng cơ sở', 'Liên ngành', 'Thẩm định'),
    'A 91; B 81; C 71 | CP: A; UBND: B; BK: C',
  ],
  [
    'Bắc Ninh QĐ 86/2025, điều 8: 15 members, 12 present, 3 wrote, 15 votes',
    { ...VOTE, ...ballots('CP | A | 1 | 15 | 12 | 3 | 15 | 15 | 15 | 12', ...OTHERS) },
    OLD,
    {
      ...VOTE,
      ...ballots('CP | A | 1 | 15 | 12 | | 15 | 15 | 15 | 12', ...OTHERS.map((line) => line.replace('| 3 |', '| |'))),
    },
    `${PLAIN} | CP: pending:unknown; UBND: pending:upstream; BK: pending:upstream | ballot-impossible A; eligibility-unknown A; ballot-impossible B; eligibility-unknown B; ballot-impossible C; eligibility-unknown C`,
  ],
  [
    'Thông tư 01/2024/TT-TANDTC, điều 29: at most two rounds, the second counts',
    {
      ...VOTE,
      ...ballots(
        'CP | A | 1 | 15 | 12 | 3 | 15 | 15 | 15 | 10',
        ...OTHERS,
        'CP | A | 2 | 15 | 12 | 3 | 15 | 15 | 15 | 13',
      ),
    },
    OLD,
    { ...VOTE, ...ballots('CP | A | 1 | 15 | 12 | 3 | 15 | 15 | 15 | 10', ...OTHERS) },
    `${PLAIN} | CP:; UBND: A; BK: B`,
  ],
  [
    'not arisen gets full points, not assigned is left out, in one unit',
    treatments('đủ điểm', 'quy đổi theo tổng'),
    'A 92.5; B 90; C 75 | CP: A; UBND: B; BK: C',
    treatments('có', 'có'),
    'A 90; B 90; C 75 | CP: pending:tie; UBND: pending:upstream; BK: C | tie-unresolved A; tie-at-cutoff A; B',
  ],
  [
    'Huế HD 804: the Board scores some items only',
    { ...BOARD, ...setting('Cấp điểm xếp hạng', 'thẩm định\nÔ trống ở cấp xếp hạng | lấy cấp trước') },
    'A 90; B 83; C 70 | CP: A; UBND: B; BK: C',
    { ...BOARD, ...setting('Cấp điểm xếp hạng', 'thẩm định') },
    'A –; B 83; C 70 | CP: pending:unknown; UBND: pending:unknown; BK: pending:unknown | score-missing A',
  ],
  [
    'Cần Thơ KH 157: a printed scale of 115 = 100 + 15',
    scale('115'),
    'A 110; B 85; C 75 | CP: A; UBND: B; BK: C',
    scale('116'),
    'A 110; B 85; C 75 | CP: A; UBND: B; BK: C | max-sum-differs 100',
  ],
  [
    'Cần Thơ KH 157, III.4: a ballot is asked for only when a tie waits for it',
    { ...setting('Thứ tự ưu tiên khi bằng điểm', 'phiếu BANG_DIEM'), ...EQUAL },
    'A 90; B 90; C 75 | CP: pending:unknown; UBND: pending:upstream; BK: C | tie-unresolved A; ballot-needed BANG_DIEM',
    setting('Thứ tự ưu tiên khi bằng điểm', 'phiếu BANG_DIEM'),
    OLD,
  ],
  [
    'Cần Thơ KH 157: 90 % belongs to the band that begins there',
    bands('88%: 2; 90%: 3; 95%: 4; 100%: 5', 'A | T | 100 | 90', 'B | T | 100 | 89.99', 'C | T | 100 | 87'),
    'A 93; B 87; C 80 | CP: A; UBND: B; BK: C',
    bands('88%: 2; 95%: 4; 100%: 5', 'A | T | 100 | 90', 'B | T | 100 | 88', 'C | T | 100 | 87'),
    'A 92; B 87; C 80 | CP: A; UBND: B; BK: C',
  ],
  [
    'a target of 0 is no target, and none that is missing',
    ratio('0'),
    'A –; B 65; C 54 | CP: pending:unknown; UBND: pending:unknown; BK: pending:unknown | target-not-positive A',
    ratio(''),
    'A –; B 65; C 54 | CP: pending:unknown; UBND: pending:unknown; BK: pending:unknown | data-missing A',
  ],
  [
    'codes as printed, A / 1 / B / 1, but not equal ones side by side',
    REPEATED,
    OLD,
    SIBLINGS,
    'A –; B –; C – | CP: pending:unknown; UBND: pending:unknown; BK: pending:unknown | code-duplicate 1; code-duplicate 1',
  ],
  [
    'a cụm says cụm',
    {
      'Thông tin': 'Mục | Giá trị\nMẫu sổ | thidua/2\nLoại | cụm\nTên cụm | Cụm 1\nNăm | 2025\nTrưởng cụm | A',
      ...levels('Tự chấm', 'Cụm chấm'),
    },
    'A 93; B 83; C 73 | CP: A; UBND: B; BK: C',
    {
      'Thông tin': 'Mục | Giá trị\nMẫu sổ | thidua/2\nLoại | đội\nTên khối | Khối 1\nNăm | 2025',
      ...levels('Tự chấm', 'Khối chấm'),
    },
    'A 93; B 83; C 73 | CP: A; UBND: B; BK: C | setting-invalid đội',
  ],
  [
    'Nghị định 152/2025, điều 4 khoản 4: no proposal while a procedure is open, the place is kept',
    { ...units(OPEN, 'có', 'không', 'không'), ...condition(`K | | ${OPEN} | = | có | | tạm hoãn`) },
    `${PLAIN} | CP: A (hoãn A); UBND: B; BK: C`,
    { ...units(OPEN, 'có', 'không', 'không'), ...condition(`K | | ${OPEN} | = | có | | loại`) },
    `${PLAIN} | CP: B; UBND: C; BK:`,
  ],
  [
    'Hải Phòng QĐ 212/2025: "trên 90" is strict',
    grades(condition('K | xếp loại Xuất sắc | tổng điểm | > | 90')),
    'A 90 Tốt; B 95 Xuất sắc; C 75 Tốt | CP: B; UBND: A; BK: C',
    grades({}),
    'A 90 Xuất sắc; B 95 Xuất sắc; C 75 Tốt | CP: B; UBND: A; BK: C',
  ],
  [
    'Nghị định 152/2025, điều 4 khoản 6: at least 70 % women, as the last key',
    { ...WOMEN, ...EQUAL, ...units('Tỷ lệ nữ từ 70%', 'không', 'có', 'không') },
    'A 90; B 90; C 75 | CP: B; UBND: A; BK: C',
    { ...WOMEN, ...EQUAL, ...units('Tỷ lệ nữ từ 70%', 'có', 'có', 'không') },
    'A 90; B 90; C 75 | CP: pending:tie; UBND: pending:upstream; BK: C | tie-unresolved A; tie-at-cutoff A; B',
  ],
  [
    'Bắc Ninh QĐ 86/2025, điều 3: two years running, by either title',
    {
      ...TWO_YEARS,
      ...units('HTXSNV năm trước | Tập thể lao động xuất sắc hai năm', 'không | không', 'không | không', 'không | có'),
    },
    OLD,
    {
      ...TWO_YEARS,
      ...units('HTXSNV năm trước | Tập thể lao động xuất sắc hai năm', 'có | có', 'có | có', 'không | không'),
    },
    `${PLAIN} | CP: A; UBND: B; BK:`,
  ],
])('%s', (_, asked, given, opposite, otherwise) => {
  expect([judged(asked), judged(opposite)]).toEqual([given, otherwise]);
});

describe('regulations with known totals', () => {
  /** Bộ Tư pháp: an average of the cases of the year, some of which did not arise, and a survey that only some were told to make. */
  const department = (na: string): Sheets => ({
    ...setting('Không áp dụng', 'quy đổi theo nhóm'),
    'Tiêu chí': `Mã | Nội dung | Điểm tối đa | Tính vào | Cách chấm | Tham số | Không áp dụng
I | Nhóm I | 50 | | nhóm\nI.1 | Giải quyết yêu cầu | 20 | | trung bình | | ${na}\nI.2 | Văn bản | 15\nI.3 | Kiểm tra | 15 | | nhóm\nI.3.a | a | 8\nI.3.b | b | 7
II | Nhóm II | 20 | | nhóm\nII.1 | Trung bình | 20 | | trung bình | | có\nIII | Nhóm III | 10 | | nhóm\nIII.1 | x | 5 | | trung bình | | có\nIII.2 | y | 5 | | trung bình | | có
IV | Báo cáo | 10\nV | Khảo sát | 10 | | nhóm\nV.1 | a | 4 | | | | có\nV.2 | b | 3 | | | | có\nV.3 | c | 3 | | | | có
T | Sáng kiến | | thưởng | theo lần | 5\nTR | Nộp muộn | 5 | trừ | theo lần | 0,5`,
    'Đơn vị': 'Mã | Tên đơn vị\nA | Sở A\nB | Sở B\nC | Sở C\nD | Sở D',
    'Chấm điểm': [
      'Mã | Tiêu chí | Điểm tối đa | A | B | C | D',
      ...['I.1', 'II.1', 'III.1', 'III.2', 'T', 'TR'].map((code) => `${code} | | | | | |`),
      'I.2 | | | 14 | 14 | 14 | 14',
      'I.3.a | | | 7.5 | 7.5 | 7.5 | 7.5',
      'I.3.b | | | 6 | 6 | 6 | 6',
      'IV | | | 9 | 9 | 9 | 9',
      'V.1 | | | 4 | KAD | KAD | KAD',
      'V.2 | | | 3 | KAD | KAD | KAD',
      'V.3 | | | 2 | KAD | KAD | KAD',
      ...['I', 'I.3', 'II', 'III', 'V'].map((code) => `${code} | | | | | |`),
    ].join('\n'),
    'Số liệu': [
      'Mã đơn vị | Mã tiêu chí | Thực hiện | Số lần',
      ...Object.entries({
        A: 'I.1 18; I.1 19.5; II.1 20; II.1 17; II.1 18; III.1 5; III.2 4; III.2 5',
        B: 'I.1 20; II.1 19; III.1 4; III.2 5',
        C: 'I.1 15; I.1 20; I.1 19; II.1 16; III.1 5; III.2 5',
        D: 'II.1 18; III.1 5; III.2 5',
      }).flatMap(([unit, list]) => list.split('; ').map((each) => `${unit} | ${each.replace(' ', ' | ')} |`)),
      'A | T | | 2',
      'C | TR | | 3',
    ].join('\n'),
    'Khen thưởng': 'Mã | Hình thức | Số suất',
  });
  test('what did not arise is left out with what was not assigned; with full points of its own it is not', () => {
    expect(judged(department('có'))).toBe('A 102.08; B 93.89; C 87.94; D 92.04');
    expect(judged(department('đủ điểm'))).toBe('A 102.08; B 93.89; C 87.94; D 93.89 | tie-unresolved B');
  });

  const rows = (head: string, ...rounds: readonly string[]): Sheets => ({
    ...condition('X | UBND | phiếu UBND | >= | 80% thành viên'),
    ...scores('I | | | 46 | 47 | 48', 'II | | | 40 | 40 | 40'),
    'Bỏ phiếu': [
      `Mã phiếu | Mã đơn vị | Thành viên | Có mặt | Phát ra | Thu về | Hợp lệ | Đồng ý${head}`,
      `UBND | B | 15 | 15 | 15 | 15 | 15 | 10${rounds[0] ?? ''}`,
      `UBND | B | 15 | 15 | 15 | 15 | 15 | 13${rounds[1] ?? ''}`,
      `UBND | A | 15 | 15 | 15 | 15 | 15 | 5${rounds[0] ?? ''}`,
    ].join('\n'),
  });
  test('the second round of 13 of 15 counts; without the column a unit stands there twice', () => {
    expect(judged(rows(' | Vòng', ' | 1', ' | 2'))).toBe('A 86; B 87; C 88 | CP: C; UBND: B; BK: A');
    expect(judged(rows(''))).toBe(
      'A 86; B 87; C 88 | CP: C; UBND: pending:unknown; BK: pending:upstream | code-duplicate B; eligibility-unknown B',
    );
  });
});
