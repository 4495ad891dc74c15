/** The workbook beside the pane: sheet tabs, the edit line, the grid. */
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
} from 'react';
import { cellName, type Fix, type Place } from '../rules';
import { cellAt, type Area } from '../sheets/cells';
import { choicesOf, listAt } from '../sheets/entry-rules';
import { ownKind } from '../sheets/stamp';
import { usePart } from '../pane/App';
import { useWords } from '../pane/words';
import { copyBlock } from './clipboard/copy-block';
import { MOST_CELLS } from './clipboard/block';
import { pasteBlock, type Refused } from './clipboard/paste-block';
import { readClipboard } from './clipboard/read-clipboard';
import { clearArea, fillDown } from './editing/fill';
import { typedFix } from './editing/typed-value';
import { FindBar } from './FindBar';
import { countUncalculated, editText, isUncalculated, type Calendar } from './grid/display';
import type { SheetLayout } from './grid/layout';
import { areaOf, between, single, sizeOf, type Selection } from './grid/selection';
import { isSameSpot, type Spot } from './grid/spot';
import { SheetGrid } from './grid/SheetGrid';
import type { ClipboardUse } from './grid/use-clipboard';
import { inputCells } from './inputs';
import { LockQuestion } from './LockQuestion';
import { marksOf } from './marks';
import type { OpenWorkbook } from './open-workbook';
import type { PageNotice } from './Banner';

interface Props {
  readonly at: Place;
  readonly open: OpenWorkbook;
  /** While another view has the whole window. */
  readonly isHidden: boolean;
  readonly onMove: (place: Place) => void;
  readonly say: (notice: PageNotice | null) => void;
}

const NONE: ReadonlySet<string> = new Set();
const NO_REFUSALS: readonly Refused[] = [];
const NO_PENDING: ReadonlyMap<number, ReadonlyMap<number, Fix>> = new Map();

