/** The bar above the workbook: open, save, undo, and which part is in front on a small screen. */
import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { OpenIcon, RedoIcon, SaveIcon, UndoIcon } from '../pane/parts/icons';
import { useWords } from '../pane/words';
import type { OpenWorkbook } from './open-workbook';
import { useUndoable } from './use-undoable';

interface Props {
  readonly name: string;
  readonly dirty: boolean;
  readonly front: 'workbook' | 'pane';
  readonly canSave: boolean;
  readonly open: OpenWorkbook | null;
  readonly onOpen: () => void;
  readonly onStart: () => void;
  readonly onSave: () => void;
  readonly onDownload: () => void;
  readonly onPrint: () => void;
  readonly onFront: (front: 'workbook' | 'pane') => void;
}

export function PageBar({
  name,
  dirty,
  front,
  canSave,
  open,
  onOpen,
  onStart,
  onSave,
  onDownload,
  onPrint,
  onFront,
}: Props) {
  const { t } = useWords();
  const { undo, redo } = useUndoable(open?.session ?? null);
  const doUndo = () => {
    void open?.queue.after(() => open.session.undo());
  };
  const doRedo = () => {
    void open?.queue.after(() => open.session.redo());
  };
  useShortcuts({ z: doUndo, y: doRedo, o: onOpen, s: canSave ? onSave : onDownload, p: onPrint });
  return (
    <header className="page-bar">
      <strong className="page-name">{t('app.name')}</strong>
      <Button size="small" icon={<OpenIcon />} onClick={onOpen}>
        {t('page.open')}
      </Button>
      <Button size="small" onClick={onStart}>
        {t('page.start')}
      </Button>
      {canSave && (
        <Button size="small" appearance="primary" onClick={onSave}>
          {t('page.save')}
        </Button>
      )}
      <Button size="small" icon={<SaveIcon />} onClick={onDownload}>
        {t('page.download')}
      </Button>
      <Button size="small" title="Ctrl+P" onClick={onPrint}>
        {t('print.title')}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<UndoIcon />}
        aria-label={t('undo')}
        title={`${t('undo')} (Ctrl+Z)`}
        disabledFocusable={!undo}
        onClick={doUndo}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<RedoIcon />}
        aria-label={t('page.redo')}
        title={`${t('page.redo')} (Ctrl+Y)`}
        disabledFocusable={!redo}
        onClick={doRedo}
      />
      <span className="file-name">
        {name}
        {dirty && <span className="unsaved"> • {t('page.unsaved')}</span>}
      </span>
      <span className="front-choice">
        <Button
          size="small"
          appearance={front === 'workbook' ? 'primary' : 'secondary'}
          aria-pressed={front === 'workbook'}
          onClick={() => {
            onFront('workbook');
          }}
        >
          {t('page.showSheet')}
        </Button>
        <Button
          size="small"
          appearance={front === 'pane' ? 'primary' : 'secondary'}
          aria-pressed={front === 'pane'}
          onClick={() => {
            onFront('pane');
          }}
        >
          {t('page.showPane')}
        </Button>
      </span>
    </header>
  );
}

/** Ctrl or Cmd with a letter; while a text is being typed, its own undo stays. */
function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action =
        (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
          ? actions[event.key.toLowerCase()]
          : undefined;
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (!action || (typing && /^[zy]$/i.test(event.key))) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('keydown', onKeyDown);
    };
  });
}
