/** Changes single cells in the XML of a workbook of ours, without our own editor: formulas keep their stored values. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cellName, type Place } from '../../../src/rules';

export interface Edit {
  readonly place: Place;
  /** Null empties the cell. */
  readonly value: string | number | null;
  /** `error`: the value is an error text; `formula`: the value is a formula without a stored value. */
  readonly as?: 'error' | 'formula';
}

const escape = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');

export class WorkbookXml {
  private readonly parts: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
  }

  private text(part: string): string {
    const bytes = this.parts[part];
    if (bytes === undefined) throw new Error(`no part ${part}`);
    return strFromU8(bytes);
  }

  private put(part: string, text: string): void {
    this.parts[part] = strToU8(text);
  }

  /** Replaces text in one part; `sheet` names the part of a worksheet. */
  change(where: { readonly sheet: string } | { readonly part: string }, change: (xml: string) => string): void {
    const part = 'part' in where ? where.part : this.partOf(where.sheet);
    this.put(part, change(this.text(part)));
  }

  private partOf(sheet: string): string {
    const id = new RegExp(
      `<sheet [^>]*name="${escape(sheet).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}"[^>]*r:id="([^"]+)"`,
      'u',
    ).exec(this.text('xl/workbook.xml'))?.[1];
    const target =
      id === undefined
        ? undefined
        : [...this.text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/gu)]
            .map(([element]) => element)
            .find((element) => element.includes(`Id="${id}"`));
    const path = /Target="([^"]+)"/u.exec(target ?? '')?.[1];
    if (path === undefined) throw new Error(`no sheet ${sheet}`);
    return path.startsWith('/') ? path.slice(1) : `xl/${path}`;
  }

  set({ place, value, as }: Edit): void {
    const name = cellName(place);
    this.change({ sheet: place.sheet }, (xml) => {
      const pattern = new RegExp(`<c r="${name}"((?: s="\\d+")?)[^>]*?(?:/>|>.*?</c>)`, 'su');
      if (!pattern.test(xml)) throw new Error(`no cell ${place.sheet}!${name}`);
      return xml.replace(pattern, (_, style: string) => `<c r="${name}"${style}${contents(value, as)}`);
    });
  }

  row(place: Pick<Place, 'sheet' | 'row'>, change: (row: string) => string): void {
    this.change(place, (xml) =>
      xml.replace(new RegExp(`<row r="${String(place.row + 1)}"[^>]*?(?:/>|>.*?</row>)`, 'su'), change),
    );
  }

  bytes(): Uint8Array {
    return zipSync(this.parts, { mtime: '1980-01-01T00:00:00', level: 1 });
  }
}

function contents(value: Edit['value'], as: Edit['as']): string {
  if (value === null) return '/>';
  if (as === 'error') return ` t="e"><v>${escape(String(value))}</v></c>`;
  if (as === 'formula') return `><f>${escape(String(value))}</f></c>`;
  return typeof value === 'number'
    ? `><v>${String(value)}</v></c>`
    : ` t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
}

export function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const xml = new WorkbookXml(bytes);
  for (const edit of edits) xml.set(edit);
  return xml.bytes();
}
