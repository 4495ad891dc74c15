/** Lists of areas as `sqref` has them (ECMA-376 Part 1, §18.18.76). */
import { cellName } from '../rules/model/place';
import type { Area } from '../sheets/cells';
import { movedArea, type Move } from '../sheets/change/moving';
import { parseArea } from './cell-reference';

export const readAreas = (sqref: string): Area[] =>
  sqref
    .split(/\s+/)
    .filter(Boolean)
    .map((area) => parseArea(area));

export function writtenArea({ top, left, bottom, right }: Area): string {
  const first = cellName({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${cellName({ row: bottom, column: right })}`;
}

export const writtenAreas = (areas: readonly Area[]): string => areas.map(writtenArea).join(' ');

export function overlap(a: Area, b: Area): Area | null {
  const both = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return both.top > both.bottom || both.left > both.right ? null : both;
}

/** What is left of an area around another one. */
export function without(area: Area, hole: Area): Area[] {
  const cut = overlap(area, hole);
  if (cut === null) return [area];
  return [
    { ...area, bottom: cut.top - 1 },
    { ...cut, left: area.left, right: cut.left - 1 },
    { ...cut, left: cut.right + 1, right: area.right },
    { ...area, top: cut.bottom + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

/** The areas after a move; what lies on the lines `like` lies on the new ones too. */
export function movedAreas(areas: readonly Area[], move: Move, like: number | null): Area[] {
  const moved = areas.flatMap((area) => movedArea(area, move) ?? []);
  if (like === null || move.count < 0) return moved;
  return areas.reduce((list, area) => {
    const lines = lineArea(move, like);
    const part = overlap(area, lines);
    return part === null ? list : together(list, translated(part, move, move.at - like));
  }, moved);
}

function lineArea({ axis, count }: Move, first: number): Area {
  const whole = { top: 0, left: 0, bottom: Infinity, right: Infinity };
  return axis === 'rows'
    ? { ...whole, top: first, bottom: first + count - 1 }
    : { ...whole, left: first, right: first + count - 1 };
}

function translated(area: Area, { axis }: Move, by: number): Area {
  return axis === 'rows'
    ? { ...area, top: area.top + by, bottom: area.bottom + by }
    : { ...area, left: area.left + by, right: area.right + by };
}

/** The list with one area more, joined to a neighbour where both make one. */
function together(list: readonly Area[], area: Area): Area[] {
  if (list.some((other) => without(area, other).length === 0)) return [...list];
  const at = list.findIndex(
    (other) =>
      (other.top === area.top && other.bottom === area.bottom && other.right + 1 === area.left) ||
      (other.left === area.left && other.right === area.right && other.bottom + 1 === area.top),
  );
  return at < 0
    ? [...list, area]
    : list.map((other, index) => (index === at ? { ...other, bottom: area.bottom, right: area.right } : other));
}
