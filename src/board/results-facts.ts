/** What is known of a workbook's table of results when its findings are folded. */
import type { CriterionCode, Issue, IssueCode } from '../rules';
import { OUTPUT_SHEETS, SHEETS } from '../workbook/layout';
import { fold } from '../base/folding';
import type { ColumnKind } from '../workbook/results-columns';
import { ancestorsOf, type ResultsColumn } from './anatomy';
import type { FileReport } from './check-workbook';

/** From points to remarks: a column only follows from columns before it. */
const STAGE: Readonly<Record<ColumnKind, number>> = {
  number: 0,
  name: 0,
  shown: 0,
  votes: 0,
  section: 1,
  bonus: 1,
  deduction: 1,
  base: 2,
  total: 3,
  rank: 4,
  grade: 5,
  awards: 6,
  remarks: 7,
};

/** Columns of other units that follow from a unit's total. */
const OF_RANKING: ReadonlySet<ColumnKind> = new Set(['rank', 'grade', 'awards', 'remarks']);
/** Columns of points. */
const POINTS: ReadonlySet<ColumnKind> = new Set(['section', 'bonus', 'deduction', 'base', 'total']);
/** Columns in which a change of the inputs shows where it was made. */
const NAMED: ReadonlySet<ColumnKind> = new Set([...POINTS, 'votes']);
/** All that the cells of some input sheets can change. */
const ONLY: ReadonlyMap<string, readonly ColumnKind[]> = new Map([
  [fold(SHEETS.info.name), []],
  [fold(SHEETS.awards.name), ['awards', 'remarks']],
  [fold(SHEETS.bands.name), ['grade', 'awards', 'remarks']],
]);
/** Findings about which units there are. */
const OF_UNITS: ReadonlySet<IssueCode> = new Set([
  'unit-list-differs',
  'unit-name-duplicate',
  'unit-column-missing',
  'code-missing',
  'code-duplicate',
]);
/** Columns that the program writes as formulas, which follow by themselves. */
const LIVE: ReadonlySet<ColumnKind> = new Set([...POINTS, 'rank']);

export class ResultsFacts {
  private readonly sheet: string;
  private readonly columns: ReadonlyMap<number, ResultsColumn>;
  private readonly typed = new Set<string>();
  /** Made by hand: no stamp of ours. */
  private readonly isByHand: boolean;
  private readonly isStale: boolean;
  private readonly replacedBy: ReadonlyMap<Issue, Issue>;
  /** Of a table made by hand: the totals by unit. */
  private readonly written: ReadonlyMap<string, number | null>;

  constructor(
    report: FileReport,
    private readonly parents: Readonly<Record<CriterionCode, CriterionCode>>,
  ) {
    const { anatomy, issues } = report;
    this.sheet = fold(anatomy?.results?.sheet ?? OUTPUT_SHEETS.results);
    this.columns = new Map(anatomy?.results?.columns.map((column) => [column.column, column]));
    for (const found of issues)
      if (found.code === 'formula-overwritten' && this.holds(found)) this.typed.add(cellOf(found));
    this.isByHand = issues.some(({ code }) => code === 'result-unstamped');
    this.isStale = issues.some((found) => found.code === 'result-stale' && this.holds(found));
    this.replacedBy = this.pairs(issues);
    this.written = this.isByHand ? this.writtenTotals(report) : new Map();
  }

  /** A name that is no unit's, and the unit that has no row: the first goes with the first. */
  private pairs(issues: readonly Issue[]): ReadonlyMap<Issue, Issue> {
    const ofNames = issues.filter((found) => found.code === 'result-differs' && this.columnOf(found)?.kind === 'name');
    const strangers = ofNames.filter(({ expected }) => expected === null);
    const missing = ofNames.filter(({ received }) => received === null);
    return new Map(
      missing.flatMap((found, at) => (strangers[at] === undefined ? [] : [[found, strangers[at]] as const])),
    );
  }

  holds({ place }: Issue): boolean {
    return place !== null && fold(place.sheet) === this.sheet;
  }

  /** Whether a value stands where a formula of ours stood. */
  isTyped(found: Issue): boolean {
    return this.typed.has(cellOf(found));
  }

  stageOf(found: Issue): number {
    const column = this.columnOf(found);
    if (this.replacedBy.has(found)) return 1;
    return column === null ? 0 : 2 * STAGE[column.kind] + (column.isShown ? 1 : 0);
  }

