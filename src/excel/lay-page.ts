/**
 * The page set-up of a sheet that stands, laid anew at the user's word and put back as it was. What there was is read
 * before anything is set: where Excel does not tell it, nothing changes. Headers and footers stay as they are.
 */
import type { KeptPage, PrintChange, PrintReturn } from '../rules';
import { fail, ok, type DoorProblem, type Result } from '../workbook/door';
import { layoutPrint } from '../workbook/plan-pages';
import { addressOf, parseAddress } from './areas';
import type { Talk } from './ask';
import { setTitleColumns, setTitleRows, setUpPaper, setUpSize, setUpTitles } from './page-setup';

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

/** Answers the way back. The sheet is one of the workbook's. */
export async function layPage(
  talk: Talk,
  change: PrintChange | PrintReturn,
): Promise<Result<PrintReturn, DoorProblem>> {
  const sheet = talk.context.workbook.worksheets.getItem(change.print);
  const before = await pageOf(talk, sheet);
  if ('now' in change) {
    if (Object.entries(change.now).some(([part, was]) => before[part] !== was))
      return fail({ code: 'cells-changed', sheet: change.print });
    await putBack(talk, sheet, change.back);
  } else await lay(talk, sheet, change, before);
  return ok({ print: change.print, now: await pageOf(talk, sheet), back: before });
}

/** One text for each part of the set-up. */
async function pageOf({ sync }: Talk, sheet: Excel.Worksheet): Promise<KeptPage> {
  const page = sheet.pageLayout;
  page.load([...SETTINGS, 'zoom'].join(','));
  const area = page.getPrintAreaOrNullObject();
  const rows = page.getPrintTitleRowsOrNullObject();
  const columns = page.getPrintTitleColumnsOrNullObject();
  for (const range of [area, rows, columns]) range.load('address');
  const { horizontalPageBreaks, verticalPageBreaks } = sheet;
  horizontalPageBreaks.load('items/rowIndex');
  verticalPageBreaks.load('items/columnIndex');
  await sync();
  const cells = [...horizontalPageBreaks.items, ...verticalPageBreaks.items].map((one) => one.getCellAfterBreak());
  for (const cell of cells) cell.load('address');
  if (cells.length > 0) await sync();
  const ends = cells.map(({ address }) => local(address));
  const addressIn = (range: Excel.Range | Excel.RangeAreas): string =>
    range.isNullObject ? '' : range.address.split(',').map(local).join(',');
  const { zoom } = page;
  return {
    ...Object.fromEntries(SETTINGS.map((name) => [name, JSON.stringify(page[name])])),
    // Of the size only what is set: what is not comes as null and cannot be put back.
    zoom: JSON.stringify(Object.fromEntries(Object.entries(zoom).filter(([, value]) => value !== null))),
    area: addressIn(area),
    rows: addressIn(rows),
    columns: addressIn(columns),
    rowBreaks: ends.slice(0, horizontalPageBreaks.items.length).join(','),
    columnBreaks: ends.slice(horizontalPageBreaks.items.length).join(','),
  };
}

const local = (address: string): string => address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');

async function lay(talk: Talk, sheet: Excel.Worksheet, { layout }: PrintChange, before: KeptPage): Promise<void> {
  const { end } = layout;
  const all = sheet.getRange(addressOf({ top: 0, left: 0, bottom: end.row, right: end.column })).untrack();
  const columns = all.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
  const rows = all.getRowProperties({ rowHidden: true, format: { rowHeight: true } });
  await talk.sync();
  const paper = layout.paper ?? (before['paperSize'] === '"A3"' ? 'A3' : 'A4');
  const print = layoutPrint(
    layout,
    paper,
    columns.value.map(({ columnHidden, format }) =>
      columnHidden === true ? 0 : (format?.columnWidth ?? 0) / POINTS_PER_CHARACTER,
    ),
    rows.value.map(({ rowHidden, format }) => (rowHidden === true ? 0 : format?.rowHeight)),
  );
  // No call takes a print area away again: where none stands, all that is filled is printed as before.
  setUpPaper(sheet.pageLayout, print);
  setUpSize(sheet.pageLayout, print);
  if (before['area'] !== '')
    sheet.pageLayout.setPrintArea(addressOf({ top: 0, left: 0, bottom: end.row, right: end.column }));
  sheet.horizontalPageBreaks.removePageBreaks();
  sheet.verticalPageBreaks.removePageBreaks();
  setUpTitles(sheet, print);
  await talk.sync();
}

async function putBack(talk: Talk, sheet: Excel.Worksheet, back: KeptPage): Promise<void> {
  const page = sheet.pageLayout;
  for (const name of SETTINGS) page.set({ [name]: JSON.parse(back[name] ?? 'null') as unknown });
  page.zoom = JSON.parse(back['zoom'] ?? '{}') as Excel.PageLayoutZoomOptions;
  if (back['area']) page.setPrintArea(back['area']);
  if (back['rows'] === '' || back['columns'] === '') await takeTitlesAway(talk, sheet);
  if (back['rows']) setTitleRows(page, parseAddress(back['rows']));
  if (back['columns']) setTitleColumns(page, parseAddress(back['columns']));
  sheet.horizontalPageBreaks.removePageBreaks();
  sheet.verticalPageBreaks.removePageBreaks();
  for (const cell of listed(back['rowBreaks'])) sheet.horizontalPageBreaks.add(cell);
  for (const cell of listed(back['columnBreaks'])) sheet.verticalPageBreaks.add(cell);
  await talk.sync();
}

/** No call does it; where Excel lists the name that stands behind them it can go. Else they stay, as the form says before. */
async function takeTitlesAway({ sync }: Talk, sheet: Excel.Worksheet): Promise<void> {
  const titles = sheet.names.getItemOrNullObject('Print_Titles');
  titles.load('name');
  await sync();
  if (!titles.isNullObject) titles.delete();
}

const listed = (addresses = ''): string[] => addresses.split(',').filter(Boolean);
