/** Awards: places, cut-off policies, exclusivity, what passes down, recorded decisions, what is open. */
import { evaluate, type AwardResult } from '../../src/rules/index';
import { at, award, book, type AwardInput, type BookInput, type CellInput } from './books';

/** "ok 2: a, b | tied | next" of an award. */
function written({ status, places, units, tied, next }: AwardResult): string {
  return `${status} ${String(places)}: ${units.join(', ')} | ${tied.join(', ')} | ${next.join(', ')}`.trim();
}

function judge(
  scores: BookInput['scores'],
  awards: Readonly<Record<string, AwardInput>>,
  more: Partial<BookInput> = {},
) {
  const { awards: results, issues } = evaluate(book({ scores, awards, ...more }));
  return {
    awards: results.map(written),
    issues: issues
      .filter(({ code }) => code !== 'tie-unresolved')
      .map(({ code, award: own, unit }) => [code, own ?? unit ?? ''].join(' ').trim()),
    results,
  };
}

const FIVE = { a: 95, b: 90, c: 85, d: 80, e: 75 };
const TIED = { a: 95, b: 90, c: 90, d: 90, e: 75 };

describe('places', () => {
  const TEN = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`u${String(at)}`, 100 - at]));
  test.each<[AwardInput, number]>([
    [{ quota: 3 }, 3],
    [{ quota: 0 }, 0],
    [{ quota: '20% units' }, 2],
    [{ quota: '25% units' }, 2],
    [{ quota: '25% units', rounding: 'halfUp' }, 3],
    [{ quota: '24% units', rounding: 'halfUp' }, 2],
    [{ quota: '21% units', rounding: 'ceil' }, 3],
    [{ quota: '20% units', rounding: 'ceil' }, 2],
    [{ quota: '5% units', minPlaces: '1' }, 1],
    [{ quota: '90% units', maxPlaces: '4' }, 4],
    [{ quota: 7, maxPlaces: '5' }, 5],
    [{ quota: 3, minPlaces: '0' }, 3],
    [{ quota: 3, minPlaces: '2', maxPlaces: '2' }, 2],
    [{ quota: 1, minPlaces: '2.5' }, 3],
    [{ quota: 9, maxPlaces: '2.5' }, 2],
    [{ quota: 3, maxPlaces: '0' }, 0],
    [{ quota: 2e9 }, 1e9],
    [{ quota: '100% units' }, 10],
    [{ quota: '0% units' }, 0],
  ])('%p of 10 units: %i', (own, places) => {
    expect(judge(TEN, { T: own }).results[0]?.places).toBe(places);
  });

  test('a percentage of ranked or of eligible units', () => {
    const more: Partial<BookInput> = {
      units: { u0: { notRanked: 'mới' }, u1: { notRanked: 'mới' } },
      conditions: { k: { field: 'total', value: '96' } },
    };
    expect(
      judge(TEN, { T: { quota: '50% ranked' }, U: { quota: '50% eligible' } }, more).results.map(
        ({ places }) => places,
      ),
    ).toEqual([4, 1]);
  });
  test('holders of other awards count as eligible', () => {
    expect(judge(FIVE, { T: { quota: 2 }, U: { quota: '40% eligible' } }).awards[1]).toBe('ok 2: c, d |  | e');
  });
  test.each<[string, AwardInput['quota']]>([
    ['negative', -1],
    ['broken', { kind: 'number', places: '2.5' }],
    ['above 100 %', '250% units'],
    ['no number', { kind: 'number', places: 'hai' }],
  ])('a %s quota is invalid, and the award open', (_, quota) => {
    const { results, issues } = judge(FIVE, { T: { quota } });
    expect([results[0]?.status, results[0]?.places, results[0]?.units, issues]).toEqual([
      'pending:unknown',
      null,
      [],
      ['quota-invalid T'],
    ]);
  });
  test('a quota nobody could read: the reader has said so', () => {
    expect(judge(FIVE, { T: { quota: { kind: 'invalid' } } })).toMatchObject({
      issues: [],
      results: [{ status: 'pending:unknown', places: null, units: [] }],
    });
  });
  test.each<[AwardInput]>([
    [{ quota: 2, minPlaces: '3', maxPlaces: '1' }],
    [{ quota: 2, minPlaces: '-1' }],
    [{ quota: 2, maxPlaces: 'x' }],
  ])('limits that contradict or cannot be read: %p', (own) => {
    expect(judge(FIVE, { T: own })).toMatchObject({
      issues: ['quota-invalid T'],
      results: [{ status: 'pending:unknown' }],
    });
  });
  test('a billion places: all have one, the rest is unused', () => {
    expect(judge(FIVE, { T: { quota: 1e9 } })).toMatchObject({
      awards: ['ok 1000000000: a, b, c, d, e |  |'],
      issues: ['quota-unfilled T'],
    });
  });
});

