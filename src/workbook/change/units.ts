/** Units added, renamed and taken out, in every sheet at once. */
import { cellName, type Unit } from '../../rules';
import { codedUnits } from '../create-content';
import { shiftFormula, takeApart } from '../../sheets/formula/relative';
import { INFO_ROWS, infoRow, LIST_SEPARATOR, SHEETS, type SheetKey } from '../layout';
import { isBlankCell } from '../../sheets/shown-cell';
import { fold, normal } from '../../base/folding';
import { refuse, type Draft } from './draft';
import { columnOf, unitNamed, type Block } from './places';
import { layPagesAgain } from './print';

/** Sheets whose rows belong to a unit each, and the column that says to which. */
const ROWS_OF_UNITS = [
  ['data', 'unit'],
  ['ballots', 'unit'],
  ['attendees', 'unit'],
] as const satisfies readonly (readonly [SheetKey, string])[];

export const cleanName = (name: string): string => normal(name).replace(/\s+/gu, ' ');

/** A name nobody else bears, as people write it. */
function newName(draft: Draft, written: string, but: Unit | null): string {
  const name = cleanName(written);
  if (name === '') refuse('name-empty');
  const { units, codes } = draft.places.units;
  const isTaken = units.some(
    (unit) => unit !== but && (fold(unit.name) === fold(name) || fold(unit.id) === fold(name)),
  );
  if (isTaken || (but === null && codes.find(name) !== null)) refuse('name-taken', name);
  return name;
}

export function addUnit(draft: Draft, written: string): void {
  const name = newName(draft, written, null);
  const { units } = draft.places.units;
  const code = newCode(units, name);
  addToList(draft, code, name);
  addColumns(draft, code, name);
  addToMeeting(draft, units, code, name);
  draft.lines.push({ kind: 'code', what: name, code });
  layPagesAgain(draft);
}

/** The initials; with a number behind where another unit has them. Never a bare number, which Excel would not keep as text. */
function newCode(units: readonly Unit[], name: string): string {
  const taken = units.map(({ id, name: other }) => ({ code: id, name: other }));
  const code = codedUnits([...taken, { name }]).at(-1)?.code ?? 'DV';
  return /^\d/.test(code) ? (codedUnits([...taken, { name: `Đ V ${name}` }]).at(-1)?.code ?? code) : code;
}

function addToList(draft: Draft, code: string, name: string): void {
  const table = draft.places.reader.table('units', null);
  const last = Math.max(-1, ...draft.places.units.units.map(({ place }) => place.row));
  if (table === null || last < 0) return refuse('no-model');
  const sheet = table.sheet.name;
  const first = Math.min(...draft.places.units.units.map(({ place }) => place.row));
  draft.insert('rows', { sheet, at: last + 1, like: last });
  draft.set({ sheet, row: last + 1, column: table.keyColumn }, code);
  const nameColumn = table.columns.get('name');
  if (nameColumn !== undefined) draft.set({ sheet, row: last + 1, column: nameColumn }, name);
  draft.lines.push({ kind: 'rowAdded', sheet, row: last + 1, what: name });
  const range = (to: number): string =>
    `'${sheet.replaceAll("'", "''")}'!${absolute(first, table.keyColumn)}:${absolute(to, table.keyColumn)}`;
  for (const [key, header] of ROWS_OF_UNITS) {
    const column = columnOf(draft.places, key, header);
    if (column === null) continue;
    draft.limit({
      limit: {
        first: { sheet: column.name, row: column.first, column: column.column },
        last: { row: Math.max(column.first, column.rows.length) + SPARE_ROWS, column: column.column },
      },
      from: range(last),
      to: range(last + 1),
    });
  }
}

/** Rows below the last filled one that a list of choices may reach to. */
const SPARE_ROWS = 500;

const absolute = (row: number, column: number): string =>
  cellName({ row, column }).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

