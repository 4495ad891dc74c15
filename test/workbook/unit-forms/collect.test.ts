/** Forms of units: sent, filled in by other tools, collected; what is wrong with one is named, the rest is taken. */
import { judge } from '../../../src/workbook/judgement';
import { formProblemText, isFault } from '../../../src/workbook/unit-forms';
import { inverseOf } from '../../../src/sheets/change/inverse';
import { editCells, readWorkbook } from '../../../src/xlsx';
import { cellsIn, done, errorsIn, judged, sheetIn, valueOf } from '../change/support';
import {
  collected,
  emptyBook,
  faultsOf,
  filled,
  filledBySheetJs,
  notesOf,
  sent,
  UNITS_24,
  written,
  type Edits,
  type FormFile,
} from './support';

const POINTS: Edits = [
  ['I.1', 'Tự chấm', 24.5],
  ['I.2', 'Tự chấm', 14],
  ['II.1', 'Tự chấm', 7.25],
  ['I.1', 'Minh chứng', 'Báo cáo số 12'],
  ['I.2', 'Giải trình', 'Chậm một tháng'],
  ['T.1', 'Tự chấm', 5],
];

/** The score of a unit by the reader of standard workbooks. */
const scoreIn = (book: Uint8Array, unit: string, code: string, level = 'self'): unknown => {
  const entry = judged(book)
    .book.scores.find((one) => one.unit === unit && one.level === level)
    ?.entries.get(code);
  return entry?.kind === 'number' ? entry.value : entry?.kind;
};
const dataIn = (book: Uint8Array, unit: string) =>
  judged(book).book.data.flatMap((row) => (row.unit === unit ? [[row.criterion, row.evidence, row.remark]] : []));

test('24 forms in one step: two faulty ones named, the rest taken; a second time nothing changes', async () => {
  const book = emptyBook(UNITS_24);
  const forms = sent(book);
  expect(new Set(forms.map(({ name }) => name)).size).toBe(24);
  const back: FormFile[] = [];
  for (const [index, form] of forms.entries()) {
    const bytes =
      index === 4
        ? await filled(form.bytes, [...POINTS, ['I.1', 'Tự chấm', 26]])
        : index === 9
          ? await filled(form.bytes, [...POINTS, ['I.1', 'Điểm tối đa', 30]])
          : index % 2 === 0
            ? await filled(form.bytes, POINTS)
            : filledBySheetJs(form.bytes, POINTS);
    back.push({ ...form, bytes });
  }
  const first = collected(book, back);
  expect(faultsOf(first)).toEqual(['phieu-05-so-thu-5.xlsx: score-above-max', 'phieu-10-so-thu-10.xlsx: max-changed']);
  expect(first.missing).toEqual(['ST5', 'ST10'].map((code) => forms.find(({ unit }) => unit === code)?.unit));
  expect(first.files.filter(({ isTaken }) => isTaken)).toHaveLength(22);
  expect(first.cells.filter(({ state }) => state === 'new')).toHaveLength(22 * POINTS.length);
  const full = written(book, first);
  expect([scoreIn(full, 'ST1', 'I.1'), scoreIn(full, 'ST24', 'II.1'), scoreIn(full, 'ST5', 'I.1')]).toEqual([
    '24.5',
    '7.25',
    'blank',
  ]);
  expect(dataIn(full, 'ST24')).toEqual([
    ['I.1', 'Báo cáo số 12', null],
    ['I.2', null, 'Chậm một tháng'],
  ]);
  expect(dataIn(full, 'ST5')).toEqual([]);
  expect(errorsIn(full)).toEqual([]);
  // The head of the book and the other level are as they were.
  expect(judged(full).book.scores.filter(({ level }) => level !== 'self')).toEqual(
    judged(book).book.scores.filter(({ level }) => level !== 'self'),
  );
  const second = collected(full, back);
  expect([second.proposal, second.undecided, new Set(second.cells.map(({ state }) => state))]).toEqual([
    null,
    0,
    new Set(['same']),
  ]);
});

