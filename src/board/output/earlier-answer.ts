/** Tells an earlier answer of ours from anything else that stands where an answer is to be written. */
import { LANGS } from '../../text';
import { BOARD_WORDS } from '../../text/board';
import { letterWord } from '../../text/letter';
import { readWorkbook } from '../../xlsx';

/** Whether the bytes begin as every workbook does, of the new kind (a zip package) or the old (a compound file). */
export function isWorkbook(bytes: Uint8Array): boolean {
  return WORKBOOK_STARTS.some((start) => start.every((byte, at) => bytes[at] === byte));
}

const WORKBOOK_STARTS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** Of the form for terminals: "12 sổ: 10 hợp lệ, …". */
const LAST_LINE = /^\d+ (?:sổ|workbooks?): \d/u;

/** Whether it is a letter that this program wrote to a bloc. */
export function isEarlierLetter(bytes: Uint8Array): boolean {
  const is = (key: 'sheet' | 'title', text: (title: string) => boolean): boolean =>
    LANGS.some((lang) => text(letterWord('bloc', lang, key)));
  if (isWorkbook(bytes)) {
    const read = readWorkbook(bytes, { wanted: () => false });
    return read.ok && is('sheet', (name) => read.value.sheets.length === 1 && read.value.sheets[0]?.name === name);
  }
  const text = new TextDecoder().decode(bytes);
  return is(
    'title',
    (title) =>
      text.startsWith(`${title}\n`) || (text.startsWith('<!doctype html>') && text.includes(`<title>${title}</title>`)),
  );
}

/** Whether it is a summary workbook, a page, a list of lines or a text that this program wrote. */
export function isEarlierAnswer(bytes: Uint8Array): boolean {
  if (isWorkbook(bytes)) {
    const read = readWorkbook(bytes, { wanted: () => false });
    const names = read.ok ? read.value.sheets.map(({ name }) => name).join('\n') : '';
    return LANGS.some(
      (lang) =>
        names === [BOARD_WORDS[lang].summary, BOARD_WORDS[lang].proposals, BOARD_WORDS[lang].findings].join('\n'),
    );
  }
  const text = new TextDecoder().decode(bytes);
  const lastLine = text.slice(text.trimEnd().lastIndexOf('\n') + 1);
  return (
    LAST_LINE.test(lastLine) ||
    text.startsWith('{"format":"thidua/') ||
    LANGS.some(
      (lang) => text.startsWith('<!doctype html>') && text.includes(`<title>${BOARD_WORDS[lang].title}</title>`),
    )
  );
}
