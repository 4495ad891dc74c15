/** What intervals alone tell of small random blocs, beside what filling in every hole shows. */
import type { Band, Book, CutoffPolicy, Decision, TieKey } from '../../../src/rules';
import { prepare, type Prepared } from '../../../src/rules/prepare';
import { BoundsFinder, type Bounds } from '../../../src/rules/certainty/bounds';
import { fieldOf, type Field } from '../../../src/rules/certainty/contenders';
import { awardRules } from '../../../src/rules/certainty/follow';
import { Needs } from '../../../src/rules/certainty/needs';
import { MAYBE, NEVER, SURELY, type Chance } from '../../../src/rules/certainty/prize';
import { buildLadder, NOTHING_ASSUMED, standUnder } from '../../../src/rules/certainty/standing';
import { add, negate, parse, toDouble, ZERO, type Rational } from '../../../src/rules/number/rational';
import { band, book, field, type AwardInput, type CellInput, type ConditionInput } from '../books';
import { enumerate, type Enumeration, type Hole } from './enumerate';
import { Random } from './random';

const CUTOFFS: readonly CutoffPolicy[] = ['decide', 'decide', 'includeAll', 'includeAllDebit', 'excludeAll'];
const OPS = ['>=', '>', '<=', '<', '=', '<>', 'in', 'notIn'] as const;
/** What a missing second criterion may bring. */
const RUNGS: readonly (readonly number[])[] = [[0, 3], [0, 1, 2], [0, 2, 5], [2]];
const UNLISTED = [
  [0, 1, 2, 3],
  [0, 1, 2, 3, 4, 5, 6],
];
/** So many ways to fill the holes of one bloc. */
const MOST = 48;

/** Bands from the highest, some of them with a limit. */
function bandsOf({ one, below, chance }: Random): Band[] {
  const from = [7, 5, null];
  return ['Tốt', 'Khá', 'Đạt'].slice(0, 1 + below(3)).map((name, row) =>
    band(name, from[row] ?? null, row + 1, {
      cutoff: one(CUTOFFS),
      limit: !chance(0.5)
        ? null
        : chance(0.3)
          ? { kind: 'percent', percent: '50', of: one(['units', 'ranked', 'eligible'] as const) }
          : { kind: 'number', places: String(1 + below(2)) },
    }),
  );
}

function awardsOf({ one, below, chance }: Random): Record<string, AwardInput> {
  const ids = ['A', 'B', 'C'].slice(0, 1 + below(3));
  return Object.fromEntries(
    ids.map((id, at): [string, AwardInput] => {
      const others = ids.filter((other) => other !== id && chance(0.5));
      const lower = ids.slice(at + 1);
      return [
        id,
        {
          quota: chance(0.2)
            ? `${String(one([20, 34, 50]))}% ${one(['units', 'ranked', 'eligible'])}`
            : one([0, 1, 1, 1, 2, 2, 3]),
          rounding: one(['floor', 'halfUp', 'ceil'] as const),
          cutoff: one(CUTOFFS),
          ...(chance(0.3) ? { excludes: others } : {}),
          ...(lower.length > 0 && chance(0.15) ? { fallback: one(lower) } : {}),
        },
      ];
    }),
  );
}

