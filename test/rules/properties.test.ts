/**
 * Laws of the rules on random blocs. Each says for which blocs it is true; what lies outside is
 * written down as a counter-example below it.
 */
import fc from 'fast-check';
import { addNumerals, compareNumerals, evaluate, roundNumeral, type Evaluation } from '../../src/rules/index';
import { bloc, inputOf, nameOf, RUNS, type BlocShape } from './blocs';
import { book, type AwardInput, type BookInput, type CriterionInput } from './books';

/** What an evaluation says of every unit and award, by id, without places and order. */
function outcomeOf({ units, awards }: Evaluation, rename: (id: string) => string = (id) => id) {
  const ids = (list: readonly string[]): string[] => list.map(rename).sort();
  return {
    units: Object.fromEntries(
      units.map(({ id, total, rank, grade, notRanked, tiedWith, tieBrokenBy, provisional }) => [
        rename(id),
        { total, rank, grade, notRanked, tiedWith: ids(tiedWith), tieBrokenBy, provisional },
      ]),
    ),
    awards: awards.map(({ id, status, places, units: holders, tied, next, why }) => ({
      id,
      status,
      places,
      units: ids(holders),
      tied: ids(tied),
      next: ids(next),
      why: Object.fromEntries(
        [...why].map(([unit, reasons]) => [
          rename(unit),
          reasons.map(({ code, condition }) => `${code} ${condition ?? ''}`),
        ]),
      ),
    })),
  };
}

/** A bloc whose scores may be missing. */
const anyBloc = fc.tuple(bloc, fc.array(fc.nat({ max: 9 }), { maxLength: 2 })).map(([shape, blanks]) => {
  const input = inputOf(shape);
  for (const blank of blanks) if (blank < shape.scores.length) input.scores[nameOf(blank)] = null;
  return input;
});

test('the order of units, of columns, of conditions and of ballots does not matter', () => {
  fc.assert(
    fc.property(anyBloc, (input) => {
      const one = book(input);
      const turned = {
        ...one,
        units: [...one.units].reverse(),
        scores: [...one.scores].reverse(),
        conditions: [...one.conditions].reverse(),
        ballots: [...one.ballots].reverse(),
        data: [...one.data].reverse(),
      };
      const sortWhy = (found: ReturnType<typeof outcomeOf>) => ({
        ...found,
        awards: found.awards.map(({ why, ...award }) => ({
          ...award,
          why: Object.fromEntries(Object.entries(why).map(([unit, reasons]) => [unit, [...reasons].sort()])),
        })),
      });
      expect(sortWhy(outcomeOf(evaluate(turned)))).toEqual(sortWhy(outcomeOf(evaluate(one))));
    }),
    RUNS,
  );
});

/** Criteria and scores of several leaves in two sections, with bonus and deduction. */
const CRITERIA: Readonly<Record<string, CriterionInput>> = {
  I: { way: 'group', max: 15 },
  'I.1': { max: 10 },
  'I.2': { max: 10 },
  II: { way: 'group', max: null },
  'II.1': { max: 5 },
  'II.2': { max: 5 },
  B: { max: 3, counts: 'bonus' },
  T: { max: 3, counts: 'deduction' },
};
const LEAVES = { 'I.1': 10, 'I.2': 10, 'II.1': 5, 'II.2': 5, B: 3, T: 3 } as const;
const tenths = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: max * 10 }).map((value) => roundNumeral(`${String(value)}/10`, 1));
const scoresOfOne = fc.record(Object.fromEntries(Object.entries(LEAVES).map(([code, max]) => [code, tenths(max)])));
const scoredBloc = fc
  .array(scoresOfOne, { minLength: 2, maxLength: 6 })
  .map((all) => Object.fromEntries(all.map((scores, unit) => [nameOf(unit), scores])));

test('the order of criteria does not matter', () => {
  fc.assert(
    fc.property(scoredBloc, (scores) => {
      const one = book({ settings: { scale: '25' }, criteria: CRITERIA, scores, awards: { A: { quota: 2 } } });
      expect(outcomeOf(evaluate({ ...one, criteria: [...one.criteria].reverse() }))).toEqual(outcomeOf(evaluate(one)));
    }),
    RUNS,
  );
});

test('renaming does not matter', () => {
  fc.assert(
    fc.property(
      anyBloc,
      fc.uniqueArray(
        fc.string({ minLength: 1, maxLength: 8 }).map((text) => `đv ${text}`),
        { minLength: 5, maxLength: 5 },
      ),
      (input, names) => {
        const one = book(input);
        const nameFor = new Map(one.units.map(({ id }, number) => [id, names[number] ?? id]));
        const rename = (id: string): string => nameFor.get(id) ?? id;
        const renamed = {
          ...one,
          units: one.units.map((unit) => ({ ...unit, id: rename(unit.id), name: rename(unit.name) })),
          scores: one.scores.map((column) => ({ ...column, unit: rename(column.unit) })),
          ballots: one.ballots.map((row) => ({ ...row, unit: rename(row.unit) })),
        };
        expect(outcomeOf(evaluate(renamed))).toEqual(outcomeOf(evaluate(one), rename));
      },
    ),
    RUNS,
  );
});

