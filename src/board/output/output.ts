/** What every form of the answer shares: it is told each file as soon as it is checked, then the end. */
import { cellName, type BlocKind, type Issue, type IssueCode, type Severity } from '../../rules';
import { issueText, type Lang } from '../../text';
import { boardText } from '../../text/ui-board';
import type { ReadCounts } from '../../workbook/read-counts';
import type { Overall } from '../across-files';
import type { FileReport, Verdict } from '../check-workbook';
import { commonIn } from '../common';
import { faultsOf, type Fault } from '../faults';
import { inSeason } from '../season';

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

/** The word for those that handed the workbooks in. */
export const kindOf = (reports: readonly FileReport[]): BlocKind =>
  blocKey(reports) === 'cluster' ? 'cluster' : 'bloc';

/** What was read of a workbook, in counts. */
export const readText = (counts: ReadCounts, lang: Lang): string => boardText(lang, 'read', { ...counts });

export const countOf = (issues: readonly Issue[], severity: Severity): number =>
  issues.filter((found) => found.severity === severity).length;

/** What needs eyes stands first, else in the order of the files. */
const wrongFirst = <Checked extends { readonly verdict: Verdict }>(checked: readonly Checked[]): Checked[] => [
  ...checked.filter(({ verdict }) => verdict !== 'valid'),
  ...checked.filter(({ verdict }) => verdict === 'valid'),
];

/** The reports with what could only be said once all were read. */
export const inSeasons = (reports: readonly FileReport[], { season }: Overall): readonly FileReport[] =>
  season === undefined ? reports : reports.map((report) => inSeason(report, season));

/** A report as lists show it. */
export interface Listed {
  readonly report: FileReport;
  /** Its faults, the main one first; without what was said of most workbooks at once. */
  readonly faults: readonly Fault[];
}

/** Once all are read: what only then can be said is said, what needs eyes stands first. */
export function listed(reports: readonly FileReport[], overall: Overall): Listed[] {
  const isCommon = commonIn(overall.common);
  return wrongFirst(inSeasons(reports, overall)).map((report) => ({
    report,
    faults: faultsOf(report).filter(({ main, consequences }) => !(isCommon(main) && consequences.every(isCommon))),
  }));
}

/** "Chấm điểm!E11"; '' for the whole file. */
export const placeText = ({ place }: Issue): string => (place === null ? '' : `${place.sheet}!${cellName(place)}`);

/** The main fault in one line; '' where there is none. */
export function mainText(faults: readonly Fault[], lang: Lang): string {
  const [first] = faults;
  if (first === undefined || first.severity === 'info') return '';
  return [placeText(first.main), issueText(first.main, lang).what].filter(Boolean).join(': ');
}

export const followersOf = (faults: readonly Fault[]): number =>
  faults.reduce((sum, { consequences }) => sum + consequences.length, 0);

/** Said of most workbooks at once, in the order of how many. */
export const commonTexts = ({ common }: Overall, lang: Lang): { readonly code: IssueCode; readonly text: string }[] =>
  (common ?? []).map(({ code, files, of, file, first }) => ({
    code,
    text: boardText(lang, 'commonLine', { n: files, all: of, file, what: issueText(first, lang).what }),
  }));

export function countVerdicts(reports: readonly { readonly verdict: Verdict }[]): Counts {
  const counts = { valid: 0, findings: 0, unreadable: 0 };
  for (const { verdict } of reports) counts[verdict]++;
  return counts;
}
