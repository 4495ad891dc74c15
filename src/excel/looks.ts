/** How the looks of a style are laid on a range of Excel. */
import type { Area } from '../sheets/cells';
import type { CellStyle } from '../sheets/styles';

type Key = string | number | boolean;

export interface Look {
  /** What a style asks for; undefined leaves Excel's own. */
  readonly keyOf: (style: CellStyle) => Key | undefined;
  readonly lay: (range: Excel.Range, key: Key, area: Area) => void;
}

function look<K extends Key>(
  keyOf: (style: CellStyle) => K | undefined,
  lay: (range: Excel.Range, key: K, area: Area) => void,
): Look {
  return { keyOf, lay: (range, key, area) => lay(range, key as K, area) };
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;
const ALIGN = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** One line for each look. */
export const LOOKS: readonly Look[] = [
  look(
    (style) => style.format,
    (range, format, area) => {
      range.numberFormat = filled(area, format);
    },
  ),
  look(
    (style) => style.size,
    (range, size) => {
      range.format.font.size = size;
    },
  ),
  look(
    (style) => style.bold,
    (range, bold) => {
      range.format.font.bold = bold;
    },
  ),
  look(
    (style) => style.italic,
    (range, italic) => {
      range.format.font.italic = italic;
    },
  ),
  look(
    (style) => (style.underline ? ('Single' as const) : undefined),
    (range, underline) => {
      range.format.font.underline = underline;
    },
  ),
  look(
    (style) => style.color,
    (range, color) => {
      range.format.font.color = color;
    },
  ),
  look(
    (style) => style.fill,
    (range, color) => {
      range.format.fill.color = color;
    },
  ),
  look(
    (style) => style.align && ALIGN[style.align],
    (range, align) => {
      range.format.horizontalAlignment = align;
    },
  ),
  look(
    (style) => style.vertical && VERTICAL[style.vertical],
    (range, align) => {
      range.format.verticalAlignment = align;
    },
  ),
  look(
    (style) => style.wrap,
    (range, wrap) => {
      range.format.wrapText = wrap;
    },
  ),
  look(
    (style) => style.border,
    (range) => {
      const { borders } = range.format;
      for (const edge of EDGES) borders.getItem(edge).style = 'Continuous';
    },
  ),
];

const filled = (area: Area, format: string): string[][] =>
  Array.from({ length: area.bottom - area.top + 1 }, () => new Array<string>(area.right - area.left + 1).fill(format));
