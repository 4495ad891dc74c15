/** Header and rows of the grid. */
import { memo, type CSSProperties } from 'react';
import { cellName, columnName, type Fix, type Severity } from '../../rules';
import { cellAt, type Area, type Cell, type SheetCells } from '../../sheets/cells';
import { lookAt, type Look, type SheetLooks } from '../../sheets/looks';
import { displayText, isUncalculated, type Calendar } from './display';
import { CellEditor, type EditorProps } from './CellEditor';
import { pieceOfMerge, roomBeside, spills, type Axis, type SheetLayout } from './layout';
import { edgeStyle, styleOf } from './look-style';

/** What the checks say about a cell; `empty`: its score has yet to be typed. */
export interface Mark {
  readonly kind: Severity | 'empty';
  readonly text: string;
}

interface HeadProps {
  readonly layout: SheetLayout;
  readonly columns: readonly number[];
  /** The selected columns. */
  readonly selected: Area;
  readonly headHeight: number;
  readonly rowNameWidth: number;
}

export function GridHead({ layout, columns, selected, headHeight, rowNameWidth }: HeadProps) {
  const { edges, frozen } = layout.columns;
  const rest = (edges.at(-1) ?? 0) - (edges[(columns.at(-1) ?? -1) + 1] ?? 0);
  return (
    <>
      <colgroup>
        <col style={{ width: rowNameWidth }} />
        {columns.flatMap((column, index) => [
          ...spacer(layout.columns, columns[index - 1], column).map((width) => (
            <col key={`gap${String(column)}`} style={{ width }} />
          )),
          <col key={column} style={{ width: size(layout.columns, column) }} />,
        ])}
        <col style={{ width: rest }} />
      </colgroup>
      <thead>
        <tr style={{ height: headHeight }}>
          <th className="grid-corner" aria-hidden="true" data-corner style={{ left: 0 }} />
          {columns.flatMap((column, index) => [
            ...spacer(layout.columns, columns[index - 1], column).map(() => (
              <th key={`gap${String(column)}`} aria-hidden="true" />
            )),
            <th
              key={column}
              aria-hidden="true"
              data-letter={column}
              className={classes(
                'grid-letter',
                selected.left <= column && column <= selected.right && 'is-active',
                column < frozen && 'is-frozen',
              )}
              style={column < frozen ? { left: rowNameWidth + (edges[column] ?? 0) } : undefined}
            >
              {columnName(column)}
            </th>,
          ])}
          <th aria-hidden="true" />
        </tr>
      </thead>
    </>
  );
}

interface RowProps {
  readonly sheet: SheetCells;
  readonly looks: SheetLooks | null;
  readonly calendar: Calendar;
  readonly layout: SheetLayout;
  readonly row: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly marks: ReadonlyMap<string, Mark>;
  readonly inputs: ReadonlySet<string>;
  readonly gapBefore: number;
  readonly activeColumn: number | null;
  /** The selected cells of the row; none where `to` lies before `from`. */
  readonly from: number;
  readonly to: number;
  /** Edits of the row that are not in the workbook yet, by column. */
  readonly pending: ReadonlyMap<number, Fix> | undefined;
  /** The active cell offers a list. */
  readonly hasChoices: boolean;
  readonly onChoices: (() => void) | undefined;
  /** Where the row's active cell is being typed into. */
  readonly editor: Omit<EditorProps, 'label'> | null;
  /** Room of the letter row and the number column. */
  readonly top: number;
  readonly left: number;
}

