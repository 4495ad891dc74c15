/** What users add to our sheets in Excel, and what they do to them: kept, or undone before the results go in. */
import { createExcelDoor } from '../../src/excel';
import type { BookModel } from '../excel-host/model';
import { contents, fill, openHost, resultPlan, sampleBook } from './support';

const NOW = new Date(2026, 1, 2, 8, 30);

/** A workbook with results of ours for three units, and the door that wrote them. */
async function written(change: (book: BookModel) => void = () => undefined) {
  const book = sampleBook(3, 3);
  const host = openHost(book, { calculate: () => 91.5 });
  const door = createExcelDoor();
  await door.write([resultPlan('Kết quả', 3)]);
  change(book);
  return { book, host, door, results: () => book.sheet('Kết quả') };
}

/** Beside the table, below it, and over the name of the second unit; the third one's row is needed when a unit comes. */
const type = (book: BookModel): void => {
  const sheet = book.sheet('Kết quả');
  sheet?.put(2, 7, { value: 'bên' });
  sheet?.put(20, 1, { value: 'dưới' });
  sheet?.put(3, 1, { value: 'gõ đè' });
  sheet?.put(6, 0, { value: '=vướng' });
};

test('nothing added: nobody is asked', async () => {
  const { door, book } = await written();
  expect(await door.write([resultPlan('Kết quả', 5)], { ask: true })).toEqual({ ok: true, value: undefined });
  expect(book.sheet('Ghi chú cũ')).toBeUndefined();
});

test('what was added is told before anything is written', async () => {
  const { door, results, host } = await written(type);
  const before = contents(results());
  const syncs = host.syncs;
  expect(await door.write([resultPlan('Kết quả', 4)], { ask: true })).toEqual({
    ok: false,
    error: { code: 'sheet-additions', additions: [{ sheet: 'Kết quả', beside: 2, moved: 2, objects: 0 }] },
  });
  expect(contents(results())).toEqual(before);
  expect(host.syncs - syncs).toBeLessThanOrEqual(2);
});

test('it is kept in its place, or copied to the sheet of old notes, within three round trips', async () => {
  const { door, results, book, host } = await written(type);
  const syncs = host.syncs;
  expect((await door.write([resultPlan('Kết quả', 4)], { now: NOW })).ok).toBe(true);
  expect(host.syncs - syncs).toBeLessThanOrEqual(3);
  expect([results()?.cell(2, 7)?.value, results()?.cell(20, 1)?.value, results()?.cell(3, 1)?.value]).toEqual([
    'bên',
    'dưới',
    'Sở thứ 2',
  ]);
  const notes = book.sheet('Ghi chú cũ');
  expect([0, 1, 2].map((row) => [0, 1, 2, 3].map((column) => notes?.cell(row, column)?.value))).toEqual([
    ['Lúc', 'Trang tính', 'Ô', 'Đã ghi'],
    ['2026-02-02 08:30', 'Kết quả', 'B4', 'gõ đè'],
    ['2026-02-02 08:30', 'Kết quả', 'A7', '=vướng'],
  ]);
  expect(notes?.cell(2, 3)?.formula).toBeUndefined();
  expect(await door.write([resultPlan('Kết quả', 4)], { ask: true })).toMatchObject({
    error: { additions: [{ beside: 2, moved: 0 }] },
  });
});

test('lists, conditional formats and heights of rows that the user laid on our sheet stay, and the paper that he chose', async () => {
  const { door, results } = await written();
  const sheet = results();
  const area = { top: 2, left: 1, bottom: 4, right: 1 };
  sheet?.validations.push({ area, bag: new Map([['của', 'người dùng']]) });
  sheet?.conditionals.push({ area, bag: new Map([['của', 'người dùng']]) });
  sheet?.looks.push({ area: { top: 20, left: 0, bottom: 20, right: 16383 }, path: 'rowHeight', value: 60 });
  expect([sheet?.bag.get('page.paperSize'), sheet?.bag.has('page.margins')]).toEqual(['A4', true]);
  sheet?.bag.set('page.paperSize', 'A3');
  sheet?.bag.set('page.orientation', 'Portrait');
  expect((await door.write([resultPlan('Kết quả', 5)], { now: NOW })).ok).toBe(true);
  const after = results();
  expect([after?.validations.length, after?.conditionals.length]).toEqual([1, 1]);
  expect(
    after?.looks.filter(({ path, area: where }) => path === 'rowHeight' && where.top === 20).map(({ value }) => value),
  ).toEqual([60]);
  expect([after?.bag.get('page.paperSize'), after?.bag.get('page.orientation')]).toEqual(['A3', 'Portrait']);
});

