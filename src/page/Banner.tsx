/** What the page itself has to say: it stays until it is closed. */
import type { Place } from '../rules';
import type { DoorProblem } from '../sheets/door';
import { Bar, type Intent } from '../pane/parts/Bar';
import { useWords } from '../pane/words';
import type { ReactNode } from 'react';
import { namesOf, type Refusal, type Refused } from './clipboard/paste-block';
import { Button } from '@fluentui/react-components';

export type PageNotice =
  | { readonly kind: 'saved' | 'notSaved'; readonly file: string }
  | { readonly kind: 'reading'; readonly file: string; readonly cancel: () => void }
  | { readonly kind: 'downloaded'; readonly file: string; readonly confirm: () => void }
  | { readonly kind: 'elsewhere' | 'manyDropped' | 'created' | 'newRelease' | 'draftsForbidden' }
  | { readonly kind: 'pasted'; readonly cells: number; readonly refused: readonly Refused[] }
  | { readonly kind: 'clipTooLarge'; readonly most: number }
  | { readonly kind: 'pasteIntoOurs'; readonly sheet: string }
  | { readonly kind: 'changedOutside' | 'followLost'; readonly file: string }
  | { readonly kind: 'followed'; readonly file: string; readonly places: readonly Place[] }
  | { readonly kind: 'followedOther'; readonly file: string; readonly bloc: string }
  | { readonly kind: 'problem'; readonly problem: DoorProblem };

const INTENT = {
  reading: 'info',
  saved: 'success',
  downloaded: 'info',
  notSaved: 'error',
  elsewhere: 'warning',
  manyDropped: 'info',
  created: 'success',
  newRelease: 'info',
  draftsForbidden: 'warning',
  pasted: 'success',
  clipTooLarge: 'error',
  pasteIntoOurs: 'warning',
  changedOutside: 'warning',
  followLost: 'warning',
  followed: 'success',
  followedOther: 'warning',
  problem: 'error',
} as const satisfies Record<PageNotice['kind'], Intent>;

/** Cells that are named. */
const NAMED = 6;

export function Banner({ notice, onClose }: { readonly notice: PageNotice | null; readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const intent = notice && (notice.kind === 'pasted' && notice.refused.length > 0 ? 'warning' : INTENT[notice.kind]);
  const bad = intent === 'error';
  return (
    <div role={bad ? 'alert' : 'status'} className="banner">
      {notice && intent && (
        <Bar intent={intent} onClose={onClose} actions={actionOf(notice, onClose, t)}>
          {notice.kind === 'problem' && (
            <>
              <b>{words.problem(notice.problem).what}</b> {words.problem(notice.problem).next}
            </>
          )}
          {notice.kind === 'created' && t('notice.created')}
          {(notice.kind === 'elsewhere' ||
            notice.kind === 'manyDropped' ||
            notice.kind === 'newRelease' ||
            notice.kind === 'draftsForbidden') &&
            t(`page.${notice.kind}`)}
          {notice.kind === 'pasted' && pastedText(notice, t)}
          {notice.kind === 'clipTooLarge' && t('page.clipTooLarge', { n: notice.most })}
          {notice.kind === 'pasteIntoOurs' && t('page.pasteIntoOurs', { sheet: notice.sheet })}
          {notice.kind === 'followed' &&
            `${t('page.followed', { file: notice.file })} ${notice.places.length === 0 ? t('page.followedNothing') : t('page.followedCells', { n: notice.places.length, cells: notice.places.slice(0, NAMED).map(words.place).join(', ') + (notice.places.length > NAMED ? ', …' : '') })}`}
          {notice.kind === 'followedOther' && t('page.followedOther', { file: notice.file, bloc: notice.bloc })}
          {'file' in notice &&
            notice.kind !== 'followed' &&
            notice.kind !== 'followedOther' &&
            t(`page.${notice.kind}`, { file: notice.file })}
        </Bar>
      )}
    </div>
  );
}

/** How many cells were pasted, and which stay as they were, with the reason. */
function pastedText({ cells, refused }: PageNotice & { kind: 'pasted' }, t: ReturnType<typeof useWords>['t']): string {
  const reasons = [...new Set(refused.map(({ why }) => why))];
  const said = (why: Refusal): string => {
    const those = refused.filter((each) => each.why === why);
    return t('page.pasteRefused', { n: those.length, cells: namesOf(those), why: t(`page.refused.${why}`) });
  };
  return [t('page.pasted', { n: cells }), ...reasons.map(said)].join(' ');
}

/** What can be done about it. */
function actionOf(notice: PageNotice, onClose: () => void, t: ReturnType<typeof useWords>['t']): ReactNode {
  if (notice.kind === 'reading')
    return (
      <Button size="small" onClick={notice.cancel}>
        {t('cancel')}
      </Button>
    );
  if (notice.kind === 'downloaded')
    return (
      <Button
        size="small"
        onClick={() => {
          notice.confirm();
          onClose();
        }}
      >
        {t('page.downloadSeen')}
      </Button>
    );
  if (notice.kind === 'newRelease')
    return (
      <Button
        size="small"
        onClick={() => {
          location.reload();
        }}
      >
        {t('page.reload')}
      </Button>
    );
  return undefined;
}
