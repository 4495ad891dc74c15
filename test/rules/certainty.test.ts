/** What is settled although something is unknown, and what is not: one case per way of being sure. */
import { evaluate, type AwardResult, type TieKey } from '../../src/rules/index';
import { at, band, book, field, type AwardInput, type BookInput, type CellInput, type ConditionInput } from './books';

const written = ({ status, places, units, tied }: AwardResult): string =>
  `${status} ${String(places)}: ${units.join(', ')} | ${tied.join(', ')}`;
const judge = (input: BookInput): string[] => evaluate(book(input)).awards.map(written);

/** Unit `a` leads with one unknown attribute; `b` follows and may have anything. */
function oneUnknown(conditions: readonly ConditionInput[], known: CellInput): string {
  return (
    judge({
      scores: { a: 90, b: 80 },
      units: { a: { attributes: { X: null } }, b: { attributes: { X: known } } },
      awards: { T: {} },
      conditions: Object.fromEntries(conditions.map((condition, number) => [`k${String(number)}`, condition])),
    })[0] ?? ''
  );
}
const asks = (op: ConditionInput['op'], value: string, effect: 'require' | 'bar' = 'require'): ConditionInput => ({
  field: 'attribute X',
  op: op ?? null,
  value,
  effect: { kind: effect },
});
const NEVER = 'ok 1:  | ';
const OPEN = 'pending:unknown 1:  | a';
const day = (iso: string): CellInput => ({ kind: 'date', day: iso, place: at('Đơn vị', 2, 2) });

test.each<[string, readonly ConditionInput[], CellInput, string]>([
  ['yes asked twice', [asks('=', 'có'), asks('=', 'có')], false, OPEN],
  ['yes asked and barred', [asks('=', 'có'), asks('=', 'có', 'bar')], false, NEVER],
  ['yes and no asked', [asks('=', 'có'), asks('=', 'không')], false, NEVER],
  ['a number from 3 to 5', [asks('>=', '3'), asks('<=', '5')], 9, OPEN],
  ['a number from 5 to 3', [asks('>=', '5'), asks('<=', '3')], 9, NEVER],
  ['a number above 3 and below 4', [asks('>', '3'), asks('<', '4')], 9, OPEN],
  ['a number above 3 and below 3', [asks('>', '3'), asks('<', '3')], 9, NEVER],
  ['the same, written the other way round', [asks('<', '4'), asks('>', '3')], 9, OPEN],
  ['exactly 3 and not 3', [asks('=', '3'), asks('<>', '3')], 9, NEVER],
  ['exactly 3 and below 3.5', [asks('=', '3'), asks('<', '3.5')], 9, OPEN],
  ['below the smallest limit', [asks('<', '3')], 9, OPEN],
  ['above the largest limit', [asks('>', '3')], 1, OPEN],
  ['in a list of numbers and above it', [asks('in', '1; 2'), asks('>', '2')], 9, NEVER],
  ['in a list of numbers and above its middle', [asks('in', '1; 2'), asks('>', '1.5')], 9, OPEN],
  [
    'a day before and after',
    [asks('onOrBefore', '2025-11-30'), asks('onOrAfter', '2025-12-01')],
    day('2026-01-01'),
    NEVER,
  ],
  ['the same day', [asks('onOrBefore', '2025-11-30'), asks('onOrAfter', '2025-11-30')], day('2026-01-01'), OPEN],
  ['a day after the last limit', [asks('onOrAfter', '2025-11-30')], day('2025-01-01'), OPEN],
  ['a day before the first limit', [asks('onOrBefore', '2025-11-30')], day('2026-01-01'), OPEN],
  ['one of two words, and none of them', [asks('in', 'núi; biển'), asks('notIn', 'biển; núi')], 'đồng bằng', NEVER],
  ['one of two words, and not the first', [asks('in', 'núi; biển'), asks('<>', 'núi')], 'đồng bằng', OPEN],
  ['none of the words named', [asks('notIn', 'núi; biển')], 'núi', OPEN],
  ['a task grade, and a better one', [asks('=', 'HTTNV'), asks('in', 'HTXSNV; Hoàn thành tốt nhiệm vụ')], 'HTNV', OPEN],
  ['a task grade, and only worse ones', [asks('=', 'HTXSNV'), asks('in', 'HTNV; KHTNV')], 'HTNV', NEVER],
  ['above the middle one of two limits', [asks('>', '3'), asks('>', '1')], 1, OPEN],
  ['the best task grade alone is left', [asks('notIn', 'HTTNV; HTNV; KHTNV')], 'HTNV', OPEN],
  ['the second alone', [asks('notIn', 'HTXSNV; HTNV; KHTNV')], 'HTNV', OPEN],
  ['the third alone', [asks('notIn', 'HTXSNV; HTTNV; KHTNV')], 'HTTNV', OPEN],
  ['no task grade that is named', [asks('notIn', 'HTXSNV; HTTNV; HTNV')], 'HTNV', OPEN],
  ['no task grade at all', [asks('notIn', 'HTXSNV; HTTNV; HTNV; KHTNV')], 'HTNV', NEVER],
])('an unknown attribute: %s', (_, conditions, known, expected) => {
  expect(oneUnknown(conditions, known)).toBe(expected);
});

