/** Showing, fixing, listening. */
import { createExcelDoor } from '../../src/excel';
import type { Place } from '../../src/rules';
import type { HostOptions } from '../excel-host/host';
import { openHost, pause, resultPlan, sampleBook, until } from './support';

const at = (sheet: string, row: number, column: number): Place => ({ sheet, row, column });

describe('show', () => {
  test('the sheet becomes active and the cell selected', async () => {
    const host = openHost(sampleBook(3, 3));
    expect(await createExcelDoor().show(at('Chấm điểm', 6, 2))).toEqual({ ok: true, value: undefined });
    expect([host.book.active, host.book.selected, host.syncs]).toEqual([3, "'Chấm điểm'!C7", 2]);
  });
  test.each([
    ['a hidden sheet stays hidden', 'Hidden', 'Đơn vị', 'sheet-hidden'],
    ['a very hidden sheet stays hidden', 'VeryHidden', 'Đơn vị', 'sheet-hidden'],
    ['a sheet that is gone', 'Visible', 'Đã xóa', 'sheet-gone'],
  ] as const)('%s', async (_, visibility, name, code) => {
    const book = sampleBook(3, 3);
    Object.assign(book.sheet('Đơn vị') ?? {}, { visibility });
    openHost(book);
    expect(await createExcelDoor().show(at(name, 0, 0))).toEqual({ ok: false, error: { code, sheet: name } });
    expect([book.active, book.sheet('Đơn vị')?.visibility]).toEqual([0, visibility]);
  });
});

describe('fix', () => {
  test('changes the cells, returns what they held, and can be undone to the formula', async () => {
    const book = sampleBook(3, 3);
    const scores = book.sheet('Chấm điểm');
    scores?.put(2, 3, { value: '9,5' });
    scores?.put(3, 3, { value: 7, formula: '=D3+1' });
    const host = openHost(book, { calculate: () => 7 });
    const door = createExcelDoor();
    const done = await door.fix([
      { place: at('Chấm điểm', 2, 3), value: 9.5 },
      { place: at('Chấm điểm', 3, 3), value: '20% đơn vị' },
      { place: at('Chấm điểm', 9, 9), value: true },
    ]);
    expect(done).toEqual({
      ok: true,
      value: [
        { place: at('Chấm điểm', 2, 3), value: '9,5' },
        { place: at('Chấm điểm', 3, 3), value: 7, formula: 'D3+1' },
        { place: at('Chấm điểm', 9, 9), value: '' },
      ],
    });
    expect([scores?.cell(2, 3), scores?.cell(3, 3), scores?.cell(9, 9)]).toEqual([
      { value: 9.5 },
      { value: '20% đơn vị' },
      { value: true },
    ]);
    expect(host.syncs).toBe(3);
    if (done.ok) await door.fix(done.value);
    expect([scores?.cell(2, 3), scores?.cell(3, 3), scores?.cell(9, 9)]).toEqual([
      { value: '9,5' },
      { value: 7, formula: '=D3+1' },
      undefined,
    ]);
  });

  test('a number put into a text cell is a number', async () => {
    const book = sampleBook(3, 3);
    book.sheet('Chấm điểm')?.put(2, 3, { value: '9.5', format: '@' });
    openHost(book);
    await createExcelDoor().fix([{ place: at('Chấm điểm', 2, 3), value: 9.5 }]);
    expect(book.sheet('Chấm điểm')?.cell(2, 3)).toEqual({ value: 9.5 });
  });

  test.each([['=HYPERLINK("http://x")'], ['+1'], ['@x'], ['-2'], ['01'], ['1/2'], ['TRUE']])(
    'the text %s stays a text',
    async (text) => {
      const book = sampleBook(3, 3);
      openHost(book);
      await createExcelDoor().fix([{ place: at('Đơn vị', 1, 1), value: text }]);
      expect(book.sheet('Đơn vị')?.cell(1, 1)).toEqual({ value: text });
    },
  );

  test('a locked cell of a protected sheet: refused, nothing changed, nothing unprotected', async () => {
    const book = sampleBook(3, 3);
    Object.assign(book.sheet('Đơn vị') ?? {}, { isProtected: true });
    const host = openHost(book);
    const result = await createExcelDoor().fix([
      { place: at('Chấm điểm', 2, 3), value: 1 },
      { place: at('Đơn vị', 1, 1), value: 'x' },
    ]);
    expect(result).toEqual({ ok: false, error: { code: 'sheet-protected', sheet: 'Đơn vị' } });
    expect([book.sheet('Chấm điểm')?.cell(2, 3)?.value, book.sheet('Đơn vị')?.isProtected, host.notes]).toEqual([
      5,
      true,
      [],
    ]);
  });

  test('an open cell of a protected sheet may be fixed', async () => {
    const book = sampleBook(3, 3);
    const scores = book.sheet('Chấm điểm');
    Object.assign(scores ?? {}, { isProtected: true, unlocked: [{ top: 2, left: 3, bottom: 4, right: 11 }] });
    scores?.looks.push({ area: { top: 2, left: 3, bottom: 4, right: 11 }, path: 'protection.locked', value: false });
    openHost(book);
    expect((await createExcelDoor().fix([{ place: at('Chấm điểm', 2, 3), value: 9 }])).ok).toBe(true);
  });

  test.each([
    ['InvalidOperationInCellEditMode', 'excel-editing'],
    ['AccessDenied', 'excel-no-permission'],
  ])('%s: %s, once', async (thrown, code) => {
    const host = openHost(sampleBook(3, 3));
    host.faults.push({ kind: 'error', code: thrown, when: ({ member }) => member === 'Range.formulas=' });
    const before = host.book.sheet('Chấm điểm')?.cell(2, 3)?.value;
    expect(await createExcelDoor().fix([{ place: at('Chấm điểm', 2, 3), value: 1 }])).toMatchObject({
      ok: false,
      error: { code },
    });
    expect([host.book.sheet('Chấm điểm')?.cell(2, 3)?.value, host.syncs]).toEqual([before, 3]);
  });
});

