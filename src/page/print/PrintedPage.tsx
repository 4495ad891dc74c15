/** One page of paper with what is printed on it. */
import type { CSSProperties, ReactNode } from 'react';
import type { PlanCell } from '../../sheets/plan';
import { STYLES, type CellStyle } from '../../sheets/styles';
import { displayText } from '../grid/display';
import { heightOf, runningText, type PrintedSheet } from './printed-pages';

const CALENDAR = { date1904: false };

export function PrintedPage({ sheet, page }: { readonly sheet: PrintedSheet; readonly page: number }) {
  const { plan, paper, margins, scale, columns, pages } = sheet;
  const rows = pages[page] ?? [];
  const running = (codes: string | undefined): string =>
    codes === undefined || (page === 0 && plan.print?.plainFirstPage === true)
      ? ''
      : runningText(codes, page + 1, pages.length);
  const width = columns.reduce((sum, column) => sum + column.width, 0) * scale;
  return (
    <div
      className={paper.width > paper.height ? 'paper is-lying' : 'paper'}
      style={{ width: `${String(paper.width)}mm`, height: `${String(paper.height)}mm` }}
    >
      <div className="paper-running" style={{ top: '8mm' }}>
        {running(plan.print?.header)}
      </div>
      <table
        style={{
          width: points(width),
          marginTop: `${String(margins.top)}mm`,
          marginLeft: `calc(${String(margins.left)}mm + (${String(paper.width - margins.left - margins.right)}mm - ${points(width)}) / 2)`,
        }}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.index} style={{ width: points(column.width * scale) }} />
          ))}
        </colgroup>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${String(row)}-${String(index)}`} style={{ height: points(heightOf(plan.rows[row]) * scale) }}>
              {cellsOf(sheet, row)}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="paper-running" style={{ bottom: '8mm' }}>
        {running(plan.print?.footer)}
      </div>
    </div>
  );
}

const points = (value: number): string => `${value.toFixed(2)}pt`;

function cellsOf({ plan, columns, scale }: PrintedSheet, row: number): ReactNode[] {
  const shown: ReactNode[] = [];
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at]?.index ?? 0;
    const merge = plan.merges.find(
      ({ top, left, right, bottom }) => row >= top && row <= bottom && column >= left && column <= right,
    );
    // Below its first row a merged cell stands already.
    if (merge !== undefined && merge.top < row) continue;
    const span =
      merge === undefined ? 1 : columns.filter(({ index }) => index >= column && index <= merge.right).length;
    const cell = plan.rows[row]?.cells[column] ?? null;
    shown.push(
      <td
        key={column}
        colSpan={span}
        rowSpan={merge === undefined ? 1 : merge.bottom - merge.top + 1}
        style={look(cell, scale)}
      >
        {cell === null ? null : textOf(cell)}
      </td>,
    );
    at += span - 1;
  }
  return shown;
}

const textOf = ({ value, style, format }: PlanCell): string => {
  const planned: CellStyle = STYLES[style ?? 'plain'];
  const code = format ?? planned.format;
  return displayText({ value, ...(code === undefined ? {} : { format: code }) }, CALENDAR);
};

function look(cell: PlanCell | null, scale: number): CSSProperties {
  const style: CellStyle = STYLES[cell?.style ?? 'plain'];
  return {
    fontSize: points((style.size ?? 12) * scale),
    fontWeight: style.bold === true ? 700 : 400,
    fontStyle: style.italic === true ? 'italic' : 'normal',
    textDecoration: style.underline === true ? 'underline' : 'none',
    color: style.color ?? '#000000',
    background: style.fill ?? 'none',
    border: style.border === true ? '0.5pt solid #808080' : 'none',
    textAlign: style.align ?? (typeof cell?.value === 'number' ? 'right' : 'left'),
    verticalAlign: style.vertical === 'center' ? 'middle' : (style.vertical ?? 'bottom'),
    whiteSpace: style.wrap === true ? 'pre-line' : 'pre',
  };
}
