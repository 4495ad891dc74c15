/** Lists, limits, colours, widths and page set-ups of an .xlsx file, laid into the stand-in; and both told in the same words. */
import { textOf } from '../xlsx/support/compare';
import { loadBook } from './file';
import { parseAddress, type Area, type BookModel, type SheetModel } from './model';

const areasOf = (sqref: string): Area[] =>
  sqref.split(' ').map((text) => {
    const area = parseAddress(text.includes(':') ? text : `${text}:${text}`);
    if (area === null) throw new Error(text);
    return area;
  });

const plain = (text = ''): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#10;', '\n')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The worksheet parts of a file that our own writer made, in the order of the sheets. */
const partOf = (index: number): string => `xl/worksheets/sheet${String(index + 1)}.xml`;

export function loadFile(bytes: Uint8Array): BookModel {
  const book = loadBook(bytes);
  book.sheets.forEach((sheet, index) => {
    const xml = textOf(bytes, partOf(index));
    for (const [, tag = '', body = ''] of xml.matchAll(/<dataValidation\s([^>]*?)(?:\/>|>(.*?)<\/dataValidation>)/gs))
      for (const area of areasOf(attribute(` ${tag}`, 'sqref') ?? ''))
        sheet.validations.push({ area, bag: validation(` ${tag}`, body) });
    for (const [, sqref = '', body = ''] of xml.matchAll(
      /<conditionalFormatting sqref="([^"]*)">(.*?)<\/conditionalFormatting>/gs,
    )) {
      const bag = new Map<string, unknown>([
        ['type', 'Custom'],
        ['rule.formula', `=${plain(/<formula>(.*?)<\/formula>/.exec(body)?.[1])}`],
        ['format.fill.color', '#FBD5D5'],
      ]);
      for (const area of areasOf(sqref)) sheet.conditionals.push({ area, bag });
    }
    for (const [tag] of xml.matchAll(/<col\s[^>]*\/>/g))
      sheet.looks.push({
        area: {
          top: 0,
          bottom: 1_048_575,
          left: Number(attribute(tag, 'min')) - 1,
          right: Number(attribute(tag, 'max')) - 1,
        },
        path: 'columnWidth',
        value: (Number(attribute(tag, 'width')) * 7 + 5) * 0.75,
      });
    page(sheet, xml);
    // Cells that can be typed in: those with a format of their own in this model.
    if (sheet.isProtected) sheet.protection = { options: { allowFormatColumns: true, allowFormatRows: true } };
  });
  return book;
}

function validation(tag: string, body: string): Map<string, unknown> {
  const [one, two] = [1, 2].map((at) =>
    plain(new RegExp(`<formula${String(at)}>(.*?)</formula${String(at)}>`, 's').exec(body)?.[1]),
  );
  const type = attribute(tag, 'type') ?? 'none';
  const bag = new Map<string, unknown>();
  if (type === 'list')
    bag.set('rule', {
      list: { inCellDropDown: true, source: one?.startsWith('"') ? one.slice(1, -1) : `=${one ?? ''}` },
    });
  else if (type === 'decimal')
    bag.set('rule', {
      decimal: {
        formula1: Number(one),
        ...(two === '' ? {} : { formula2: Number(two) }),
        operator: two === '' ? 'GreaterThanOrEqualTo' : 'Between',
      },
    });
  else bag.set('rule', { custom: { formula: `=${one ?? ''}` } });
  const error = attribute(tag, 'error');
  if (error !== undefined) bag.set('errorAlert', { message: plain(error), showAlert: true, style: 'Stop', title: '' });
  const prompt = attribute(tag, 'prompt');
  if (prompt !== undefined) bag.set('prompt', { message: plain(prompt), showPrompt: true, title: '' });
  return bag;
}

function page(sheet: SheetModel, xml: string): void {
  const nameOf = (name: string): string | undefined => {
    const at = sheet.names.findIndex((one) => one.name === name);
    return at < 0 ? undefined : sheet.names.splice(at, 1)[0]?.formula.slice(1);
  };
  const area = nameOf('_xlnm.Print_Area');
  if (area !== undefined) sheet.bag.set('page.printArea', area);
  for (const titles of nameOf('_xlnm.Print_Titles')?.split(',') ?? [])
    sheet.bag.set(/\d/.test(titles.replace(/^.*!/, '')) ? 'page.titleRows' : 'page.titleColumns', titles);
  const setup = /<pageSetup\s[^>]*>/.exec(xml)?.[0] ?? '';
  const scale = attribute(setup, 'scale');
  if (scale !== undefined && !/fitToPage="1"/.test(xml)) sheet.bag.set('page.zoom', { scale: Number(scale) });
  if (attribute(setup, 'orientation') === 'landscape') sheet.bag.set('page.orientation', 'Landscape');
  for (const [, id = ''] of (/<colBreaks.*?<\/colBreaks>/s.exec(xml)?.[0] ?? '').matchAll(/<brk id="(\d+)"/g))
    sheet.columnBreaks.push(`${columnLetters(Number(id))}1`);
}

const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);

const OVER = /OR\([A-Z]+\d+<0,[A-Z]+\d+>([\d.]+)\)/;

/** What may be typed into each cell and above what it is coloured, in words; cells with neither are left out. */
export function rulesOf(book: BookModel): Record<string, string> {
  const found: Record<string, string> = {};
  const say = (sheet: SheetModel, { top, bottom, left, right }: Area, text: string): void => {
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const key = `${sheet.name}!${String(row)},${String(column)}`;
        found[key] = [...new Set([...(found[key]?.split(' | ') ?? []), text])].sort().join(' | ');
      }
  };
  for (const sheet of book.sheets) {
    for (const { area, bag } of sheet.validations)
      say(
        sheet,
        area,
        JSON.stringify([bag.get('rule'), (bag.get('errorAlert') as { message: string } | undefined)?.message ?? '']),
      );
    for (const { area, bag } of sheet.conditionals) {
      const over = OVER.exec(String(bag.get('rule.formula')))?.[1];
      if (over !== undefined) say(sheet, area, `over ${over}`);
    }
  }
  return found;
}
