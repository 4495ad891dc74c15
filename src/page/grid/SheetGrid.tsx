/** One sheet as an accessible grid: only the rows and columns in sight are in the document. */
import { memo, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { cellName } from '../../rules';
import { cellAt, type SheetCells } from '../../workbook/cells';
import { GridHead, GridRow, visible, type Mark, type Spot } from './GridParts';
import { fitFrozen, layOut, visibleRange, type Axis, type SheetLayout } from './layout';
import { editText, type Calendar } from './display';

const HEAD_HEIGHT = 24;
const ROW_NAME_WIDTH = 44;
/** Rows and columns drawn beyond the window, so that slow scrolling shows no gaps. */
const OVERSCAN = 120;

export interface SheetGridProps {
  readonly sheet: SheetCells;
  readonly calendar: Calendar;
  readonly label: string;
  readonly active: Spot;
  readonly marks: ReadonlyMap<string, Mark>;
  /** Cells to be typed into, by name. */
  readonly inputs: ReadonlySet<string>;
  readonly onMove: (spot: Spot) => void;
  /** Absent: the sheet cannot be edited. */
  readonly onEdit: ((spot: Spot, text: string) => void) | undefined;
}

/** Text being typed into a cell. */
interface Draft { readonly text: string; readonly selectAll: boolean }
interface Typing extends Draft { readonly at: Spot }

export const SheetGrid = memo(function SheetGrid({ sheet, calendar, label, active, marks, inputs, onMove, onEdit }: SheetGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const { view, exact } = useViewport(scroller);
  // After an edit the old geometry serves until there is time for the new one.
  const earlier = useDeferredValue(sheet);
  const whole = useMemo(() => layOut(earlier), [earlier]);
  const layout = useMemo(
    () => ({ ...whole, rows: fitFrozen(whole.rows, view.height), columns: fitFrozen(whole.columns, view.width) }),
    [whole, view.height, view.width],
  );
  const [typing, setTyping] = useState<Typing | null>(null);
  // A draft belongs to its cell: when another one becomes active it is gone.
  const draft = typing && typing.at.row === active.row && typing.at.column === active.column ? typing : null;
  const setDraft = (next: Draft | null) => { setTyping(next && { ...next, at: active }); };
  useLayoutEffect(() => { bringIntoView(scroller.current, exact, layout, active); }, [layout, active, sheet.name, exact]);

  const begin = (text: string | null) => {
    if (onEdit) setDraft(text === null ? { text: editText(cellAt(sheet, active.row, active.column), calendar), selectAll: true } : { text, selectAll: false });
  };

  const commit = (text: string, move: Spot) => {
    setDraft(null);
    if (text !== editText(cellAt(sheet, active.row, active.column), calendar)) onEdit?.(active, text);
    onMove(step(layout, active, move));
    grid.current?.focus();
  };
  const cancel = () => { setDraft(null); grid.current?.focus(); };

  const onKeyDown = (event: KeyboardEvent) => {
    if (draft) return;
    const key = gridKey(event, layout);
    if (!key) return;
    event.preventDefault();
    if (key.kind === 'move') onMove(step(layout, active, key.by));
    else if (key.kind === 'to') onMove(key.spot(active));
    else begin(key.kind === 'type' ? key.text : key.kind === 'clear' ? '' : null);
    if (key.kind === 'clear') commit('', { row: 0, column: 0 });
  };

  const rows = useDrawn(layout.rows, view.top, view.bottom, active.row);
  const columns = useDrawn(layout.columns, view.left, view.right, active.column);
  return (
    <div className="grid-scroller" ref={scroller}>
      <table
        ref={grid} role="grid" tabIndex={0} className="grid" aria-label={label}
        aria-rowcount={layout.rows.count} aria-colcount={layout.columns.count} aria-readonly={onEdit === undefined}
        aria-activedescendant={`cell-${cellName(active)}`} onKeyDown={onKeyDown}
        onClick={(event) => { const spot = spotUnder(event.target); if (spot) onMove(spot); }} onDoubleClick={() => begin(null)}
        style={{ width: ROW_NAME_WIDTH + (layout.columns.edges.at(-1) ?? 0) }}
      >
        <GridHead layout={layout} columns={columns} active={active} headHeight={HEAD_HEIGHT} rowNameWidth={ROW_NAME_WIDTH} />
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={row} sheet={sheet} calendar={calendar} layout={layout} row={row} columns={columns} rows={rows} marks={marks} inputs={inputs}
              gapBefore={gap(layout.rows, rows[index - 1], row)} activeColumn={row === active.row ? active.column : null}
              editor={row === active.row && draft ? { draft, onCommit: commit, onCancel: cancel } : null} top={HEAD_HEIGHT} left={ROW_NAME_WIDTH}
            />
          ))}
          <tr aria-hidden="true" style={{ height: (layout.rows.edges.at(-1) ?? 0) - (layout.rows.edges[(rows.at(-1) ?? -1) + 1] ?? 0) }} />
        </tbody>
      </table>
    </div>
  );
});

