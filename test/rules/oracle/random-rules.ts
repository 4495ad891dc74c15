/** Random settings, awards, conditions, grades and ballots. References are drawn from what the book has. */
import * as fc from 'fast-check';
import type {
  Award,
  Band,
  BallotRow,
  Condition,
  Criterion,
  Effect,
  Field,
  Settings,
  Threshold,
  TieKey,
  Unit,
} from '../../../src/rules';
import { at, blank, figure, place } from './cells-for-books';
import type { Features } from './features';

export const HEADERS = {
  number: 'Thâm niên',
  yesno: 'Kỷ luật',
  day: 'Ngày nộp hồ sơ',
  word: 'Xếp loại nhiệm vụ',
} as const;
export const BALLOTS = ['CO', 'LAY_Y_KIEN'] as const;
const GRADES = ['Xuất sắc', 'Tốt', 'Khá'] as const;

export const settingsPlan = (features: Features) =>
  fc.record({
    notApplicable: features.notApplicable
      ? fc.constantFrom('forbid', 'full', 'section', 'total', 'section', 'total')
      : fc.constant('forbid' as const),
    totalDecimals: features.roundings ? fc.constantFrom(2, 2, 1, 0, null) : fc.constant(2),
    sectionDecimals: features.roundings ? fc.constantFrom(null, null, 1, 0) : fc.constant(null),
    criterionDecimals: features.roundings ? fc.constantFrom(null, null, 1, 0) : fc.constant(null),
    bonusCap: fc.constantFrom(null, null, '2', '3'),
    deductionCap: fc.constantFrom(null, null, '1'),
    totalMin: fc.constantFrom(null, null, null, '2'),
    totalMax: fc.constantFrom(null, null, null, '6'),
    oneAwardPerUnit: fc.boolean(),
    unusedPlaces: fc.constantFrom('lost' as const, 'passDown' as const),
    tieKeys: fc.array(fc.record({ which: fc.nat(9), code: fc.nat(9), turned: fc.constantFrom(false, false, true) }), {
      maxLength: 2,
    }),
  });
type Planned<T extends (features: Features) => fc.Arbitrary<unknown>> = T extends (
  features: Features,
) => fc.Arbitrary<infer P>
  ? P
  : never;
export type SettingsPlan = Planned<typeof settingsPlan>;

/** The codes of a book's criteria, by what can be asked of them. */
export interface Codes {
  readonly sections: readonly string[];
  readonly all: readonly string[];
  readonly leaves: readonly string[];
}

export function codesOf(criteria: readonly Criterion[]): Codes {
  return {
    sections: criteria.filter((row) => row.parent === null && (row.counts ?? 'main') === 'main').map((row) => row.code),
    all: criteria.map((row) => row.code),
    leaves: criteria.filter((row) => row.way.kind !== 'group').map((row) => row.code),
  };
}

function keyField(which: number, code: number, codes: Codes, ballots: boolean): Field {
  const fields: readonly Field[] = [
    { kind: 'section', code: at(codes.sections, code) },
    { kind: 'criterion', code: at(codes.all, code) },
    { kind: 'bonus' },
    { kind: 'deduction' },
    { kind: 'base' },
    { kind: 'attribute', header: HEADERS.number },
    { kind: 'attribute', header: HEADERS.day },
    { kind: 'section', code: at(codes.sections, code) },
    { kind: 'criterion', code: at(codes.leaves, code) },
    ballots ? { kind: 'ballot', ballot: at(BALLOTS, code) } : { kind: 'bonus' },
  ];
  return at(fields, which);
}

export function settingsOf(plan: SettingsPlan, codes: Codes, ballots: boolean): Settings {
  const { tieKeys, notApplicable, ...rest } = plan;
  return {
    scale: '100',
    rankingLevel: 'bloc',
    evidenceRequired: false,
    remarkRequired: false,
    sources: {},
    ...rest,
    notApplicable: notApplicable,
    tieKeys: tieKeys.map(({ which, code, turned }, index): TieKey => {
      const field = keyField(which, code, codes, ballots);
      const lower = (field.kind === 'deduction') !== turned;
      return { field, first: lower ? 'lower' : 'higher', written: `khóa ${String(index + 1)}` };
    }),
  };
}

export const awardPlan = fc.record({
  quota: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('number' as const), places: fc.constantFrom('1', '1', '2', '3', '0') }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('percent' as const),
        percent: fc.constantFrom('20', '25', '40', '50', '92.7'),
        of: fc.constantFrom('units' as const, 'ranked' as const, 'eligible' as const),
      }),
    },
  ),
  rounding: fc.constantFrom('floor' as const, 'halfUp' as const, 'ceil' as const),
  limits: fc.constantFrom(
    [null, null] as const,
    [null, null] as const,
    ['1', null] as const,
    [null, '1'] as const,
    ['1', '2'] as const,
  ),
  cutoff: fc.constantFrom(
    'decide' as const,
    'decide' as const,
    'includeAll' as const,
    'includeAllDebit' as const,
    'excludeAll' as const,
  ),
  unusedPlaces: fc.constantFrom(null, null, 'lost' as const, 'passDown' as const),
});
type Made<T> = T extends fc.Arbitrary<infer P> ? P : never;

