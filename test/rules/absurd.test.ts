/** Whatever a workbook can hold gives issues, never an exception. */
import fc from 'fast-check';
import {
  compare,
  emptyBook,
  evaluate,
  levelDifferences,
  margins,
  trace,
  type Award,
  type Band,
  type Book,
  type Condition,
  type Criterion,
  type Entry,
  type Field,
  type Quota,
  type Way,
} from '../../src/rules/index';
import { RUNS } from './blocs';
import { at, book, condition, field } from './books';

const HUGE = `1${'0'.repeat(400)}`;
const numeral = fc.constantFrom(
  '0',
  '1',
  '-1',
  '2.5',
  '-7.25',
  '100',
  '1/3',
  '-244/3',
  HUGE,
  `-${HUGE}`,
  `1/${HUGE}`,
  '1/0',
  'NaN',
  'Infinity',
  '1e400',
  '',
  'chín',
  '9,5',
  '0.000000001',
  '9'.repeat(2000),
);
const place = fc.record({
  sheet: fc.constantFrom('Chấm điểm', 'Đơn vị', '', '?'),
  row: fc.integer({ min: -5, max: 2_000_000 }),
  column: fc.integer({ min: -5, max: 20_000 }),
});
const code = fc.constantFrom('I', 'I.1', 'I.1.a', 'II', 'B', '', 'I.', '__proto__', 'constructor', 'Ⅰ');
const unitId = fc.constantFrom('a', 'b', 'c', 'd', '', '__proto__', 'toString');
const awardId = fc.constantFrom('T', 'U', '', '__proto__');
const word = fc.constantFrom('có', 'không', 'HTXSNV', '', '   ', '=1+1', 'Tốt', 'x'.repeat(500));
const day = fc.constantFrom('2025-12-01', '0000-00-00', '', 'hôm qua', '9999-99-99');
const nullable = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 3, nil: null });

const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ kind: fc.constant('blank' as const), place }),
  fc.record({ kind: fc.constant('na' as const), place }),
  fc.record({ kind: fc.constant('uncalculated' as const), place }),
  fc.record({
    kind: fc.constant('number' as const),
    value: numeral,
    noisy: fc.constantFrom('formula' as const, 'typed' as const),
    percent: fc.boolean(),
    place,
  }),
  fc.record({ kind: fc.constant('number' as const), value: numeral, place }),
  fc.record({ kind: fc.constant('text' as const), text: fc.oneof(word, numeral, fc.string()), place }),
  fc.record({ kind: fc.constant('yesno' as const), value: fc.boolean(), place }),
  fc.record({ kind: fc.constant('date' as const), day, place }),
  fc.record({ kind: fc.constant('error' as const), error: fc.constantFrom('#REF!', ''), place }),
  fc.record({ kind: fc.constant('absent' as const), code: fc.string(), place }),
);
const entries = fc.array(fc.tuple(code, entry), { maxLength: 6 }).map((pairs) => new Map(pairs));

const way: fc.Arbitrary<Way> = fc.oneof(
  fc.constantFrom<Way>(
    { kind: 'points' },
    { kind: 'yesno' },
    { kind: 'relative' },
    { kind: 'average' },
    { kind: 'invalid' },
  ),
  fc.record({ kind: fc.constant('ladder' as const), rungs: fc.array(numeral, { maxLength: 3 }) }),
  fc.record({ kind: fc.constantFrom('minus' as const, 'count' as const), each: numeral }),
  fc.record({
    kind: fc.constant('ratio' as const),
    cap: numeral,
    floor: nullable(numeral),
    cutoff: nullable(numeral),
    lowerIsBetter: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('group' as const), highestOnly: fc.boolean() }),
);
const criterion: fc.Arbitrary<Criterion> = fc.record({
  code,
  name: word,
  parent: nullable(code),
  max: nullable(numeral),
  counts: nullable(fc.constantFrom('main' as const, 'bonus' as const, 'deduction' as const)),
  way,
  step: nullable(numeral),
  allowsNa: fc.boolean(),
  evidenceRequired: fc.boolean(),
  basis: nullable(word),
  place,
  places: fc.constant({}),
});

