/**
 * A cell written the way nearly all programs write it, read in one pass over its characters:
 * `<c r="B7" s="4" t="s"><f>A1+1</f><v>12</v></c>` with any of style, type, formula and value left out,
 * or `<is><t>…</t></is>` for the latter two. Cells make up most of a workbook's text, so this is what
 * its reading costs; whatever is written otherwise is left to the scanner, which knows all of XML.
 */
import type { XmlScanner } from './xml-scanner';

const QUOTE = 34, SLASH = 47, ZERO = 48, NINE = 57, GREATER = 62, POINT = 46, UPPER_A = 65, UPPER_Z = 90;

/** More columns and rows than a worksheet has: longer references are left to the scanner. */
const MOST_LETTERS = 3, MOST_DIGITS = 7;
/** So many digits are exact in a double, and so is their quotient by a power of ten. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);
const TYPES = ['s', 'n', 'str', 'b', 'e', 'inlineStr'] as const;
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
  private at = 0;

  /** Reads the cell that begins just after the scanner's tag and goes behind it; false: it is none of these. */
  read(scanner: XmlScanner): boolean {
    this.text = scanner.text;
    this.at = scanner.end;
    if (!this.take('<c r="') || !this.readReference() || !this.readAttributes() || !this.readContents()) return false;
    scanner.end = this.at;
    return true;
  }

  private take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  private readReference(): boolean {
    const { text, at: from } = this;
    let at = from, column = 0;
    for (let code = text.charCodeAt(at); code >= UPPER_A && code <= UPPER_Z; code = text.charCodeAt(++at)) column = column * 26 + code - UPPER_A + 1;
    const letters = at - from;
    this.at = at;
    const row = this.readDigits();
    if (letters === 0 || letters > MOST_LETTERS || this.at - at > MOST_DIGITS || row < 1 || text.charCodeAt(this.at) !== QUOTE) return false;
    this.at++;
    this.row = row - 1;
    this.column = column - 1;
    return true;
  }

  private readDigits(): number {
    const { text } = this;
    let at = this.at, number = 0;
    for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) number = number * 10 + code - ZERO;
    this.at = at;
    return number;
  }

  private readAttributes(): boolean {
    this.style = -1;
    this.type = 'n';
    if (this.take(' s="')) {
      const from = this.at;
      this.style = this.readDigits();
      if (this.at === from || this.at - from > MOST_DIGITS || !this.take('"')) return false;
    }
    if (!this.take(' t="')) return true;
    for (const type of TYPES) {
      if (!this.text.startsWith(type, this.at) || this.text.charCodeAt(this.at + type.length) !== QUOTE) continue;
      this.type = type;
      this.at += type.length + 1;
      return true;
    }
    return false;
  }

  private readContents(): boolean {
    const { text, formula, value } = this;
    formula.to = value.to = -1;
    if (text.charCodeAt(this.at) === SLASH && text.charCodeAt(this.at + 1) === GREATER) {
      this.at += 2;
      return true;
    }
    if (text.charCodeAt(this.at) !== GREATER) return false;
    this.at++;
    if (this.type === 'inlineStr') return this.readElement(TEXT_TAGS, value, '</t></is></c>');
    if (!this.text.startsWith('<f', this.at)) return this.readElement(VALUE_TAGS, value, '</v></c>');
    return this.readElement(FORMULA_TAGS, formula, '</f>') && this.readElement(VALUE_TAGS, value, '</v></c>');
  }

  private readElement(tags: readonly string[], into: { from: number; to: number }, end: string): boolean {
    if (!tags.some((tag) => this.take(tag))) return false;
    into.from = this.at;
    into.to = this.text.indexOf('<', this.at);
    this.at = into.to;
    return into.to >= 0 && this.take(end);
  }

  /** The value as a number, where a few digits with or without a point write it; else undefined. */
  number(): number | undefined {
    const { text, value: { from, to } } = this;
    let digits = 0, point = -1;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code >= ZERO && code <= NINE) digits = digits * 10 + code - ZERO;
      else if (code === POINT && point < 0 && at > from) point = at;
      else return undefined;
    }
    const decimals = point < 0 ? 0 : to - point - 1;
    return to === from || to - from > EXACT_DIGITS || (point >= 0 && decimals === 0) ? undefined : digits / (POWERS_OF_TEN[decimals] ?? NaN);
  }
}

const VALUE_TAGS = ['<v>'] as const;
