/** How people call what the book knows by codes: what sentences say of units, awards, conditions, ballots. */
import { blocKind } from './bloc-kind';
import type { AwardId, BlocKind, Book, CriterionCode, UnitId } from './book';
import type { Issue, IssueCode } from './issue';
import { fold } from '../../base/folding';

export interface BookNames {
  readonly kind: BlocKind;
  /** The name; the code in brackets where two names are alike, the code alone where there is no name. */
  unit: (id: UnitId) => string;
  award: (id: AwardId) => string;
  /** Criteria are called by code and name, as regulations print them. */
  criterion: (code: CriterionCode) => string;
  /** What a condition asks; `code` only where another row asks the same. Undefined for one that is not there. */
  condition: (id: string) => ConditionName | undefined;
}

export interface ConditionName {
  readonly field: string;
  /** Operator and value, as in reasons. */
  readonly expected: string;
  readonly code: string | null;
  /** The award whose ballot it asks about. */
  readonly ballot: string | null;
}

/** What `make` gives, made when it is first asked for: most judgements say few names. */
function lazily<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => (made ??= { value: make() }).value;
}

function callByName(rows: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  const alike = new Map<string, number>();
  for (const { name } of rows) alike.set(fold(name), (alike.get(fold(name)) ?? 0) + 1);
  return new Map(
    rows.map(({ id, name }) => {
      const plain = name.trim();
      return [id, plain === '' ? id : (alike.get(fold(name)) ?? 0) > 1 ? `${plain} (${id})` : plain];
    }),
  );
}

/** A criterion's text may be a whole paragraph: so much of it is said. */
const LONGEST = 60;

function shortened(text: string): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain.length <= LONGEST) return plain;
  const cut = plain.slice(0, LONGEST);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2));
  // A comma before the ellipsis says nothing, and a line may break between them.
  return `${/[,;:–-]$/u.test(words) ? words.slice(0, -1).trimEnd() : words}…`;
}

function askedConditions(conditions: Book['conditions']): ReadonlyMap<string, ConditionName> {
  const rows = conditions.map(({ id, field, fieldWritten, op, value }): ConditionName & { readonly id: string } => ({
    id,
    field: fieldWritten,
    expected: `${op ?? ''} ${value.written}`.trim(),
    code: null,
    ballot: field.kind === 'ballot' ? field.ballot : null,
  }));
  const asking = (row: ConditionName): string => fold(`${row.field}|${row.expected}`);
  const asked = new Map<string, number>();
  for (const row of rows) asked.set(asking(row), (asked.get(asking(row)) ?? 0) + 1);
  return new Map(rows.map((row) => [row.id, { ...row, code: (asked.get(asking(row)) ?? 0) > 1 ? row.id : null }]));
}

/**
 * What codes of a book are called.
 * @example bookNames(book).unit('SYT') // 'Sở Y tế'
 */
export function bookNames({ info, units, awards, criteria, conditions }: Book): BookNames {
  const [unitNames, awardNames] = [lazily(() => callByName(units)), lazily(() => callByName(awards))];
  const criterionNames = lazily(
    () =>
      new Map(
        criteria.map(({ code, name }) => [
          code,
          name.trim() === '' || name === code ? code : `${code} ${shortened(name)}`,
        ]),
      ),
  );
  const conditionNames = lazily(() => askedConditions(conditions));
  return {
    kind: blocKind(info),
    unit: (id) => unitNames().get(id) ?? id,
    award: (id) => awardNames().get(id) ?? id,
    criterion: (code) => criterionNames().get(code) ?? code,
    condition: (id) => conditionNames().get(id),
  };
}

/** Codes whose `received` lists units. */
const LISTS_UNITS: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'tie-unresolved',
  'tie-at-cutoff',
  'decision-stale',
  'decision-without-reason',
  'decision-incomplete',
]);

const listed = (ids: string, names: BookNames): string => ids.split('; ').map(names.unit).join('; ');

function namedReceived({ code, received }: Issue, names: BookNames): string {
  if (received === null) return '';
  if (LISTS_UNITS.has(code)) return listed(received, names);
  return code === 'ballot-missing' || code === 'ballot-needed' ? names.award(received) : '';
}

function namedParams(
  params: Readonly<Record<string, string | undefined>>,
  names: BookNames,
): Readonly<Record<string, string | undefined>> {
  const { units, impossible, ballot } = params;
  const condition = params['condition'] === undefined ? undefined : names.condition(params['condition']);
  return {
    units: units && listed(units, names),
    impossible: impossible && names.unit(impossible),
    ballot: ballot && names.award(ballot),
    conditionField: condition?.field,
    conditionExpected: condition?.expected,
    conditionCode: condition?.code ?? undefined,
    conditionBallot: condition?.ballot === null ? undefined : condition && names.award(condition.ballot ?? ''),
  };
}

/** What the sentence of an issue says in place of codes; null: nothing. */
function namesIn(found: Issue, names: BookNames): Issue['named'] | null {
  const { unit, criterion, award, params } = found;
  const received = namedReceived(found, names);
  // A workbook nobody has filled yet has an issue for every cell, of its unit and its criterion alone.
  if (unit && criterion && !award && received === '' && params === undefined)
    return { unit: names.unit(unit), criterion: names.criterion(criterion) };
  const named: Record<string, string> = {};
  if (unit) named['unit'] = names.unit(unit);
  if (criterion) named['criterion'] = names.criterion(criterion);
  if (award) named['award'] = names.award(award);
  if (received !== '') named['received'] = received;
  if (params !== undefined)
    for (const [key, text] of Object.entries(namedParams(params, names))) if (text) named[key] = text;
  return Object.keys(named).length === 0 ? null : named;
}

/**
 * The issue with the names that its sentence says in place of codes, and what it calls the bloc.
 * @example nameIssue(issue('score-missing', null, { unit: 'SYT' }), bookNames(book)).named.unit // 'Sở Y tế'
 */
export function nameIssue(found: Issue, names: BookNames): Issue {
  return withNames({ ...found }, names);
}

/** The same for an issue that nobody else has yet: there may be tens of thousands, and none is made twice. */
export function withNames(found: { -readonly [Key in keyof Issue]: Issue[Key] }, names: BookNames): Issue {
  const named = namesIn(found, names);
  if (names.kind === 'cluster') found.kind = names.kind;
  if (named != null) found.named = named;
  return found;
}
