/** What an old table cannot answer: asked, never guessed; and nothing is asked that some cell answers. */
import { addNumerals, compareNumerals, type Numeral, type Place } from '../../rules';
import { LEVELS, NA_TREATMENTS } from '../layout';
import { fold } from '../../base/folding';
import { deductionsAreSigned } from './old-totals';
import type { TableRead } from './read-table';
import type { Criterion } from './tree';

export type QuestionAbout =
  'table' | 'level' | 'scale' | 'sign' | 'group' | 'unit' | 'na' | 'dash' | 'max' | 'year' | 'name' | 'quota';

export interface Question {
  /** What an answer is given under: "level", "max.I.1", "quota.CP". */
  readonly key: string;
  readonly about: QuestionAbout;
  /** Words the sentence fills in. */
  readonly params: Readonly<Record<string, string>>;
  /** The words to choose from; empty where any text or number may be the answer. */
  readonly choices: readonly string[];
  /** What the table makes likely: never taken unasked. */
  readonly suggestion: string | null;
  /** Without an answer there is no book. */
  readonly needed: boolean;
  readonly places: readonly Place[];
}

export const SIGN_CHOICES = ['dương', 'như bảng'] as const;
export const DASH_CHOICES = ['0', 'trống', 'không áp dụng'] as const;
export const ALL_GROUPS = 'tất cả';
/** Awards that a bloc proposes for as a rule; without places the book has none. */
export const USUAL_AWARDS = [
  ['CP', 'Cờ thi đua của Chính phủ'],
  ['UBND', 'Cờ thi đua của UBND tỉnh'],
  ['BK', 'Bằng khen của Chủ tịch UBND tỉnh'],
] as const;

const question = (key: string, about: QuestionAbout, own: Partial<Question> = {}): Question => ({
  key,
  about,
  params: {},
  choices: [],
  suggestion: null,
  needed: true,
  places: [],
  ...own,
});

export function questionsOf(table: TableRead): Question[] {
  return [
    ...levelQuestion(table),
    ...cellQuestions(table),
    ...groupQuestions(table),
    ...maxQuestions(table),
    ...scaleQuestion(table),
    ...bookQuestions(table),
  ];
}

function levelQuestion({ scores, about }: TableRead): Question[] {
  const unnamed = scores.filter(({ level }) => level === null);
  if (unnamed.length === 0 || about.level !== null) return [];
  return [
    question('level', 'level', {
      choices: [LEVELS.self[0], LEVELS.bloc[0], LEVELS.board[0]],
      suggestion: LEVELS.bloc[0],
      places: unnamed.slice(0, 1).map(({ place }) => place),
    }),
  ];
}

function cellQuestions({ scores, totals, criteria }: TableRead): Question[] {
  const places = (found: TableRead['scores']): Place[] => found.map(({ place }) => place);
  const negative = scores.filter(({ wasNegative, value }) => wasNegative && value !== '0');
  const na = scores.filter(({ value }) => value === 'na');
  const dashes = scores.filter(({ value }) => value === 'dash');
  return [
    ...(negative.length === 0 || deductionsAreSigned(scores, totals, criteria)
      ? []
      : [question('sign', 'sign', { choices: SIGN_CHOICES, suggestion: SIGN_CHOICES[0], places: places(negative) })]),
    ...(na.length === 0
      ? []
      : [
          question('na', 'na', {
            choices: [NA_TREATMENTS.full[0], NA_TREATMENTS.section[0], NA_TREATMENTS.total[0]],
            places: places(na),
          }),
        ]),
    ...(dashes.length === 0 ? [] : [question('dash', 'dash', { choices: DASH_CHOICES, places: places(dashes) })]),
  ];
}

function groupQuestions({ units }: TableRead): Question[] {
  const groups = [...new Map(units.flatMap(({ group }) => (group === null ? [] : [[fold(group), group]]))).values()];
  const nameless = units.filter(({ name }) => name === '');
  return [
    ...(groups.length < 2
      ? []
      : [
          question('group', 'group', {
            choices: [...groups, ALL_GROUPS],
            places: units.slice(0, 1).map(({ place }) => place),
          }),
        ]),
    ...(nameless.length === 0 ? [] : [question('unit', 'unit', { places: nameless.map(({ place }) => place) })]),
  ];
}

function maxQuestions({ criteria }: TableRead): Question[] {
  return criteria
    .filter(({ leaf, max }) => leaf && max === null)
    .map(({ code, name, place }) => question(`max.${code}`, 'max', { params: { code, name }, places: [place] }));
}

/** The maxima of the main parts, or of the bonus, together; null while one of them is not known. */
function sumOfMaxima(criteria: readonly Criterion[], part: Criterion['counts'] = 'main'): Numeral | null {
  const codes = new Set(criteria.map(({ code }) => code));
  const maxOf = (criterion: Criterion): Numeral | null => {
    if (criterion.max !== null) return criterion.max;
    const below = criteria.filter(({ parent }) => parent === criterion.code);
    return below.length === 0
      ? null
      : below.reduce<Numeral | null>((sum, one) => {
          const own = maxOf(one);
          return sum === null || own === null ? null : addNumerals(sum, own);
        }, '0');
  };
  return criteria
    .filter(({ parent, counts }) => counts === part && (parent === null || !codes.has(parent)))
    .reduce<Numeral | null>((sum, one) => {
      const own = maxOf(one);
      return sum === null || own === null ? null : addNumerals(sum, own);
    }, '0');
}

/** The points without bonus: as the table states them, else the maxima together. */
export function scaleOf({ criteria, scale }: Pick<TableRead, 'criteria' | 'scale'>): Numeral | null {
  const [sum, bonus] = [sumOfMaxima(criteria), sumOfMaxima(criteria, 'bonus')];
  // What stands at the total may hold the bonus as well.
  return sum !== null && bonus !== null && scale !== null && compareNumerals(scale.value, addNumerals(sum, bonus)) === 0
    ? sum
    : (scale?.value ?? sum);
}

/** Where the maxima add up to a round number, or to the one that the table states, nothing is asked. */
function scaleQuestion(table: TableRead): Question[] {
  const { criteria, scale } = table;
  const sum = sumOfMaxima(criteria);
  if (sum === null) return [];
  const isRound = Number(sum) % 10 === 0;
  if (scale === null ? isRound : compareNumerals(scaleOf(table) ?? sum, sum) === 0) return [];
  return [
    question('scale', 'scale', {
      params: { sum },
      choices: [...new Set([sum, ...(scale === null ? [] : [scale.value])])],
      suggestion: scale?.value ?? sum,
      places: scale?.place ? [scale.place] : [],
    }),
  ];
}

function bookQuestions({ about: { year, name } }: TableRead): Question[] {
  return [
    ...(year?.certain === true
      ? []
      : [
          question('year', 'year', {
            needed: false,
            suggestion: year?.value ?? null,
            places: year?.place ? [year.place] : [],
          }),
        ]),
    ...(name === null ? [question('name', 'name', { needed: false })] : []),
    ...USUAL_AWARDS.map(([code, award]) => question(`quota.${code}`, 'quota', { needed: false, params: { award } })),
  ];
}
