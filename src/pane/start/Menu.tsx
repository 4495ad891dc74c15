/** Options and help. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useChoices } from '../App';
import { Choice } from '../parts/Choice';
import { Modal } from '../parts/Modal';
import { LANGS, THEMES } from '../preferences';
import { useWords } from '../words';
import { NoticesLink } from './NoticesLink';

const CreateForm = lazy(() => import('./CreateForm'));
const CodeHelp = lazy(() => import('./CodeHelp'));

export function Menu({ onClose, onFirstRun }: { readonly onClose: () => void; readonly onFirstRun: () => void }) {
  const { lang, theme, setLang, setTheme, about } = useChoices();
  const { t } = useWords();
  const [part, setPart] = useState<'create' | 'codes' | null>(null);
  if (part)
    return (
      <Suspense fallback={null}>
        {part === 'create' ? <CreateForm onClose={onClose} /> : <CodeHelp code="" onClose={onClose} />}
      </Suspense>
    );
  return (
    <Modal title={t('menu.title')} onClose={onClose}>
      <div className="form">
        <Button
          onClick={() => {
            setPart('create');
          }}
        >
          {t('first.create')}
        </Button>
        <Button onClick={onFirstRun}>{t('menu.firstRun')}</Button>
        <Button
          onClick={() => {
            setPart('codes');
          }}
        >
          {t('help.codes')}
        </Button>
        <Choice
          label={t('menu.lang')}
          value={lang}
          options={LANGS.map((value) => ({ value, label: t(`lang.${value}`) }))}
          onChange={setLang}
        />
        <Choice
          label={t('menu.theme')}
          value={theme}
          options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={setTheme}
        />
        <p className="is-quiet">{t('menu.privacy')}</p>
        <p className="is-quiet">
          {about} · <NoticesLink />
        </p>
      </div>
    </Modal>
  );
}
