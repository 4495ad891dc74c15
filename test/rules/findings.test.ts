/** Findings: each thing is said once, in the order of the workbook, and what a workbook may lack everywhere not for every cell. */
import {
  evaluate,
  issue,
  type BlocKind,
  type Entry,
  type Issue,
  type IssueDetails,
  type Place,
} from '../../src/rules/index';
import { bookNames, nameIssue } from '../../src/rules/model/names';
import { openReport, sortIssues } from '../../src/rules/model/report';
import { at, book, type BookInput } from './books';

const NAMES = bookNames(book({ scores: { a: 90, b: 80 }, awards: { T: {}, U: {} } }));
const CELL = at('Đơn vị', 2, 3);

/** What is kept of these reports, after the reader's own findings. */
function kept(reports: readonly (readonly [Place | null, IssueDetails?])[], read: readonly Issue[] = []): number {
  const { report, own } = openReport(read, NAMES);
  for (const [place, details] of reports) report('eligibility-unknown', place, details);
  return own.length;
}

test.each<[string, IssueDetails, IssueDetails, number]>([
  ['the same', {}, {}, 1],
  ['the same with other words', { received: '5' }, { received: '6', expected: '7' }, 1],
  ['of another unit', { unit: 'a' }, { unit: 'b' }, 2],
  ['of another criterion', { criterion: 'I' }, { criterion: 'II' }, 2],
  ['of another award', { award: 'T' }, { award: 'U' }, 2],
  ['of another condition', { params: { condition: 'k' } }, { params: { condition: 'l' } }, 2],
  ['of another setting', { params: { setting: 'bonusCap' } }, { params: { setting: 'deductionCap' } }, 2],
  [
    'two conditions that wait for one fact',
    { params: { condition: 'k', fact: 'Kỷ luật' } },
    { params: { condition: 'l', fact: 'Kỷ luật' } },
    1,
  ],
  ['two facts', { params: { condition: 'k', fact: 'Kỷ luật' } }, { params: { condition: 'k', fact: 'Khác' } }, 2],
  ['a unit is not a criterion of that code', { unit: 'I' }, { criterion: 'I' }, 2],
])('a second finding at one cell, %s', (_, first, second, count) => {
  expect(
    kept([
      [CELL, first],
      [CELL, second],
      [CELL, first],
      [CELL, second],
    ]),
  ).toBe(count);
});

test('other cells, other sheets and the whole workbook are places of their own', () => {
  const places = [CELL, at('Đơn vị', 3, 2), at('Đơn vị', 2, 2), at('Đơn vị', 3, 3), at('Khen thưởng', 2, 3), null];
  // The last columns of a row are not the first of the next one; the first cell is not the whole workbook.
  const edges = [at('Đơn vị', 2, 16_383), at('Đơn vị', 3, 0), at('Đơn vị', 0, 0), at('', 0, 0)];
  const all = [...places, ...edges].map((place) => [place] as const);
  expect(kept([...all, ...all])).toBe(all.length);
});

test('what the reader said of a cell is not said again, whatever it is about; other codes and cells are', () => {
  const read = [issue('eligibility-unknown', CELL, { unit: 'b' }), issue('cell-error', at('Đơn vị', 9, 9))];
  expect([
    kept([[CELL, { unit: 'a' }]], read),
    kept([[at('Đơn vị', 9, 9)]], read),
    kept([[at('Đơn vị', 2, 4)]], read),
    kept([[null]], read),
  ]).toEqual([0, 1, 1, 1]);
});

test('sorted by sheet, row and column; sheets that are not listed by name after those that are; equals as they came', () => {
  const of = (received: string, place: Place | null): Issue => issue('hidden-data', place, { received });
  const given = [
    of('none', null),
    of('Z', at('Z', 0, 0)),
    of('Y', at('Y', 5, 0)),
    of('two', at('Hai', 0, 1)),
    of('one, row 2', at('Một', 2, 0)),
    of('one, row 1, last', at('Một', 1, 9)),
    of('one, row 1', at('Một', 1, 3)),
    of('one, row 1 again', at('Một', 1, 3)),
    of('none again', null),
    of('Y again', at('Y', 5, 0)),
  ];
  expect(sortIssues(given, ['Một', 'Hai']).map(({ received }) => received)).toEqual([
    'one, row 1',
    'one, row 1 again',
    'one, row 1, last',
    'one, row 2',
    'two',
    'Y',
    'Y again',
    'Z',
    'none',
    'none again',
  ]);
  expect(sortIssues([], ['Một'])).toEqual([]);
});