test('new rows of evidence look like the others and stay below them; the undo takes all of it back', async () => {
  const book = emptyBook(['Sở A', 'Sở B']);
  const back = await Promise.all(
    sent(book).map(async (form) => ({ ...form, bytes: await filled(form.bytes, POINTS) })),
  );
  const { proposal } = collected(book, back);
  const { bytes, previous } = valueOf(editCells(book, proposal?.changes ?? []));
  const rows = sheetIn(bytes, 'Số liệu')
    .rows.slice(3, 8)
    .map((row) => row?.map((cell) => cell?.value ?? null).slice(0, 7));
  expect(rows.map((row) => row?.slice(0, 2))).toEqual([
    ['SA', 'I.1'],
    ['SA', 'I.2'],
    ['SB', 'I.1'],
    ['SB', 'I.2'],
    undefined,
  ]);
  expect(cellsIn(valueOf(editCells(bytes, previous)).bytes)).toEqual(cellsIn(book));
  expect(inverseOf(cellsIn(book), proposal?.changes ?? []).length).toBeGreaterThan(0);
});

test('a cell of the book that says something else is shown and waits for an answer', async () => {
  const book = emptyBook(['Sở A', 'Sở B'], { scores: { SA: { self: { 'I.1': 20, 'I.3': 9 } } } });
  const [form] = sent(book);
  if (form === undefined) throw new Error('no form');
  // What stands in the book is in the form when it is sent.
  const bytes = await filled(form.bytes, [
    ['I.1', 'Tự chấm', 21],
    ['I.3', 'Tự chấm', null],
    ['I.2', 'Tự chấm', 15],
  ]);
  const asked = collected(book, [{ ...form, bytes }]);
  expect([asked.undecided, asked.proposal]).toEqual([1, null]);
  const states = asked.cells
    .filter(({ state }) => state !== 'same')
    .map(({ criterion, state, was, is, from }) => [criterion, state, was, is, from?.place.row]);
  expect(states).toEqual([
    ['I.1', 'differs', '20', '21', 8],
    ['I.2', 'new', '', '15', 9],
    ['I.3', 'kept', '9', '', 10],
  ]);
  const kept = written(book, collected(book, [{ ...form, bytes }], { differing: 'keep' }));
  expect(['I.1', 'I.2', 'I.3'].map((code) => scoreIn(kept, 'SA', code))).toEqual(['20', '15', '9']);
  const replaced = written(book, collected(book, [{ ...form, bytes }], { differing: 'replace' }));
  expect(['I.1', 'I.2', 'I.3'].map((code) => scoreIn(replaced, 'SA', code))).toEqual(['21', '15', '9']);
});

