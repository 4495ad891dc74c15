/** How things stand while scores are missing: what a unit can still reach, and what follows (rules.md sections 11.1 and 12). */
import { evaluate, type Evaluation } from '../../src/rules/index';
import {
  at,
  band,
  book,
  field,
  type AwardInput,
  type BookInput,
  type CellInput,
  type ConditionInput,
  type CriterionInput,
} from './books';

const GROUPS = {
  I: { max: 86 },
  III: { way: 'group', max: null },
  'III.4': { max: 4 },
} as const satisfies BookInput['criteria'];
type Told = readonly [rank: string, total: string, award: string];

/** Unit `a` is known and leads; `x` lacks III.4. The award of one place, and its standing for x. */
function race(total: number | string, own: CellInput, more: Partial<BookInput> = {}): Told {
  const told = evaluate(
    book({
      criteria: GROUPS,
      awards: { T: {} },
      scores: { a: { I: total, 'III.4': 0 }, x: { I: own, 'III.4': null } },
      ...more,
    }),
  );
  return standing(told, 'x');
}

function standing({ outlook, awards }: Evaluation, unit: string): Told {
  const own = outlook.units.find(({ id }) => id === unit);
  const chances = outlook.awards[0];
  const possible = chances?.possible.find((each) => each.unit === unit);
  const where =
    chances?.certain.includes(unit) === true
      ? 'certain'
      : possible
        ? `possible needs ${String(possible.needs)} mayLose ${String(possible.mayLose)}`
        : `out ${String(chances?.out.find((each) => each.unit === unit)?.code)}`;
  return [own?.rank?.join('..') ?? '–', own?.total.join('..') ?? '', `${where}; ${String(awards[0]?.status)}`];
}

