/** What is typed and chosen in the form of a command, and the wish that it is. */
import type { Book, Operator, Way } from '../../rules';
import { formatScore, type Lang } from '../../text';
import type { Wish } from '../../workbook/change';
import { maximaOfLines } from '../../workbook/change/listed';
import { OPERATORS, PLAIN_FIELDS, QUOTA_BASES, type QuotaBase, type WayWord } from '../../workbook/layout';

export type Command = Wish['kind'];
export const QUOTA_KINDS = ['number', 'units', 'ranked', 'eligible'] as const satisfies readonly (
  'number' | QuotaBase
)[];

export const PAPERS = ['A4', 'A3'] as const;

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
}

/** What a form begins with: the first of each list, with what holds for it now. */
export function firstFields(command: Command, book: Book, lang: Lang): WishFields {
  const { units, criteria, awards, conditions } = book;
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
  };
  return {
    ...none,
    under: criteria.find(({ way }) => way.kind === 'group')?.code ?? '',
    ...withUnit(command, book, units[0]?.id ?? ''),
    ...withCriterion(command, book, criteria[0]?.code ?? '', lang),
    ...(command === 'addAward' ? {} : withAward(book, awards[0]?.id ?? '', lang)),
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
): Partial<WishFields> {
  const found = criteria.find(({ code }) => code === criterion);
  const max = found?.max ?? null;
  return {
    criterion,
    ...(command === 'changeMaximum' ? { max: max === null ? '' : formatScore(max, null, lang) } : {}),
    ...(command === 'renameCriterion' ? { name: found?.name ?? '' } : {}),
    ...(command === 'changeWay' ? { way: wayWordOf(found?.way), parameter: '' } : {}),
  };
}

function wayWordOf(way: Way | undefined): WayWord {
  if (way === undefined || way.kind === 'invalid') return 'points';
  return way.kind === 'group' && way.highestOnly ? 'highest' : way.kind;
}

export function withAward({ awards }: Book, award: string, lang: Lang): Partial<WishFields> {
  const quota = awards.find(({ id }) => id === award)?.quota;
  if (quota === undefined || quota.kind === 'invalid') return { award, quota: '', quotaOf: 'number' };
  return quota.kind === 'number'
    ? { award, quota: formatScore(quota.places, null, lang), quotaOf: 'number' }
    : { award, quota: formatScore(quota.percent, null, lang), quotaOf: quota.of };
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

/** Ways of which `Tham số` says something. */
type WithParameter = 'ladder' | 'bands' | 'ratio' | 'minus' | 'count';
export const hasParameter = (way: WayWord): way is WithParameter =>
  ['ladder', 'bands', 'ratio', 'minus', 'count'].includes(way);

/** With comma or point; anything else is no number, which the command then refuses. */
const numberOf = (text: string): number =>
  /^\d+(?:[.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : NaN;
