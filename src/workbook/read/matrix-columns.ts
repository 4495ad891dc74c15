/** The columns of `Chấm điểm`: which unit and which level each belongs to. */
import { furtherLevel, type Level, type Place, type Unit, type UnitId } from '../../rules';
import { inKind } from '../../text';
import { cellAt, type Cell } from '../../sheets/cells';
import type { SHEETS } from '../layout';
import { LEVEL_HEADERS, levelHeader, LEVELS, NOT_APPLICABLE, NO_SCORE_HEADERS, ORDINAL_HEADERS } from '../layout';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import { codeBehindDay } from './dated-codes';
import { levelOf } from './level-words';
import { codeOfNumber } from '../../sheets/number-format';
import { isNearByLetters, nearestOf } from './near';
import type { Reader } from './reader';
import { placeOf, type Table } from './table';
import { codeText, fold, nearest, normal } from '../../base/folding';
import type { UnitsTable } from './units';

export interface UnitColumn {
  readonly unit: UnitId;
  readonly level: Level;
  readonly column: number;
}

type Matrix = Table<keyof typeof SHEETS.scores.columns>;

/** A first-row header and the columns below it. */
interface Block {
  readonly column: number;
  /** The first column that is no longer below the header; known columns may stand between. */
  readonly end: number;
  readonly header: string;
  readonly unit: UnitId | null;
}

export interface MatrixColumns {
  readonly columns: readonly UnitColumn[];
  /** Columns under headers of which something has been said. */
  readonly said: readonly number[];
  /** Records stand below this row. */
  readonly lastHeaderRow: number;
}

const LEVEL_WORDS: readonly string[] = Object.values<readonly string[]>(LEVELS).flat();
const NO_SCORES: ReadonlySet<string> = new Set(NO_SCORE_HEADERS.map(fold));
/** A header over a column that is known to hold no scores: remarks, differences, running numbers. */
const NA_WORDS: ReadonlySet<string> = new Set(NOT_APPLICABLE.map(fold));
const isNearLevel = (text: string): boolean => nearestOf(text, LEVEL_WORDS, (word) => word, isNearByLetters) !== null;
const holdsNoScores = (header: string): boolean =>
  NO_SCORES.has(fold(header)) || ORDINAL_HEADERS.some((word) => fold(header).startsWith(`${fold(word)} `));

export function readMatrixColumns(reader: Reader, table: Matrix, units: UnitsTable, ranking: Level): MatrixColumns {
  return new ColumnReader(reader, table, units, ranking).read();
}

/** The levels stand below the units, blank rows and notes perhaps between. */
const DEEPEST_LEVELS = 4;

/** More than any bloc has: beyond them nothing is guessed about names. */
const MOST_STRANGERS = 100;

class ColumnReader {
  private readonly unitRow: number;
  /** The row of the levels, or null where all columns are the ranking level. */
  private readonly levelRow: number | null;
  /** Columns of codes, names and maxima: they may stand anywhere, inside a unit's block too. */
  private readonly known: ReadonlySet<number>;
  private readonly names = new Map<string, UnitId | null>();
  /** Units of which something has been said already. */
  private readonly said = new Set<UnitId>();
  private readonly strangers: string[] = [];
  private readonly saidColumns = new Set<number>();
  /** Near misses of a level that have been said: once for each text. */
  private readonly nearLevels = new Set<string>();
  /** It has been said that the row of the levels is missing. */
  private lacksLevels = false;
  /** Levels of the workbook's own by their folded header: written in two ways they are one. */
  private readonly further = new Map<string, Level>();

