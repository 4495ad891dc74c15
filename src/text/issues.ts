/** The sentences of every issue code: what is wrong, why it matters, how to mend it. */
import { cellName, type Issue, type IssueCode } from '../rules';
import { fill } from './fill';
import { BOARD_TEXTS } from './issues-board';
import { CELL_TEXTS } from './issues-cells';
import { OUTCOME_TEXTS } from './issues-outcome';
import { RULE_TEXTS } from './issues-rules';
import { STRUCTURE_TEXTS } from './issues-structure';
import type { IssueSentences, IssueTexts } from './issue-sentences';
import type { Lang } from './lang';
import { formatDay, formatScore } from './numbers';

/** The catalogue by what an issue is about. */
export const ISSUE_GROUPS = {
  structure: STRUCTURE_TEXTS, cells: CELL_TEXTS, rules: RULE_TEXTS, outcome: OUTCOME_TEXTS, board: BOARD_TEXTS,
} as const;

/** The one catalogue: a code without its sentences does not compile. */
export const ISSUE_TEXTS: Readonly<Record<IssueCode, IssueTexts>> = {
  ...STRUCTURE_TEXTS, ...CELL_TEXTS, ...RULE_TEXTS, ...OUTCOME_TEXTS, ...BOARD_TEXTS,
};

/** The three sentences of one issue, with its cell, unit, criterion, values. */
export function issueText(issue: Issue, lang: Lang): IssueSentences {
  const { what, why, how } = ISSUE_TEXTS[issue.code][lang];
  const values = issueValues(issue, lang);
  return { what: fill(what, values), why: fill(why, values), how: fill(how, values) };
}

/** The sentences of a code, whatever workbook it is about: "…" stands for what an issue would fill in. */
export function codeText(code: IssueCode, lang: Lang): IssueSentences {
  const { what, why, how } = ISSUE_TEXTS[code][lang];
  const plain = (text: string): string => text.replace(/[[\]]/gu, '').replace(/\{\w+\}/gu, '…');
  return { what: plain(what), why: plain(why), how: plain(how) };
}

function issueValues(issue: Issue, lang: Lang): Map<string, string> {
  const values = new Map<string, string>();
  const put = (name: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') values.set(name, issueValueText(value, lang));
  };
  for (const [name, value] of Object.entries(issue.params ?? {})) put(name, value);
  put('received', issue.received);
  put('expected', issue.expected);
  put('unit', issue.unit);
  put('criterion', issue.criterion);
  put('award', issue.award);
  put('basis', issue.basis);
  if (issue.place) {
    values.set('sheet', issue.place.sheet);
    values.set('cell', cellName(issue.place));
  }
  if (issue.fix) put('fix', String(issue.fix.value));
  if (issue.code === 'result-differs') for (const name of ['received', 'expected']) if (!values.has(name)) values.set(name, BLANK[lang]);
  return values;
}

/** What a cell says that says nothing. */
const BLANK = { vi: '(để trống)', en: '(blank)' } as const satisfies Record<Lang, string>;

/** Plain decimals, thresholds and ISO days in the reader's own form; any other text as it is. */
export function issueValueText(value: string, lang: Lang): string {
  const threshold = /^([<>]=) (.*)$/.exec(value);
  if (threshold) return `${threshold[1] === '<=' ? '≤' : '≥'} ${issueValueText(threshold[2] ?? '', lang)}`;
  if (/^-?\d+(\.\d+|\/\d+)?$/.test(value)) return formatScore(value, null, lang);
  return formatDay(value, lang);
}