describe('a missing leaf of at most 4 points at 80', () => {
  test('reaches 80 to 84, not 0 to 90', () => {
    expect(race(85, 80)).toEqual(['2..2', '80..84', 'out outranked; ok']);
  });
  test('at the border exactly: it can tie', () => {
    expect(race(84, 80)).toEqual(['1..2', '80..84', 'possible needs null mayLose 0; pending:unknown']);
  });
  test('one hundredth above the border: it can pass', () => {
    expect(race('83.99', 80)).toEqual(['1..2', '80..84', 'possible needs 4 mayLose 0.01; pending:unknown']);
  });
  test('one hundredth below the border: it cannot even tie', () => {
    expect(race('84.01', 80)).toEqual(['2..2', '80..84', 'out outranked; ok']);
  });
  test('needs what is above the other, may lose what leaves it level', () => {
    expect(race('81.5', 80)).toEqual(['1..2', '80..84', 'possible needs 1.51 mayLose 2.5; pending:unknown']);
  });
  test('sure of its place whatever the leaf brings', () => {
    expect(race(79, 80)).toEqual(['1..1', '80..84', 'certain; ok']);
  });
  test('lifted to the border by rounding', () => {
    const leaf = { ...GROUPS, 'III.4': { max: '3.995' } };
    expect(race(84, 80, { criteria: leaf })).toEqual([
      '1..2',
      '80..84',
      'possible needs null mayLose 0; pending:unknown',
    ]);
    expect(race(84, 80, { criteria: leaf, settings: { totalDecimals: 3 } })).toEqual([
      '2..2',
      '80..83.995',
      'out outranked; ok',
    ]);
  });
  test('under the cap of its group', () => {
    expect(race(84, 80, { criteria: { ...GROUPS, III: { way: 'group', max: 3 } } })).toEqual([
      '2..2',
      '80..83',
      'out outranked; ok',
    ]);
  });
  test('in a group of which only the highest counts', () => {
    const criteria = {
      I: { max: 86 },
      III: { way: { kind: 'group', highestOnly: true }, max: null },
      'III.3': { max: 4 },
      'III.4': { max: 4 },
    } as const;
    expect(
      standing(
        evaluate(
          book({
            criteria,
            awards: { T: {} },
            scores: { a: { I: 83, 'III.3': 0, 'III.4': 0 }, x: { I: 80, 'III.3': 2, 'III.4': null } },
          }),
        ),
        'x',
      ),
    ).toEqual(['1..2', '82..84', 'possible needs 1.01 mayLose 1; pending:unknown']);
  });
  test('on a ladder: its rungs and nothing between', () => {
    const ladder = { ...GROUPS, 'III.4': { max: 4, way: { kind: 'ladder', rungs: ['0', '1', '2', '4'] } } } as const;
    expect(race('82.5', 80, { criteria: ladder })).toEqual([
      '1..2',
      '80..84',
      'possible needs 4 mayLose 0; pending:unknown',
    ]);
    expect(race('84.01', 80, { criteria: ladder })).toEqual(['2..2', '80..84', 'out outranked; ok']);
  });
  test('on the ladder of a bonus without maximum: to its highest rung', () => {
    const criteria = {
      ...GROUPS,
      B: { counts: 'bonus', max: null, way: { kind: 'ladder', rungs: ['0', '1', '2'] } },
    } as const;
    expect(
      race(85, 80, { criteria, scores: { a: { I: 85, 'III.4': 0 }, x: { I: 80, 'III.4': 0, B: 'chưa rõ' } } }),
    ).toEqual(['2..2', '80..82', 'out outranked; ok']);
  });
  test('by steps, by yes or no', () => {
    expect(race('81.9', 80, { criteria: { ...GROUPS, 'III.4': { max: 4, step: '0.5' } } })).toEqual([
      '1..2',
      '80..84',
      'possible needs 2 mayLose 2; pending:unknown',
    ]);
    expect(race('81.9', 80, { criteria: { ...GROUPS, 'III.4': { max: 4, way: 'yesno' } } })).toEqual([
      '1..2',
      '80..84',
      'possible needs 4 mayLose 0; pending:unknown',
    ]);
  });
  test('too many steps to be named one by one: what it needs is so many of them', () => {
    const fine = (step: string | null, other?: CriterionInput): Told =>
      race('85.05', 80, {
        criteria: { ...GROUPS, 'III.4': { max: 40, step }, ...(other && { 'III.5': other }) },
        scores: {
          a: { I: '85.05', 'III.4': 0, 'III.5': 0 },
          x: { I: 80, 'III.4': null, 'III.5': null },
        },
      });
    const needs = (told: Told) => told[2];
    expect(needs(fine('0.1'))).toBe('possible needs 5.1 mayLose 34.9; pending:unknown');
    expect(needs(fine(null))).toBe('possible needs 5.06 mayLose 34.95; pending:unknown');
    expect(needs(fine('0.1', { max: 10, step: '0.1' }))).toBe('possible needs 5.1 mayLose 44.9; pending:unknown');
    expect(needs(fine('0.1', { max: 10, step: '0.2' }))).toBe('possible needs 5.06 mayLose 44.95; pending:unknown');
    expect(needs(fine('0.1', { max: 10 }))).toBe('possible needs 5.06 mayLose 44.95; pending:unknown');
    expect(needs(fine(null, { max: 10, step: '0.1' }))).toBe('possible needs 5.06 mayLose 44.95; pending:unknown');
  });
  test('in a deduction that is no number yet', () => {
    const deduced = (total: number | string): Told =>
      race(total, 84, {
        criteria: { ...GROUPS, P: { counts: 'deduction', max: 3 } },
        scores: { a: { I: total, 'III.4': 0 }, x: { I: 84, 'III.4': 0, P: 'x' } },
      });
    expect([deduced(84), deduced('84.01'), deduced('80.99')]).toEqual([
      ['1..2', '81..84', 'possible needs null mayLose 0; pending:unknown'],
      ['2..2', '81..84', 'out outranked; ok'],
      ['1..1', '81..84', 'certain; ok'],
    ]);
  });
  test('lifted to the border by being left out', () => {
    const left = (total: number | string): Told =>
      race(total, 72, {
        settings: { notApplicable: 'total' },
        criteria: {
          I: { max: 90 },
          III: { way: 'group', max: null },
          'III.4': { max: 10, allowsNa: true, way: { kind: 'ladder', rungs: ['0', '1'] } },
        },
      });
    expect([left(80), left('80.01'), left('79.99')].map(([rank, reach]) => `${rank} of ${reach}`)).toEqual([
      '1..2 of 72..80',
      '2..2 of 72..80',
      '1..2 of 72..80',
    ]);
  });
  test('held by the highest total there may be', () => {
    expect(race(83, 80, { settings: { totalMax: '82' } })).toEqual([
      '1..2',
      '80..82',
      'possible needs null mayLose 0; pending:unknown',
    ]);
  });
});

