/**
 * The page set-up of a sheet that stands, laid anew at the user's word and put back as it was, within the round trips
 * of the change it belongs to: what there is is asked in the first two, what is set goes out with the third. Where
 * Excel does not tell how a page is set up, nothing changes. Headers and footers stay as they are.
 */
import {
  isInsert,
  isRemoval,
  type KeptPage,
  type PageLayout,
  type PrintChange,
  type PrintReturn,
  type WorkbookChange,
} from '../../rules';
import { cellName } from '../../rules/model/place';
import { movedLine, moveOf } from '../../sheets/change/moving';
import { layoutPrint } from '../../sheets/plan-pages';
import type { PrintSetup } from '../../sheets/plan';
import { addressOf, parseAddress } from '../areas';
import { setTitleColumns, setTitleRows, setUpPaper, setUpSize, setUpTitles } from '../page-setup';
import { sourceOf } from './trace';

/** Excel's columns on paper: points a character. */
const POINTS_PER_CHARACTER = 5.25;

/** What is kept and put back as it was read, one setting after the other. */
const SETTINGS = [
  'orientation',
  'paperSize',
  'topMargin',
  'bottomMargin',
  'leftMargin',
  'rightMargin',
  'centerHorizontally',
  'firstPageNumber',
] as const satisfies readonly (keyof Excel.PageLayout)[];

interface AskedSettings {
  readonly page: Excel.PageLayout;
  readonly area: Excel.RangeAreas;
  readonly rows: Excel.Range;
  readonly columns: Excel.Range;
}

export interface AskedPage extends AskedSettings {
  readonly horizontal: Excel.PageBreakCollection;
  readonly vertical: Excel.PageBreakCollection;
  readonly titles: Excel.NamedItem;
  /** Widths and heights of all that is printed; absent: they are not needed. */
  readonly sizes?: {
    readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
    readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  };
  ends: readonly Excel.Range[];
}

/** A proxy of its own each time: what a proxy was loaded with goes when it is loaded again. */
const sheetOf = (context: Excel.RequestContext, name: string): Excel.Worksheet =>
  context.workbook.worksheets.getItem(name);

function askSettings(sheet: Excel.Worksheet): AskedSettings {
  const page = sheet.pageLayout;
  page.load([...SETTINGS, 'zoom'].join(','));
  const area = page.getPrintAreaOrNullObject();
  const rows = page.getPrintTitleRowsOrNullObject();
  const columns = page.getPrintTitleColumnsOrNullObject();
  for (const range of [area, rows, columns]) range.load('address');
  return { page, area, rows, columns };
}

/** With the first round trip. `end`: the last row and column whose sizes are needed. */
export function askPage(context: Excel.RequestContext, name: string, end: PageLayout['end'] | null): AskedPage {
  const sheet = sheetOf(context, name);
  const { horizontalPageBreaks: horizontal, verticalPageBreaks: vertical } = sheet;
  horizontal.load('items/rowIndex');
  vertical.load('items/columnIndex');
  const titles = sheet.names.getItemOrNullObject('Print_Titles');
  titles.load('name');
  const all = end && sheet.getRange(addressOf({ top: 0, left: 0, bottom: end.row, right: end.column })).untrack();
  return {
    ...askSettings(sheet),
    horizontal,
    vertical,
    titles,
    ...(all && {
      sizes: {
        columns: all.getColumnProperties({ columnHidden: true, format: { columnWidth: true } }),
        rows: all.getRowProperties({ rowHidden: true, format: { rowHeight: true } }),
      },
    }),
    ends: [],
  };
}

/** With the second: the cells behind the breaks that the first one found. */
export function askEnds(asked: AskedPage): void {
  asked.ends = [...asked.horizontal.items, ...asked.vertical.items].map((one) => one.getCellAfterBreak());
  for (const cell of asked.ends) cell.load('address');
}

/** One text for each part of the set-up. */
export function pageIn(asked: AskedPage): KeptPage {
  const ends = asked.ends.map(({ address }) => local(address));
  const rows = asked.horizontal.items.length;
  return {
    ...settingsIn(asked),
    rowBreaks: ends.slice(0, rows).join(','),
    columnBreaks: ends.slice(rows).join(','),
  };
}

function settingsIn({ page, area, rows, columns }: AskedSettings): KeptPage {
  const addressIn = (range: Excel.Range | Excel.RangeAreas): string =>
    range.isNullObject ? '' : range.address.split(',').map(local).join(',');
  return {
    ...Object.fromEntries(SETTINGS.map((name) => [name, JSON.stringify(page[name])])),
    // Of the size only what is set: what is not comes as null and cannot be put back.
    zoom: JSON.stringify(Object.fromEntries(Object.entries(page.zoom).filter(([, value]) => value !== null))),
    area: addressIn(area),
    rows: addressIn(rows),
    columns: addressIn(columns),
  };
}

const local = (address: string): string => address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');

/** What a queued page will answer once it is sent. */
export type Laid = () => PrintReturn;

/** Queues the set-up; null where it is left as it is. `done`: the steps before it. */
export function queuePage(
  context: Excel.RequestContext,
  change: PrintChange | PrintReturn,
  asked: AskedPage,
  done: readonly WorkbookChange[],
): Laid | null {
  const before = pageIn(asked);
  const breaks = {
    rows: movedBreaks(before['rowBreaks'], change.print, done),
    columns: movedBreaks(before['columnBreaks'], change.print, done),
  };
  const isBack = 'now' in change;
  if (!isBack && change.layout.onlyAgain === true && !isLaid(before, breaks.columns, change.layout)) return null;
  const then = askSettings(sheetOf(context, change.print));
  const sheet = sheetOf(context, change.print);
  const set = isBack ? putBack(sheet, change.back, asked.titles) : lay(sheet, change, asked, done);
  const now = askSettings(sheetOf(context, change.print));
  return () => ({
    print: change.print,
    now: { ...settingsIn(now), rowBreaks: set.rows.join(','), columnBreaks: set.columns.join(',') },
    back: { ...settingsIn(then), rowBreaks: breaks.rows.join(','), columnBreaks: breaks.columns.join(',') },
  });
}

