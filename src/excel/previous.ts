/** What stands in a sheet of ours before it is replaced, as a plan that puts it back. */
import type { Additions } from '../sheets/additions';
import { CHART_NAME, type PlanCell, type SheetPlan } from '../sheets/plan';
import { hasBanner } from '../sheets/stamp';
import { parseAddress } from './areas';
import type { Talk } from './ask';
import { errorCode, isUnknownToExcel, TOO_LARGE_TO_READ } from './problems';
import { loadBlock, loadStamp, stampText } from './stamp';

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
  /** Comments, charts and shapes of the user. */
  readonly objects: number;
  readonly isFiltered: boolean;
  /** The record of our block; null on sheets of earlier versions. */
  readonly block: string | null;
  /** What the user added, as far as it is known when the sheet is written; null before anyone has looked. */
  readonly additions: Additions | null;
  /** Contents and number formats; looks, merges and widths are not kept. Null when it is too large to be kept. */
  readonly plan: SheetPlan | null;
}

/** Looks at the sheets of these names, in one round trip. Where Excel does not know tables or charts, there are none. */
export async function heldSheets({ context, sync }: Talk, names: readonly string[]): Promise<Held[]> {
  // Newest first: what an older Excel does not know is asked for no more.
  let objects: 'all' | 'old' | 'none' = 'all';
  let contents = true;
  const ask = () =>
    names.map((name) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.protection.load('protected');
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load(contents ? 'address,values,formulas,numberFormat' : 'address');
      used.untrack();
      const corner = sheet.getRange('A1');
      corner.load('values');
      corner.untrack();
      if (objects !== 'none') {
        sheet.tables.load('items/name');
        sheet.charts.load('items/name');
      }
      if (objects === 'all') {
        sheet.autoFilter.load('enabled');
        sheet.shapes.load('items/type');
      }
      const comments = objects === 'all' ? sheet.comments.getCount() : null;
      return {
        name,
        sheet,
        stamp: loadStamp(sheet),
        block: loadBlock(sheet),
        used,
        corner,
        comments,
        chart: objects === 'none' ? null : loadChart(sheet),
      };
    });
  let asked = ask();
  const send = (): Promise<void> =>
    sync().catch((error: unknown) => {
      if (isUnknownToExcel(error) && objects !== 'none') objects = objects === 'all' ? 'old' : 'none';
      else if (errorCode(error) === TOO_LARGE_TO_READ && contents) contents = false;
      else throw error;
      asked = ask();
      return send();
    });
  await send();
  return asked.map(({ name, sheet, stamp, block, used, corner, comments, chart }) => ({
    name,
    stamp: stampText(stamp),
    isUnfinished: hasBanner({ name, stamp: stampText(stamp) }, corner.values[0]?.[0]),
    isEmpty: used.isNullObject,
    isProtected: sheet.protection.protected,
    hasTables: objects !== 'none' && sheet.tables.items.length > 0,
    hasChart: chart !== null && !chart.isNullObject,
    // A chart is a shape of a kind that Office.js does not name.
    objects:
      (comments?.value ?? 0) +
      (objects === 'none' ? 0 : sheet.charts.items.filter((one) => one.name !== CHART_NAME).length) +
      (objects === 'all' ? sheet.shapes.items.filter(({ type }) => type !== 'Unsupported').length : 0),
    isFiltered: objects === 'all' && sheet.autoFilter.enabled,
    block: block.isNullObject ? null : stampText(block),
    additions: null,
    plan: used.isNullObject
      ? planOf(name, stampText(stamp), [])
      : contents
        ? planHeld(name, stampText(stamp), used)
        : null,
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
      cells: [
        ...new Array<null>(left).fill(null),
        ...row.map((value, offset) =>
          cellOf(value, used.formulas[rowOffset]?.[offset], used.numberFormat[rowOffset]?.[offset]),
        ),
      ],
    })),
  ]);
}

const planOf = (name: string, stamp: string | null, rows: SheetPlan['rows']): SheetPlan => ({
  name,
  stamp,
  rows,
  columns: [],
  merges: [],
  freeze: null,
  validations: [],
  conditional: [],
  print: null,
  protect: false,
  chart: null,
  tabColor: null,
});

function cellOf(value: unknown, formula: unknown, format: unknown): PlanCell | null {
  if (value === '' && formula === '') return null;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return {
    value: plain,
    ...(isFormula ? { formula: formula.slice(1) } : {}),
    ...(typeof format === 'string' && format !== 'General' ? { format } : {}),
  };
}
