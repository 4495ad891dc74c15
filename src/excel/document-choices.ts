/**
 * What a person chose for this workbook, kept in it by Office, so that it goes with the file to whoever
 * opens the pane over it next. Never anything that a cell holds.
 */
export function readDocumentChoice(name: string): string | null {
  const value: unknown = settings()?.get(keyOf(name));
  return typeof value === 'string' ? value : null;
}

/** Only at a person's word: the workbook then counts as changed. Where it cannot be kept the choice lasts as long as the pane. */
export function writeDocumentChoice(name: string, value: string): void {
  const kept = settings();
  kept?.set(keyOf(name), value);
  kept?.saveAsync();
}

const keyOf = (name: string): string => `thidua.${name}`;

const settings = (): Office.Settings | undefined =>
  typeof Office === 'undefined' ? undefined : Office.context?.document?.settings;
