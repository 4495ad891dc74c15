/** Criteria, awards and conditions by command: each with its opposite gives the workbook that was, and what named them follows. */
import fc from 'fast-check';
import { proposeChange, type Wish } from '../../../src/workbook/change';
import { maximaOfLines } from '../../../src/workbook/change/listed';
import { changeLines, refusalText } from '../../../src/workbook/change/words';
import { editCells } from '../../../src/xlsx';
import {
  cellsIn,
  columnOf,
  done,
  errorsIn,
  judged,
  rowOf,
  sample,
  SAMPLES,
  sheetIn,
  undone,
  valueOf,
  verdictOf,
} from './support';

const after = (file: Uint8Array, ...wishes: readonly Wish[]): Uint8Array =>
  wishes.reduce((now, wish) => done(now, wish).file, file);

describe.each(SAMPLES)('sample %s', (name) => {
  const file = sample(name);
  const before = verdictOf(file);
  const { book } = judged(file);
  const points = book.criteria.find(({ way, max }) => way.kind === 'points' && max !== null);
  const group = book.criteria.find(({ code }) => book.criteria.some(({ parent }) => parent === code));

  test('what is added and taken out again leaves the workbook that was', () => {
    const added: Wish[] = [
      { kind: 'addCriteria', criteria: [{ name: 'Việc mới', max: 3 }], under: group?.code ?? null },
      { kind: 'addAward', name: 'Thư khen của khối', quota: '2' },
      {
        kind: 'addCondition',
        scope: book.awards[0]?.id ?? '',
        field: 'tổng điểm',
        op: '>=',
        value: '12,5',
        effect: '',
      },
    ];
    const file1 = after(file, ...added);
    const is = judged(file1).book;
    expect(is.awards.at(-1)).toMatchObject({ name: 'Thư khen của khối', quota: { kind: 'number', places: '2' } });
    expect(is.conditions.at(-1)).toMatchObject({
      scope: { kind: 'awards', awards: [book.awards[0]?.id] },
      field: { kind: 'total' },
      op: '>=',
      value: { number: '12.5' },
      effect: { kind: 'require' },
    });
    const gone: Wish[] = [
      { kind: 'removeCondition', condition: is.conditions.at(-1)?.id ?? '' },
      { kind: 'removeAward', award: 'Thư khen của khối' },
      { kind: 'removeCriterion', criterion: 'Việc mới' },
    ];
    expect(verdictOf(after(file1, ...gone))).toEqual(before);
  });

  test('a text and a way of scoring, changed and changed back', () => {
    const code = points?.code ?? '';
    const back = points?.name ?? '';
    const steps = `0; ${String(points?.max).replace('.', ',')}`;
    const changed = after(
      file,
      { kind: 'renameCriterion', criterion: code, name: 'Nội dung khác' },
      { kind: 'changeWay', criterion: code, way: 'ladder', parameter: steps },
    );
    expect(judged(changed).book.criteria.find((one) => one.code === code)).toMatchObject({
      name: 'Nội dung khác',
      way: { kind: 'ladder', rungs: ['0', points?.max] },
    });
    const restored = after(
      changed,
      { kind: 'changeWay', criterion: code, way: 'points', parameter: '' },
      { kind: 'renameCriterion', criterion: 'Nội dung khác', name: back },
    );
    expect(verdictOf(restored)).toEqual(before);
  });

  test('commands are undone by their own inverse, to the cell', () => {
    // The others have no further kinds of rows.
    if (name !== 'B' && name !== 'E') return;
    const leaf = book.criteria.findLast(({ way }) => way.kind !== 'group')?.code ?? '';
    const wishes: Wish[] = [
      { kind: 'removeAward', award: book.awards.at(-1)?.id ?? '' },
      { kind: 'removeCriterion', criterion: leaf },
    ];
    for (const wish of wishes) {
      if (!proposeChange(cellsIn(file), wish).ok) continue;
      const change = done(file, wish);
      expect(verdictOf(change.file)).not.toEqual(before);
      expect([wish, sheetsOf(undone(change))]).toEqual([wish, sheetsOf(file)]);
    }
    expect(wishes.some((wish) => proposeChange(cellsIn(file), wish).ok)).toBe(true);
  });
});

