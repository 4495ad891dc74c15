/** Queues the steps of a change one after the other, as the preview has them; nothing is sent here. */
import {
  isFix,
  isInsert,
  isLimit,
  isPrint,
  isRemoval,
  type Fix,
  type LineInsert,
  type LineRemoval,
  type LimitChange,
  type WorkbookChange,
} from '../../rules';
import { cellName } from '../../rules/model/place';
import { movedArea, moveOf } from '../../sheets/change/moving';
import { cellAt } from '../../sheets/cells';
import { addressOf, columnsAddress, parseAddress, rowsAddress, runs } from '../areas';
import { entryOf } from '../entry';
import {
  changedLimit,
  layColour,
  layLimits,
  movedLimit,
  placeKey,
  shiftedLimit,
  type Colours,
  type EntryLimit,
  type OverColour,
} from './entry-limits';
import { lineCells, type Seen } from './look';
import { queuePage, type Laid } from './page';
import { attributeAt, cellsOf, sourceOf, type Attribute } from './trace';

/** `done`: what was queued or done before. Answers what pages will say. */
export function queueSteps(
  context: Excel.RequestContext,
  steps: readonly WorkbookChange[],
  done: readonly WorkbookChange[],
  seen: Seen,
): Laid[] {
  const pages: Laid[] = [];
  steps.forEach((step, index) => {
    const before = [...done, ...steps.slice(0, index)];
    if (isFix(step)) queueFix(context, step, before, seen);
    else if (isInsert(step)) queueInsert(context, step, before, seen);
    else if (isRemoval(step)) linesOf(context, step).delete(step.remove === 'rows' ? 'Up' : 'Left');
    else if (isLimit(step)) queueLimit(context, step, before, seen);
    else if (isPrint(step)) {
      const asked = seen.pages.get(step.print);
      const laid = asked === undefined ? null : queuePage(context, step, asked, before);
      if (laid !== null) pages.push(laid);
    }
  });
  return pages;
}

const sheetOf = ({ workbook }: Excel.RequestContext, name: string): Excel.Worksheet =>
  workbook.worksheets.getItem(name);

function linesOf(
  context: Excel.RequestContext,
  { sheet, at, count, ...step }: LineInsert | LineRemoval,
  first = at,
): Excel.Range {
  const axis = 'insert' in step ? step.insert : step.remove;
  const address = axis === 'rows' ? rowsAddress : columnsAddress;
  return sheetOf(context, sheet)
    .getRange(address(first, first + count - 1))
    .untrack();
}

function queueFix(context: Excel.RequestContext, fix: Fix, before: readonly WorkbookChange[], seen: Seen): void {
  const { place, value, format, formula } = fix;
  const cell = sheetOf(context, place.sheet).getRange(cellName(place)).untrack();
  if (format !== undefined) cell.numberFormat = [[format]];
  // In a text cell Excel would make a text of the number, and of a formula its letters.
  else if ((typeof value !== 'string' || formula !== undefined) && isTextCell(fix, before, seen))
    cell.numberFormat = [['General']];
  cell.formulas = [[entryOf(fix)]];
}

function isTextCell({ place }: Fix, before: readonly WorkbookChange[], { cells }: Seen): boolean {
  const source = sourceOf(place, before);
  const sheet = cells.sheets.find(({ name }) => name === place.sheet);
  return source !== null && sheet !== undefined && cellAt(sheet, source.row, source.column)?.format === '@';
}

/** New lines look as those that they are like: Excel pastes formats, colours and merged cells; lists, limits and widths are laid here. */
function queueInsert(
  context: Excel.RequestContext,
  step: LineInsert,
  before: readonly WorkbookChange[],
  seen: Seen,
): void {
  const { insert: axis, sheet: name, at, count, like } = step;
  linesOf(context, step)
    .insert(axis === 'rows' ? 'Down' : 'Right')
    .untrack();
  const fresh = linesOf(context, step);
  if (like !== null) fresh.copyFrom(linesOf(context, step, like >= at ? like + count : like), 'Formats');
  fresh.dataValidation.clear();
  const sheet = sheetOf(context, name);
  const cells = lineCells(step, before, usedOf(seen, name));
  const length = cells.length / count;
  const byRow = axis === 'rows';
  if (like !== null && length > 0)
    layLimits(
      sheet,
      { top: byRow ? at : 0, left: byRow ? 0 : at, rows: byRow ? count : length, columns: byRow ? length : count },
      (row, column) => {
        const line = (byRow ? row : column) - at + (like >= at ? like + count : like);
        const model = { sheet: name, row: byRow ? line : row, column: byRow ? column : line };
        const limit = attributeAt(model, [...before, step], limitsOf(seen));
        return shiftedLimit(limit, row - model.row, column - model.column);
      },
    );
  if (!byRow) setWidths(sheet, step, before, seen);
  growPrintArea(sheet, step, before, seen);
}

