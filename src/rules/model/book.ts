/**
 * The book: one bloc and one year as plain data, before anything is computed.
 *
 * A reader makes it from a workbook. Cells keep their place so that every number can be asked
 * "why". The book may hold any nonsense that a workbook can hold: `evaluate` answers with issues.
 */
import type { Numeral } from '../number/numeral';
import type { Issue } from './issue';
import type { Place } from './place';

export type { Numeral } from '../number/numeral';

export type UnitId = string;
export type CriterionCode = string;
export type AwardId = string;
export type BallotId = string;
export type GradeName = string;

/** The usual score levels, in the order in which they come to be. */
export type UsualLevel = 'self' | 'bloc' | 'board';
/** Any further level of a workbook (cross-check, working group, council), by its header. */
export type FurtherLevel = `level ${string}`;
export type Level = UsualLevel | FurtherLevel;

/**
 * What an input cell holds.
 * - `number`: `value` is read to ten decimals, from 10,000 on to fifteen significant digits. `noisy`:
 *   a `formula` has left the noise of binary arithmetic, which was not read, or more decimals than
 *   nine were `typed`. `percent` when the cell is formatted as a percentage (`value` is still what is
 *   stored: 0.95).
 * - `na`: one of the words for "not applicable".
 * - `uncalculated`: a formula without a stored value, or with one that is older than what it rests on:
 *   `stored` is that one, `today` what the formula gives now, as far as they are known.
 * - `absent`: the workbook has no such cell, and the reader has already said why (`code`).
 */
export type Entry =
  | { readonly kind: 'blank'; readonly place: Place }
  | {
      readonly kind: 'number';
      readonly value: Numeral;
      readonly noisy?: 'formula' | 'typed';
      readonly percent?: boolean;
      readonly place: Place;
    }
  | { readonly kind: 'text'; readonly text: string; readonly place: Place }
  | { readonly kind: 'yesno'; readonly value: boolean; readonly place: Place }
  | { readonly kind: 'na'; readonly place: Place }
  | { readonly kind: 'date'; readonly day: string; readonly place: Place }
  | { readonly kind: 'error'; readonly error: string; readonly place: Place }
  | { readonly kind: 'uncalculated'; readonly stored?: Numeral; readonly today?: string; readonly place: Place }
  | { readonly kind: 'absent'; readonly code: string; readonly place: Place };

/** What the units stand in: a bloc (khối thi đua) or a cluster (cụm thi đua). Only words follow from it. */
export type BlocKind = 'bloc' | 'cluster';

/** `Thông tin`. Days are ISO texts ("2023-12-01"). Unit codes as written. */
export interface BlocInfo {
  /** `null`: the workbook does not say, and counts as a bloc unless its name says otherwise. */
  readonly kind: BlocKind | null;
  readonly name: string;
  readonly year: string;
  readonly province: string;
  readonly governingBody: string;
  readonly regulation: string;
  readonly legalBases: readonly string[];
  readonly leader: UnitId | null;
  readonly deputy: UnitId | null;
  readonly nextLeader: UnitId | null;
  readonly nextDeputy: UnitId | null;
  readonly venue: string;
  readonly meetingDay: string | null;
  readonly preparedBy: string;
  readonly signedBy: string;
  /** The signer's post in the own agency ("Giám đốc Sở Tư pháp"). */
  readonly signerPost: string;
  /** For the papers: to whom they go, number and symbol, receivers, who led and wrote the meeting, when, who counted. */
  readonly addressee: string;
  readonly number: string;
  readonly receivers: readonly string[];
  readonly chair: string;
  readonly secretary: string;
  readonly begins: string;
  readonly ends: string;
  readonly tellers: string;
  readonly note: string;
}

export type NaTreatment = 'forbid' | 'full' | 'section' | 'total';
/** What happens with places nobody takes: lost, or handed to the next award. */
export type UnusedPlaces = 'lost' | 'passDown';

/** One tie key; `written` is the key as it stands in `Quy tắc`. */
export interface TieKey {
  readonly field: Field;
  /** Which value stands first. */
  readonly first: 'higher' | 'lower';
  readonly written: string;
}