/** Everything that is read of the sheets; the order of merged areas means nothing. */
const sheetsOf = (file: Uint8Array): unknown =>
  cellsIn(file).sheets.map((sheet) => ({ ...sheet, merges: sheet.merges?.map((area) => JSON.stringify(area)).sort() }));

test('an award that goes takes its ballots, its own conditions and its place beside others with it', () => {
  const file = sample('B');
  const { book } = judged(file);
  const [first] = book.awards;
  const { proposal, file: left } = done(file, { kind: 'removeAward', award: first?.name ?? '' });
  const is = judged(left).book;
  expect(is.awards.map(({ id }) => id)).toEqual(book.awards.slice(1).map(({ id }) => id));
  expect(is.ballots.map(({ ballot, unit }) => [ballot, unit])).toEqual(
    book.ballots.filter(({ ballot }) => ballot !== first?.id).map(({ ballot, unit }) => [ballot, unit]),
  );
  expect(JSON.stringify([is.conditions, is.decisions].map(String))).not.toContain(first?.id);
  expect(
    is.conditions.every(({ scope, field }) => !JSON.stringify([scope, field]).includes(`"${first?.id ?? ''}"`)),
  ).toBe(true);
  expect(changeLines(proposal, 'vi').join('\n')).toMatch(/“Bỏ phiếu”: bỏ 3 dòng của Cờ/);
  expect(errorsIn(left)).toEqual(errorsIn(file));
});

test('a criterion that goes: rows, scores, sums of both sheets, and nothing of another', () => {
  const file = sample('B');
  const { proposal, file: left } = done(file, { kind: 'removeCriterion', criterion: 'I.2' });
  expect(columnOf(left, 'Tiêu chí', 0)).not.toContain('I.2');
  expect(sheetIn(left, 'Chấm điểm').rows[4]?.[3]?.formula).toBe('ROUND(MIN(60,SUM(D6:D8)),12)');
  expect(changeLines(proposal, 'vi').join('\n')).toMatch(/“Chấm điểm”: bỏ 1 dòng của .*, gồm 20 ô đã nhập/);
  const scoresOf = (of: Uint8Array): unknown =>
    judged(of).book.scores.map(({ unit, level, entries }) => [
      unit,
      level,
      [...entries].flatMap(([code, entry]) =>
        code === 'I.2' ? [] : [[code, 'value' in entry ? entry.value : entry.kind]],
      ),
    ]);
  expect(scoresOf(left)).toEqual(scoresOf(file));
  // Ties are parted by group I.
  const whole = proposeChange(cellsIn(file), { kind: 'removeCriterion', criterion: 'I' });
  expect(whole.ok ? 'done' : refusalText(whole.error, 'vi')).toMatch(/sau đó sổ sẽ có lỗi: Quy tắc!/);
  const { file: fewer } = done(file, { kind: 'removeCriterion', criterion: 'III' });
  expect(columnOf(fewer, 'Chấm điểm', 0).filter((code) => /^III\b/.test(String(code)))).toEqual([]);
  const formulas = sheetIn(fewer, 'Chấm điểm').rows.flatMap((row) => row?.flatMap((cell) => cell?.formula ?? []) ?? []);
  expect(formulas.filter((formula) => formula.includes('#REF!'))).toEqual([]);
});

test('a value is typed as a number however the row before it is shown', () => {
  const rows = rowOf(sample('B'), 'Điều kiện', 11);
  const shown = valueOf(
    editCells(sample('B'), [
      { place: { sheet: 'Điều kiện', row: 11, column: 4 }, value: 0.8, format: '0%', overLocked: true },
    ]),
  ).bytes;
  expect(rows[0]).toBe('ĐK9');
  const wish: Wish = { kind: 'addCondition', scope: '', field: 'tổng điểm', op: '>=', value: '90', effect: 'loại' };
  const { file } = done(shown, wish);
  expect(judged(file).book.conditions.at(-1)).toMatchObject({
    id: 'ĐK10',
    value: { number: '90' },
    effect: { kind: 'bar' },
  });
});

