/** Which issues are listed, under which headings, and how many of a kind are held back. */
import { searched } from '../../base/folding';
import type { Issue, IssueCode, Severity } from '../../rules';

export type GroupBy = 'unit' | 'sheet' | 'code';

/** More than so many of one code are held back until they are asked for. */
export const SHOWN_PER_CODE = 50;

export interface IssueFilter {
  readonly severities: ReadonlySet<Severity>;
  readonly search: string;
  readonly by: GroupBy;
  /** Codes of which all are shown. */
  readonly unfolded: ReadonlySet<IssueCode>;
}

export interface IssueGroup {
  /** Unit id, sheet name or code; null for what belongs to none. */
  readonly key: string | null;
  readonly issues: readonly Issue[];
}

export interface IssueListing {
  readonly groups: readonly IssueGroup[];
  /** All of `groups`, in the order in which they stand. */
  readonly order: readonly Issue[];
  readonly held: readonly { readonly code: IssueCode; readonly count: number }[];
}

/** `textOf` is what a search looks through. Groups stand in the order of their first issue; those of none first. */
export function listIssues(
  issues: readonly Issue[],
  filter: IssueFilter,
  textOf: (found: Issue) => string,
): IssueListing {
  const wanted = searched(filter.search);
  const perCode = new Map<IssueCode, number>();
  const groups = new Map<string | null, Issue[]>();
  for (const found of bySeverity(issues)) {
    if (!filter.severities.has(found.severity) || (wanted && !searched(textOf(found)).includes(wanted))) continue;
    const count = (perCode.get(found.code) ?? 0) + 1;
    perCode.set(found.code, count);
    if (count > SHOWN_PER_CODE && !filter.unfolded.has(found.code)) continue;
    const key = groupKey(found, filter.by);
    const group = groups.get(key) ?? [];
    group.push(found);
    groups.set(key, group);
  }
  const listed = [...groups]
    .map(([key, members]) => ({ key, issues: members }))
    .sort((a, b) => Number(a.key !== null) - Number(b.key !== null));
  const held = [...perCode]
    .filter(([code, count]) => count > SHOWN_PER_CODE && !filter.unfolded.has(code))
    .map(([code, count]) => ({ code, count: count - SHOWN_PER_CODE }));
  return { groups: listed, order: listed.flatMap((group) => group.issues), held };
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first; within a severity in the order of the workbook, as they came. */
function bySeverity(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

function groupKey(found: Issue, by: GroupBy): string | null {
  if (by === 'code') return found.code;
  return (by === 'unit' ? found.unit : found.place?.sheet) ?? null;
}
