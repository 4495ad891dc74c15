/** Fall-back, exclusivity per award, postponed (rules.md section 5.5). */
import { evaluate } from '../../src/rules/index';
import { book, type BookInput, type ConditionInput } from './books';

const SCORES = { a: 95, b: 90, c: 85, d: 80 };

function awards(input: Partial<BookInput>) {
  const { awards: results, issues } = evaluate(book({ scores: SCORES, ...input }));
  return {
    results: Object.fromEntries(
      results.map(({ id, status, units, fallback, postponed }) => [
        id,
        `${status} ${units.join(' ')}${fallback.length > 0 ? ` / ${fallback.join(' ')}` : ''}${postponed.length > 0 ? ` # ${postponed.join(' ')}` : ''}`,
      ]),
    ),
    why: (award: string, unit: string) =>
      results
        .find(({ id }) => id === award)
        ?.why.get(unit)
        ?.map(({ code, params }) => [code, params['award'] ?? '']),
    issues: issues.map(({ code, severity, unit }) => `${severity} ${code} ${unit ?? ''}`.trim()),
  };
}

describe('one unit proposed for the first flag keeps the second (law in force since 2024)', () => {
  const flags = { CP: { fallback: 'UBND' }, UBND: {}, BK: {} };

  test('the holder of CP takes the place of UBND before all others, and excludes nobody there', () => {
    const { results, why } = awards({ awards: flags });
    expect(results).toEqual({ CP: 'ok a', UBND: 'ok a / a', BK: 'ok b' });
    expect([why('UBND', 'a'), why('BK', 'a')]).toEqual([[['fallback', 'CP']], [['holds-other', 'CP']]]);
  });
  test('without it two flags go to two units: the older pattern', () => {
    expect(awards({ awards: { CP: {}, UBND: {}, BK: {} } }).results).toEqual({ CP: 'ok a', UBND: 'ok b', BK: 'ok c' });
  });
  test('its conditions are not asked again', () => {
    const conditions = {
      k: {
        field: 'total' as const,
        op: '<' as const,
        value: '92',
        scope: { kind: 'awards' as const, awards: ['UBND'] },
      },
    };
    expect(awards({ awards: flags, conditions }).results).toEqual({ CP: 'ok a', UBND: 'ok a / a', BK: 'ok b' });
  });
  test('more of them than places: over the quota, as with grants', () => {
    expect(
      awards({ awards: { ...flags, CP: { fallback: 'UBND', quota: { kind: 'number', places: '2' } } } }).results,
    ).toEqual({ CP: 'ok a b', UBND: 'overQuota a b / a b', BK: 'ok c' });
  });
  test('while CP is open, UBND waits for it', () => {
    const { results } = awards({ scores: { a: 95, b: 95, c: 85, d: 80 }, awards: flags });
    expect(results).toMatchObject({ CP: 'pending:tie ', UBND: 'pending:upstream ' });
  });
  test('a unit denied UBND does not fall back to it', () => {
    const { results } = awards({ awards: flags, decisions: [{ kind: 'deny', scope: 'UBND', units: ['a'] }] });
    expect(results).toEqual({ CP: 'ok a', UBND: 'ok b', BK: 'ok c' });
  });
  test('a chain of three', () => {
    expect(awards({ awards: { CP: { fallback: 'UBND' }, UBND: { fallback: 'BK' }, BK: {} } }).results).toEqual({
      CP: 'ok a',
      UBND: 'ok a / a',
      BK: 'ok a / a',
    });
  });
  test('a score that cannot reach the flag leaves all three settled; one that can, none', () => {
    const open = (score: number) =>
      awards({
        criteria: { I: { max: 90 }, II: { max: 10 } },
        scores: { a: { I: 88, II: 7 }, b: { I: 80, II: 8 }, c: { I: score, II: null }, d: { I: 60, II: 5 } },
        awards: { CP: flags.CP, UBND: flags.UBND },
      }).results;
    expect(open(70)).toEqual({ CP: 'ok a', UBND: 'ok a / a' });
    expect(open(86)['CP']).toBe('pending:unknown ');
  });
});

