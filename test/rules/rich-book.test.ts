/** A whole book with something of every kind: its traces, findings, canonical text, and what changed in a week. */
import { compare, evaluate, levelDifferences, trace } from '../../src/rules/index';
import { canonicalText } from '../../src/rules/canonical';
import { richBook, weekBefore } from './rich-book';
import {
  CANONICAL,
  CHANGES,
  ISSUES,
  TRACE_OF_A,
  TRACE_OF_B,
  TRACE_OF_B_ITSELF,
  TRACE_OF_C,
} from './rich-book-expected';
import { changesOf, issuesOf, traceOf } from './rich-book-lines';

test('the traces', () => {
  const one = richBook();
  expect([
    traceOf(trace(one, 'a')),
    traceOf(trace(one, 'b')),
    traceOf(trace(one, 'c')),
    traceOf(trace(one, 'b', 'self')),
  ]).toEqual([TRACE_OF_A, TRACE_OF_B, TRACE_OF_C, TRACE_OF_B_ITSELF]);
});

test('the findings', () => {
  expect(issuesOf(evaluate(richBook()))).toEqual(ISSUES);
});

test('what the bloc gave more or less than the units themselves', () => {
  expect(
    levelDifferences(richBook()).map(({ unit, criterion, self, bloc, difference, remark, place }) => [
      unit,
      criterion,
      self,
      bloc,
      difference,
      remark,
      place?.row,
      place?.column,
    ]),
  ).toEqual([
    ['a', 'B.1', '0', '4', '4', null, 8, 3],
    ['a', 'T', '0', '4', '4', null, 10, 3],
    ['b', 'II.1', '20', '18', '-2', null, 5, 4],
  ]);
});

test('the canonical text', () => {
  expect(canonicalText(richBook()).split('\n')).toEqual(CANONICAL);
});

test('what changed since the week before, and what it changed', () => {
  const [before, after] = [weekBefore(), richBook()];
  expect(
    changesOf(compare({ book: before, evaluation: evaluate(before) }, { book: after, evaluation: evaluate(after) })),
  ).toEqual(CHANGES);
});

test('nothing changed', () => {
  const [one, other] = [richBook(), richBook()];
  expect(
    changesOf(compare({ book: one, evaluation: evaluate(one) }, { book: other, evaluation: evaluate(other) })),
  ).toEqual([]);
});
