/**
 * Commands on the rules through the door to Excel: what the file then is, the open workbook is, in three round trips and three back.
 * Every command on sample B and on one of the others; `COMMANDS=all npx jest test/excel/commands` takes every command on every sample.
 */
import { createExcelDoor } from '../../src/excel';
import type { WorkbookChange } from '../../src/rules';
import type { Door } from '../../src/sheets/door';
import { proposeChange, type Wish } from '../../src/workbook/change';
import { calculated } from '../../src/sheets/formula/calculated';
import { judge } from '../../src/workbook/judgement';
import type { WorkbookCells } from '../../src/sheets/cells';
import type { BookModel } from '../excel-host/model';
import type { ExcelHost } from '../excel-host/host';
import { loadFile, rulesOf } from '../excel-host/rules-of-file';
import { cellsIn, done, judged, sample, SAMPLES, undone, valueOf } from '../workbook/change/support';
import { editCells } from '../../src/xlsx';
import { openHost } from './support';

const NEW_UNIT = 'Sở Chuyển đổi số';

/** Every kind of command that fits a sample. */
function wishesFor(file: Uint8Array): Wish[] {
  const { book } = judged(file);
  const group = book.criteria.find(({ code }) =>
    book.criteria.some(({ parent, way }) => parent === code && way.kind === 'points'),
  );
  const leaf = book.criteria.find(({ way, max }) => way.kind === 'points' && max !== null);
  const [unit, last] = [book.units[1], book.units.at(-1)];
  const award = book.awards[0];
  const [condition] = book.conditions;
  return [
    { kind: 'addUnit', name: NEW_UNIT },
    { kind: 'renameUnit', unit: unit?.name ?? '', name: NEW_UNIT },
    { kind: 'removeUnit', unit: last?.name ?? '' },
    { kind: 'addCriterion', name: 'Chuyển đổi số', max: 2.5, under: group?.code ?? '', isGroup: false },
    {
      kind: 'addCriteria',
      criteria: [
        { name: 'Một', max: 2 },
        { name: 'Hai', max: 3 },
      ],
      under: group?.code ?? '',
    },
    { kind: 'renameCriterion', criterion: leaf?.code ?? '', name: 'Tên khác' },
    { kind: 'removeCriterion', criterion: leaf?.code ?? '' },
    { kind: 'changeMaximum', criterion: leaf?.code ?? '', max: 99 },
    { kind: 'changeQuota', award: award?.name ?? '', quota: '7' },
    { kind: 'addAward', name: 'Cờ mới', quota: '1' },
    { kind: 'removeAward', award: award?.name ?? '' },
    ...(condition === undefined ? [] : [{ kind: 'removeCondition' as const, condition: condition.id }]),
    { kind: 'layPages', paper: 'A3' },
    { kind: 'moveUnit', unit: unit?.name ?? '', direction: 'down' },
    { kind: 'addBand', name: 'Vượt bậc', from: '1000,5', limit: '2' },
    {
      kind: 'addBallot',
      ballot: award?.name ?? '',
      unit: last?.name ?? '',
      counts: { members: '20', present: '20', issued: '20', returned: '20', valid: '20', favour: '18' },
    },
  ];
}

interface Open {
  readonly book: BookModel;
  readonly host: ExcelHost;
  readonly door: Door;
  readonly changes: readonly WorkbookChange[];
}

/** The workbook in Excel, and the changes of a wish as the pane has them from what it read there. */
async function opened(file: Uint8Array, wish: Wish): Promise<Open | null> {
  const book = loadFile(file);
  const host = openHost(book);
  const door = createExcelDoor();
  const proposed = proposeChange(valueOf(await door.read()), wish);
  return proposed.ok ? { book, host, door, changes: proposed.value.changes } : null;
}

/** Values and formulas of a workbook by sheet and cell. */
function contents({ sheets }: WorkbookCells): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { name, rows } of sheets)
    rows.forEach((row, at) =>
      row?.forEach((cell, column) => {
        if (cell !== undefined && ((cell.value ?? '') !== '' || cell.formula !== undefined))
          found[`${name}!${String(at)},${String(column)}`] = cell.formula ?? cell.value;
      }),
    );
  return found;
}

/** Excel would have calculated every formula. */
const verdict = (cells: WorkbookCells): unknown => {
  const { evaluation, fingerprint } = judge(
    calculated({
      ...cells,
      sheets: cells.sheets.map((sheet) => ({
        ...sheet,
        merges: null,
        rows: sheet.rows.map((row) =>
          row?.map((cell) => (cell?.formula === undefined ? cell : { ...cell, value: null })),
        ),
      })),
    }),
  );
  return JSON.parse(JSON.stringify({ evaluation, fingerprint }));
};

