/** Several files as one workbook: units send in a table each. */
import type { SheetCells, WorkbookCells } from '../../sheets/cells';

interface NamedCells {
  /** The file's name without its folder. */
  readonly name: string;
  readonly cells: WorkbookCells;
}

/** A single file stays as it is; of several every sheet is called as Excel refers to it, "[file]sheet". */
export function together(files: readonly NamedCells[]): WorkbookCells | null {
  const [first, ...others] = files;
  if (first === undefined || others.length === 0) return first?.cells ?? null;
  return {
    ...first.cells,
    sheets: files.flatMap(({ name, cells }) =>
      cells.sheets.map((sheet): SheetCells => ({ ...sheet, name: `[${name}]${sheet.name}` })),
    ),
  };
}

/** The name of a sheet, and that of its file without its ending where there are several. */
export function ownNames(sheet: string): { readonly sheet: string; readonly file: string | null } {
  const match = /^\[(.*)\](.*)$/su.exec(sheet);
  return match === null
    ? { sheet, file: null }
    : { sheet: match[2] ?? '', file: (match[1] ?? '').replace(/\.[a-z]{3,4}$/iu, '') };
}
