/** What belongs to no single file, and the summary to take along. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { commonTexts } from '../../board/output/output';
import { useOpenDoor } from '../App';
import { download, HTML_MIME } from '../parts/download';
import { useWords } from '../words';
import type { BoardState } from './board-store';
import { useBoardText } from './board-words';

/** Findings about no single file on the screen; the summary has them all. */
const FINDINGS = 10;

export function Overall({ state }: { readonly state: BoardState }) {
  const door = useOpenDoor();
  const words = useWords();
  const t = useBoardText();
  const [done, setDone] = useState('');
  const overall = state.overall ?? { issues: [], totals: [] };
  const { issues, totals } = overall;
  const lang = words.lang === 'en' ? 'en' : 'vi';
  const save = (name: string, content: Uint8Array | string, type?: string) => {
    download(name, content, type);
    setDone(t('downloaded', { file: name }));
  };
  const takePage = async () => {
    const { summaryPage } = await import('./summary');
    save(`${t('fileName')}.html`, summaryPage(state, lang), HTML_MIME);
  };
  const takeSheets = async () => {
    const { summaryPlans, summaryFile } = await import('./summary');
    const plans = summaryPlans(state, lang);
    if (door?.kind !== 'excel') return save(`${t('fileName')}.xlsx`, summaryFile(plans));
    const written = await door.write(plans);
    const problem = written.ok ? null : words.problem(written.error);
    setDone(
      problem === null
        ? t('written', { sheets: plans.map(({ name }) => name).join(', ') })
        : `${problem.what} ${problem.next}`,
    );
  };
  return (
    <section className="board-overall">
      {issues.slice(0, FINDINGS).map((found) => (
        <p key={`${found.code} ${found.expected ?? ''} ${found.award ?? ''}`} className={`is-${found.severity}`}>
          {words.issue(found).what}
        </p>
      ))}
      {issues.length > FINDINGS && <p className="is-quiet">{t('more', { n: issues.length - FINDINGS })}</p>}
      {commonTexts(overall, lang).map(({ code, text }) => (
        <p key={code} className="is-quiet">
          {text} {code}
        </p>
      ))}
      {totals.length > 0 && (
        <>
          <h3>{t('totals')}</h3>
          <ul>
            {totals.map(({ key, name, proposed, inDoubt, limit, elsewhere }) => (
              <li key={key}>
                {name}: <b>{limit === null ? proposed : t('limited', { n: proposed, limit })}</b>
                {inDoubt > 0 && ` ${t('inDoubt', { n: inDoubt })}`}
                {elsewhere !== undefined && ` ${t('elsewhere', { n: elsewhere })}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        <Button
          appearance="primary"
          onClick={() => {
            void takeSheets();
          }}
        >
          {t(door?.kind === 'excel' ? 'write' : 'download')}
        </Button>
        <Button
          onClick={() => {
            void takePage();
          }}
        >
          {t('page')}
        </Button>
      </div>
      <p role="status">{done}</p>
    </section>
  );
}
