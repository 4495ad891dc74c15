/** Commands in Excel that are refused, or stop half-way: named, and the workbook is what it was. */
import { createExcelDoor } from '../../src/excel';
import type { WorkbookChange } from '../../src/rules';
import type { Door } from '../../src/sheets/door';
import { proposeChange, type Wish } from '../../src/workbook/change';
import type { BookModel } from '../excel-host/model';
import type { ExcelHost } from '../excel-host/host';
import { loadFile, rulesOf } from '../excel-host/rules-of-file';
import { sample, valueOf } from '../workbook/change/support';
import { openHost } from './support';

const ADD: Wish = { kind: 'addUnit', name: 'Sở Chuyển đổi số' };
const GROUP: Wish = { kind: 'addCriterion', name: 'Chuyển đổi số', max: 2.5, under: 'I', isGroup: false };
const REMOVE: Wish = { kind: 'removeUnit', unit: 'Sở Tư pháp' };

interface Open {
  readonly book: BookModel;
  readonly host: ExcelHost;
  readonly door: Door;
  readonly changes: readonly WorkbookChange[];
}

async function opened(wish: Wish, prepare: (book: BookModel) => void = () => undefined): Promise<Open> {
  const book = loadFile(sample('B'));
  prepare(book);
  const host = openHost(book);
  const door = createExcelDoor();
  const proposed = valueOf(proposeChange(valueOf(await door.read()), wish));
  return { book, host, door, changes: proposed.changes };
}

/** Contents, limits, protections and merged cells; the stand-in gives a formula no value that was set. */
const all = (book: BookModel): unknown => [
  rulesOf(book),
  book.sheets.map(({ name, cells, isProtected, protection, merges, bag }) => ({
    name,
    cells: Object.fromEntries(
      [...cells].flatMap(([key, { value, formula, format }]) =>
        value === '' && formula === undefined ? [] : [[key, [formula ?? value, format]]],
      ),
    ),
    isProtected,
    protection,
    merges: merges.map((area) => JSON.stringify(area)).sort(),
    paper: [bag.get('page.paperSize'), bag.get('page.zoom')],
  })),
];

const sheet = (book: BookModel, name: string) => {
  const found = book.sheet(name);
  if (found === undefined) throw new Error(name);
  return found;
};

test.each<[string, Wish, (book: BookModel) => void, object]>([
  [
    'a password',
    ADD,
    (book) => {
      sheet(book, 'Chấm điểm').protection = { options: {}, password: 'x' };
    },
    { code: 'sheet-protected', sheet: 'Chấm điểm' },
  ],
  [
    'a filter',
    ADD,
    (book) => {
      sheet(book, 'Đơn vị').isFiltered = true;
    },
    { code: 'excel-filtered', sheet: 'Đơn vị' },
  ],
  [
    'a table',
    GROUP,
    (book) => {
      sheet(book, 'Tiêu chí').tables.push({ top: 2, left: 0, bottom: 9, right: 4 });
    },
    { code: 'excel-table', sheet: 'Tiêu chí' },
  ],
  [
    'a PivotTable',
    GROUP,
    (book) => {
      sheet(book, 'Tiêu chí').pivots = 1;
    },
    { code: 'excel-table', sheet: 'Tiêu chí' },
  ],
  [
    'a comment where a row goes',
    REMOVE,
    (book) => {
      const units = sheet(book, 'Đơn vị');
      const row = [...units.cells].find(([, { value }]) => value === 'Sở Tư pháp')?.[0] ?? 0;
      const top = Math.floor(row / 16_384);
      units.comments = 1;
      units.commentPlaces.push({ top, left: 1, bottom: top, right: 1 });
    },
    { code: 'excel-comments', sheet: 'Đơn vị' },
  ],
  [
    'colours of the user on the scores',
    { kind: 'changeMaximum', criterion: 'I.1', max: 99 },
    (book) => {
      sheet(book, 'Chấm điểm').conditionals.push({
        area: { top: 5, left: 3, bottom: 5, right: 9 },
        bag: new Map([['type', 'DataBar']]),
      });
    },
    { code: 'excel-colours', sheet: 'Chấm điểm' },
  ],
])('%s: named, and nothing changes', async (_, wish, prepare, error) => {
  const { book, door, changes } = await opened(wish, prepare);
  const before = all(book);
  expect(await door.fix(changes)).toEqual({ ok: false, error });
  expect(all(book)).toEqual(before);
});

