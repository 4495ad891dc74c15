/** The workbook beside the pane: sheet tabs, the edit line, the grid. */
import { useCallback, useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react';
import { cellName, type Fix, type Place } from '../rules';
import { cellAt } from '../workbook/cells';
import { usePart, useSession } from '../pane/App';
import { useWords } from '../pane/words';
import { Confirm } from './Confirm';
import { editText, isUncalculated, type Calendar } from './grid/display';
import type { Spot } from './grid/GridParts';
import { SheetGrid } from './grid/SheetGrid';
import { inputCells } from './inputs';
import { marksOf } from './marks';
import { typedFix } from './typed-value';

interface Props {
  readonly at: Place;
  readonly onMove: (place: Place) => void;
}

const NONE: ReadonlySet<string> = new Set();

export function WorkbookView({ at, onMove }: Props) {
  const session = useSession();
  const cells = usePart('cells');
  const words = useWords();
  const { t } = words;
  /** A change that waits for a yes, as its cell is locked. */
  const [locked, setLocked] = useState<Fix | null>(null);
  const judgement = useDeferredValue(usePart('judgement'));
  const date1904 = cells?.date1904 ?? false;
  const calendar = useMemo<Calendar>(() => ({ date1904 }), [date1904]);
  const visible = useMemo(() => cells?.sheets.filter((each) => each.state === 'visible' || each.name === at.sheet) ?? [], [cells, at.sheet]);
  const sheet = visible.find(({ name }) => name === at.sheet) ?? visible[0];
  const sheetName = sheet?.name ?? '';
  const marks = useMemo(() => marksOf(judgement?.evaluation.issues ?? [], sheetName, (found) => words.issue(found).what), [judgement, sheetName, words]);
  const inputs = useMemo(() => (judgement ? inputCells(judgement.book, sheetName) : NONE), [judgement, sheetName]);
  const active = useMemo<Spot>(() => ({ row: at.row, column: at.column }), [at.row, at.column]);
  const write = useCallback(async (fix: Fix) => {
    const done = await session.change([fix], null);
    const { notice } = session.state();
    // The page cannot unprotect a sheet: a lock that only guards against slips gives way to a clear yes.
    if (!done && !fix.overLocked && notice?.kind === 'problem' && notice.problem.code === 'sheet-protected' && notice.problem.detail !== 'password') {
      session.say(null);
      setLocked(fix);
    }
  }, [session]);
  const edit = useCallback((spot: Spot, text: string) => {
    if (sheet) void write(typedFix(sheet, { sheet: sheet.name, ...spot }, text, calendar));
  }, [sheet, write, calendar]);
  const move = useCallback((spot: Spot) => { onMove({ sheet: sheetName, ...spot }); }, [onMove, sheetName]);
  if (!sheet) return null;
  const cell = cellAt(sheet, active.row, active.column);
  const mark = marks.get(cellName(active));
  return (
    <section className="workbook" aria-label={t('page.workbook')}>
      <div className="edit-line">
        <output className="cell-name" aria-label={t('page.cellLabel')}>{cellName(active)}</output>
        <EditLine key={`${sheetName} ${cellName(active)} ${editText(cell, calendar)}`} text={editText(cell, calendar)} label={t('page.cell', { cell: cellName(active) })} onCommit={(text) => { edit(active, text); }} />
      </div>
      <div className={`cell-mark is-${mark ? mark.kind : 'quiet'}`} role="status">{mark ? mark.text : isUncalculated(cell) ? t('page.stale') : t('page.hint')}</div>
      <SheetGrid
        key={sheetName} sheet={sheet} calendar={calendar} label={t('page.grid', { sheet: sheetName })} active={active} marks={marks} inputs={inputs} onEdit={edit}
        onMove={move}
      />
      <SheetTabs names={visible.map(({ name }) => name)} chosen={sheetName} onChoose={(name) => { onMove({ sheet: name, row: 0, column: 0 }); }} />
      {locked && (
        <Confirm
          text={t('page.locked', { cell: cellName(locked.place), sheet: locked.place.sheet })} yes={t('page.lockedYes')} onNo={() => { setLocked(null); }}
          onYes={() => { setLocked(null); void write({ ...locked, overLocked: true }); }}
        />
      )}
    </section>
  );
}

function EditLine({ text, label, onCommit }: { readonly text: string; readonly label: string; readonly onCommit: (text: string) => void }) {
  const [draft, setDraft] = useState(text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && draft !== text) onCommit(draft);
    if (event.key === 'Escape') setDraft(text);
  };
  return <input className="edit-input" aria-label={label} value={draft} onChange={(event) => { setDraft(event.target.value); }} onKeyDown={onKeyDown} onBlur={() => { setDraft(text); }} />;
}

function SheetTabs({ names, chosen, onChoose }: { readonly names: readonly string[]; readonly chosen: string; readonly onChoose: (name: string) => void }) {
  const { t } = useWords();
  return (
    <nav className="sheet-tabs" aria-label={t('page.sheets')}>
      {names.map((name) => (
        <button key={name} type="button" className="sheet-tab" aria-current={name === chosen ? 'page' : undefined} onClick={() => { onChoose(name); }}>{name}</button>
      ))}
    </nav>
  );
}
