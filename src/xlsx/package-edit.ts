/** Changing a package part by part, keeping its content types and relationships in step (ECMA-376 Part 2, §6 and §7). */
import { CONTENT_TYPES_PART, editContentTypes } from './content-types';
import { appendToRoot } from './markup';
import type { Package } from './package';
import {
  readRelationships,
  readTargets,
  relationshipsPart,
  relationshipXml,
  removeRelationshipXml,
  RELATIONSHIPS_HEAD,
} from './relationships';
import { writePackage } from './zip-writer';

export class PackageEdit {
  private readonly changes = new Map<string, string | null>();
  private readonly types = new Map<string, string>();
  private readonly removed = new Set<string>();

  constructor(readonly pack: Package) {}

  /** Changes the text of a part that the package has. */
  put(part: string, xml: string): void {
    this.changes.set(this.pack.find(part)?.name ?? part, xml);
  }

  addPart(part: string, contentType: string, xml: string): void {
    this.types.set(part, contentType);
    this.put(part, xml);
  }

  /** Takes a part out, with its relationships and its content type. */
  remove(part: string): void {
    for (const name of [part, relationshipsPart(part)]) {
      const entry = this.pack.find(name);
      if (entry !== undefined) this.changes.set(entry.name, null);
    }
    this.removed.add(part);
  }

  /** A part's text as it stands now; undefined when it is absent. */
  private current(part: string): string | undefined {
    const name = this.pack.find(part)?.name ?? part;
    const change = this.changes.get(name);
    return change === undefined
      ? this.pack.find(part) === undefined
        ? undefined
        : this.pack.text(part)
      : (change ?? undefined);
  }

  addRelationship(source: string, id: string, type: string, target: string): void {
    const part = relationshipsPart(source);
    this.put(
      part,
      appendToRoot(
        this.current(part) ?? `${RELATIONSHIPS_HEAD}</Relationships>`,
        part,
        relationshipXml(id, type, target),
      ),
    );
  }

  removeRelationship(source: string, id: string): void {
    const part = relationshipsPart(source);
    this.put(part, removeRelationshipXml(this.current(part) ?? '', part, id));
  }

  /** A part's name that is not taken: `stem`, a number, ".xml". */
  freePart(stem: string): string {
    for (let number = 1; ; number++) {
      const part = `${stem}${String(number)}.xml`;
      if (this.current(part) === undefined) return part;
    }
  }

  /**
   * Takes out what only `part` leads to, directly or not: the charts and printer settings of a sheet that
   * is replaced. Relationships of the ids `kept` stay, with all that they lead to.
   */
  removeOwnedParts(part: string, kept: ReadonlySet<string>): void {
    if (this.pack.find(relationshipsPart(part)) === undefined) return;
    const own = kept.size === 0 ? [] : readRelationships(this.pack, part);
    const stay = new Set(own.filter(({ id }) => kept.has(id)).map(({ target }) => target));
    const targets = new Map(
      this.pack.entries.flatMap(({ name }) => {
        const source = sourceOfRelationships(name);
        return source === null ? [] : [[source, readTargets(this.pack, source)] as const];
      }),
    );
    const owned = new Set<string>();
    for (let grown = true; grown;) {
      grown = false;
      for (const target of [part, ...owned].flatMap((source) => targets.get(source) ?? [])) {
        const elsewhere = [...targets].some(
          ([source, list]) => source !== part && !owned.has(source) && list.includes(target),
        );
        if (elsewhere || target === part || owned.has(target) || stay.has(target)) continue;
        owned.add(target);
        grown = true;
      }
    }
    for (const target of owned) this.remove(target);
    const rels = this.pack.find(relationshipsPart(part));
    if (rels !== undefined && kept.size === 0) this.changes.set(rels.name, null);
    for (const { id } of own) if (!kept.has(id)) this.removeRelationship(part, id);
  }

  /** What the parts are to hold; null: they go. Complete once the package was written. */
  get changed(): ReadonlyMap<string, string | null> {
    return this.changes;
  }

  write(): Uint8Array {
    if (this.types.size > 0 || this.removed.size > 0) {
      const before = this.pack.text(CONTENT_TYPES_PART);
      const after = editContentTypes(before, this.types, this.removed);
      if (after !== before) this.put(CONTENT_TYPES_PART, after);
    }
    return writePackage(this.pack, this.changes);
  }
}

/** The part whose relationships stand in the entry `name`; null for any other entry. */
function sourceOfRelationships(name: string): string | null {
  const match = /^(.*?)_rels\/([^/]*)\.rels$/.exec(name);
  return match === null ? null : `${match[1] ?? ''}${match[2] ?? ''}`;
}
