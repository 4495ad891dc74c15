/** A score sheet set up for print in Excel at the user's word, and put back. */
import { createExcelDoor } from '../../src/excel';
import type { PageLayout, WorkbookChange } from '../../src/rules';
import type { SheetModel } from '../excel-host/model';
import { openHost, sampleBook } from './support';

const SHEET = 'Chấm điểm';
const LAYOUT: PageLayout = {
  paper: 'A4',
  titleColumns: 3,
  titleRows: { first: 0, last: 1 },
  end: { row: 32, column: 74 },
  blocks: Array.from({ length: 24 }, (_, unit) => 3 + 3 * unit),
};
const LAY: WorkbookChange = { print: SHEET, layout: LAYOUT };

/** As the page of a sheet stands, by what was set. */
const page = (sheet: SheetModel): Record<string, unknown> => ({
  ...Object.fromEntries([...sheet.bag].filter(([key]) => key.startsWith('page.') && key !== 'page.margins')),
  rows: [...sheet.pageBreaks],
  columns: [...sheet.columnBreaks],
});

function prepared() {
  const book = sampleBook(24, 30);
  const sheet = book.sheet(SHEET);
  if (sheet === undefined) throw new Error('no score sheet');
  const own = {
    orientation: 'Portrait',
    paperSize: 'Letter',
    zoom: { horizontalFitToPages: 1, verticalFitToPages: 2 },
    topMargin: 54,
    bottomMargin: 54,
    leftMargin: 20,
    rightMargin: 20,
    centerHorizontally: false,
    firstPageNumber: '',
    printArea: 'Chấm điểm!A1:BW33',
    titleRows: 'Chấm điểm!$1:$2',
    titleColumns: 'Chấm điểm!$A:$B',
  };
  for (const [key, value] of Object.entries(own)) sheet.bag.set(`page.${key}`, value);
  sheet.pageBreaks.push('A11');
  return { host: openHost(book), sheet };
}

const valueOf = (result: Awaited<ReturnType<ReturnType<typeof createExcelDoor>['fix']>>): readonly WorkbookChange[] => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('laid on A4, whole units on each page; undone as it was, and done again', async () => {
  const { sheet } = prepared();
  const before = page(sheet);
  const door = createExcelDoor();
  const undo = valueOf(await door.fix([LAY]));
  const laid = page(sheet);
  expect(laid).toMatchObject({
    'page.paperSize': 'A4',
    'page.orientation': 'Landscape',
    'page.zoom': { scale: expect.any(Number) },
    'page.titleRows': '$1:$2',
    'page.titleColumns': '$A:$C',
    rows: [],
  });
  expect((laid['page.zoom'] as { scale: number }).scale).toBeGreaterThanOrEqual(75);
  const columns = laid['columns'] as string[];
  expect(columns.length).toBeGreaterThan(0);
  const redo = valueOf(await door.fix(undo));
  const again = page(sheet);
  expect({ ...again, 'page.titleRows': null, 'page.titleColumns': null, 'page.printArea': null }).toEqual({
    ...before,
    'page.titleRows': null,
    'page.titleColumns': null,
    'page.printArea': null,
  });
  expect([again['page.titleRows'], again['page.titleColumns'], again['page.printArea']]).toEqual([
    '$1:$2',
    '$A:$B',
    'A1:BW33',
  ]);
  expect((await door.fix(redo)).ok).toBe(true);
  expect(page(sheet)).toEqual({ ...laid, 'page.printArea': expect.any(String) });
});

test('set up by hand since then: the way back is refused and nothing changes', async () => {
  const { sheet } = prepared();
  const door = createExcelDoor();
  const undo = valueOf(await door.fix([LAY]));
  sheet.bag.set('page.paperSize', 'A5');
  const before = page(sheet);
  expect(await door.fix(undo)).toEqual({ ok: false, error: { code: 'cells-changed', sheet: SHEET } });
  expect(page(sheet)).toEqual(before);
});

test('no print area stands: none is laid, since nothing could take it away', async () => {
  const { sheet } = prepared();
  sheet.bag.delete('page.printArea');
  valueOf(await createExcelDoor().fix([LAY]));
  expect(page(sheet)['page.printArea']).toBeUndefined();
});

test('the sheet is gone', async () => {
  prepared();
  expect(await createExcelDoor().fix([{ ...LAY, print: 'Khác' }])).toEqual({
    ok: false,
    error: { code: 'sheet-gone', sheet: 'Khác' },
  });
});

test('Excel does not tell how the page is set up: nothing is set', async () => {
  const { host, sheet } = prepared();
  host.faults.push({ kind: 'error', code: 'ApiNotFound', when: ({ member }) => member === 'PageLayout.load' });
  const before = page(sheet);
  const answer = await createExcelDoor().fix([LAY]);
  expect([answer.ok, page(sheet)]).toEqual([false, before]);
});
