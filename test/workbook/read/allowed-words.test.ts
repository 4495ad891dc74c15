/** Wherever a closed word, a field or a value is asked for, an issue about another one says what may stand there. */
import { ISSUE_SEVERITY, type Issue } from '../../../src/rules';
import { issueText } from '../../../src/text';
import {
  BALLOT_BASES,
  CODED_FIELDS,
  OPERATORS,
  PLAIN_FIELDS,
  SETTING_ROWS,
  SHEETS,
} from '../../../src/workbook/layout';
import { cellOf } from '../../support/tables';
import { issuesOf, spoiled, type Spoiling } from './base';

const WORD = 'vớ vẩn';
const ABOUT_A_WORD: ReadonlySet<string> = new Set(
  Object.keys(ISSUE_SEVERITY).filter((code) => /-(?:invalid|unknown|order|number)$/u.test(code)),
);

const allowed = ({ expected, params }: Issue): string => [expected, params?.['allowed']].filter(Boolean).join('; ');
const about = (spoil: Spoiling): readonly Issue[] =>
  issuesOf(spoiled(spoil)).filter(({ code, received }) => ABOUT_A_WORD.has(code) && (received ?? '').includes(WORD));

/** One spoiled cell for each column that takes closed words or kinds of values. */
const CLOSED: readonly (readonly [place: string, spoil: Spoiling, words: readonly string[]])[] = [
  ...Object.values(SETTING_ROWS).map((name): readonly [string, Spoiling, readonly string[]] => [
    `Quy tắc: ${name}`,
    {
      change: (cells) => ({
        ...cells,
        sheets: cells.sheets.map((sheet) =>
          sheet.name !== 'Quy tắc'
            ? sheet
            : {
                ...sheet,
                rows: [...sheet.rows.filter((row) => row?.[0]?.value !== name), [cellOf(name), cellOf(WORD)]],
              },
        ),
      }),
    },
    [],
  ]),
  ['Tính vào', { set: { 'Tiêu chí!D4': WORD } }, ['chính', 'thưởng', 'trừ']],
  ['Cách chấm', { set: { 'Tiêu chí!E4': WORD } }, ['điểm', 'bậc theo tỷ lệ', 'nhóm lấy mức cao nhất']],
  ['Tham số của bậc', { set: { 'Tiêu chí!F5': WORD } }, ['0; 1,5; 3']],
  ['Tham số của tỷ lệ', { set: { 'Tiêu chí!F7': WORD } }, ['trần 100%']],
  ['Tham số của trừ dần', { set: { 'Tiêu chí!F9': WORD } }, ['0,5']],
  ['Bước điểm', { set: { 'Tiêu chí!G3': WORD } }, ['> 0']],
  [
    'Không áp dụng',
    { set: { 'Tiêu chí!H3': WORD } },
    ['không', 'có', 'đủ điểm', 'quy đổi theo nhóm', 'quy đổi theo tổng'],
  ],
  ['Minh chứng', { set: { 'Tiêu chí!I3': WORD } }, ['có', 'không']],
  ['Số suất', { set: { 'Khen thưởng!C2': WORD } }, ['20% đơn vị']],
  ['Làm tròn', { set: { 'Khen thưởng!D2': WORD } }, ['xuống', 'nửa lên', 'lên']],
  ['Suất tối thiểu', { set: { 'Khen thưởng!E2': WORD } }, ['>= 0']],
  ['Suất tối đa', { set: { 'Khen thưởng!F2': WORD } }, ['>= 0']],
  [
    'Bằng điểm ở suất cuối',
    { set: { 'Khen thưởng!G2': WORD } },
    ['quyết định', 'lấy hết', 'lấy hết trừ xuống', 'bỏ hết'],
  ],
  ['Suất không dùng', { set: { 'Khen thưởng!H2': WORD } }, ['bỏ', 'chuyển xuống']],
  [
    'Nếu không được thì',
    { set: { 'Khen thưởng!I1': SHEETS.awards.columns.fallback.header, 'Khen thưởng!I2': WORD } },
    ['BK'],
  ],
  [
    'Không kèm',
    { set: { 'Khen thưởng!I1': SHEETS.awards.columns.excludes.header, 'Khen thưởng!I2': WORD } },
    ['BK', 'không có'],
  ],
  ['Áp dụng cho', { set: { 'Điều kiện!B3': WORD } }, ['*', 'CO', 'BK', 'xếp loại Xuất sắc']],
  ['Áp dụng cho một mức xếp loại', { set: { 'Điều kiện!B8': `xếp loại ${WORD}` } }, ['Xuất sắc', 'Tốt']],
  [
    'Trường',
    { set: { 'Điều kiện!C2': WORD } },
    [
      ...Object.values(PLAIN_FIELDS).map(([first]) => first),
      ...Object.values(CODED_FIELDS).map(([first]) => `${first} …`),
      'Kỷ luật',
    ],
  ],
  ['Trường là một nhóm', { set: { 'Điều kiện!C4': `tỷ lệ nhóm ${WORD}` } }, ['tỷ lệ nhóm I', 'tỷ lệ nhóm II']],
  ['Phép so', { set: { 'Điều kiện!D2': WORD } }, Object.values(OPERATORS).map(([first]) => first)],
  ['Giá trị của một số', { set: { 'Điều kiện!E2': WORD } }, ['số']],
  ['Giá trị của xếp loại nhiệm vụ', { set: { 'Điều kiện!E3': WORD } }, ['HTXSNV', 'KHTNV']],
  ['Giá trị của phiếu', { set: { 'Điều kiện!E6': WORD } }, Object.values(BALLOT_BASES).map(([first]) => first)],
  ['Giá trị của một ngày', { set: { 'Điều kiện!E7': WORD } }, ['dd/MM/yyyy']],
  [
    'Hệ quả',
    { set: { 'Điều kiện!G5': WORD } },
    ['loại', 'tạm hoãn', 'không xếp hạng', 'hạ một bậc', 'tối đa …', 'tiêu chí … = 0'],
  ],
  ['Xếp loại trong hệ quả', { set: { 'Điều kiện!G5': `tối đa ${WORD}` } }, ['Xuất sắc', 'Tốt']],
  ['Số đơn vị tối đa', { set: { 'Xếp loại!C2': WORD } }, ['20% đơn vị']],
  ['Từ điểm', { set: { 'Xếp loại!B2': WORD } }, ['số']],
  [
    'Loại quyết định',
    { set: { 'Quyết định!A2': WORD, 'Quyết định!B2': 'BK', 'Quyết định!C2': 'u1' } },
    ['phân hạng', 'cho', 'bỏ'],
  ],
  ['Phạm vi', { set: { 'Quyết định!A2': 'cho', 'Quyết định!B2': WORD, 'Quyết định!C2': 'u1' } }, ['hạng', 'CO', 'BK']],
];

