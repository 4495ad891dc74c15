/** Another program on the package: compiled by package.test.ts against the types that were packed, never run; apart from the project's own types, for these are made by a build. */
import { emptyBook, evaluate, type Award, type Book, type Criterion, type Evaluation } from 'thidua/rules';

const book: Book = { ...emptyBook(), units: [] };
const { units, awards }: Evaluation = evaluate(book);

export const ranks: readonly (string | number | null)[] = units.map(({ rank }) => rank);
export const statuses: readonly string[] = awards.map(({ status }) => status);

// @ts-expect-error -- a book is not changed by those who read it
book.units = [];
// @ts-expect-error -- numbers are decimal texts, never doubles
export const max: Criterion['max'] = 9.5;
// @ts-expect-error -- what happens at a tied cutoff is one of a closed list
export const cutoff: Award['cutoff'] = 'toss';
// @ts-expect-error -- a judgement needs a whole book
evaluate({});