test('two unknown attributes are two questions: with one and without the other', () => {
  const asked = (header: string) =>
    judge({
      scores: { a: 90, b: 80 },
      units: { a: { attributes: { X: null, Y: null } }, b: { attributes: { X: false, Y: false } } },
      awards: { T: {} },
      conditions: {
        k: { field: 'attribute X', op: '=', value: 'có' },
        l: { field: `attribute ${header}`, op: '=', value: 'có', effect: { kind: 'bar' } },
      },
    })[0];
  expect([asked('Y'), asked('X')]).toEqual([OPEN, NEVER]);
});

const vote = (op: ConditionInput['op'], value: string): ConditionInput => ({
  field: 'ballot P',
  op: op ?? null,
  value,
});
test.each<[string, readonly ConditionInput[], Readonly<Record<string, CellInput>>, string]>([
  ['at least and at most 60 % of 5', [vote('>=', '60% members'), vote('<=', '60% members')], { members: 5 }, OPEN],
  ['at least and below 60 %', [vote('>=', '60% members'), vote('<', '60% members')], { members: 5 }, NEVER],
  ['exactly a half of 5', [vote('=', '50% members')], { members: 5 }, NEVER],
  ['exactly a half of 4', [vote('=', '50% members')], { members: 4 }, OPEN],
  ['another share than a half of 1', [vote('<>', '50% members')], { members: 1 }, 'ok 1: a | '],
  ['more than all', [vote('>', '100% members')], { members: 5 }, NEVER],
  ['all', [vote('>=', '100% members')], { members: 5 }, OPEN],
  ['fewer than none', [vote('<', '0% members')], { members: 5 }, NEVER],
  ['no base known: a share between the limits', [vote('>', '50% valid'), vote('<', '51% valid')], {}, OPEN],
  ['no base known: more than all', [vote('>', '100% valid')], {}, NEVER],
  ['no base known: all', [vote('>=', '100% valid')], {}, OPEN],
  ['two bases are two questions', [vote('>=', '60% members'), vote('<', '60% valid')], { members: 5 }, OPEN],
])('an unknown ballot: %s', (_, conditions, counts, expected) => {
  expect(
    judge({
      scores: { a: 90, b: 80 },
      awards: { T: {} },
      conditions: Object.fromEntries(conditions.map((condition, number) => [`k${String(number)}`, { ...condition }])),
      ballots: [
        { ballot: 'P', unit: 'a', ...counts },
        { ballot: 'P', unit: 'b', members: counts['members'] ?? 5, valid: counts['members'] ?? 5, favour: 0 },
      ],
      decisions: [{ kind: 'deny', scope: 'T', units: ['b'] }],
    })[0],
  ).toBe(expected);
});

