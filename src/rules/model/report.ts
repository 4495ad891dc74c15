/** Collects the issues of one evaluation: all of them, each once. */
import { valueAt } from '../../base/present';
import type { Book } from './book';
import { issue } from './issue';
import type { Issue, IssueCode, IssueDetails } from './issue';
import { nameIssue, withNames } from './names';
import type { BookNames } from './names';
import { neededOnce } from './needed-ballots';
import type { Place } from './place';

export interface Report {
  (code: IssueCode, place: Place | null, details?: IssueDetails): void;
}

/** Columns of the largest sheet there is. */
const COLUMNS = 16_384;
const cellNumber = ({ row, column }: Place): number => row * COLUMNS + column;

/** Something kept by code and cell, in maps: a workbook nobody has filled has tens of thousands of findings, and a text as the key of each costs more than they do. */
class ByCell<Kept> {
  private readonly codes = new Map<IssueCode, Map<string, Map<number, Kept>>>();

  private cellsOf(code: IssueCode, place: Place | null): Map<number, Kept> {
    let sheets = this.codes.get(code);
    if (sheets === undefined) this.codes.set(code, (sheets = new Map<string, Map<number, Kept>>()));
    let cells = sheets.get(place?.sheet ?? '');
    if (cells === undefined) sheets.set(place?.sheet ?? '', (cells = new Map<number, Kept>()));
    return cells;
  }

  get(code: IssueCode, place: Place | null): Kept | undefined {
    return this.cellsOf(code, place).get(place === null ? -1 : cellNumber(place));
  }

  set(code: IssueCode, place: Place | null, kept: Kept): void {
    this.cellsOf(code, place).set(place === null ? -1 : cellNumber(place), kept);
  }
}

/** What tells findings of one code at one cell apart. */
const subject = ({ unit, criterion, award, params }: IssueDetails): string =>
  [unit, criterion, award, params?.['fact'] ?? params?.['condition'] ?? params?.['setting']].join('|');

/**
 * A report that leaves out what a reader has already said about the same cell, and what it was told
 * before. Each finding is named as it is made: naming them all at the end would keep each of them twice.
 */
export function openReport(
  findings: readonly Issue[],
  names: BookNames,
): { readonly report: Report; readonly own: Issue[] } {
  const said = new ByCell<true>();
  for (const { code, place } of findings) said.set(code, place, true);
  const first = new ByCell<Issue>();
  const others = new ByCell<Set<string>>();
  const own: Issue[] = [];
  const report: Report = (code, place, details = {}) => {
    if (findings.length > 0 && said.get(code, place) === true) return;
    const before = first.get(code, place);
    if (before !== undefined) {
      const subjects = others.get(code, place) ?? new Set([subject(before)]);
      if (subjects.has(subject(details))) return;
      others.set(code, place, subjects.add(subject(details)));
    }
    const found = withNames(issue(code, place, details), names);
    if (before === undefined) first.set(code, place, found);
    own.push(found);
  };
  return { report, own };
}

/** Sorted by sheet, row, column; what has no place comes last. The order of equals is kept. */
export function sortIssues(issues: readonly Issue[], sheetOrder: readonly string[]): Issue[] {
  // Each finding is looked at once: there may be tens of thousands, scattered over the memory.
  const numbers = new Map<string | null, number>();
  const sheets = new Uint32Array(issues.length);
  const cells = new Float64Array(issues.length);
  issues.forEach(({ place }, at) => {
    const sheet = place?.sheet ?? null;
    let number = numbers.get(sheet);
    if (number === undefined) numbers.set(sheet, (number = numbers.size));
    sheets[at] = number;
    cells[at] = place === null ? 0 : cellNumber(place);
  });
  const order = new Map(sheetOrder.map((sheet, index) => [sheet, index]));
  const rank = (sheet: string | null): number =>
    sheet === null ? Number.MAX_SAFE_INTEGER : (order.get(sheet) ?? sheetOrder.length);
  const places: number[] = [];
  [...numbers]
    .sort(([a], [b]) => rank(a) - rank(b) || ((a ?? '') < (b ?? '') ? -1 : 1))
    .forEach(([, number], place) => (places[number] = place));
  const ofSheet = (at: number): number => places[sheets[at] ?? 0] ?? 0;
  return [...issues.keys()]
    .sort((a, b) => ofSheet(a) - ofSheet(b) || (cells[a] ?? 0) - (cells[b] ?? 0))
    .map((at) => issues[at] as Issue);
}

/** Of cells that are only checked a missing value is told once for each sheet, with how many more there are. */
function uncalculatedOnce(issues: readonly Issue[], names: BookNames): readonly Issue[] {
  const told = new Map<string, Issue[]>();
  const sheetOf = ({ code, severity, place }: Issue): string | null =>
    code === 'formula-not-calculated' && severity === 'info' && place !== null ? place.sheet : null;
  for (const found of issues) {
    const sheet = sheetOf(found);
    if (sheet === null) continue;
    const same = told.get(sheet);
    if (same) same.push(found);
    else told.set(sheet, [found]);
  }
  return issues.flatMap((found) => {
    const sheet = sheetOf(found);
    const same = sheet === null ? [] : valueAt(told, sheet);
    if (same.length < 2) return [found];
    const more = { severity: 'info', params: { more: String(same.length - 1) } } as const;
    return found === same[0] ? [nameIssue(issue(found.code, found.place, more), names)] : [];
  });
}

/** All that was found, each once, by name and in the order of the workbook. */
export function allIssues({ findings, sheetOrder }: Book, own: readonly Issue[], names: BookNames): readonly Issue[] {
  const all = [...findings.map((found) => nameIssue(found, names)), ...own];
  const codes = new Set(all.map(({ code }) => code));
  const sorted = sortIssues(all, sheetOrder);
  const once = codes.has('formula-not-calculated') ? uncalculatedOnce(sorted, names) : sorted;
  return codes.has('ballot-needed') ? neededOnce(once, names) : once;
}