/** `Quy tắc`. `null` decimals mean "not rounded". */
export interface Settings {
  readonly scale: Numeral;
  readonly rankingLevel: Level;
  /** The levels in the order in which they come to be; absent: self, bloc, further ones, board. */
  readonly levelOrder?: readonly Level[];
  /** A blank cell of the level that ranks takes the points of the level before it; absent: it is `score-missing`. */
  readonly blankAtRanking?: 'before';
  readonly notApplicable: NaTreatment;
  readonly totalDecimals: number | null;
  readonly sectionDecimals: number | null;
  readonly criterionDecimals: number | null;
  readonly bonusCap: Numeral | null;
  readonly deductionCap: Numeral | null;
  readonly totalMin: Numeral | null;
  readonly totalMax: Numeral | null;
  readonly tieKeys: readonly TieKey[];
  readonly oneAwardPerUnit: boolean;
  readonly unusedPlaces: UnusedPlaces;
  readonly evidenceRequired: boolean;
  readonly remarkRequired: boolean;
  /** Where each setting stands and what it rests on; defaults have no entry. */
  readonly sources: Readonly<Partial<Record<SettingName, { readonly place: Place; readonly basis: string | null }>>>;
}
export type SettingName = Exclude<keyof Settings, 'sources'>;

export type CountsToward = 'main' | 'bonus' | 'deduction';

/** The way of scoring (rules.md section 2). `cap`, `floor`, `cutoff` are shares: "1" = 100 %. */
export type Way =
  | { readonly kind: 'points' }
  | { readonly kind: 'ladder'; readonly rungs: readonly Numeral[] }
  | { readonly kind: 'yesno' }
  | {
      readonly kind: 'ratio';
      readonly cap: Numeral;
      readonly floor: Numeral | null;
      readonly cutoff: Numeral | null;
      readonly lowerIsBetter: boolean;
    }
  /** `from` as a percentage ("88" = 88 %), rising; below the lowest band 0 points. */
  | { readonly kind: 'bands'; readonly bands: readonly { readonly from: Numeral; readonly points: Numeral }[] }
  | { readonly kind: 'minus'; readonly each: Numeral }
  | { readonly kind: 'count'; readonly each: Numeral }
  | { readonly kind: 'relative' }
  | { readonly kind: 'average' }
  | { readonly kind: 'group'; readonly highestOnly: boolean }
  /** A way the reader could not read; it has already said so. The leaf has no points. */
  | { readonly kind: 'invalid' };

/** A row of `Tiêu chí`. `counts: null` is a blank cell: inherited from the parent, else `main`. */
export interface Criterion {
  readonly code: CriterionCode;
  /** As the workbook prints it, where the code is the path to it: "1" of "A.I.1". */
  readonly printed?: string;
  readonly name: string;
  readonly parent: CriterionCode | null;
  readonly max: Numeral | null;
  readonly counts: CountsToward | null;
  readonly way: Way;
  readonly step: Numeral | null;
  readonly allowsNa: boolean;
  /** Its own treatment of "not applicable"; absent: the workbook's. */
  readonly na?: Exclude<NaTreatment, 'forbid'>;
  readonly evidenceRequired: boolean;
  readonly basis: string | null;
  /** The code's cell; `places` the other cells of the row that exist. */
  readonly place: Place;
  readonly places: Readonly<Partial<Record<'max' | 'counts' | 'way' | 'parameter' | 'step' | 'na', Place>>>;
}

/** A row of `Đơn vị`. Attribute headers as written, NFC and trimmed. */
export interface Unit {
  readonly id: UnitId;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Entry>;
  /** The recorded reason of `Không xếp hạng`. */
  readonly notRanked: string | null;
  readonly note: string;
  readonly place: Place;
}

/** One column of `Chấm điểm`. A criterion without an entry counts as `absent`. */
export interface ScoreColumn {
  readonly unit: UnitId;
  readonly level: Level;
  readonly entries: ReadonlyMap<CriterionCode, Entry>;
  /** The cells as they stand in the sheet, where blank ones among `entries` took the points of the level before. */
  readonly standing?: ReadonlyMap<CriterionCode, Entry>;
  /** Parent rows and the row `Tổng điểm` (key ""): checked, never used. */
  readonly stated: ReadonlyMap<CriterionCode, Entry>;
}