describe('formulas without value', () => {
  const missing = (row: number, column: number, sheet = 'Chấm điểm'): Entry => ({
    kind: 'uncalculated',
    place: at(sheet, row, column),
  });
  const told = (stated: BookInput['stated'], scores: BookInput['scores'], read: readonly Issue[] = []) =>
    evaluate({
      ...book({ criteria: { I: { way: 'group', max: 100 }, 'I.1': { max: 100 } }, scores, stated: stated ?? {} }),
      findings: read,
    })
      .issues.filter(({ code }) => code === 'formula-not-calculated')
      .map(
        ({ severity, place, unit, params }) =>
          `${severity} ${place === null ? '–' : `${place.sheet} ${String(place.row)},${String(place.column)}`} ${unit ?? '–'} ${params?.['more'] ?? ''}`,
      );
  const SCORES = { a: { 'I.1': 90 }, b: { 'I.1': 80 } };

  test('of sums that are only checked are told once for each sheet, with how many more there are', () => {
    expect(
      told(
        { a: { I: missing(2, 3), '': missing(9, 3) }, b: { I: missing(2, 4), '': missing(9, 4, 'Tổng hợp') } },
        SCORES,
      ),
    ).toEqual(['info Chấm điểm 2,3 – 2', 'info Tổng hợp 9,4 b ']);
  });
  test('of cells that count are told each, and are none of those', () => {
    expect(
      told(
        { a: { I: missing(2, 3), '': missing(9, 3) } },
        { a: { 'I.1': missing(3, 3) }, b: { 'I.1': missing(3, 4) } },
      ),
    ).toEqual(['info Chấm điểm 2,3 – 1', 'error Chấm điểm 3,3 a ', 'error Chấm điểm 3,4 b ']);
  });
  test('of the whole workbook are told beside them', () => {
    const whole = issue('formula-not-calculated', null, { severity: 'info' });
    expect(told({ a: { I: missing(2, 3), '': missing(9, 3) } }, SCORES, [whole, whole])).toEqual([
      'info Chấm điểm 2,3 – 1',
      'info – – ',
      'info – – ',
    ]);
  });
  test('another finding says nothing of them', () => {
    const hidden = [issue('hidden-data', at('Chấm điểm', 1, 1)), issue('hidden-data', at('Chấm điểm', 1, 2))];
    expect(told({}, SCORES, hidden)).toEqual([]);
    expect(evaluate({ ...book({ scores: { a: 90 } }), findings: hidden }).issues).toHaveLength(2);
  });
});

