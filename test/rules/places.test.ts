/** Addresses of cells, and the choices a meeting can make. */
import { cellName, columnName } from '../../src/rules/index';
import { choices, countChoices, subsets } from '../../src/rules/number/subsets';

test.each([
  [0, 'A'],
  [1, 'B'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (column, name) => {
  expect(columnName(column)).toBe(name);
});

test('rows count from 1 for people', () => {
  expect([cellName({ row: 0, column: 0 }), cellName({ row: 6, column: 2 })]).toEqual(['A1', 'C7']);
});

test('every subset once, the empty one first', () => {
  expect([subsets([]), subsets(['a', 'b', 'c'])]).toEqual([
    [[]],
    [[], ['a'], ['b'], ['a', 'b'], ['c'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']],
  ]);
});

test('every choice once, in the order of the tied', () => {
  expect([choices(['a', 'b', 'c'], 2), choices(['a', 'b'], 0), choices(['a', 'b'], 2), choices(['a'], 2)]).toEqual([
    [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ],
    [[]],
    [['a', 'b']],
    [],
  ]);
});

test.each([
  [3, 2, 3],
  [5, 2, 10],
  [6, 3, 20],
  [6, 0, 1],
  [6, 6, 1],
  [12, 5, 792],
])('of %i tied %i can be chosen in %i ways', (from, count, ways) => {
  expect(countChoices(from, count, 1000)).toBe(ways);
});

test('counting stops above the limit, and not at it', () => {
  expect([countChoices(30, 15, 200) > 200, countChoices(30, 15, 200) < 10_000, countChoices(20, 3, 190)]).toEqual([
    true,
    true,
    1140,
  ]);
});
