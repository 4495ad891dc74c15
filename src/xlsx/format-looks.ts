/** Fonts, fills, edges and alignment of cell formats (ECMA-376 Part 1, §18.8). Values that make no sense count as not given. */
import { SIDES, type Edge, type Font, type Look, type Side } from '../sheets/looks';
import { eachChild, itemsOf } from './cell-looks';
import { INDEXED, namedColor, rgbOf, type NamedColor } from './file-colors';
import { enterRoot } from './xml-scanner';
import type { XmlScanner } from './xml-scanner';

const PLAIN_FONT: Font = {
  name: 'Calibri',
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  color: null,
};
export const PLAIN_LOOK: Look = {
  font: PLAIN_FONT,
  fill: null,
  edges: {},
  align: null,
  vertical: 'bottom',
  wrap: false,
  indent: 0,
  turn: null,
};

/** What is smaller cannot be read, what is larger fills the window. */
const [LEAST_SIZE, LARGEST_SIZE] = [6, 96];
const MOST_INDENT = 15;
/** Names go into the page's styles: letters, digits and what stands between them in names of fonts. */
const FONT_NAME = /^@?[\p{L}\p{N}.][\p{L}\p{N} ._-]{0,39}$/u;

interface RawFont {
  readonly font: Font;
  readonly color: NamedColor;
}
type RawEdges = Partial<Record<Side, { readonly edge: Edge; readonly color: NamedColor }>>;

const NO_COLOR: NamedColor = () => null;

/** Every cell format (`cellXfs`), by index; `theme` by the numbers that cells use. */
export function readFormatLooks(scanner: XmlScanner, theme: readonly string[]): Look[] {
  let fonts: RawFont[] = [];
  let fills: NamedColor[] = [];
  let borders: RawEdges[] = [];
  let formats: (Omit<Look, 'font' | 'fill' | 'edges'> & Record<'fontId' | 'fillId' | 'borderId', number>)[] = [];
  let indexed: readonly string[] = INDEXED;
  enterRoot(scanner, 'styleSheet');
  while (scanner.next()) {
    if (scanner.closing) continue;
    switch (scanner.name) {
      case 'fonts':
        fonts = itemsOf(scanner, 'font', () => readFont(scanner));
        break;
      case 'fills':
        fills = itemsOf(scanner, 'fill', () => readFill(scanner));
        break;
      case 'borders':
        borders = itemsOf(scanner, 'border', () => readEdges(scanner));
        break;
      case 'cellXfs':
        formats = itemsOf(scanner, 'xf', () => ({
          fontId: numberOf(scanner, 'fontId'),
          fillId: numberOf(scanner, 'fillId'),
          borderId: numberOf(scanner, 'borderId'),
          ...readAlignment(scanner),
        }));
        break;
      case 'colors':
        eachChild(scanner, (name) => {
          if (name === 'indexedColors') {
            const own = itemsOf(scanner, 'rgbColor', () => rgbOf(scanner.attribute('rgb')));
            indexed = INDEXED.map((color, at) => own[at] ?? color);
          }
        });
        break;
    }
    scanner.skip();
  }
  // Colours may be defined after they are named.
  const palette = { theme, indexed };
  const doneFonts = fonts.map(({ font, color }) => ({ ...font, color: color(palette) }));
  const doneFills = fills.map((color) => color(palette));
  const doneEdges = borders.map((raw) =>
    Object.fromEntries(
      Object.entries(raw).map(([side, { edge, color }]) => [side, { ...edge, color: color(palette) }]),
    ),
  );
  return formats.map(({ fontId, fillId, borderId, ...rest }) => ({
    ...rest,
    font: doneFonts[fontId] ?? PLAIN_FONT,
    fill: doneFills[fillId] ?? null,
    edges: doneEdges[borderId] ?? {},
  }));
}

const numberOf = (scanner: XmlScanner, name: string): number => Number(scanner.attribute(name) ?? 0) || 0;

