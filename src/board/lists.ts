/** What the Board writes down itself: the list of blocs, the limits. */
import { fold } from '../base/folding';
import type { Limits } from './across-files';
import type { ListedBloc } from './check-workbook';

/** One bloc a line: its name, and after "|" its official units, by name or code, parted by ";". */
export function parseBlocs(text: string): ListedBloc[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((line) => line.normalize('NFC').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', units] = line.split('|').map((part) => part.trim());
      const listed =
        units
          ?.split(';')
          .map((unit) => unit.trim())
          .filter(Boolean) ?? [];
      return { name, units: listed.length > 0 ? listed : null };
    });
}

/** "CP=2" → at most two units for the award of this code; null where a text says anything else. */
export function parseLimits(texts: readonly string[]): Limits | null {
  const limits = new Map<string, number>();
  for (const text of texts) {
    const [, code, count] = /^(.+)=(\d{1,6})$/u.exec(text) ?? [];
    if (code === undefined) return null;
    limits.set(fold(code), Number(count));
  }
  return limits;
}
