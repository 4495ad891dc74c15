/** Commands over all sheets: each with its opposite gives the workbook that was, and nothing but what it says differs. */
import { readEntryRules, writeSheets, editCells } from '../../../src/xlsx';
import { planResults } from '../../../src/workbook/job';
import { proposeChange, type Wish } from '../../../src/workbook/change';
import { changeLines, consequenceLines, refusalText } from '../../../src/workbook/change/words';
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

const NEW_UNIT = 'Sở Chuyển đổi số';
const withResults = (file: Uint8Array): Uint8Array =>
  valueOf(writeSheets(file, planResults(judged(file), { now: new Date(2026, 0, 30, 14, 5), allowErrors: true })));

describe.each(SAMPLES)('sample %s', (name) => {
  const file = sample(name);
  const before = verdictOf(file);
  const { book } = judged(file);
  const group = book.criteria.find(({ code }) =>
    book.criteria.some(({ parent, way }) => parent === code && way.kind === 'points'),
  );
  const leaf = book.criteria.find(({ way }) => way.kind === 'points');
  const unit = book.units[1];
  const [first, last] = [book.units[0], book.units.at(-1)];

  test('a unit added and taken out again leaves the workbook that was', () => {
    const added = done(file, { kind: 'addUnit', name: NEW_UNIT });
    expect(judged(added.file).book.units.at(-1)).toMatchObject({ name: NEW_UNIT, id: 'SCDS' });
    expect(errorsIn(added.file)).toEqual(errorsIn(file));
    expect(verdictOf(done(added.file, { kind: 'removeUnit', unit: NEW_UNIT }).file)).toEqual(before);
  });

  test('a unit renamed keeps rank, ballots and decisions, and renamed back is as it was', () => {
    const renamed = done(file, { kind: 'renameUnit', unit: unit?.name ?? '', name: NEW_UNIT });
    const [was, is] = [judged(file), judged(renamed.file)];
    expect(is.evaluation.units).toEqual(
      was.evaluation.units.map((one) => (one.id === unit?.id ? { ...one, name: NEW_UNIT } : one)),
    );
    expect(is.book.ballots).toEqual(was.book.ballots);
    expect(is.book.decisions).toEqual(was.book.decisions);
    expect(is.evaluation.awards).toEqual(was.evaluation.awards);
    expect(verdictOf(done(renamed.file, { kind: 'renameUnit', unit: NEW_UNIT, name: unit?.name ?? '' }).file)).toEqual(
      before,
    );
  });

  test('commands are undone by their own inverse, to the cell', () => {
    const wishes: Wish[] = [
      { kind: 'removeUnit', unit: first?.name ?? '' },
      ...(name === 'E'
        ? ([
            { kind: 'addUnit', name: NEW_UNIT },
            { kind: 'addCriterion', name: 'Chuyển đổi số', max: 2.5, under: group?.name ?? '', isGroup: false },
            { kind: 'removeUnit', unit: last?.id ?? '' },
            { kind: 'addCriterion', name: 'Nhóm mới', max: 10, under: null, isGroup: true },
            { kind: 'changeMaximum', criterion: leaf?.code ?? '', max: 99 },
            { kind: 'changeQuota', award: book.awards[0]?.name ?? '', quota: '7' },
          ] as const)
        : []),
    ];
    for (const wish of wishes) {
      const change = done(file, wish);
      expect([wish, sheetsOf(undone(change))]).toEqual([wish, sheetsOf(file)]);
    }
  });
});

test('the preview is what the file then says', () => {
  const added = done(sample('E'), {
    kind: 'addCriterion',
    name: 'Chuyển đổi số',
    max: 2.5,
    under: 'I',
    isGroup: false,
  });
  for (const [index, { name: sheet, rows }] of added.proposal.after.sheets.entries())
    expect([sheet, contents(cellsIn(added.file).sheets[index]?.rows ?? [])]).toEqual([sheet, contents(rows)]);
});

/** Everything that is read of the sheets; the order of merged areas means nothing. */
const sheetsOf = (file: Uint8Array): unknown =>
  cellsIn(file).sheets.map((sheet) => ({ ...sheet, merges: sheet.merges?.map((area) => JSON.stringify(area)).sort() }));

