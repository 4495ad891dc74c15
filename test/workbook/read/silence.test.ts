/** Small, ordinary changes of a sound workbook, each made here from a sample: what they come to, and what is said of them. */
import type { SheetCells, WorkbookCells } from '../../../src/sheets/cells';
import { isFix } from '../../../src/rules';
import { issueText } from '../../../src/text';
import { judge } from '../../../src/workbook/judgement';
import { moveRow, withCell, withSheet } from '../../sieve/change';
import { throughExcel, throughFile, told } from '../../sieve/doors';
import { SHEETS } from '../../../src/workbook/layout';
import { fold, unmark } from '../../../src/base/folding';
import { readWorkbook } from '../../../src/xlsx';
import { featureRichParts, featureRichWorkbook } from '../../xlsx/support/feature-rich';
import { placed, spoiled } from './base';
import { all, awardsOf, indexOf, merged, OPEN, rename, row, sampleB, set, SETTLED, type Change } from './in-sample';

const withoutRow = (sheet: SheetCells, row: number): SheetCells => ({
  ...sheet,
  rows: sheet.rows.filter((_, at) => at !== row - 1),
});
/** The leading unit has a record of discipline. */
const DISCIPLINED: Readonly<Record<string, string>> = { 'Đơn vị!D5': 'có' };
const BARRED = 'CP ok | UBND ok SNV | BK ok STP SKHCN BDT';
const decided = (at: number, kind: string, scope: string, unit: string): Readonly<Record<string, string>> => ({
  [`Quyết định!A${String(at)}`]: kind,
  [`Quyết định!B${String(at)}`]: scope,
  [`Quyết định!C${String(at)}`]: unit,
  [`Quyết định!D${String(at)}`]: 'Hội nghị thống nhất',
  [`Quyết định!E${String(at)}`]: 'Hội nghị',
  [`Quyết định!F${String(at)}`]: '2024-01-30',
});

