/** A dialog on the browser's own `<dialog>`: it traps the focus, closes with Escape, and costs nothing. */
import { Button } from '@fluentui/react-components';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../words';
import { CloseIcon } from './icons';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Open as long as it is rendered; the focus goes back to where it came from. */
export function Modal({ title, onClose, children }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="modal-head">
        <h2 id={heading}>{title}</h2>
        <Button appearance="subtle" size="small" icon={<CloseIcon />} aria-label={t('close')} onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}
