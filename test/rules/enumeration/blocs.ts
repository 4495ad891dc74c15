/** Random small blocs with holes, each hole with every value it could have. */
import {
  band,
  book,
  type AwardInput,
  type BookInput,
  type CellInput,
  type ConditionInput,
  type CriterionInput,
} from '../books';
import type { Book, Decision, NaTreatment, TieKey } from '../../../src/rules';
import { field } from '../books';
import type { Hole } from './enumerate';
import { Random } from './random';

export interface Sample {
  readonly book: Book;
  readonly holes: readonly Hole[];
  /** Nothing is open but points: no fact, no tie key, no condition on a part of the total. */
  readonly totalsAlone: boolean;
  readonly features: readonly string[];
}

type Leaf = {
  readonly code: string;
  readonly input: CriterionInput;
  readonly values: readonly number[];
  readonly na: boolean;
};

const NA: readonly NaTreatment[] = ['forbid', 'full', 'section', 'total'];
const CUTOFFS = ['decide', 'includeAll', 'includeAllDebit', 'excludeAll'] as const;
/** So many completions a sample may have. */
const MAX_COMPLETIONS = 400;

class Draw extends Random {
  readonly features = new Set<string>();

  leaf(code: string, counts: 'main' | 'bonus' | 'deduction', na: boolean): Leaf {
    const kind = this.below(4);
    const more: CriterionInput = { counts: counts === 'main' ? null : counts, allowsNa: na };
    if (kind === 0)
      return {
        code,
        na,
        values: [0, 2, 5],
        input: { ...more, max: 5, way: { kind: 'ladder', rungs: ['0', '2', '5'] } },
      };
    if (kind === 1) return { code, na, values: [0, 3], input: { ...more, max: 3, way: 'yesno' } };
    if (kind === 2) return { code, na, values: [0, 2, 4], input: { ...more, max: 4, step: '2' } };
    return { code, na, values: [0, 1, 2, 3], input: { ...more, max: 3, step: '1' } };
  }

  criteria(treatment: NaTreatment): { leaves: Leaf[]; groups: Record<string, CriterionInput> } {
    const leaves: Leaf[] = [];
    const groups: Record<string, CriterionInput> = {};
    for (const section of ['I', 'II'].slice(0, 1 + this.below(2))) {
      const highestOnly = this.chance(0.15);
      const capped = this.chance(0.3);
      if (highestOnly) this.features.add('highest only');
      if (capped) this.features.add('cap');
      groups[section] = { way: { kind: 'group', highestOnly }, max: capped ? 4 + this.below(3) : null };
      for (let own = 1; own <= 1 + this.below(2); own += 1)
        leaves.push(this.leaf(`${section}.${String(own)}`, 'main', treatment !== 'forbid' && this.chance(0.5)));
    }
    if (this.chance(0.3)) leaves.push(this.leaf('T', 'bonus', false));
    if (this.chance(0.3)) leaves.push(this.leaf('P', 'deduction', false));
    return { leaves, groups };
  }

  awards(): Record<string, AwardInput> {
    return Object.fromEntries(
      Array.from({ length: 1 + this.below(3) }, (_, at): [string, AwardInput] => [
        `A${String(at + 1)}`,
        {
          quota: this.chance(0.2)
            ? `${String(this.one([20, 34, 50]))}% ${this.one(['units', 'ranked', 'eligible'])}`
            : this.one([0, 1, 1, 1, 2, 2, 3]),
          cutoff: this.chance(0.5) ? 'decide' : this.one(CUTOFFS),
          rounding: this.one(['floor', 'halfUp', 'ceil']),
        },
      ]),
    );
  }

  /** Awards that fall back to one below, or name those they exclude. */
  tied(awards: Readonly<Record<string, AwardInput>>): Record<string, AwardInput> {
    const ids = Object.keys(awards);
    return Object.fromEntries(
      Object.entries(awards).map(([id, input], at): [string, AwardInput] => {
        const below = ids.slice(at + 1);
        const fallback = below.length > 0 && this.chance(0.2) ? this.one(below) : null;
        const excludes =
          ids.length > 1 && this.chance(0.25) ? ids.filter((other) => other !== id && this.chance(0.5)) : null;
        if (fallback !== null) this.features.add('fall-back');
        if (excludes !== null) this.features.add('excludes');
        return [
          id,
          { ...input, ...(fallback === null ? {} : { fallback }), ...(excludes === null ? {} : { excludes }) },
        ];
      }),
    );
  }

  conditions(
    awards: readonly string[],
    graded: boolean,
    sections: readonly string[],
    leaves: readonly Leaf[],
  ): Record<string, ConditionInput> {
    const found: Record<string, ConditionInput> = {};
    for (let at = 0; at < this.below(4); at += 1) {
      const what = this.one([
        'total',
        'total',
        'rank',
        'attribute K',
        ...(graded ? ['grade'] : []),
        `percent ${this.one(sections)}`,
        'sanction',
      ]);
      const scope: ConditionInput['scope'] = this.chance(0.6)
        ? { kind: 'all' }
        : { kind: 'awards', awards: [this.one(awards)] };
      this.features.add(what.split(' ')[0] ?? what);
      const main = leaves.filter(({ code }) => code.includes('.'));
      found[`k${String(at + 1)}`] =
        what === 'total'
          ? { scope, field: 'total', op: this.one(['>=', '>', '<'] as const), value: String(3 + this.below(7)) }
          : what === 'rank'
            ? { scope, field: 'rank', op: '<=', value: String(1 + this.below(3)) }
            : what === 'grade'
              ? { scope, field: 'grade', op: '=', value: 'Tốt' }
              : what === 'attribute K'
                ? {
                    scope,
                    field: 'attribute K',
                    op: '=',
                    value: 'không',
                    effect: this.chance(0.5) ? { kind: 'require' } : { kind: 'bar' },
                  }
                : what === 'sanction'
                  ? {
                      field: 'attribute K',
                      op: '=',
                      value: 'có',
                      effect: this.one([
                        { kind: 'noRank' },
                        { kind: 'lowerGrade' },
                        { kind: 'zeroCriterion', criterion: this.one(main).code },
                      ] as const),
                    }
                  : { scope, field: what, op: '>=', value: String(this.one([50, 60, 100])) };
    }
    return found;
  }
}

