/**
 * A pull scanner for the XML of a package (ECMA-376 Part 2, §8.1.4: UTF-8, no DTD). It walks from
 * tag to tag and never searches beyond the tag it stands in, so its time is linear in the text.
 * Tags must nest; entities are the five of XML and character references.
 */
import { damaged, refuse } from './refusal';

const LESS = 60, GREATER = 62, SLASH = 47, BANG = 33, QUESTION = 63, EQUALS = 61, QUOTE = 34, APOSTROPHE = 39;

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

  constructor(readonly text: string, readonly part: string) {}

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
    const { text } = this;
    for (;;) {
      const at = text.indexOf('<', this.end);
      if (at < 0) return this.finish();
      const code = text.charCodeAt(at + 1);
      if (code === BANG || code === QUESTION) {
        this.end = this.skipMarkup(at);
        continue;
      }
      this.start = at;
      this.closing = code === SLASH;
      this.readTag(this.closing ? at + 2 : at + 1);
      return true;
    }
  }

  private finish(): boolean {
    if (this.open.length > 0 || this.name === '') damaged(this.part);
    return false;
  }

  /** Comments, CDATA and processing instructions between tags; a document type is refused. */
  private skipMarkup(at: number): number {
    const { text } = this;
    const [opening, close] = text.startsWith('<!--', at) ? [4, '-->'] : text.startsWith('<![CDATA[', at) ? [9, ']]>'] : [2, '?>'];
    if (opening === 2 && text.charCodeAt(at + 1) === BANG) refuse('file-unsupported', 'dtd');
    const end = text.indexOf(close, at + opening);
    return end < 0 ? damaged(this.part) : end + close.length;
  }

  private readTag(from: number): void {
    const { text } = this;
    let at = from;
    for (let code = text.charCodeAt(at); code > SLASH && code !== GREATER || code === 45 || code === 46; code = text.charCodeAt(++at));
    if (at === from) damaged(this.part);
    const raw = text.slice(from, at);
    this.attributes = at;
    const end = this.findEnd(at);
    this.end = end + 1;
    this.empty = !this.closing && text.charCodeAt(end - 1) === SLASH;
    if (this.closing) {
      if (this.open.pop() !== raw) damaged(this.part);
    } else {
      if (this.open.length === 0) this.startRoot(raw);
      if (!this.empty) this.open.push(raw);
    }
    this.name = this.prefix !== '' && raw.startsWith(this.prefix) ? raw.slice(this.prefix.length) : raw;
  }

  private startRoot(raw: string): void {
    if (this.name !== '') damaged(this.part);
    this.prefix = raw.slice(0, raw.indexOf(':') + 1);
  }

  /** The tag's ">": the first one outside quotes. */
  private findEnd(from: number): number {
    const { text } = this;
    for (let at = from; ; at++) {
      const code = text.charCodeAt(at);
      if (code === GREATER) return at;
      if (code === QUOTE || code === APOSTROPHE) {
        at = text.indexOf(code === QUOTE ? '"' : "'", at + 1);
        if (at < 0) damaged(this.part);
      } else if (code === LESS || Number.isNaN(code)) {
        damaged(this.part);
      }
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
      if (to - from === name.length && text.startsWith(name, from)) return decodeEntities(text.slice(at + 1, close), this.part);
      at = close + 1;
    }
    return undefined;
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
    const { text } = this;
    const depth = this.open.length;
    let content = '';
    for (;;) {
      const from = this.end;
      const at = text.indexOf('<', from);
      if (at < 0) damaged(this.part);
      if (this.open.length === depth && at > from) content += decodeEntities(text.slice(from, at), this.part);
      if (text.startsWith('<![CDATA[', at)) {
        const end = this.skipMarkup(at);
        if (this.open.length === depth) content += text.slice(at + 9, end - 3);
        this.end = end;
      } else if (text.charCodeAt(at + 1) === BANG || text.charCodeAt(at + 1) === QUESTION) {
        this.end = this.skipMarkup(at);
      } else {
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

const NAMED: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);

/** Entities and line ends (XML 1.0, §2.11, §4.1, §4.6). */
export function decodeEntities(text: string, part: string): string {
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&<]{0,12})(;?)/g, (_, entity: string, semicolon: string) => {
    if (semicolon === '') damaged(part);
    return NAMED.get(entity) ?? characterReference(entity, part);
  });
}

function characterReference(entity: string, part: string): string {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(entity);
  if (digits === null) return entity.startsWith('#') ? damaged(part) : refuse('file-unsupported', 'dtd');
  const code = digits[1] === undefined ? Number(digits[2]) : parseInt(digits[1], 16);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) damaged(part);
  return String.fromCodePoint(code);
}

/** Escaped characters of ST_Xstring (Part 1, §22.9.2.19): "_x000D_" is a carriage return. */
export function decodeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\t': '&#9;', '\r': '&#13;' };

/** Text for an attribute or an element. Characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  // eslint-free range: control characters, lone surrogates and the two non-characters of XML 1.0 §2.2
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"\n\t\r]/g, (c) => ESCAPES[c] ?? c);
}

/** `escapeXml` for cell text: what looks like an escape of ST_Xstring stays what it was. */
export function escapeXstring(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')).replace(/&#13;/g, '_x000D_');
}
