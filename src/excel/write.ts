/**
 * Replaces our own sheets: look, check, write. One round trip each, more only where a payload limit
 * asks for bands. The first thing written is the banner, the last the stamp, so that no half-written
 * table ever carries one. After a failure the previous results are put back, once.
 */
import { fail, ok, type DoorProblem, type Result } from '../workbook/door';
import type { SheetPlan } from '../workbook/plan';
import { UNFINISHED } from '../workbook/stamp';
import { askExcel, type Patience, type Talk } from './ask';
import { layDown } from './lay-down';
import { heldBy, type Held } from './previous';
import { errorCode, isRefusedAsAWhole } from './problems';
import { queueBefore } from './queue';
import { addStamp, loadStamp, removeStamp, stampText } from './stamp';

type Wait = Patience & { readonly ms: number };

/** What this door wrote, to put it back with all its looks should a later write fail. */
export class WrittenSheets {
  private readonly plans = new Map<string, SheetPlan>();

  remember(plans: readonly SheetPlan[]): void {
    for (const plan of plans) this.plans.set(plan.name, plan);
  }

  /** The plan behind a sheet that carries exactly this stamp. */
  behind(name: string, stamp: string | null): SheetPlan | undefined {
    const plan = this.plans.get(name);
    return plan && plan.stamp === stamp ? plan : undefined;
  }
}

/** What stands in the workbook where the plans will go, by the plans' names. */
type Existing = ReadonlyMap<string, Held>;

export async function writePlans(wait: Wait, plans: readonly SheetPlan[], written: WrittenSheets): Promise<Result<void, DoorProblem>> {
  let existing: Existing = new Map();
  let mayHaveChanged = false;
  const result = await askExcel(wait, {}, async (talk): Promise<Result<void, DoorProblem>> => {
    const looked = await lookAt(talk, plans);
    if (!looked.ok) return looked;
    existing = looked.value;
    await writeAll({ ...talk, sync: async () => {
      const isFirst = !mayHaveChanged;
      mayHaveChanged = true;
      await talk.sync().catch((error: unknown) => {
        mayHaveChanged = !(isFirst && isRefusedAsAWhole(error));
        throw error;
      });
    } }, plans, existing);
    return ok(undefined);
  });
  if (result.ok) {
    written.remember(plans);
    return result;
  }
  if (!mayHaveChanged) return result;
  // Nobody knows what a silent Excel still does: nothing more is asked of it.
  if (result.error.code === 'cancelled' || result.error.code === 'excel-silent') return fail({ code: 'excel-silent', halfWritten: true });
  const restored = await putBack(wait, plans, existing, written);
  return restored.ok ? result : fail({ ...result.error, halfWritten: true });
}

/** What bears the names of the plans; refuses what is not ours or cannot be changed. */
async function lookAt({ context, sync }: Talk, plans: readonly SheetPlan[]): Promise<Result<Map<string, Held>, DoorProblem>> {
  const { protection, worksheets } = context.workbook;
  protection.load('protected');
  worksheets.load('items/name');
  await sync();
  const names = new Map(worksheets.items.map(({ name }) => [name.toLowerCase(), name]));
  if (protection.protected && plans.some((plan) => !names.has(plan.name.toLowerCase()))) return fail({ code: 'structure-protected' });
  const targets = plans.flatMap((plan) => {
    const name = names.get(plan.name.toLowerCase());
    return name === undefined ? [] : [{ plan, name }];
  });
  const existing = new Map<string, Held>();
  for (const { plan, held, isProtected, hasTables } of targets.length > 0 ? await heldSheets({ context, sync }, targets) : []) {
    const isOurs = held.stamp !== null || held.isUnfinished || held.plan.rows.length === 0;
    // A table laid over our rows is the user's work too, and its cells cannot be merged.
    if (!isOurs || hasTables) return fail({ code: 'sheet-foreign', sheet: held.name });
    if (isProtected) return fail({ code: 'sheet-protected', sheet: held.name });
    existing.set(plan.name, held);
  }
  return ok(existing);
}

