/** What must hold on the pages of every printed sheet, told from their texts and from the plan of the sheet. */
import { OUTPUT_SHEETS } from '../../src/workbook/layout';
import type { SheetPlan } from '../../src/sheets/plan';
import { STYLES, type CellStyle } from '../../src/sheets/styles';
import type { Page } from './office';

const PAPER = { A4: { long: 841.89, short: 595.28 }, A3: { long: 1190.55, short: 841.89 } } as const;
const POINTS_PER_MM = 72 / 25.4;
/** Points of one character of a column, as LibreOffice prints it. */
const CHARACTER = 6.03;

/** Lines may end behind a slash and behind the sheet of an address, "Chấm điểm!E13". */
const words = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[\s/!]+/u)
    .filter(Boolean);

/** The texts of the printed rows of a sheet, as words. */
function printedWords({ rows, columns, print }: SheetPlan): string[] {
  const isHidden = (column: number): boolean =>
    columns[column]?.hidden === true || column > (print?.area?.right ?? columns.length);
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell, column) => (typeof cell?.value === 'string' && !isHidden(column) ? words(cell.value) : [])),
  );
}

/** Of A4 or A3 as it lies, in points. */
function paperOf({ print }: SheetPlan): { readonly width: number; readonly height: number } {
  const { long, short } = PAPER[print?.paper ?? 'A4'];
  return print?.orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long };
}

/** The first cell of the header of the table that the sheet is; a report holds several. */
function headerOf({ name, rows }: SheetPlan): string | null {
  const header =
    name === OUTPUT_SHEETS.report ? undefined : rows.find(({ cells }) => cells[0]?.style === 'header')?.cells[0]?.value;
  return typeof header === 'string' ? (words(header)[0] ?? null) : null;
}

/** Lines that begin with a number of a row and hold points. */
const unitLines = ({ text }: Page): number =>
  text.split('\n').filter((line) => /^\s*\d+\s.*\d[,.]\d/u.test(line)).length;

export function pageProblems(pages: readonly Page[], plan: SheetPlan, fonts: readonly string[]): string[] {
  const { width, height } = paperOf(plan);
  const all = pages.map(({ text }) => text).join('\n');
  const printed = new Set(words(all));
  const header = headerOf(plan);
  const isResults = plan.name === OUTPUT_SHEETS.results;
  const isOwn = Object.values<string>(OUTPUT_SHEETS).includes(plan.name);
  const isSigned = isResults || plan.name === OUTPUT_SHEETS.report;
  const signed = pages.findIndex(({ text }) => text.includes('NGƯỜI LẬP BIỂU'));
  const lastUnit = pages.reduce((last, page, index) => (unitLines(page) > 0 ? index : last), -1);
  const number = (text: string, index: number): boolean =>
    new RegExp(`^\\s*${String(index + 1)}\\s*$`, 'm').test(text.split('\n').slice(0, 4).join('\n'));
  return [
    ...pages.flatMap((page, index) =>
      Math.abs(page.width - width) > 1 || Math.abs(page.height - height) > 1
        ? [`page ${String(index + 1)} is ${String(page.width)} x ${String(page.height)}`]
        : [],
    ),
    ...pages.flatMap(({ text }, index) =>
      index > 0 && !number(text, index) ? [`page ${String(index + 1)} has no number at the top`] : [],
    ),
    ...(header === null
      ? []
      : pages.flatMap(({ text }, index) =>
          text.includes(header) ? [] : [`page ${String(index + 1)} has no header row`],
        )),
    ...pages.flatMap(({ text }, index) =>
      pages.length > 1 && isOwn && text.split('\n').filter((line) => line.trim() !== '').length < LEAST_LINES
        ? [`page ${String(index + 1)} is nearly empty`]
        : [],
    ),
    ...(isSigned && pages[0]?.text.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') !== true
      ? ['no letterhead on page 1']
      : []),
    ...(isSigned && signed < 0
      ? ['no signature block']
      : isResults && signed !== lastUnit
        ? [`signatures on page ${String(signed + 1)}, last unit on page ${String(lastUnit + 1)}`]
        : []),
    ...(isResults && pages.length > 1 && unitLines(pages[lastUnit] ?? { width, height, text: '' }) < 3
      ? ['fewer than three units with the signatures']
      : []),
    ...fonts
      .filter((font) => !/^(?:TimesNewRoman|LiberationSerif)/.test(font))
      .map((font) => `another font than Times New Roman or Liberation Serif: ${font}`),
    ...printedWords(plan)
      .filter((word) => !printed.has(word) && !all.includes(word))
      .map((word) => `cut off: ${word}`),
  ];
}

/** With number, header and a few rows a page is none that is nearly empty. */
const LEAST_LINES = 5;

/** Units on the last page of the results; null of other sheets. */
export const rowsOnLastPage = ({ name }: SheetPlan, pages: readonly Page[]): number | null => {
  const last = pages.at(-1);
  return name === OUTPUT_SHEETS.results && last !== undefined ? unitLines(last) : null;
};

/** Scores with a point: on a machine with English settings our own sheets still print a comma. What somebody typed is quoted as it was typed. */
export function pointDecimals({ name, rows }: SheetPlan, pages: readonly Page[]): string[] {
  if (!Object.values<string>(OUTPUT_SHEETS).includes(name)) return [];
  const quoted = rows
    .flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell?.value === 'string' ? [cell.value] : [])))
    .flatMap((text) => text.match(/“[^”]*”/gu) ?? [])
    .join();
  return pages.flatMap(({ text }, index) =>
    [...text.matchAll(/(?<![\p{L}\d.])\d{1,4}\.\d{1,4}(?![\p{L}\d.])/gu)].flatMap(([number]) =>
      quoted.includes(number) ? [] : [`page ${String(index + 1)}: ${number} with a point`],
    ),
  );
}

/** Pages that the printed area takes when its smallest letters have `size` points, repeated rows and columns counted on every page. */
export function pagesNeeded(plan: SheetPlan, size: number): number {
  const { print, rows, columns } = plan;
  const { width, height } = paperOf(plan);
  const { top, bottom, left, right } = print?.margins ?? { top: 0, bottom: 0, left: 0, right: 0 };
  const from = print?.area?.left ?? 0;
  const to = print?.area?.right ?? columns.length - 1;
  const styles = rows.flatMap(({ cells }) =>
    cells
      .slice(from, to + 1)
      .flatMap((cell): CellStyle[] =>
        typeof cell?.value === 'string' && /[\p{L}\d]/u.test(cell.value) ? [STYLES[cell.style ?? 'plain']] : [],
      ),
  );
  const scale = size / Math.min(12, ...styles.map((style) => style.size ?? 12));
  const wide = (some: typeof columns): number =>
    some.reduce((sum, column) => sum + (column.hidden === true ? 0 : column.width), 0) * CHARACTER * scale;
  const high = (some: typeof rows): number => some.reduce((sum, row) => sum + (row.height ?? 15.75), 0) * scale;
  const needed = (whole: number, repeated: number, page: number): number =>
    Math.max(1, Math.ceil((whole - repeated) / (page - repeated) - 0.01));
  const titleRows = print?.titleRows ? rows.slice(print.titleRows.first, print.titleRows.last + 1) : [];
  return (
    needed(
      wide(columns.slice(from, to + 1)),
      wide(columns.slice(0, print?.wide?.titleColumns ?? 0)),
      width - (left + right) * POINTS_PER_MM,
    ) * needed(high(rows), high(titleRows), height - (top + bottom) * POINTS_PER_MM)
  );
}
