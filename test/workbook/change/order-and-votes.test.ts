/** The order of units, ballots and grades by command: what is moved and moved back, added and taken out, is as it was. */
import type { Wish } from '../../../src/workbook/change';
import { proposeChange } from '../../../src/workbook/change';
import { changeLines, consequenceLines, refusalText } from '../../../src/workbook/change/words';
import { calculate } from '../../../src/sheets/formula/calculator';
import { planResults } from '../../../src/workbook/job';
import { editCells, writeSheets } from '../../../src/xlsx';
import {
  cellsIn,
  columnOf,
  done,
  errorsIn,
  judged,
  sample,
  SAMPLES,
  sheetIn,
  undone,
  valueOf,
  verdictOf,
} from './support';

const withResults = (file: Uint8Array): Uint8Array =>
  valueOf(writeSheets(file, planResults(judged(file), { now: new Date(2026, 0, 30, 14, 5), allowErrors: true })));

/** Everything that is read of the sheets but what formulas give; the order of merged areas means nothing. */
const sheetsOf = (file: Uint8Array): unknown =>
  cellsIn(file).sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row?.map((cell) => (cell?.formula === undefined ? cell : { formula: cell.formula, format: cell.format })),
    ),
    merges: sheet.merges?.map((area) => JSON.stringify(area)).sort(),
  }));
const idsOf = (file: Uint8Array): string[] => judged(file).book.units.map(({ id }) => id);

/** What the sheet of results shows. */
const resultsIn = (file: Uint8Array): unknown =>
  sheetIn(file, 'Kết quả').rows.map((row) => row?.map((cell) => cell?.value ?? null));

/** The units of `Chấm điểm` from left to right. */
const columnsOf = (file: Uint8Array): string[] => [
  ...new Set(
    judged(file)
      .book.scores.map(({ unit, entries }) => ({ unit, column: [...entries.values()][0]?.place.column ?? 0 }))
      .sort((a, b) => a.column - b.column)
      .map(({ unit }) => unit),
  ),
];

/** All scores, by unit. */
const scoresOf = (file: Uint8Array): unknown =>
  Object.fromEntries(
    judged(file).book.scores.map(({ unit, level, entries }) => [
      `${unit} ${level}`,
      [...entries].map(([code, entry]) => [code, 'value' in entry ? entry.value : entry.kind]),
    ]),
  );

describe.each([...SAMPLES, 'D with results'] as const)('sample %s', (name) => {
  const file = name === 'D with results' ? withResults(sample('D')) : sample(name);
  const before = verdictOf(file);
  const { book, fingerprint, evaluation } = judged(file);
  const [first, second] = book.units;
  const last = book.units.at(-1);

  test('a unit down and up again: the same inputs all the time, to the cell at the end', () => {
    const down = done(file, { kind: 'moveUnit', unit: first?.name ?? '', direction: 'down' });
    const is = judged(down.file);
    expect(idsOf(down.file).slice(0, 2)).toEqual([second?.id, first?.id]);
    expect([is.fingerprint, down.proposal.saysTheSame]).toEqual([fingerprint, true]);
    expect(scoresOf(down.file)).toEqual(scoresOf(file));
    expect(errorsIn(down.file)).toEqual(errorsIn(file));
    const totals = (of: typeof evaluation) =>
      Object.fromEntries(of.units.map(({ id, total, rank }) => [id, [total, rank]]));
    expect(totals(is.evaluation)).toEqual(totals(evaluation));
    expect(is.evaluation.awards.map(({ id, units, status }) => [id, [...units].sort(), status])).toEqual(
      evaluation.awards.map(({ id, units, status }) => [id, [...units].sort(), status]),
    );
    // What `Kết quả` calculates from the cells is the same, too.
    if (name === 'D with results')
      expect(resultsIn(valueOf(editCells(file, down.proposal.changes, calculate)).bytes)).toEqual(resultsIn(file));
    // In `Chấm điểm` too.
    expect(columnsOf(down.file).slice(0, 2)).toEqual(columnsOf(file).slice(0, 2).reverse());
    expect(consequenceLines(down.proposal, 'vi').join('\n')).toContain('mã số liệu giữ nguyên');
    expect(verdictOf(done(down.file, { kind: 'moveUnit', unit: first?.name ?? '', direction: 'up' }).file)).toEqual(
      before,
    );
    expect(sheetsOf(undone(down))).toEqual(sheetsOf(file));
  });

  test('the ends of the list are ends', () => {
    for (const [unit, direction] of [
      [first, 'up'],
      [last, 'down'],
    ] as const) {
      const proposed = proposeChange(cellsIn(file), { kind: 'moveUnit', unit: unit?.name ?? '', direction });
      expect(proposed.ok ? '' : refusalText(proposed.error, 'vi')).toMatch(/đã đứng ở đầu/);
    }
  });

  test('a grade and counts of a ballot, added and taken out again', () => {
    const counts = { members: '20', present: '18', issued: '18', returned: '18', valid: '17', favour: '16' };
    const unit = last?.name ?? '';
    const post = book.info.kind === 'cluster' ? 'Trưởng cụm' : 'Trưởng khối';
    const known = book.ballots.some(({ ballot, unit: of }) => of === last?.id && /^TRUONG_/.test(ballot));
    const added: Wish[] = [
      ...(known ? [] : [{ kind: 'addBallot', ballot: post, unit, counts } as const]),
      { kind: 'addBand', name: 'Vượt bậc', from: '1000,5', limit: '2' },
    ];
    const wishes: Wish[] = [
      { kind: 'removeBand', name: 'vượt bậc' },
      ...(known ? [] : [{ kind: 'removeBallot', ballot: post, unit } as const]),
    ];
    const full = added.reduce((now, wish) => done(now, wish).file, file);
    const is = judged(full).book;
    expect(is.bands[0]).toMatchObject({ name: 'Vượt bậc', from: '1000.5', limit: { kind: 'number', places: '2' } });
    if (!known)
      expect(is.ballots.at(-1)).toMatchObject({ unit: last?.id, favour: { value: '16' }, members: { value: '20' } });
    expect(verdictOf(wishes.reduce((now, wish) => done(now, wish).file, full))).toEqual(before);
  });
});