/** The columns of the last unit again, with its headers and sums and without its scores. */
export function addColumns(draft: Draft, code: string, name: string): void {
  const { matrix, units } = draft.places;
  if (matrix === null) return refuse('no-matrix');
  const model = matrix.blocks.filter(({ unit }) => unit !== null).at(-1);
  if (model === undefined) return refuse('no-model');
  const sheet = matrix.sheet.name;
  const at = model.last + 1;
  const count = at - model.first;
  const byName = units.units.some((unit) => unit.id === model.unit && fold(unit.name) === fold(model.header));
  draft.insert('columns', { sheet, at, count, like: model.first });
  for (let row = matrix.unitRow; row < matrix.sheet.rows.length; row++) {
    for (let offset = 0; offset < count; offset++) {
      const cell = matrix.sheet.rows[row]?.[model.first + offset];
      if (cell === undefined || isBlankCell(cell)) continue;
      const place = { sheet, row, column: at + offset };
      const formula = draft.cell({ sheet, row, column: model.first + offset })?.formula;
      if (row === matrix.unitRow && offset === 0) draft.set(place, byName ? name : code);
      else if (formula !== undefined) draft.setFormula(place, shiftFormula(takeApart(formula), 0, count));
      else if (row <= matrix.lastHeaderRow && typeof cell.value === 'string') draft.set(place, cell.value);
    }
  }
  draft.lines.push({ kind: 'columnsAdded', sheet, first: at, last: at + count - 1, what: name, scores: 0 });
}

/** Where all others are named for the minutes, the new one is. */
function addToMeeting(draft: Draft, units: readonly Unit[], code: string, name: string): void {
  const column = columnOf(draft.places, 'attendees', 'unit');
  if (column === null) return;
  const rows = rowsOf(draft, 'attendees', 'unit', units);
  if (rows.size < units.length) return;
  const last = Math.max(...[...rows.values()].flat());
  draft.insert('rows', { sheet: column.name, at: last + 1, like: last });
  draft.set({ sheet: column.name, row: last + 1, column: column.column }, code);
  draft.lines.push({ kind: 'rowAdded', sheet: column.name, row: last + 1, what: name });
}

