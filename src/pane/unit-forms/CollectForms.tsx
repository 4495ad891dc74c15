/** `Thu phiếu`: several files at once, seen first, then into the workbook as a whole. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { Judgement } from '../../workbook/judgement';
import type { CollectWanted, Differing } from '../../workbook/unit-forms';
import { useSession } from '../App';
import { askWorker } from '../ask-worker';
import { shownName, type ChosenWorkbook } from '../board/board-run';
import { ChooseWorkbooks } from '../board/ChooseWorkbooks';
import { droppedWorkbooks, workbooksOf } from '../board/chosen-files';
import { Choice } from '../parts/Choice';
import { Modal } from '../parts/Modal';
import { firstChoice, FormKindFields } from './FormKindFields';
import { useFormsWords } from './use-forms-words';
import type { CollectedAnswer, CollectTask, FormsAnswer, FormsTask } from './forms-worker';
import { startForms } from './start-forms';

type State = 'nothing' | 'waiting' | 'unanswered' | 'noFiles' | 'noLevel' | FormsAnswer;

export function CollectForms({ judgement, onClose }: { readonly judgement: Judgement; readonly onClose: () => void }) {
  const session = useSession();
  const { f, mark, spoken } = useFormsWords();
  const { book, cells } = judgement;
  const [choice, setChoice] = useState(() => firstChoice(book, 'own'));
  const [peers, setPeers] = useState({ withoutExtremes: false, withoutMissing: false });
  const [files, setFiles] = useState<CollectTask['files']>([]);
  const [differing, setDiffering] = useState<Differing>('ask');
  const [state, setState] = useState<State>('nothing');
  /** What was chosen since makes an answer that is on its way an answer to something else. */
  const turn = useRef(0);
  const forget = (): void => {
    turn.current += 1;
    setDiffering('ask');
    setState('nothing');
  };
  const preview = async (given: CollectTask['files'], answer: Differing): Promise<void> => {
    const mine = (turn.current += 1);
    if (given.length === 0 || choice.level === '') {
      setState(given.length === 0 ? 'noFiles' : 'noLevel');
      return;
    }
    setState('waiting');
    const wanted = { ...choice, differing: answer, peers, door: session.door.kind };
    const task: FormsTask = { task: 'collect', cells, lang: spoken, files: given, wanted };
    const found = await askWorker<FormsTask, FormsAnswer>(task, startForms, async (own) =>
      (await import('./forms-worker')).formsAnswer(own),
    );
    if (mine === turn.current) setState(found ?? 'unanswered');
  };
  const take = async (chosen: readonly ChosenWorkbook[]): Promise<void> => {
    const read = await Promise.all(
      chosen.map(async (file) => ({
        name: shownName(file),
        // A file that cannot be read is said as one that is no workbook.
        bytes: await file.arrayBuffer().then(
          (buffer) => new Uint8Array(buffer),
          () => new Uint8Array(),
        ),
      })),
    );
    setFiles(read);
    setDiffering('ask');
    await preview(read, 'ask');
  };
  const carryOut = async ({ changes, count, taken }: CollectedAnswer): Promise<void> => {
    if (changes === null) return;
    onClose();
    await session.change(changes, { kind: 'regulated', what: f('done', { n: count, files: taken }) });
  };
  const answer = typeof state === 'object' ? state : null;
  const collected = answer?.kind === 'collected' ? answer : null;
  const why =
    state === 'unanswered'
      ? f('noAnswer')
      : state === 'noFiles' || state === 'noLevel'
        ? f(state)
        : answer?.kind === 'refused'
          ? mark(answer.why)
          : '';
  return (
    <Modal title={f('collect').replace('…', '')} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void preview(files, differing);
        }}
      >
        <FormKindFields
          book={book}
          choice={choice}
          asksPeerLevel
          onChange={(next) => {
            setChoice(next);
            forget();
          }}
        />
        {choice.kind === 'peer' && (
          <PeerFields
            peers={peers}
            onChange={(next) => {
              setPeers(next);
              forget();
            }}
          />
        )}
        <ChooseFiles
          count={files.length}
          onFiles={(chosen) => {
            void take(chosen);
          }}
        />
        <p role="alert" className="trouble">
          {why}
        </p>
        <p role="status">{state === 'waiting' && f('previewing')}</p>
        {collected === null && (
          <div className="buttons">
            <Button type="submit" appearance="primary" disabledFocusable={state === 'waiting'}>
              {f('preview')}
            </Button>
            <Button onClick={onClose}>{f('cancel')}</Button>
          </div>
        )}
      </form>
      {collected !== null && (
        <Preview
          answer={collected}
          differing={differing}
          onDiffering={(next) => {
            setDiffering(next);
            void preview(files, next);
          }}
          onConfirm={() => {
            void carryOut(collected);
          }}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

interface PeerProps {
  readonly peers: CollectWanted['peers'];
  readonly onChange: (peers: CollectWanted['peers']) => void;
}

function PeerFields({ peers, onChange }: PeerProps) {
  const { f } = useFormsWords();
  const box = (label: 'trim' | 'incomplete', key: keyof CollectWanted['peers']) => (
    <label className="check">
      <input
        type="checkbox"
        checked={peers[key]}
        onChange={(event) => {
          onChange({ ...peers, [key]: event.target.checked });
        }}
      />{' '}
      {f(label)}
    </label>
  );
  return (
    <>
      {box('trim', 'withoutExtremes')}
      {box('incomplete', 'withoutMissing')}
    </>
  );
}

interface ChooseProps {
  readonly count: number;
  readonly onFiles: (files: readonly ChosenWorkbook[]) => void;
}

function ChooseFiles({ count, onFiles }: ChooseProps) {
  const { f } = useFormsWords();
  const [dragging, setDragging] = useState(false);
  const give = (from: HTMLInputElement): void => {
    const chosen = [...(from.files ?? [])];
    from.value = '';
    if (chosen.length > 0) onFiles(workbooksOf(chosen));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation(); // the page around would open the first file
    setDragging(false);
    void droppedWorkbooks(event.dataTransfer).then(onFiles);
  };
  return (
    <div
      className={dragging ? 'forms-drop is-over' : 'forms-drop'}
      onDrop={onDrop}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => {
        setDragging(false);
      }}
    >
      <ChooseWorkbooks files={f('choose')} folder={f('chooseFolder')} mark="forms" onChosen={give} />
      <p className="is-quiet">{count > 0 ? f('chosen', { n: count }) : f('drop')}</p>
    </div>
  );
}

interface PreviewProps {
  readonly answer: CollectedAnswer;
  readonly differing: Differing;
  readonly onDiffering: (differing: Differing) => void;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function Preview({ answer, differing, onDiffering, onConfirm, onClose }: PreviewProps) {
  const { f, mark } = useFormsWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [answer]);
  const { files, missing, means, differing: others, fresh, others: left, follows, locked, changes, count } = answer;
  return (
    <div className="change-preview">
      <h3 tabIndex={-1} ref={heading}>
        {f('files')}
      </h3>
      <ul>
        {files.map(({ isFaulty, lines }, at) => (
          <li key={at} className={isFaulty ? 'trouble' : undefined}>
            {lines.map((line, index) => (
              <p key={index}>{mark(line)}</p>
            ))}
          </li>
        ))}
      </ul>
      <p>{mark(missing)}</p>
      {others.length > 0 && (
        <>
          <h3>{f('differing', { n: others.length })}</h3>
          <Lines lines={others} />
          <Choice
            label={f('answer')}
            value={differing}
            options={(['ask', 'keep', 'replace'] as const).map((value) => ({ value, label: f(value) }))}
            onChange={onDiffering}
          />
        </>
      )}
      <Folded title={f('fresh', { n: fresh.length })} lines={fresh} />
      <Folded title={f('means', { n: means.length })} lines={means} />
      <Folded title={f('others', { n: left.length })} lines={left} />
      {answer.undecided > 0 ? (
        <p className="caution">{f('undecided')}</p>
      ) : changes === null ? (
        <p>{f('nothing')}</p>
      ) : (
        follows.length > 0 && (
          <>
            <h3>{f('follows')}</h3>
            <Lines lines={follows} />
          </>
        )
      )}
      {locked.length > 0 && <p className="caution">{f('locked', { sheets: locked.join(', ') })}</p>}
      <div className="buttons">
        {changes !== null && (
          <Button appearance="primary" onClick={onConfirm}>
            {f('confirm', { n: count })}
          </Button>
        )}
        <Button onClick={onClose}>{f(changes === null ? 'close' : 'cancel')}</Button>
      </div>
    </div>
  );
}

function Folded({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    lines.length > 0 && (
      <details>
        <summary>{title}</summary>
        <Lines lines={lines} />
      </details>
    )
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { mark } = useFormsWords();
  return (
    <ul>
      {lines.map((line, at) => (
        <li key={at}>{mark(line)}</li>
      ))}
    </ul>
  );
}