export function WorkbookView({ at, open: { queue, rulesOf, looks: kept }, isHidden, onMove, say }: Props) {
  const cells = usePart('cells');
  const words = useWords();
  const { t } = words;
  const { pending: all, asking } = useSyncExternalStore(queue.subscribe, queue.state);
  const looks = useSyncExternalStore(kept.subscribe, kept.state);
  const judgement = useDeferredValue(usePart('judgement'));
  const [refused, setRefused] = useState(NO_REFUSALS);
  const [finding, setFinding] = useState(false);
  const view = useRef<HTMLElement>(null);
  const date1904 = cells?.date1904 ?? false;
  const calendar = useMemo<Calendar>(() => ({ date1904 }), [date1904]);
  const visible = useMemo(
    () => cells?.sheets.filter((each) => each.state === 'visible' || each.name === at.sheet) ?? [],
    [cells, at.sheet],
  );
  const sheet = visible.find(({ name }) => name === at.sheet) ?? visible[0];
  const sheetName = sheet?.name ?? '';
  const marks = useMemo(() => {
    const found = new Map(marksOf(judgement?.evaluation.issues ?? [], sheetName, (issue) => words.issue(issue).what));
    for (const { place, why } of refused)
      if (place.sheet === sheetName) found.set(cellName(place), { kind: 'warning', text: t(`page.refused.${why}`) });
    return found;
  }, [judgement, sheetName, words, refused, t]);
  const uncalculated = useMemo(() => (sheet ? countUncalculated(sheet) : 0), [sheet]);
  const inputs = useMemo(() => (judgement ? inputCells(judgement.book, sheetName) : NONE), [judgement, sheetName]);
  const pending = useMemo(() => pendingOf(all, sheetName), [all, sheetName]);
  const active = useMemo<Spot>(() => ({ row: at.row, column: at.column }), [at.row, at.column]);
  const [chosen, setChosen] = useState<Selection>(() => single(active));
  // Whoever moves the active cell from elsewhere ends the selection.
  const selection = useMemo(() => (isSameSpot(chosen.active, active) ? chosen : single(active)), [chosen, active]);

  const add = useCallback(
    (fixes: readonly Fix[]) => {
      setRefused(NO_REFUSALS);
      queue.add(fixes);
    },
    [queue],
  );
  const edit = useCallback(
    (spot: Spot, text: string) => {
      if (sheet) add([typedFix(sheet, { sheet: sheet.name, ...spot }, text, calendar)]);
    },
    [sheet, add, calendar],
  );
  const select = useCallback(
    (next: Selection) => {
      setChosen(next);
      onMove({ sheet: sheetName, ...next.active });
    },
    [onMove, sheetName],
  );
  const clear = useCallback(
    (area: Area, layout: SheetLayout) => {
      if (sheet) add(clearArea(sheet, layout, area));
    },
    [sheet, add],
  );
  const fill = useCallback(
    (area: Area, layout: SheetLayout) => {
      if (sheet) add(fillDown(sheet, layout, area));
    },
    [sheet, add],
  );
  const copy = useCallback(
    ({ data, take }: ClipboardUse, area: Area, layout: SheetLayout, cut: boolean) => {
      if (!sheet) return;
      take();
      if (sizeOf(area) > MOST_CELLS) {
        say({ kind: 'clipTooLarge', most: MOST_CELLS });
        return;
      }
      const { text, html } = copyBlock(sheet, layout, area, calendar);
      data.setData('text/plain', text);
      data.setData('text/html', html);
      if (cut) add(clearArea(sheet, layout, area));
    },
    [sheet, calendar, add, say],
  );
  const paste = useCallback(
    ({ data, take }: ClipboardUse, area: Area, layout: SheetLayout) => {
      if (!sheet || !cells) return;
      take();
      const block = readClipboard(data);
      if (block === null) return;
      if (block === 'too-large') {
        say({ kind: 'clipTooLarge', most: MOST_CELLS });
        return;
      }
      if (ownKind(sheet) !== null) {
        say({ kind: 'pasteIntoOurs', sheet: sheet.name });
        return;
      }
      const pasted = pasteBlock(block, { workbook: cells, sheet, layout, area, rules: rulesOf(sheet.name) });
      add(pasted.fixes);
      setRefused(pasted.refused);
      say({ kind: 'pasted', cells: pasted.fixes.length, refused: pasted.refused });
      const { top, left, bottom, right } = pasted.area;
      select(between({ row: top, column: left }, { row: bottom, column: right }));
    },
    [sheet, cells, rulesOf, add, say, select],
  );
  const choicesAt = useCallback(
    ({ row, column }: Spot) => {
      const rules = rulesOf(sheetName);
      const rule = rules && listAt(rules, row, column);
      return rule && cells ? choicesOf(rule, sheetName, cells) : null;
    },
    [rulesOf, sheetName, cells],
  );
  const closeFind = useCallback(() => {
    setFinding(false);
    view.current?.querySelector<HTMLElement>('.grid')?.focus();
  }, []);
  useFindKey(
    useCallback(() => {
      setFinding(true);
    }, []),
    !isHidden,
  );
  if (!sheet) return null;
  const cell = cellAt(sheet, active.row, active.column);
  const mark = marks.get(cellName(active));
  const area = areaOf(selection, sheet.merges ?? []);
  const counted =
    sizeOf(area) > 1 && !isSameSpot(selection.from, selection.far)
      ? t('page.selected', { rows: area.bottom - area.top + 1, columns: area.right - area.left + 1 })
      : null;
  return (
    <section className="workbook" aria-label={t('page.workbook')} ref={view}>
      <div className="edit-line">
        <output className="cell-name" aria-label={t('page.cellLabel')}>
          {cellName(active)}
        </output>
        <EditLine
          key={`${sheetName} ${cellName(active)} ${editText(cell, calendar)}`}
          text={editText(cell, calendar)}
          label={t('page.cell', { cell: cellName(active) })}
          onCommit={(text) => {
            edit(active, text);
          }}
        />
      </div>
      {finding && (
        <FindBar
          sheets={visible}
          calendar={calendar}
          at={{ sheet: sheetName, ...active }}
          onGo={onMove}
          onClose={closeFind}
        />
      )}
      <LockQuestion
        asking={asking}
        onAnswer={(yes) => {
          queue.answer(yes);
          view.current?.querySelector<HTMLElement>('.grid')?.focus();
        }}
      />
      <div className={`cell-mark is-${mark && counted === null ? mark.kind : 'quiet'}`} role="status">
        {counted ??
          (mark
            ? mark.text
            : isUncalculated(cell)
              ? t('page.stale')
              : uncalculated > 0
                ? t('page.uncalculated', { n: uncalculated })
                : t('page.hint'))}
      </div>
      <SheetGrid
        key={sheetName}
        sheet={sheet}
        looks={looks.get(sheetName) ?? null}
        calendar={calendar}
        label={t('page.grid', { sheet: sheetName })}
        choicesLabel={t('page.choices', { cell: cellName(active) })}
        selection={selection}
        marks={marks}
        inputs={inputs}
        pending={pending}
        onSelect={select}
        onEdit={edit}
        onClear={clear}
        onFillDown={fill}
        onCopy={copy}
        onPaste={paste}
        choicesAt={choicesAt}
      />
      <SheetTabs
        names={visible.map(({ name }) => name)}
        chosen={sheetName}
        onChoose={(name) => {
          onMove({ sheet: name, row: 0, column: 0 });
        }}
      />
    </section>
  );
}

/** The edits of a sheet that wait, by row and column. */
function pendingOf(all: ReadonlyMap<string, Fix>, sheet: string): ReadonlyMap<number, ReadonlyMap<number, Fix>> {
  if (all.size === 0) return NO_PENDING;
  const rows = new Map<number, Map<number, Fix>>();
  for (const fix of all.values()) {
    const { place } = fix;
    if (place.sheet !== sheet) continue;
    const row = rows.get(place.row) ?? new Map<number, Fix>();
    rows.set(place.row, row.set(place.column, fix));
  }
  return rows;
}

/** Ctrl+F, also while something else has the focus: what is looked for stands in the sheets. */
function useFindKey(open: () => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f')
        return;
      event.preventDefault();
      open();
      document.querySelector<HTMLInputElement>('.find-input')?.select();
    };
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('keydown', onKeyDown);
    };
  }, [open, isOn]);
}

function EditLine({
  text,
  label,
  onCommit,
}: {
  readonly text: string;
  readonly label: string;
  readonly onCommit: (text: string) => void;
}) {
  const [draft, setDraft] = useState(text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && draft !== text) onCommit(draft);
    if (event.key === 'Escape') setDraft(text);
  };
  return (
    <input
      className="edit-input"
      aria-label={label}
      value={draft}
      onChange={(event) => {
        setDraft(event.target.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        setDraft(text);
      }}
    />
  );
}

function SheetTabs({
  names,
  chosen,
  onChoose,
}: {
  readonly names: readonly string[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}) {
  const { t } = useWords();
  return (
    <nav className="sheet-tabs" aria-label={t('page.sheets')}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="sheet-tab"
          aria-current={name === chosen ? 'page' : undefined}
          onClick={() => {
            onChoose(name);
          }}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
