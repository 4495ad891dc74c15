/** Conditions: every field and operator, thresholds at equality, three values, "or" groups. */
import { evaluate, type Condition, type Operator } from '../../src/rules/index';
import { band, book, type BookInput, type CellInput, type ConditionInput } from './books';

/** A bloc of one unit with 90 points: 60 of 75 in I (exactly 80 %), 28 in II, 3 bonus, 1 deduction. */
function bookWith(conditions: Readonly<Record<string, ConditionInput>>, more: Partial<BookInput> = {}) {
  return book({
    criteria: {
      I: { way: 'group', max: 75 },
      'I.1': { max: 75 },
      II: { max: 25 },
      B: { counts: 'bonus', max: 5 },
      T: { counts: 'deduction', max: 5 },
    },
    scores: { a: { 'I.1': 60, II: 25, B: 6 - 1, T: 0 } },
    awards: { T: {} },
    conditions,
    ...more,
  });
}

function verdict(field: string, op: Operator, value: string, more: Partial<BookInput> = {}): string {
  const { awards } = evaluate(bookWith({ k: { field, op, value } }, more));
  return (
    awards[0]?.why
      .get('a')
      ?.map(({ code }) => code)
      .join() ?? ''
  );
}
const YES = 'granted';
const NO = 'condition-failed';
const UNKNOWN = 'condition-unknown';

test.each<[string, Operator, string, string]>([
  ['total', '>=', '90', YES],
  ['total', '>=', '90.01', NO],
  ['total', '>', '90', NO],
  ['total', '>', '89.99', YES],
  ['total', '<=', '90', YES],
  ['total', '<=', '89.99', NO],
  ['total', '<', '90', NO],
  ['total', '<', '90.01', YES],
  ['total', '=', '90', YES],
  ['total', '=', '90.00', YES],
  ['total', '=', '91', NO],
  ['total', '<>', '90', NO],
  ['total', '<>', '91', YES],
  ['total', 'in', '80; 90', YES],
  ['total', 'in', '80; 91', NO],
  ['total', 'notIn', '80; 90', NO],
  ['total', 'notIn', '80', YES],
  ['base', '>=', '85', YES],
  ['base', '>', '85', NO],
  ['bonus', '>=', '5', YES],
  ['bonus', '>', '5', NO],
  ['deduction', '<=', '0', YES],
  ['deduction', '<', '0', NO],
  ['rank', '<=', '1', YES],
  ['rank', '<', '1', NO],
  ['rank', '=', '1', YES],
  ['section I', '>=', '60', YES],
  ['section I', '>', '60', NO],
  ['criterion I.1', '>=', '60', YES],
  ['criterion I.1', '>', '60', NO],
  ['percent I', '>=', '80', YES],
  ['percent I', '>', '80', NO],
  ['percent I', '>=', '80%', YES],
  ['percent II', '=', '100', YES],
])('%s %s %s: %s', (field, op, value, expected) => {
  expect(verdict(field, op, value)).toBe(expected);
});

test('a percentage is not rounded before it is compared', () => {
  const scores = (points: number) => ({ scores: { a: { 'I.1': points, II: 25, B: 5, T: 0 } } });
  expect([
    verdict('percent I', '>=', '80', scores(59.99)),
    verdict('percent I', '<', '80', scores(59.99)),
    verdict('percent I', '=', '80', scores(60.01)),
  ]).toEqual([NO, YES, NO]);
});

const attribute = (value: CellInput): Partial<BookInput> => ({ units: { a: { attributes: { Cột: value } } } });
const text = (own: string): CellInput => ({ kind: 'text', text: own, place: { sheet: 'Đơn vị', row: 1, column: 2 } });
const day = (iso: string): CellInput => ({ kind: 'date', day: iso, place: { sheet: 'Đơn vị', row: 1, column: 2 } });

