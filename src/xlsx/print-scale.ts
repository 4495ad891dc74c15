/** How far the page set-up of a worksheet shrinks its print (ECMA-376 Part 1, §18.3.1.62, §18.3.1.63, §18.3.1.65). */
import type { Area } from '../sheets/cells';
import type { XmlScanner } from './xml-scanner';

/** Short and long edge in inches, by Excel's number of the paper (§18.3.1.63): Letter, Legal, A3, A4. */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  '1': [8.5, 11],
  '5': [8.5, 14],
  '8': [11.69, 16.54],
  '9': [8.27, 11.69],
};
const POINTS_PER_INCH = 72;
/** Excel's columns are the narrowest of all programs: in none is the print larger than reckoned here. */
const POINTS_PER_CHARACTER = 5.25;
/** §18.3.1.81, and Excel's margins where a file names none. */
const DEFAULT_WIDTH = 8.43;
const DEFAULT_MARGIN = 0.7;

/** Gathers what a worksheet's XML says about it, element by element; a value that is no number counts as not given. */
export class PrintScale {
  private fits = false;
  private fitToWidth = 1;
  private scale = 1;
  private paper: readonly [number, number] | undefined = PAPERS['9'];
  private lies = false;
  private margins = 2 * DEFAULT_MARGIN;
  private otherWidth = DEFAULT_WIDTH;
  private readonly widths: { readonly from: number; readonly to: number; readonly width: number }[] = [];

  readProperties(scanner: XmlScanner): void {
    if (scanner.empty) return;
    while (scanner.next() && scanner.name !== 'sheetPr')
      if (!scanner.closing && scanner.name === 'pageSetUpPr') this.fits = scanner.flag('fitToPage');
  }

  readDefaultWidth(scanner: XmlScanner): void {
    this.otherWidth = number(scanner, 'defaultColWidth') ?? DEFAULT_WIDTH;
    scanner.skip();
  }

  /** Columns from 0, the last one not included. */
  addColumns(from: number, to: number, width: number): void {
    if (width > 0) this.widths.push({ from, to, width });
  }

  readMargins(scanner: XmlScanner): void {
    this.margins = (number(scanner, 'left') ?? DEFAULT_MARGIN) + (number(scanner, 'right') ?? DEFAULT_MARGIN);
    scanner.skip();
  }

  readSetup(scanner: XmlScanner): void {
    this.scale = (number(scanner, 'scale') ?? 100) / 100;
    this.fitToWidth = number(scanner, 'fitToWidth') ?? 1;
    this.paper = PAPERS[scanner.attribute('paperSize') ?? '9'];
    this.lies = scanner.attribute('orientation') === 'landscape';
    scanner.skip();
  }

  /**
   * The share of the true size, from 0 to 1, for the columns that are printed, which are asked for only
   * where they matter; 1 where nothing is shrunk, or where paper or columns are not known.
   */
  of(printed: () => Pick<Area, 'left' | 'right'> | null, hidden: ReadonlySet<number>): number {
    if (!this.fits) return Math.min(1, this.scale);
    const columns = this.fitToWidth <= 0 ? null : printed();
    if (columns === null || this.paper === undefined) return 1;
    const room = (this.paper[this.lies ? 1 : 0] - this.margins) * POINTS_PER_INCH * this.fitToWidth;
    let taken = 0;
    for (let column = columns.left; column <= columns.right; column++)
      if (!hidden.has(column)) taken += this.widthOf(column) * POINTS_PER_CHARACTER;
    return room > 0 && taken > room ? room / taken : 1;
  }

  private widthOf(column: number): number {
    return this.widths.find(({ from, to }) => column >= from && column < to)?.width ?? this.otherWidth;
  }
}

function number(scanner: XmlScanner, name: string): number | undefined {
  const text = scanner.attribute(name);
  const value = Number(text);
  return text === undefined || !Number.isFinite(value) ? undefined : value;
}