  private columnOf({ place }: Issue): ResultsColumn | null {
    return (place === null ? undefined : this.columns.get(place.column)) ?? null;
  }

  /** Whether a cell of the results says something else because another cell of the results does. */
  follows(cause: Issue, found: Issue): boolean {
    if (this.replacedBy.get(found) === cause) return true;
    const [from, to] = [this.columnOf(cause), this.columnOf(found)];
    if (!this.holds(cause) || from === null || to === null || this.isTyped(found)) return false;
    // What is printed of a live number is read by no formula.
    if (from.isShown) return false;
    // Formulas follow by themselves; words only where a person wrote them from the numbers.
    if (!this.isByHand && !LIVE.has(to.kind)) return false;
    if (cause.unit !== found.unit)
      return POINTS.has(from.kind) && OF_RANKING.has(to.kind) && (to.kind !== 'rank' || this.isRankOfWritten(found));
    if (to.isShown && to.kind === from.kind) return to.section === from.section;
    return isAfter(from.kind, to.kind);
  }

  /** Whether a rank that differs is the one that the totals give as they stand in the table. */
  private isRankOfWritten({ unit, received }: Issue): boolean {
    const own = unit === undefined ? undefined : this.written.get(unit);
    const rank = Number(received);
    if (own === undefined || own === null || !Number.isInteger(rank)) return true;
    const totals = [...this.written.values()].filter((total) => total !== null);
    const above = totals.filter((total) => total > own).length;
    return rank > above && rank <= above + totals.filter((total) => total === own).length;
  }

  /** The totals as the table has them; null where that cannot be told. */
  private writtenTotals({ units, issues }: FileReport): ReadonlyMap<string, number | null> {
    const totals = new Map(units.map(({ id, total }) => [id, total === null ? null : Number(total)]));
    for (const found of issues) {
      if (found.code !== 'result-differs' || found.unit === undefined || this.columnOf(found)?.kind !== 'total')
        continue;
      const value = Number((found.received ?? '').replace(',', '.'));
      totals.set(found.unit, found.received === null || Number.isNaN(value) ? null : value);
    }
    return totals;
  }

  /**
   * Whether every difference in points and votes can come from these faults of the inputs and the rules; a
   * change that nobody named is a fault of its own.
   */
  isExplainedBy(causes: readonly Issue[], issues: readonly Issue[]): boolean {
    return issues.every(
      (found) =>
        found.code !== 'result-differs' ||
        this.isTyped(found) ||
        !NAMED.has(this.columnOf(found)?.kind ?? 'name') ||
        causes.some((cause) => this.changedBy(cause, found)),
    );
  }

  /** Whether a fault of the inputs or the rules changes what should stand in this cell of the results. */
  changedBy(cause: Issue, found: Issue): boolean {
    if (!(this.isStale || this.isByHand) || this.holds(cause) || this.isTyped(found)) return false;
    const to = this.columnOf(found);
    if (to === null) return false;
    const only = ONLY.get(fold(cause.place?.sheet ?? ''));
    if (only !== undefined && !only.includes(to.kind)) return false;
    if (to.kind === 'votes') return cause.code.startsWith('ballot-') && cause.unit === found.unit;
    if (to.kind === 'name') return OF_UNITS.has(cause.code);
    if (OF_UNITS.has(cause.code)) return true;
    if (cause.unit !== undefined && cause.unit !== found.unit) return OF_RANKING.has(to.kind);
    if (to.kind !== 'section' || cause.criterion === undefined) return true;
    return [cause.criterion, ...ancestorsOf(cause.criterion, this.parents)].some((code) => code === to.section);
  }

  /** Whether the cell names the award that has too many. */
  proposes(cause: Issue, found: Issue): boolean {
    const award = found.named?.['award'] ?? found.award;
    return (
      this.columnOf(cause)?.kind === 'awards' &&
      award !== undefined &&
      fold(cause.received ?? '').includes(fold(award)) &&
      !fold(cause.expected ?? '').includes(fold(award))
    );
  }
}

const cellOf = ({ place }: Issue): string =>
  place === null ? '' : `${fold(place.sheet)}!${String(place.row)},${String(place.column)}`;

function isAfter(from: ColumnKind, to: ColumnKind): boolean {
  if (STAGE[from] === 0 || STAGE[from] >= STAGE[to]) return false;
  // Bonus and deduction are no part of what is rescaled.
  return !(to === 'base' && from !== 'section');
}
