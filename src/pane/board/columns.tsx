/** The columns of the list: as many as there is room for, the rest stands below the name. */
import type { ReactNode } from 'react';
import type { Words } from '../words';
import type { useBoardText } from './board-words';
import { differs, type BoardRow, type ColumnId } from './rows';
import { VerdictMark } from './VerdictMark';

/** From these widths on (px) the main fault has a column, then the counts, then all the rest. */
const ROOM_FOR_FAULT = 560;
const ROOM_FOR_COUNTS = 720;
const ROOM_FOR_ALL = 880;

export function columnsFor(width: number, rows: readonly BoardRow[]): ColumnId[] {
  if (width < ROOM_FOR_FAULT) return ['name', 'verdict'];
  if (width < ROOM_FOR_COUNTS) return ['name', 'verdict', 'fault'];
  if (width < ROOM_FOR_ALL) return ['name', 'verdict', 'fault', 'errors', 'warnings'];
  return [
    'name',
    'file',
    'verdict',
    'fault',
    'errors',
    'warnings',
    'units',
    ...(differs(rows, 'year') ? ['year' as const] : []),
    ...(differs(rows, 'province') ? ['province' as const] : []),
  ];
}

/** How the list is laid out: by what has a column. */
export const layoutOf = (columns: readonly ColumnId[]): string =>
  `ranking board${columns.includes('fault') ? ' is-roomy' : ''}${columns.includes('file') ? ' is-whole' : ''}`;

export const isNumber = (column: ColumnId): boolean =>
  column === 'errors' || column === 'warnings' || column === 'units' || column === 'year';

/** What a cell says. `name` is how the row is opened: a button, or only its name. */
export function cellOf(
  row: BoardRow,
  column: ColumnId,
  columns: readonly ColumnId[],
  name: ReactNode,
  { words, t }: { readonly words: Words; readonly t: ReturnType<typeof useBoardText> },
): ReactNode {
  const { file, fault, verdict, errors, warnings } = row;
  switch (column) {
    case 'name':
      return (
        <>
          {name}
          {!columns.includes('file') && file !== '' && file !== row.name && <span className="remark">{file}</span>}
          {!columns.includes('fault') && fault && <FaultLine fault={fault.main} words={words} />}
        </>
      );
    case 'verdict':
      return (
        <>
          <VerdictMark verdict={verdict} />
          {!columns.includes('errors') && errors + warnings > 0 && (
            <span className="remark">{t('counts', { errors, warnings })}</span>
          )}
        </>
      );
    case 'fault':
      return fault && <FaultLine fault={fault.main} words={words} />;
    case 'errors':
    case 'warnings':
      return row[column] > 0 ? row[column] : <span className="is-quiet">{row.report === null ? '–' : 0}</span>;
    case 'units':
      return row.units ?? <span className="is-quiet">–</span>;
    default:
      return row[column];
  }
}

function FaultLine({
  fault,
  words,
}: {
  readonly fault: NonNullable<BoardRow['fault']>['main'];
  readonly words: Words;
}) {
  return (
    <span className="fault-line">
      {fault.place && <b>{words.place(fault.place)} </b>}
      {words.issue(fault).what}
    </span>
  );
}
