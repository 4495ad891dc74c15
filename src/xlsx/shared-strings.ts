/** The table of shared strings (ECMA-376 Part 1, §18.4.9). */
import { LIMITS } from './limits';
import { refuse } from './refusal';
import type { XmlScanner } from './xml-scanner';
import { enterRoot } from './xml-scanner';
import { decodeXstring } from './xml-text';

/** All texts of the table, by index. */
export function readSharedStrings(scanner: XmlScanner): string[] {
  const strings: string[] = [];
  enterRoot(scanner, 'sst');
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.name !== 'si') {
      scanner.skip();
      continue;
    }
    if (strings.length >= LIMITS.strings) refuse('file-too-large', 'strings');
    strings.push(readRichText(scanner));
  }
  return strings;
}

/**
 * The plain text of a string item (§18.4.8): its text or the texts of its runs, without the phonetic
 * ones (§18.4.6). The scanner stands on the item's tag, and on its end tag afterwards.
 */
export function readRichText(scanner: XmlScanner): string {
  if (scanner.empty) return '';
  const outside = scanner.depth - 1;
  let text = '';
  while (scanner.next()) {
    if (scanner.closing) {
      if (scanner.depth === outside) break;
    } else if (scanner.name === 't') text += scanner.content();
    else if (scanner.name === 'rPh') scanner.skip();
  }
  return decodeXstring(text);
}