interface Target { readonly plan: SheetPlan; readonly name: string }

/** Where Excel does not know tables or charts, there are none. */
async function heldSheets({ context, sync }: Talk, targets: readonly Target[]): Promise<{ plan: SheetPlan; held: Held; isProtected: boolean; hasTables: boolean }[]> {
  let withObjects = true;
  const ask = () => targets.map(({ plan, name }) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('address,values,formulas,numberFormat');
    used.untrack();
    if (withObjects) {
      sheet.tables.load('items/name');
      sheet.charts.load('items/name');
    }
    return { plan, name, sheet, stamp: loadStamp(sheet), used };
  });
  let asked = ask();
  await sync().catch(async (error: unknown) => {
    if (errorCode(error) !== 'ApiNotFound') throw error;
    withObjects = false;
    asked = ask();
    await sync();
  });
  return asked.map(({ plan, name, sheet, stamp, used }) => ({
    plan,
    held: heldBy(name, stampText(stamp), used.isNullObject ? null : used, withObjects ? sheet.charts.items.map((chart) => chart.name) : []),
    isProtected: sheet.protection.protected,
    hasTables: withObjects && sheet.tables.items.length > 0,
  }));
}

/** Banner and stamp first and last for all sheets together: either all of them are new, or none claims to be. */
async function writeAll(talk: Talk, plans: readonly SheetPlan[], existing: Existing): Promise<void> {
  const { application, worksheets } = talk.context.workbook;
  application.suspendScreenUpdatingUntilNextSync();
  application.suspendApiCalculationUntilNextSync();
  const laid = plans.map((plan) => {
    const held = existing.get(plan.name);
    const sheet = held ? worksheets.getItem(held.name) : worksheets.add(plan.name);
    if (held && held.stamp !== null) removeStamp(sheet);
    sheet.getRange('A1').untrack().values = [[UNFINISHED]];
    return { plan, sheet, held };
  });
  const queue = queueBefore(talk.sync);
  for (const { plan, sheet, held } of laid) await layDown(queue, sheet, plan, held?.charts ?? null);
  for (const { plan, sheet } of laid) if (plan.stamp !== null) addStamp(sheet, plan.stamp);
  await talk.sync();
}

/** Once: the sheets that were there get back what they held, those that were not go away again. */
async function putBack(wait: Wait, plans: readonly SheetPlan[], existing: Existing, written: WrittenSheets): Promise<Result<void, DoorProblem>> {
  return askExcel(wait, {}, async (talk): Promise<Result<void, DoorProblem>> => {
    const { worksheets } = talk.context.workbook;
    worksheets.load('items/name');
    const stamps = [...existing].map(([name, held]) => {
      const sheet = worksheets.getItem(held.name);
      const mayHaveCharts = held.charts.length > 0 || plans.some((plan) => plan.name === name && plan.chart !== null);
      if (mayHaveCharts) sheet.charts.load('items/name');
      return { held, stamp: loadStamp(sheet), charts: () => (mayHaveCharts ? sheet.charts.items.map((chart) => chart.name) : []) };
    });
    await talk.sync();
    const present = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
    const added = plans.filter(({ name }) => !existing.has(name) && present.has(name.toLowerCase()));
    // The stamp goes first: where each still stands, nothing else was done.
    if (added.length === 0 && stamps.every(({ held, stamp }) => held.stamp !== null && stampText(stamp) === held.stamp)) return ok(undefined);
    const known = stamps.map(({ held }) => written.behind(held.plan.name, held.stamp));
    const previous = stamps.map(({ held }, index) => ({ ...(known[index] ?? held.plan), name: held.name }));
    // A chart whose plan is not known is better left as it stands.
    const now: Existing = new Map(stamps.map(({ held, stamp, charts }, index) =>
      [held.name, { ...held, stamp: stampText(stamp), charts: known[index] || held.charts.length === 0 ? charts() : [] }]));
    if (previous.length > 0) await writeAll(talk, previous, now);
    for (const { name } of added) worksheets.getItem(name).delete();
    await talk.sync();
    return ok(undefined);
  });
}
