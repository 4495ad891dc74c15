/** What a change rests on, asked in two round trips: all contents, and of the sheets that it touches whatever else it needs. */
import {
  isDemand,
  isFix,
  isInsert,
  isLimit,
  isPrint,
  isRemoval,
  type LineInsert,
  type LineRemoval,
  type Place,
  type WorkbookChange,
} from '../../rules';
import { cellName } from '../../rules/model/place';
import type { SheetCells, WorkbookCells } from '../../sheets/cells';
import { addressOf, parseAddress } from '../areas';
import type { Talk } from '../ask';
import { isUnknownToExcel } from '../problems';
import { cellsIn, loadUsed, sheetIn } from './contents';
import {
  coloursIn,
  isRelative,
  limitIn,
  loadColours,
  loadLimit,
  placeKey,
  type Colours,
  type EntryLimit,
} from './entry-limits';
import { askEnds, askPage, type AskedPage } from './page';
import { cellsOf, sourceOf } from './trace';

/** What is known of a sheet that a change touches. */
export interface SeenSheet {
  readonly name: string;
  readonly protection: Excel.WorksheetProtection;
  readonly isFiltered: boolean;
  readonly hasTables: boolean;
  /** Cells with comments. */
  readonly comments: readonly Place[];
  /** Widths in points; absent where no column comes. */
  readonly widths: readonly number[];
  readonly printArea: string;
  /** A cell far from all others: it goes along with lines that come and go, and tells how many did. */
  readonly probe: Excel.Range;
}

export interface Seen {
  readonly cells: WorkbookCells;
  readonly sheets: ReadonlyMap<string, SeenSheet>;
  /** Lists and limits, by the key of their cell; what is not there was not asked. */
  readonly limits: ReadonlyMap<string, EntryLimit | null>;
  /** By the key of the first cell of a limit that changes. */
  readonly colours: ReadonlyMap<string, Colours>;
  /** Cells of fixes that no line moves, locked in a sheet that is protected. */
  readonly locked: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, AskedPage>;
}

/** Far enough that no bloc ever reaches it. */
export const PROBE: Place = { sheet: '', row: 999_999, column: 15_999 };

const isLines = (change: WorkbookChange): change is LineInsert | LineRemoval => isInsert(change) || isRemoval(change);

/** The names of the sheets that a change speaks of. */
export function touchedSheets(changes: readonly WorkbookChange[]): string[] {
  return [
    ...new Set(
      changes.flatMap((change) => {
        if (isFix(change)) return [change.place.sheet];
        if (isLines(change)) return [change.sheet];
        if (isLimit(change)) return [change.limit.first.sheet];
        if (isPrint(change)) return [change.print];
        return isDemand(change)
          ? [...change.holds.map(({ place }) => place.sheet), ...change.alone.map(({ sheet }) => sheet)]
          : [];
      }),
    ),
  ];
}

/** Throws what Office.js throws, before anything is changed. */
export async function lookAt(talk: Talk, changes: readonly WorkbookChange[]): Promise<Seen> {
  const { context } = talk;
  const steps = changes.filter((change) => !isDemand(change));
  const { items, asked, pages, runs } = await firstLook(talk, changes, steps);
  const touched = new Map(asked.map((one) => [one.name, one]));
  const others = items.filter(({ name }) => !touched.has(name)).map(({ name }) => name);
  const rest = others.map((name) => ({ name, used: loadUsed(context.workbook.worksheets.getItem(name), false) }));
  const uniform = new Map(
    runs.flatMap(({ places, limit }) => {
      const one = limitIn(limit);
      // What a relative formula means in each cell, the answer for all of them does not say.
      return one === undefined || (one !== null && isRelative(one))
        ? []
        : places.map((place): [string, EntryLimit | null] => [placeKey(place), one]);
    }),
  );
  const limits = askLimits(context, steps, new Map(asked.map(({ name, used }) => [name, used])), uniform);
  const locked = askLocked(context, steps, touched);
  const comments = asked.flatMap(({ name, comments: found }) =>
    (found?.items ?? []).map((comment) => {
      const at = comment.getLocation();
      at.load('address');
      return { name, at };
    }),
  );
  for (const page of pages.values()) askEnds(page);
  await talk.sync();
  const contents = new Map<string, SheetCells>([
    ...asked.map(({ name, used, protection }) => [name, sheetIn(name, used, protection.protected, true)] as const),
    ...rest.map(({ name, used }) => [name, sheetIn(name, used, false, false)] as const),
  ]);
  return {
    cells: cellsIn(items.flatMap(({ name }) => contents.get(name) ?? [])),
    sheets: new Map(
      asked.map((one) => [
        one.name,
        {
          name: one.name,
          protection: one.protection,
          isFiltered: one.filter?.isDataFiltered === true,
          hasTables: (one.tables?.items.length ?? 0) + (one.pivots?.items.length ?? 0) > 0,
          comments: comments
            .filter(({ name }) => name === one.name)
            .map(({ at }) => {
              const { top: row, left: column } = parseAddress(at.address);
              return { sheet: one.name, row, column };
            }),
          widths: (one.widths?.value ?? []).map(({ format }) => format?.columnWidth ?? 0),
          printArea: one.area === null || one.area.isNullObject ? '' : one.area.address,
          probe: one.probe,
        },
      ]),
    ),
    limits: limits.known(),
    colours: limits.colours(),
    locked: new Set(locked.filter(({ cell }) => cell.format.protection.locked).map(({ key }) => key)),
    pages,
  };
}

