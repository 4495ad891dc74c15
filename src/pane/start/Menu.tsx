/** Options and help. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { isStandard } from '../../workbook/judgement';
import { useChoices, useJudgement } from '../App';
import { Arriving } from '../parts/Arriving';
import { Choice } from '../parts/Choice';
import { Modal } from '../parts/Modal';
import { LANGS, THEMES } from '../preferences';
import { useWords } from '../words';
import { NoticesLink } from './NoticesLink';

const CreateForm = lazy(() => import('./CreateForm'));
const CodeHelp = lazy(() => import('./CodeHelp'));

interface Props {
  readonly onClose: () => void;
  readonly onRegulation: () => void;
  readonly onFirstRun: () => void;
}

export function Menu({ onClose, onRegulation, onFirstRun }: Props) {
  const { lang, theme, setLang, setTheme, about } = useChoices();
  const { t } = useWords();
  const [part, setPart] = useState<'create' | 'next' | 'codes' | null>(null);
  const canGoOn = isStandard(useJudgement());
  if (part)
    return (
      <Suspense fallback={<Arriving />}>
        {part === 'codes' ? (
          <CodeHelp code="" onClose={onClose} />
        ) : (
          <CreateForm onClose={onClose} from={part === 'next' ? 'next' : 'ready'} />
        )}
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
        {canGoOn && (
          <Button
            onClick={() => {
              setPart('next');
            }}
          >
            {t('menu.next')}
          </Button>
        )}
        {canGoOn && <Button onClick={onRegulation}>{t('menu.regulation')}</Button>}
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
