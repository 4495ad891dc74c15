/** Values of cells as people read them. */
import { parseNumeral, type Entry } from '../../rules';
import { formatScore } from '../../text';
import type { UiLang } from '../../text/ui';

/** "9.5" → "9,5"; other texts as they are, a blank as a dash. */
export function shownValue(value: string | null, lang: UiLang): string {
  if (value === null || value === '') return '–';
  return /^-?\d+(\.\d+)?$/.test(value) && parseNumeral(value) !== null ? formatScore(value, null, lang === 'en' ? 'en' : 'vi') : value;
}

/** What a cell holds, in short. */
export function entryText(entry: Entry | null, lang: UiLang): string {
  switch (entry?.kind) {
    case 'number': return shownValue(entry.value, lang);
    case 'text': return entry.text;
    case 'yesno': return entry.value ? 'có' : 'không';
    case 'na': return 'KAD';
    case 'error': return entry.error;
    default: return '–';
  }
}
