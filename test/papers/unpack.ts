/** What stands in a .docx file, read from its XML without the library that wrote it. */
import { strFromU8, unzipSync } from 'fflate';

export interface Unpacked {
  /** Part name → XML. */
  readonly parts: Readonly<Record<string, string>>;
  /** Every table with borders: rows of texts, the header row first; a merged row has one text. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Paragraphs outside of tables, in order. */
  readonly paragraphs: readonly string[];
  /** All text of the body, paragraphs by line breaks. */
  readonly text: string;
}

export const decoded = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** The text of one piece of XML: breaks and paragraphs are line breaks. */
function textOf(xml: string): string {
  const marked = xml.replace(/<w:p(?: [^>]*)?>/g, '\n').replace(/<w:br(?: [^>]*)?\/>/g, '\n');
  return decoded(marked.replace(/<[^>]*>/g, '')).replace(/^\n/, '');
}

export function unpack(bytes: Uint8Array): Unpacked {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, contents]) => [name, strFromU8(contents)]),
  );
  const body = parts['word/document.xml'] ?? '';
  const tables = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);
  const bordered = tables.filter((table) => /<w:tblBorders><w:top w:val="single"/.test(table));
  return {
    parts,
    tables: bordered.map((table) =>
      [...table.matchAll(/<w:tr(?: [^>]*)?>.*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
      ),
    ),
    paragraphs: textOf(body.replace(/<w:tbl>.*?<\/w:tbl>/gs, '')).split('\n'),
    text: textOf(body),
  };
}
