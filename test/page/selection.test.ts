/** What the keys select and where they lead: one row for each key. */
import { cellName } from '../../src/rules';
import type { SheetCells } from '../../src/sheets/cells';
import { commandOf, type GridCommand } from '../../src/page/grid/grid-keys';
import { layOut } from '../../src/page/grid/layout';
import {
  anchorOf,
  areaOf,
  between,
  everything,
  jump,
  nextWithin,
  single,
  step,
  wholeColumn,
  wholeRow,
} from '../../src/page/grid/selection';

const spot = (name: string) => {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  return { row: Number(digits) - 1, column: letters.charCodeAt(0) - 65 };
};
const value = (text: string | null) => (text === null ? undefined : { value: text });

/** Column A: A1:A3 filled, A5 filled. Row 1: A1, B1, E1 filled. C3:D4 merged. Row 7 and column F hidden. */
const sheet: SheetCells = {
  name: 'Trang',
  state: 'visible',
  stamp: null,
  protected: false,
  hiddenRows: new Set([6]),
  hiddenColumns: new Set([5]),
  merges: [{ top: 2, bottom: 3, left: 2, right: 3 }],
  rows: [['a', 'b', null, null, 'e'], ['x'], ['y', null, 'gộp'], [], ['z']].map((row) => row.map(value)),
};
const layout = layOut(sheet);
const keys = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('keys', () => {
  test.each<[string, Partial<typeof keys> & { readonly key: string }, GridCommand | null]>([
    ['right', { key: 'ArrowRight' }, { kind: 'move', by: { row: 0, column: 1 }, far: false, extend: false }],
    [
      'Shift and down',
      { key: 'ArrowDown', shiftKey: true },
      { kind: 'move', by: { row: 1, column: 0 }, far: false, extend: true },
    ],
    [
      'Ctrl and up',
      { key: 'ArrowUp', ctrlKey: true },
      { kind: 'move', by: { row: -1, column: 0 }, far: true, extend: false },
    ],
    [
      'Ctrl, Shift and left',
      { key: 'ArrowLeft', ctrlKey: true, shiftKey: true },
      { kind: 'move', by: { row: 0, column: -1 }, far: true, extend: true },
    ],
    ['Home', { key: 'Home' }, { kind: 'to', end: 'row-start', extend: false }],
    ['Ctrl+Home', { key: 'Home', ctrlKey: true }, { kind: 'to', end: 'start', extend: false }],
    ['End', { key: 'End' }, { kind: 'to', end: 'row-end', extend: false }],
    ['Ctrl+Shift+End', { key: 'End', ctrlKey: true, shiftKey: true }, { kind: 'to', end: 'last', extend: true }],
    ['PageDown', { key: 'PageDown' }, { kind: 'move', by: { row: 15, column: 0 }, far: false, extend: false }],
    ['Enter', { key: 'Enter' }, { kind: 'next', along: 'row', back: false }],
    ['Shift+Enter', { key: 'Enter', shiftKey: true }, { kind: 'next', along: 'row', back: true }],
    ['Tab', { key: 'Tab' }, { kind: 'next', along: 'column', back: false }],
    ['Shift+Tab', { key: 'Tab', shiftKey: true }, { kind: 'next', along: 'column', back: true }],
    ['F2', { key: 'F2' }, { kind: 'edit' }],
    ['Escape', { key: 'Escape' }, { kind: 'leave' }],
    ['Delete', { key: 'Delete' }, { kind: 'clear' }],
    ['Backspace', { key: 'Backspace' }, { kind: 'clear' }],
    ['Ctrl+A', { key: 'a', ctrlKey: true }, { kind: 'select', what: 'all' }],
    ['Cmd+A', { key: 'A', metaKey: true }, { kind: 'select', what: 'all' }],
    ['Shift+Space', { key: ' ', shiftKey: true }, { kind: 'select', what: 'row' }],
    ['Ctrl+Space', { key: ' ', ctrlKey: true }, { kind: 'select', what: 'column' }],
    ['Ctrl+D', { key: 'd', ctrlKey: true }, { kind: 'fill-down' }],
    ['Alt+down', { key: 'ArrowDown', altKey: true }, { kind: 'choose' }],
    ['a digit', { key: '9' }, { kind: 'type', text: '9' }],
    ['ệ', { key: 'ệ' }, { kind: 'type', text: 'ệ' }],
    ['a comma', { key: ',' }, { kind: 'type', text: ',' }],
    ['Ctrl+C is the clipboard’s', { key: 'c', ctrlKey: true }, null],
    ['Ctrl+R is the browser’s', { key: 'r', ctrlKey: true }, null],
    ['F5 is the browser’s', { key: 'F5' }, null],
    ['F6 is the page’s', { key: 'F6' }, null],
    ['Alt and a letter', { key: 'x', altKey: true }, null],
    ['Shift alone', { key: 'Shift', shiftKey: true }, null],
  ])('%s', (_, pressed, command) => {
    expect(commandOf({ ...keys, ...pressed })).toEqual(command);
  });
});