const SECTIONS = {
  I: { max: 50 },
  II: { max: 50 },
  B: { counts: 'bonus' as const, max: 5 },
  T: { counts: 'deduction' as const, max: 5 },
};
const points = (written: string, op: ConditionInput['op'], value: string): ConditionInput => ({
  field: written,
  op: op ?? null,
  value,
});
test.each<[string, readonly ConditionInput[], string]>([
  ['a section and its percentage that agree', [points('section I', '>=', '30'), points('percent I', '<', '80')], OPEN],
  ['that contradict each other', [points('section I', '>=', '30'), points('percent I', '<', '60')], NEVER],
  [
    'within half a point, the percentage first',
    [points('percent I', '>=', '80'), points('section I', '<', '40.5')],
    OPEN,
  ],
  ['within half a point, the section first', [points('section I', '<', '40.5'), points('percent I', '>=', '80')], OPEN],
  ['a list of points and a bound', [points('section I', 'in', '10; 20'), points('section I', '>', '15')], OPEN],
  ['a negative bonus', [points('bonus', '<', '0')], NEVER],
  ['a negative deduction', [points('deduction', '<', '0')], NEVER],
  ['a bonus above 1 and below 2', [points('bonus', '>', '1'), points('bonus', '<', '2')], OPEN],
  ['a negative base', [points('base', '<', '0')], NEVER],
  ['a bonus above and below', [points('bonus', '>', '2'), points('bonus', '<=', '2')], NEVER],
  ['a deduction above and below', [points('deduction', '>', '2'), points('deduction', '<=', '2')], NEVER],
  ['a bonus above and a deduction below', [points('bonus', '>', '2'), points('deduction', '<=', '2')], OPEN],
  ['a criterion above and below', [points('criterion II', '>', '9'), points('criterion II', '<=', '9')], NEVER],
  ['a percentage above and below', [points('percent II', '>', '9'), points('percent II', '<=', '9')], NEVER],
  ['a base of 0', [points('base', '<=', '0')], OPEN],
  ['a base of 0 and more', [points('base', '<=', '0'), points('base', '>', '0')], NEVER],
  ['a criterion and the same as a section', [points('criterion I', '>', '40'), points('section I', '<=', '40')], NEVER],
  ['two sections are two questions', [points('section I', '>', '40'), points('section II', '<=', '40')], OPEN],
  ['a total that is not its', [points('total', '>=', '90'), points('total', '<', '80')], NEVER],
  ['a total above all that can be reached', [points('total', '>', '105')], NEVER],
  ['the highest total that can be reached', [points('total', '>=', '105')], OPEN],
])('the unknown scores of a unit without total: %s', (_, conditions, expected) => {
  expect(
    judge({
      criteria: SECTIONS,
      scores: { a: { I: 'x', II: 'x', B: 'x', T: 'x' }, b: { I: 10, II: 10 } },
      awards: { T: {} },
      decisions: [{ kind: 'deny', scope: 'T', units: ['b'] }],
      conditions: Object.fromEntries(conditions.map((condition, number) => [`k${String(number)}`, condition])),
    })[0],
  ).toBe(expected);
});

