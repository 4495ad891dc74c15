/** What a number format says about the number below it (ECMA-376 Part 1, §18.8.31). */

/** Excel takes no longer format (support.microsoft.com, "Excel specifications and limits"): a longer one says nothing. */
export const LONGEST_FORMAT = 255;

/** The format's first section without quoted, escaped and bracketed parts. */
function bareFormat(format: string): string {
  return format.length > LONGEST_FORMAT
    ? ''
    : (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^[\]]*\]/giu, '');
}

const known = new Map<string, 'date' | 'percent' | 'number'>();
const MOST_KNOWN = 1000;

/** What a number means under a format; null where there is none. */
export function kindOfFormat(format: string | undefined): 'date' | 'percent' | 'number' | null {
  if (format === undefined) return null;
  const before = known.get(format);
  if (before !== undefined) return before;
  const bare = bareFormat(format);
  const kind = /general/iu.test(bare)
    ? 'number'
    : /[dmyhs]/iu.test(bare)
      ? 'date'
      : bare.includes('%')
        ? 'percent'
        : 'number';
  if (known.size < MOST_KNOWN) known.set(format, kind);
  return kind;
}

/** Whether a format counts hours, minutes or seconds on beyond a day ("[h]:mm"). */
export const isElapsedTime = (format: string | undefined): boolean =>
  format !== undefined && /\[(?:h+|m+|s+)\]/iu.test(bareFormat(format));

/** How a format shows what stands below it, as far as that can be told without rendering. */
export type Showing =
  /** A number with so many decimals at most, or a hundred times it before "%". */
  | { readonly as: 'number' | 'percent'; readonly decimals: number }
  /** A day with its month and year. */
  | { readonly as: 'day' }
  | { readonly as: 'other' };

const showings = new Map<string, Showing>();
const GENERAL: Showing = { as: 'number', decimals: 11 };
const OTHER: Showing = { as: 'other' };

/** General, `0.00`, `#,##0.0#`, `0%`, `dd/mm/yyyy` and their like are told at a glance; whatever else is there is `other`. */
export function showingOf(format: string | undefined): Showing {
  if (format === undefined || format === '@') return GENERAL;
  let showing = showings.get(format);
  if (showing === undefined) {
    showing = lookedAt(format);
    if (showings.size < MOST_KNOWN) showings.set(format, showing);
  }
  return showing;
}

function lookedAt(format: string): Showing {
  if (format.length > LONGEST_FORMAT) return OTHER;
  const plain = /^[#0,]*0(?:\.([0#]+))?(%?)$/u.exec(format);
  if (plain !== null) return { as: plain[2] === '%' ? 'percent' : 'number', decimals: plain[1]?.length ?? 0 };
  if (/^general$/iu.test(format)) return GENERAL;
  // "[$-42A]" only names a language, and ";@" is what Excel itself adds for texts.
  const day = format.replace(/^\[\$-[\da-f]+\]/iu, '').replace(/;@$/u, '');
  return /^[dmy/. -]+$/iu.test(day) && /^[^d]*d{1,2}(?:[^d]|$)/iu.test(day) && /m/iu.test(day) && /y/iu.test(day)
    ? { as: 'day' }
    : OTHER;
}

export const isDateFormat = (format: string | undefined): boolean => kindOfFormat(format) === 'date';

export type DatePart = 'd' | 'm' | 'y';

/** The parts of a day in the order in which a date format shows them; none for a format that shows a time, or no date. */
export function datePartsOf(format: string | undefined): readonly DatePart[] {
  if (format === undefined || !isDateFormat(format)) return [];
  const bare = bareFormat(format).toLowerCase();
  if (/[hs]/u.test(bare)) return [];
  return [...bare.matchAll(/d+|m+|y+/gu)].flatMap(([part]): DatePart[] =>
    /^d{3}/u.test(part) ? [] : [part[0] as DatePart],
  );
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
  return Number.isSafeInteger(value) && kindOfFormat(format) !== 'date' && kindOfFormat(format) !== 'percent'
    ? String(value)
    : null;
}
