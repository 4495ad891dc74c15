/** Reads `Chấm điểm`: criteria down, units across, one column for each level. */
import {
  compareNumerals,
  type Criterion,
  type CriterionCode,
  type Entry,
  type Level,
  type ScoreColumn,
} from '../../rules';
import type { Cell } from '../../sheets/cells';
import { numberInText } from '../../rules/model/cells';
import type { SHEETS } from '../layout';
import { TOTAL_ROW } from '../layout';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import { codeIn } from './codes';
import type { CriteriaTable } from './criteria';
import { BulletCodes } from './criterion-codes';
import { readMatrixColumns, type UnitColumn } from './matrix-columns';
import { PrintedRows } from './printed-rows';
import type { Reader } from './reader';
import type { Records } from './records';
import type { TableRow } from './table-row';
import { placeOf, type Table } from './table';
import { fold } from '../../base/folding';
import type { UnitsTable } from './units';

type Key = keyof typeof SHEETS.scores.columns;
type Row = TableRow<Key>;

export function readMatrix(reader: Reader, criteria: CriteriaTable, units: UnitsTable, ranking: Level): ScoreColumn[] {
  const opened = reader.table('scores', 'totals');
  if (opened === null || opened.keyColumn < 0) return [];
  const { columns, said, lastHeaderRow } = readMatrixColumns(reader, opened, units, ranking);
  const table: Table<Key> = { ...opened, lastHeaderRow };
  const inputColumns = columns.map(({ column }) => column);
  const isKey = (shown: string, cell: Cell): boolean => criteria.codes.isCalled(codeIn(cell, shown) ?? shown);
  const records = reader.records(table, { isKey, inputColumns, otherColumns: said, touches: null });
  return new MatrixReader(reader, table, criteria, columns).read(records);
}

/** The row of a criterion; `isSum`: of a parent, whose cells are checked and never counted. */
interface Line {
  readonly code: CriterionCode;
  readonly row: Row;
  readonly isSum: boolean;
  readonly isTwice: boolean;
}

class MatrixReader {
  private readonly rows = new Map<CriterionCode, Row>();
  /** Codes that stand in two rows: neither is believed. */
  private readonly twice = new Set<CriterionCode>();
  /** Names of rows of which something has been said: each explains one criterion without a row. */
  private readonly broken: string[] = [];
  private readonly parents: ReadonlySet<CriterionCode>;
  /** While criteria are lost, no sum can be checked against its parts. */
  private readonly sumsMeanSomething: boolean;

  constructor(
    private readonly reader: Reader,
    private readonly table: Table<Key>,
    private readonly criteria: CriteriaTable,
    private readonly columns: readonly UnitColumn[],
  ) {
    this.sumsMeanSomething = !criteria.codes.hasLostRows;
    this.parents = new Set(criteria.criteria.flatMap(({ parent }) => (parent === null ? [] : [parent])));
  }

  read({ rows, keyless, totals }: Records<Key>): ScoreColumn[] {
    for (const row of keyless) this.broken.push(fold(row.text('name')));
    this.assignRows(rows);
    this.sayMissingRows();
    const last = Math.max(...[...this.rows.values()].map(({ row }) => row));
    const total = totals.filter((row) => row.row > last && this.isTotalOfAll(row)).at(-1) ?? null;
    const stated = this.criteria.criteria.filter((criterion) => this.isParent(criterion));
    for (const criterion of this.criteria.criteria) this.checkMaximum(criterion);
    for (const { code } of stated) this.checkFormulas(this.rows.get(code), code);
    this.checkFormulas(total ?? undefined, null);
    const lines = this.criteria.criteria.flatMap((criterion): Line[] => {
      const row = this.rows.get(criterion.code);
      return row === undefined
        ? []
        : [{ code: criterion.code, row, isSum: this.isParent(criterion), isTwice: this.twice.has(criterion.code) }];
    });
    return this.columns.map((column) => this.readColumn(column, lines, total));
  }

  private isParent({ code, way }: Criterion): boolean {
    return way.kind === 'group' || this.parents.has(code);
  }

  private isTotalOfAll(row: Row): boolean {
    const cells = this.table.sheet.rows[row.row] ?? [];
    return cells.some((cell) => typeof cell?.value === 'string' && fold(cell.value) === fold(TOTAL_ROW.text));
  }

