/** Functions that find a cell among others. */
import type { Value } from '../evaluate';
import type { BlockFunction, Calculation } from './calculation';
import { seeker } from './criteria';
import type { Node } from './syntax';
import { compare, Fault, fault, isError, unproven, whole, type Block } from './values';

/** The values of one row or one column. */
function line({ rows, height, width }: Block): readonly Value[] {
  if (height === 1) return rows[0] ?? [];
  return width === 1 ? rows.map(([value = null]) => value) : unproven();
}

const exactly = (values: readonly Value[], wanted: Value): number => values.findIndex(seeker(wanted));

/**
 * The last that is not above `wanted` (not below it where the order falls): of rising numbers alone, since programs search
 * unsorted ones each in its own way.
 */
function nearest(values: readonly Value[], wanted: Value, falls = false): number {
  if (typeof wanted !== 'number') return unproven();
  const end = values.findLastIndex((value) => value !== null);
  let found = -1;
  let before: number | null = null;
  for (const [at, value] of values.slice(0, end + 1).entries()) {
    if (typeof value !== 'number') return unproven();
    if (before !== null && compare(value, before) * (falls ? -1 : 1) < 0) return unproven();
    if (compare(value, wanted) * (falls ? -1 : 1) <= 0) found = at;
    before = value;
  }
  return found;
}

function sought(node: Node | undefined, calculation: Calculation): Value {
  const value = calculation.scalar(node);
  if (isError(value)) throw new Fault(value);
  return value;
}

const lookup =
  (isVertical: boolean): BlockFunction =>
  ([what, table, which, isNear, ...more], calculation) => {
    if (more.length > 0) return unproven();
    const wanted = sought(what, calculation);
    const { rows, height, width } = calculation.cells(table);
    const number = whole(calculation.number(which));
    if (number < 1) return fault('#VALUE!');
    if (number > (isVertical ? width : height)) return unproven();
    const keys = isVertical ? rows.map(([value = null]) => value) : (rows[0] ?? []);
    const near = isNear === undefined || calculation.number(isNear) !== 0;
    const at = near ? nearest(keys, wanted) : exactly(keys, wanted);
    if (at < 0) return fault('#N/A');
    return (isVertical ? rows[at]?.[number - 1] : rows[number - 1]?.[at]) ?? null;
  };

export const LOOKUP_FUNCTIONS: Readonly<Record<string, BlockFunction>> = {
  VLOOKUP: lookup(true),
  HLOOKUP: lookup(false),
  LOOKUP: ([what, keys, from, ...more], calculation) => {
    if (keys === undefined || more.length > 0) return unproven();
    const at = nearest(line(calculation.cells(keys)), sought(what, calculation));
    return at < 0 ? fault('#N/A') : (line(calculation.cells(from ?? keys))[at] ?? null);
  },
  MATCH: ([what, cells, kind, ...more], calculation) => {
    if (more.length > 0) return unproven();
    const wanted = sought(what, calculation);
    const values = line(calculation.cells(cells));
    const near = kind === undefined ? 1 : calculation.number(kind);
    const at = near === 0 ? exactly(values, wanted) : nearest(values, wanted, near < 0);
    return at < 0 ? fault('#N/A') : at + 1;
  },
  INDEX: ([table, first, second, ...more], calculation) => {
    const { rows, height, width } = more.length > 0 ? unproven() : calculation.cells(table);
    const numbers = [first, second].map((node) =>
      node === undefined || node.kind === 'empty' ? null : whole(calculation.number(node)),
    );
    const [row = null, column = null] = height === 1 && second === undefined ? [1, numbers[0]] : numbers;
    const [at, beside] = [row, column ?? (width === 1 ? 1 : null)];
    if (at === null || beside === null || at < 1 || beside < 1) return unproven();
    return at > height || beside > width ? unproven() : (rows[at - 1]?.[beside - 1] ?? null);
  },
  ROW: ([cells, ...more], calculation) => place(cells, more, calculation, 'top') + 1,
  COLUMN: ([cells, ...more], calculation) => place(cells, more, calculation, 'left') + 1,
  ROWS: ([cells, ...more], calculation) => (more.length > 0 ? unproven() : calculation.cells(cells).height),
  COLUMNS: ([cells, ...more], calculation) => (more.length > 0 ? unproven() : calculation.cells(cells).width),
};

/** The row or column of a single cell, or of the formula's own. */
function place(cells: Node | undefined, more: readonly Node[], calculation: Calculation, edge: 'top' | 'left'): number {
  if (more.length > 0) return unproven();
  if (cells === undefined) return edge === 'top' ? calculation.view.row : calculation.view.column;
  const { area, height, width } = calculation.cells(cells);
  return area === null || height * width > 1 ? unproven() : area.area[edge];
}
