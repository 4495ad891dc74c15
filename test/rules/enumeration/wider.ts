/**
 * Random small blocs with what `blocs.ts` has not: rules that ask for ranks, grades, votes, days and words, recorded
 * decisions, points without a step, and, `padded` with known leaves, so many cells that few cases may be followed.
 */
import { band, book, field, type AwardInput, type BookInput, type CellInput, type ConditionInput } from '../books';
import { at } from '../books';
import type { Band, Effect, TieKey } from '../../../src/rules';
import type { Sample } from './blocs';
import type { Hole } from './enumerate';
import { Random } from './random';

const CUTOFFS = ['decide', 'decide', 'includeAll', 'includeAllDebit', 'excludeAll', 'excludeAll'] as const;
/** Known leaves, and units that are not ranked, of a padded bloc. */
const PADDING = { leaves: 12, units: 20 };
const VALID = 4;

/** A column of `Đơn vị` that conditions ask for: what may stand in it, as far as they tell it apart. */
interface Column {
  readonly values: readonly CellInput[];
  readonly asked: readonly (readonly [op: NonNullable<ConditionInput['op']>, value: string])[];
}

const day = (iso: string): CellInput => ({ kind: 'date', day: iso, place: at('Đơn vị', 1, 2) });
const COLUMNS: Readonly<Record<string, Column>> = {
  K: {
    values: [true, false],
    asked: [
      ['=', 'có'],
      ['=', 'không'],
      ['<>', 'có'],
    ],
  },
  L: {
    values: [1, 2, 2.5, 3, 4],
    asked: [
      ['>=', '2'],
      ['<=', '3'],
      ['>', '3'],
      ['<', '2'],
      ['=', '3'],
      ['in', '2; 3'],
    ],
  },
  W: {
    values: ['núi', 'biển', 'đồng bằng'],
    asked: [
      ['=', 'núi'],
      ['<>', 'biển'],
      ['in', 'núi; biển'],
      ['notIn', 'biển; núi'],
    ],
  },
  D: {
    values: [day('2025-11-29'), day('2025-11-30'), day('2025-12-01')],
    asked: [
      ['onOrBefore', '2025-11-30'],
      ['onOrAfter', '2025-11-30'],
      ['onOrAfter', '2025-12-01'],
    ],
  },
};

class Draw extends Random {
  quota(): AwardInput {
    if (this.chance(0.7)) return { quota: this.one([0, 1, 1, 1, 2, 2, 3]) };
    return {
      quota: `${String(this.one([5, 8, 20, 34, 50]))}% ${this.one(['units', 'ranked', 'eligible'])}`,
      rounding: this.one(['floor', 'halfUp', 'ceil']),
      ...(this.chance(0.3) ? { minPlaces: '1' } : {}),
      ...(this.chance(0.3) ? { maxPlaces: '1' } : {}),
    };
  }

  awards(): Record<string, AwardInput> {
    const ids = ['A', 'B', 'C', 'D'].slice(0, this.one([1, 1, 2, 2, 2, 3, 4]));
    return Object.fromEntries(
      ids.map((id, number): [string, AwardInput] => {
        const below = ids.slice(number + 1);
        return [
          id,
          {
            ...this.quota(),
            cutoff: this.one(CUTOFFS),
            ...(this.chance(0.4) ? { unusedPlaces: this.one(['passDown', 'lost'] as const) } : {}),
            ...(below.length > 0 && this.chance(0.15) ? { fallback: this.one(below) } : {}),
            ...(this.chance(0.3) ? { excludes: ids.filter((other) => other !== id && this.chance(0.5)) } : {}),
          },
        ];
      }),
    );
  }

  effect(graded: boolean): Effect {
    return this.one<Effect>([
      { kind: 'noRank' },
      { kind: 'zeroCriterion', criterion: 'II' },
      ...(graded ? ([{ kind: 'lowerGrade' }, { kind: 'capGrade', grade: 'Khá' }] as const) : []),
    ]);
  }