describe('what is wrong with a form is named with its cell', () => {
  const units = ['Sở A', 'Sở B'];
  const book = emptyBook(units);
  const said = async (
    edits: Edits,
    more?: Parameters<typeof filled>[2],
    into = book,
    from = book,
  ): Promise<string[]> => {
    const [form] = sent(from);
    if (form === undefined) throw new Error('no form');
    const { files } = collected(into, [{ ...form, bytes: await filled(form.bytes, edits, more) }]);
    return files.flatMap(({ problems }) =>
      problems.filter(isFault).map((problem) => formProblemText(problem, judge(cellsIn(into)).book, 'vi')),
    );
  };

  test.each<[string, Edits, RegExp]>([
    [
      'changed maximum',
      [['I.1', 'Điểm tối đa', 30]],
      /^Phiếu chấm!C9: Điểm tối đa của “Hoàn thành.*” ghi 30, sổ là 25\./,
    ],
    [
      'another unit’s name',
      [['', 'Đơn vị', 'Sở B']],
      /^Phiếu chấm!C4: Phần đầu phiếu bị sửa: “Đơn vị” ghi “Sở B”, phiếu này phát cho “Sở A”/,
    ],
    [
      'another unit’s code',
      [['', 'Mã đơn vị', 'SB']],
      /^Phiếu chấm!C5: .*“Mã đơn vị” ghi “SB”, phiếu này phát cho “SA”/,
    ],
    ['another year by hand', [['', 'Năm', '2025']], /^Phiếu chấm!C3: .*“Năm” ghi “2025”/],
    ['text of a criterion', [['I.2', 'Tiêu chí', 'Việc khác']], /^Phiếu chấm!B10: Tiêu chí I\.2 ghi “Việc khác”/],
    ['a code that is no more', [['I.2', 'Mã', 'I.9']], /Phiếu chấm!C10: Dòng không có trong sổ: I\.9/],
    ['a code twice', [['I.2', 'Mã', 'I.1']], /Phiếu chấm!A10: Dòng I\.1 .* có hai lần/],
    ['points with a remark', [['I.1', 'Tự chấm', '24 (đã thống nhất)']], /^Phiếu chấm!D9: /],
    ['negative points', [['I.1', 'Tự chấm', -1]], /^Phiếu chấm!D9: /],
    ['not applicable where that is forbidden', [['I.1', 'Tự chấm', 'KAD']], /^Phiếu chấm!D9: /],
  ])('%s', async (_, edits, sentence) => {
    expect((await said(edits))[0]).toMatch(sentence);
  });

  test('of another bloc, of another year, of rules that changed since', async () => {
    const other = emptyBook(units, { info: { name: 'Khối thi đua số 2', year: 2026 } });
    expect(await said(POINTS, undefined, book, other)).toEqual([
      'Phiếu chấm!C2: Phiếu của khối khác: ghi “Khối thi đua số 2”, sổ này là “Khối thi đua số 1”. Thu vào đúng sổ.',
    ]);
    const older = emptyBook(units, { info: { name: 'Khối thi đua số 1', year: 2025 } });
    expect((await said(POINTS, undefined, book, older))[0]).toMatch(
      /^Phiếu chấm!C3: Phiếu của năm khác: ghi 2025, sổ này là năm 2026/,
    );
    const [a] = sent(emptyBook(['Sở Z']));
    if (a === undefined) throw new Error('no form');
    expect(faultsOf(collected(book, [a]))).toEqual(['phieu-01-so-z.xlsx: other-unit']);
    const before = await said([], undefined, emptyBook(units, {}, 'minh-hoa-1000'), book);
    expect(before.filter((line) => /Điểm tối đa của .* ghi 25, sổ là 250/.test(line))).toHaveLength(1);
  });

  test('rows taken out and put in, a sheet that is no form, a form of the other kind', async () => {
    expect(
      (
        await said([], (sheet) => {
          sheet.spliceRows(10, 1);
        })
      )[0],
    ).toMatch(/Thiếu dòng I\.2/);
    expect(
      (
        await said([], (sheet) => {
          sheet.getCell('A14').value = 'V';
          sheet.getCell('D14').value = 3;
        })
      ).join(),
    ).toMatch(/Dòng không có trong sổ: V/);
    expect(faultsOf(collected(book, [{ name: 'so.xlsx', bytes: book }]))).toEqual(['so.xlsx: no-form']);
    expect(faultsOf(collected(book, [{ name: 'x.xlsx', bytes: new Uint8Array([1, 2, 3]) }]))).toEqual([
      'x.xlsx: file-not-xlsx',
    ]);
    expect(faultsOf(collected(book, sent(book, 'peer').slice(0, 1)))).toEqual(['cham-cheo-01-so-a.xlsx: other-kind']);
  });

  test('two forms of one unit: the same counts once, different ones not at all', async () => {
    const [form] = sent(book);
    if (form === undefined) throw new Error('no form');
    const copy = { ...form, name: 'ban-sao.xlsx' };
    const twice = collected(book, [form, copy]);
    expect([faultsOf(twice), notesOf(twice), twice.missing]).toEqual([[], ['same-file'], ['SB']]);
    const changed = { ...copy, bytes: await filled(form.bytes, POINTS) };
    expect(faultsOf(collected(book, [form, changed]))).toEqual([
      `${form.name}: unit-twice`,
      'ban-sao.xlsx: unit-twice',
    ]);
  });
});

