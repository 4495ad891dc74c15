/** The table sheets of a new workbook: titles, headers, rows to type in, drop-downs, print set-up. */
import { ENTRY_MESSAGES } from '../text/new-workbook';
import type { PlanCell, SheetPlan, Validation } from '../sheets/plan';
import type { WrittenValue } from '../regulations';
import type { Look } from './layout';
import { across, cell, fittedRow, printSetup, row, sheetPlan, type Orientation } from '../sheets/plan-parts';
import type { StyleName } from '../sheets/styles';

/** Rows of a table sheet before its first record: title, remark, headers. */
export const FIRST_RECORD = 3;
const HEADER_ROW = FIRST_RECORD - 1;

export interface TableColumn extends Omit<Look, 'codesOf' | 'holds'> {
  readonly header: string;
  readonly style: StyleName;
  /** A drop-down from a range of the workbook. */
  readonly choicesFrom?: string;
  /** What is shown at the header: what the column is for. */
  readonly hint?: string;
}

export interface Table {
  readonly name: string;
  readonly title: string;
  /** One or two sentences for those who fill it. */
  readonly remark: string;
  readonly columns: readonly TableColumn[];
  readonly records: readonly (readonly WrittenValue[])[];
  /** Empty rows below the records, ready to be typed in. */
  readonly spare: number;
  readonly orientation: Orientation;
}

const DAY = 86_400_000;
/** Day 0 of Excel's calendar, its missing 1900-02-29 taken into account. */
const CALENDAR_START = Date.UTC(1899, 11, 30);

/** A written value as a cell: days become date numbers, everything else stays what it is. */
export function writtenCell(value: WrittenValue, style: StyleName): PlanCell {
  if (typeof value !== 'object' || value === null) return cell(value, style);
  return cell((Date.parse(value.day) - CALENDAR_START) / DAY, 'inputDate');
}

function validationOf(column: TableColumn, index: number, lastRow: number): Validation[] {
  const area = { top: FIRST_RECORD, bottom: lastRow, left: index, right: index };
  const strict = column.strict ?? true;
  if (column.choices)
    return [{ kind: 'list', area, items: column.choices, strict, message: ENTRY_MESSAGES.choose(column.header) }];
  if (column.choicesFrom !== undefined)
    return [
      {
        kind: 'listFrom',
        area,
        formula: column.choicesFrom,
        strict,
        message: ENTRY_MESSAGES.choose(column.header),
      },
    ];
  if (column.limit) {
    const { max } = column.limit;
    return [
      {
        kind: 'decimal',
        area,
        min: 0,
        max,
        message: ENTRY_MESSAGES.number(column.header, max),
      },
    ];
  }
  return [];
}

/** What a header says of its column. */
export const hintAt = (rowIndex: number, column: number, message: string): Validation => ({
  kind: 'hint',
  area: { top: rowIndex, bottom: rowIndex, left: column, right: column },
  message,
});

export function tableSheet(table: Table): SheetPlan {
  const widths = table.columns.map(({ width }) => width);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const last = table.columns.length - 1;
  const records = [...table.records, ...Array.from({ length: table.spare }, (): WrittenValue[] => [])];
  const lastRow = FIRST_RECORD + records.length - 1;
  return sheetPlan(
    {
      name: table.name,
      columns: widths.map((width) => ({ width })),
      rows: [
        row([cell(table.title, 'title')], 26),
        fittedRow([cell(table.remark, 'note')], [whole]),
        fittedRow(
          table.columns.map(({ header }) => cell(header, 'header')),
          widths,
        ),
        ...records.map((record) =>
          fittedRow(
            table.columns.map(({ style }, index) => writtenCell(record[index] ?? null, style)),
            widths,
          ),
        ),
      ],
    },
    {
      merges: last === 0 ? [] : [across(0, 0, last), across(1, 0, last)],
      freeze: { rows: FIRST_RECORD, columns: 1 },
      validations: [
        ...(records.length === 0 ? [] : table.columns.flatMap((column, index) => validationOf(column, index, lastRow))),
        ...table.columns.flatMap(({ hint }, index) => (hint === undefined ? [] : [hintAt(HEADER_ROW, index, hint)])),
      ],
      print: printSetup(
        table.orientation,
        { top: 0, bottom: lastRow, left: 0, right: last },
        { first: HEADER_ROW, last: HEADER_ROW },
      ),
      protect: true,
    },
  );
}
