/** Small changes inside the XML of a part that somebody else wrote: found by namespace, written in its own spelling. */
import { applySplices } from './splice';
import type { Splice } from './splice';
import { XmlScanner } from './xml-scanner';

/** Where an element stands in the text of its part. */
export interface Element {
  /** As the scanner tells names. */
  readonly name: string;
  /** Its own prefix with the colon, or ''. */
  readonly prefix: string;
  readonly start: number;
  readonly startTagEnd: number;
  /** Where its end tag begins; of an element that closes itself, `startTagEnd`. */
  readonly contentEnd: number;
  readonly end: number;
  /** It closes itself. */
  readonly empty: boolean;
}

export interface Outline {
  readonly root: Element;
  /** The root's children, in their order. */
  readonly children: readonly Element[];
}

/** Root and children of a part; the scanner refuses what does not nest. */
export function outlineOf(xml: string, part: string): Outline {
  const scanner = new XmlScanner(xml, part);
  const children: Element[] = [];
  scanner.next();
  const { name, start, end: startTagEnd, empty, tagPrefix: prefix } = scanner;
  if (!empty) while (scanner.next() && scanner.depth > 0) children.push(takeElement(scanner));
  const root = {
    name,
    prefix,
    start,
    startTagEnd,
    contentEnd: empty ? startTagEnd : scanner.start,
    end: scanner.end,
    empty,
  };
  while (scanner.next());
  return { root, children };
}

/** The element whose tag the scanner stands on; it stands on its end tag afterwards. */
export function takeElement(scanner: XmlScanner): Element {
  const { name, start, end: startTagEnd, empty, tagPrefix: prefix } = scanner;
  scanner.skip();
  return { name, prefix, start, startTagEnd, contentEnd: empty ? startTagEnd : scanner.start, end: scanner.end, empty };
}

/** Our elements in the namespace prefix of the part they go into. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
}

/** What puts `addition` last into an element, be it empty or closed by itself; `addition` has its prefixes already. */
export function appendInside(xml: string, element: Element, addition: string): Splice {
  if (!element.empty) return { from: element.contentEnd, to: element.contentEnd, text: addition };
  const slash = xml.lastIndexOf('/', element.startTagEnd - 1);
  const name = /^<([^\s/>]+)/.exec(xml.slice(element.start, element.startTagEnd))?.[1] ?? '';
  return { from: slash, to: element.startTagEnd, text: `>${addition}</${name}>` };
}

/** What puts a new child of the root in its place: before the first child that `order` has later, else last. */
export function insertChild(
  xml: string,
  { root, children }: Outline,
  order: readonly string[],
  name: string,
  addition: string,
): Splice {
  const later = new Set(order.slice(order.indexOf(name) + 1));
  const next = children.find((child) => later.has(child.name));
  return next === undefined ? appendInside(xml, root, addition) : { from: next.start, to: next.start, text: addition };
}

/** The part with `addition` as the last children of its root. */
export function appendToRoot(xml: string, part: string, addition: string): string {
  if (addition === '') return xml;
  const { root } = outlineOf(xml, part);
  return applySplices(xml, [appendInside(xml, root, withPrefix(addition, root.prefix))]);
}

/**
 * The part with the children of its root in the schema's order, which Excel demands. What the order does
 * not name stays behind the child before it; so do comments.
 */
export function inOrder(xml: string, part: string, order: readonly string[]): string {
  const { root, children } = outlineOf(xml, part);
  let last = 0;
  const ranks = children.map(({ name }) => {
    const rank = order.indexOf(name);
    return rank < 0 ? last : (last = rank);
  });
  if (ranks.every((rank, i) => rank >= (ranks[i - 1] ?? 0))) return xml;
  const pieces = children.map((child, i) => ({
    rank: ranks[i] ?? 0,
    text: xml.slice(child.start, children[i + 1]?.start ?? root.contentEnd),
  }));
  const first = children[0]?.start ?? root.contentEnd;
  return (
    xml.slice(0, first) +
    pieces
      .sort((a, b) => a.rank - b.rank)
      .map(({ text }) => text)
      .join('') +
    xml.slice(root.contentEnd)
  );
}

/** A start tag with an attribute set. */
export function setAttribute(tag: string, name: string, value: string): string {
  const present = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  if (present.test(tag)) return tag.replace(present, (_, before: string) => `${before}"${value}"`);
  const end = tag.endsWith('/>') ? '/>' : '>';
  return `${tag.slice(0, -end.length).trimEnd()} ${name}="${value}"${end}`;
}