describe('what else is open while a unit is being scored', () => {
  const criteria = {
    I: { max: 80 },
    II: { max: 10 },
    B: { counts: 'bonus', max: 5 },
    P: { counts: 'deduction', max: 3 },
  } as const;
  const reach = (scores: Readonly<Record<string, CellInput>>, settings: BookInput['settings'] = {}) =>
    evaluate(book({ criteria, settings, scores: { x: scores } })).outlook.units[0]?.total.join('..');
  test.each<[string, Readonly<Record<string, CellInput>>, string]>([
    ['nothing: blank bonus and deduction are 0', { I: 70, II: 5, B: null, P: null }, '75..75'],
    ['blank bonus and deduction beside a missing leaf', { I: 70, II: null, B: null, P: null }, '67..85'],
    ['known ones stay as they are', { I: 70, II: null, B: 1, P: 0 }, '71..81'],
    ['a broken bonus', { I: 70, II: 5, B: 'x', P: null }, '75..80'],
    ['a broken deduction', { I: 70, II: 5, B: null, P: '-1' }, '72..75'],
    ['everything', { I: null, II: null, B: null, P: null }, '-3..95'],
  ])('%s', (_, scores, expected) => {
    expect(reach(scores)).toBe(expected);
  });
  test('within the overall caps and the limits of the total', () => {
    expect(reach({ I: 70, II: null, B: null, P: null }, { bonusCap: '2', deductionCap: '1' })).toBe('69..82');
    expect(reach({ I: null, II: null, B: null, P: null }, { totalMin: '0', totalMax: '90' })).toBe('0..90');
  });
  test('a bonus without limit has none', () => {
    expect(
      evaluate(
        book({ criteria: { I: { max: 80 }, B: { counts: 'bonus', max: null } }, scores: { x: { I: null, B: null } } }),
      ).outlook.units[0]?.total,
    ).toEqual(['0', null]);
  });
});

describe('a leaf that may be not applicable', () => {
  const criteria = {
    I: { way: 'group', max: null },
    'I.1': { max: 50 },
    'I.2': { max: 40 },
    'I.3': { max: 10, allowsNa: true },
  } as const;
  const reach = (
    notApplicable: NonNullable<BookInput['settings']>['notApplicable'],
    more: BookInput['criteria'] = {},
  ) =>
    evaluate(
      book({
        criteria: { ...criteria, ...more },
        settings: { notApplicable: notApplicable ?? 'forbid' },
        scores: { x: { 'I.1': 50, 'I.2': 31, 'I.3': null } },
      }),
    ).outlook.units[0]?.total.join('..');
  test.each<[NonNullable<BookInput['settings']>['notApplicable'], string]>([
    ['forbid', '81..91'],
    ['full', '81..91'],
    ['section', '81..91'],
    ['total', '81..91'],
  ])('%s: at most all its points', (treatment, expected) => {
    expect(reach(treatment)).toBe(expected);
  });
  test('left out it may lift a total above what any points would give', () => {
    const low = { 'I.3': { max: 10, allowsNa: true, way: { kind: 'ladder', rungs: ['0', '1'] } } } as const;
    expect([reach('forbid', low), reach('full', low), reach('section', low), reach('total', low)]).toEqual([
      '81..82',
      '81..91',
      '81..90',
      '81..90',
    ]);
  });
  test('twelve leaves that are alike are followed all the same', () => {
    const leaves = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `I.${String(at + 1)}`,
        { max: 5, allowsNa: true, way: { kind: 'ladder', rungs: ['0', '1'] } as const },
      ]),
    );
    const scores = Object.fromEntries(Object.keys(leaves).map((code) => [code, null]));
    expect(
      evaluate(
        book({
          criteria: { I: { way: 'group', max: null }, ...leaves, II: { max: 40 } },
          settings: { notApplicable: 'total' },
          scores: { x: { ...scores, II: 30 } },
        }),
      ).outlook.units[0]?.total.join('..'),
    ).toBe('30..75');
  });
  describe('nine leaves of which no two are alike are not followed: any part of the whole', () => {
    const leaves = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [`I.${String(at + 1)}`, { max: at + 1, allowsNa: true }]),
    );
    const told = (condition: ConditionInput) =>
      evaluate(
        book({
          criteria: {
            I: { way: 'group', max: null },
            ...leaves,
            II: { max: 40 },
            B: { max: 5, counts: 'bonus' },
          },
          settings: { notApplicable: 'total' },
          scores: { x: { ...Object.fromEntries(Object.keys(leaves).map((code) => [code, null])), II: 30, B: 3 } },
          awards: { T: {} },
          conditions: { k: condition },
        }),
      );
    test('its total', () => {
      expect(told({ field: 'total', value: '0' }).outlook.units[0]?.total).toEqual(['3', '88']);
    });
    test.each<[string, string, ConditionInput['op'], string, string]>([
      ['at least none', 'section I', '>=', '0', 'ok'],
      ['a limit from below', 'section I', '>=', '1', 'pending:unknown'],
      ['no limit from above: what is left out may lift the rest', 'section I', '<=', '45', 'pending:unknown'],
      ['a criterion that is known, rescaled', 'criterion II', '>=', '30', 'pending:unknown'],
      ['a bonus is not rescaled', 'criterion B', '=', '3', 'ok'],
    ])('%s', (_, field, op, value, status) => {
      expect(told({ field, op: op ?? null, value }).awards[0]?.status).toBe(status);
    });
  });
  test('all of it not applicable: anything up to the whole', () => {
    expect(
      evaluate(
        book({
          criteria: { I: { max: 60, allowsNa: true }, B: { counts: 'bonus', max: 5 } },
          settings: { notApplicable: 'total' },
          scores: { x: { I: 'N/A', B: 1 } },
        }),
      ).outlook.units[0]?.total.join('..'),
    ).toBe('0..65');
  });
});

