/** Reads `Giá trị` of a condition with every reading it allows; which one counts depends on the field. */
import { divideNumerals, multiplyNumerals, type Entry, type Field, type Numeral, type Threshold } from '../../rules';
import { BALLOT_BASES, LIST_SEPARATOR } from '../layout';
import { dayOfText } from '../../base/days';
import { numberWritten } from './written-number';
import { fold, normal } from '../../base/folding';
import { wordFinder } from './words';

const ballotBase = wordFinder(BALLOT_BASES);

/** More decimals than people type. */
const MAY_BE_QUOTIENT = /\.\d{7,}$/u;

/** Fields of points and places: 1 in a cell shown as 100 % would be 1 or 100. */
const NO_PERCENTAGES: ReadonlySet<Field['kind']> = new Set([
  'total',
  'base',
  'bonus',
  'deduction',
  'rank',
  'section',
  'criterion',
]);

/** `shown` is the cell's text as people see it. A cell of percentages is no number of points or places. */
export function readThreshold(entry: Entry, shown: string, field: Field['kind']): Threshold {
  const isDoubtful = entry.kind === 'number' && entry.percent === true && NO_PERCENTAGES.has(field);
  return {
    written: shown,
    items: shown
      .split(LIST_SEPARATOR)
      .map(normal)
      .filter((item) => item !== ''),
    number: isDoubtful ? null : numberOf(entry),
    ...(entry.kind === 'number' && entry.percent === true && MAY_BE_QUOTIENT.test(numberOf(entry) ?? '')
      ? { scaled: true }
      : {}),
    yesno: entry.kind === 'yesno' ? entry.value : null,
    day: entry.kind === 'date' ? entry.day : entry.kind === 'text' ? dayOfText(entry.text) : null,
    share: entry.kind === 'text' ? shareOf(entry.text) : null,
  };
}

/** "60%", the number 60, and 0.6 in a cell formatted as a percentage are all 60. */
function numberOf(entry: Entry): Numeral | null {
  if (entry.kind === 'number') return entry.percent === true ? multiplyNumerals(entry.value, '100') : entry.value;
  return entry.kind === 'text'
    ? numberWritten(entry.text.endsWith('%') ? entry.text.slice(0, -1).trimEnd() : entry.text)
    : null;
}

/** "80% thành viên", "2/3 hợp lệ". */
function shareOf(text: string): Threshold['share'] {
  const match = /^(\d+(?:[.,]\d+)?)\s*(?:%|\/\s*(\d+)(?!\d))\s*(\S.*)$/u.exec(fold(text));
  if (match === null) return null;
  const [, amount = '', divisor = '100', base = ''] = match;
  const of = ballotBase(base);
  const share = divideNumerals(numberWritten(amount) ?? '0', divisor);
  return of === null || share === null ? null : { share, of };
}
