/** Stored values that nobody may rank by: wherever a formula counts, through both doors. */
import { judge, type Judgement } from '../../../src/workbook/job';
import { issueText } from '../../../src/text';
import { throughExcel, throughFile, told } from '../../sieve/doors';
import { placed, spoiled, type Spoiling } from './base';

const S = 'Chấm điểm';
const statuses = ({ evaluation }: Judgement): string[] => evaluation.awards.map(({ status }) => status);
const sayings = ({ evaluation }: Judgement): string[] => evaluation.issues.map(placed);

test('the base has awards that are settled', () => {
  expect(statuses(judge(spoiled({})))).toContain('ok');
});

/** K1 is 14, and each formula rests on it, directly or not. */
const HELP: Readonly<Record<string, string>> = { [`${S}!K1`]: '14', 'Nháp!A1': '14' };

const STALE: readonly (readonly [string, Spoiling])[] = [
  ['a score', { set: { [`${S}!E5`]: '=K1*2 -> 27' } }],
  [
    'a score that rests on a stale formula of another form',
    { set: { [`${S}!E5`]: '=IF(K2>20,28,0) -> 28', [`${S}!K2`]: '=K1*2 -> 27' } },
  ],
  ['data', { set: { 'Số liệu!D2': `='${S}'!K1-5 -> 8` } }],
  ['votes', { set: { 'Bỏ phiếu!H2': `='${S}'!K1-1 -> 12` } }],
  ['an attribute', { set: { 'Đơn vị!C2': `='${S}'!K2 -> HTXSNV`, [`${S}!K2`]: 'KHTNV' } }],
  ['a maximum', { set: { 'Tiêu chí!C3': `='${S}'!K1*2 -> 30` } }],
  ['a number of places', { set: { 'Khen thưởng!C2': `='${S}'!K1-12 -> 1` } }],
  ['a threshold', { set: { 'Điều kiện!E2': `='${S}'!K1*4 -> 50` } }],
  ['a setting', { set: { 'Quy tắc!B2': `='${S}'!K1*4 -> 100` } }],
  ['a lower limit of a grade', { set: { 'Xếp loại!B2': `='${S}'!K1*6 -> 90` } }],
  ['a unit’s code', { set: { 'Đơn vị!A2': `='${S}'!K2 -> u1`, [`${S}!K2`]: 'u2x' } }],
  ['the header over a unit’s points', { set: { [`${S}!D2`]: `='${S}'!K2 -> u1`, [`${S}!K2`]: 'u2' } }],
  ['the code in front of a criterion', { set: { [`${S}!A5`]: `='${S}'!K2 -> I.1`, [`${S}!K2`]: 'I.2' } }],
];

describe.each(STALE)('stale: %s', (_, spoil) => {
  const cells = spoiled({ set: { ...HELP, ...spoil.set } });
  const [place = ''] = Object.keys(spoil.set ?? {});

  test('counts as not calculated, and no award is ok', () => {
    const judgement = judge(cells);
    expect(sayings(judgement)).toContain(`formula-not-calculated ${place}`);
    expect(statuses(judgement)).not.toContain('ok');
  });

  test('the same in a file of SheetJS and in Excel', async () => {
    expect(told(throughFile(cells))).toBe(told(judge(cells)));
    expect(told(await throughExcel(cells))).toBe(told(judge(cells)));
  });
});

test('an error stays an error, whatever the formula gives', () => {
  expect(sayings(judge(spoiled({ set: { ...HELP, [`${S}!E5`]: '=K1*2 -> #REF!' } })))).toContain(`cell-error ${S}!E5`);
});

test('what is stored and what the formula gives stand in the sentence', () => {
  const { evaluation } = judge(spoiled({ set: { ...HELP, [`${S}!E5`]: '=K1*2-0.25 -> 28' } }));
  const found = evaluation.issues.find(({ code }) => code === 'formula-not-calculated');
  expect(found).toMatchObject({ received: '28', expected: '27.75' });
  expect(found && issueText(found, 'vi').what).toBe(
    'Công thức ở ô E5 chưa được tính lại: đang lưu 28, nay phải là 27,75.',
  );
});

