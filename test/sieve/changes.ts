/** Every single change that the sieve tries on a workbook. */
import type { Cell, SheetCells, WorkbookCells } from '../../src/workbook/cells';
import { SHEETS, type SheetKey } from '../../src/workbook/layout';
import { insertRow, moveColumn, width, withCell, withSheet, type Change, type Touched } from './change';
import { isValueCell, otherWords } from './values';

interface Input {
  readonly index: number;
  readonly key: SheetKey;
  readonly sheet: SheetCells;
}

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
const KEYS = Object.keys(SHEETS).filter((key): key is SheetKey => Object.hasOwn(SHEETS, key));
const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const at = (sheet: SheetCells, row: number, column: number): string => `${sheet.name}!${letters(column)}${String(row + 1)}`;

function inputsOf(cells: WorkbookCells): Input[] {
  return cells.sheets.flatMap((sheet, index) => {
    const key = KEYS.find((name) => fold(SHEETS[name].name) === fold(sheet.name));
    return key === undefined ? [] : [{ index, key, sheet }];
  });
}

/** Letters that look alike, one for the other. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['Đ', 'Ð'], ['đ', 'ð'], ['I', 'І'], ['V', 'Ⅴ'], ['A', 'А'], ['B', 'В'], ['C', 'С'], ['H', 'Н'], ['K', 'К'], ['T', 'Т'], ['a', 'а'], ['o', 'ο'], ['c', 'с'], ['i', 'і'], ['e', 'е'],
];
const ZERO_WIDTH = '\u200B';
const SOFT_HYPHEN = '\u00AD';

const lookAlike = (text: string): string | null => {
  const twin = LOOK_ALIKES.find(([letter]) => text.includes(letter));
  return twin === undefined ? null : text.replace(twin[0], twin[1]);
};
const middle = (text: string): number => Math.floor(text.length / 2);

/** Ways to change a text by one letter, or one that nobody sees. */
const TEXT_CHANGES: Readonly<Record<string, (text: string) => string | null>> = {
  cut: (text) => text.slice(0, -1),
  'cut in front': (text) => (text.length > 1 ? text.slice(1) : null),
  prefix: (text) => `x${text}`,
  suffix: (text) => `${text}x`,
  'other letter': (text) => `${text.slice(0, middle(text))}q${text.slice(middle(text) + 1)}`,
  'zero width': (text) => text.slice(0, middle(text)) + ZERO_WIDTH + text.slice(middle(text)),
  'soft hyphen': (text) => `${text}${SOFT_HYPHEN}`,
  'look-alike': lookAlike,
  NFD: (text) => (text.normalize('NFD') === text ? null : text.normalize('NFD')),
  'space in front': (text) => ` ${text}`,
  'no-break spaces': (text) => (text.includes(' ') ? text.replaceAll(' ', '\u00A0') : null),
  'line break': (text) => (text.includes(' ') ? text.replace(' ', '\n') : null),
};

function* textChanges(cells: WorkbookCells, { index, key, sheet }: Input): Generator<Change> {
  const allowed = otherWords(cells, key);
  for (const [row, line] of sheet.rows.entries()) for (const [column, cell] of (line ?? []).entries()) {
    if (cell === undefined || typeof cell.value !== 'string' || cell.formula !== undefined) continue;
    const text = cell.value;
    for (const [kind, change] of Object.entries(TEXT_CHANGES)) {
      const changed = change(text);
      if (changed === null || changed === text) continue;
      yield {
        kind, name: `${kind}: ${at(sheet, row, column)} ${text} → ${changed}`,
        touched: { sheet: sheet.name, row, column, words: [text, changed] },
        isValue: isValueCell(key, sheet, row, column, changed) || allowed(sheet, row, column, changed),
        make: () => withSheet(cells, index, (old) => withCell(old, row, column, changed === '' ? undefined : { ...cell, value: changed })),
      };
    }
  }
}

