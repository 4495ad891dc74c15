/** What an old table says, before anybody is asked: every field with the cell it came from. */
import type { BlocKind, Level, Numeral, Place } from '../../rules';
import type { Question } from './questions';
import type { Criterion } from './tree';

export interface OldUnit {
  readonly name: string;
  readonly place: Place;
  /** The cluster it stands under in the table. */
  readonly group: string | null;
}

export type OldScore = Numeral | 'na' | 'dash';

/** A number of the table at a unit and a level; `level` null where the table names none. */
export interface Stated<Value = Numeral> {
  readonly unit: string;
  readonly level: Level | null;
  readonly value: Value;
  readonly place: Place;
}

/** A cell that nothing could be made of, with the reason. */
export interface Unread {
  readonly place: Place;
  readonly reason:
    | 'percent'
    | 'date'
    | 'text'
    | 'error'
    | 'aside'
    | 'outside'
    | 'heading'
    | 'explaining'
    | 'note'
    | 'doubtful'
    | 'twice'
    | 'negative';
}

export interface About {
  readonly year: { readonly value: string; readonly place: Place | null; readonly certain: boolean } | null;
  readonly name: { readonly value: string; readonly place: Place } | null;
  readonly kind: BlocKind | null;
  readonly level: { readonly value: Level; readonly place: Place | null } | null;
  readonly unit: { readonly value: string; readonly place: Place | null } | null;
}

export interface Proposal {
  /** Its sheet and first cell. */
  readonly place: Place;
  readonly direction: 'criteriaDown' | 'unitsDown';
  readonly units: readonly OldUnit[];
  readonly criteria: readonly Criterion[];
  /** In the order of the table. */
  readonly levels: readonly Level[];
  readonly scores: readonly (Stated<OldScore> & { readonly criterion: string; readonly wasNegative: boolean })[];
  /** Points of groups, which follow from their criteria. */
  readonly sums: readonly (Stated & { readonly criterion: string })[];
  readonly totals: readonly Stated[];
  readonly ranks: readonly Stated[];
  readonly awards: readonly { readonly unit: string; readonly text: string; readonly place: Place }[];
  readonly remarks: readonly {
    readonly unit: string | null;
    readonly criterion: string | null;
    readonly text: string;
    readonly place: Place;
  }[];
  /** The points without bonus, where a cell states them. */
  readonly scale: { readonly value: Numeral; readonly place: Place | null } | null;
  readonly about: About;
  readonly unread: readonly Unread[];
  readonly questions: readonly Question[];
}

const DOUBTS: ReadonlySet<Unread['reason']> = new Set([
  'percent',
  'date',
  'text',
  'error',
  'doubtful',
  'twice',
  'negative',
]);

/** How much of the table was read without asking; cells in doubt are not. */
export function fieldsOf({ units, criteria, scores, levels, totals, ranks, remarks, unread, questions }: Proposal): {
  readonly read: number;
  readonly all: number;
} {
  // Of a criterion: code, name, maximum, what it counts toward; year and scale belong to the book.
  const all =
    units.length +
    4 * criteria.length +
    scores.length +
    levels.length +
    totals.length +
    ranks.length +
    remarks.length +
    2;
  const doubts = unread.filter(({ reason }) => DOUBTS.has(reason)).length;
  return { read: all - questions.filter(({ needed, about }) => needed || about === 'year').length, all: all + doubts };
}
