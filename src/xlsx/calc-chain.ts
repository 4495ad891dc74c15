/**
 * The calculation chain (ECMA-376 Part 1, §18.6): an entry for a cell that holds no formula any more
 * makes Excel repair the file, so those go. The others keep their places.
 */
import { setAttribute } from './markup';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { XmlScanner } from './xml-scanner';

/**
 * The chain without the entries for which `gone` holds; null when none is left, since an empty chain
 * is not valid. An entry without a sheet id belongs to the sheet of the one before it.
 */
export function dropFromCalcChain(xml: string, part: string, gone: (sheetId: number, cell: string) => boolean): string | null {
  const scanner = new XmlScanner(xml, part);
  const splices: Splice[] = [];
  let sheetId = 0, written = 0, left = 0;
  while (scanner.next()) {
    if (scanner.name !== 'c' || scanner.closing) continue;
    const from = scanner.start;
    const tag = scanner.text.slice(from, scanner.end);
    const own = scanner.attribute('i');
    if (own !== undefined) sheetId = Number(own);
    const drop = gone(sheetId, scanner.required('r'));
    scanner.skip();
    if (drop) splices.push({ from, to: scanner.end, text: '' });
    else {
      left++;
      if (own === undefined && written !== sheetId) splices.push({ from, to: from + tag.length, text: setAttribute(tag, 'i', String(sheetId)) });
      written = sheetId;
    }
  }
  return left === 0 ? null : applySplices(xml, splices);
}
