/** Values of cells as people read them. */
import type { Entry } from '../../rules';
import { shownValue as valueText } from '../../text';
import type { UiLang } from '../../text/ui';

/** "9.5" → "9,5", days and yes or no in words; other texts as they are, a blank as a dash. */
export function shownValue(value: string | null, lang: UiLang): string {
  return value === null || value === '' ? '–' : valueText(value, lang === 'en' ? 'en' : 'vi');
}

/** What a cell holds, in short. */
export function entryText(entry: Entry | null, lang: UiLang): string {
  switch (entry?.kind) {
    case 'number':
      return shownValue(entry.value, lang);
    case 'text':
      return entry.text;
    case 'yesno':
      return entry.value ? 'có' : 'không';
    case 'na':
      return 'KAD';
    case 'error':
      return entry.error;
    default:
      return '–';
  }
}
