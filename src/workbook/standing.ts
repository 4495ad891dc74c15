/** How things stand while scores come in, as views and lists need it (rules.md section 12). */
import {
  failedConditions,
  type AwardResult,
  type Evaluation,
  type Reason,
  type UnitId,
  type UnitOutlook,
} from '../rules';
import type { Judgement } from './judgement';

/** Whether points are missing that could still move a total: until then the season goes on. */
export const isStillOpen = ({ outlook }: Pick<Evaluation, 'outlook'>): boolean =>
  outlook.units.some(({ open, total: [low, high] }) => open.length > 0 || low !== high);

/** By the best rank a unit can reach, then by the worst; units that are never ranked last, the rest as in the sheet. */
export function inStandingOrder(units: readonly UnitOutlook[]): UnitOutlook[] {
  const [best, worst] = [0, 1].map(
    (end) =>
      (unit: UnitOutlook): number =>
        unit.rank?.[end] ?? Infinity,
  ) as [(unit: UnitOutlook) => number, (unit: UnitOutlook) => number];
  return [...units].sort((a, b) => best(a) - best(b) || worst(a) - worst(b) || 0);
}

/** The reasons of a unit for an award. One that has no rank yet is told what fails already, not only that it has none. */
export function reasonsOf(
  { book, evaluation }: Pick<Judgement, 'book' | 'evaluation'>,
  unit: UnitId,
): (award: AwardResult) => readonly Reason[] {
  const isRanked = evaluation.units.find(({ id }) => id === unit)?.rank !== null;
  const mayBeRanked = evaluation.outlook.units.find(({ id }) => id === unit)?.rank !== null;
  const failed = isRanked || !mayBeRanked ? null : failedConditions(book, unit);
  return ({ id, why }) => failed?.get(id) ?? why.get(unit) ?? [];
}
