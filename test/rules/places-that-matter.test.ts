/**
 * More cases than are followed: then a unit that can win nothing goes one way only, unless its place among the
 * others can change who wins (rules.md section 12: nothing is certain that a completion says otherwise of).
 */
import { evaluate } from '../../src/rules/index';
import { band, book, type AwardInput, type BookInput, type CellInput, type ConditionInput } from './books';

/** Units that are not ranked: each makes a case dearer, so that fewer are followed. */
const APART = Object.fromEntries(Array.from({ length: 25 }, (_, number) => [`z${String(number)}`, {}]));

interface Case {
  readonly award: AwardInput;
  readonly conditions?: Readonly<Record<string, ConditionInput>>;
  readonly more?: Partial<BookInput>;
  /** What is known of y, and of x, which reaches three points more. */
  readonly y?: number;
  readonly x?: number;
  /** Another known unit. */
  readonly w?: number;
  /** What is known of f, g and h. */
  readonly f?: number;
  /** Of f, g and h those that are open: a case that grades is dear. */
  readonly open?: string;
}

/** What the award T comes to for y; x is kept from it by K, and f, g and h, which are open too, compete for U alone. */
function chanceOfY({ award, conditions = {}, more = {}, y = 6, x = 4, w = 2, f = 0, open = 'fgh' }: Case): string {
  const scores: Record<string, Record<string, CellInput>> = {
    y: { I: y, II: 0 },
    x: { I: x, II: null },
    w: { I: w, II: 0 },
    ...Object.fromEntries(['f', 'g', 'h'].map((name) => [name, { I: f, II: open.includes(name) ? null : 0 }])),
  };
  for (let leaf = 0; leaf < 10; leaf += 1) for (const own of Object.values(scores)) own[`Z${String(leaf)}`] = 0;
  const { outlook } = evaluate(
    book({
      criteria: {
        I: { max: 10, step: '1' },
        II: { max: 3, step: '1' },
        ...Object.fromEntries(Array.from({ length: 10 }, (_, leaf) => [`Z${String(leaf)}`, { max: 1, step: '1' }])),
      },
      scores: { ...scores, ...APART },
      units: {
        ...Object.fromEntries(
          Object.keys(scores).map((name) => [name, { attributes: { K: name === 'x', U: 'fgh'.includes(name) } }]),
        ),
        ...Object.fromEntries(Object.keys(APART).map((name) => [name, { notRanked: 'mới thành lập' }])),
      },
      awards: { T: award, U: {} },
      bands: [],
      ...more,
      settings: { totalDecimals: 0, oneAwardPerUnit: false, ...more.settings },
      conditions: {
        u: { field: 'attribute U', op: '=', value: 'có', scope: { kind: 'awards', awards: ['U'] } },
        n: {
          field: 'attribute U',
          op: '=',
          value: 'có',
          scope: { kind: 'awards', awards: ['T'] },
          effect: { kind: 'bar' },
        },
        ...conditions,
      },
    }),
  );
  const [own] = outlook.awards;
  return own?.certain.includes('y') === true
    ? 'certain'
    : own?.possible.some(({ unit }) => unit === 'y') === true
      ? 'possible'
      : 'out';
}

const T = { kind: 'awards', awards: ['T'] } as const;
const k: ConditionInput = { field: 'attribute K', op: '=', value: 'có', scope: T, effect: { kind: 'bar' } };
const limited = [band('Tốt', 5, 1, { limit: { kind: 'number', places: '1' } }), band('Khá', null, 2)];
const asksGrade: ConditionInput = { field: 'grade', op: '=', value: 'Tốt', scope: T };
const order = [{ kind: 'tie' as const, units: ['y', 'w'] }];

test.each<[string, Case, string]>([
  ['x stands where it will', { award: {}, conditions: { k } }, 'certain'],
  ['a tie at the last place leaves all of it out', { award: { cutoff: 'excludeAll' }, x: 3 }, 'possible'],
  ['a tie that x cannot reach', { award: { cutoff: 'excludeAll' }, x: 2 }, 'certain'],
  [
    'a rank is asked',
    { award: {}, conditions: { k, r: { field: 'rank', op: '=', value: '1', scope: T } } },
    'possible',
  ],
  [
    'a grade of few places is asked',
    { award: {}, open: 'fg', conditions: { k, g: asksGrade }, more: { bands: limited } },
    'possible',
  ],
  [
    'a grade of any number',
    {
      award: {},
      open: 'fg',
      conditions: { k, g: asksGrade },
      more: { bands: limited.map((own) => ({ ...own, limit: null })) },
    },
    'certain',
  ],
  ['a decision on y and w alone', { award: {}, w: 6, conditions: { k }, more: { decisions: order } }, 'possible'],
  [
    'the same, where x cannot tie with them',
    { award: {}, w: 6, x: 7, conditions: { k }, more: { decisions: order } },
    'certain',
  ],
  [
    'places by how many are ranked',
    {
      award: { quota: '34% ranked' },
      w: 9,
      f: 5,
      conditions: { k, s: { field: 'total', op: '<', value: '5', effect: { kind: 'noRank' } } },
    },
    'possible',
  ],
  [
    'places by how many are eligible, x denied it',
    {
      award: { quota: '67% eligible' },
      w: 9,
      conditions: { t: { field: 'total', value: '5', scope: T } },
      more: { decisions: [{ kind: 'deny', scope: 'T', units: ['x'] }] },
    },
    'possible',
  ],
  ['places by how many there are', { award: { quota: '7% units' }, w: 9, conditions: { k } }, 'certain'],
])('%s', (_, own, expected) => {
  expect(chanceOfY(own)).toBe(expected);
});
