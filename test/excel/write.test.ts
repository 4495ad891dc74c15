import { createExcelDoor } from '../../src/excel';
import { UNFINISHED } from '../../src/sheets/stamp';
import { SHEETS } from '../../src/workbook/layout';
import type { SheetPlan } from '../../src/sheets/plan';
import type { ExcelHost } from '../excel-host/host';
import type { BookModel, SheetModel } from '../excel-host/model';
import { contents, fill, openHost, pause, resultPlan, sampleBook } from './support';
import { realStamp } from '../support/stamps';

const stampOf = (sheet: SheetModel | undefined): string | undefined =>
  sheet?.names.find((name) => name.name === 'thidua_stamp')?.formula;
const inputsOf = (book: BookModel): unknown =>
  book.sheets.slice(0, 4).map((sheet) => [sheet.name, contents(sheet), sheet.looks.length, sheet.merges]);

describe('the normal path', () => {
  test.each([
    [7, 30],
    [24, 80],
    [40, 200],
  ])('%i units × %i criteria: at most 3 round trips, first time and again', async (units, criteria) => {
    const book = sampleBook(units, criteria);
    const host = openHost(book);
    const door = createExcelDoor();
    expect(await door.write([resultPlan('Kết quả', units), resultPlan('Báo cáo', units)])).toEqual({
      ok: true,
      value: undefined,
    });
    expect(host.syncs).toBeLessThanOrEqual(3);
    const before = host.syncs;
    expect((await door.write([resultPlan('Kết quả', units), resultPlan('Báo cáo', units)])).ok).toBe(true);
    await pause(5);
    expect(host.syncs - before).toBeLessThanOrEqual(3);
    expect([host.emptyLoads, host.references.size]).toEqual([0, 0]);
    expect(host.trips.length).toBe(host.syncs); // no handle was kept, so none has to be given back in a request of its own
  });

  test('the sheet is what its plan says', async () => {
    const book = sampleBook(3, 3);
    openHost(book, { calculate: () => 91.5 });
    await createExcelDoor().write([{ ...resultPlan('Kết quả', 3), stamp: 'thidua "1.0" · 3f9a1c20' }]);
    const sheet = book.sheet('Kết quả');
    expect(sheet?.cell(0, 0)?.value).toBe('KẾT QUẢ CHẤM ĐIỂM');
    expect(sheet?.cell(2, 2)).toEqual({ formula: "=ROUND('Chấm điểm'!D3,2)", value: 91.5, format: '0.00' });
    expect(sheet?.cell(2, 4)).toEqual({ value: '=HYPERLINK("http://x")' });
    expect(sheet?.cell(3, 4)).toEqual({ value: '01' });
    expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 4 }]);
    expect([
      sheet?.look(0, 0, 'font.size'),
      sheet?.look(0, 0, 'font.bold'),
      sheet?.look(0, 0, 'horizontalAlignment'),
    ]).toEqual([14, true, 'Center']);
    expect([
      sheet?.look(1, 3, 'fill.color'),
      sheet?.look(1, 3, 'borders.EdgeTop.style'),
      sheet?.look(1, 3, 'font.name'),
    ]).toEqual(['#E7EEF7', 'Continuous', 'Times New Roman']);
    expect([sheet?.look(2, 0, 'font.bold'), sheet?.look(2, 0, 'columnWidth'), sheet?.look(0, 0, 'rowHeight')]).toEqual([
      undefined,
      35.25,
      30,
    ]);
    expect(Object.fromEntries(sheet?.bag ?? [])).toMatchObject({
      'page.orientation': 'Landscape',
      'page.paperSize': 'A4',
      'page.zoom': { horizontalFitToPages: 1 },
      'page.printArea': 'A1:E6',
      'page.titleRows': '$2:$2',
      'page.margins': { unit: 'Centimeters', top: 2, bottom: 2, left: 3, right: 1.5 },
      'headersFooters.state': 'FirstAndDefault',
      'default.centerHeader': '&P',
      tabColor: '#0B5394',
      freeze: { top: 0, bottom: 1 },
    });
    expect(sheet?.names.map(({ name, visible }) => [name, visible])).toEqual([
      ['thidua_block', false],
      ['thidua_stamp', false],
    ]);
    expect(sheet?.names.slice(1)).toEqual([
      { name: 'thidua_stamp', formula: '="thidua ""1.0"" · 3f9a1c20"', visible: false },
    ]);
  });

  test('what the door writes it reads as its own, input sheets untouched', async () => {
    const book = sampleBook(3, 3);
    openHost(book);
    const inputs = inputsOf(book);
    const door = createExcelDoor();
    await door.write([resultPlan('Kết quả', 3)]);
    const read = await door.read();
    expect(read.ok && read.value.sheets.find((sheet) => sheet.name === 'Kết quả')?.stamp).toBe(
      resultPlan('Kết quả', 3).stamp,
    );
    expect(inputsOf(book)).toEqual(inputs);
  });

  test('nothing that clears the undo history', async () => {
    const host = openHost(sampleBook(3, 3));
    const door = createExcelDoor();
    await door.write([resultPlan('Kết quả', 3)]);
    await door.write([resultPlan('Kết quả', 3)]);
    expect(host.notes.filter((note) => note.startsWith('undo-cleared'))).toEqual([]);
  });

  test('a shorter table leaves nothing of the longer one behind', async () => {
    const book = sampleBook(9, 3);
    openHost(book);
    const door = createExcelDoor();
    await door.write([resultPlan('Kết quả', 9)]);
    await door.write([resultPlan('Kết quả', 2)]);
    expect(book.sheet('Kết quả')?.usedArea(true)?.bottom).toBe(4);
  });

  test('links, lists, limits, colours and the chart', async () => {
    const book = sampleBook(3, 3);
    openHost(book);
    const plan: SheetPlan = {
      ...resultPlan('Kiểm tra', 1),
      rows: [
        {
          cells: [
            { value: 'C7', style: 'link', link: { sheet: "Sở 'A'", cell: 'C7' } },
            { value: '=x', link: { sheet: 'Đơn vị', cell: 'A1' } },
          ],
        },
      ],
      merges: [],
      validations: [
        {
          kind: 'list',
          area: { top: 1, left: 0, bottom: 3, right: 0 },
          items: ['có', 'không'],
          strict: true,
          message: 'Chọn có hoặc không',
        },
        { kind: 'decimal', area: { top: 1, left: 1, bottom: 3, right: 1 }, min: 0, max: 10, message: '0 đến 10' },
        {
          kind: 'listFrom',
          area: { top: 1, left: 2, bottom: 3, right: 2 },
          formula: "'Đơn vị'!$A$2:$A$9",
          strict: false,
          message: '',
        },
      ],
      conditional: [{ area: { top: 1, left: 0, bottom: 3, right: 3 }, formula: '$A2>10', style: 'markWrong' }],
      chart: {
        title: 'Tổng điểm',
        categories: { top: 1, left: 0, bottom: 3, right: 0 },
        values: { top: 1, left: 1, bottom: 3, right: 1 },
        at: { top: 5, left: 0, bottom: 20, right: 4 },
      },
    };
    await createExcelDoor().write([plan]);
    const sheet = book.sheet('Kiểm tra');
    expect(sheet?.look(0, 0, 'hyperlink')).toEqual({ documentReference: "'Sở ''A'''!C7", textToDisplay: 'C7' });
    expect([sheet?.cell(0, 0)?.value, sheet?.cell(0, 1)]).toEqual(['C7', { value: '=x' }]);
    expect(sheet?.validations.map(({ bag }) => bag.get('rule'))).toEqual([
      { list: { inCellDropDown: true, source: 'có,không' } },
      { decimal: { formula1: 0, formula2: 10, operator: 'Between' } },
      { list: { inCellDropDown: true, source: "='Đơn vị'!$A$2:$A$9" } },
    ]);
    expect(
      sheet?.conditionals.map(({ bag }) => [
        bag.get('rule.formula'),
        bag.get('format.fill.color') ?? bag.get('fill.color'),
      ]),
    ).toEqual([['=$A2>10', '#FBD5D5']]);
    expect(Object.fromEntries(sheet?.charts[0] ?? [])).toMatchObject({
      source: "'Kiểm tra'!A2:B4",
      'title.text': 'Tổng điểm',
      at: ['A6', 'E21'],
    });
  });

  const charted = (units: number): SheetPlan => ({
    ...resultPlan('Kết quả', units, `${String(units)} đơn vị`),
    chart: {
      title: 'Tổng điểm',
      categories: { top: 2, left: 1, bottom: units + 1, right: 1 },
      values: { top: 2, left: 2, bottom: units + 1, right: 2 },
      at: { top: 3, left: 6, bottom: 17, right: 14 },
    },
  });
  const sourcesOf = (book: BookModel): unknown[] =>
    book.sheet('Kết quả')?.charts.map((chart) => chart.get('source')) ?? [];

  test('written again there is still one chart, of the new table; none where the new sheet has none', async () => {
    const book = sampleBook(9, 3);
    const host = openHost(book);
    await createExcelDoor().write([charted(9)]);
    await createExcelDoor().write([charted(4)]);
    expect([sourcesOf(book), host.syncs]).toEqual([["'Kết quả'!B3:C6"], 5]);
    await createExcelDoor().write([resultPlan('Kết quả', 4)]);
    expect(sourcesOf(book)).toEqual([]);
  });

  test('a chart that the user adds to our sheet, or keeps on an empty sheet of the name, is left alone', async () => {
    const book = sampleBook(9, 3);
    openHost(book);
    const own = new Map<string, unknown>([
      ['name', 'Biểu đồ của tôi'],
      ['source', 'của tôi'],
    ]);
    book.addSheet('Kết quả').charts.push(own);
    await createExcelDoor().write([charted(9)]);
    await createExcelDoor().write([charted(4)]);
    await createExcelDoor().write([resultPlan('Kết quả', 4)]);
    expect(sourcesOf(book)).toEqual(['của tôi']);
  });

  test.each([
    ['this session', true],
    ['an earlier session', false],
  ])('after a failure the results of %s have one chart', async (_, sameSession) => {
    const book = sampleBook(9, 3);
    const host = openHost(book);
    const door = createExcelDoor();
    await door.write([charted(9)]);
    for (const member of ['Range.merge()', 'NamedItemCollection.add()']) {
      host.faults.push({ kind: 'error', code: 'GeneralException', when: (moment) => moment.member === member });
      expect((await (sameSession ? door : createExcelDoor()).write([charted(4)])).ok).toBe(false);
      expect([stampOf(book.sheet('Kết quả')), sourcesOf(book).length]).toEqual([`="${realStamp('9 đơn vị')}"`, 1]);
    }
    if (sameSession) expect(sourcesOf(book)).toEqual(["'Kết quả'!B3:C11"]);
  });

  test.each(['ApiNotFound', 'ApiNotAvailable', 'NotImplemented'])(
    'an Excel that knows no tables or charts (%s) is written to all the same',
    async (code) => {
      const book = sampleBook(3, 3);
      const host = openHost(book);
      await createExcelDoor().write([resultPlan('Kết quả', 3)]);
      host.faults.push({ kind: 'error', code, when: ({ member }) => member === 'TableCollection.load' });
      expect(await createExcelDoor().write([resultPlan('Kết quả', 2, 'mới')])).toEqual({ ok: true, value: undefined });
      expect(stampOf(book.sheet('Kết quả'))).toBe(`="${realStamp('mới')}"`);
    },
  );

  test('a long table goes in bands below the payload limit', async () => {
    const book = sampleBook(3, 3);
    const host = openHost(book, { limit: 5_000_000 });
    const rows = Array.from({ length: 40_000 }, (_, index) => ({
      cells: [{ value: index }, { value: `lý do số ${String(index)} ${'x'.repeat(120)}` }],
    }));
    const result = await createExcelDoor().write([{ ...resultPlan('Giải trình', 1), rows, print: null }]);
    expect(result.ok).toBe(true);
    expect(book.sheet('Giải trình')?.cell(39_999, 0)?.value).toBe(39_999);
    expect(Math.max(...host.trips.map((trip) => trip.requestBytes))).toBeLessThan(5_000_000);
  });

  test('eight thousand findings, each with its link: no request above the payload limit', async () => {
    const book = sampleBook(3, 3);
    const host = openHost(book, { limit: 5_000_000 });
    const rows = Array.from({ length: 8000 }, (_, index) => ({
      cells: [
        {
          value: `C${String(index + 7)}`,
          style: 'link' as const,
          link: { sheet: 'Chấm điểm', cell: `C${String(index + 7)}` },
        },
        { value: 'Ô này chưa có điểm. Nhập điểm, hoặc ghi KAD nếu tiêu chí không áp dụng.', style: 'text' as const },
      ],
    }));
    expect(await createExcelDoor().write([{ ...resultPlan('Kiểm tra', 1), rows, print: null }])).toEqual({
      ok: true,
      value: undefined,
    });
    expect(book.sheet('Kiểm tra')?.look(7999, 0, 'hyperlink')).toMatchObject({
      documentReference: "'Chấm điểm'!C8006",
    });
    expect(Math.max(...host.trips.map((trip) => trip.requestBytes))).toBeLessThan(4_000_000);
  });
});

