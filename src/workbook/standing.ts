/** How things stand while scores come in, as views and lists need it (rules.md section 12). */
import type { Evaluation, UnitOutlook } from '../rules';

/** Whether points are missing that could still move a total: until then the season goes on. */
export const isStillOpen = ({ outlook }: Pick<Evaluation, 'outlook'>): boolean =>
  outlook.units.some(({ open, total: [low, high] }) => open.length > 0 || low !== high);

/** By the best rank a unit can reach, then by the worst; units that are never ranked last, the rest as in the sheet. */
export function inStandingOrder(units: readonly UnitOutlook[]): UnitOutlook[] {
  const [best, worst] = [0, 1].map((end) => (unit: UnitOutlook): number => unit.rank?.[end] ?? Infinity) as [(unit: UnitOutlook) => number, (unit: UnitOutlook) => number];
  return [...units].sort((a, b) => best(a) - best(b) || worst(a) - worst(b) || 0);
}
