/** Where a cell stood before some steps of a change, and what it has of its own by then: new lines are like others. */
import {
  isInsert,
  isLimit,
  isRemoval,
  type LimitChange,
  type LineInsert,
  type LineRemoval,
  type Place,
  type WorkbookChange,
} from '../../rules';

/** Something that a cell has, and what becomes of it. */
export interface Attribute<T> {
  /** Of a cell as it was before the first step. */
  readonly first: (place: Place) => T;
  /** Of a line that is like no other. */
  readonly none: T;
  readonly changed: (value: T, change: LimitChange) => T;
  /** Once lines have come or gone, in whichever sheet; absent: nothing of it moves. */
  readonly moved?: (value: T, step: LineInsert | LineRemoval, sheet: string) => T;
}

/** `place` is meant as the first `until` of the steps leave it. */
export function attributeAt<T>(
  place: Place,
  steps: readonly WorkbookChange[],
  attribute: Attribute<T>,
  until = steps.length,
): T {
  for (let index = until - 1; index >= 0; index--) {
    const step = steps[index];
    if (step === undefined) continue;
    if (isLimit(step) && isLimited(step, place))
      return attribute.changed(attributeAt(place, steps, attribute, index), step);
    if (!isInsert(step) && !isRemoval(step)) continue;
    const before = placeBefore(place, step);
    if (before === null) return attribute.none;
    const value = attributeAt(before, steps, attribute, index);
    return attribute.moved === undefined ? value : attribute.moved(value, step, place.sheet);
  }
  return attribute.first(place);
}

/** A cell of a new line stands for the one of the line that it is like. */
function placeBefore(place: Place, step: LineInsert | LineRemoval): Place | null {
  if (step.sheet !== place.sheet) return place;
  const key = (isInsert(step) ? step.insert : step.remove) === 'rows' ? 'row' : 'column';
  const line = place[key];
  if (line < step.at) return place;
  if (isRemoval(step)) return { ...place, [key]: line + step.count };
  if (line >= step.at + step.count) return { ...place, [key]: line - step.count };
  return step.like === null ? null : { ...place, [key]: step.like + line - step.at };
}

const WHERE: Attribute<Place | null> = { first: (place) => place, none: null, changed: (place) => place };

/** The cell of the workbook before `steps` whose looks and limits this one has. */
export const sourceOf = (place: Place, steps: readonly WorkbookChange[]): Place | null =>
  attributeAt(place, steps, WHERE);

const isLimited = ({ limit: { first, last } }: LimitChange, { sheet, row, column }: Place): boolean =>
  sheet === first.sheet && row >= first.row && row <= last.row && column >= first.column && column <= last.column;

/** The cells of a limit, row by row. */
export function cellsOf({ limit: { first, last } }: LimitChange): Place[] {
  const cells: Place[] = [];
  for (let { row } = first; row <= last.row; row++)
    for (let { column } = first; column <= last.column; column++) cells.push({ sheet: first.sheet, row, column });
  return cells;
}