const SHEET_NAMES: Readonly<Record<string, (name: string) => string | null>> = {
  'sheet (2)': (name) => `${name} (2)`,
  'sheet 2024': (name) => `${name} 2024`,
  'sheet mới': (name) => `${name} mới`,
  'sheet KT': (name) => `KT ${name}`,
  'sheet cut': (name) => name.slice(0, -1),
  'sheet letter': (name) => `${name}x`,
  'sheet look-alike': lookAlike,
  'sheet without marks': (name) => name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
  'sheet zero width': (name) => name.slice(0, 2) + ZERO_WIDTH + name.slice(2),
  'sheet upper case': (name) => name.toUpperCase(),
};

/** A sheet under another name: whatever stands in formulas follows, as in Excel. */
function renamed(cells: WorkbookCells, index: number, name: string): WorkbookCells {
  const old = cells.sheets[index]?.name ?? '';
  const follow = (formula: string): string => formula.replaceAll(`'${old}'!`, `'${name}'!`);
  return {
    ...cells,
    sheets: cells.sheets.map((sheet, number) => ({
      ...sheet, ...(number === index ? { name } : {}),
      rows: sheet.rows.map((row) => row?.map((cell) => (cell?.formula === undefined ? cell : { ...cell, formula: follow(cell.formula) }))),
    })),
  };
}

function* sheetChanges(cells: WorkbookCells, { index, sheet }: Input): Generator<Change> {
  for (const [kind, change] of Object.entries(SHEET_NAMES)) {
    const name = change(sheet.name);
    if (name === null || name === sheet.name) continue;
    yield { kind, name: `${kind}: ${sheet.name} → ${name}`, touched: { sheet: name, words: [sheet.name, name] }, isValue: false, make: () => renamed(cells, index, name) };
  }
  const whole = { sheet: sheet.name, words: [sheet.name] };
  yield { kind: 'sheet hidden', name: `sheet hidden: ${sheet.name}`, touched: whole, isValue: false, make: () => withSheet(cells, index, (old) => ({ ...old, state: 'hidden' })) };
  yield { kind: 'hidden name', name: `hidden name: ${sheet.name}`, touched: whole, isValue: false, make: () => withSheet(cells, index, (old) => ({ ...old, stamp: 'x' })) };
  const stamp = `thidua/0.1.0 results sha256:${'0'.repeat(64)} 2025-01-01 08:00`;
  yield { kind: 'stamp copied', name: `stamp copied: ${sheet.name}`, touched: whole, isValue: false, make: () => withSheet(cells, index, (old) => ({ ...old, stamp })) };
  const copy = { ...sheet, name: `${sheet.name} (2)` };
  yield { kind: 'sheet copied', name: `sheet copied: ${sheet.name}`, touched: whole, isValue: false, make: () => ({ ...cells, sheets: [...cells.sheets, copy] }) };
}

const text = (value: string): Cell => ({ value });
const NEW_ROWS: Readonly<Record<string, (first: number) => (Cell | undefined)[] | undefined>> = {
  'blank row': () => undefined,
  'sub-heading': (first) => sparse(first, [text('Nhóm các nội dung')]),
  'total row': (first) => sparse(first, [text('Tổng cộng')]),
  'total row beside': (first) => sparse(first + 1, [text('Cộng')]),
  'date line': (first) => sparse(first + 2, [text('Ninh Bình, ngày 20 tháng 12 năm 2025')]),
  signatures: (first) => sparse(first, [text('Người lập biểu'), undefined, text('Trưởng khối')]),
};
function sparse(from: number, cells: readonly (Cell | undefined)[]): (Cell | undefined)[] {
  const row: (Cell | undefined)[] = [];
  cells.forEach((cell, offset) => { row[from + offset] = cell; });
  return row;
}

