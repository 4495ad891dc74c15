/** The worker that reads old score tables and makes books of them, so that the pane goes on answering. */
import {
  checkOld,
  findOldTables,
  settle,
  together,
  type OldCheck,
  type OldTables,
  type Proposal,
} from '../../workbook/adopt';
import type { WorkbookCells } from '../../sheets/cells';
import type { DoorProblem } from '../../sheets/door';
import type { SheetPlan } from '../../sheets/plan';
import { readWorkbook } from '../../xlsx';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `more`: files of other units beside the workbook that is open. */
export type AdoptTask =
  | {
      readonly kind: 'find';
      readonly cells: WorkbookCells;
      readonly name: string;
      readonly more: readonly NamedBytes[];
    }
  | {
      readonly kind: 'make';
      readonly proposal: Proposal;
      readonly answers: readonly (readonly [string, string])[];
      /** Sheets that the new ones will stand beside, where they are laid into the open workbook. */
      readonly beside: readonly string[];
    };

export interface Found {
  readonly kind: 'found';
  readonly old: OldTables;
  readonly unreadable: readonly { readonly name: string; readonly problem: DoorProblem }[];
}

export interface Made {
  readonly kind: 'made';
  readonly plans: readonly SheetPlan[];
  readonly check: OldCheck;
  /** The book has to be a workbook of its own: sheets of the same names stand in the open one. */
  readonly isApart: boolean;
}

export type AdoptAnswer = Found | Made;

export function adoptAnswer(task: AdoptTask): AdoptAnswer {
  if (task.kind === 'make') {
    const { proposal, beside } = task;
    const answers = new Map(task.answers);
    const settled = settle(proposal, answers, beside);
    const names = new Set(beside.map((name) => name.toLowerCase()));
    const isApart = settled.plans.some(({ name }) => names.has(name.toLowerCase()));
    const { plans } = isApart ? settle(proposal, answers) : settled;
    return { kind: 'made', plans, check: checkOld(proposal, settled), isApart };
  }
  const read = task.more.map(({ name, bytes }) => ({ name, cells: readWorkbook(bytes) }));
  const all = together([
    { name: task.name, cells: task.cells },
    ...read.flatMap(({ name, cells }) => (cells.ok ? [{ name, cells: cells.value }] : [])),
  ]);
  return {
    kind: 'found',
    old: findOldTables(all ?? task.cells),
    unreadable: read.flatMap(({ name, cells }) => (cells.ok ? [] : [{ name, problem: cells.error }])),
  };
}

interface Scope {
  onmessage: ((event: { readonly data: AdoptTask }) => void) | null;
  postMessage: (answer: AdoptAnswer) => void;
}

export function serveAdopting(scope: Scope): void {
  scope.onmessage = ({ data }) => {
    scope.postMessage(adoptAnswer(data));
  };
}
