/** A question before something would be lost. */
import { Button } from '@fluentui/react-components';
import { Modal } from '../pane/parts/Modal';
import { useWords } from '../pane/words';

interface Props {
  readonly text: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function Confirm({ text, yes, onYes, onNo }: Props) {
  const { t } = useWords();
  return (
    <Modal title={t('page.confirm')} onClose={onNo}>
      <p>{text}</p>
      <div className="buttons">
        <Button appearance="primary" onClick={onNo}>
          {t('cancel')}
        </Button>
        <Button onClick={onYes}>{yes}</Button>
      </div>
    </Modal>
  );
}
