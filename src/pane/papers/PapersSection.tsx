/** The Word papers: made in a worker, taken along as one archive; the news text to copy. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Judgement } from '../../workbook/judgement';
import { copyText } from '../parts/clipboard';
import { download } from '../parts/download';
import { useWords } from '../words';
import { runPapers } from './papers-run';
import type { PapersDone } from './papers-worker';
import { startPapers } from './start-papers';

const ZIP_MIME = 'application/zip';

type Phase =
  | { readonly kind: 'idle' | 'cancelled' | 'failed' }
  | { readonly kind: 'running'; readonly done: number; readonly all: number }
  | { readonly kind: 'made'; readonly made: PapersDone; readonly file: string };

/** "ho-so-thi-dua-2025.zip": nothing but digits comes from the workbook. */
const archiveName = (year: string): string => `ho-so-thi-dua${/^\d{4}$/u.test(year) ? `-${year}` : ''}.zip`;

export function PapersSection({ judgement, hasErrors }: { readonly judgement: Judgement; readonly hasErrors: boolean }) {
  const words = useWords();
  const { t } = words;
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' });
  const [insisted, setInsisted] = useState(false);
  const [copied, setCopied] = useState(false);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => { end.current?.(); }, []);
  const make = (): void => {
    const file = archiveName(judgement.book.info.year);
    setCopied(false);
    setPhase({ kind: 'running', done: 0, all: 0 });
    end.current = runPapers({ judged: judgement, now: new Date() }, startPapers, {
      failed: () => { setPhase({ kind: 'failed' }); },
      answer: (answer) => {
        if (answer.kind === 'progress') return setPhase({ ...answer, kind: 'running' });
        download(file, answer.zip, ZIP_MIME);
        setPhase({ kind: 'made', made: answer, file });
      },
    });
  };
  const cancel = (): void => {
    end.current?.();
    setPhase({ kind: 'cancelled' });
  };
  const running = phase.kind === 'running' ? phase : null;
  const made = phase.kind === 'made' ? phase.made : null;
  return (
    <section>
      <h2>{t('papers.title')}</h2>
      <p className="is-quiet">{t('papers.what')}</p>
      {hasErrors && (
        <label className="check"><input type="checkbox" checked={insisted} onChange={(event) => { setInsisted(event.target.checked); }} /> {t('papers.allowErrors')}</label>
      )}
      <div className="buttons">
        <Button disabledFocusable={running !== null || (hasErrors && !insisted)} onClick={make}>{t('papers.make')}</Button>
      </div>
      {running && (
        <div className="board-progress">
          <progress value={running.done} max={Math.max(1, running.all)} aria-label={t('papers.making', { n: running.done, all: running.all })} />
          <Button size="small" onClick={cancel}>{t('cancel')}</Button>
        </div>
      )}
      <p role="status">
        {running && t('papers.making', { n: running.done, all: running.all })}
        {phase.kind === 'made' && t('papers.made', { n: phase.made.files, file: phase.file })}
        {(phase.kind === 'cancelled' || phase.kind === 'failed') && t(`papers.${phase.kind}`)}
      </p>
      {made?.issues.map((found) => <p key={found.code} className="is-quiet">{words.issue(found).what}</p>)}
      {made && (
        <>
          <h3>{t('papers.news')}</h3>
          <textarea className="news" readOnly rows={8} value={made.news} aria-label={t('papers.news')} />
          <div className="buttons"><Button size="small" onClick={() => { void copyText(made.news).then(setCopied); }}>{t('papers.copy')}</Button></div>
          <p role="status">{copied && t('papers.copied')}</p>
        </>
      )}
    </section>
  );
}