describe('candidates', () => {
  test('by rank; the next in line stands beside', () => {
    expect(judge(FIVE, { T: { quota: 1 }, U: { quota: 2 } }).awards).toEqual(['ok 1: a |  | b', 'ok 2: b, c |  | d']);
  });
  test('ineligible units keep their rank and use no place', () => {
    const more: Partial<BookInput> = {
      units: {
        b: { attributes: { K: true } },
        a: { attributes: { K: false } },
        c: { attributes: { K: false } },
        d: { attributes: { K: false } },
        e: { attributes: { K: false } },
      },
      conditions: { k: { field: 'attribute K', op: '=', value: 'không' } },
    };
    const { awards, results } = judge(FIVE, { T: { quota: 2 } }, more);
    expect(awards).toEqual(['ok 2: a, c |  | d']);
    expect(results[0]?.why.get('b')?.map(({ code }) => code)).toEqual(['condition-failed']);
  });
  test('without exclusivity a unit may get several awards', () => {
    expect(judge(FIVE, { T: { quota: 1 }, U: { quota: 2 } }, { settings: { oneAwardPerUnit: false } }).awards).toEqual([
      'ok 1: a |  | b',
      'ok 2: a, b |  | c',
    ]);
  });
  test('a maximum rank', () => {
    expect(
      judge(FIVE, { T: { quota: 3 } }, { conditions: { k: { field: 'rank', op: '<=', value: '2' } } }),
    ).toMatchObject({ awards: ['ok 3: a, b |  |'], issues: ['quota-unfilled T'] });
  });
  test('no units, no awards, nothing at all', () => {
    expect(judge({}, { T: {} }).awards).toEqual(['ok 1:  |  |']);
    expect(judge(FIVE, {}).awards).toEqual([]);
  });
});

describe('a tie at the last place', () => {
  test.each<[string, AwardInput, readonly string[], readonly string[]]>([
    ['decide', { quota: 2 }, ['pending:tie 2: a | b, c, d | e', 'pending:upstream 1:  |  | e'], ['tie-at-cutoff T']],
    [
      'includeAll',
      { quota: 2, cutoff: 'includeAll' },
      ['overQuota 2: a, b, c, d |  | e', 'ok 1: e |  |'],
      ['award-grows T'],
    ],
    [
      'includeAllDebit',
      { quota: 2, cutoff: 'includeAllDebit' },
      ['overQuota 2: a, b, c, d |  | e', 'ok 0:  |  | e'],
      ['award-grows T'],
    ],
    [
      'excludeAll',
      { quota: 2, cutoff: 'excludeAll' },
      ['ok 2: a |  | b, c, d', 'pending:tie 1:  | b, c, d | e'],
      ['quota-unfilled T', 'tie-at-cutoff U'],
    ],
    [
      'excludeAll, passed down',
      { quota: 2, cutoff: 'excludeAll', unusedPlaces: 'passDown' },
      ['ok 2: a |  | b, c, d', 'pending:tie 2:  | b, c, d | e'],
      ['quota-unfilled T', 'tie-at-cutoff U'],
    ],
  ])('%s', (_, own, awards, issues) => {
    expect(judge(TIED, { T: own, U: { quota: 1 } })).toMatchObject({ awards, issues });
  });
  test('a tie that just fits is no tie at the last place', () => {
    expect(judge(TIED, { T: { quota: 4 } }).awards).toEqual(['ok 4: a, b, c, d |  | e']);
  });
  test('the tied set leaves out ineligible units and holders of other awards', () => {
    const more: Partial<BookInput> = {
      units: {
        c: { attributes: { K: true } },
        a: { attributes: { K: false } },
        b: { attributes: { K: false } },
        d: { attributes: { K: false } },
        e: { attributes: { K: false } },
      },
      conditions: { k: { field: 'attribute K', op: '=', value: 'không' } },
    };
    expect(judge(TIED, { T: { quota: 2 } }, more).awards).toEqual(['pending:tie 2: a | b, d | e']);
    expect(judge(TIED, { T: { quota: 3 } }, more).awards).toEqual(['ok 3: a, b, d |  | e']);
  });
  test('a debt that the next award cannot pay goes on down', () => {
    expect(
      judge(
        { a: 9, b: 9, c: 9, d: 9, e: 5, f: 4 },
        { T: { quota: 1, cutoff: 'includeAllDebit' }, U: { quota: 2 }, V: { quota: 2 } },
      ).awards,
    ).toEqual(['overQuota 1: a, b, c, d |  | e', 'ok 0:  |  | e', 'ok 1: e |  | f']);
  });
});

