/** What a cell's look in the file becomes on the screen: names of classes and values for them, never a colour that nobody can read. */
import type { CSSProperties } from 'react';
import type { Edge, Look } from '../../sheets/looks';

/** The paper of both themes, each in the shade that leaves letters the least contrast. */
const [LIGHT_PAPER, DARK_PAPER] = ['F5F5F5', '292929'];
const LEAST_CONTRAST = 4.5;
const INDENT = 9;
const PADDING = 2;

export interface LookStyle {
  readonly style: CSSProperties;
  readonly className: string;
}

/** Looks are shared by cells: each is worked out once. */
const known = new WeakMap<Look, LookStyle>();
const knownPlain = new WeakMap<Look, LookStyle>();

/** `marked`: the cell has colours of ours, that say something; the file's give way. */
export function styleOf(look: Look, marked: boolean): LookStyle {
  const store = marked ? knownPlain : known;
  let done = store.get(look);
  if (done === undefined) store.set(look, (done = workOut(look, marked)));
  return done;
}

function workOut({ font, fill, align, vertical, wrap, indent, turn }: Look, marked: boolean): LookStyle {
  const isFilled = fill !== null && !marked;
  const isInked = !isFilled && !marked && font.color !== null && font.color !== BLACK;
  const lines = [font.underline && 'underline', font.strike && 'line-through'].filter(Boolean).join(' ');
  return {
    className: [
      isFilled && 'is-filled',
      isInked && 'is-inked',
      wrap && 'is-wrapped',
      turn && `is-turned is-turned-${turn}`,
    ]
      .filter(Boolean)
      .join(' '),
    style: {
      fontFamily: familyOf(font.name),
      fontSize: `${String(round((font.size * 4) / 3))}px`,
      fontWeight: font.bold ? 700 : 400,
      verticalAlign: vertical === 'center' ? 'middle' : vertical,
      ...(font.italic && { fontStyle: 'italic' }),
      ...(lines !== '' && { '--lines': lines }),
      ...(align !== null && { textAlign: align }),
      ...(indent > 0 && { [align === 'right' ? 'paddingRight' : 'paddingLeft']: PADDING + indent * INDENT }),
      ...(isFilled && { '--fill': `#${fill}`, '--ink': `#${readable(font.color ?? BLACK, fill)}` }),
      ...(isInked && {
        '--ink': `#${readable(font.color, LIGHT_PAPER)}`,
        '--dark-ink': `#${readable(font.color, DARK_PAPER)}`,
      }),
    },
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
const BLACK = '000000';
const WHITE = 'FFFFFF';

/** Fonts that stand in where an office's are missing, of the same widths where there are any. */
const SUBSTITUTES: readonly (readonly [RegExp, string])[] = [
  [/^times new roman$/iu, '"Liberation Serif", Tinos, serif'],
  [/^calibri/iu, 'Carlito, sans-serif'],
  [/^cambria/iu, 'Caladea, serif'],
  [/times|roman|serif|georgia|garamond|bookman|palatino|century/iu, '"Liberation Serif", serif'],
  [/courier|mono|consolas/iu, '"Liberation Mono", monospace'],
];

const familyOf = (name: string | null): string =>
  `${name === null ? '' : `"${name}", `}${SUBSTITUTES.find(([pattern]) => pattern.test(name ?? ''))?.[1] ?? '"Liberation Sans", Arial, sans-serif'}`;

/** The colour itself, or as far on its way to black or white as it takes to be read on what lies behind it. */
export function readable(color: string, behind: string): string {
  if (contrast(color, behind) >= LEAST_CONTRAST) return color;
  const end = contrast(BLACK, behind) >= contrast(WHITE, behind) ? BLACK : WHITE;
  for (let share = 0.1; share < 1; share += 0.1) {
    const mixed = mix(color, end, share);
    if (contrast(mixed, behind) >= LEAST_CONTRAST) return mixed;
  }
  return end;
}

const partsOf = (color: string): number[] => [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16));

const mix = (from: string, to: string, share: number): string => {
  const ends = partsOf(to);
  return partsOf(from)
    .map((part, at) =>
      Math.round(part + ((ends[at] ?? 0) - part) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
};

/** WCAG 2.1: relative luminance. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Black lines are drawn in what the theme writes with. */
export const edgeStyle = ({ width, style, color }: Edge): string =>
  `${String(width)}px ${style} ${color === null || color === BLACK ? 'var(--colorNeutralForeground1)' : `#${color}`}`;
