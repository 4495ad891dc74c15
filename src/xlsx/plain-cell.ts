/**
 * A cell written the way nearly all programs write it, read in one pass over its characters:
 * `<c r="B7" s="4" t="s"><f>A1+1</f><v>12</v></c>` with any of style, type, formula and value left out,
 * or `<is><t>…</t></is>` for the latter two. Cells make up most of a workbook's text, so this is what
 * its reading costs; whatever is written otherwise is left to the scanner, which knows all of XML.
 */
import type { XmlScanner } from './xml-scanner';

const SPACE = 32,
  QUOTE = 34,
  SLASH = 47,
  ZERO = 48,
  NINE = 57,
  GREATER = 62,
  POINT = 46,
  UPPER_A = 65,
  UPPER_Z = 90;

/** More columns and rows than a worksheet has: longer references are left to the scanner. */
const MOST_LETTERS = 3,
  MOST_DIGITS = 7;
/** So many digits are exact in a double, and so is their quotient by a power of ten. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);
const BEGIN = '<c r="',
  STYLE = ' s="',
  TYPE = ' t="';
/** The usual ones first. */
const TYPES = ['s', 'inlineStr', 'n', 'str', 'b', 'e'] as const;
/** LibreOffice writes the second one: the formula is not to be calculated each time. */
const FORMULA_TAGS = ['<f>', '<f aca="false">'] as const;
const TEXT_TAGS = ['<is><t>', '<is><t xml:space="preserve">'] as const;

export class PlainCell {
  /** From 0. */
  row = 0;
  column = 0;
  /** -1: no style. */
  style = -1;
  type: (typeof TYPES)[number] = 'n';
  /** The contents as they stand in the text, not decoded; `to` -1: there are none. */
  readonly formula = { from: 0, to: -1 };
  readonly value = { from: 0, to: -1 };
  private text = '';

  /** Reads the cell that begins just after the scanner's tag and goes behind it; false: it is none of these. */
  read(scanner: XmlScanner): boolean {
    const { text, end } = scanner;
    this.text = text;
    if (!text.startsWith(BEGIN, end)) return false;
    const attributes = this.readReference(end + BEGIN.length);
    const contents = attributes < 0 ? -1 : this.readAttributes(attributes);
    const behind = contents < 0 ? -1 : this.readContents(contents);
    if (behind < 0) return false;
    scanner.end = behind;
    return true;
  }

  // What follows reads a piece that begins at `from` and answers where the next one begins; -1: it is not as expected.

  private readReference(from: number): number {
    const { text } = this;
    let at = from,
      column = 0,
      row = 0;
    let code = text.charCodeAt(at);
    for (; code >= UPPER_A && code <= UPPER_Z; code = text.charCodeAt(++at)) column = column * 26 + code - UPPER_A + 1;
    const digits = at;
    for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) row = row * 10 + code - ZERO;
    if (digits === from || digits - from > MOST_LETTERS || at - digits > MOST_DIGITS || row < 1 || code !== QUOTE)
      return -1;
    this.row = row - 1;
    this.column = column - 1;
    return at + 1;
  }

  private readAttributes(from: number): number {
    const { text } = this;
    let at = from;
    this.style = -1;
    this.type = 'n';
    if (text.startsWith(STYLE, at)) {
      const digits = at + STYLE.length;
      let style = 0;
      at = digits;
      for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at))
        style = style * 10 + code - ZERO;
      if (at === digits || at - digits > MOST_DIGITS || text.charCodeAt(at) !== QUOTE) return -1;
      this.style = style;
      at++;
    }
    return text.charCodeAt(at) === SPACE ? this.readType(at) : at;
  }

  private readType(from: number): number {
    if (!this.text.startsWith(TYPE, from)) return -1;
    const at = from + TYPE.length;
    for (const type of TYPES) {
      if (!this.text.startsWith(type, at) || this.text.charCodeAt(at + type.length) !== QUOTE) continue;
      this.type = type;
      return at + type.length + 1;
    }
    return -1;
  }

  private readContents(from: number): number {
    const { text, formula, value } = this;
    formula.to = value.to = -1;
    const code = text.charCodeAt(from);
    if (code === SLASH && text.charCodeAt(from + 1) === GREATER) return from + 2;
    if (code !== GREATER) return -1;
    const at = from + 1;
    if (this.type === 'inlineStr') return this.readElement(at, TEXT_TAGS, value, '</t></is></c>');
    if (!text.startsWith('<f', at)) return this.readElement(at, VALUE_TAGS, value, '</v></c>');
    const next = this.readElement(at, FORMULA_TAGS, formula, '</f>');
    return next < 0 ? -1 : this.readElement(next, VALUE_TAGS, value, '</v></c>');
  }

  private readElement(from: number, tags: readonly string[], into: { from: number; to: number }, end: string): number {
    const { text } = this;
    for (const tag of tags) {
      if (!text.startsWith(tag, from)) continue;
      into.from = from + tag.length;
      into.to = text.indexOf('<', into.from);
      return into.to >= 0 && text.startsWith(end, into.to) ? into.to + end.length : -1;
    }
    return -1;
  }

  /** The value as a number, where a few digits with or without a point write it; else undefined. */
  number(): number | undefined {
    const {
      text,
      value: { from, to },
    } = this;
    let digits = 0,
      point = -1;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code >= ZERO && code <= NINE) digits = digits * 10 + code - ZERO;
      else if (code === POINT && point < 0 && at > from) point = at;
      else return undefined;
    }
    const decimals = point < 0 ? 0 : to - point - 1;
    return to === from || to - from > EXACT_DIGITS || (point >= 0 && decimals === 0)
      ? undefined
      : digits / (POWERS_OF_TEN[decimals] ?? NaN);
  }
}

const VALUE_TAGS = ['<v>'] as const;
