/** A formula written anew for sheets that bear another name. */
import { splitSheets } from './references';
import { tokensOf } from './tokens';

/** The formula with every sheet in front of a reference called what `renamed` says, given its name in lower case; undefined keeps it. */
export function renameInFormula(formula: string, renamed: (name: string) => string | undefined): string {
  let text = '',
    at = 0;
  for (const { kind, prefix, start, prefixStart } of tokensOf(formula)) {
    if (kind === 'external') continue;
    const names = splitSheets(prefix).filter((name) => name !== null);
    if (formula[start - 1] !== '!' || names.every((name) => renamed(name.toLowerCase()) === undefined)) continue;
    const quoted = names.map((name) => (renamed(name.toLowerCase()) ?? name).replaceAll("'", "''")).join(':');
    text += `${formula.slice(at, prefixStart)}'${quoted}'!`;
    at = start;
  }
  return text + formula.slice(at);
}
