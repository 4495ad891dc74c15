/** Names of sheets as Excel compares them: in either case, composed or not. */

/** The same for names that Excel takes for one. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase();

export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);