/** Values and formulas; what a formula gives need not be stored. */
function contents(rows: ReturnType<typeof sheetIn>['rows']): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  rows.forEach((row, at) =>
    row?.forEach((cell, column) => {
      if (cell !== undefined && (cell.value !== null || cell.formula !== undefined))
        found[`${String(at)},${String(column)}`] = cell.formula ?? cell.value;
    }),
  );
  return found;
}

describe('a unit, in sample D of 24 units with its results', () => {
  const file = withResults(sample('D'));

  test('added: list, score sheet, meeting, lists of choices, print area; results say that they are old', () => {
    const added = done(file, { kind: 'addUnit', name: '  Sở   Chuyển đổi số ' });
    expect(columnOf(added.file, 'Đơn vị', 1)[27]).toBe(NEW_UNIT);
    const headers = rowOf(added.file, 'Chấm điểm', 2);
    expect(headers.filter(Boolean)).toHaveLength(3 + 25);
    expect(headers.at(-2) ?? headers.at(-1)).toBe(NEW_UNIT);
    expect(rowOf(added.file, 'Chấm điểm', 3).slice(-2)).toEqual(rowOf(file, 'Chấm điểm', 3).slice(-2));
    const sums = sheetIn(added.file, 'Chấm điểm').rows.map((row) => row?.[52]?.formula);
    expect(sums.filter(Boolean)).toEqual(
      sheetIn(file, 'Chấm điểm')
        .rows.map((row) => row?.[50]?.formula?.replaceAll('AY', 'BA'))
        .filter(Boolean),
    );
    expect(columnOf(added.file, 'Dự họp', 0)).toContain('SCDS');
    expect(
      cellsIn(added.file).names?.find(({ name, sheet }) => name === '_xlnm.Print_Area' && sheet === 5)?.formula,
    ).toMatch(/\$BA\$27$/);
    const lists = valueOf(readEntryRules(added.file)).flatMap((rules) => rules.lists.map(({ formula }) => formula));
    expect(lists.filter((formula) => formula === "'Đơn vị'!$A$4:$A$28")).toHaveLength(3);
    expect(lists).not.toContain("'Đơn vị'!$A$4:$A$27");
    expect(JSON.stringify(rowOf(added.file, 'Kết quả', 6).concat(columnOf(added.file, 'Kết quả', 0)))).toContain(
      'TÍNH LẠI',
    );
  });

  test('taken out: every row and column of it, and nothing of another', () => {
    const gone = judged(file).book.units[3];
    const removed = done(file, { kind: 'removeUnit', unit: gone?.name ?? '' });
    const [was, is] = [judged(file).book, judged(removed.file).book];
    const others = <T extends { readonly unit: string }>(rows: readonly T[]): string[] =>
      rows.flatMap(({ unit }) => (unit === gone?.id ? [] : [unit]));
    expect(is.units.map(({ id }) => id)).toEqual(was.units.flatMap(({ id }) => (id === gone?.id ? [] : [id])));
    for (const key of ['scores', 'data', 'ballots', 'attendees'] as const)
      expect([key, is[key].map(({ unit }) => unit)]).toEqual([key, others<{ readonly unit: string }>(was[key])]);
    const points = (book: typeof is): unknown[] =>
      book.scores
        .filter(({ unit }) => unit !== gone?.id)
        .map(({ unit, level, entries }) => [
          unit,
          level,
          [...entries].map(([code, entry]) => [code, 'value' in entry ? entry.value : entry.kind]),
        ]);
    expect(points(is)).toEqual(points(was));
    expect(errorsIn(removed.file)).toEqual(errorsIn(file));
  });

  test('the leader who goes leads no more; an order of two of whom one goes is none', () => {
    const b = sample('B');
    const { proposal, file: after } = done(b, { kind: 'removeUnit', unit: 'Sở Tư pháp' });
    expect(judged(b).book.info.leader).toBe('STP');
    expect(judged(after).book.info.leader).toBeNull();
    expect(changeLines(proposal, 'vi')[0]).toBe(
      'Trang tính “Thông tin”, ô B14 (Trưởng khối): “Sở Tư pháp” thành “(trống)”.',
    );
    const a = judged(sample('A')).book.decisions;
    expect(a.map(({ units }) => units.length)).toEqual([2]);
    const out = done(sample('A'), { kind: 'removeUnit', unit: a[0]?.units[0] ?? '' });
    expect(judged(out.file).book.decisions).toEqual([]);
  });

  test('what touched cells hold meanwhile is not undone', () => {
    const { file: after, undo } = done(sample('C'), { kind: 'addUnit', name: NEW_UNIT });
    const column = rowOf(after, 'Chấm điểm', 2).indexOf(NEW_UNIT);
    const scored = valueOf(
      editCells(after, [{ place: { sheet: 'Chấm điểm', row: 5, column }, value: 3, overLocked: true }]),
    ).bytes;
    expect(editCells(scored, undo)).toEqual({ ok: false, error: { code: 'cells-changed', sheet: 'Chấm điểm' } });
    const elsewhere = valueOf(
      editCells(after, [{ place: { sheet: 'Chấm điểm', row: 5, column: 4 }, value: 3, overLocked: true }]),
    ).bytes;
    const back = valueOf(editCells(elsewhere, undo)).bytes;
    expect(sheetIn(back, 'Chấm điểm').rows[5]?.[4]?.value).toBe(3);
    expect(judged(back).book.units).toHaveLength(6);
  });
});