/** Sheets, their contents and what may stand in the way. What an older Excel does not know is asked for no more. */
async function firstLook(
  { context, sync }: Talk,
  changes: readonly WorkbookChange[],
  steps: readonly WorkbookChange[],
) {
  const { worksheets } = context.workbook;
  const removed = new Set(steps.filter(isRemoval).map(({ sheet }) => sheet));
  const ask = (knowsComments: boolean) => {
    worksheets.load('items/name');
    const asked = touchedSheets(changes).map((name) => {
      const sheet = worksheets.getItem(name);
      const lines = steps.filter(isLines).filter((step) => step.sheet === name);
      sheet.protection.load('protected,options');
      const probe = sheet.getRange(cellName(PROBE));
      probe.load('address');
      if (lines.length === 0)
        return {
          name,
          protection: sheet.protection,
          used: loadUsed(sheet, true),
          probe,
          filter: null,
          tables: null,
          pivots: null,
          area: null,
          widths: null,
          comments: null,
        };
      sheet.autoFilter.load('isDataFiltered');
      sheet.tables.load('items/name');
      sheet.pivotTables.load('items/name');
      const area = sheet.pageLayout.getPrintAreaOrNullObject();
      area.load('address');
      const columns = lines.filter((step) => isInsert(step) && step.insert === 'columns');
      const comments = removed.has(name) && knowsComments ? sheet.comments : null;
      comments?.load('items/id');
      return {
        name,
        protection: sheet.protection,
        used: loadUsed(sheet, true),
        probe,
        filter: sheet.autoFilter,
        tables: sheet.tables,
        pivots: sheet.pivotTables,
        area,
        widths:
          columns.length === 0
            ? null
            : sheet
                .getRange(`A1:${cellName({ row: 0, column: lastColumn(columns) })}`)
                .untrack()
                .getColumnProperties({ columnHidden: true, format: { columnWidth: true } }),
        comments,
      };
    });
    const runs = limitRuns(steps).map((places) => ({
      places,
      limit: loadLimit(
        worksheets
          .getItem(places[0]?.sheet ?? '')
          .getRange(addressOf(around(places)))
          .untrack(),
      ),
    }));
    const pages = new Map(
      steps
        .filter(isPrint)
        .map((step): [string, AskedPage] => [step.print, askPage(context, step.print, endOf(step, steps))]),
    );
    return { asked, pages, runs };
  };
  let answer = ask(true);
  try {
    await sync();
  } catch (error) {
    if (!isUnknownToExcel(error) || removed.size === 0) throw error;
    answer = ask(false);
    await sync();
  }
  return { ...answer, items: worksheets.items };
}

/** The last column that new ones are like, in a sheet that has as many columns as it ever has. */
const lastColumn = (lines: readonly (LineInsert | LineRemoval)[]): number =>
  Math.max(...lines.map(({ at, like, count }) => Math.max(at, like ?? 0) + count)) +
  lines.reduce((sum, { count }) => sum + count, 0);

/** How far sizes are asked, so that those of all lines are known which ever are printed. */
function endOf(
  step: Extract<WorkbookChange, { print: string }>,
  steps: readonly WorkbookChange[],
): Pick<Place, 'row' | 'column'> | null {
  if ('now' in step) return null;
  const gone = (axis: string): number =>
    steps.reduce((sum, one) => sum + (isRemoval(one) && one.remove === axis ? one.count : 0), 0);
  const { row, column } = step.layout.end;
  return { row: row + gone('rows'), column: column + gone('columns') };
}

