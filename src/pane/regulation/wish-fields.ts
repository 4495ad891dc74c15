/** What is typed and chosen in the form of a command, and the wish that it is. */
import { ELECTION_BALLOTS, type Book, type Criterion, type Entry, type Operator, type Quota } from '../../rules';
import { formatScore, type Lang } from '../../text';
import type { Wish } from '../../workbook/change';
import { BALLOT_COUNTS, type BallotCounts } from '../../workbook/change/ballot-rules';
import { maximaOfLines } from '../../workbook/change/listed';
import { cellAt, type WorkbookCells } from '../../sheets/cells';
import { shownText } from '../../sheets/shown-cell';
import { OPERATORS, PLAIN_FIELDS, QUOTA_BASES, type QuotaBase } from '../../workbook/layout';
import { wayWord, type WayWord } from '../../workbook/layout';
import { WAYS } from '../../workbook/ways';

export type Command = Wish['kind'];
export const QUOTA_KINDS = ['number', 'units', 'ranked', 'eligible'] as const satisfies readonly (
  'number' | QuotaBase
)[];

export const PAPERS = ['A4', 'A3'] as const;
export const DIRECTIONS = ['up', 'down'] as const;

export interface WishFields {
  readonly name: string;
  readonly unit: string;
  readonly criterion: string;
  /** '': in no group. */
  readonly under: string;
  readonly isGroup: boolean;
  readonly max: string;
  readonly award: string;
  readonly quota: string;
  readonly quotaOf: (typeof QUOTA_KINDS)[number];
  readonly paper: (typeof PAPERS)[number];
  /** Criteria, one a line. */
  readonly list: string;
  readonly way: WayWord;
  readonly parameter: string;
  readonly condition: string;
  /** What a condition is about, as its cells have it; '' is a blank one. */
  readonly scope: string;
  readonly field: string;
  readonly op: Operator;
  readonly value: string;
  readonly effect: string;
  readonly direction: (typeof DIRECTIONS)[number];
  /** What is voted on. */
  readonly ballot: string;
  readonly counts: BallotCounts;
  /** A row of counts, by what is voted on and the unit. */
  readonly counted: string;
  readonly band: string;
  /** Points from which a grade is given. */
  readonly from: string;
}

/** How a row of counts is chosen: no code holds a line break. */
export const countedKey = ({ ballot, unit }: { readonly ballot: string; readonly unit: string }): string =>
  `${ballot}\n${unit}`;

/** What can be voted on: the awards, and the elections of this kind of bloc. */
export const ballotChoices = ({
  awards,
  info,
}: Book): { readonly posts: readonly string[]; readonly awards: readonly string[] } => {
  const { leader, deputy } = ELECTION_BALLOTS[info.kind ?? 'bloc'];
  return { posts: [leader, deputy], awards: awards.map(({ id }) => id) };
};

/** What a form begins with: the first of each list, with what holds for it now. */
export function firstFields(command: Command, book: Book, lang: Lang, cells: WorkbookCells): WishFields {
  const { units, criteria, awards, conditions, ballots, bands } = book;
  const none: WishFields = {
    name: '',
    unit: '',
    criterion: '',
    under: '',
    isGroup: false,
    max: '',
    award: '',
    quota: '',
    quotaOf: 'number',
    paper: 'A4',
    list: '',
    way: 'points',
    parameter: '',
    condition: conditions[0]?.id ?? '',
    scope: '',
    field: PLAIN_FIELDS.total[0],
    op: '>=',
    value: '',
    effect: '',
    direction: 'up',
    ballot: '',
    counts: NO_COUNTS,
    counted: ballots[0] === undefined ? '' : countedKey(ballots[0]),
    band: '',
    from: '',
  };
  return {
    ...none,
    under: criteria.find(({ way }) => way.kind === 'group')?.code ?? '',
    ...withUnit(command, book, units[0]?.id ?? ''),
    ...withCriterion(command, book, criteria[0]?.code ?? '', lang, cells),
    ...(command === 'addAward' || command === 'addBand' ? {} : withAward(book, awards[0]?.id ?? '', lang)),
    ...(command === 'addBallot'
      ? withBallot(book, ballotChoices(book).awards[0] ?? ballotChoices(book).posts[0] ?? '')
      : {}),
    ...(command === 'changeBand' || command === 'removeBand' ? withBand(book, bands[0]?.name ?? '', lang) : {}),
  };
}

/** A name is written anew from the one that is there. */
export const withUnit = (command: Command, { units }: Book, unit: string): Partial<WishFields> => ({
  unit,
  ...(command === 'renameUnit' ? { name: units.find(({ id }) => id === unit)?.name ?? '' } : {}),
});

export function withCriterion(
  command: Command,
  { criteria }: Book,
  criterion: string,
  lang: Lang,
  cells: WorkbookCells,
): Partial<WishFields> {
  const found = criteria.find(({ code }) => code === criterion);
  const max = found?.max ?? null;
  return {
    criterion,
    ...(command === 'changeMaximum' ? { max: max === null ? '' : formatScore(max, null, lang) } : {}),
    ...(command === 'renameCriterion' ? { name: found?.name ?? '' } : {}),
    ...(command === 'changeWay'
      ? { way: wayWord(found?.way ?? { kind: 'points' }) ?? 'points', parameter: parameterOf(found, cells, lang) }
      : {}),
  };
}

