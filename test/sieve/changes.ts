/** Every single change that the sieve tries on a workbook. */
import type { Cell, WorkbookCells } from '../../src/sheets/cells';
import { OUTPUT_SHEETS } from '../../src/workbook/layout';
import { insertRow, moveColumn, moveRow, width, withFormulas, withSheet, type Change, type Touched } from './change';
import { formulaChanges, lookChanges, numberChanges } from './number-changes';
import { at, inputsOf, type Input } from './inputs';
import { lookAlike, textChanges, withoutMarks, ZERO_WIDTH } from './text-changes';

const SHEET_NAMES: Readonly<Record<string, (name: string) => string | null>> = {
  'sheet (2)': (name) => `${name} (2)`,
  'sheet 2024': (name) => `${name} 2024`,
  'sheet mới': (name) => `${name} mới`,
  'sheet KT': (name) => `KT ${name}`,
  'sheet cut': (name) => name.slice(0, -1),
  'sheet letter': (name) => `${name}x`,
  'sheet look-alike': lookAlike,
  'sheet without marks': withoutMarks,
  'sheet zero width': (name) => name.slice(0, 2) + ZERO_WIDTH + name.slice(2),
  'sheet upper case': (name) => name.toUpperCase(),
};

/** A sheet under another name: whatever stands in formulas follows, as in Excel. */
function renamed(cells: WorkbookCells, index: number, name: string): WorkbookCells {
  const old = cells.sheets[index]?.name ?? '';
  return withFormulas(
    withSheet(cells, index, (sheet) => ({ ...sheet, name })),
    (formula) => formula.replaceAll(`'${old}'!`, `'${name}'!`),
  );
}

function* sheetChanges(cells: WorkbookCells, { index, sheet }: Input): Generator<Change> {
  for (const [kind, change] of Object.entries(SHEET_NAMES)) {
    const name = change(sheet.name);
    if (name === null || name === sheet.name) continue;
    yield {
      kind,
      name: `${kind}: ${sheet.name} → ${name}`,
      touched: { sheet: name, words: [sheet.name, name] },
      isValue: false,
      make: () => renamed(cells, index, name),
    };
  }
  const whole = { sheet: sheet.name, words: [sheet.name] };
  for (const state of ['hidden', 'veryHidden'] as const) {
    yield {
      kind: `sheet ${state}`,
      name: `sheet ${state}: ${sheet.name}`,
      touched: whole,
      isValue: false,
      make: () => withSheet(cells, index, (old) => ({ ...old, state })),
    };
  }
  yield {
    kind: 'hidden name',
    name: `hidden name: ${sheet.name}`,
    touched: whole,
    isValue: false,
    make: () => withSheet(cells, index, (old) => ({ ...old, stamp: 'x' })),
  };
  for (const own of Object.keys(OUTPUT_SHEETS)) {
    const stamp = `thidua/0.1.0 ${own} sha256:${'0'.repeat(64)} 2025-01-01 08:00`;
    yield {
      kind: 'stamp copied',
      name: `stamp copied: ${own} ${sheet.name}`,
      touched: whole,
      isValue: false,
      make: () => withSheet(cells, index, (old) => ({ ...old, stamp })),
    };
  }
  const copy = { ...sheet, name: `${sheet.name} (2)` };
  yield {
    kind: 'sheet copied',
    name: `sheet copied: ${sheet.name}`,
    touched: whole,
    isValue: false,
    make: () => ({ ...cells, sheets: [...cells.sheets, copy] }),
  };
  for (const [kind, formula] of [
    ['name of the workbook', '"x"'],
    ['name over a sheet', `'${sheet.name}'!$A$1:$C$9`],
  ] as const) {
    const name = {
      name: kind === 'name of the workbook' ? 'thidua_stamp' : `bang_${String(index)}`,
      sheet: null,
      formula,
    };
    yield {
      kind,
      name: `${kind}: ${sheet.name}`,
      touched: whole,
      isValue: false,
      make: () => ({ ...cells, names: [...(cells.names ?? []), name] }),
    };
  }
}

const text = (value: string): Cell => ({ value });
const NEW_ROWS: Readonly<Record<string, (first: number) => (Cell | undefined)[] | undefined>> = {
  'blank row': () => undefined,
  'sub-heading': (first) => sparse(first, [text('Nhóm các nội dung')]),
  'total row': (first) => sparse(first, [text('Tổng cộng')]),
  'total row with sums': (first) =>
    sparse(first, [text('Tổng cộng'), undefined, { value: 100 }, { value: 90 }, { value: 90 }]),
  'total row beside': (first) => sparse(first + 1, [text('Cộng')]),
  'date line': (first) => sparse(first + 2, [text('Ninh Bình, ngày 20 tháng 12 năm 2025')]),
  signatures: (first) => sparse(first, [text('Người lập biểu'), undefined, text('Trưởng khối')]),
};
function sparse(from: number, cells: readonly (Cell | undefined)[]): (Cell | undefined)[] {
  const row: (Cell | undefined)[] = [];
  cells.forEach((cell, offset) => {
    row[from + offset] = cell;
  });
  return row;
}

const wordsOf = (line: readonly (Cell | undefined)[]): string[] =>
  line.flatMap((cell) => (typeof cell?.value === 'string' ? [cell.value] : []));

