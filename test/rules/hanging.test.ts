/** What awards hang on: unknown tie keys, alike units, narrow thresholds, decisions that contradict; and what each reason says. */
import { evaluate, type AwardResult, type Decision, type TieKey } from '../../src/rules/index';
import { band, book, field, type AwardInput, type BookInput } from './books';

const written = ({ status, places, units, tied }: AwardResult): string =>
  `${status} ${String(places)}: ${units.join(', ')} | ${tied.join(', ')}`;
const judge = (input: BookInput): string[] => evaluate(book(input)).awards.map(written);

describe('a tie key that the workbook does not know', () => {
  const key: TieKey = { field: field('ballot KHÔNG CÓ'), first: 'higher', written: 'phiếu KHÔNG CÓ' };
  const race = (scores: BookInput['scores'], award: AwardInput) =>
    judge({ settings: { tieKeys: [key] }, scores, awards: { T: award } })[0];
  test.each<[string, BookInput['scores'], AwardInput, string]>([
    ['the border runs through the set', { a: 90, b: 90, c: 80 }, { quota: 1 }, 'pending:unknown 1:  | '],
    ['the whole set is inside', { a: 90, b: 90, c: 80 }, { quota: 2 }, 'ok 2: a, b | '],
    ['the whole set is inside, and one more', { a: 90, b: 90, c: 80 }, { quota: 3 }, 'ok 3: a, b, c | '],
    ['the set stands below the border', { a: 95, b: 90, c: 90 }, { quota: 1 }, 'ok 1: a | '],
    [
      'the set would be taken whole',
      { a: 90, b: 90, c: 80 },
      { quota: 1, cutoff: 'includeAll' },
      'pending:unknown 1:  | ',
    ],
    [
      'the set would be left out',
      { a: 90, b: 90, c: 80 },
      { quota: 1, cutoff: 'excludeAll' },
      'pending:unknown 1:  | ',
    ],
    ['nobody shares a total', { a: 90, b: 89 }, { quota: 1 }, 'ok 1: a | '],
  ])('%s', (_, scores, award, expected) => {
    expect(race(scores, award)).toBe(expected);
  });
  test('a decision that parts the set does not help: the key might have parted it otherwise', () => {
    expect(
      judge({
        settings: { tieKeys: [key] },
        scores: { a: 90, b: 90 },
        awards: { T: {} },
        decisions: [{ kind: 'tie', units: ['b', 'a'] }],
      }),
    ).toEqual(['pending:unknown 1:  | ']);
  });
});

describe('units that are alike', () => {
  const two = (award: AwardInput, more: Partial<BookInput> = {}) =>
    judge({ scores: { x: null, y: null }, awards: { T: award }, ...more })[0];
  test('either may be first, so neither is settled', () => {
    expect(two({ cutoff: 'includeAll' })).toBe('pending:unknown 1:  | x, y');
  });
  test('both fit', () => {
    expect(two({ quota: 2 })).toBe('ok 2: x, y | ');
  });
  test('one is barred: they are not alike', () => {
    expect(
      two(
        {},
        {
          units: { x: { attributes: { K: true } }, y: { attributes: { K: false } } },
          conditions: { k: { field: 'attribute K', op: '=', value: 'không' } },
        },
      ),
    ).toBe('ok 1: y | ');
  });
  test('one has the better tie key: with the same total it goes first', () => {
    const tieKeys: TieKey[] = [{ field: field('attribute N'), first: 'higher', written: 'N' }];
    const units = { x: { attributes: { N: 1 } }, y: { attributes: { N: 2 } } };
    expect(two({ cutoff: 'includeAll' }, { settings: { tieKeys }, units })).toBe('pending:unknown 1:  | x, y');
  });
  test('one is granted it: they are not alike', () => {
    expect(two({ cutoff: 'includeAll' }, { decisions: [{ kind: 'grant', scope: 'T', units: ['x'] }] })).toBe(
      'pending:unknown 1:  | x',
    );
    expect(two({ quota: 2 }, { decisions: [{ kind: 'deny', scope: 'T', units: ['x'] }] })).toBe('ok 2: y | ');
  });
  test('the award below: who holds the first is open, that both hold one is not', () => {
    expect(judge({ scores: { x: null, y: null }, awards: { T: {}, U: {} } })).toEqual([
      'pending:unknown 1:  | x, y',
      'pending:unknown 1:  | x, y',
    ]);
    expect(judge({ scores: { x: null, y: null, z: null }, awards: { T: { quota: 3 }, U: {} } })).toEqual([
      'ok 3: x, y, z | ',
      'ok 1:  | ',
    ]);
  });
});