function spotUnder(target: EventTarget): Spot | null {
  const cell = target instanceof HTMLElement && !(target instanceof HTMLInputElement) ? target.closest<HTMLElement>('td[data-row]') : null;
  return cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

/** Where the window stands, known without asking the browser: asking makes it lay out everything at once. */
interface Exact { readonly top: number; readonly left: number; readonly width: number; readonly height: number }
type ExactRef = React.MutableRefObject<Exact | null>;

const measured = ({ scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height }: HTMLElement): Exact => ({ top, left, width, height });

interface Viewport { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number; readonly width: number; readonly height: number }

/** The scrolled window, in steps: it changes state only when new rows or columns come near. */
function useViewport(scroller: React.RefObject<HTMLDivElement | null>): { readonly view: Viewport; readonly exact: ExactRef } {
  const exact: ExactRef = useRef<Exact | null>(null);
  const [view, setView] = useState<Viewport>({ top: 0, bottom: 900, left: 0, right: 1400, width: 900, height: 700 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      exact.current = measured(element);
      const { top, left, width, height } = exact.current;
      const snap = (value: number) => Math.max(0, Math.floor(value / OVERSCAN) * OVERSCAN);
      const next = {
        top: snap(top - OVERSCAN), bottom: snap(top + height + 2 * OVERSCAN), left: snap(left - OVERSCAN), right: snap(left + width + 2 * OVERSCAN), width, height,
      };
      setView((old) => (old.top === next.top && old.bottom === next.bottom && old.left === next.left && old.right === next.right && old.width === next.width && old.height === next.height ? old : next));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { element.removeEventListener('scroll', measure); observer.disconnect(); };
  }, [scroller]);
  return { view, exact };
}

/**
 * Frozen entries and the active one always, then those in the window; hidden ones never. The active
 * cell takes what is typed: it must be there before the browser tells of scrolling, and after one has
 * scrolled away.
 */
function useDrawn(axis: Axis, start: number, end: number, active: number): readonly number[] {
  const { first, last } = visibleRange(axis, start, end);
  const isAlone = active >= axis.frozen && active < axis.count && (active < first || active > last);
  const alone = isAlone ? active : null;
  return useMemo(() => {
    const indexes: number[] = [];
    const draw = (index: number): void => { if (visible(axis, index)) indexes.push(index); };
    for (let index = 0; index < axis.frozen; index++) draw(index);
    if (alone !== null && alone < first) draw(alone);
    for (let index = first; index <= last; index++) draw(index);
    if (alone !== null && alone > last) draw(alone);
    return indexes;
  }, [axis, first, last, alone]);
}

const gap = (axis: Axis, previous: number | undefined, index: number): number =>
  (axis.edges[index] ?? 0) - (previous === undefined ? 0 : (axis.edges[previous + 1] ?? 0));

/** One step over hidden entries; stays where there is nothing further. */
function step(layout: SheetLayout, from: Spot, by: Spot): Spot {
  return { row: stepAxis(layout.rows, from.row, by.row), column: stepAxis(layout.columns, from.column, by.column) };
}

function stepAxis(axis: Axis, from: number, by: number): number {
  const direction = Math.sign(by);
  let at = from;
  for (let left = Math.abs(by); left > 0; left--) {
    let next = at + direction;
    while (next >= 0 && next < axis.count && !visible(axis, next)) next += direction;
    if (next < 0 || next >= axis.count) return at;
    at = next;
  }
  return at;
}

type GridKey =
  | { readonly kind: 'move'; readonly by: Spot }
  | { readonly kind: 'to'; readonly spot: (from: Spot) => Spot }
  | { readonly kind: 'edit' | 'clear' }
  | { readonly kind: 'type'; readonly text: string };

const MOVES: Readonly<Record<string, Spot>> = {
  ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 }, ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -15, column: 0 }, PageDown: { row: 15, column: 0 },
};

function gridKey(event: KeyboardEvent, layout: SheetLayout): GridKey | null {
  const jump = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  if (event.key === 'Home') return { kind: 'to', spot: (from) => ({ row: jump ? 0 : from.row, column: 0 }) };
  if (event.key === 'End') return { kind: 'to', spot: (from) => ({ row: jump ? layout.rows.count - 1 : from.row, column: layout.columns.count - 1 }) };
  if (jump) return null;
  const by = MOVES[event.key];
  if (by) return { kind: 'move', by };
  if (event.key === 'F2' || event.key === 'Enter') return { kind: 'edit' };
  if (event.key === 'Delete' || event.key === 'Backspace') return { kind: 'clear' };
  return event.key.length === 1 && event.key !== ' ' ? { kind: 'type', text: event.key } : null;
}

function bringIntoView(element: HTMLDivElement | null, exact: ExactRef, layout: SheetLayout, { row, column }: Spot): void {
  if (!element) return;
  const now = exact.current ?? measured(element);
  const top = scrollFor(layout.rows, row, now.top, now.height - HEAD_HEIGHT);
  const left = scrollFor(layout.columns, column, now.left, now.width - ROW_NAME_WIDTH);
  if (top !== now.top) element.scrollTop = top;
  if (left !== now.left) element.scrollLeft = left;
  exact.current = { ...now, top, left };
}

function scrollFor(axis: Axis, index: number, scroll: number, room: number): number {
  if (index < axis.frozen) return scroll;
  const frozen = axis.edges[axis.frozen] ?? 0;
  const start = (axis.edges[index] ?? 0) - frozen;
  const end = (axis.edges[index + 1] ?? 0) - frozen;
  if (start < scroll) return start;
  return end > scroll + room - frozen ? end - (room - frozen) : scroll;
}
