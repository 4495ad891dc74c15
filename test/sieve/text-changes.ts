/** Every text cell of an input sheet changed by one letter, by one that nobody sees, or in its writing. */
import type { WorkbookCells } from '../../src/sheets/cells';
import { withCell, withSheet, type Change } from './change';
import { at, type Input } from './inputs';
import { isValueCell, otherWords } from './values';

/** Letters that look alike, one for the other. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['Đ', 'Ð'],
  ['đ', 'ð'],
  ['I', 'І'],
  ['V', 'Ⅴ'],
  ['A', 'А'],
  ['B', 'В'],
  ['C', 'С'],
  ['H', 'Н'],
  ['K', 'К'],
  ['T', 'Т'],
  ['a', 'а'],
  ['o', 'ο'],
  ['c', 'с'],
  ['i', 'і'],
  ['e', 'е'],
];
export const ZERO_WIDTH = '\u200B';
const SOFT_HYPHEN = '\u00AD';

export const lookAlike = (text: string): string | null => {
  const twin = LOOK_ALIKES.find(([letter]) => text.includes(letter));
  return twin === undefined ? null : text.replace(twin[0], twin[1]);
};
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
const middle = (text: string): number => Math.floor(text.length / 2);
const WIDE = 0xfee0;

const TEXT_CHANGES: Readonly<Record<string, (text: string) => string | null>> = {
  cut: (text) => text.slice(0, -1),
  'cut in front': (text) => (text.length > 1 ? text.slice(1) : null),
  prefix: (text) => `x${text}`,
  suffix: (text) => `${text}x`,
  'other letter': (text) => `${text.slice(0, middle(text))}q${text.slice(middle(text) + 1)}`,
  'doubled letter': (text) => text.slice(0, middle(text) + 1) + text.slice(middle(text)),
  'point behind': (text) => `${text}.`,
  'brackets behind': (text) => `${text} (2)`,
  'zero width': (text) => text.slice(0, middle(text)) + ZERO_WIDTH + text.slice(middle(text)),
  'soft hyphen': (text) => `${text}${SOFT_HYPHEN}`,
  'look-alike': lookAlike,
  'small l': (text) => (text.includes('I') ? text.replace('I', 'l') : null),
  'wide digit': (text) =>
    /[0-9]/u.test(text) ? text.replace(/[0-9]/u, (digit) => String.fromCharCode(digit.charCodeAt(0) + WIDE)) : null,
  'upper case': (text) => text.toLocaleUpperCase('vi'),
  'without marks': withoutMarks,
  NFD: (text) => text.normalize('NFD'),
  'space in front': (text) => ` ${text}`,
  'no-break spaces': (text) => text.replaceAll(' ', '\u00A0'),
  'line break': (text) => text.replace(' ', '\n'),
};

export function* textChanges(cells: WorkbookCells, { index, key, sheet }: Input): Generator<Change> {
  const allowed = otherWords(cells, key);
  for (const [row, line] of sheet.rows.entries())
    for (const [column, cell] of (line ?? []).entries()) {
      if (cell === undefined || typeof cell.value !== 'string' || cell.formula !== undefined) continue;
      const text = cell.value;
      for (const [kind, change] of Object.entries(TEXT_CHANGES)) {
        const changed = change(text);
        if (changed === null || changed === text) continue;
        yield {
          kind,
          name: `${kind}: ${at(sheet, row, column)} ${text} → ${changed}`,
          touched: { sheet: sheet.name, row, column, words: [text, changed] },
          isValue: isValueCell(key, sheet, row, column, changed) || allowed(sheet, row, column, changed),
          make: () =>
            withSheet(cells, index, (old) =>
              withCell(old, row, column, changed === '' ? undefined : { ...cell, value: changed }),
            ),
        };
      }
    }
}
