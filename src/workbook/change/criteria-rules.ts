/** What a criterion is: its text, its way of scoring; several added at once; and its going, with all that was scored by it. */
import { isBlankCell } from '../../sheets/shown-cell';
import { fold } from '../../base/folding';
import { addCriterion, ancestors, below, criterionNamed, refusePlaces } from './criteria';
import { refuse, type Draft } from './draft';
import { columnOf } from './places';
import type { NamedMaximum } from './proposal';
import { typedValue } from './records';
import { ownSums, renewSums } from './sums';
import { cleanName, removeRows } from './units';
import { isGroupWord, WAY_WORDS, type WayWord } from '../layout';

/** In the order of the list, each after the one before it. */
export function addCriteria(draft: Draft, criteria: readonly NamedMaximum[], under: string | null): void {
  if (criteria.length === 0) refuse('name-empty');
  for (const { name, max } of criteria) addCriterion(draft, { name, max, under, isGroup: false });
}

export function renameCriterion(draft: Draft, wanted: string, written: string): void {
  const { criterion } = criterionNamed(draft, wanted);
  const name = cleanName(written);
  if (name === '') refuse('name-empty');
  if (name === criterion.name) refuse('nothing', name);
  const { matrix, reader, criteria } = draft.places;
  if (criteria.criteria.some((other) => other.parent === criterion.parent && fold(other.name) === fold(name)))
    refuse('name-taken', name);
  const column = reader.table('criteria', null)?.columns.get('name');
  if (column === undefined) return refuse('no-model');
  draft.tell({ ...criterion.place, column }, criterion.code, name);
  const row = matrix?.rowOf.get(criterion.code);
  if (matrix === null || matrix.nameColumn === null || row === undefined) return;
  const beside = { sheet: matrix.sheet.name, row, column: matrix.nameColumn };
  // A reference to the other sheet follows by itself.
  if (draft.cell(beside)?.formula === undefined) draft.tell(beside, criterion.code, name);
}

/** How a criterion is scored. A parameter is written as `Tham số` takes it; what it cannot be read as is an error of the row. */
export function changeWay(draft: Draft, wanted: string, way: WayWord, parameter: string): void {
  const { criterion, isLeaf } = criterionNamed(draft, wanted);
  if (isLeaf === isGroupWord(way)) refuse(isLeaf ? 'way-of-groups' : 'way-of-leaves', criterion.name);
  const columns = draft.places.reader.table('criteria', null)?.columns;
  const written = parameter.trim();
  const before = draft.lines.length;
  for (const [key, value] of [
    ['way', WAY_WORDS[way][0]],
    ['parameter', written === '' ? '' : typedValue(written)],
  ] as const) {
    const column = columns?.get(key);
    if (column === undefined) {
      if (value === '') continue;
      return refuse('no-model');
    }
    const place = { ...criterion.place, column };
    // A row without a word is scored by points, or a group.
    const now = draft.text(place) || (key === 'way' ? WAY_WORDS[isLeaf ? 'points' : 'group'][0] : '');
    // "0,5" as a text says what the number does.
    if (![String(value), key === 'parameter' ? written : ''].some((same) => fold(now) === fold(same)))
      draft.tell(place, criterion.name, value, typeof value === 'number' ? 'General' : undefined);
  }
  if (draft.lines.length === before) refuse('nothing', criterion.name);
}

/** With what stands below it; its rows of `Chấm điểm` and `Số liệu` go too. */
export function removeCriterion(draft: Draft, wanted: string): void {
  refusePlaces(draft);
  const node = criterionNamed(draft, wanted);
  const { name } = node.criterion;
  const gone = below(node).map(({ criterion }) => criterion);
  if (gone.length === draft.places.criteria.criteria.length) refuse('criterion-last', name);
  const codes = new Set(gone.map(({ code }) => code));
  const above = new Set(ancestors(draft, node.criterion.code));
  const own = ownSums(draft);
  const data = columnOf(draft.places, 'data', 'criterion');
  if (data !== null) {
    const rows = data.rows.flatMap((_, row) => {
      const code = draft.places.criteria.codes.find(draft.text({ sheet: data.name, row, column: data.column }));
      return row >= data.first && code !== null && codes.has(code) ? [row] : [];
    });
    removeRows(draft, data.name, data.first, rows, name);
  }
  const { matrix } = draft.places;
  if (matrix !== null) {
    const rows = [...codes].flatMap((code) => matrix.rowOf.get(code) ?? []);
    removeRows(draft, matrix.sheet.name, matrix.lastHeaderRow + 1, rows, name, scoresIn(draft, rows));
  }
  const list = columnOf(draft.places, 'criteria', 'code');
  if (list === null) return refuse('criterion-unknown', wanted);
  removeRows(
    draft,
    list.name,
    list.first,
    gone.map(({ place }) => place.row),
    name,
  );
  renewSums(draft, own, above);
}

/** Cells of scores in these rows that somebody filled. */
function scoresIn(draft: Draft, rows: readonly number[]): number {
  const { matrix } = draft.places;
  const columns = (matrix?.blocks ?? []).flatMap((block) => block.columns.map(({ column }) => column));
  return rows
    .flatMap((row) => columns.map((column) => matrix?.sheet.rows[row]?.[column]))
    .filter((cell) => cell !== undefined && !isBlankCell(cell) && cell.formula === undefined).length;
}
