/** Where a decision is written in `Quyết định`, and what. */
import type { AwardId, Decision, Fix, UnitId } from '../../rules';
import type { SheetCells, WorkbookCells } from '../../sheets/cells';
import { DECISION_KINDS, LIST_SEPARATOR, RANK_SCOPE, SHEETS } from '../../workbook/layout';
import { Findings } from '../../workbook/read/findings';
import { findSheets } from '../../workbook/read/sheets';
import { openTable } from '../../workbook/read/table';

export interface DecisionInput {
  readonly kind: Decision['kind'];
  /** Null: the rank. */
  readonly award: AwardId | null;
  /** For a tie in the order decided; otherwise the one unit. */
  readonly units: readonly UnitId[];
  readonly reason: string;
  readonly by: string;
  /** ISO day. */
  readonly on: string;
}

type Column = keyof (typeof SHEETS)['decisions']['columns'];

/**
 * The cells to fill, in the first free row below the table. Null when the workbook has no sheet
 * `Quyết định` with its headers.
 */
export function decisionRow(cells: WorkbookCells, input: DecisionInput): Fix[] | null {
  const unheard = new Findings();
  const sheet = findSheets(cells, unheard).found.get('decisions');
  if (!sheet) return null;
  const table = openTable(sheet, SHEETS.decisions, unheard, null);
  const row = freeRow(sheet, table.lastHeaderRow, [...table.columns.values()]);
  const values: Readonly<Record<Column, string | number>> = {
    kind: DECISION_KINDS[input.kind][0],
    scope: input.award ?? RANK_SCOPE,
    units: input.units.join(`${LIST_SEPARATOR} `),
    reason: input.reason.trim(),
    by: input.by.trim(),
    on: dayNumber(input.on, cells.date1904),
  };
  const fixes: Fix[] = [];
  for (const [key, value] of Object.entries(values) as [Column, string | number][]) {
    const column = table.columns.get(key);
    if (column === undefined) {
      if (SHEETS.decisions.columns[key].required) return null;
      continue;
    }
    fixes.push({ place: { sheet: sheet.name, row, column }, value, ...(key === 'on' && { format: 'dd/mm/yyyy' }) });
  }
  return fixes;
}

/** The row after the last one with anything in the table's columns. */
function freeRow(sheet: SheetCells, headerRow: number, columns: readonly number[]): number {
  const last = sheet.rows.findLastIndex((row) =>
    columns.some((column) => (row?.[column]?.value ?? null) !== null && row?.[column]?.value !== ''),
  );
  return Math.max(last, headerRow) + 1;
}

const DAY_MS = 86_400_000;

/** Excel's serial number of an ISO day. */
function dayNumber(day: string, date1904: boolean): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY_MS - (date1904 ? 1462 : 0);
}