test('a co-author who edits a touched cell is not overwritten, before and on the way back; elsewhere nobody is asked', async () => {
  const { book, host, door, changes } = await opened(ADD);
  const units = sheet(book, 'Đơn vị');
  const last = Math.max(...[...units.cells.keys()].map((key) => Math.floor(key / 16_384)));
  const old = units.cell(last, 1)?.value ?? '';
  host.type('Đơn vị', last, 1, 'Tên khác', 'Remote');
  const edited = all(book);
  expect(await door.fix(changes)).toEqual({ ok: false, error: { code: 'cells-changed', sheet: 'Đơn vị' } });
  expect(all(book)).toEqual(edited);
  host.type('Đơn vị', last, 1, old, 'Remote');
  host.type('Chấm điểm', 5, 4, 3, 'Remote');
  const undo = valueOf(await door.fix(changes));
  expect(sheet(book, 'Chấm điểm').cell(5, 4)?.value).toBe(3);
  host.type('Đơn vị', last + 1, 1, 'Sở khác', 'Remote');
  const now = all(book);
  expect(await door.fix(undo)).toEqual({ ok: false, error: { code: 'cells-changed', sheet: 'Đơn vị' } });
  expect(all(book)).toEqual(now);
});

test('a sheet that is gone, and a locked one of which nobody was asked', async () => {
  const { book, door, changes } = await opened(ADD);
  const before = all(book);
  const unasked = changes.map((change) => ('overLocked' in change ? { ...change, overLocked: false } : change));
  expect(await door.fix(unasked)).toMatchObject({ ok: false, error: { code: 'sheet-protected' } });
  expect(all(book)).toEqual(before);
  sheet(book, 'Dự họp').name = 'Họp';
  expect(await door.fix(changes)).toEqual({ ok: false, error: { code: 'sheet-gone', sheet: 'Dự họp' } });
});

test('a workbook of others, and one with errors that leave it open what is whose, never come as far as Excel', async () => {
  const book = loadFile(sample('B'));
  for (const one of book.sheets) one.name = `x${one.name}`;
  openHost(book);
  expect(proposeChange(valueOf(await createExcelDoor().read()), ADD)).toMatchObject({
    ok: false,
    error: { code: 'unsafe-before' },
  });
});

/** What stops at an action, with what was done before it done. */
async function stopped(wish: Wish, at: number, times = 1) {
  const { book, host, door, changes } = await opened(wish);
  const before = all(book);
  const first = host.syncs;
  host.faults.push({
    kind: 'error',
    code: 'GeneralException',
    times,
    when: ({ batch, index }) => batch === first + 3 && index === at,
  });
  const result = await door.fix(changes);
  const actions = host.trips.filter(({ isLibrarys }) => !isLibrarys)[first + 2]?.actions.length ?? 0;
  return { book, before, result, actions, trips: host.syncs - first };
}

describe.each<[string, Wish]>([
  ['a criterion more', GROUP],
  ['a unit less', REMOVE],
  ['another maximum', { kind: 'changeMaximum', criterion: 'I.1', max: 99 }],
])('%s: Excel stops half-way', (_, wish) => {
  test('wherever it does, every cell, limit, page and lock is what it was, in two round trips more', async () => {
    const whole = await stopped(wish, -1);
    expect(whole.result.ok).toBe(true);
    const { actions } = await stopped(wish, 1);
    // Every action of the first steps, and then some of each part.
    const places = Array.from({ length: 9 }, (__, part) => Math.floor((actions * part) / 9) + (part % 2));
    for (const at of places) {
      const { book, before, result, trips } = await stopped(wish, at);
      expect([at, result]).toMatchObject([at, { ok: false, error: { code: 'excel-failed' } }]);
      expect([at, all(book)]).toEqual([at, before]);
      expect([at, trips]).toEqual([at, 5]);
    }
  });
});

test('what cannot be put back is said', async () => {
  const { host, door, changes } = await opened(GROUP);
  const first = host.syncs;
  host.faults.push({
    kind: 'error',
    code: 'GeneralException',
    times: 9,
    when: ({ batch, member }) => batch > first + 2 && member === 'Range.formulas=',
  });
  expect(await door.fix(changes)).toMatchObject({ ok: false, error: { code: 'excel-change-left' } });
});
