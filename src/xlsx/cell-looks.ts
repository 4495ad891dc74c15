/** What cell formats say of numbers and colours (ECMA-376 Part 1, §18.8.10, §18.8.30). */
import { BLACK, isSameColor, WHITE } from '../sheets/colors';
import { enterRoot } from './xml-scanner';
import type { XmlScanner } from './xml-scanner';

/** Built-in codes by number, as Excel shows them in en-US; 0 is General. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  27: 'm/d/yyyy',
  30: 'm/d/yy',
  36: 'm/d/yyyy',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'm/d/yyyy',
  57: 'm/d/yyyy',
};

/** What a cell format makes of what stands in a cell. */
export interface CellLook {
  /** The number format code; undefined is General. */
  readonly format: string | undefined;
  /** The letters have the colour of what lies behind them. */
  readonly hidden: boolean;
}

/** Every cell format (`cellXfs`), by index. */
export function readCellLooks(scanner: XmlScanner): CellLook[] {
  const codes = new Map<number, string>();
  let fonts: string[] = [];
  let fills: (string | null)[] = [];
  let looks: { readonly format: number; readonly font: number; readonly fill: number }[] = [];
  const number = (name: string): number => Number(scanner.attribute(name) ?? 0);
  enterRoot(scanner, 'styleSheet');
  while (scanner.next()) {
    if (scanner.closing) continue;
    switch (scanner.name) {
      case 'numFmts':
        for (const [id, code] of itemsOf(
          scanner,
          'numFmt',
          () => [scanner.attribute('numFmtId'), scanner.attribute('formatCode')] as const,
        )) {
          if (id !== undefined && code !== undefined) codes.set(Number(id), code);
        }
        break;
      case 'fonts':
        fonts = itemsOf(scanner, 'font', () => readFontColor(scanner));
        break;
      case 'fills':
        fills = itemsOf(scanner, 'fill', () => readFillColor(scanner));
        break;
      case 'cellXfs':
        looks = itemsOf(scanner, 'xf', () => ({
          format: number('numFmtId'),
          font: number('fontId'),
          fill: number('fillId'),
        }));
        break;
    }
    scanner.skip();
  }
  return looks.map(({ format, font, fill }) => {
    const code = codes.get(format) ?? BUILT_IN[format];
    const behind = fills[fill] === undefined ? WHITE : fills[fill];
    return {
      format: code === undefined || code.toLowerCase() === 'general' ? undefined : code,
      hidden: behind !== null && isSameColor(fonts[font] ?? BLACK, behind),
    };
  });
}

/** §18.8.22; black where none is named. */
function readFontColor(scanner: XmlScanner): string {
  let color = BLACK;
  eachChild(scanner, (name) => {
    if (name === 'color') color = readColor(scanner, BLACK);
  });
  return color;
}

/** §18.8.20; white where there is none, null for patterns and gradients, before which letters can be seen. */
function readFillColor(scanner: XmlScanner): string | null {
  let color: string | null = null;
  eachChild(scanner, (name) => {
    if (name !== 'patternFill') return;
    const pattern = scanner.attribute('patternType') ?? 'none';
    if (pattern === 'none') color = WHITE;
    if (pattern === 'solid')
      eachChild(scanner, (part) => {
        if (part === 'fgColor') color = readColor(scanner, WHITE);
      });
  });
  return color;
}

/** The first two colours of a theme are the paper's and the letters', in nearly every theme white and black. */
const THEME = [WHITE, BLACK];
/** The first eight of the palette (§18.8.27), which come twice. */
const PALETTE = [BLACK, WHITE, 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];
const PALETTE_END = 16;
/** What the system writes with, and on. */
const SYSTEM: Readonly<Record<number, string>> = { 64: BLACK, 65: WHITE };

/** Paper or letters made darker (a negative tint) or lighter: a grey. */
function tinted(color: string | undefined, tint: number): string | undefined {
  if (color === undefined || !(Math.abs(tint) <= 1)) return color;
  const level = Math.round(255 * (color === WHITE ? 1 + Math.min(tint, 0) : Math.max(tint, 0)));
  return level.toString(16).toUpperCase().padStart(2, '0').repeat(3);
}

/** §18.8.3: as "RRGGBB" where it is known, else as a word for it. */
function readColor(scanner: XmlScanner, automatic: string): string {
  const rgb = scanner.attribute('rgb');
  if (rgb !== undefined) return rgb.slice(-6).toUpperCase();
  const tint = Number(scanner.attribute('tint') ?? 0);
  const theme = scanner.attribute('theme');
  if (theme !== undefined) return tinted(THEME[Number(theme)], tint) ?? `theme ${theme} ${String(tint)}`;
  const indexed = scanner.attribute('indexed');
  if (indexed === undefined) return automatic;
  const index = Number(indexed);
  return SYSTEM[index] ?? (index < PALETTE_END ? PALETTE[index % PALETTE.length] : undefined) ?? `indexed ${indexed}`;
}

/**
 * What `take` makes of each element of this name in a section of the styles; the scanner stands on the
 * section's tag, and on its end tag afterwards. Of alternatives (Part 3, §7.5) those count that are
 * written for readers without extensions, else the first that has any: what a cell refers to by number
 * stands at the same place in each.
 */
export function itemsOf<T>(scanner: XmlScanner, item: string, take: () => T): T[] {
  const items: T[] = [];
  eachChild(scanner, (name) => {
    if (name === item) items.push(take());
    else if (name === 'mc:AlternateContent') items.push(...itemsOfAlternatives(scanner, item, take));
  });
  return items;
}

function itemsOfAlternatives<T>(scanner: XmlScanner, item: string, take: () => T): T[] {
  const branches: { readonly isFallback: boolean; readonly items: T[] }[] = [];
  eachChild(scanner, (name) => {
    branches.push({ isFallback: name === 'mc:Fallback', items: itemsOf(scanner, item, take) });
  });
  const filled = branches.filter(({ items }) => items.length > 0);
  return (filled.find(({ isFallback }) => isFallback) ?? filled[0])?.items ?? [];
}

/** Calls `see` on the tag of each child of the element at hand. */
export function eachChild(scanner: XmlScanner, see: (name: string) => void): void {
  if (scanner.empty || scanner.closing) return;
  const outside = scanner.depth - 1;
  while (scanner.next() && scanner.depth > outside) {
    see(scanner.name);
    scanner.skip();
  }
}