describe('what must not be touched', () => {
  const refusals: readonly (readonly [string, object, (book: BookModel) => void])[] = [
    [
      'a foreign sheet of the name',
      { code: 'sheet-foreign', sheet: 'Kết quả' },
      (book) => fill(book.addSheet('Kết quả'), [['của tôi']]),
    ],
    [
      'a foreign sheet whose name differs in case',
      { code: 'sheet-foreign', sheet: 'KẾT QUẢ' },
      (book) => fill(book.addSheet('KẾT QUẢ'), [['của tôi']]),
    ],
    [
      'a protected sheet of ours',
      { code: 'sheet-protected', sheet: 'Kết quả' },
      (book) => {
        const sheet = book.addSheet('Kết quả');
        fill(sheet, [['cũ']]);
        sheet.names.push({ name: 'thidua_stamp', formula: `="${realStamp('cũ')}"`, visible: false });
        sheet.isProtected = true;
      },
    ],
    [
      'a protected structure',
      { code: 'structure-protected' },
      (book) => {
        book.structureProtected = true;
      },
    ],
    [
      'a table over our range',
      { code: 'sheet-foreign', sheet: 'Kết quả' },
      (book) => {
        const sheet = book.addSheet('Kết quả');
        fill(sheet, [['cũ']]);
        sheet.names.push({ name: 'thidua_stamp', formula: `="${realStamp('cũ')}"`, visible: false });
        sheet.tables.push({ top: 0, left: 0, bottom: 3, right: 3 });
      },
    ],
  ];
  const marked =
    (name: string, stamp: string) =>
    (book: BookModel): void => {
      const sheet = book.sheet(name) ?? book.addSheet(name);
      fill(sheet, [['của tôi']]);
      sheet.names.push({ name: 'thidua_stamp', formula: `="${stamp}"`, visible: false });
    };

  test.each<[what: string, name: string, stamp: string]>([
    ['a text that is no stamp', 'Kết quả', 'x'],
    ['a stamp cut short', 'Kết quả', realStamp('x').slice(0, -1)],
    ...Object.values(SHEETS).map(({ name }): [string, string, string] => [
      `a real stamp on ${name}`,
      name,
      realStamp('x'),
    ]),
    ['a real stamp on an input without its marks', 'Khen thuong', realStamp('x')],
    ['a real stamp and the banner on an input', 'Bỏ phiếu', realStamp('x')],
  ])('%s makes nothing ours: refused under its name, left alone beside ours', async (what, name, stamp) => {
    const book = sampleBook(3, 3);
    marked(name, stamp)(book);
    if (what.includes('banner')) fill(book.sheet(name) ?? book.addSheet(name), [[UNFINISHED]]);
    openHost(book);
    const before = [contents(book.sheet(name)), book.sheet(name)?.names.length];
    expect(await createExcelDoor().write([resultPlan(name, 3)])).toEqual({
      ok: false,
      error: { code: 'sheet-foreign', sheet: name },
    });
    expect([contents(book.sheet(name)), book.sheet(name)?.names.length]).toEqual(before);
    expect((await createExcelDoor().write([resultPlan('Báo cáo', 3)])).ok).toBe(true);
    expect([contents(book.sheet(name)), book.sheet(name)?.names.length]).toEqual(before);
  });

  test.each(refusals)('%s', async (_, error, prepare) => {
    const book = sampleBook(3, 3);
    prepare(book);
    const host = openHost(book);
    const before = book.sheets.map((sheet) => [sheet.name, contents(sheet), sheet.names.length]);
    expect(await createExcelDoor().write([resultPlan('Kết quả', 3)])).toEqual({ ok: false, error });
    expect(book.sheets.map((sheet) => [sheet.name, contents(sheet), sheet.names.length])).toEqual(before);
    expect(host.trips.flatMap((trip) => trip.actions).filter((action) => /=$|clear|add\(/.test(action))).toEqual([]);
  });

  test.each([
    ['with contents', 'của đồng nghiệp'],
    ['still empty', ''],
  ])(
    'a colleague adds a sheet of our name while we write, %s: refused, it stays, and what was begun is put back',
    async (_, value) => {
      const book = sampleBook(3, 3);
      const host = openHost(book);
      const door = createExcelDoor();
      await door.write([resultPlan('Kết quả', 3, 'cũ')]);
      const old = contents(book.sheet('Kết quả'));
      let theirs: SheetModel | undefined;
      const colleague = ({ member }: { member: string }): boolean => {
        if (member === 'WorksheetCollection.add()' && theirs === undefined) {
          theirs = book.addSheet('Báo cáo');
          theirs.put(0, 0, { value });
        }
        return false;
      };
      host.faults.push({ kind: 'silence', when: colleague });
      const result = await door.write([resultPlan('Kết quả', 2, 'mới'), resultPlan('Báo cáo', 2, 'mới')]);
      expect(result).toMatchObject({ ok: false, error: { code: 'sheet-foreign' } });
      expect(!result.ok && result.error.halfWritten).toBeFalsy();
      expect([contents(book.sheet('Kết quả')), stampOf(book.sheet('Kết quả'))]).toEqual([old, `="${realStamp('cũ')}"`]);
      expect(book.sheet('Báo cáo')).toBe(theirs);
      expect(contents(theirs)).toEqual(value === '' ? {} : { '0,0': '|của đồng nghiệp|' });
    },
  );

  test('one refusal among several plans: nothing at all is written', async () => {
    const book = sampleBook(3, 3);
    fill(book.addSheet('Báo cáo'), [['của tôi']]);
    openHost(book);
    expect((await createExcelDoor().write([resultPlan('Kết quả', 3), resultPlan('Báo cáo', 3)])).ok).toBe(false);
    expect(book.sheet('Kết quả')).toBeUndefined();
  });

  test('an empty sheet of the name may be used; a very hidden one of ours is rewritten and stays hidden', async () => {
    const book = sampleBook(3, 3);
    book.addSheet('Kết quả').visibility = 'VeryHidden';
    openHost(book);
    expect((await createExcelDoor().write([resultPlan('Kết quả', 3)])).ok).toBe(true);
    expect(book.sheet('Kết quả')?.visibility).toBe('VeryHidden');
  });

  test('the structure may be protected when no sheet has to be added', async () => {
    const book = sampleBook(3, 3);
    openHost(book);
    const door = createExcelDoor();
    await door.write([resultPlan('Kết quả', 3)]);
    book.structureProtected = true;
    expect((await door.write([resultPlan('Kết quả', 2)])).ok).toBe(true);
  });
});

describe('previous results too large to be kept', () => {
  const large = (): BookModel => {
    const book = sampleBook(3, 3);
    fill(
      book.addSheet('Giải trình'),
      Array.from({ length: 400 }, (_, row) => [`dòng ${String(row)}`, 'x'.repeat(200)]),
    );
    return book;
  };
  const stamped = (book: BookModel): BookModel => {
    book.sheet('Giải trình')?.names.push({ name: 'thidua_stamp', formula: `="${realStamp('cũ')}"`, visible: false });
    return book;
  };
  const OPTIONS = [
    ['the answer is refused', { limit: 100_000 }],
    ['Excel on the web answers null', { mostCells: 100 }],
  ] as const;

  test.each(OPTIONS)('%s: they are replaced all the same', async (_, options) => {
    const book = stamped(large());
    openHost(book, options);
    expect(await createExcelDoor().write([resultPlan('Giải trình', 3, 'mới')])).toEqual({ ok: true, value: undefined });
    expect([stampOf(book.sheet('Giải trình')), book.sheet('Giải trình')?.usedArea(true)?.bottom]).toEqual([
      `="${realStamp('mới')}"`,
      5,
    ]);
  });

  test.each(OPTIONS)('%s: after a failure the banner stays, and the door says so', async (_, options) => {
    const book = stamped(large());
    const host = openHost(book, options);
    host.faults.push({ kind: 'error', code: 'GeneralException', when: ({ member }) => member === 'Range.merge()' });
    expect(await createExcelDoor().write([resultPlan('Giải trình', 3, 'mới')])).toMatchObject({
      ok: false,
      error: { code: 'excel-failed', halfWritten: true },
    });
    expect([stampOf(book.sheet('Giải trình')), book.sheet('Giải trình')?.cell(0, 0)?.value]).toEqual([
      undefined,
      UNFINISHED,
    ]);
  });

  test.each(OPTIONS)("%s: a sheet of the user's is no empty sheet", async (_, options) => {
    const book = large();
    openHost(book, options);
    const before = contents(book.sheet('Giải trình'));
    expect(await createExcelDoor().write([resultPlan('Giải trình', 3, 'mới')])).toEqual({
      ok: false,
      error: { code: 'sheet-foreign', sheet: 'Giải trình' },
    });
    expect(contents(book.sheet('Giải trình'))).toEqual(before);
  });
});

describe('a failing write', () => {
  /** Stages of a write, by the action at which the fault strikes. */
  const STAGES: readonly (readonly [string, string])[] = [
    ['the stamp goes', 'NamedItem.delete()'],
    ['the banner', 'Range.values='],
    ['clearing', 'Range.clear()'],
    ['contents', 'Range.formulas='],
    ['looks', 'RangeFont.bold='],
    ['borders', 'RangeBorder.style='],
    ['number formats', 'Range.numberFormat='],
    ['widths', 'RangeFormat.columnWidth='],
    ['merging', 'Range.merge()'],
    ['page', 'PageLayout.setPrintArea()'],
    ['freezing', 'WorksheetFreezePanes.freezeRows()'],
    ['the stamp comes', 'NamedItemCollection.add()'],
  ];
  const KINDS = [
    ['AccessDenied', 'excel-no-permission'],
    ['GeneralException', 'excel-failed'],
    ['InvalidOperationInCellEditMode', 'excel-editing'],
    ['RequestPayloadSizeLimitExceeded', 'excel-too-large'],
  ] as const;
  const RUNS = STAGES.flatMap(([stage, member]) =>
    KINDS.map(([thrown, code]) => [stage, thrown, member, code] as const),
  );

  /** A workbook with results of an earlier session, and what it held. */
  async function prepared(
    sameSession: boolean,
  ): Promise<{ host: ExcelHost; book: BookModel; door: ReturnType<typeof createExcelDoor> }> {
    const book = sampleBook(5, 3);
    const host = openHost(book);
    const door = createExcelDoor();
    expect((await door.write([resultPlan('Kết quả', 5, 'cũ')])).ok).toBe(true);
    return { host, book, door: sameSession ? door : createExcelDoor() };
  }

  test.each(RUNS)(
    '%s fails with %s once: previous results are back, stamped, and nothing is repeated',
    async (_, thrown, member, code) => {
      const { host, book, door } = await prepared(true);
      const [inputs, old] = [inputsOf(book), contents(book.sheet('Kết quả'))];
      host.faults.push({ kind: 'error', code: thrown, when: (moment) => moment.member === member });
      const result = await door.write([resultPlan('Kết quả', 2, 'mới'), resultPlan('Báo cáo', 2, 'mới')]);
      expect(result).toMatchObject({ ok: false, error: { code } });
      expect(!result.ok && result.error.halfWritten).toBeFalsy();
      expect(contents(book.sheet('Kết quả'))).toEqual(old);
      expect(stampOf(book.sheet('Kết quả'))).toBe(`="${realStamp('cũ')}"`);
      expect(book.sheet('Báo cáo')).toBeUndefined();
      expect(inputsOf(book)).toEqual(inputs);
      expect(host.faults[0]?.times).toBe(0);
    },
  );

  test.each(STAGES)('%s fails again and again: the banner stays, no stamp, and the door says so', async (_, member) => {
    const { host, book, door } = await prepared(false);
    const [inputs, old] = [inputsOf(book), contents(book.sheet('Kết quả'))];
    host.faults.push({
      kind: 'error',
      code: 'GeneralException',
      times: 99,
      when: (moment) => moment.member === member,
    });
    const result = await door.write([resultPlan('Kết quả', 2, 'mới')]);
    expect(result.ok).toBe(false);
    const sheet = book.sheet('Kết quả');
    const isWhole = JSON.stringify(contents(sheet)) === JSON.stringify(old);
    if (stampOf(sheet) === undefined) expect(isWhole || sheet?.cell(0, 0)?.value === UNFINISHED).toBe(true);
    else expect([stampOf(sheet), isWhole]).toEqual([`="${realStamp('cũ')}"`, true]);
    expect(!result.ok && result.error.halfWritten === true).toBe(stampOf(sheet) === undefined);
    expect(host.faults[0]?.times).toBeGreaterThanOrEqual(96); // it struck the write, the one putting back, and the last banner
    expect(inputsOf(book)).toEqual(inputs);
  });

  test.each(STAGES)(
    '%s of the last of several sheets fails, and putting back too: each carries the banner and no stamp',
    async (_, member) => {
      const { host, book, door } = await prepared(false);
      expect((await door.write([resultPlan('Báo cáo', 5, 'cũ')])).ok).toBe(true);
      const old = contents(book.sheet('Báo cáo'));
      let times = 0;
      host.faults.push({
        kind: 'error',
        code: 'GeneralException',
        times: 99,
        when: (moment) => {
          if (moment.member === member) times += 1;
          return times > 1 && moment.member === member;
        },
      });
      const result = await createExcelDoor().write([resultPlan('Kết quả', 2, 'mới'), resultPlan('Báo cáo', 2, 'mới')]);
      expect(result.ok).toBe(false);
      for (const name of ['Kết quả', 'Báo cáo']) {
        const sheet = book.sheet(name);
        const stamp = stampOf(sheet);
        // Where not even the banner can be written, the old table is whole.
        const isWhole = JSON.stringify(contents(sheet)) === JSON.stringify(old);
        if (stamp === undefined)
          expect([name, sheet?.cell(0, 0)?.value === UNFINISHED || (member === 'Range.values=' && isWhole)]).toEqual([
            name,
            true,
          ]);
        else expect([name, sheet?.cell(0, 0)?.value]).toEqual([name, 'KẾT QUẢ CHẤM ĐIỂM']);
      }
    },
  );

  test.each(STAGES.slice(1))('%s fails in a workbook without results: no new sheet stays', async (_, member) => {
    const book = sampleBook(3, 3);
    const host = openHost(book);
    const names = book.sheets.map((sheet) => sheet.name);
    host.faults.push({ kind: 'error', code: 'GeneralException', when: (moment) => moment.member === member });
    const result = await createExcelDoor().write([resultPlan('Kết quả', 3), resultPlan('Báo cáo', 3)]);
    const struck = host.faults[0]?.times === 0;
    expect([result.ok, book.sheets.map((sheet) => sheet.name)]).toEqual([
      !struck,
      struck ? names : [...names, 'Kết quả', 'Báo cáo'],
    ]);
  });

  test.each([
    [5004, 'excel-editing'],
    [5103, 'excel-too-large'],
    [7000, 'excel-no-permission'],
  ])('the round trip is refused with %i: nothing has changed', async (status, code) => {
    const { host, book, door } = await prepared(false);
    const old = contents(book.sheet('Kết quả'));
    const write = host.syncs + 3;
    host.faults.push({ kind: 'status', status, times: 99, when: ({ batch }) => batch >= write });
    const result = await door.write([resultPlan('Kết quả', 2, 'mới')]);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect([!result.ok && result.error.halfWritten, host.syncs]).toEqual([undefined, write]);
    expect([contents(book.sheet('Kết quả')), stampOf(book.sheet('Kết quả'))]).toEqual([old, `="${realStamp('cũ')}"`]);
  });

  test('a cell being edited: one message, no waiting, no second try', async () => {
    const { host, book, door } = await prepared(true);
    host.editing = true;
    const before = host.trips.length;
    expect(await door.write([resultPlan('Kết quả', 2, 'mới')])).toMatchObject({
      ok: false,
      error: { code: 'excel-editing' },
    });
    expect(host.trips.length).toBe(before + 1);
    expect(stampOf(book.sheet('Kết quả'))).toBe(`="${realStamp('cũ')}"`);
  });

  test.each(STAGES)(
    'silence at: %s. No stamp on what may be half-written, and nothing more is asked',
    async (_, member) => {
      const { host, book, door: other } = await prepared(false);
      void other;
      host.faults.push({ kind: 'silence', when: (moment) => moment.member === member });
      const door = createExcelDoor({ ms: 30, onSlow: (cancel) => cancel() });
      expect(await door.write([resultPlan('Kết quả', 2, 'mới')])).toEqual({
        ok: false,
        error: { code: 'excel-silent', halfWritten: true },
      });
      const trips = host.trips.length;
      await pause(40);
      expect(host.trips.length).toBe(trips);
      const stamp = stampOf(book.sheet('Kết quả'));
      expect([undefined, `="${realStamp('cũ')}"`]).toContain(stamp);
      if (stamp !== undefined) expect(member).toBe('NamedItem.delete()');
      else if (member !== 'Range.values=' && member !== 'NamedItemCollection.add()')
        expect(book.sheet('Kết quả')?.cell(0, 0)?.value).toBe(UNFINISHED);
    },
  );

  test('silence at the last of several sheets: the first one, though laid down, still carries its banner', async () => {
    const { host, book } = await prepared(true);
    let merges = 0;
    host.faults.push({ kind: 'silence', when: ({ member }) => member === 'Range.merge()' && (merges += 1) === 2 });
    await createExcelDoor({ ms: 30, onSlow: (cancel) => cancel() }).write([
      resultPlan('Kết quả', 2, 'mới'),
      resultPlan('Báo cáo', 2, 'mới'),
    ]);
    for (const name of ['Kết quả', 'Báo cáo'])
      expect([stampOf(book.sheet(name)), book.sheet(name)?.cell(0, 0)?.value]).toEqual([undefined, UNFINISHED]);
  });

  test('the details of a failure name the place, never what the cells hold', async () => {
    const { host, door } = await prepared(true);
    host.faults.push({ kind: 'error', code: 'AccessDenied', when: ({ member }) => member === 'Range.formulas=' });
    const result = await door.write([resultPlan('Kết quả', 2, 'mới')]);
    const detail = result.ok ? '' : (result.error.detail ?? '');
    expect(detail).toMatch(/^AccessDenied · Range\.formulas=/);
    expect(detail).not.toMatch(/Sở|KẾT QUẢ|HYPERLINK/);
  });

  test('the second of several round trips of a long write is refused: the previous results are back', async () => {
    const { host, book, door } = await prepared(true);
    const old = contents(book.sheet('Kết quả'));
    const rows = Array.from({ length: 40_000 }, (_, index) => ({
      cells: [{ value: `lý do số ${String(index)} ${'x'.repeat(120)}` }],
    }));
    const second = host.syncs + 4;
    host.faults.push({ kind: 'status', status: 5103, when: ({ batch }) => batch === second });
    const result = await door.write([{ ...resultPlan('Kết quả', 1, 'mới'), rows, merges: [], print: null }]);
    expect(result).toMatchObject({ ok: false, error: { code: 'excel-too-large' } });
    expect(!result.ok && result.error.halfWritten).toBeFalsy();
    expect([contents(book.sheet('Kết quả')), stampOf(book.sheet('Kết quả'))]).toEqual([old, `="${realStamp('cũ')}"`]);
  });

  test('results of an earlier session come back with their numbers and formulas', async () => {
    const { host, book, door } = await prepared(false);
    const old = contents(book.sheet('Kết quả'));
    host.faults.push({ kind: 'error', code: 'GeneralException', when: ({ member }) => member === 'Range.merge()' });
    expect((await door.write([resultPlan('Kết quả', 2, 'mới')])).ok).toBe(false);
    expect([contents(book.sheet('Kết quả')), stampOf(book.sheet('Kết quả'))]).toEqual([old, `="${realStamp('cũ')}"`]);
  });

  test('a half-written sheet is known as ours, and the next write makes it whole', async () => {
    const { host, book, door } = await prepared(false);
    host.faults.push({
      kind: 'error',
      code: 'GeneralException',
      times: 99,
      when: ({ member }) => member === 'Range.merge()',
    });
    await door.write([resultPlan('Kết quả', 2, 'mới')]);
    host.faults.length = 0;
    expect((await door.write([resultPlan('Kết quả', 2, 'mới')])).ok).toBe(true);
    expect([stampOf(book.sheet('Kết quả')), book.sheet('Kết quả')?.cell(0, 0)?.value]).toEqual([
      `="${realStamp('mới')}"`,
      'KẾT QUẢ CHẤM ĐIỂM',
    ]);
  });

  test('the user switches sheets while it writes: nothing depends on the active sheet', async () => {
    const { host, book, door } = await prepared(true);
    host.faults.push({ kind: 'delay', ms: 20, when: ({ batch }) => batch === host.syncs });
    const writing = door.write([resultPlan('Kết quả', 2, 'mới')]);
    book.active = 2;
    expect((await writing).ok).toBe(true);
    expect([book.active, stampOf(book.sheet('Kết quả'))]).toEqual([2, `="${realStamp('mới')}"`]);
  });

  test('the pane is closed while it writes: the banner stands until the last action', async () => {
    const { host, book } = await prepared(true);
    host.faults.push({ kind: 'silence', when: ({ member }) => member === 'RangeFormat.columnWidth=' });
    void createExcelDoor({ ms: 20, onSlow: () => {} }).write([resultPlan('Kết quả', 2, 'mới')]);
    await pause(30);
    expect([book.sheet('Kết quả')?.cell(0, 0)?.value, stampOf(book.sheet('Kết quả'))]).toEqual([UNFINISHED, undefined]);
  });
});
