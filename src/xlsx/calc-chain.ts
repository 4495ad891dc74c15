/**
 * The calculation chain (ECMA-376 Part 1, §18.6): an entry for a cell that holds no formula any more
 * makes Excel repair the file, so those go. The others keep their places.
 */
import { setAttribute } from './markup';
import type { PackageEdit } from './package-edit';
import { applySplices } from './splice';
import type { Splice } from './splice';
import type { WorkbookPart } from './workbook-part';
import { XmlScanner } from './xml-scanner';

/**
 * The chain without the entries for which `gone` holds; null when none is left, since an empty chain
 * is not valid. An entry without a sheet id belongs to the sheet of the one before it.
 */
function dropFromCalcChain(xml: string, part: string, gone: (sheetId: number, cell: string) => boolean): string | null {
  const scanner = new XmlScanner(xml, part);
  const splices: Splice[] = [];
  let sheetId = 0,
    written = 0,
    left = 0;
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
      if (own === undefined && written !== sheetId)
        splices.push({ from, to: from + tag.length, text: setAttribute(tag, 'i', String(sheetId)) });
      written = sheetId;
    }
  }
  return left === 0 ? null : applySplices(xml, splices);
}

/** Drops what the calculation chain says of formulas that go; the part itself when nothing is left. */
export function dropFormulas(
  edit: PackageEdit,
  workbook: WorkbookPart,
  gone: (sheetId: number, cell: string) => boolean,
): void {
  const chain = workbook.relationships.find(({ kind }) => kind === 'calcChain');
  if (chain === undefined || edit.pack.find(chain.target) === undefined) return;
  const xml = edit.pack.text(chain.target);
  const left = dropFromCalcChain(xml, chain.target, gone);
  if (left === xml) return;
  if (left !== null) edit.put(chain.target, left);
  else {
    edit.remove(chain.target);
    edit.removeRelationship(workbook.part, chain.id);
  }
}