test('what is no fault is said: numbers as texts, formulas, sums typed over, contents nobody asked for, hidden rows, more sheets', async () => {
  const book = emptyBook(['Sở A', 'Sở B']);
  const [form] = sent(book);
  if (form === undefined) throw new Error('no form');
  const bytes = await filled(form.bytes, [['I.1', 'Tự chấm', '24,5 điểm']], (sheet, workbook) => {
    sheet.getCell('D10').value = { formula: '7+7', result: 14 } as never;
    sheet.getCell('D8').value = 40;
    sheet.getCell('F8').value = 'ở dòng nhóm';
    sheet.getCell('Z9').value = 'ngoài bảng';
    sheet.getCell('Z10').value = 'cùng cột';
    sheet.getRow(9).hidden = true;
    sheet.getCell('D11').value = 6.75;
    sheet.getCell('D11').numFmt = '0';
    sheet.getCell('D12').note = 'xem lại';
    workbook.addWorksheet('Thêm').getCell('A1').value = 1;
  });
  const result = collected(book, [{ ...form, bytes }]);
  expect(faultsOf(result)).toEqual([]);
  expect(notesOf(result).sort()).toEqual([
    'comments',
    'formula',
    'hidden',
    'not-asked',
    'number-in-text',
    'sheet-unread',
    'shown-otherwise',
    'sum-typed',
    'unread',
  ]);
  const full = written(book, result);
  expect([scoreIn(full, 'SA', 'I.1'), scoreIn(full, 'SA', 'I.2')]).toEqual(['24.5', '14']);
});

test('a way of scoring changed since is named; a unit renamed since is told and taken', async () => {
  const criteria = [
    { code: 'I', name: 'Nhóm', max: 10, way: 'nhóm' },
    { code: 'I.1', name: 'Việc', max: 10 },
  ];
  const book = emptyBook(['Sở A', 'Sở B'], { criteria });
  const [form] = sent(book);
  if (form === undefined) throw new Error('no form');
  const stepped = emptyBook(['Sở A', 'Sở B'], {
    criteria: criteria.map((row) => ({ ...row, ...(row.code === 'I.1' ? { step: 0.5 } : {}) })),
  });
  expect(faultsOf(collected(stepped, [form]))).toEqual([`${form.name}: other-rules`]);
  const { file } = done(book, { kind: 'renameUnit', unit: 'Sở A', name: 'Sở A và B' });
  const bytes = await filled(form.bytes, [['I.1', 'Tự chấm', 7]]);
  const result = collected(file, [{ ...form, bytes }]);
  expect([faultsOf(result), notesOf(result), scoreIn(written(file, result), 'SA', 'I.1')]).toEqual([
    [],
    ['unit-renamed'],
    '7',
  ]);
});

test('texts around the table are known as they were sent; names of who signs are none of ours; any other is said', async () => {
  const book = emptyBook(['Sở A', 'Sở B']);
  const [form] = sent(book);
  if (form === undefined) throw new Error('no form');
  const said = async (more: Parameters<typeof filled>[2]): Promise<string[]> => {
    const { files } = collected(book, [{ ...form, bytes: await filled(form.bytes, [], more) }]);
    return files.flatMap(({ problems }) =>
      problems.map((problem) => formProblemText(problem, judged(book).book, 'vi')),
    );
  };
  expect(await said(undefined)).toEqual([]);
  const lastRow = sheetIn(form.bytes, 'Phiếu chấm').rows.length;
  const signed = lastRow - 4;
  expect(
    await said((sheet) => {
      sheet.getCell(`C${String(signed)}`).value = 'Nguyễn Văn A';
    }),
  ).toEqual([]);
  for (const cell of [
    'A1',
    'A6',
    'J2',
    'C7',
    `D${String(lastRow - 5)}`,
    `A${String(lastRow + 2)}`,
    `M${String(lastRow)}`,
  ])
    expect([
      cell,
      (
        await said((sheet) => {
          sheet.getCell(cell).value = 'Mục I.2 chưa chấm';
        })
      ).length,
    ]).toEqual([cell, 1]);
});