test('grades stand at their height, are changed and changed back, and one that a condition names stays', () => {
  const file = sample('B');
  const grades: Wish[] = [
    { kind: 'addBand', name: 'Khá', from: '70', limit: '' },
    { kind: 'addBand', name: 'Xuất sắc', from: '90', limit: '20% đơn vị' },
    { kind: 'addBand', name: 'Tốt', from: '80', limit: '' },
    { kind: 'addBand', name: 'Chưa đạt', from: '', limit: '' },
  ];
  const full = judged(file).book.bands.reduce((now, { name }) => done(now, { kind: 'removeBand', name }).file, file);
  const made = grades.reduce((now, wish) => done(now, wish).file, full);
  expect(judged(made).book.bands.map(({ name, from }) => [name, from])).toEqual([
    ['Xuất sắc', '90'],
    ['Tốt', '80'],
    ['Khá', '70'],
    ['Chưa đạt', null],
  ]);
  const changed = done(made, { kind: 'changeBand', name: 'tốt', from: '82,5', limit: '5' });
  expect(changeLines(changed.proposal, 'vi').join('\n')).toMatch(/\(Tốt\): “80” thành “82,5”/);
  expect(judged(changed.file).book.bands[1]).toMatchObject({ from: '82.5', limit: { places: '5' } });
  expect(verdictOf(done(changed.file, { kind: 'changeBand', name: 'Tốt', from: '80', limit: '' }).file)).toEqual(
    verdictOf(made),
  );
  const named = done(made, {
    kind: 'addCondition',
    scope: 'xếp loại Tốt',
    field: 'tổng điểm',
    op: '>=',
    value: '81',
    effect: '',
  });
  const proposed = proposeChange(cellsIn(named.file), { kind: 'removeBand', name: 'Tốt' });
  expect(proposed.ok ? 'done' : refusalText(proposed.error, 'vi')).toMatch(/sau đó sổ sẽ có lỗi: Điều kiện!/);
});