describe('a missing total against narrow limits', () => {
  const narrow = (conditions: NonNullable<BookInput['conditions']>, more: Partial<BookInput> = {}) =>
    judge({ scores: { a: 50, x: null }, awards: { T: {} }, conditions, ...more })[0];
  const total = (op: '>=' | '<=' | '=' | '>' | '<' | 'in', value: string) => ({ field: 'total', op, value });
  test.each<[string, NonNullable<BookInput['conditions']>, string]>([
    ['between 61 and 61.5', { k: total('>=', '61'), l: total('<=', '61.5') }, 'pending:unknown 1:  | x'],
    ['exactly 61.25', { k: total('=', '61.25') }, 'pending:unknown 1:  | x'],
    ['above 61 and below 61.01, with two decimals', { k: total('>', '61'), l: total('<', '61.01') }, 'ok 1:  | '],
    ['one of a list', { k: total('in', '61.25; 70.5') }, 'pending:unknown 1:  | x'],
    ['more than all', { k: total('>', '100') }, 'ok 1:  | '],
  ])('%s', (_, conditions, expected) => {
    expect(narrow(conditions)).toBe(expected);
  });
  test('in a narrow grade', () => {
    const bands = [band('Xuất sắc', 90, 1), band('Hẹp', 89, 2), band('Khá', null, 3)];
    expect(narrow({ g: { field: 'grade', op: '=', value: 'Hẹp' } }, { bands })).toBe('pending:unknown 1:  | x');
    expect(narrow({ g: { field: 'grade', op: '=', value: 'Khá' } }, { bands, scores: { a: 50, x: null } })).toBe(
      'pending:unknown 1:  | x',
    );
  });
  test('a place between two that stand close', () => {
    const places = (limit: string) =>
      judge({
        scores: { a: '50.02', b: '50', x: null },
        awards: { T: {} },
        conditions: { r: { field: 'rank', op: '=', value: limit }, n: { field: 'attribute K', op: '=', value: 'có' } },
        units: { a: { attributes: { K: false } }, b: { attributes: { K: false } }, x: { attributes: { K: true } } },
      })[0];
    expect([places('1'), places('2'), places('3'), places('4')]).toEqual([
      'pending:unknown 1:  | x',
      'pending:unknown 1:  | x',
      'pending:unknown 1:  | x',
      'ok 1:  | ',
    ]);
  });
  test('deductions may bring a total below 0, a minimum holds it', () => {
    const criteria = { I: { max: 90 }, T: { max: 10, counts: 'deduction' as const } };
    const below = (settings: BookInput['settings']) =>
      judge({
        settings: { scale: '90', ...settings },
        criteria,
        scores: { a: { I: 0, T: 0 }, x: { I: null, T: null } },
        awards: { T: {} },
        conditions: { k: { field: 'total', op: '<', value: '0' } },
      })[0];
    expect([below({}), below({ totalMin: '0' }), below({ deductionCap: '0' })]).toEqual([
      'pending:unknown 1:  | x',
      'ok 1:  | ',
      'ok 1:  | ',
    ]);
  });
  test('a maximum holds it', () => {
    expect(
      judge({ settings: { totalMax: '80' }, scores: { a: 80, x: null }, awards: { T: { cutoff: 'includeAll' } } }),
    ).toEqual(['pending:unknown 1: a | x']);
  });
});

