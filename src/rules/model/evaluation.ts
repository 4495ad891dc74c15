/** What the rules make of a book: plain data, ready for JSON, sheets and screens. */
import type { AwardId, BallotId, CriterionCode, GradeName, Level, Numeral, UnitId } from './book';
import type { Issue } from './issue';
import type { Place } from './place';

export interface UnitResult {
  readonly id: UnitId;
  readonly name: string;
  /** Points of each section of the ranking level; `null` where they cannot be known. */
  readonly sections: ReadonlyMap<CriterionCode, Numeral | null>;
  readonly base: Numeral | null;
  readonly bonus: Numeral | null;
  readonly deduction: Numeral | null;
  /** Before the total's rounding. */
  readonly exact: Numeral | null;
  /** The total the meeting reads: what ranks. */
  readonly total: Numeral | null;
  /** While only unknown sanctions leave the total open: every total it may come to, the highest first; else empty. */
  readonly possibleTotals: readonly Numeral[];
  /** Total of every level that has columns in the workbook, computed the same way. */
  readonly levels: ReadonlyMap<Level, Numeral | null>;
  readonly rank: number | null;
  readonly tiedWith: readonly UnitId[];
  /** The key as written in `Quy tắc`, or "quyết định"; null while tied or never tied. */
  readonly tieBrokenBy: string | null;
  readonly grade: GradeName | null;
  /** A missing total, an unknown fact or an open decision could still change the grade, or give one. */
  readonly gradeProvisional: boolean;
  /** Code of the issue that keeps the unit from a rank, or "recorded". */
  readonly notRanked: string | null;
  readonly provisional: boolean;
}

export type AwardStatus = 'ok' | 'overQuota' | 'pending:tie' | 'pending:unknown' | 'pending:upstream';

export type ReasonCode =
  | 'granted'
  | 'condition-failed'
  | 'condition-unknown'
  | 'barred'
  | 'outranked'
  | 'holds-other'
  | 'not-ranked'
  | 'tied'
  | 'denied'
  | 'granted-by-decision'
  | 'upstream'
  | 'fallback'
  | 'postponed';

/** One reason why a unit does or does not get an award. */
export interface Reason {
  readonly code: ReasonCode;
  /** `Mã` of the condition. */
  readonly condition: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly place: Place | null;
  readonly basis: string | null;
  /** For sentences: `unit` and `total` of the last holder, `own` total, `award` held, `missing` fact … */
  readonly params: Readonly<Record<string, string>>;
}

export interface AwardResult {
  readonly id: AwardId;
  readonly name: string;
  /** After what the award above passed down or took; null while it cannot be known. */
  readonly places: number | null;
  readonly status: AwardStatus;
  /** Settled holders (also while pending); empty when upstream. */
  readonly units: readonly UnitId[];
  /** The tied candidates, or the units whose eligibility is unknown. */
  readonly tied: readonly UnitId[];
  /** Holders who stand here only if the award above, which falls back to this one, is not conferred on them. */
  readonly fallback: readonly UnitId[];
  /** Holders with a procedure still open: they keep their place and are not proposed yet. */
  readonly postponed: readonly UnitId[];
  /** The next in line; empty where an unknown fact may decide who that is. */
  readonly next: readonly UnitId[];
  /** For every unit of the book, ranked or not. */
  readonly why: ReadonlyMap<UnitId, readonly Reason[]>;
}

export interface BallotResult {
  readonly ballot: BallotId;
  /** Votes needed for each threshold a condition sets on this ballot; null while the base is unknown. */
  readonly thresholds: readonly {
    readonly condition: string;
    readonly written: string;
    readonly needed: number | null;
  }[];
  readonly counts: readonly {
    readonly unit: UnitId;
    readonly favour: Numeral | null;
    readonly holds: boolean | null;
  }[];
}

/** How a unit stands while scores still come in (rules.md section 12). */
export interface UnitOutlook {
  readonly id: UnitId;
  /** Best and worst over everything that can still come; null: never ranked. */
  readonly rank: readonly [number, number] | null;
  /** Least and greatest total; null: no bound, or no total at all. */
  readonly total: readonly [Numeral | null, Numeral | null];
  /** Main cells that still wait for an entry. */
  readonly empty: number;
  /** Main criteria without points, for whatever reason, in the order of the sheet. */
  readonly open: readonly CriterionCode[];
}

/** A unit that may still get an award. */
export interface Possible {
  readonly unit: UnitId;
  /** The fewest points above its least total that make the award certain; null: no number of them does. */
  readonly needs: Numeral | null;
  /** Whom it must pass for that, the best first; a hundred at the most. */
  readonly rivals: readonly UnitId[];
  /** The most points below its greatest total that leave the award possible; null: it has none to lose. */
  readonly mayLose: Numeral | null;
}

/** A cell that an open award waits for. */
export interface Wait {
  readonly unit: UnitId;
  readonly criterion: CriterionCode;
  readonly place: Place;
}

export interface AwardChances {
  readonly id: AwardId;
  /** The cells that decide it, those first whose filling settles most; not all of very many. */
  readonly waits: readonly Wait[];
  /** Places whose holders are certain, and those still open. */
  readonly settled: number;
  readonly open: number;
  /** Who competes for the open places, the best first. */
  readonly competing: readonly UnitId[];
  readonly certain: readonly UnitId[];
  readonly possible: readonly Possible[];
  readonly out: readonly { readonly unit: UnitId; readonly code: ReasonCode }[];
}

export interface Outlook {
  readonly units: readonly UnitOutlook[];
  readonly awards: readonly AwardChances[];
}

export interface Evaluation {
  /** The reader's findings and the rules' own, sorted by sheet, row, column. */
  readonly issues: readonly Issue[];
  /** In the order of the sheet `Đơn vị`. */
  readonly units: readonly UnitResult[];
  /** The sets that still share a rank. */
  readonly ties: readonly (readonly UnitId[])[];
  readonly awards: readonly AwardResult[];
  /** What is certain, possible and out of reach while something is missing. */
  readonly outlook: Outlook;
  /** Every ballot. */
  readonly ballots: readonly BallotResult[];
  /** Those for the next leader and deputy. */
  readonly elections: readonly BallotResult[];
  /** The canonical text of all inputs (rules.md section 9). */
  readonly canonical: string;
}