describe('a unit without total against tie keys', () => {
  const key = (name: string, first: TieKey['first'] = 'higher'): TieKey => ({
    field: field(name),
    first,
    written: name,
  });
  const N = (a: CellInput, x: CellInput): BookInput['units'] => ({
    a: { attributes: { N: a } },
    x: { attributes: { N: x } },
  });
  /** `a` has the highest total there is; `x` can tie with it at most. */
  const race = (tieKeys: readonly TieKey[], units: BookInput['units'] = {}, more: Partial<BookInput> = {}) =>
    judge({
      settings: { tieKeys },
      criteria: { I: { max: 60 }, II: { max: 40 } },
      scores: { a: { I: 60, II: 40 }, x: { I: 'x', II: 'x' } },
      units,
      awards: { T: {} },
      ...more,
    })[0];

  test('no key: they could tie', () => {
    expect(race([])).toBe('pending:unknown 1:  | x');
  });
  test('a known key that it loses', () => {
    expect(race([key('attribute N')], N(5, 1))).toBe('ok 1: a | ');
  });
  test('a known key that it wins', () => {
    expect(race([key('attribute N')], N(1, 5))).toBe('pending:unknown 1:  | x');
  });
  test('a known key, turned', () => {
    expect(race([key('attribute N', 'lower')], N(1, 5))).toBe('ok 1: a | ');
  });
  test('a known key that is the same', () => {
    expect(race([key('attribute N')], N(5, 5))).toBe('pending:unknown 1:  | x');
  });
  test('a key that is blank for it', () => {
    expect(race([key('attribute N')], N(5, null))).toBe('pending:unknown 1:  | x');
  });
  test('a score that is not known yet could be anything', () => {
    expect(race([key('section I')])).toBe('pending:unknown 1:  | x');
  });
  test('before a known key that it would lose', () => {
    expect(race([key('section I'), key('attribute N')], N(5, 1))).toBe('pending:unknown 1:  | x');
  });
  test('the votes of a ballot', () => {
    const ballots = (own: number) => ({
      ballots: [
        { ballot: 'P', unit: 'a', members: 9, favour: 5 },
        { ballot: 'P', unit: 'x', members: 9, favour: own },
      ],
    });
    expect([race([key('ballot P')], {}, ballots(4)), race([key('ballot P')], {}, ballots(6))]).toEqual([
      'ok 1: a | ',
      'pending:unknown 1:  | x',
    ]);
  });
  test('a decision on a tie that it could join', () => {
    const more = (total: number) => ({
      scores: { a: { I: total - 40, II: 40 }, b: { I: total - 40, II: 40 }, x: { I: 'x', II: 'x' } },
      decisions: [{ kind: 'tie' as const, units: ['b', 'a'] }],
      units: { x: { attributes: { K: true } }, a: { attributes: { K: false } }, b: { attributes: { K: false } } },
      conditions: { k: { field: 'attribute K', op: '=' as const, value: 'không' } },
    });
    expect(race([], {}, more(90))).toBe('pending:unknown 1:  | x');
    expect(race([], {}, { ...more(90), decisions: [] })).toBe('pending:tie 1:  | a, b');
  });
});

describe('grades of units without total', () => {
  const BANDS = [band('Tốt', 80, 1), band('Khá', null, 2)];
  const grade = (value: string, more: Partial<BookInput> = {}) =>
    judge({
      scores: { a: 90, x: null },
      bands: BANDS,
      awards: { T: {} },
      conditions: { g: { field: 'grade', op: '=', value } },
      ...more,
    })[0];
  test('it may have the grade that is asked', () => {
    expect(grade('Tốt')).toBe('pending:unknown 1:  | x');
  });
  test('it could have it, but nobody stands above', () => {
    expect(grade('Khá')).toBe('pending:unknown 1:  | x');
  });
  test('with a limit it may push another out', () => {
    const bands = [
      band('Tốt', 80, 1, { limit: { kind: 'number', places: '1' }, cutoff: 'includeAll' }),
      band('Khá', null, 2),
    ];
    const more = {
      bands,
      scores: { a: 90, x: null },
      decisions: [{ kind: 'deny' as const, scope: 'T', units: ['x'] }],
    };
    expect(grade('Tốt', more)).toBe('pending:unknown 1:  | x');
    expect(grade('Tốt', { ...more, bands: BANDS })).toBe('ok 1: a | ');
  });
});

test('a grade that is one of two is one answer to all that ask it', () => {
  const two = (conditions: BookInput['conditions']) =>
    judge({
      scores: { a: 95, b: 10 },
      units: { a: { attributes: { K: null } }, b: { attributes: { K: false } } },
      awards: { T: {} },
      bands: [band('Xuất sắc', 90, 1), band('Tốt', 80, 2), band('Khá', null, 3)],
      conditions: {
        g: { field: 'attribute K', op: '=', value: 'không', scope: { kind: 'grade', grade: 'Xuất sắc' } },
        n: { field: 'total', value: '50' },
        ...conditions,
      },
    })[0];
  expect(two({ k: { field: 'grade', op: 'in', value: 'Xuất sắc; Khá' } })).toBe('pending:unknown 1:  | a');
  expect(
    two({
      k: { field: 'grade', op: 'in', value: 'Xuất sắc; Khá' },
      l: { field: 'grade', op: '<>', value: 'Xuất sắc' },
    }),
  ).toBe('ok 1:  | ');
  expect(two({ k: { field: 'grade', op: 'in', value: 'Xuất sắc; Tốt' } })).toBe('ok 1: a | ');
  expect(
    two({
      k: { field: 'grade', op: '=', value: 'Xuất sắc' },
      l: { field: 'grade', op: '<>', value: 'Xuất sắc' },
    }),
  ).toBe('ok 1:  | ');
});

