/** What came of the last action: it stays until it is closed, and errors say the next step. */
import { Button } from '@fluentui/react-components';
import { useCallback } from 'react';
import { OTHER_NAMES } from '../../workbook/layout/sheet-names';
import { useChoices, useCreator, usePart, useSession, type Creator } from '../App';
import { BARRED, resultsApart } from '../report/apart';
import type { Notice } from '../session';
import { useWords, type Words } from '../words';
import { Bar } from './Bar';
import { copyText } from './clipboard';
import { useLostParts } from './use-lost-parts';

export function Notices() {
  const session = useSession();
  const notice = usePart('notice');
  const undo = usePart('undo');
  const { about } = useChoices();
  const words = useWords();
  const { t } = words;
  const bad = notice?.kind === 'problem';
  const isError = bad || notice?.kind === 'partLost';
  const { openBeside } = useCreator();
  useLostParts(
    useCallback(() => {
      session.say({ kind: 'partLost' });
    }, [session]),
  );
  const writeBeside = async (open: NonNullable<Creator['openBeside']>) => {
    await session.check(); // of the scores as they are now
    const { judgement, reportTotals } = session.state();
    if (!judgement) return;
    const done = await open(await resultsApart(judgement, { now: new Date(), reportTotals }));
    session.say(done.ok ? { kind: 'beside' } : { kind: 'problem', problem: done.error, retry: null });
  };
  return (
    <div className="notices" role={isError ? 'alert' : 'status'}>
      {notice && (
        <Bar
          intent={isError ? 'error' : notice.kind === 'written' && !notice.withResults ? 'warning' : 'success'}
          onClose={() => {
            session.say(null);
          }}
          actions={
            (bad || (UNDOABLE.has(notice.kind) && undo.length > 0)) && (
              <>
                {bad && notice.retry && notice.problem.code !== 'sheet-additions' && (
                  <Button
                    size="small"
                    onClick={() => {
                      void (notice.retry === 'compute' ? session.compute(notice.options) : session.check());
                    }}
                  >
                    {t('retry')}
                  </Button>
                )}
                {bad && notice.problem.code === 'sheet-foreign' && notice.retry === 'compute' && (
                  <Button
                    size="small"
                    onClick={() => {
                      void session.compute({ ...notice.options, names: OTHER_NAMES });
                    }}
                  >
                    {t('foreign.rename')}
                  </Button>
                )}
                {bad && notice.problem.code === 'sheet-additions' && notice.retry === 'compute' && (
                  <Button
                    size="small"
                    appearance="primary"
                    onClick={() => {
                      void session.compute({ ...notice.options, keepAdditions: true });
                    }}
                  >
                    {t('additions.keep')}
                  </Button>
                )}
                {bad && BARRED.has(notice.problem.code) && notice.retry === 'compute' && openBeside && (
                  <Button
                    size="small"
                    onClick={() => {
                      void writeBeside(openBeside);
                    }}
                  >
                    {t('beside.write')}
                  </Button>
                )}
                {bad && (
                  <Button
                    size="small"
                    onClick={() => {
                      void copyText(problemDetails(notice, about));
                    }}
                  >
                    {t('failure.copy')}
                  </Button>
                )}
                {!bad && (
                  <Button
                    size="small"
                    onClick={() => {
                      void session.undo();
                    }}
                  >
                    {t('undo')}
                  </Button>
                )}
              </>
            )
          }
        >
          {bad ? (
            <ProblemText notice={notice} />
          ) : notice.kind === 'written' && notice.withResults ? (
            <Written sheets={notice.sheets} />
          ) : (
            noticeText(notice, words)
          )}
        </Bar>
      )}
    </div>
  );
}

const UNDOABLE: ReadonlySet<Notice['kind']> = new Set(['fixed', 'renamed', 'regulated', 'decided', 'applied']);

type ProblemNotice = Extract<Notice, { kind: 'problem' }>;

function ProblemText({ notice }: { readonly notice: ProblemNotice }) {
  const { what, next } = useWords().problem(notice.problem);
  return (
    <>
      <b>{what}</b> {next}
    </>
  );
}

/** The written sheets, each a way to see it. */
function Written({ sheets }: { readonly sheets: readonly string[] }) {
  const session = useSession();
  const { t } = useWords();
  return (
    <>
      {t('notice.written')}{' '}
      {sheets.map((name, at) => (
        <span key={name}>
          <span className="listed">
            <button
              type="button"
              className="link"
              onClick={() => {
                void session.show({ sheet: name, row: 0, column: 0 });
              }}
            >
              {name}
            </button>
            {at < sheets.length - 1 && ','}
          </span>{' '}
        </span>
      ))}
    </>
  );
}

function noticeText(notice: Exclude<Notice, ProblemNotice>, { t, place }: Words): string {
  switch (notice.kind) {
    case 'written':
      return t('notice.onlyIssues');
    case 'fixed':
      return t('notice.fixed', { cells: notice.places.map(place).join(', ') });
    case 'renamed':
      return t('notice.renamed', { from: notice.sheet.rename, to: notice.sheet.to });
    case 'regulated':
      return t('notice.regulated', { what: notice.what });
    default:
      return t(`notice.${notice.kind}`);
  }
}

/** Code, sheet and versions; never the contents of a cell. */
function problemDetails({ problem }: ProblemNotice, about: string): string {
  return [about, navigator.userAgent, problem.code, problem.sheet, problem.detail].filter(Boolean).join('\n');
}
