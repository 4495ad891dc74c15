/** What the page itself has to say: it stays until it is closed. */
import type { DoorProblem } from '../workbook/door';
import { Bar, type Intent } from '../pane/parts/Bar';
import { useWords } from '../pane/words';
import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';

export type PageNotice =
  | { readonly kind: 'saved' | 'notSaved'; readonly file: string }
  | { readonly kind: 'reading'; readonly file: string; readonly cancel: () => void }
  | { readonly kind: 'downloaded'; readonly file: string; readonly confirm: () => void }
  | { readonly kind: 'elsewhere' | 'manyDropped' | 'created' | 'newRelease' }
  | { readonly kind: 'problem'; readonly problem: DoorProblem };

const INTENT = { reading: 'info', saved: 'success', downloaded: 'info', notSaved: 'error', elsewhere: 'warning', manyDropped: 'info', created: 'success', newRelease: 'info', problem: 'error' } as const satisfies Record<PageNotice['kind'], Intent>;

export function Banner({ notice, onClose }: { readonly notice: PageNotice | null; readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const bad = notice !== null && INTENT[notice.kind] === 'error';
  return (
    <div role={bad ? 'alert' : 'status'} className="banner">
      {notice && (
        <Bar intent={INTENT[notice.kind]} onClose={onClose} actions={actionOf(notice, onClose, t)}>
          {notice.kind === 'problem' && <><b>{words.problem(notice.problem).what}</b> {words.problem(notice.problem).next}</>}
          {notice.kind === 'created' && t('notice.created')}
          {(notice.kind === 'elsewhere' || notice.kind === 'manyDropped' || notice.kind === 'newRelease') && t(`page.${notice.kind}`)}
          {'file' in notice && t(`page.${notice.kind}`, { file: notice.file })}
        </Bar>
      )}
    </div>
  );
}

/** What can be done about it. */
function actionOf(notice: PageNotice, onClose: () => void, t: ReturnType<typeof useWords>['t']): ReactNode {
  if (notice.kind === 'reading') return <Button size="small" onClick={notice.cancel}>{t('cancel')}</Button>;
  if (notice.kind === 'downloaded') return <Button size="small" onClick={() => { notice.confirm(); onClose(); }}>{t('page.downloadSeen')}</Button>;
  if (notice.kind === 'newRelease') return <Button size="small" onClick={() => { location.reload(); }}>{t('page.reload')}</Button>;
  return undefined;
}
