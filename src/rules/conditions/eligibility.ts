/** Whether a unit may have an award: its conditions joined, each with its verdict. */
import type { Award, Condition, GradeName } from '../model/book';
import type { Tri, Verdict } from './comparison';
import type { Facts } from './conditions';
import { fold } from '../../base/folding';

export interface Judged {
  readonly condition: Condition;
  readonly verdict: Verdict;
}

export interface Eligibility {
  readonly eligible: Tri;
  /** Conditions that stand against the unit, or that are unknown. */
  readonly against: readonly Judged[];
}

/** The conditions of one award or band, sorted by how they join. */
export interface ConditionSet {
  readonly single: readonly Condition[];
  readonly groups: readonly (readonly Condition[])[];
  readonly bars: readonly Condition[];
}

function collect(conditions: readonly Condition[]): ConditionSet {
  const required = conditions.filter(
    (condition) => condition.effect.kind === 'require' || condition.effect.kind === 'invalid',
  );
  const groups = new Map<string, Condition[]>();
  for (const condition of required) {
    if (condition.orGroup === null) continue;
    const name = fold(condition.orGroup);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [condition]);
    else group.push(condition);
  }
  return {
    single: required.filter((condition) => condition.orGroup === null),
    groups: [...groups.values()],
    bars: conditions.filter((condition) => condition.effect.kind === 'bar'),
  };
}

/** The rows for an award; `stray` ones name an award that is not there, so they may be meant for any. */
export function conditionsOfAward(
  award: Award,
  conditions: readonly Condition[],
  stray: ReadonlySet<Condition>,
): ConditionSet {
  return collect(
    conditions.filter((condition) => {
      const { scope } = condition;
      return (
        scope.kind === 'all' || (scope.kind === 'awards' && (stray.has(condition) || scope.awards.includes(award.id)))
      );
    }),
  );
}

export function conditionsOfBand(band: GradeName, conditions: readonly Condition[]): ConditionSet {
  return collect(conditions.filter(({ scope }) => scope.kind === 'grade' && scope.grade === band));
}

const worse = (a: Tri, b: Tri): Tri => (a === false || b === false ? false : a === null || b === null ? null : true);

/** Judges a unit: every single row must hold, one row of each "or" group, and no bar. */
export function judgeUnit(
  set: ConditionSet,
  facts: Facts,
  judge: (condition: Condition, facts: Facts) => Verdict,
): Eligibility {
  const against: Judged[] = [];
  let eligible: Tri = true;
  for (const condition of set.single) {
    const verdict = judge(condition, facts);
    if (verdict.holds !== true) against.push({ condition, verdict });
    eligible = worse(eligible, verdict.holds);
  }
  for (const group of set.groups) {
    const all = group.map((condition): Judged => ({ condition, verdict: judge(condition, facts) }));
    if (all.some(({ verdict }) => verdict.holds === true)) continue;
    const open = all.filter(({ verdict }) => verdict.holds === null);
    // While one row of the group is open the group has not failed, and its failed rows decide nothing.
    against.push(...(open.length > 0 ? open : all));
    eligible = worse(eligible, open.length > 0 ? null : false);
  }
  for (const condition of set.bars) {
    const verdict = judge(condition, facts);
    if (verdict.holds === false) continue;
    against.push({ condition, verdict });
    eligible = worse(eligible, verdict.holds === true ? false : null);
  }
  return { eligible, against };
}
