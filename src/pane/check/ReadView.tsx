/** What was read of the workbook, folded: "0 điều kiện" is seen before the meeting, not after. */
import type { Judgement } from '../../workbook/judgement';
import { readCounts } from '../../workbook/read-counts';
import { useWords } from '../words';

export function ReadView({ judgement: { book } }: { readonly judgement: Judgement }) {
  const { t } = useWords();
  const { units, criteria, conditions, awards, ballots, decisions } = readCounts(book);
  const { sheets, notRead } = book.read ?? { sheets: [], notRead: [] };
  const read = sheets.filter(({ kind, rows }) => kind !== null && rows > 0);
  return (
    <details className="read-account">
      <summary>{t('read.title')}</summary>
      <p>{t('read.counts', { units, criteria, conditions, awards, ballots, decisions })}</p>
      {read.length > 0 && (
        <p>
          {t('read.sheets')} {read.map(({ name, rows }) => `${name} (${t('read.rows', { n: rows })})`).join('; ')}
        </p>
      )}
      <p>
        {t('read.notRead')}{' '}
        {notRead.length === 0
          ? t('read.nothing')
          : notRead
              .map(({ sheet, what, where }) =>
                what === 'sheet' ? sheet : `${sheet} – ${t(`read.${what}`, { where })}`,
              )
              .join('; ')}
      </p>
    </details>
  );
}