test.each<[CellInput, Operator, string, string]>([
  [true, '=', 'có', YES],
  [false, '=', 'có', NO],
  [true, '<>', 'có', NO],
  ['Có', '=', 'có', YES],
  ['không', '=', 'có', NO],
  ['KHÔNG', '=', 'không', YES],
  [5, '>=', '5', YES],
  [5, '>', '5', NO],
  [5, '=', '5', YES],
  [5, 'in', '4; 5', YES],
  [5, 'notIn', '4; 5', NO],
  ['HTXSNV', '=', 'Hoàn thành xuất sắc nhiệm vụ', YES],
  ['Hoàn thành tốt nhiệm vụ', 'in', 'HTXSNV; HTTNV', YES],
  ['HTNV', 'in', 'HTXSNV; HTTNV', NO],
  ['HTNV', 'notIn', 'KHTNV', YES],
  ['Miền núi', '=', 'miền  núi', YES],
  ['Miền núi', '<>', 'Đồng bằng', YES],
  ['Ba\u0301', '=', 'Bá', YES],
  ['Ba', '=', 'Bá', NO],
  [day('2025-11-30'), 'onOrBefore', '2025-11-30', YES],
  [day('2025-12-01'), 'onOrBefore', '2025-11-30', NO],
  [day('2025-11-30'), 'onOrAfter', '2025-11-30', YES],
  [day('2025-11-29'), 'onOrAfter', '2025-11-30', NO],
  [day('2025-11-30'), '<=', '2025-11-30', YES],
  [null, '=', 'có', UNKNOWN],
  ['có thể', '=', 'có', UNKNOWN],
  ['nhiều', '>=', '5', UNKNOWN],
  ['30/11', 'onOrBefore', '2025-11-30', UNKNOWN],
  ['HTABC', '=', 'HTXSNV', UNKNOWN],
  [{ kind: 'error', error: '#N/A', place: { sheet: 'Đơn vị', row: 1, column: 2 } }, '=', 'có', UNKNOWN],
])('an attribute of %p %s %s: %s', (value, op, threshold, expected) => {
  expect(verdict('attribute Cột', op, threshold, attribute(value))).toBe(expected);
});

test.each<[CellInput, Operator, string, string]>([
  ['  ', '=', 'có', UNKNOWN],
  [{ kind: 'uncalculated', place: { sheet: 'Đơn vị', row: 1, column: 2 } }, '=', 'có', UNKNOWN],
  ['N/A', '=', 'có', UNKNOWN],
  [{ kind: 'absent', code: 'header-missing', place: { sheet: 'Đơn vị', row: 1, column: 2 } }, '=', 'có', UNKNOWN],
  [5, '=', 'cao', NO],
  [5, '<>', 'cao', YES],
  [5, 'in', 'cao; thấp', NO],
  [true, 'in', 'có; không', YES],
  [false, 'in', 'có; núi', NO],
  [true, 'notIn', 'không; núi', YES],
  [true, '=', 'núi', NO],
  [text('5'), '=', '5', UNKNOWN],
  [text('5'), 'in', '4; 5', UNKNOWN],
  ['núi', 'in', '4; núi', YES],
  [5, 'in', ' 5 ; 6', YES],
  [5.5, 'in', '5,5; 6', YES],
  [60, 'in', '60 %; 70%', YES],
  [6, 'in', '60 %; 70%', NO],
  [day('2025-11-30'), '=', '2025-11-30', YES],
  [day('2025-11-30'), '<>', '2025-11-30', NO],
  [day('2025-11-30'), '>', '2025-11-30', NO],
  [day('2025-12-01'), '>', '2025-11-30', YES],
  ['30/11', '=', '2025-11-30', UNKNOWN],
  [5, '>=', '2025-11-30', UNKNOWN],
  [5, 'onOrBefore', '2025-11-30', UNKNOWN],
  [day('2025-11-30'), '>=', '5', UNKNOWN],
  [true, '>=', '5', UNKNOWN],
  [day('2025-11-30'), '=', 'có', UNKNOWN],
  [1, '=', 'có', UNKNOWN],
])('kinds that meet each other: %p %s %s: %s', (value, op, threshold, expected) => {
  expect(verdict('attribute Cột', op, threshold, attribute(value))).toBe(expected);
});

test.each<[string, Operator, string, CellInput, string | null]>([
  ['attribute Cột', '=', 'có', 'không', 'không'],
  ['attribute Cột', '=', 'có', false, 'false'],
  ['attribute Cột', '>=', '5', 4, '4'],
  ['attribute Cột', 'onOrBefore', '2025-01-01', day('2025-02-01'), '2025-02-01'],
  ['attribute Cột', '=', 'núi', 'biển', 'biển'],
  ['attribute Cột', '=', 'có', null, null],
  ['attribute Cột', '=', 'có', { kind: 'error', error: '#N/A', place: { sheet: 'Đơn vị', row: 1, column: 2 } }, '#N/A'],
])('%s %s %s finds %p: %p', (field, op, value, cell, actual) => {
  const { awards } = evaluate(bookWith({ k: { field, op, value } }, attribute(cell)));
  expect(awards[0]?.why.get('a')).toMatchObject([{ actual, place: { sheet: 'Đơn vị', row: 1, column: 2 } }]);
});

