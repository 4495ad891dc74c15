/** The letter back to the bloc: its faults by cell, to paste into a mail or to send as a file. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { FileReport } from '../../board/check-workbook';
import { copyText } from '../parts/clipboard';
import { download, HTML_MIME, XLSX_MIME } from '../parts/download';
import { useWords } from '../words';
import { useBoardText } from './board-words';

const MIMES = { xlsx: XLSX_MIME, html: HTML_MIME } as const;

/** What makes the letters is loaded once one is asked for. */
const letters = () => import('./letters');

export function LetterButtons({ report }: { readonly report: FileReport }) {
  const t = useBoardText();
  const words = useWords();
  const lang = words.lang === 'en' ? 'en' : 'vi';
  const [said, setSaid] = useState('');
  const copy = async () => {
    const { letterText } = await letters();
    setSaid(t((await copyText(letterText(report, { lang }))) ? 'copied' : 'notCopied'));
  };
  const take = async (format: keyof typeof MIMES) => {
    const { letterFile, letterNames } = await letters();
    const name = letterNames([report.file], format, lang).get(report.file) ?? `thu.${format}`;
    download(name, letterFile(report, format, { lang, link: null }), MIMES[format]);
    setSaid(t('downloaded', { file: name }));
  };
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          void copy();
        }}
      >
        {t('copyLetter')}
      </Button>
      {(['xlsx', 'html'] as const).map((format) => (
        <Button
          key={format}
          size="small"
          onClick={() => {
            void take(format);
          }}
        >
          {t(format === 'xlsx' ? 'letterSheets' : 'letterPage')}
        </Button>
      ))}
      <p role="status">{said}</p>
    </>
  );
}
