/** Where keeping unsaved work is switched on and off, and wiped. */
import { Button } from '@fluentui/react-components';
import { useWords } from '../../pane/words';
import type { Recovery } from './use-recovery';

export function DraftChoice({ isOn, switchTo, wipe }: Pick<Recovery, 'isOn' | 'switchTo' | 'wipe'>) {
  const { t } = useWords();
  return (
    <>
      <h3>{t('draft.title')}</h3>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            switchTo(event.target.checked);
          }}
        />{' '}
        {t('draft.keep')}
      </label>
      <p className="is-quiet">{t(location.protocol === 'file:' ? 'draft.sharedNote' : 'draft.note')}</p>
      <Button size="small" onClick={wipe}>
        {t('draft.wipe')}
      </Button>
    </>
  );
}