const aField: fc.Arbitrary<Field> = fc.oneof(
  fc.constantFrom('total', 'base', 'bonus', 'deduction', 'rank', 'grade', 'invalid').map((kind) => ({ kind }) as Field),
  fc
    .tuple(fc.constantFrom('section', 'criterion', 'sectionPercent'), code)
    .map(([kind, own]) => ({ kind, code: own }) as Field),
  fc.constantFrom('K', '', '__proto__').map((header) => ({ kind: 'attribute', header }) as Field),
  fc.constantFrom('P', '', 'TRUONG_KHOI').map((ballot) => ({ kind: 'ballot', ballot }) as Field),
);
const quota: fc.Arbitrary<Quota> = fc.oneof(
  fc.constant<Quota>({ kind: 'invalid' }),
  fc.oneof(numeral, fc.constantFrom('1', '2', '1000000000')).map((places) => ({ kind: 'number', places }) as Quota),
  fc
    .tuple(fc.oneof(numeral, fc.constantFrom('250', '20', '-5')), fc.constantFrom('units', 'ranked', 'eligible'))
    .map(([percent, of]) => ({ kind: 'percent', percent, of }) as Quota),
);
const rounding = fc.constantFrom('floor' as const, 'halfUp' as const, 'ceil' as const);
const cutoff = fc.constantFrom(
  'decide' as const,
  'includeAll' as const,
  'includeAllDebit' as const,
  'excludeAll' as const,
);
const award: fc.Arbitrary<Award> = fc.record({
  id: awardId,
  name: word,
  quota,
  rounding,
  minPlaces: nullable(numeral),
  maxPlaces: nullable(numeral),
  cutoff,
  unusedPlaces: nullable(fc.constantFrom('lost' as const, 'passDown' as const)),
  basis: nullable(word),
  place,
  places: fc.constant({}),
});
const aCondition: fc.Arbitrary<Condition> = fc.record({
  id: fc.constantFrom('k1', 'k2', ''),
  field: aField,
  fieldWritten: word,
  orGroup: nullable(fc.constantFrom('g', '')),
  basis: nullable(word),
  place,
  places: fc.constant({}),
  scope: fc.oneof(
    fc.constant({ kind: 'all' as const }),
    fc.record({ kind: fc.constant('awards' as const), awards: fc.array(awardId, { maxLength: 2 }) }),
    fc.record({ kind: fc.constant('grade' as const), grade: word }),
  ),
  op: nullable(
    fc.constantFrom(
      '>=' as const,
      '>' as const,
      '<=' as const,
      '<' as const,
      '=' as const,
      '<>' as const,
      'in' as const,
      'notIn' as const,
      'onOrBefore' as const,
      'onOrAfter' as const,
    ),
  ),
  value: fc.record({
    written: word,
    items: fc.array(fc.oneof(word, numeral), { maxLength: 3 }),
    number: nullable(numeral),
    yesno: nullable(fc.boolean()),
    day: nullable(day),
    share: nullable(
      fc.record({
        share: numeral,
        of: fc.constantFrom('members' as const, 'present' as const, 'issued' as const, 'valid' as const),
      }),
    ),
  }),
  effect: fc.oneof(
    fc
      .constantFrom('require', 'bar', 'noRank', 'lowerGrade', 'invalid')
      .map((kind) => ({ kind }) as Condition['effect']),
    word.map((grade) => ({ kind: 'capGrade', grade }) as Condition['effect']),
    code.map((own) => ({ kind: 'zeroCriterion', criterion: own }) as Condition['effect']),
  ),
});
const aBand: fc.Arbitrary<Band> = fc.record({
  name: word,
  from: nullable(numeral),
  limit: nullable(quota),
  rounding,
  cutoff,
  place,
  places: fc.constant({}),
});