describe('from a cell', () => {
  const by = {
    up: { row: -1, column: 0 },
    down: { row: 1, column: 0 },
    left: { row: 0, column: -1 },
    right: { row: 0, column: 1 },
  };
  test.each([
    ['A1', 'down', 'A2'],
    ['A6', 'down', 'A8'],
    ['E1', 'right', 'G1'],
    ['A1', 'up', 'A1'],
    ['A1', 'left', 'A1'],
    ['C3', 'down', 'C5'],
    ['C3', 'right', 'E3'],
    ['B4', 'right', 'C3'],
    ['C5', 'up', 'C3'],
    ['E4', 'left', 'C3'],
  ] as const)('%s %s leads to %s: over hidden lines, over a merge as one', (from, way, to) => {
    expect(cellName(step(layout, spot(from), by[way]))).toBe(to);
  });

  test.each([
    ['A1', 'down', 'A3'],
    ['A3', 'down', 'A5'],
    ['A2', 'down', 'A3'],
    ['A5', 'up', 'A3'],
    ['A1', 'right', 'B1'],
    ['B1', 'right', 'E1'],
    ['B2', 'left', 'A2'],
    ['A4', 'down', 'A5'],
    ['E5', 'up', 'E1'],
  ] as const)('Ctrl: %s %s leads to %s', (from, way, to) => {
    expect(cellName(jump(sheet, layout, spot(from), by[way]))).toBe(to);
  });

  test('Ctrl and down below all leads to the end of the sheet', () => {
    expect(jump(sheet, layout, spot('B5'), by.down)).toEqual({ row: layout.rows.count - 1, column: 1 });
  });
});

describe('selected', () => {
  const names = (from: string, far: string) => {
    const { top, left, bottom, right } = areaOf(between(spot(from), spot(far)), sheet.merges ?? []);
    return `${cellName({ row: top, column: left })}:${cellName({ row: bottom, column: right })}`;
  };
  test.each([
    ['A1', 'B2', 'A1:B2'],
    ['B2', 'A1', 'A1:B2'],
    ['B3', 'C3', 'B3:D4'],
    ['D4', 'E5', 'C3:E5'],
    ['A1', 'A1', 'A1:A1'],
    ['C3', 'C3', 'C3:D4'],
  ])('%s to %s is %s: a merge whole', (from, far, area) => {
    expect(names(from, far)).toBe(area);
  });

  test('a whole row, a whole column, everything', () => {
    expect(wholeRow(layout, spot('B2'))).toMatchObject({
      from: { row: 1, column: 0 },
      far: { row: 1, column: layout.columns.count - 1 },
    });
    expect(wholeColumn(layout, spot('B2'))).toMatchObject({
      from: { row: 0, column: 1 },
      far: { row: layout.rows.count - 1, column: 1 },
    });
    expect(everything(sheet)).toMatchObject({ from: spot('A1'), far: spot('E5') });
    expect(single(spot('B2'))).toEqual({ active: spot('B2'), from: spot('B2'), far: spot('B2') });
  });

  test('Enter goes down the columns of what is selected and round about, Tab along the rows; covered and hidden cells are passed', () => {
    const area = { top: 2, bottom: 7, left: 2, right: 3 };
    const walk = (along: 'row' | 'column', back = false) => {
      const seen = ['C3'];
      for (
        let at = nextWithin(layout, area, spot('C3'), along, back);
        cellName(at) !== 'C3';
        at = nextWithin(layout, area, at, along, back)
      )
        seen.push(cellName(at));
      return seen;
    };
    expect(walk('row')).toEqual(['C3', 'C5', 'C6', 'C8', 'D5', 'D6', 'D8']);
    expect(walk('column')).toEqual(['C3', 'C5', 'D5', 'C6', 'D6', 'C8', 'D8']);
    expect(walk('row', true)).toEqual(['C3', 'D8', 'D6', 'D5', 'C8', 'C6', 'C5']);
  });

  test('a covered cell stands for the first one of its merge', () => {
    expect([anchorOf(layout, spot('D4')), anchorOf(layout, spot('B4'))]).toEqual([spot('C3'), spot('B4')]);
  });
});