function conditionsOf(
  { one, below, chance }: Random,
  awards: readonly string[],
  graded: boolean,
): Record<string, ConditionInput> {
  const found: Record<string, ConditionInput> = {};
  for (let at = below(4); at > 0; at -= 1) {
    const scope: ConditionInput['scope'] =
      graded && chance(0.2)
        ? { kind: 'grade', grade: 'Tốt' }
        : chance(0.5)
          ? { kind: 'all' }
          : { kind: 'awards', awards: [one(awards)] };
    const what = one([
      'rank',
      'rank',
      'total',
      'total',
      'fact',
      'sanction',
      graded && scope.kind !== 'grade' ? 'grade' : 'rank',
    ]);
    const fact = { field: 'attribute K', op: '=', value: 'có' } as const;
    found[`k${String(at)}`] =
      what === 'rank'
        ? { scope, field: 'rank', op: one(OPS), value: one(['1', '2', '3', '4', '1; 3', '2; 3', '1; 2']) }
        : what === 'total'
          ? { scope, field: 'total', op: one(['>=', '>', '<', '=']), value: String(4 + below(8)) }
          : what === 'grade'
            ? { scope, field: 'grade', op: one(['=', '<>']), value: 'Tốt' }
            : what === 'fact'
              ? { ...fact, scope, effect: { kind: 'bar' } }
              : {
                  ...fact,
                  effect: one([
                    { kind: 'noRank' },
                    { kind: 'noRank' },
                    { kind: 'lowerGrade' },
                    { kind: 'zeroCriterion', criterion: 'I' },
                  ] as const),
                };
  }
  // One threshold for an operator that takes no list.
  return Object.fromEntries(
    Object.entries(found).map(([id, own]) => [
      id,
      own.op === 'in' || own.op === 'notIn' ? own : { ...own, value: own.value.split(';')[0] ?? '' },
    ]),
  );
}

const KEYS: readonly (readonly TieKey[])[] = (
  [
    [['section I', 'higher']],
    [['section I', 'lower']],
    [['attribute N', 'higher']],
    [
      ['attribute N', 'lower'],
      ['section I', 'higher'],
    ],
    [
      ['attribute Q', 'higher'],
      ['section I', 'higher'],
    ],
    [
      ['attribute N', 'higher'],
      ['attribute Q', 'higher'],
    ],
    [['attribute K', 'lower']],
  ] as const
).map((keys) => keys.map(([written, first]) => ({ field: field(written), first, written })));

const PART_KEYS: readonly (readonly TieKey[])[] = (
  [
    ['section II', 'higher'],
    ['criterion II.1', 'lower'],
    ['bonus', 'higher'],
    ['deduction', 'lower'],
    ['base', 'higher'],
  ] as const
).map(([written, first]) => [{ field: field(written), first, written }]);

export interface OpenBloc {
  readonly book: Book;
  readonly holes: readonly Hole[];
}

/** A bloc of 3 to 6 units with one criterion known, and one that some of them lack. */
export function openBloc(seed: number): OpenBloc {
  const draw = new Random(seed);
  const { one, below, chance } = draw;
  const names = Array.from({ length: 3 + below(4) }, (_, at) => `u${String(at + 1)}`);
  const listed = chance(0.6);
  const values = one(listed ? RUNGS : UNLISTED);
  const near = listed && chance(0.2);
  const graded = chance(0.4);
  const awards = awardsOf(draw);
  const conditions = conditionsOf(draw, Object.keys(awards), graded);
  const keys = chance(0.6) ? one(KEYS) : [];
  const spread = 1 + below(5);
  const holes: Hole[] = [];
  let ways = 1;
  const asks = Object.values(conditions).some((each) => each.field === 'attribute K');
  const scores: Record<string, Record<string, CellInput>> = {};
  const units: Record<string, { attributes: Record<string, CellInput> }> = {};
  for (const unit of names) {
    const known = 4 + below(spread);
    const open = chance(0.35) && ways * values.length <= MOST;
    // Each stands for anything within 5e-11.
    const own: CellInput = near ? one([known, '5.3333333333', '5.33333333333']) : known;
    scores[unit] = { I: own, II: open ? null : one(values) };
    if (open) {
      ways *= values.length;
      holes.push({ kind: 'score', unit, criterion: 'II', values });
    }
    const unknown = asks && chance(0.2) && ways * 2 <= MOST;
    if (unknown) {
      ways *= 2;
      holes.push({ kind: 'attribute', unit, header: 'K', values: [true, false] });
    }
    const blank = keys.length > 0 && chance(0.15);
    units[unit] = {
      attributes: {
        K: unknown ? null : chance(0.2),
        N: blank
          ? one([null, { kind: 'date', day: '2025-01-02', place: { sheet: 'Đơn vị', row: 1, column: 9 } }])
          : below(3),
      },
    };
  }
  const pair = names.slice(0, 2 + below(2));
  const decisions: (Omit<Partial<Decision>, 'scope'> & { kind: Decision['kind']; units: string[]; scope?: string })[] =
    [];
  if (chance(0.2)) decisions.push({ kind: 'tie', units: pair });
  if (chance(0.1)) decisions.push({ kind: 'tie', scope: one(Object.keys(awards)), units: pair });
  if (chance(0.15))
    decisions.push({ kind: one(['grant', 'deny']), scope: one(Object.keys(awards)), units: [one(names)] });
  return {
    holes,
    book: book({
      settings: {
        totalDecimals: !listed ? 0 : near ? null : one([0, 2, null]),
        tieKeys: keys,
        oneAwardPerUnit: chance(0.6),
        unusedPlaces: chance(0.3) ? 'passDown' : 'lost',
      },
      criteria: {
        I: { max: 20 },
        II: {
          max: 5,
          ...(listed ? { way: { kind: 'ladder', rungs: values.map(String) } } : { max: values.length - 1 }),
        },
      },
      scores,
      units,
      awards,
      conditions,
      decisions,
      bands: graded ? bandsOf(draw) : [],
    }),
  };
}

