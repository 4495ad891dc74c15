/** Where to begin: an own workbook, a new one, or a sample. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { Arriving } from '../pane/parts/Arriving';
import { OpenIcon } from '../pane/parts/icons';
import { Modal } from '../pane/parts/Modal';
import { useWords } from '../pane/words';
import { DraftChoice } from './recovery/DraftChoice';
import type { Recovery } from './recovery/use-recovery';
import { SAMPLES, type Sample } from './samples';

const CreateForm = lazy(() => import('../pane/start/CreateForm'));

interface Props {
  readonly recovery: Recovery;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  /** The check of many workbooks, which needs no open one. */
  readonly onBoard: () => void;
  readonly onSample: (sample: Sample) => void;
}

export function StartScreen({ recovery, onClose, onOpen, onBoard, onSample }: Props) {
  const { t } = useWords();
  const [creating, setCreating] = useState(false);
  if (creating)
    return (
      <Suspense fallback={<Arriving />}>
        <CreateForm onClose={onClose} />
      </Suspense>
    );
  return (
    <Modal title={t('start.title')} onClose={onClose}>
      <h3>{t('start.own')}</h3>
      <div className="buttons">
        <Button appearance="primary" icon={<OpenIcon />} onClick={onOpen}>
          {t('page.open')}
        </Button>
        <Button
          onClick={() => {
            setCreating(true);
          }}
        >
          {t('start.new')}
        </Button>
        <Button onClick={onBoard}>{t('start.board')}</Button>
      </div>
      <h3>{t('start.samples')}</h3>
      <ul className="samples">
        {SAMPLES.map((sample) => (
          <li key={sample.id}>
            <button
              type="button"
              className="sample"
              onClick={() => {
                onSample(sample);
              }}
            >
              {t(`sample.${sample.id}`)}
            </button>
          </li>
        ))}
      </ul>
      <DraftChoice {...recovery} />
    </Modal>
  );
}
