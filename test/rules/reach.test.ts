/** How high points can go: nothing goes higher, and where every leaf brings its most, that is how high. */
import * as fc from 'fast-check';
import type { Book, Settings, Way } from '../../src/rules/index';
import { isBrokenLeaf, type LeafOutcome } from '../../src/rules/score/leaf';
import { naTreatment } from '../../src/rules/model/not-applicable';
import * as q from '../../src/rules/number/rational';
import { compileScore } from '../../src/rules/score/compile';
import { scoreLevel } from '../../src/rules/score/exact';
import { reachOf } from '../../src/rules/score/reach';
import { usableSettings } from '../../src/rules/model/settings';
import { buildTree } from '../../src/rules/score/tree';
import { pointsBound } from '../../src/rules/score/ways';
import { book, type CriterionInput } from './books';
import { randomBook } from './oracle/books';
import { COMPARED_FEATURES } from './oracle/features';

const recipeOf = (one: Book) => compileScore(buildTree(one.criteria), usableSettings(one.settings));

const RATIO: Way = { kind: 'ratio', cap: '1.2', floor: null, cutoff: null, lowerIsBetter: false };
const BONUS = { max: 3, counts: 'bonus', allowsNa: true } as const;
const TWO = { I: { way: 'group', max: null }, 'I.1': { max: 2.5, allowsNa: true }, 'I.2': { max: 3.25 } } as const;

test.each<[string, Readonly<Record<string, CriterionInput>>, Partial<Settings>, string | null, string | null]>([
  ['the sum of the maxima', TWO, {}, '5.75', '5.75'],
  ['a section is rounded', TWO, { sectionDecimals: 1 }, '5.8', '5.8'],
  ['and then cut', { ...TWO, I: { way: 'group', max: '5.75' } }, { sectionDecimals: 1 }, '5.75', '5.75'],
  ['cut, not cut and rounded', { ...TWO, I: { way: 'group', max: '5.24' } }, { sectionDecimals: 1 }, '5.24', '5.24'],
  ['a criterion at the top is rounded, never up', { I: { max: '2.56' } }, { sectionDecimals: 1 }, '2.56', '2.56'],
  ['or down', { I: { max: '2.54' } }, { sectionDecimals: 1 }, '2.5', '2.5'],
  ['only the highest', { ...TWO, I: { way: { kind: 'group', highestOnly: true }, max: null } }, {}, '3.25', '3.25'],
  ['a ratio above 100 %', { I: { way: RATIO, max: 10 }, II: { max: 5 } }, {}, '17', '17'],
  [
    'the rest may count as much as the ratio',
    { I: { way: RATIO, max: 10 }, II: { max: 5, allowsNa: true } },
    { notApplicable: 'total' },
    '18',
    '18',
  ],
  [
    'of a section that may be left out as a whole too',
    { I: { way: RATIO, max: 10 }, II: { max: 5, allowsNa: true } },
    { notApplicable: 'section' },
    '18',
    '18',
  ],
  [
    'within a section by that section alone',
    { ...TWO, 'I.2': { way: RATIO, max: 3 }, II: { way: RATIO, max: 10 } },
    { notApplicable: 'section' },
    '18.6',
    '18.6',
  ],
  ['a rounding may be multiplied without end', TWO, { notApplicable: 'total', sectionDecimals: 1 }, null, null],
  ['not where no section is left out', TWO, { notApplicable: 'section', sectionDecimals: 1 }, '5.8', '5.8'],
  [
    'nor by a bonus that does not apply',
    { I: { max: '2.5' }, B: BONUS },
    { notApplicable: 'total', sectionDecimals: 1 },
    '2.5',
    '5.5',
  ],
  [
    'main points below a bonus stand in no maximum: times any factor',
    {
      I: { max: 5, allowsNa: true },
      II: { max: 5 },
      B: { way: 'group', max: null, counts: 'bonus' },
      'B.1': { max: 2, counts: 'main' },
    },
    { notApplicable: 'total' },
    null,
    null,
  ],
  ['the bonus under its cap', { I: { max: 10 }, B: BONUS }, { bonusCap: '2' }, '10', '12'],
  ['a bonus without limit', { I: { max: 10 }, B: { max: null, counts: 'bonus' } }, {}, '10', null],
  ['but for that of the total', { I: { max: 10 }, B: { max: null, counts: 'bonus' } }, { totalMax: '11' }, '10', '11'],
  ['at least', { I: { max: 10 } }, { totalMin: '20' }, '10', '20'],
  ['a total is rounded', { I: { max: '2.345' } }, {}, '2.345', '2.35'],
])('%s', (_, criteria, settings, base, total) => {
  const reach = reachOf(recipeOf(book({ settings, criteria, scores: {} })));
  expect([reach.base, reach.total].map(q.formatOptional)).toEqual([base, total]);
});

/** What a leaf may bring: nothing, parts of its bound, the bound, or not applicable. */
function outcomesOf(leaf: ReturnType<typeof buildTree>['leaves'][number], settings: Settings): readonly LeafOutcome[] {
  const bound = pointsBound(leaf.criterion.way, leaf.max) ?? q.HUNDRED;
  return [
    ...[q.ZERO, q.HALF, { n: 7n, d: 8n }, q.ONE].map((part): LeafOutcome => ({
      kind: 'points',
      points: q.multiply(bound, part),
      from: 'typed',
    })),
    ...(leaf.kind === 'main' && naTreatment(leaf.criterion, settings) !== 'forbid' ? [{ kind: 'na' } as const] : []),
  ];
}

test('no points of any unit go higher', () => {
  const runs = Number(process.env['RUNS'] ?? '100');
  fc.assert(
    fc.property(randomBook(COMPARED_FEATURES), fc.nat(), (one, first) => {
      const recipe = recipeOf(one);
      const { leaves } = recipe.tree;
      fc.pre(leaves.length > 0 && !leaves.some(isBrokenLeaf));
      const reach = reachOf(recipe);
      let pick = first;
      const next = (): number => (pick = (pick * 69_069 + 1) % 2 ** 31) >> 8;
      const choices = leaves.map((leaf) => outcomesOf(leaf, recipe.settings));
      for (let round = 0; round < 30; round += 1) {
        const { points, ...score } = scoreLevel(
          recipe,
          choices.map((own) => own[next() % own.length] as LeafOutcome),
        );
        const seen = [
          ...(['base', 'bonus', 'deduction', 'total'] as const).map((part) => [score[part], reach[part]] as const),
          ...[...reach.rows].map(([{ criterion }, most]) => [points.get(criterion.code) ?? null, most] as const),
        ];
        for (const [value, most] of seen)
          if (value !== null && most !== null && q.compare(value, most) > 0)
            throw new Error(`${q.format(value)} > ${q.format(most)}`);
      }
    }),
    { seed: 2026, numRuns: runs },
  );
});
