/**
 * The list beside what is chosen in it: arrows go from row to row, Enter goes on to the details. Only
 * the rows in sight are drawn, all of one height, so that three thousand are sorted as fast as thirty.
 */
import { memo, useEffect, useRef, useState, type KeyboardEvent, type RefObject, type UIEvent } from 'react';
import { useWords } from '../words';
import { useBoardText } from './board-words';
import { BoardHead, type ListProps } from './BoardHead';
import { cellOf, isNumber, layoutOf } from './columns';
import type { BoardRow, ColumnId } from './rows';

/** Heights in px, as board.css has them: a row of two lines, the line of headers. */
const ROW = 49;
const HEAD = 30;
/** Rows drawn above and below those in sight. */
const AROUND = 8;

interface Props extends ListProps {
  readonly table: RefObject<HTMLTableElement>;
  /** Goes on to what is shown beside. */
  readonly onEnter: () => void;
}

export function BoardGrid({ rows, columns, nameKey, sort, onSort, chosen, onChoose, table, onEnter }: Props) {
  const t = useBoardText();
  const box = useRef<HTMLDivElement>(null);
  const { from, to, onScroll } = useRowsInSight(box, rows.length);
  const at = rows.findIndex(({ key }) => key === chosen);
  useStart(box, at);

  const go = (wanted: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, wanted));
    const row = rows[next];
    if (!row) return;
    onChoose(row.key);
    bringIntoSight(box.current, next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const isEntering = event.key === 'Enter' || event.key === 'ArrowRight' || event.key === ' ';
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - HEAD) / ROW) - 1);
    const wanted = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(at, 1) - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: at + page,
      PageUp: at - page,
    }[event.key];
    if (!isEntering && wanted === undefined) return;
    event.preventDefault();
    if (wanted !== undefined) go(wanted);
    else if (at < 0) go(0);
    else onEnter();
  };
  return (
    <div className="board-scroll" ref={box} onScroll={onScroll}>
      <table
        ref={table}
        className={`${layoutOf(columns)} is-list`}
        role="grid"
        aria-label={t('table')}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={at < 0 ? undefined : `board-row-${String(at)}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={({ target }) => {
          const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
          if (row?.dataset['row'] !== undefined) onChoose(row.dataset['row']);
        }}
      >
        <BoardHead columns={columns} nameKey={nameKey} sort={sort} onSort={onSort} />
        <tbody>
          <Gap rows={from} columns={columns.length} />
          {rows.slice(from, to).map((row, index) => (
            <Row key={row.key} row={row} at={from + index} columns={columns} isChosen={row.key === chosen} />
          ))}
          <Gap rows={rows.length - to} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** The room of rows that are not drawn. */
function Gap({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden="true" className="board-gap" style={{ height: rows * ROW }}>
      <td colSpan={columns} />
    </tr>
  );
}

interface RowProps {
  readonly row: BoardRow;
  /** Its number in the list, from 0. */
  readonly at: number;
  readonly columns: readonly ColumnId[];
  readonly isChosen: boolean;
}

const Row = memo(function Row({ row, at, columns, isChosen }: RowProps) {
  const words = useWords();
  const t = useBoardText();
  const name = (
    <span className="board-name" title={row.name}>
      {row.name}
    </span>
  );
  return (
    <tr
      id={`board-row-${String(at)}`}
      className="board-row"
      data-row={row.key}
      aria-rowindex={at + 2}
      aria-selected={isChosen}
    >
      {columns.map((column) => (
        <td key={column} className={isNumber(column) ? `is-number of-${column}` : `of-${column}`}>
          <div className="board-cell">{cellOf(row, column, columns, name, { words, t })}</div>
        </td>
      ))}
    </tr>
  );
});

interface Sight {
  /** The first row in sight, and how many there is room for. */
  readonly first: number;
  readonly rows: number;
}

/** The same object until other rows must be drawn. */
function sightOf({ scrollTop, clientHeight }: HTMLElement, old: Sight): Sight {
  const first = Math.floor(scrollTop / ROW / AROUND) * AROUND;
  const rows = Math.ceil(clientHeight / ROW) + AROUND;
  return old.first === first && old.rows === rows ? old : { first, rows };
}

/** The rows to draw: from one, up to another. */
function useRowsInSight(
  box: RefObject<HTMLDivElement>,
  count: number,
): { readonly from: number; readonly to: number; readonly onScroll: (event: UIEvent<HTMLElement>) => void } {
  const [sight, setSight] = useState<Sight>({ first: 0, rows: 20 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setSight((old) => sightOf(element, old));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [box]);
  return {
    from: Math.max(0, Math.min(sight.first - AROUND, count - 1)),
    to: Math.min(count, sight.first + sight.rows + AROUND),
    onScroll: ({ currentTarget }) => {
      setSight((old) => sightOf(currentTarget, old));
    },
  };
}

/** Whoever comes back, from a workbook of the list too, goes on from the chosen row with the keys. */
function useStart(box: RefObject<HTMLDivElement>, at: number): void {
  const first = useRef(at);
  useEffect(() => {
    if (first.current >= 0) bringIntoSight(box.current, first.current);
  }, [box]);
}

function bringIntoSight(box: HTMLElement | null, at: number): void {
  if (!box) return;
  const [top, room] = [at * ROW, box.clientHeight - HEAD];
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW > box.scrollTop + room) box.scrollTop = top + ROW - room;
}
