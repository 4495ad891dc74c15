/** What one unit's missing and broken cells could still bring: leaf by leaf. */
import type { LeafOutcome } from '../score/leaf';
import { isBrokenLeaf } from '../score/leaf';
import { indexData } from '../score/data';
import type { Book, DataRow, UnitId } from '../model/book';
import { naTreatment } from '../model/not-applicable';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { ScoredBloc, ScoredUnit } from '../score/bloc';
import { computedPoints } from '../score/exact';
import type { ScoreRecipe } from '../score/recipe';
import type { TreeNode } from '../score/tree';
import { pointsBound, rulesOf } from '../score/ways';

/** A leaf whose points are not known yet. */
export interface OpenLeaf {
  readonly leaf: TreeNode;
  readonly low: Rational;
  /** Null: nothing limits it. */
  readonly high: Rational | null;
  /** The only points it can have, the lowest first; null: anything from `low` to `high`. */
  readonly values: readonly Rational[] | null;
  /** "Not applicable" would take it out of the maximum, so that the rest counts for more. */
  readonly mayBeLeftOut: boolean;
}

/** A leaf with more values of its own than this counts as one without steps. */
const MAX_VALUES = 1000;

function ascending(values: readonly Rational[]): Rational[] {
  return [...values].sort(q.compare).filter((value, at, all) => at === 0 || !q.equal(value, all[at - 1] as Rational));
}

function stepValues(
  leaf: TreeNode,
  step: Rational,
  bound: Rational,
  { computed }: ScoreRecipe,
): readonly Rational[] | null {
  const count = q.floor(q.divide(bound, step));
  if (count >= BigInt(MAX_VALUES)) return null;
  const multiples = Array.from({ length: Number(count) + 1 }, (_, times) => q.multiply(step, q.fromInteger(times)));
  const recipe = computed.get(leaf);
  return recipe === undefined ? multiples : [...multiples, bound].map((points) => computedPoints(recipe, points));
}

/** The values of a leaf that has some of its own: rungs, yes and no, multiples of the step. */
function ownValues(leaf: TreeNode, bound: Rational | null, recipe: ScoreRecipe): readonly Rational[] | null {
  const { way } = leaf.criterion;
  if (isBrokenLeaf(leaf)) return null;
  const { listed } = rulesOf(way);
  if (listed !== null) return listed.of(way, leaf.max);
  return bound === null || leaf.step === null ? null : stepValues(leaf, leaf.step, bound, recipe);
}

/** What a leaf could be worth once its cell is filled, or once it is called not applicable where that is allowed. */
function openLeaf(leaf: TreeNode, recipe: ScoreRecipe): OpenLeaf {
  const own = pointsBound(leaf.criterion.way, leaf.max);
  const bound = own === null || q.sign(own) < 0 ? null : own;
  const values = ownValues(leaf, bound, recipe);
  const na = leaf.kind === 'main' ? naTreatment(leaf.criterion, recipe.settings) : 'forbid';
  // A bonus or deduction may stay blank, "đủ điểm" gives the whole maximum: both are values like the others.
  const more = [...(leaf.kind === 'main' ? [] : [q.ZERO]), ...(na === 'full' ? [leaf.max ?? q.ZERO] : [])];
  const mayBeLeftOut = na === 'section' || na === 'total';
  if (values !== null && values.length > 0) {
    const all = ascending([...values, ...more]);
    return { leaf, low: all[0] as Rational, high: all.at(-1) as Rational, values: all, mayBeLeftOut };
  }
  return { leaf, low: q.ZERO, high: bound === null ? null : more.reduce(q.maximum, bound), values: null, mayBeLeftOut };
}

/** Finds the open leaves of every unit of a bloc. */
export class OpenLeafFinder {
  private rows: ((unit: UnitId, criterion: string) => readonly DataRow[]) | null = null;
  private readonly kinds = new Map<TreeNode, OpenLeaf>();

  constructor(
    private readonly book: Book,
    private readonly recipe: ScoreRecipe,
    private readonly bloc: ScoredBloc,
  ) {}

  /** Every unit's leaf of one criterion is open in the same way. */
  private kindOf(leaf: TreeNode): OpenLeaf {
    let kind = this.kinds.get(leaf);
    if (kind === undefined) this.kinds.set(leaf, (kind = openLeaf(leaf, this.recipe)));
    return kind;
  }

  /** A bonus or deduction nobody has entered: 0 so far. */
  private isBlankExtra({ unit, columns }: ScoredUnit, leaf: TreeNode): boolean {
    const entry = columns.get(this.book.settings.rankingLevel)?.entries.get(leaf.criterion.code);
    if (entry?.kind !== 'blank' && !(entry?.kind === 'text' && entry.text.trim() === '')) return false;
    if (!this.recipe.computed.has(leaf)) return true;
    this.rows ??= indexData(this.book.data);
    return this.rows(unit.id, leaf.criterion.code).length === 0;
  }

  /**
   * The leaves without points; those of a relative criterion while some unit's data are missing; and, while
   * a main leaf is missing, the blank bonus and deduction: the unit is still being scored.
   */
  find(scored: ScoredUnit, outcomes: readonly LeafOutcome[]): OpenLeaf[] {
    const { leaves } = this.recipe.tree;
    const unscored = leaves.some((leaf) => leaf.kind === 'main' && outcomes[leaf.leaf]?.kind === 'none');
    return leaves
      .filter((leaf) => {
        const outcome = outcomes[leaf.leaf];
        return (
          outcome !== undefined &&
          (outcome.kind === 'none' ||
            (this.bloc.brokenRelatives.has(leaf) && outcome.kind !== 'na') ||
            (unscored && leaf.kind !== 'main' && outcome.kind === 'points' && this.isBlankExtra(scored, leaf)))
        );
      })
      .map((leaf) => this.kindOf(leaf));
  }
}