describe('unused places', () => {
  const more: Partial<BookInput> = {
    conditions: { k: { field: 'total', value: '90', scope: { kind: 'awards', awards: ['T'] } } },
  };
  test('are lost', () => {
    expect(judge(FIVE, { T: { quota: 4 }, U: { quota: 1 } }, more).awards).toEqual([
      'ok 4: a, b |  |',
      'ok 1: c |  | d',
    ]);
  });
  test('or passed to the next award', () => {
    expect(
      judge(FIVE, { T: { quota: 4 }, U: { quota: 1 } }, { ...more, settings: { unusedPlaces: 'passDown' } }).awards,
    ).toEqual(['ok 4: a, b |  |', 'ok 3: c, d, e |  |']);
  });
  test('as the award itself says, against the setting', () => {
    expect(
      judge(
        FIVE,
        { T: { quota: 4, unusedPlaces: 'lost' }, U: { quota: 1 } },
        { ...more, settings: { unusedPlaces: 'passDown' } },
      ).awards[1],
    ).toBe('ok 1: c |  | d');
  });
});

describe('recorded decisions', () => {
  test('grant: takes a place first, whatever the conditions say', () => {
    const { awards, results, issues } = judge(
      FIVE,
      { T: { quota: 2 } },
      { conditions: { k: { field: 'total', value: '80' } }, decisions: [{ kind: 'grant', scope: 'T', units: ['e'] }] },
    );
    expect([awards, issues]).toEqual([['ok 2: e, a |  | b'], []]);
    expect(results[0]?.why.get('e')?.map(({ code }) => code)).toEqual(['granted-by-decision']);
  });
  test('more grants than places', () => {
    expect(
      judge(
        FIVE,
        { T: { quota: 1 }, U: { quota: 1 } },
        { decisions: [{ kind: 'grant', scope: 'T', units: ['c', 'd'] }] },
      ).awards,
    ).toEqual(['overQuota 1: c, d |  | a', 'ok 1: a |  | b']);
  });
  test('deny: not a candidate, and the next takes the place', () => {
    const { awards, results } = judge(
      FIVE,
      { T: { quota: 2 } },
      { decisions: [{ kind: 'deny', scope: 'T', units: ['a'] }] },
    );
    expect(awards).toEqual(['ok 2: b, c |  | d']);
    expect(results[0]?.why.get('a')?.map(({ code }) => code)).toEqual(['denied']);
  });
  test('a tie for one award, the rank stays shared, and the next in line is who comes next in the decision', () => {
    const { awards, issues } = judge(
      TIED,
      { T: { quota: 2 } },
      { decisions: [{ kind: 'tie', scope: 'T', units: ['d', 'b', 'c'] }] },
    );
    expect([awards, issues]).toEqual([['ok 2: a, d |  | b'], []]);
  });
  test.each<[string, NonNullable<BookInput['decisions']>[number]]>([
    ['a tie the border does not cut', { kind: 'tie', scope: 'U', units: ['b', 'c', 'd'] }],
    ['a tie of others', { kind: 'tie', scope: 'T', units: ['b', 'c'] }],
    ['a grant to a unit without rank', { kind: 'grant', scope: 'T', units: ['x'] }],
    ['an unknown award', { kind: 'deny', scope: 'XX', units: ['a'] }],
    ['nobody', { kind: 'grant', scope: 'T', units: [] }],
  ])('%s is stale', (_, decision) => {
    expect(
      judge(
        { ...TIED, e: 75 },
        { T: { quota: 2 }, U: { quota: 4 } },
        { decisions: [decision], settings: { oneAwardPerUnit: false } },
      ).issues,
    ).toContain(`decision-stale ${decision.scope ?? ''}`);
  });
  test('a grant to a unit without total is stale, and the unit may still win by its total', () => {
    expect(
      judge({ ...FIVE, e: null }, { T: { quota: 1 } }, { decisions: [{ kind: 'grant', scope: 'T', units: ['e'] }] }),
    ).toMatchObject({ awards: ['pending:unknown 1:  | e |'], issues: ['score-missing e', 'decision-stale T'] });
  });
  test('a grant of a lower award to a unit that wins a higher one is stale: deny it that first', () => {
    const grant = { kind: 'grant', scope: 'U', units: ['a'] } as const;
    expect(judge(FIVE, { T: { quota: 1 }, U: { quota: 1 } }, { decisions: [grant] })).toMatchObject({
      awards: ['ok 1: a |  | b', 'ok 1: b |  | c'],
      issues: ['decision-stale U'],
    });
    expect(
      judge(
        FIVE,
        { T: { quota: 1 }, U: { quota: 1 } },
        { decisions: [{ kind: 'deny', scope: 'T', units: ['a'] }, grant] },
      ),
    ).toMatchObject({ awards: ['ok 1: b |  | c', 'ok 1: a |  | c'], issues: [] });
  });
  test('granted and denied at once: neither is applied', () => {
    expect(
      judge(
        FIVE,
        { T: { quota: 1 } },
        {
          decisions: [
            { kind: 'grant', scope: 'T', units: ['b'] },
            { kind: 'deny', scope: 'T', units: ['b'] },
          ],
        },
      ),
    ).toMatchObject({ awards: ['ok 1: a |  | b'], issues: ['decision-stale T', 'decision-stale T'] });
  });
  test('without a reason it is not applied', () => {
    expect(
      judge(FIVE, { T: { quota: 1 } }, { decisions: [{ kind: 'grant', scope: 'T', units: ['b'], reason: null }] }),
    ).toMatchObject({ awards: ['ok 1: a |  | b'], issues: ['decision-without-reason'] });
  });
});

