/** The sentences of every issue code: what is wrong, why it matters, how to mend it. */
import { cellName, isRename, numeralOfDouble, YES_OR_NO, type BlocKind, type Issue, type IssueCode } from '../rules';
import { inKind } from './bloc-word';
import { fill } from './fill';
import { BOARD_TEXTS } from './issues-board';
import { CELL_TEXTS } from './issues-cells';
import { OUTCOME_TEXTS } from './issues-outcome';
import { PAPER_TEXTS } from './issues-papers';
import { RULE_TEXTS } from './issues-rules';
import { STRUCTURE_TEXTS } from './issues-structure';
import type { IssueSentences, IssueTexts } from './issue-sentences';
import type { Lang } from './lang';
import { formatDay, formatScore } from './numbers';
import { ballotText, conditionText } from './reasons';

/** The catalogue by what an issue is about. */
export const ISSUE_GROUPS = {
  structure: STRUCTURE_TEXTS,
  cells: CELL_TEXTS,
  rules: RULE_TEXTS,
  outcome: OUTCOME_TEXTS,
  papers: PAPER_TEXTS,
  board: BOARD_TEXTS,
} as const;

/** The one catalogue: a code without its sentences does not compile. */
export const ISSUE_TEXTS: Readonly<Record<IssueCode, IssueTexts>> = {
  ...STRUCTURE_TEXTS,
  ...CELL_TEXTS,
  ...RULE_TEXTS,
  ...OUTCOME_TEXTS,
  ...PAPER_TEXTS,
  ...BOARD_TEXTS,
};

/** The three sentences of one issue, with its cell, unit, criterion, values. */
export function issueText(issue: Issue, lang: Lang): IssueSentences {
  const { what, why, how } = ISSUE_TEXTS[issue.code][lang];
  const values = issueValues(issue, lang);
  const said = (text: string): string => fill(inKind(text, issue.kind ?? null, lang), values);
  return { what: said(what), why: said(why), how: said(how) };
}

/** The sentences of a code, whatever workbook it is about: "…" stands for what an issue would fill in. */
export function codeText(code: IssueCode, lang: Lang, kind: BlocKind | null = null): IssueSentences {
  const { what, why, how } = ISSUE_TEXTS[code][lang];
  const plain = (text: string): string =>
    inKind(text, kind, lang)
      .replace(/[[\]]/gu, '')
      .replace(/\{\w+\}/gu, '…');
  return { what: plain(what), why: plain(why), how: plain(how) };
}

/** Codes whose values are names, codes or what a cell says: "1.10" is then no number, and "1.000" stands as it was typed. */
const AS_WRITTEN: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'sheet-missing',
  'sheet-ambiguous',
  'sheet-near',
  'header-near',
  'row-unread',
  'column-unread',
  'header-missing',
  'header-ambiguous',
  'template-newer',
  'template-missing',
  'code-missing',
  'code-duplicate',
  'code-unknown',
  'criterion-too-deep',
  'code-is-number',
  'code-generated',
  'codes-by-place',
  'legacy-encoding',
  'unit-name-duplicate',
  'unit-column-missing',
  'criterion-row-missing',
  'hidden-data',
  'number-as-text',
  'date-as-text',
  'score-not-number',
  'condition-invalid',
  'tie-key-unknown',
  'tie-key-missing',
  'award-duplicate',
  'tie-unresolved',
  'tie-at-cutoff',
  'decision-stale',
  'decision-without-reason',
  'decision-incomplete',
  'ballot-missing',
  'ballot-needed',
  'unit-not-ranked',
  'criterion-changed',
  'unit-list-differs',
  'stamp-copied',
  'result-stale',
  'bloc-duplicate',
  'unit-in-two-blocs',
  'season-differs',
  'season-blank',
  'bloc-unexpected',
  'bloc-missing',
]);

/** Of these only what the cell says is a text; what it should be is a number or a day. */
const EXPECTS_VALUE: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'number-as-text',
  'date-as-text',
  'score-not-number',
]);

/** Codes whose `expected` is what may be entered. */
const ASKS_ANSWER: ReadonlySet<IssueCode> = new Set<IssueCode>(['attribute-invalid', 'eligibility-unknown']);

