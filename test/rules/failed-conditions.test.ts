/** What fails already of a unit that has no rank yet, by what is known of it. */
import { evaluate, failedConditions } from '../../src/rules';
import { book } from './books';

const season = book({
  scores: { a: 90, b: null, c: null },
  awards: { T: {}, U: {} },
  units: { a: { attributes: { L: 'HTXSNV' } }, b: { attributes: { L: 'HTTNV' } }, c: { attributes: { L: 'HTXSNV' } } },
  conditions: {
    level: { field: 'attribute L', op: '=', value: 'HTXSNV', scope: { kind: 'awards', awards: ['T'] } },
    total: { field: 'total', value: '95' },
    first: { field: 'rank', op: '=', value: '1', scope: { kind: 'awards', awards: ['U'] } },
  },
});

test('a fact that fails is named with what it is; what the missing points may still bring fails nothing', () => {
  expect(
    evaluate(season)
      .awards[0]?.why.get('b')
      ?.map(({ code }) => code),
  ).toEqual(['not-ranked']);
  expect(
    [...failedConditions(season, 'b')].map(([award, reasons]) => [
      award,
      reasons.map(({ code, condition, expected, actual, place }) => [
        code,
        condition,
        expected,
        actual,
        place !== null,
      ]),
    ]),
  ).toEqual([['T', [['condition-failed', 'level', '= HTXSNV', 'HTTNV', true]]]]);
  expect([...failedConditions(season, 'c')]).toEqual([]);
  expect([...failedConditions(season, 'nobody')]).toEqual([]);
});

test('a unit whose total is known fails by that too', () => {
  expect(
    [...failedConditions(season, 'a')].map(([award, reasons]) => [
      award,
      reasons.map(({ condition, actual }) => [condition, actual]),
    ]),
  ).toEqual([
    ['T', [['total', '90']]],
    ['U', [['total', '90']]],
  ]);
});
