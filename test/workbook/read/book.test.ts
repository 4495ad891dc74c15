/** What the book holds, and what each finding proposes. */
import { evaluate, type Entry, type Issue, type IssueCode, type Threshold } from '../../../src/rules';
import { readBook } from '../../../src/workbook/read';
import { placed, spoiled, type Spoiling } from './base';

const S = 'Chấm điểm';

const scoreIn = (written: string): Partial<Entry> => {
  const book = readBook(spoiled({ set: { [`${S}!E5`]: written } }));
  const { place, ...entry } = book.scores
    .find(({ unit, level }) => unit === 'u1' && level === 'bloc')
    ?.entries.get('I.1') ?? { kind: 'blank', place: null };
  expect(place).toEqual({ sheet: S, row: 4, column: 4 });
  return entry;
};

test.each<[string, Partial<Entry>]>([
  ['28', { kind: 'number', value: '28' }],
  ['0.1', { kind: 'number', value: '0.1' }],
  ['-2.675', { kind: 'number', value: '-2.675' }],
  ['0.30000000000000004', { kind: 'number', value: '0.3', noisy: 'typed' }],
  ['=9.8-9.5 -> 0.3000000000000007', { kind: 'number', value: '0.3', noisy: 'formula' }],
  ['=9+0.5 -> 9.5', { kind: 'number', value: '9.5' }],
  ['=2.005/3 -> 0.6683333333333333', { kind: 'number', value: '0.6683333333' }],
  ['0.6683333333333333', { kind: 'number', value: '0.6683333333', noisy: 'typed' }],
  ['0.95 @ 0.0%', { kind: 'number', value: '0.95', percent: true }],
  ['28 @ 0.00" đ";[Red]-0.00', { kind: 'number', value: '28' }],
  ['28 @ 0" điểm"', { kind: 'number', value: '28' }],
  ['28 @ 0\\d', { kind: 'number', value: '28' }],
  ['"9,5"', { kind: 'text', text: '9,5' }],
  ['"  "', { kind: 'blank' }],
  ['kad', { kind: 'na' }],
  ['n/a', { kind: 'na' }],
  ['Không  áp dụng', { kind: 'na' }],
  ['CÓ', { kind: 'yesno', value: true }],
  ['FALSE', { kind: 'yesno', value: false }],
  ['2025-12-31', { kind: 'date', day: '2025-12-31' }],
  ['59 @ d/m/yyyy', { kind: 'date', day: '1900-02-28' }],
  ['61 @ d/m/yyyy', { kind: 'date', day: '1900-03-01' }],
  ['60 @ d/m/yyyy', { kind: 'error', error: '#####' }],
  ['-1 @ d/m/yyyy', { kind: 'error', error: '#####' }],
  ['0.5 @ h:mm', { kind: 'text', text: '12:00' }],
  ['0 @ d/m/yyyy', { kind: 'text', text: '00:00' }],
  ['1.5 @ [h]:mm', { kind: 'text', text: '36:00' }],
  ['#DIV/0!', { kind: 'error', error: '#DIV/0!' }],
  ['=A1 ->', { kind: 'uncalculated' }],
  ['=14*2 -> 28', { kind: 'number', value: '28' }],
])('a score %s', (written, entry) => {
  expect(scoreIn(written)).toEqual(entry);
});

test('a formula whose precedent was edited since counts as not calculated', () => {
  const cells = spoiled({});
  const stale = {
    ...cells,
    sheets: cells.sheets.map((sheet) =>
      sheet.name !== S
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((row) =>
              row?.map((cell) => (cell?.formula === undefined ? cell : { ...cell, stale: true })),
            ),
          },
    ),
  };
  const evaluation = evaluate(readBook(stale));
  expect(new Set(evaluation.issues.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
    new Set(['formula-not-calculated info']),
  );
  expect(evaluation.awards.map(({ status }) => status)).toEqual(['ok', 'ok']);
});

