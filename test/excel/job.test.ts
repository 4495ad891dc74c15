/** The whole job through Excel, on real workbooks: the same book, the same results as from the file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExcelDoor } from '../../src/excel';
import { REGULATIONS } from '../../src/regulations';
import { createWorkbook } from '../../src/workbook/create';
import { judge, runJob } from '../../src/workbook/job';
import { evaluationJson } from '../../src/workbook/json';
import { findOutput, isUnfinished, parseStamp, UNFINISHED } from '../../src/sheets/stamp';
import { fileDoor, readWorkbook } from '../../src/xlsx';
import { loadBook, saveBook } from '../excel-host/file';
import type { BookModel } from '../excel-host/model';
import { contents, lightness, openHost } from './support';

const SAMPLES = ['A', 'B', 'C', 'D', 'E', 'co-loi'];
const sample = (name: string): Uint8Array => readFileSync(join(__dirname, `../../assets/samples/${name}.xlsx`));
const NOW = new Date(2026, 0, 30, 14, 5);

function judgedFile(bytes: Uint8Array) {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return judge(read.value);
}

/** Merged data can only be seen in a file: reading merges in Excel clears the undo history. */
const withoutMerges = (json: object): string =>
  JSON.stringify(json).replace(/\{"code":"merged-data".*?\}(?=[,\]])/g, '');

test.each(SAMPLES)('%s: Excel and the file give the same book, issues, ranks and awards', async (name) => {
  const host = openHost(loadBook(sample(name)));
  const read = await createExcelDoor().read();
  if (!read.ok) throw new Error(read.error.code);
  expect([host.syncs, lightness(host) <= 2.4]).toEqual([3, true]);
  const [inExcel, inFile] = [judge(read.value), judgedFile(sample(name))];
  expect(inExcel.fingerprint).toBe(inFile.fingerprint);
  const json = (judgement: typeof inExcel) =>
    withoutMerges(evaluationJson(judgement.book, judgement.evaluation, judgement.fingerprint, name, 'vi'));
  expect(json(inExcel)).toBe(json(inFile));
});

test.each(['A', 'D'])('%s: read, judge and write in at most 3 + 3 round trips, twice the same', async (name) => {
  const book = loadBook(sample(name));
  const host = openHost(book);
  const door = createExcelDoor();
  for (let round = 0; round < 2; round += 1) {
    const before = host.syncs;
    const done = await runJob(door, { now: NOW });
    if (!done.ok) throw new Error(`${done.error.code} ${done.error.sheet ?? ''} ${done.error.detail ?? ''}`);
    expect(host.syncs - before).toBeLessThanOrEqual(6);
    expect(done.value.plans.map((plan) => plan.name)).toContain('Kết quả');
  }
  expect([host.emptyLoads, host.references.size]).toEqual([0, 0]);
  expect(host.notes.filter((note) => note.startsWith('undo-cleared'))).toEqual([]);
});

describe('a workbook as people leave it: the whole job twice, in 3 + 3 round trips, and nothing of theirs changes', () => {
  const STATES: readonly (readonly [string, (book: BookModel) => void])[] = [
    [
      'a million formatted empty rows on every sheet',
      (book) => {
        for (const sheet of book.sheets) sheet.formatted = { top: 0, left: 0, bottom: 999_999, right: 50 };
      },
    ],
    [
      '200 sheets',
      (book) => {
        for (let number = book.sheets.length; number < 195; number += 1)
          book.addSheet(`Phụ lục ${String(number)}`).put(0, 0, { value: 'x' });
      },
    ],
    [
      'very hidden sheets',
      (book) => {
        book.addSheet('Tạm').visibility = 'VeryHidden';
        Object.assign(book.sheet('Khen thưởng') ?? {}, { visibility: 'VeryHidden' });
      },
    ],
    [
      'protected input sheets',
      (book) => {
        for (const sheet of book.sheets) sheet.isProtected = true;
      },
    ],
    [
      'a sheet named almost like ours, and a name of the whole workbook like our stamp',
      (book) => {
        book.addSheet('Kết  quả').put(0, 0, { value: 'của tôi' });
        book.names.push({ name: 'thidua_stamp', formula: '="của tôi"', visible: true });
      },
    ],
    [
      'tables over the inputs',
      (book) => {
        for (const sheet of book.sheets) sheet.tables.push({ top: 0, left: 0, bottom: 20, right: 6 });
      },
    ],
  ];

  test.each(STATES)('%s', async (_, leave) => {
    const book = loadBook(sample('A'));
    leave(book);
    const host = openHost(book);
    const door = createExcelDoor();
    const theirs = book.sheets.map((sheet) => sheet.name);
    const look = (): unknown =>
      theirs
        .map((name) => book.sheet(name))
        .map((sheet) => [contents(sheet), sheet?.visibility, sheet?.isProtected, sheet?.looks.length, sheet?.names]);
    const before = look();
    for (let round = 0; round < 2; round += 1) {
      const syncs = host.syncs;
      const done = await runJob(door, { now: NOW });
      if (!done.ok) throw new Error(`${done.error.code} ${done.error.sheet ?? ''}`);
      expect(host.syncs - syncs).toBeLessThanOrEqual(6);
    }
    expect(look()).toEqual(before);
    expect(book.sheet('Kết quả')?.names.map(({ name }) => name)).toEqual(['thidua_block', 'thidua_stamp']);
    expect(host.notes.filter((note) => note.startsWith('undo-cleared'))).toEqual([]);
  });

  test('a locked structure: refused before anything is written', async () => {
    const book = loadBook(sample('A'));
    book.structureProtected = true;
    const host = openHost(book);
    const before = book.sheets.map((sheet) => [sheet.name, contents(sheet)]);
    expect(await runJob(createExcelDoor(), { now: NOW })).toEqual({
      ok: false,
      error: { code: 'structure-protected' },
    });
    expect(book.sheets.map((sheet) => [sheet.name, contents(sheet)])).toEqual(before);
    expect(host.trips.flatMap((trip) => trip.actions).filter((action) => action.endsWith('='))).toEqual([]);
  });
});