describe('who is settled', () => {
  const chances = (input: BookInput) =>
    evaluate(book(input)).outlook.awards.map(
      ({ id, certain, possible, out }) =>
        `${id}: ${certain.join()} | ${possible.map(({ unit }) => unit).join()} | ${out.map(({ unit }) => unit).join()}`,
    );
  const two = (awards: Readonly<Record<string, AwardInput>>, more: Partial<BookInput> = {}) =>
    chances({
      criteria: GROUPS,
      scores: { a: { I: 80, 'III.4': null }, b: { I: 81, 'III.4': null }, c: { I: 70, 'III.4': 4 } },
      awards,
      ...more,
    });
  test('two open units that can only change places with each other', () => {
    expect(two({ T: {}, U: {} })).toEqual(['T:  | a,b | c', 'U:  | a,b | c']);
    expect(two({ T: { quota: 2 }, U: {} })).toEqual(['T: a,b |  | c', 'U: c |  | a,b']);
  });
  test('a threshold out of reach', () => {
    const k: ConditionInput = { field: 'total', value: '85' };
    expect(two({ T: { quota: 2 } }, { conditions: { k } })).toEqual(['T:  | b | a,c']);
    expect(two({ T: { quota: 2 } }, { conditions: { k: { ...k, value: '85.01' } } })).toEqual(['T:  |  | a,b,c']);
  });
  test('a rank that is none of those it may still have', () => {
    const rank = (op: ConditionInput['op'], value: string, places = 3) =>
      two(
        { T: { quota: places } },
        {
          scores: {
            s: { I: 86, 'III.4': 4 },
            a: { I: 80, 'III.4': null },
            b: { I: 81, 'III.4': null },
            c: { I: 70, 'III.4': 4 },
          },
          conditions: { k: { field: 'rank', op: op ?? null, value } },
        },
      );
    expect(rank('=', '1')).toEqual(['T: s |  | a,b,c']);
    expect(rank('=', '2')).toEqual(['T:  | a,b | s,c']);
    expect(rank('in', '2; 3')).toEqual(['T: a,b |  | s,c']);
    // Where a and b tie both are second, and c has no place.
    expect(rank('<>', '3')).toEqual(['T: s | a,b,c | ']);
    expect(rank('<>', '5')).toEqual(['T: s,a,b |  | c']);
  });
  test('many open units of which none can reach a place: no search is needed', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`x${String(at)}`, { I: 40 + (at % 30), 'III.4': null }]),
    );
    const told = evaluate(
      book({
        criteria: GROUPS,
        scores: { a: { I: 80, 'III.4': 1 }, b: { I: 79, 'III.4': 1 }, ...many },
        awards: { T: {}, U: {} },
      }),
    );
    expect(told.awards.map(({ status, units }) => [status, units])).toEqual([
      ['ok', ['a']],
      ['ok', ['b']],
    ]);
    expect(told.units.slice(0, 2).map(({ rank, provisional }) => [rank, provisional])).toEqual([
      [1, false],
      [2, false],
    ]);
  });
  // 243 cases: each unit may have 0, 2 or 4 points. Intervals do not see that with 4 the award above is out of u5's reach.
  test('five open units of a small bloc: followed whatever many times a full book that takes', () => {
    const scores = Object.fromEntries(['u1', 'u2', 'u3', 'u4', 'u5'].map((id) => [id, { I: null }]));
    const { awards } = evaluate(
      book({
        criteria: { I: { max: 4, step: '2' } },
        scores,
        settings: { totalDecimals: 0, oneAwardPerUnit: false },
        bands: [band('Tốt', 5, 1, { limit: { kind: 'number', places: '1' } }), band('Khá', null, 2)],
        awards: { A: { excludes: ['B'] }, B: { quota: '50% eligible' }, C: { quota: 2 } },
        conditions: { k: { scope: { kind: 'awards', awards: ['A'] }, field: 'total', op: '<', value: '3' } },
        decisions: [{ kind: 'grant', scope: 'B', units: ['u5'] }],
      }),
    ).outlook;
    expect(awards[1]?.possible.find(({ unit }) => unit === 'u5')?.needs).toBe('4');
  });
  test('needs: what a rival with two totals may have, against a unit that may have any', () => {
    const { awards } = evaluate(
      book({
        criteria: { I: { max: 10 }, J: { max: 7 }, K: { max: 1, step: '1' } },
        scores: { x: { I: 4, J: null, K: 0 }, y: { I: 7, J: 0, K: null } },
        settings: { totalDecimals: 0 },
        awards: { T: { cutoff: 'includeAll' } },
      }),
    ).outlook;
    // At 7 it is level with y at 7 and behind y at 8.
    expect(awards[0]?.possible.find(({ unit }) => unit === 'x')).toMatchObject({ needs: '4', mayLose: '4' });
  });
  test('places: settled and open, and who competes, the best first', () => {
    const { outlook } = evaluate(
      book({
        criteria: GROUPS,
        scores: {
          a: { I: 86, 'III.4': 4 },
          b: { I: 80, 'III.4': null },
          c: { I: 82, 'III.4': 0 },
          d: { I: 50, 'III.4': 0 },
        },
        awards: { T: { quota: 2 } },
      }),
    );
    expect(outlook.awards[0]).toEqual({
      id: 'T',
      waits: [{ unit: 'b', criterion: 'III.4', place: at('Chấm điểm', 3, 4) }],
      settled: 1,
      open: 1,
      competing: ['b', 'c'],
      certain: ['a'],
      out: [{ unit: 'd', code: 'outranked' }],
      possible: [
        { unit: 'b', needs: '2.01', rivals: ['c'], mayLose: '2' },
        { unit: 'c', needs: null, rivals: [], mayLose: null },
      ],
    });
  });
  test('ranks are provisional one by one', () => {
    const { units } = evaluate(
      book({
        criteria: GROUPS,
        scores: {
          a: { I: 86, 'III.4': 4 },
          b: { I: 80, 'III.4': null },
          c: { I: 82, 'III.4': 0 },
          d: { I: 50, 'III.4': 0 },
        },
      }),
    );
    expect(units.map(({ id, rank, provisional }) => [id, rank, provisional])).toEqual([
      ['a', 1, false],
      ['b', null, false],
      ['c', 2, true],
      ['d', 3, true],
    ]);
  });
  test('a complete book: everything is certain or out', () => {
    const { outlook } = evaluate(book({ scores: { a: 90, b: 80, c: 80 }, awards: { T: {}, U: {} } }));
    expect(outlook.units).toEqual([
      { id: 'a', rank: [1, 1], total: ['90', '90'], empty: 0, open: [] },
      { id: 'b', rank: [2, 3], total: ['80', '80'], empty: 0, open: [] },
      { id: 'c', rank: [2, 3], total: ['80', '80'], empty: 0, open: [] },
    ]);
    expect(
      outlook.awards.map(({ certain, possible, out }) => [
        certain,
        possible.map(({ unit }) => unit),
        out.map(({ unit, code }) => `${unit} ${code}`),
      ]),
    ).toEqual([
      [['a'], [], ['b outranked', 'c outranked']],
      [[], ['b', 'c'], ['a holds-other']],
    ]);
  });
});