  condition(awards: readonly string[], graded: boolean, whole: boolean): ConditionInput {
    const scope: ConditionInput['scope'] = this.chance(0.4)
      ? { kind: 'all' }
      : { kind: 'awards', awards: awards.filter(() => this.chance(0.6)).concat(this.one(awards)) };
    const atLeast = (name: string, values: readonly number[]): ConditionInput => ({
      field: name,
      op: this.one(['>=', '>', '<', '<=', '=', '<>'] as const),
      value: String(this.one(values)),
    });
    const column = this.one(Object.keys(COLUMNS));
    const [op, value] = this.one((COLUMNS[column] as Column).asked);
    const fact: ConditionInput = this.chance(0.7)
      ? { field: `attribute ${column}`, op, value }
      : {
          field: 'ballot P',
          op: this.one(['>=', '>', '<'] as const),
          value: `${String(this.one([25, 50, 75, 100]))}% ${this.one(['valid', 'members'])}`,
        };
    const own = this.one<ConditionInput>([
      atLeast('total', [3, 4, 5, 6, 7]),
      atLeast('total', [3, 4, 5, 6, 7]),
      atLeast('rank', [1, 2, 3]),
      fact,
      fact,
      graded ? { field: 'grade', op: this.one(['=', '<>'] as const), value: this.one(['Tốt', 'Khá']) } : fact,
      // Points between whole ones would be told apart by it.
      whole
        ? atLeast(this.one(['section II', 'criterion II', 'base', 'bonus', 'deduction', 'percent II']), [0, 1, 2, 50])
        : fact,
    ]);
    if (this.chance(0.15))
      return {
        ...(this.chance(0.3) ? atLeast('total', [3, 4, 5]) : fact),
        effect: this.effect(graded),
        scope: { kind: 'all' },
      };
    return this.chance(0.3)
      ? { ...own, scope, effect: { kind: 'bar' } }
      : { ...own, scope, orGroup: this.chance(0.3) ? 'G' : null };
  }

  bands(): Band[] {
    const limit = this.chance(0.6) ? ({ kind: 'number', places: String(1 + this.below(2)) } as const) : null;
    return [band('Tốt', 5, 1, { cutoff: this.one(CUTOFFS), limit }), band('Khá', 3, 2), band('Đạt', null, 3)];
  }
}

