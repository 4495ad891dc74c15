/** Small changes inside the XML of a part that somebody else wrote. */
import { XmlScanner } from './xml-scanner';

/** Our elements in the namespace prefix of the part they go into. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
}

/** The part with `addition` as the last children of its root. */
export function appendToRoot(xml: string, part: string, addition: string): string {
  const scanner = new XmlScanner(xml, part);
  while (scanner.next());
  return xml.slice(0, scanner.start) + withPrefix(addition, scanner.rootPrefix) + xml.slice(scanner.start);
}

/** A start tag with an attribute set. */
export function setAttribute(tag: string, name: string, value: string): string {
  const present = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  return present.test(tag) ? tag.replace(present, (_, before: string) => `${before}"${value}"`) : tag.replace(/\s*(\/?)>$/, (_, slash: string) => ` ${name}="${value}"${slash}>`);
}
