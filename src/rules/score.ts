/** From the points of the leaves to the total of one unit at one level. */
import type { CountsToward, CriterionCode, NaTreatment, Settings } from './book';
import type { LeafOutcome } from './leaf';
import { naTreatment } from './not-applicable';
import * as q from './rational';
import type { Rational } from './rational';
import { mainMaximum } from './tree';
import type { CriteriaTree, TreeNode } from './tree';
import { pointsBound } from './ways';

/** The settings that scoring needs, read once; unreadable optional numbers count as not set. */
export interface Scale {
  readonly settings: Settings;
  readonly bonusCap: Rational | null;
  readonly deductionCap: Rational | null;
  readonly totalMin: Rational | null;
  readonly totalMax: Rational | null;
  /** Maximum of each section, and of all together. */
  readonly sectionMax: ReadonlyMap<TreeNode, Rational>;
  readonly wholeMax: Rational;
}

export function readScale(settings: Settings, tree: CriteriaTree): Scale {
  const sectionMax = new Map(tree.sections.map((section) => [section, mainMaximum(section)]));
  return {
    settings,
    sectionMax,
    bonusCap: q.readOptional(settings.bonusCap),
    deductionCap: q.readOptional(settings.deductionCap),
    totalMin: q.readOptional(settings.totalMin),
    totalMax: q.readOptional(settings.totalMax),
    wholeMax: q.sum(sectionMax.values()),
  };
}

/** A cap that cut something: of a parent, or of all bonus, all deduction, the whole total. */
export interface CapHit {
  readonly of: TreeNode | 'bonusCap' | 'deductionCap' | 'totalMin' | 'totalMax';
  readonly before: Rational;
  readonly after: Rational;
}

/** A rescaling: × `max` / `applicable`. */
export interface Rescaled {
  readonly max: Rational;
  readonly applicable: Rational;
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
  /** Over what the whole, or a section inside, was rescaled. */
  readonly rescaled: ReadonlyMap<TreeNode | 'whole', Rescaled>;
}

/** A score of the same leaves but for some, to take over what they do not touch. */
export interface Changed {
  readonly before: LevelScore;
  /** The top-level rows above the leaves that differ. */
  readonly roots: ReadonlySet<TreeNode>;
}

class Scorer {
  readonly points = new Map<CriterionCode, Rational | null>();
  readonly capHits: CapHit[] = [];
  readonly emptySections: TreeNode[] = [];
  readonly rescaled = new Map<TreeNode | 'whole', Rescaled>();

  /** Some leaf does not apply. */
  private readonly hasNa: boolean;

  constructor(
    readonly tree: CriteriaTree,
    readonly scale: Scale,
    readonly leaves: readonly LeafOutcome[],
    readonly changed: Changed | null,
  ) {
    this.hasNa = leaves.some((leaf) => leaf.kind === 'na');
  }

  /** How a leaf that does not apply is treated; null for one that does. */
  naOf(leaf: TreeNode): NaTreatment | null {
    return this.leaves[leaf.leaf]?.kind === 'na' ? naTreatment(leaf.criterion, this.scale.settings) : null;
  }

  leafPoints(leaf: TreeNode): Rational | null {
    const outcome = this.leaves[leaf.leaf];
    if (outcome === undefined || outcome.kind === 'none') return null;
    if (outcome.kind === 'points') return outcome.points;
    return this.naOf(leaf) === 'full' ? (leaf.max ?? q.ZERO) : q.ZERO;
  }

  cap(of: CapHit['of'], value: Rational, cap: Rational | null): Rational {
    if (cap === null || q.compare(value, cap) <= 0) return value;
    this.capHits.push({ of, before: value, after: cap });
    return cap;
  }

  /** The points below a node that count toward `kind`: null while one of them is unknown. */
  valueOf(node: TreeNode, kind: CountsToward): Rational | null {
    if (!node.holds[kind]) return q.ZERO;
    const value = node.isLeaf ? this.leafPoints(node) : this.childrenOf(node, kind);
    const capped = node.isLeaf || node.kind !== kind || value === null ? value : this.cap(node, value, node.max);
    if (node.kind === kind) this.points.set(node.criterion.code, capped);
    return capped;
  }

  /** Every child is valued, also beside an unknown one: its own points are shown. */
  childrenOf(node: TreeNode, kind: CountsToward): Rational | null {
    let together: Rational | null = q.ZERO;
    for (const child of node.children) {
      const value = this.valueOf(child, kind);
      if (value === null || together === null) together = null;
      else together = node.highestOnly ? q.maximum(together, value) : q.add(together, value);
    }
    return together;
  }

  /** What a section that no changed leaf touches came to before. */
  known(section: TreeNode): Rational | null {
    if (this.changed === null || this.changed.roots.has(section)) return null;
    if (this.changed.before.emptySections.includes(section)) this.emptySections.push(section);
    return this.changed.before.points.get(section.criterion.code) ?? null;
  }

  /** A section: its sum, rescaled over the applicable leaves if so set, its decimals (which lift no leaf above its maximum), its cap. */
  section(section: TreeNode): Rational | null {
    const value = section.isLeaf ? this.leafPoints(section) : this.childrenOf(section, 'main');
    if (value === null) return null;
    const rescaled = this.rescaleSection(section, value);
    const rounded = q.round(rescaled, this.scale.settings.sectionDecimals);
    if (!section.isLeaf) return this.cap(section, rounded, section.max);
    const bound = pointsBound(section.criterion.way, section.max);
    return bound === null ? rounded : q.minimum(rounded, bound);
  }