describe('one unknown fact is answered once', () => {
  test('a criterion set to 0 or not: two totals, not a range', () => {
    const { outlook, awards } = evaluate(
      book({
        criteria: { I: { max: 60 }, II: { max: 40 } },
        scores: { A: { I: 60, II: 35 }, B: { I: 40, II: 3 } },
        units: { A: { attributes: { K: false } }, B: { attributes: { K: null } } },
        conditions: {
          s: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'II' } },
        },
        awards: { CO: {} },
      }),
    );
    expect([awards[0]?.status, awards[0]?.units, outlook.units[1]]).toEqual([
      'ok',
      ['A'],
      { id: 'B', rank: [2, 2], total: ['40', '43'], empty: 0, open: [] },
    ]);
  });
  test('a fact that lowers the grade and bars: in neither answer has the unit the award', () => {
    const told = (k: string) =>
      evaluate(
        book({
          scores: { A: 80, B: 75 },
          units: { A: { attributes: { K: false } }, B: { attributes: { K: null } } },
          bands: [band('Tốt', 70, 1), band('Khá', null, 2)],
          awards: { GF: {} },
          conditions: {
            s: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'lowerGrade' } },
            g: { field: 'grade', op: '=', value: 'Khá' },
            k: { field: 'attribute K', op: '=', value: k },
          },
        }),
      ).awards[0];
    expect([told('không')?.status, told('không')?.units, told('có')?.status]).toEqual(['ok', [], 'pending:unknown']);
  });
  test('a unit that a fact may keep from the ranking', () => {
    const { outlook } = evaluate(
      book({
        scores: { a: 90, b: 80 },
        units: { a: { attributes: { K: null } }, b: { attributes: { K: false } } },
        awards: { T: {} },
        conditions: { k: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'noRank' } } },
      }),
    );
    expect(outlook.units.map(({ rank }) => rank)).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(outlook.awards[0]?.possible.map(({ unit }) => unit)).toEqual(['a', 'b']);
  });
});