test.each<[string, BookInput['settings'], string]>([
  ['rounded up, then capped: 2.5 may become 3', { sectionDecimals: 0 }, 'pending:unknown 1:  | x'],
  ['not rounded: 2.5 is the most', {}, 'ok 1:  | '],
  [
    'taken times what is left out: no bound after rounding',
    { notApplicable: 'total', sectionDecimals: 0 },
    'pending:unknown 1:  | x',
  ],
  ['taken times what is left out, not rounded', { notApplicable: 'section' }, 'ok 1:  | '],
])('what a section can reach: %s', (_, settings, expected) => {
  const criteria = { I: { way: 'group' as const, max: null }, 'I.1': { max: '2.5', allowsNa: true } };
  expect(
    judge({
      settings: { scale: '2.5', ...settings },
      criteria,
      scores: { a: { 'I.1': 2 }, x: { 'I.1': null } },
      awards: { T: {} },
      conditions: { k: { field: 'total', op: '>', value: '2.5' } },
    })[0],
  ).toBe(expected);
});

describe('a unit whose rank hangs on an unknown sanction', () => {
  const sanction = (
    awards: Readonly<Record<string, AwardInput>>,
    scores: BookInput['scores'],
    more: Partial<BookInput> = {},
  ) =>
    judge({
      scores,
      awards,
      units: { a: { attributes: { K: null } }, b: { attributes: { K: false } }, c: { attributes: { K: false } } },
      conditions: { k: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'noRank' } } },
      ...more,
    });
  test('it stands above', () => {
    expect(sanction({ T: {} }, { a: 90, b: 80, c: 70 })).toEqual(['pending:unknown 1:  | a']);
  });
  test('it stands below all places', () => {
    expect(sanction({ T: {} }, { a: 60, b: 80, c: 70 })).toEqual(['ok 1: b | ']);
  });
  test('but a quota counts ranked units', () => {
    expect(sanction({ T: { quota: '34% ranked' } }, { a: 60, b: 80, c: 70 })).toEqual(['pending:unknown null:  | a']);
  });
  test('with a place for everyone', () => {
    expect(sanction({ T: { quota: 3 } }, { a: 90, b: 80, c: 70 })).toEqual(['pending:unknown 3: b, c | a']);
  });
});