/** A bloc of 2 to 5 units with 1 to 6 holes, and at most `most` ways to fill them. */
export function widerSample(seed: number, most: number): Sample {
  const draw = new Draw(seed);
  const padded = draw.chance(0.85);
  const whole = draw.chance(0.6);
  const awards = draw.awards();
  const graded = draw.chance(0.3);
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, 3 + draw.below(4));
  const conditions = Object.fromEntries(
    Array.from({ length: draw.below(4) }, (_, number) => [
      `k${String(number)}`,
      draw.condition(Object.keys(awards), graded, whole),
    ]),
  );
  const points = [0, 1, 2, 3];
  const scores = Object.fromEntries(
    names.map((name): [string, Record<string, CellInput>] => [
      name,
      { I: draw.one([2, 3, 4]), II: draw.one(points), T: draw.one([0, 0, 1]), P: draw.one([0, 0, 1]) },
    ]),
  );
  const facts = Object.fromEntries(
    names.map((name): [string, Record<string, CellInput>] => [
      name,
      {
        N: draw.below(3),
        ...Object.fromEntries(Object.entries(COLUMNS).map(([header, { values }]) => [header, draw.one(values)])),
      },
    ]),
  );
  const favour: Record<string, CellInput> = Object.fromEntries(names.map((name) => [name, draw.below(VALID + 1)]));
  const asked = new Set(Object.values(conditions).map((condition) => condition.field));
  const holes: Hole[] = [];
  let completions = 1;
  const wanted = 3 + draw.below(3);
  for (let tries = 0; tries < 20 && holes.length < wanted; tries += 1) {
    const unit = draw.one(names);
    const header = draw.one(Object.keys(COLUMNS));
    const kind = draw.one(['score', 'score', 'score', 'score', 'attribute', 'favour'] as const);
    if (kind === 'attribute' ? !asked.has(`attribute ${header}`) : kind === 'favour' && !asked.has('ballot P'))
      continue;
    if (
      holes.some(
        (hole) => hole.unit === unit && hole.kind === kind && (hole.kind !== 'attribute' || hole.header === header),
      )
    )
      continue;
    const values: readonly CellInput[] =
      kind === 'score'
        ? points
        : kind === 'favour'
          ? Array.from({ length: VALID + 1 }, (_, each) => each)
          : (COLUMNS[header] as Column).values;
    if (completions * values.length > most) continue;
    completions *= values.length;
    if (kind === 'score') {
      (scores[unit] as Record<string, CellInput>)['II'] = null;
      holes.push({ kind, unit, criterion: 'II', values });
    } else if (kind === 'favour') {
      favour[unit] = null;
      holes.push({ kind, unit, ballot: 'P', values });
    } else {
      (facts[unit] as Record<string, CellInput>)[header] = null;
      holes.push({ kind, unit, header, values });
    }
  }
  const key = draw.one<TieKey | null>([
    null,
    null,
    { field: field('attribute N'), first: 'higher', written: 'N' },
    { field: field('section I'), first: 'lower', written: 'I' },
    whole ? { field: field('criterion II'), first: 'higher', written: 'II' } : null,
    { field: field('attribute K'), first: 'lower', written: 'K' },
    { field: field('ballot P'), first: 'higher', written: 'P' },
  ]);
  const decisions: NonNullable<BookInput['decisions']>[number][] = [];
  for (let number = draw.one([0, 0, 0, 1, 2]); number > 0; number -= 1) {
    const kind = draw.one(['grant', 'deny', 'tie'] as const);
    const award = draw.one(Object.keys(awards));
    const first = draw.below(names.length);
    const others = [...names.slice(first), ...names.slice(0, first)];
    decisions.push(
      kind === 'tie'
        ? { kind, scope: draw.one(['rank', award]), units: others.slice(0, 2 + draw.below(2)) }
        : { kind, scope: award, units: others.slice(0, 1) },
    );
  }
  const padding = Array.from({ length: padded ? PADDING.leaves : 0 }, (_, number) => `Z${String(number)}`);
  const apart = Array.from({ length: padded ? PADDING.units : 0 }, (_, number) => `z${String(number)}`);
  for (const own of Object.values(scores)) for (const code of padding) own[code] = 0;
  const own = book({
    settings: {
      scale: '10',
      totalDecimals: 0,
      tieKeys: key === null ? [] : [key],
      oneAwardPerUnit: draw.chance(0.5),
      unusedPlaces: draw.chance(0.3) ? 'passDown' : 'lost',
      totalMax: draw.chance(0.1) ? '5' : null,
    },
    criteria: {
      I: { max: 5, step: '1' },
      II: { max: 3, ...(whole ? { step: '1' } : {}) },
      T: { max: 1, counts: 'bonus', step: '1' },
      P: { max: 1, counts: 'deduction', step: '1' },
      ...Object.fromEntries(padding.map((code) => [code, { max: 1, step: '1' }])),
    },
    scores: { ...scores, ...Object.fromEntries(apart.map((name) => [name, {}])) },
    awards,
    conditions,
    decisions,
    ballots: names.map((unit) => ({ ballot: 'P', unit, members: VALID, valid: VALID, favour: favour[unit] ?? null })),
    units: {
      ...Object.fromEntries(names.map((name) => [name, { attributes: facts[name] ?? {} }])),
      ...Object.fromEntries(apart.map((name) => [name, { notRanked: 'mới thành lập' }])),
    },
    bands: graded ? draw.bands() : [],
  });
  return { book: own, holes, totalsAlone: false, features: padded ? ['padded'] : [] };
}
