/**
 * Replaces our own sheets: look, check, write. One round trip each, more only where a payload limit
 * asks for bands. The first thing written is the banner, the last the stamp, so that no half-written
 * table ever carries one. After a failure the previous results are put back, once.
 */
import {
  blockRecord,
  countsOf,
  findAdditions,
  isNothing,
  NOTES_SHEET,
  notesLines,
  notesPlan,
  sizeOf,
  type Additions,
} from '../sheets/additions';
import { fail, ok, type DoorProblem, type Result, type WriteOptions } from '../sheets/door';
import type { SheetPlan } from '../sheets/plan';
import { ownKind, UNFINISHED } from '../sheets/stamp';
import { addressOf } from './areas';
import { askExcel, type Patience, type Talk } from './ask';
import { entryOf } from './entry';
import { layDown, takeBannerDown } from './lay-down';
import { heldSheets, loadChart, type Held } from './previous';
import { isRefusedAsAWhole } from './problems';
import { queueBefore } from './queue';
import { addBlock, addStamp, loadBlock, loadStamp, removeBlock, removeStamp, stampText } from './stamp';

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

export async function writePlans(
  wait: Wait,
  plans: readonly SheetPlan[],
  written: WrittenSheets,
  options: WriteOptions = {},
): Promise<Result<void, DoorProblem>> {
  let existing: Existing = new Map();
  let mayHaveChanged = false;
  const result = await askExcel(wait, {}, async (talk): Promise<Result<void, DoorProblem>> => {
    const looked = await lookAt(talk, plans);
    if (!looked.ok) return looked;
    existing = looked.value.existing;
    const found = [...existing.values()].flatMap(({ additions }) =>
      additions === null || isNothing(additions) ? [] : [additions],
    );
    if (options.ask === true && found.length > 0)
      return fail({ code: 'sheet-additions', additions: found.map(countsOf) });
    const lines = notesLines(found, options.now ?? new Date());
    if (lines.length > 0 && looked.value.notes === null && talk.context.workbook.protection.protected)
      return fail({ code: 'structure-protected' });
    if (lines.length > 0 && looked.value.notes?.isProtected === true)
      return fail({ code: 'sheet-protected', sheet: looked.value.notes.name });
    if (lines.length > 0) appendNotes(talk, looked.value.notes, lines);
    await writeAll(
      {
        ...talk,
        sync: async () => {
          const isFirst = !mayHaveChanged;
          mayHaveChanged = true;
          await talk.sync().catch((error: unknown) => {
            mayHaveChanged = !(isFirst && isRefusedAsAWhole(error));
            throw error;
          });
        },
      },
      plans,
      existing,
    );
    return ok(undefined);
  });
  if (result.ok) {
    written.remember(plans);
    return result;
  }
  if (!mayHaveChanged) return result;
  // Nobody knows what a silent Excel still does: nothing more is asked of it.
  if (result.error.code === 'cancelled' || result.error.code === 'excel-silent')
    return fail({ code: 'excel-silent', halfWritten: true });
  const restored = await putBack(wait, plans, existing, written, result.error);
  if (restored.ok) return result;
  await raiseBanners(wait, [...existing.values()]);
  return fail({ ...result.error, halfWritten: true });
}

/** What bears the names of the plans; refuses what is not ours or cannot be changed. */
async function lookAt(
  { context, sync }: Talk,
  plans: readonly SheetPlan[],
): Promise<Result<{ readonly existing: Existing; readonly notes: Held | null }, DoorProblem>> {
  const { protection, worksheets } = context.workbook;
  protection.load('protected');
  worksheets.load('items/name');
  await sync();
  const names = new Map(worksheets.items.map(({ name }) => [name.toLowerCase(), name]));
  if (protection.protected && plans.some((plan) => !names.has(plan.name.toLowerCase())))
    return fail({ code: 'structure-protected' });
  const targets = plans.flatMap((plan) => {
    const name = names.get(plan.name.toLowerCase());
    return name === undefined ? [] : [{ plan, name }];
  });
  const existing = new Map<string, Held>();
  const notes = targets.length > 0 ? names.get(NOTES_SHEET.toLowerCase()) : undefined;
  const looked =
    targets.length > 0
      ? await heldSheets({ context, sync }, [
          ...targets.map(({ name }) => name),
          ...(notes === undefined ? [] : [notes]),
        ])
      : [];
  for (const [index, held] of looked.slice(0, targets.length).entries()) {
    const isOurs = ownKind(held) !== null || held.isUnfinished || held.isEmpty;
    // A table laid over our rows is the user's work too, and its cells cannot be merged.
    if (!isOurs || held.hasTables) return fail({ code: 'sheet-foreign', sheet: held.name });
    if (held.isProtected) return fail({ code: 'sheet-protected', sheet: held.name });
    const plan = targets[index]?.plan;
    if (plan) existing.set(plan.name, { ...held, additions: additionsTo(held, plan) });
  }
  return ok({ existing, notes: looked[targets.length] ?? null });
}

