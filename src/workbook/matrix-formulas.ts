/** The formulas of `Chấm điểm`: what stands in the row of a parent and in `Tổng điểm`; and its limits. */
import type { Criterion, Settings } from '../rules';
import * as q from '../rules/rational';
import type { TreeNode } from '../rules/tree';
import { childrenFormula, literal, LONGEST_FORMULA, NOISE_DECIMALS, roundFormula } from './score-formula';

/** The cell of a node in the column at hand, such as "D7". */
export type AddressOf = (node: TreeNode) => string;

/** The sum of a parent; null where no cell could hold it. */
export function parentFormula(node: TreeNode, addressOf: AddressOf, settings: Settings): string | null {
  const formula = childrenFormula(
    node,
    (child) => {
      const own = addressOf(child);
      return { cell: own, points: own };
    },
    settings,
  );
  const rounded = roundFormula(formula, null);
  return rounded.length > LONGEST_FORMULA ? null : rounded;
}

/** Base + bonus − deduction of the cells as they stand, within the limits of the settings. */
export function totalFormula(roots: readonly TreeNode[], addressOf: AddressOf, settings: Settings): string {
  const { bonusCap, deductionCap, totalMin, totalMax, totalDecimals } = settings;
  const part = (kind: TreeNode['kind'], cap: string | null): string | null => {
    const nodes = roots.filter((node) => node.kind === kind);
    if (nodes.length === 0) return null;
    const limit = q.parseOptional(cap);
    const sum = `SUM(${nodes.map(addressOf).join(',')})`;
    return limit === null ? sum : `MIN(${literal(limit)},${sum})`;
  };
  const [base, bonus, deduction] = [part('main', null), part('bonus', bonusCap), part('deduction', deductionCap)];
  let formula = (base ?? '0') + (bonus === null ? '' : `+${bonus}`) + (deduction === null ? '' : `-${deduction}`);
  const [least, most] = [q.parseOptional(totalMin), q.parseOptional(totalMax)];
  if (most !== null) formula = `MIN(${literal(most)},${formula})`;
  if (least !== null) formula = `MAX(${literal(least)},${formula})`;
  return roundFormula(formula, totalDecimals ?? NOISE_DECIMALS);
}

/** What is said to who types a score that is none. */
export function limitMessage({ code, name }: Pick<Criterion, 'code' | 'name'>, max: number | null): string {
  const range = max === null ? 'điểm từ 0' : `điểm từ 0 đến ${String(max).replace('.', ',')}`;
  return `${code}. ${name}: ${range}.`;
}
