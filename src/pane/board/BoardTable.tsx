/** One row per workbook; a row opens to what was found in it. */
import { Button } from '@fluentui/react-components';
import { Fragment, useContext, useState } from 'react';
import type { FileReport } from '../../board/check-workbook';
import type { Issue } from '../../rules';
import { OpenerContext } from '../App';
import { CheckIcon, ErrorIcon } from '../parts/icons';
import { SEVERITY_ICON } from '../parts/StatusLine';
import { useWords } from '../words';
import type { ChosenWorkbook } from './board-run';
import { useBoardText } from './board-words';

/** Rows on the screen until more are asked for: drawing them takes a few milliseconds. */
const ROWS = 100;
/** Findings of one workbook on the screen; the summary has them all. */
const FINDINGS = 50;

const VERDICT_KEYS = { valid: 'valid', findings: 'wrong', unreadable: 'unreadable' } as const;

interface Props {
  readonly reports: readonly FileReport[];
  readonly fileOf: (name: string) => ChosenWorkbook | undefined;
}

export function BoardTable({ reports, fileOf }: Props) {
  const t = useBoardText();
  const [onlyWrong, setOnlyWrong] = useState(false);
  const [shown, setShown] = useState(ROWS);
  const [open, setOpen] = useState<string | null>(null);
  const rows = reports.filter(({ verdict }) => !onlyWrong || verdict !== 'valid');
  const rest = rows.length - shown;
  return (
    <>
      <label className="check"><input type="checkbox" checked={onlyWrong} onChange={(event) => { setOnlyWrong(event.target.checked); }} /> {t('onlyWrong')}</label>
      <table className="ranking board" aria-label={t('table')}>
        <thead><tr><th scope="col">{t('bloc')}</th><th scope="col">{t('verdict')}</th></tr></thead>
        <tbody>
          {rows.slice(0, shown).map((report) => (
            <Fragment key={report.file}>
              <Row report={report} open={open === report.file} onToggle={() => { setOpen(open === report.file ? null : report.file); }} />
              {open === report.file && <tr className="board-details"><td colSpan={2}><Findings report={report} file={fileOf(report.file)} /></td></tr>}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rest > 0 && <div className="buttons"><Button onClick={() => { setShown(shown + ROWS); }}>{t('moreFiles', { n: Math.min(rest, ROWS) })}</Button></div>}
    </>
  );
}

function Row({ report, open, onToggle }: { readonly report: FileReport; readonly open: boolean; readonly onToggle: () => void }) {
  const t = useBoardText();
  const { file, bloc, verdict, issues } = report;
  const count = (severity: Issue['severity']) => issues.filter((found) => found.severity === severity).length;
  return (
    <tr>
      <td>
        <button type="button" className="link" aria-expanded={open} onClick={onToggle}>{bloc.name || file}</button>
        {bloc.name !== '' && <span className="remark">{file}</span>}
      </td>
      <td className="board-verdict">
        <span className={verdict === 'valid' ? 'is-good' : 'is-error'}>{verdict === 'valid' ? <CheckIcon /> : <ErrorIcon />} {t(VERDICT_KEYS[verdict])}</span>
        <span className="remark">{t('counts', { errors: count('error'), warnings: count('warning') })}</span>
      </td>
    </tr>
  );
}

function Findings({ report: { issues, verdict }, file }: { readonly report: FileReport; readonly file: ChosenWorkbook | undefined }) {
  const t = useBoardText();
  const open = useContext(OpenerContext);
  const openFile = async (chosen: ChosenWorkbook) => { open?.(chosen.name, new Uint8Array(await chosen.arrayBuffer())); };
  return (
    <>
      {open && file && verdict !== 'unreadable' && <Button size="small" onClick={() => { void openFile(file); }}>{t('open')}</Button>}
      {issues.length === 0 && <p className="is-quiet">{t('nothing')}</p>}
      <ul>{issues.slice(0, FINDINGS).map((found, index) => <Finding key={index} found={found} />)}</ul>
      {issues.length > FINDINGS && <p className="is-quiet">{t('more', { n: issues.length - FINDINGS })}</p>}
    </>
  );
}

function Finding({ found }: { readonly found: Issue }) {
  const words = useWords();
  const { what, how } = words.issue(found);
  const Icon = SEVERITY_ICON[found.severity];
  return (
    <li className={`is-${found.severity}`}>
      <Icon /> <span className="board-finding">{found.place && <b>{words.place(found.place)} </b>}{what} {how} <span className="is-quiet">{found.code}</span></span>
    </li>
  );
}
