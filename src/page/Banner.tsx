/** What the page itself has to say: it stays until it is closed. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { DoorProblem } from '../workbook/door';
import { CloseIcon } from '../pane/parts/icons';
import { useWords } from '../pane/words';

export type PageNotice =
  | { readonly kind: 'reading' | 'saved' | 'downloaded' | 'notSaved'; readonly file: string }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'problem'; readonly problem: DoorProblem };

const INTENT = { reading: 'info', saved: 'success', downloaded: 'success', notSaved: 'error', elsewhere: 'warning', problem: 'error' } as const satisfies Record<PageNotice['kind'], string>;

export function Banner({ notice, onClose }: { readonly notice: PageNotice | null; readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const bad = notice !== null && INTENT[notice.kind] === 'error';
  return (
    <div role={bad ? 'alert' : 'status'} className="banner">
      {notice && (
        <MessageBar intent={INTENT[notice.kind]} politeness="polite" layout="multiline">
          <MessageBarBody>
            {notice.kind === 'problem' && <><MessageBarTitle>{words.problem(notice.problem).what}</MessageBarTitle> {words.problem(notice.problem).next}</>}
            {notice.kind === 'elsewhere' && t('page.elsewhere')}
            {'file' in notice && t(`page.${notice.kind}`, { file: notice.file })}
          </MessageBarBody>
          <MessageBarActions containerAction={<Button appearance="transparent" size="small" icon={<CloseIcon />} aria-label={t('close')} onClick={onClose} />} />
        </MessageBar>
      )}
    </div>
  );
}
