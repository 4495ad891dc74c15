/** `Chấm điểm` made to fit `Đơn vị` and `Tiêu chí` again: what they have no row for goes, what is missing comes, scores stay by their codes. Its pages are laid anew too. */
import { refuse, type Draft } from './draft';
import { addMatrixRow, setLimit } from './criteria';
import { isBlankCell } from '../../sheets/shown-cell';
import { layPages } from './print';
import { renewSums } from './sums';
import { addColumns, removeColumns, removeRows } from './units';

export function rebuild(draft: Draft): void {
  const { criteria, matrix } = draft.places;
  if (matrix === null) return refuse('no-matrix');
  if (criteria.criteria.some(({ printed }) => printed !== undefined)) refuse('codes-by-place');
  for (const block of matrix.blocks.filter(({ unit }) => unit === null).reverse())
    removeColumns(draft, block, block.header);
  for (const row of [...matrix.strangeRows].reverse()) {
    const what = draft.text({ sheet: matrix.sheet.name, row, column: matrix.nameColumn ?? matrix.codeColumn });
    removeRows(draft, matrix.sheet.name, matrix.lastHeaderRow + 1, [row], what);
  }
  const standing = new Set(draft.places.matrix?.blocks.map(({ unit }) => unit));
  for (const { id, name } of draft.places.units.units) if (!standing.has(id)) addColumns(draft, id, name);
  const added = new Set<string>();
  for (const { code } of criteria.criteria)
    if (draft.places.matrix?.rowOf.has(code) !== true) {
      addMatrixRow(draft, code);
      added.add(code);
    }
  copyTexts(draft, added);
  renewSums(draft, null, added);
  if (draft.changes.length === 0) refuse('nothing', matrix.sheet.name);
  layPages(draft, null);
}

/** Names and maxima as `Tiêu chí` has them. */
function copyTexts(draft: Draft, added: ReadonlySet<string>): void {
  const { matrix, tree } = draft.places;
  if (matrix === null) return;
  const sheet = matrix.sheet.name;
  for (const { criterion, isLeaf } of tree.byCode.values()) {
    const row = matrix.rowOf.get(criterion.code);
    if (row === undefined || added.has(criterion.code)) continue;
    const put = (column: number | null, value: string | number | null): void => {
      if (column === null || value === null) return;
      const place = { sheet, row, column };
      const cell = draft.cell(place);
      if (isBlankCell(cell) || cell?.formula !== undefined || cell?.value === value) return;
      if (typeof value === 'number' && typeof cell?.value === 'number' && isLeaf)
        setLimit(draft, criterion.code, cell.value, value);
      draft.tell(place, criterion.name, value);
    };
    put(matrix.nameColumn, criterion.name === '' ? null : criterion.name);
    put(matrix.maxColumn, criterion.max === null ? null : Number(criterion.max));
  }
}
