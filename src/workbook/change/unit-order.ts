/**
 * A unit before or behind its neighbour, in every sheet that shows the units in an order. The two change places cell
 * by cell, so that no line moves; what formulas read follows, in our own sheets too: the inputs say the same, so that
 * results are not stale by it. What records say of a unit stays where it is.
 */
import type { Area, Cell, SheetCells } from '../../sheets/cells';
import { parseCells, parseHalf, splitSheets, writtenHalf } from '../../sheets/formula/references';
import { tokensOf } from '../../sheets/formula/tokens';
import { refuse, type Draft } from './draft';
import { columnOf, unitNamed, type Block } from './places';

export type Direction = 'up' | 'down';

export function moveUnit(draft: Draft, wanted: string, direction: Direction): void {
  const { units } = draft.places.units;
  const unit = unitNamed(draft.places, wanted) ?? refuse('unit-unknown', wanted);
  const other = units[units.indexOf(unit) + (direction === 'up' ? -1 : 1)];
  if (other === undefined) return refuse('order-end', unit.name);
  const names = { what: unit.name || unit.id, other: other.name || other.id };
  const { matrix } = draft.places;
  const blocks = [unit, other].map(({ id }) => matrix?.blocks.filter((block) => block.unit === id) ?? []);
  const list = draft.places.reader.table('units', null)?.sheet.name;
  if (list === undefined) return refuse('no-model');
  swap(draft, { sheet: list, axis: 'rows', first: unit.place.row, second: other.place.row, count: 1 }, names);
  swapColumns(draft, blocks[0] ?? [], blocks[1] ?? [], names);
  const [own, others] = [unit, other].map(({ id }) => attendeeRows(draft, id));
  const [first, second] = [own?.[0], others?.[0]];
  const meeting = columnOf(draft.places, 'attendees', 'unit');
  if (meeting !== null && own?.length === 1 && others?.length === 1 && first !== undefined && second !== undefined)
    swap(draft, { sheet: meeting.name, axis: 'rows', first, second, count: 1 }, names);
  if (draft.cells.comments === true) draft.lines.push({ kind: 'commentsStay' });
}

interface Names {
  readonly what: string;
  readonly other: string;
}

/** The columns of one unit for those of the other: as many, of the same levels, and shown alike. */
function swapColumns(draft: Draft, own: readonly Block[], others: readonly Block[], names: Names): void {
  const { matrix } = draft.places;
  const [[first], [second]] = [own, others];
  if (matrix === null || first === undefined || second === undefined) {
    if (own.length + others.length > 0) refuse('columns-differ', names.what);
    return;
  }
  const shape = ({ first: from, last, columns }: Block): string =>
    JSON.stringify([
      last - from,
      columns.map(({ column, level }) => [column - from, level]),
      Array.from({ length: last - from + 1 }, (_, offset) => matrix.sheet.hiddenColumns.has(from + offset)),
    ]);
  if (own.length > 1 || others.length > 1 || shape(first) !== shape(second))
    return refuse('columns-differ', names.what);
  const count = first.last - first.first + 1;
  swap(draft, { sheet: matrix.sheet.name, axis: 'columns', first: first.first, second: second.first, count }, names);
}

function attendeeRows(draft: Draft, unit: string): number[] {
  const column = columnOf(draft.places, 'attendees', 'unit');
  if (column === null) return [];
  const { codes } = draft.places.units;
  return column.rows.flatMap((_, row) =>
    row >= column.first && codes.find(draft.text({ sheet: column.name, row, column: column.column })) === unit
      ? [row]
      : [],
  );
}

/** Two runs of as many lines. */
interface Swap {
  readonly sheet: string;
  readonly axis: 'rows' | 'columns';
  readonly first: number;
  readonly second: number;
  readonly count: number;
}