describe('in manual calculation', () => {
  const cells = (formula: string) => ({
    ...spoiled({ set: { ...HELP, [`${S}!E5`]: formula } }),
    manualCalculation: true,
  });

  test('a formula that nobody can calculate here is not trusted; one that gives what is stored is', () => {
    expect(sayings(judge(cells('=IF(K1>1,28,0) -> 28')))).toContain(`formula-not-calculated ${S}!E5`);
    expect(statuses(judge(cells('=IF(K1>1,28,0) -> 28')))).not.toContain('ok');
    expect(sayings(judge(cells('=K1*2 -> 28')))).toEqual(['manual-calculation Thông tin!A1']);
  });

  test('Excel has calculated it before it is read', async () => {
    expect(sayings(await throughExcel(cells('=IF(K1>1,28,0) -> 28')))).toEqual(['manual-calculation Thông tin!A1']);
  });
});

describe('unsteady', () => {
  const set = {
    [`${S}!E5`]: '=K1*2 -> 28',
    [`${S}!E6`]: '=K1+4 -> 18',
    [`${S}!G6`]: '=K3*1 -> 17',
    [`${S}!K1`]: '=OFFSET(K2,0,0) -> 14',
    [`${S}!K2`]: '14',
    [`${S}!K3`]: '=[1]Nguồn!B2 -> 17',
  };

  test('one warning for each cause, with its cells; the outcome stands', () => {
    const judgement = judge(spoiled({ set }));
    const issues = judgement.evaluation.issues;
    expect(issues.map((found) => [found.code, found.severity, found.params])).toEqual([
      ['formula-unsteady', 'warning', { cells: `${S}!E5:E6`, function: 'OFFSET' }],
      ['formula-unsteady', 'warning', { cells: `${S}!G6`, link: '[1]Nguồn' }],
    ]);
    expect(issues.map((found) => issueText(found, 'vi').what)).toEqual([
      'Giá trị ở Chấm điểm!E5:E6 có thể tự đổi: công thức phía sau dùng hàm OFFSET.',
      'Giá trị ở Chấm điểm!G6 có thể tự đổi: công thức phía sau lấy số từ tệp khác, [1]Nguồn.',
    ]);
    expect(statuses(judgement)).toEqual(statuses(judge(spoiled({}))));
  });

  test('behind the bloc’s name or a leader: they are part of the outcome', async () => {
    const cells = spoiled({
      set: { 'Thông tin!B4': '=[2]Khối!A1 -> Khối thi đua số 1', 'Thông tin!B6': '=INDIRECT("K2") -> u1' },
    });
    expect(sayings(judge(cells))).toEqual(['formula-unsteady Thông tin!B4', 'formula-unsteady Thông tin!B6']);
    expect(told(throughFile(cells))).toBe(told(await throughExcel(cells)));
    expect(statuses(judge(cells))).toEqual(statuses(judge(spoiled({}))));
  });

  test('behind a name, through both doors', async () => {
    const cells = {
      ...spoiled({ set: { [`${S}!E5`]: '=DiemNay -> 28' } }),
      names: [{ name: 'DiemNay', sheet: null, formula: 'INDIRECT("K2")' }],
    };
    expect(sayings(judge(cells))).toEqual([`formula-unsteady ${S}!E5`]);
    expect(sayings(throughFile(cells))).toEqual([`formula-unsteady ${S}!E5`]);
    expect(sayings(await throughExcel(cells))).toEqual([`formula-unsteady ${S}!E5`]);
  });

  test('what does not count may change as it likes', () => {
    expect(
      sayings(
        judge(
          spoiled({
            set: {
              'Thông tin!B5': '=YEAR(TODAY()) -> 2025',
              [`${S}!A1`]: '="Ngày "&TODAY() -> Ngày 1',
              [`${S}!K9`]: '=NOW() -> 46000',
            },
          }),
        ),
      ).filter((said) => !said.includes('column-unread')),
    ).toEqual([]);
  });
});