test('the sound workbook as a book', () => {
  const book = readBook(spoiled({}));
  expect(book.info).toMatchObject({
    name: 'Khối thi đua số 1',
    year: '2025',
    province: 'Ninh Bình',
    leader: 'u1',
    deputy: 'u2',
    nextLeader: null,
    meetingDay: '2025-12-20',
  });
  expect(book.settings).toMatchObject({
    scale: '100',
    rankingLevel: 'bloc',
    notApplicable: 'full',
    totalDecimals: 2,
    oneAwardPerUnit: true,
  });
  expect(book.settings.sources.rankingLevel).toEqual({
    place: { sheet: 'Quy tắc', row: 2, column: 1 },
    basis: 'Điều 5',
  });
  expect(book.settings.tieKeys).toEqual([
    { field: { kind: 'section', code: 'I' }, first: 'higher', written: 'nhóm I' },
    { field: { kind: 'bonus' }, first: 'higher', written: 'điểm thưởng' },
  ]);
  expect(book.criteria.map(({ code, parent, max, way }) => [code, parent, max, way.kind])).toEqual([
    ['I', null, '60', 'group'],
    ['I.1', 'I', '30', 'points'],
    ['I.2', 'I', '20', 'points'],
    ['I.3', 'I', '10', 'ladder'],
    ['II', null, '40', 'group'],
    ['II.1', 'II', '20', 'ratio'],
    ['II.2', 'II', '10', 'yesno'],
    ['II.3', 'II', '10', 'minus'],
    ['T', null, '5', 'group'],
    ['T.1', 'T', '5', 'count'],
    ['P', null, null, 'group'],
    ['P.1', 'P', '5', 'points'],
  ]);
  expect(book.scores.map(({ unit, level, entries, stated }) => [unit, level, entries.size, stated.size])).toEqual([
    ['u1', 'self', 8, 3],
    ['u1', 'bloc', 8, 3],
    ['u2', 'self', 8, 3],
    ['u2', 'bloc', 8, 4],
    ['u3', 'self', 8, 3],
    ['u3', 'bloc', 8, 3],
  ]);
  expect(book.awards.map(({ quota }) => quota)).toEqual([
    { kind: 'number', places: '1' },
    { kind: 'percent', percent: '40', of: 'units' },
  ]);
  expect(book.conditions.map(({ field, op, effect }) => [field.kind, op, effect.kind])).toEqual([
    ['total', '>=', 'require'],
    ['attribute', 'in', 'require'],
    ['sectionPercent', '>=', 'require'],
    ['attribute', '=', 'bar'],
    ['ballot', '>=', 'require'],
    ['attribute', 'onOrBefore', 'require'],
    ['section', '>=', 'require'],
  ]);
  expect(
    book.conditions.map(({ value }) => value.share ?? value.day ?? value.number ?? value.yesno ?? value.items),
  ).toEqual(['50', ['HTXSNV', 'HTTNV'], '60', true, { share: '0.8', of: 'members' }, '2025-12-15', '50']);
  expect([book.findings, book.doubts]).toEqual([[], []]);
});

test('which value of a tie key stands first', () => {
  const book = readBook(
    spoiled({ set: { 'Quy tắc!B6': 'điểm trừ; điểm chính; Điểm trừ (CAO HƠN); nhóm II(thấp hơn); ; phiếu CO' } }),
  );
  expect(book.settings.tieKeys.map(({ field, first, written }) => [field.kind, first, written])).toEqual([
    ['deduction', 'lower', 'điểm trừ'],
    ['base', 'higher', 'điểm chính'],
    ['deduction', 'higher', 'Điểm trừ (CAO HƠN)'],
    ['section', 'lower', 'nhóm II(thấp hơn)'],
    ['ballot', 'higher', 'phiếu CO'],
  ]);
});

test.each<[string, Partial<Threshold>]>([
  ['0.6 @ 0%', { number: '60', written: '60%' }],
  ['60', { number: '60' }],
  ['60 %', { number: '60' }],
  ['"62,5"', { number: '62.5' }],
  ['2/3 có mặt', { share: { share: '2/3', of: 'present' }, number: null }],
  ['70,5% phát ra', { share: { share: '0.705', of: 'issued' } }],
  ['80% thành viên hội đồng', { share: null }],
  ['31/12/2025', { day: '2025-12-31' }],
  ['15/13/2025', { day: null }],
  ['31/02/2024', { day: null }],
  ['29/02/2024', { day: '2024-02-29' }],
  ['HTXSNV ; Hoàn thành tốt nhiệm vụ;', { items: ['HTXSNV', 'Hoàn thành tốt nhiệm vụ'], number: null, share: null }],
])('a threshold %s', (written, threshold) => {
  expect(readBook(spoiled({ set: { 'Điều kiện!E4': written } })).conditions[2]?.value).toMatchObject(threshold);
});

test('of a code that stands in two rows neither is believed', () => {
  const book = readBook(spoiled({ set: { [`${S}!A6`]: 'I.1' } }));
  expect(book.scores.map(({ entries }) => entries.get('I.1'))).toEqual(
    book.scores.map(() => expect.objectContaining({ kind: 'absent', code: 'code-duplicate' })),
  );
});