test('a formula that holds another value than it gives, or one that changes by itself, keeps the form out', async () => {
  const book = emptyBook(['Sở A', 'Sở B']);
  const [form] = sent(book);
  if (form === undefined) throw new Error('no form');
  const bytes = await filled(form.bytes, [], (sheet) => {
    sheet.getCell('D9').value = { formula: '7+8', result: 14 } as never;
    sheet.getCell('D10').value = { formula: 'RAND()', result: 0.5 } as never;
  });
  const result = collected(book, [{ ...form, bytes }]);
  expect(faultsOf(result)).toEqual([`${form.name}: formula-not-calculated`, `${form.name}: formula-unsteady`]);
});

test('what a form says never becomes a formula, nor a unit’s name a path', async () => {
  const book = emptyBook(['../../etc/passwd', 'CON', '=HYPERLINK("x")', 'Sở A/B:C*?']);
  const forms = sent(book);
  for (const { name } of forms) expect(name).toMatch(/^phieu-\d\d(-[a-z0-9]+)*\.xlsx$/);
  const [form] = forms;
  if (form === undefined) throw new Error('no form');
  const full = written(
    book,
    collected(book, [
      {
        ...form,
        bytes: await filled(form.bytes, [
          ['I.1', 'Minh chứng', '=1+1'],
          ['I.1', 'Giải trình', '@x'],
        ]),
      },
    ]),
  );
  const row = sheetIn(full, 'Số liệu').rows[3];
  expect(row?.slice(5, 7).map((cell) => [cell?.value, cell?.formula])).toEqual([
    ['=1+1', undefined],
    ['@x', undefined],
  ]);
});

test('data that a way of scoring asks for: only where it asks, into the row of Số liệu', async () => {
  const criteria = [
    { code: 'I', name: 'Nhóm', max: 30, way: 'nhóm' },
    { code: 'I.1', name: 'Tỷ lệ', max: 10, way: 'tỷ lệ' },
    { code: 'I.2', name: 'Theo lần', max: 10, way: 'theo lần', parameter: '0,5' },
    { code: 'I.3', name: 'Điểm', max: 10 },
  ];
  const book = emptyBook(['Sở A', 'Sở B'], { criteria, data: [{ unit: 'SA', criterion: 'I.1', target: 100 }] });
  const [form] = sent(book);
  if (form === undefined) throw new Error('no form');
  const bytes = await filled(form.bytes, [
    ['I.1', 'Thực hiện', 95],
    ['I.2', 'Số lần', 3],
    ['I.3', 'Số lần', 8],
  ]);
  const result = collected(book, [{ ...form, bytes }]);
  expect([faultsOf(result), notesOf(result)]).toEqual([[], ['not-asked']]);
  const { data } = judged(written(book, result)).book;
  const numbers = data.map(({ criterion, target, actual, count }) => [
    criterion,
    ...[target, actual, count].map((entry) => (entry.kind === 'number' ? entry.value : null)),
  ]);
  expect(numbers).toEqual([
    ['I.1', '100', '95', null],
    ['I.2', null, null, '3'],
  ]);
  const bad = await filled(form.bytes, [['I.2', 'Số lần', -1]]);
  expect(faultsOf(collected(book, [{ ...form, bytes: bad }]))).toEqual([`${form.name}: count-invalid`]);
});

test('a workbook whose rows and columns are in doubt sends nothing and takes nothing; a level must have a column', () => {
  const book = emptyBook(['Sở A', 'Sở B'], { levels: ['bloc'] });
  expect(() => sent(book)).toThrow('level-unknown');
  expect(sent(book, 'own', 'khối chấm')).toHaveLength(2);
  const twice = emptyBook(['Sở A', 'Sở A']);
  expect(() => sent(twice)).toThrow('unsafe-before');
  expect(valueOf(readWorkbook(book)).sheets.length).toBeGreaterThan(3);
});
