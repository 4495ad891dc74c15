/** Scores the whole bloc: every unit at every level, because relative criteria depend on all. */
import { itemAt, valueAt } from '../../base/present';
import type { Book, Entry, Level, ScoreColumn, Unit, UnitId } from '../model/book';
import { computeLeaf, indexData, nameMixedScales, relativeResult } from './data';
import type { Computed } from './data';
import type { Fault } from './data-input';
import { scoreLeaf } from './leaf';
import type { ComputedPoints, LeafContext, LeafOutcome } from './leaf';
import type { IssueDetails } from '../model/issue';
import { headerOfLevel, isBlankColumn, levelsOf } from './levels';
import type { Report } from '../model/report';
import { computedPoints, scoreLevel } from './exact';
import type { LevelScore } from './exact';
import type { ScoreRecipe } from './recipe';
import type { CriteriaTree, TreeNode } from './tree';
import { relativeBest } from './way-points';
import type { RelativeBest } from './way-points';
import { comparesUnits } from './ways';

export interface ScoredUnit {
  readonly index: number;
  readonly unit: Unit;
  /** A recorded `Không xếp hạng`: no rank, and no score errors. */
  readonly recorded: boolean;
  readonly columns: ReadonlyMap<Level, ScoreColumn>;
  readonly outcomes: ReadonlyMap<Level, readonly LeafOutcome[]>;
}

export interface ScoredBloc {
  readonly units: readonly ScoredUnit[];
  /** What `Số liệu` gives for each computed leaf, by unit. */
  readonly computed: ReadonlyMap<TreeNode, readonly Computed[]>;
  /** The best of the bloc for each relative leaf, by level. */
  readonly bests: ReadonlyMap<Level, ReadonlyMap<TreeNode, RelativeBest>>;
  /** Relative criteria of which some unit's data are missing: they are open for every unit. */
  readonly brokenRelatives: ReadonlySet<TreeNode>;
}

/** The reader's codes that explain why a unit has no column or a criterion no row. */
const EXPLAINS_ABSENCE: ReadonlySet<string> = new Set([
  'sheet-missing',
  'sheet-ambiguous',
  'header-missing',
  'header-ambiguous',
  'code-unknown',
  'code-is-number',
  'unit-column-missing',
  'criterion-row-missing',
  'sheet-near',
  'header-near',
  'template-newer',
  'unit-name-duplicate',
]);

function columnsOf(book: Book): ReadonlyMap<UnitId, Map<Level, ScoreColumn>> {
  const columns = new Map<UnitId, Map<Level, ScoreColumn>>();
  for (const column of book.scores) {
    const ofUnit = columns.get(column.unit) ?? new Map<Level, ScoreColumn>();
    if (!ofUnit.has(column.level)) ofUnit.set(column.level, column);
    columns.set(column.unit, ofUnit);
  }
  return columns;
}

function absentCode(column: ScoreColumn | undefined): string {
  return column === undefined ? 'unit-column-missing' : 'criterion-row-missing';
}

class BlocScorer {
  private readonly computed = new Map<TreeNode, readonly Computed[]>();
  private readonly brokenRelatives = new Set<TreeNode>();
  private readonly columns: ReadonlyMap<UnitId, Map<Level, ScoreColumn>>;
  private readonly explained: boolean;
  private readonly tree: CriteriaTree;

  constructor(
    private readonly book: Book,
    private readonly recipe: ScoreRecipe,
    private readonly report: Report,
  ) {
    this.tree = recipe.tree;
    const rows = indexData(book.data);
    this.columns = columnsOf(book);
    this.explained = book.findings.some((finding) => EXPLAINS_ABSENCE.has(finding.code));
    for (const leaf of recipe.computed.keys()) {
      this.computed.set(
        leaf,
        nameMixedScales(book.units.map((unit) => computeLeaf(leaf, rows(unit.id, leaf.criterion.code)))),
      );
    }
  }

  private entry(unit: Unit, column: ScoreColumn | undefined, leaf: TreeNode): Entry {
    return column?.entries.get(leaf.criterion.code) ?? { kind: 'absent', code: absentCode(column), place: unit.place };
  }

  private isNa(unit: Unit, level: Level, leaf: TreeNode): boolean {
    return this.columns.get(unit.id)?.get(level)?.entries.get(leaf.criterion.code)?.kind === 'na';
  }

  /** The best of the bloc at one level: units that are not applicable there take no part. */
  private best(leaf: TreeNode, level: Level): RelativeBest {
    const computed = valueAt(this.computed, leaf);
    return relativeBest(
      this.book.units.flatMap((unit, index) => {
        const own = itemAt(computed, index);
        return own.kind === 'relative' && !this.isNa(unit, level, leaf) ? [own.input] : [];
      }),
    );
  }

  private sayAll(faults: readonly Fault[], unit: Unit, leaf: TreeNode): void {
    for (const { code, place, details } of faults) {
      this.report(code, place, { unit: unit.id, criterion: leaf.criterion.code, ...details });
    }
  }

