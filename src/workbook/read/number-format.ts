/** What a number format says about the number below it (ECMA-376 Part 1, §18.8.31). */

/** The format's first section without quoted, escaped and bracketed parts. */
function bareFormat(format: string): string {
  return (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^[\]]*\]/giu, '');
}

const known = new Map<string, 'date' | 'percent' | 'number'>();
const MOST_KNOWN = 1000;

/** What a number means under a format; null where there is none. */
export function kindOfFormat(format: string | undefined): 'date' | 'percent' | 'number' | null {
  if (format === undefined) return null;
  const before = known.get(format);
  if (before !== undefined) return before;
  const bare = bareFormat(format);
  const kind = /general/iu.test(bare) ? 'number' : /[dmyhs]/iu.test(bare) ? 'date' : bare.includes('%') ? 'percent' : 'number';
  if (known.size < MOST_KNOWN) known.set(format, kind);
  return kind;
}

/** Whether a format counts hours, minutes or seconds on beyond a day ("[h]:mm"). */
export const isElapsedTime = (format: string | undefined): boolean => format !== undefined && /\[(?:h+|m+|s+)\]/iu.test(bareFormat(format));

export const isDateFormat = (format: string | undefined): boolean => kindOfFormat(format) === 'date';

export type DatePart = 'd' | 'm' | 'y';

/** The parts of a day in the order in which a date format shows them; none for a format that shows a time, or no date. */
export function datePartsOf(format: string | undefined): readonly DatePart[] {
  if (format === undefined || !isDateFormat(format)) return [];
  const bare = bareFormat(format).toLowerCase();
  if (/[hs]/u.test(bare)) return [];
  return [...bare.matchAll(/d+|m+|y+/gu)].flatMap(([part]): DatePart[] => (/^d{3}/u.test(part) ? [] : [part[0] as DatePart]));
}

/**
 * A code stored as a number, read through its number format: 1.1 under "0.00" is "1.10". Null where
 * the format does not say how many decimals the code has; a whole number needs no format.
 */
export function codeOfNumber(value: number, format: string | undefined): string | null {
  const match = /^(0+)(?:\.(0+))?$/u.exec(format ?? '');
  if (match !== null) {
    const decimals = match[2]?.length ?? 0;
    const whole = match[1]?.length ?? 1;
    return value.toFixed(decimals).padStart(whole + (decimals > 0 ? decimals + 1 : 0), '0');
  }
  return Number.isSafeInteger(value) && kindOfFormat(format) !== 'date' && kindOfFormat(format) !== 'percent' ? String(value) : null;
}