describe('what is still open', () => {
  const K = (values: Readonly<Record<string, CellInput>>): BookInput['units'] =>
    Object.fromEntries(Object.entries(values).map(([unit, value]) => [unit, { attributes: { K: value } }]));
  const CONDITION: BookInput['conditions'] = { k: { field: 'attribute K', op: '=', value: 'không' } };

  test('an unknown fact at the border: the missing fact, and what follows from each answer', () => {
    const { awards, issues, results } = judge(
      FIVE,
      { T: { quota: 1 }, U: { quota: 1 } },
      { units: K({ a: null, b: false, c: false, d: false, e: false }), conditions: CONDITION },
    );
    expect([awards, issues]).toEqual([
      ['pending:unknown 1:  | a |', 'pending:upstream 1:  |  |'],
      ['eligibility-unknown T'],
    ]);
    expect(results[0]?.why.get('a')?.[0]).toMatchObject({
      code: 'condition-unknown',
      condition: 'k',
      params: { ifTrue: 'a', ifFalse: 'b' },
    });
  });
  test('an unknown fact of a unit out of reach changes nothing but who is next', () => {
    expect(
      judge(
        FIVE,
        { T: { quota: 1 }, U: { quota: 1 } },
        { units: K({ a: false, b: false, c: null, d: false, e: false }), conditions: CONDITION },
      ),
    ).toMatchObject({ awards: ['ok 1: a |  | b', 'ok 1: b |  |'], issues: [] });
  });
  test('an unknown fact that only changes the number of places', () => {
    const open = judge(
      FIVE,
      { T: { quota: '40% eligible' } },
      { units: K({ a: false, b: false, c: false, d: false, e: null }), conditions: CONDITION },
    );
    expect(open).toMatchObject({ awards: ['pending:unknown null: a | e |'], issues: ['eligibility-unknown T'] });
    expect(
      judge(
        FIVE,
        { T: { quota: '20% eligible', rounding: 'ceil' } },
        { units: K({ a: false, b: false, c: false, d: false, e: null }), conditions: CONDITION },
      ).awards,
    ).toEqual(['ok 1: a |  | b']);
  });
  test('an unknown fact that makes a grant one too many: whether the award is over its places is open too', () => {
    const grant = judge(
      { a: 90, b: 80, c: 70 },
      { T: { quota: '20% eligible', rounding: 'halfUp', maxPlaces: '1' } },
      {
        units: K({ a: false, b: false, c: null }),
        conditions: CONDITION,
        decisions: [{ kind: 'grant', scope: 'T', units: ['a'] }],
      },
    );
    expect(grant).toMatchObject({ awards: ['pending:unknown null: a | c | b'], issues: ['eligibility-unknown T'] });
  });
  test('only units whose answer decides are named: whatever a is, b and c are too many for the second place', () => {
    const open = judge(
      { d: 90, e: 90, a: 80, b: 80, c: 80 },
      { T: { quota: 2, cutoff: 'excludeAll' } },
      { units: K({ d: false, e: null, a: null, b: false, c: false }), conditions: CONDITION },
    );
    expect(open).toMatchObject({ awards: ['pending:unknown 2: d | e |'], issues: ['eligibility-unknown T'] });
  });
  test('a denied unit without total still counts in a share of the eligible', () => {
    const denied = judge(
      { b: 90, c: null },
      { T: { quota: '25% eligible', rounding: 'ceil' } },
      {
        conditions: { t: { field: 'total', op: '<', value: '50' } },
        decisions: [
          { kind: 'deny', scope: 'T', units: ['c'] },
          { kind: 'grant', scope: 'T', units: ['b'] },
        ],
      },
    );
    expect(denied.awards).toEqual(['pending:unknown null: b | c |']);
  });
  test('a quota that cannot be read leaves the awards above it alone', () => {
    const one = book({ scores: FIVE, awards: { T: { quota: 2 }, U: { quota: { kind: 'invalid' } }, V: {} } });
    const { awards } = evaluate({
      ...one,
      doubts: [{ code: 'quota-invalid', place: at('Khen thưởng', 2), touches: ['U'] }],
    });
    expect(awards.map(written)).toEqual([
      'ok 2: a, b |  | c',
      'pending:unknown null:  |  |',
      'pending:upstream 1:  |  |',
    ]);
  });
  test('an award below a tie waits, unless the tied cannot have it', () => {
    const awards = { T: { quota: 1 }, U: { quota: 1 } };
    expect(judge({ a: 9, b: 9, c: 5 }, awards).awards).toEqual([
      'pending:tie 1:  | a, b | c',
      'pending:upstream 1:  |  | c',
    ]);
    expect(
      judge({ a: 9, b: 9, c: 5 }, awards, {
        conditions: { k: { field: 'total', op: '<', value: '6', scope: { kind: 'awards', awards: ['U'] } } },
      }).awards[1],
    ).toBe('ok 1: c |  |');
    expect(judge({ a: 9, b: 9, c: 5 }, awards, { settings: { oneAwardPerUnit: false } }).awards[1]).toBe(
      'pending:tie 1:  | a, b | c',
    );
  });
  test('a missing total: who holds a place whatever comes', () => {
    const { awards, results } = judge({ ...FIVE, c: null }, { T: { quota: 2 } });
    expect(awards).toEqual(['pending:unknown 2: a | c |']);
    expect(
      [...(results[0]?.why ?? [])].map(([unit, reasons]) => `${unit} ${reasons.map(({ code }) => code).join()}`),
    ).toEqual(['a granted', 'b condition-unknown', 'c not-ranked', 'd outranked', 'e outranked']);
  });
  test('a missing total of a unit that a known fact bars', () => {
    expect(
      judge(
        { ...FIVE, c: null },
        { T: { quota: 2 } },
        { units: K({ a: false, b: false, c: true, d: false, e: false }), conditions: CONDITION },
      ).awards,
    ).toEqual(['ok 2: a, b |  | d']);
  });
  test('which still counts where ranks are asked', () => {
    expect(
      judge(
        { ...FIVE, c: null },
        { T: { quota: 2 } },
        {
          units: K({ a: false, b: false, c: true, d: false, e: false }),
          conditions: { ...CONDITION, r: { field: 'rank', op: '<=', value: '2' } },
        },
      ).awards,
    ).toEqual(['pending:unknown 2: a | c |']);
  });
  test('a unit that has the maximum can be tied, but not passed', () => {
    expect(judge({ a: 100, b: 90, c: null }, { T: { quota: 1 } }).awards).toEqual(['pending:unknown 1:  | c |']);
    expect(judge({ a: 100, b: 90, c: null }, { T: { quota: 1, cutoff: 'includeAll' } }).awards).toEqual([
      'pending:unknown 1: a | c |',
    ]);
    expect(judge({ a: 100, b: 90, c: null }, { T: { quota: 2 } }).awards).toEqual(['pending:unknown 2: a | c |']);
  });
  test('what can be reached is rounded as a total is', () => {
    // 2.5 points are a total of 3 without decimals: a tie that would undo the decision.
    const criteria = { I: { way: 'group' as const, max: '2.5' }, 'I.1': { max: 5 } };
    const decided = judge(
      { a: { 'I.1': 3 }, b: { 'I.1': 4 }, c: { 'I.1': null } },
      { T: { quota: 1 } },
      { settings: { totalDecimals: 0 }, criteria, decisions: [{ kind: 'tie', units: ['a', 'b'] }] },
    );
    expect(decided.awards).toEqual(['pending:unknown 1:  | c |']);
  });
  test('bonus raises what can be reached, an open bonus without end', () => {
    const criteria = (max: number | null) => ({ I: { max: 100 }, B: { counts: 'bonus' as const, max } });
    const awards = (max: number | null, own: number) =>
      judge(
        { a: { I: 100, B: own }, c: { I: null } },
        { T: { quota: 1, cutoff: 'includeAll' } },
        { criteria: criteria(max) },
      ).results[0]?.units;
    expect([awards(5, 5), awards(5, 4), awards(null, 500)]).toEqual([['a'], [], []]);
  });
  test('three missing totals in a small bloc are still followed to the end', () => {
    expect(judge({ a: 95, b: null, c: null, d: null }, { T: { quota: 4 }, U: { quota: 1 } }).awards).toEqual([
      'ok 4: a, b, c, d |  |',
      'ok 1:  |  |',
    ]);
    expect(judge({ a: 95, b: null, c: null, d: null }, { T: { quota: 3 } }).awards).toEqual([
      'pending:unknown 3:  | b, c, d |',
    ]);
  });
  test('too many to follow: only what intervals settle is called settled', () => {
    const scores = Object.fromEntries(
      Array.from({ length: 24 }, (_, at) => [`u${String(at)}`, at < 12 ? 90 - at : null]),
    );
    expect(judge(scores, { T: { quota: 20 } }).results[0]).toMatchObject({
      status: 'pending:unknown',
      units: ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'],
      places: 20,
    });
  });
  test('a doubt about totals leaves every award open, a doubt about one award that one', () => {
    const one = book({ scores: FIVE, awards: { T: { quota: 1 }, U: { quota: 1 } } });
    const doubt = (touches: 'totals' | readonly string[]) =>
      evaluate({ ...one, doubts: [{ code: 'setting-invalid', place: at('Quy tắc', 1), touches }] });
    expect(doubt('totals').awards.map(written)).toEqual(['pending:unknown 1:  |  |', 'pending:unknown 1:  |  |']);
    expect(doubt('totals').units.map(({ rank, provisional }) => [rank, provisional])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
      [5, true],
    ]);
    expect(doubt(['U']).awards.map(({ status }) => status)).toEqual(['ok', 'pending:unknown']);
    expect(doubt(['T']).awards.map(({ status }) => status)).toEqual(['pending:unknown', 'pending:upstream']);
  });
});