test('formulas follow the units: of data, of the bloc’s own sheet; a torn area is told', () => {
  const file = sample('B');
  const { book } = judged(file);
  const [first, second] = book.units;
  const column = (unit: string | undefined): number =>
    book.scores.find((one) => one.unit === unit && one.level === 'self')?.entries.get('I.1') === undefined
      ? -1
      : (book.scores.find((one) => one.unit === unit && one.level === 'self')?.entries.get('I.1')?.place.column ?? -1);
  const [a, b] = [column(first?.id), column(second?.id)];
  const row = book.scores[0]?.entries.get('I.1')?.place.row ?? -1;
  const letter = (at: number): string => String.fromCharCode(65 + at);
  const place = (at: number) => ({ sheet: 'Chấm điểm', row, column: at });
  const own = valueOf(
    editCells(file, [
      { place: place(a), value: '', formula: '10+5', overLocked: true },
      {
        place: { sheet: 'Đơn vị', row: 30, column: 12 },
        value: '',
        overLocked: true,
        formula: `'Chấm điểm'!${letter(a)}${String(row + 1)}*2`,
      },
      {
        place: { sheet: 'Đơn vị', row: 31, column: 12 },
        value: '',
        overLocked: true,
        formula: `SUM('Chấm điểm'!${letter(a)}1:${letter(2 * b - a - 1)}9)`,
      },
      {
        place: { sheet: 'Đơn vị', row: 32, column: 12 },
        value: '',
        overLocked: true,
        formula: `SUM('Chấm điểm'!A1:${letter(a)}9)`,
      },
    ]),
  ).bytes;
  const { file: moved, proposal } = done(own, { kind: 'moveUnit', unit: first?.id ?? '', direction: 'down' });
  expect(sheetIn(moved, 'Chấm điểm').rows[row]?.[b]?.formula).toBe('10+5');
  expect(columnOf(moved, 'Đơn vị', 12)).toHaveLength(33);
  const formulas = [30, 31, 32].map((at) => sheetIn(moved, 'Đơn vị').rows[at]?.[12]?.formula);
  expect(formulas[0]).toBe(`'Chấm điểm'!${letter(b)}${String(row + 1)}*2`);
  expect(formulas[2]).toBe(`SUM('Chấm điểm'!A1:${letter(a)}9)`);
  expect(changeLines(proposal, 'vi').filter((line) => line.startsWith('Công thức riêng'))).toEqual([
    expect.stringContaining('“Đơn vị”, ô M33'),
  ]);
});

describe('refused, with a sentence, and nothing done', () => {
  const cells = cellsIn(sample('B'));
  const unit = judged(sample('B')).book.units[0]?.name ?? '';
  const { ballot, unit: voted } = judged(sample('B')).book.ballots[0] ?? { ballot: '', unit: '' };
  const counts = { members: '', present: '', issued: '', returned: '', valid: '', favour: '3' };
  test.each<[Wish, RegExp]>([
    [{ kind: 'moveUnit', unit: 'Sở Z', direction: 'up' }, /đơn vị “Sở Z”/],
    [{ kind: 'addBallot', ballot: 'Thư khen', unit, counts }, /lần bầu nào tên “Thư khen”/],
    [{ kind: 'addBallot', ballot: 'Trưởng khối', unit: 'Sở Z', counts }, /đơn vị “Sở Z”/],
    [{ kind: 'addBallot', ballot, unit: voted, counts }, /Đã có kết quả bỏ phiếu này/],
    [{ kind: 'addBallot', ballot: 'Trưởng khối', unit, counts: { ...counts, favour: 'nhiều' } }, /không phải “nhiều”/],
    [
      { kind: 'addBallot', ballot: 'Trưởng khối', unit, counts: { ...counts, favour: '' } },
      /Số phiếu phải là số nguyên/,
    ],
    [
      { kind: 'removeBallot', ballot: 'Phó Trưởng khối', unit: judged(sample('B')).book.units[5]?.name ?? '' },
      /Không có kết quả bỏ phiếu/,
    ],
    [{ kind: 'addBand', name: ' ', from: '9', limit: '' }, /Chưa có tên/],
    [{ kind: 'addBand', name: 'Tốt', from: 'chín', limit: '' }, /không phải “chín”/],
    [{ kind: 'addBand', name: 'Tốt', from: '9', limit: 'vài' }, /sau đó sổ sẽ có lỗi: Xếp loại!/],
    [{ kind: 'changeBand', name: 'Z', from: '9', limit: '' }, /mức xếp loại “Z”/],
    [{ kind: 'removeBand', name: 'Z' }, /mức xếp loại “Z”/],
  ])('%j', (wish, sentence) => {
    const proposed = proposeChange(cells, wish);
    expect(proposed.ok ? 'done' : refusalText(proposed.error, 'vi')).toMatch(sentence);
  });
});