test('the sheet of old notes only grows; protected, it stops the writing', async () => {
  const { door, book } = await written(type);
  await door.write([resultPlan('Kết quả', 4)], { now: NOW });
  book.sheet('Kết quả')?.put(3, 1, { value: 'nữa' });
  fill(book.sheet('Ghi chú cũ') ?? book.addSheet('x'), [['của tôi']], 5, 0);
  await door.write([resultPlan('Kết quả', 4)], { now: NOW });
  expect([5, 6].map((row) => book.sheet('Ghi chú cũ')?.cell(row, row === 5 ? 0 : 3)?.value)).toEqual([
    'của tôi',
    'nữa',
  ]);
  book.sheet('Kết quả')?.put(3, 1, { value: 'khóa' });
  const notes = book.sheet('Ghi chú cũ');
  if (notes) notes.isProtected = true;
  expect(await door.write([resultPlan('Kết quả', 4)])).toEqual({
    ok: false,
    error: { code: 'sheet-protected', sheet: 'Ghi chú cũ' },
  });
  expect(book.sheet('Kết quả')?.cell(3, 1)?.value).toBe('khóa');
});

test('comments, charts and shapes are asked for and stay', async () => {
  const { door, results } = await written((book) => {
    const sheet = book.sheet('Kết quả');
    if (sheet) sheet.comments = 2;
    sheet?.charts.push(new Map([['name', 'Của tôi']]));
    // Excel counts charts among the shapes, as a kind without a name.
    sheet?.shapes.push('GeometricShape', 'Unsupported');
  });
  expect(await door.write([resultPlan('Kết quả', 3)], { ask: true })).toMatchObject({
    error: { additions: [{ beside: 0, moved: 0, objects: 4 }] },
  });
  expect((await door.write([resultPlan('Kết quả', 4)])).ok).toBe(true);
  expect([results()?.comments, results()?.charts.length, results()?.shapes.length]).toEqual([2, 1, 2]);
});

test("after a failure everything that was typed is back, and is still the user's", async () => {
  const { door, results, host } = await written(type);
  const before = contents(results());
  host.faults.push({ kind: 'error', code: 'GeneralException', when: ({ member }) => member === 'Range.merge()' });
  expect((await door.write([resultPlan('Kết quả', 4)], { now: NOW })).ok).toBe(false);
  host.faults.length = 0;
  expect(contents(results())).toEqual(before);
  expect(await door.write([resultPlan('Kết quả', 4)], { ask: true })).toMatchObject({
    error: { additions: [{ beside: 2, moved: 2 }] },
  });
});

test('a filter, hidden rows and columns, and merged cells are undone before the results go in', async () => {
  const { door, results } = await written((book) => {
    const sheet = book.sheet('Kết quả');
    if (!sheet) return;
    sheet.isFiltered = true;
    sheet.hiddenRows.add(3);
    sheet.hiddenColumns.add(1);
    sheet.merges.push({ top: 3, left: 0, bottom: 4, right: 0 });
  });
  expect((await door.write([resultPlan('Kết quả', 3)])).ok).toBe(true);
  expect([
    results()?.isFiltered,
    results()?.hiddenRows.size,
    results()?.hiddenColumns.size,
    results()?.cell(4, 0)?.value,
  ]).toEqual([false, 0, 0, 3]);
  expect(results()?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 4 }]);
});

test.each(['Worksheet.comments', 'CommentCollection.getCount()', 'ShapeCollection.load', 'AutoFilter.load'])(
  'an Excel that does not know %s is written to all the same',
  async (member) => {
    const { door, results, host } = await written(type);
    host.faults.push({ kind: 'error', code: 'ApiNotFound', when: (moment) => moment.member === member });
    expect((await door.write([resultPlan('Kết quả', 4)])).ok).toBe(true);
    expect(results()?.cell(2, 7)?.value).toBe('bên');
  },
);

test.each([
  [1, true],
  [2, false],
])('a sheet that goes away while it is read, %i times: read again once, then said', async (times, ok) => {
  const { door, host } = await written();
  host.faults.push({ kind: 'error', code: 'ItemNotFound', times, when: ({ member }) => member === 'Range.load' });
  const read = await door.read();
  expect(read.ok || read.error.code).toBe(ok || 'sheet-gone');
  expect(host.faults[0]?.times).toBe(0);
});
