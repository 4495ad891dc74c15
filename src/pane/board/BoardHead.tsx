/** The headers of the list: each sorts by its column, pressed again the other way round. */
import type { blocKey } from '../../board/output/output';
import { boardText } from '../../text/ui-board';
import { useLang } from '../lang';
import { DownIcon, UpIcon } from '../parts/icons';
import { useBoardText } from './board-words';
import type { BoardRow, ColumnId, Sort } from './rows';

/** What the list shows, in whichever of its two forms. */
export interface ListProps {
  readonly rows: readonly BoardRow[];
  readonly columns: readonly ColumnId[];
  /** What those are called that handed the workbooks in. */
  readonly nameKey: ReturnType<typeof blocKey>;
  readonly sort: Sort;
  readonly onSort: (column: ColumnId) => void;
  /** The key of the chosen row. */
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}

const HEADERS = {
  file: 'file',
  verdict: 'verdict',
  fault: 'fault',
  errors: 'errorsShort',
  warnings: 'warningsShort',
  units: 'units',
  year: 'year',
  province: 'province',
} as const satisfies Record<Exclude<ColumnId, 'name'>, string>;

export function BoardHead({
  columns,
  nameKey,
  sort,
  onSort,
}: Pick<ListProps, 'columns' | 'nameKey' | 'sort' | 'onSort'>) {
  const t = useBoardText();
  const lang = useLang();
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className={`of-${column}`}
            aria-sort={sort.column === column ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
          >
            <button
              type="button"
              className="sort"
              onClick={() => {
                onSort(column);
              }}
            >
              {column === 'name' ? boardText(lang, nameKey) : t(HEADERS[column])}
              {sort.column === column && (sort.isDescending ? <DownIcon /> : <UpIcon />)}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}