const FIELDS = ['section II', 'criterion II.1', 'criterion II.2', 'percent II', 'base', 'bonus', 'deduction', 'total'];

/** A bloc of 2 to 4 units of which some lack parts of their total: conditions and sanctions ask for parts. */
export function partsBloc(seed: number): OpenBloc {
  const draw = new Random(seed);
  const { one, below, chance } = draw;
  const names = Array.from({ length: 2 + below(3) }, (_, at) => `u${String(at + 1)}`);
  const na = one(['forbid', 'forbid', 'full', 'section', 'total'] as const);
  const mayBeNa = (): boolean => na !== 'forbid' && chance(0.5);
  const listed = chance(0.4);
  const leaves = [
    { code: 'I', values: [3, 4, 5, 6], na: mayBeNa(), input: { max: 6 } },
    {
      code: 'II.1',
      values: listed ? [0, 2] : [0, 1, 2, 3],
      na: mayBeNa(),
      input: { max: 3, ...(listed ? { way: { kind: 'ladder', rungs: ['0', '2'] } as const } : {}) },
    },
    { code: 'II.2', values: [0, 3], na: mayBeNa(), input: { max: 3, way: 'yesno' as const } },
    { code: 'B', values: [0, 1, 2], na: false, input: { max: 2, counts: 'bonus' as const } },
    { code: 'P', values: [0, 1], na: false, input: { max: 1, counts: 'deduction' as const } },
  ].slice(0, one([3, 3, 4, 5]));
  const conditions: Record<string, ConditionInput> = {};
  for (let at = 1 + below(3); at > 0; at -= 1) {
    const effect: ConditionInput['effect'] = chance(0.5)
      ? { kind: one(['require', 'bar'] as const) }
      : one([
          { kind: 'noRank' },
          { kind: 'lowerGrade' },
          { kind: 'zeroCriterion', criterion: one(['I', 'II', 'II.1']) },
        ] as const);
    const fields =
      effect.kind === 'zeroCriterion'
        ? ['criterion I', 'criterion II.1', 'criterion II.2']
        : effect.kind === 'lowerGrade'
          ? ['criterion II.1', 'criterion II.2', 'total']
          : FIELDS;
    const asked: ConditionInput = chance(0.25)
      ? { field: 'attribute K', op: '=', value: 'có' }
      : {
          field: one(fields),
          op: one(['>=', '>', '<=', '<', '=', '<>']),
          value: one(['0', '1', '2', '3', '4', '5', '50']),
        };
    conditions[`k${String(at)}`] = { ...asked, effect };
  }
  const scores: Record<string, Record<string, CellInput>> = {};
  const units: Record<string, { attributes: Record<string, CellInput> }> = {};
  const holes: Hole[] = [];
  let ways = 1;
  for (const unit of names) {
    const lacks = leaves.filter(({ code }) => code.startsWith('II') && chance(0.3)).map(({ code }) => code);
    const own: Record<string, CellInput> = {};
    for (const { code, values, na: leftOut } of leaves) {
      const all: readonly CellInput[] = leftOut ? [...values, 'N/A'] : values;
      // A blank bonus or deduction is 0 unless the unit is still being scored.
      const extra = holes.some((hole) => hole.unit === unit) && code.length === 1 && chance(0.7);
      if ((lacks.includes(code) || extra) && ways * all.length <= MOST) {
        ways *= all.length;
        own[code] = null;
        holes.push({ kind: 'score', unit, criterion: code, values: all });
      } else own[code] = leftOut && chance(0.2) ? 'N/A' : one(values);
    }
    scores[unit] = own;
    const unknown = chance(0.2) && ways * 2 <= MOST;
    if (unknown) {
      ways *= 2;
      holes.push({ kind: 'attribute', unit, header: 'K', values: [true, false] });
    }
    units[unit] = { attributes: { K: unknown ? null : chance(0.3), N: 0 } };
  }
  return {
    holes,
    book: book({
      settings: {
        totalDecimals: listed ? one([0, 2]) : 0,
        notApplicable: na,
        oneAwardPerUnit: chance(0.5),
        tieKeys: chance(0.4) ? one(PART_KEYS) : [],
        totalMin: chance(0.2) ? '4' : null,
        totalMax: chance(0.2) ? '10' : null,
        bonusCap: chance(0.2) ? '1' : null,
      },
      criteria: {
        II: { way: 'group', max: chance(0.3) ? 4 : null },
        ...Object.fromEntries(leaves.map(({ code, na: allowsNa, input }) => [code, { ...input, allowsNa }])),
      },
      scores,
      units,
      awards: awardsOf(draw),
      conditions,
      bands: chance(0.3) ? bandsOf(draw) : [],
    }),
  };
}

