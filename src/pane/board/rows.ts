/** The rows of the list: one per workbook and one per bloc that handed none in; sorted, filtered, searched. */
import type { FileReport, Verdict } from '../../board/check-workbook';
import { mainFault, type Fault } from '../../board/faults';
import { countOf } from '../../board/output/output';
import { cellName, type Issue } from '../../rules';
import { searched } from '../../base/folding';
import type { Words } from '../words';

export type RowVerdict = Verdict | 'missing';

export interface BoardRow {
  /** The same for the same row of one check. */
  readonly key: string;
  /** The number of its file; null where none was handed in. */
  readonly index: number | null;
  readonly report: FileReport | null;
  readonly name: string;
  readonly file: string;
  readonly verdict: RowVerdict;
  /** What is to be seen first in it; null where nothing was found. */
  readonly fault: Fault | null;
  readonly errors: number;
  readonly warnings: number;
  /** Null where they are not known. */
  readonly units: number | null;
  readonly year: string;
  readonly province: string;
}

export type ColumnId = 'name' | 'file' | 'verdict' | 'fault' | 'errors' | 'warnings' | 'units' | 'year' | 'province';

type Say = Words['issue'];

export interface Sort {
  readonly column: ColumnId;
  readonly isDescending: boolean;
}

/** Wrong ones first, in the order of the files. */
export const WRONG_FIRST: Sort = { column: 'verdict', isDescending: false };

const NUMBERS: ReadonlySet<ColumnId> = new Set(['errors', 'warnings', 'units']);

/** By a column's header: the first press puts many before few and A before Z, the next one turns it round. */
export const nextSort = (sort: Sort, column: ColumnId): Sort => ({
  column,
  isDescending: sort.column === column ? !sort.isDescending : NUMBERS.has(column),
});

const made = new WeakMap<FileReport, BoardRow>();

/** `missing`: what was found about blocs without a workbook. */
export function rowsOf(reports: readonly FileReport[], missing: readonly Issue[]): BoardRow[] {
  return [...reports.map(fileRow), ...missing.map(missingRow)];
}

function fileRow(report: FileReport, index: number): BoardRow {
  const known = made.get(report);
  if (known?.index === index) return known;
  const { file, verdict, issues, bloc, read } = report;
  const row: BoardRow = {
    key: String(index),
    index,
    report,
    name: bloc.name || file,
    file,
    verdict,
    fault: mainFault(report),
    errors: countOf(issues, 'error'),
    warnings: countOf(issues, 'warning'),
    units: read?.units ?? null,
    year: bloc.year,
    province: bloc.province,
  };
  made.set(report, row);
  return row;
}

const missingRow = (found: Issue): BoardRow => ({
  key: `missing ${found.expected ?? ''}`,
  index: null,
  report: null,
  name: found.expected ?? '',
  file: '',
  verdict: 'missing',
  fault: { main: found, consequences: [], severity: found.severity },
  errors: 0,
  warnings: 0,
  units: null,
  year: '',
  province: '',
});

const VERDICT_ORDER: Readonly<Record<RowVerdict, number>> = { findings: 0, unreadable: 1, missing: 2, valid: 3 };

const collator = new Intl.Collator('vi', { numeric: true });

/** Rows that are equal in the column stay in the order of the files; those without a value stand last. */
export function sortRows(rows: readonly BoardRow[], { column, isDescending }: Sort, say: Say): BoardRow[] {
  const valueOf = (row: BoardRow): string | number | null => {
    if (column === 'verdict') return VERDICT_ORDER[row.verdict];
    if (column === 'fault') return row.fault && say(row.fault.main).what;
    return row[column];
  };
  const turn = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort(({ value: a }, { value: b }) => {
      const [noA, noB] = [a === null || a === '', b === null || b === ''];
      if (noA || noB) return Number(noA) - Number(noB);
      return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
    })
    .map(({ row }) => row);
}

export function countRows(rows: readonly BoardRow[]): Readonly<Record<RowVerdict, number>> {
  const counts = { findings: 0, unreadable: 0, missing: 0, valid: 0 };
  for (const { verdict } of rows) counts[verdict]++;
  return counts;
}

/** Columns that tell rows apart only where they differ: a workbook of another year is seen at once. */
export const differs = (rows: readonly BoardRow[], column: 'year' | 'province'): boolean =>
  new Set(rows.filter(({ report }) => report !== null && report.verdict !== 'unreadable').map((row) => row[column]))
    .size > 1;

/** What a row is searched by, made once for each way of saying it. */
const texts = new WeakMap<Say, WeakMap<BoardRow, string>>();

/** Without marks; by the name, the file, a cell, a sentence or a code of what was found. */
export function findRows(rows: readonly BoardRow[], search: string, say: Say): readonly BoardRow[] {
  const wanted = searched(search.trim());
  if (wanted === '') return rows;
  const known = texts.get(say) ?? new WeakMap<BoardRow, string>();
  texts.set(say, known);
  return rows.filter((row) => {
    const text = known.get(row) ?? searched(searchedText(row, say));
    known.set(row, text);
    return text.includes(wanted);
  });
}

function searchedText({ name, file, report, fault }: BoardRow, say: Say): string {
  const issues = report?.issues ?? (fault ? [fault.main] : []);
  const said = issues.flatMap((found) => [
    found.code,
    found.place === null ? '' : `${found.place.sheet}!${cellName(found.place)}`,
    say(found).what,
  ]);
  return [name, file, ...new Set(said)].join('\n');
}
