/**
 * Adding our looks to a styles part (ECMA-376 Part 1, §18.8): what stands there keeps its number,
 * what we need is found again when it is already there, and appended otherwise.
 */
import { FONT_NAME, STYLES } from '../workbook/styles';
import type { CellStyle, StyleName } from '../workbook/styles';
import { setAttribute, withPrefix } from './markup';
import { refuse } from './refusal';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

/** The children of CT_Stylesheet in the order of the schema (§18.8.39). */
const SECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'] as const;
type SectionName = (typeof SECTIONS)[number];
/** What the sections that count their elements consist of. */
const ITEMS: Readonly<Partial<Record<SectionName, string>>> = { numFmts: 'numFmt', fonts: 'font', fills: 'fill', borders: 'border', cellXfs: 'xf', dxfs: 'dxf' };

interface Section {
  /** The section's elements as they stand. */
  readonly items: string[];
  /** How many were there at first. */
  readonly before: number;
  readonly start: number;
  readonly startTagEnd: number;
  readonly end: number;
  readonly empty: boolean;
}

/** Excel's own limit of cell formats. */
const MAX_CELL_FORMATS = 65_000;
/** Numbers below are built in (§18.8.30). */
const FIRST_OWN_FORMAT = 164;
const BUILT_IN_IDS: ReadonlyMap<string, number> = new Map([['General', 0], ['0', 1], ['0.00', 2], ['#,##0', 3], ['#,##0.00', 4], ['0%', 9], ['0.00%', 10], ['@', 49]]);

export class StyleSheet {
  private readonly sections = new Map<SectionName, Section>();
  private readonly prefix: string;
  private readonly rootEnd: number;
  private readonly cellFormats = new Map<string, number>();

  constructor(private readonly xml: string, part: string) {
    const scanner = new XmlScanner(xml, part);
    while (scanner.next()) {
      const section = SECTIONS.find((name) => name === scanner.name);
      if (section !== undefined && !scanner.closing && scanner.depth === (scanner.empty ? 1 : 2)) this.sections.set(section, readSection(scanner, ITEMS[section]));
    }
    this.prefix = scanner.rootPrefix;
    this.rootEnd = scanner.start;
  }

  /** The number of the cell format for a style, with another number format where one is given. */
  cellFormat(name: StyleName | undefined, format: string | undefined): number {
    const key = `${name ?? 'plain'}\n${format ?? ''}`;
    const known = this.cellFormats.get(key);
    if (known !== undefined) return known;
    const style: CellStyle = STYLES[name ?? 'plain'];
    const numFmt = this.numberFormat(format ?? style.format ?? 'General');
    const index = this.add('cellXfs', cellFormatXml(style, numFmt, this.add('fonts', fontXml(style)), this.add('fills', fillXml(style)), this.add('borders', borderXml(style))));
    if (index > MAX_CELL_FORMATS) refuse('file-unsupported', 'too-many-styles');
    this.cellFormats.set(key, index);
    return index;
  }

  /** The number of a cell format that is like `index` but for its number format. */
  withNumberFormat(index: number, format: string): number {
    const item = this.sections.get('cellXfs')?.items[index];
    if (item === undefined) return this.cellFormat('plain', format);
    const tagEnd = item.indexOf('>') + 1;
    const tag = setAttribute(setAttribute(item.slice(0, tagEnd), 'numFmtId', String(this.numberFormat(format))), 'applyNumberFormat', '1');
    return this.addItem('cellXfs', tag + item.slice(tagEnd));
  }

