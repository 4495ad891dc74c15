/**
 * The first law by brute force: with one input blanked, an award is settled exactly when every value
 * that the input could take gives the same outcome.
 */
import fc from 'fast-check';
import { evaluate, type AwardResult, type Evaluation } from '../../src/rules/index';
import { bloc, inputOf, nameOf, RUNS, type BlocShape } from './blocs';
import { book, type BookInput } from './books';

type Blank = 'score' | 'attribute' | 'favour';

function withValue(shape: BlocShape, blank: Blank, unit: number, value: number | null): BookInput {
  const input = inputOf(shape);
  const name = nameOf(unit);
  switch (blank) {
    case 'score':
      return { ...input, scores: { ...input.scores, [name]: value } };
    case 'attribute':
      return {
        ...input,
        units: { ...input.units, [name]: { attributes: { K: value === null ? null : value === 1 } } },
      };
    case 'favour':
      return {
        ...input,
        ballots: (input.ballots ?? []).map((row) => (row.unit === name ? { ...row, favour: value } : row)),
      };
  }
}

const VALUES: Readonly<Record<Blank, readonly number[]>> = {
  score: Array.from({ length: 11 }, (_, value) => value),
  attribute: [0, 1],
  favour: [0, 1, 2, 3, 4],
};

/** Who has the award, who is tied for it, and whether that is settled. */
const outcome = ({ status, units, tied }: AwardResult): string =>
  `${status} ${[...units].sort().join()} | ${status === 'pending:tie' ? [...tied].sort().join() : ''}`;
const isSettled = ({ status }: AwardResult): boolean => status === 'ok' || status === 'overQuota';

function outcomesOf(shape: BlocShape, blank: Blank, unit: number): readonly Evaluation[] {
  return VALUES[blank].map((value) => evaluate(book(withValue(shape, blank, unit, value))));
}

const blanked = fc
  .tuple(bloc, fc.constantFrom<Blank>('score', 'score', 'attribute', 'favour'), fc.nat())
  .map(([shape, blank, pick]) => ({ shape, blank, unit: pick % shape.scores.length }));

test('no award that could change with a blank input is settled', () => {
  fc.assert(
    fc.property(blanked, ({ shape, blank, unit }) => {
      const open = evaluate(book(withValue(shape, blank, unit, null)));
      const filled = outcomesOf(shape, blank, unit);
      open.awards.forEach((award, number) => {
        if (!isSettled(award)) return;
        for (const { awards } of filled) expect(outcome(awards[number] as AwardResult)).toBe(outcome(award));
      });
    }),
    { ...RUNS, numRuns: 2 * RUNS.numRuns },
  );
});

test('an award that goes the same way for every value of the blank input is not pending for it', () => {
  fc.assert(
    fc.property(blanked, ({ shape, blank, unit }) => {
      const open = evaluate(book(withValue(shape, blank, unit, null)));
      const filled = outcomesOf(shape, blank, unit);
      open.awards.forEach((award, number) => {
        const [first, ...others] = filled.map(({ awards }) => awards[number] as AwardResult);
        if (first === undefined || !isSettled(first) || others.some((other) => outcome(other) !== outcome(first)))
          return;
        expect(outcome(award)).toBe(outcome(first));
      });
    }),
    RUNS,
  );
});

test('whoever is named as settled holder of a pending award holds it for every value', () => {
  fc.assert(
    fc.property(blanked, ({ shape, blank, unit }) => {
      const open = evaluate(book(withValue(shape, blank, unit, null)));
      const filled = outcomesOf(shape, blank, unit);
      open.awards.forEach((award, number) => {
        for (const { awards } of filled) {
          const other = awards[number] as AwardResult;
          if (other.status === 'pending:upstream') continue;
          expect(other.units).toEqual(expect.arrayContaining([...award.units]));
        }
      });
    }),
    RUNS,
  );
});
