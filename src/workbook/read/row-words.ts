/** What rows around the records say of themselves: totals, signatures, place and date. */
import { remembered } from '../../base/remembered';
import {
  BALLOT_BASES,
  COUNTS_TOWARD,
  CUTOFF_POLICIES,
  DECISION_KINDS,
  EFFECTS,
  MERE_TOTALS,
  NOT_APPLICABLE,
  OPERATORS,
  QUOTA_BASES,
  RESULT_ROW_WORDS,
  ROUNDINGS,
  SIGNATURE_WORDS,
  TASK_GRADES,
  TOTAL_ROW_WORDS,
  UNUSED_PLACES,
  WAY_WORDS,
  YES_NO,
  type Words,
} from '../layout';
import { fold } from '../../base/folding';

const LONGEST_TOTAL = 60;
const LONGEST_SIGNATURE = 80;

const [FIRST, BEHIND]: readonly ReadonlySet<string>[] = [
  new Set(TOTAL_ROW_WORDS.first),
  new Set(TOTAL_ROW_WORDS.behind),
];
const MERE: ReadonlySet<string> = new Set(MERE_TOTALS.map(fold));

/** A code as totals name them: "I", "II.1", "a", "3". */
const CODE_IN_TOTAL = /^(?:[ivxlcdm]{1,6}|[a-zđ]|\d{1,3})(?:\.[a-zđ\d]{1,4})*$/u;

/** "Tổng điểm", "Cộng nhóm I", "TỔNG ĐIỂM (I+II+III):"; "Tổng kết phong trào" is none. */
export function isTotalText(text: string): boolean {
  const folded = fold(text);
  if (folded.length > LONGEST_TOTAL || !(folded.startsWith('tổng') || folded.startsWith('cộng'))) return false;
  const [first = '', ...behind] = folded
    .replace(/\([^()]*\)/gu, ' ')
    .split(/[\s+:,;.=]+/u)
    .filter((word) => word !== '');
  return FIRST?.has(first) === true && behind.every((word) => BEHIND?.has(word) === true || CODE_IN_TOTAL.test(word));
}

/** Nothing but the word for a total. */
export const isMereTotal = (text: string): boolean => MERE.has(fold(text));

/** "Xếp hạng" and the like, which people write below the last criterion. */
export function isResultText(text: string): boolean {
  const folded = fold(text);
  return RESULT_ROW_WORDS.some((word) => folded.startsWith(word));
}

/** "Ninh Bình, ngày 20 tháng 12 năm 2024", the numbers perhaps left for the pen. */
export const isPlaceAndDate = remembered(
  (text): boolean =>
    text.length <= 120 &&
    /ngày[\s.…_]*(?:\d{1,2}[\s.…_]*)?tháng[\s.…_]*(?:\d{1,2}[\s.…_]*)?năm[\s.…_]*(?:\d{1,4}[\s.…_]*)?$/u.test(
      fold(text),
    ),
);

/** A text of a signature block: who signs, or how. */
export const isSignatureText = remembered((text): boolean => {
  if (text.length > LONGEST_SIGNATURE) return false;
  const folded = fold(text).replace(/^[\s([“"]+/u, '');
  return (
    !/\d/u.test(folded) &&
    SIGNATURE_WORDS.some((word) => folded.startsWith(word) && !/^\p{L}/u.test(folded.slice(word.length)))
  );
});

const CLOSED_LISTS: readonly Words<string>[] = [
  YES_NO,
  WAY_WORDS,
  COUNTS_TOWARD,
  ROUNDINGS,
  CUTOFF_POLICIES,
  UNUSED_PLACES,
  QUOTA_BASES,
  OPERATORS,
  BALLOT_BASES,
  EFFECTS,
  DECISION_KINDS,
  TASK_GRADES,
];
const CLOSED_WORDS: ReadonlySet<string> = new Set(
  [...CLOSED_LISTS.flatMap((words) => Object.values<readonly string[]>(words).flat()), ...NOT_APPLICABLE].map(fold),
);

/** Whether a text is one of the words that input cells may hold. */
export const isClosedWord = (text: string): boolean => text.length <= LONGEST_SIGNATURE && CLOSED_WORDS.has(fold(text));

const YES_NO_WORDS: ReadonlySet<string> = new Set(Object.values(YES_NO).flat().map(fold));
export const isYesNoWord = (text: string): boolean => YES_NO_WORDS.has(fold(text));
