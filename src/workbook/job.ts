/** The main job: read → judge → plan → write. The command line, the page and Excel all run this story. */
import { nameKey } from '../sheets/sheet-name';
import { CHANGED } from '../sheets/banner';
import type { WorkbookCells } from '../sheets/cells';
import { fail, ok, type Door, type DoorProblem, type Result } from '../sheets/door';
import { explanationsSheet } from './explanations';
import { issuesSheet } from './issues-sheet';
import { isNewerTemplate, judge, type Judgement } from './judgement';
import { OUTPUT_SHEETS } from './layout';
import { logSheet } from './log';
import type { PlanCell, SheetPlan } from '../sheets/plan';
import { withPlans } from '../sheets/plan-cells';
import { reportSheet } from './report';
import { resultsSheet } from './results';
import { reference } from './score-formula';
import { findOutput, isUnfinished, ownKind, stampFor, type OutputSheet } from '../sheets/stamp';

export { isNewerTemplate, judge, type Judgement } from './judgement';

export interface PlanOptions {
  /** The clock, in the machine's time zone. */
  readonly now: Date;
  /** Write `Kết quả`, `Báo cáo` and `Giải trình` although there are errors; every page then says so. */
  readonly allowErrors?: boolean;
  /** False leaves the totals out of `Báo cáo`: what goes public may do without. */
  readonly reportTotals?: boolean;
  /** Other names for our sheets, where the user has sheets of these names. */
  readonly names?: Readonly<Partial<Record<OutputSheet, string>>>;
  /** Tell first what users added to our sheets (`sheet-additions`), instead of keeping it without a word. */
  readonly ask?: boolean;
}

/** The sheets to write, in their order. While there are errors only `Kiểm tra` and `Nhật ký`. */
export function planResults(judgement: Judgement, options: PlanOptions): SheetPlan[] {
  const { cells, evaluation, fingerprint } = judgement;
  const withResults = options.allowErrors === true || !evaluation.issues.some(({ severity }) => severity === 'error');
  // A sheet of ours keeps the name it goes by, so that it is replaced where it stands.
  const nameOf = (kind: OutputSheet): string =>
    findOutput(cells, kind)?.name ?? options.names?.[kind] ?? OUTPUT_SHEETS[kind];
  const stamp = (kind: OutputSheet) => stampFor(cells, kind, fingerprint, options.now);
  const results = withResults ? resultsSheet(judgement, nameOf('results'), stamp('results')) : null;
  const changed = results === null ? null : changedLine(results);
  const plans = [
    ...(results === null
      ? []
      : [results, reportSheet(judgement, nameOf('report'), stamp('report'), options.reportTotals ?? true, changed)]),
    issuesSheet(judgement, nameOf('issues'), stamp('issues')),
    ...(results === null ? [] : [explanationsSheet(judgement, nameOf('explanations'), stamp('explanations'), changed)]),
  ];
  return [
    ...plans,
    logSheet(
      judgement,
      nameOf('log'),
      stamp('log'),
      options.now,
      plans.map(({ name }) => name),
    ),
  ];
}

/** The line of `Kết quả` that tells of changes, for the other sheets of results; null where it has none. */
function changedLine({ name, rows }: SheetPlan): PlanCell | null {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex((one) => one?.formula?.includes(`"${CHANGED}"`) === true);
    if (column >= 0)
      return {
        value: '',
        style: 'warning',
        formula: `IFERROR(${reference({ sheet: name, row, column })}&"","${CHANGED}")`,
      };
  }
  return null;
}

/** A sheet of the user's that bears the name of one of ours: it is never overwritten. */
function foreignSheet({ cells }: Judgement, plans: readonly SheetPlan[]): string | null {
  const planned = new Set(plans.map(({ name }) => nameKey(name)));
  return (
    cells.sheets.find((sheet) => planned.has(nameKey(sheet.name)) && ownKind(sheet) === null && !isUnfinished(sheet))
      ?.name ?? null
  );
}

export interface JobDone {
  /** Of the inputs as they were read; its cells are the workbook's after the writing. */
  readonly judgement: Judgement;
  readonly plans: readonly SheetPlan[];
}

/**
 * Runs the whole job through one door. Nothing is written unless everything is. `judging` may do its
 * work elsewhere, where this thread has someone to answer.
 */
export async function runJob(
  door: Door,
  options: PlanOptions,
  judging: (cells: WorkbookCells) => Promise<Result<Judgement, DoorProblem>> = (cells) =>
    Promise.resolve(ok(judge(cells))),
): Promise<Result<JobDone, DoorProblem>> {
  const cells = await door.read();
  if (!cells.ok) return cells;
  const judged = await judging(cells.value);
  if (!judged.ok) return judged;
  const judgement = judged.value;
  if (isNewerTemplate(judgement)) return fail({ code: 'template-newer' });
  const plans = planResults(judgement, options);
  const foreign = foreignSheet(judgement, plans);
  if (foreign !== null) return fail({ code: 'sheet-foreign', sheet: foreign });
  const written = await door.write(plans, { ask: options.ask ?? false, now: options.now });
  return written.ok ? ok({ judgement: { ...judgement, cells: withPlans(judgement.cells, plans) }, plans }) : written;
}
