/** After an edit: our sheets of results say so themselves, on screen and on paper, until they are written anew. */
import { bannerFor, isBanner } from '../sheets/banner';
import { judge } from '../workbook/judgement';
import { ownStamp } from '../sheets/stamp';
import { PackageEdit } from './package-edit';
import { readBack } from './read-back';
import type { ExpectedSheet } from './read-back';
import { cellsOf, openWorkbook } from './read-workbook';
import { editSheetXml } from './sheet-editor';
import type { CellEdit, StoredValues } from './sheet-editor';

const NOTHING: StoredValues = { uncalculated: new Set() };

/**
 * The workbook with the line that tells of changes set on every sheet that was written for other inputs than
 * those that stand there now, and taken down where they are again the same (an undo).
 */
export function withBanners(bytes: Uint8Array): Uint8Array {
  const open = openWorkbook(bytes);
  const cells = cellsOf(open);
  const ours = cells.sheets.flatMap((sheet, index) => {
    const stamp = ownStamp(sheet);
    const lines =
      stamp === null
        ? []
        : sheet.rows.flatMap((row, at) =>
            (row ?? []).flatMap((cell, column) => (isBanner(cell) ? [{ row: at, column, cell }] : [])),
          );
    return stamp === null || lines.length === 0 ? [] : [{ index, stamp, lines }];
  });
  if (ours.length === 0) return bytes;
  const { fingerprint } = judge(cells);
  const edit = new PackageEdit(open.pack);
  const expected: ExpectedSheet[] = [];
  for (const { index, stamp, lines } of ours) {
    const part = open.workbook.sheets[index]?.part;
    if (part === undefined) continue;
    const edits = lines.map(({ row, column, cell }): CellEdit => ({
      row,
      column,
      value: '',
      ...bannerFor(cell?.formula ?? '', stamp.fingerprint !== fingerprint),
      restyle: (style) => style,
    }));
    edit.put(
      part,
      editSheetXml(open.pack.text(part), part, edits, NOTHING, () => undefined),
    );
    const rows = (cells.sheets[index]?.rows ?? []).map((row) => row?.slice());
    for (const { row, column, formula, result } of edits)
      rows[row]?.splice(column, 1, { ...rows[row][column], formula: formula ?? '', value: result ?? '' });
    expected.push({ name: cells.sheets[index]?.name ?? '', rows, hasFormat: () => true });
  }
  return readBack(edit.write(), {
    pack: open.pack,
    workbook: open.workbook,
    changes: edit.changed,
    added: [],
    expected,
    ownName: () => false,
  });
}
