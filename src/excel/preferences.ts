/**
 * What a person chose in the pane (language, first run seen), kept in the browser per user. Excel on
 * the web shares one storage among add-ins' partitions, so keys carry Office's partition key.
 * Nothing of a workbook's contents is ever kept here.
 */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(storageKey(name));
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

function storageKey(name: string): string {
  const partition = typeof Office === 'undefined' ? undefined : Office.context?.partitionKey;
  return `${partition ?? ''}thidua.${name}`;
}
