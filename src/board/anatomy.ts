/** What tells causes from consequences in a workbook, beside its findings: how its criteria hang together, what the columns of its results say. */
import type { Criterion, CriterionCode } from '../rules';
import type { Judgement } from '../workbook/judgement';
import type { ColumnKind } from '../workbook/results-columns';
import type { ComparedResults } from './compare-results';

/** A column of the results as they stand in the workbook. */
export interface ResultsColumn {
  readonly column: number;
  readonly kind: ColumnKind;
  /** Of a column of a section. */
  readonly section: CriterionCode | null;
  /** What is printed shows another column of the table, which formulas read in its stead. */
  readonly isShown: boolean;
}

export type CriterionColumn = keyof Criterion['places'];

/** Plain data, as all of a report. */
export interface Anatomy {
  readonly parents: Readonly<Record<CriterionCode, CriterionCode>>;
  /** What the columns of the sheet of criteria say, by their numbers. */
  readonly ofCriteria: Readonly<Record<number, CriterionColumn>>;
  /** Null where no table of results was found. */
  readonly results: { readonly sheet: string; readonly columns: readonly ResultsColumn[] } | null;
}

export function anatomyOf({ book }: Judgement, compared: ComparedResults | null): Anatomy {
  const { found, table } = compared ?? { found: null, table: null };
  return {
    parents: Object.fromEntries(
      book.criteria.flatMap(({ code, parent }) => (parent === null ? [] : [[code, parent] as const])),
    ),
    ofCriteria: columnsOf(book.criteria),
    results:
      found === null || table === null
        ? null
        : {
            sheet: found.sheet.name,
            columns: found.columns.map(({ column, kind, index }) => {
              const own = table.columns[index];
              const live = own?.shows;
              return {
                column,
                kind,
                section: (live ?? own)?.section?.code ?? null,
                isShown: live !== undefined && found.columns.some((other) => table.columns[other.index] === live),
              };
            }),
          },
  };
}

/** The criteria stand in one table: nearly always the first of them names every column. */
function columnsOf(criteria: readonly Criterion[]): Readonly<Record<number, CriterionColumn>> {
  const found: Record<number, CriterionColumn> = {};
  for (const { places } of criteria)
    for (const key of Object.keys(places) as CriterionColumn[]) {
      const column = places[key]?.column;
      if (column !== undefined) found[column] ??= key;
    }
  return found;
}

/** The criteria above one, the nearest first; none twice, however the sheet's parents go round. */
export function ancestorsOf(criterion: CriterionCode, parents: Anatomy['parents']): CriterionCode[] {
  const found: CriterionCode[] = [];
  for (let code = parents[criterion]; code !== undefined && !found.includes(code); code = parents[code])
    found.push(code);
  return found;
}