test('a grade that is asked says which one it is, or which it may be', () => {
  const bands = [band('Tốt', 80, 1), band('Khá', 65, 2)];
  const actual = (more: Partial<BookInput>) =>
    evaluate(bookWith({ g: { field: 'grade', op: '=', value: 'Khá' } }, { bands, ...more })).awards[0]?.why.get(
      'a',
    )?.[0]?.actual;
  expect(actual({})).toBe('Tốt');
  expect(actual({ scores: { a: { 'I.1': 10, II: 5, B: 0, T: 0 } } })).toBe('');
  expect(
    evaluate(
      bookWith(
        {
          g: { field: 'grade', op: '=', value: 'Khá' },
          l: { field: 'attribute Cột', op: '=', value: 'có', effect: { kind: 'lowerGrade' } },
        },
        { bands, ...attribute(null) },
      ),
    ).awards[0]?.why.get('a')?.[0]?.actual,
  ).toBe('Tốt; Khá');
});

test('what is no fault of the unit gives no issue of the unit', () => {
  const codes = (value: CellInput, op: Operator, threshold: string) =>
    evaluate(bookWith({ k: { field: 'attribute Cột', op, value: threshold } }, attribute(value))).issues.map(
      ({ code }) => code,
    );
  expect(codes('  ', '=', 'có')).toEqual(['eligibility-unknown']);
  expect(codes({ kind: 'error', error: '#N/A', place: { sheet: 'Đơn vị', row: 1, column: 2 } }, '=', 'có')).toEqual([
    'cell-error',
    'eligibility-unknown',
  ]);
  expect(codes({ kind: 'uncalculated', place: { sheet: 'Đơn vị', row: 1, column: 2 } }, '=', 'có')).toEqual([
    'formula-not-calculated',
    'eligibility-unknown',
  ]);
  // The condition asks for a text that no unit has: that is said of its row.
  expect(codes(5, '=', 'cao').sort()).toEqual(['condition-invalid', 'quota-unfilled']);
  expect(codes('nhiều', '>=', '5')).toEqual(['attribute-invalid', 'eligibility-unknown']);
  expect(codes('HTABC', 'in', 'HTXSNV; HTTNV')).toEqual(['attribute-invalid', 'eligibility-unknown']);
});

test('a hint says what may be entered, never the threshold that would favour or bar', () => {
  const hints = (value: CellInput, op: Operator, threshold: string) =>
    evaluate(bookWith({ k: { field: 'attribute Cột', op, value: threshold } }, attribute(value))).issues.map(
      ({ code, expected }) => `${code} ${String(expected)}`,
    );
  expect(hints('Không có', '=', 'có')).toEqual(['attribute-invalid có; không', 'eligibility-unknown có; không']);
  expect(hints('Không có', '<>', 'không')).toEqual(['attribute-invalid có; không', 'eligibility-unknown có; không']);
  expect(hints('nhiều', '>=', '5')).toEqual(['attribute-invalid số', 'eligibility-unknown số']);
  expect(hints('HTABC', '=', 'HTXSNV')).toEqual([
    'attribute-invalid HTXSNV; HTTNV; HTNV; KHTNV',
    'eligibility-unknown HTXSNV; HTTNV; HTNV; KHTNV',
  ]);
  expect(hints(null, '=', 'xanh')).toEqual(['eligibility-unknown null']);
  expect(hints(null, 'in', '4; 5')).toEqual(['eligibility-unknown null']);
  expect(hints(null, '=', '5')).toEqual(['eligibility-unknown số']);
  expect(hints(null, '=', '2025-11-30')).toEqual(['eligibility-unknown dd/MM/yyyy']);
  expect(hints(null, '>=', '2025-11-30')).toEqual(['eligibility-unknown dd/MM/yyyy']);
  expect(hints(null, 'onOrBefore', '2025-11-30')).toEqual(['eligibility-unknown dd/MM/yyyy']);
  // What stands in no cell of the unit is not typed there.
  expect(
    evaluate(
      bookWith(
        { k: { field: 'ballot P', value: '50% members' } },
        { ballots: [{ ballot: 'P', unit: 'a', members: 15 }] },
      ),
    ).issues.map(({ code, expected }) => `${code} ${String(expected)}`),
  ).toEqual(['eligibility-unknown null']);
});

