/**
 * What a person chose in the pane (language, first run seen), kept in the browser per user. Excel on
 * the web shares one storage among add-ins' partitions, so keys carry Office's partition key.
 * Nothing of a workbook's contents is ever kept here.
 */
export function readPreference(name: string): string | null {
  try {
    const own = localStorage.getItem(storageKey(name));
    if (own !== null || partitionKey() !== undefined) return own;
    // Before office.js is there the partition is not known yet: the last choice made here will do.
    const other = Object.keys(localStorage).find((key) => key.endsWith(`thidua.${name}`));
    return other === undefined ? null : localStorage.getItem(other);
  } catch {
    return null; // storage may be forbidden: the default holds
  }
}

/** Forgets silently where storage is forbidden. */
export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(storageKey(name), value);
  } catch {
    // the choice lasts as long as the pane
  }
}

const storageKey = (name: string): string => `${partitionKey() ?? ''}thidua.${name}`;

function partitionKey(): string | undefined {
  return typeof Office === 'undefined' ? undefined : Office.context?.partitionKey;
}
