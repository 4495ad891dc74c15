/**
 * The formulas of the samples, and of results written into them, after ten edits: each has the value that LibreOffice gives
 * it, which calculates the whole file anew, and none is left without one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellName, type Fix } from '../../../src/rules';
import { CHANGED } from '../../../src/sheets/banner';
import type { Cell, WorkbookCells } from '../../../src/sheets/cells';
import { judge, planResults } from '../../../src/workbook/job';
import { fileDoor, writeSheets } from '../../../src/xlsx';
import { missingProgram, openWorkshop, withoutStoredValues } from '../../print/office';
import { plainPlan } from '../../xlsx/support/plans';
import { cellsOf, isSameValue } from './forms/package';

const missing = missingProgram();
const withOffice = missing === null ? test : test.skip;
const reason = missing === null ? '' : ` (${missing} is not installed)`;

const SAMPLES = ['A', 'B', 'C', 'D', 'E', 'co-loi', 'co-loi-da-sua'] as const;
const EDITS = 10;
const SCORES = 'Chấm điểm';

const sample = (name: string): Uint8Array =>
  readFileSync(join(__dirname, '..', '..', '..', 'assets', 'samples', `${name}.xlsx`));

/** Sample B, where one score comes by way of two cells from a sheet of the user's own. */
async function withAppendix(): Promise<Uint8Array> {
  const added = writeSheets(sample('B'), [
    { ...plainPlan('Phụ lục', null), rows: [{ cells: [{ value: 8 }, { value: 8, formula: 'A1' }] }] },
  ]);
  if (!added.ok) throw new Error(added.error.code);
  const door = fileDoor(added.value);
  await door.fix([{ place: { sheet: SCORES, row: 7, column: 4 }, value: '', formula: "'Phụ lục'!B1" }]);
  return door.bytes();
}

/** Typed scores, spread over the sheet, each a little lower than it was. */
function editsOf(book: WorkbookCells): Fix[] {
  const sheet = book.sheets.find(({ name }) => name === SCORES);
  const typed = (sheet?.rows ?? []).flatMap((cells, row) =>
    (cells ?? []).flatMap((cell, column) =>
      column >= 3 && cell?.formula === undefined && typeof cell?.value === 'number' && cell.value >= 1
        ? [{ place: { sheet: SCORES, row, column }, value: Math.round(cell.value * 75) / 100 }]
        : [],
    ),
  );
  return Array.from({ length: EDITS }, (_, at) => typed[Math.floor((at * typed.length) / EDITS)]).flatMap(
    (fix) => fix ?? [],
  );
}

/** In the sample with faults nobody has calculated since `#REF!` was put in there, and no edit concerns it. */
const OLD: ReadonlySet<string> = new Set(['co-loi Chấm điểm!G5', 'co-loi Chấm điểm!G25']);

/** The workbook with its results written, then edited, `together` or one cell after the other. */
async function edited(
  bytes: Uint8Array,
  together: boolean,
): Promise<{ readonly written: WorkbookCells; readonly bytes: Uint8Array }> {
  const door = fileDoor(bytes);
  await door.write(planResults(judge(cellsOf(bytes)), { now: new Date(2026, 0, 30), allowErrors: true }));
  const written = cellsOf(door.bytes());
  const edits = editsOf(written);
  for (const step of together ? [edits] : edits.map((fix) => [fix]))
    expect(await door.fix(step)).toMatchObject({ ok: true });
  if (written.sheets.some(({ name }) => name === 'Phụ lục'))
    await door.fix([{ place: { sheet: 'Phụ lục', row: 0, column: 0 }, value: 6.5 }]);
  return { written, bytes: door.bytes() };
}

function formulasOf(book: WorkbookCells): ReadonlyMap<string, Cell> {
  return new Map(
    book.sheets.flatMap(({ name, rows }) =>
      rows.flatMap((cells, row) =>
        (cells ?? []).flatMap((cell, column) =>
          cell?.formula === undefined ? [] : [[`${name}!${cellName({ row, column })}`, cell] as const],
        ),
      ),
    ),
  );
}

withOffice(`every formula of the samples and of their results follows ${String(EDITS)} edits${reason}`, async () => {
  const books = new Map<string, Awaited<ReturnType<typeof edited>>>();
  for (const name of SAMPLES) books.set(name, await edited(sample(name), true));
  books.set('phuluc', await edited(await withAppendix(), true));
  const workshop = openWorkshop();
  try {
    const files = workshop.convert(
      new Map([...books].map(([name, { bytes }]) => [name, withoutStoredValues(bytes)])),
      'xlsx',
    );
    for (const [name, { bytes }] of books) {
      const theirs = formulasOf(cellsOf(readFileSync(files.get(name) ?? '')));
      const ours = formulasOf(cellsOf(bytes));
      expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
      const wrong = [...ours].flatMap(([cell, { formula, value }]) => {
        const other = theirs.get(cell)?.value ?? null;
        return OLD.has(`${name} ${cell}`) || (value !== null && isSameValue(value, other))
          ? []
          : [{ name, cell, formula, value, other }];
      });
      expect(wrong).toEqual([]);
    }
  } finally {
    workshop.close();
  }
});

test('totals, ranks and the line of changes of the results are others after the edits, and none is left out', async () => {
  const { written, bytes } = await edited(sample('B'), false);
  const [before, after] = [formulasOf(written), formulasOf(cellsOf(bytes))];
  const results = [...after].filter(([cell]) => cell.startsWith('Kết quả!'));
  const changed = (pattern: RegExp) =>
    results.filter(([cell, { formula, value }]) => pattern.test(formula ?? '') && value !== before.get(cell)?.value);
  expect(results.filter(([, { value }]) => value === null)).toEqual([]);
  expect(changed(/^ROUND\(ROUND\(SUM/).length).toBeGreaterThanOrEqual(4);
  expect(changed(/^SUBSTITUTE\(FIXED/).length).toBeGreaterThanOrEqual(5);
  expect(changed(/^1\+SUMPRODUCT/).length).toBeGreaterThanOrEqual(2);
  expect(after.get('Kết quả!A8')?.value).toBe(CHANGED);
});