function swap(draft: Draft, swapped: Swap, names: Names): void {
  const before = draft.cells;
  let cells = 0;
  for (const sheet of before.sheets) {
    const isIt = sheet.name === swapped.sheet;
    // Rows that hold nothing are holes of the array.
    const width = sheet.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
    for (let row = 0; row < sheet.rows.length; row++)
      for (let column = 0; column < width; column++) {
        const [fromRow, fromColumn] = isIt ? partnerOf(row, column, swapped) : [row, column];
        const [there, comes] = [sheet.rows[row]?.[column], sheet.rows[fromRow]?.[fromColumn]];
        const changed = putCell(draft, sheet, { row, column }, there, comes, swapped);
        if (changed && isIt) cells++;
      }
  }
  draft.lines.push({ kind: 'swapped', sheet: swapped.sheet, ...names, cells });
}

/** Where the contents of a cell come from. */
function partnerOf(row: number, column: number, { axis, first, second, count }: Swap): [number, number] {
  const line = axis === 'rows' ? row : column;
  const from = swappedLine(line, first, second, count);
  return axis === 'rows' ? [from, column] : [row, from];
}

function swappedLine(line: number, first: number, second: number, count: number): number {
  if (line >= first && line < first + count) return line - first + second;
  return line >= second && line < second + count ? line - second + first : line;
}

/** True where the cell holds something else afterwards. */
function putCell(
  draft: Draft,
  sheet: SheetCells,
  at: { readonly row: number; readonly column: number },
  there: Cell | undefined,
  comes: Cell | undefined,
  swapped: Swap,
): boolean {
  const place = { sheet: sheet.name, ...at };
  if (comes?.formula !== undefined) {
    const { formula, isTorn } = swappedFormula(comes.formula, sheet.name, swapped);
    if (isTorn) draft.lines.push({ kind: 'ownSum', place });
    // The same formula reads other cells now: what it gave is written anew with it.
    if (there?.formula === formula && there.format === comes.format && there.value === comes.value) return false;
    draft.setFormula(place, formula, formatFor(there, comes));
    return true;
  }
  const value = comes?.value ?? null;
  if (there?.formula === undefined && (there?.value ?? null) === value && there?.format === comes?.format) return false;
  if (typeof value === 'object' && value !== null) return refuse('columns-differ', swapped.sheet);
  const format = formatFor(there, comes);
  if (value === null && (there === undefined || (there.value === null && there.formula === undefined))) {
    // A blank cell's format says nothing, and is none of its contents.
    return false;
  }
  draft.set(place, value ?? '', value === null ? undefined : format);
  return true;
}

/** The number format goes with what is shown in it. */
function formatFor(there: Cell | undefined, comes: Cell | undefined): string | undefined {
  return there?.format === comes?.format ? undefined : (comes?.format ?? 'General');
}

/** A formula that reads the one run where it read the other. `isTorn`: an area holds part of what was swapped. */
function swappedFormula(
  formula: string,
  own: string,
  swapped: Swap,
): { readonly formula: string; readonly isTorn: boolean } {
  const { first, second, count, axis } = swapped;
  let text = '',
    done = 0,
    isTorn = false;
  for (const { kind, prefix, text: written, start } of tokensOf(formula)) {
    const area = kind === 'cells' ? parseCells(written) : null;
    if (area === null) continue;
    const [meant, last] = splitSheets(prefix);
    if (last !== null || (meant ?? own).toLowerCase() !== swapped.sheet.toLowerCase()) continue;
    const [low, high] = axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
    const within = (from: number): boolean => low >= from && high < from + count;
    if (within(first) || within(second)) {
      const key = axis === 'rows' ? 'row' : 'column';
      const halves = written.split(':').map(parseHalf);
      const moved = halves.map((half) => {
        const line = half[key];
        return writtenHalf({ ...half, [key]: line === null ? null : swappedLine(line, first, second, count) });
      });
      text += formula.slice(done, start) + moved.join(':');
      done = start + written.length;
    } else {
      const [one, other] = [first, second].map((from) => heldOf(area, axis, from, count));
      isTorn ||= one !== other || one === 'part';
    }
  }
  return { formula: text + formula.slice(done), isTorn };
}

/** How much of a run an area holds. */
function heldOf(area: Area, axis: Swap['axis'], from: number, count: number): 'all' | 'none' | 'part' {
  const [low, high] = axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  if (high < from || low >= from + count) return 'none';
  return low <= from && high >= from + count - 1 ? 'all' : 'part';
}
