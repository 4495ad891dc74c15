/** One sheet as an accessible grid: only the rows and columns in sight are in the document. */
import {
  memo,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { cellName, type Fix } from '../../rules';
import { cellAt, type Area, type SheetCells } from '../../sheets/cells';
import type { SheetLooks } from '../../sheets/looks';
import { CellChoices } from './CellChoices';
import type { Draft, Leaving } from './CellEditor';
import { displayText, editText, type Calendar } from './display';
import { GridHead, GridRow, type Mark } from './GridParts';
import { commandOf, type GridCommand } from './grid-keys';
import { fitFrozen, layOut, type SheetLayout } from './layout';
import {
  areaOf,
  between,
  everything,
  isSingle,
  jump,
  lastUsed,
  nextWithin,
  single,
  step,
  wholeColumn,
  wholeRow,
  type Selection,
} from './selection';
import { isSameSpot, type Spot } from './spot';
import { useClipboard, type ClipboardUse } from './use-clipboard';
import { bringIntoView, gap, HEAD_HEIGHT, ROW_NAME_WIDTH, useDrawn, useViewport } from './use-viewport';

export interface SheetGridProps {
  readonly sheet: SheetCells;
  /** How the file wants it to look; null: it is not known. */
  readonly looks: SheetLooks | null;
  readonly calendar: Calendar;
  readonly label: string;
  readonly choicesLabel: string;
  readonly selection: Selection;
  readonly marks: ReadonlyMap<string, Mark>;
  /** Cells to be typed into, by name. */
  readonly inputs: ReadonlySet<string>;
  /** Edits that are not in the workbook yet, by row and column. */
  readonly pending: ReadonlyMap<number, ReadonlyMap<number, Fix>>;
  readonly onSelect: (selection: Selection) => void;
  readonly onEdit: (spot: Spot, text: string) => void;
  readonly onClear: (area: Area, layout: SheetLayout) => void;
  readonly onFillDown: (area: Area, layout: SheetLayout) => void;
  readonly onCopy: (use: ClipboardUse, area: Area, layout: SheetLayout, cut: boolean) => void;
  readonly onPaste: (use: ClipboardUse, area: Area, layout: SheetLayout) => void;
  /** What a cell takes; null where everything. */
  readonly choicesAt: (spot: Spot) => readonly string[] | null;
}

interface Typing extends Draft {
  readonly at: Spot;
}

/** Pressed on the way to another key: they change nothing. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);
const NO_MERGES: readonly Area[] = [];

export const SheetGrid = memo(function SheetGrid(props: SheetGridProps) {
  const { sheet, looks, calendar, label, selection, marks, inputs, pending, onSelect, onEdit } = props;
  const { active } = selection;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const { view, exact } = useViewport(scroller);
  // After an edit the old geometry serves until there is time for the new one.
  const earlier = useDeferredValue(sheet);
  const whole = useMemo(() => layOut(earlier, looks), [earlier, looks]);
  const layout = useMemo(
    () => ({ ...whole, rows: fitFrozen(whole.rows, view.height), columns: fitFrozen(whole.columns, view.width) }),
    [whole, view.height, view.width],
  );
  const area = useMemo(() => areaOf(selection, sheet.merges ?? NO_MERGES), [selection, sheet.merges]);
  const isOne = isSingle(area) || coversOneMerge(area, layout);
  const [typing, setTyping] = useState<Typing | null>(null);
  // A draft belongs to its cell: when another one becomes active it is gone.
  const draft = typing && isSameSpot(typing.at, active) ? typing : null;
  const setDraft = (next: Draft | null) => {
    setTyping(next && { ...next, at: active });
  };
  const [choosing, setChoosing] = useState<{ readonly at: Spot; readonly below: DOMRect } | null>(null);
  const choices = props.choicesAt(active);
  /** Where the run of Tabs began: Enter goes back to below it. */
  const tabStart = useRef<number | null>(null);
  /** After Escape, Tab leaves the grid. */
  const leaving = useRef(false);
  useLayoutEffect(() => {
    bringIntoView(scroller.current, exact, layout, active);
  }, [layout, active, sheet.name, exact]);
  /** Keys with Shift move the corner opposite to the active cell: it is what one looks at. */
  const stretch = (far: Spot): void => {
    onSelect(between(active, far));
    bringIntoView(scroller.current, exact, layout, far);
  };

  const textOf = (spot: Spot): string => editText(cellAt(sheet, spot.row, spot.column), calendar);
  const goTo = (spot: Spot): void => {
    onSelect(single(spot));
  };
  const toNext = (along: 'row' | 'column', back: boolean): void => {
    if (!isOne) {
      onSelect({ ...selection, active: nextWithin(layout, area, active, along, back) });
      return;
    }
    const by = back ? -1 : 1;
    const start = along === 'column' ? (tabStart.current ?? active.column) : null;
    const from = along === 'row' && tabStart.current !== null ? { row: active.row, column: tabStart.current } : active;
    tabStart.current = start;
    goTo(step(layout, from, along === 'row' ? { row: by, column: 0 } : { row: 0, column: by }));
  };
  const commit = (text: string, then: Leaving) => {
    setDraft(null);
    if (text !== textOf(active)) onEdit(active, text);
    if (then.kind === 'next') toNext(then.along, then.back);
    else if (then.kind === 'step') goTo(step(layout, active, then.by));
    grid.current?.focus();
  };
  const cancel = () => {
    setDraft(null);
    grid.current?.focus();
  };
  const openChoices = () => {
    const cell = grid.current?.querySelector(`#cell-${cellName(active)}`);
    if (cell && choices) setChoosing({ at: active, below: cell.getBoundingClientRect() });
  };

  const run = (command: GridCommand): void => {
    switch (command.kind) {
      case 'move': {
        const from = command.extend ? selection.far : active;
        const spot = command.far ? jump(sheet, layout, from, command.by) : step(layout, from, command.by);
        if (command.extend) stretch(spot);
        else goTo(spot);
        return;
      }
      case 'to': {
        const from = command.extend ? selection.far : active;
        const spot = {
          start: { row: 0, column: 0 },
          last: lastUsed(sheet),
          'row-start': { row: from.row, column: 0 },
          'row-end': { row: from.row, column: layout.columns.count - 1 },
        }[command.end];
        if (command.extend) stretch(spot);
        else goTo(spot);
        return;
      }
      case 'next':
        toNext(command.along, command.back);
        return;
      case 'select':
        onSelect(
          command.what === 'all'
            ? everything(sheet)
            : command.what === 'row'
              ? wholeRow(layout, active, selection.far)
              : wholeColumn(layout, active, selection.far),
        );
        return;
      case 'type':
        setDraft({ text: command.text, isOld: false });
        return;
      case 'edit':
        setDraft({ text: textOf(active), isOld: true });
        return;
      case 'choose':
        openChoices();
        return;
      case 'clear':
        props.onClear(area, layout);
        return;
      case 'fill-down':
        props.onFillDown(area, layout);
        return;
      case 'leave':
        onSelect(single(active));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (draft || choosing || MODIFIERS.has(event.key)) return;
    const command = commandOf(event);
    const isLeaving = command?.kind === 'next' && command.along === 'column' && leaving.current;
    leaving.current = command?.kind === 'leave';
    if (command?.kind !== 'next' && command?.kind !== 'type') tabStart.current = null;
    if (command === null || isLeaving) return;
    event.preventDefault();
    run(command);
  };
  const onPointer = (event: PointerEvent) => {
    if (event.type === 'pointerdown' ? event.button !== 0 : event.buttons !== 1) return;
    const next = pointed(event.target, layout, sheet, selection, event.type === 'pointermove' || event.shiftKey);
    if (
      next === null ||
      (isSameSpot(next.active, active) && isSameSpot(next.from, selection.from) && isSameSpot(next.far, selection.far))
    )
      return;
    tabStart.current = null;
    onSelect(next);
  };

  const rows = useDrawn(layout.rows, view.top, view.bottom, active.row);
  const columns = useDrawn(layout.columns, view.left, view.right, active.column);
  useClipboard(grid, (kind, use) => {
    if (draft) return;
    if (kind === 'paste') props.onPaste(use, area, layout);
    else props.onCopy(use, area, layout, kind === 'cut');
  });
  return (
    <div className="grid-scroller" ref={scroller}>
      <table
        ref={grid}
        role="grid"
        tabIndex={0}
        className={looks === null ? 'grid' : `grid has-looks${looks.gridlines ? '' : ' has-no-lines'}`}
        aria-label={label}
        aria-multiselectable="true"
        aria-rowcount={layout.rows.count}
        aria-colcount={layout.columns.count}
        aria-readonly={false}
        aria-activedescendant={`cell-${cellName(active)}`}
        onKeyDown={onKeyDown}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onDoubleClick={(event) => {
          if (event.target instanceof Element && event.target.closest('td[data-row]') && !draft) run({ kind: 'edit' });
        }}
        style={{ width: ROW_NAME_WIDTH + (layout.columns.edges.at(-1) ?? 0) }}
      >
        <GridHead
          layout={layout}
          columns={columns}
          selected={area}
          headHeight={HEAD_HEIGHT}
          rowNameWidth={ROW_NAME_WIDTH}
        />
        <tbody>
          {rows.map((row, index) => {
            const isIn = area.top <= row && row <= area.bottom && !isOne;
            const isActive = row === active.row;
            return (
              <GridRow
                key={row}
                sheet={sheet}
                looks={looks}
                calendar={calendar}
                layout={layout}
                row={row}
                columns={columns}
                rows={rows}
                marks={marks}
                inputs={inputs}
                gapBefore={gap(layout.rows, rows[index - 1], row)}
                activeColumn={isActive ? active.column : null}
                pending={pending.get(row)}
                from={isIn ? area.left : isActive && isOne ? active.column : 0}
                to={isIn ? area.right : isActive && isOne ? active.column : -1}
                hasChoices={isActive && choices !== null}
                onChoices={isActive ? openChoices : undefined}
                editor={isActive && draft ? { draft, onCommit: commit, onCancel: cancel } : null}
                top={HEAD_HEIGHT}
                left={ROW_NAME_WIDTH}
              />
            );
          })}
          <tr
            aria-hidden="true"
            style={{ height: (layout.rows.edges.at(-1) ?? 0) - (layout.rows.edges[(rows.at(-1) ?? -1) + 1] ?? 0) }}
          />
        </tbody>
      </table>
      {choosing && choices && isSameSpot(choosing.at, active) && (
        <CellChoices
          choices={choices}
          current={displayedText(sheet, active, calendar)}
          label={props.choicesLabel}
          below={choosing.below}
          onCancel={() => {
            setChoosing(null);
            grid.current?.focus();
          }}
          onChoose={(choice) => {
            setChoosing(null);
            onEdit(active, choice);
            grid.current?.focus();
          }}
        />
      )}
    </div>
  );
});

