/** Random small blocs for properties: plain values, so that a failing one can be read and kept. */
import fc from 'fast-check';
import { band, type AwardInput, type BookInput, type ConditionInput } from './books';

/** Printed with every failure; set `SEED` to repeat a run, `RUNS` to make it shorter or longer. */
const SEED = Number(process.env['SEED'] ?? '20251124');
export const RUNS = { seed: SEED, numRuns: Number(process.env['RUNS'] ?? '500') } as const;

const CUTOFFS = ['decide', 'includeAll', 'includeAllDebit', 'excludeAll'] as const;

const quota: fc.Arbitrary<NonNullable<AwardInput['quota']>> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(20, 30, 50), fc.constantFrom('units', 'ranked', 'eligible'))
      .map(([percent, of]) => `${String(percent)}% ${of}`),
  },
);

const awards: fc.Arbitrary<Record<string, AwardInput>> = fc
  .array(
    fc.record({
      quota,
      cutoff: fc.constantFrom(...CUTOFFS),
      rounding: fc.constantFrom('floor', 'halfUp', 'ceil' as const),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((own) => Object.fromEntries(own.map((each, at) => [`A${String(at + 1)}`, each])));

/** Conditions on the total, the rank, the grade, a ballot and the yes/no attribute `K`, for all awards or one. */
const conditions: fc.Arbitrary<Record<string, ConditionInput>> = fc
  .array(
    fc.record({
      what: fc.constantFrom('total', 'rank', 'attribute K', 'ballot P', 'grade'),
      limit: fc.integer({ min: 1, max: 9 }),
      scope: fc.constantFrom('all', 'A1', 'A2'),
      effect: fc.constantFrom('require', 'require', 'bar'),
      orGroup: fc.constantFrom(null, null, 'g'),
    }),
    { maxLength: 3 },
  )
  .map((rows) =>
    Object.fromEntries(
      rows.map(({ what, limit, scope, effect, orGroup }, at): [string, ConditionInput] => [
        `k${String(at + 1)}`,
        {
          field: what,
          op: what === 'rank' ? '<=' : what === 'attribute K' || what === 'grade' ? '=' : '>=',
          value:
            what === 'attribute K'
              ? 'không'
              : what === 'grade'
                ? 'Tốt'
                : what === 'ballot P'
                  ? '50% valid'
                  : String(limit),
          scope: scope === 'all' ? { kind: 'all' } : { kind: 'awards', awards: [scope] },
          effect: { kind: effect },
          orGroup: effect === 'require' ? orGroup : null,
        },
      ]),
    ),
  );

export interface BlocShape {
  readonly scores: readonly number[];
  readonly k: readonly boolean[];
  readonly favour: readonly number[];
  readonly awards: Record<string, AwardInput>;
  readonly conditions: Record<string, ConditionInput>;
  readonly exclusive: boolean;
  readonly passDown: boolean;
  /** At most so many units have the higher of the two grades. */
  readonly gradeLimit: number | null;
}

/** One criterion of 0 to 10 whole points, so that every total can be tried. */
export const bloc: fc.Arbitrary<BlocShape> = fc.integer({ min: 2, max: 5 }).chain((units) =>
  fc.record({
    scores: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: units, maxLength: units }),
    k: fc.array(fc.boolean(), { minLength: units, maxLength: units }),
    favour: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: units, maxLength: units }),
    awards,
    conditions,
    exclusive: fc.boolean(),
    passDown: fc.boolean(),
    gradeLimit: fc.constantFrom(null, 1, 2),
  }),
);

export const nameOf = (unit: number): string => `u${String(unit + 1)}`;

export function inputOf(shape: BlocShape): BookInput & { scores: Record<string, number | null> } {
  const known = new Set(Object.keys(shape.awards));
  return {
    settings: {
      scale: '10',
      totalDecimals: 0,
      oneAwardPerUnit: shape.exclusive,
      unusedPlaces: shape.passDown ? 'passDown' : 'lost',
    },
    criteria: { I: { max: 10 } },
    scores: Object.fromEntries(shape.scores.map((score, unit) => [nameOf(unit), score])),
    units: Object.fromEntries(shape.k.map((value, unit) => [nameOf(unit), { attributes: { K: value } }])),
    ballots: shape.favour.map((favour, unit) => ({ ballot: 'P', unit: nameOf(unit), members: 4, valid: 4, favour })),
    awards: shape.awards,
    bands: [
      band('Tốt', 5, 1, {
        cutoff: 'includeAll',
        limit: shape.gradeLimit === null ? null : { kind: 'number', places: String(shape.gradeLimit) },
      }),
      band('Khá', null, 2),
    ],
    conditions: Object.fromEntries(
      Object.entries(shape.conditions).filter(
        ([, { scope }]) => scope?.kind !== 'awards' || scope.awards.every((award) => known.has(award)),
      ),
    ),
  };
}