test('ratio: every part of the parameter', () => {
  const book = readBook(
    spoiled({ set: { 'Tiêu chí!F7': 'trần 120%; sàn 12,5%; dưới 50% không điểm; Thấp hơn là tốt' } }),
  );
  expect(book.criteria.find(({ code }) => code === 'II.1')?.way).toEqual({
    kind: 'ratio',
    cap: '1.2',
    floor: '0.125',
    cutoff: '0.5',
    lowerIsBetter: true,
  });
});

test('codes as numbers are read through their formats', () => {
  const code = (written: string): string | undefined =>
    readBook(spoiled({ set: { 'Khen thưởng!A2': written } })).awards[0]?.id;
  expect(['1', '1.1 @ 0.00', '1.1 @ 0.0', '7 @ 000', '3 @ 0', '"1.10"', ' CO) '].map(code)).toEqual([
    '1',
    '1.10',
    '1.1',
    '007',
    '3',
    '1.10',
    'CO',
  ]);
});

interface Proposal {
  readonly code: IssueCode;
  readonly spoil: Spoiling;
  readonly found: { readonly [Name in keyof Issue]?: Issue[Name] | undefined };
}
const at = (address: string): Issue['place'] => {
  const [, sheet = '', letter = 'A', number = '1'] = /^(.+)!([A-Z])(\d+)$/u.exec(address) ?? [];
  return { sheet, row: Number(number) - 1, column: letter.charCodeAt(0) - 65 };
};
const fix = (address: string, value: string | number, format?: string): Issue['fix'] => ({
  place: at(address) as NonNullable<Issue['place']>,
  value,
  ...(format === undefined ? {} : { format }),
});

test.each<Proposal>([
  {
    code: 'number-as-text',
    spoil: { set: { [`${S}!E5`]: '"9,5"' } },
    found: { received: '9,5', expected: '9.5', unit: 'u1', criterion: 'I.1', fix: fix(`${S}!E5`, 9.5) },
  },
  {
    code: 'deduction-sign',
    spoil: { set: { [`${S}!G15`]: '-1' } },
    found: { unit: 'u2', criterion: 'P.1', fix: fix(`${S}!G15`, 1) },
  },
  {
    code: 'date-as-text',
    spoil: { set: { 'Thông tin!B8': '20/12/2025' } },
    found: { received: '20/12/2025', expected: '2025-12-20', fix: fix('Thông tin!B8', 46011, 'dd/mm/yyyy') },
  },
  {
    code: 'quota-invalid',
    spoil: { set: { 'Khen thưởng!C3': '0.2 @ 0%' } },
    found: { received: '20%', fix: fix('Khen thưởng!C3', '20% đơn vị') },
  },
  {
    code: 'quota-invalid',
    spoil: { set: { 'Khen thưởng!C3': '12,5%' } },
    found: { fix: fix('Khen thưởng!C3', '12,5% đơn vị') },
  },
  {
    code: 'quota-invalid',
    spoil: { set: { 'Khen thưởng!C2': '2 suất' } },
    found: { received: '2 suất', fix: fix('Khen thưởng!C2', 2) },
  },
  {
    code: 'code-unknown',
    spoil: { set: { [`${S}!H2`]: 'Ban Quan lý An toàn thực phẩm tỉnh' } },
    found: {
      expected: 'Ban Quản lý An toàn thực phẩm tỉnh',
      fix: fix(`${S}!H2`, 'Ban Quản lý An toàn thực phẩm tỉnh'),
    },
  },
  {
    code: 'code-unknown',
    spoil: { set: { [`${S}!F2`]: 'Sở Khoa học & Công nghệ' } },
    found: { expected: 'Sở Khoa học và Công nghệ' },
  },
  {
    code: 'code-is-number',
    spoil: { set: { 'Khen thưởng!A2': '1.1' } },
    found: { received: '1.1', fix: fix('Khen thưởng!A2', '1.1') },
  },
  {
    code: 'code-generated',
    spoil: { set: { 'Tiêu chí!A13': '-', [`${S}!A15`]: '-' } },
    found: { received: '-', expected: 'P.1', criterion: 'P.1', severity: 'info' },
  },
  {
    code: 'setting-invalid',
    spoil: { set: { 'Quy tắc!B3': 'khối châm' } },
    found: { received: 'khối châm', fix: fix('Quy tắc!B3', 'khối chấm') },
  },
  {
    code: 'condition-invalid',
    spoil: { set: { 'Điều kiện!B7': 'CO; GK' } },
    found: { received: 'GK', place: at('Điều kiện!B7') },
  },
  {
    code: 'sheet-missing',
    spoil: { sheets: { 'Đơn vị': null } },
    found: { expected: 'Đơn vị', place: at('Thông tin!A1') },
  },
  {
    code: 'max-differs',
    spoil: { set: { [`${S}!C5`]: '25' } },
    found: { received: '25', expected: '30', criterion: 'I.1' },
  },
])('$code proposes what it can', ({ code, spoil, found }) => {
  expect(
    readBook(spoiled(spoil))
      .findings.concat(evaluate(readBook(spoiled(spoil))).issues)
      .find((issue) => issue.code === code),
  ).toMatchObject(found);
});