describe('what an award above leaves', () => {
  const K: BookInput['conditions'] = {
    k: { field: 'attribute K', op: '=', value: 'không', scope: { kind: 'awards', awards: ['T'] } },
  };
  const units: BookInput['units'] = {
    a: { attributes: { K: null } },
    b: { attributes: { K: false } },
    c: { attributes: { K: false } },
    d: { attributes: { K: false } },
  };
  const FOUR = { a: 90, b: 80, c: 70, d: 60 };
  const chain = (
    awards: Readonly<Record<string, AwardInput>>,
    settings: BookInput['settings'] = {},
    more: Partial<BookInput> = {},
  ) => judge({ settings, scores: FOUR, units, awards, conditions: K ?? {}, ...more });

  test('with exclusivity the holder matters', () => {
    expect(chain({ T: {}, U: {} })).toEqual(['pending:unknown 1:  | a', 'pending:upstream 1:  | ']);
  });
  test('without it, it does not', () => {
    expect(chain({ T: {}, U: {} }, { oneAwardPerUnit: false })).toEqual(['pending:unknown 1:  | a', 'ok 1: a | ']);
  });
  test('unless places pass down', () => {
    const alone = {
      scores: { a: 90, e: 50 },
      units: { a: { attributes: { K: null } }, e: { attributes: { K: true } } },
    };
    expect(chain({ T: {}, U: {} }, { oneAwardPerUnit: false, unusedPlaces: 'passDown' }, alone)).toEqual([
      'pending:unknown 1:  | a',
      'pending:upstream null:  | ',
    ]);
    expect(chain({ T: {}, U: { quota: 2 } }, { oneAwardPerUnit: false, unusedPlaces: 'passDown' }, alone)).toEqual([
      'pending:unknown 1:  | a',
      'ok null: a, e | ',
    ]);
  });
  test('the same unknown fact is no matter of the award above', () => {
    const both: BookInput['conditions'] = { k: { field: 'attribute K', op: '=', value: 'không' } };
    expect(chain({ T: {}, U: {} }, { oneAwardPerUnit: false }, { conditions: both })).toEqual([
      'pending:unknown 1:  | a',
      'pending:unknown 1:  | a',
    ]);
  });
  test('a fact answered above is not asked again', () => {
    const both: BookInput['conditions'] = { k: { field: 'attribute K', op: '=', value: 'không' } };
    // Whether a or b has T, a never has U: it holds T or may have neither.
    expect(
      chain(
        { T: {}, U: { quota: 2 } },
        {},
        {
          conditions: both,
          scores: { a: 90, b: 80 },
          units: { a: { attributes: { K: null } }, b: { attributes: { K: false } } },
        },
      ),
    ).toEqual(['pending:unknown 1:  | a', 'pending:upstream 2:  | ']);
    expect(chain({ T: { quota: 2 }, U: { quota: 2 } }, {}, { conditions: both })).toEqual([
      'pending:unknown 2: b | a',
      'pending:upstream 2:  | ',
    ]);
    expect(chain({ T: { quota: 4 }, U: { quota: 2 } }, {}, { conditions: both })).toEqual([
      'pending:unknown 4: b, c, d | a',
      'ok 2:  | ',
    ]);
  });
  test('a tie above: each choice of the meeting is followed', () => {
    const tied = { scores: { a: 90, b: 90, c: 90, d: 60 }, conditions: {} };
    expect(chain({ T: { quota: 2 }, U: {} }, {}, tied)).toEqual([
      'pending:tie 2:  | a, b, c',
      'pending:upstream 1:  | ',
    ]);
    expect(chain({ T: { quota: 2 }, U: { quota: 2 } }, {}, tied)).toEqual([
      'pending:tie 2:  | a, b, c',
      'pending:upstream 2:  | ',
    ]);
    expect(
      chain(
        { T: { quota: 2 }, U: { quota: 2 } },
        {},
        {
          ...tied,
          conditions: { u: { field: 'total', op: '<', value: '90', scope: { kind: 'awards', awards: ['U'] } } },
        },
      ),
    ).toEqual(['pending:tie 2:  | a, b, c', 'ok 2: d | ']);
  });
  test('too many choices: everything below waits that could depend on them', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, number) => [`u${String(number)}`, 50]));
    const more = { scores: many, units: {}, conditions: {} };
    expect(chain({ T: { quota: 15 }, U: {} }, {}, more).map((text) => text.split(':').slice(0, 2).join(':'))).toEqual([
      'pending:tie 15',
      'pending:upstream 1',
    ]);
    expect(
      chain({ T: { quota: 15 }, U: { quota: 30 } }, { oneAwardPerUnit: false }, more)[1]?.startsWith('ok 30'),
    ).toBe(true);
  });
  test('too many unknown facts: the award is open, and says whose', () => {
    const names = Array.from({ length: 30 }, (_, number) => `u${String(number)}`);
    const open = {
      scores: Object.fromEntries(names.map((name, number) => [name, 90 - number])),
      units: Object.fromEntries(names.map((name) => [name, { attributes: { K: null } }])),
    };
    const { awards, issues } = evaluate(
      book({ ...open, awards: { T: { quota: 20 }, U: {}, V: { quota: 0 } }, conditions: K ?? {} }),
    );
    expect(awards.map(({ status, places }) => [status, places])).toEqual([
      ['pending:unknown', 20],
      ['pending:upstream', 1],
      ['pending:upstream', 0],
    ]);
    expect(issues.filter(({ code }) => code === 'eligibility-unknown')).toHaveLength(30);
  });
  test('a doubt about an award is a doubt about what it leaves', () => {
    const one = book({ scores: FOUR, awards: { T: {}, U: {}, V: {} } });
    const doubt = (
      settings: BookInput['settings'],
      awards: Readonly<Record<string, AwardInput>> = { T: {}, U: {}, V: {} },
    ) =>
      evaluate({
        ...book({ settings: settings ?? {}, scores: FOUR, awards }),
        doubts: [{ code: 'setting-invalid', place: at('Khen thưởng', 1), touches: ['T'] }],
      }).awards.map(({ status }) => status);
    expect(one.awards).toHaveLength(3);
    expect(doubt({})).toEqual(['pending:unknown', 'pending:upstream', 'pending:upstream']);
    expect(doubt({ oneAwardPerUnit: false })).toEqual(['pending:unknown', 'ok', 'ok']);
    expect(doubt({ oneAwardPerUnit: false, unusedPlaces: 'passDown' })).toEqual([
      'pending:unknown',
      'pending:upstream',
      'pending:upstream',
    ]);
    expect(doubt({ oneAwardPerUnit: false }, { T: { cutoff: 'includeAllDebit' }, U: {} })).toEqual([
      'pending:unknown',
      'pending:upstream',
    ]);
  });
  test('an unreadable quota: any number of places could follow', () => {
    expect(chain({ T: { quota: { kind: 'invalid' } }, U: {} }, {}, { conditions: {} })).toEqual([
      'pending:unknown null:  | ',
      'pending:upstream 1:  | ',
    ]);
    expect(chain({ T: { quota: { kind: 'invalid' } }, U: {} }, { oneAwardPerUnit: false }, { conditions: {} })).toEqual(
      ['pending:unknown null:  | ', 'ok 1: a | '],
    );
  });
  test('an unknown number of eligible units', () => {
    expect(chain({ T: { quota: '50% eligible', rounding: 'ceil' } }, {}, { conditions: K ?? {} })).toEqual([
      'pending:unknown 2: b | a',
    ]);
    expect(
      chain(
        { T: { quota: '25% eligible' } },
        {},
        { units: { ...units, a: { attributes: { K: false } }, d: { attributes: { K: null } } } },
      ),
    ).toEqual(['pending:unknown null:  | d']);
  });
});