const decimals = fc.constantFrom(null, 0, 2, 10, -3, 1e9, 2.5, NaN, Infinity);
const absurdBook: fc.Arbitrary<Book> = fc
  .record({
    settings: fc.record({
      scale: numeral,
      rankingLevel: fc.constantFrom('self' as const, 'bloc' as const, 'board' as const),
      notApplicable: fc.constantFrom('forbid' as const, 'full' as const, 'section' as const, 'total' as const),
      totalDecimals: decimals,
      sectionDecimals: decimals,
      criterionDecimals: decimals,
      bonusCap: nullable(numeral),
      deductionCap: nullable(numeral),
      totalMin: nullable(numeral),
      totalMax: nullable(numeral),
      tieKeys: fc.array(
        fc.record({ field: aField, first: fc.constantFrom('higher' as const, 'lower' as const), written: word }),
        { maxLength: 3 },
      ),
      oneAwardPerUnit: fc.boolean(),
      unusedPlaces: fc.constantFrom('lost' as const, 'passDown' as const),
      evidenceRequired: fc.boolean(),
      remarkRequired: fc.boolean(),
      sources: fc.constant({}),
    }),
    criteria: fc.array(criterion, { maxLength: 6 }),
    units: fc.array(
      fc.record({
        id: unitId,
        name: word,
        attributes: fc
          .array(fc.tuple(fc.constantFrom('K', '', '__proto__'), entry), { maxLength: 2 })
          .map((pairs) => new Map(pairs)),
        notRanked: nullable(word),
        note: word,
        place,
      }),
      { maxLength: 4 },
    ),
    scores: fc.array(
      fc.record({
        unit: unitId,
        level: fc.constantFrom('self' as const, 'bloc' as const, 'board' as const),
        entries,
        stated: entries,
      }),
      { maxLength: 6 },
    ),
    data: fc.array(
      fc.record({
        unit: unitId,
        criterion: code,
        target: entry,
        actual: entry,
        count: entry,
        evidence: nullable(word),
        remark: nullable(word),
        place,
      }),
      { maxLength: 5 },
    ),
    awards: fc.array(award, { maxLength: 3 }),
    conditions: fc.array(aCondition, { maxLength: 4 }),
    bands: fc.array(aBand, { maxLength: 3 }),
    ballots: fc.array(
      fc.record({
        ballot: fc.constantFrom('P', '', 'TRUONG_KHOI'),
        unit: unitId,
        members: entry,
        present: entry,
        issued: entry,
        returned: entry,
        valid: entry,
        favour: entry,
        place,
      }),
      { maxLength: 4 },
    ),
    decisions: fc.array(
      fc.record({
        kind: fc.constantFrom('tie' as const, 'grant' as const, 'deny' as const),
        scope: fc.oneof(
          fc.constant({ kind: 'rank' as const }),
          fc.record({ kind: fc.constant('award' as const), award: awardId }),
        ),
        units: fc.array(unitId, { maxLength: 4 }),
        reason: nullable(word),
        by: nullable(word),
        on: nullable(day),
        place,
      }),
      { maxLength: 3 },
    ),
  })
  .map((parts) => ({ ...emptyBook(), ...parts, sheetOrder: ['Đơn vị', 'Chấm điểm'] }));

test('absurd books give answers, never an exception', () => {
  fc.assert(
    fc.property(absurdBook, absurdBook, (one, other) => {
      const evaluation = evaluate(one);
      expect(evaluation.units).toHaveLength(one.units.length);
      expect(evaluation.awards).toHaveLength(one.awards.length);
      for (const { id } of one.units) for (const level of ['self', 'bloc', 'board'] as const) trace(one, id, level);
      margins(one, evaluation);
      levelDifferences(one);
      compare({ book: one, evaluation }, { book: other, evaluation: evaluate(other) });
      expect(() => JSON.stringify([evaluation.canonical, evaluation.issues])).not.toThrow();
    }),
    RUNS,
  );
});

/** The same book with a share of its scores not entered. */
const withHoles = (one: Book, kept: readonly boolean[]): Book => {
  let next = 0;
  return {
    ...one,
    scores: one.scores.map((column) => ({
      ...column,
      entries: new Map(
        [...column.entries].map(([key, own]): [string, Entry] => [
          key,
          kept[next++ % kept.length] === true ? own : { kind: 'blank', place: own.place },
        ]),
      ),
    })),
  };
};