const usedOf = ({ cells }: Seen, name: string): { readonly bottom: number; readonly right: number } | null => {
  const rows = cells.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  return rows.length === 0
    ? null
    : { bottom: rows.length - 1, right: Math.max(...rows.map((row) => row?.length ?? 0)) - 1 };
};

const limitsOf = ({ limits }: Seen): Attribute<EntryLimit | null> => ({
  first: (place) => limits.get(placeKey(place)) ?? null,
  none: null,
  changed: changedLimit,
  moved: movedLimit,
});

function setWidths(
  sheet: Excel.Worksheet,
  { at, count, like, sheet: name }: LineInsert,
  before: readonly WorkbookChange[],
  { sheets }: Seen,
): void {
  if (like === null) return;
  const widths = sheets.get(name)?.widths ?? [];
  const widthAt = (offset: number): number | undefined => {
    const source = sourceOf({ sheet: name, row: 0, column: like + offset }, before);
    return (source && widths[source.column]) || undefined;
  };
  for (const { key, left, right } of runs(count, widthAt))
    sheet.getRange(columnsAddress(at + left, at + right)).untrack().format.columnWidth = key;
}

/** What is printed up to the lines that new ones behind them are like is printed with the new ones. */
function growPrintArea(
  sheet: Excel.Worksheet,
  { insert: axis, sheet: name, at, count, like }: LineInsert,
  before: readonly WorkbookChange[],
  { sheets }: Seen,
): void {
  const written = sheets.get(name)?.printArea ?? '';
  if (written === '' || written.includes(',') || like === null) return;
  const area = [...before].reduce(
    (now, step) =>
      now && (isInsert(step) || isRemoval(step)) && step.sheet === name ? movedArea(now, moveOf(step)) : now,
    parseAddress(written) as ReturnType<typeof movedArea>,
  );
  if (area === null) return;
  const [first, last] = axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  if (last !== at - 1 || first > like) return;
  sheet.pageLayout.setPrintArea(
    addressOf(axis === 'rows' ? { ...area, bottom: last + count } : { ...area, right: last + count }),
  );
}

function queueLimit(
  context: Excel.RequestContext,
  step: LimitChange,
  before: readonly WorkbookChange[],
  seen: Seen,
): void {
  const { first, last } = step.limit;
  const sheet = sheetOf(context, first.sheet);
  const attribute = limitsOf(seen);
  layLimits(
    sheet,
    { top: first.row, left: first.column, rows: last.row - first.row + 1, columns: last.column - first.column + 1 },
    (row, column) => {
      const place = { sheet: first.sheet, row, column };
      const was = attributeAt(place, before, attribute);
      const is = changedLimit(was, step);
      return is === was ? null : is;
    },
  );
  const over = changedColour(coloursBefore(step, before, seen), step);
  if (over !== null) layColour(sheet, step, over);
}

/** What colours the cells of a limit before it changes. */
export const coloursBefore = (step: LimitChange, before: readonly WorkbookChange[], { colours }: Seen): Colours =>
  attributeAt(cellsOf(step)[0] ?? step.limit.first, before, {
    first: (place) => colours.get(placeKey(place)) ?? 'none',
    none: 'none',
    changed: (value, change) => changedColour(value, change) ?? value,
  });

/** Null: it stays as it is. */
function changedColour(colour: Colours, { from, to }: LimitChange): OverColour | null {
  return typeof colour === 'object' && typeof from === 'number' && colour.limit === from
    ? { ...colour, limit: Number(to) }
    : null;
}
