/** What is typed on its way into the workbook: in turn, in batches, asked once for a sheet; filled, emptied, found. */
import { readFileSync } from 'node:fs';
import { cellName, type Fix } from '../../src/rules';
import { cellAt, type Cell, type SheetCells } from '../../src/sheets/cells';
import { choicesOf, isLocked, listAt, takes } from '../../src/sheets/entry-rules';
import { fileDoor, readEntryRules, readWorkbook } from '../../src/xlsx';
import { EditQueue, placeKey, type Step } from '../../src/page/editing/edit-queue';
import { clearArea, fillDown } from '../../src/page/editing/fill';
import { findCells, nextFound } from '../../src/page/find';
import { layOut } from '../../src/page/grid/layout';
import { makeEngine } from '../../src/pane/engine';
import { Session } from '../../src/pane/session';
import { unprotected } from './unprotected';

const SAMPLE = new Uint8Array(readFileSync('assets/samples/B.xlsx'));
const SCORES = 'Chấm điểm';
const at = (row: number, column: number, value: Fix['value'], sheet = SCORES): Fix => ({
  place: { sheet, row, column },
  value,
});

/** A workbook open on the page, judged on this thread. */
function opened(bytes = SAMPLE, withRules = true) {
  const door = fileDoor(bytes);
  let writes = 0;
  const fix = door.fix.bind(door);
  door.fix = (changes) => {
    writes++;
    return fix(changes);
  };
  const session = new Session(
    door,
    makeEngine(() => {
      throw new Error('no worker');
    }),
  );
  const rules = readEntryRules(bytes);
  const known = new Map(rules.ok && withRules ? rules.value.map((each) => [each.sheet, each]) : []);
  const queue = new EditQueue(session, (sheet) => known.get(sheet) ?? null);
  const valueOf = (row: number, column: number, sheet = SCORES): unknown => {
    const read = readWorkbook(door.bytes());
    const cells = read.ok ? read.value.sheets.find(({ name }) => name === sheet) : undefined;
    return cells && cellAt(cells, row, column)?.value;
  };
  return { door, session, queue, valueOf, writes: () => writes };
}

describe('the queue', () => {
  test('what is typed is seen at once, written in turn, and each is an undo of its own', async () => {
    const { session, queue, valueOf, writes } = opened();
    await session.check();
    queue.add([at(6, 4, 1)]);
    for (let more = 2; more <= 9; more++) queue.add([at(6 + (more % 3), 4, more)]);
    expect(queue.state().pending.get(placeKey(SCORES, 6, 4))?.value).toBe(9);
    await queue.settled();
    expect(queue.state().pending.size).toBe(0);
    expect([valueOf(6, 4), valueOf(7, 4), valueOf(8, 4)]).toEqual([9, 7, 8]);
    expect(session.state().undo).toHaveLength(9);
    // Edits of different cells went together.
    expect(writes()).toBeLessThan(9);
    for (let back = 0; back < 9; back++) await session.undo();
    expect([valueOf(6, 4), valueOf(7, 4), valueOf(8, 4)]).toEqual([14.25, 8, 9.25]);
  });

  test('a block is one undo, and redo brings it back', async () => {
    const { session, queue, valueOf } = opened();
    await session.check();
    queue.add([at(6, 4, 1), at(7, 4, 2), at(6, 5, 3)]);
    await queue.after(() => session.undo());
    expect([valueOf(6, 4), valueOf(7, 4)]).toEqual([14.25, 8]);
    await session.redo();
    expect([valueOf(6, 4), valueOf(7, 4), valueOf(6, 5)]).toEqual([1, 2, 3]);
  });

  test.each([
    ['known from the file', true],
    ['told by the workbook', false],
  ])('locked cells ask once for their sheet, %s; what is typed meanwhile goes on', async (_, withRules) => {
    const { session, queue, valueOf } = opened(SAMPLE, withRules);
    await session.check();
    queue.add([at(3, 0, 'x')]);
    await queue.settled();
    queue.add([at(6, 4, 5)]);
    await queue.settled();
    queue.add([at(3, 1, 'y')]);
    await queue.settled();
    expect(queue.state().asking).toMatchObject({ sheet: SCORES, cells: [{ value: 'x' }, { value: 'y' }] });
    expect(valueOf(6, 4)).toBe(5);
    queue.answer(true);
    await queue.settled();
    expect([queue.state().asking, valueOf(3, 0), valueOf(3, 1)]).toEqual([null, 'x', 'y']);
    queue.add([at(3, 2, 'z')]);
    await queue.settled();
    expect([queue.state().asking, valueOf(3, 2)]).toEqual([null, 'z']);
  });

  test('a no keeps the cells, and the next locked one asks again', async () => {
    const { session, queue, valueOf } = opened();
    await session.check();
    const before = valueOf(3, 0);
    queue.add([at(3, 0, 'x')]);
    queue.answer(false);
    expect([queue.state().asking, queue.state().pending.size, valueOf(3, 0)]).toEqual([null, 0, before]);
    queue.add([at(3, 0, 'y')]);
    expect(queue.state().asking?.cells).toHaveLength(1);
  });

  test('one that is refused does not take the others with it', async () => {
    const { session, queue, valueOf } = opened();
    await session.check();
    const steps: Step[] = [[at(6, 4, 5)], [at(0, 0, 1, 'Không có')], [at(7, 4, 6)]];
    queue.add([at(8, 4, 1)]);
    steps.forEach((step) => {
      queue.add(step);
    });
    await queue.settled();
    expect([valueOf(6, 4), valueOf(7, 4), valueOf(8, 4)]).toEqual([5, 6, 1]);
  });
});