test('a tie above that can be decided in too many ways leaves the awards below possible, not out of reach', () => {
  const units = Array.from({ length: 24 }, (_, at) => `u${String(at)}`);
  const { outlook } = evaluate(
    book({
      awards: { A: { quota: 12 }, B: { quota: 6 } },
      settings: { oneAwardPerUnit: true },
      scores: Object.fromEntries(units.map((unit) => [unit, 9])),
    }),
  );
  expect(outlook.awards.map(({ id, possible, out }) => [id, possible.length, out.length])).toEqual([
    ['A', 24, 0],
    ['B', 24, 0],
  ]);
});

test('more cells are missing than are named: the heaviest of every unit are among them', () => {
  const light = Object.fromEntries(Array.from({ length: 59 }, (_, at) => [`L${String(at)}`, { max: '0.1' }]));
  const blank = Object.fromEntries(['H', ...Object.keys(light)].map((code) => [code, null]));
  const { outlook } = evaluate(
    book({
      criteria: { ...light, H: { max: 40 } },
      scores: Object.fromEntries(['u', 'v', 'w', 'x'].map((unit) => [unit, blank])),
      awards: { T: {} },
    }),
  );
  const waits = outlook.awards[0]?.waits ?? [];
  expect(waits).toHaveLength(100);
  expect(waits.flatMap(({ unit, criterion }) => (criterion === 'H' ? [unit] : [])).sort()).toEqual([
    'u',
    'v',
    'w',
    'x',
  ]);
});

test('too much is open to be followed: those cells first that are most of what is left to settle most ranks', () => {
  const max = { I: 40, II: 10, III: 25 } as const;
  const units = Array.from({ length: 30 }, (_, at) => `u${String(at)}`);
  const { outlook } = evaluate(
    book({
      criteria: { I: { max: max.I }, II: { max: max.II }, III: { max: max.III } },
      scores: Object.fromEntries(
        units.map((unit, at) => [
          unit,
          { I: at % 3 === 0 ? null : 20 + (at % 7), II: at % 4 === 1 ? 5 : null, III: at % 5 < 2 ? null : 10 + at / 2 },
        ]),
      ),
      awards: { T: { quota: 3 } },
    }),
  );
  const weights = outlook.units.flatMap(({ id, rank, open }) => {
    const left = open.reduce((sum, code) => sum + max[code as keyof typeof max], 0);
    const [best, worst] = rank ?? [0, 0];
    return open.map((code) => ({ id, code, weight: (max[code as keyof typeof max] * (worst - best + 1)) / left }));
  });
  const [award] = outlook.awards;
  const expected = weights.filter(({ id }) => award?.competing.includes(id) === true);
  const told = (award?.waits ?? []).map(
    ({ unit, criterion }) => expected.find(({ id, code }) => id === unit && code === criterion)?.weight ?? NaN,
  );
  expect(told).toHaveLength(expected.length);
  expect(told.length).toBeGreaterThan(24);
  told.forEach((weight, at) => {
    if (at > 0) expect(weight).toBeLessThanOrEqual((told[at - 1] ?? NaN) + 1e-9);
  });
  expect(new Set(told).size).toBeGreaterThan(3);
});