/** A bloc of 2 to 5 units with 1 to 6 holes, and at most `most` ways to fill them. */
export function sample(seed: number, most = MAX_COMPLETIONS): Sample {
  const draw = new Draw(seed);
  const treatment = draw.one(NA);
  const { leaves, groups } = draw.criteria(treatment);
  const sections = Object.keys(groups);
  const graded = draw.chance(0.4);
  const limited = graded && draw.chance(0.5);
  const awards = draw.awards();
  const conditions = draw.conditions(Object.keys(awards), graded, sections, leaves);
  const asksFact = Object.values(conditions).some((condition) => condition.field === 'attribute K');
  const names = Array.from({ length: 2 + draw.below(4) }, (_, at) => `u${String(at + 1)}`);
  const valueOf = (leaf: Leaf): CellInput => (leaf.na && draw.chance(0.1) ? 'N/A' : draw.one(leaf.values));
  const scores = Object.fromEntries(
    names.map((name) => [name, Object.fromEntries(leaves.map((leaf) => [leaf.code, valueOf(leaf)]))]),
  );
  const facts: Record<string, CellInput> = Object.fromEntries(names.map((name) => [name, draw.chance(0.2)]));
  const holes: Hole[] = [];
  let completions = 1;
  const wanted = 1 + draw.below(6);
  for (let tries = 0; tries < 20 && holes.length < wanted; tries += 1) {
    const unit = draw.one(names);
    const ofFact = asksFact && draw.chance(0.25);
    const leaf = draw.one(leaves);
    const values: readonly CellInput[] = ofFact
      ? [true, false]
      : [...leaf.values, ...(leaf.na ? ['N/A' as const] : [])];
    if (
      holes.some(
        (hole) =>
          hole.unit === unit &&
          (ofFact ? hole.kind === 'attribute' : hole.kind === 'score' && hole.criterion === leaf.code),
      )
    )
      continue;
    // A blank bonus or deduction is 0 unless the unit is still being scored: only a main leaf makes the first hole.
    if (!ofFact && !leaf.code.includes('.') && !holes.some((hole) => hole.unit === unit && hole.kind === 'score'))
      continue;
    if (completions * values.length > most) continue;
    completions *= values.length;
    if (ofFact) {
      facts[unit] = null;
      holes.push({ kind: 'attribute', unit, header: 'K', values });
    } else {
      (scores[unit] as Record<string, CellInput>)[leaf.code] = null;
      holes.push({ kind: 'score', unit, criterion: leaf.code, values });
    }
  }
  const tieKeys: TieKey[] = draw.chance(0.4)
    ? [
        draw.one([
          { field: field('section I'), first: 'higher', written: 'I' },
          { field: field('attribute N'), first: 'higher', written: 'N' },
          { field: field('attribute K'), first: 'lower', written: 'K' },
        ] as const),
      ]
    : [];
  const decisions: (Omit<Partial<Decision>, 'scope'> & { kind: Decision['kind']; units: string[]; scope?: string })[] =
    draw.chance(0.1)
      ? [{ kind: draw.one(['grant', 'deny'] as const), scope: draw.one(Object.keys(awards)), units: [draw.one(names)] }]
      : [];
  const settings: BookInput['settings'] = {
    scale: '10',
    totalDecimals: draw.one([0, 2]),
    sectionDecimals: draw.chance(0.15) ? 0 : null,
    notApplicable: treatment,
    tieKeys,
    oneAwardPerUnit: draw.chance(0.6),
    unusedPlaces: draw.chance(0.3) ? 'passDown' : 'lost',
    totalMax: draw.chance(0.15) ? '9' : null,
    totalMin: draw.chance(0.3) ? '0' : null,
    bonusCap: draw.chance(0.2) ? '2' : null,
  };
  const linked = draw.tied(awards);
  const own = book({
    settings,
    criteria: { ...groups, ...Object.fromEntries(leaves.map(({ code, input }) => [code, input])) },
    scores,
    awards: linked,
    conditions,
    decisions,
    units: Object.fromEntries(
      names.map((name) => [name, { attributes: { K: facts[name] ?? null, N: draw.below(3) } }]),
    ),
    bands: graded
      ? [
          band('Tốt', 5, 1, {
            cutoff: draw.one(CUTOFFS),
            limit: limited ? { kind: 'number', places: String(1 + draw.below(2)) } : null,
          }),
          band('Khá', null, 2),
        ]
      : [],
  });
  const totalsAlone =
    holes.every(({ kind }) => kind === 'score') &&
    tieKeys.length === 0 &&
    !Object.values(conditions).some((condition) => condition.field.startsWith('percent'));
  const more = [
    treatment,
    ...(settings.oneAwardPerUnit === true ? ['exclusive'] : []),
    ...(graded ? ['grades'] : []),
    ...(limited ? ['limit'] : []),
    ...(tieKeys.length > 0 ? ['key'] : []),
    ...(decisions.length > 0 ? ['decision'] : []),
    ...Object.values(awards).map(({ cutoff }) => cutoff ?? 'decide'),
  ];
  return { book: own, holes, totalsAlone, features: [...new Set([...draw.features, ...more])] };
}