describe('exclusivity per award (`Không kèm`)', () => {
  const two = (flag: object, diploma: object, oneAwardPerUnit: boolean) =>
    awards({ settings: { oneAwardPerUnit }, awards: { CP: flag, BK: diploma } }).results['BK'];
  test.each([
    ['either list names the other', { excludes: ['BK'] }, {}, false, 'ok b'],
    ['the other way round', {}, { excludes: ['CP'] }, false, 'ok b'],
    ['both blank: the workbook excludes', {}, {}, true, 'ok b'],
    ['both blank: the workbook does not', {}, {}, false, 'ok a'],
    ['one blank: the filled one decides, it names nobody', { excludes: [] }, {}, true, 'ok a'],
    ['both filled, one names the other', { excludes: [] }, { excludes: ['CP'] }, false, 'ok b'],
  ] as const)('%s', (_, flag, diploma, setting, expected) => {
    expect(two(flag, diploma, setting)).toBe(expected);
  });

  test('K2: CP and BK exclude each other, UBND stands behind CP', () => {
    const { results } = awards({
      settings: { oneAwardPerUnit: false },
      awards: { CP: { fallback: 'UBND', excludes: ['BK'] }, UBND: {}, BK: { quota: { kind: 'number', places: '2' } } },
    });
    expect(results).toEqual({ CP: 'ok a', UBND: 'ok a / a', BK: 'ok b c' });
  });
});

describe('postponed while a procedure is open (Decree 152/2025 art. 4(4))', () => {
  const conditions = {
    p: { field: 'attribute Thanh tra', op: '=' as const, value: 'có', effect: { kind: 'postpone' as const } },
  };
  const judged = (answer: boolean | null) =>
    awards({
      awards: { CP: {}, BK: {} },
      conditions,
      units: Object.fromEntries(
        Object.keys(SCORES).map((unit) => [unit, { attributes: { 'Thanh tra': unit === 'a' ? answer : false } }]),
      ),
    });
  test('the unit keeps its place and stands apart; nobody else gets it', () => {
    const { results, why, issues } = judged(true);
    expect([results, issues]).toEqual([{ CP: 'ok a # a', BK: 'ok b' }, []]);
    expect(why('CP', 'a')).toEqual([
      ['granted', ''],
      ['postponed', ''],
    ]);
  });
  test('a cleared one is proposed', () => {
    expect(judged(false)).toMatchObject({ results: { CP: 'ok a', BK: 'ok b' }, issues: [] });
  });
  test('an unknown fact: the award stays settled and the fact is asked for', () => {
    expect(judged(null)).toMatchObject({
      results: { CP: 'ok a', BK: 'ok b' },
      issues: ['warning eligibility-unknown a'],
    });
  });
  test.each<[string, Partial<ConditionInput>, Readonly<Record<string, string>>]>([
    [
      'of one award: the others propose it',
      { scope: { kind: 'awards', awards: ['BK'] } },
      { CP: 'ok a', BK: 'ok b # b' },
    ],
    ['of all awards', {}, { CP: 'ok a # a', BK: 'ok b # b' }],
    ['of grades: no award asks', { scope: { kind: 'grade', grade: 'Tốt' } }, { CP: 'ok a', BK: 'ok b' }],
    ['a condition of another effect postpones nobody', { effect: { kind: 'require' } }, { CP: 'ok a', BK: 'ok b' }],
  ])('a rule %s', (_, more, expected) => {
    expect(
      awards({
        awards: { CP: {}, BK: {} },
        conditions: { p: { ...conditions.p, ...more } },
        units: Object.fromEntries(
          Object.keys(SCORES).map((unit) => [unit, { attributes: { 'Thanh tra': unit === 'a' || unit === 'b' } }]),
        ),
      }).results,
    ).toEqual(expected);
  });
  test('a rule that cannot be read leaves the award open', () => {
    expect(
      awards({ awards: { CP: {} }, conditions: { p: { ...conditions.p, field: 'attribute Kiểm tra' } } }).results,
    ).toEqual({ CP: 'pending:unknown ' });
  });
});
