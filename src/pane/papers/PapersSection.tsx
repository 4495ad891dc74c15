/** The Word papers: made in a worker, taken along as one archive; the news text to copy. */
import { Button } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import type { Judgement } from '../../workbook/judgement';
import { copyText } from '../parts/clipboard';
import { useWords } from '../words';
import { PapersStore } from './papers-store';
import type { PapersDone } from './papers-worker';

const store = new PapersStore();

export function PapersSection({
  judgement,
  hasErrors,
}: {
  readonly judgement: Judgement;
  readonly hasErrors: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const state = useSyncExternalStore(store.subscribe, store.state);
  const [insisted, setInsisted] = useState(false);
  const running = state.kind === 'running' ? state : null;
  return (
    <section>
      <h2>{t('papers.title')}</h2>
      <p className="is-quiet">{t('papers.what')}</p>
      {hasErrors && (
        <label className="check">
          <input
            type="checkbox"
            checked={insisted}
            onChange={(event) => {
              setInsisted(event.target.checked);
            }}
          />{' '}
          {t('papers.allowErrors')}
        </label>
      )}
      <div className="buttons">
        <Button
          disabledFocusable={running !== null || (hasErrors && !insisted)}
          onClick={() => {
            store.make(judgement, new Date());
          }}
        >
          {t('papers.make')}
        </Button>
      </div>
      {running && (
        <div className="board-progress">
          <progress
            value={running.done}
            max={Math.max(1, running.all)}
            aria-label={t('papers.making', { n: running.done, all: running.all })}
          />
          <Button
            size="small"
            onClick={() => {
              store.cancel();
            }}
          >
            {t('cancel')}
          </Button>
        </div>
      )}
      <p role="status">
        {running && t('papers.making', { n: running.done, all: running.all })}
        {state.kind === 'made' && t('papers.made', { n: state.made.files, file: state.file })}
        {(state.kind === 'cancelled' || state.kind === 'failed') && t(`papers.${state.kind}`)}
      </p>
      {state.kind === 'made' && <Made made={state.made} />}
    </section>
  );
}

/** What is left blank in them, and the news text. */
function Made({ made }: { readonly made: PapersDone }) {
  const words = useWords();
  const { t } = words;
  const [copied, setCopied] = useState(false);
  return (
    <>
      {made.issues.map((found) => (
        <p key={found.code} className="is-quiet">
          {words.issue(found).what}
        </p>
      ))}
      <h3>{t('papers.news')}</h3>
      <textarea className="news" readOnly rows={8} value={made.news} aria-label={t('papers.news')} />
      <div className="buttons">
        <Button
          size="small"
          onClick={() => {
            void copyText(made.news).then(setCopied);
          }}
        >
          {t('papers.copy')}
        </Button>
      </div>
      <p role="status">{copied && t('papers.copied')}</p>
    </>
  );
}