/** What is changed in sample B, the awards, and every error and warning. */
const CASES: readonly (readonly [what: string, change: Change, awards: string, said: readonly string[]])[] = [
  ['nothing', all(), SETTLED, []],
  ['a suffix behind the conditions', rename('Điều kiện', 'Điều kiện (2)'), OPEN, ['sheet-near Điều kiện (2)!A1']],
  ['Qui tắc', rename('Quy tắc', 'Qui tắc'), OPEN, ['sheet-near Qui tắc!A1']],
  ['a look-alike letter in a sheet’s name', rename('Đơn vị', 'Ðơn vị'), SETTLED, []],
  ['Hậu quả for Hệ quả', set({ 'Điều kiện!G3': 'Hậu quả' }), OPEN, ['header-near Điều kiện!G3']],
  [
    'more words in a header',
    set({ 'Đơn vị!E3': 'Không xếp hạng (lý do)', 'Đơn vị!E5': 'mới thành lập' }),
    OPEN,
    ['header-near Đơn vị!E3'],
  ],
  [
    'another word of the same meaning in a header',
    set({ 'Đơn vị!E3': 'Không xét', 'Đơn vị!E5': 'mới thành lập' }),
    OPEN,
    ['header-near Đơn vị!E3'],
  ],
  [
    'the same without marks and with more words',
    set({ 'Đơn vị!E3': 'MIEN XET THI DUA', 'Đơn vị!E5': 'x' }),
    OPEN,
    ['header-near Đơn vị!E3'],
  ],
  ['such a word over nothing', set({ 'Đơn vị!E3': 'Không xét' }), SETTLED, []],
  [
    'such a word where a condition asks for it',
    set({
      'Đơn vị!E3': 'Không xét',
      ...Object.fromEntries(
        [4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((at) => [`Đơn vị!E${String(at)}`, at === 5 ? 'có' : 'không']),
      ),
      'Điều kiện!C5': 'Không xét',
    }),
    BARRED,
    [],
  ],
  [
    'fewer words in a header',
    set({ 'Khen thưởng!F3': 'Tối đa', 'Khen thưởng!F6': '2' }),
    'CP pending:unknown | UBND pending:unknown | BK pending:unknown',
    ['header-near Khen thưởng!F3'],
  ],
  [
    'a word added to a row of Thông tin',
    set({ 'Thông tin!A8': 'Tên khối thi đua' }),
    SETTLED,
    ['header-near Thông tin!A8'],
  ],
  [
    'one other word in a row of Thông tin',
    set({ 'Thông tin!A16': 'Trưởng khối năm tới' }),
    SETTLED,
    ['header-near Thông tin!A16'],
  ],
  ['a condition coded in words', set({ ...DISCIPLINED, 'Điều kiện!A5': 'ĐK kỷ luật' }), BARRED, []],
  [
    'a condition numbered like a row of totals',
    all(row('Điều kiện', 13, '10', '*', 'Tổng điểm', '>=', '99')),
    'CP ok | UBND ok | BK ok',
    [],
  ],
  [
    'a blank row among the rules',
    all(row('Quy tắc', 12), set({ 'Quy tắc!B16': 'không' })),
    'CP ok TTT | UBND ok TTT | BK ok TTT SNV STP',
    [],
  ],
  ['a blank row in Thông tin', row('Thông tin', 13), SETTLED, []],
  [
    'a total row before bonus and deduction',
    all(row('Tiêu chí', 18, '', 'Tổng cộng', '100'), row('Chấm điểm', 19, '', 'Tổng cộng', '100')),
    SETTLED,
    [],
  ],
  [
    'a condition above the headers',
    (cells) => moveRow(set(DISCIPLINED)(cells), indexOf(cells, 'Điều kiện'), 4, 0),
    BARRED,
    [],
  ],
  ['the headers below the units', (cells) => moveRow(cells, indexOf(cells, 'Đơn vị'), 2, 14), SETTLED, []],
  [
    'the row of levels above the titles',
    (cells) => moveRow(cells, indexOf(cells, 'Chấm điểm'), 3, 0),
    OPEN,
    ['header-missing Chấm điểm!E5'],
  ],
  ['a merged condition', all(set(DISCIPLINED), merged('Điều kiện', 5, 5, 0, 1)), BARRED, []],
  [
    'a total row among the decisions',
    all(set(decided(5, 'bỏ', 'CP', 'TTT')), set({ 'Quyết định!A4': 'Cộng' })),
    'CP ok | UBND ok TTT | BK ok SNV STP SKHCN',
    ['row-unread Quyết định!A4'],
  ],
  ['a total row above the awards', row('Khen thưởng', 4, 'Tổng', '', '5'), SETTLED, ['row-unread Khen thưởng!A4']],
  [
    'a grant recorded twice',
    set({ ...decided(4, 'cho', 'BK', 'VPDDBQH'), ...decided(5, 'cho', 'BK', 'vpddbqh') }),
    'CP ok TTT | UBND ok SNV | BK ok VPDDBQH STP SKHCN',
    ['code-duplicate Quyết định!A5'],
  ],
  [
    'a hidden name that is no stamp',
    (cells) => withSheet(set(DISCIPLINED)(cells), indexOf(cells, 'Điều kiện'), (sheet) => ({ ...sheet, stamp: 'x' })),
    BARRED,
    [],
  ],
  [
    'place and date above the signatures',
    all(
      row('Khen thưởng', 8, '', '', '', 'Tỉnh minh họa, ngày 20 tháng 12 năm 2024'),
      row('Khen thưởng', 9, '', 'NGƯỜI LẬP BIỂU', '', '', 'THỦ TRƯỞNG ĐƠN VỊ'),
    ),
    SETTLED,
    [],
  ],
  ['an invisible character in a code', set({ 'Chấm điểm!A6': 'I.1\u200B' }), SETTLED, []],
  ['a look-alike letter in a unit’s name', set({ 'Chấm điểm!H3': 'Sở Kế hoạch và Ðầu tư' }), SETTLED, []],
  ['a small l for a capital I', set({ 'Chấm điểm!A6': 'l.1' }), OPEN, ['code-unknown Chấm điểm!A6']],
  ['another spelling of the total row', set({ 'Chấm điểm!B25': 'TỔNG ĐIỂM (I+II+III)' }), SETTLED, []],
  ['a synonym of a level', set({ 'Chấm điểm!D4': 'Điểm tự chấm' }), SETTLED, []],
  [
    'a scored unit without a row of its own',
    all(set({ 'Chấm điểm!X3': 'Sở Y tế', 'Chấm điểm!X4': 'Khối chấm', 'Chấm điểm!X6': '25' })),
    OPEN,
    ['code-unknown Chấm điểm!X3'],
  ],
  [
    'a scored criterion without a row of its own',
    row('Chấm điểm', 10, 'I.5', 'Việc khác', '', '5', '5'),
    OPEN,
    ['code-unknown Chấm điểm!A10'],
  ],
  [
    'a slip in the name of an election',
    set({ 'Bỏ phiếu!A20': 'TRUONG_KHOIX' }),
    SETTLED,
    ['code-unknown Bỏ phiếu!A20'],
  ],
  [
    'a rule nearly named, without a value',
    row('Quy tắc', 12, 'Ô trống ở cấp xếp hạngg'),
    SETTLED,
    ['header-near Quy tắc!A12'],
  ],
  [
    'a rule nearly named, with its basis alone',
    row('Quy tắc', 12, 'Thứ-tự-cấpp', '', 'QĐ 804'),
    SETTLED,
    ['header-near Quy tắc!A12'],
  ],
  [
    'one other word in a rule without a value',
    row('Quy tắc', 12, 'Tổng số điểm tối thiểu'),
    SETTLED,
    ['header-near Quy tắc!A12'],
  ],
  [
    'no row of levels over two columns of points',
    (cells) => withSheet(cells, indexOf(cells, 'Chấm điểm'), (sheet) => withoutRow(sheet, 4)),
    OPEN,
    ['header-missing Chấm điểm!E4'],
  ],
  ['numbers right of the matrix, without a header', set({ 'Chấm điểm!Y6': '23', 'Chấm điểm!Y7': '13' }), SETTLED, []],
  [
    'the scope of conditions under a header nobody knows',
    set({ 'Điều kiện!B3': 'Hình thức' }),
    'CP ok TTT | UBND ok | BK ok',
    ['column-unread Điều kiện!B3'],
  ],
  [
    'a limit of places under a header nobody knows',
    set({ 'Khen thưởng!F3': 'Giới hạn trên', 'Khen thưởng!F6': '2' }),
    SETTLED,
    ['column-unread Khen thưởng!F3'],
  ],
  [
    'a criterion whose code is the word of a total',
    set({ 'Tiêu chí!A19': 'Tổng', 'Chấm điểm!A20': 'Tổng' }),
    SETTLED,
    ['rule-unreachable Quy tắc!B10', 'rule-unreachable Tiêu chí!C18'],
  ],
  [
    'a criterion whose code is that word and a number',
    set({ 'Tiêu chí!A19': 'Cộng 1', 'Chấm điểm!A20': 'Cộng 1' }),
    SETTLED,
    ['rule-unreachable Quy tắc!B10', 'rule-unreachable Tiêu chí!C18'],
  ],
  ['a total row with its maximum alone', row('Tiêu chí', 24, 'Tổng cộng', '', '100'), SETTLED, []],
  ['steps under a header nobody knows', set({ 'Tiêu chí!G3': 'Mức' }), SETTLED, ['column-unread Tiêu chí!G3']],
  [
    'counts of a ballot under a header nobody knows',
    set({ 'Bỏ phiếu!E3': 'Dự' }),
    SETTLED,
    ['column-unread Bỏ phiếu!E3'],
  ],
  [
    'a rule whose value stands in the column of its basis',
    set({ 'Quy tắc!B15': '', 'Quy tắc!C15': 'không' }),
    SETTLED,
    ['row-unread Quy tắc!C15'],
  ],
  [
    'a rule whose value stands beside the table',
    set({ 'Quy tắc!B15': '', 'Quy tắc!D15': 'không' }),
    SETTLED,
    ['row-unread Quy tắc!D15'],
  ],
  [
    'a value of Thông tin one column further',
    set({ 'Thông tin!B8': '', 'Thông tin!C8': 'Khối số 1' }),
    SETTLED,
    ['row-unread Thông tin!C8'],
  ],
  ['a unit not ranked for “không”', set({ 'Đơn vị!E5': 'không' }), OPEN, ['attribute-invalid Đơn vị!E5']],
  ['a unit not ranked for a dash', set({ 'Đơn vị!E5': '–' }), OPEN, ['attribute-invalid Đơn vị!E5']],
  [
    'remarks under a header nobody knows, where none is missing',
    set({ 'Khen thưởng!L3': 'Ai theo dõi', 'Khen thưởng!L6': 'Văn phòng' }),
    SETTLED,
    [],
  ],
  [
    'the words of a header in another order',
    set({ 'Khen thưởng!F3': 'Tối đa (suất)', 'Khen thưởng!F6': '2' }),
    OPEN,
    ['header-near Khen thưởng!F3'],
  ],
  [
    'a compared text that no unit has',
    set({ ...DISCIPLINED, 'Điều kiện!E5': 'Có.' }),
    SETTLED,
    ['condition-invalid Điều kiện!E5'],
  ],
  [
    'an or-group written in two ways',
    set({ 'Điều kiện!F6': 'A1', 'Điều kiện!F8': 'Al' }),
    SETTLED,
    ['condition-invalid Điều kiện!F6', 'condition-invalid Điều kiện!F8'],
  ],
  ['an or-group in large and small letters', set({ 'Điều kiện!F6': 'A', 'Điều kiện!F8': 'a' }), SETTLED, []],
  [
    'a count of a ballot left blank',
    set({ 'Bỏ phiếu!J16': '' }),
    'CP ok TTT | UBND ok SNV | BK pending:unknown STP BDT',
    ['eligibility-unknown Bỏ phiếu!J16'],
  ],
  ['a known rule without a value', row('Quy tắc', 12, 'Trần điểm thưởng'), SETTLED, []],
  ['a sub-heading among the rules', row('Quy tắc', 12, 'Trần điểm và các giới hạn khác'), SETTLED, []],
  [
    'a row of Thông tin nearly named, without a value',
    row('Thông tin', 20, 'Bắt đàuu'),
    SETTLED,
    ['header-near Thông tin!A20'],
  ],
  ['a sub-heading in Thông tin', row('Thông tin', 13, 'Người chủ trì và thư ký hội nghị'), SETTLED, []],
  [
    'data for a group',
    all(set({ 'Số liệu!A4': 'STC', 'Số liệu!B4': 'II', 'Số liệu!D4': '3' })),
    OPEN,
    ['row-unread Số liệu!B4'],
  ],
];

test.each(CASES)('%s', async (_, change, awards, said) => {
  const cells = change(sampleB());
  const { evaluation } = judge(cells);
  expect(awardsOf(evaluation)).toBe(awards);
  expect(
    evaluation.issues
      .filter(({ severity }) => severity !== 'info')
      .map(placed)
      .filter((issue) => !FOLLOWS.some((code) => issue.startsWith(code))),
  ).toEqual(said);
  expect(told(throughFile(cells))).toBe(told(await throughExcel(cells)));
});

/** What follows from a change and names it no more than the first finding does. */
const FOLLOWS: readonly string[] = ['sum-differs', 'max-sum-differs'];

describe('a sheet without cells under the name of an input', () => {
  test.each(Object.values(SHEETS).flatMap(({ name }) => [name, unmark(fold(name)).toUpperCase()]))('%s', (name) => {
    const parts = featureRichParts();
    const workbook = String(parts['xl/workbook.xml']);
    expect(workbook).toContain('name="Biểu đồ"');
    const read = readWorkbook(
      featureRichWorkbook({
        'xl/workbook.xml': workbook
          .replace('name="Biểu đồ"', `name="${name}"`)
          .replace('name="Chấm điểm"', 'name="Bảng"'),
      }),
    );
    if (!read.ok) throw new Error(read.error.code);
    const { evaluation, book } = judge(read.value);
    const expected = Object.values(SHEETS).find((sheet) => unmark(fold(sheet.name)) === unmark(fold(name)))?.name;
    const said = evaluation.issues.filter(({ code, received }) => code === 'sheet-missing' && received === name);
    expect(said.map((found) => [found.severity, found.expected])).toEqual([['error', expected]]);
    expect(issueText(said[0]!, 'vi')).toMatchObject({
      what: expect.stringContaining('không phải bảng gồm các ô') as string,
      how: expect.stringContaining(`Đổi tên trang “${name}”`) as string,
    });
    expect(book.doubts.some(({ code }) => code === 'sheet-missing')).toBe(true);
  });

  test('beside the input itself it is nobody’s business', () => {
    const cells = sampleB();
    const shape = { ...cells.sheets[0]!, name: 'Khen thuong', rows: [], cellless: true as const };
    const { evaluation } = judge({ ...cells, sheets: [shape, ...cells.sheets] });
    expect(evaluation.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

test('a blank row above the level that ranks: the units rank by it all the same', () => {
  const bySelf = set({ 'Quy tắc!B5': 'tự chấm', 'Chấm điểm!D20': '3' });
  const [whole, gapped] = [bySelf(sampleB()), row('Quy tắc', 5)(bySelf(sampleB()))].map(
    (cells) => judge(cells).evaluation,
  );
  expect(gapped?.units).toEqual(whole?.units);
  expect(gapped?.units.map(({ id, total, rank }) => [id, total, rank])).toContainEqual(['VPUBND', '96.6', 2]);
});

test('a blank row in Thông tin loses neither the next leader nor the next deputy', () => {
  const leaders = (cells: WorkbookCells): unknown => {
    const { name, leader, deputy, nextLeader, nextDeputy } = judge(cells).book.info;
    return { name, leader, deputy, nextLeader, nextDeputy };
  };
  expect(leaders(sampleB())).toMatchObject({ nextLeader: 'SNV', nextDeputy: 'TTT' });
  for (const at of [5, 9, 13, 16, 17]) expect(leaders(row('Thông tin', at)(sampleB()))).toEqual(leaders(sampleB()));
});

test('the character is named by which a code differs from the one it looks like', () => {
  const { evaluation } = judge(set({ 'Chấm điểm!A6': 'l.1' })(sampleB()));
  expect(evaluation.issues.find(({ code }) => code === 'code-unknown')).toMatchObject({
    received: 'l.1',
    expected: 'I.1',
    params: { at: '1', seen: 'l', meant: 'I' },
    fix: { value: 'I.1' },
  });
});

test.each([
  ['a header', set({ 'Điều kiện!G3': 'Нệ quả' }), 'header-near', 'không phải chữ hoa H (U+0048)'],
  ['a sheet', rename('Điều kiện', 'Điều kіện'), 'sheet-near', 'không phải chữ thường i (U+0069)'],
  ['a rule', set({ 'Quy tắc!A14': 'Thứ tự ưu tiên khi bằng điểm'.replace('i b', 'і b') }), 'header-near', 'U+0456'],
])('where two texts look the same, the character that parts them is told: %s', (_, change, code, told) => {
  const found = judge(change(sampleB())).evaluation.issues.find((issue) => issue.code === code);
  expect(found === undefined ? '' : issueText(found, 'vi').what).toContain(told);
});

/** The codes I.1 to I.4 of sample B as 1.1 to 1.4, and those again as the days that Excel makes of them. */
const DATED: readonly (readonly [what: string, format: string, first: number, step: number])[] = [
  ['day before month, as shown', 'dd/mm', 46023, 31],
  ['month before day, shown the other way round', 'd\\.m', 46023, 1],
  ['with the year of typing', 'm/d/yyyy', 46023, 1],
];
test.each(DATED)(
  'codes that Excel turned into dates are proposed as they were typed: %s',
  async (_, format, first, step) => {
    // 1 January; its neighbours a day further where the month was typed first, a month where the day was.
    const day = (at: number): number => (step === 1 ? first + at : ([46023, 46054, 46082, 46113][at] ?? 0));
    const sheets = [
      ['Tiêu chí', 4],
      ['Chấm điểm', 5],
    ] as const;
    const cells = all(
      set({ 'Quy tắc!B14': 'điểm thưởng; nhóm 1' }),
      ...sheets.map(([sheet, at]) =>
        set({
          [`${sheet}!A${String(at)}`]: '"1"',
          ...Object.fromEntries(
            [0, 1, 2, 3].map((child) => [`${sheet}!A${String(at + 1 + child)}`, `${String(day(child))} @ ${format}`]),
          ),
        }),
      ),
    )(sampleB());
    const {
      evaluation: { issues },
    } = judge(cells);
    const dated = issues.filter(({ code }) => code === 'code-is-number');
    expect(dated.map((found) => [placed(found), found.params?.['typed']])).toEqual(
      sheets.flatMap(([sheet, at]) =>
        [0, 1, 2, 3].map((child) => [`code-is-number ${sheet}!A${String(at + 1 + child)}`, `1.${String(child + 1)}`]),
      ),
    );
    expect(issueText(dated[0] ?? issues[0]!, 'vi').what).toContain('Excel đã đổi mã 1.1 thành ngày.');
    const fixes = issues.flatMap(({ fix }) => (fix !== undefined && isFix(fix) ? [fix] : []));
    expect(fixes.map(({ format: kept }) => kept)).toEqual(fixes.map(() => '@'));
    const mended = fixes.reduce(
      (book, { place, value, format: kept }) =>
        withSheet(book, indexOf(book, place.sheet), (old) =>
          withCell(old, place.row, place.column, { value, ...(kept === undefined ? {} : { format: kept }) }),
        ),
      cells,
    );
    for (const judged of [throughFile(mended), await throughExcel(mended)]) {
      expect(awardsOf(judged.evaluation)).toBe(SETTLED);
      expect(judged.evaluation.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
    expect(told(throughFile(cells))).toBe(told(await throughExcel(cells)));
  },
);

test('codes of units that Excel turned into dates are proposed as they stand in Đơn vị, whatever parts their numbers', async () => {
  const named = set({
    'Đơn vị!A6': '1-2',
    'Đơn vị!A7': '3/4',
    'Bỏ phiếu!B12': '1-2',
    'Bỏ phiếu!B13': '3/4',
    'Dự họp!A6': '1-2',
    'Dự họp!A7': '3/4',
  });
  const dated = set({
    'Chấm điểm!H3': '45323 @ dd/mm',
    'Chấm điểm!J3': '45385 @ d-mmm',
    'Bỏ phiếu!B12': '45323 @ d/m',
  });
  const cells = all(named, dated)(sampleB());
  const {
    evaluation: { issues, awards },
  } = judge(cells);
  const found = issues.filter(({ code }) => code === 'code-is-number');
  expect(found.map((one) => [placed(one), one.fix])).toEqual([
    ['code-is-number Chấm điểm!H3', { place: found[0]?.place, value: '1-2', format: '@' }],
    ['code-is-number Chấm điểm!J3', { place: found[1]?.place, value: '3/4', format: '@' }],
    ['code-is-number Bỏ phiếu!B12', { place: found[2]?.place, value: '1-2', format: '@' }],
  ]);
  expect(issueText(found[1]!, 'vi')).toMatchObject({
    what: expect.stringContaining('Excel đã đổi mã 3/4 thành ngày.') as string,
    how: expect.stringContaining('nhập lại mã 3/4') as string,
  });
  expect(awards.map(({ status }) => status)).not.toContain('ok');
  const mended = found.reduce(
    (book, { fix }) =>
      fix === undefined || !isFix(fix)
        ? book
        : withSheet(book, indexOf(book, fix.place.sheet), (old) =>
            withCell(old, fix.place.row, fix.place.column, { value: fix.value, format: '@' }),
          ),
    cells,
  );
  expect(
    judge(mended)
      .evaluation.awards.map(({ id, status, units }) => [id, status, ...units].join(' '))
      .join(' | '),
  ).toBe(SETTLED);
  expect(told(throughFile(cells))).toBe(told(await throughExcel(cells)));
});

test('the account of a workbook: every sheet, and what was not read of it', () => {
  const { book } = judge(
    spoiled({
      sheets: { 'Việc cần làm': 'Gửi hồ sơ | x' },
      set: {
        'Khen thưởng!J1': 'Người theo dõi',
        'Khen thưởng!J2': 'x',
        'Khen thưởng!A4': 'Cộng',
        'Khen thưởng!C4': '2',
      },
    }),
  );
  expect(book.read?.sheets.map(({ name, kind, rows }) => [name, kind, rows])).toEqual([
    ['Thông tin', 'info', 7],
    ['Quy tắc', 'settings', 6],
    ['Tiêu chí', 'criteria', 12],
    ['Đơn vị', 'units', 3],
    ['Chấm điểm', 'scores', 12],
    ['Số liệu', 'data', 8],
    ['Khen thưởng', 'awards', 2],
    ['Điều kiện', 'conditions', 7],
    ['Xếp loại', 'bands', 3],
    ['Bỏ phiếu', 'ballots', 3],
    ['Quyết định', 'decisions', 0],
    ['Việc cần làm', null, 0],
  ]);
  expect(book.read?.notRead).toEqual([
    { sheet: 'Khen thưởng', what: 'row', where: '4' },
    { sheet: 'Khen thưởng', what: 'column', where: 'J' },
    { sheet: 'Việc cần làm', what: 'sheet', where: '' },
  ]);
});
