/** Number cells of input sheets with the noise of machines, as texts, behind formulas, and any cell under a look that hides it. */
import type { Cell, SheetCells, WorkbookCells } from '../../src/sheets/cells';
import { withCell, withSheet, type Change } from './change';
import { at, type Input } from './inputs';

/** Some steps of the double beside a number, as sums and differences leave them behind. */
const noisy = (value: number): number => (value === 0 ? -2.8e-17 : value + 3 * Math.abs(value) * Number.EPSILON);

const isPlain = ({ formula, format }: Cell): boolean => formula === undefined && !/[dmyh]/iu.test(format ?? '');

type Changed = (cell: Cell, value: number) => Cell | null;

/** Of numbers that are typed and are no days. */
const NUMBER_CHANGES: Readonly<Record<string, Changed>> = {
  noise: (cell, value) => ({ ...cell, value: noisy(value) }),
  'number as text': (_, value) => ({ value: String(value).replace('.', ',') }),
  'shown as a day': (cell) => ({ ...cell, format: 'dd/mm/yyyy' }),
  'shown as a percentage': (cell) => ({ ...cell, format: '0%' }),
  'shown without decimals': (cell) => ({ ...cell, format: '0' }),
  error: (cell) => ({ ...cell, value: { error: '#REF!' }, formula: 'SUM(#REF!)' }),
};

/** More digits than a meeting writes: another value, that both doors must read alike. */
const VALUES: Readonly<Record<string, Changed>> = {
  '17 digits': (cell, value) => ({ ...cell, value: value + 0.123_456_789_012_34 }),
  'a number of 16 digits': (cell) => ({ ...cell, value: 1_234_567_890_123_456 }),
};

const FORMULA_CHANGES: Readonly<Record<string, Changed>> = {
  'a formula for a number': (cell, value) => ({ ...cell, formula: String(value) }),
  stale: (cell, value) => ({ ...cell, formula: `${String(value)}+1` }),
  volatile: (cell, value) => ({ ...cell, formula: `${String(value)}+0*RAND()` }),
};

function* ofCells(
  cells: WorkbookCells,
  { index, sheet }: Input,
  changes: Readonly<Record<string, (cell: Cell) => Cell | null>>,
  isValue: boolean,
): Generator<Change> {
  for (const [row, line] of sheet.rows.entries())
    for (const [column, cell] of (line ?? []).entries()) {
      if (cell === undefined) continue;
      for (const [kind, change] of Object.entries(changes)) {
        const changed = change(cell);
        if (changed === null) continue;
        yield {
          kind,
          name: `${kind}: ${at(sheet, row, column)}`,
          isValue,
          touched: { sheet: sheet.name, row, column, words: [String(cell.value)] },
          make: () => withSheet(cells, index, (old: SheetCells) => withCell(old, row, column, changed)),
        };
      }
    }
}

const ofNumbers = (changes: Readonly<Record<string, Changed>>): Readonly<Record<string, (cell: Cell) => Cell | null>> =>
  Object.fromEntries(
    Object.entries(changes).map(([kind, change]) => [
      kind,
      (cell: Cell) => (typeof cell.value === 'number' && isPlain(cell) ? change(cell, cell.value) : null),
    ]),
  );

export function* numberChanges(cells: WorkbookCells, input: Input): Generator<Change> {
  yield* ofCells(cells, input, ofNumbers(NUMBER_CHANGES), false);
  yield* ofCells(cells, input, ofNumbers(VALUES), true);
}

export function* formulaChanges(cells: WorkbookCells, input: Input): Generator<Change> {
  yield* ofCells(cells, input, ofNumbers(FORMULA_CHANGES), false);
  yield* ofCells(
    cells,
    input,
    {
      'a formula overwritten': ({ formula, ...cell }) => (formula === undefined || cell.value === null ? null : cell),
      'a formula for a text': (cell) =>
        typeof cell.value === 'string' && cell.formula === undefined
          ? { ...cell, formula: `"${cell.value.replaceAll('"', '""')}"` }
          : null,
    },
    false,
  );
}

export function* lookChanges(cells: WorkbookCells, input: Input): Generator<Change> {
  yield* ofCells(
    cells,
    input,
    {
      'shown as nothing': (cell) => ({ ...cell, format: ';;;' }),
      'a day as a number': (cell) =>
        typeof cell.value === 'number' && !isPlain(cell) && cell.formula === undefined ? { value: cell.value } : null,
      'a number of text': (cell) =>
        typeof cell.value === 'string' && /^\d+([.,]\d+)?$/u.test(cell.value)
          ? { value: Number(cell.value.replace(',', '.')) }
          : null,
    },
    false,
  );
}