/** "có; không" → "có hoặc không". */
function answersText(answers: string | null, lang: Lang): string {
  if (answers === 'số' && lang === 'en') return 'a number';
  const [last = '', ...before] = (answers ?? '').split('; ').reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} ${lang === 'vi' ? 'hoặc' : 'or'} ${last}`;
}

/** What a cell says that says nothing. */
const BLANK = { vi: '(để trống)', en: '(blank)' } as const satisfies Record<Lang, string>;

/** What a fix writes, as people read it: codes as they are, days and percentages as the cell will show them. */
export function fixText({ fix, expected }: Issue, lang: Lang): string {
  if (fix === undefined) return '';
  if (isRename(fix)) return fix.to;
  if (typeof fix.value !== 'number') return String(fix.value);
  return valueText(
    fix.format !== undefined && expected !== null ? expected : (numeralOfDouble(fix.value)?.value ?? ''),
    lang,
  );
}

/** What people see of a cell that is hidden by its look. */
const UNSEEN = { vi: '(không thấy gì)', en: '(nothing)' } as const satisfies Record<Lang, string>;

/** What is and what should be, to stand side by side; '' where the issue has no such side. */
export function issueSides(
  { code, received, expected, fix, named }: Issue,
  lang: Lang,
): { readonly received: string; readonly expected: string } {
  // Results are compared cell by cell: nothing is one of the things a cell may hold.
  const none = code === 'result-differs' ? BLANK[lang] : code === 'shown-differs' ? UNSEEN[lang] : '';
  const said = named?.['received'] ?? received;
  const side = (value: string | null, asWritten: boolean): string =>
    !value ? none : !asWritten ? valueText(value, lang) : code === 'score-not-number' ? formatDay(value) : value;
  if (ASKS_ANSWER.has(code) || expected === YES_OR_NO || expected === 'số')
    return { received: side(said, true), expected: answersText(expected, lang) };
  const newName = fix !== undefined && isRename(fix) ? fix.to : null;
  return {
    received: side(said, AS_WRITTEN.has(code)),
    expected: newName ?? side(expected, AS_WRITTEN.has(code) && !EXPECTS_VALUE.has(code)),
  };
}

function issueValues(issue: Issue, lang: Lang): Map<string, string> {
  const { place, unit, criterion, award, basis, named } = issue;
  const values: Readonly<Record<string, string | null | undefined>> = {
    ...issue.params,
    ...(issue.params?.['allowed'] === 'số' ? { allowed: answersText('số', lang) } : {}),
    ...characters(issue, lang),
    ...issueSides(issue, lang),
    unit,
    criterion,
    award,
    basis,
    ...named,
    condition: conditionOf(issue, lang),
    sheet: place?.sheet,
    cell: place && cellName(place),
    fix: fixText(issue, lang),
  };
  const said = values['ballot']
    ? { ...values, ballot: ballotText(values['ballot'], { award: (id) => id }, lang) }
    : values;
  return new Map(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** What a condition asks; nothing where it is not known: its code alone says nothing to anyone. */
function conditionOf({ named, params }: Issue, lang: Lang): string | undefined {
  const {
    conditionField: field = '',
    conditionExpected: expected,
    conditionCode: code = null,
    conditionBallot: ballot = null,
  } = named ?? {};
  if (expected === undefined) return named === undefined ? params?.['condition'] : undefined;
  return conditionText({ field, expected, code, ballot }, lang, { award: (id) => id });
}

const CHARACTER_KINDS: readonly (readonly [RegExp, Readonly<Record<Lang, string>>])[] = [
  [/\p{Nd}/u, { vi: 'chữ số', en: 'the digit' }],
  [/[^\p{Script=Latin}\p{Nd}]/u, { vi: 'ký tự', en: 'the character' }],
  [/\p{Lu}/u, { vi: 'chữ hoa', en: 'the capital letter' }],
  [/\p{L}/u, { vi: 'chữ thường', en: 'the small letter' }],
];

/** Two characters that look alike are told by what they are: "chữ thường l (U+006C)". */
function characters({ params }: Issue, lang: Lang): Readonly<Record<string, string>> {
  const described = (name: string): readonly (readonly [string, string])[] => {
    const character = params?.[name];
    if (character === undefined) return [];
    const kind = CHARACTER_KINDS.find(([pattern]) => pattern.test(character))?.[1][lang] ?? '';
    return [
      [
        name,
        `${kind} ${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`.trim(),
      ],
    ];
  };
  return Object.fromEntries([...described('seen'), ...described('meant')]);
}

/** Plain decimals, percentages, lists of them, thresholds and ISO days in the reader's own form; any other text as it is. */
function valueText(value: string, lang: Lang): string {
  const threshold = /^([<>]=) (.*)$/.exec(value);
  if (threshold) return `${threshold[1] === '<=' ? '≤' : '≥'} ${valueText(threshold[2] ?? '', lang)}`;
  if (value.includes('; '))
    return value
      .split('; ')
      .map((each) => valueText(each, lang))
      .join('; ');
  const [, number, percent = ''] = /^(-?\d+(?:\.\d+|\/\d+)?)(%?)$/.exec(value) ?? [];
  return number === undefined ? formatDay(value) : `${formatScore(number, null, lang)}${percent}`;
}