test('a unit that holds some award above whatever comes is passed over, and says so', () => {
  // a has T or U, whichever way the missing total falls; it never has V.
  const { awards } = evaluate(book({ scores: { a: 95, b: 50, c: 40, x: null }, awards: { T: {}, U: {}, V: {} } }));
  expect(awards[2]?.why.get('a')?.map(({ code, params }) => [code, params])).toEqual([['holds-other', {}]]);
  expect(awards[1]?.why.get('a')?.map(({ code }) => code)).toEqual(['condition-unknown']);
});

test('places of an award in doubt are said where nothing can change them', () => {
  const doubt = (awards: Readonly<Record<string, AwardInput>>, settings: BookInput['settings'] = {}) =>
    evaluate({
      ...book({ settings: settings ?? {}, scores: { a: 90, b: 80 }, awards }),
      doubts: [{ code: 'setting-invalid', place: at('Quy tắc', 1), touches: 'totals' }],
    }).awards.map(({ places }) => places);
  expect(
    doubt({ T: { quota: 2 }, U: { quota: '50% units' }, V: { quota: '50% ranked' }, W: { quota: '50% eligible' } }),
  ).toEqual([2, 1, null, null]);
  expect(doubt({ T: { quota: 2 }, U: { quota: 1 } }, { unusedPlaces: 'passDown' })).toEqual([2, null]);
  expect(doubt({ T: { quota: 2, cutoff: 'includeAllDebit' }, U: { quota: 1 } })).toEqual([2, null]);
  expect(doubt({ T: { quota: 2, unusedPlaces: 'passDown' }, U: { quota: 1 } })).toEqual([2, null]);
});

test('units that are alike are tried in one order, and what follows counts for each', () => {
  expect(
    judge({ scores: { a: 95, b: 90, x: null, y: null, z: null }, awards: { T: { quota: 2 }, U: { quota: 5 } } }),
  ).toEqual(['pending:unknown 2:  | x, y, z', 'pending:unknown 5:  | x, y, z']);
  expect(
    judge({
      settings: { oneAwardPerUnit: false },
      scores: { a: 95, b: 90, x: null, y: null, z: null },
      awards: { T: { quota: 4 }, U: { quota: 5 } },
    }),
  ).toEqual(['pending:unknown 4: a | x, y, z', 'ok 5: a, b, x, y, z | ']);
  expect(judge({ scores: { a: 95, b: 90, x: null, y: null }, awards: { T: { quota: 3 } } })).toEqual([
    'pending:unknown 3: a | x, y',
  ]);
});