  constructor(
    private readonly reader: Reader,
    private readonly table: Matrix,
    private readonly units: UnitsTable,
    private readonly ranking: Level,
  ) {
    for (const { id, name } of units.units) this.names.set(fold(name), this.names.has(fold(name)) ? null : id);
    this.known = new Set(table.columns.values());
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

  /** A row below the units: it names levels, or holds only texts where a record would have its code. */
  private findLevelRow(): number | null {
    const { rows } = this.table.sheet;
    for (let row = this.unitRow + 1; row <= this.unitRow + DEEPEST_LEVELS; row++) {
      const free = this.freeCells(row);
      if (free.some((cell) => typeof cell.value === 'string' && levelOf(cell.value) !== null)) return row;
      if (free.some((cell) => typeof cell.value !== 'string')) break;
    }
    const row = this.unitRow + 1;
    const cells = rows[row] ?? [];
    const startsRecord = [...this.known].some(
      (column) => this.table.columns.get('max') !== column && !isBlankCell(cells[column]),
    );
    const first = rows[this.unitRow] ?? [];
    const underUnits = cells.some(
      (cell, column) => !this.known.has(column) && !isBlankCell(cell) && !isBlankCell(first[column]),
    );
    return !startsRecord &&
      underUnits &&
      this.freeCells(row).every((cell) => typeof cell.value === 'string' && !/\d/u.test(cell.value))
      ? row
      : null;
  }

  /** What stands in a row outside of codes, names and maxima. */
  private freeCells(row: number): Cell[] {
    const cells = this.table.sheet.rows[row] ?? [];
    return cells.filter(
      (cell, column): cell is Cell => cell !== undefined && !this.known.has(column) && !isBlankCell(cell),
    );
  }

  read(): MatrixColumns {
    const blocks = this.findBlocks();
    const own = new Map<UnitId, Block>();
    const twice = new Set<UnitId>();
    for (const block of blocks) {
      if (block.unit === null) continue;
      if (own.has(block.unit)) {
        twice.add(block.unit);
        this.sayColumns(block);
        this.reader.findings.say('header-ambiguous', this.place(this.unitRow, block.column), {
          received: block.header,
          unit: block.unit,
          params: { header: block.header },
        });
      } else own.set(block.unit, block);
    }
    for (const unit of twice) {
      this.said.add(unit);
      const first = own.get(unit);
      if (first !== undefined) this.sayColumns(first);
    }
    const columns = [...own].flatMap(([unit, block]) => (twice.has(unit) ? [] : this.columnsOf(unit, block)));
    this.sayMissing(columns, own);
    this.sayHidden(columns);
    const read = new Set(columns.map(({ column }) => column));
    // Without units nobody knows whose the columns are: that has been said where they are missing.
    if (!this.units.codes.known) for (const block of blocks) this.sayColumns(block);
    return {
      columns,
      said: [...this.saidColumns].filter((column) => !read.has(column)),
      lastHeaderRow: Math.max(this.table.lastHeaderRow, this.levelRow ?? -1),
    };
  }

  private sayColumns({ column, end }: Pick<Block, 'column' | 'end'>): void {
    for (let at = column; at < end; at++) if (!this.known.has(at)) this.saidColumns.add(at);
  }

  private findBlocks(): Block[] {
    const { known } = this;
    const cells = this.table.sheet.rows[this.unitRow] ?? [];
    const width = Math.max(
      filledWidth(cells),
      this.levelRow === null ? 0 : filledWidth(this.table.sheet.rows[this.levelRow] ?? []),
    );
    const starts: number[] = [];
    for (let column = 0; column < width; column++)
      if (!known.has(column) && !isBlankCell(cells[column])) starts.push(column);
    return starts.map((column, index) => {
      const end = starts[index + 1] ?? Math.max(width, this.levelRow === null ? column + widestStep(starts) : 0);
      const header = this.text(this.unitRow, column);
      return { column, end, header, unit: this.unitOf(cells[column], column, end, header) };
    });
  }

  /** The unit a header names by code or name; a stranger with a level or points below it is said. */
  private unitOf(cell: Cell | undefined, column: number, end: number, header: string): UnitId | null {
    const code = typeof cell?.value === 'number' ? codeOfNumber(cell.value, cell.format) : codeText(header);
    const unit = (code === null ? null : this.units.codes.find(code)) ?? this.names.get(fold(header));
    if (typeof unit === 'string') return unit;
    if (unit === null) this.sayColumns({ column, end }); // Two units of one name: said where they stand.
    if (unit === null || !this.units.codes.known) return null;
    let isScored = false;
    for (let at = column; at < end && !isScored; at++) {
      if (this.known.has(at)) continue;
      isScored =
        (this.levelRow !== null && levelOf(this.text(this.levelRow, at)) !== null) ||
        (!holdsNoScores(header) && this.holdsPoints(at));
    }
    if (!isScored) return null;
    this.sayColumns({ column, end });
    this.sayStranger(column, header, code === null ? cell : undefined);
    return null;
  }

  /** Typed numbers: a column of formulas alone is the user's own reckoning. */
  private holdsPoints(column: number): boolean {
    const { rows } = this.table.sheet;
    for (let row = (this.levelRow ?? this.unitRow) + 1; row < rows.length; row++) {
      const cell = rows[row]?.[column];
      if (typeof cell?.value === 'number' && cell.formula === undefined) return true;
    }
    return false;
  }

  /** `number`: the cell where it holds a number that is no code, such as the day that Excel made of "1-2". */
  private sayStranger(column: number, header: string, number: Cell | undefined): void {
    if (this.units.codes.isExcused(header)) return;
    const place = this.place(this.unitRow, column);
    const typed =
      number === undefined
        ? null
        : codeBehindDay(number, this.reader.date1904, (code) => this.units.codes.find(code) !== null);
    this.strangers.push(typed ?? header);
    if (typed !== null) {
      this.reader.sayNumberCode(place, header, typed, typed, 'totals');
      return;
    }
    const suggestion =
      this.strangers.length > MOST_STRANGERS
        ? null
        : nearest(
            header,
            this.units.units.slice(0, MOST_STRANGERS).flatMap(({ id, name }) => [name, id]),
          );
    this.reader.findings.say(
      number !== undefined ? 'code-is-number' : 'code-unknown',
      place,
      {
        received: header,
        expected: suggestion,
        ...(suggestion === null ? {} : { params: { suggestion }, fix: { place, value: suggestion } }),
      },
      'totals',
    );
  }

  /** One column for each level; an unreadable level and a level twice are said, and left out. */
  private columnsOf(unit: UnitId, { column, end }: Block): UnitColumn[] {
    if (this.levelRow === null) return this.onlyColumn(unit, column, end);
    const found = new Map<Level, number>();
    const twice = new Set<Level>();
    for (let at = column; at < end; at++) {
      if (this.known.has(at)) continue;
      const text = this.text(this.levelRow, at);
      if (text === '' && at > column && !this.isUnder(at)) continue;
      const level = levelOf(text) ?? this.furtherLevel(text, at);
      const place = this.place(this.levelRow, at);
      if (level === null) {
        if (holdsNoScores(text) || (text !== '' && !this.holdsPoints(at) && !isNearLevel(text))) continue;
        this.said.add(unit);
        this.saidColumns.add(at);
        this.sayLevel(text, place, unit);
      } else if (found.has(level)) {
        twice.add(level);
        this.said.add(unit);
        this.sayColumns({ column, end });
        this.reader.findings.say('header-ambiguous', place, { received: text, unit, params: { header: text } });
      } else found.set(level, at);
    }
    return [...found].filter(([level]) => !twice.has(level)).map(([level, at]) => ({ unit, level, column: at }));
  }

  /** Without a row of levels a unit has one column; which of several counts nobody knows. Said once, with the first of them. */
  private onlyColumn(unit: UnitId, column: number, end: number): UnitColumn[] {
    // Above the header too, where it stands below its table: of a title's numbers there is one.
    const typed = (at: number): number =>
      this.table.sheet.rows.filter((cells) => typeof cells?.[at]?.value === 'number' && cells[at].formula === undefined)
        .length;
    for (let at = column + 1; at < end; at++) {
      if (this.known.has(at) || !(this.holdsPoints(at) || typed(at) > 1)) continue;
      this.said.add(unit);
      this.sayColumns({ column, end });
      if (!this.lacksLevels)
        this.reader.findings.say(
          'header-missing',
          this.place(this.unitRow + 1, at),
          { received: '', expected: inKind(Object.values(LEVEL_HEADERS).join('; '), this.reader.kind), unit },
          'totals',
        );
      this.lacksLevels = true;
      return [];
    }
    return [{ unit, level: this.ranking, column }];
  }

  /** A text that is no usual level, nor nearly one, over nothing but points: a level of its own. */
  private furtherLevel(text: string, column: number): Level | null {
    if (text === '' || holdsNoScores(text) || isNearLevel(text)) return null;
    const folded = fold(text);
    let level = this.further.get(folded);
    if (level === undefined) {
      level = furtherLevel(normal(text).replace(/\s+/gu, ' '));
      this.further.set(folded, level);
    }
    return this.holdsOnlyPoints(column) ? level : null;
  }

  /** Points or "not applicable" in the rows below, at least one number among them. */
  private holdsOnlyPoints(column: number): boolean {
    const { rows } = this.table.sheet;
    let points = 0;
    for (let row = (this.levelRow ?? this.unitRow) + 1; row < rows.length; row++) {
      const value = rows[row]?.[column]?.value;
      if (typeof value === 'number') points++;
      else if (typeof value === 'string' && value.trim() !== '' && !NA_WORDS.has(fold(value))) return false;
    }
    return points > 0;
  }

  /** A text in place of a level: nearly one, said once for all its columns, or none. */
  private sayLevel(text: string, place: Place, unit: UnitId): void {
    const near = nearestOf(text, LEVEL_WORDS, (word) => word, isNearByLetters);
    if (near === null) {
      this.reader.findings.say('header-missing', place, {
        received: text,
        expected: inKind(Object.values(LEVEL_HEADERS).join('; '), this.reader.kind),
        unit,
      });
      return;
    }
    if (this.nearLevels.has(fold(text))) return;
    this.nearLevels.add(fold(text));
    const level = levelOf(near);
    const expected = level === null ? near : levelHeader(level, this.reader.kind);
    this.reader.findings.say('header-near', place, { received: text, expected, unit, fix: { place, value: expected } });
  }

  /** A column without a level text belongs to the unit when it holds something. */
  private isUnder(column: number): boolean {
    const { rows } = this.table.sheet;
    return rows.some((cells, row) => row > this.unitRow && !isBlankCell(cells?.[column]));
  }

  /** Units without a column at the ranking level, unless the reason has been said. */
  private sayMissing(columns: readonly UnitColumn[], own: ReadonlyMap<UnitId, Block>): void {
    const ranked = new Set(columns.filter(({ level }) => level === this.ranking).map(({ unit }) => unit));
    const missing = this.units.units.filter(
      (unit) => !ranked.has(unit.id) && !this.said.has(unit.id) && this.names.get(fold(unit.name)) !== null,
    );
    if (ranked.size === 0 && missing.length > 0 && columns.length > 0) {
      const expected = levelHeader(this.ranking, this.reader.kind);
      this.reader.findings.say('header-missing', this.place(this.levelRow ?? this.unitRow, 0), { expected }, 'totals');
      return;
    }
    const strangers = this.strangers.slice(0, MOST_STRANGERS);
    const rest = missing.filter((unit) => own.has(unit.id) || !takeNearest(strangers, unit));
    for (const unit of rest) {
      const block = own.get(unit.id);
      if (block !== undefined && this.levelRow !== null) {
        this.reader.findings.say('header-missing', this.place(this.unitRow, block.column), {
          received: block.header,
          expected: levelHeader(this.ranking, this.reader.kind),
          unit: unit.id,
        });
        continue;
      }
      if (block === undefined && strangers.shift() !== undefined) continue;
      this.reader.findings.say('unit-column-missing', unit.place, {
        received: unit.name,
        expected: levelHeader(this.ranking, this.reader.kind),
        unit: unit.id,
      });
    }
  }

  private sayHidden(columns: readonly UnitColumn[]): void {
    const { sheet } = this.table;
    if (sheet.state !== 'visible') return;
    for (const { unit, column } of columns) {
      if (sheet.hiddenColumns.has(column))
        this.reader.findings.say('hidden-data', this.place(this.unitRow, column), { unit });
    }
  }
}

/** Up to the last cell that holds something: some doors hand over blank ones behind it. */
function filledWidth(cells: readonly (Cell | undefined)[]): number {
  let width = cells.length;
  while (width > 0 && isBlankCell(cells[width - 1])) width--;
  return width;
}

/** The most columns that any header but the last has below it. */
const widestStep = (starts: readonly number[]): number =>
  starts.reduce((most, start, index) => Math.max(most, (starts[index + 1] ?? start) - start), 1);

/** Takes the stranger's header that was meant for the unit out of the list. */
function takeNearest(strangers: string[], unit: Unit): boolean {
  const index = strangers.findIndex((header) => nearest(header, [unit.id, unit.name]) !== null);
  if (index < 0) return false;
  strangers.splice(index, 1);
  return true;
}
