/** What stands in a sheet of ours before it is replaced, as a plan that puts it back. */
import { CHART_NAME, type PlanCell, type SheetPlan } from '../workbook/plan';
import { UNFINISHED } from '../workbook/stamp';
import { parseAddress } from './areas';
import type { Talk } from './ask';
import { errorCode, isUnknownToExcel, TOO_LARGE_TO_READ } from './problems';
import { loadStamp, stampText } from './stamp';

export interface Held {
  /** As the workbook writes it; Excel folds case. */
  readonly name: string;
  readonly stamp: string | null;
  /** A write once stopped half-way here: the banner stands where the stamp should be. */
  readonly isUnfinished: boolean;
  readonly isEmpty: boolean;
  readonly isProtected: boolean;
  readonly hasTables: boolean;
  /** Our chart stands on it: clearing cells leaves charts where they are. */
  readonly hasChart: boolean;
  /** Contents and number formats; looks, merges and widths are not kept. Null when it is too large to be kept. */
  readonly plan: SheetPlan | null;
}

/** Looks at the sheets of these names, in one round trip. Where Excel does not know tables or charts, there are none. */
export async function heldSheets({ context, sync }: Talk, names: readonly string[]): Promise<Held[]> {
  let objects = true;
  let contents = true;
  const ask = () => names.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load(contents ? 'address,values,formulas,numberFormat' : 'address');
    used.untrack();
    const corner = sheet.getRange('A1');
    corner.load('values');
    corner.untrack();
    if (objects) sheet.tables.load('items/name');
    return { name, sheet, stamp: loadStamp(sheet), used, corner, chart: objects ? loadChart(sheet) : null };
  });
  let asked = ask();
  const send = (): Promise<void> => sync().catch((error: unknown) => {
    if (isUnknownToExcel(error) && objects) objects = false;
    else if (errorCode(error) === TOO_LARGE_TO_READ && contents) contents = false;
    else throw error;
    asked = ask();
    return send();
  });
  await send();
  return asked.map(({ name, sheet, stamp, used, corner, chart }) => ({
    name,
    stamp: stampText(stamp),
    isUnfinished: corner.values[0]?.[0] === UNFINISHED,
    isEmpty: used.isNullObject,
    isProtected: sheet.protection.protected,
    hasTables: objects && sheet.tables.items.length > 0,
    hasChart: chart !== null && !chart.isNullObject,
    plan: used.isNullObject ? planOf(name, stampText(stamp), []) : contents ? planHeld(name, stampText(stamp), used) : null,
  }));
}

export function loadChart(sheet: Excel.Worksheet): Excel.Chart {
  const chart = sheet.charts.getItemOrNullObject(CHART_NAME);
  chart.load('name');
  return chart;
}

function planHeld(name: string, stamp: string | null, used: Excel.Range): SheetPlan | null {
  const values = used.values as unknown[][] | null; // Excel may answer null where it is too large
  if (values === null) return null;
  const { top, left } = parseAddress(used.address);
  return planOf(name, stamp, [
    ...Array.from({ length: top }, () => ({ cells: [] })),
    ...values.map((row, rowOffset) => ({
      cells: [...new Array<null>(left).fill(null), ...row.map((value, offset) => cellOf(value, used.formulas[rowOffset]?.[offset], used.numberFormat[rowOffset]?.[offset]))],
    })),
  ]);
}

const planOf = (name: string, stamp: string | null, rows: SheetPlan['rows']): SheetPlan => ({
  name, stamp, rows, columns: [], merges: [], freeze: null, validations: [], conditional: [], print: null, protect: false, chart: null, tabColor: null,
});

function cellOf(value: unknown, formula: unknown, format: unknown): PlanCell | null {
  if (value === '' && formula === '') return null;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return { value: plain, ...(isFormula ? { formula: formula.slice(1) } : {}), ...(typeof format === 'string' && format !== 'General' ? { format } : {}) };
}
