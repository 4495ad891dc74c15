/** Colours as a workbook names them (ECMA-376 Part 1, §18.8.3, §18.8.27, §20.1.6.2): by value, by theme and tint, by palette. */
import { eachChild } from './cell-looks';
import type { XmlScanner } from './xml-scanner';

export interface Palette {
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** A colour that is known once the whole styles part is read; null is the screen's own. */
export type NamedColor = (palette: Palette) => string | null;

/** Office's own, by the numbers that cells use: paper, letters, their second ones, six accents, two links. */
const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');
const THEME_ORDER = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');

const FIRST = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF';
export const INDEXED =
  `${FIRST} ${FIRST} 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(
    ' ',
  );

export const rgbOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^(?:[\da-f]{2})?[\da-f]{6}$/iu.test(text) ? text.slice(-6).toUpperCase() : undefined;

/** The colour that the tag at hand names. */
export function namedColor(scanner: XmlScanner): NamedColor {
  const rgb = rgbOf(scanner.attribute('rgb'));
  const theme = scanner.attribute('theme');
  const indexed = scanner.attribute('indexed');
  const tint = Number(scanner.attribute('tint') ?? 0);
  return (palette) => {
    const color =
      rgb ??
      (theme === undefined ? undefined : palette.theme[Number(theme)]) ??
      (indexed === undefined ? undefined : palette.indexed[Number(indexed)]);
    return color === undefined ? null : tinted(color, tint);
  };
}

/** §18.8.3: the lightness between black and white, hue and strength as they are. */
function tinted(color: string, tint: number): string {
  if (tint === 0 || !(Math.abs(tint) <= 1)) return color;
  const parts = [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const light = (most + least) / 2;
  const next = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  // The parts stand around the lightness by as much as hue and strength say; there is less room near black and white.
  const room = (at: number): number => 1 - Math.abs(2 * at - 1);
  const stretch = room(light) === 0 ? 0 : room(next) / room(light);
  return parts
    .map((part) =>
      Math.round(255 * Math.min(1, Math.max(0, next + (part - light) * stretch)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

/** The colours of the theme part; Office's own for those that it does not tell. */
export function readTheme(scanner: XmlScanner | undefined): string[] {
  const theme = [...OFFICE_THEME];
  while (scanner?.next()) {
    if (scanner.closing || scanner.name !== 'clrScheme') continue;
    eachChild(scanner, (name) => {
      const at = THEME_ORDER.indexOf(name);
      eachChild(scanner, (kind) => {
        const color = rgbOf(scanner.attribute(kind === 'sysClr' ? 'lastClr' : 'val'));
        if (at >= 0 && color !== undefined) theme[at] = color;
      });
    });
    return theme;
  }
  return theme;
}
