/** Results that cannot be written into the open workbook, as one of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExcelDoor } from '../../src/excel';
import { openNewWorkbook } from '../../src/excel/new-workbook';
import { resultsApart } from '../../src/pane/report/apart';
import { judge, runJob } from '../../src/workbook/job';
import { readWorkbook } from '../../src/xlsx';
import { loadBook } from '../excel-host/file';
import { contents, openHost, sampleBook } from './support';

const NOW = new Date(2026, 0, 30, 14, 5);

test('a locked structure: the results open beside it, with the values that the formulas would have', async () => {
  const book = loadBook(readFileSync(join(__dirname, '../../assets/samples/A.xlsx')));
  book.structureProtected = true;
  const host = openHost(book);
  const before = book.sheets.map((sheet) => [sheet.name, contents(sheet)]);
  const door = createExcelDoor();
  expect(await runJob(door, { now: NOW })).toMatchObject({ ok: false, error: { code: 'structure-protected' } });
  const cells = await door.read();
  if (!cells.ok) throw new Error(cells.error.code);
  expect(await openNewWorkbook(await resultsApart(judge(cells.value), { now: NOW }))).toEqual({
    ok: true,
    value: undefined,
  });
  expect(book.sheets.map((sheet) => [sheet.name, contents(sheet)])).toEqual(before);
  const opened = readWorkbook(Buffer.from(host.book.opened[0] ?? '', 'base64'));
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.value.sheets.map(({ name }) => name)).toEqual([
    'Kết quả',
    'Báo cáo',
    'Kiểm tra',
    'Giải trình',
    'Nhật ký',
  ]);
  const inside = opened.value.sheets.flatMap(({ rows }) =>
    rows.flatMap((row) => (row ?? []).filter((cell) => cell !== undefined)),
  );
  expect(inside.filter(({ formula }) => formula !== undefined)).toEqual([]);
  const totals = judge(cells.value).evaluation.units.map(({ total }) => Number(total));
  expect(totals.length).toBe(8);
  expect(totals.filter((total) => !inside.some(({ value }) => value === total))).toEqual([]);
});

test('where Excel refuses, it says why', async () => {
  const host = openHost(sampleBook(3, 3));
  host.faults.push({
    kind: 'error',
    code: 'AccessDenied',
    when: ({ member }) => member === 'Application.createWorkbook()',
  });
  expect(await openNewWorkbook(new Uint8Array([80, 75]))).toMatchObject({
    ok: false,
    error: { code: 'excel-no-permission' },
  });
  expect(host.book.opened).toEqual([]);
  Reflect.deleteProperty(globalThis, 'Excel');
  expect(await openNewWorkbook(new Uint8Array([80, 75]))).toEqual({ ok: false, error: { code: 'excel-missing' } });
});
