/** The number: what a recipe comes to for the leaves of one unit at one level. */
import type { CriterionCode } from '../model/book';
import type { LeafOutcome } from './leaf';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { TreeNode } from './tree';
import type { Limit, LimitName, Recipe, Rescale, Round, Row, ScoreRecipe, Together } from './recipe';

/** A limit that cut something: of a parent, or of all bonus, all deduction, the whole total. */
export interface CapHit {
  readonly of: TreeNode | LimitName;
  readonly before: Rational;
  readonly after: Rational;
}

export interface LevelScore {
  readonly leaves: readonly LeafOutcome[];
  /** Points of every row by code, a section after rescaling; null where they cannot be known. */
  readonly points: ReadonlyMap<CriterionCode, Rational | null>;
  /** Sum of the sections, before the base is rescaled. */
  readonly earned: Rational | null;
  readonly base: Rational | null;
  readonly bonus: Rational | null;
  readonly deduction: Rational | null;
  /** After clamping, before rounding. */
  readonly exact: Rational | null;
  readonly total: Rational | null;
  /** Code of the first leaf without points, or `na-all`; null when there is a total. */
  readonly missing: string | null;
  readonly capHits: readonly CapHit[];
  /** Sections that are wholly not applicable and were left out under `section`. */
  readonly emptySections: readonly TreeNode[];
}

/** A score of the same leaves but for some, to take over what they do not touch. */
export interface Changed {
  readonly before: LevelScore;
  /** The top-level rows above the leaves that differ. */
  readonly roots: ReadonlySet<TreeNode>;
}

/** Base, bonus and deduction, each null while it is unknown. */
export type Parts = Readonly<Record<'base' | 'bonus' | 'deduction', Rational | null>>;

export class ExactReader {
  readonly points = new Map<CriterionCode, Rational | null>();
  readonly capHits: CapHit[] = [];
  readonly emptySections: TreeNode[] = [];
  /** What the balance is made of. */
  parts: Parts = { base: null, bonus: null, deduction: null };
  /** The total before it is rounded. */
  exact: Rational | null = null;
  /** What `Số liệu` gives the leaf at hand. */
  data: Rational | null = null;
  /** Some leaf does not apply. */
  private readonly hasNa: boolean;

  /** `seen`, if given, takes down what every part of the recipe came to. */
  constructor(
    private readonly leaves: readonly LeafOutcome[],
    private readonly changed: Changed | null = null,
    private readonly seen: Map<Recipe, Rational | null> | null = null,
  ) {
    this.hasNa = leaves.some((leaf) => leaf.kind === 'na');
  }

  /** Null while something in it is unknown, or nothing of it applies. */
  value(recipe: Recipe): Rational | null {
    if (this.seen === null) return this.read(recipe);
    const value = this.read(recipe);
    this.seen.set(recipe, value);
    return value;
  }

  /** Of a recipe that no leaf's points go into. */
  number(recipe: Recipe): Rational {
    return this.value(recipe) ?? q.ZERO;
  }

  private read(recipe: Recipe): Rational | null {
    switch (recipe.rule) {
      case 'leaf':
        return this.leaf(recipe.row, recipe.na);
      case 'data':
        return this.data;
      case 'step': {
        const value = this.value(recipe.of);
        return value === null ? null : q.roundToStep(value, recipe.step);
      }
      case 'row':
        return this.row(recipe);
      case 'sum':
      case 'highest':
        return this.together(recipe);
      case 'cap':
      case 'floor':
        return this.limit(recipe);
      case 'rescale':
        return this.rescale(recipe, this.value(recipe.of));
      case 'round':
        return this.round(recipe);
      case 'balance': {
        const { base, bonus, deduction } = this.parts;
        return base === null || bonus === null || deduction === null ? null : q.subtract(q.add(base, bonus), deduction);
      }
      case 'maximum':
        return this.isNa(recipe.row) ? q.ZERO : (recipe.row.max ?? q.ZERO);
      case 'kept':
        return this.emptySections.includes(recipe.row) ? q.ZERO : this.value(recipe.of);
      case 'constant':
        return recipe.value;
    }
  }

  private isNa(leaf: TreeNode): boolean {
    return this.hasNa && this.leaves[leaf.leaf]?.kind === 'na';
  }

