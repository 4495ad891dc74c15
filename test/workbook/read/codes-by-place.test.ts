/** Codes as regulations print them, A / I / 1 / a / - (workbook.md section 2, `Tiêu chí`; regulations.md 12, 13). */
import { compareWithStandard } from '../../../src/board/compare-standard';
import { openStandard } from '../../../src/board/standard';
import { evaluate, trace, type TraceNode } from '../../../src/rules';
import type { WorkbookCells } from '../../../src/sheets/cells';
import { nextYearWorkbook } from '../../../src/workbook/next-year';
import { judge } from '../../../src/workbook/job';
import { cellsOfPlans } from '../../../src/sheets/plan-cells';
import { readBook } from '../../../src/workbook/read';
import { throughExcel, throughFile, told } from '../../sieve/doors';
import { workbook } from '../../support/tables';

/** Code, text, maximum, counts toward; then the points of two units. */
type Line = readonly [code: string, text: string, max: string, counts?: string, a?: string, b?: string];

const PRINTED: readonly Line[] = [
  ['A', 'Thực hiện nhiệm vụ', ''],
  ['I.', 'Nhiệm vụ chuyên môn', '50'],
  ['1.', 'Chỉ tiêu được giao', '30', '', '28', '25'],
  ['2.', 'Cải cách hành chính', '20', '', '18', '17'],
  ['II.', 'Xây dựng cơ quan', '20'],
  ['1.', 'Dân chủ ở cơ sở', '12'],
  ['a)', 'Quy chế dân chủ', '6', '', '6', '5'],
  ['b)', 'Hội nghị viên chức', '6', '', '5', '6'],
  ['2.', 'Phòng, chống lãng phí', '8', '', '8', '7'],
  ['B', 'Phong trào thi đua', ''],
  ['I.', 'Tổ chức phong trào', '20'],
  ['1.', 'Phát động, ký giao ước', '12'],
  ['-', 'Phát động đúng hạn', '6', '', '6', '6'],
  ['-', 'Ký giao ước thi đua', '6', '', '6', '4'],
  ['2.', 'Điển hình tiên tiến', '8', '', '7', '8'],
  ['II.', 'Chế độ báo cáo', '10', '', '9', '10'],
  ['C', 'Điểm thưởng', '5', 'thưởng'],
  ['1.', 'Mô hình mới', '5', '', '2', '0'],
];
const PATHS = [
  'A',
  'A.I',
  'A.I.1',
  'A.I.2',
  'A.II',
  'A.II.1',
  'A.II.1.a',
  'A.II.1.b',
  'A.II.2',
  'B',
  'B.I',
  'B.I.1',
  'B.I.1.1',
  'B.I.1.2',
  'B.I.2',
  'B.II',
  'C',
  'C.1',
];

interface Changes {
  readonly criteria?: readonly Line[];
  readonly matrix?: readonly Line[];
  readonly sheets?: Readonly<Record<string, string>>;
}

function printed({ criteria = PRINTED, matrix = criteria, sheets = {} }: Changes = {}): WorkbookCells {
  return workbook({
    'Thông tin': 'Mục | Giá trị\nMẫu sổ | thidua/1\nTên khối | Khối 1\nNăm | 2025',
    'Tiêu chí': [
      'Mã | Nội dung | Điểm tối đa | Tính vào',
      ...criteria.map(([code, text, max, counts = '']) => `${code} | ${text} | ${max} | ${counts}`),
    ].join('\n'),
    'Đơn vị': 'Mã | Tên đơn vị\nSA | Sở A\nSB | Sở B',
    'Chấm điểm': [
      'Mã | Tiêu chí | Điểm tối đa | SA | SB',
      ...matrix.map(([code, text, max, , a = '', b = '']) => `${code} | ${text} | ${max} | ${a} | ${b}`),
    ].join('\n'),
    'Khen thưởng': 'Mã | Hình thức | Số suất\nCO | Cờ thi đua | 1',
    ...sheets,
  });
}

function judged(changes: Changes = {}) {
  const book = readBook(printed(changes));
  const { units, issues, awards } = evaluate(book);
  return {
    codes: book.criteria.map(({ code }) => code),
    totals: units.map(({ total }) => total),
    status: awards[0]?.status,
    issues: issues.map(({ code, severity, place, received, expected, params }) =>
      [
        severity,
        code,
        `${place?.sheet ?? ''}!${String((place?.row ?? 0) + 1)}`,
        received,
        expected,
        params?.['places'] ?? params?.['allowed'],
      ]
        .filter((part) => part)
        .join(' '),
    ),
  };
}

/** Lines with one of them changed. */
const changed = (index: number, ...line: Line): readonly Line[] =>
  PRINTED.map((old, at) => (at === index ? line : old));
