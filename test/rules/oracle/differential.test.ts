/**
 * The rules module against the oracle on random small books.
 * ORACLE_BOOKS: how many of a seed (default 150); ORACLE_SEED: which (default: always the same three, so that a red
 * run means that something changed). Both are printed, so that a run can be repeated; the long runs are made with
 * other seeds.
 */
import * as fc from 'fast-check';
import { randomBook } from './books';
import { differencesOf } from './comparison';
import { describeBook, describeDifferences } from './description';
import { COMPARED_FEATURES } from './features';

const books = Number(process.env['ORACLE_BOOKS'] ?? 150);
const seeds = (process.env['ORACLE_SEED'] ?? '2024 1 4').split(' ').map(Number);

test.each(seeds)(
  `the rules and the oracle agree on ${String(books)} random books (seed %i)`,
  (seed) => {
    let tooMany = 0;
    const result = fc.check(
      fc.property(randomBook(COMPARED_FEATURES), (book) => {
        const { differences, tooMany: open } = differencesOf(book);
        if (open) tooMany += 1;
        return differences.length === 0;
      }),
      { numRuns: books, seed },
    );
    const smallest = result.counterexample?.[0];
    const told = smallest
      ? `seed ${String(seed)}\n${describeBook(smallest)}\n${describeDifferences(differencesOf(smallest).differences)}`
      : 'no difference';
    expect(told).toBe('no difference');
    // Books with more open questions than brute force can bear are compared but for their awards.
    expect(tooMany).toBeLessThan(Math.max(10, books / 4));
  },
  600_000,
);
