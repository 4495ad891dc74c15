/** A new standard workbook from a regulation and a list of units. */
import type { Regulation } from '../regulations';
import { fullContent, kindOfContent, type FullContent, type WorkbookContent, type WrittenUnit } from './create-content';
import { guideSheet } from './create-guide';
import { matrixSheet } from './create-matrix';
import { inputSheets } from './create-sheets';
import { SHEETS } from './layout';
import { inKind } from '../text';
import type { PaperSize, SheetPlan } from '../sheets/plan';
import { cellsOfPlans } from '../sheets/plan-cells';
import { readBook } from './read';

export type { WorkbookContent, WrittenScores, WrittenUnit } from './create-content';

export interface CreateOptions {
  /** What stands in the sheets at first; what is absent comes from the regulation, or is blank. */
  readonly content?: Partial<WorkbookContent>;
  /** What the score sheet is printed on. */
  readonly paper?: PaperSize;
}

/**
 * The sheets of a new workbook, the guide first, then the input sheets in their order. They are in
 * the standard form: read back, they give no finding but what is still to be filled in.
 */
export function createWorkbook(
  regulation: Regulation,
  units: readonly WrittenUnit[],
  options: CreateOptions = {},
): SheetPlan[] {
  const content = fullContent(regulation, units, options.content ?? {});
  return workbookOf(content, inKind(regulation.source, kindOfContent(content)), options.paper);
}

/**
 * The sheets for a content that is complete; `source` says on the guide where the rules come from.
 * The matrix needs the criteria as a tree: they are read from the other sheets, as everyone reads them.
 */
export function workbookOf(content: FullContent, source: string, paper?: PaperSize): SheetPlan[] {
  const sheets = inputSheets(content);
  const { criteria, settings } = readBook(cellsOfPlans(sheets));
  const matrix = matrixSheet(content, criteria, settings, paper);
  const order = Object.values(SHEETS).map(({ name }) => name);
  return [
    guideSheet(source, kindOfContent(content)),
    ...[...sheets, matrix].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)),
  ];
}
