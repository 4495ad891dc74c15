/**
 * A pull scanner for the XML of a package (ECMA-376 Part 2, §8.1.4: UTF-8, no DTD). It walks from
 * tag to tag and never searches beyond the tag it stands in, so its time is linear in the text.
 * Tags must nest; entities are the five of XML and character references.
 */
import { damaged, refuse } from './refusal';
import { decodeEntities, isPlain } from './xml-text';

const LESS = 60,
  GREATER = 62,
  SLASH = 47,
  BANG = 33,
  QUESTION = 63,
  EQUALS = 61,
  QUOTE = 34,
  APOSTROPHE = 39;

const CDATA = '<![CDATA[';

/** The namespace of markup compatibility (Part 3, §7). */
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

const isRelationships = (uri: string | undefined): boolean => uri?.endsWith('/relationships') === true;

/** Namespaces by prefix ('' is the default one), as they hold from an element of this depth on. */
interface Scope {
  readonly depth: number;
  readonly namespaces: ReadonlyMap<string, string>;
}

export class XmlScanner {
  /**
   * The tag's name. An element in the root's namespace goes by its local name, whatever its prefix;
   * any other keeps its prefix, "x14:formula1", or has a colon before it where it has none. Elements of
   * markup compatibility are "mc:…".
   */
  name = '';
  /** An end tag. */
  closing = false;
  /** An empty-element tag. */
  empty = false;
  /** The tag reaches from `start` to `end`. */
  start = 0;
  end = 0;
  private prefix = '';
  /** The tag's name as it is spelled. */
  private raw = '';
  private attributes = 0;
  private readonly open: string[] = [];
  /** The root's own scope first, then those of elements that declare namespaces of their own. */
  private readonly scopes: Scope[] = [];
  /** The namespace of the root. */
  private main = '';
  /** A tag's spelling tells its namespace: the root says so, and no element around declares any other. */
  private obvious = true;
  /** What the root says about it. */
  private simple = true;
  /** Where the next declaration of a namespace may stand; the places before it are looked through. */
  private nextDeclaration = 0;
  /** Nothing in the text at hand needs decoding. */
  private plain: boolean;

  /** `more` gives the text that follows, piece by piece, each cut after a ">"; null when there is none. */
  constructor(
    public text: string,
    readonly part: string,
    private readonly more: () => string | null = () => null,
  ) {
    this.plain = isPlain(text);
  }

  /** The prefix of the tag at hand with its colon, or ''. */
  get tagPrefix(): string {
    return this.raw.slice(0, this.raw.indexOf(':') + 1);
  }

  /** A tag without prefix is in the root's namespace here. */
  get unprefixedIsMain(): boolean {
    return this.prefix === '' && this.scopes.length === 1;
  }

  /** How many elements are open around the place just after the tag. */
  get depth(): number {
    return this.open.length;
  }

  /** Goes to the next tag; false after the root's end. */
  next(): boolean {
    for (;;) {
      const at = this.text.indexOf('<', this.end);
      if (at < 0) {
        if (this.refill(this.end)) continue;
        return this.finish();
      }
      const code = this.text.charCodeAt(at + 1);
      if (code === BANG || code === QUESTION) {
        this.skipMarkup(at);
        continue;
      }
      if (this.readTag(at, code === SLASH)) return true;
      if (!this.refill(at)) damaged(this.part);
    }
  }

  /** Takes in more text and drops what stands before `keep`, where the search then begins anew. */
  private refill(keep: number): boolean {
    const more = this.more();
    if (more === null) return false;
    this.text = this.text.slice(keep) + more;
    this.plain = isPlain(this.text);
    this.end = 0;
    this.nextDeclaration = 0;
    return true;
  }

  private finish(): boolean {
    if (this.open.length > 0 || this.name === '') damaged(this.part);
    return false;
  }

  /** Goes behind a comment, CDATA or a processing instruction; a document type is refused. */
  private skipMarkup(from: number): void {
    let at = from;
    for (;;) {
      const comment = this.text.startsWith('<!--', at),
        data = this.text.startsWith(CDATA, at);
      if (!comment && !data && this.text.charCodeAt(at + 1) === BANG) refuse('file-unsupported', 'dtd');
      const close = comment ? '-->' : data ? ']]>' : '?>';
      const end = this.text.indexOf(close, at + (comment ? 4 : 2));
      if (end >= 0) {
        this.start = at;
        this.end = end + close.length;
        return;
      }
      if (!this.refill(at)) damaged(this.part);
      at = 0;
    }
  }

