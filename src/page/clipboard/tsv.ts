/** Tables as text with tabs, the way Excel, LibreOffice, WPS and Google put them on the clipboard. */
import { MOST_CELLS, type Block, type ClipCell } from './block';

/**
 * The rows of a text. A cell in quotes may hold tabs, line breaks and doubled quotes; a quote inside a plain
 * cell is a quote. The line break at the end begins no row. Null: more cells than the page takes.
 *
 * @example readTsv('9,5\t"a\nb"\r\n') // [[{ text: '9,5' }, { text: 'a\nb' }]]
 */
export function readTsv(text: string): Block | null {
  const rows: ClipCell[][] = [];
  let row: ClipCell[] = [];
  let cells = 0;
  for (let at = 0; at < text.length;) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const end = quoted?.end ?? plainEnd(text, at);
    row.push({ text: quoted?.text ?? text.slice(at, end) });
    if (++cells > MOST_CELLS) return null;
    const after = text[end];
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (after === '\t') {
      if (at >= text.length) row.push({ text: '' });
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function plainEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** Null where the quote is not closed before a tab or a line's end: then it is a quote like any other. */
function quotedCell(text: string, from: number): { readonly text: string; readonly end: number } | null {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    const next = text[at + 1];
    if (next === '"') continue;
    return next === undefined || next === '\t' || next === '\n' || next === '\r'
      ? {
          text: text
            .slice(from + 1, at)
            .replaceAll('""', '"')
            .replaceAll('\r\n', '\n'),
          end: at + 1,
        }
      : null;
  }
  return null;
}

/** Lines end as Windows programs end them. */
export function writeTsv(block: Block): string {
  return block
    .map((row) => row.map(({ text }) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'))
    .join('\r\n');
}
