/**
 * The formula of a recipe: what Excel computes for a parent, a section, bonus, deduction, a total. It follows
 * the rules step by step, so that anyone can retrace a total in the sheet itself.
 */
import { cellName, type Place } from '../rules';
import * as q from '../rules/number/rational';
import { mayBeNothing } from '../rules/score/recipe';
import type { Leaf, Limit, Recipe, Rescale, Round, Together } from '../rules/score/recipe';
import type { TreeNode } from '../rules/score/tree';
import { NOT_APPLICABLE, YES_NO } from './layout';

/** A node's cell for one unit, and the points it gives: the cell itself, or what stands in for a blank one. */
export interface NodeCell {
  readonly cell: string;
  readonly points: string;
}

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

/** What the formulas of one unit are made of. */
export interface Cells {
  /** Null: the node has no cell, its points come from its children. */
  readonly at: (node: TreeNode) => NodeCell | null;
  /** What `Số liệu` gives a leaf. */
  readonly data?: (leaf: TreeNode) => string;
  /** The parts of the balance; null: there is nothing of the kind. */
  readonly parts?: Readonly<Record<'base' | 'bonus' | 'deduction', string | null>>;
}

/** The formula: a recipe as Excel computes it. */
export class FormulaWriter {
  constructor(private readonly cells: Cells) {}

  points(recipe: Recipe): string {
    switch (recipe.rule) {
      case 'leaf':
        return this.leaf(recipe);
      case 'data':
        return this.cells.data?.(recipe.row) ?? '0';
      case 'step':
        return `${roundFormula(`(${this.points(recipe.of)})/${literal(recipe.step)}`, 0)}*${literal(recipe.step)}`;
      case 'row':
        return (recipe.row.isLeaf ? null : this.cells.at(recipe.row))?.points ?? this.points(recipe.of);
      case 'sum':
      case 'highest':
        return this.together(recipe);
      case 'cap':
        return this.cap(recipe);
      case 'floor':
        return `MAX(${literal(recipe.limit)},${this.points(recipe.of)})`;
      case 'rescale':
        return `${this.points(recipe.of)}${this.factor(recipe)}`;
      case 'round':
        return this.round(recipe);
      case 'balance': {
        const { base, bonus, deduction } = this.cells.parts ?? { base: null, bonus: null, deduction: null };
        return `${base ?? '0'}${bonus === null ? '' : `+${bonus}`}${deduction === null ? '' : `-${deduction}`}`;
      }
      case 'maximum': {
        const own = this.cells.at(recipe.row);
        return own === null ? '0' : `IF(${isNotApplicable(own.cell)},0,${literal(recipe.row.max ?? q.ZERO)})`;
      }
      case 'kept':
        return this.points(recipe.of);
      case 'constant':
        return literal(recipe.value);
    }
  }

  /** The points of a leaf's cell, as an argument of SUM or MAX. Texts in referenced cells count nothing there. */
  private leaf({ row, na }: Leaf): string {
    const own = this.cells.at(row);
    if (own === null) return '0';
    const { cell, points } = own;
    const max = literal(row.max ?? q.ZERO);
    const worth =
      row.criterion.way.kind === 'yesno' ? `IF(OR(${cell}="${YES_NO.yes[0]}",${cell}=TRUE),${max},N(${cell}))` : points;
    return na === null ? worth : `IF(${isNotApplicable(cell)},${literal(na)},${worth === cell ? `N(${cell})` : worth})`;
  }

  private together({ rule, of, row }: Together): string {
    const terms = of.map((each) => this.points(each));
    if (terms.length === 0) return '0';
    return `${rule === 'highest' ? 'MAX' : 'SUM'}(${row === null ? terms.join(',') : joinRanges(terms)})`;
  }

  /** "×M/M over the applicable leaves", or nothing where no leaf is left out. */
  factor({ over, left, max, applicable }: Rescale): string {
    if (left.length === 0) return '';
    const rest =
      over === 'whole' && applicable.rule === 'sum'
        ? applicable.of.map((each) => this.points(each)).join('+')
        : this.points(applicable);
    return `*${this.points(max)}/(${rest})`;
  }

  /** What nothing rounded stays within its bound by itself. */
  private cap({ of, limit }: Limit): string {
    if (of.rule === 'round' && of.to === 'section') return this.section(of, limit);
    return of.rule === 'data' ? this.points(of) : `MIN(${literal(limit)},${this.points(of)})`;
  }

  private round(recipe: Round): string {
    const { to, of, decimals } = recipe;
    if (to === 'section') return this.section(recipe, recipe.bound);
    return roundFormula(this.points(of), to === 'total' ? (decimals ?? NOISE_DECIMALS) : decimals);
  }

  /** A section within its limit before it is rounded, and after it where it may exceed it once more. */
  private section({ of, decimals }: Round, limit: q.Rational | null): string {
    const below = of.rule === 'rescale' ? of.of : of;
    const factor = of.rule === 'rescale' ? this.factor(of) : '';
    const rounding = limit === null ? 0 : q.compare(q.round(limit, decimals), limit);
    const most = limit === null ? null : literal(limit);
    const sum = this.points(below);
    const mayExceed = factor !== '' || rounding > 0 || (rounding < 0 && below.rule !== 'leaf');
    const points = below.rule === 'leaf' ? `SUM(${sum})` : most === null || rounding < 0 ? sum : `MIN(${most},${sum})`;
    const whole = of.rule === 'rescale' && mayBeNothing(of.applicable);
    const scaled = whole ? `IF(${this.points(of.applicable)}=0,0,${points}${factor})` : `${points}${factor}`;
    const rounded = roundFormula(scaled, decimals);
    return most !== null && mayExceed ? `MIN(${most},${rounded})` : rounded;
  }
}

export { LONGEST_FORMULA } from '../sheets/formula/tokens';

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