export const GridRow = memo(function GridRow(props: RowProps) {
  const { layout, row, columns, gapBefore, top } = props;
  const { edges, frozen } = layout.rows;
  const isFrozen = row < frozen;
  const stick = isFrozen ? { top: top + (edges[row] ?? 0) } : undefined;
  return (
    <>
      {gapBefore > 0 && <tr aria-hidden="true" style={{ height: gapBefore }} />}
      <tr
        aria-rowindex={row + 1}
        className={classes(isFrozen && 'is-frozen-row')}
        style={{ height: size(layout.rows, row) }}
      >
        <th
          aria-hidden="true"
          data-number={row}
          className={classes('grid-number', props.from <= props.to && 'is-active')}
          style={{ ...stick, left: 0 }}
        >
          {row + 1}
        </th>
        {columns.flatMap((column, index) => [
          ...spacer(layout.columns, columns[index - 1], column).map(() => (
            <td
              key={`gap${String(column)}`}
              aria-hidden="true"
              className={classes(isFrozen && 'is-frozen')}
              style={stick}
            />
          )),
          <GridCell key={column} {...props} column={column} />,
        ])}
        <td aria-hidden="true" className={classes(isFrozen && 'is-frozen')} style={stick} />
      </tr>
    </>
  );
});

function GridCell({
  sheet,
  looks,
  calendar,
  layout,
  row,
  rows,
  column,
  columns,
  marks,
  inputs,
  activeColumn,
  from,
  to,
  pending,
  hasChoices,
  onChoices,
  editor,
  top,
  left,
}: RowProps & { readonly column: number }) {
  const merge = layout.mergeAt(row, column);
  const span = merge && pieceOfMerge(merge, layout, { rows, columns }, { row, column });
  if (span && (span.row !== row || span.column !== column)) return null;
  const anchor = merge ? { row: merge.top, column: merge.left } : { row, column };
  const cell = withPending(
    cellAt(sheet, anchor.row, anchor.column),
    anchor.row === row ? pending?.get(anchor.column) : undefined,
  );
  const mark = marks.get(cellName(anchor));
  const isActive = activeColumn === column || (merge !== undefined && activeColumn === merge.left && span?.row === row);
  const isSelected = from <= (merge?.right ?? column) && (merge?.left ?? column) <= to;
  const frozenColumn = column < layout.columns.frozen;
  const frozenRow = row < layout.rows.frozen;
  const isInput = inputs.has(cellName(anchor));
  const look = looks === null ? undefined : lookAt(looks, anchor.row, anchor.column);
  const drawn = look && styleOf(look, isInput || mark?.kind === 'error' || mark?.kind === 'warning');
  const far = {
    row: row + (span?.rowSpan ?? 1) - 1,
    column: column + (span?.columnSpan ?? 1) - 1,
  };
  const runs =
    looks !== null && look !== undefined && merge === undefined && typeof cell?.value === 'string'
      ? runsOver(look, sheet, layout, row, column)
      : 0;
  // A piece of a merged area shows its text over the whole of it: what stays in place would cut titles off.
  const wide = merge && looks !== null ? sizeBetween(layout.columns, merge.left, merge.right) : 0;
  const isOver = wide > sizeBetween(layout.columns, column, far.column) && column === merge?.left;
  const run = isOver ? wide : runs;
  const style: CSSProperties = {
    ...drawn?.style,
    ...(looks !== null && look !== undefined && edgesOf(looks, far, look)),
    ...(look !== undefined && {
      '--room': `${String(sizeBetween(layout.rows, row, far.row) - (look.edges.bottom?.width ?? 1))}px`,
    }),
    ...(run > 0 && { '--run': `${String(run - BESIDE)}px` }),
    ...(frozenRow && { top: top + (layout.rows.edges[row] ?? 0) }),
    ...(frozenColumn && { left: left + (layout.columns.edges[column] ?? 0) }),
  };
  const lookClass = drawn?.className;
  if (span?.isFirst === false)
    return (
      <td
        aria-hidden="true"
        data-row={anchor.row}
        data-column={anchor.column}
        rowSpan={span.rowSpan}
        colSpan={span.columnSpan}
        style={style}
        className={classes(lookClass, isSelected && 'is-selected', (frozenColumn || frozenRow) && 'is-frozen')}
      />
    );
  return (
    <td
      id={`cell-${cellName(anchor)}`}
      data-row={anchor.row}
      data-column={anchor.column}
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isActive || isSelected}
      rowSpan={span?.rowSpan}
      colSpan={span?.columnSpan}
      style={style}
      title={mark?.text}
      aria-invalid={mark?.kind === 'error' || undefined}
      className={classes(
        kindClass(cell),
        lookClass,
        isInput && 'is-input',
        isActive && 'is-active',
        isSelected && 'is-selected',
        mark && `has-${mark.kind}`,
        merge && 'is-merged',
        isOver && 'is-over',
        (frozenColumn || frozenRow) && 'is-frozen',
        frozenColumn && frozenRow && 'is-frozen-both',
        column + (span?.columnSpan ?? 1) === layout.columns.frozen && 'is-frozen-edge',
        (looks === null ? spills(sheet, row, column) : runs > 0) && 'is-spilling',
      )}
    >
      {isActive && editor ? (
        <CellEditor {...editor} label={cellName(anchor)} />
      ) : (
        <span>
          {cell && displayText(cell, calendar)}
          {mark && <span className="sr-only">. {mark.text}</span>}
        </span>
      )}
      {isActive && hasChoices && !editor && (
        <button type="button" className="cell-arrow" tabIndex={-1} aria-hidden="true" onClick={onChoices}>
          ▾
        </button>
      )}
    </td>
  );
}