export const awardOf = (plan: Made<typeof awardPlan>, index: number): Award => ({
  id: `K${String(index + 1)}`,
  name: `Hình thức ${String(index + 1)}`,
  quota: plan.quota,
  rounding: plan.rounding,
  minPlaces: plan.limits[0],
  maxPlaces: plan.limits[1],
  cutoff: plan.cutoff,
  unusedPlaces: plan.unusedPlaces,
  basis: null,
  place: place('Khen thưởng', index + 1, 0),
  places: {},
});

export const bandPlan = fc.record({
  limit: fc.constantFrom(
    null,
    null,
    null,
    { kind: 'number', places: '1' } as const,
    { kind: 'percent', percent: '25', of: 'units' } as const,
    { kind: 'percent', percent: '50', of: 'ranked' } as const,
  ),
  rounding: fc.constantFrom('floor' as const, 'halfUp' as const, 'ceil' as const),
  cutoff: fc.constantFrom('decide' as const, 'includeAll' as const, 'excludeAll' as const),
});

export const bandsOf = (plans: readonly Made<typeof bandPlan>[]): readonly Band[] =>
  plans.map((plan, index): Band => ({
    ...plan,
    name: at(GRADES, index),
    from: index === plans.length - 1 ? null : at(['6', '4'], index),
    ...(index === plans.length - 1 ? { limit: null } : {}),
    place: place('Xếp loại', index + 1, 0),
    places: {},
  }));

export const conditionPlan = fc.record({
  what: fc.nat(16),
  code: fc.nat(9),
  op: fc.nat(5),
  value: fc.nat(5),
  effect: fc.nat(19),
  scope: fc.nat(6),
  orGroup: fc.constantFrom(null, null, null, 'a', 'b'),
});
export type ConditionPlan = Made<typeof conditionPlan>;

interface Asked {
  readonly field: Field;
  readonly value: Threshold;
  readonly ops: readonly Condition['op'][];
}
const EMPTY: Threshold = { written: '', items: [], number: null, yesno: null, day: null, share: null };
const numbered = (value: string): Threshold => ({ ...EMPTY, written: value, items: [value], number: value });
const listed = (items: readonly string[]): Threshold => ({ ...EMPTY, written: items.join('; '), items });
const COMPARE = ['>=', '>', '<=', '<', '=', '<>'] as const;

function asked(plan: ConditionPlan, codes: Codes, grades: readonly string[], ballots: boolean): Asked {
  const small = numbered(at(['1', '2', '1.5', '3', '0', '4'], plan.value));
  const fields: readonly Asked[] = [
    { field: { kind: 'total' }, value: numbered(at(['3', '4', '5', '2', '6', '1'], plan.value)), ops: COMPARE },
    { field: { kind: 'rank' }, value: numbered(at(['1', '2', '3'], plan.value)), ops: ['<=', '=', '<>', '<'] },
    { field: { kind: 'base' }, value: small, ops: COMPARE },
    { field: { kind: 'bonus' }, value: small, ops: COMPARE },
    { field: { kind: 'deduction' }, value: small, ops: COMPARE },
    { field: { kind: 'section', code: at(codes.sections, plan.code) }, value: small, ops: COMPARE },
    { field: { kind: 'criterion', code: at(codes.leaves, plan.code) }, value: small, ops: COMPARE },
    { field: { kind: 'criterion', code: at(codes.leaves, plan.code) }, value: small, ops: COMPARE },
    {
      field: { kind: 'sectionPercent', code: at(codes.sections, plan.code) },
      value: numbered(at(['50', '75', '100', '25'], plan.value)),
      ops: COMPARE,
    },
    { field: { kind: 'attribute', header: HEADERS.number }, value: small, ops: COMPARE },
    {
      field: { kind: 'attribute', header: HEADERS.yesno },
      value: { ...EMPTY, written: 'không', items: ['không'], yesno: false },
      ops: ['=', '<>'],
    },
    {
      field: { kind: 'attribute', header: HEADERS.yesno },
      value: { ...EMPTY, written: 'có', items: ['có'], yesno: true },
      ops: ['=', '<>'],
    },
    {
      field: { kind: 'attribute', header: HEADERS.day },
      value: { ...EMPTY, written: '2024-01-10', items: ['2024-01-10'], day: '2024-01-10' },
      ops: ['onOrBefore', 'onOrAfter', '<=', '>='],
    },
    {
      field: { kind: 'attribute', header: HEADERS.word },
      value: listed(at([['HTXSNV'], ['HTXSNV', 'HTTNV'], ['HTNV']], plan.value)),
      ops: ['in', 'notIn'],
    },
    {
      field: { kind: 'attribute', header: HEADERS.word },
      value: listed([at(['HTXSNV', 'HTTNV'], plan.value)]),
      ops: ['=', '<>'],
    },
  ];
  if (plan.what === 15 && grades.length > 0) {
    return {
      field: { kind: 'grade' },
      value: listed(plan.value % 2 === 0 ? [at(grades, plan.code)] : [at(grades, 0), at(grades, 1)]),
      ops: ['in', 'notIn'],
    };
  }
  if (plan.what === 16 && ballots) return votes(plan);
  return at(fields, plan.what);
}

