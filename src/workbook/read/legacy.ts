/**
 * Vietnamese of before Unicode: TCVN3 (the fonts .VnTime, .VnArial …) and VNI, read as if it were Latin-1
 * or Windows-1252: "Së Néi vô", "Sôû Noäi vuï". Told by words that no Vietnamese syllable is, and that
 * are one when they are converted. Doors do not read fonts, and need not.
 */
import { remembered } from '../../base/remembered';
import type { Reader } from './reader';

const GRAVE = '\u0300',
  ACUTE = '\u0301',
  TILDE = '\u0303',
  HOOK = '\u0309',
  DOT = '\u0323';
/** The order in which TCVN3 numbers the tones of a vowel. */
const TONES = [GRAVE, HOOK, TILDE, ACUTE, DOT] as const;

/** TCVN 5712:1993, VN3: small letters with their tones; capitals only without a tone. A font of capitals shows the small ones as capitals. */
const TCVN3: ReadonlyMap<string, string> = new Map([
  ...(
    [
      ['a', 'µ¶·¸¹'],
      ['ă', '»¼½¾Æ'],
      ['â', 'ÇÈÉÊË'],
      ['e', 'ÌÎÏÐÑ'],
      ['ê', 'ÒÓÔÕÖ'],
      ['i', '×ØÜÝÞ'],
      ['o', 'ßáâãä'],
      ['ô', 'åæçèé'],
      ['ơ', 'êëìíî'],
      ['u', 'ïñòóô'],
      ['ư', 'õö÷øù'],
      ['y', 'úûüýþ'],
    ] as const
  ).flatMap(([vowel, letters]) =>
    [...letters].map((letter, tone): [string, string] => [letter, (vowel + (TONES[tone] ?? '')).normalize('NFC')]),
  ),
  ...[...'¨©ª«¬\u00AD®'].map((letter, at): [string, string] => [letter, 'ăâêôơưđ'[at] ?? '']),
  ...[...'¡¢£¤¥¦§'].map((letter, at): [string, string] => [letter, 'ĂÂÊÔƠƯĐ'[at] ?? '']),
]);

/** VNI Windows: a vowel and, behind it, its tone, alone or together with breve or circumflex. */
const VNI: ReadonlyMap<string, string> = new Map(
  (
    [
      ...['a', 'e', 'o', 'u', 'y', 'ô', 'ö'].flatMap((base) =>
        pairs(base, { ô: 'ơ', ö: 'ư' }[base] ?? base, { ø: GRAVE, û: HOOK, õ: TILDE, ù: ACUTE, ï: DOT }),
      ),
      ...pairs('a', 'ă', { ê: '', è: GRAVE, ú: HOOK, ü: TILDE, é: ACUTE, ë: DOT }),
      ...['a', 'e', 'o'].flatMap((base) =>
        pairs(base, { a: 'â', e: 'ê', o: 'ô' }[base] ?? base, { â: '', à: GRAVE, å: HOOK, ã: TILDE, á: ACUTE, ä: DOT }),
      ),
      ...[...'ìæóíò'].map((letter, tone): [string, string] => [letter, `i${TONES[tone] ?? ''}`.normalize('NFC')]),
      ['ô', 'ơ'],
      ['ö', 'ư'],
      ['î', 'ỵ'],
      ['ñ', 'đ'],
    ] as [string, string][]
  ).flatMap(([from, to]) => [
    [from, to],
    [from.toUpperCase(), to.toUpperCase()],
    [from.charAt(0).toUpperCase() + from.slice(1), to.toUpperCase()],
  ]),
);

function pairs(base: string, vowel: string, marks: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(marks).map(([mark, tone]) => [base + mark, (vowel + tone).normalize('NFC')]);
}

const fromTcvn3 = (word: string): string => {
  const converted = [...word].map((letter) => TCVN3.get(letter) ?? letter).join('');
  // A word typed in capitals has its vowels in a font of capitals.
  return /[A-Z].*[A-Z]/u.test(word) && !/[a-z]/u.test(word) ? converted.toUpperCase() : converted;
};

function fromVni(word: string): string {
  let converted = '';
  for (let at = 0; at < word.length; at++) {
    const pair = VNI.get(word.slice(at, at + 2));
    converted += pair ?? VNI.get(word.charAt(at)) ?? word.charAt(at);
    if (pair !== undefined && word.length > at + 1) at++;
  }
  return converted;
}

const FIRST = 'ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]';
const VOWELS =
  'iêu|oai|oao|oay|oeo|uay|uây|uêu|uôi|uya|uyê|uyu|ươi|ươu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|ui|uê|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy]';
/** "nh" and "ch" stand behind a, ê, i and y only. */
const SYLLABLE = new RegExp(`^(?:${FIRST})?(?:(?:${VOWELS})(?:ng|[cmnptk])?|(?:oa|uê|uy|[aêiy])(?:ch|nh))$`, 'u');

/** Whether a word is built like a Vietnamese syllable: at most one tone, letters that may follow one another. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/gu)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '').normalize('NFC'));
}

const WORD = /(?<!\d)[A-Za-z\u00A1-\u00FF]+/gu;
const HIGH = /[\u00A1-\u00FF]/u;
/** Letters that only Unicode has: a text with one of them was not typed in an old encoding. */
const UNICODE = /[\u0102\u0103\u0110\u0111\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]|\p{M}/u;
const LONGEST = 2000;

/** Letters of one byte beyond ASCII and none that only Unicode has. Of a Vietnamese text the first words tell. */
function mayBeLegacy(text: string): boolean {
  let isHigh = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x1ea0 && code <= 0x1ef9) return false;
    if (code >= 0xa1 && code <= 0xff) isHigh = true;
  }
  return isHigh && !UNICODE.test(text);
}

/** The text in Unicode where it is in an old encoding, else null. */
export const convertLegacy = (text: string): string | null =>
  text.length > LONGEST || !mayBeLegacy(text) ? null : convert(text);

const convert = remembered((text): string | null => {
  const words = (text.match(WORD) ?? []).filter((word) => HIGH.test(word) && /[A-Za-z]/u.test(word));
  if (words.every((word) => isSyllable(word))) return null;
  const from = [fromTcvn3, fromVni].find((one) => words.every((word) => isSyllable(one(word))));
  return from === undefined ? null : text.replace(WORD, (word) => (/[A-Za-z]/u.test(word) ? from(word) : word));
});

/** Says every text of the input sheets that is in an old encoding, with the converted text as a fix. */
export function sayLegacyTexts(reader: Reader): void {
  for (const sheet of reader.sheets.found.values()) {
    for (let row = 0; row < sheet.rows.length; row++) {
      const cells = sheet.rows[row] ?? [];
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column];
        if (typeof cell?.value !== 'string') continue;
        const converted = convertLegacy(cell.value);
        if (converted === null) continue;
        const place = { sheet: sheet.name, row, column };
        reader.findings.say('legacy-encoding', place, {
          received: cell.value,
          expected: converted,
          ...(cell.formula === undefined && { fix: { place, value: converted } }),
        });
      }
    }
  }
}