/** What is typed is seen before it is in the workbook. */
function withPending(cell: Cell | undefined, fix: Fix | undefined): Cell | undefined {
  if (fix === undefined) return cell;
  if (fix.value === '' && fix.formula === undefined) return undefined;
  const format = fix.format ?? cell?.format;
  return {
    value: fix.formula === undefined ? fix.value : null,
    ...(fix.formula !== undefined && { formula: fix.formula }),
    ...(format !== undefined && { format }),
  };
}

function kindClass(cell: Cell | undefined): string {
  if (!cell) return '';
  if (isUncalculated(cell)) return 'is-stale is-number';
  return typeof cell.value === 'number'
    ? 'is-number'
    : typeof cell.value === 'object' && cell.value !== null
      ? 'is-broken'
      : 'is-text';
}

/** What a cell keeps free beside its text, and its line. */
const BESIDE = 5;

/** How far a text runs over the blank cells to its right; wrapped, turned and aligned ones stay at home. */
const runsOver = (look: Look, sheet: SheetCells, layout: SheetLayout, row: number, column: number): number =>
  look.wrap || look.turn !== null || (look.align !== null && look.align !== 'left')
    ? 0
    : roomBeside(sheet, layout, row, column);

/** The lines right of and below a cell are its own, or those that its neighbours have on that side. */
function edgesOf(looks: SheetLooks, far: { readonly row: number; readonly column: number }, look: Look): CSSProperties {
  const corner = lookAt(looks, far.row, far.column);
  const right = corner?.edges.right ?? lookAt(looks, far.row, far.column + 1)?.edges.left ?? look.edges.right;
  const bottom = corner?.edges.bottom ?? lookAt(looks, far.row + 1, far.column)?.edges.top ?? look.edges.bottom;
  return {
    ...(right && { borderRight: edgeStyle(right) }),
    ...(bottom && { borderBottom: edgeStyle(bottom) }),
  };
}

const sizeBetween = (axis: Axis, first: number, last: number): number =>
  (axis.edges[last + 1] ?? 0) - (axis.edges[first] ?? 0);

const size = (axis: Axis, index: number): number => (axis.edges[index + 1] ?? 0) - (axis.edges[index] ?? 0);

/** The width of what is left out between two drawn columns; nothing when they are neighbours. */
function spacer(axis: Axis, previous: number | undefined, index: number): number[] {
  const width = (axis.edges[index] ?? 0) - (previous === undefined ? 0 : (axis.edges[previous + 1] ?? 0));
  return width > 0 ? [width] : [];
}

const classes = (...names: readonly (string | false | undefined | null)[]): string => names.filter(Boolean).join(' ');
