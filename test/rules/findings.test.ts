/** Findings: each thing is said once, in the order of the workbook, and what a workbook may lack everywhere not for every cell. */
import { evaluate, issue, type Entry, type Issue, type IssueDetails, type Place } from '../../src/rules/index';
import { bookNames } from '../../src/rules/model/names';
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