  /** Reads the tag at `at`; false when the text ends inside of it. */
  private readTag(at: number, closing: boolean): boolean {
    if (closing && this.readEndTag(at)) return true;
    const { text } = this;
    const from = closing ? at + 2 : at + 1;
    let to = from;
    for (
      let code = text.charCodeAt(to);
      (code > SLASH && code !== GREATER) || code === 45 || code === 46;
      code = text.charCodeAt(++to)
    );
    const end = this.findEnd(to);
    if (end < 0) return false;
    if (to === from) damaged(this.part);
    const raw = text.slice(from, to);
    this.start = at;
    this.attributes = to;
    this.end = end + 1;
    this.closing = closing;
    this.empty = !closing && text.charCodeAt(end - 1) === SLASH;
    if (!closing) {
      if (this.open.length === 0) this.startRoot(raw);
      else if (!this.obvious || this.declares()) this.enterScope();
      if (!this.empty) this.open.push(raw);
    }
    this.raw = raw;
    this.name = this.obvious ? raw : this.resolved(raw);
    if (closing && this.open.pop() !== raw) damaged(this.part);
    return true;
  }

  /** The end tag of the innermost element, written as most are; false for any other. */
  private readEndTag(at: number): boolean {
    const { text, open } = this;
    const raw = open[open.length - 1];
    if (raw === undefined || !text.startsWith(raw, at + 2) || text.charCodeAt(at + 2 + raw.length) !== GREATER)
      return false;
    this.start = at;
    this.end = at + 3 + raw.length;
    this.closing = true;
    this.empty = false;
    this.raw = raw;
    this.name = this.obvious ? raw : this.resolved(raw);
    open.pop();
    return true;
  }

  private startRoot(raw: string): void {
    if (this.name !== '') damaged(this.part);
    this.prefix = raw.slice(0, raw.indexOf(':') + 1);
    const namespaces = this.declarations();
    this.scopes.push({ depth: 1, namespaces });
    this.main = namespaces.get(this.prefix.slice(0, -1)) ?? '';
    this.simple =
      this.prefix === '' &&
      [...namespaces].every(
        ([prefix, uri]) => prefix === '' || (uri !== this.main && (uri !== COMPATIBILITY || prefix === 'mc')),
      );
    this.obvious = this.simple;
  }

  /** Whether the tag at hand declares a namespace. */
  private declares(): boolean {
    if (this.nextDeclaration < this.start) {
      const at = this.text.indexOf('xmlns', this.start);
      this.nextDeclaration = at < 0 ? this.text.length : at;
    }
    return this.nextDeclaration < this.end;
  }

  /** Leaves the scopes of elements that are closed. */
  private leaveScopes(): void {
    while (this.scopes.length > 1 && (this.scopes[this.scopes.length - 1]?.depth ?? 0) > this.open.length)
      this.scopes.pop();
    this.obvious = this.simple && this.scopes.length === 1;
  }

  /** Takes in what the tag at hand declares. */
  private enterScope(): void {
    this.leaveScopes();
    if (!this.declares()) return;
    const own = this.declarations();
    if (own.size === 0) return;
    this.scopes.push({ depth: this.open.length + 1, namespaces: new Map([...this.namespaces(), ...own]) });
    this.obvious = false;
  }

  private namespaces(): ReadonlyMap<string, string> {
    return this.scopes[this.scopes.length - 1]?.namespaces ?? new Map();
  }

  private declarations(): Map<string, string> {
    const found = new Map<string, string>();
    this.eachAttribute((name, from, to) => {
      if (name === 'xmlns' || name.startsWith('xmlns:')) found.set(name.slice(6), this.decoded(from, to));
    });
    return found;
  }

  private resolved(raw: string): string {
    if (this.closing) this.leaveScopes();
    const colon = raw.indexOf(':');
    const local = raw.slice(colon + 1);
    const uri = this.namespaces().get(colon < 0 ? '' : raw.slice(0, colon)) ?? '';
    if (uri === this.main) return local;
    return uri === COMPATIBILITY ? `mc:${local}` : colon < 0 ? `:${local}` : raw;
  }

  /** Whether an element around, or the one at hand, says what this prefix stands for. */
  isDeclared(prefix: string): boolean {
    return this.namespaces().has(prefix);
  }

  /** The attribute `id` in the namespace of relationships, Transitional or Strict, whatever its prefix; `r:id` too where nobody declared the prefix. */
  relationId(): string | undefined {
    const namespaces = this.namespaces();
    let found = this.obvious && isRelationships(namespaces.get('r')) ? this.attribute('r:id') : undefined;
    if (found === undefined)
      this.eachAttribute((name, from, to) => {
        const colon = name.indexOf(':');
        if (
          name.slice(colon + 1) === 'id' &&
          colon > 0 &&
          (isRelationships(namespaces.get(name.slice(0, colon))) || (name === 'r:id' && !namespaces.has('r')))
        )
          found = this.decoded(from, to);
      });
    return found;
  }

