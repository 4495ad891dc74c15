/** The texts of criteria: what is number, what is name, what is maximum. */
import type { CountsToward, Numeral } from '../../rules';
import { isBulletCode, fold, normal, codeText } from '../../base/folding';
import { isSyllable } from '../read/legacy';
import { maxInText } from './points';

export interface Label {
  /** The number as printed, "" for none. */
  readonly printed: string;
  readonly name: string;
  readonly max: Numeral | null;
}

const NUMBERED =
  /^(?:(?:phần|mục|nhóm|chương)\s+)?((?:[IVX]{1,6}|[A-ZĐ]|[a-zđ]|\d{1,2})(?:\.(?:\d{1,2}|[a-zđ]))*)\s*[.)/:–-]+\s*(?=\S)(.*)$/su;
const PATH = /^((?:[IVX]{1,6}|\d{1,2}|[A-ZĐ])(?:\.(?:\d{1,2}|[a-zđ]))+)\.?\s+(.*)$/su;
const ROMAN_WORD = /^([IVX]{1,5})\s+(\p{Lu}.*)$/su;
const BULLET = /^([-–—+•*●▪])\s*(.*)$/su;
const MERE_NUMBER =
  /^(?:(?:[Pp]hần|PHẦN|[Mm]ục|MỤC|[Nn]hóm|NHÓM)\s+)?((?:[IVX]{1,6}|[A-ZĐ]|\d{1,2})(?:\.(?:\d{1,2}|[a-zđ]))*)\.?$/u;

/** One line: white space of every kind, Word's line breaks among them, is one space. */
export const oneLine = (text: string): string => normal(text).replace(/\s+/gu, ' ').trim();

/** "I.1. Sáng kiến (15 đ)" → number, name, maximum. `coded`: the number stands in a column of its own. */
export function readLabel(written: string, coded: boolean): Label {
  const whole = oneLine(written);
  const held = maxInText(whole);
  const text = held?.rest ?? whole;
  const max = held?.max ?? null;
  if (coded) return { printed: '', name: calm(text), max };
  const mere = MERE_NUMBER.exec(text);
  if (mere !== null) return { printed: codeText(mere[1] ?? ''), name: '', max };
  const match = PATH.exec(text) ?? NUMBERED.exec(text) ?? ROMAN_WORD.exec(text) ?? BULLET.exec(text);
  if (match === null) return { printed: '', name: calm(text), max };
  return {
    printed: isBulletCode(match[1] ?? '') ? '-' : codeText(match[1] ?? ''),
    name: calm((match[2] ?? '').trim()),
    max,
  };
}

/** Names of the state that keep their capitals in a text that is written in capitals throughout. */
const PROPER: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})đảng(?!\p{L})/gu, 'Đảng'],
  [/(?<!\p{L})nhà nước(?!\p{L})/gu, 'Nhà nước'],
  [/(?<!\p{L})chính phủ(?!\p{L})/gu, 'Chính phủ'],
  [/(?<!\p{L})trung ương(?!\p{L})/gu, 'Trung ương'],
  [/(?<!\p{L})việt nam(?!\p{L})/gu, 'Việt Nam'],
  [/(?<!\p{L})hồ chí minh(?!\p{L})/gu, 'Hồ Chí Minh'],
];

/** A text in capitals throughout as a sentence; abbreviations and Roman numerals stay as they are. Any other text is left alone. */
function calm(text: string): string {
  if (text !== text.toUpperCase() || !/\p{L}{2} \p{L}{2}/u.test(text)) return text;
  const small = text.replace(/\p{L}+/gu, (word) =>
    /^[IVX]+$/u.test(word) || !isSyllable(word) ? word : word.toLowerCase(),
  );
  const named = PROPER.reduce((sentence, [word, proper]) => sentence.replace(word, proper), small);
  return named.charAt(0).toUpperCase() + named.slice(1);
}

const BEFORE = '(?:(?:các|phần|nội dung|tiêu chí|mục|tổng|được|bị|số)\\s+)*';
const BONUS = new RegExp(`^${BEFORE}(?:điểm )?(?:được )?(?:thưởng|cộng|cộng thêm)(?: điểm)?(?! đồng)(?!\\p{L})`, 'u');
const DEDUCTION = new RegExp(`^${BEFORE}(?:điểm )?(?:bị )?(?:trừ|phạt)(?: điểm)?(?!\\p{L})`, 'u');
/** In longer texts "trừ điểm" tells how a criterion is scored. */
const LONGEST_PART = 40;

/** What a criterion counts toward by its name; both where the text names bonus and deduction. */
export function countsBy(name: string): CountsToward | 'both' {
  const folded = fold(name);
  const isShort = folded.length <= LONGEST_PART;
  const bonus =
    BONUS.test(folded) ||
    /^điểm (?:khuyến khích|ưu tiên)(?!\p{L})/u.test(folded) ||
    (isShort && /điểm (?:thưởng|cộng)(?!\p{L})/u.test(folded));
  const deduction = DEDUCTION.test(folded) || (isShort && /(?:điểm|[,;/]|và) trừ(?!\p{L})/u.test(folded));
  if (bonus && deduction) return 'both';
  return bonus ? 'bonus' : deduction ? 'deduction' : 'main';
}