test('absurd books with holes everywhere: what is certain or out before they are filled is never the opposite after', () => {
  fc.assert(
    fc.property(absurdBook, fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }), (full, kept) => {
      const [before, after] = [evaluate(withHoles(full, kept)).outlook, evaluate(full).outlook];
      // Of two rows with one code only the first is a unit.
      const single = (id: string): boolean => full.units.filter((unit) => unit.id === id).length === 1;
      before.awards.forEach(({ certain, out }, at) => {
        const then = after.awards[at];
        expect(certain.filter((unit) => single(unit) && then?.out.some((other) => other.unit === unit))).toEqual([]);
        expect(out.filter(({ unit }) => single(unit) && then?.certain.includes(unit))).toEqual([]);
      });
      before.units.forEach(({ id, rank }, at) => {
        const then = after.units[at]?.rank ?? null;
        if (single(id) && rank !== null && then !== null) expect(rank[0] <= then[1] && then[0] <= rank[1]).toBe(true);
      });
    }),
    { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 4) },
  );
});

test.each<[string, Book]>([
  ['nothing at all', emptyBook()],
  ['awards without units', book({ scores: {}, awards: { T: {} } })],
  ['units without criteria', { ...book({ scores: { a: 1 }, awards: { T: {} } }), criteria: [] }],
  [
    'a cycle of parents',
    {
      ...book({
        criteria: { I: { parent: 'II' }, II: { parent: 'III' }, III: { parent: 'I' }, IV: { parent: 'I' } },
        scores: { a: { IV: 1 } },
      }),
    },
  ],
  ['its own parent', book({ criteria: { I: { parent: 'I' } }, scores: { a: 5 } })],
  [
    'a thousand tie keys',
    book({
      settings: {
        tieKeys: Array.from({ length: 1000 }, (_, number) => ({
          field: field(number % 2 === 0 ? 'bonus' : 'section I'),
          first: 'higher',
          written: String(number),
        })),
      },
      scores: Object.fromEntries(Array.from({ length: 40 }, (_, number) => [`u${String(number)}`, 50])),
      awards: { T: {} },
    }),
  ],
  [
    'a thousand conditions',
    {
      ...book({ scores: { a: 50, b: 40 }, awards: { T: {} } }),
      conditions: Array.from({ length: 1000 }, (_, number) =>
        condition(`k${String(number)}`, number, { field: 'total', value: '5', orGroup: number % 2 === 0 ? 'g' : null }),
      ),
    },
  ],
  [
    'a tower of criteria',
    {
      ...book({ scores: { a: null } }),
      criteria: Array.from({ length: 1500 }, (_, number) => ({
        ...(book({ scores: {} }).criteria[0] as Criterion),
        code: String(number),
        parent: number === 0 ? null : String(number - 1),
        place: at('Tiêu chí', number),
      })),
    },
  ],
  [
    'forty units nobody has scored',
    book({
      scores: Object.fromEntries(Array.from({ length: 40 }, (_, number) => [`u${String(number)}`, null])),
      awards: { T: { quota: 3 }, U: { quota: 10 } },
    }),
  ],
  [
    'forty units, one unknown fact each',
    book({
      scores: Object.fromEntries(Array.from({ length: 40 }, (_, number) => [`u${String(number)}`, number])),
      units: Object.fromEntries(
        Array.from({ length: 40 }, (_, number) => [`u${String(number)}`, { attributes: { K: null } }]),
      ),
      conditions: { k: { field: 'attribute K', op: '=', value: 'có' } },
      awards: { T: { quota: 20 }, U: { quota: 10 } },
    }),
  ],
  [
    'a tie of forty for twenty places, twice',
    book({
      scores: Object.fromEntries(Array.from({ length: 40 }, (_, number) => [`u${String(number)}`, 50])),
      awards: { T: { quota: 20 }, U: { quota: 10 } },
    }),
  ],
])('%s', (_, one) => {
  const { awards, units } = evaluate(one);
  expect(units).toHaveLength(one.units.length);
  for (const { status } of awards)
    expect(['ok', 'overQuota', 'pending:tie', 'pending:unknown', 'pending:upstream']).toContain(status);
});