describe('fix with a demand', () => {
  const place = at('Đơn vị', 1, 1);
  const demand = (value: string) => ({ holds: [{ place, value }], alone: [] });
  const name = 'Sở thứ 1';

  test('is made where the cells hold what was seen, in as many round trips; its way back demands what it made', async () => {
    const book = sampleBook(3, 3);
    const host = openHost(book);
    const door = createExcelDoor();
    const done = await door.fix([demand(name), { place, value: 'Sở Một' }]);
    expect(done).toEqual({ ok: true, value: [demand('Sở Một'), { place, value: name }] });
    expect([book.sheet('Đơn vị')?.cell(1, 1)?.value, host.syncs]).toEqual(['Sở Một', 3]);
    if (done.ok) expect(await door.fix(done.value)).toMatchObject({ ok: true });
    expect(book.sheet('Đơn vị')?.cell(1, 1)?.value).toBe(name);
  });

  test('what somebody changed in between stays, there and back', async () => {
    const book = sampleBook(3, 3);
    openHost(book);
    const door = createExcelDoor();
    const refused = { ok: false, error: { code: 'cells-changed', sheet: 'Đơn vị' } };
    expect(await door.fix([demand('Sở khác'), { place, value: 'Sở Một' }])).toEqual(refused);
    expect(book.sheet('Đơn vị')?.cell(1, 1)?.value).toBe(name);
    const done = await door.fix([demand(name), { place, value: 'Sở Một' }]);
    book.sheet('Đơn vị')?.put(1, 1, { value: 'Sở Hai' });
    if (done.ok) expect(await door.fix(done.value)).toEqual(refused);
    expect(book.sheet('Đơn vị')?.cell(1, 1)?.value).toBe('Sở Hai');
  });

  test.each([
    ['rows that come', { insert: 'rows', sheet: 'Đơn vị', at: 2, count: 1, like: 1 } as const],
    ['columns that go', { remove: 'columns', sheet: 'Chấm điểm', at: 3, count: 3, like: null } as const],
    ['a limit', { limit: { first: place, last: { row: 1, column: 1 } }, from: 1, to: 2 } as const],
  ])('%s: made with the cells beside them, in as many round trips', async (_, change) => {
    const book = sampleBook(3, 3);
    const host = openHost(book);
    const door = createExcelDoor();
    const done = await door.fix([demand(name), { place, value: 'Sở Một' }, change]);
    expect([done.ok, host.syncs, book.sheet('Đơn vị')?.cell(1, 1)?.value]).toEqual([true, 3, 'Sở Một']);
    if (done.ok) expect(await door.fix(done.value)).toMatchObject({ ok: true });
    expect(book.sheet('Đơn vị')?.cell(1, 1)?.value).toBe(name);
  });
});