/** A row of `Số liệu`. */
export interface DataRow {
  readonly unit: UnitId;
  readonly criterion: CriterionCode;
  readonly target: Entry;
  readonly actual: Entry;
  readonly count: Entry;
  readonly evidence: string | null;
  readonly remark: string | null;
  readonly place: Place;
}

export type Rounding = 'floor' | 'halfUp' | 'ceil';
export type CutoffPolicy = 'decide' | 'includeAll' | 'includeAllDebit' | 'excludeAll';

/** `percent` is a percentage: "20" = 20 %. `invalid`: the reader has said so. */
export type Quota =
  | { readonly kind: 'number'; readonly places: Numeral }
  | { readonly kind: 'percent'; readonly percent: Numeral; readonly of: 'units' | 'ranked' | 'eligible' }
  | { readonly kind: 'invalid' };

/** A row of `Khen thưởng`, in order of precedence. */
export interface Award {
  readonly id: AwardId;
  readonly name: string;
  readonly quota: Quota;
  readonly rounding: Rounding;
  readonly minPlaces: Numeral | null;
  readonly maxPlaces: Numeral | null;
  readonly cutoff: CutoffPolicy;
  /** `null`: the workbook's setting. */
  readonly unusedPlaces: UnusedPlaces | null;
  /** Its holders take the places of this award, below it in the sheet, before all others. */
  readonly fallback?: AwardId;
  /** Awards that no holder of this one may have beside it; absent: the workbook's setting; empty: none. */
  readonly excludes?: readonly AwardId[];
  readonly basis: string | null;
  readonly place: Place;
  readonly places: Readonly<Partial<Record<'quota' | 'min' | 'max' | 'fallback' | 'excludes', Place>>>;
}

/** What a condition or a tie key looks at. */
export type Field =
  | { readonly kind: 'total' | 'base' | 'bonus' | 'deduction' | 'rank' | 'grade' }
  | { readonly kind: 'section' | 'criterion' | 'sectionPercent'; readonly code: CriterionCode }
  | { readonly kind: 'attribute'; readonly header: string }
  | { readonly kind: 'ballot'; readonly ballot: BallotId }
  | { readonly kind: 'invalid' };

export type Operator = '>=' | '>' | '<=' | '<' | '=' | '<>' | 'in' | 'notIn' | 'onOrBefore' | 'onOrAfter';
export type BallotBase = 'members' | 'present' | 'issued' | 'valid';

/**
 * The value of a condition with every reading it allows; which one counts depends on the field.
 * `number` of a percentage is its percentage ("60" for 60 %); `scaled` where a cell stored it as a
 * share that may be a quotient: its error is a hundred times that of what was read. `share` is a
 * fraction ("4/5").
 */
export interface Threshold {
  readonly written: string;
  readonly items: readonly string[];
  readonly number: Numeral | null;
  readonly scaled?: true;
  readonly yesno: boolean | null;
  readonly day: string | null;
  readonly share: { readonly share: Numeral; readonly of: BallotBase } | null;
}

/**
 * What follows when the condition holds; `require`: it must hold for the award; `postpone`: a procedure is
 * still open, the unit keeps its place and is not proposed yet.
 */
export type Effect =
  | { readonly kind: 'require' | 'bar' | 'noRank' | 'lowerGrade' | 'postpone' | 'invalid' }
  | { readonly kind: 'capGrade'; readonly grade: GradeName }
  | { readonly kind: 'zeroCriterion'; readonly criterion: CriterionCode };

export type ConditionScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'awards'; readonly awards: readonly AwardId[] }
  | { readonly kind: 'grade'; readonly grade: GradeName };

/**
 * A row of `Điều kiện`. Where the reader could not read field, operator or effect (`op: null`, kind
 * `invalid`) it has said `condition-invalid`; such a condition is unknown for every unit.
 */
