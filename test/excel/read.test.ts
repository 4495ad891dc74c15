import { createExcelDoor } from '../../src/excel';
import type { WorkbookCells } from '../../src/sheets/cells';
import { cellAt } from '../../src/sheets/cells';
import { judge } from '../../src/workbook/judgement';
import { BookModel } from '../excel-host/model';
import { fill, lightness, openHost, sampleBook, pause } from './support';

async function readAll(): Promise<WorkbookCells> {
  const result = await createExcelDoor().read();
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail ?? ''}`);
  return result.value;
}
const sheetOf = (cells: WorkbookCells, name: string) => {
  const sheet = cells.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(name);
  return sheet;
};

describe('round trips and weight', () => {
  test.each([
    [7, 30],
    [24, 80],
    [40, 200],
  ])('%i units × %i criteria: at most 3 round trips, none forgotten, no handle kept', async (units, criteria) => {
    const host = openHost(sampleBook(units, criteria));
    const cells = await readAll();
    expect(cellAt(sheetOf(cells, 'Chấm điểm'), criteria + 1, units * 3 + 2)?.value).toEqual(expect.any(Number));
    await pause(5);
    expect(host.syncs).toBeLessThanOrEqual(3);
    expect([host.emptyLoads, host.references.size]).toEqual([0, 0]);
    expect(host.trips.length).toBe(host.syncs); // no handle was kept, so none has to be given back in a request of its own
    expect(lightness(host)).toBeLessThanOrEqual(2.4); // with every format of the input sheets
  });

  test('the same number of round trips for every size', async () => {
    const counts = [];
    for (const [units, criteria] of [
      [7, 30],
      [24, 80],
      [40, 200],
    ] as const) {
      const host = openHost(sampleBook(units, criteria));
      await readAll();
      counts.push(host.syncs);
    }
    expect(new Set(counts).size).toBe(1);
  });
});

test('values, formulas, errors and blanks come as they are, wherever the block begins', async () => {
  const book = new BookModel();
  const sheet = book.addSheet('Đơn vị');
  fill(
    sheet,
    [
      ['Mã', 1.5, true, null, '#REF!'],
      [null, '=B3*2', '', 'a', '=1/0'],
    ],
    2,
    1,
  );
  sheet.put(3, 5, { formula: '=1/0', value: '#DIV/0!' });
  sheet.put(4, 1, { value: '=không phải công thức' });
  openHost(book);
  const { rows } = sheetOf(await readAll(), 'Đơn vị');
  expect(rows[0]).toBeUndefined();
  expect(rows[2]?.slice(1)).toEqual([
    { value: 'Mã' },
    { value: 1.5 },
    { value: true },
    undefined,
    { value: { error: '#REF!' } },
  ]);
  expect(rows[3]?.slice(1)).toEqual([
    undefined,
    { value: 7.5, formula: 'B3*2' },
    undefined,
    { value: 'a' },
    { value: { error: '#DIV/0!' }, formula: '1/0' },
  ]);
  expect(rows[4]?.[1]).toEqual({ value: '=không phải công thức' });
});

describe('number formats', () => {
  test('are read wherever something stands in an input sheet: a format may show something else than what counts', async () => {
    const book = sampleBook(24, 80);
    const scores = book.sheet('Chấm điểm');
    scores?.put(5, 20, { value: 0.9, format: '0%' });
    scores?.put(6, 21, { value: 46023, format: 'dd/mm/yyyy' });
    scores?.put(7, 0, { value: 1.1, format: '0.00' });
    scores?.put(8, 40, { value: 7.25, format: '0.00' });
    openHost(book);
    const sheet = sheetOf(await readAll(), 'Chấm điểm');
    expect([cellAt(sheet, 5, 20), cellAt(sheet, 6, 21), cellAt(sheet, 7, 0), cellAt(sheet, 8, 40)]).toEqual([
      { value: 0.9, format: '0%' },
      { value: 46023, format: 'dd/mm/yyyy' },
      { value: 1.1, format: '0.00' },
      { value: 7.25, format: '0.00' },
    ]);
  });

  test('are read for units’ codes in a header row, and for codes wherever their column stands', async () => {
    const book = sampleBook(24, 80);
    const scores = book.sheet('Chấm điểm');
    for (const column of [3, 6, 69]) scores?.put(0, column, { value: 7, format: '000' });
    const data = book.addSheet('Số liệu');
    fill(data, [
      ...Array.from({ length: 30 }, () => [null]),
      ['Chỉ tiêu', 'Thực hiện', 'Số lần', 'Minh chứng', 'Giải trình', 'Mã đơn vị'],
      ...Array.from({ length: 60 }, (_, row) => [50 + row, 40, 30, 'x', 'y', 9]),
    ]);
    for (const row of [31, 60, 90]) data.put(row, 5, { value: 9, format: '000' });
    openHost(book);
    const cells = await readAll();
    const [read, units] = [sheetOf(cells, 'Chấm điểm'), sheetOf(cells, 'Số liệu')];
    expect([3, 6, 69].map((column) => cellAt(read, 0, column)?.format)).toEqual(['000', '000', '000']);
    expect([31, 60, 90].map((row) => cellAt(units, row, 5)?.format)).toEqual(['000', '000', '000']);
  });

  test('of a small sheet are all read', async () => {
    const book = new BookModel();
    fill(book.addSheet('Điều kiện'), [
      ['Mã', 'Giá trị'],
      ['DK1', 1.2],
    ]);
    book.sheet('Điều kiện')?.put(1, 1, { format: '0%' });
    openHost(book);
    expect(cellAt(sheetOf(await readAll(), 'Điều kiện'), 1, 1)).toEqual({ value: 1.2, format: '0%' });
  });
});

describe('the calendar of 1904', () => {
  /** 15/01/2026 is 46037 in the calendar of 1900 and 44575 in that of 1904. */
  const meeting = (day: number, format: string, date1904: boolean): BookModel => {
    const book = sampleBook(3, 3);
    book.date1904 = date1904;
    const info = book.sheet('Thông tin');
    info?.put(4, 0, { value: 'Ngày họp' });
    info?.put(4, 1, { value: day, format });
    return book;
  };

  test.each([
    ['1900', 46037, false, 'dd/mm/yyyy', '2026-01-15'],
    ['1904', 44575, true, 'dd/mm/yyyy', '2026-01-15'],
    ['1904, the year first', 44575, true, 'yyyy-mm-dd', '2026-01-15'],
    ['1904, its last day of a year', 44560, true, 'd/m/yyyy', '2025-12-31'],
    ['1900 at the turn of a year', 46022, false, 'd/m/yyyy', '2025-12-31'],
  ])('%s: %i is read as the day that Excel shows', async (_, day, date1904, format, read) => {
    const host = openHost(meeting(day, format, date1904));
    const cells = await readAll();
    expect(cells.date1904).toBe(date1904);
    expect(judge(cells).book.info.meetingDay).toBe(read);
    expect(host.syncs).toBe(3);
  });

  test('a format that hides the year, and numbers that are no days, tell nothing', async () => {
    const book = meeting(44575, 'dd/mm', true);
    book.sheet('Thông tin')?.put(5, 1, { value: 45000 });
    openHost(book);
    expect((await readAll()).date1904).toBe(false);
  });
});

test('hidden rows, columns and sheets are seen', async () => {
  const book = sampleBook(7, 30);
  const scores = book.sheet('Chấm điểm');
  scores?.hiddenRows.add(4).add(5).add(900);
  scores?.hiddenColumns.add(8);
  const units = book.sheet('Đơn vị');
  for (let row = 0; row < 8; row += 1) units?.hiddenRows.add(row);
  Object.assign(units ?? {}, { visibility: 'VeryHidden' });
  const host = openHost(book);
  const cells = await readAll();
  expect([...sheetOf(cells, 'Chấm điểm').hiddenRows]).toEqual([4, 5]);
  expect([...sheetOf(cells, 'Chấm điểm').hiddenColumns]).toEqual([8]);
  expect(sheetOf(cells, 'Đơn vị').state).toBe('veryHidden');
  expect(sheetOf(cells, 'Đơn vị').hiddenRows.size).toBe(8);
  expect(host.syncs).toBe(3);
});

describe('a long sheet with hidden rows and numbers of every kind', () => {
  const long = (rows: number): BookModel => {
    const book = sampleBook(7, 30);
    const data = book.addSheet('Số liệu');
    fill(data, [
      ['Mã đơn vị', 'Mã tiêu chí', 'Chỉ tiêu', 'Thực hiện', 'Số lần', 'Minh chứng'],
      ...Array.from({ length: rows }, (_, row) => [
        `DV${String(row % 40)}`,
        `I.${String(row % 200)}`,
        row % 3 === 0 ? 0.5 : 12,
        row % 7 === 0 ? 32_000 : 3,
        row % 5,
        `Báo cáo số ${String(row)}/BC-SNV ngày 15/01/2026 của Sở Nội vụ`,
      ]),
    ]);
    data.put(7, 3, { value: 0.9, format: '0%' });
    data.hiddenRows.add(6).add(rows - 3);
    data.hiddenColumns.add(4);
    return book;
  };

  test.each([[100], [500], [8000]])(
    '%i rows: three round trips, a light answer, all hidden lines and formats',
    async (rows) => {
      const host = openHost(long(rows), { limit: 5_000_000 });
      const data = sheetOf(await readAll(), 'Số liệu');
      await pause(5);
      expect([...data.hiddenRows]).toEqual([6, rows - 3]);
      expect([...data.hiddenColumns]).toEqual([4]);
      expect(cellAt(data, 7, 3)).toEqual({ value: 0.9, format: '0%' });
      expect([host.syncs, host.references.size]).toEqual([3, 0]);
      expect(lightness(host)).toBeLessThanOrEqual(2.1); // with every format of the input sheets
      expect(Math.max(...host.trips.map((trip) => trip.requestBytes))).toBeLessThan(200_000);
    },
  );
});

test('stamps and protection are read', async () => {
  const book = sampleBook(3, 3);
  const result = book.addSheet('Kết quả');
  result.names.push({ name: 'thidua_stamp', formula: `="${'a'.repeat(250)}"&"b ""c"""`, visible: false });
  result.isProtected = true;
  book.structureProtected = true;
  openHost(book);
  const cells = await readAll();
  expect(sheetOf(cells, 'Kết quả')).toMatchObject({ stamp: `${'a'.repeat(250)}b "c"`, protected: true, merges: null });
  expect(sheetOf(cells, 'Đơn vị')).toMatchObject({ stamp: null, protected: false });
  expect(cells.structureProtected).toBe(true);
});

describe('bad input', () => {
  test('a million formatted empty rows are not read', async () => {
    const book = sampleBook(7, 30);
    for (const sheet of book.sheets) sheet.formatted = { top: 0, left: 0, bottom: 999_999, right: 50 };
    const host = openHost(book);
    expect(sheetOf(await readAll(), 'Chấm điểm').rows.length).toBeLessThan(40);
    expect(host.trips.reduce((sum, trip) => sum + trip.responseBytes, 0)).toBeLessThan(60_000);
    expect(host.syncs).toBeLessThanOrEqual(3);
  });

  test('200 sheets take no more round trips than four sheets', async () => {
    const book = sampleBook(7, 30);
    for (let index = 0; index < 196; index += 1) fill(book.addSheet(`Phụ lục ${String(index)}`), [['x', 1]]);
    const host = openHost(book);
    expect((await readAll()).sheets).toHaveLength(200);
    expect(host.syncs).toBeLessThanOrEqual(3);
  });

  test('a workbook too large for one answer is read in bands of rows', async () => {
    const big = sampleBook(40, 1500);
    const roomy = openHost(big, { limit: 1_500_000 });
    const cells = await readAll();
    expect(cellAt(sheetOf(cells, 'Chấm điểm'), 1501, 122)?.value).toEqual(expect.any(Number));
    expect(roomy.syncs).toBeGreaterThan(3);
  });

  test('long texts: bands are halved until Excel hands them out', async () => {
    const book = sampleBook(7, 30);
    fill(
      book.addSheet('Giải trình'),
      Array.from({ length: 2000 }, (_, row) => [row, 'x'.repeat(800)]),
    );
    const host = openHost(book, { limit: 1_000_000 });
    expect(cellAt(sheetOf(await readAll(), 'Giải trình'), 1999, 0)?.value).toBe(1999);
    expect(host.emptyLoads).toBe(0);
  });

  test('null instead of values, as Excel on the web answers for what is too large, is no empty sheet', async () => {
    const book = sampleBook(7, 30);
    openHost(book, { mostCells: 100 });
    const cells = await readAll();
    expect(cellAt(sheetOf(cells, 'Chấm điểm'), 31, 23)?.value).toEqual(expect.any(Number));
    expect(sheetOf(cells, 'Tiêu chí').rows.length).toBe(31);
  });

  test('where even one row is too large, it is said so', async () => {
    const book = sampleBook(7, 30);
    fill(book.addSheet('Giải trình'), [['x'.repeat(600_000)]]);
    openHost(book, { limit: 1_000_000 });
    expect(await createExcelDoor().read()).toMatchObject({ ok: false, error: { code: 'excel-too-large' } });
  });

  test("long tables of the user's own: never more asked at once than Excel takes, and what no input sheet can be is not asked", async () => {
    const book = sampleBook(7, 30);
    /** Shares so far apart that each has to be asked for by itself. */
    const scattered = (name: string, rows: number): void =>
      fill(
        book.addSheet(name),
        Array.from({ length: rows }, (_, row) =>
          Array.from({ length: 20 }, (_unused, column) => ((row + column * 5) % 14 === 0 ? 0.5 : 3)),
        ),
      );
    scattered('Năm 2024', 2700);
    scattered('Năm 2025', 2700);
    scattered('Mười năm', 5400);
    fill(book.addSheet('Năm nay'), [[0.5]]);
    book.sheet('Năm 2025')?.put(14, 0, { value: 0.5, format: '0%' });
    book.sheet('Mười năm')?.put(14, 0, { value: 0.5, format: '0%' });
    const host = openHost(book, { limit: 5_000_000 });
    const cells = await readAll();
    expect(['Năm 2025', 'Mười năm'].map((name) => cellAt(sheetOf(cells, name), 14, 0))).toEqual([
      { value: 0.5, format: '0%' },
      { value: 0.5 },
    ]);
    expect(Math.max(...host.trips.map((trip) => trip.requestBytes))).toBeLessThan(4_000_000);
    expect(host.syncs).toBe(4);
  });

  test('manual calculation: everything is calculated before it is read, and the workbook says so', async () => {
    const book = sampleBook(3, 3);
    book.calculationMode = 'Manual';
    const host = openHost(book);
    expect((await readAll()).manualCalculation).toBe(true);
    expect(host.notes).toEqual(['calculate: Recalculate']);
  });

  test('an empty sheet has no rows', async () => {
    const book = new BookModel();
    book.addSheet('Trang tính1');
    openHost(book);
    expect(sheetOf(await readAll(), 'Trang tính1').rows).toEqual([]);
  });
});

describe('when Excel does not play along', () => {
  test.each([
    [5004, 'excel-editing'],
    [5104, 'excel-too-large'],
    [7000, 'excel-no-permission'],
  ])('status %i: %s', async (status, code) => {
    const host = openHost(sampleBook(3, 3));
    host.faults.push({ kind: 'status', status, times: 9, when: () => true });
    expect(await createExcelDoor().read()).toMatchObject({ ok: false, error: { code } });
  });

  test.each([
    ['AccessDenied', 'excel-no-permission'],
    ['GeneralException', 'excel-failed'],
    ['InvalidArgument', 'excel-failed'],
  ])('%s while loading: %s', async (thrown, code) => {
    const host = openHost(sampleBook(3, 3));
    host.faults.push({ kind: 'error', code: thrown, when: ({ member }) => member === 'Range.load' });
    const result = await createExcelDoor().read();
    expect(result).toMatchObject({ ok: false, error: { code, detail: expect.stringContaining(thrown) } });
  });

  test('an Excel without ExcelApi 1.9 members', async () => {
    openHost(sampleBook(3, 3), { version: 3 });
    expect(await createExcelDoor().read()).toMatchObject({ ok: false, error: { code: 'excel-too-old' } });
  });

  test('a cell being edited: the read waits for its end', async () => {
    const host = openHost(sampleBook(3, 3));
    host.editing = true;
    const reading = createExcelDoor().read();
    await pause(20);
    host.editing = false;
    expect((await reading).ok).toBe(true);
  });

  test('silence ends the waiting by itself where no one listens', async () => {
    const host = openHost(sampleBook(3, 3));
    host.faults.push({ kind: 'silence', when: ({ batch }) => batch === 2 });
    expect(await createExcelDoor({ ms: 30 }).read()).toEqual({ ok: false, error: { code: 'excel-silent' } });
  });

  test('a slow answer is announced, can be waited for, and is right', async () => {
    const host = openHost(sampleBook(3, 3));
    host.faults.push({ kind: 'delay', ms: 60, when: ({ batch }) => batch === 2 });
    let announced = 0;
    const result = await createExcelDoor({
      ms: 20,
      onSlow: () => {
        announced += 1;
      },
    }).read();
    expect([result.ok, announced]).toEqual([true, 1]);
  });

  test('after Cancel nothing more is asked of Excel', async () => {
    const host = openHost(sampleBook(3, 3));
    host.faults.push({ kind: 'delay', ms: 60, when: ({ batch }) => batch === 1 });
    const result = await createExcelDoor({ ms: 10, onSlow: (cancel) => cancel() }).read();
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    await pause(80);
    expect(host.syncs).toBe(1);
  });

  test('no Excel at all', async () => {
    Reflect.deleteProperty(globalThis, 'Excel');
    expect(await createExcelDoor().read()).toEqual({ ok: false, error: { code: 'excel-missing' } });
  });
});
