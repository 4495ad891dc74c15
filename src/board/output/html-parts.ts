/** Pages that stand alone: no script, nothing from elsewhere, every text of a workbook escaped. */
import type { Lang } from '../../text';
import { visible } from '../../text/visible';

/** Every text of a workbook goes through here; line breaks and what is unseen are written out, as on a terminal. */
export function escape(text: string): string {
  return visible(text).replace(/[&<>"']/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

/** `body` and `style` are ours, the title is a text. */
export function htmlPage(lang: Lang, title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escape(title)}</title><style>${style}</style></head><body>
${body}
</body></html>
`;
}

/** `n`: numbers; `s`: short words that stay on one line; `u`: codes and values, which keep some width. */
export type Heading = readonly [text: string, kind?: 'n' | 's' | 'u'];

/** A row of cells that are HTML already; `kind` is a class of ours. */
export interface HtmlRow {
  readonly cells: readonly string[];
  readonly kind?: string;
}

export function htmlTable(headings: readonly Heading[], rows: readonly HtmlRow[]): string {
  const head = headings
    .map(([text, kind]) => `<th scope="col"${kind ? ` class="${kind}"` : ''}>${escape(text)}</th>`)
    .join('');
  const body = rows
    .map(
      ({ cells, kind }) =>
        `<tr${kind === undefined ? '' : ` class="${kind}"`}>${cells.map((cell, index) => `<td${headings[index]?.[1] ? ` class="${headings[index][1]}"` : ''}>${cell}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}
