/** Tables as HTML, the way Excel, LibreOffice, WPS and Google put them on the clipboard. Nothing of it runs or is shown: only its texts are read. */
import { MOST_CELLS, type Block, type ClipCell } from './block';

/** The cells of the first table; null where there is none. A merged cell has its text in its first place. */
export function readHtml(html: string): Block | 'too-large' | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return null;
  const rows: ClipCell[][] = [];
  let cells = 0;
  for (const [at, line] of [...table.rows].entries()) {
    const row = (rows[at] ??= []);
    let column = 0;
    for (const cell of line.cells) {
      while (row[column] !== undefined) column++;
      const [width, height] = [Math.min(cell.colSpan, MOST_CELLS), Math.min(cell.rowSpan || 1, table.rows.length - at)];
      cells += width * height;
      if (cells > MOST_CELLS) return 'too-large';
      for (let down = 0; down < height; down++) {
        for (let right = 0; right < width; right++) (rows[at + down] ??= [])[column + right] = { text: '' };
      }
      row[column] = cellOf(cell);
      column += width;
    }
  }
  return rows.map((row) => Array.from(row, (cell) => cell ?? { text: '' }));
}

/** Numbers are told apart from what is seen: by LibreOffice in `sdval`, by older Excel in `x:num`. */
function cellOf(cell: HTMLTableCellElement): ClipCell {
  const text = textOf(cell);
  const told = cell.getAttribute('sdval') ?? cell.getAttribute('x:num');
  // A day is a number as well, but counted in the calendar of the other workbook: what is seen says which day.
  const isSeenAsNumber = /^[-+(]?[\d.,\s]+[%)]?$/.test(text);
  return told !== null && told.trim() !== '' && Number.isFinite(Number(told)) && isSeenAsNumber && !text.endsWith('%')
    ? { text, number: Number(told) }
    : { text };
}

/** As a browser would show it, with a line for each `<br>` and paragraph. */
function textOf(cell: Element): string {
  const pieces: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) pieces.push((node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' '));
    if (!(node instanceof Element)) return;
    if (/^(script|style|template)$/i.test(node.tagName)) return;
    if (node.tagName === 'BR') pieces.push('\n');
    node.childNodes.forEach(walk);
    if (/^(p|div)$/i.test(node.tagName)) pieces.push('\n');
  };
  cell.childNodes.forEach(walk);
  return pieces
    .join('')
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** A cell to be written: codes such as 1.10 keep their letters in the other program. */
export interface HtmlCell extends ClipCell {
  readonly isText: boolean;
  readonly columns?: number;
  readonly rows?: number;
  /** Covered by a merged cell. */
  readonly isCovered?: boolean;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`).replaceAll('\n', '<br>');

export function writeHtml(rows: readonly (readonly HtmlCell[])[]): string {
  const lines = rows.map(
    (row) =>
      `<tr>${row
        .filter(({ isCovered }) => isCovered !== true)
        .map(cellHtml)
        .join('')}</tr>`,
  );
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>${lines.join('')}</table></body></html>`;
}

function cellHtml({ text, number, isText, columns = 1, rows = 1 }: HtmlCell): string {
  const told = number === undefined ? '' : ` sdval="${String(number)}" x:num="${String(number)}"`;
  const kept = isText && text !== '' ? ' x:str style="mso-number-format:\'\\@\'"' : '';
  return `<td${columns > 1 ? ` colspan="${String(columns)}"` : ''}${rows > 1 ? ` rowspan="${String(rows)}"` : ''}${told}${kept}>${escaped(text)}</td>`;
}
