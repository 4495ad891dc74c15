/**
 * Replaces our own sheets: look, check, write. One round trip each, more only where a payload limit
 * asks for bands. The first thing written is the banner, the last the stamp, so that no half-written
 * table ever carries one. After a failure the previous results are put back, once.
 */
import { fail, ok, type DoorProblem, type Result } from '../workbook/door';
import type { SheetPlan } from '../workbook/plan';
import { UNFINISHED } from '../workbook/stamp';
import { askExcel, type Patience, type Talk } from './ask';
import { layDown, takeBannerDown } from './lay-down';
import { heldSheets, loadChart, type Held } from './previous';
import { isRefusedAsAWhole } from './problems';
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
  const restored = await putBack(wait, plans, existing, written, result.error);
  if (restored.ok) return result;
  await raiseBanners(wait, [...existing.values()]);
  return fail({ ...result.error, halfWritten: true });
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
  const looked = targets.length > 0 ? await heldSheets({ context, sync }, targets.map(({ name }) => name)) : [];
  for (const [index, held] of looked.entries()) {
    const isOurs = held.stamp !== null || held.isUnfinished || held.isEmpty;
    // A table laid over our rows is the user's work too, and its cells cannot be merged.
    if (!isOurs || held.hasTables) return fail({ code: 'sheet-foreign', sheet: held.name });
    if (held.isProtected) return fail({ code: 'sheet-protected', sheet: held.name });
    existing.set(targets[index]?.plan.name ?? held.name, held);
  }
  return ok(existing);
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
  for (const { plan, sheet, held } of laid) await layDown(queue, sheet, plan, held ?? null);
  for (const { plan, sheet } of laid) {
    takeBannerDown(sheet, plan);
    if (plan.stamp !== null) addStamp(sheet, plan.stamp);
  }
  await talk.sync();
}

/** Once: the sheets that were there get back what they held, those that we added go away again. */
async function putBack(wait: Wait, plans: readonly SheetPlan[], existing: Existing, written: WrittenSheets, problem: DoorProblem): Promise<Result<void, DoorProblem>> {
  return askExcel(wait, {}, async (talk): Promise<Result<void, DoorProblem>> => {
    const { worksheets } = talk.context.workbook;
    worksheets.load('items/name');
    const looked = [...existing].map(([name, held]) => {
      const sheet = worksheets.getItem(held.name);
      const mayHaveChart = held.hasChart || plans.some((plan) => plan.name === name && plan.chart !== null);
      return { held, known: written.behind(name, held.stamp), stamp: loadStamp(sheet), chart: mayHaveChart ? loadChart(sheet) : null };
    });
    await talk.sync();
    const present = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
    const added = await addedByUs(talk, plans.filter(({ name }) => !existing.has(name) && present.has(name.toLowerCase())), problem);
    // The stamp goes first: where each still stands, nothing else was done.
    if (added.length === 0 && looked.every(({ held, stamp }) => held.stamp !== null && stampText(stamp) === held.stamp)) return ok(undefined);
    const previous = looked.flatMap(({ held, known = held.plan }) => (known ? [{ ...known, name: held.name }] : []));
    if (previous.length < looked.length) return fail({ code: 'excel-too-large' });
    const now: Existing = new Map(looked.map(({ held, known, stamp, chart }) => {
      const stands = chart !== null && !chart.isNullObject;
      // A chart whose plan is not known is better left as it stands.
      return [held.name, { ...held, stamp: stampText(stamp), hasChart: stands && (known !== undefined || !held.hasChart) }];
    }));
    if (previous.length > 0) await writeAll(talk, previous, now);
    for (const name of added) worksheets.getItem(name).delete();
    await talk.sync();
    return ok(undefined);
  });
}

/** Where only the stamp could not be set, the banner had been taken down already. */
async function raiseBanners(wait: Wait, ours: readonly Held[]): Promise<void> {
  await askExcel(wait, {}, async ({ context, sync }): Promise<Result<void, DoorProblem>> => {
    const sheets = ours.map(({ name }) => context.workbook.worksheets.getItem(name)).map((sheet) => ({ sheet, stamp: loadStamp(sheet) }));
    await sync();
    for (const { sheet, stamp } of sheets) if (stamp.isNullObject) sheet.getRange('A1').untrack().values = [[UNFINISHED]];
    await sync();
    return ok(undefined);
  });
}

/** A sheet that someone else added under our name in the meantime is theirs. Ours carry the banner or the stamp, or nothing yet, or all but the stamp. */
async function addedByUs(talk: Talk, plans: readonly SheetPlan[], problem: DoorProblem): Promise<string[]> {
  if (plans.length === 0) return [];
  const held = await heldSheets(talk, plans.map(({ name }) => name));
  const isOurs = ({ isUnfinished, isEmpty, stamp, plan }: Held, index: number): boolean => {
    const wanted = plans[index];
    if (isUnfinished || (stamp !== null && stamp === wanted?.stamp)) return true;
    return problem.code !== 'sheet-foreign' && (isEmpty || plan?.rows[0]?.cells[0]?.value === wanted?.rows[0]?.cells[0]?.value);
  };
  return held.filter(isOurs).map(({ name }) => name);
}
