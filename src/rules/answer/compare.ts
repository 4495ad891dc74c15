/** Two judgements of one bloc side by side: which cells changed, and what changed because of them. */
import type { AwardId, Book, CriterionCode, Entry, Level, UnitId } from '../model/book';
import type { AwardStatus, Evaluation, UnitResult } from '../model/evaluation';
import type { Place } from '../model/place';
import {
  AWARD_FIELDS,
  BALLOT_FIELDS,
  BAND_FIELDS,
  CONDITION_FIELDS,
  CRITERION_FIELDS,
  DATA_FIELDS,
  DECISION_FIELDS,
  SETTING_FIELDS,
  UNIT_FIELDS,
  type Parts,
  type Use,
} from '../model/row-fields';

export interface Judged {
  readonly book: Book;
  readonly evaluation: Evaluation;
}

export type InputKind =
  'info' | 'setting' | 'criterion' | 'unit' | 'score' | 'data' | 'award' | 'condition' | 'band' | 'ballot' | 'decision';

/** One input that differs. `null`: there is no such input on that side, or its cell is blank. */
export interface InputChange {
  readonly kind: InputKind;
  /** The row: a code, an id, a name; "" for settings. */
  readonly row: string;
  /** What of the row: a header, a setting, a level. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Where it stands afterwards, else where it stood. */
  readonly place: Place | null;
  /** Where it stood before, when it was there. */
  readonly placeBefore?: Place;
  readonly unit?: UnitId;
  readonly criterion?: CriterionCode;
  readonly level?: Level;
}

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** A unit whose outcome differs; only what differs is there. A missing side: the unit is not there. */
export interface UnitChange {
  readonly unit: UnitId;
  readonly presence?: Change<boolean>;
  readonly total?: Change<string | null>;
  readonly rank?: Change<number | null>;
  readonly grade?: Change<string | null>;
  readonly notRanked?: Change<string | null>;
}

export interface AwardChange {
  readonly award: AwardId;
  readonly presence?: Change<boolean>;
  readonly status?: Change<AwardStatus | null>;
  readonly places?: Change<number | null>;
  readonly gained: readonly UnitId[];
  readonly lost: readonly UnitId[];
}

export interface Comparison {
  readonly inputs: readonly InputChange[];
  readonly units: readonly UnitChange[];
  readonly awards: readonly AwardChange[];
}

interface Input extends Omit<InputChange, 'before' | 'after' | 'placeBefore'> {
  readonly value: string | null;
}

function shown(entry: Entry): string | null {
  switch (entry.kind) {
    case 'number':
      return entry.value;
    case 'text':
      return entry.text.trim() === '' ? null : entry.text;
    case 'yesno':
      return entry.value ? 'có' : 'không';
    case 'na':
      return 'N/A';
    case 'date':
      return entry.day;
    case 'error':
      return entry.error;
    case 'uncalculated':
      return '=?';
    default:
      return null;
  }
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'kind' in value && 'place' in value && !('scope' in value);
}

function written(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (isEntry(value)) return shown(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What of a row the comparison does not tell field by field. */
const NOT_TOLD: ReadonlySet<Use> = new Set(['where', 'cells', 'attributes']);

/** Every field of a row as an input of its own, except where it stands. */
function rowInputs(
  kind: InputKind,
  row: string,
  record: object,
  fields: Parts,
  place: Place | null,
  about: Pick<InputChange, 'unit' | 'criterion'> = {},
): Input[] {
  return Object.entries(record)
    .filter(([what]) => !NOT_TOLD.has(fields[what] ?? 'where'))
    .map(([what, value]: [string, unknown]) => ({
      kind,
      row,
      what,
      value: written(value),
      place: isEntry(value) ? value.place : place,
      ...about,
    }));
}

/** Rows that may repeat get a number behind their key. */
function numbered<T>(rows: readonly T[], keyOf: (row: T) => string): (readonly [string, T])[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = keyOf(row);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return [count === 1 ? key : `${key} (${String(count)})`, row];
  });
}

function inputsOf(book: Book): Input[] {
  return [
    ...Object.entries(book.info).map(([what, value]: [string, unknown]): Input => ({
      kind: 'info',
      row: '',
      what,
      value: written(value),
      place: null,
    })),
    ...rowInputs('setting', '', book.settings, SETTING_FIELDS, null).map((input) => ({
      ...input,
      place: book.settings.sources[input.what as keyof Book['settings']['sources']]?.place ?? null,
    })),
    ...numbered(book.criteria, ({ code }) => code).flatMap(([row, own]) =>
      rowInputs('criterion', row, own, CRITERION_FIELDS, own.place, { criterion: own.code }),
    ),
    ...numbered(book.units, ({ id }) => id).flatMap(([row, own]) => [
      ...rowInputs('unit', row, own, UNIT_FIELDS, own.place, { unit: own.id }),
      ...[...own.attributes].map(([what, entry]): Input => ({
        kind: 'unit',
        row,
        what,
        value: shown(entry),
        place: entry.place,
        unit: own.id,
      })),
    ]),
    ...book.scores.flatMap(({ unit, level, entries }) =>
      [...entries].map(([criterion, entry]): Input => ({
        kind: 'score',
        row: criterion,
        what: level,
        value: shown(entry),
        place: entry.place,
        unit,
        criterion,
        level,
      })),
    ),
    ...numbered(book.data, ({ unit, criterion }) => `${unit} ${criterion}`).flatMap(([row, own]) =>
      rowInputs('data', row, own, DATA_FIELDS, own.place, { unit: own.unit, criterion: own.criterion }),
    ),
    ...numbered(book.awards, ({ id }) => id).flatMap(([row, own]) =>
      rowInputs('award', row, own, AWARD_FIELDS, own.place),
    ),
    ...numbered(book.conditions, ({ id }) => id).flatMap(([row, own]) =>
      rowInputs('condition', row, own, CONDITION_FIELDS, own.place),
    ),
    ...numbered(book.bands, ({ name }) => name).flatMap(([row, own]) =>
      rowInputs('band', row, own, BAND_FIELDS, own.place),
    ),
    ...numbered(book.ballots, ({ ballot, unit }) => `${ballot} ${unit}`).flatMap(([row, own]) =>
      rowInputs('ballot', row, own, BALLOT_FIELDS, own.place, { unit: own.unit }),
    ),
    ...numbered(book.decisions, ({ kind, units }) => `${kind} ${units.join('; ')}`).flatMap(([row, own]) =>
      rowInputs('decision', row, own, DECISION_FIELDS, own.place),
    ),
  ];
}

