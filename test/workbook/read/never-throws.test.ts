/** Whatever the cells hold, there is a book and an evaluation. */
import fc from 'fast-check';
import { evaluate, ISSUE_SEVERITY } from '../../../src/rules';
import type { Cell, SheetCells, WorkbookCells } from '../../../src/sheets/cells';
import { SHEETS } from '../../../src/workbook/layout';
import { readBook } from '../../../src/workbook/read';
import { spoiled } from './base';

const SEED = 20251220;
const RUNS = 150;

const BASE_CELLS = spoiled({});
const WORDS = BASE_CELLS.sheets.flatMap((sheet) =>
  sheet.rows.flatMap((row) => (row ?? []).flatMap((cell) => (typeof cell?.value === 'string' ? [cell.value] : []))),
);

const text = fc.oneof(
  fc.constantFrom(
    ...WORDS,
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '',
    ' ',
    '-',
    '0',
    '1.1',
    '1e400',
    '%',
    ';',
    '#',
    '(thấp hơn)',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const value = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('#REF!', '#N/A', '').map((error) => ({ error })),
);
const cell: fc.Arbitrary<Cell> = fc.record(
  {
    value,
    formula: fc.constantFrom('A1', 'SUM(A1:B2)', ''),
    format: fc.constantFrom('General', '0.00', '00', '0%', 'dd/mm/yyyy', '[h]:mm', '"', '[', ';;;', '@'),
    stale: fc.boolean(),
  },
  { requiredKeys: ['value'] },
);

/** Any place in the sound workbook, and what stands there instead. */
const change = fc.record({
  sheet: fc.nat(),
  row: fc.nat(20),
  column: fc.nat(10),
  cell: fc.option(cell, { nil: undefined }),
});
const area = fc
  .record({ top: fc.nat(20), left: fc.nat(10), height: fc.nat(3), width: fc.nat(3) })
  .map(({ top, left, height, width }) => ({ top, left, bottom: top + height, right: left + width }));

function changed(
  changes: readonly { sheet: number; row: number; column: number; cell: Cell | undefined }[],
): WorkbookCells {
  const sheets = BASE_CELLS.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...(row ?? [])]) }));
  for (const { sheet, row, column, cell: written } of changes) {
    const rows = sheets[sheet % sheets.length]?.rows ?? [];
    (rows[row] ??= [])[column] = written;
  }
  return { ...BASE_CELLS, sheets };
}

function judgesInFull(cells: WorkbookCells): void {
  const book = readBook(cells);
  const evaluation = evaluate(book);
  expect(evaluation.issues.every(({ code }) => code in ISSUE_SEVERITY)).toBe(true);
  const trusted = evaluation.awards
    .filter(({ status }) => status === 'ok' || status === 'overQuota')
    .map(({ id }) => id);
  for (const { touches } of book.doubts)
    expect(trusted.filter((id) => touches === 'totals' || touches.includes(id))).toEqual([]);
}

test(`a sound workbook with up to 12 cells of anything (seed ${String(SEED)})`, () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      judgesInFull(changed(changes));
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

test(`sheets of anything under our names and others (seed ${String(SEED)})`, () => {
  const sheet: fc.Arbitrary<SheetCells> = fc.record({
    name: fc.oneof(fc.constantFrom(...Object.values(SHEETS).map(({ name }) => name), '__proto__'), text),
    state: fc.constantFrom('visible', 'hidden', 'veryHidden'),
    rows: fc.array(fc.option(fc.array(fc.option(cell, { nil: undefined }), { maxLength: 8 }), { nil: undefined }), {
      maxLength: 12,
    }),
    hiddenRows: fc.array(fc.nat(12)).map((rows) => new Set(rows)),
    hiddenColumns: fc.array(fc.nat(8)).map((columns) => new Set(columns)),
    merges: fc.option(fc.array(area, { maxLength: 4 })),
    stamp: fc.constant(null),
    protected: fc.boolean(),
  });
  const book = fc.record({
    sheets: fc.array(sheet, { maxLength: 14 }),
    date1904: fc.boolean(),
    structureProtected: fc.boolean(),
  });
  fc.assert(fc.property(book, judgesInFull), { seed: SEED, numRuns: RUNS });
});

test(`the sound workbook’s sheets and texts shuffled (seed ${String(SEED)})`, () => {
  const shuffled = fc
    .shuffledSubarray([...BASE_CELLS.sheets])
    .chain((sheets) =>
      fc.tuple(...sheets.map((sheet) => fc.shuffledSubarray([...sheet.rows]).map((rows) => ({ ...sheet, rows })))),
    );
  fc.assert(
    fc.property(shuffled, (sheets) => {
      judgesInFull({ ...BASE_CELLS, sheets });
    }),
    { seed: SEED, numRuns: RUNS },
  );
});