  /** The tag's ">": the first one outside quotes; -1 when the text ends before it. */
  private findEnd(from: number): number {
    const { text } = this;
    for (let at = from; ; at++) {
      const code = text.charCodeAt(at);
      if (code === GREATER) return at;
      if (code === QUOTE || code === APOSTROPHE) {
        at = text.indexOf(code === QUOTE ? '"' : "'", at + 1);
        if (at < 0) return -1;
      } else if (code === LESS) damaged(this.part);
      else if (Number.isNaN(code)) return -1;
    }
  }

  /** An attribute of the current tag, decoded; undefined when it is not there. */
  attribute(name: string): string | undefined {
    const { text } = this;
    let at = this.attributes;
    const end = this.end - 1;
    while (at < end) {
      let code = text.charCodeAt(at);
      if (code <= 32 || code === SLASH) {
        at++;
        continue;
      }
      const from = at;
      while (code !== EQUALS && code > 32 && at < end) code = text.charCodeAt(++at);
      const to = at;
      while (code <= 32 && at < end) code = text.charCodeAt(++at);
      if (code !== EQUALS) damaged(this.part);
      do code = text.charCodeAt(++at);
      while (code <= 32);
      if (code !== QUOTE && code !== APOSTROPHE) damaged(this.part);
      const close = text.indexOf(code === QUOTE ? '"' : "'", at + 1);
      if (close < 0 || close >= end) damaged(this.part);
      if (to - from === name.length && text.startsWith(name, from)) return this.decoded(at + 1, close);
      at = close + 1;
    }
    return undefined;
  }

  /** Every attribute of the current tag: its name, and from where to where its value stands. */
  eachAttribute(see: (name: string, from: number, to: number) => void): void {
    const { text } = this;
    const end = this.end - 1;
    for (let at = this.attributes; at < end; at++) {
      if (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === SLASH) continue;
      const from = at;
      while (text.charCodeAt(at) !== EQUALS && at < end) at++;
      const name = text.slice(from, at).trimEnd();
      do at++;
      while (text.charCodeAt(at) <= 32);
      const close =
        text.charCodeAt(at) === QUOTE
          ? text.indexOf('"', at + 1)
          : text.charCodeAt(at) === APOSTROPHE
            ? text.indexOf("'", at + 1)
            : -1;
      if (close < 0 || close >= end + 1) damaged(this.part);
      see(name, at + 1, close);
      at = close;
    }
  }

  /** A piece of the text at hand. */
  decoded(from: number, to: number): string {
    const raw = this.text.slice(from, to);
    return this.plain ? raw : decodeEntities(raw, this.part);
  }

  /** `attribute` where the schema demands one. */
  required(name: string): string {
    return this.attribute(name) ?? damaged(this.part);
  }

  /** An on/off attribute (Part 1, §22.9.2.7). */
  flag(name: string): boolean {
    const value = this.attribute(name);
    return value === '1' || value === 'true' || value === 'on';
  }

  /** The element's text, decoded, leaving the scanner on its end tag; elements inside are skipped. */
  content(): string {
    if (this.empty) return '';
    const depth = this.open.length;
    let content = '';
    for (;;) {
      const from = this.end;
      const at = this.text.indexOf('<', from);
      if (at < 0) {
        if (this.refill(from)) continue;
        damaged(this.part);
      }
      if (this.open.length === depth && at > from) content += this.decoded(from, at);
      const code = this.text.charCodeAt(at + 1);
      if (code === BANG || code === QUESTION) {
        this.skipMarkup(at);
        if (this.open.length === depth && this.text.startsWith(CDATA, this.start))
          content += this.text.slice(this.start + CDATA.length, this.end - 3);
      } else {
        // The text before the tag is taken: should the tag run on, the search begins at the tag.
        this.end = at;
        this.next();
        if (this.open.length < depth) return content;
      }
    }
  }

  /** Leaves the current element, so that the scanner stands on its end tag. */
  skip(): void {
    if (this.empty || this.closing) return;
    const outside = this.open.length - 1;
    while (this.open.length > outside) if (!this.next()) return;
  }
}

/** Goes to the root; refuses `file-damaged` when it is another one. */
export function enterRoot(scanner: XmlScanner, name: string): void {
  if (!scanner.next() || scanner.name !== name) damaged(scanner.part);
}
