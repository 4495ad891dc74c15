/**
 * The formulas of a criteria tree: what Excel computes for a parent, a section, bonus, deduction.
 * They follow the rules step by step, so that anyone can retrace a total in the sheet itself.
 */
import { cellName, type Place, type Settings } from '../rules';
import { mainMaximum, type TreeNode } from '../rules/tree';
import * as q from '../rules/rational';
import { pointsBound } from '../rules/ways';
import { NOT_APPLICABLE, YES_NO } from './layout';

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

/** A number inside a formula; fractions in brackets. */
export function literal(value: q.Rational): string {
  const text = q.format(value);
  return text.includes('/') ? `(${text})` : text;
}

/** True where the cell holds one of the words for "not applicable". */
function isNotApplicable(cell: string): string {
  return `OR(${NOT_APPLICABLE.map((word) => `${cell}="${word}"`).join(',')})`;
}

/** The points of a leaf's cell, as an argument of SUM or MAX. Texts in referenced cells count nothing there. */
function leafTerm(node: TreeNode, { cell, points }: NodeCell, notApplicable: Settings['notApplicable']): string {
  const max = literal(node.max ?? q.ZERO);
  const own = node.criterion.way.kind === 'yesno' ? `IF(OR(${cell}="${YES_NO.yes[0]}",${cell}=TRUE),${max},N(${cell}))` : points;
  if (!node.criterion.allowsNa || notApplicable !== 'full' || node.kind !== 'main') return own;
  return `IF(${isNotApplicable(cell)},${max},${own === cell ? `N(${cell})` : own})`;
}

/** A cell of this sheet or another: what stands before its row, then the row. */
const SIMPLE_CELL = /^((?:'(?:[^']|'')+'!)?[A-Z]{1,3})(\d+)$/;

/** Neighbouring cells of one column become a range: D5, D6, D7 → D5:D7. */
function joinRanges(terms: readonly string[]): string {
  const joined: string[] = [];
  let run: { column: string; first: number; last: number } | null = null;
  const close = (): void => {
    if (run) joined.push(run.first === run.last ? `${run.column}${String(run.first)}` : `${run.column}${String(run.first)}:${run.column.replace(/^.*!/s, '')}${String(run.last)}`);
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
export function pointsFormula(node: TreeNode, at: CellOf, notApplicable: Settings['notApplicable']): string {
  const own = at(node);
  if (node.isLeaf) return own === null ? '0' : leafTerm(node, own, notApplicable);
  return own?.points ?? childrenFormula(node, at, notApplicable);
}

/** The points of a parent from its children, under its cap. */
export function childrenFormula(node: TreeNode, at: CellOf, notApplicable: Settings['notApplicable']): string {
  const terms = node.children.map((child) => pointsFormula(child, at, notApplicable));
  const together = terms.length === 0 ? '0' : `${node.highestOnly ? 'MAX' : 'SUM'}(${joinRanges(terms)})`;
  return node.max === null ? together : `MIN(${literal(node.max)},${together})`;
}

/** Whether a main leaf at or below this node may be not applicable. */
export const mayBeNotApplicable = (node: TreeNode): boolean =>
  (node.isLeaf ? node.criterion.allowsNa && node.kind === 'main' : node.children.some(mayBeNotApplicable));

/** The maximum over the applicable leaves, under the same caps as the whole maximum. */
function applicableMaximum(node: TreeNode, at: CellOf): string {
  if (!mayBeNotApplicable(node)) return literal(mainMaximum(node));
  if (node.isLeaf) {
    const own = at(node);
    return own === null ? '0' : `IF(${isNotApplicable(own.cell)},0,${literal(mainMaximum(node))})`;
  }
  const together = `${node.highestOnly ? 'MAX' : 'SUM'}(${node.children.map((child) => applicableMaximum(child, at)).join(',')})`;
  return node.kind === 'main' && node.max !== null ? `MIN(${literal(node.max)},${together})` : together;
}

/** "×M/M over the applicable leaves", or nothing where every leaf always applies. */
export function rescaling(nodes: readonly TreeNode[], at: CellOf): string {
  if (!nodes.some(mayBeNotApplicable)) return '';
  const whole = literal(q.sum(nodes.map((node) => mainMaximum(node))));
  return `*${whole}/(${nodes.map((node) => applicableMaximum(node, at)).join('+')})`;
}

/** A section's points: sum and cap, rescaled where the workbook says so, rounded, capped again. */
export function sectionFormula(section: TreeNode, at: CellOf, settings: Settings): string {
  const points = pointsFormula(section, at, settings.notApplicable);
  const factor = settings.notApplicable === 'section' ? rescaling([section], at) : '';
  const { sectionDecimals } = settings;
  const rounded = `ROUND(${section.isLeaf ? `SUM(${points})` : points}${factor},${String(sectionDecimals ?? EXACT_DECIMALS)})`;
  const bound = section.isLeaf ? pointsBound(section.criterion.way, section.max) : section.max;
  const mayExceed = bound !== null && (factor !== '' || q.compare(q.round(bound, sectionDecimals), bound) > 0);
  return mayExceed ? `MIN(${literal(bound)},${rounded})` : rounded;
}

/** The longest formula a cell of Excel 2010 takes (specifications and limits): a longer one would break the file. */
export const LONGEST_FORMULA = 8192;

/** Decimals that stand for "not rounded" in a cell, whose doubles carry fifteen digits. */
export const EXACT_DECIMALS = 12;