  /** The maximum of a section without what the base is rescaled over. */
  maxBeforeTotal(section: TreeNode): Rational {
    const left = this.hasNa && hasLeaf(section, (leaf) => this.naOf(leaf) === 'total');
    return left
      ? mainMaximum(section, (leaf) => this.naOf(leaf) !== 'total')
      : (this.scale.sectionMax.get(section) ?? q.ZERO);
  }

  /** earned × (M − M_t) / (M − M_t − M_s): what the section leaves out is spread over the rest of the section. */
  rescaleSection(section: TreeNode, value: Rational): Rational {
    if (!this.hasNa || !hasLeaf(section, (leaf) => this.naOf(leaf) === 'section')) return value;
    const applicable = mainMaximum(section, (leaf) => this.naOf(leaf) !== 'section' && this.naOf(leaf) !== 'total');
    const max = this.maxBeforeTotal(section);
    this.rescaled.set(section, { max, applicable });
    if (q.sign(applicable) > 0) return q.divide(q.multiply(value, max), applicable);
    this.emptySections.push(section);
    return q.ZERO;
  }

  /** The sum of the sections, and the base after the treatment of what is not applicable. */
  base(): { earned: Rational | null; base: Rational | null; naAll: boolean } {
    if (this.tree.leaves.length === 0) return { earned: null, base: null, naAll: false };
    let earned: Rational | null = q.ZERO;
    for (const section of this.tree.sections) {
      const value = this.known(section) ?? this.section(section);
      this.points.set(section.criterion.code, value);
      earned = earned === null || value === null ? null : q.add(earned, value);
    }
    for (const root of this.tree.roots) {
      if (root.kind === 'main' || !root.holds.main) continue;
      const value = this.valueOf(root, 'main');
      earned = earned === null || value === null ? null : q.add(earned, value);
    }
    if (earned === null) return { earned, base: null, naAll: false };
    const rescales =
      this.emptySections.length > 0 || (this.hasNa && this.tree.leaves.some((leaf) => this.naOf(leaf) === 'total'));
    if (!rescales) return { earned, base: earned, naAll: false };
    const applicable = q.sum(
      this.tree.sections
        .filter((section) => !this.emptySections.includes(section))
        .map((section) => this.maxBeforeTotal(section)),
    );
    this.rescaled.set('whole', { max: this.scale.wholeMax, applicable });
    if (q.sign(applicable) <= 0) return { earned, base: null, naAll: true };
    return { earned, base: q.divide(q.multiply(earned, this.scale.wholeMax), applicable), naAll: false };
  }

  /** Bonus or deduction over the whole tree, after item, group and overall caps. */
  extra(kind: 'bonus' | 'deduction'): Rational | null {
    if (this.changed !== null && ![...this.changed.roots].some(({ holds }) => holds[kind]))
      return this.changed.before[kind];
    let together: Rational | null = q.ZERO;
    for (const root of this.tree.roots) {
      const value = this.valueOf(root, kind);
      together = together === null || value === null ? null : q.add(together, value);
    }
    if (together === null) return null;
    return kind === 'bonus'
      ? this.cap('bonusCap', together, this.scale.bonusCap)
      : this.cap('deductionCap', together, this.scale.deductionCap);
  }

  clamp(value: Rational): Rational {
    const { totalMin, totalMax } = this.scale;
    const capped = this.cap('totalMax', value, totalMax);
    if (totalMin === null || q.compare(capped, totalMin) >= 0) return capped;
    this.capHits.push({ of: 'totalMin', before: capped, after: totalMin });
    return totalMin;
  }
}

function hasLeaf(node: TreeNode, test: (leaf: TreeNode) => boolean): boolean {
  return node.isLeaf ? node.kind === 'main' && test(node) : node.children.some((child) => hasLeaf(child, test));
}

/** From base, bonus and deduction to the total: sum, clamp, rounding. */
export function totalOf(
  { totalMin, totalMax, settings }: Scale,
  base: Rational,
  bonus: Rational,
  deduction: Rational,
): Rational {
  const sum = q.subtract(q.add(base, bonus), deduction);
  const capped = totalMax === null ? sum : q.minimum(sum, totalMax);
  return q.round(totalMin === null ? capped : q.maximum(capped, totalMin), settings.totalDecimals);
}

/**
 * Scores one unit at one level, in the order of the regulation: leaves → parents and their caps →
 * sections → base → + bonus − deduction → clamp → rounding. The rounded number is the total.
 *
 * `changed`: what the same leaves but for some came to; only what the others touch is scored again, and
 * `points` holds only their rows and the sections.
 */
export function scoreLevel(
  tree: CriteriaTree,
  scale: Scale,
  leaves: readonly LeafOutcome[],
  changed: Changed | null = null,
): LevelScore {
  const scorer = new Scorer(tree, scale, leaves, changed);
  const { earned, base, naAll } = scorer.base();
  const bonus = scorer.extra('bonus');
  const deduction = scorer.extra('deduction');
  const exact =
    base === null || bonus === null || deduction === null
      ? null
      : scorer.clamp(q.subtract(q.add(base, bonus), deduction));
  const broken = leaves.find((leaf) => leaf.kind === 'none');
  return {
    leaves,
    earned,
    base,
    bonus,
    deduction,
    exact,
    total: exact === null ? null : q.round(exact, scale.settings.totalDecimals),
    missing:
      tree.leaves.length === 0
        ? 'criterion-row-missing'
        : broken?.kind === 'none'
          ? broken.code
          : naAll
            ? 'na-all'
            : null,
    points: scorer.points,
    capHits: scorer.capHits,
    emptySections: scorer.emptySections,
    rescaled: scorer.rescaled,
  };
}
