/** What a sheet of ours holds before it is replaced, as a plan that puts it back. */
import type { PlanCell, SheetPlan } from '../workbook/plan';
import { UNFINISHED } from '../workbook/stamp';
import { parseAddress } from './areas';

export interface Held {
  /** As the workbook writes it; Excel folds case. */
  readonly name: string;
  readonly stamp: string | null;
  /** A write once stopped half-way here: the banner stands where the stamp should be. */
  readonly isUnfinished: boolean;
  /** The names of its charts: clearing cells leaves them standing. */
  readonly charts: readonly string[];
  /** Contents and number formats; looks, merges and widths are not kept. */
  readonly plan: SheetPlan;
}

export function heldBy(name: string, stamp: string | null, used: Excel.Range | null, charts: readonly string[]): Held {
  const corner = used ? parseAddress(used.address) : { top: 0, left: 0 };
  const values = (used?.values ?? []) as unknown[][];
  const blankRows = Array.from({ length: corner.top }, () => ({ cells: [] }));
  const rows = values.map((row, rowOffset) => ({
    cells: [
      ...new Array<null>(corner.left).fill(null),
      ...row.map((value, offset) => cellOf(value, used?.formulas[rowOffset]?.[offset], used?.numberFormat[rowOffset]?.[offset])),
    ],
  }));
  return {
    name,
    stamp,
    charts,
    isUnfinished: corner.top === 0 && corner.left === 0 && values[0]?.[0] === UNFINISHED,
    plan: {
      name, stamp, rows: [...blankRows, ...rows], columns: [], merges: [], freeze: null, validations: [], conditional: [], print: null, protect: false, chart: null, tabColor: null,
    },
  };
}

function cellOf(value: unknown, formula: unknown, format: unknown): PlanCell | null {
  if (value === '' && formula === '') return null;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return { value: plain, ...(isFormula ? { formula: formula.slice(1) } : {}), ...(typeof format === 'string' && format !== 'General' ? { format } : {}) };
}
