/** Relationships between parts (ECMA-376 Part 2, §6.5), in Transitional and Strict spelling. */
import type { Package } from './package';
import { PartMemory } from './part-memory';
import { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

export interface Relationship {
  readonly id: string;
  /** The last step of the type: "worksheet", "styles", "sharedStrings". */
  readonly kind: string;
  readonly type: string;
  /** The part it leads to; for an external target the text as it stands. */
  readonly target: string;
  readonly external: boolean;
}

/** Where the relationships of a part stand; '' is the package itself. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** All relationships of a part, none when it has no such part. One that lacks an attribute leads nowhere and is left out. */
export function readRelationships(pack: Package, part: string): readonly Relationship[] {
  const rels = relationshipsPart(part);
  return pack.find(rels) === undefined
    ? []
    : pack.made(rels, REMEMBERED, (scanner) => readRelationshipsOf(scanner, part));
}

const REMEMBERED = new PartMemory<readonly Relationship[]>();

function readRelationshipsOf(scanner: XmlScanner, part: string): Relationship[] {
  const found: Relationship[] = [];
  while (scanner.next()) {
    if (scanner.name !== 'Relationship' || scanner.closing) continue;
    const [id, type, target] = [scanner.attribute('Id'), scanner.attribute('Type'), scanner.attribute('Target')];
    if (id === undefined || type === undefined || target === undefined) continue;
    const external = scanner.attribute('TargetMode') === 'External';
    found.push({
      id,
      type,
      kind: type.slice(type.lastIndexOf('/') + 1),
      external,
      target: external ? target : resolveTarget(part, target),
    });
  }
  return found;
}

/** The parts that a part leads to, where nothing else hangs on it: of relationships that nobody can read, every target that is spelled there. */
export function readTargets(pack: Package, part: string): string[] {
  try {
    return readRelationships(pack, part)
      .filter(({ external }) => !external)
      .map(({ target }) => target);
  } catch {
    const rels = relationshipsPart(part);
    return [...pack.loose(rels).matchAll(/\bTarget\s{0,9}=\s{0,9}["']([^"'<>]{1,999})["']/g)].map(([, target = '']) =>
      resolveTarget(part, target),
    );
  }
}

/**
 * A relative target counts from the folder of its source (Part 2, §6.5.3.4); ".." at the top stays
 * there (RFC 3986, §5.2.4), as LibreOffice writes some. A part's name never becomes a path on disk.
 */
function resolveTarget(source: string, target: string): string {
  const steps = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return decodePercent(steps.join('/'));
}

function decodePercent(name: string): string {
  try {
    return name.includes('%') ? decodeURIComponent(name) : name;
  } catch {
    return name;
  }
}

/** The element of a new relationship to a part, by its absolute name. */
export function relationshipXml(id: string, type: string, part: string): string {
  return `<Relationship Id="${escapeXml(id)}" Type="${type}" Target="/${escapeXml(part)}"/>`;
}

/** A relationships part up to its end tag. */
export const RELATIONSHIPS_HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';

/** A relationships part without the one of that id. */
export function removeRelationshipXml(xml: string, part: string, id: string): string {
  const scanner = new XmlScanner(xml, part);
  while (scanner.next()) {
    if (scanner.name !== 'Relationship' || scanner.closing || scanner.attribute('Id') !== id) continue;
    const from = scanner.start;
    scanner.skip();
    return xml.slice(0, from) + xml.slice(scanner.end);
  }
  return xml;
}