test('one blank cell that several conditions ask is told once for each award', () => {
  const same: Record<string, ConditionInput> = {
    k: { field: 'attribute Cột', op: '=', value: 'có' },
    l: { field: 'attribute Cột', op: '<>', value: 'không' },
  };
  expect(evaluate(bookWith(same, attribute(null))).issues.map(({ code }) => code)).toEqual(['eligibility-unknown']);
});

test('an attribute formatted as a percentage is compared as a percentage', () => {
  const sixty = (value: string) =>
    attribute({ kind: 'number', value, percent: true, place: { sheet: 'Đơn vị', row: 1, column: 2 } });
  expect([
    verdict('attribute Cột', '>=', '60%', sixty('0.6')),
    verdict('attribute Cột', '>=', '60%', sixty('0.59')),
  ]).toEqual([YES, NO]);
});

test('a value that answers nothing is attribute-invalid at its cell, a blank one is not', () => {
  const issues = (value: CellInput) =>
    evaluate(bookWith({ k: { field: 'attribute Cột', op: '=', value: 'có' } }, attribute(value))).issues.map(
      ({ code, place }) => `${code} ${place?.sheet ?? ''}!${String(place?.row)},${String(place?.column)}`,
    );
  expect(issues('có thể')).toEqual(['attribute-invalid Đơn vị!1,2', 'eligibility-unknown Đơn vị!1,2']);
  expect(issues(null)).toEqual(['eligibility-unknown Đơn vị!1,2']);
});

const ballot = (counts: Readonly<Record<string, CellInput>>, id = 'P'): Partial<BookInput> => ({
  ballots: [{ ballot: id, unit: 'a', ...counts }],
});

test.each<[string, Operator, Readonly<Record<string, number>>, string]>([
  ['80% members', '>=', { members: 15, favour: 12 }, YES],
  ['80% members', '>', { members: 15, favour: 12 }, NO],
  ['80% members', '>=', { members: 15, favour: 11 }, NO],
  ['50% present', '>=', { members: 15, present: 14, favour: 7 }, YES],
  ['50% present', '>', { members: 15, present: 14, favour: 7 }, NO],
  ['70% issued', '>=', { issued: 10, favour: 7 }, YES],
  ['2/3 valid', '>=', { valid: 12, favour: 8 }, YES],
  ['2/3 valid', '>', { valid: 12, favour: 8 }, NO],
  ['2/3 valid', '>=', { valid: 13, favour: 8 }, NO],
  ['80% members', '>=', { favour: 12 }, UNKNOWN],
  ['80% members', '>=', { members: 0, favour: 0 }, UNKNOWN],
  ['80% members', '>=', { members: 15 }, UNKNOWN],
])('a ballot of %s %s with %p: %s', (share, op, counts, expected) => {
  expect(verdict('ballot P', op, share, ballot(counts))).toBe(expected);
});

test('every verdict carries what was expected, what is, the cell and the legal basis', () => {
  const { awards } = evaluate(
    bookWith(
      { k7: { field: 'ballot P', value: '80% members', basis: 'Điều 9 Quy chế' } },
      ballot({ members: 15, favour: 11 }),
    ),
  );
  expect(awards[0]?.why.get('a')).toEqual([
    {
      code: 'condition-failed',
      condition: 'k7',
      expected: '>= 80% members',
      actual: '11/15',
      place: { sheet: 'Bỏ phiếu', row: 1, column: 7 },
      basis: 'Điều 9 Quy chế',
      params: { field: 'ballot P' },
    },
  ]);
});

