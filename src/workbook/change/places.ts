/** Where units and criteria stand in the sheets of a workbook. */
import type { CriterionCode, Settings, Unit, UnitId } from '../../rules';
import { buildTree, type CriteriaTree } from '../../rules/score/tree';
import type { SheetCells, WorkbookCells } from '../../sheets/cells';
import { TOTAL_ROW, type SheetKey } from '../layout';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import { codeIn } from '../read/codes';
import { readCriteria, type CriteriaTable } from '../read/criteria';
import { levelOf } from '../read/level-words';
import { readMatrixColumns, type UnitColumn } from '../read/matrix-columns';
import { Reader } from '../read/reader';
import { readSettings } from '../read/settings';
import { codeText, fold } from '../../base/folding';
import { readUnits, type UnitsTable } from '../read/units';

/** The columns under one header of the first row. */
export interface Block {
  readonly unit: UnitId | null;
  readonly header: string;
  readonly first: number;
  readonly last: number;
  readonly columns: readonly UnitColumn[];
}

export interface MatrixPlaces {
  readonly sheet: SheetCells;
  readonly unitRow: number;
  readonly lastHeaderRow: number;
  readonly codeColumn: number;
  readonly nameColumn: number | null;
  readonly maxColumn: number | null;
  /** Units and strangers in the order of their columns; columns that hold no scores are none of them. */
  readonly blocks: readonly Block[];
  /** The first row of each criterion. */
  readonly rowOf: ReadonlyMap<CriterionCode, number>;
  readonly totalRow: number | null;
  /** Rows with a code that no criterion has. */
  readonly strangeRows: readonly number[];
}

export interface Places {
  readonly reader: Reader;
  readonly settings: Settings;
  readonly criteria: CriteriaTable;
  readonly tree: CriteriaTree;
  readonly units: UnitsTable;
  readonly matrix: MatrixPlaces | null;
}

export function placesOf(cells: WorkbookCells): Places {
  const reader = new Reader(cells);
  const { settings } = readSettings(reader);
  const criteria = readCriteria(reader);
  const units = readUnits(reader);
  return {
    reader,
    settings,
    criteria,
    tree: buildTree(criteria.criteria),
    units,
    matrix: matrixOf(reader, criteria, units, settings),
  };
}

function matrixOf(
  reader: Reader,
  criteria: CriteriaTable,
  units: UnitsTable,
  { rankingLevel }: Settings,
): MatrixPlaces | null {
  const table = reader.table('scores', null);
  if (table === null || table.keyColumn < 0) return null;
  const { columns, said, lastHeaderRow } = readMatrixColumns(reader, table, units, rankingLevel);
  const { sheet, headerRow, keyColumn } = table;
  const text = (row: number, column: number): string => shownText(sheet.rows[row]?.[column], reader.date1904);
  const levelsInHeader = table.others.some(({ header }) => levelOf(header) !== null);
  const unitRow = levelsInHeader && headerRow > 0 ? headerRow - 1 : headerRow;
  const rowOf = new Map<CriterionCode, number>();
  const strangeRows: number[] = [];
  let totalRow: number | null = null;
  for (let row = lastHeaderRow + 1; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row];
    const cell = cells?.[keyColumn];
    if (cells?.some((one) => typeof one?.value === 'string' && fold(one.value) === fold(TOTAL_ROW.text)) === true)
      totalRow = row;
    else if (cell !== undefined && !isBlankCell(cell)) {
      const written = codeIn(cell, shownText(cell, reader.date1904)) ?? '';
      const code = criteria.codes.find(written);
      if (code !== null && !rowOf.has(code)) rowOf.set(code, row);
      else if (/^\S{1,24}$/u.test(codeText(written)) && columns.some(({ column }) => !isBlankCell(cells?.[column])))
        strangeRows.push(row);
    }
  }
  return {
    sheet,
    unitRow,
    lastHeaderRow,
    codeColumn: keyColumn,
    nameColumn: table.columns.get('name') ?? null,
    maxColumn: table.columns.get('max') ?? null,
    blocks: blocksOf(sheet, unitRow, new Set(table.columns.values()), columns, new Set(said), text, lastHeaderRow),
    rowOf,
    totalRow,
    strangeRows,
  };
}

function blocksOf(
  sheet: SheetCells,
  unitRow: number,
  known: ReadonlySet<number>,
  columns: readonly UnitColumn[],
  said: ReadonlySet<number>,
  text: (row: number, column: number) => string,
  lastHeaderRow: number,
): Block[] {
  const widthOf = (row: number): number => (sheet.rows[row] ?? []).findLastIndex((cell) => !isBlankCell(cell)) + 1;
  const width = Math.max(
    ...Array.from({ length: lastHeaderRow - unitRow + 1 }, (_, offset) => widthOf(unitRow + offset)),
    ...columns.map(({ column }) => column + 1),
  );
  const starts: number[] = [];
  for (let column = 0; column < width; column++)
    if (!known.has(column) && text(unitRow, column) !== '') starts.push(column);
  return starts.flatMap((first, index) => {
    let last = (starts[index + 1] ?? width) - 1;
    while (last > first && known.has(last)) last--;
    const own = columns.filter(({ column }) => column >= first && column <= last);
    if (own.length === 0 && !said.has(first)) return [];
    return [{ unit: own[0]?.unit ?? null, header: text(unitRow, first), first, last, columns: own }];
  });
}

/** The unit that a name or a code means; null: none, or several. */
export function unitNamed({ units: { units, codes } }: Places, text: string): Unit | null {
  const code = codes.find(text);
  if (code !== null) return units.find(({ id }) => id === code) ?? null;
  const [only, other] = units.filter(({ name }) => fold(name) === fold(text));
  return other === undefined ? (only ?? null) : null;
}

/** Rows of a sheet of records that hold `code` in the column `key`, and where its table stands. */
export function columnOf<Sheet extends SheetKey>(
  { reader }: Places,
  sheet: Sheet,
  key: string,
): {
  readonly name: string;
  readonly column: number;
  readonly first: number;
  readonly rows: SheetCells['rows'];
} | null {
  const table = reader.table(sheet, null);
  const column = new Map<string, number>(table === null ? [] : [...table.columns]).get(key);
  if (table === null || column === undefined) return null;
  return { name: table.sheet.name, column, first: table.lastHeaderRow + 1, rows: table.sheet.rows };
}