  /** Reports once per leaf and unit what is wrong with its data. */
  private reportData(unit: Unit, index: number, leaf: TreeNode, entry: Entry): void {
    const own = this.computed.get(leaf)?.[index];
    if (own === undefined || entry.kind === 'na' || unit.notRanked !== null) return;
    const relative = comparesUnits(leaf.criterion.way);
    if (own.kind === 'noRow') {
      if (entry.kind !== 'absent')
        this.report('data-missing', entry.place, { unit: unit.id, criterion: leaf.criterion.code });
      if (relative) this.brokenRelatives.add(leaf);
    } else if (own.kind === 'fault') {
      this.sayAll(own.faults, unit, leaf);
      if (relative) this.brokenRelatives.add(leaf);
    } else if (own.kind !== 'noEvents') {
      this.sayAll(own.noise, unit, leaf);
    }
  }

  private computedPoints(leaf: TreeNode, index: number, best: RelativeBest | undefined): ComputedPoints | null {
    const own = this.computed.get(leaf)?.[index];
    const recipe = this.recipe.computed.get(leaf);
    if (own === undefined || recipe === undefined) return null;
    switch (own.kind) {
      case 'points':
        return { kind: 'points', points: computedPoints(recipe, own.points) };
      case 'relative':
        return best === undefined
          ? { kind: 'fault', code: 'data-missing' }
          : { kind: 'points', points: computedPoints(recipe, relativeResult(leaf, own.input, best)) };
      case 'noEvents':
        return { kind: 'noEvents' };
      case 'noRow':
        return { kind: 'fault', code: 'data-missing' };
      case 'fault':
        return { kind: 'fault', code: own.faults[0]?.code ?? 'setting-invalid' };
    }
  }

  private scoreAt(unit: Unit, index: number, level: Level, bests: ReadonlyMap<TreeNode, RelativeBest>): LeafOutcome[] {
    const column = this.columns.get(unit.id)?.get(level);
    const { settings } = this.book;
    const ranking = level === settings.rankingLevel;
    // What nobody ranks by is shown, and its faults are notes.
    const mild: IssueDetails = ranking || headerOfLevel(level) === null ? {} : { severity: 'info' };
    const mayMiss = !(ranking && settings.blankAtRanking === 'before' && column !== undefined && isBlankColumn(column));
    let missed = false;
    const context: LeafContext = {
      settings,
      ranking,
      say: (leaf, entry, code, details) => {
        if (unit.notRanked !== null || (code === 'score-missing' && !mayMiss && missed)) return;
        missed ||= code === 'score-missing';
        const about = { unit: unit.id, criterion: leaf.criterion.code };
        this.report(code, entry.place, ranking && details === undefined ? about : { ...about, ...mild, ...details });
      },
    };
    return this.tree.leaves.map((leaf) => {
      const entry = this.entry(unit, column, leaf);
      if (ranking) this.reportData(unit, index, leaf, entry);
      return scoreLeaf(leaf, entry, this.computedPoints(leaf, index, bests.get(leaf)), context);
    });
  }

  score(): ScoredBloc {
    const relatives = this.tree.leaves.filter((leaf) => comparesUnits(leaf.criterion.way));
    const present = levelsOf(this.book);
    const bests = new Map(
      present.map((level) => [level, new Map(relatives.map((leaf) => [leaf, this.best(leaf, level)]))]),
    );
    const seen = new Set<UnitId>();
    const units = this.book.units.map((unit, index): ScoredUnit => {
      const again = seen.has(unit.id);
      seen.add(unit.id);
      const columns = this.columns.get(unit.id) ?? new Map<Level, ScoreColumn>();
      const outcomes = new Map<Level, readonly LeafOutcome[]>();
      for (const level of present) {
        if (again)
          outcomes.set(
            level,
            this.tree.leaves.map(() => ({ kind: 'none', code: 'code-duplicate' })),
          );
        else if (level === this.book.settings.rankingLevel || columns.has(level)) {
          outcomes.set(level, this.scoreAt(unit, index, level, bests.get(level) ?? new Map<TreeNode, RelativeBest>()));
        }
      }
      if (again) this.report('code-duplicate', unit.place, { unit: unit.id, received: unit.id });
      else if (!columns.has(this.book.settings.rankingLevel) && !this.explained && unit.notRanked === null) {
        this.report('unit-column-missing', unit.place, { unit: unit.id });
      }
      return { index, unit, recorded: unit.notRanked !== null, columns, outcomes };
    });
    return { units, computed: this.computed, bests, brokenRelatives: this.brokenRelatives };
  }
}

/** Reads and scores every leaf of every unit at every level that has columns, and reports all faults. */
export function scoreBloc(book: Book, recipe: ScoreRecipe, report: Report): ScoredBloc {
  return new BlocScorer(book, recipe, report).score();
}

/** The totals of one unit at every level; `replace` puts sanctions on points in place first. */
export function totalsOf(
  scored: ScoredUnit,
  recipe: ScoreRecipe,
  replace: (leaves: readonly LeafOutcome[]) => readonly LeafOutcome[],
): ReadonlyMap<Level, LevelScore> {
  const levels = new Map<Level, LevelScore>();
  for (const [level, leaves] of scored.outcomes) levels.set(level, scoreLevel(recipe, replace(leaves)));
  return levels;
}