  private leaf({ leaf, criterion }: TreeNode, na: Rational | null): Rational | null {
    const outcome = this.leaves[leaf];
    const points =
      outcome === undefined || outcome.kind === 'none'
        ? null
        : outcome.kind === 'points'
          ? outcome.points
          : (na ?? q.ZERO);
    this.points.set(criterion.code, points);
    return points;
  }

  private row(recipe: Row): Rational | null {
    const value = this.known(recipe) ?? this.value(recipe.of);
    if (recipe.counts) this.points.set(recipe.row.criterion.code, value);
    return value;
  }

  /** What a top-level row that no changed leaf touches came to before. */
  private known({ row, counts, stands }: Row): Rational | null {
    if (this.changed === null || !counts || stands === 'below' || this.changed.roots.has(row)) return null;
    const { points, emptySections } = this.changed.before;
    if (stands === 'section' && emptySections.includes(row)) this.emptySections.push(row);
    return points.get(row.criterion.code) ?? null;
  }

  /** Every part is valued, also beside an unknown one: its own points are shown. */
  private together({ rule, of }: Together): Rational | null {
    let together: Rational | null = q.ZERO;
    for (const each of of) {
      const value = this.value(each);
      if (value === null || together === null) together = null;
      else together = rule === 'highest' ? q.maximum(together, value) : q.add(together, value);
    }
    return together;
  }

  private limit({ rule, of, limit, by }: Limit): Rational | null {
    const value = this.value(of);
    if (value === null) return null;
    const order = q.compare(value, limit);
    if (rule === 'cap' ? order <= 0 : order >= 0) return value;
    if (by !== null) this.capHits.push({ of: by, before: value, after: limit });
    return limit;
  }

  /** Where nothing is left, a section brings 0, and there is no base. */
  rescale({ over, left, max, applicable }: Rescale, value: Rational | null): Rational | null {
    const whole = over === 'whole';
    const leavesOut = (whole && this.emptySections.length > 0) || (this.hasNa && left.some((leaf) => this.isNa(leaf)));
    if (value === null || !leavesOut) return value;
    const [most, rest] = [this.number(max), this.number(applicable)];
    if (q.sign(rest) > 0) return q.divide(q.multiply(value, most), rest);
    if (whole) return null;
    this.emptySections.push(over);
    return q.ZERO;
  }

  private round({ of, to, decimals, bound }: Round): Rational | null {
    const value = this.value(of);
    if (to === 'total') this.exact = value;
    if (value === null) return null;
    const rounded = q.round(value, decimals);
    return bound === null ? rounded : q.minimum(rounded, bound);
  }
}

/** From what `Số liệu` gives a leaf to its points. */
export function computedPoints(
  recipe: Recipe,
  data: Rational,
  seen: Map<Recipe, Rational | null> | null = null,
): Rational {
  const reader = new ExactReader([], null, seen);
  reader.data = data;
  return reader.number(recipe);
}

/** From base, bonus and deduction to the total: sum, clamp, rounding. */
export function totalOf({ total }: ScoreRecipe, base: Rational, bonus: Rational, deduction: Rational): Rational {
  const reader = new ExactReader([]);
  reader.parts = { base, bonus, deduction };
  return reader.number(total);
}

/**
 * Scores one unit at one level. The rounded number is the total.
 *
 * `changed`: what the same leaves but for some came to; only what the others touch is scored again, and
 * `points` holds only their rows and those at the top.
 */
export function scoreLevel(
  recipe: ScoreRecipe,
  leaves: readonly LeafOutcome[],
  changed: Changed | null = null,
  seen: Map<Recipe, Rational | null> | null = null,
): LevelScore {
  const reader = new ExactReader(leaves, changed, seen);
  const isEmpty = recipe.tree.leaves.length === 0;
  const earned = isEmpty ? null : reader.value(recipe.base.of);
  const base = reader.rescale(recipe.base, earned);
  seen?.set(recipe.base, base);
  const parts = { base, bonus: reader.value(recipe.bonus), deduction: reader.value(recipe.deduction) };
  reader.parts = parts;
  const total = reader.value(recipe.total);
  const broken = leaves.find((leaf) => leaf.kind === 'none');
  return {
    leaves,
    ...parts,
    earned,
    exact: reader.exact,
    total,
    missing: isEmpty
      ? 'criterion-row-missing'
      : broken?.kind === 'none'
        ? broken.code
        : earned !== null && base === null
          ? 'na-all'
          : null,
    points: reader.points,
    capHits: reader.capHits,
    emptySections: reader.emptySections,
  };
}