test('a newer template is not read, and nothing can be concluded', () => {
  const book = readBook(spoiled({ set: { 'Thông tin!B2': 'thidua/3' } }));
  expect([book.units, book.criteria, book.awards]).toEqual([[], [], []]);
  expect(book.doubts.map(({ code, touches }) => [code, touches])).toEqual([['template-newer', 'totals']]);
});

test('a broken cell of an award touches that award alone: those above do not depend on it', () => {
  const book = readBook(spoiled({ set: { 'Khen thưởng!C3': '12,5%' } }));
  expect(book.doubts.map(({ code, touches }) => [code, touches])).toEqual([['quota-invalid', [book.awards[1]?.id]]]);
});

/** First law: what cannot be read in these ways leaves no award settled. */
test.each<[string, Spoiling]>([
  ['a sheet is missing', { sheets: { 'Chấm điểm': null } }],
  ['the criteria are missing', { sheets: { 'Tiêu chí': null } }],
  ['a sheet stands there twice', { sheets: { 'điều kiện ': 'x' } }],
  ['a header is missing', { set: { 'Điều kiện!E1': '' } }],
  ['a header stands there twice', { set: { 'Tiêu chí!K1': 'Điểm chuẩn' } }],
  ['the template is newer', { set: { 'Thông tin!B2': 'thidua/9' } }],
  ['a setting is broken', { set: { 'Quy tắc!B5': 'hai' } }],
  ['a setting has another name', { set: { 'Quy tắc!A4': 'Không tính' } }],
  ['a criterion has no code', { set: { 'Tiêu chí!A3': '' } }],
  ['a criterion stands there twice', { set: { 'Tiêu chí!A4': 'I.1' } }],
  ['a unit has no code', { set: { 'Đơn vị!A3': '' } }],
  ['a unit has no columns', { set: { [`${S}!D2`]: '' } }],
  ['a leaf has no row', { set: { [`${S}!A5`]: 'I.9' } }],
  ['a scored unit has no row of its own', { set: { [`${S}!J2`]: 'u4', [`${S}!J3`]: 'Khối chấm', [`${S}!J5`]: '28' } }],
  ['a scored criterion has no row of its own', { set: { [`${S}!A17`]: 'II.4', [`${S}!E17`]: '5' } }],
  ['a condition has no code', { set: { 'Điều kiện!A3': '' } }],
  ['a condition names an unknown award', { set: { 'Điều kiện!B2': 'CỜ' } }],
  ['a condition cannot be read', { set: { 'Điều kiện!D2': '~' } }],
  [
    'a decision names an unknown unit',
    {
      set: {
        'Quyết định!A2': 'bỏ',
        'Quyết định!B2': 'CO',
        'Quyết định!C2': 'uu',
        'Quyết định!D2': 'x',
        'Quyết định!E2': 'x',
        'Quyết định!F2': '2025-12-20',
      },
    },
  ],
  ['a maximum is text', { set: { 'Tiêu chí!C3': '"30"' } }],
  ['the levels are unknown', { set: { 'Quy tắc!B3': 'thẩm định' } }],
])('no award is settled when %s', (_, spoil) => {
  const { awards, issues } = evaluate(readBook(spoiled(spoil)));
  expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
  expect(awards.filter(({ status }) => status === 'ok' || status === 'overQuota').map(({ id }) => id)).toEqual([]);
});

test('all issues come back in one run, sorted by sheet, row and column', () => {
  const issues = evaluate(
    readBook(
      spoiled({
        set: { 'Thông tin!B2': '', 'Quy tắc!B3': 'x', 'Khen thưởng!D2': 'x', [`${S}!E5`]: 'x', [`${S}!D2`]: 'x' },
      }),
    ),
  ).issues;
  expect(issues.map(placed)).toEqual([
    'template-missing Thông tin!B2',
    'setting-invalid Quy tắc!B3',
    `code-unknown ${S}!D2`,
    'setting-invalid Khen thưởng!D2',
  ]);
});
