/** Makes the recipe of a score, in the order of the regulation: leaves → parents and their caps → sections → base → total. */
import type { CountsToward, NaTreatment, Settings } from '../model/book';
import { isComputed } from './data';
import { naTreatment } from '../model/not-applicable';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { CriteriaTree, TreeNode } from './tree';
import { pointsBound } from './ways';
import { ExactReader } from './exact';
import type { LimitName, Recipe, Rescale, Round, ScoreRecipe, SheetRecipe, Together } from './recipe';

/** Picks leaves that may be left out. */
type Left = (leaf: TreeNode) => boolean;

const constant = (value: Rational): Recipe => ({ rule: 'constant', value });

/** A parent's children together, under its own maximum. */
function together(row: TreeNode, of: readonly Recipe[]): Together {
  return { rule: row.highestOnly ? 'highest' : 'sum', row, of };
}

function limited(rule: 'cap' | 'floor', of: Recipe, limit: Rational | null, by: TreeNode | LimitName | null): Recipe {
  return limit === null ? of : { rule, of, limit, by };
}

/**
 * The most that the main leaves below a row can bring: the sum of their maxima, limited by the caps of parents
 * that count toward `main`; of a "highest only" group its highest child. `left` bring nothing where they do not apply.
 */
function maximum(row: TreeNode, left: Left): Recipe {
  if (row.isLeaf) {
    if (row.kind === 'main' && left(row)) return { rule: 'maximum', row };
    return constant(row.kind === 'main' ? (row.max ?? q.ZERO) : q.ZERO);
  }
  const below = row.children.map((child) => maximum(child, left));
  const whole = limited('cap', together(row, below), row.kind === 'main' ? row.max : null, null);
  return below.every(({ rule }) => rule === 'constant') ? constant(new ExactReader([]).number(whole)) : whole;
}

export function mainMaximum(row: TreeNode): Rational {
  return new ExactReader([]).number(maximum(row, () => false));
}

function leavesLeft(row: TreeNode, left: Left): TreeNode[] {
  if (row.isLeaf) return row.kind === 'main' && left(row) ? [row] : [];
  return row.children.flatMap((child) => leavesLeft(child, left));
}

function leafOf(row: TreeNode, settings: Settings): Recipe {
  const full = row.kind === 'main' && naTreatment(row.criterion, settings) === 'full';
  return { rule: 'leaf', row, na: full ? (row.max ?? q.ZERO) : null };
}

class Compiler {
  constructor(
    private readonly tree: CriteriaTree,
    private readonly settings: Settings,
  ) {}

  /** The leaves that one of these treatments leaves out where they do not apply. */
  private leftBy(...treatments: readonly NaTreatment[]): Left {
    return ({ criterion }) => treatments.includes(naTreatment(criterion, this.settings));
  }

  private children(row: TreeNode, kind: CountsToward): Together {
    return together(
      row,
      row.children.filter(({ holds }) => holds[kind]).map((child) => this.row(child, kind, 'below')),
    );
  }

  /** The points below a row that count toward `kind`; its maximum limits only those of its own kind. */
  private row(row: TreeNode, kind: CountsToward, stands: 'top' | 'below'): Recipe {
    if (row.isLeaf) return leafOf(row, this.settings);
    const counts = row.kind === kind;
    const of = limited('cap', this.children(row, kind), counts ? row.max : null, row);
    return { rule: 'row', row, of, counts, stands };
  }

  /** × (M − M_t) / (M − M_t − M_s): what the section leaves out is spread over the rest of the section. */
  private rescaledSection(row: TreeNode, of: Recipe): Recipe {
    const left = leavesLeft(row, this.leftBy('section'));
    if (left.length === 0) return of;
    return {
      rule: 'rescale',
      of,
      over: row,
      left,
      max: maximum(row, this.leftBy('total')),
      applicable: maximum(row, this.leftBy('section', 'total')),
    };
  }

  /** Its sum, rescaled if so set, its decimals, its cap. */
  section(row: TreeNode): Recipe {
    const points = this.rescaledSection(row, row.isLeaf ? leafOf(row, this.settings) : this.children(row, 'main'));
    const bound = row.isLeaf ? pointsBound(row.criterion.way, row.max) : null;
    const decimals = this.settings.sectionDecimals;
    const rounded: Recipe = { rule: 'round', of: points, to: 'section', decimals, bound };
    const of = row.isLeaf ? rounded : limited('cap', rounded, row.max, row);
    return { rule: 'row', row, of, counts: true, stands: 'section' };
  }

