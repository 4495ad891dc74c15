/** Rows and columns that come and go in the stand-in, held against what LibreOffice made of the same (test/excel-host/record-lines.ts). */
import { readFileSync } from 'node:fs';
import { shiftLines } from '../excel-host/lines';
import { addressOf, BookModel, join, parseAddress, type Area, type SheetModel } from '../excel-host/model';
import type { LinesRecord, Recorded } from '../excel-host/record-lines';

const { before, moves } = JSON.parse(readFileSync('test/fixtures/lines.json', 'utf8')) as LinesRecord;

function areaOf(address: string): Area {
  const area = parseAddress(address);
  if (area === null) throw new Error(address);
  return area;
}
const cellAt = (address: string): Area => areaOf(`${address}:${address}`);

function bookOf({ formulas, values, merges, names, limits }: Recorded): BookModel {
  const book = new BookModel();
  const rule = { decimal: { formula1: 0, formula2: 10, operator: 'Between' } };
  for (const [name, areas] of Object.entries(merges)) {
    const sheet = book.addSheet(name);
    sheet.merges = areas.map(areaOf);
    const cells = (limits[name] ?? []).map(cellAt);
    if (cells.length > 0) sheet.validations.push({ area: cells.reduce(join), bag: new Map([['rule', rule]]) });
  }
  const put = (at: string, change: object): void => {
    const [name = '', address = ''] = at.split('!');
    const { top, left } = cellAt(address);
    book.sheet(name)?.put(top, left, change);
  };
  for (const [at, formula] of Object.entries(formulas)) put(at, { formula: `=${formula}`, value: 0 });
  for (const [at, value] of Object.entries(values)) put(at, { value });
  for (const [name, formula] of Object.entries(names)) book.names.push({ name, formula: `=${formula}`, visible: true });
  return book;
}

const local = (area: Area): string => addressOf('A', area).slice(2);

function recordOf(book: BookModel): Recorded {
  const formulas: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const sheet of book.sheets)
    for (const [key, { value, formula }] of sheet.cells) {
      const [row, column] = [Math.floor(key / 16_384), key % 16_384];
      const at = `${sheet.name}!${local({ top: row, bottom: row, left: column, right: column })}`;
      if (formula !== undefined) formulas[at] = formula.slice(1);
      else values[at] = value;
    }
  const bySheet = (listOf: (sheet: SheetModel) => string[]): Record<string, string[]> =>
    Object.fromEntries(book.sheets.map((sheet) => [sheet.name, listOf(sheet).sort()]));
  return {
    formulas,
    values,
    merges: bySheet(({ merges }) => merges.map(local)),
    limits: bySheet(({ validations }) => validations.flatMap(({ area }) => cellsOf(area))),
    names: Object.fromEntries(book.names.map(({ name, formula }) => [name, formula.slice(1)])),
  };
}

const cellsOf = ({ top, bottom, left, right }: Area): string[] =>
  Array.from({ length: bottom - top + 1 }, (_, row) => top + row).flatMap((row) =>
    Array.from({ length: right - left + 1 }, (_, column) =>
      local({ top: row, bottom: row, left: left + column, right: left + column }),
    ),
  );

/** Excel leaves the sheet before #REF!, LibreOffice does not; both mean the same. */
const plain = (formulas: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(formulas).map(([at, formula]) => [
      at,
      formula.replaceAll("'Khác'!", 'Khác!').replace(/(?:'[^']+'|Khác)!#REF!/g, '#REF!'),
    ]),
  );

test.each(moves)('$sheet, $axis $at: $count', ({ sheet, axis, at, count, after }) => {
  const book = bookOf(before);
  const moved = book.sheet(sheet);
  if (moved === undefined) throw new Error('no sheet');
  shiftLines(book, moved, { axis, at, count });
  const is = recordOf(book);
  expect(plain(is.formulas)).toEqual(plain(after.formulas));
  expect(is.values).toEqual(after.values);
  expect(is.merges).toEqual(after.merges);
  expect(is.limits).toEqual(after.limits);
  // A name that means nothing any more ExcelJS leaves out.
  const meant = Object.entries(plain(is.names)).filter(([, formula]) => formula !== '#REF!');
  expect(Object.fromEntries(meant)).toEqual(after.names);
});