/** What stands on a sheet of ours besides our own. Of a write that stopped half-way all inside the block is ours. */
function additionsTo(held: Held, plan: SheetPlan): Additions {
  const rows =
    held.plan?.rows.map(({ cells }) =>
      cells.map((cell) =>
        cell === null
          ? undefined
          : { value: cell.value, ...(cell.formula === undefined ? {} : { formula: cell.formula }) },
      ),
    ) ?? [];
  const found = findAdditions({ name: held.name, rows, stamp: held.stamp }, held.block, plan, held.objects);
  return held.stamp === null ? { ...found, moved: [] } : found;
}

/** Copies what the new block will cover, before anything is cleared. The sheet is the user's: it only grows. */
function appendNotes({ context }: Talk, notes: Held | null, lines: readonly (readonly string[])[]): void {
  const rows =
    notes === null ? notesPlan(lines).rows.map(({ cells }) => cells.map((cell) => String(cell?.value ?? ''))) : lines;
  const top = notes?.plan?.rows.length ?? 0;
  const sheet =
    notes === null ? context.workbook.worksheets.add(NOTES_SHEET) : context.workbook.worksheets.getItem(notes.name);
  const range = sheet
    .getRange(addressOf({ top, left: 0, bottom: top + rows.length - 1, right: (rows[0]?.length ?? 1) - 1 }))
    .untrack();
  range.numberFormat = rows.map((row) => row.map(() => '@'));
  range.values = rows.map((row) => row.map((text) => entryOf({ value: text })));
}

/** Banner and stamp first and last for all sheets together: either all of them are new, or none claims to be. */
async function writeAll(
  talk: Talk,
  plans: readonly SheetPlan[],
  existing: Existing,
  recordOf: (plan: SheetPlan) => string | null = blockRecord,
): Promise<void> {
  const { application, worksheets } = talk.context.workbook;
  application.suspendScreenUpdatingUntilNextSync();
  application.suspendApiCalculationUntilNextSync();
  const laid = plans.map((plan) => {
    const held = existing.get(plan.name);
    const sheet = held ? worksheets.getItem(held.name) : worksheets.add(plan.name);
    if (held && held.stamp !== null) removeStamp(sheet);
    if (held && held.block !== null) removeBlock(sheet);
    sheet.getRange('A1').untrack().values = [[UNFINISHED]];
    return { plan, sheet, held };
  });
  const queue = queueBefore(talk.sync);
  for (const { plan, sheet, held } of laid) await layDown(queue, sheet, plan, held ?? null);
  for (const { plan, sheet } of laid) {
    takeBannerDown(sheet, plan);
    if (plan.stamp === null) continue;
    const record = recordOf(plan);
    if (record !== null) addBlock(sheet, record);
    addStamp(sheet, plan.stamp);
  }
  await talk.sync();
}

