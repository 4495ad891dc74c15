/**
 * What may stand in a cell of `Điều kiện` that cannot be judged, in the words of the workbook: an issue
 * about a closed place always lists them.
 */
import { answersTo } from './attributes';
import type { Book, Condition, Field, Operator } from '../model/book';

type Spot = keyof Condition['places'];

const FIELD_WORDS: Readonly<Record<Exclude<Field['kind'], 'attribute' | 'invalid'>, string>> = {
  total: 'tổng điểm',
  base: 'điểm chính',
  bonus: 'điểm thưởng',
  deduction: 'điểm trừ',
  rank: 'hạng',
  grade: 'xếp loại',
  section: 'nhóm …',
  criterion: 'tiêu chí …',
  sectionPercent: 'tỷ lệ nhóm …',
  ballot: 'phiếu …',
};
const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  '>=': '>=',
  '>': '>',
  '<=': '<=',
  '<': '<',
  '=': '=',
  '<>': '<>',
  in: 'thuộc',
  notIn: 'không thuộc',
  onOrBefore: 'trước hoặc vào',
  onOrAfter: 'vào hoặc sau',
};
/** One threshold for each base of a ballot. */
const BALLOT_THRESHOLDS = '80% thành viên; 50% có mặt; 70% phát ra; 2/3 hợp lệ';

const COMPARISONS: readonly Operator[] = ['>=', '>', '<=', '<', '=', '<>'];
const SAME_OR_AMONG: readonly Operator[] = ['=', '<>', 'in', 'notIn'];

/** The fields a condition may ask about; `allowed` narrows them to those that its effect allows. */
function fieldWords({ units }: Book, allowed: ReadonlySet<Field['kind']> | undefined): string {
  const words = Object.entries<string>(FIELD_WORDS)
    .filter(([kind]) => allowed === undefined || [...allowed].some((one) => one === kind))
    .map(([, word]) => word);
  const headers = allowed?.has('attribute') === false ? [] : units.flatMap(({ attributes }) => [...attributes.keys()]);
  return [...words, ...new Set(headers)].join('; ');
}

function operatorWords({ kind }: Field): string {
  const allowed =
    kind === 'grade'
      ? SAME_OR_AMONG
      : kind === 'ballot'
        ? COMPARISONS
        : kind === 'attribute'
          ? null
          : [...COMPARISONS, ...SAME_OR_AMONG.slice(2)];
  return (allowed === null ? Object.values(OPERATOR_WORDS) : allowed.map((op) => OPERATOR_WORDS[op])).join('; ');
}

function valueWords(condition: Condition, { bands }: Book): string | null {
  switch (condition.field.kind) {
    case 'grade':
      return bands.map(({ name }) => name).join('; ') || null;
    case 'ballot':
      return BALLOT_THRESHOLDS;
    case 'attribute':
      return answersTo(condition);
    default:
      return 'số';
  }
}

/** What may stand at a spot of a condition; null where that is no closed list and no kind of value. */
export function allowedAt(
  spot: Spot,
  condition: Condition,
  book: Book,
  fields?: ReadonlySet<Field['kind']>,
): string | null {
  switch (spot) {
    case 'field':
      return fieldWords(book, fields);
    case 'op':
      return operatorWords(condition.field);
    case 'value':
      return valueWords(condition, book);
    default:
      return null;
  }
}