  /** All main points; rescaled over the leaves that apply. */
  base(sections: ScoreRecipe['sections'], wholeMax: Rational): Rescale {
    const left = this.leftBy('total');
    const roots = this.tree.roots.filter(({ kind, holds }) => kind === 'main' || holds.main);
    return {
      rule: 'rescale',
      over: 'whole',
      of: {
        rule: 'sum',
        row: null,
        of: roots.map((row) => sections.get(row) ?? this.row(row, 'main', 'top')),
      },
      left: this.tree.roots.flatMap((row) => leavesLeft(row, left)),
      max: constant(wholeMax),
      applicable: {
        rule: 'sum',
        row: null,
        of: this.tree.sections.map((row): Recipe => ({ rule: 'kept', row, of: maximum(row, left) })),
      },
    };
  }

  /** Bonus or deduction over the whole tree. */
  extra(kind: 'bonus' | 'deduction', limit: Rational | null): Recipe {
    const roots = this.tree.roots.filter(({ holds }) => holds[kind]);
    const sum: Recipe = { rule: 'sum', row: null, of: roots.map((row) => this.row(row, kind, 'top')) };
    return limited('cap', sum, limit, kind === 'bonus' ? 'bonusCap' : 'deductionCap');
  }
}

/** Rounded to the step, then to the decimals of criteria, never above the bound. */
function computed(row: TreeNode, decimals: number | null): Recipe {
  const data: Recipe = { rule: 'data', row };
  const stepped: Recipe = row.step === null ? data : { rule: 'step', of: data, step: row.step };
  const rounded: Recipe =
    decimals === null ? stepped : { rule: 'round', of: stepped, to: 'criterion', decimals, bound: null };
  return limited('cap', rounded, pointsBound(row.criterion.way, row.max), null);
}

/** Of base + bonus − deduction: clamped, then rounded. */
export function compileTotal({ totalMin, totalMax, totalDecimals }: Settings): Round {
  const most = limited('cap', { rule: 'balance' }, q.readOptional(totalMax), 'totalMax');
  const of = limited('floor', most, q.readOptional(totalMin), 'totalMin');
  return { rule: 'round', of, to: 'total', decimals: totalDecimals, bound: null };
}

/** What the sheet of scores says by itself: no leaf is left out of a maximum, and no section rounded. */
export function compileSheet(tree: CriteriaTree, settings: Settings): SheetRecipe {
  const rows = new Map<TreeNode, Recipe>();
  const grow = (row: TreeNode): Recipe => {
    const below = row.children.map(grow);
    const own = row.isLeaf ? leafOf(row, settings) : limited('cap', together(row, below), row.max, row);
    rows.set(row, own);
    return row.isLeaf ? own : { rule: 'row', row, of: own, counts: true, stands: 'below' };
  };
  const roots = tree.roots.map((row) => ({ row, of: grow(row) }));
  const part = (kind: CountsToward, limit: string | null, by: LimitName | null): Recipe | null => {
    const of = roots.filter(({ row }) => row.kind === kind).map((root) => root.of);
    return of.length === 0 ? null : limited('cap', { rule: 'sum', row: null, of }, q.readOptional(limit), by);
  };
  return {
    rows,
    base: part('main', null, null),
    bonus: part('bonus', settings.bonusCap, 'bonusCap'),
    deduction: part('deduction', settings.deductionCap, 'deductionCap'),
    total: compileTotal(settings),
  };
}

/** Settings that cannot be read count as not set. */
export function compileScore(tree: CriteriaTree, settings: Settings): ScoreRecipe {
  const compiler = new Compiler(tree, settings);
  const sections = new Map(tree.sections.map((row) => [row, compiler.section(row)]));
  const sectionMax = new Map(tree.sections.map((row) => [row, mainMaximum(row)]));
  const wholeMax = q.sum(sectionMax.values());
  const [bonusCap, deductionCap] = [q.readOptional(settings.bonusCap), q.readOptional(settings.deductionCap)];
  const [totalMin, totalMax] = [q.readOptional(settings.totalMin), q.readOptional(settings.totalMax)];
  return {
    tree,
    settings,
    computed: new Map(tree.leaves.filter(isComputed).map((row) => [row, computed(row, settings.criterionDecimals)])),
    base: compiler.base(sections, wholeMax),
    bonus: compiler.extra('bonus', bonusCap),
    deduction: compiler.extra('deduction', deductionCap),
    total: compileTotal(settings),
    sections,
    sectionMax,
    wholeMax,
    bonusCap,
    deductionCap,
    totalMin,
    totalMax,
  };
}