/** §18.8.22. */
function readFont(scanner: XmlScanner): RawFont {
  const font: { -readonly [Key in keyof Font]: Font[Key] } = { ...PLAIN_FONT };
  let color = NO_COLOR;
  const isOn = (): boolean => scanner.attribute('val') === undefined || scanner.flag('val');
  eachChild(scanner, (name) => {
    const value = scanner.attribute('val');
    if (name === 'name') font.name = value !== undefined && FONT_NAME.test(value) ? value : null;
    else if (name === 'sz') font.size = between(LEAST_SIZE, Number(value), LARGEST_SIZE) ?? PLAIN_FONT.size;
    else if (name === 'b') font.bold = isOn();
    else if (name === 'i') font.italic = isOn();
    else if (name === 'strike') font.strike = isOn();
    else if (name === 'u') font.underline = value !== 'none';
    else if (name === 'color') color = namedColor(scanner);
  });
  return { font, color };
}

const between = (least: number, value: number, most: number): number | null =>
  Number.isFinite(value) ? Math.min(Math.max(value, least), most) : null;

/** §18.8.20: full colours only; patterns and gradients are not drawn. */
function readFill(scanner: XmlScanner): NamedColor {
  let color = NO_COLOR;
  eachChild(scanner, (name) => {
    if (name !== 'patternFill' || scanner.attribute('patternType') !== 'solid') return;
    eachChild(scanner, (part) => {
      if (part === 'fgColor') color = namedColor(scanner);
    });
  });
  return color;
}

/** §18.18.3. */
const LINES: Readonly<Record<string, Pick<Edge, 'width' | 'style'>>> = {
  thin: { width: 1, style: 'solid' },
  medium: { width: 2, style: 'solid' },
  thick: { width: 3, style: 'solid' },
  double: { width: 3, style: 'double' },
  hair: { width: 1, style: 'dotted' },
  dotted: { width: 1, style: 'dotted' },
  dashed: { width: 1, style: 'dashed' },
  dashDot: { width: 1, style: 'dashed' },
  dashDotDot: { width: 1, style: 'dashed' },
  mediumDashed: { width: 2, style: 'dashed' },
  mediumDashDot: { width: 2, style: 'dashed' },
  mediumDashDotDot: { width: 2, style: 'dashed' },
  slantDashDot: { width: 2, style: 'dashed' },
};
/** Strict workbooks say where a line of writing begins and ends. */
const SIDE_NAMES: Readonly<Record<string, Side>> = {
  ...Object.fromEntries(SIDES.map((side) => [side, side])),
  start: 'left',
  end: 'right',
};

function readEdges(scanner: XmlScanner): RawEdges {
  const edges: RawEdges = {};
  eachChild(scanner, (name) => {
    const side = Object.hasOwn(SIDE_NAMES, name) ? SIDE_NAMES[name] : undefined;
    const kind = scanner.attribute('style') ?? '';
    const line = Object.hasOwn(LINES, kind) ? LINES[kind] : undefined;
    if (side === undefined || line === undefined) return;
    let color = NO_COLOR;
    eachChild(scanner, (part) => {
      if (part === 'color') color = namedColor(scanner);
    });
    edges[side] = { edge: { ...line, color: null }, color };
  });
  return edges;
}

const ALIGNED: Readonly<Record<string, Look['align']>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'justify',
  distributed: 'justify',
  centerContinuous: 'center',
};
const STACKED = 255;

/** §18.8.1; the scanner stands on the format. */
function readAlignment(scanner: XmlScanner): Omit<Look, 'font' | 'fill' | 'edges'> {
  const { align, vertical, wrap, indent, turn } = PLAIN_LOOK;
  const found = { align, vertical, wrap, indent, turn };
  eachChild(scanner, (name) => {
    if (name !== 'alignment') return;
    const horizontal = scanner.attribute('horizontal') ?? '';
    const upright = scanner.attribute('vertical') ?? 'bottom';
    const turned = numberOf(scanner, 'textRotation');
    found.align = Object.hasOwn(ALIGNED, horizontal) ? (ALIGNED[horizontal] ?? null) : null;
    found.vertical = upright === 'top' || upright === 'bottom' ? upright : 'center';
    found.wrap = scanner.flag('wrapText') || found.align === 'justify';
    found.indent = between(0, numberOf(scanner, 'indent'), MOST_INDENT) ?? 0;
    found.turn =
      turned === STACKED
        ? 'stacked'
        : turned > 45 && turned <= 90
          ? 'up'
          : turned > 135 && turned <= 180
            ? 'down'
            : null;
  });
  return found;
}
