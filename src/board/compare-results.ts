/** The results a workbook states itself against what its own scores and rules give. */
import { issue, numeralOfDouble, type Issue, type Place, type UnitId } from '../rules';
import { cellAt, type Cell } from '../sheets/cells';
import type { Judgement } from '../workbook/judgement';
import { OUTPUT_SHEETS, SHEETS } from '../workbook/layout';
import type { PlanCell } from '../sheets/plan';
import { shownText } from '../sheets/shown-cell';
import { CHANGED } from '../sheets/banner';
import { firstCell } from '../workbook/read/sheets';
import { sheetPlace } from './sheet-place';
import { fold } from '../base/folding';
import type { ResultColumn } from '../workbook/results-columns';
import { cellMaker, resultTable, rowCells, type ResultTable } from '../workbook/results-table';
import type { ResultRow } from '../workbook/results-rows';
import { findOutput, isUnfinished, ownStamp, UNFINISHED } from '../sheets/stamp';
import { compareNominees, type Nominations } from './compare-nominees';
import { checkStamps } from './check-stamps';
import { findResultsTable, placeIn, type FoundColumn, type FoundTable } from './results-table';

export interface ComparedResults {
  readonly issues: readonly Issue[];
  /** The table that was compared; null where there is none. */
  readonly found: FoundTable | null;
  /** What the table should be; null where there was nothing to compare with it. */
  readonly table: ResultTable | null;
}

const nothing = (issues: readonly Issue[]): ComparedResults => ({ issues, found: null, table: null });

/** Everything that can be said of the results of one workbook. */
export function compareResults(judgement: Judgement): ComparedResults {
  const { cells } = judgement;
  const named = cells.sheets.find(({ name }) => fold(name) === fold(OUTPUT_SHEETS.results)) ?? null;
  const stamped = findOutput(cells, 'results');
  const sheet = stamped ?? named;
  if (sheet === null) {
    const sheetOrder = cells.sheets.map(({ name }) => name);
    return nothing([issue('result-missing', sheetPlace(sheetOrder, SHEETS.info.name))]);
  }
  if (isUnfinished(sheet)) return nothing([issue('result-missing', firstCell(sheet.name), { received: UNFINISHED })]);
  const table = resultTable(judgement);
  const found = findResultsTable(sheet, table);
  const origin = stamped === null ? [issue('result-unstamped', firstCell(sheet.name))] : checkStamps(judgement, sheet);
  if (found === null)
    return nothing([
      ...origin,
      issue('result-differs', firstCell(sheet.name), {
        expected: table.columns
          .slice(0, table.printedCount)
          .map(({ header }) => header.replaceAll('\n', ' '))
          .join(', '),
      }),
    ]);
  const isFresh = ownStamp(sheet)?.fingerprint === judgement.fingerprint;
  const compared = new ResultsComparison(judgement, table, found, stamped !== null, isFresh).issues();
  return { issues: [...origin, ...compared], found, table };
}

/** Differences of stored doubles up to this come from the spreadsheet's own arithmetic. */
const TOLERANCE = 1e-9;

const differs = (code: Issue['code'], place: Place, received: string, expected: string | null, unit?: UnitId): Issue =>
  issue(code, place, {
    received: received === '' ? null : received,
    expected,
    ...(unit === undefined ? {} : { unit }),
  });

const planText = ({ value }: PlanCell): string =>
  typeof value === 'number' ? (numeralOfDouble(value)?.value ?? '') : String(value ?? '');

/** Columns that may hold formulas. */
const LIVE: ReadonlySet<FoundColumn['kind']> = new Set(['section', 'base', 'bonus', 'deduction', 'total', 'rank']);

class ResultsComparison {
  private readonly byName = new Map<string, ResultRow>();
  private readonly nominations: Nominations = new Map();

  constructor(
    private readonly judgement: Judgement,
    private readonly table: ResultTable,
    private readonly found: FoundTable,
    private readonly isOurs: boolean,
    private readonly isFresh: boolean,
  ) {
    for (const row of table.rows) {
      this.byName.set(fold(row.unit.name || row.unit.id), row);
      if (!this.byName.has(fold(row.unit.id))) this.byName.set(fold(row.unit.id), row);
    }
  }