function* rowChanges(cells: WorkbookCells, { index, key, sheet }: Input): Generator<Change> {
  for (let row = 0; row <= sheet.rows.length; row++) {
    for (const [kind, make] of Object.entries(NEW_ROWS)) {
      yield {
        kind,
        name: `${kind}: above ${at(sheet, row, 0)}`,
        isValue: false,
        touched: { sheet: sheet.name, row, words: [] },
        make: () => insertRow(cells, index, row, make(0)),
      };
    }
    const line = sheet.rows[row];
    if (line?.some((cell) => cell !== undefined) !== true) continue;
    const last = sheet.rows.length;
    // Which award comes first is a matter of the workbook's.
    for (const [kind, to] of [
      ['row below a gap', last + 1],
      ['row to the top', 0],
    ] as const) {
      // A grade that is nothing but its name is a title where titles stand.
      if (to === 0 && key === 'bands' && line.filter((cell) => cell !== undefined).length === 1) continue;
      yield {
        kind,
        name: `${kind}: ${at(sheet, row, 0)}`,
        isValue: key === 'awards',
        touched: { sheet: sheet.name, row: to, rowBefore: row, words: wordsOf(line) },
        make: () => moveRow(cells, index, row, to),
      };
    }
    const plain = line.map((cell) => (cell === undefined ? cell : { ...cell }));
    yield {
      kind: 'repeated',
      name: `repeated: ${at(sheet, row, 0)}`,
      isValue: false,
      touched: { sheet: sheet.name, row: row + 1, words: [] },
      make: () => insertRow(cells, index, row + 1, plain),
    };
    yield {
      kind: 'repeated at the end',
      name: `repeated at the end: ${at(sheet, row, 0)}`,
      isValue: false,
      touched: { sheet: sheet.name, row: sheet.rows.length, words: [] },
      make: () => insertRow(cells, index, sheet.rows.length, plain),
    };
    yield {
      kind: 'row hidden',
      name: `row hidden: ${at(sheet, row, 0)}`,
      isValue: false,
      touched: { sheet: sheet.name, row, words: [] },
      make: () => withSheet(cells, index, (old) => ({ ...old, hiddenRows: new Set([...old.hiddenRows, row]) })),
    };
  }
}

const sparseEnd = (row: readonly (Cell | undefined)[], end: number, cell: Cell | undefined): (Cell | undefined)[] => [
  ...row,
  ...new Array<undefined>(end - row.length),
  cell,
];

function* columnChanges(cells: WorkbookCells, { index, sheet }: Input): Generator<Change> {
  const end = width(sheet);
  for (let column = 0; column < end; column++) {
    const headers = sheet.rows
      .slice(0, 8)
      .map((row) => row?.[column]?.value)
      .filter((value): value is string => typeof value === 'string');
    const touched = (now: number): Touched => ({ sheet: sheet.name, column: now, words: headers });
    for (const [kind, to] of [
      ['column to the end', end],
      ['column to the front', 0],
      ['column one further', column + 1],
    ] as const) {
      if (to === column || (kind === 'column one further' && column + 1 >= end)) continue;
      yield {
        kind,
        name: `${kind}: ${at(sheet, 0, column)}`,
        isValue: false,
        touched: touched(to),
        make: () => moveColumn(cells, index, column, to),
      };
    }
    yield {
      kind: 'column copied',
      name: `column copied: ${at(sheet, 0, column)}`,
      isValue: false,
      touched: touched(end),
      make: () =>
        withSheet(cells, index, (old) => ({
          ...old,
          rows: old.rows.map((row) => (row?.[column] === undefined ? row : sparseEnd(row, end, row[column]))),
        })),
    };
    yield {
      kind: 'column hidden',
      name: `column hidden: ${at(sheet, 0, column)}`,
      isValue: false,
      touched: touched(column),
      make: () =>
        withSheet(cells, index, (old) => ({ ...old, hiddenColumns: new Set([...old.hiddenColumns, column]) })),
    };
  }
}

function* mergeChanges(cells: WorkbookCells, { index, sheet }: Input): Generator<Change> {
  if (sheet.merges === null) return;
  const end = width(sheet);
  for (let row = 0; row < sheet.rows.length; row++)
    for (let column = 0; column < end; column++) {
      for (const [down, right] of [
        [0, 1],
        [1, 0],
      ] as const) {
        if (row + down >= sheet.rows.length || column + right >= end) continue;
        const area = { top: row, left: column, bottom: row + down, right: column + right };
        if (
          sheet.merges.some(
            (old) =>
              old.top <= area.bottom && area.top <= old.bottom && old.left <= area.right && area.left <= old.right,
          )
        )
          continue;
        yield {
          kind: down === 1 ? 'merged downwards' : 'merged across',
          name: `merged: ${at(sheet, row, column)}:${at(sheet, area.bottom, area.right)}`,
          isValue: false,
          touched: { sheet: sheet.name, row, column, words: [] },
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
    yield* numberChanges(cells, input);
    yield* formulaChanges(cells, input);
    yield* lookChanges(cells, input);
    yield* rowChanges(cells, input);
    yield* columnChanges(cells, input);
    yield* mergeChanges(cells, input);
  }
}