  private assignRows(rows: readonly Row[]): void {
    const { codes } = this.criteria;
    const bullets = new BulletCodes();
    const printed = this.criteria.criteria.some((criterion) => criterion.printed !== undefined)
      ? new PrintedRows(this.criteria.criteria, codes)
      : null;
    const brokenNames = new Set(this.criteria.brokenNames);
    for (const row of rows) {
      const { code: written, sure } = this.reader.code(row, 'code', 'totals', (code) => codes.find(code) !== null);
      const place = row.place('code');
      const name = fold(row.text('name'));
      const code =
        written === ''
          ? null
          : printed === null
            ? codes.find(bullets.codeOf(written) ?? written)
            : printed.take(written, name);
      if (code !== null && !this.rows.has(code)) {
        this.rows.set(code, row);
        continue;
      }
      this.broken.push(name);
      if (code !== null) {
        this.twice.add(code);
        if (sure) this.reader.findings.say('code-duplicate', place, { received: written, criterion: code }, null);
      } else if (sure && written !== '') {
        const mayBeLost = name === '' || brokenNames.has(name) || brokenNames.has('');
        if (!codes.hasExcused(written) && !(mayBeLost && codes.isExcused(written))) this.sayUnknown(written, row);
      }
    }
  }

  /** A row of scores without its criterion leaves every total in doubt. */
  private sayUnknown(written: string, row: Row): void {
    const place = row.place('code');
    const isScored = this.columns.some(({ column }) => row.entryAt(column, true).kind !== 'blank');
    this.reader.findings.say(
      'code-unknown',
      place,
      this.criteria.codes.unknown(written, place),
      isScored ? 'totals' : null,
    );
  }

  /** Leaves without a row, but for those whose row has been said to be broken. */
  private sayMissingRows(): void {
    const missing = this.criteria.criteria.filter(
      (criterion) => !this.isParent(criterion) && !this.rows.has(criterion.code),
    );
    const named = missing.filter(({ name }) => {
      const index = name === '' ? -1 : this.broken.indexOf(fold(name));
      if (index >= 0) this.broken.splice(index, 1);
      return index < 0;
    });
    const place = placeOf(this.table, this.table.headerRow, 0);
    for (const { code, name } of named.slice(this.broken.length)) {
      this.reader.findings.say('criterion-row-missing', place, { expected: code, criterion: code, params: { name } });
    }
  }

  /** The maximum beside a criterion is a copy of the one in `Tiêu chí`. */
  private checkMaximum({ code, max }: Criterion): void {
    const row = this.rows.get(code);
    if (row === undefined || !row.has('max') || max === null) return;
    const entry = row.entry('max');
    const stated = entry.kind === 'number' ? entry.value : entry.kind === 'text' ? numberInText(entry.text) : null;
    if (entry.kind === 'uncalculated')
      this.reader.findings.say('formula-not-calculated', entry.place, { severity: 'info', criterion: code });
    else if (entry.kind === 'error')
      this.reader.findings.say('cell-error', entry.place, { received: entry.error, criterion: code });
    else if (
      entry.kind !== 'blank' &&
      entry.kind !== 'absent' &&
      (stated === null || compareNumerals(stated, max) !== 0)
    ) {
      this.reader.findings.say('max-differs', entry.place, {
        received: row.text('max'),
        expected: max,
        criterion: code,
      });
    }
  }

  /** Where most cells of a sum are formulas, a number among them was typed over one. */
  private checkFormulas(row: Row | undefined, criterion: CriterionCode | null): void {
    if (row === undefined) return;
    const cells = this.table.sheet.rows[row.row] ?? [];
    const filled = this.columns.filter(({ column }) => !isBlankCell(cells[column]));
    const typed = filled.filter(({ column }) => cells[column]?.formula === undefined);
    if (typed.length * 2 > filled.length) return;
    for (const { column, unit } of typed) {
      const received = shownText(cells[column], this.reader.date1904);
      this.reader.findings.say('formula-overwritten', placeOf(this.table, row.row, column), {
        received,
        unit,
        ...(criterion === null ? {} : { criterion }),
      });
    }
  }

  private readColumn({ unit, level, column }: UnitColumn, lines: readonly Line[], total: Row | null): ScoreColumn {
    const entries = new Map<CriterionCode, Entry>();
    const stated = new Map<CriterionCode, Entry>();
    for (const { code, row, isSum, isTwice } of lines) {
      if (isSum) {
        const entry = row.entryAt(column, true);
        if (entry.kind !== 'blank' && this.sumsMeanSomething) stated.set(code, entry);
      } else if (isTwice) {
        entries.set(code, { kind: 'absent', code: 'code-duplicate', place: placeOf(this.table, row.row, column) });
      } else entries.set(code, row.entryAt(column, true));
    }
    const sum = total?.entryAt(column, true);
    if (sum !== undefined && sum.kind !== 'blank' && this.sumsMeanSomething) stated.set(TOTAL_ROW.key, sum);
    return { unit, level, entries, stated };
  }
}