const without = (...lines: readonly number[]): readonly Line[] => PRINTED.filter((_, at) => !lines.includes(at));

test('the code of a criterion is the path to it, told once; the score sheet follows the same order', () => {
  expect(judged()).toEqual({
    codes: PATHS,
    totals: ['95', '88'],
    status: 'ok',
    issues: ['info codes-by-place Tiêu chí!3 I A.I'],
  });
});

test('it is the same workbook as one that writes the whole codes', () => {
  const whole = PRINTED.map(([, ...rest], at): Line => [PATHS[at] ?? '', ...rest]);
  const [byPlace, byCode] = [judge(printed()), judge(printed({ criteria: whole }))];
  expect(byPlace.fingerprint).toEqual(byCode.fingerprint);
  expect(judged({ matrix: whole })).toEqual(judged());
  expect(compareWithStandard(byPlace, openStandard({ isWorkbook: true, cells: byCode.cells }), true)).toEqual([]);
});

test('an explanation calls each criterion by its path, at the cell of its own row', () => {
  const linesOf = (node: TraceNode): string[] => [
    ...node.inputs.map(({ shown, place }) => `${node.code} ${shown} ${place.sheet}!${String(place.row + 1)}`),
    ...node.children.flatMap(linesOf),
  ];
  const lines = linesOf((trace(readBook(printed()), 'SA') ?? { base: null }).base as TraceNode);
  expect(lines.filter((line) => /^(?:A\.I\.1|A\.II\.1\.b|B\.I\.1\.2) /u.test(line))).toEqual([
    'A.I.1 28 Chấm điểm!4',
    'A.II.1.b 5 Chấm điểm!9',
    'B.I.1.2 6 Chấm điểm!15',
  ]);
});

test('both doors read it alike', async () => {
  expect(told(await throughExcel(printed()))).toBe(told(throughFile(printed())));
});

test('next year’s workbook prints the same codes in both sheets, and reads the same', () => {
  const next = cellsOfPlans(nextYearWorkbook(judge(printed())));
  const { criteria } = readBook(next);
  expect(criteria.map(({ code }) => code)).toEqual(PATHS);
  const column = (sheet: string) =>
    next.sheets
      .find(({ name }) => name === sheet)
      ?.rows.map((row) => row?.[0]?.value)
      .filter((value) => /^(?:[A-Z]|[IVX]+|\d+|[a-z]|-)$/u.test(String(value)));
  expect(column('Chấm điểm')).toEqual(column('Tiêu chí'));
  expect(column('Tiêu chí')).toEqual(PRINTED.map(([code]) => code.replace(/[.)]$/u, '')));
});

describe('in other sheets', () => {
  const data = (code: string): Changes => ({
    criteria: changed(2, '1.', 'Chỉ tiêu được giao', '30', ''),
    matrix: PRINTED,
    sheets: { 'Số liệu': `Mã đơn vị | Mã tiêu chí | Chỉ tiêu | Thực hiện | Minh chứng\nSA | ${code} | | | Báo cáo 15` },
  });
  const condition = (field: string): Changes => ({
    sheets: { 'Điều kiện': `Mã | Áp dụng cho | Trường | Phép so | Giá trị\nK | CO | ${field} | >= | 1` },
  });
  const known = judged().issues;

  test.each(['A.I.1', 'B.I.1.2', 'a', 'A.II.1.b'])('%s names one criterion', (code) => {
    expect(judged(data(code)).issues).toEqual(known);
    expect(judged(condition(`tiêu chí ${code}`)).issues).toEqual(known);
  });
  test('a code that fits several places is unknown, names them, and nothing is ok on it', () => {
    expect(judged(data('1'))).toMatchObject({
      status: 'pending:unknown',
      issues: [...known, 'error code-unknown Số liệu!2 1 A.I.1; A.II.1; B.I.1; C.1'],
    });
    const { issues, status } = judged(condition('nhóm I'));
    expect([issues.find((issue) => issue.startsWith('error')), status]).toEqual([
      'error condition-invalid Điều kiện!2 nhóm I nhóm A.I; nhóm B.I',
      'pending:unknown',
    ]);
  });
});