describe('a criterion', () => {
  const file = sample('B');

  test('stands in both sheets, with its sums and its limit', () => {
    const added = done(file, { kind: 'addCriterion', name: 'Chuyển đổi số', max: 2.5, under: 'I', isGroup: false });
    expect(rowOf(added.file, 'Tiêu chí', 8).slice(0, 3)).toEqual(['I.5', 'Chuyển đổi số', 2.5]);
    expect(rowOf(added.file, 'Chấm điểm', 9).slice(0, 3)).toEqual(['I.5', 'Chuyển đổi số', 2.5]);
    expect(sheetIn(added.file, 'Chấm điểm').rows[4]?.[3]?.formula).toBe('ROUND(MIN(60,SUM(D6:D10)),12)');
    expect(sheetIn(file, 'Chấm điểm').rows[4]?.[3]?.formula).toBe('ROUND(MIN(60,SUM(D6:D9)),12)');
    const criterion = judged(added.file).book.criteria.find(({ code }) => code === 'I.5');
    expect(criterion).toMatchObject({ parent: 'I', max: '2.5', way: { kind: 'points' } });
    const missing = judged(added.file).evaluation.issues.filter(
      ({ code, criterion: of }) => code === 'score-missing' && of === 'I.5',
    );
    expect(missing).toHaveLength(10);
    const typed = valueOf(
      editCells(added.file, [{ place: { sheet: 'Chấm điểm', row: 9, column: 4 }, value: 2.5, overLocked: true }]),
    ).bytes;
    expect(sheetIn(typed, 'Chấm điểm').rows[4]?.[4]?.value).toBe(
      Number(sheetIn(file, 'Chấm điểm').rows[4]?.[4]?.value) + 2.5,
    );
  });

  test('a group, and criteria below it: the total takes them in', () => {
    const grouped = done(file, { kind: 'addCriterion', name: 'Công tác khác', max: 10, under: null, isGroup: true });
    const filled = done(grouped.file, {
      kind: 'addCriterion',
      name: 'Việc một',
      max: 4,
      under: 'Công tác khác',
      isGroup: false,
    });
    const both = done(filled.file, {
      kind: 'addCriterion',
      name: 'Việc hai',
      max: 6,
      under: 'Công tác khác',
      isGroup: false,
    });
    const { criteria } = judged(both.file).book;
    const [parent, one, two] = criteria.slice(-3);
    expect([parent?.name, one?.name, two?.name]).toEqual(['Công tác khác', 'Việc một', 'Việc hai']);
    expect([one?.code, two?.code]).toEqual([`${parent?.code ?? ''}.1`, `${parent?.code ?? ''}.2`]);
    const rows = sheetIn(both.file, 'Chấm điểm').rows.map((row) => row?.[3]?.formula);
    const at = columnOf(both.file, 'Chấm điểm', 1).indexOf('Công tác khác');
    expect(rows[at]).toBe(`ROUND(MIN(10,SUM(D${String(at + 2)}:D${String(at + 3)})),12)`);
    expect(rows.findLast(Boolean)).toContain(`D${String(at + 1)}`);
    expect(verdictOf(undone({ file: undone(both), undo: filled.undo }))).toEqual(verdictOf(grouped.file));
  });

  test('another maximum: both sheets, the sums that name it, the limit', () => {
    const { file: after, proposal } = done(file, { kind: 'changeMaximum', criterion: 'I', max: 64.5 });
    expect(sheetIn(after, 'Chấm điểm').rows[4]?.[22]?.formula).toBe('ROUND(MIN(64.5,SUM(W6:W9)),12)');
    expect(rowOf(after, 'Tiêu chí', 3)[2]).toBe(64.5);
    expect(rowOf(after, 'Chấm điểm', 4)[2]).toBe(64.5);
    expect(changeLines(proposal, 'vi')).toContain(
      'Trang tính “Tiêu chí”, ô C4 (Thực hiện nhiệm vụ chính trị, phát triển kinh tế - xã hội): “60” thành “64,5”.',
    );
    const low = done(file, { kind: 'changeMaximum', criterion: 'I.1', max: 20 });
    expect(consequenceLines(low.proposal, 'vi').join('\n')).toMatch(/có thêm 20 lỗi, trước hết: Chấm điểm!D6/);
  });

  test('a sum of the user’s own is grown where it reaches to the new line, and told where it cannot be', () => {
    const own = (formula: string): Uint8Array =>
      valueOf(
        editCells(file, [{ place: { sheet: 'Chấm điểm', row: 4, column: 3 }, value: '', formula, overLocked: true }]),
      ).bytes;
    const wish: Wish = { kind: 'addCriterion', name: 'Chuyển đổi số', max: 2.5, under: 'I', isGroup: false };
    expect(sheetIn(done(own('SUM($D$6:$D$9)'), wish).file, 'Chấm điểm').rows[4]?.[3]?.formula).toBe('SUM($D$6:$D$10)');
    const listed = done(own('D6+D7+D8+D9'), wish);
    expect(sheetIn(listed.file, 'Chấm điểm').rows[4]?.[3]?.formula).toBe('D6+D7+D8+D9');
    expect(changeLines(listed.proposal, 'vi').join('\n')).toContain('Công thức riêng ở “Chấm điểm”, ô D5');
  });
});

