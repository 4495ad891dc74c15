/** The columns of `Chấm điểm`: which unit and which level each belongs to. */
import type { Level, Place, Unit, UnitId } from '../../rules';
import { cellAt, type Cell } from '../cells';
import type { SHEETS } from '../layout';
import { LEVEL_HEADERS, LEVELS } from '../layout';
import { isBlankCell, shownText } from './cell';
import { codeOfNumber } from './number-format';
import type { Reader } from './reader';
import { placeOf, type Table } from './table';
import { codeText, fold, nearest, unmark } from './text';
import type { UnitsTable } from './units';
import { meaningsOf, wordFinder } from './words';

export interface UnitColumn {
  readonly unit: UnitId;
  readonly level: Level;
  readonly column: number;
}

type Matrix = Table<keyof typeof SHEETS.scores.columns>;

/** A first-row header and the columns below it. */
interface Block {
  readonly column: number;
  /** The first column that is no longer below the header. */
  readonly end: number;
  readonly header: string;
  readonly unit: UnitId | null;
}

export interface MatrixColumns {
  readonly columns: readonly UnitColumn[];
  /** Records stand below this row. */
  readonly lastHeaderRow: number;
}

const exactLevel = wordFinder(LEVELS);
const UNMARKED_LEVELS = new Map(meaningsOf(LEVELS).map((level) => [unmark(fold(LEVELS[level][0])), level]));
const levelOf = (text: string): Level | null => exactLevel(text) ?? UNMARKED_LEVELS.get(fold(text)) ?? null;

export function readMatrixColumns(reader: Reader, table: Matrix, units: UnitsTable, ranking: Level): MatrixColumns {
  return new ColumnReader(reader, table, units, ranking).read();
}

/** More than any bloc has: beyond them nothing is guessed about names. */
const MOST_STRANGERS = 100;

class ColumnReader {
  private readonly unitRow: number;
  /** The row of the levels, or null where all columns are the ranking level. */
  private readonly levelRow: number | null;
  private readonly names = new Map<string, UnitId | null>();
  /** Units of which something has been said already. */
  private readonly said = new Set<UnitId>();
  private readonly strangers: string[] = [];

  constructor(private readonly reader: Reader, private readonly table: Matrix, private readonly units: UnitsTable, private readonly ranking: Level) {
    for (const { id, name } of units.units) this.names.set(fold(name), this.names.has(fold(name)) ? null : id);
    const { headerRow } = table;
    const levelsInHeader = headerRow > 0 && table.others.some(({ header }) => levelOf(header) !== null);
    this.unitRow = levelsInHeader ? headerRow - 1 : headerRow;
    this.levelRow = levelsInHeader ? headerRow : this.findLevelRow();
  }

  private text(row: number, column: number): string {
    return shownText(cellAt(this.table.sheet, row, column), this.reader.date1904);
  }

  private place(row: number, column: number): Place {
    return placeOf(this.table, row, column);
  }

  /** The row below the units: it names levels, or holds only texts where a record would have its code. */
  private findLevelRow(): number | null {
    const row = this.unitRow + 1;
    const cells = this.table.sheet.rows[row] ?? [];
    const known = new Set(this.table.columns.values());
    const free = cells.filter((cell, column): cell is Cell => cell !== undefined && !known.has(column) && !isBlankCell(cell));
    if (free.some((cell) => typeof cell.value === 'string' && levelOf(cell.value) !== null)) return row;
    const startsRecord = [...known].some((column) => this.table.columns.get('max') !== column && !isBlankCell(cells[column]));
    const first = this.table.sheet.rows[this.unitRow] ?? [];
    const underUnits = cells.some((cell, column) => !known.has(column) && !isBlankCell(cell) && !isBlankCell(first[column]));
    return !startsRecord && underUnits && free.every((cell) => typeof cell.value === 'string' && !/\d/u.test(cell.value)) ? row : null;
  }

  read(): MatrixColumns {
    const blocks = this.findBlocks();
    const own = new Map<UnitId, Block>();
    const twice = new Set<UnitId>();
    for (const block of blocks) {
      if (block.unit === null) continue;
      if (own.has(block.unit)) {
        twice.add(block.unit);
        this.reader.findings.say('header-ambiguous', this.place(this.unitRow, block.column), { received: block.header, unit: block.unit, params: { header: block.header } });
      } else own.set(block.unit, block);
    }
    for (const unit of twice) this.said.add(unit);
    const columns = [...own].flatMap(([unit, block]) => (twice.has(unit) ? [] : this.columnsOf(unit, block)));
    this.sayMissing(columns, own);
    this.sayHidden(columns);
    return { columns, lastHeaderRow: Math.max(this.table.lastHeaderRow, this.levelRow ?? -1) };
  }