function votes(plan: ConditionPlan): Asked {
  const share = at(['4/5', '1/2', '2/3', '1'], plan.value);
  const of = at(['members', 'present', 'issued', 'valid'] as const, plan.code);
  return {
    field: { kind: 'ballot', ballot: at(BALLOTS, plan.value) },
    value: { ...EMPTY, written: `${share} ${of}`, items: [], share: { share, of } },
    ops: ['>=', '>'],
  };
}

function effectOf(plan: ConditionPlan, codes: Codes, grades: readonly string[], features: Features): Effect {
  const sanctions: readonly Effect[] = !features.sanctions
    ? []
    : [
        { kind: 'noRank' },
        { kind: 'zeroCriterion', criterion: at(codes.leaves, plan.code) },
        ...(grades.length > 0
          ? [{ kind: 'lowerGrade' } as const, { kind: 'capGrade', grade: at(grades, plan.code) } as const]
          : []),
      ];
  return plan.effect < 12
    ? { kind: 'require' }
    : plan.effect < 16
      ? { kind: 'bar' }
      : (sanctions[plan.effect - 16] ?? { kind: 'require' });
}

const ALLOWED: Readonly<Partial<Record<Effect['kind'], readonly Field['kind'][]>>> = {
  noRank: ['total', 'base', 'bonus', 'deduction', 'section', 'criterion', 'sectionPercent', 'attribute', 'ballot'],
  zeroCriterion: ['attribute', 'ballot', 'criterion'],
  lowerGrade: ['attribute', 'ballot', 'criterion', 'total'],
  capGrade: ['attribute', 'ballot', 'criterion', 'total'],
};

export function conditionOf(
  plan: ConditionPlan,
  index: number,
  codes: Codes,
  grades: readonly string[],
  awards: readonly string[],
  features: Features,
): Condition {
  const question = asked(plan, codes, grades, features.ballots);
  const wanted = effectOf(plan, codes, grades, features);
  const effect: Effect = (ALLOWED[wanted.kind] ?? [question.field.kind]).includes(question.field.kind)
    ? wanted
    : { kind: 'require' };
  const forGrade =
    plan.scope === 6 &&
    grades.length > 0 &&
    effect.kind === 'require' &&
    question.field.kind !== 'grade' &&
    question.field.kind !== 'rank';
  const forAwards = plan.scope > 2 && awards.length > 0 && (effect.kind === 'require' || effect.kind === 'bar');
  return {
    id: `DK${String(index + 1)}`,
    scope: forGrade
      ? { kind: 'grade', grade: at(grades, plan.code) }
      : forAwards
        ? { kind: 'awards', awards: [at(awards, plan.scope)] }
        : { kind: 'all' },
    field: question.field,
    fieldWritten: question.field.kind,
    op: at(question.ops, plan.op),
    value: question.value,
    orGroup: effect.kind === 'require' ? plan.orGroup : null,
    effect,
    basis: null,
    place: place('Điều kiện', index + 1, 0),
    places: {},
  };
}

export const ballotPlan = fc.record({
  favour: fc.nat(6),
  valid: fc.constantFrom(5, 5, 5, 4),
  missing: fc.nat(30),
  broken: fc.nat(30),
});

export function ballotOf(plan: Made<typeof ballotPlan>, ballot: string, unit: Unit, row: number): BallotRow | null {
  if (plan.missing === 0) return null;
  const here = (column: number) => place('Bỏ phiếu', row, column);
  const cell = (value: number, column: number) =>
    plan.missing === column ? blank(here(column)) : figure(String(value), here(column));
  return {
    ballot,
    unit: unit.id,
    place: here(0),
    members: cell(6, 2),
    present: cell(plan.broken === 0 ? 7 : 6, 3),
    issued: cell(5, 4),
    returned: cell(5, 5),
    valid: cell(plan.valid, 6),
    favour: cell(plan.broken === 1 ? 6 : Math.min(plan.favour, plan.valid), 7),
  };
}