function compareInputs(before: Book, after: Book): InputChange[] {
  const key = ({ kind, row, what, unit, level }: Input): string =>
    JSON.stringify([kind, row, what, unit ?? '', level ?? '']);
  const old = new Map(inputsOf(before).map((input) => [key(input), input]));
  const changes: InputChange[] = [];
  for (const { value, ...input } of inputsOf(after)) {
    const was = old.get(key({ value, ...input }));
    old.delete(key({ value, ...input }));
    if ((was?.value ?? null) !== value)
      changes.push({
        ...input,
        before: was?.value ?? null,
        after: value,
        ...(was?.place && { placeBefore: was.place }),
      });
  }
  for (const { value, ...input } of old.values())
    if (value !== null)
      changes.push({ ...input, before: value, after: null, ...(input.place && { placeBefore: input.place }) });
  return changes;
}

/** The order of awards and bands decides: said once, for the rows that are there on both sides. */
function compareOrder<T extends { readonly place: Place }>(
  kind: 'award' | 'band',
  before: readonly T[],
  after: readonly T[],
  keyOf: (row: T) => string,
): InputChange[] {
  const [old, now] = [before.map(keyOf), after.map(keyOf)];
  const was = old.filter((key) => now.includes(key)).join('; ');
  const is = now.filter((key) => old.includes(key)).join('; ');
  return was === is ? [] : [{ kind, row: '', what: 'order', before: was, after: is, place: after[0]?.place ?? null }];
}

function change<T>(before: T, after: T): Change<T> | undefined {
  return before === after ? undefined : { before, after };
}

/** The entries that are there. */
function only<T extends object>(parts: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** The ids of both sides, those of the new side first. */
function bothSides<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string,
): (readonly [string, T | undefined, T | undefined])[] {
  const old = new Map(before.map((item) => [idOf(item), item]));
  const now = new Map(after.map((item) => [idOf(item), item]));
  return [...new Set([...now.keys(), ...old.keys()])].map((id) => [id, old.get(id), now.get(id)]);
}

function compareUnits(before: readonly UnitResult[], after: readonly UnitResult[]): UnitChange[] {
  return bothSides(before, after, ({ id }) => id).flatMap(([unit, was, is]) => {
    const parts = only<Omit<UnitChange, 'unit'>>({
      presence: change(was !== undefined, is !== undefined),
      total: change(was?.total ?? null, is?.total ?? null),
      rank: change(was?.rank ?? null, is?.rank ?? null),
      grade: change(was?.grade ?? null, is?.grade ?? null),
      notRanked: change(was?.notRanked ?? null, is?.notRanked ?? null),
    });
    return Object.keys(parts).length === 0 ? [] : [{ unit, ...parts }];
  });
}

function compareAwards(before: Evaluation, after: Evaluation): AwardChange[] {
  return bothSides(before.awards, after.awards, ({ id }) => id).flatMap(([award, was, is]) => {
    const parts = only<Omit<AwardChange, 'award' | 'gained' | 'lost'>>({
      presence: change(was !== undefined, is !== undefined),
      status: change(was?.status ?? null, is?.status ?? null),
      places: change(was?.places ?? null, is?.places ?? null),
    });
    const gained = (is?.units ?? []).filter((unit) => was?.units.includes(unit) !== true);
    const lost = (was?.units ?? []).filter((unit) => is?.units.includes(unit) !== true);
    return Object.keys(parts).length + gained.length + lost.length === 0 ? [] : [{ award, ...parts, gained, lost }];
  });
}

/**
 * Compares two judgements. Rows are matched by their keys, never by position.
 * @example const fewer = { ...book, awards: book.awards.slice(1) };
 * compare({ book, evaluation }, { book: fewer, evaluation: evaluate(fewer) }).awards.find(({ award }) => award === 'CP').lost // ['BQLATTP']
 */
export function compare(before: Judged, after: Judged): Comparison {
  return {
    inputs: [
      ...compareInputs(before.book, after.book),
      ...compareOrder('award', before.book.awards, after.book.awards, ({ id }) => id),
      ...compareOrder('band', before.book.bands, after.book.bands, ({ name }) => name),
    ],
    units: compareUnits(before.evaluation.units, after.evaluation.units),
    awards: compareAwards(before.evaluation, after.evaluation),
  };
}