test.each(CLOSED)('%s', (_, spoil, words) => {
  const found = about(spoil);
  expect(found.map(({ code }) => code)).not.toEqual([]);
  for (const issue of found) {
    expect(allowed(issue)).not.toBe('');
    for (const word of words) expect(allowed(issue)).toContain(word);
    expect(Object.values(issueText(issue, 'vi')).join(' ')).toContain((words[0] ?? '').replace('>= 0', '≥ 0'));
  }
});

test('a field that an effect does not allow: those that it does, and the workbook’s attributes', () => {
  const [issue] = issuesOf(
    spoiled({ set: { 'Điều kiện!C5': 'hạng', 'Điều kiện!E5': '1', 'Điều kiện!G5': 'tiêu chí I.1 = 0' } }),
  );
  expect(issue?.params?.['allowed']).toBe('tiêu chí …; phiếu …; Xếp loại nhiệm vụ; Kỷ luật; Ngày nộp hồ sơ');
});

test('an operator that a grade or a ballot does not take', () => {
  const ops = (field: string, op: string) =>
    issuesOf(spoiled({ set: { 'Điều kiện!C2': field, 'Điều kiện!D2': op, 'Điều kiện!E2': 'Tốt' } }))[0]?.params?.[
      'allowed'
    ];
  expect(ops('xếp loại', '>=')).toBe('=; <>; thuộc; không thuộc');
  expect(ops('phiếu CO', 'thuộc')).toBe('>=; >; <=; <; =; <>');
});
