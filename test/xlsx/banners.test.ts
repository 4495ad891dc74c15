/** After an edit nothing old is left standing unmarked: in the file, on the page, and on paper as LibreOffice prints it. */
import { readFileSync } from 'node:fs';
import type { WorkbookChange } from '../../src/rules';
import { CHANGED, isBanner } from '../../src/sheets/banner';
import { cellAt, type Cell, type WorkbookCells } from '../../src/sheets/cells';
import { runJob } from '../../src/workbook/job';
import { parseStamp } from '../../src/sheets/stamp';
import { fileDoor, readWorkbook, writeSheets } from '../../src/xlsx';
import { missingProgram, openWorkshop, resultPagesOf } from '../print/office';

type Edited = ReturnType<typeof fileDoor>;
const cell = (sheet: string, row: number, column: number) => ({ sheet, row, column });
const SCORE = { place: cell('Chấm điểm', 5, 6), value: 13.75 };
/** No total hangs on it, so no formula notices. */
const FACT = { place: cell('Đơn vị', 3, 3), value: 'có' };

/** Sample B with its results written. */
async function written(): Promise<Edited> {
  const door = fileDoor(new Uint8Array(readFileSync('assets/samples/B.xlsx')));
  const done = await runJob(door, { now: new Date(2026, 0, 5) });
  if (!done.ok) throw new Error(done.error.code);
  return door;
}

async function edited(door: Edited, change: WorkbookChange): Promise<readonly WorkbookChange[]> {
  const done = await door.fix([change]);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

function cellsIn(bytes: Uint8Array): WorkbookCells {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const banners = (bytes: Uint8Array): (readonly [string | undefined, Cell['value']])[] =>
  cellsIn(bytes).sheets.flatMap(({ stamp, rows }) =>
    rows.flatMap((row) =>
      (row ?? []).flatMap((one) => (isBanner(one) ? [[parseStamp(stamp)?.sheet, one?.value ?? null] as const] : [])),
    ),
  );
const all = (text: string) => [
  ['results', text],
  ['report', text],
  ['explanations', text],
];

test('the line stands on every sheet of results, and says nothing while they are right', async () => {
  expect(banners((await written()).bytes())).toEqual(all(''));
});

test.each([
  ['a score', SCORE],
  ['a fact that no formula looks at', FACT],
])('an edit of %s sets it; taking the edit back takes it down', async (_, change) => {
  const door = await written();
  const back = await edited(door, change);
  expect(banners(door.bytes())).toEqual(all(CHANGED));
  await edited(door, back[0] ?? change);
  expect(banners(door.bytes())).toEqual(all(''));
});

test('two edits of which one is taken back: the line stays', async () => {
  const door = await written();
  await edited(door, FACT);
  const [back] = await edited(door, SCORE);
  await edited(door, back ?? SCORE);
  expect(banners(door.bytes())).toEqual(all(CHANGED));
});

test('whoever calculates the workbook anew leaves the line standing', async () => {
  const door = await written();
  await edited(door, FACT);
  const formulas = cellsIn(door.bytes()).sheets.flatMap(({ rows }) =>
    rows.flatMap((row) => (row ?? []).flatMap((one) => (isBanner(one) ? [one?.formula] : []))),
  );
  for (const formula of formulas) expect(formula).toMatch(/^IF\(TRUE,"ĐIỂM ĐÃ ĐỔI – TÍNH LẠI",IFERROR\(.*\)\)$/);
});

test('written again, the line is as new', async () => {
  const door = await written();
  await edited(door, SCORE);
  const again = await runJob(door, { now: new Date(2026, 0, 6) });
  expect(again.ok).toBe(true);
  expect(banners(door.bytes())).toEqual(all(''));
});

test('no stored value that depends on the score survives, in any sheet; others do', async () => {
  const door = await written();
  const before = cellsIn(door.bytes());
  await edited(door, SCORE);
  const after = cellsIn(door.bytes());
  const unit =
    before.sheets
      .find(({ name }) => name === 'Kết quả')
      ?.rows.findIndex((row) => row?.[1]?.value === 'Thanh tra tỉnh') ?? -1;
  const results = (cells: WorkbookCells) =>
    cells.sheets
      .find(({ name }) => name === 'Kết quả')
      ?.rows[unit]?.filter((one) => one?.formula !== undefined)
      .map((one) => one?.value);
  expect(results(before)?.every((value) => typeof value === 'number' || /^\d+(?:,\d+)?$/u.test(String(value)))).toBe(
    true,
  );
  expect(results(after)).not.toContain(null);
  expect(results(after)).not.toEqual(results(before));
  const kept = before.sheets.flatMap((sheet, index) =>
    sheet.rows.flatMap((row, at) =>
      (row ?? []).flatMap((one, column) =>
        one?.formula !== undefined &&
        after.sheets[index] !== undefined &&
        cellAt(after.sheets[index], at, column)?.value === one.value
          ? [one]
          : [],
      ),
    ),
  );
  expect(kept.length).toBeGreaterThan(50);
});

test('a workbook without results of ours is left as the edit made it', () => {
  const read = cellsIn(new Uint8Array(readFileSync('assets/samples/B.xlsx')));
  expect(read.sheets.some(({ stamp }) => stamp !== null)).toBe(false);
  expect(writeSheets(new Uint8Array(readFileSync('assets/samples/B.xlsx')), []).ok).toBe(true);
});

const missing = missingProgram();
(missing === null ? test : test.skip)(
  `as LibreOffice prints it${missing === null ? '' : ` (${missing} is not installed)`}`,
  async () => {
    const door = await written();
    const fresh = door.bytes();
    await edited(door, SCORE);
    const workshop = openWorkshop();
    try {
      const pdfs = workshop.convert(
        new Map([
          ['fresh', fresh],
          ['edited', door.bytes()],
        ]),
        'pdf',
      );
      const pages = (name: string): string[] => resultPagesOf(pdfs.get(name) ?? '');
      // The unit's total on paper is 97,35 before; whatever page still says so after the edit says that it is old.
      const old = pages('fresh').filter((page) => page.includes('97,35'));
      expect(old.length).toBeGreaterThan(2);
      expect(old.filter((page) => page.includes(CHANGED))).toEqual([]);
      expect(pages('edited').filter((page) => page.includes('97,35') && !page.includes(CHANGED))).toEqual([]);
      const [results = ''] = pages('edited');
      expect(results).toContain(CHANGED);
      expect(results).toContain('87,35');
    } finally {
      workshop.close();
    }
  },
);