test('criteria as people list them', () => {
  expect(
    maximaOfLines(
      'Cải cách hành chính; 10\n\nChuyển đổi số (2,5 đ)\r\nHọc tập\t3\nThi đua 2026: 4 điểm\nKhông có điểm\n',
    ),
  ).toEqual([
    { name: 'Cải cách hành chính', max: 10 },
    { name: 'Chuyển đổi số', max: 2.5 },
    { name: 'Học tập', max: 3 },
    { name: 'Thi đua 2026', max: 4 },
    { name: 'Không có điểm', max: null },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
      expect(maximaOfLines(text)).toHaveLength(lines.length);
    }),
    { numRuns: 200, seed: 7 },
  );
});

describe('refused, with a sentence, and nothing done', () => {
  const cells = cellsIn(sample('B'));
  const refusal = (wish: Wish): string => {
    const proposed = proposeChange(cells, wish);
    return proposed.ok ? 'done' : refusalText(proposed.error, 'vi');
  };
  const condition = { kind: 'addCondition', scope: '', field: 'tổng điểm', op: '>=', value: '90', effect: '' } as const;

  test.each<[Wish, RegExp]>([
    [{ kind: 'addCriteria', criteria: [], under: 'I' }, /Chưa có tên/],
    [{ kind: 'addCriteria', criteria: [{ name: 'X', max: null }], under: 'I' }, /“X” phải là một số không âm/],
    [
      {
        kind: 'addCriteria',
        criteria: [
          { name: 'X', max: 1 },
          { name: 'x', max: 2 },
        ],
        under: 'I',
      },
      /Đã có “x”/,
    ],
    [{ kind: 'renameCriterion', criterion: 'I.1', name: ' ' }, /Chưa có tên/],
    [{ kind: 'renameCriterion', criterion: 'Z', name: 'X' }, /tiêu chí, nhóm “Z”/],
    [{ kind: 'changeWay', criterion: 'I', way: 'points', parameter: '' }, /là nhóm/],
    [{ kind: 'changeWay', criterion: 'I.1', way: 'group', parameter: '' }, /chỉ dùng cho nhóm/],
    [{ kind: 'changeWay', criterion: 'I.1', way: 'points', parameter: '' }, /Không có gì phải đổi/],
    [{ kind: 'changeWay', criterion: 'I.1', way: 'ladder', parameter: 'nhiều mức' }, /sau đó sổ sẽ có lỗi: Tiêu chí!/],
    [{ kind: 'addAward', name: 'Cờ thi đua của UBND tỉnh', quota: '1' }, /Đã có/],
    [{ kind: 'addAward', name: 'Thư khen', quota: '' }, /Số suất/],
    [{ kind: 'addAward', name: 'Thư khen', quota: 'nhiều' }, /sau đó sổ sẽ có lỗi: Khen thưởng!/],
    [{ kind: 'removeAward', award: 'Thư khen' }, /hình thức khen thưởng “Thư khen”/],
    [{ ...condition, value: ' ' }, /chưa có giá trị/],
    [{ ...condition, field: 'điểm cộng thêm' }, /sau đó sổ sẽ có lỗi: Điều kiện!/],
    [{ ...condition, effect: 'phạt' }, /sau đó sổ sẽ có lỗi: Điều kiện!/],
    [{ kind: 'removeCondition', condition: 'ĐK99' }, /điều kiện “ĐK99”/],
  ])('%j', (wish, sentence) => {
    expect(refusal(wish)).toMatch(sentence);
  });

  test('a criterion that a condition or a key of ties names stays', () => {
    const named = cells.sheets.find(({ name }) => name === 'Điều kiện');
    expect(named).toBeDefined();
    const { file } = done(sample('B'), { ...condition, field: 'tiêu chí I.2', value: '5' });
    const proposed = proposeChange(cellsIn(file), { kind: 'removeCriterion', criterion: 'I.2' });
    expect(proposed.ok ? 'done' : refusalText(proposed.error, 'vi')).toMatch(/sau đó sổ sẽ có lỗi: Điều kiện!/);
  });
});
