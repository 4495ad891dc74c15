/** The styles part of a workbook, opened to be added to. */
import { TYPES } from './content-types';
import type { Package } from './package';
import type { PackageEdit } from './package-edit';
import { folderOf, freeId } from './placement';
import { bareStyleSheet, StyleSheet } from './style-sheet';
import type { WorkbookPart } from './workbook-part';
import { RELATIONSHIP_NAMESPACE } from './worksheet-writer';

/** The styles to be added to; `save` puts them back when something was added. A workbook without styles gets some. */
export function openStyles(edit: PackageEdit, workbook: WorkbookPart): { styles: StyleSheet; save: () => void } {
  const relation = workbook.relationships.find(({ kind, external }) => kind === 'styles' && !external);
  // A part that nothing leads to is not the workbook's, whatever its name.
  const part = relation?.target ?? freeStyles(edit.pack, folderOf(workbook.part));
  const isThere = edit.pack.find(part) !== undefined;
  const before = isThere ? edit.pack.text(part) : bareStyleSheet(highestFormat(edit.pack, workbook));
  const styles = new StyleSheet(before, part);
  const save = (): void => {
    const xml = styles.toXml();
    if (xml === before && isThere) return;
    if (isThere) edit.put(part, xml);
    else edit.addPart(part, `${TYPES}.spreadsheetml.styles+xml`, xml);
    if (relation === undefined)
      edit.addRelationship(workbook.part, freeId(workbook, 0), `${RELATIONSHIP_NAMESPACE}/styles`, part);
  };
  return { styles, save };
}

function freeStyles(pack: Package, folder: string): string {
  let part = `${folder}styles.xml`;
  for (let number = 1; pack.find(part) !== undefined; number++) part = `${folder}styles${String(number)}.xml`;
  return part;
}

/** The highest number of a format that cells, rows and columns name: in a workbook without styles none of them means anything. */
function highestFormat(pack: Package, { sheets }: WorkbookPart): number {
  let highest = 0;
  for (const { part, kind } of sheets) {
    if (kind !== 'worksheet' || pack.find(part) === undefined) continue;
    const scanner = pack.scan(part);
    while (scanner.next()) {
      if (scanner.closing || !(scanner.name === 'c' || scanner.name === 'row' || scanner.name === 'col')) continue;
      highest = Math.max(highest, Number(scanner.attribute(scanner.name === 'col' ? 'style' : 's') ?? 0) || 0);
    }
  }
  return highest;
}
