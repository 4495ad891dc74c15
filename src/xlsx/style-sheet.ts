/**
 * Adding our looks to a styles part (ECMA-376 Part 1, §18.8): what stands there keeps its number,
 * what we need is found again when it is already there, and appended otherwise.
 */
import { FONT_NAME, STYLES } from '../sheets/styles';
import type { CellStyle, StyleName } from '../sheets/styles';
import { appendInside, insertChild, inOrder, outlineOf, setAttribute, takeElement, withPrefix } from './markup';
import type { Element, Outline } from './markup';
import { itemsOf } from './cell-looks';
import { refuse } from './refusal';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

/** The children of CT_Stylesheet in the order of the schema (§18.8.39). */
export const STYLES_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;
type SectionName = (typeof STYLES_ORDER)[number];
/** What the sections that count their elements consist of. */
const ITEMS: Readonly<Partial<Record<SectionName, string>>> = {
  numFmts: 'numFmt',
  fonts: 'font',
  fills: 'fill',
  borders: 'border',
  cellStyleXfs: 'xf',
  cellXfs: 'xf',
  cellStyles: 'cellStyle',
  dxfs: 'dxf',
};

interface Section {
  /** The section's elements: those that stand there, then ours. */
  readonly items: string[];
  /** How many were there at first. */
  readonly before: number;
  readonly prefix: string;
  /** Null where the part has no such section. */
  readonly element: Element | null;
}

/**
 * What a cell without a format looks like, where the part does not say: at the numbers that Excel
 * presumes (§18.8.20: fills 0 and 1), so that our looks come behind them.
 */
const PRESUMED: readonly (readonly [section: SectionName, items: readonly string[]])[] = [
  ['fonts', ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>']],
  ['fills', ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>']],
  ['borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']],
  ['cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']],
  ['cellXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']],
];

/** Excel's own limit of cell formats. */
const MAX_CELL_FORMATS = 65_000;
/** Numbers below are built in (§18.8.30). */
const FIRST_OWN_FORMAT = 164;
const BUILT_IN_IDS: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['@', 49],
]);

export class StyleSheet {
  private readonly sections = new Map<SectionName, Section>();
  private readonly outline: Outline;
  private readonly cellFormats = new Map<string, number>();
  private nextFormat: number | null = null;

  constructor(
    private readonly xml: string,
    private readonly part: string,
  ) {
    this.outline = outlineOf(xml, part);
    const scanner = new XmlScanner(xml, part);
    while (scanner.next()) {
      const name = STYLES_ORDER.find((one) => one === scanner.name);
      if (name === undefined || scanner.closing || scanner.depth !== (scanner.empty ? 1 : 2)) continue;
      const { start } = scanner;
      const item = ITEMS[name];
      const items =
        item === undefined
          ? []
          : itemsOf(scanner, item, () => {
              const { start: from, end } = takeElement(scanner);
              return xml.slice(from, end);
            });
      const element = this.outline.children.find((child) => child.start === start) ?? null;
      if (!this.sections.has(name))
        this.sections.set(name, { items, before: items.length, prefix: element?.prefix ?? '', element });
    }
  }

  /** The number of the cell format for a style, with another number format where one is given. */
  cellFormat(name: StyleName | undefined, format: string | undefined): number {
    const key = `${name ?? 'plain'}\n${format ?? ''}`;
    const known = this.cellFormats.get(key);
    if (known !== undefined) return known;
    this.addPresumed();
    const style: CellStyle = STYLES[name ?? 'plain'];
    const numFmt = this.numberFormat(format ?? style.format ?? 'General');
    const index = this.add(
      'cellXfs',
      cellFormatXml(
        style,
        numFmt,
        this.add('fonts', fontXml(style)),
        this.add('fills', fillXml(style)),
        this.add('borders', borderXml(style)),
      ),
    );
    if (index > MAX_CELL_FORMATS) refuse('file-unsupported', 'too-many-styles');
    this.cellFormats.set(key, index);
    return index;
  }