/** Once: the sheets that were there get back what they held, those that we added go away again. */
async function putBack(
  wait: Wait,
  plans: readonly SheetPlan[],
  existing: Existing,
  written: WrittenSheets,
  problem: DoorProblem,
): Promise<Result<void, DoorProblem>> {
  return askExcel(wait, {}, async (talk): Promise<Result<void, DoorProblem>> => {
    const { worksheets } = talk.context.workbook;
    worksheets.load('items/name');
    const looked = [...existing].map(([name, held]) => {
      const sheet = worksheets.getItem(held.name);
      const failed = plans.find((plan) => plan.name === name);
      const mayHaveChart = held.hasChart || (failed !== undefined && failed.chart !== null);
      return {
        held: { ...held, additions: covering(held.additions, failed) },
        known: withMoved(written.behind(name, held.stamp), held.additions),
        stamp: loadStamp(sheet),
        block: loadBlock(sheet),
        chart: mayHaveChart ? loadChart(sheet) : null,
      };
    });
    await talk.sync();
    const present = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
    const added = await addedByUs(
      talk,
      plans.filter(({ name }) => !existing.has(name) && present.has(name.toLowerCase())),
      problem,
    );
    // The stamp goes first: where each still stands, nothing else was done.
    if (added.length === 0 && looked.every(({ held, stamp }) => held.stamp !== null && stampText(stamp) === held.stamp))
      return ok(undefined);
    const previous = looked.flatMap(({ held, known = held.plan }) => (known ? [{ ...known, name: held.name }] : []));
    if (previous.length < looked.length) return fail({ code: 'excel-too-large' });
    const now: Existing = new Map(
      looked.map(({ held, known, stamp, block, chart }) => {
        const stands = chart !== null && !chart.isNullObject;
        // A chart whose plan is not known is better left as it stands.
        return [
          held.name,
          {
            ...held,
            stamp: stampText(stamp),
            block: block.isNullObject ? null : stampText(block),
            hasChart: stands && (known !== undefined || !held.hasChart),
          },
        ];
      }),
    );
    // What is put back may hold cells of the user's: the record says still which are ours.
    const records = new Map(looked.map(({ held }) => [held.name, held.block]));
    if (previous.length > 0) await writeAll(talk, previous, now, ({ name }) => records.get(name) ?? null);
    for (const name of added) worksheets.getItem(name).delete();
    await talk.sync();
    return ok(undefined);
  });
}

/** What is cleared reaches as far as what half of the writing may have laid down. */
function covering(additions: Additions | null, failed: SheetPlan | undefined): Additions | null {
  if (additions === null || failed === undefined) return additions;
  const { rows, columns } = sizeOf(failed);
  return { ...additions, rows: Math.max(additions.rows, rows), columns: Math.max(additions.columns, columns) };
}

/** A plan of ours with what the user had typed over it. */
function withMoved(plan: SheetPlan | undefined, additions: Additions | null): SheetPlan | undefined {
  if (plan === undefined || additions === null || additions.moved.length === 0) return plan;
  const rows = plan.rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const { row, column, cell } of additions.moved) {
    for (let at = rows.length; at <= row; at += 1) rows.push({ cells: [] });
    const cells = rows[row]?.cells;
    for (let at = cells?.length ?? 0; at < column; at += 1) cells?.push(null);
    if (cells)
      cells[column] = {
        ...cells[column],
        value: typeof cell.value === 'object' ? null : cell.value,
        ...(cell.formula === undefined ? {} : { formula: cell.formula }),
      };
  }
  return { ...plan, rows };
}

/** Where only the stamp could not be set, the banner had been taken down already. */
async function raiseBanners(wait: Wait, ours: readonly Held[]): Promise<void> {
  await askExcel(wait, {}, async ({ context, sync }): Promise<Result<void, DoorProblem>> => {
    const sheets = ours
      .map(({ name }) => context.workbook.worksheets.getItem(name))
      .map((sheet) => ({ sheet, stamp: loadStamp(sheet) }));
    await sync();
    for (const { sheet, stamp } of sheets)
      if (stamp.isNullObject) sheet.getRange('A1').untrack().values = [[UNFINISHED]];
    await sync();
    return ok(undefined);
  });
}

/** A sheet that someone else added under our name in the meantime is theirs. Ours carry the banner or the stamp, or nothing yet, or all but the stamp. */
async function addedByUs(talk: Talk, plans: readonly SheetPlan[], problem: DoorProblem): Promise<string[]> {
  if (plans.length === 0) return [];
  const held = await heldSheets(
    talk,
    plans.map(({ name }) => name),
  );
  const isOurs = ({ isUnfinished, isEmpty, stamp, plan }: Held, index: number): boolean => {
    const wanted = plans[index];
    if (isUnfinished || (stamp !== null && stamp === wanted?.stamp)) return true;
    return (
      problem.code !== 'sheet-foreign' &&
      (isEmpty || plan?.rows[0]?.cells[0]?.value === wanted?.rows[0]?.cells[0]?.value)
    );
  };
  return held.filter(isOurs).map(({ name }) => name);
}
