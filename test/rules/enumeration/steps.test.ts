/** The steps that margins name, made: after each of them the unit outside stands before the last holder. */
import { evaluate, margins, type Book, type UnitId } from '../../../src/rules';
import { book, field } from '../books';
import { sample } from './blocs';
import { filled } from './enumerate';

/** A small bloc with nothing missing. */
const whole = (seed: number): Book => {
  const { book: open, holes } = sample(seed, 24);
  return holes.reduce((left, hole) => filled(left, hole, hole.values[0] ?? null), open);
};

/** Every step of a book, and whether it does what is said. */
function steps(own: Book): { readonly step: string; readonly leads: boolean }[] {
  return margins(own, evaluate(own)).flatMap(({ holder, outside, criteria }) =>
    criteria.map(({ criterion, unit, from, to }) => {
      const { units } = evaluate(filled(own, { kind: 'score', unit, criterion, values: [] }, Number(to)));
      const rankOf = (id: UnitId): number => units.find((each) => each.id === id)?.rank ?? Infinity;
      return { step: `${unit} ${criterion} ${from}→${to}`, leads: rankOf(outside) < rankOf(holder) };
    }),
  );
}

/** In the first ones a sanction keeps points at 0, whatever the cell says. */
const CHOSEN = [
  631, 1187, 1575, 1687, 2069, 2102, 2312, 2457, 2657, 3169, 3406, 3507, 3965, 2, 5, 9, 14, 21, 27, 30, 36, 44, 48, 52,
];

test.each(CHOSEN)('bloc %d', (seed) => {
  expect(steps(whole(seed)).filter(({ leads }) => !leads)).toEqual([]);
});

test('these blocs have steps', () => {
  const some = CHOSEN.map(whole).filter((own) =>
    margins(own, evaluate(own)).some(({ criteria }) => criteria.length > 0),
  );
  expect(some.length).toBeGreaterThan(8);
});

test('a step that lifts a sanction counts with all that comes back', () => {
  const own = book({
    criteria: { I: { max: 10, step: '1' }, II: { max: 90, step: '1' } },
    scores: { a: { I: 5, II: 60 }, b: { I: 4, II: 62 } },
    awards: { T: { quota: 1 } },
    conditions: {
      k: { field: 'criterion I', op: '<', value: '5', effect: { kind: 'zeroCriterion', criterion: 'II' } },
    },
  });
  // b has 4 points while II counts 0, and 67 with one more of I; a, at 65, falls to 4 with one less: no better than b.
  expect(steps(own)).toEqual([{ step: 'b I 4→5', leads: true }]);
});

test('a tie key looks at the points after the step', () => {
  const own = book({
    settings: { tieKeys: [{ field: field('criterion X'), first: 'lower', written: 'X' }] },
    criteria: { I: { max: 90, step: '1' }, X: { max: 10, step: '1' } },
    scores: { a: { I: 50, X: '0.5' }, b: { I: '49.5', X: 0 } },
    awards: { T: { quota: 1 } },
  });
  // With 50.5 each, b would have 1 point of X, a half one.
  expect(steps(own).filter(({ leads }) => !leads)).toEqual([]);
});