/** Is a page still as a way back knew it? After other steps only what no line moves can be compared. */
export function isAsKnown({ now }: PrintReturn, is: KeptPage, isFirst: boolean): boolean {
  const parts: readonly string[] = isFirst ? Object.keys(now) : [...SETTINGS, 'zoom'];
  return parts.every((part) => is[part] === now[part]);
}

interface Ends {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

function lay(
  sheet: Excel.Worksheet,
  { print, layout }: PrintChange,
  asked: AskedPage,
  done: readonly WorkbookChange[],
): Ends {
  const { end } = layout;
  const paper = layout.paper ?? (asked.page.paperSize === 'A3' ? 'A3' : 'A4');
  const sizesOf = (
    count: number,
    key: 'row' | 'column',
    size: (line: number) => number | undefined,
  ): (number | undefined)[] =>
    Array.from({ length: count }, (_, line) => {
      const source = sourceOf({ sheet: print, row: 0, column: 0, [key]: line }, done);
      return source === null ? undefined : size(source[key]);
    });
  const setUp = layoutPrint(
    layout,
    paper,
    sizesOf(end.column + 1, 'column', (column) => {
      const { columnHidden, format } = asked.sizes?.columns.value[column] ?? {};
      return columnHidden === true ? 0 : (format?.columnWidth ?? 0) / POINTS_PER_CHARACTER;
    }).map((width) => width ?? 0),
    sizesOf(end.row + 1, 'row', (row) => {
      const { rowHidden, format } = asked.sizes?.rows.value[row] ?? {};
      return rowHidden === true ? 0 : format?.rowHeight;
    }),
  );
  setUpPaper(sheet.pageLayout, setUp);
  setUpSize(sheet.pageLayout, setUp);
  // No call takes a print area away again: where none stands, all that is filled is printed as before.
  if (!asked.area.isNullObject)
    sheet.pageLayout.setPrintArea(addressOf({ top: 0, left: 0, bottom: end.row, right: end.column }));
  sheet.horizontalPageBreaks.removePageBreaks();
  sheet.verticalPageBreaks.removePageBreaks();
  setUpTitles(sheet, setUp);
  return { rows: [], columns: endsOf(setUp) };
}

const endsOf = ({ wide }: PrintSetup): string[] => (wide?.breaks ?? []).map((column) => cellName({ row: 0, column }));

/** Titles that were not there go by the name behind them where Excel lists it. Else they stay, as the form says before. */
function putBack(sheet: Excel.Worksheet, back: KeptPage, titles: Excel.NamedItem): Ends {
  const page = sheet.pageLayout;
  for (const name of SETTINGS) page.set({ [name]: JSON.parse(back[name] ?? 'null') as unknown });
  page.zoom = JSON.parse(back['zoom'] ?? '{}') as Excel.PageLayoutZoomOptions;
  if (back['area']) page.setPrintArea(back['area']);
  if ((back['rows'] === '' || back['columns'] === '') && !titles.isNullObject) titles.delete();
  if (back['rows']) setTitleRows(page, parseAddress(back['rows']));
  if (back['columns']) setTitleColumns(page, parseAddress(back['columns']));
  sheet.horizontalPageBreaks.removePageBreaks();
  sheet.verticalPageBreaks.removePageBreaks();
  const ends = { rows: listed(back['rowBreaks']), columns: listed(back['columnBreaks']) };
  for (const cell of ends.rows) sheet.horizontalPageBreaks.add(cell);
  for (const cell of ends.columns) sheet.verticalPageBreaks.add(cell);
  return ends;
}

/** As the page stood before everything, once lines stand again where they stood. */
export function queueFirstPage(context: Excel.RequestContext, name: string, asked: AskedPage): void {
  putBack(sheetOf(context, name), pageIn(asked), asked.titles);
}

const listed = (addresses = ''): string[] => addresses.split(',').filter(Boolean);

/** Laid by this program: a size of its own, rows and columns on each page, and ends only between units. */
function isLaid(page: KeptPage, ends: readonly string[], { blocks }: PageLayout): boolean {
  const zoom = JSON.parse(page['zoom'] ?? '{}') as Excel.PageLayoutZoomOptions;
  return (
    zoom.scale !== undefined &&
    zoom.horizontalFitToPages === undefined &&
    zoom.verticalFitToPages === undefined &&
    page['rows'] !== '' &&
    page['columns'] !== '' &&
    ends.every((cell) => blocks.includes(parseAddress(cell).left))
  );
}

/** Where breaks stand once lines have moved; those before lines that went are gone with them. */
function movedBreaks(addresses: string | undefined, sheet: string, done: readonly WorkbookChange[]): string[] {
  return listed(addresses).flatMap((address) => {
    let { top: row, left: column }: { top: number; left: number } = parseAddress(address);
    for (const step of done) {
      if ((!isInsert(step) && !isRemoval(step)) || step.sheet !== sheet) continue;
      const move = moveOf(step);
      const line = movedLine(move.axis === 'rows' ? row : column, move);
      if (line === null) return [];
      if (move.axis === 'rows') row = line;
      else column = line;
    }
    return [cellName({ row, column })];
  });
}
