/**
 * The formulas of a criteria tree: what Excel computes for a parent, a section, bonus, deduction.
 * They follow the rules step by step, so that anyone can retrace a total in the sheet itself.
 */
import { cellName, type NaTreatment, type Place, type Settings } from '../rules';
import { naTreatment } from '../rules/not-applicable';
import { mainMaximum, type TreeNode } from '../rules/tree';
import * as q from '../rules/rational';
import { pointsBound } from '../rules/ways';
import { NOT_APPLICABLE, YES_NO } from './layout';

type NaSettings = Pick<Settings, 'notApplicable'>;

/** A node's cell for one unit, and the points it gives: the cell itself, or what stands in for a blank one. */
export interface NodeCell {
  readonly cell: string;
  readonly points: string;
}

/** Null: the node has no cell, its points come from its children. */
export type CellOf = (node: TreeNode) => NodeCell | null;

/** "'Chấm điểm'!D7", as a formula of another sheet writes it. */
export function reference(place: Place): string {
  return `'${place.sheet.replaceAll("'", "''")}'!${cellName(place)}`;
}

/** A number inside a formula, with all decimals it was read with; fractions in brackets. */
export function literal({ n, d }: q.Rational): string {
  const text = q.format({ n, d });
  return text.includes('/') ? `(${text})` : text;
}

/** True where the cell holds one of the words for "not applicable". */
function isNotApplicable(cell: string): string {
  return `OR(${NOT_APPLICABLE.map((word) => `${cell}="${word}"`).join(',')})`;
}

/** The points of a leaf's cell, as an argument of SUM or MAX. Texts in referenced cells count nothing there. */
function leafTerm(node: TreeNode, { cell, points }: NodeCell, settings: NaSettings): string {
  const max = literal(node.max ?? q.ZERO);
  const own =
    node.criterion.way.kind === 'yesno' ? `IF(OR(${cell}="${YES_NO.yes[0]}",${cell}=TRUE),${max},N(${cell}))` : points;
  if (naTreatment(node.criterion, settings) !== 'full' || node.kind !== 'main') return own;
  return `IF(${isNotApplicable(cell)},${max},${own === cell ? `N(${cell})` : own})`;
}

/** A cell of this sheet or another: what stands before its row, then the row. */
const SIMPLE_CELL = /^((?:'(?:[^']|'')+'!)?[A-Z]{1,3})(\d+)$/;

/** Neighbouring cells of one column become a range: D5, D6, D7 → D5:D7. */
function joinRanges(terms: readonly string[]): string {
  const joined: string[] = [];
  let run: { column: string; first: number; last: number } | null = null;
  const close = (): void => {
    if (run)
      joined.push(
        run.first === run.last
          ? `${run.column}${String(run.first)}`
          : `${run.column}${String(run.first)}:${run.column.replace(/^.*!/s, '')}${String(run.last)}`,
      );
    run = null;
  };
  for (const term of terms) {
    const match = SIMPLE_CELL.exec(term);
    const column = match?.[1] ?? '';
    const rowNumber = Number(match?.[2]);
    if (match && run && run.column === column && run.last + 1 === rowNumber) run.last = rowNumber;
    else {
      close();
      if (match) run = { column, first: rowNumber, last: rowNumber };
      else joined.push(term);
    }
  }
  close();
  return joined.join(',');
}

/** The points of a node: its own cell, or its children's summed (or the highest) under its cap. */
export function pointsFormula(node: TreeNode, at: CellOf, settings: NaSettings): string {
  const own = at(node);
  if (node.isLeaf) return own === null ? '0' : leafTerm(node, own, settings);
  return own?.points ?? childrenFormula(node, at, settings);
}

/** The points of a parent from its children, under its cap. */
export function childrenFormula(node: TreeNode, at: CellOf, settings: NaSettings): string {
  const terms = node.children.map((child) => pointsFormula(child, at, settings));
  const together = terms.length === 0 ? '0' : `${node.highestOnly ? 'MAX' : 'SUM'}(${joinRanges(terms)})`;
  return node.max === null ? together : `MIN(${literal(node.max)},${together})`;
}

