/** What the page itself has to say: it stays until it is closed. */
import type { DoorProblem } from '../workbook/door';
import { Bar, type Intent } from '../pane/parts/Bar';
import { useWords } from '../pane/words';

export type PageNotice =
  | { readonly kind: 'reading' | 'saved' | 'downloaded' | 'notSaved'; readonly file: string }
  | { readonly kind: 'elsewhere' | 'manyDropped' | 'created' }
  | { readonly kind: 'problem'; readonly problem: DoorProblem };

const INTENT = { reading: 'info', saved: 'success', downloaded: 'success', notSaved: 'error', elsewhere: 'warning', manyDropped: 'info', created: 'success', problem: 'error' } as const satisfies Record<PageNotice['kind'], Intent>;

export function Banner({ notice, onClose }: { readonly notice: PageNotice | null; readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const bad = notice !== null && INTENT[notice.kind] === 'error';
  return (
    <div role={bad ? 'alert' : 'status'} className="banner">
      {notice && (
        <Bar intent={INTENT[notice.kind]} onClose={onClose}>
          {notice.kind === 'problem' && <><b>{words.problem(notice.problem).what}</b> {words.problem(notice.problem).next}</>}
          {notice.kind === 'created' && t('notice.created')}
          {(notice.kind === 'elsewhere' || notice.kind === 'manyDropped') && t(`page.${notice.kind}`)}
          {'file' in notice && t(`page.${notice.kind}`, { file: notice.file })}
        </Bar>
      )}
    </div>
  );
}
