/** `Hội đồng`: the Board's check of many workbooks, file by file, without leaving the machine. */
import { Button } from '@fluentui/react-components';
import {
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type DragEvent,
  type ReactNode,
} from 'react';
import { RoomContext } from '../App';
import { BackIcon } from '../parts/icons';
import { useWords } from '../words';
import { BesideList } from './BesideList';
import './board.css';
import { BoardList } from './BoardList';
import { BoardOptions } from './BoardOptions';
import { BoardProgress, Refusal } from './BoardProgress';
import type { ChosenWorkbook } from '../files-run';
import { BoardStore, shownReports } from './board-store';
import { ChooseWorkbooks } from './ChooseWorkbooks';
import { droppedWorkbooks, workbooksOf } from './chosen-files';
import { FileDetails } from './FileDetails';
import { useListChoices } from './list-choices';
import { Overall } from './Overall';
import { rowsOf } from './rows';
import { startBoard } from './start-board';
import { useBoardText } from './board-words';
import { useWidth } from './use-width';

/** Goes on while other views are open. */
const store = new BoardStore(startBoard);

/** From this width on (px) the details stand beside the list, where the view has the window to itself. */
const ROOM_FOR_TWO = 860;

export default function BoardView() {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { lang } = useWords();
  const t = useBoardText();
  const room = useContext(RoomContext);
  const [trouble, setTrouble] = useState<'noWorkbooks' | 'limitsWrong' | null>(null);
  const [dragging, setDragging] = useState(false);
  const [choices, change] = useListChoices();
  const view = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const width = useWidth(view);
  const isBeside = room?.isWide === true && width >= ROOM_FOR_TWO;
  const { overall } = state;
  const reports = useMemo(() => shownReports(state), [state]);
  const rows = useMemo(
    () => rowsOf(reports, overall?.issues.filter(({ code }) => code === 'bloc-missing') ?? []),
    [reports, overall],
  );
  useSearchKey(view, room !== null);

  const spoken = lang === 'en' ? 'en' : 'vi';
  const start = (begun: boolean) => {
    setTrouble(begun ? null : 'limitsWrong');
    if (begun) change({ chosen: null });
  };
  const begin = (workbooks: readonly ChosenWorkbook[]) => {
    if (workbooks.length === 0) setTrouble('noWorkbooks');
    else start(store.run(workbooks, spoken));
  };
  const beginChosen = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    if (chosen.length > 0) begin(workbooksOf(chosen));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation(); // the page around would open the first file
    setDragging(false);
    void droppedWorkbooks(event.dataTransfer).then(begin);
  };
  const options = (
    <BoardOptions
      isUnfolded={isBeside && rows.length === 0}
      choices={state.choices}
      onChange={(changed) => {
        store.choose(changed);
      }}
    />
  );
  const choose = (
    <ChooseWorkbooks files={t('files')} folder={t('folder')} mark="board" isPrimary onChosen={beginChosen} />
  );
  const progress = (
    <BoardProgress
      state={state}
      onStop={() => {
        store.cancel();
      }}
    />
  );
  const troubles = (
    <>
      {state.used !== null && state.used !== state.choices && (
        <div className="caution">
          {t('changed')}{' '}
          <Button
            size="small"
            onClick={() => {
              start(store.again(spoken));
            }}
          >
            {t('again')}
          </Button>
        </div>
      )}
      <p className="trouble" role="alert">
        {trouble && t(trouble)}
        {state.refused && t('refused')}
      </p>
      {state.refused && <Refusal problem={state.refused} />}
    </>
  );
  const list = (below: Parameters<typeof BoardList>[0]['below']): ReactNode => (
    <BoardList
      rows={rows}
      choices={choices}
      onChange={change}
      below={below}
      table={table}
      onEnter={() => heading.current?.focus()}
    />
  );
  return (
    <div
      ref={view}
      className={`board-drop${dragging ? ' is-over' : ''}${isBeside ? ' is-beside' : ''}`}
      onDrop={onDrop}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => {
        setDragging(false);
      }}
    >
      {isBeside ? (
        <>
          <div className="board-bar">
            {choose}
            {progress}
            <Button
              className="board-back"
              icon={<BackIcon />}
              title="Esc"
              onClick={() => {
                room.setWide(false);
              }}
            >
              {t('back')}
            </Button>
          </div>
          {troubles}
          {rows.length === 0 ? (
            <div className="board-start">
              <p>{t('intro')}</p>
              {options}
            </div>
          ) : (
            <div className="board-desk">
              {list(null)}
              <BesideList
                state={state}
                row={rows.find(({ key }) => key === choices.chosen) ?? null}
                fileAt={store.fileAt}
                options={options}
                heading={heading}
                onBack={() => table.current?.focus()}
                onWhole={() => {
                  change({ chosen: null });
                }}
              />
            </div>
          )}
        </>
      ) : (
        <>
          <p className="is-quiet">{t('intro')}</p>
          {choose}
          {options}
          {troubles}
          {progress}
          {state.phase !== 'running' && reports.length > 0 && <Overall state={state} />}
          {rows.length > 0 &&
            list(
              ({ report, index }) =>
                report && index !== null && <FileDetails report={report} file={store.fileAt(index)} />,
            )}
        </>
      )}
    </div>
  );
}

/** Ctrl+F finds in the list where the browser's own search would find nothing but what is drawn. */
function useSearchKey(view: React.RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const search = view.current?.querySelector<HTMLInputElement>('.search');
      if (!search || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      search.focus();
      search.select();
    };
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('keydown', onKeyDown);
    };
  }, [view, isOn]);
}
