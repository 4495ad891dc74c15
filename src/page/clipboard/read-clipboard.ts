/** What another program left on the clipboard, as a block of cells. */
import { LONGEST_CLIP, readNumbers, trimmed, type Block } from './block';
import { readHtml } from './html-table';
import { readTsv } from './tsv';

/** As much of a `DataTransfer` as is needed. */
export interface Clip {
  getData: (format: string) => string;
}

/** The table where there is one, as it tells more than the text; null: nothing to paste; `too-large`. */
export function readClipboard(clip: Clip): Block | 'too-large' | null {
  const [html, text] = [clip.getData('text/html'), clip.getData('text/plain')];
  if (text.length > LONGEST_CLIP) return 'too-large';
  const table = html !== '' && html.length <= LONGEST_CLIP ? readHtml(html) : null;
  const block = table ?? readTsv(text);
  if (block === null || block === 'too-large') return 'too-large';
  const cells = trimmed(block);
  // A single blank cell that was copied on purpose empties; a clipboard without text does nothing.
  return cells.length > 0 ? readNumbers(cells) : text === '' && html === '' ? null : [[{ text: '' }]];
}