function displayedText(sheet: SheetCells, { row, column }: Spot, calendar: Calendar): string {
  const cell = cellAt(sheet, row, column);
  return cell ? displayText(cell, calendar) : '';
}

function coversOneMerge({ top, bottom, left, right }: Area, { mergeAt }: SheetLayout): boolean {
  const merge = mergeAt(top, left);
  return (
    merge !== undefined && merge.top === top && merge.left === left && merge.bottom === bottom && merge.right === right
  );
}

/** What a press or a drag over the grid selects: cells, whole rows or columns by their names, everything by the corner. */
function pointed(
  target: EventTarget,
  layout: SheetLayout,
  sheet: SheetCells,
  { active, far }: Selection,
  extend: boolean,
): Selection | null {
  if (!(target instanceof Element) || target instanceof HTMLInputElement || target.closest('button')) return null;
  const named = target.closest<HTMLElement>('td[data-row], th[data-letter], th[data-number], th[data-corner]');
  if (named === null) return null;
  const { row, column, letter, number } = named.dataset;
  if (row !== undefined) {
    const spot = { row: Number(row), column: Number(column) };
    return extend ? between(active, spot) : single(spot);
  }
  if (letter !== undefined)
    return wholeColumn(layout, extend ? active : { row: 0, column: Number(letter) }, {
      row: far.row,
      column: Number(letter),
    });
  if (number !== undefined)
    return wholeRow(layout, extend ? active : { row: Number(number), column: 0 }, {
      row: Number(number),
      column: far.column,
    });
  return everything(sheet);
}
