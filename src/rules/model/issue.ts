/** Issues: what is wrong, where, and how it could be mended. Codes are public and never renamed. */
import type { AwardId, BlocKind, CriterionCode, UnitId } from './book';
import type { Place } from './place';

export type Severity = 'error' | 'warning' | 'info';

/** Every issue code with its severity: the one list of them (each is explained in docs/ma-loi.md). */
export const ISSUE_SEVERITY = {
  // Structure
  'sheet-missing': 'error',
  'sheet-ambiguous': 'error',
  'header-missing': 'error',
  'header-ambiguous': 'error',
  'template-newer': 'error',
  'template-missing': 'error',
  'setting-invalid': 'error',
  'code-missing': 'error',
  'code-duplicate': 'error',
  'code-unknown': 'error',
  'criterion-too-deep': 'error',
  'code-is-number': 'error',
  'code-generated': 'info',
  'codes-by-place': 'info',
  'unit-name-duplicate': 'error',
  'unit-column-missing': 'error',
  'criterion-row-missing': 'error',
  'merged-data': 'info',
  'legacy-encoding': 'warning',
  'hidden-data': 'info',
  'manual-calculation': 'warning',
  'sheet-near': 'error',
  'header-near': 'error',
  'row-unread': 'warning',
  'column-unread': 'info',
  // Cells
  'level-taken': 'info',
  'cell-error': 'error',
  'formula-not-calculated': 'error',
  'score-missing': 'error',
  'score-not-number': 'error',
  'number-as-text': 'error',
  'score-negative': 'error',
  'score-above-max': 'error',
  'score-off-step': 'warning',
  'score-off-ladder': 'error',
  'deduction-sign': 'error',
  'na-not-allowed': 'error',
  'float-noise': 'warning',
  'score-differs-from-data': 'error',
  'data-missing': 'error',
  'count-invalid': 'error',
  'percent-scale': 'warning',
  'date-as-text': 'error',
  'score-decimals': 'warning',
  'section-na': 'info',
  'na-all': 'error',
  'target-not-positive': 'error',
  'attribute-invalid': 'error',
  'evidence-missing': 'warning',
  'remark-missing': 'warning',
  'formula-unsteady': 'warning',
  'shown-differs': 'warning',
  'near-equal': 'warning',
  // Sums
  'sum-differs': 'error',
  'max-differs': 'error',
  'formula-overwritten': 'warning',
  'max-sum-differs': 'warning',
  'cap-applied': 'info',
  // Rules
  'condition-invalid': 'error',
  'quota-invalid': 'error',
  'tie-key-unknown': 'error',
  'band-order': 'error',
  'award-duplicate': 'error',
  'rule-unreachable': 'warning',
  'rule-cuts': 'info',
  // Outcome
  'tie-unresolved': 'warning',
  'tie-key-missing': 'warning',
  'award-grows': 'info',
  'decision-incomplete': 'warning',
  'tie-by-rounding': 'warning',
  'tie-at-cutoff': 'error',
  'eligibility-unknown': 'error',
  'quota-unfilled': 'info',
  'decision-stale': 'error',
  'decision-without-reason': 'error',
  'ballot-impossible': 'error',
  'ballot-missing': 'error',
  'ballot-needed': 'warning',
  'unit-not-ranked': 'info',
  'attendance-differs': 'warning',
  // Papers
  'paper-blank': 'info',
  // Board
  'max-changed': 'error',
  'criterion-changed': 'error',
  'criterion-missing': 'error',
  'criterion-added': 'error',
  'unit-list-differs': 'error',
  'rule-changed': 'error',
  'result-missing': 'warning',
  'result-stale': 'error',
  'result-unstamped': 'warning',
  'result-differs': 'error',
  'stamp-copied': 'error',
  'award-over-quota': 'error',
  'award-not-eligible': 'error',
  'ballots-identical': 'warning',
  'levels-identical': 'warning',
  'print-small': 'info',
  'old-table': 'error',
  // Board, between workbooks
  'workbook-duplicate': 'error',
  'bloc-duplicate': 'error',
  'unit-in-two-blocs': 'error',
  'season-differs': 'error',
  'season-blank': 'warning',
  'bloc-unexpected': 'warning',
  'bloc-missing': 'error',
  'limit-exceeded': 'error',
  // File
  'file-not-xlsx': 'error',
  'file-encrypted': 'error',
  'file-damaged': 'error',
  'file-too-large': 'error',
  'file-unsupported': 'error',
  'file-unreadable': 'error',
  'file-too-slow': 'error',
  'program-fault': 'error',
} as const satisfies Record<string, Severity>;

export type IssueCode = keyof typeof ISSUE_SEVERITY;

/** A concrete change of one cell: shown before it is applied, undoable. */
export interface Fix {
  readonly place: Place;
  readonly value: string | number | boolean;
  /** A number format code that goes with the value, where the cell's own would show it wrongly: dates. */
  readonly format?: string;
  /** Only in what an undo puts back: the formula that the cell held, without "=". */
  readonly formula?: string;
  /** The user has said that the cell changes although it is locked. Only for files, and never against a password. */
  readonly overLocked?: boolean;
}

/** Another name for a sheet, so that it is read as what it is; references to it follow. Undone by the way back. */
export interface SheetRename {
  readonly rename: string;
  readonly to: string;
}

/** What mends a finding. */
export type IssueFix = Fix | SheetRename;

/**
 * One finding. `received` and `expected` are short texts for people and machines alike (scores as
 * decimal texts); `params` fill the sentence made at the edge. `place` is null only for a whole file.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly place: Place | null;
  readonly unit?: UnitId;
  readonly criterion?: CriterionCode;
  readonly award?: AwardId;
  readonly received: string | null;
  readonly expected: string | null;
  readonly params?: Readonly<Record<string, string>>;
  /** What the sentence says in place of codes (`nameIssue`), by the name of the place it fills. */
  readonly named?: Readonly<Record<string, string>>;
  /** What the sentence calls the workbook's bloc; absent: a bloc. */
  readonly kind?: BlocKind;
  /** The clause the finding rests on, as the workbook names it. */
  readonly basis?: string | null;
  readonly fix?: IssueFix;
}

export type IssueDetails = Partial<Omit<Issue, 'code' | 'place'>>;

/**
 * An issue of the code's own severity, unless `details` says otherwise (some are milder in place).
 * @example issue('score-missing', { sheet: 'Chấm điểm', row: 4, column: 0 }).severity // 'error'
 */
export function issue(code: IssueCode, place: Place | null, details: IssueDetails = {}): Issue {
  return { code, severity: ISSUE_SEVERITY[code], place, received: null, expected: null, ...details };
}