describe('how rows join', () => {
  const why = (conditions: Readonly<Record<string, ConditionInput>>, more: Partial<BookInput> = {}) =>
    evaluate(bookWith(conditions, more))
      .awards[0]?.why.get('a')
      ?.map(({ code, condition }) => `${code} ${condition ?? ''}`.trim());
  const failing: ConditionInput = { field: 'total', value: '99' };
  const holding: ConditionInput = { field: 'total', value: '50' };
  const open: ConditionInput = { field: 'attribute Cột', op: '=', value: 'có' };

  test('all must hold; every one that failed is named', () => {
    expect(why({ k1: failing, k2: holding, k3: { field: 'base', value: '99' } })).toEqual([
      'condition-failed k1',
      'condition-failed k3',
    ]);
  });
  test('one of an "or" group is enough', () => {
    expect(why({ k1: { ...failing, orGroup: 'g' }, k2: { ...holding, orGroup: 'g' } })).toEqual(['granted']);
    expect(why({ k1: { ...failing, orGroup: 'g' }, k2: { ...failing, orGroup: 'g' } })).toEqual([
      'condition-failed k1',
      'condition-failed k2',
    ]);
  });
  test('groups of different names must all hold', () => {
    expect(why({ k1: { ...holding, orGroup: 'g' }, k2: { ...failing, orGroup: 'h' } })).toEqual([
      'condition-failed k2',
    ]);
  });
  test('unknown in an "or" group matters only while no other row holds', () => {
    expect(why({ k1: { ...open, orGroup: 'g' }, k2: { ...holding, orGroup: 'g' } }, attribute(null))).toEqual([
      'granted',
    ]);
    expect(why({ k1: { ...open, orGroup: 'g' }, k2: { ...failing, orGroup: 'g' } }, attribute(null))).toEqual([
      'condition-unknown k1',
    ]);
  });
  test('a failed row beside an unknown one: the unit is out, whatever the answer', () => {
    expect(why({ k1: open, k2: failing }, attribute(null))).toEqual(['condition-failed k2']);
  });
  test('a bar holds: the unit is barred; it does not hold: nothing is said', () => {
    expect(why({ k1: { ...holding, effect: { kind: 'bar' } } })).toEqual(['barred k1']);
    expect(why({ k1: { ...failing, effect: { kind: 'bar' } } })).toEqual(['granted']);
    expect(why({ k1: { ...open, effect: { kind: 'bar' } } }, attribute(null))).toEqual(['condition-unknown k1']);
  });
  test('bars are not joined by an "or" group', () => {
    expect(
      why({
        k1: { ...holding, effect: { kind: 'bar' }, orGroup: 'g' },
        k2: { ...failing, effect: { kind: 'bar' }, orGroup: 'g' },
      }),
    ).toEqual(['barred k1']);
  });
  test('a condition of another award does not count', () => {
    expect(
      why({ k1: { ...failing, scope: { kind: 'awards', awards: ['U'] } } }, { awards: { T: {}, U: { quota: 0 } } }),
    ).toEqual(['granted']);
  });
});