describe('fix of a sheet’s name', () => {
  test('renames, together with cells by the old name, and can be undone', async () => {
    const book = sampleBook(3, 3);
    const host = openHost(book);
    const door = createExcelDoor();
    const before = book.sheet('Đơn vị')?.cell(1, 1)?.value;
    const done = await door.fix([
      { rename: 'Đơn vị', to: 'Đơn vị (2)' },
      { place: at('Đơn vị', 1, 1), value: 'x' },
    ]);
    expect(done).toEqual({
      ok: true,
      value: [
        { place: at('Đơn vị (2)', 1, 1), value: before },
        { rename: 'Đơn vị (2)', to: 'Đơn vị' },
      ],
    });
    expect([book.sheet('Đơn vị'), book.sheet('Đơn vị (2)')?.cell(1, 1)?.value, host.syncs]).toEqual([
      undefined,
      'x',
      3,
    ]);
    if (done.ok) await door.fix(done.value);
    expect([book.sheet('Đơn vị (2)'), book.sheet('Đơn vị')?.cell(1, 1)?.value]).toEqual([undefined, before]);
  });

  test.each([
    ['protected structure', true, { rename: 'Đơn vị', to: 'A' }, { code: 'structure-protected' }],
    [
      'a name that is taken',
      false,
      { rename: 'Đơn vị', to: 'CHẤM ĐIỂM' },
      { code: 'sheet-name-taken', sheet: 'CHẤM ĐIỂM' },
    ],
    ['a sheet that is gone', false, { rename: 'Đã xóa', to: 'A' }, { code: 'sheet-gone', sheet: 'Đã xóa' }],
  ])('%s: nothing changes', async (_, structureProtected, change, error) => {
    const book = sampleBook(3, 3);
    Object.assign(book, { structureProtected });
    openHost(book);
    const before = book.sheet('Chấm điểm')?.cell(2, 3)?.value;
    expect(await createExcelDoor().fix([{ place: at('Chấm điểm', 2, 3), value: 1 }, change])).toEqual({
      ok: false,
      error,
    });
    expect([book.sheet('Chấm điểm')?.cell(2, 3)?.value, book.sheet('Đơn vị')?.name]).toEqual([before, 'Đơn vị']);
  });
});

describe('onChange', () => {
  async function listening(options?: HostOptions) {
    const host = openHost(sampleBook(3, 3), options);
    const door = createExcelDoor();
    const heard: Place[] = [];
    const stop = door.onChange((places) => heard.push(...places));
    await pause(10);
    return { host, door, heard, stop };
  }

  test('tells of the edits of this person and of others, by sheet and cell', async () => {
    const { host, heard, stop } = await listening();
    host.type('Chấm điểm', 4, 5, 9);
    host.type('Đơn vị', 1, 1, 'Sở Tư pháp', 'Remote');
    await until(() => heard.length > 1);
    expect(heard).toEqual([at('Chấm điểm', 4, 5), at('Đơn vị', 1, 1)]);
    stop();
    await pause(10);
    host.type('Chấm điểm', 4, 5, 8);
    await pause(100);
    expect([heard.length, host.listening]).toEqual([2, false]);
  });

  test.each([
    [19, 0],
    [13, 2], // does not say yet who made a change
  ])(
    'ExcelApi 1.%i: what the door itself writes is no change of the inputs, after %i looks',
    async (version, looks) => {
      const { host, door, heard } = await listening({ version });
      await door.write([resultPlan('Kết quả', 3)]);
      const before = host.trips.length;
      await pause(100);
      expect([heard, host.trips.length - before]).toEqual([[], looks]);
    },
  );

  test('a change by the door is not looked for again', async () => {
    const { host, door, heard } = await listening();
    expect((await door.fix([{ place: at('Chấm điểm', 2, 3), value: 1 }])).ok).toBe(true);
    const before = host.trips.length;
    await pause(100);
    expect([heard, host.trips.length - before]).toEqual([[], 0]);
    host.type('Chấm điểm', 4, 5, 9);
    await until(() => heard.length > 0);
    expect(heard).toEqual([at('Chấm điểm', 4, 5)]);
  });

  test('of a change by the door that failed half-way, what was done is told', async () => {
    const { host, door, heard } = await listening();
    let writes = 0;
    host.faults.push({
      kind: 'error',
      code: 'AccessDenied',
      when: ({ member }) => member === 'Range.formulas=' && ++writes === 2,
    });
    const places = [at('Chấm điểm', 2, 3), at('Chấm điểm', 3, 3)];
    expect((await door.fix(places.map((place) => ({ place, value: 1 })))).ok).toBe(false);
    await until(() => heard.length > 0);
    expect(heard).toEqual([places[0]]);
  });

  test('a thousand events of one paste are looked at together', async () => {
    const { host, heard } = await listening();
    const before = host.syncs;
    for (let row = 0; row < 1000; row += 1) host.type('Chấm điểm', row, 5, 9);
    await until(() => heard.length >= 1000);
    expect([heard.length, host.syncs - before]).toEqual([1000, 2]);
  });

  test('a change is told even where Excel does not say which sheet it was on', async () => {
    const { host, heard } = await listening();
    let told = 0;
    createExcelDoor().onChange(() => {
      told += 1;
    });
    await pause(10);
    host.faults.push({
      kind: 'error',
      code: 'GeneralException',
      times: 9,
      when: ({ member }) => member === 'Worksheet.load',
    });
    host.type('Chấm điểm', 4, 5, 9);
    await until(() => told > 0);
    expect([told, heard]).toEqual([1, []]);
  });

  test('an event writes nothing', async () => {
    const { host } = await listening();
    host.type('Chấm điểm', 4, 5, 9);
    await pause(100);
    expect(
      host.trips.flatMap((trip) => trip.actions).filter((action) => action.endsWith('=') || action.includes('clear')),
    ).toEqual([]);
  });
});
