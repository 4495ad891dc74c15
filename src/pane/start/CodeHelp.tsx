/** Every code that a finding can have: what it says, why it matters, how to mend it. */
import { useState } from 'react';
import { ISSUE_SEVERITY, type IssueCode } from '../../rules';
import { searched } from '../../base/folding';
import { Modal } from '../parts/Modal';
import { SEVERITY_ICON } from '../parts/StatusLine';
import { useWords } from '../words';

interface Props {
  /** What it begins with; empty: all codes. */
  readonly code: IssueCode | '';
  readonly onClose: () => void;
}

const CODES = Object.keys(ISSUE_SEVERITY).filter((code): code is IssueCode => code in ISSUE_SEVERITY);

export default function CodeHelp({ code, onClose }: Props) {
  const words = useWords();
  const { t } = words;
  const [search, setSearch] = useState<string>(code);
  const wanted = searched(search);
  const entries = CODES.map((each) => ({ code: each, severity: ISSUE_SEVERITY[each], ...words.code(each) })).filter(
    (entry) => searched([entry.code, entry.what, entry.why, entry.how].join(' ')).includes(wanted),
  );
  return (
    <Modal title={t('help.codes')} onClose={onClose}>
      <input
        className="search"
        type="search"
        aria-label={t('help.search')}
        placeholder={t('help.search')}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
        }}
      />
      <p role="status" className="is-quiet">
        {t('help.found', { n: entries.length })}
      </p>
      <ul className="plain">
        {entries.map(({ code: each, severity, what, why, how }) => {
          const Icon = SEVERITY_ICON[severity];
          return (
            <li key={each} className={`code-entry is-${severity}`}>
              <h3>
                <span className="issue-sign">
                  <Icon />
                </span>{' '}
                {each} <span className="is-quiet">{t(`severity.${severity}`)}</span>
              </h3>
              <p>
                {what} {why}
              </p>
              <p>
                <b>{t('check.how')}</b> {how}
              </p>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
