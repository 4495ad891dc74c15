/** The list in one column: one row per workbook, which opens to what was found below itself. */
import { Button } from '@fluentui/react-components';
import { Fragment, memo, useState, type ReactNode } from 'react';
import { useWords } from '../words';
import { useBoardText } from './board-words';
import { BoardHead, type ListProps } from './BoardHead';
import { cellOf, isNumber, layoutOf } from './columns';
import type { BoardRow, ColumnId } from './rows';

/** Rows on the screen until more are asked for: drawing them takes a few milliseconds. */
const ROWS = 100;

interface Props extends ListProps {
  readonly below: (row: BoardRow) => ReactNode;
}

export function BoardTable({ rows, columns, nameKey, sort, onSort, chosen, onChoose, below }: Props) {
  const t = useBoardText();
  const [shown, setShown] = useState(ROWS);
  const rest = rows.length - shown;
  return (
    <>
      <table className={layoutOf(columns)} aria-label={t('table')}>
        <BoardHead columns={columns} nameKey={nameKey} sort={sort} onSort={onSort} />
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Fragment key={row.key}>
              <Row row={row} columns={columns} isOpen={row.key === chosen} onChoose={onChoose} />
              {row.key === chosen && (
                <tr className="board-details">
                  <td colSpan={columns.length}>{below(row)}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <div className="buttons">
          <Button
            onClick={() => {
              setShown(shown + ROWS);
            }}
          >
            {t('moreFiles', { n: Math.min(rest, ROWS) })}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly row: BoardRow;
  readonly columns: readonly ColumnId[];
  readonly isOpen: boolean;
  readonly onChoose: ListProps['onChoose'];
}

/** Drawn again only when something in it is another: another order moves the rows and draws none. */
const Row = memo(function Row({ row, columns, isOpen, onChoose }: RowProps) {
  const words = useWords();
  const t = useBoardText();
  const name = (
    <button
      type="button"
      className="link"
      aria-expanded={isOpen}
      onClick={() => {
        onChoose(isOpen ? null : row.key);
      }}
    >
      {row.name}
    </button>
  );
  return (
    <tr>
      {columns.map((column) => (
        <td key={column} className={isNumber(column) ? `is-number of-${column}` : `of-${column}`}>
          {cellOf(row, column, columns, name, { words, t })}
        </td>
      ))}
    </tr>
  );
});