describe('decisions that contradict', () => {
  type Row = Omit<Partial<Decision>, 'scope'> & Pick<Decision, 'kind' | 'units'> & { readonly scope?: string };
  const stale = (...decisions: readonly Row[]) =>
    evaluate(
      book({
        settings: { oneAwardPerUnit: false },
        scores: { a: 90, b: 90, c: 80, d: 80 },
        awards: { T: { quota: 1 }, U: { quota: 1 } },
        decisions,
      }),
    )
      .issues.filter(({ code }) => code.startsWith('decision') || code === 'code-duplicate')
      .map(({ code, place, received, award }) =>
        `${code} ${String(place?.row)} ${received ?? ''} ${award ?? ''}`.trim(),
      );
  const tie = (units: readonly string[], scope = 'rank'): Row => ({ kind: 'tie', scope, units });
  test.each<[string, readonly Row[], readonly string[]]>([
    ['two orders of one set', [tie(['a', 'b']), tie(['b', 'a'])], ['decision-stale 1 a; b', 'decision-stale 2 b; a']],
    ['the same order twice: the first is enough', [tie(['a', 'b']), tie(['a', 'b'])], ['code-duplicate 2 a; b']],
    ['orders of two sets', [tie(['a', 'b']), tie(['d', 'c'])], []],
    [
      'an order for the rank and one for an award',
      [tie(['a', 'b']), tie(['b', 'a'], 'T')],
      ['decision-stale 2 b; a T'],
    ],
    ['orders for two awards', [tie(['a', 'b'], 'T'), tie(['b', 'a'], 'U')], []],
    [
      'two orders for one award',
      [tie(['a', 'b'], 'T'), tie(['b', 'a'], 'T')],
      ['decision-stale 1 a; b T', 'decision-stale 2 b; a T'],
    ],
    [
      'granted here, denied there',
      [
        { kind: 'grant', scope: 'T', units: ['c'] },
        { kind: 'deny', scope: 'U', units: ['c'] },
      ],
      [],
    ],
    [
      'granted and denied',
      [
        { kind: 'grant', scope: 'T', units: ['c', 'd'] },
        { kind: 'deny', scope: 'T', units: ['d'] },
      ],
      ['decision-stale 1 c; d T', 'decision-stale 2 d T'],
    ],
    [
      'granted and others denied',
      [
        { kind: 'grant', scope: 'T', units: ['c'] },
        { kind: 'deny', scope: 'T', units: ['d'] },
      ],
      [],
    ],
    [
      'granted twice',
      [
        { kind: 'grant', scope: 'T', units: ['c'] },
        { kind: 'grant', scope: 'T', units: ['c'] },
      ],
      ['code-duplicate 2 c T'],
    ],
    ['an order of one', [tie(['a'])], ['decision-stale 1 a']],
    ['a unit twice', [tie(['a', 'a'])], ['code-duplicate 1 a', 'decision-stale 1 a; a']],
    ['an unknown unit', [tie(['a', 'zz'])], ['decision-stale 1 a; zz']],
    ['nobody', [{ kind: 'deny', scope: 'T', units: [] }], ['decision-stale 1  T']],
    ['a grant for the rank', [{ kind: 'grant', scope: 'rank', units: ['a'] }], ['decision-stale 1 a']],
    ['without a reason', [{ ...tie(['a', 'b']), reason: ' ' }], ['decision-without-reason 1 a; b']],
    ['without an author', [{ ...tie(['a', 'b']), by: '' }], ['decision-incomplete 1 a; b']],
    ['without a day', [{ ...tie(['a', 'b']), on: null }], ['decision-incomplete 1 a; b']],
  ])('%s', (_, decisions, expected) => {
    expect(stale(...decisions)).toEqual(expected);
  });
});