/** The parameter as it is written now. */
function parameterOf(criterion: Criterion | undefined, { sheets, date1904 }: WorkbookCells, lang: Lang): string {
  const place = criterion?.places.parameter;
  const sheet = place && sheets.find(({ name }) => name === place.sheet);
  const cell = sheet && place && cellAt(sheet, place.row, place.column);
  const text = shownText(cell, date1904);
  return typeof cell?.value === 'number' && /^\d+\.\d+$/.test(text) ? formatScore(text, null, lang) : text;
}

const NO_COUNTS: BallotCounts = { members: '', present: '', issued: '', returned: '', valid: '', favour: '' };

/** Another unit's row of the same ballot: all but the votes in favour are mostly the same. */
export function withBallot({ ballots }: Book, ballot: string): Partial<WishFields> {
  const known = ballots.findLast((row) => row.ballot === ballot);
  const numberIn = (entry: Entry | undefined): string => (entry?.kind === 'number' ? entry.value : '');
  return {
    ballot,
    counts:
      known === undefined
        ? NO_COUNTS
        : (Object.fromEntries(
            BALLOT_COUNTS.map((key) => [key, key === 'favour' ? '' : numberIn(known[key])]),
          ) as Record<keyof BallotCounts, string>),
  };
}

export function withBand({ bands }: Book, band: string, lang: Lang): Partial<WishFields> {
  const found = bands.find(({ name }) => name === band);
  const from = found?.from ?? null;
  return { band, from: from === null ? '' : formatScore(from, null, lang), ...quotaFields(found?.limit ?? null, lang) };
}

function quotaFields(quota: Quota | null, lang: Lang): Pick<WishFields, 'quota' | 'quotaOf'> {
  if (quota === null || quota.kind === 'invalid') return { quota: '', quotaOf: 'number' };
  return quota.kind === 'number'
    ? { quota: formatScore(quota.places, null, lang), quotaOf: 'number' }
    : { quota: formatScore(quota.percent, null, lang), quotaOf: quota.of };
}

export function withAward({ awards }: Book, award: string, lang: Lang): Partial<WishFields> {
  return { award, ...quotaFields(awards.find(({ id }) => id === award)?.quota ?? null, lang) };
}

export function wishOf(command: Command, fields: WishFields): Wish {
  const { name, unit, criterion, under, isGroup, max, award, quota, quotaOf, paper, list, way, parameter } = fields;
  switch (command) {
    case 'addUnit':
      return { kind: command, name };
    case 'renameUnit':
      return { kind: command, unit, name };
    case 'removeUnit':
      return { kind: command, unit };
    case 'addCriterion':
      return {
        kind: command,
        name,
        max: max.trim() === '' ? null : numberOf(max),
        under: under === '' ? null : under,
        isGroup,
      };
    case 'changeMaximum':
      return { kind: command, criterion, max: numberOf(max) };
    case 'addCriteria':
      return { kind: command, criteria: maximaOfLines(list), under: under === '' ? null : under };
    case 'renameCriterion':
      return { kind: command, criterion, name };
    case 'removeCriterion':
      return { kind: command, criterion };
    case 'changeWay':
      return { kind: command, criterion, way, parameter: hasParameter(way) ? parameter : '' };
    case 'changeQuota':
      return { kind: command, award, quota: quotaText(quota, quotaOf) };
    case 'addAward':
      return { kind: command, name, quota: quotaText(quota, quotaOf) };
    case 'removeAward':
      return { kind: command, award };
    case 'addCondition': {
      const { scope, field, op, value, effect } = fields;
      return { kind: command, scope, field, op: OPERATORS[op][0], value, effect };
    }
    case 'removeCondition':
      return { kind: command, condition: fields.condition };
    case 'moveUnit':
      return { kind: command, unit, direction: fields.direction };
    case 'addBallot':
      return { kind: command, ballot: fields.ballot, unit, counts: fields.counts };
    case 'removeBallot': {
      const [ballot = '', of = ''] = fields.counted.split('\n');
      return { kind: command, ballot, unit: of };
    }
    case 'addBand':
      return { kind: command, name, from: fields.from, limit: quotaText(quota, quotaOf) };
    case 'changeBand':
      return { kind: command, name: fields.band, from: fields.from, limit: quotaText(quota, quotaOf) };
    case 'removeBand':
      return { kind: command, name: fields.band };
    case 'rebuild':
      return { kind: command };
    case 'layPages':
      return { kind: command, paper };
  }
}

function quotaText(quota: string, quotaOf: WishFields['quotaOf']): string {
  return quotaOf === 'number' || quota.trim() === ''
    ? quota
    : `${quota.trim().replace('.', ',')}% ${QUOTA_BASES[quotaOf][0]}`;
}

/** Whether `Tham số` says something of a way. */
export const hasParameter = (way: WayWord): boolean => WAYS[way].example !== null;

/** With comma or point; anything else is no number, which the command then refuses. */
const numberOf = (text: string): number =>
  /^\d+(?:[.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : NaN;
