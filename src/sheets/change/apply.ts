/** What a workbook's cells are after a list of changes: both doors must come to the same, and previews and undo rest on it. */
import {
  isFix,
  isInsert,
  isRemoval,
  isRename,
  type Fix,
  type LineInsert,
  type LineRemoval,
  type SheetRename,
  type WorkbookChange,
} from '../../rules';
import type { Area, Cell, SheetCells, WorkbookCells } from '../cells';
import { renameInFormula } from '../formula/rename';
import { movedArea, movedFormula, movedLine, moveOf, type Move } from './moving';

export interface Applied {
  readonly cells: WorkbookCells;
  /** Formulas of which an area grew, shrank or went, by the index of their sheet: what they give may be another. */
  readonly resized: readonly { readonly sheet: number; readonly row: number; readonly column: number }[];
  /** A formula reads a row of sheets that one with moved lines belongs to: such a change is refused. */
  readonly spans: boolean;
}

/** The cells after one change. A formula that was set has no value yet. */
export function applied(cells: WorkbookCells, change: WorkbookChange): Applied {
  const same = { resized: [], spans: false };
  if (isFix(change)) return { ...same, cells: withCell(cells, change) };
  if (isRename(change)) return { ...same, cells: withName(cells, change) };
  if (isInsert(change) || isRemoval(change)) return withMove(cells, change);
  return { ...same, cells };
}

export const appliedAll = (cells: WorkbookCells, changes: readonly WorkbookChange[]): WorkbookCells =>
  changes.reduce((now, change) => applied(now, change).cells, cells);

function withCell(cells: WorkbookCells, { place, value, format, formula }: Fix): WorkbookCells {
  return {
    ...cells,
    sheets: cells.sheets.map((sheet) => {
      if (sheet.name !== place.sheet) return sheet;
      const rows = [...sheet.rows];
      const row = [...(rows[place.row] ?? [])];
      const kept = format ?? row[place.column]?.format;
      const look = kept === undefined || kept === 'General' ? {} : { format: kept };
      row[place.column] =
        formula !== undefined ? { value: null, formula, ...look } : value === '' ? undefined : { value, ...look };
      rows[place.row] = row;
      return { ...sheet, rows };
    }),
  };
}

function withName(cells: WorkbookCells, { rename, to }: SheetRename): WorkbookCells {
  const inFormula = (formula: string): string =>
    renameInFormula(formula, (name) => (name === rename.toLowerCase() ? to : undefined));
  return withFormulas(
    { ...cells, sheets: cells.sheets.map((sheet) => (sheet.name === rename ? { ...sheet, name: to } : sheet)) },
    inFormula,
  );
}

function withFormulas(
  cells: WorkbookCells,
  change: (formula: string, sheet: number | null, row: number, column: number) => string,
): WorkbookCells {
  return {
    ...cells,
    sheets: cells.sheets.map((sheet, index) => {
      const rows = sheet.rows.map((row, at) =>
        row?.some((cell) => cell?.formula !== undefined) === true
          ? row.map((cell, column): Cell | undefined => {
              if (cell?.formula === undefined) return cell;
              const formula = change(cell.formula, index, at, column);
              return formula === cell.formula ? cell : { ...cell, formula };
            })
          : row,
      );
      return { ...sheet, rows };
    }),
    ...(cells.names === undefined
      ? {}
      : { names: cells.names.map((name) => ({ ...name, formula: change(name.formula, null, 0, 0) })) }),
  };
}

function withMove(cells: WorkbookCells, change: LineInsert | LineRemoval): Applied {
  const move = moveOf(change);
  const resized: { sheet: number; row: number; column: number }[] = [];
  let spans = false;
  const moved = {
    ...cells,
    sheets: cells.sheets.map((sheet) =>
      sheet.name === change.sheet ? movedSheet(sheet, move, isInsert(change) ? change.like : null) : sheet,
    ),
  };
  const after = withFormulas(moved, (formula, sheet, row, column) => {
    const own = sheet === null ? null : (cells.sheets[sheet]?.name ?? null);
    const result = movedFormula(formula, own, change.sheet, move);
    spans ||= result.spans;
    if (result.resized && sheet !== null) resized.push({ sheet, row, column });
    return result.formula;
  });
  return { cells: after, resized, spans };
}

function movedSheet(sheet: SheetCells, move: Move, like: number | null): SheetCells {
  const { at, count } = move;
  const moveLine = <T>(line: readonly (T | undefined)[]): (T | undefined)[] => {
    const copy = [...line];
    if (count < 0) copy.splice(at, -count);
    else if (copy.length > at) copy.splice(at, 0, ...new Array<undefined>(count).fill(undefined));
    return copy;
  };
  const lines = (hidden: ReadonlySet<number>): ReadonlySet<number> =>
    new Set([...hidden].flatMap((line) => movedLine(line, move) ?? []));
  return {
    ...sheet,
    rows:
      move.axis === 'rows' ? moveLine(sheet.rows) : sheet.rows.map((row) => (row === undefined ? row : moveLine(row))),
    hiddenRows: move.axis === 'rows' ? lines(sheet.hiddenRows) : sheet.hiddenRows,
    hiddenColumns: move.axis === 'columns' ? lines(sheet.hiddenColumns) : sheet.hiddenColumns,
    merges: sheet.merges === null ? null : movedMerges(sheet.merges, move, like),
  };
}

const isOneCell = ({ top, bottom, left, right }: Area): boolean => top === bottom && left === right;

/** Merged cells within the lines that the new ones are like stand in the new ones too. */
export function movedMerges(merges: readonly Area[], move: Move, like: number | null): Area[] {
  const copies = like === null ? [] : merges.flatMap((area) => copyOf(area, move, like) ?? []);
  return [...merges.flatMap((area) => movedArea(area, move) ?? []).filter((area) => !isOneCell(area)), ...copies];
}

/** The area that is to the new lines what `area` is to `like`; null where it reaches beyond them. */
function copyOf(area: Area, { axis, at, count }: Move, like: number): Area | null {
  const [first, last] = axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  if (first < like || last >= like + count) return null;
  const by = at - like;
  return axis === 'rows'
    ? { ...area, top: first + by, bottom: last + by }
    : { ...area, left: first + by, right: last + by };
}
