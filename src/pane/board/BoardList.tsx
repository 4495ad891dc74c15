/** The list of checked workbooks with what narrows it: a verdict, a search, the order of a column. */
import { useCallback, useDeferredValue, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import { blocKey } from '../../board/output/output';
import { useWords } from '../words';
import { useBoardText } from './board-words';
import { BoardGrid } from './BoardGrid';
import type { ListProps } from './BoardHead';
import { BoardTable } from './BoardTable';
import { columnsFor } from './columns';
import type { useListChoices } from './list-choices';
import { useWidth } from './use-width';
import { countRows, findRows, nextSort, sortRows, type BoardRow, type RowVerdict } from './rows';
import { VERDICT_KEYS } from './VerdictMark';

interface Props {
  readonly rows: readonly BoardRow[];
  readonly choices: ReturnType<typeof useListChoices>[0];
  readonly onChange: ReturnType<typeof useListChoices>[1];
  /** What a row opens to below itself; null where it is shown beside the list. */
  readonly below: ((row: BoardRow) => ReactNode) | null;
  readonly table: RefObject<HTMLTableElement>;
  /** Goes on to what is shown beside. */
  readonly onEnter: () => void;
}

const VERDICTS = ['findings', 'unreadable', 'missing', 'valid'] as const satisfies readonly RowVerdict[];

export function BoardList({ rows, choices, onChange, below, table, onEnter }: Props) {
  const t = useBoardText();
  const { issue: say } = useWords();
  const { search, verdict, sort, chosen } = choices;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const wanted = useDeferredValue(search);
  const found = useMemo(() => findRows(rows, wanted, say), [rows, wanted, say]);
  const counts = countRows(found);
  const nameKey = useMemo(() => blocKey(rows.flatMap(({ report }) => (report ? [report] : []))), [rows]);
  const shown = useMemo(
    () => sortRows(verdict === null ? found : found.filter((row) => row.verdict === verdict), sort, say),
    [found, verdict, sort, say],
  );
  const choose = useCallback(
    (key: string | null) => {
      onChange({ chosen: key });
    },
    [onChange],
  );
  const columns = useMemo(() => columnsFor(width, rows), [width, rows]);
  const list: ListProps = {
    rows: shown,
    columns,
    nameKey,
    sort,
    onSort: (column) => {
      onChange({ sort: nextSort(sort, column) });
    },
    chosen,
    onChoose: choose,
  };
  const chip = (value: RowVerdict | null, label: string, n: number) => (
    <button
      key={value}
      type="button"
      className="chip"
      aria-pressed={verdict === value}
      onClick={() => {
        onChange({ verdict: value });
      }}
    >
      {label} <b>{n}</b>
    </button>
  );
  return (
    <div className="board-list" aria-busy={wanted !== search} ref={box}>
      <div className="board-filter">
        <div className="chips views" role="group" aria-label={t('filter')}>
          {chip(null, t('all'), found.length)}
          {VERDICTS.filter((each) => counts[each] > 0 || each === verdict).map((each) =>
            chip(each, t(VERDICT_KEYS[each]), counts[each]),
          )}
        </div>
        <input
          className="search"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => {
            onChange({ search: event.target.value });
          }}
          onKeyDown={(event) => {
            // The first Escape empties the search, the next one leads back.
            if (event.key !== 'Escape' || search === '') return;
            event.preventDefault();
            onChange({ search: '' });
          }}
        />
      </div>
      {below ? <BoardTable {...list} below={below} /> : <BoardGrid {...list} table={table} onEnter={onEnter} />}
      {shown.length === 0 && <p className="is-quiet board-none">{t('none')}</p>}
    </div>
  );
}