const merges = (book: BookModel): string[] =>
  book.sheets.flatMap(({ name, merges }) => merges.map((area) => `${name} ${JSON.stringify(area)}`)).sort();

const everything = (book: BookModel) =>
  book.sheets.map((sheet) => ({
    name: sheet.name,
    // The stand-in does not calculate.
    cells: [...sheet.cells]
      .sort(([a], [b]) => a - b)
      .filter(([, cell]) => cell.value !== '' || cell.formula !== undefined)
      .map(([key, { value, formula, format }]) => [key, formula ?? value, format]),
    isProtected: sheet.isProtected,
    options: sheet.protection,
    titles: [sheet.bag.get('page.printArea'), ...sheet.columnBreaks].map((text) =>
      String(text).replace(/^.*!|\$/g, ''),
    ),
  }));

/** Whether a command, by its number, is tried on a sample. */
const isTried = (name: string, number: number): boolean =>
  process.env['COMMANDS'] === 'all' || name === 'B' || number % OTHERS.length === OTHERS.indexOf(name);
const OTHERS: readonly string[] = SAMPLES.filter((name) => name !== 'B');

describe.each(SAMPLES)('sample %s', (name) => {
  const file = sample(name);
  const wishes = wishesFor(file).filter((_, number) => isTried(name, number));

  test.each(wishes.map((wish): [string, Wish] => [wish.kind, wish]))('%s', async (_, wish) => {
    const open = await opened(file, wish);
    if (open === null) {
      // What is refused for a file is refused in Excel.
      expect(proposeChange(cellsIn(file), wish).ok).toBe(false);
      return;
    }
    const { book, host, door, changes } = open;
    const first = { all: everything(book), rules: rulesOf(book), merges: merges(book) };
    const before = host.syncs;
    const undo = valueOf(await door.fix(changes));
    const there = host.syncs - before;
    const inFile = done(file, wish);
    const undoneFile = undone(inFile);
    const is = valueOf(await door.read());
    const wantedCells = cellsIn(inFile.file);
    expect(contents(is)).toEqual(contents(wantedCells));
    expect(verdict(is)).toEqual(verdict(wantedCells));
    const wanted = loadFile(inFile.file);
    expect(rulesOf(book)).toEqual(rulesOf(wanted));
    expect(merges(book)).toEqual(merges(wanted));
    expect(book.sheets.map(({ isProtected, protection }) => [isProtected, protection])).toEqual(
      wanted.sheets.map(({ isProtected, protection }) => [isProtected, protection]),
    );
    const then = host.syncs;
    const redo = valueOf(await door.fix(undo));
    expect([there, host.syncs - then]).toEqual([3, 3]);
    expect(everything(book)).toEqual(first.all);
    expect(contents(valueOf(await door.read()))).toEqual(contents(cellsIn(undoneFile)));
    expect(rulesOf(book)).toEqual(rulesOf(loadFile(undoneFile)));
    valueOf(await door.fix(redo));
    expect(contents(valueOf(await door.read()))).toEqual(contents(is));
  });
});

test('the score sheet rebuilt after changes by hand, and undone; a unit added and taken out again is the workbook that was', async () => {
  const broken = valueOf(
    editCells(sample('B'), [
      { remove: 'rows', sheet: 'Đơn vị', at: 8, count: 1, like: 7, overLocked: true },
      { place: { sheet: 'Tiêu chí', row: 5, column: 0 }, value: 'I.9', overLocked: true },
    ]),
  ).bytes;
  const open = await opened(broken, { kind: 'rebuild' });
  if (open === null) throw new Error('refused');
  // A page that ended before a column which went and came again ends elsewhere: the sheet is laid in pages anew anyway.
  const withoutEnds = (book: BookModel): unknown => everything(book).map((one) => ({ ...one, titles: one.titles[0] }));
  const first = withoutEnds(open.book);
  const undo = valueOf(await open.door.fix(open.changes));
  const inFile = done(broken, { kind: 'rebuild' });
  expect(contents(valueOf(await open.door.read()))).toEqual(contents(cellsIn(inFile.file)));
  valueOf(await open.door.fix(undo));
  expect(withoutEnds(open.book)).toEqual(first);

  const whole = await opened(sample('C'), { kind: 'addUnit', name: NEW_UNIT });
  if (whole === null) throw new Error('refused');
  const before = verdict(valueOf(await whole.door.read()));
  valueOf(await whole.door.fix(whole.changes));
  const gone = valueOf(proposeChange(valueOf(await whole.door.read()), { kind: 'removeUnit', unit: NEW_UNIT }));
  valueOf(await whole.door.fix(gone.changes));
  expect(verdict(valueOf(await whole.door.read()))).toEqual(before);
});