describe('locks and lists of a file', () => {
  const read = readEntryRules(SAMPLE);
  const rules = (read.ok ? read.value : []).find(({ sheet }) => sheet === SCORES);
  const workbook = readWorkbook(SAMPLE);

  test('codes are locked, scores are not', () => {
    expect(rules && [isLocked(rules, 6, 0), isLocked(rules, 6, 4), rules.hasPassword]).toEqual([true, false, false]);
  });
  test('a sheet that is not protected locks nothing', () => {
    const open = readEntryRules(unprotected(SAMPLE));
    expect(open.ok && open.value.some(({ isProtected }) => isProtected)).toBe(false);
  });
  test('the lists of the sample can be told', () => {
    const all =
      read.ok && workbook.ok
        ? read.value.flatMap((each) =>
            each.lists.map(
              (list) =>
                [each.sheet, list.formula, choicesOf(list, each.sheet, workbook.value)?.length ?? null] as const,
            ),
          )
        : [];
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(([, , choices]) => choices === null || choices === 0)).toEqual([]);
  });
  test('a list is known by its cell', () => {
    const own = { areas: [{ top: 3, bottom: 9, left: 2, right: 2 }], formula: '"có,không"', isStrict: true };
    expect(rules && [listAt({ ...rules, lists: [own] }, 5, 2), listAt({ ...rules, lists: [own] }, 5, 3)]).toEqual([
      own,
      null,
    ]);
  });
  test.each([
    ['có', true],
    ['CÓ', true],
    ['', true],
    ['9,5', true],
    ['9.5', true],
    ['co', false],
  ])('%p is taken: %p', (text, expected) => {
    expect(takes(['có', 'không', '9.5'], text)).toBe(expected);
  });
});

describe('filling and emptying', () => {
  const cell = (value: Cell['value'], more: Partial<Cell> = {}): Cell => ({ value, ...more });
  const sheet: SheetCells = {
    name: 'T',
    state: 'visible',
    stamp: null,
    protected: false,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [{ top: 2, bottom: 3, left: 1, right: 1 }],
    rows: [
      [cell(1), cell('a'), cell(3, { formula: 'A1+$A$1+B:B' }), cell(45000, { format: 'dd/mm/yyyy' })],
      [cell(1), cell('b')],
      [cell(2), cell('gộp')],
      [cell(3)],
    ],
  };
  const layout = layOut(sheet);
  const told = (fixes: readonly Fix[]) =>
    fixes.map(
      ({ place, value, formula, format }) =>
        `${cellName(place)}=${formula ?? String(value)}${format ? ` ${format}` : ''}`,
    );

  test('the first row goes down, formulas read from their new places, covered cells are passed', () => {
    expect(told(fillDown(sheet, layout, { top: 0, bottom: 3, left: 0, right: 3 }))).toEqual([
      'A3=1',
      'A4=1',
      'B2=a',
      'B3=a',
      'C2=A2+$A$1+B:B',
      'C3=A3+$A$1+B:B',
      'C4=A4+$A$1+B:B',
      'D2=45000 dd/mm/yyyy',
      'D3=45000 dd/mm/yyyy',
      'D4=45000 dd/mm/yyyy',
    ]);
  });
  test('of a single row the one above is taken; above the first there is none', () => {
    expect(told(fillDown(sheet, layout, { top: 2, bottom: 2, left: 0, right: 0 }))).toEqual(['A3=1']);
    expect(fillDown(sheet, layout, { top: 0, bottom: 0, left: 0, right: 0 })).toEqual([]);
  });
  test('only what is filled is emptied', () => {
    expect(told(clearArea(sheet, layout, { top: 1, bottom: 900, left: 0, right: 20 }))).toEqual([
      'A2=',
      'B2=',
      'A3=',
      'B3=',
      'A4=',
    ]);
  });
});

describe('finding', () => {
  const sheets: SheetCells[] = [
    ['Sở Nội vụ', 'Đoàn Luật sư'],
    ['9,5', 'đoàn'],
  ].map((texts, index) => ({
    name: `T${String(index + 1)}`,
    state: 'visible',
    stamp: null,
    protected: false,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    rows: [texts.map((value) => ({ value })), [{ value: 9.5 }]],
  }));
  const names = (text: string) =>
    findCells(sheets, text, { date1904: false }).map(({ sheet, ...spot }) => `${sheet}!${cellName(spot)}`);
  test.each([
    ['doan', ['T1!B1', 'T2!B1']],
    ['ĐOÀN', ['T1!B1', 'T2!B1']],
    ['đoan', []],
    ['9,5', ['T1!A2', 'T2!A1', 'T2!A2']],
    ['', []],
    ['không có', []],
  ])('%p', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
  test('on and back, round about', () => {
    const found = findCells(sheets, '9,5', { date1904: false });
    const next = (sheet: string, row: number, column: number, step: 1 | -1 | 0) =>
      nextFound(found, ['T1', 'T2'], { sheet, row, column }, step);
    expect([
      next('T1', 1, 0, 1),
      next('T2', 1, 0, 1),
      next('T1', 1, 0, -1),
      next('T1', 0, 1, 0),
      next('T1', 1, 0, 0),
    ]).toEqual([1, 0, 2, 0, 0]);
  });
});