describe('conditions that cannot be judged are unknown for every unit', () => {
  const bands = [band('Tốt', 80, 1), band('Khá', null, 2)];
  test.each<[string, ConditionInput, string]>([
    ['an unknown section', { field: 'section IX', value: '5' }, 'Điều kiện!1,2'],
    ['an unknown criterion', { field: 'criterion I.9', value: '5' }, 'Điều kiện!1,2'],
    ['an unknown attribute', { field: 'attribute Kỷ cương', op: '=', value: 'có' }, 'Điều kiện!1,2'],
    ['a field nobody could read', { field: 'điểm gì đó', value: '5' }, 'Điều kiện!1,2'],
    ['an operator nobody could read', { field: 'total', op: null, value: '5' }, 'Điều kiện!1,3'],
    ['a threshold that is no number', { field: 'total', value: 'cao' }, 'Điều kiện!1,4'],
    ['no threshold', { field: 'total', value: '' }, 'Điều kiện!1,4'],
    ['a list with a text among numbers', { field: 'total', op: 'in', value: '80; cao' }, 'Điều kiện!1,4'],
    ['a date operator on points', { field: 'total', op: 'onOrBefore', value: '2025-01-01' }, 'Điều kiện!1,3'],
    ['a date operator without a date', { field: 'attribute Cột', op: 'onOrBefore', value: 'sớm' }, 'Điều kiện!1,4'],
    ['an order of grades', { field: 'grade', op: '>=', value: 'Khá' }, 'Điều kiện!1,3'],
    ['a grade that no band has', { field: 'grade', op: '=', value: 'Giỏi' }, 'Điều kiện!1,4'],
    ['an unknown task grade', { field: 'attribute Xếp loại nhiệm vụ', op: '=', value: 'HTABC' }, 'Điều kiện!1,4'],
    ['a ballot without a base', { field: 'ballot P', value: '80%' }, 'Điều kiện!1,4'],
    ['a list of ballots', { field: 'ballot P', op: 'in', value: '80% members' }, 'Điều kiện!1,3'],
    ['an unknown award', { field: 'total', value: '5', scope: { kind: 'awards', awards: ['XX'] } }, 'Điều kiện!1,1'],
    [
      'an unknown grade as scope',
      { field: 'total', value: '5', scope: { kind: 'grade', grade: 'Giỏi' } },
      'Điều kiện!1,1',
    ],
    ['an effect nobody could read', { field: 'total', value: '5', effect: { kind: 'invalid' } }, 'Điều kiện!1,6'],
    [
      'a cap at an unknown grade',
      { field: 'total', value: '5', effect: { kind: 'capGrade', grade: 'Giỏi' } },
      'Điều kiện!1,6',
    ],
    [
      'an unknown criterion set to 0',
      { field: 'attribute Cột', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'IX' } },
      'Điều kiện!1,6',
    ],
    [
      'points that hang on the total',
      { field: 'total', value: '5', effect: { kind: 'zeroCriterion', criterion: 'I.1' } },
      'Điều kiện!1,2',
    ],
    [
      'points that hang on a section',
      { field: 'section I', value: '5', effect: { kind: 'zeroCriterion', criterion: 'I.1' } },
      'Điều kiện!1,2',
    ],
    ['a rank that hangs on the rank', { field: 'rank', value: '5', effect: { kind: 'noRank' } }, 'Điều kiện!1,2'],
    ['a grade that hangs on the rank', { field: 'rank', value: '5', effect: { kind: 'lowerGrade' } }, 'Điều kiện!1,2'],
    [
      'a grade that hangs on the grade',
      { field: 'grade', op: '=', value: 'Khá', effect: { kind: 'lowerGrade' } },
      'Điều kiện!1,2',
    ],
  ])('%s', (_, condition, place) => {
    const more: Partial<BookInput> = {
      ...ballot({ members: 15, favour: 12 }),
      bands,
      units: { a: { attributes: { Cột: true, 'Xếp loại nhiệm vụ': 'HTXSNV' } } },
    };
    const { issues, awards } = evaluate(bookWith({ k: condition }, more));
    expect(
      issues
        .filter(({ code }) => code === 'condition-invalid')
        .map(({ place: at }) => `${at?.sheet ?? ''}!${String(at?.row)},${String(at?.column)}`),
    ).toEqual([place]);
    const effect: Condition['effect']['kind'] = condition.effect?.kind ?? 'require';
    if (['require', 'invalid', 'zeroCriterion', 'noRank'].includes(effect) && condition.scope?.kind !== 'grade')
      expect(awards[0]?.status).toBe('pending:unknown');
  });

  /** What the finding says stands there, and what may. */
  const told = (conditions: Readonly<Record<string, ConditionInput>>, more: Partial<BookInput> = {}) =>
    evaluate(bookWith(conditions, { bands, ...attribute('x'), ...more })).issues.flatMap(
      ({ code, severity, received, params, fix }) =>
        code === 'condition-invalid' && severity === 'error'
          ? [[received, params?.['part'], params?.['allowed'] ?? null, ...(fix && 'value' in fix ? [fix.value] : [])]]
          : [],
    );
  const COMPARED = '>=; >; <=; <; =; <>';
  test.each<[string, ConditionInput, readonly unknown[]]>([
    [
      'a field',
      { field: 'điểm gì đó', value: '5' },
      [
        'điểm gì đó',
        'field',
        'tổng điểm; điểm chính; điểm thưởng; điểm trừ; hạng; xếp loại; nhóm …; tiêu chí …; tỷ lệ nhóm …; phiếu …; Cột',
      ],
    ],
    [
      'a field of a sanction on points',
      { field: 'total', value: '5', effect: { kind: 'zeroCriterion', criterion: 'I.1' } },
      ['total', 'field', 'tiêu chí …; phiếu …; Cột'],
    ],
    [
      'a field of a sanction on ranks',
      { field: 'rank', value: '5', effect: { kind: 'noRank' } },
      ['rank', 'field', 'tổng điểm; điểm chính; điểm thưởng; điểm trừ; nhóm …; tiêu chí …; tỷ lệ nhóm …; phiếu …; Cột'],
    ],
    [
      'an operator of points',
      { field: 'total', op: null, value: '5' },
      [null, 'op', `${COMPARED}; thuộc; không thuộc`],
    ],
    ['of grades', { field: 'grade', op: '>=', value: 'Khá' }, [null, 'op', '=; <>; thuộc; không thuộc']],
    ['of ballots', { field: 'ballot P', op: 'in', value: '80% members' }, [null, 'op', COMPARED]],
    [
      'of an attribute',
      { field: 'attribute Cột', op: null, value: '5' },
      [null, 'op', `${COMPARED}; thuộc; không thuộc; trước hoặc vào; vào hoặc sau`],
    ],
    ['a threshold of points', { field: 'total', value: 'cao' }, ['cao', 'value', 'số']],
    [
      'with a unit behind it: the number is meant',
      { field: 'total', value: '90 điểm' },
      ['90 điểm', 'value', 'số', 90],
    ],
    ['of grades', { field: 'grade', op: '=', value: 'Giỏi' }, ['Giỏi', 'value', 'Tốt; Khá']],
    ['of grades, one of a list', { field: 'grade', op: 'in', value: 'Tốt; Giỏi' }, ['Tốt; Giỏi', 'value', 'Tốt; Khá']],
    [
      'of ballots: of whom is not said, so no number is meant',
      { field: 'ballot P', value: '80' },
      ['80', 'value', '80% thành viên; 50% có mặt; 70% phát ra; 2/3 hợp lệ'],
    ],
    ['of days', { field: 'attribute Cột', op: 'onOrAfter', value: 'sớm' }, ['sớm', 'value', 'dd/MM/yyyy']],
    ['of an order', { field: 'attribute Cột', op: '>=', value: 'cao' }, ['cao', 'value', 'số']],
    [
      'of task grades, one of a list',
      { field: 'attribute Cột', op: 'in', value: 'HTXSNV; HTABC' },
      ['HTXSNV; HTABC', 'value', 'HTXSNV; HTTNV; HTNV; KHTNV'],
    ],
    ['of words: none', { field: 'attribute Cột', op: '=', value: ' ' }, [' ', 'value', null]],
    ['an award', { field: 'total', value: '5', scope: { kind: 'awards', awards: ['T', 'XX'] } }, [null, 'scope', null]],
    [
      'an award from which it bars',
      { field: 'total', value: '5', scope: { kind: 'awards', awards: ['XX'] }, effect: { kind: 'bar' } },
      [null, 'scope', null],
    ],
    [
      'an award that it postpones',
      { field: 'total', value: '5', scope: { kind: 'awards', awards: ['XX'] }, effect: { kind: 'postpone' } },
      [null, 'scope', null],
    ],
    [
      'a grade that hangs on the grade',
      { field: 'grade', op: '=', value: 'Khá', scope: { kind: 'grade', grade: 'Tốt' } },
      ['grade', 'field', expect.stringContaining('tổng điểm; ')],
    ],
  ])('says what stands there and what may: %s', (_, condition, expected) => {
    expect(told({ k: condition }, ballot({ members: 15, favour: 12 }))).toEqual([expected]);
  });
  test.each<[string, ConditionInput, Partial<BookInput>]>([
    [
      'a sanction is about the unit: no award is asked',
      {
        field: 'attribute Cột',
        op: '=',
        value: 'x',
        scope: { kind: 'awards', awards: ['XX'] },
        effect: { kind: 'noRank' },
      },
      {},
    ],
    [
      'a column that only another unit has',
      { field: 'attribute Cột', op: '=', value: 'x' },
      { scores: { a: { 'I.1': 1 }, b: { 'I.1': 2 } } },
    ],
    [
      'a grade by the short word for it',
      { field: 'grade', op: '=', value: 'HTTNV' },
      { bands: [band('Hoàn thành tốt nhiệm vụ', 80, 1)] },
    ],
  ])('can be judged: %s', (_, condition, more) => {
    expect(told({ k: condition }, more)).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, ConditionInput>>, Partial<BookInput>, readonly string[]]>([
    ['nothing else means it', {}, {}, ['ballot-missing P']],
    ['another condition does', { l: { field: 'ballot P', value: '50% valid' } }, {}, ['ballot-needed P']],
    [
      'another condition means another',
      { l: { field: 'ballot T', value: '50% valid' } },
      {},
      ['ballot-missing P', 'ballot-needed T'],
    ],
    [
      'a condition on a column of that name',
      { l: { field: 'attribute P', op: '=', value: 'x' } },
      { units: { a: { attributes: { P: 'x' } } } },
      ['ballot-missing P'],
    ],
    ['one of the awards is called so', {}, { awards: { T: {}, P: {} } }, ['ballot-needed P']],
    [
      'a tie key does',
      {},
      { settings: { tieKeys: [{ field: { kind: 'ballot', ballot: 'P' }, first: 'higher', written: 'phiếu P' }] } },
      ['ballot-needed P'],
    ],
    [
      'a tie key means another',
      {},
      { settings: { tieKeys: [{ field: { kind: 'ballot', ballot: 'Q' }, first: 'higher', written: 'phiếu Q' }] } },
      ['ballot-missing P'],
    ],
    [
      'a tie key on the bonus',
      {},
      { settings: { tieKeys: [{ field: { kind: 'bonus' }, first: 'higher', written: 'điểm thưởng' }] } },
      ['ballot-missing P'],
    ],
  ])('a ballot that nobody cast may be cast yet where something else means it too: %s', (_, others, more, expected) => {
    const { issues } = evaluate(bookWith({ k: { field: 'ballot P', value: '80% members' }, ...others }, more));
    expect(
      issues.flatMap(({ code, received }) => (code.startsWith('ballot-') ? [`${code} ${String(received)}`] : [])),
    ).toEqual(expected);
  });

  test('another finding of the reader at the row says nothing of the condition', () => {
    const one = bookWith({ k: { field: '?', value: '5' } });
    const read = [
      {
        code: 'hidden-data',
        severity: 'info',
        place: { sheet: 'Điều kiện', row: 1, column: 3 },
        received: null,
        expected: null,
      },
      {
        code: 'condition-invalid',
        severity: 'error',
        place: { sheet: 'Điều kiện', row: 2, column: 3 },
        received: null,
        expected: null,
      },
      { code: 'condition-invalid', severity: 'error', place: null, received: null, expected: null },
    ] as const;
    expect(
      evaluate({ ...one, findings: read }).issues.flatMap(({ code, place }) =>
        code === 'condition-invalid' ? [place?.row ?? null] : [],
      ),
    ).toEqual([1, 2, null]);
  });

  test('what the reader has already said of the row is not said again', () => {
    const one = bookWith({ k: { field: '?', value: '5' } });
    const said = {
      code: 'condition-invalid',
      severity: 'error',
      place: { sheet: 'Điều kiện', row: 1, column: 3 },
      received: null,
      expected: null,
    } as const;
    expect(evaluate({ ...one, findings: [said] }).issues.filter(({ code }) => code === 'condition-invalid')).toEqual([
      said,
    ]);
  });

  test('a ballot nobody cast', () => {
    const { issues, awards } = evaluate(bookWith({ k: { field: 'ballot P', value: '80% members' } }));
    expect(issues.map(({ code }) => code)).toEqual(['ballot-missing']);
    expect(awards[0]?.status).toBe('pending:unknown');
  });

  test('a ballot of an award that nobody cast is asked for once, with all units that wait, and only where one waits', () => {
    const condition = { field: 'ballot T', value: '80% members' } as const;
    const two = { scores: { a: 60, b: 50 }, awards: { T: { quota: 1 } } };
    const waiting = evaluate(book({ ...two, conditions: { k: condition, l: { ...condition, value: '90% members' } } }));
    expect(
      waiting.issues.map(({ code, severity, received, params }) => [code, severity, received, params?.['units']]),
    ).toEqual([['ballot-needed', 'warning', 'T', 'a; b']]);
    expect(waiting.awards[0]?.status).toBe('pending:unknown');
    const idle = evaluate(book({ ...two, conditions: { k: condition, l: { field: 'total', value: '70' } } }));
    expect(idle.issues.filter(({ code }) => code.startsWith('ballot-'))).toEqual([]);
    expect(idle.awards[0]).toMatchObject({ status: 'ok', units: [] });
  });

  test('an id twice', () => {
    const one = bookWith({ k: { field: 'total', value: '5' } });
    expect(
      evaluate({
        ...one,
        conditions: [...one.conditions, ...one.conditions.map((own) => ({ ...own, place: { ...own.place, row: 2 } }))],
      }).issues.map(({ code, place, received }) => [code, place?.row, received]),
    ).toEqual([['code-duplicate', 2, 'k']]);
  });
});