/** Picks main leaves that may be left out. */
type Left = (leaf: TreeNode) => boolean;

/** The leaves that one of these treatments leaves out where they do not apply. */
const leftOutBy =
  (settings: NaSettings, ...treatments: readonly NaTreatment[]): Left =>
  (leaf) =>
    leaf.kind === 'main' && treatments.includes(naTreatment(leaf.criterion, settings));

const hasLeft = (node: TreeNode, left: Left): boolean =>
  node.isLeaf ? left(node) : node.children.some((child) => hasLeft(child, left));

/** The maximum over the applicable leaves, under the same caps as the whole maximum. */
function applicableMaximum(node: TreeNode, at: CellOf, left: Left): string {
  if (!hasLeft(node, left)) return literal(mainMaximum(node));
  if (node.isLeaf) {
    const own = at(node);
    return own === null ? '0' : `IF(${isNotApplicable(own.cell)},0,${literal(mainMaximum(node))})`;
  }
  const together = `${node.highestOnly ? 'MAX' : 'SUM'}(${node.children.map((child) => applicableMaximum(child, at, left)).join(',')})`;
  return node.kind === 'main' && node.max !== null ? `MIN(${literal(node.max)},${together})` : together;
}

/** "×M/M over the applicable leaves" for the base, or nothing where no leaf is left out of the whole. */
export function baseRescaling(sections: readonly TreeNode[], at: CellOf, settings: NaSettings): string {
  const left = leftOutBy(settings, 'total');
  if (!sections.some((section) => hasLeft(section, left))) return '';
  const whole = literal(q.sum(sections.map((section) => mainMaximum(section))));
  return `*${whole}/(${sections.map((section) => applicableMaximum(section, at, left)).join('+')})`;
}

/** The same inside a section: what the base leaves out is in neither maximum. */
function sectionRescaling(section: TreeNode, at: CellOf, settings: NaSettings): string {
  if (!hasLeft(section, leftOutBy(settings, 'section'))) return '';
  const whole = applicableMaximum(section, at, leftOutBy(settings, 'total'));
  return `*${whole}/(${applicableMaximum(section, at, leftOutBy(settings, 'section', 'total'))})`;
}

/** A section's points: sum and cap, rescaled where the workbook says so, rounded, capped again. */
export function sectionFormula(section: TreeNode, at: CellOf, settings: Settings): string {
  const points = pointsFormula(section, at, settings);
  const factor = sectionRescaling(section, at, settings);
  const { sectionDecimals } = settings;
  const rounded = roundFormula(`${section.isLeaf ? `SUM(${points})` : points}${factor}`, sectionDecimals);
  const bound = section.isLeaf ? pointsBound(section.criterion.way, section.max) : section.max;
  const mayExceed = bound !== null && (factor !== '' || q.compare(q.round(bound, sectionDecimals), bound) > 0);
  return mayExceed ? `MIN(${literal(bound)},${rounded})` : rounded;
}

export { LONGEST_FORMULA } from './formula/tokens';

/** Decimals that stand for "not rounded" in a cell, whose doubles carry fifteen digits. */
const EXACT_DECIMALS = 12;
/** To so many decimals a sum of such cells is right: what lies behind is the noise of doubles, and would part a tie. */
export const NOISE_DECIMALS = 9;

/** A formula rounded as the workbook says, the noise of doubles first; with `null` as good as not rounded. */
export function roundFormula(formula: string, decimals: number | null): string {
  if (decimals === null) return `ROUND(${formula},${String(EXACT_DECIMALS)})`;
  const noiseless = `ROUND(${formula},${String(NOISE_DECIMALS)})`;
  return decimals >= NOISE_DECIMALS ? noiseless : `ROUND(${noiseless},${String(decimals)})`;
}
