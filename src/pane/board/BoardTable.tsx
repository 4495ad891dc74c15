/** One row per workbook, the wrong ones first; a row opens to what was found in it. */
import { Button } from '@fluentui/react-components';
import { Fragment, useContext, useState } from 'react';
import type { FileReport } from '../../board/check-workbook';
import { blocKey, countOf, wrongFirst } from '../../board/output/output';
import type { Issue } from '../../rules';
import { boardText } from '../../text/ui-board';
import { OpenerContext } from '../App';
import { fold } from '../check/group-issues';
import { useLang } from '../lang';
import { CheckIcon, ErrorIcon } from '../parts/icons';
import { SEVERITY_ICON } from '../parts/StatusLine';
import { useWords } from '../words';
import type { ChosenWorkbook } from '../files-run';
import { useBoardText } from './board-words';

/** Rows on the screen until more are asked for: drawing them takes a few milliseconds. */
const ROWS = 100;
/** Findings of one workbook on the screen; the summary has them all. */
const FINDINGS = 50;

const VERDICT_KEYS = { valid: 'valid', findings: 'wrong', unreadable: 'unreadable' } as const;

interface Props {
  readonly reports: readonly FileReport[];
  readonly fileAt: (index: number) => ChosenWorkbook | undefined;
}

export function BoardTable({ reports, fileAt }: Props) {
  const t = useBoardText();
  const lang = useLang();
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(ROWS);
  const [open, setOpen] = useState<number | null>(null);
  const wanted = fold(search);
  const rows = wrongFirst(reports.map((report, index) => ({ report, index, verdict: report.verdict }))).filter(
    ({ report }) => wanted === '' || fold(searched(report)).includes(wanted),
  );
  const rest = rows.length - shown;
  return (
    <>
      <input
        className="search"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
        }}
      />
      <table className="ranking board" aria-label={t('table')}>
        <thead>
          <tr>
            <th scope="col">{boardText(lang, blocKey(reports))}</th>
            <th scope="col">{t('verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ report, index }) => (
            <Fragment key={index}>
              <Row
                report={report}
                open={open === index}
                onToggle={() => {
                  setOpen(open === index ? null : index);
                }}
              />
              {open === index && (
                <tr className="board-details">
                  <td colSpan={2}>
                    <Findings report={report} file={fileAt(index)} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <div className="buttons">
          <Button
            onClick={() => {
              setShown(shown + ROWS);
            }}
          >
            {t('moreFiles', { n: Math.min(rest, ROWS) })}
          </Button>
        </div>
      )}
    </>
  );
}

/** What a search looks through. */
const searched = ({ bloc, file, issues }: FileReport): string =>
  [bloc.name, file, ...new Set(issues.map(({ code }) => code))].join('\n');

function Row({
  report,
  open,
  onToggle,
}: {
  readonly report: FileReport;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const t = useBoardText();
  const { file, bloc, verdict, issues } = report;
  const [errors, warnings] = [countOf(issues, 'error'), countOf(issues, 'warning')];
  return (
    <tr>
      <td>
        <button type="button" className="link" aria-expanded={open} onClick={onToggle}>
          {bloc.name || file}
        </button>
        {bloc.name !== '' && <span className="remark">{file}</span>}
      </td>
      <td className="board-verdict">
        <span className={verdict === 'valid' ? 'is-good' : 'is-error'}>
          {verdict === 'valid' ? <CheckIcon /> : <ErrorIcon />} {t(VERDICT_KEYS[verdict])}
        </span>
        {errors + warnings > 0 && <span className="remark">{t('counts', { errors, warnings })}</span>}
      </td>
    </tr>
  );
}

function Findings({
  report: { issues, verdict },
  file,
}: {
  readonly report: FileReport;
  readonly file: ChosenWorkbook | undefined;
}) {
  const t = useBoardText();
  const open = useContext(OpenerContext);
  const [gone, setGone] = useState(false);
  const openFile = async (chosen: ChosenWorkbook) => {
    const bytes = await chosen.arrayBuffer().catch(() => null); // a browser reads no file that changed since it was chosen
    setGone(bytes === null);
    if (bytes) open?.(chosen.name, new Uint8Array(bytes));
  };
  return (
    <>
      {open && file && verdict !== 'unreadable' && (
        <Button
          size="small"
          onClick={() => {
            void openFile(file);
          }}
        >
          {t('open')}
        </Button>
      )}
      <p className="trouble" role="alert">
        {gone && t('gone')}
      </p>
      {issues.length === 0 && <p className="is-quiet">{t('nothing')}</p>}
      <ul>
        {issues.slice(0, FINDINGS).map((found, index) => (
          <Finding key={index} found={found} />
        ))}
      </ul>
      {issues.length > FINDINGS && <p className="is-quiet">{t('more', { n: issues.length - FINDINGS })}</p>}
    </>
  );
}

function Finding({ found }: { readonly found: Issue }) {
  const words = useWords();
  const { what, why, how } = words.issue(found);
  const Icon = SEVERITY_ICON[found.severity];
  return (
    <li className={`is-${found.severity}`}>
      <Icon />{' '}
      <span className="board-finding">
        {found.place && <b>{words.place(found.place)} </b>}
        {what} {why} {how} <span className="is-quiet">{found.code}</span>
      </span>
    </li>
  );
}