describe('why a unit is out while the award waits', () => {
  const open = { attributes: { K: null } } as const;
  const known = { attributes: { K: true } } as const;
  const k: ConditionInput = { field: 'attribute K', op: '=', value: 'có' };
  const outOf = (input: BookInput, award: number) =>
    evaluate(book(input)).outlook.awards[award]?.out.map(({ unit, code }) => `${unit} ${code}`);

  test('a fact of its own that nobody knows, below all the places', () => {
    expect(
      outOf(
        {
          scores: { e: 90, a: 80, d: 50 },
          units: { e: open, a: known, d: open },
          awards: { T: {} },
          conditions: { k },
        },
        0,
      ),
    ).toEqual(['d outranked']);
  });
  test('an award above that waits, below all the places of this one', () => {
    expect(
      outOf(
        {
          scores: { e: 90, a: 80, b: 70, d: 50 },
          units: { e: open, a: known, b: known, d: known },
          awards: { T: {}, U: {} },
          conditions: { k: { ...k, scope: { kind: 'awards', awards: ['T'] } } },
        },
        1,
      ),
    ).toEqual(['b outranked', 'd outranked']);
  });
  test('a bar that holds, another that does not, and a requirement that fails', () => {
    const facts = (B: boolean, C: boolean, K: boolean) => ({ attributes: { B, C, K } });
    expect(
      outOf(
        {
          scores: { e: 90, a: 80, b: 70, c: 60 },
          units: {
            e: facts(true, false, true),
            a: facts(false, false, false),
            b: { attributes: { B: false, C: false, K: null } },
            c: facts(true, true, false),
          },
          awards: { T: {} },
          conditions: {
            k,
            b: { field: 'attribute B', op: '=', value: 'có', effect: { kind: 'bar' } },
            c: { field: 'attribute C', op: '=', value: 'có', effect: { kind: 'bar' } },
          },
        },
        0,
      ),
    ).toEqual(['e barred', 'a condition-failed', 'c condition-failed']);
  });
});

describe('a total without end', () => {
  const criteria = {
    I: { max: 60 },
    II: { max: 30 },
    B: { max: null, counts: 'bonus' },
    P: { max: null, counts: 'deduction' },
  } as const;
  const zero: ConditionInput = {
    field: 'attribute K',
    op: '=',
    value: 'có',
    effect: { kind: 'zeroCriterion', criterion: 'II' },
  };
  test.each<[string, Readonly<Record<string, CellInput>>, [string | null, string | null]]>([
    ['upwards', { I: 50, II: 20, B: 'x', P: 0 }, ['50', null]],
    ['downwards', { I: 50, II: 20, B: 0, P: 'x' }, [null, '70']],
    ['both ways', { I: 50, II: 20, B: 'x', P: 'x' }, [null, null]],
    ['none', { I: 50, II: 20, B: 1, P: 2 }, ['49', '69']],
  ])('%s, whether or not a criterion is set to 0', (_, scores, total) => {
    const { outlook } = evaluate(
      book({ criteria, scores: { a: scores }, units: { a: { attributes: { K: null } } }, conditions: { zero } }),
    );
    expect(outlook.units[0]?.total).toEqual(total);
  });
  test('of a workbook without criteria', () => {
    const { outlook, awards } = evaluate(book({ criteria: {}, scores: { a: {}, b: {} }, awards: { T: {} } }));
    expect(outlook.units.map(({ total, rank }) => [total, rank])).toEqual([
      [
        [null, null],
        [1, 2],
      ],
      [
        [null, null],
        [1, 2],
      ],
    ]);
    expect(awards[0]?.status).toBe('pending:unknown');
  });
});

