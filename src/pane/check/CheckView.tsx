/** `Kiểm tra`: every finding, where it is, and how to mend it. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { Issue, IssueCode, Severity } from '../../rules';
import { useCreator, usePart, useSession } from '../App';
import { Arriving } from '../parts/Arriving';
import { Choice } from '../parts/Choice';
import { copyText } from '../parts/clipboard';
import { CheckIcon, CopyIcon } from '../parts/icons';
import { NotRead } from '../parts/NotRead';
import { SEVERITIES, SEVERITY_ICON } from '../parts/StatusLine';
import { isStandard, namesOf, type Judgement } from '../../workbook/judgement';
import { isEmptyCell, progressOf } from '../../workbook/progress';
import type { ViewProps } from '../tabs';
import { useWords, type Words } from '../words';
import { listIssues, type GroupBy } from './group-issues';
import { IssueList } from './IssueList';
import { ProgressView } from './ProgressView';
import { ReadView } from './ReadView';

const OldTableGate = lazy(() => import('../adopt/OldTableGate'));
const AdoptedReport = lazy(() => import('../adopt/AdoptedReport'));

const GROUPINGS = ['unit', 'sheet', 'code'] as const satisfies readonly GroupBy[];

export function CheckView({ onRegulation }: ViewProps) {
  const judgement = usePart('judgement');
  const { t } = useWords();
  const deferred = useDeferredValue(judgement);
  const { adopted } = useCreator();
  if (!deferred) return <NotRead />;
  const findings = <Findings judgement={deferred} />;
  if (deferred.evaluation.issues.some(({ code }) => code === 'sheet-missing'))
    return (
      <Suspense
        fallback={
          <p className="is-quiet" aria-busy="true">
            {t('check.waiting')}
          </p>
        }
      >
        <OldTableGate cells={deferred.cells}>{findings}</OldTableGate>
      </Suspense>
    );
  return (
    <>
      {adopted && (
        <Suspense fallback={<Arriving />}>
          <AdoptedReport {...adopted} />
        </Suspense>
      )}
      {findings}
      {isStandard(deferred) && (
        <div className="buttons">
          <Button size="small" onClick={onRegulation}>
            {t('menu.regulation')}
          </Button>
        </div>
      )}
    </>
  );
}

function Findings({ judgement }: { readonly judgement: Judgement }) {
  const session = useSession();
  const words = useWords();
  const { t } = words;
  const { issues } = judgement.evaluation;
  const progress = useMemo(() => progressOf(judgement), [judgement]);
  const [severities, setSeverities] = useState<ReadonlySet<Severity>>(new Set(SEVERITIES));
  const [by, setBy] = useState<GroupBy>('unit');
  const [search, setSearch] = useState('');
  const [unfolded, setUnfolded] = useState<ReadonlySet<IssueCode>>(new Set());
  const unitName = useMemo(() => namesOf(judgement).unit, [judgement]);
  const line = (found: Issue) => issueLine(found, words, unitName);
  // Empty is not wrong: cells that wait are listed by unit, with the progress.
  const wrong = useMemo(() => issues.filter((found) => !isEmptyCell(found)), [issues]);
  const listing = listIssues(wrong, { severities, by, search, unfolded }, line);

  const toggle = (severity: Severity) => {
    const next = new Set(severities);
    if (!next.delete(severity)) next.add(severity);
    setSeverities(next);
  };
  const copyAll = async () => {
    if (await copyText(bySelection(issues, severities).map(line).join('\n'))) session.say({ kind: 'copied' });
  };
  const beside = <ReadView judgement={judgement} />;
  const filling = progress.empty > 0 && <ProgressView progress={progress} unitName={unitName} />;
  if (issues.length === 0)
    return (
      <>
        <AllGood />
        {beside}
      </>
    );
  if (wrong.length === 0)
    return (
      <>
        {filling}
        {beside}
      </>
    );
  return (
    <>
      {filling}
      <div className="chips" role="group" aria-label={t('check.severities')}>
        {SEVERITIES.map((severity) => {
          const Icon = SEVERITY_ICON[severity];
          const count = wrong.filter((found) => found.severity === severity).length;
          return (
            count > 0 && (
              <button
                key={severity}
                type="button"
                className={`chip is-${severity}`}
                aria-pressed={severities.has(severity)}
                onClick={() => {
                  toggle(severity);
                }}
              >
                <Icon /> {t(`severity.${severity}`)} <b>{count}</b>
              </button>
            )
          );
        })}
      </div>
      <div className="filters">
        <Choice
          label={t('check.group')}
          labelHidden
          value={by}
          options={GROUPINGS.map((value) => ({ value, label: t(`check.by.${value}`) }))}
          onChange={setBy}
        />
        <input
          className="search"
          type="search"
          aria-label={t('check.search')}
          placeholder={t('check.searchShort')}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
          }}
        />
      </div>
      <IssueList
        listing={listing}
        by={by}
        judgement={judgement}
        unitName={unitName}
        actions={
          <Button
            size="small"
            appearance="subtle"
            icon={<CopyIcon />}
            onClick={() => {
              void copyAll();
            }}
          >
            {t('check.copyAll')}
          </Button>
        }
      />
      {listing.order.length === 0 && <p className="is-quiet">{t('check.filtered')}</p>}
      {listing.held.map(({ code, count }) => (
        <p key={code} className="held">
          <Button
            size="small"
            onClick={() => {
              setUnfolded(new Set([...unfolded, code]));
            }}
          >
            {t('check.more', { n: count, code })}
          </Button>
        </p>
      ))}
      {beside}
    </>
  );
}

/** Nothing to mend: what comes next. */
function AllGood() {
  const results = usePart('results');
  const { t } = useWords();
  return (
    <div className="all-good">
      <span className="all-good-sign">
        <CheckIcon />
      </span>
      <p>
        <b>{t('check.none')}</b>
      </p>
      <p className="is-quiet">{t(`check.then.${results.kind}`)}</p>
    </div>
  );
}

const bySelection = (issues: readonly Issue[], severities: ReadonlySet<Severity>): readonly Issue[] =>
  issues.filter(({ severity }) => severities.has(severity));

/** One finding as one line of text: what is copied and searched. */
function issueLine(found: Issue, { t, issue, place }: Words, unitName: (id: string) => string): string {
  const { what, how } = issue(found);
  return [
    t(`severity.${found.severity}`),
    found.place ? place(found.place) : '',
    found.unit ? unitName(found.unit) : '',
    what,
    how,
    found.code,
  ].join('\t');
}
