/** Criteria as people list them: one a line, the maximum last. */
import { cleanName } from './units';
import type { NamedMaximum } from './proposal';

/** What stands between a text and its maximum: a tab as from a spreadsheet, or one of these. */
const BETWEEN = ['\t', ';', ':', '|', '–', '—', '(', ' -'];
const UNITS = ['điểm', 'đ'];

/** "2,5" at the end of a line that may close with "điểm", "đ" or a bracket; null: there is none behind a sign. */
function maximumAtEnd(line: string): { readonly before: string; readonly max: number } | null {
  let text = line.trimEnd();
  if (text.endsWith(')')) text = text.slice(0, -1).trimEnd();
  const unit = UNITS.find((word) => text.toLocaleLowerCase('vi').endsWith(word));
  if (unit !== undefined) text = text.slice(0, -unit.length).trimEnd();
  const number = /\d{1,6}(?:[.,]\d{1,4})?$/.exec(text);
  if (number === null) return null;
  let before = text.slice(0, number.index);
  while (before.endsWith(' ') || before.endsWith('\u00A0')) before = before.slice(0, -1);
  const sign = BETWEEN.find((one) => before.endsWith(one));
  return sign === undefined
    ? null
    : { before: before.slice(0, -sign.length), max: Number(number[0].replace(',', '.')) };
}

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
    const found = maximumAtEnd(line);
    return [{ name: cleanName(found?.before ?? line), max: found?.max ?? null }];
  });
}
