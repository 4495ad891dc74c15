/** Workbooks of Hancom Office: each number of a cell format means what it meant, before and after we write. */
import { lookAt } from '../../src/sheets/looks';
import { editCells, readLooks, readWorkbook, writeSheets } from '../../src/xlsx';
import { changedParts, textOf } from './support/compare';
import { hancomWorkbook } from './support/hancom';
import { plainPlan, resultPlan } from './support/plans';

const file = hancomWorkbook();
const STYLES = 'xl/styles.xml';
const written = (() => {
  const answer = writeSheets(file, [resultPlan('thidua 1'), plainPlan('Kiểm tra', 'thidua 1', [['Mức'], ['lỗi']])]);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
})();
const edited = (() => {
  const answer = editCells(file, [
    { place: { sheet: 'Trang', row: 0, column: 3 }, value: 9.5 },
    { place: { sheet: 'Trang', row: 0, column: 0 }, value: 'Sở Nội vụ', format: '@' },
  ]);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.bytes;
})();

function firstRow(bytes: Uint8Array) {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.sheets.find(({ name }) => name === 'Trang')?.rows[0];
}

function lookOf(bytes: Uint8Array, column: number) {
  const read = readLooks(bytes);
  if (!read.ok || read.value[0] === undefined) throw new Error(JSON.stringify(read));
  return lookAt(read.value[0], 0, column);
}

/** A section's items, told without our reader: of two alternatives that for all others. */
function itemsOf(
  bytes: Uint8Array,
  section: string,
  item: string,
): { readonly count: number; readonly items: string[] } {
  const [, attributes = '', inside = ''] =
    new RegExp(`<${section}\\b([^>]*)>(.*)</${section}>`, 's').exec(textOf(bytes, STYLES)) ?? [];
  const plain = inside.replace(/<mc:Choice\b.*?<\/mc:Choice>/gs, '');
  return {
    count: Number(/count="(\d+)"/.exec(attributes)?.[1]),
    items: plain.match(new RegExp(`<${item}\\b(?:[^>]*/>|.*?</${item}>)`, 'gs')) ?? [],
  };
}

test('values and formats are read, a date as a day', () => {
  expect(firstRow(file)).toEqual([
    { value: 'Đơn vị' },
    { value: 45992, format: 'dd/mm/yyyy' },
    { value: 0.5, format: '0%' },
    { value: 9.25, format: '0.00' },
    { value: 1 },
  ]);
});

test.each([
  ['as it is', file],
  ['with our sheets in it', written],
])('the looks of its cells, %s', (_, bytes) => {
  expect(lookOf(bytes, 0)).toMatchObject({
    font: { name: 'Times New Roman', size: 13, bold: true, italic: true, color: 'C00000' },
    fill: 'FFF2CC',
  });
  expect(lookOf(bytes, 3)).toMatchObject({ font: { name: 'Arial', size: 12, bold: false, color: '0000FF' } });
});

test('our sheets leave its own sheet as it was, and add to its styles without touching what stood there', () => {
  expect(changedParts(file, written)).toContain(STYLES);
  expect(changedParts(file, written)).not.toContain('xl/worksheets/sheet1.xml');
  for (const [section, item] of [
    ['fonts', 'font'],
    ['fills', 'fill'],
    ['borders', 'border'],
    ['cellXfs', 'xf'],
  ] as const) {
    const [before, after] = [itemsOf(file, section, item), itemsOf(written, section, item)];
    expect(after.items.slice(0, before.items.length)).toEqual(before.items);
    expect(after.items.length).toBeGreaterThan(before.items.length);
    expect([before.count, after.count]).toEqual([before.items.length, after.items.length]);
  }
  const inside = (bytes: Uint8Array) => textOf(bytes, STYLES).match(/<mc:Choice\b.*?<\/mc:Choice>/gs);
  expect(inside(written)).toEqual(inside(file));
});

test('a cell that is edited keeps its look; another number format is one more of that look', () => {
  expect(firstRow(edited)?.slice(0, 4)).toEqual([
    { value: 'Sở Nội vụ', format: '@' },
    { value: 45992, format: 'dd/mm/yyyy' },
    { value: 0.5, format: '0%' },
    { value: 9.5, format: '0.00' },
  ]);
  expect(lookOf(edited, 0)).toMatchObject({ font: { name: 'Times New Roman', bold: true }, fill: 'FFF2CC' });
  expect(lookOf(edited, 3)).toEqual(lookOf(file, 3));
  const { items, count } = itemsOf(edited, 'cellXfs', 'xf');
  expect([items.length, count]).toEqual([6, 6]);
  expect(items[5]).toMatch(/numFmtId="49".*fontId="1" fillId="2"/);
});
