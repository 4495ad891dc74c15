/** What is missing is named where its absence is the reason: who lacks it, in which cell. */
import { cellName, evaluate } from '../../src/rules/index';
import { book } from './books';

test('a unit without total, and every unit that waits for it', () => {
  const { awards, issues } = evaluate(book({ scores: { a: 90, b: null, c: 70 }, awards: { T: {} } }));
  const place = issues.find(({ code }) => code === 'score-missing')?.place;
  expect(place).toBeTruthy();
  const shown = [...(awards[0]?.why ?? [])].map(([unit, [reason]]) => [
    unit,
    reason?.code,
    reason?.params['units'],
    reason?.place && cellName(reason.place),
  ]);
  const cell = place && cellName(place);
  expect(shown).toEqual([
    ['a', 'condition-unknown', 'b', cell],
    ['b', 'not-ranked', undefined, cell],
    ['c', 'outranked', undefined, null],
  ]);
});

test('a unit that was taken out of the ranking on purpose lacks nothing', () => {
  const { awards } = evaluate(
    book({ scores: { a: 90, b: 80 }, units: { b: { notRanked: 'mới thành lập' } }, awards: { T: {} } }),
  );
  expect([...(awards[0]?.why ?? [])].map(([unit, [reason]]) => [unit, reason?.code, reason?.place])).toEqual([
    ['a', 'granted', null],
    ['b', 'not-ranked', null],
  ]);
});
