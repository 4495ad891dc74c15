/** `Phát phiếu`: a form of each unit, all in one archive. */
import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Judgement } from '../../workbook/judgement';
import { askWorker } from '../ask-worker';
import { download } from '../parts/download';
import { Modal } from '../parts/Modal';
import { firstChoice, FormKindFields } from './FormKindFields';
import { useFormsWords } from './use-forms-words';
import type { FormsAnswer, FormsTask } from './forms-worker';
import { startForms } from './start-forms';

const ZIP_MIME = 'application/zip';

/** "phieu-2026.zip": nothing but digits comes from the workbook. */
const archiveName = (kind: 'own' | 'peer', year: string): string =>
  `${kind === 'own' ? 'phieu' : 'phieu-cham-cheo'}${/^\d{4}$/u.test(year) ? `-${year}` : ''}.zip`;

export function SendForms({ judgement, onClose }: { readonly judgement: Judgement; readonly onClose: () => void }) {
  const { f, mark, spoken } = useFormsWords();
  const { book, cells } = judgement;
  const [choice, setChoice] = useState(() => firstChoice(book, 'own'));
  const [state, setState] = useState<'nothing' | 'waiting' | 'unanswered' | FormsAnswer>('nothing');
  const troubleId = useId();
  const file = archiveName(choice.kind, book.info.year);
  const make = async (): Promise<void> => {
    setState('waiting');
    const { kind, level } = choice;
    const task: FormsTask = { task: 'make', cells, lang: spoken, kind, level: kind === 'own' ? level : undefined };
    const answer = await askWorker<FormsTask, FormsAnswer>(task, startForms, async (own) =>
      (await import('./forms-worker')).formsAnswer(own),
    );
    if (answer?.kind === 'made') download(file, answer.zip, ZIP_MIME);
    setState(answer ?? 'unanswered');
  };
  const made = typeof state === 'object' && state.kind === 'made' ? state : null;
  const why =
    state === 'unanswered'
      ? f('noAnswer')
      : typeof state === 'object' && state.kind === 'refused'
        ? mark(state.why)
        : '';
  return (
    <Modal title={f('send').replace('…', '')} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <FormKindFields
          book={book}
          choice={choice}
          asksPeerLevel={false}
          onChange={(next) => {
            setChoice(next);
            setState('nothing');
          }}
        />
        <p id={troubleId} role="alert" className="trouble">
          {why}
        </p>
        <p role="status">
          {state === 'waiting' && f('making')}
          {made && f('made', { n: made.files, file })}
        </p>
        <div className="buttons">
          <Button type="submit" appearance="primary" disabledFocusable={state === 'waiting'}>
            {f('make')}
          </Button>
          <Button onClick={onClose}>{f(made ? 'close' : 'cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
