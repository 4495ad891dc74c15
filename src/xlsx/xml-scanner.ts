/**
 * A pull scanner for the XML of a package (ECMA-376 Part 2, §8.1.4: UTF-8, no DTD). It walks from
 * tag to tag and never searches beyond the tag it stands in, so its time is linear in the text.
 * Tags must nest; entities are the five of XML and character references.
 */
import { damaged, refuse } from './refusal';
import { decodeEntities, isPlain } from './xml-text';

const LESS = 60, GREATER = 62, SLASH = 47, BANG = 33, QUESTION = 63, EQUALS = 61, QUOTE = 34, APOSTROPHE = 39;

const CDATA = '<![CDATA[';

export class XmlScanner {
  /** The tag's name; the root's own namespace prefix is left out, others stay: "x14:formula1". */
  name = '';
  /** An end tag. */
  closing = false;
  /** An empty-element tag. */
  empty = false;
  /** The tag reaches from `start` to `end`. */
  start = 0;
  end = 0;
  private prefix = '';
  private attributes = 0;
  private readonly open: string[] = [];
  /** Nothing in the text at hand needs decoding. */
  private plain: boolean;

  /** `more` gives the text that follows, piece by piece, each cut after a ">"; null when there is none. */
  constructor(public text: string, readonly part: string, private readonly more: () => string | null = () => null) {
    this.plain = isPlain(text);
  }

  /** The root's prefix with its colon, or ''. */
  get rootPrefix(): string {
    return this.prefix;
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
      const comment = this.text.startsWith('<!--', at), data = this.text.startsWith(CDATA, at);
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
    for (let code = text.charCodeAt(to); code > SLASH && code !== GREATER || code === 45 || code === 46; code = text.charCodeAt(++to));
    const end = this.findEnd(to);
    if (end < 0) return false;
    if (to === from) damaged(this.part);
    const raw = text.slice(from, to);
    this.start = at;
    this.attributes = to;
    this.end = end + 1;
    this.closing = closing;
    this.empty = !closing && text.charCodeAt(end - 1) === SLASH;
    if (closing) {
      if (this.open.pop() !== raw) damaged(this.part);
    } else {
      if (this.open.length === 0) this.startRoot(raw);
      if (!this.empty) this.open.push(raw);
    }
    this.name = this.localName(raw);
    return true;
  }

  /** The end tag of the innermost element, written as most are; false for any other. */
  private readEndTag(at: number): boolean {
    const { text, open } = this;
    const raw = open[open.length - 1];
    if (raw === undefined || !text.startsWith(raw, at + 2) || text.charCodeAt(at + 2 + raw.length) !== GREATER) return false;
    open.pop();
    this.start = at;
    this.end = at + 3 + raw.length;
    this.closing = true;
    this.empty = false;
    this.name = this.localName(raw);
    return true;
  }

  private localName(raw: string): string {
    return this.prefix !== '' && raw.startsWith(this.prefix) ? raw.slice(this.prefix.length) : raw;
  }

  private startRoot(raw: string): void {
    if (this.name !== '') damaged(this.part);
    this.prefix = raw.slice(0, raw.indexOf(':') + 1);
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
      do code = text.charCodeAt(++at); while (code <= 32);
      if (code !== QUOTE && code !== APOSTROPHE) damaged(this.part);
      const close = text.indexOf(code === QUOTE ? '"' : "'", at + 1);
      if (close < 0 || close >= end) damaged(this.part);
      if (to - from === name.length && text.startsWith(name, from)) return this.decoded(at + 1, close);
      at = close + 1;
    }
    return undefined;
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
        if (this.open.length === depth && this.text.startsWith(CDATA, this.start)) content += this.text.slice(this.start + CDATA.length, this.end - 3);
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