function* rowChanges(cells: WorkbookCells, { index, sheet }: Input): Generator<Change> {
  for (let row = 0; row <= sheet.rows.length; row++) {
    for (const [kind, make] of Object.entries(NEW_ROWS)) {
      yield {
        kind, name: `${kind}: above ${at(sheet, row, 0)}`, isValue: false,
        touched: { sheet: sheet.name, row, words: [] }, make: () => insertRow(cells, index, row, make(0)),
      };
    }
    const line = sheet.rows[row];
    if (line?.some((cell) => cell !== undefined) !== true) continue;
    const plain = line.map((cell) => (cell === undefined ? cell : { ...cell }));
    yield { kind: 'repeated', name: `repeated: ${at(sheet, row, 0)}`, isValue: false, touched: { sheet: sheet.name, row: row + 1, words: [] }, make: () => insertRow(cells, index, row + 1, plain) };
    yield { kind: 'repeated at the end', name: `repeated at the end: ${at(sheet, row, 0)}`, isValue: false, touched: { sheet: sheet.name, row: sheet.rows.length, words: [] }, make: () => insertRow(cells, index, sheet.rows.length, plain) };
    yield { kind: 'row hidden', name: `row hidden: ${at(sheet, row, 0)}`, isValue: false, touched: { sheet: sheet.name, row, words: [] }, make: () => withSheet(cells, index, (old) => ({ ...old, hiddenRows: new Set([...old.hiddenRows, row]) })) };
  }
}

function* columnChanges(cells: WorkbookCells, { index, sheet }: Input): Generator<Change> {
  const end = width(sheet);
  for (let column = 0; column < end; column++) {
    const headers = sheet.rows.slice(0, 8).map((row) => row?.[column]?.value).filter((value): value is string => typeof value === 'string');
    const touched = (now: number): Touched => ({ sheet: sheet.name, column: now, words: headers });
    for (const [kind, to] of [['column to the end', end], ['column to the front', 0], ['column one further', column + 1]] as const) {
      if (to === column || (kind === 'column one further' && column + 1 >= end)) continue;
      yield { kind, name: `${kind}: ${at(sheet, 0, column)}`, isValue: false, touched: touched(to), make: () => moveColumn(cells, index, column, to) };
    }
    yield { kind: 'column hidden', name: `column hidden: ${at(sheet, 0, column)}`, isValue: false, touched: touched(column), make: () => withSheet(cells, index, (old) => ({ ...old, hiddenColumns: new Set([...old.hiddenColumns, column]) })) };
  }
}

function* mergeChanges(cells: WorkbookCells, { index, sheet }: Input): Generator<Change> {
  if (sheet.merges === null) return;
  const end = width(sheet);
  for (let row = 0; row < sheet.rows.length; row++) for (let column = 0; column < end; column++) {
    for (const [down, right] of [[0, 1], [1, 0]] as const) {
      if (row + down >= sheet.rows.length || column + right >= end) continue;
      const area = { top: row, left: column, bottom: row + down, right: column + right };
      if (sheet.merges.some((old) => old.top <= area.bottom && area.top <= old.bottom && old.left <= area.right && area.left <= old.right)) continue;
      yield {
        kind: down === 1 ? 'merged downwards' : 'merged across', name: `merged: ${at(sheet, row, column)}:${at(sheet, area.bottom, area.right)}`,
        isValue: false, touched: { sheet: sheet.name, row, column, words: [] },
        make: () => withSheet(cells, index, (old) => ({ ...old, merges: [...(old.merges ?? []), area] })),
      };
    }
  }
}

/** Every change of the list, one after the other; none is kept. */
export function* changesOf(cells: WorkbookCells): Generator<Change> {
  for (const input of inputsOf(cells)) {
    yield* sheetChanges(cells, input);
    yield* textChanges(cells, input);
    yield* rowChanges(cells, input);
    yield* columnChanges(cells, input);
    yield* mergeChanges(cells, input);
  }
}