export interface Condition {
  readonly id: string;
  readonly scope: ConditionScope;
  readonly field: Field;
  readonly fieldWritten: string;
  readonly op: Operator | null;
  readonly value: Threshold;
  readonly orGroup: string | null;
  readonly effect: Effect;
  readonly basis: string | null;
  readonly place: Place;
  readonly places: Readonly<Partial<Record<'scope' | 'field' | 'op' | 'value' | 'orGroup' | 'effect', Place>>>;
}

/** A row of `Xếp loại`, highest first. `from: null` in the last band takes everything below. */
export interface Band {
  readonly name: GradeName;
  readonly from: Numeral | null;
  readonly limit: Quota | null;
  readonly rounding: Rounding;
  readonly cutoff: CutoffPolicy;
  readonly place: Place;
  readonly places: Readonly<Partial<Record<'from' | 'limit', Place>>>;
}

/** A row of `Bỏ phiếu`. `round` and `written` (opinions sent in by absent members) may be missing from a workbook. */
export interface BallotRow
  extends
    Readonly<Partial<Record<'round' | 'written', Entry>>>,
    Readonly<Record<'members' | 'present' | 'issued' | 'returned' | 'valid' | 'favour', Entry>> {
  readonly ballot: BallotId;
  readonly unit: UnitId;
  readonly place: Place;
}

export type Attendance = 'present' | 'absent' | 'written';

/** A row of `Dự họp`: for the minutes, judged by nothing. `attendance: null` is a blank cell. */
export interface Attendee {
  readonly unit: UnitId;
  readonly person: string;
  readonly post: string;
  readonly attendance: Attendance | null;
  readonly place: Place;
}

/** A row of `Quyết định`. */
export interface Decision {
  readonly kind: 'tie' | 'grant' | 'deny';
  readonly scope: { readonly kind: 'rank' } | { readonly kind: 'award'; readonly award: AwardId };
  readonly units: readonly UnitId[];
  readonly reason: string | null;
  readonly by: string | null;
  readonly on: string | null;
  readonly place: Place;
}

/**
 * An input the reader could not read and the outcome depends on. Its issue is among `findings`.
 * `totals`: no total can be trusted (a broken setting, a missing sheet): ranks are provisional and
 * no award is `ok`. `awards`: these awards cannot be `ok`.
 */
export interface Doubt {
  readonly code: string;
  /** Null where the sheet itself is missing. */
  readonly place: Place | null;
  readonly touches: 'totals' | readonly AwardId[];
}

/** A sheet of the workbook: `kind` is what it was read as (or which of our own it is), null where it is the user's own. */
export interface ReadSheet {
  readonly name: string;
  readonly kind: string | null;
  /** Records read. */
  readonly rows: number;
}

/** What stands in the workbook and was not read; `where` is a row's number or a column's letters, "" for a sheet. */
export interface NotRead {
  readonly sheet: string;
  readonly what: 'sheet' | 'row' | 'column';
  readonly where: string;
}

/** The reader's account of a workbook. */
export interface ReadAccount {
  readonly sheets: readonly ReadSheet[];
  readonly notRead: readonly NotRead[];
}

export interface Book {
  readonly info: BlocInfo;
  readonly settings: Settings;
  readonly criteria: readonly Criterion[];
  readonly units: readonly Unit[];
  readonly scores: readonly ScoreColumn[];
  readonly data: readonly DataRow[];
  readonly awards: readonly Award[];
  readonly conditions: readonly Condition[];
  readonly bands: readonly Band[];
  readonly ballots: readonly BallotRow[];
  readonly decisions: readonly Decision[];
  readonly attendees: readonly Attendee[];
  /** What the reader found; `evaluate` adds its own. */
  readonly findings: readonly Issue[];
  readonly doubts: readonly Doubt[];
  /** The workbook's sheet names in order: issues are sorted by it. */
  readonly sheetOrder: readonly string[];
  /** What was read of the workbook and what was not: to be shown, judged by nothing. A book made without a workbook has none. */
  readonly read?: ReadAccount;
}