test('manual calculation: the workbook is calculated before it is read, and the list of findings says what to do', async () => {
  const book = loadBook(sample('A'));
  book.calculationMode = 'Manual';
  const host = openHost(book);
  const done = await runJob(createExcelDoor(), { now: NOW });
  if (!done.ok) throw new Error(done.error.code);
  expect(done.value.judgement.evaluation.issues.filter(({ code }) => code === 'manual-calculation')).toMatchObject([
    { severity: 'warning', place: { sheet: 'Thông tin', row: 0, column: 0 } },
  ]);
  const actions = host.trips.flatMap((trip) => trip.actions);
  expect(actions.indexOf('Application.calculate()')).toBeLessThan(actions.indexOf('Range.load'));
  expect(
    [...(book.sheet('Kiểm tra')?.cells.values() ?? [])].some(({ value }) => String(value).includes('tính thủ công')),
  ).toBe(true);
});

test('the results saved from Excel are known in the file, fresh and for the same scores', async () => {
  const book = loadBook(sample('A'));
  openHost(book);
  const done = await runJob(createExcelDoor(), { now: NOW });
  if (!done.ok) throw new Error(done.error.code);
  const reread = judgedFile(saveBook(book));
  expect(reread.fingerprint).toBe(done.value.judgement.fingerprint);
  const stamps = reread.cells.sheets.flatMap((sheet) => parseStamp(sheet.stamp) ?? []);
  expect(stamps.map((stamp) => [stamp.sheet, stamp.fingerprint === reread.fingerprint])).toEqual(
    done.value.plans.map((plan) => [parseStamp(plan.stamp)?.sheet, true]),
  );
});

test('results left half-written in Excel, saved and opened as a file: the next writing there makes them whole', async () => {
  const book = loadBook(sample('A'));
  const host = openHost(book);
  expect((await runJob(createExcelDoor(), { now: NOW })).ok).toBe(true);
  host.faults.push({
    kind: 'error',
    code: 'GeneralException',
    times: 99,
    when: ({ member }) => member === 'Range.formulas=',
  });
  expect(await runJob(createExcelDoor(), { now: NOW })).toMatchObject({ ok: false, error: { halfWritten: true } });
  expect(book.sheet('Kết quả')?.cell(0, 0)?.value).toBe(UNFINISHED);
  const door = fileDoor(saveBook(book));
  const done = await runJob(door, { now: NOW });
  if (!done.ok) throw new Error(`${done.error.code} ${done.error.sheet ?? ''}`);
  expect(judgedFile(door.bytes()).cells.sheets.filter(isUnfinished)).toEqual([]);
  expect(findOutput(judgedFile(door.bytes()).cells, 'results')?.name).toBe('Kết quả');
});

test('a new standard workbook is made inside Excel and reads back as one', async () => {
  const host = openHost(loadBook(sample('A')));
  host.book.sheets.length = 0;
  host.book.addSheet('Trang tính1');
  const door = createExcelDoor();
  const made = await door.write(
    createWorkbook(REGULATIONS[0], [
      { code: 'DV1', name: 'Sở Nội vụ' },
      { code: '01', name: '=Sở Tư pháp' },
    ]),
  );
  expect(made).toEqual({ ok: true, value: undefined });
  expect(host.syncs).toBeLessThanOrEqual(3);
  const read = await door.read();
  if (!read.ok) throw new Error(read.error.code);
  const { book, evaluation } = judge(read.value);
  expect(book.units.map((unit) => [unit.id, unit.name])).toEqual([
    ['DV1', 'Sở Nội vụ'],
    ['01', '=Sở Tư pháp'],
  ]);
  expect([
    ...new Set(evaluation.issues.filter((issue) => issue.severity === 'error').map((issue) => issue.code)),
  ]).toEqual(['score-missing']);
});