  /** The number of a cell format that is like `index` but for its number format. */
  withNumberFormat(index: number, format: string): number {
    this.addPresumed();
    const item = this.sections.get('cellXfs')?.items[index];
    if (item === undefined) return this.cellFormat('plain', format);
    const tagEnd = item.indexOf('>') + 1;
    const tag = setAttribute(
      setAttribute(item.slice(0, tagEnd), 'numFmtId', String(this.numberFormat(format))),
      'applyNumberFormat',
      '1',
    );
    return this.addItem('cellXfs', tag + item.slice(tagEnd));
  }

  /** Whether cells of a format can be typed in while their sheet is protected (§18.8.33). */
  isUnlocked(index: number): boolean {
    const item = this.sections.get('cellXfs')?.items[index] ?? '';
    const [protection = ''] = /<(?:[\w.-]+:)?protection\b[^<>]*>/.exec(item) ?? [];
    return /\slocked\s*=\s*["'](?:0|false|off)["']/.test(protection);
  }

  /** The number of the differential format (§18.8.14) for a style. */
  differentialFormat(name: StyleName): number {
    const style: CellStyle = STYLES[name];
    const font = `${style.bold ? '<b/>' : ''}${style.italic ? '<i/>' : ''}${style.color ? `<color rgb="${argb(style.color)}"/>` : ''}`;
    const fill = style.fill
      ? `<fill><patternFill patternType="solid"><fgColor rgb="${argb(style.fill)}"/><bgColor rgb="${argb(style.fill)}"/></patternFill></fill>`
      : '';
    return this.add('dxfs', `<dxf>${font ? `<font>${font}</font>` : ''}${fill}</dxf>`);
  }

  /** The part with what was added; its sections in the schema's order. */
  toXml(): string {
    const splices: Splice[] = [];
    let inEmptyRoot = '';
    for (const name of STYLES_ORDER) {
      const section = this.sections.get(name);
      if (section === undefined || section.items.length === section.before) continue;
      const added = section.items.slice(section.before).join('');
      const count = String(section.items.length);
      if (section.element !== null) {
        const { start, startTagEnd } = section.element;
        const tag = this.xml.slice(start, startTagEnd).replace(/(\scount\s{0,9}=\s{0,9}["'])\d{0,9}/, `$1${count}`);
        splices.push(...this.refill(section.element, tag, added));
        continue;
      }
      const xml =
        withPrefix(`<${name} count="${count}">`, section.prefix) + added + withPrefix(`</${name}>`, section.prefix);
      if (this.outline.root.empty) inEmptyRoot += xml;
      else splices.push(insertChild(this.xml, this.outline, STYLES_ORDER, name, xml));
    }
    if (inEmptyRoot !== '') splices.push(appendInside(this.xml, this.outline.root, inEmptyRoot));
    return splices.length === 0 ? this.xml : inOrder(applySplices(this.xml, splices), this.part, STYLES_ORDER);
  }

  /** An element with another start tag, and `added` inside at its end. */
  private refill(element: Element, tag: string, added: string): Splice[] {
    const { start, startTagEnd, contentEnd, empty } = element;
    if (!empty)
      return [
        { from: start, to: startTagEnd, text: tag },
        { from: contentEnd, to: contentEnd, text: added },
      ];
    const inside = appendInside(tag, { ...element, start: 0, startTagEnd: tag.length }, added);
    return [{ from: start, to: startTagEnd, text: applySplices(tag, [inside]) }];
  }

  private add(name: SectionName, xml: string): number {
    return this.addItem(name, withPrefix(xml, this.section(name).prefix));
  }

  private addItem(name: SectionName, item: string): number {
    const { items } = this.section(name);
    const found = items.indexOf(item);
    return found >= 0 ? found : items.push(item) - 1;
  }

  private section(name: SectionName): Section {
    const known = this.sections.get(name);
    if (known !== undefined) return known;
    const section: Section = { items: [], before: 0, prefix: this.outline.root.prefix, element: null };
    this.sections.set(name, section);
    return section;
  }

  private addPresumed(): void {
    const styles = this.sections.get('cellStyles');
    if (styles?.items.length === 0)
      styles.items.push(withPrefix('<cellStyle name="Normal" xfId="0" builtinId="0"/>', styles.prefix));
    for (const [name, items] of PRESUMED) {
      const section = this.section(name);
      for (const item of items.slice(section.items.length)) section.items.push(withPrefix(item, section.prefix));
    }
  }

  private numberFormat(code: string): number {
    const builtIn = BUILT_IN_IDS.get(code);
    if (builtIn !== undefined) return builtIn;
    for (const item of this.sections.get('numFmts')?.items ?? []) {
      const scanner = new XmlScanner(item, 'numFmt');
      scanner.next();
      if (scanner.attribute('formatCode') === code) return Number(scanner.attribute('numFmtId'));
    }
    // A format may name a number that nothing says what it means: it must not come to mean ours.
    this.nextFormat ??= highestNumberFormat(this.xml) + 1;
    this.add('numFmts', `<numFmt numFmtId="${String(this.nextFormat)}" formatCode="${escapeXml(code)}"/>`);
    return this.nextFormat++;
  }
}

function highestNumberFormat(xml: string): number {
  let highest = FIRST_OWN_FORMAT - 1;
  for (const [, id] of xml.matchAll(/\bnumFmtId\s{0,9}=\s{0,9}["'](\d{1,9})["']/g))
    highest = Math.max(highest, Number(id));
  return highest;
}

const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

function fontXml({ bold, italic, underline, size, color }: CellStyle): string {
  return (
    `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underline ? '<u/>' : ''}<sz val="${String(size ?? 12)}"/>` +
    `<color rgb="${argb(color ?? '#000000')}"/><name val="${FONT_NAME}"/><family val="1"/></font>`
  );
}

function fillXml({ fill }: CellStyle): string {
  return fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml({ border }: CellStyle): string {
  if (!border) return '<border><left/><right/><top/><bottom/><diagonal/></border>';
  const line = (side: string): string => `<${side} style="thin"><color rgb="FF808080"/></${side}>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`;
}

function cellFormatXml(
  { align, vertical, wrap, unlocked }: CellStyle,
  numFmt: number,
  font: number,
  fill: number,
  border: number,
): string {
  const alignment = `${align ? ` horizontal="${align}"` : ''}${vertical ? ` vertical="${vertical}"` : ''}${wrap ? ' wrapText="1"' : ''}`;
  const apply =
    `${numFmt > 0 ? ' applyNumberFormat="1"' : ''} applyFont="1" applyFill="1" applyBorder="1"` +
    `${alignment ? ' applyAlignment="1"' : ''}${unlocked ? ' applyProtection="1"' : ''}`;
  const inside = `${alignment ? `<alignment${alignment}/>` : ''}${unlocked ? '<protection locked="0"/>' : ''}`;
  const attributes = `numFmtId="${String(numFmt)}" fontId="${String(font)}" fillId="${String(fill)}" borderId="${String(border)}" xfId="0"${apply}`;
  return inside === '' ? `<xf ${attributes}/>` : `<xf ${attributes}>${inside}</xf>`;
}

/** The styles part of a workbook that has none: what it shows stays as it is, whatever format up to `highest` its cells name. */
export function bareStyleSheet(highest: number): string {
  if (highest > MAX_CELL_FORMATS) refuse('file-unsupported', 'too-many-styles');
  const formats = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'.repeat(highest + 1);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<cellXfs count="${String(highest + 1)}">${formats}</cellXfs></styleSheet>`
  );
}

/** The styles part of a new workbook: our plain look as the normal one, and what Excel presumes (§18.8.20: fills 0 and 1). */
export function emptyStyleSheet(): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<fonts count="1">${fontXml(STYLES.plain)}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    `<borders count="1">${borderXml(STYLES.plain)}</borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
