/** The first look: what the three steps are. Reachable again from the menu. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../App';
import { Arriving } from '../parts/Arriving';
import { useWords } from '../words';

const CreateForm = lazy(() => import('./CreateForm'));

export function FirstRun({ onDone }: { readonly onDone: () => void }) {
  const session = useSession();
  const { t } = useWords();
  const [creating, setCreating] = useState(false);
  return (
    <section className="first-run" aria-labelledby="first-run">
      <h2 id="first-run">{t('first.title')}</h2>
      <ol>
        <li>{t('first.step1')}</li>
        <li>{t('first.step2')}</li>
        <li>{t('first.step3')}</li>
      </ol>
      <div className="buttons">
        <Button
          size="small"
          onClick={() => {
            onDone();
            void session.check();
          }}
        >
          {t('first.check')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setCreating(true);
          }}
        >
          {t('first.create')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          {t('first.close')}
        </Button>
      </div>
      {creating && (
        <Suspense fallback={<Arriving />}>
          <CreateForm
            onClose={() => {
              setCreating(false);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
