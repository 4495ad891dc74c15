import { columnName } from '../rules';
import type { PrintSetup } from '../sheets/plan';
import type { Area } from '../sheets/cells';
import { addressOf, columnsAddress, rowsAddress } from './areas';

/**
 * One page wide and as many long as it takes, or one; a wide sheet in its own scale, pages beside each
 * other. Paper, orientation and margins of a sheet that `stands` already stay: the user may have changed them.
 */
export function setUpPage(sheet: Excel.Worksheet, print: PrintSetup, stands: boolean): void {
  const page = sheet.pageLayout;
  if (!stands) setUpPaper(page, print);
  setUpSize(page, print);
  if (print.area) page.setPrintArea(addressOf(print.area));
  setUpTitles(sheet, print);
  const { headersFooters } = page;
  headersFooters.state = print.plainFirstPage ? 'FirstAndDefault' : 'Default';
  fill(headersFooters.defaultForAllPages, print);
  if (print.breaks.length > 0) sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of print.breaks) sheet.horizontalPageBreaks.add(`A${String(row + 1)}`);
}

export function setUpSize(page: Excel.PageLayout, print: PrintSetup): void {
  page.zoom = print.wide
    ? { scale: print.wide.scale }
    : print.pagesHigh !== null
      ? { horizontalFitToPages: 1, verticalFitToPages: print.pagesHigh }
      : { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.firstPageNumber = 1;
}

/** What every page repeats, and the columns with which pages begin. */
export function setUpTitles(sheet: Excel.Worksheet, { titleRows, wide }: PrintSetup): void {
  const page = sheet.pageLayout;
  if (titleRows) setTitleRows(page, { top: titleRows.first, bottom: titleRows.last });
  if (wide) {
    setTitleColumns(page, { left: 0, right: wide.titleColumns - 1 });
    for (const column of wide.breaks) sheet.verticalPageBreaks.add(`${columnName(column)}1`);
  }
}

export function setTitleRows(page: Excel.PageLayout, { top, bottom }: Pick<Area, 'top' | 'bottom'>): void {
  page.setPrintTitleRows(`$${rowsAddress(top, bottom).replace(':', ':$')}`);
}

export function setTitleColumns(page: Excel.PageLayout, { left, right }: Pick<Area, 'left' | 'right'>): void {
  page.setPrintTitleColumns(`$${columnsAddress(left, right).replace(':', ':$')}`);
}

export function setUpPaper(
  page: Excel.PageLayout,
  { orientation, paper, margins: { top, bottom, left, right } }: PrintSetup,
): void {
  page.orientation = orientation === 'landscape' ? 'Landscape' : 'Portrait';
  page.paperSize = paper ?? 'A4';
  page.setPrintMargins('Centimeters', { top: top / 10, bottom: bottom / 10, left: left / 10, right: right / 10 });
}

/** Excel's codes in one text, "&L…&C…&R…", are set part by part; without a code the text stands in the centre. */
function fill(place: Excel.HeaderFooter, print: PrintSetup): void {
  const header = parts(print.header);
  const footer = parts(print.footer);
  place.leftHeader = header.L;
  place.centerHeader = header.C;
  place.rightHeader = header.R;
  place.leftFooter = footer.L;
  place.centerFooter = footer.C;
  place.rightFooter = footer.R;
}

function parts(text: string): Record<'L' | 'C' | 'R', string> {
  const found = { L: '', C: '', R: '' };
  let place: 'L' | 'C' | 'R' = 'C';
  for (const piece of text.split(/(&[LCR])/)) {
    if (/^&[LCR]$/.test(piece)) place = piece.charAt(1) as 'L' | 'C' | 'R';
    else found[place] += piece;
  }
  return found;
}
