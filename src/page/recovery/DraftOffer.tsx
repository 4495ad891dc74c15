/** Offers what a tab that is gone left unsaved: to be opened again, or dropped. */
import { Button } from '@fluentui/react-components';
import { Bar } from '../../pane/parts/Bar';
import { useWords } from '../../pane/words';
import type { Draft } from './draft-store';

interface Props {
  readonly draft: Draft | undefined;
  readonly onOpen: (draft: Draft) => void;
  readonly onLater: (draft: Draft) => void;
  readonly onDrop: (draft: Draft) => void;
}

export function DraftOffer({ draft, onOpen, onLater, onDrop }: Props) {
  const { t, lang } = useWords();
  return (
    <div role="status" className="banner">
      {draft && (
        <Bar
          intent="warning"
          onClose={() => {
            onLater(draft);
          }}
          actions={
            <>
              <Button
                size="small"
                appearance="primary"
                onClick={() => {
                  onOpen(draft);
                }}
              >
                {t('draft.open')}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  onDrop(draft);
                }}
              >
                {t('draft.drop')}
              </Button>
            </>
          }
        >
          {t('draft.offer', {
            file: draft.file,
            time: new Date(draft.kept).toLocaleString(lang === 'en' ? 'en-GB' : 'vi-VN', {
              dateStyle: 'short',
              timeStyle: 'short',
            }),
          })}
        </Bar>
      )}
    </div>
  );
}