describe('the score sheet made to fit again', () => {
  test('strangers go, what is missing comes, scores stay by their codes', () => {
    const file = sample('B');
    const broken = valueOf(
      editCells(file, [
        // The sixth unit goes from the list by hand, a criterion gets another code, a maximum changes.
        { remove: 'rows', sheet: 'Đơn vị', at: 8, count: 1, like: 7, overLocked: true },
        { place: { sheet: 'Tiêu chí', row: 5, column: 0 }, value: 'I.9', overLocked: true },
        { place: { sheet: 'Tiêu chí', row: 4, column: 2 }, value: 26, overLocked: true },
      ]),
    ).bytes;
    expect(errorsIn(broken)).toEqual(expect.arrayContaining(['code-unknown', 'max-differs']));
    const cells = cellsIn(broken);
    const proposal = valueOf(proposeChange(cells, { kind: 'rebuild' }));
    expect(changeLines(proposal, 'vi').join('\n')).toMatch(/bỏ cột N:O của Sở Tư pháp, gồm 30 ô đã nhập/);
    const rebuilt = valueOf(editCells(broken, proposal.changes));
    const { book } = judged(rebuilt.bytes);
    expect(book.scores.map(({ unit }) => unit)).toEqual(book.units.flatMap(({ id }) => [id, id]));
    // Ballots of the unit that went by hand stay in the way, which the sheet itself cannot mend.
    expect(
      errorsIn(rebuilt.bytes).filter((code) => ['max-differs', 'criterion-row-missing', 'sum-differs'].includes(code)),
    ).toEqual([]);
    expect(columnOf(rebuilt.bytes, 'Chấm điểm', 0).slice(4, 9)).toEqual(
      columnOf(rebuilt.bytes, 'Tiêu chí', 0).slice(3, 8),
    );
    const scoreOf = (of: typeof book, unit: string): unknown =>
      of.scores.find((column) => column.unit === unit && column.level === 'bloc')?.entries.get('I.1');
    const last = judged(file).book.units.at(-1)?.id ?? '';
    expect(scoreOf(book, last)).toMatchObject({ value: (scoreOf(judged(file).book, last) as { value: string }).value });
    expect(verdictOf(valueOf(editCells(rebuilt.bytes, rebuilt.previous)).bytes)).toEqual(verdictOf(broken));
  });
});