test('reasons: a rule that leaves out all the tied at the last place, and those below, says so', () => {
  const { results } = judge(TIED, { T: { quota: 2, cutoff: 'excludeAll' } });
  const params = { unit: 'a', total: '95', excluded: 'b; c; d' };
  expect(results[0]?.why.get('b')).toMatchObject([{ code: 'outranked', params: { ...params, own: '90' } }]);
  expect(results[0]?.why.get('e')).toMatchObject([{ code: 'outranked', params: { ...params, own: '75' } }]);
  expect(judge(TIED, { T: { quota: 4, cutoff: 'excludeAll' } }).results[0]?.why.get('e')?.[0]?.params).toEqual({
    unit: 'd',
    total: '90',
    own: '75',
  });
});

test("reasons: the last place went to whom with how many points, and how many are one's own", () => {
  const { results } = judge(FIVE, { T: { quota: 2 }, U: { quota: 1 } });
  expect(results[0]?.why.get('d')).toMatchObject([
    { code: 'outranked', params: { unit: 'b', total: '90', own: '80' } },
  ]);
  expect(results[1]?.why.get('a')).toMatchObject([{ code: 'holds-other', params: { award: 'T' } }]);
  expect([...(results[1]?.why.keys() ?? [])]).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('an award whose id or name stands twice', () => {
  const one = book({ scores: FIVE, awards: { T: {}, U: {} } });
  const issues = (second: Partial<ReturnType<typeof award>>) =>
    evaluate({ ...one, awards: [award('T', 1), { ...award('U', 2), ...second }] }).issues.map(({ code, place }) => [
      code,
      place?.row,
    ]);
  expect([issues({ id: 'T' }), issues({ name: 'hình  thức t' }), issues({})]).toEqual([
    [['award-duplicate', 2]],
    [['award-duplicate', 2]],
    [],
  ]);
});

describe('whose answers an award waits for', () => {
  const known = { attributes: { K: true } } as const;
  const open = { attributes: { K: null } } as const;
  const k = { field: 'attribute K', op: '=', value: 'có' } as const;

  test('not for one that changes how many are eligible and never the places', () => {
    const { awards, issues } = evaluate(
      book({
        scores: { e: 90, a: 80, b: 70, k: 60, c: 50 },
        units: { e: open, a: known, b: known, k: known, c: open },
        awards: { T: { quota: '39% eligible' } },
        conditions: { k },
      }),
    );
    expect(awards[0]).toMatchObject({ status: 'pending:unknown', places: 1, units: [], tied: ['e'] });
    expect(issues.map(({ code, unit }) => `${code} ${String(unit)}`)).toEqual(['eligibility-unknown e']);
  });
  test('for each of two that change the places only together', () => {
    const { awards } = evaluate(
      book({
        scores: { a: 80, b: 70, c: 60, d: 50 },
        units: { a: known, b: known, c: open, d: open },
        awards: { T: { quota: '50% eligible' } },
        conditions: { k },
      }),
    );
    expect(awards[0]).toMatchObject({ status: 'pending:unknown', units: ['a'], tied: ['c', 'd'] });
  });

  const TWO = { I: { max: 50 }, II: { max: 50 } } as const;
  test.each<[string, Partial<BookInput>, string[]]>([
    ['a condition on the total', { conditions: { t: { field: 'total', value: '80' } } }, ['score-missing a']],
    [
      'on the missing criterion itself',
      { conditions: { c: { field: 'criterion II', value: '30' } } },
      ['score-missing a'],
    ],
    ['on a fact', { conditions: { k }, units: { a: open, b: known } }, ['score-missing a']],
    [
      'on the rank of one that may have none',
      {
        scores: { a: { I: 40, II: 30 }, b: { I: 45, II: 40 } },
        conditions: { r: { field: 'rank', op: '<=', value: '1' }, n: { ...k, effect: { kind: 'noRank' } } },
        units: { a: open, b: open },
      },
      ['eligibility-unknown a n', 'eligibility-unknown b n'],
    ],
  ])('while its total or rank is open a unit is asked for that alone: %s', (_, more, said) => {
    const { issues } = evaluate(
      book({
        criteria: TWO,
        scores: { a: { I: 40, II: null }, b: { I: 45, II: 40 } },
        awards: { T: { quota: 1 } },
        ...more,
      }),
    );
    expect(
      issues.map(({ code, unit, params }) => [code, unit, params?.['condition']].filter(Boolean).join(' ')),
    ).toEqual(said);
  });
});
