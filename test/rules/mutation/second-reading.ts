/** Some random books, judged by the rules and by the second reading of their text, which stays the same for every mutant. */
import * as fc from 'fast-check';
import type { Book } from '../../../src/rules';
import { randomBook } from '../oracle/books';
import { differencesOf } from '../oracle/comparison';
import { COMPARED_FEATURES } from '../oracle/features';
import { outcomeOf, type Outcome } from '../oracle/oracle';

const BOOKS = 60;

interface Kept {
  secondReading?: readonly (readonly [Book, Outcome])[];
}

/** Kept between mutants: the second reading is slow, and no mutant changes it. */
function answers(): readonly (readonly [Book, Outcome])[] {
  const kept = globalThis as Kept;
  kept.secondReading ??= fc
    .sample(randomBook(COMPARED_FEATURES), { numRuns: BOOKS, seed: 2024 })
    .map((book) => [book, outcomeOf(book)] as const);
  return kept.secondReading;
}

test.each(answers().map((_, number) => number))('the second reading agrees on book %i', (number) => {
  const [book, outcome] = answers()[number] ?? [];
  if (book === undefined || outcome === undefined) throw new Error(`no book ${String(number)}`);
  expect(differencesOf(book, outcome).differences).toEqual([]);
});