/** The limits of lines that new ones are like, of areas whose limits change, and the colours of those. */
function askLimits(
  context: Excel.RequestContext,
  steps: readonly WorkbookChange[],
  used: ReadonlyMap<string, Excel.Range>,
  uniform: ReadonlyMap<string, EntryLimit | null>,
): { known: () => Map<string, EntryLimit | null>; colours: () => Map<string, Colours> } {
  const wanted = new Map<string, Place>();
  const want = (place: Place | null): void => {
    if (place !== null && !uniform.has(placeKey(place))) wanted.set(placeKey(place), place);
  };
  const colours = new Map<string, Excel.ConditionalFormatCollection>();
  steps.forEach((step, index) => {
    const done = steps.slice(0, index);
    if (isLines(step)) {
      // What lines that go are like is said of the sheet without them.
      const then = isRemoval(step) ? [...done, step] : done;
      for (const place of lineCells(step, done, areaOf(used.get(step.sheet)))) want(sourceOf(place, then));
    }
    if (!isLimit(step)) return;
    const cells = cellsOf(step);
    const sources = cells.map((place) => sourceOf(place, done));
    sources.forEach(want);
    const [first] = sources;
    const last = sources.at(-1);
    if (typeof step.from !== 'number' || !first || !last) return;
    const area = { top: first.row, left: first.column, bottom: last.row, right: last.column };
    const range = context.workbook.worksheets.getItem(first.sheet).getRange(addressOf(area));
    colours.set(placeKey(first), loadColours(range.untrack()));
  });
  const asked = runsOf([...wanted.values()]).map((run) => {
    const sheet = context.workbook.worksheets.getItem(run[0]?.sheet ?? '');
    return run.map((place) => ({ place, limit: loadLimit(sheet.getRange(cellName(place)).untrack()) }));
  });
  return {
    known: () =>
      new Map([
        ...uniform,
        ...asked
          .flat()
          .map(({ place, limit }): [string, EntryLimit | null] => [placeKey(place), limitIn(limit) ?? null]),
      ]),
    colours: () => new Map([...colours].map(([key, formats]) => [key, coloursIn(formats)])),
  };
}

/** So many cells are asked for their limit at once before each of them is. */
const MOST_IN_RUN = 32;

/** Neighbours in a row or in a column among the cells whose limits change, where they stood before all steps. */
function limitRuns(steps: readonly WorkbookChange[]): Place[][] {
  const runs: Place[][] = [];
  steps.forEach((step, index) => {
    if (!isLimit(step)) return;
    let run: Place[] = [];
    for (const cell of cellsOf(step)) {
      const place = sourceOf(cell, steps.slice(0, index));
      if (place === null) continue;
      const [first, last] = [run[0], run.at(-1)];
      const isNext =
        first !== undefined &&
        last !== undefined &&
        run.length < MOST_IN_RUN &&
        ((place.row === last.row && place.column === last.column + 1 && first.row === place.row) ||
          (place.column === last.column && place.row === last.row + 1 && first.column === place.column));
      if (isNext) run.push(place);
      else runs.push((run = [place]));
    }
  });
  return runs;
}

const around = (places: readonly Place[]): ReturnType<typeof parseAddress> => ({
  top: Math.min(...places.map(({ row }) => row)),
  bottom: Math.max(...places.map(({ row }) => row)),
  left: Math.min(...places.map(({ column }) => column)),
  right: Math.max(...places.map(({ column }) => column)),
});

const areaOf = (used: Excel.Range | undefined): ReturnType<typeof parseAddress> | null =>
  used === undefined || used.isNullObject ? null : parseAddress(used.address);

const runsOf = (places: readonly Place[]): Place[][] => {
  const bySheet = new Map<string, Place[]>();
  for (const place of places) bySheet.set(place.sheet, [...(bySheet.get(place.sheet) ?? []), place]);
  return [...bySheet.values()];
};

/** The cells of the lines that new ones are like, where `done` steps left them; of lines that go those that their way back is like. */
export function lineCells(
  { sheet, like, count, ...step }: LineInsert | LineRemoval,
  done: readonly WorkbookChange[],
  used: { readonly bottom: number; readonly right: number } | null,
): Place[] {
  if (like === null || used === null) return [];
  const axis = 'insert' in step ? step.insert : step.remove;
  const { bottom, right } = used;
  const grown = done.reduce(
    (sum, one) => sum + (isInsert(one) && one.sheet === sheet && one.insert !== axis ? one.count : 0),
    0,
  );
  const length = (axis === 'rows' ? right : bottom) + 1 + grown;
  return Array.from({ length: count }, (_, line) => line).flatMap((line) =>
    Array.from({ length }, (_, across) =>
      axis === 'rows' ? { sheet, row: like + line, column: across } : { sheet, row: across, column: like + line },
    ),
  );
}

/** Only where no line of the sheet moves: else it is opened anyway. */
function askLocked(
  context: Excel.RequestContext,
  steps: readonly WorkbookChange[],
  touched: ReadonlyMap<string, { readonly protection: Excel.WorksheetProtection }>,
): { readonly key: string; readonly cell: Excel.Range }[] {
  const moved = new Set(steps.filter(isLines).map(({ sheet }) => sheet));
  return steps.filter(isFix).flatMap(({ place }) => {
    if (moved.has(place.sheet) || touched.get(place.sheet)?.protection.protected !== true) return [];
    const cell = context.workbook.worksheets.getItem(place.sheet).getRange(cellName(place)).untrack();
    cell.format.protection.load('locked');
    return [{ key: placeKey(place), cell }];
  });
}