  private findBlocks(): Block[] {
    const known = new Set(this.table.columns.values());
    const cells = this.table.sheet.rows[this.unitRow] ?? [];
    const width = Math.max(cells.length, this.levelRow === null ? 0 : this.table.sheet.rows[this.levelRow]?.length ?? 0);
    const starts: number[] = [];
    for (let column = 0; column < width; column++) if (!known.has(column) && !isBlankCell(cells[column])) starts.push(column);
    return starts.map((column, index) => {
      let end = starts[index + 1] ?? width;
      for (const other of known) if (other > column && other < end) end = other;
      const header = this.text(this.unitRow, column);
      return { column, end, header, unit: this.unitOf(cells[column], column, end, header) };
    });
  }

  /** The unit a header names by code or name; a stranger with a level below it is said. */
  private unitOf(cell: Cell | undefined, column: number, end: number, header: string): UnitId | null {
    const code = typeof cell?.value === 'number' ? codeOfNumber(cell.value, cell.format) : codeText(header);
    const unit = (code === null ? null : this.units.codes.find(code)) ?? this.names.get(fold(header));
    if (typeof unit === 'string') return unit;
    if (unit === null || !this.units.codes.known || this.levelRow === null) return null;
    let hasLevel = false;
    for (let at = column; at < end; at++) hasLevel ||= levelOf(this.text(this.levelRow, at)) !== null;
    if (hasLevel) this.sayStranger(column, header, code === null);
    return null;
  }

  private sayStranger(column: number, header: string, isNumber: boolean): void {
    if (this.units.codes.isExcused(header)) return;
    this.strangers.push(header);
    const place = this.place(this.unitRow, column);
    const suggestion = this.strangers.length > MOST_STRANGERS ? null : nearest(header, this.units.units.slice(0, MOST_STRANGERS).flatMap(({ id, name }) => [name, id]));
    this.reader.findings.say(isNumber ? 'code-is-number' : 'code-unknown', place, {
      received: header, expected: suggestion,
      ...(suggestion === null ? {} : { params: { suggestion }, fix: { place, value: suggestion } }),
    });
  }

  /** One column for each level; an unreadable level and a level twice are said, and left out. */
  private columnsOf(unit: UnitId, { column, end }: Block): UnitColumn[] {
    if (this.levelRow === null) return [{ unit, level: this.ranking, column }];
    const found = new Map<Level, number>();
    const twice = new Set<Level>();
    for (let at = column; at < end; at++) {
      const text = this.text(this.levelRow, at);
      if (text === '' && at > column && !this.isUnder(column, at)) continue;
      const level = levelOf(text);
      const place = this.place(this.levelRow, at);
      if (level === null) {
        this.said.add(unit);
        this.reader.findings.say('header-missing', place, { received: text, expected: Object.values(LEVEL_HEADERS).join('; '), unit });
      } else if (found.has(level)) {
        twice.add(level);
        this.said.add(unit);
        this.reader.findings.say('header-ambiguous', place, { received: text, unit, params: { header: text } });
      } else found.set(level, at);
    }
    return [...found].filter(([level]) => !twice.has(level)).map(([level, at]) => ({ unit, level, column: at }));
  }

  /** A column without a level text belongs to the unit when it is merged below it, or holds something. */
  private isUnder(first: number, column: number): boolean {
    const merged = (this.table.sheet.merges ?? []).some(({ top, bottom, left, right }) => top <= this.unitRow && this.unitRow <= bottom && left <= first && column <= right);
    const { rows } = this.table.sheet;
    return merged || rows.some((cells, row) => row > this.unitRow && !isBlankCell(cells?.[column]));
  }

  /** Units without a column at the ranking level, unless the reason has been said. */
  private sayMissing(columns: readonly UnitColumn[], own: ReadonlyMap<UnitId, Block>): void {
    const ranked = new Set(columns.filter(({ level }) => level === this.ranking).map(({ unit }) => unit));
    const missing = this.units.units.filter((unit) => !ranked.has(unit.id) && !this.said.has(unit.id) && this.names.get(fold(unit.name)) !== null);
    if (ranked.size === 0 && missing.length > 0 && columns.length > 0) {
      const expected = LEVEL_HEADERS[this.ranking];
      this.reader.findings.say('header-missing', this.place(this.levelRow ?? this.unitRow, 0), { expected }, 'totals');
      return;
    }
    const strangers = this.strangers.slice(0, MOST_STRANGERS);
    const rest = missing.filter((unit) => own.has(unit.id) || !takeNearest(strangers, unit));
    for (const unit of rest) {
      if (!own.has(unit.id) && strangers.shift() !== undefined) continue;
      this.reader.findings.say('unit-column-missing', unit.place, { received: unit.name, expected: LEVEL_HEADERS[this.ranking], unit: unit.id });
    }
  }

  private sayHidden(columns: readonly UnitColumn[]): void {
    const { sheet } = this.table;
    if (sheet.state !== 'visible') return;
    for (const { unit, column } of columns) {
      if (sheet.hiddenColumns.has(column)) this.reader.findings.say('hidden-data', this.place(this.unitRow, column), { unit });
    }
  }
}

/** Takes the stranger's header that was meant for the unit out of the list. */
function takeNearest(strangers: string[], unit: Unit): boolean {
  const index = strangers.findIndex((header) => nearest(header, [unit.id, unit.name]) !== null);
  if (index < 0) return false;
  strangers.splice(index, 1);
  return true;
}