describe('what stays a fault', () => {
  const flat = (...codes: readonly string[]): readonly Line[] =>
    codes.map((code, at) => [code, `Tiêu chí thứ ${String(at)}`, '10', '', '9', '8']);

  test('equal siblings where nothing else repeats', () => {
    expect(judged({ criteria: flat('1', '2', '3', '4', '4') })).toMatchObject({
      status: 'pending:unknown',
      issues: expect.arrayContaining(['error code-duplicate Tiêu chí!6 4']),
    });
    expect(judged({ criteria: flat('I', '1', '2', 'II', '3', '3') })).toMatchObject({
      codes: ['I', '1', '2', 'II', '3'],
      issues: ['error code-duplicate Tiêu chí!7 3', 'error code-duplicate Chấm điểm!7 3'],
    });
  });
  test('equal siblings among codes by place', () => {
    const { issues, status } = judged({ criteria: changed(3, '1.', 'Cải cách hành chính', '20', '', '18', '17') });
    expect([issues.filter((issue) => issue.includes('Tiêu chí')), status]).toEqual([
      ['info codes-by-place Tiêu chí!3 I A.I', 'error code-duplicate Tiêu chí!5 1'],
      'pending:unknown',
    ]);
  });
  test('repeated codes beside one that is a path', () => {
    const { issues, status } = judged({ criteria: changed(3, 'I.2', 'Cải cách hành chính', '20', '', '18', '17') });
    expect([
      issues.some((issue) => issue.includes('codes-by-place')),
      issues.filter((issue) => /^error code-duplicate Tiêu chí/u.test(issue)).length > 3,
      status,
    ]).toEqual([false, true, 'pending:unknown']);
  });
  test('"I" after "H" is a letter where "K" follows, Roman where "II" does, and else fits two places', () => {
    const letters = ['A', '1', 'B', '1', 'C', 'D', 'E', 'G', 'H'];
    const codesOf = (...more: readonly string[]) => judged({ criteria: flat(...letters, ...more) });
    expect(codesOf('I', 'K').codes.slice(-2)).toEqual(['I', 'K']);
    expect(codesOf('I', 'II').codes.slice(-2)).toEqual(['H.I', 'H.II']);
    expect(codesOf('I')).toMatchObject({
      status: 'pending:unknown',
      issues: expect.arrayContaining(['error code-unknown Tiêu chí!11 I H.I; I']),
    });
  });
  test('a code that follows on nothing', () => {
    const { issues, status } = judged({ criteria: changed(4, 'PL', 'Phụ lục', '20') });
    expect([issues.filter((issue) => issue.startsWith('error') && issue.includes('Tiêu chí')), status]).toEqual([
      ['error code-unknown Tiêu chí!6 PL'],
      'pending:unknown',
    ]);
  });
  test('but for a part that says itself that it is a bonus or a deduction', () => {
    expect(
      judged({
        criteria: [
          ...PRINTED.slice(0, -2),
          ['T', 'Điểm thưởng', '5', 'thưởng'],
          ['1', 'Mô hình mới', '5', '', '2', '0'],
          ['TR', 'Điểm trừ', '', 'trừ'],
          ['1', 'Nộp chậm', '3', '', '1', '0'],
        ],
      }),
    ).toMatchObject({ codes: [...PATHS.slice(0, -2), 'T', 'T.1', 'TR', 'TR.1'], totals: ['94', '88'], status: 'ok' });
  });
});

describe('the score sheet is held against the texts', () => {
  test('rows in another order are found by their texts', () => {
    const [first, second] = [PRINTED.slice(0, 9), PRINTED.slice(9, 16)];
    expect(judged({ matrix: [...second, ...first, ...PRINTED.slice(16)] })).toMatchObject({
      totals: ['95', '88'],
      status: 'ok',
    });
  });
  test('a slip or a cut in a text is none of another criterion', () => {
    expect(judged({ matrix: changed(2, '1.', 'Chỉ tiêu đươc giao', '30', '', '28', '25') })).toMatchObject({
      totals: ['95', '88'],
      status: 'ok',
    });
    expect(judged({ matrix: changed(2, '1.', 'Chỉ tiêu', '30', '', '28', '25') })).toMatchObject({
      totals: ['95', '88'],
      status: 'ok',
    });
  });
  test('without texts by the order alone', () => {
    expect(judged({ matrix: PRINTED.map(([code, , ...rest]) => [code, '', ...rest]) })).toMatchObject({
      totals: ['95', '88'],
      status: 'ok',
    });
  });
  test('a text of nothing that bears the code is asked about', () => {
    const { issues, status } = judged({ matrix: changed(2, '1.', 'Khảo sát hài lòng', '30', '', '28', '25') });
    expect([issues.filter((issue) => issue.startsWith('error')), status]).toEqual([
      ['error code-unknown Chấm điểm!4 1 A.I.1; A.II.1; B.I.1; C.1'],
      'pending:unknown',
    ]);
  });
  test.each([2, 5, 8, 14])('a row that is missing leaves its criterion without points (line %i)', (line) => {
    expect(judged({ matrix: without(line) }).status).toBe(line === 5 ? 'ok' : 'pending:unknown');
    expect(judged({ matrix: without(line).map(([code, , ...rest]) => [code, '', ...rest]) }).status).toBe(
      line === 5 ? 'ok' : 'pending:unknown',
    );
  });
});
