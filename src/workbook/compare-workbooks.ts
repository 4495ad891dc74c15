/**
 * Two judged workbooks side by side, as people see them: a change stands at the very cell, with what the
 * cells of both workbooks say. The rules compare meanings and know neither headers nor the words of the sheets.
 */
import { compare, type Comparison, type InputChange, type InputKind, type Place } from '../rules';
import { INFO_ROWS, type InfoRow, type SheetKey } from './layout';
import type { Judgement } from './judgement';
import { TableFinder } from './table-finder';

/** The tables of whose rows the rules know where they begin, but not which cell says what. */
const TABLES: Readonly<Partial<Record<InputKind, SheetKey>>> = {
  criterion: 'criteria',
  unit: 'units',
  data: 'data',
  award: 'awards',
  condition: 'conditions',
  band: 'bands',
  ballot: 'ballots',
  decision: 'decisions',
};

/** @example compareWorkbooks(judge(old), judge(now)).inputs // [{ place: Quy tắc!B5, before: 'khối chấm', after: 'tự chấm', … }] */
export function compareWorkbooks(before: Judgement, after: Judgement): Comparison {
  const comparison = compare(before, after);
  const was = new TableFinder(before.cells);
  const is = new TableFinder(after.cells);
  return { ...comparison, inputs: inWords(comparison.inputs, was, is) };
}

function inWords(inputs: readonly InputChange[], was: TableFinder, is: TableFinder): InputChange[] {
  const rows = new Set<string>();
  return inputs.flatMap((input): InputChange[] => {
    const table = TABLES[input.kind];
    if (input.what === 'order') return [input];
    if (table === undefined) return [wordsOf(input.kind === 'info' ? infoPlaces(input, was, is) : input, was, is)];
    const row = JSON.stringify([input.kind, input.row]);
    if (rows.has(row)) return [];
    rows.add(row);
    return rowChanges(
      input,
      inputs.filter(({ kind, row: other }) => kind === input.kind && other === input.row),
      table,
      was,
      is,
    );
  });
}

/** The cells of a row that differ. Where none does, its meaning changed with what stands elsewhere: that is told as it is. */
function rowChanges(
  first: InputChange,
  all: readonly InputChange[],
  table: SheetKey,
  was: TableFinder,
  is: TableFinder,
): InputChange[] {
  const { place, placeBefore } = first;
  const [old, now] = [was.columns(table), is.columns(table)];
  const isThere = all.some(({ after }) => after !== null);
  const cells = [...new Set([...now.keys(), ...old.keys()])].flatMap((what): InputChange[] => {
    const before = placeBefore === undefined ? null : at(was, placeBefore, old.get(what));
    const after = place === null || !isThere ? null : at(is, place, now.get(what));
    const column = now.get(what) ?? old.get(what);
    if (before === after || column === undefined) return [];
    return [{ ...first, what, before, after, place: place && { ...place, column } }];
  });
  return cells.length > 0 ? cells : [...all];
}

const at = (finder: TableFinder, place: Place, column: number | undefined): string | null =>
  column === undefined ? null : finder.written({ ...place, column });

function infoPlaces(input: InputChange, was: TableFinder, is: TableFinder): InputChange {
  const row = input.what as InfoRow;
  if (!(row in INFO_ROWS)) return input;
  const before = was.info(row);
  return { ...input, place: is.info(row), ...(before && { placeBefore: before }) };
}

/** A single cell with what both workbooks say in it; what the rules know where the cells say the same, or where there are none. */
function wordsOf(input: InputChange, was: TableFinder, is: TableFinder): InputChange {
  const before = input.before === null || input.placeBefore === undefined ? null : was.written(input.placeBefore);
  const after = input.after === null || input.place === null ? null : is.written(input.place);
  return before === after ? input : { ...input, before, after };
}
