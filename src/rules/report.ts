/** Collects the issues of one evaluation: all of them, each once. */
import { issue } from './issue';
import type { Issue, IssueCode, IssueDetails } from './issue';
import type { Place } from './place';

export interface Report {
  (code: IssueCode, place: Place | null, details?: IssueDetails): void;
}

const spot = (code: string, place: Place | null): string =>
  place === null ? code : `${code}|${place.sheet}|${String(place.row)}|${String(place.column)}`;

/**
 * A report that leaves out what a reader has already said about the same cell, and what it was told
 * before.
 */
export function openReport(findings: readonly Issue[]): { readonly report: Report; readonly own: Issue[] } {
  const said = new Set(findings.map((finding) => spot(finding.code, finding.place)));
  const mine = new Set<string>();
  const own: Issue[] = [];
  const report: Report = (code, place, details = {}) => {
    const key = spot(code, place);
    if (said.size > 0 && said.has(key)) return;
    const whole = `${key}|${details.unit ?? ''}|${details.criterion ?? ''}|${details.award ?? ''}|${details.params?.['fact'] ?? details.params?.['condition'] ?? details.params?.['setting'] ?? ''}`;
    if (mine.has(whole)) return;
    mine.add(whole);
    own.push(issue(code, place, details));
  };
  return { report, own };
}

/** Sorted by sheet, row, column; what has no place comes last. The order of equals is kept. */
export function sortIssues(issues: readonly Issue[], sheetOrder: readonly string[]): Issue[] {
  const order = new Map(sheetOrder.map((sheet, index) => [sheet, index]));
  const bySheet = new Map<string | null, Issue[]>();
  for (const found of issues) {
    const sheet = found.place?.sheet ?? null;
    const same = bySheet.get(sheet);
    if (same === undefined) bySheet.set(sheet, [found]);
    else same.push(found);
  }
  const rank = (sheet: string | null): number =>
    sheet === null ? Number.MAX_SAFE_INTEGER : (order.get(sheet) ?? sheetOrder.length);
  return [...bySheet]
    .sort(([a], [b]) => rank(a) - rank(b) || ((a ?? '') < (b ?? '') ? -1 : 1))
    .flatMap(([, same]) =>
      same.sort((a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0)),
    );
}

/** Of cells that are only checked a missing value is told once for each sheet, with how many more there are. */
export function uncalculatedOnce(issues: readonly Issue[]): Issue[] {
  const told = new Map<string, Issue[]>();
  const isChecked = ({ code, severity, place }: Issue): boolean =>
    code === 'formula-not-calculated' && severity === 'info' && place !== null;
  for (const found of issues) {
    if (!isChecked(found)) continue;
    const same = told.get(found.place?.sheet ?? '');
    if (same) same.push(found);
    else told.set(found.place?.sheet ?? '', [found]);
  }
  if (told.size === 0) return [...issues];
  return issues.flatMap((found) => {
    const same = isChecked(found) ? (told.get(found.place?.sheet ?? '') ?? []) : [];
    if (same.length < 2) return [found];
    return found === same[0]
      ? [issue(found.code, found.place, { severity: 'info', params: { more: String(same.length - 1) } })]
      : [];
  });
}