/** Fixed quotas, no condition on the rank or a limited grade: what an ineligible unit on top must not touch. */
const fixed = bloc.map((shape): BlocShape => ({
  ...shape,
  awards: Object.fromEntries(
    Object.entries(shape.awards).map(([id, award]): [string, AwardInput] => [
      id,
      { ...award, quota: typeof award.quota === 'number' ? award.quota : 2 },
    ]),
  ),
  conditions: Object.fromEntries(
    Object.entries(shape.conditions).filter(([, { field }]) => field !== 'rank' && field !== 'grade'),
  ),
}));
const withBarred = (input: BookInput): BookInput => ({
  ...input,
  scores: { top: 10, ...input.scores },
  units: { ...input.units, top: { attributes: { K: true, Loại: true } } },
  conditions: { ...input.conditions, bar: { field: 'attribute Loại', op: '=', value: 'có', effect: { kind: 'bar' } } },
  ballots: [...(input.ballots ?? []), { ballot: 'P', unit: 'top', members: 4, valid: 4, favour: 4 }],
});
const withColumn = (input: BookInput): BookInput => ({
  ...input,
  units: Object.fromEntries(
    Object.entries(input.units ?? {}).map(([id, unit]) => [
      id,
      { ...unit, attributes: { ...unit.attributes, Loại: false } },
    ]),
  ),
});

test('an ineligible unit on top changes no award, with fixed quotas and no condition on rank or grade', () => {
  fc.assert(
    fc.property(fixed, (shape) => {
      const input = withColumn(inputOf(shape));
      const [plain, topped] = [evaluate(book(input)), evaluate(book(withBarred(input)))];
      const holders = ({ awards }: Evaluation) =>
        awards.map(({ status, units, tied, places }) => ({
          status,
          units: [...units].sort(),
          tied: [...tied].sort(),
          places,
        }));
      expect(holders(topped)).toEqual(holders(plain));
    }),
    RUNS,
  );
});

test('outside: with a quota of a share of the units, an ineligible unit on top brings a place', () => {
  const input = withColumn({
    scores: { a: 9, b: 8, c: 7, d: 6 },
    units: { a: {}, b: {}, c: {}, d: {} },
    criteria: { I: { max: 10 } },
    awards: { A: { quota: '20% units' } },
  });
  expect([evaluate(book(input)), evaluate(book(withBarred(input)))].map(({ awards }) => awards[0]?.units)).toEqual([
    [],
    ['a'],
  ]);
});

test('outside: with a condition on the rank, it takes the rank away from the next', () => {
  const input = withColumn({
    scores: { a: 9, b: 8 },
    units: { a: {}, b: {} },
    criteria: { I: { max: 10 } },
    awards: { A: {} },
    conditions: { r: { field: 'rank', op: '<=', value: '1' } },
  });
  expect([evaluate(book(input)), evaluate(book(withBarred(input)))].map(({ awards }) => awards[0]?.units)).toEqual([
    ['a'],
    [],
  ]);
});

test('a better main score never lowers the rank, without relative criteria', () => {
  fc.assert(
    fc.property(
      scoredBloc,
      fc.constantFrom('I.1', 'I.2', 'II.1', 'II.2'),
      fc.integer({ min: 1, max: 100 }),
      (scores, code, more) => {
        const own = scores['u1'] ?? {};
        const max = LEAVES[code as keyof typeof LEAVES];
        const raised = addNumerals(own[code] ?? '0', roundNumeral(`${String(more)}/10`, 1));
        const better = {
          ...scores,
          u1: { ...own, [code]: compareNumerals(raised, String(max)) > 0 ? String(max) : raised },
        };
        const rankOf = (all: typeof scores) =>
          evaluate(book({ settings: { scale: '25' }, criteria: CRITERIA, scores: all })).units[0]?.rank ?? 0;
        expect(rankOf(better)).toBeLessThanOrEqual(rankOf(scores));
      },
    ),
    RUNS,
  );
});

test('outside: in a relative criterion, more of one unit can lower the rank of a third', () => {
  const rank = (actual: number) =>
    evaluate(
      book({
        criteria: { X: { way: 'relative', max: 10 }, I: { max: 90 } },
        scores: { a: { I: 50 }, b: { I: 52 }, c: { I: 40 } },
        data: [
          { unit: 'a', criterion: 'X', target: 100, actual: 110 },
          { unit: 'b', criterion: 'X', target: 100, actual: 100 },
          { unit: 'c', criterion: 'X', target: 100, actual },
        ],
      }),
    ).units[0]?.rank;
  expect([rank(100), rank(190)]).toEqual([1, 2]);
});