/** The rows of each unit in a sheet of records. */
function rowsOf(draft: Draft, sheet: SheetKey, key: string, units: readonly Unit[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const column = columnOf(draft.places, sheet, key);
  if (column === null) return found;
  const wanted = new Set(units.map(({ id }) => id));
  column.rows.forEach((_, row) => {
    if (row < column.first) return;
    const unit = draft.places.units.codes.find(draft.text({ sheet: column.name, row, column: column.column }));
    if (unit !== null && wanted.has(unit)) found.set(unit, [...(found.get(unit) ?? []), row]);
  });
  return found;
}

const wantedUnit = (draft: Draft, text: string): Unit => unitNamed(draft.places, text) ?? refuse('unit-unknown', text);

export function renameUnit(draft: Draft, wanted: string, written: string): void {
  const unit = wantedUnit(draft, wanted);
  const name = newName(draft, written, unit);
  if (name === unit.name) refuse('nothing', name);
  const { matrix, reader } = draft.places;
  const column = reader.table('units', null)?.columns.get('name');
  if (column === undefined) return refuse('unit-unknown', wanted);
  draft.tell({ ...unit.place, column }, name, name);
  for (const { unit: id, header, first } of matrix?.blocks ?? [])
    if (matrix !== null && id === unit.id && fold(header) === fold(unit.name))
      draft.tell({ sheet: matrix.sheet.name, row: matrix.unitRow, column: first }, name, name);
}

export function removeUnit(draft: Draft, wanted: string): void {
  const unit = wantedUnit(draft, wanted);
  if (draft.places.units.units.length < 2) refuse('unit-last', unit.name);
  forgetPosts(draft, unit);
  forgetDecisions(draft, unit);
  for (const [sheet, key] of ROWS_OF_UNITS) {
    const rows = rowsOf(draft, sheet, key, [unit]).get(unit.id) ?? [];
    const column = columnOf(draft.places, sheet, key);
    if (column !== null) removeRows(draft, column.name, column.first, rows, unit.name);
  }
  const blocks = draft.places.matrix?.blocks.filter(({ unit: id }) => id === unit.id) ?? [];
  for (const block of blocks.reverse()) removeColumns(draft, block, unit.name);
  const list = columnOf(draft.places, 'units', 'code');
  if (list !== null) removeRows(draft, list.name, list.first, [unit.place.row], unit.name);
  if (draft.places.matrix !== null) layPagesAgain(draft);
}

/** From the last to the first, each of them so that an undo finds one that looks like it. */
export function removeRows(
  draft: Draft,
  sheet: string,
  first: number,
  rows: readonly number[],
  what: string,
  scores = 0,
): void {
  if (rows.length === 0) return;
  for (const row of [...rows].sort((a, b) => b - a)) draft.remove('rows', sheet, row, 1, row > first ? row - 1 : row);
  draft.lines.push({ kind: 'rowsRemoved', sheet, rows: rows.length, what, scores });
}

export function removeColumns(draft: Draft, { first, last }: Block, what: string): void {
  const { matrix } = draft.places;
  if (matrix === null) return;
  const count = last - first + 1;
  const others = matrix.blocks.filter((block) => block.first !== first && block.last - block.first + 1 === count);
  const model = others.filter((block) => block.last < first).at(-1) ?? others[0];
  const scores = matrix.sheet.rows.reduce(
    (sum, row, index) =>
      index <= matrix.lastHeaderRow
        ? sum
        : sum +
          (row ?? [])
            .slice(first, last + 1)
            .filter((cell) => cell !== undefined && !isBlankCell(cell) && cell.formula === undefined).length,
    0,
  );
  draft.remove(
    'columns',
    matrix.sheet.name,
    first,
    count,
    model === undefined ? null : model.first > first ? model.first - count : model.first,
  );
  draft.lines.push({ kind: 'columnsRemoved', sheet: matrix.sheet.name, first, last, what, scores });
}

const POSTS = ['leader', 'deputy', 'nextLeader', 'nextDeputy'] as const;

/** A unit that goes leads nothing any more. */
function forgetPosts(draft: Draft, unit: Unit): void {
  const { reader, units } = draft.places;
  const table = reader.table('info', null);
  const value = table?.columns.get('value');
  if (table === null || value === undefined) return;
  const names = new Set(POSTS.flatMap((post) => [INFO_ROWS[post], infoRow(post, 'cluster')].map((name) => fold(name))));
  table.sheet.rows.forEach((_, row) => {
    const item = draft.text({ sheet: table.sheet.name, row, column: table.keyColumn });
    const place = { sheet: table.sheet.name, row, column: value };
    if (!names.has(fold(item)) || units.codes.find(draft.text(place)) !== unit.id) return;
    draft.lines.push({ kind: 'cell', place, what: item, from: unit.name, to: '' });
    draft.set(place, '');
  });
}

/** A decision on that unit alone goes; from one on several it is left out. An order of one is no order. */
function forgetDecisions(draft: Draft, unit: Unit): void {
  const column = columnOf(draft.places, 'decisions', 'units');
  const kinds = columnOf(draft.places, 'decisions', 'kind');
  if (column === null || kinds === null) return;
  const gone: number[] = [];
  const { codes } = draft.places.units;
  column.rows.forEach((_, row) => {
    if (row < column.first) return;
    const place = { sheet: column.name, row, column: column.column };
    const listed = draft
      .text(place)
      .split(LIST_SEPARATOR)
      .map((text) => text.trim())
      .filter(Boolean);
    const left = listed.filter((text) => codes.find(text) !== unit.id);
    if (left.length === listed.length) return;
    const isOrder = fold(draft.text({ ...place, column: kinds.column })).startsWith('phân');
    if (left.length === 0 || (isOrder && left.length === 1)) gone.push(row);
    else draft.tell(place, SHEETS.decisions.name, left.join('; '));
  });
  removeRows(draft, column.name, column.first, gone, unit.name);
}