  issues(): Issue[] {
    const { found, judgement } = this;
    const seen = new Set<ResultRow>();
    const issues = this.warningLine();
    for (const { row, name } of found.rows) {
      const nameColumn = this.columnOf('name')?.column ?? 0;
      const place = placeIn(found, row, nameColumn);
      if (found.sheet.hiddenRows.has(row)) issues.push(issue('hidden-data', place, { received: name }));
      const own = this.byName.get(fold(name));
      if (own === undefined || seen.has(own)) {
        issues.push(differs('result-differs', place, name, null));
        continue;
      }
      seen.add(own);
      issues.push(...this.compareRow(row, own));
    }
    const header = placeIn(found, found.headerRow, this.columnOf('name')?.column ?? 0);
    const missing = this.table.rows.filter((row) => !seen.has(row));
    return [
      ...issues,
      ...missing.map(({ unit }) => differs('result-differs', header, '', unit.name || unit.id, unit.id)),
      ...compareNominees(judgement, this.nominations),
    ];
  }

  private columnOf(kind: FoundColumn['kind']): FoundColumn | undefined {
    return this.found.columns.find((column) => column.kind === kind);
  }

  /** The line that prints as soon as a score changes must still be a formula. */
  private warningLine(): Issue[] {
    const { sheet, headerRow } = this.found;
    if (!this.isOurs || this.table.rankedCount === 0) return [];
    const stands = sheet.rows
      .slice(0, headerRow)
      .some((cells) => cells?.some((cell) => cell?.formula?.includes(CHANGED)));
    return stands
      ? []
      : [issue('formula-overwritten', placeIn(this.found, Math.max(0, headerRow - 1), 0), { expected: CHANGED })];
  }

  private compareRow(row: number, own: ResultRow): Issue[] {
    const place = { firstRow: this.found.headerRow + 1 };
    const expected = cellMaker(this.table, own, place, 'values');
    // What should be a formula is only asked where a value stands: making formulas takes longer than all else here.
    let formulas: readonly PlanCell[] | undefined;
    const isFormula = (index: number): boolean =>
      (formulas ??= rowCells(this.table, own, place))[index]?.formula !== undefined;
    return this.found.columns.flatMap((column) => {
      // Both are known by what they say: the row was found by its unit.
      if (column.kind === 'number' || column.kind === 'name') return [];
      const cell = cellAt(this.found.sheet, row, column.column);
      const wanted = this.wantedFor(cell, column);
      if (wanted === undefined) return [];
      if (column.kind === 'awards')
        this.nominations.set(own.unit.id, { text: this.shown(cell), place: placeIn(this.found, row, column.column) });
      return this.compareCell(row, column, cell, expected(wanted), own.unit.id, isFormula);
    });
  }

  /** What should stand there: a printed number is a text of ours, and a number in a table that people made or an earlier version wrote. */
  private wantedFor(cell: Cell | undefined, { index }: FoundColumn): ResultColumn | undefined {
    const column = this.table.columns[index];
    return column?.shows !== undefined && typeof cell?.value === 'number' ? column.shows : column;
  }

  private compareCell(
    row: number,
    { kind, column, index }: FoundColumn,
    cell: Cell | undefined,
    wanted: PlanCell,
    unit: UnitId,
    isFormula: (index: number) => boolean,
  ): Issue[] {
    // Remarks are free for people to add to; ours are only compared where nothing else changed.
    if (kind === 'remarks' && !(this.isOurs && this.isFresh)) return [];
    const place = placeIn(this.found, row, column);
    const issues: Issue[] = [];
    if (this.isOurs && LIVE.has(kind) && cell !== undefined && this.isTypedOver(cell, column) && isFormula(index)) {
      issues.push(differs('formula-overwritten', place, this.shown(cell), null, unit));
    }
    const waits = cell?.formula !== undefined && cell.value === null;
    if (!waits && !this.says(cell, wanted))
      issues.push(differs('result-differs', place, this.shown(cell), planText(wanted), unit));
    return issues;
  }

  /** A value where a formula of ours stood: the sheet is as it was written, or its neighbours still are formulas. */
  private isTypedOver(cell: Cell, column: number): boolean {
    if (cell.formula !== undefined) return !/[A-Z]\$?\d/iu.test(cell.formula);
    return (
      this.isFresh || this.found.rows.some(({ row }) => cellAt(this.found.sheet, row, column)?.formula !== undefined)
    );
  }

  private says(cell: Cell | undefined, { value }: PlanCell): boolean {
    if (typeof value === 'number') return typeof cell?.value === 'number' && Math.abs(cell.value - value) <= TOLERANCE;
    const shown = fold(this.shown(cell));
    // Where there is nothing to say we write a dash, people leave the cell empty.
    return shown === fold(String(value ?? '')) || (!this.isOurs && value === '–' && shown === '');
  }

  private shown(cell: Cell | undefined): string {
    return shownText(cell, this.judgement.cells.date1904);
  }
}