  /** Whether cells of a format can be typed in while their sheet is protected (§18.8.33). */
  isUnlocked(index: number): boolean {
    const item = this.sections.get('cellXfs')?.items[index] ?? '';
    return /<(?:[\w.-]+:)?protection\b[^>]*\slocked\s*=\s*["'](?:0|false|off)["']/.test(item);
  }

  /** The number of the differential format (§18.8.14) for a style. */
  differentialFormat(name: StyleName): number {
    const style: CellStyle = STYLES[name];
    const font = `${style.bold ? '<b/>' : ''}${style.italic ? '<i/>' : ''}${style.color ? `<color rgb="${argb(style.color)}"/>` : ''}`;
    const fill = style.fill ? `<fill><patternFill patternType="solid"><fgColor rgb="${argb(style.fill)}"/><bgColor rgb="${argb(style.fill)}"/></patternFill></fill>` : '';
    return this.add('dxfs', `<dxf>${font ? `<font>${font}</font>` : ''}${fill}</dxf>`);
  }

  toXml(): string {
    const splices: Splice[] = [];
    for (const [index, name] of SECTIONS.entries()) {
      const section = this.sections.get(name);
      if (section === undefined || section.items.length === section.before) continue;
      const added = section.items.slice(section.before).join('');
      if (section.end < 0) {
        splices.push({ from: this.placeFor(index), to: this.placeFor(index), text: this.prefixed(`<${name} count="${String(section.items.length)}">`) + added + this.prefixed(`</${name}>`) });
        continue;
      }
      const startTag = this.xml.slice(section.start, section.startTagEnd).replace(/(\scount=["'])\d+/, `$1${String(section.items.length)}`);
      splices.push({ from: section.start, to: section.startTagEnd, text: section.empty ? startTag.replace(/\s*\/>$/, '>') : startTag });
      splices.push({ from: section.end, to: section.end, text: section.empty ? added + this.prefixed(`</${name}>`) : added });
    }
    return applySplices(this.xml, splices);
  }

  /** Where a section that is not there yet belongs: before the first later one. */
  private placeFor(index: number): number {
    for (const name of SECTIONS.slice(index + 1)) {
      const start = this.sections.get(name)?.start ?? -1;
      if (start >= 0) return start;
    }
    return this.rootEnd;
  }

  private add(name: SectionName, xml: string): number {
    return this.addItem(name, this.prefixed(xml));
  }

  private addItem(name: SectionName, item: string): number {
    let section = this.sections.get(name);
    if (section === undefined) this.sections.set(name, section = { items: [], before: 0, start: -1, startTagEnd: -1, end: -1, empty: false });
    const found = section.items.indexOf(item);
    return found >= 0 ? found : section.items.push(item) - 1;
  }

  private numberFormat(code: string): number {
    const builtIn = BUILT_IN_IDS.get(code);
    if (builtIn !== undefined) return builtIn;
    let highest = FIRST_OWN_FORMAT - 1;
    for (const item of this.sections.get('numFmts')?.items ?? []) {
      const scanner = new XmlScanner(item, 'numFmt');
      scanner.next();
      const id = Number(scanner.required('numFmtId'));
      if (scanner.required('formatCode') === code) return id;
      highest = Math.max(highest, id);
    }
    this.add('numFmts', `<numFmt numFmtId="${String(highest + 1)}" formatCode="${escapeXml(code)}"/>`);
    return highest + 1;
  }

  private prefixed(xml: string): string {
    return withPrefix(xml, this.prefix);
  }
}

function readSection(scanner: XmlScanner, item: string | undefined): Section {
  const { start, end: startTagEnd, empty } = scanner;
  const items: string[] = [];
  const outside = scanner.depth - 1;
  while (!empty && scanner.next() && scanner.depth > outside) {
    const { start: from, name } = scanner;
    scanner.skip();
    if (name === item) items.push(scanner.text.slice(from, scanner.end));
  }
  return { items, before: items.length, start, startTagEnd, end: empty ? startTagEnd : scanner.start, empty };
}

const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

function fontXml({ bold, italic, underline, size, color }: CellStyle): string {
  return `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underline ? '<u/>' : ''}<sz val="${String(size ?? 12)}"/>`
    + `<color rgb="${argb(color ?? '#000000')}"/><name val="${FONT_NAME}"/><family val="1"/></font>`;
}

function fillXml({ fill }: CellStyle): string {
  return fill === undefined ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml({ border }: CellStyle): string {
  if (!border) return '<border><left/><right/><top/><bottom/><diagonal/></border>';
  const line = (side: string): string => `<${side} style="thin"><color rgb="FF808080"/></${side}>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`;
}

function cellFormatXml({ align, vertical, wrap, unlocked }: CellStyle, numFmt: number, font: number, fill: number, border: number): string {
  const alignment = `${align ? ` horizontal="${align}"` : ''}${vertical ? ` vertical="${vertical}"` : ''}${wrap ? ' wrapText="1"' : ''}`;
  const apply = `${numFmt > 0 ? ' applyNumberFormat="1"' : ''} applyFont="1" applyFill="1" applyBorder="1"`
    + `${alignment ? ' applyAlignment="1"' : ''}${unlocked ? ' applyProtection="1"' : ''}`;
  const inside = `${alignment ? `<alignment${alignment}/>` : ''}${unlocked ? '<protection locked="0"/>' : ''}`;
  const attributes = `numFmtId="${String(numFmt)}" fontId="${String(font)}" fillId="${String(fill)}" borderId="${String(border)}" xfId="0"${apply}`;
  return inside === '' ? `<xf ${attributes}/>` : `<xf ${attributes}>${inside}</xf>`;
}

/** The styles part of a new workbook: our plain look as the normal one, and what Excel presumes (§18.8.20: fills 0 and 1). */
export function emptyStyleSheet(): string {
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + `<fonts count="1">${fontXml(STYLES.plain)}</fonts>`
    + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    + `<borders count="1">${borderXml(STYLES.plain)}</borders>`
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
}
