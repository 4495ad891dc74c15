/** `Báo cáo`: write the sheets, open them, print them; the elections. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { dayText } from '../../base/days';
import { electedPost, type BallotResult } from '../../rules';
import { smallPrint } from '../../board/small-print';
import { findOutput, type OutputSheet } from '../../sheets/stamp';
import { namesOf, type Judgement } from '../../workbook/judgement';
import { usePart, useSession } from '../App';
import { Arriving } from '../parts/Arriving';
import { NotRead } from '../parts/NotRead';
import { PapersSection } from '../papers/PapersSection';
import { shownValue } from '../parts/values';
import { useWords } from '../words';

/** It travels with the view *Quy chế*, and is asked for here where a sheet prints too small. */
const ChangeForm = lazy(() => import('../regulation/ChangeForm'));

const SHEETS = ['results', 'report', 'issues', 'explanations', 'log'] as const satisfies readonly OutputSheet[];

export default function ReportView() {
  const session = useSession();
  const judgement = usePart('judgement');
  const results = usePart('results');
  const { t } = useWords();
  const [allowErrors, setAllowErrors] = useState(false);
  const reportTotals = usePart('reportTotals');
  if (!judgement) return <NotRead />;
  const hasErrors = judgement.evaluation.issues.some(({ severity }) => severity === 'error');
  return (
    <>
      <section>
        <h2>{t('report.write')}</h2>
        <p className="is-quiet">{t('report.what')}</p>
        <label className="check">
          <input
            type="checkbox"
            checked={reportTotals}
            onChange={(event) => {
              session.chooseReportTotals(event.target.checked);
            }}
          />{' '}
          {t('report.totals')}
        </label>
        {hasErrors && (
          <label className="check">
            <input
              type="checkbox"
              checked={allowErrors}
              onChange={(event) => {
                setAllowErrors(event.target.checked);
              }}
            />{' '}
            {t('report.allowErrors')}
          </label>
        )}
        <div className="buttons">
          <Button
            appearance={allowErrors || !reportTotals ? 'primary' : 'secondary'}
            onClick={() => {
              void session.compute({ allowErrors: allowErrors && hasErrors });
            }}
          >
            {t('compute')}
          </Button>
        </div>
      </section>
      <section>
        <h2>{t('report.sheets')}</h2>
        {results.kind !== 'none' && (
          <p>
            {t('report.stamp', {
              code: results.stamp.fingerprint.slice('sha256:'.length, 'sha256:'.length + judgement.short.length),
              time: localTime(results.stamp.time),
            })}
          </p>
        )}
        {results.kind === 'stale' && <p className="caution">{t('report.stale', { code: judgement.short })}</p>}
        <WrittenSheets judgement={judgement} />
      </section>
      {results.kind !== 'none' && (
        <section>
          <h2>{t('report.print')}</h2>
          <p>{t(session.door.kind === 'excel' ? 'report.printExcel' : 'report.printFile')}</p>
        </section>
      )}
      <SmallPrint judgement={judgement} />
      <PapersSection judgement={judgement} hasErrors={hasErrors} />
      <Elections judgement={judgement} />
    </>
  );
}

/** What would come out of the printer unreadable, as far as the workbook's page set-up is known, and what helps. */
function SmallPrint({ judgement }: { readonly judgement: Judgement }) {
  const words = useWords();
  const [laying, setLaying] = useState(false);
  const found = smallPrint(judgement.cells);
  return (
    <>
      {found.map((one) => {
        const { what, how } = words.issue(one);
        return (
          <p key={one.place?.sheet} className="caution">
            {one.place?.sheet}: {what} {how}
          </p>
        );
      })}
      {found.length > 0 && (
        <Button
          size="small"
          onClick={() => {
            setLaying(true);
          }}
        >
          {words.t('report.layPages')}
        </Button>
      )}
      {laying && (
        <Suspense fallback={<Arriving />}>
          <ChangeForm
            command="layPages"
            judgement={judgement}
            onClose={() => {
              setLaying(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function WrittenSheets({ judgement }: { readonly judgement: Judgement }) {
  const session = useSession();
  const { t } = useWords();
  const written = SHEETS.flatMap((kind) => {
    const sheet = findOutput(judgement.cells, kind);
    return sheet ? [{ kind, name: sheet.name }] : [];
  });
  if (written.length === 0) return <p className="is-quiet">{t('report.noSheets')}</p>;
  return (
    <ul className="sheet-links">
      {written.map(({ kind, name }) => (
        <li key={kind}>
          <button
            type="button"
            className="link"
            onClick={() => {
              void session.show({ sheet: name, row: 0, column: 0 });
            }}
          >
            {name}
          </button>
          <span className="is-quiet"> {t(`sheet.${kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Elections({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useWords();
  const { elections } = judgement.evaluation;
  const { nextLeader, nextDeputy } = judgement.book.info;
  const names = namesOf(judgement);
  if (elections.length === 0 && nextLeader === null && nextDeputy === null) return null;
  return (
    <section>
      <h2>{t('elections.title')}</h2>
      {nextLeader !== null && (
        <p>
          {t('elections.leader')} <b>{names.unit(nextLeader)}</b>
        </p>
      )}
      {nextDeputy !== null && (
        <p>
          {t('elections.deputy')} <b>{names.unit(nextDeputy)}</b>
        </p>
      )}
      {elections.map((ballot) => (
        <Ballot key={ballot.ballot} ballot={ballot} judgement={judgement} />
      ))}
    </section>
  );
}

function Ballot({ ballot, judgement }: { readonly ballot: BallotResult; readonly judgement: Judgement }) {
  const { t, lang } = useWords();
  const names = namesOf(judgement);
  const holds = (value: boolean | null) =>
    value === null ? '' : ` – ${t(value ? 'elections.holds' : 'elections.fails')}`;
  return (
    <>
      <h3>{t(electedPost(ballot.ballot) === 'deputy' ? 'elections.deputyBallot' : 'elections.leaderBallot')}</h3>
      {ballot.thresholds.map(({ condition, written, needed }) => (
        <p key={condition} className="is-quiet">
          {written}
          {needed !== null && `: ${t('elections.needed', { n: needed })}`}
        </p>
      ))}
      <ul>
        {ballot.counts.map(({ unit, favour, holds: passed }) => (
          <li key={unit}>
            {names.unit(unit)}: {t('elections.votes', { n: shownValue(favour, lang) })}
            {holds(passed)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** "2024-01-30 14:05" → "14:05 30/01/2024". */
function localTime(time: string): string {
  const [day = '', clock = ''] = time.split(' ');
  return `${clock} ${dayText(day)}`;
}
