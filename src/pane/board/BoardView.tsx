/** `Hội đồng`: the Board's check of many workbooks, file by file, without leaving the machine. */
import { Button } from '@fluentui/react-components';
import { useState, useSyncExternalStore, type DragEvent } from 'react';
import { useSession } from '../App';
import { download, HTML_MIME } from '../parts/download';
import { useWords } from '../words';
import { BoardOptions } from './BoardOptions';
import type { ChosenWorkbook } from '../files-run';
import { BoardStore, type BoardState } from './board-store';
import { BoardTable } from './BoardTable';
import { ChooseWorkbooks } from './ChooseWorkbooks';
import { droppedWorkbooks, workbooksOf } from './chosen-files';
import { startBoard } from './start-board';
import { useBoardText } from './board-words';

/** Goes on while other views are open. */
const store = new BoardStore(startBoard);

export default function BoardView() {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { lang } = useWords();
  const t = useBoardText();
  const [trouble, setTrouble] = useState<'noWorkbooks' | 'limitsWrong' | null>(null);
  const [dragging, setDragging] = useState(false);

  const spoken = lang === 'en' ? 'en' : 'vi';
  const begin = (workbooks: readonly ChosenWorkbook[]) => {
    setTrouble(workbooks.length === 0 ? 'noWorkbooks' : store.run(workbooks, spoken) ? null : 'limitsWrong');
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
  return (
    <div
      className={dragging ? 'board-drop is-over' : 'board-drop'}
      onDrop={onDrop}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => {
        setDragging(false);
      }}
    >
      <p className="is-quiet">{t('intro')}</p>
      <ChooseWorkbooks files={t('files')} folder={t('folder')} mark="board" isPrimary onChosen={beginChosen} />
      <BoardOptions
        choices={state.choices}
        onChange={(change) => {
          store.choose(change);
        }}
      />
      {state.used !== null && state.used !== state.choices && (
        <div className="caution">
          {t('changed')}{' '}
          <Button
            size="small"
            onClick={() => {
              setTrouble(store.again(spoken) ? null : 'limitsWrong');
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
      <Progress state={state} />
      {state.phase !== 'running' && state.reports.length > 0 && <Overall state={state} />}
      {state.reports.length > 0 && <BoardTable reports={state.reports} fileAt={store.fileAt} />}
    </div>
  );
}

function Refusal({ problem }: { readonly problem: NonNullable<BoardState['refused']> }) {
  const words = useWords();
  if (problem.kind === 'file') {
    const { what, next } = words.problem(problem.problem);
    return (
      <p>
        {what} {next}
      </p>
    );
  }
  return (
    <ul>
      {problem.issues.slice(0, 20).map((found, index) => (
        <li key={index}>
          {found.place && words.place(found.place)} {words.issue(found).what}
        </li>
      ))}
    </ul>
  );
}

function Progress({ state: { phase, all, reports } }: { readonly state: BoardState }) {
  const t = useBoardText();
  const n = reports.length;
  const count = (verdict: string) => reports.filter((report) => report.verdict === verdict).length;
  return (
    <>
      {phase === 'running' && (
        <div className="board-progress">
          <progress value={n} max={all} aria-label={t('progress', { n, all })} />
          <Button
            size="small"
            onClick={() => {
              store.cancel();
            }}
          >
            {t('stop')}
          </Button>
        </div>
      )}
      {phase === 'running' && <p>{t('progress', { n, all })}</p>}
      <p role="status">
        {phase === 'cancelled' && `${t('cancelled', { n, all })} `}
        {(phase === 'done' || phase === 'cancelled') &&
          t('summary', { n, valid: count('valid'), wrong: count('findings'), unreadable: count('unreadable') })}
      </p>
    </>
  );
}

/** Findings about no single file on the screen; the summary has them all. */
const FINDINGS = 10;

/** What belongs to no single file, and the summary to take along. */
function Overall({ state }: { readonly state: BoardState }) {
  const session = useSession();
  const words = useWords();
  const t = useBoardText();
  const [done, setDone] = useState('');
  const { issues, totals } = state.overall ?? { issues: [], totals: [] };
  const inExcel = session.door.kind === 'excel';
  const lang = words.lang === 'en' ? 'en' : 'vi';
  const save = (name: string, content: Uint8Array | string, type?: string) => {
    download(name, content, type);
    setDone(t('downloaded', { file: name }));
  };
  const takePage = async () => {
    const { summaryPage } = await import('./summary');
    save(`${t('fileName')}.html`, summaryPage(state, lang), HTML_MIME);
  };
  const takeSheets = async () => {
    const { summaryPlans, summaryFile } = await import('./summary');
    const plans = summaryPlans(state, lang);
    if (!inExcel) return save(`${t('fileName')}.xlsx`, summaryFile(plans));
    const written = await session.door.write(plans);
    const problem = written.ok ? null : words.problem(written.error);
    setDone(
      problem === null
        ? t('written', { sheets: plans.map(({ name }) => name).join(', ') })
        : `${problem.what} ${problem.next}`,
    );
  };
  return (
    <section>
      {issues.slice(0, FINDINGS).map((found) => (
        <p key={`${found.code} ${found.expected ?? ''} ${found.award ?? ''}`} className={`is-${found.severity}`}>
          {words.issue(found).what}
        </p>
      ))}
      {issues.length > FINDINGS && <p className="is-quiet">{t('more', { n: issues.length - FINDINGS })}</p>}
      {totals.length > 0 && (
        <>
          <h2>{t('totals')}</h2>
          <ul>
            {totals.map(({ key, name, proposed, inDoubt, limit }) => (
              <li key={key}>
                {name}: <b>{limit === null ? proposed : t('limited', { n: proposed, limit })}</b>
                {inDoubt > 0 && ` ${t('inDoubt', { n: inDoubt })}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        <Button
          appearance="primary"
          onClick={() => {
            void takeSheets();
          }}
        >
          {t(inExcel ? 'write' : 'download')}
        </Button>
        <Button
          onClick={() => {
            void takePage();
          }}
        >
          {t('page')}
        </Button>
      </div>
      <p role="status">{done}</p>
    </section>
  );
}
