/** Text in XML: entities, and the escapes that cells have of their own. */
import { damaged, refuse } from './refusal';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Nothing in the text needs decoding. */
export const isPlain = (text: string): boolean => !text.includes('&') && !text.includes('\r');

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

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/** Without the characters that XML cannot hold (XML 1.0, §2.2). */
export const keepXml = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/** Text for an attribute or an element. Characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return keepXml(text).replace(/[&<>"\n\t\r]/g, (c) => ESCAPES[c] ?? c);
}

/** `escapeXml` for cell text: what looks like an escape of ST_Xstring stays what it was. */
export function escapeXstring(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')).replace(/&#13;/g, '_x000D_');
}