describe('a sanction on grades asks for the points before one that sets them to 0', () => {
  const input = (own: Readonly<Record<string, CellInput>>, K: boolean | null, most: number): BookInput => ({
    criteria: { I: { max: 60 }, II: { max: 30 }, III: { max: most } },
    scores: { a: { I: 50, ...own } },
    units: { a: { attributes: { K } } },
    bands: [band('Tốt', 40, 1), band('Khá', null, 2)],
    conditions: {
      z: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'II' } },
      l: { field: 'criterion II', op: '<', value: '10', effect: { kind: 'lowerGrade' } },
      g: { field: 'grade', op: '=', value: 'Tốt' },
    },
    awards: { T: {} },
  });
  test.each<[string, Readonly<Record<string, CellInput>>, boolean | null, number, string]>([
    ['enough points', { II: 20, III: null }, true, 4, 'ok a'],
    ['too few', { II: 8, III: null }, true, 4, 'ok '],
    ['enough, the missing cell of many values', { II: 20, III: null }, true, 40, 'ok a'],
    ['too few, of many values', { II: 8, III: null }, true, 40, 'ok '],
    ['enough, whether set to 0 or not', { II: 20, III: null }, null, 4, 'ok a'],
    ['nobody knows: the missing points are set to 0, and asked for', { II: null, III: 2 }, true, 4, 'pending:unknown '],
  ])('%s', (_, own, K, most, told) => {
    const [award] = evaluate(book(input(own, K, most))).awards;
    expect(`${String(award?.status)} ${String(award?.units.join())}`).toBe(told);
  });
});

test('a tie key that is known breaks the tie that a missing leaf may come to', () => {
  const tieKeys = [{ field: field('section I'), first: 'higher', written: 'I' }] as const;
  expect(race(84, 80, { settings: { tieKeys } })).toEqual(['2..2', '80..84', 'out outranked; ok']);
  expect(race(84, 80, { settings: { tieKeys: [{ ...tieKeys[0], first: 'lower' }] } })).toEqual([
    '1..2',
    '80..84',
    'possible needs 4 mayLose 0; pending:unknown',
  ]);
});

test('a recorded unit and one that nobody entered', () => {
  const { outlook } = evaluate(
    book({ scores: { a: 90, b: 80, c: null }, units: { b: { notRanked: 'mới' } }, awards: { T: {} } }),
  );
  expect(outlook.units).toEqual([
    { id: 'a', rank: [1, 2], total: ['90', '90'], empty: 0, open: [] },
    { id: 'b', rank: null, total: ['80', '80'], empty: 0, open: [] },
    { id: 'c', rank: [1, 2], total: ['0', '100'], empty: 1, open: ['I'] },
  ]);
  expect(outlook.awards[0]?.out).toEqual([{ unit: 'b', code: 'not-ranked' }]);
});

test('a workbook in doubt: nothing is certain', () => {
  const { outlook } = evaluate(
    book({ settings: { totalMin: '9', totalMax: '5' }, scores: { a: 90, b: 80 }, awards: { T: {} } }),
  );
  expect(outlook.units.map(({ rank }) => rank)).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(outlook.awards[0]).toMatchObject({ certain: [], possible: [{ unit: 'a' }, { unit: 'b' }], out: [] });
});

describe('told when it is asked for', () => {
  const judged = (): Evaluation =>
    evaluate(
      book({ criteria: GROUPS, awards: { T: {} }, scores: { a: { I: 80, 'III.4': 0 }, x: { I: 81, 'III.4': null } } }),
    );

  test.each(['outlook', 'canonical'])(
    '%s by one getter that all evaluations share: one of their own keeps each whole book alive',
    (name) => {
      const getterOf = (told: Evaluation) => Object.getOwnPropertyDescriptor(told, name)?.get;
      expect(getterOf(judged())).toBeInstanceOf(Function);
      expect(getterOf(judged())).toBe(getterOf(judged()));
    },
  );

  test('once, and to whoever copies the evaluation', () => {
    const told = judged();
    expect(told.outlook).toBe(told.outlook);
    expect(told.outlook.units.find(({ id }) => id === 'x')?.total).toEqual(['81', '85']);
    expect(structuredClone(told).outlook).toEqual(told.outlook);
    expect({ ...judged() }.outlook).toEqual(told.outlook);
    expect(structuredClone(told).canonical).toBe(judged().canonical);
  });
});
