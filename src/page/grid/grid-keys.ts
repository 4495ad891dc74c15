/** What a key does in the grid while nothing is being typed: the keys of Excel. */
import type { Spot } from './spot';

export type GridCommand =
  /** One step, or to the edge of what is filled. */
  | { readonly kind: 'move'; readonly by: Spot; readonly far: boolean; readonly extend: boolean }
  | { readonly kind: 'to'; readonly end: 'row-start' | 'row-end' | 'start' | 'last'; readonly extend: boolean }
  /** Enter and Tab: the next cell of the selection, or of the sheet. */
  | { readonly kind: 'next'; readonly along: 'row' | 'column'; readonly back: boolean }
  | { readonly kind: 'select'; readonly what: 'all' | 'row' | 'column' }
  | { readonly kind: 'edit' | 'clear' | 'fill-down' | 'leave' | 'choose' }
  | { readonly kind: 'type'; readonly text: string };

export interface KeyPressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const PAGE = 15;
const ARROWS: Readonly<Record<string, Spot>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};
const PAGES: Readonly<Record<string, Spot>> = { PageUp: { row: -PAGE, column: 0 }, PageDown: { row: PAGE, column: 0 } };

/** Null: the key is not the grid's. */
export function commandOf({ key, ctrlKey, metaKey, altKey, shiftKey: extend }: KeyPressed): GridCommand | null {
  const ctrl = ctrlKey || metaKey;
  if (altKey) return key === 'ArrowDown' && !ctrl ? { kind: 'choose' } : null;
  const arrow = ARROWS[key];
  if (arrow) return { kind: 'move', by: arrow, far: ctrl, extend };
  if (key === 'Home') return { kind: 'to', end: ctrl ? 'start' : 'row-start', extend };
  if (key === 'End') return { kind: 'to', end: ctrl ? 'last' : 'row-end', extend };
  if (key === ' ' && (ctrl || extend))
    return { kind: 'select', what: ctrl && extend ? 'all' : ctrl ? 'column' : 'row' };
  if (ctrl) return withCtrl(key.toLowerCase());
  const page = PAGES[key];
  if (page) return { kind: 'move', by: page, far: false, extend };
  switch (key) {
    case 'Enter':
      return { kind: 'next', along: 'row', back: extend };
    case 'Tab':
      return { kind: 'next', along: 'column', back: extend };
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return key.length === 1 && key !== ' ' ? { kind: 'type', text: key } : null;
  }
}

function withCtrl(key: string): GridCommand | null {
  switch (key) {
    case 'a':
      return { kind: 'select', what: 'all' };
    case 'd':
      return { kind: 'fill-down' };
    default:
      return null;
  }
}
