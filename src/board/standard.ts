/** The official standard that submitted workbooks are compared with. */
import { evaluate, type Book, type Issue, type IssueCode } from '../rules';
import type { Regulation } from '../regulations';
import type { WorkbookCells } from '../sheets/cells';
import { createWorkbook } from '../workbook/create';
import { fail, ok, type DoorProblem, type Result } from '../sheets/door';
import { SHEETS } from '../workbook/layout';
import { cellsOfPlans } from '../sheets/plan-cells';
import { readBook } from '../workbook/read';
import { readWorkbook } from '../xlsx';
import { TableFinder } from '../workbook/table-finder';

/** As plain data, so that it can be handed to workers. */
export interface Standard {
  readonly cells: WorkbookCells;
  /** The name of the regulation and the year count too: a reference workbook is dated, a regulation of the package is not. */
  readonly isWorkbook: boolean;
}

export function regulationStandard(regulation: Regulation): Standard {
  return { cells: cellsOfPlans(createWorkbook(regulation, [])), isWorkbook: false };
}

export type StandardProblem =
  | { readonly kind: 'file'; readonly problem: DoorProblem }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

/** A reference workbook; one that has errors of its own is no standard. */
export function workbookStandard(bytes: Uint8Array): Result<Standard, StandardProblem> {
  const cells = readWorkbook(bytes);
  if (!cells.ok) return fail({ kind: 'file', problem: cells.error });
  const issues = standardErrors(cells.value);
  return issues.length > 0 ? fail({ kind: 'invalid', issues }) : ok({ cells: cells.value, isWorkbook: true });
}

/** Issues that a reference workbook without scores, votes and data cannot avoid. */
const OF_SCORING: ReadonlySet<IssueCode> = new Set([
  'ballot-missing',
  'tie-key-unknown',
  'quota-unfilled',
  'unit-column-missing',
  'criterion-row-missing',
]);
const SCORING_SHEETS: ReadonlySet<string> = new Set(
  [SHEETS.scores, SHEETS.data, SHEETS.ballots, SHEETS.decisions].map(({ name }) => name),
);

/** The errors that keep a workbook from being a standard: in its criteria, rules, awards, conditions and units. */
function standardErrors(cells: WorkbookCells): Issue[] {
  const book = readBook(cells);
  const rulesOnly = { ...book, units: [], scores: [], data: [], ballots: [], decisions: [] };
  return evaluate(rulesOnly).issues.filter(
    ({ code, severity, place, expected }) =>
      severity === 'error' &&
      !OF_SCORING.has(code) &&
      !(code === 'sheet-missing' && expected === SHEETS.scores.name) &&
      (place === null || !SCORING_SHEETS.has(place.sheet)),
  );
}

/** A standard opened for comparing. */
export interface OpenStandard extends Standard {
  readonly book: Book;
  readonly where: TableFinder;
}

export const openStandard = (standard: Standard): OpenStandard => ({
  ...standard,
  book: readBook(standard.cells),
  where: new TableFinder(standard.cells),
});