describe('what the reasons say', () => {
  const K = (values: Readonly<Record<string, boolean | null>>): BookInput['units'] =>
    Object.fromEntries(Object.entries(values).map(([unit, value]) => [unit, { attributes: { K: value } }]));
  const reasons = (input: BookInput) =>
    evaluate(book(input)).awards.map(({ why }) =>
      Object.fromEntries(
        [...why].map(([unit, own]) => [
          unit,
          own.map(({ code, condition, expected, actual, params }) => [code, condition, expected, actual, params]),
        ]),
      ),
    );
  test('tied: with whom; outranked: by whom', () => {
    expect(reasons({ scores: { a: 95, b: 90, c: 90, d: 10 }, awards: { T: { quota: 2 } } })).toEqual([
      {
        a: [['granted', null, null, null, {}]],
        b: [['tied', null, null, null, { units: 'b; c' }]],
        c: [['tied', null, null, null, { units: 'b; c' }]],
        d: [['outranked', null, null, null, { unit: 'a', total: '95', own: '10' }]],
      },
    ]);
  });
  test('upstream: who waits for an award above', () => {
    expect(reasons({ scores: { a: 90, b: 90, c: 50 }, awards: { T: {}, U: {} } })[1]).toEqual({
      a: [['upstream', null, null, null, {}]],
      b: [['upstream', null, null, null, {}]],
      c: [['upstream', null, null, null, {}]],
    });
  });
  test('an or-group: each row that failed, with its group', () => {
    const conditions = {
      k: { field: 'total', value: '95', orGroup: 'n' },
      l: { field: 'attribute K', op: '=' as const, value: 'có', orGroup: 'n' },
      m: { field: 'total', value: '80' },
    };
    expect(reasons({ scores: { a: 90 }, units: K({ a: false }), awards: { T: {} }, conditions })[0]).toEqual({
      a: [
        ['condition-failed', 'k', '>= 95', '90', { field: 'total', group: 'n' }],
        ['condition-failed', 'l', '= có', 'false', { field: 'attribute K', group: 'n' }],
      ],
    });
  });
  test('an unknown fact: who would get the award with each answer', () => {
    expect(
      reasons({
        scores: { a: 90, b: 80 },
        units: K({ a: null, b: false }),
        awards: { T: {} },
        conditions: { k: { field: 'attribute K', op: '=', value: 'không' } },
      })[0],
    ).toEqual({
      a: [['condition-unknown', 'k', '= không', null, { field: 'attribute K', ifTrue: 'a', ifFalse: 'b' }]],
      b: [['condition-unknown', null, null, null, { units: 'a' }]],
    });
  });
  test('no rank: why there is none; a bar beside a failed condition', () => {
    expect(
      reasons({
        scores: { a: 90, b: null, c: 70 },
        units: { c: { notRanked: 'mới' } },
        awards: { T: {} },
        conditions: { k: { field: 'total', value: '95' }, l: { field: 'total', value: '50', effect: { kind: 'bar' } } },
      })[0],
    ).toEqual({
      a: [
        ['condition-failed', 'k', '>= 95', '90', { field: 'total' }],
        ['barred', 'l', '>= 50', '90', { field: 'total' }],
      ],
      b: [['not-ranked', null, null, null, { missing: 'score-missing' }]],
      c: [['not-ranked', null, null, null, {}]],
    });
  });
  test('no holder at all: nobody to name', () => {
    expect(reasons({ scores: { a: 90 }, awards: { T: { quota: 0 } } })[0]).toEqual({
      a: [['outranked', null, null, null, { own: '90' }]],
    });
  });
  test('a grant and a denial', () => {
    expect(
      reasons({
        scores: { a: 90, b: 80, c: 70 },
        awards: { T: {} },
        decisions: [
          { kind: 'grant', scope: 'T', units: ['c'] },
          { kind: 'deny', scope: 'T', units: ['a'] },
        ],
      })[0],
    ).toEqual({
      a: [['denied', null, null, null, {}]],
      b: [['outranked', null, null, null, { unit: 'c', total: '70', own: '80' }]],
      c: [['granted-by-decision', null, null, null, {}]],
    });
  });
  test('holders of a pending award stand by rank', () => {
    expect(
      judge({
        scores: { c: 70, b: 80, a: 90, x: null },
        awards: { T: { quota: 4 } },
        units: K({ c: false, b: false, a: false, x: null }),
        conditions: { k: { field: 'attribute K', op: '=', value: 'không' } },
      }),
    ).toEqual(['pending:unknown 4: a, b, c | x']);
  });
});
