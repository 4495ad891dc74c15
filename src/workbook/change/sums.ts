/** The sums of `Chấm điểm` as a new workbook has them, and their renewal once criteria or maxima are others. */
import { cellName } from '../../rules';
import { compileSheet } from '../../rules/score/compile';
import { parentFormula, totalFormula } from '../matrix-formulas';
import type { Draft } from './draft';
import type { Places } from './places';

/** Formulas by what they sum and for whom: a parent's code, or null for the total; the unit and the level. */
interface Sum {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

function expectedSums({ matrix, tree, settings }: Places): Sum[] {
  if (matrix === null) return [];
  const { rowOf, totalRow } = matrix;
  const recipe = compileSheet(tree, settings);
  const parents = [...tree.byCode.values()].filter(({ isLeaf }) => !isLeaf);
  return matrix.blocks.flatMap(({ columns }) =>
    columns.flatMap(({ unit, level, column }) => {
      const addressOf = ({ criterion }: (typeof parents)[number]): string =>
        cellName({ row: rowOf.get(criterion.code) ?? 0, column });
      const hasRows = (nodes: readonly (typeof parents)[number][]): boolean =>
        nodes.every(({ criterion }) => rowOf.has(criterion.code));
      const sums = parents.flatMap((node): Sum[] => {
        const row = rowOf.get(node.criterion.code);
        const formula = row === undefined || !hasRows(node.children) ? null : parentFormula(recipe, node, addressOf);
        return row === undefined || formula === null
          ? []
          : [{ key: `${node.criterion.code} ${unit} ${level}`, row, column, formula }];
      });
      return totalRow === null || !hasRows(tree.roots)
        ? sums
        : [...sums, { key: ` ${unit} ${level}`, row: totalRow, column, formula: totalFormula(recipe, addressOf) }];
    }),
  );
}

const plain = (formula: string): string => formula.replace(/[\s$]/g, '').toUpperCase();

/** Sums that stand as a new workbook would have them, by key. */
export function ownSums({ places }: Draft): ReadonlySet<string> {
  const { matrix } = places;
  return new Set(
    expectedSums(places)
      .filter(({ row, column, formula }) => plain(matrix?.sheet.rows[row]?.[column]?.formula ?? '') === plain(formula))
      .map(({ key }) => key),
  );
}

/** Writes the sums anew that were as in a new workbook (all of them for null), and tells of others that may lack something. */
export function renewSums(draft: Draft, own: ReadonlySet<string> | null, changed: ReadonlySet<string>): void {
  const { matrix } = draft.places;
  if (matrix === null) return;
  const { name } = matrix.sheet;
  let renewed = 0;
  for (const { key, row, column, formula } of expectedSums(draft.places)) {
    const place = { sheet: name, row, column };
    const cell = draft.cell(place);
    const isNew = cell === undefined || (cell.value === null && cell.formula === undefined);
    if (plain(cell?.formula ?? '') === plain(formula)) continue;
    if (own === null || own.has(key) || (isNew && changed.has(key.split(' ')[0] ?? ''))) {
      draft.setFormula(place, formula);
      renewed++;
    } else if (cell?.formula !== undefined && changed.has(key.split(' ')[0] ?? ''))
      draft.lines.push({ kind: 'ownSum', place });
  }
  if (renewed > 0) draft.tellSums(name, renewed);
}
