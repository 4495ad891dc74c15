/** What a condition may be about, as lists to choose from: what its cells hold, and what it is called for people. */
import type { Award, BookNames, Book, Field, Operator } from '../../rules';
import {
  CAP_GRADE_EFFECT,
  CODED_FIELDS,
  EFFECTS,
  GRADE_SCOPE,
  PLAIN_FIELDS,
  ZERO_CRITERION_EFFECT,
} from '../../workbook/layout';
import type { RegulationWords } from './regulation-words';

export interface Choosable {
  readonly value: string;
  readonly label: string;
}

type Word = RegulationWords['r'];

/** Whom a condition holds for. */
export const scopeChoices = ({ awards, bands }: Book, names: BookNames, r: Word): Choosable[] => [
  { value: '', label: r('allAwards') },
  ...awards.map(({ id }: Award) => ({ value: id, label: names.award(id) })),
  ...bands.map(({ name }) => ({ value: `${GRADE_SCOPE} ${name}`, label: r('gradeNamed', { name }) })),
];

/** What a condition looks at. Points of groups and criteria by the unit's own; votes by the award they are on. */
export function fieldChoices({ criteria, awards, units }: Book, names: BookNames, r: Word): Choosable[] {
  const plain = (['total', 'base', 'bonus', 'deduction', 'rank', 'grade'] as const).map((kind) => ({
    value: PLAIN_FIELDS[kind][0],
    label: r(`field.${kind}`),
  }));
  const headers = [...new Set(units.flatMap(({ attributes }) => [...attributes.keys()]))];
  const groups = criteria.filter(({ way }) => way.kind === 'group');
  const leaves = criteria.filter(({ way }) => way.kind !== 'group');
  const coded = (kind: keyof typeof CODED_FIELDS, code: string): string => `${CODED_FIELDS[kind][0]} ${code}`;
  return [
    ...plain,
    ...headers.map((header) => ({ value: header, label: header })),
    ...awards.map(({ id }) => ({ value: coded('ballot', id), label: r('field.ballot', { award: names.award(id) }) })),
    ...groups.flatMap(({ code }) => [
      { value: coded('section', code), label: r('field.points', { name: names.criterion(code) }) },
      { value: coded('sectionPercent', code), label: r('field.percent', { name: names.criterion(code) }) },
    ]),
    ...leaves.map(({ code }) => ({
      value: coded('criterion', code),
      label: r('field.points', { name: names.criterion(code) }),
    })),
  ];
}

const NUMBERS: readonly Operator[] = ['>=', '>', '<=', '<', '=', '<>'];
const WORDS: readonly Operator[] = ['=', '<>', 'in', 'notIn'];
/** An attribute may be a number, a word or a day. */
const ANYTHING: readonly Operator[] = ['=', '<>', 'in', 'notIn', '>=', '>', '<=', '<', 'onOrBefore', 'onOrAfter'];

/** How a field may be compared. */
export function operatorsOf(field: string): readonly Operator[] {
  const starts = (kind: Exclude<Field['kind'], 'attribute' | 'invalid'>): boolean =>
    kind in CODED_FIELDS && field.startsWith(`${CODED_FIELDS[kind as keyof typeof CODED_FIELDS][0]} `);
  if (field === PLAIN_FIELDS.grade[0]) return WORDS;
  if (Object.values(PLAIN_FIELDS).some(([word]) => word === field)) return NUMBERS;
  return (['section', 'criterion', 'sectionPercent', 'ballot'] as const).some(starts) ? NUMBERS : ANYTHING;
}

/** What follows from a condition; '' : it is required. */
export const effectChoices = ({ bands, criteria }: Book, names: BookNames, r: Word): Choosable[] => [
  { value: '', label: r('effect.require') },
  ...(['bar', 'postpone', 'noRank', 'lowerGrade'] as const)
    .filter((kind) => kind !== 'lowerGrade' || bands.length > 0)
    .map((kind) => ({ value: EFFECTS[kind][0], label: r(`effect.${kind}`) })),
  ...bands.map(({ name }) => ({
    value: CAP_GRADE_EFFECT.replace('#', () => name),
    label: r('effect.capGrade', { name }),
  })),
  ...criteria
    .filter(({ way }) => way.kind !== 'group')
    .map(({ code }) => ({
      value: ZERO_CRITERION_EFFECT.replace('#', () => code),
      label: r('effect.zeroCriterion', { name: names.criterion(code) }),
    })),
];