export interface Told {
  /** Says more than is so. */
  readonly unsound: readonly string[];
  /** Says less than filling in shows. */
  readonly inexact: readonly string[];
}

/** Lays what intervals tell beside what was seen. */
class Comparison implements Told {
  readonly unsound: string[] = [];
  readonly inexact: string[] = [];

  /** From a least to a greatest. */
  span(where: string, [from, to]: readonly [number, number], [least, most]: readonly [number, number]): void {
    const told = `${where}: ${String(from)}..${String(to)}, seen ${String(least)}..${String(most)}`;
    if (from > least || to < most) this.unsound.push(told);
    else if (from < least || to > most) this.inexact.push(told);
  }

  chance(where: string, told: Chance, seen: { readonly with: boolean; readonly without: boolean }): void {
    if ((told === SURELY && seen.without) || (told === NEVER && seen.with)) this.unsound.push(where);
    else if ((told !== SURELY && !seen.without) || (told !== NEVER && !seen.with)) this.inexact.push(where);
  }

  /** All that can be. */
  among<T>(where: string, told: readonly T[], seen: ReadonlySet<T>): void {
    for (const each of seen) if (!told.includes(each)) this.unsound.push(`${where} ${String(each)}`);
    for (const each of told) if (!seen.has(each)) this.inexact.push(`${where} ${String(each)}`);
  }
}

const exact = (total: number): Rational => parse(String(total)) ?? ZERO;

/** No total is shown with more decimals. */
const isShown = (total: number): boolean => String(total).length < 9;

/** How things stand by intervals alone. */
export function boundsOf(own: Book): { readonly prepared: Prepared; readonly field: Field; readonly bounds: Bounds } {
  const prepared = prepare(own, () => undefined);
  const bloc = fieldOf(prepared);
  const standing = standUnder(prepared, buildLadder(prepared, []), NOTHING_ASSUMED);
  return { prepared, field: bloc, bounds: new BoundsFinder(prepared, bloc, standing).find(awardRules(prepared)) };
}

