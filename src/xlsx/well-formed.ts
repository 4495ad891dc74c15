/**
 * Whether a part that we wrote is well-formed (XML 1.0; Namespaces in XML 1.0), where the scanner, which
 * reads what strangers wrote, looks away: attributes twice, prefixes that nobody declared, texts beside
 * the root, characters that no XML may hold.
 */
import { refuse } from './refusal';
import { XmlScanner } from './xml-scanner';

// eslint-disable-next-line no-control-regex -- these are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

export function refuseIllFormed(xml: string, part: string): void {
  const bad = (): never => refuse('write-unproven', part);
  if (FORBIDDEN.test(xml)) bad();
  const scanner = new XmlScanner(xml, part);
  const declared: ReadonlySet<string>[] = [];
  const check = (): void => {
    const names = new Set<string>();
    scanner.eachAttribute((name) => {
      if (names.has(name)) bad();
      names.add(name);
    });
    const outer = declared[declared.length - 1] ?? new Set(['xml', 'xmlns']);
    const own = [...names].filter((name) => name.startsWith('xmlns:')).map((name) => name.slice(6));
    const known = own.length === 0 ? outer : new Set([...outer, ...own]);
    for (const name of [scanner.tagPrefix, ...names]) {
      const colon = name.indexOf(':');
      if (colon > 0 && !known.has(name.slice(0, colon))) bad();
    }
    if (!scanner.empty) declared.push(known);
  };
  let end = 0;
  while (scanner.next()) {
    if (scanner.closing) declared.pop();
    else check();
    end = scanner.end;
  }
  if (!isBesideTheRoot(xml.slice(end))) bad();
}

/** Whether nothing but white space, comments and instructions follows the root (XML 1.0 §2.8, Misc). */
function isBesideTheRoot(tail: string): boolean {
  let at = 0;
  for (;;) {
    while (/\s/.test(tail.charAt(at))) at++;
    if (at === tail.length) return true;
    const close = tail.startsWith('<!--', at) ? '-->' : tail.startsWith('<?', at) ? '?>' : null;
    const end = close === null ? -1 : tail.indexOf(close, at + (close === '-->' ? 4 : 2));
    if (close === null || end < 0) return false;
    at = end + close.length;
  }
}
