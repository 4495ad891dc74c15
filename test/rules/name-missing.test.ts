/** What is missing is named where its absence is the reason: who lacks it, in which cell. */
import { cellName, evaluate } from '../../src/rules/index';
import { book, type BookInput } from './books';

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

describe('what is missing', () => {
  /** Of each unit the first reason of the award: who is named, and in which cell. */
  const named = (input: BookInput) => {
    const { awards } = evaluate(book({ awards: { T: {} }, ...input }));
    return Object.fromEntries(
      [...(awards[0]?.why ?? [])].map(([unit, [reason]]) => [
        unit,
        [reason?.code, reason?.params['units'], reason?.place && `${reason.place.sheet} ${cellName(reason.place)}`],
      ]),
    );
  };

  test('of several units all are named, with the cell of the first', () => {
    expect(named({ scores: { a: 90, b: null, c: 'x', d: 70 } })).toEqual({
      a: ['condition-unknown', 'b; c', 'Chấm điểm E3'],
      b: ['not-ranked', undefined, 'Chấm điểm E3'],
      c: ['not-ranked', undefined, 'Chấm điểm F3'],
      d: ['outranked', undefined, null],
    });
  });
  test('the cell is that of what keeps the unit from its total, not of another finding', () => {
    expect(
      named({
        criteria: { I: { max: 50, step: '0.5' }, II: { max: 50 } },
        scores: { a: { I: 40, II: 40 }, b: { I: '40.1', II: null } },
      }),
    ).toMatchObject({ b: ['not-ranked', undefined, 'Chấm điểm E4'] });
  });
  test('a fact: who lacks it, and its own cell; what a condition found stays with it', () => {
    expect(
      named({
        scores: { a: 90, b: 80, c: 70 },
        units: {
          a: { attributes: { K: null } },
          b: { attributes: { K: false } },
          c: { attributes: { K: true } },
        },
        conditions: { k: { field: 'attribute K', op: '=', value: 'không' } },
      }),
    ).toEqual({
      a: ['condition-unknown', undefined, 'Đơn vị C2'],
      b: ['condition-unknown', 'a', 'Đơn vị C2'],
      c: ['condition-failed', undefined, 'Đơn vị C4'],
    });
  });
  test('a ballot that nobody has cast, without which no rank is known: where it is asked for', () => {
    expect(
      named({
        scores: { a: 90, b: 80, c: 70 },
        units: { c: { notRanked: 'mới' } },
        conditions: { k: { field: 'ballot T', op: '<', value: '50% members', effect: { kind: 'noRank' } } },
      }),
    ).toEqual({
      a: ['not-ranked', undefined, 'Điều kiện C2'],
      b: ['not-ranked', undefined, 'Điều kiện C2'],
      c: ['not-ranked', undefined, null],
    });
  });
  test('of an award that waits for nothing no reason names what another lacks', () => {
    const { awards } = evaluate(
      book({
        scores: { a: 90, b: 80 },
        units: { a: { attributes: { K: null } }, b: { attributes: { K: false } } },
        awards: { T: {}, U: {} },
        settings: { oneAwardPerUnit: false },
        conditions: {
          k: { field: 'attribute K', op: '=', value: 'không', scope: { kind: 'awards', awards: ['U'] } },
        },
      }),
    );
    expect(awards.map(({ why }) => why.get('b')?.map(({ code, params }) => [code, params['units']]))).toEqual([
      [['outranked', undefined]],
      [['condition-unknown', 'a']],
    ]);
  });
});