/** What intervals alone tell of a bloc, beside what filling in its holes `seen` shows. */
export function tellAlone({ book: own }: OpenBloc, seen: Enumeration): Told {
  const { prepared, field: bloc, bounds } = boundsOf(own);
  const { contenders, ladder, totals } = bloc;
  const needs = new Needs(prepared, bounds, null);
  const laid = new Comparison();
  const numberOf = new Map(contenders.map(({ unit }, number) => [own.units[unit]?.id, number]));
  own.units.forEach(({ id }, unit) => {
    const came = seen.units.get(id);
    const number = numberOf.get(id);
    const range = bounds.ranks[number ?? -1];
    if (came?.total == null || came.rank === null || number === undefined || range === undefined) {
      if (came?.rank != null) laid.unsound.push(`${id} is ranked`);
      return;
    }
    const total = totals.get(unit);
    const { low, high } = came.total;
    if (isShown(low) && isShown(high) && total?.low != null && total.high !== null)
      laid.span(`${id} total`, [toDouble(total.low), toDouble(total.high)], [low, high]);
    laid.span(`${id} rank`, [range.best, range.worst], [came.rank.best, Math.max(...came.rank.provisional)]);
    laid.span(`${id} tied`, [range.best, range.tied], [came.rank.best, came.rank.worst]);
    if (!came.grades.has('open')) laid.among(`${id} grade`, bounds.grades[number] ?? [], came.grades);
  });
  own.awards.forEach(({ id }, award) => {
    const came = seen.awards.get(id);
    const result = bounds.awards[award];
    if (came === undefined || result === undefined) return;
    for (const { id: unit } of own.units) {
      const where = `${id} ${unit}`;
      const number = numberOf.get(unit) ?? -1;
      const told = result.sure.has(number) ? SURELY : result.may.has(number) ? MAYBE : NEVER;
      laid.chance(where, told, { with: came.with.has(unit), without: came.without.has(unit) });
      const byTotal = [...(came.byTotal.get(unit) ?? [])].sort(([a], [b]) => a - b);
      if (number < 0 || !byTotal.every(([total]) => isShown(total))) continue;
      for (const [total, at] of byTotal)
        laid.chance(`${where} at ${String(total)}`, bounds.chanceAt(award, number, ladder.heightOf(exact(total))), at);
      const need = told === MAYBE ? needs.of(award, number) : null;
      if (need === null) continue;
      const total = totals.get(contenders[number]?.unit ?? -1);
      const from = (end: Rational | null | undefined, points: Rational | null): number =>
        end == null || points === null ? Infinity : Number(toDouble(add(end, points)).toFixed(6));
      const marks = [from(total?.high, need.mayLose && negate(need.mayLose)), from(total?.low, need.needs)] as const;
      // Of a total that no completion had, nothing was seen.
      if (marks.some((mark) => mark < Infinity && byTotal.every(([each]) => each !== mark))) continue;
      const first = (wanted: (at: { readonly with: boolean; readonly without: boolean }) => boolean): number =>
        byTotal.find(([, at]) => wanted(at))?.[0] ?? Infinity;
      laid.span(`${where} needs`, marks, [first((at) => at.with), first((at) => !at.without)]);
    }
    contenders.forEach((_, number) => {
      const turns = bounds.turnsOf(award, number);
      if (turns.some((height, at) => height === Infinity || (at > 0 && height <= (turns[at - 1] ?? 0))))
        laid.unsound.push(`${id} turns at ${turns.join()} for ${String(number)}`);
      const at = (height: number): Chance => bounds.chanceAt(award, number, height);
      for (let height = 0; height <= ladder.top; height += 1)
        if (at(height) !== at(height - 1) && !turns.includes(height))
          laid.unsound.push(`${id} turns at ${String(height)} for ${String(number)}`);
    });
  });
  return laid;
}

export const fillIn = ({ book: own, holes }: OpenBloc): Enumeration => enumerate(own, holes);