describe('refused, with a sentence, and nothing done', () => {
  const cells = cellsIn(sample('B'));
  const refusal = (wish: Wish): string => {
    const proposed = proposeChange(cells, wish);
    return proposed.ok ? 'done' : refusalText(proposed.error, 'vi');
  };

  test.each<[Wish, RegExp]>([
    [{ kind: 'addUnit', name: ' \u00A0 ' }, /Chưa có tên/],
    [{ kind: 'addUnit', name: 'sở  Tư pháp' }, /Đã có “sở Tư pháp”/],
    [{ kind: 'addUnit', name: 'STP' }, /Đã có “STP”/],
    [{ kind: 'renameUnit', unit: 'Sở Tư pháp', name: 'Sở Nội vụ' }, /Đã có/],
    [{ kind: 'renameUnit', unit: 'Sở Không có', name: 'X' }, /Không có .*đơn vị “Sở Không có”/],
    [{ kind: 'renameUnit', unit: 'STP', name: 'Sở Tư pháp' }, /Không có gì phải đổi/],
    [{ kind: 'removeUnit', unit: 'Sở Không có' }, /Không có/],
    [{ kind: 'addCriterion', name: 'X', max: 3, under: 'I.1', isGroup: false }, /được chấm điểm, không phải nhóm/],
    [{ kind: 'addCriterion', name: 'X', max: -1, under: 'I', isGroup: false }, /số không âm/],
    [{ kind: 'addCriterion', name: 'X', max: NaN, under: 'I', isGroup: false }, /số không âm/],
    [{ kind: 'addCriterion', name: 'X', max: null, under: 'I', isGroup: false }, /số không âm/],
    [{ kind: 'addCriterion', name: '', max: 3, under: 'I', isGroup: false }, /Chưa có tên/],
    [{ kind: 'changeMaximum', criterion: 'Z', max: 3 }, /Không có .*tiêu chí, nhóm “Z”/],
    [{ kind: 'changeQuota', award: 'BK', quota: '2 suất' }, /Số suất “2 suất” không đúng/],
    [{ kind: 'changeQuota', award: 'XX', quota: '2' }, /hình thức khen thưởng “XX”/],
    [{ kind: 'rebuild' }, /Không có gì phải đổi/],
  ])('%j', (wish, sentence) => {
    expect(refusal(wish)).toMatch(sentence);
  });

  test('a workbook of which it is not clear what belongs to whom', () => {
    const twice = valueOf(
      editCells(sample('B'), [{ place: { sheet: 'Đơn vị', row: 4, column: 0 }, value: 'STTTT', overLocked: true }]),
    ).bytes;
    const proposed = proposeChange(cellsIn(twice), { kind: 'addUnit', name: NEW_UNIT });
    expect(proposed).toMatchObject({ ok: false, error: { code: 'unsafe-before' } });
    expect(proposed.ok ? '' : refusalText(proposed.error, 'vi')).toMatch(/sửa lỗi này trước: /);
  });

  test('no workbook of ours at all', () => {
    const foreign = { ...cells, sheets: cells.sheets.map((sheet) => ({ ...sheet, name: `x${sheet.name}y` })) };
    expect(proposeChange(foreign, { kind: 'addUnit', name: NEW_UNIT })).toMatchObject({
      ok: false,
      error: { code: 'unsafe-before' },
    });
  });

  test('a sheet locked by a password', () => {
    const { changes } = valueOf(proposeChange(cells, { kind: 'addUnit', name: NEW_UNIT }));
    const plain = changes.map((change) => ({ ...change, overLocked: false }));
    expect(editCells(sample('B'), plain)).toEqual({ ok: false, error: { code: 'sheet-protected', sheet: 'Đơn vị' } });
  });
});