describe('names in place of codes', () => {
  const one = book({
    scores: { a: 90, b: 80, c: 70, d: 60 },
    units: { a: { name: ' Sở Y tế ' }, b: { name: 'Sở Nội vụ' }, c: { name: 'sở  NỘI vụ' }, d: { name: '  ' } },
    awards: { T: { name: 'Cờ thi đua' }, U: { name: 'Bằng khen' }, V: { name: 'Bằng khen' } },
    criteria: {
      I: { max: 10, name: 'Chuyên  môn\n giỏi ' },
      II: { max: 10, name: 'II' },
      III: { max: 10, name: ' ' },
    },
    conditions: {
      k: { field: 'total', value: '80' },
      l: { field: 'total', value: '80' },
      m: { field: 'total', op: '>', value: '80' },
      n: { field: 'ballot T', value: '80% valid' },
      o: { field: 'total', op: null, value: '80' },
    },
  });
  const names = bookNames(one);

  test('of units and awards: the code where two are alike, the code alone where there is none', () => {
    expect(['a', 'b', 'c', 'd', 'x'].map(names.unit)).toEqual(['Sở Y tế', 'Sở Nội vụ (b)', 'sở  NỘI vụ (c)', 'd', 'x']);
    expect(['T', 'U', 'V', 'W'].map(names.award)).toEqual(['Cờ thi đua', 'Bằng khen (U)', 'Bằng khen (V)', 'W']);
  });
  test('of criteria: code and name', () => {
    expect(['I', 'II', 'III', 'IV'].map(names.criterion)).toEqual(['I Chuyên môn giỏi', 'II', 'III', 'IV']);
  });
  test.each<[string, string, string]>([
    ['sixty letters', 'a'.repeat(60), 'a'.repeat(60)],
    ['one more, and no word ends', 'a'.repeat(61), `${'a'.repeat(30)}…`],
    [
      'a paragraph, at the end of a word',
      `${'a'.repeat(40)} ${'b'.repeat(15)} ${'c'.repeat(15)}`,
      `${'a'.repeat(40)} ${'b'.repeat(15)}…`,
    ],
    [
      'at the end of a first word that is short',
      `${'a'.repeat(10)} ${'b'.repeat(70)}`,
      `${'a'.repeat(10)} ${'b'.repeat(19)}…`,
    ],
    ['a comma before the end says nothing', `${'a'.repeat(40)}, ${'b'.repeat(30)}`, `${'a'.repeat(40)}…`],
    ['nor does a dash, nor the space before it', `${'a'.repeat(40)} – ${'b'.repeat(30)}`, `${'a'.repeat(40)}…`],
    [
      'a comma inside stays',
      `${'a'.repeat(30)}, ${'b'.repeat(20)} ${'c'.repeat(30)}`,
      `${'a'.repeat(30)}, ${'b'.repeat(20)}…`,
    ],
  ])('a long text is said in part: %s', (_, name, expected) => {
    expect(bookNames(book({ scores: {}, criteria: { I: { name } } })).criterion('I')).toBe(`I ${expected}`);
  });
  test('of conditions: what each asks, the code only where another row asks the same', () => {
    const asked = (expected: string, code: string | null = null) => ({ field: 'total', expected, code, ballot: null });
    expect(['k', 'l', 'm', 'o'].map((id) => names.condition(id))).toMatchObject([
      asked('>= 80', 'k'),
      asked('>= 80', 'l'),
      asked('> 80'),
      asked('80'),
    ]);
    expect(names.condition('z')).toBeUndefined();
    expect(names.condition('n')).toMatchObject({
      field: 'ballot T',
      expected: '>= 80% valid',
      code: null,
      ballot: 'T',
    });
  });
  test.each<[string, IssueDetails & { readonly code?: Issue['code'] }, Issue['named']]>([
    ['nothing to name', {}, undefined],
    ['a unit and a criterion', { unit: 'a', criterion: 'I' }, { unit: 'Sở Y tế', criterion: 'I Chuyên môn giỏi' }],
    [
      'with a value that is no name',
      { unit: 'a', criterion: 'I', received: 'b' },
      { unit: 'Sở Y tế', criterion: 'I Chuyên môn giỏi' },
    ],
    [
      'with more to name',
      { unit: 'a', criterion: 'I', award: 'T', params: { units: 'b' } },
      { unit: 'Sở Y tế', criterion: 'I Chuyên môn giỏi', award: 'Cờ thi đua', units: 'Sở Nội vụ (b)' },
    ],
    ['an award', { award: 'U' }, { award: 'Bằng khen (U)' }],
    ['tied units', { code: 'tie-unresolved', received: 'a; b' }, { received: 'Sở Y tế; Sở Nội vụ (b)' }],
    ['units of a decision', { code: 'decision-stale', received: 'a' }, { received: 'Sở Y tế' }],
    ['tied units, of whom nothing is received', { code: 'tie-unresolved', unit: 'a' }, { unit: 'Sở Y tế' }],
    ['a ballot that is asked for', { code: 'ballot-needed', received: 'T' }, { received: 'Cờ thi đua' }],
    ['a ballot that nothing else means', { code: 'ballot-missing', received: 'T' }, { received: 'Cờ thi đua' }],
    [
      'units, an impossible row, a ballot',
      { params: { units: 'a; d', impossible: 'b', ballot: 'T' } },
      { units: 'Sở Y tế; d', impossible: 'Sở Nội vụ (b)', ballot: 'Cờ thi đua' },
    ],
    [
      'a condition that another row repeats',
      { params: { condition: 'k' } },
      { conditionField: 'total', conditionExpected: '>= 80', conditionCode: 'k' },
    ],
    [
      'a condition on a ballot',
      { params: { condition: 'n' } },
      { conditionField: 'ballot T', conditionExpected: '>= 80% valid', conditionBallot: 'Cờ thi đua' },
    ],
    ['a condition that is not there', { params: { condition: 'z' } }, undefined],
  ])('in a finding: %s', (_, { code = 'hidden-data', ...details }, expected) => {
    expect(nameIssue(issue(code, CELL, details), names).named).toEqual(expected);
  });
  test('what a cluster is called is said where it is one', () => {
    const found = issue('hidden-data', CELL, { unit: 'a' });
    const cluster = bookNames({ ...one, info: { ...one.info, kind: 'cluster' } });
    expect([nameIssue(found, names).kind, nameIssue(found, cluster).kind]).toEqual([undefined, 'cluster']);
    // What was found stays as it was.
    expect(found).toEqual(issue('hidden-data', CELL, { unit: 'a' }));
  });
  test.each<[string, BlocKind | null, BlocKind]>([
    ['Cụm thi đua số 3', null, 'cluster'],
    [' CỤM', null, 'cluster'],
    ['Khối các sở', null, 'bloc'],
    ['Khối và cụm', null, 'bloc'],
    ['Cụmthi', null, 'bloc'],
    ['Khối các sở', 'cluster', 'cluster'],
    ['Cụm thi đua số 3', 'bloc', 'bloc'],
  ])('"%s" whose `Loại` is %p is a %s', (name, kind, expected) => {
    expect(bookNames({ ...one, info: { ...one.info, name: name.normalize('NFD'), kind } }).kind).toBe(expected);
  });
});