test('splitting a criterion in two changes nothing, without rounding and keys on it', () => {
  fc.assert(
    fc.property(scoredBloc, fc.integer({ min: 0, max: 100 }), (scores, percent) => {
      const judge = (criteria: typeof CRITERIA, all: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
        evaluate(
          book({ settings: { scale: '25', totalDecimals: null }, criteria, scores: all, awards: { A: { quota: 2 } } }),
        );
      const part = (value: string): string =>
        roundNumeral(`${String(Math.round((Number(value) * percent) / 10))}/10`, 1);
      const rest = Object.fromEntries(Object.entries(CRITERIA).filter(([code]) => code !== 'I.1'));
      const split = Object.fromEntries(
        Object.entries(scores).map(([unit, { 'I.1': whole = '0', ...others }]) => {
          const first = Number(whole) === 0 ? '0' : compareNumerals(part(whole), whole) > 0 ? whole : part(whole);
          return [unit, { ...others, 'I.1a': first, 'I.1b': addNumerals(whole, `-${first}`.replace('--', '')) }];
        }),
      );
      expect(
        outcomeOf(judge({ ...rest, 'I.1a': { max: 10, parent: 'I' }, 'I.1b': { max: 10, parent: 'I' } }, split)).units,
      ).toEqual(outcomeOf(judge(CRITERIA, scores)).units);
    }),
    RUNS,
  );
});

test('outside: with criterion decimals, two rounded halves are more than one rounded whole', () => {
  const ratio = { way: 'ratio' as const };
  const judge = (criteria: typeof CRITERIA, data: BookInput['data']) =>
    evaluate(book({ settings: { scale: '10', criterionDecimals: 0 }, criteria, scores: { a: {} }, data: data ?? [] }))
      .units[0]?.total;
  expect(judge({ I: { ...ratio, max: 10 } }, [{ unit: 'a', criterion: 'I', target: 10, actual: 5 }])).toBe('5');
  expect(
    judge({ I: { ...ratio, max: 5 }, II: { ...ratio, max: 5 } }, [
      { unit: 'a', criterion: 'I', target: 10, actual: 5 },
      { unit: 'a', criterion: 'II', target: 10, actual: 5 },
    ]),
  ).toBe('6');
});

test('raising every score by the same amount keeps the order, without caps, clamps and N/A', () => {
  const plain: Readonly<Record<string, CriterionInput>> = { I: { max: 100 }, II: { max: 100 } };
  const scores = fc.array(fc.record({ I: tenths(8), II: tenths(8) }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(scores, tenths(50), (all, more) => {
      const ranks = (rows: readonly { I: string; II: string }[]) =>
        evaluate(
          book({
            settings: { scale: '200' },
            criteria: plain,
            scores: Object.fromEntries(rows.map((row, unit) => [nameOf(unit), row])),
          }),
        ).units.map(({ rank }) => rank);
      expect(ranks(all.map(({ I, II }) => ({ I: addNumerals(I, more), II: addNumerals(II, more) })))).toEqual(
        ranks(all),
      );
    }),
    RUNS,
  );
});

test('outside: under a clamp, what was apart becomes the same', () => {
  const ranks = (a: number, b: number) =>
    evaluate(book({ settings: { totalMax: '90' }, scores: { a, b } })).units.map(({ rank }) => rank);
  expect([ranks(80, 85), ranks(90, 95)]).toEqual([
    [2, 1],
    [1, 1],
  ]);
});

test('every unit has an answer from every award, and a granted one holds it', () => {
  fc.assert(
    fc.property(anyBloc, (input) => {
      const { units, awards } = evaluate(book(input));
      for (const { why, units: holders, status } of awards) {
        expect([...why.keys()]).toEqual(units.map(({ id }) => id));
        for (const [unit, reasons] of why) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(reasons.some(({ code }) => code === 'granted' || code === 'granted-by-decision')).toBe(
            holders.includes(unit),
          );
          if (status === 'ok' || status === 'overQuota') expect(reasons.map(({ code }) => code)).not.toContain('tied');
        }
      }
    }),
    RUNS,
  );
});

test('with exclusivity nobody holds two awards', () => {
  fc.assert(
    fc.property(anyBloc, (input) => {
      const held = evaluate(book({ ...input, settings: { ...input.settings, oneAwardPerUnit: true } })).awards.flatMap(
        ({ units }) => units,
      );
      expect(new Set(held).size).toBe(held.length);
    }),
    RUNS,
  );
});
