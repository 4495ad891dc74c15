/** Criteria as people list them: one a line, the maximum last. */
import { cleanName } from './units';
import type { NamedMaximum } from './proposal';

/** Behind a tab as from a spreadsheet, or behind ";", ":", "–" or in brackets, with "điểm" or "đ" or nothing: "… (2,5 đ)". */
const LINE = /^(.*?)\s*(?:[\t;:|–—]|\s-\s|\()\s*(\d{1,6}(?:[.,]\d{1,4})?)\s*(?:điểm|đ)?\s*\)?\s*$/iu;

/**
 * The criteria of a text of lines. A line without a maximum has `max` null, which the command refuses by its name.
 *
 * @example
 * maximaOfLines('Cải cách hành chính; 10\nChuyển đổi số (2,5 đ)')
 * // → [{ name: 'Cải cách hành chính', max: 10 }, { name: 'Chuyển đổi số', max: 2.5 }]
 */
export function maximaOfLines(text: string): NamedMaximum[] {
  return text.split(/\r\n|\r|\n/u).flatMap((line): NamedMaximum[] => {
    if (line.trim() === '') return [];
    const match = LINE.exec(line);
    return match === null
      ? [{ name: cleanName(line), max: null }]
      : [{ name: cleanName(match[1] ?? ''), max: Number((match[2] ?? '').replace(',', '.')) }];
  });
}
