/** What every form of the answer shares: it is told each file as soon as it is checked, then the end. */
import type { Issue, Severity } from '../../rules';
import type { Lang } from '../../text';
import { boardText } from '../../text/ui-board';
import type { ReadCounts } from '../../workbook/read-counts';
import type { Overall } from '../across-files';
import type { FileReport, Verdict } from '../check-workbook';

export type Counts = Readonly<Record<Verdict, number>>;

export interface Summary {
  readonly counts: Counts;
  readonly overall: Overall;
}

export interface OutputOptions {
  readonly lang: Lang;
  /** Colours of a terminal. */
  readonly colour: boolean;
  /** A file's path as seen from where the answer is written, for links; null: no links. */
  readonly linkTo: (file: string) => string | null;
  /** The line below the title (`headingOf`). */
  readonly heading: string;
}

export interface Output {
  /** Whether reports must carry their JSON. */
  readonly needsJson: boolean;
  /** What to write now. */
  file: (report: FileReport) => string;
  end: (summary: Summary) => string | Uint8Array;
}

/** What those are called that handed the workbooks in. */
export function blocKey(reports: readonly FileReport[]): 'bloc' | 'cluster' | 'blocsAndClusters' {
  const kinds = new Set(reports.filter(({ verdict }) => verdict !== 'unreadable').map(({ bloc }) => bloc.kind));
  return kinds.size > 1 ? 'blocsAndClusters' : ([...kinds][0] ?? 'bloc');
}

/** What was read of a workbook, in counts. */
export const readText = (counts: ReadCounts, lang: Lang): string => boardText(lang, 'read', { ...counts });

export const countOf = (issues: readonly Issue[], severity: Severity): number =>
  issues.filter((found) => found.severity === severity).length;

/** What needs eyes stands first, else in the order of the files. */
export const wrongFirst = <Checked extends { readonly verdict: Verdict }>(checked: readonly Checked[]): Checked[] => [
  ...checked.filter(({ verdict }) => verdict !== 'valid'),
  ...checked.filter(({ verdict }) => verdict === 'valid'),
];

export function countVerdicts(reports: readonly { readonly verdict: Verdict }[]): Counts {
  const counts = { valid: 0, findings: 0, unreadable: 0 };
  for (const { verdict } of reports) counts[verdict]++;
  return counts;
}
