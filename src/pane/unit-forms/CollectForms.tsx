/** `Thu phiếu`: several files at once, seen first, then into the workbook as a whole. */
import { Button } from '@fluentui/react-components';
import type { Judgement } from '../../workbook/judgement';
import type { CollectWanted } from '../../workbook/unit-forms';
import { useSession } from '../App';
import { Modal } from '../parts/Modal';
import { ChooseForms } from './ChooseForms';
import { CollectPreview } from './CollectPreview';
import { FormKindFields } from './FormKindFields';
import type { CollectedAnswer } from './forms-worker';
import { useCollecting } from './use-collecting';
import { useFormsWords } from './use-forms-words';

export function CollectForms({ judgement, onClose }: { readonly judgement: Judgement; readonly onClose: () => void }) {
  const session = useSession();
  const { f, mark } = useFormsWords();
  const { book } = judgement;
  const { choice, peers, count, differing, state, choose, choosePeers, take, decide, preview } =
    useCollecting(judgement);
  const carryOut = async ({ changes, count: cells, taken }: CollectedAnswer): Promise<void> => {
    if (changes === null) return;
    onClose();
    await session.change(changes, { kind: 'regulated', what: f('done', { n: cells, files: taken }) });
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
          preview();
        }}
      >
        <FormKindFields book={book} choice={choice} asksPeerLevel onChange={choose} />
        {choice.kind === 'peer' && <PeerFields peers={peers} onChange={choosePeers} />}
        <ChooseForms count={count} onFiles={take} />
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
        <CollectPreview
          answer={collected}
          differing={differing}
          onDiffering={decide}
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
