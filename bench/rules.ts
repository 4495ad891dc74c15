/**
 * How fast a bloc is judged: 24 × 80, 40 × 200 and 1,000 × 100 score cells with awards, conditions,
 * ties and all reasons, beside a plain double-precision sum, sort and slice of the same scores; and how much
 * longer it takes to say how things stand while a part of the scores is missing.
 */
import { blocOf, numbers } from './bloc';
import { fewHoles } from './few-holes';
import { median, type BenchReport } from './report';
import { evaluate, type Book } from '../src/rules/index';

/** The same bloc with a share of its scores not entered yet. */
function without(book: Book, share: number): Book {
  const next = numbers(7);
  return {
    ...book,
    scores: book.scores.map((column) => ({
      ...column,
      entries: new Map(
        [...column.entries].map(([code, entry]) => [
          code,
          next() < share ? { kind: 'blank' as const, place: entry.place } : entry,
        ]),
      ),
    })),
  };
}

/** What a spreadsheet would do: doubles, a sort, a cut. No rule, no reason, no exactness. */
function plainRanking(table: readonly (readonly number[])[]): number[] {
  return table
    .map((scores, unit) => ({ unit, total: scores.reduce((sum, score) => sum + score, 0) }))
    .sort((a, b) => b.total - a.total)
    .slice(0, Math.ceil(table.length / 2))
    .map(({ unit }) => unit);
}

/** The median time of one run in milliseconds, after warm-up. */
function timeOf(run: () => unknown, rounds: number): number {
  for (let warm = 0; warm < rounds / 2; warm += 1) run();
  return median(
    Array.from({ length: rounds }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

/** CPU milliseconds of one run: what else the machine does counts less than in the time on the clock. */
function cpuOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times as much CPU each of several books takes as the full one, with how things stand: all take turns, medians of the ratios. */
function ratiosTo(full: Book, others: readonly Book[], rounds: number): number[] {
  const all = Array.from({ length: rounds + Math.ceil(rounds / 2) }, () => {
    const own = cpuOf(() => evaluate(full).outlook);
    return others.map((book) => cpuOf(() => evaluate(book).outlook) / own);
  }).slice(Math.ceil(rounds / 2));
  return others.map((_, at) => median(all.map((ratios) => ratios[at] ?? NaN)));
}

const SHARES = [0.01, 0.1, 0.5, 0.9] as const;
const SIZES: readonly (readonly [number, number, number])[] = [
  [24, 80, 400],
  [40, 200, 80],
  [1000, 100, 9],
];
const shown = (value: number, digits: number): number => Number(value.toFixed(digits));

/** So many books with few holes, and how often each is judged. */
const BOOKS = 60;
const ROUNDS = 9;

/** The ratios of many books with 1 to 6 blank cells to the same ones in full, the lowest first. */
function ratiosOfFewHoles(units: number, leaves: number): number[] {
  const books = Array.from({ length: BOOKS }, (_, at) => fewHoles(at + 1, units, leaves));
  for (const { full, holes } of books) ratiosTo(full, [holes], 1);
  return books.map(({ full, holes }) => ratiosTo(full, [holes], ROUNDS)[0] ?? NaN).sort((a, b) => a - b);
}

export async function bench(): Promise<BenchReport> {
  const measured = SIZES.map(([units, leaves, rounds]) => {
    const book = blocOf(units, leaves);
    const table = book.scores.map(({ entries }) =>
      [...entries.values()].map((entry) => (entry.kind === 'number' ? Number(entry.value) : 0)),
    );
    const own = timeOf(() => evaluate(book), rounds);
    const withText = timeOf(() => evaluate(book).canonical, rounds);
    const floor = timeOf(() => plainRanking(table), rounds);
    const missing = ratiosTo(
      book,
      SHARES.map((share) => without(book, share)),
      Math.max(7, rounds / 5),
    );
    return { units, leaves, own, withText, floor, missing, perCell: (own * 1000) / (units * leaves) };
  });
  const few = SIZES.slice(0, 2).map(([units, leaves]) => ({ units, leaves, ratios: ratiosOfFewHoles(units, leaves) }));
  const perCell = measured.map((row) => row.perCell);
  const spread = Math.max(...perCell) / Math.min(...perCell);
  return {
    name: 'rules',
    rows: measured.map(({ units, leaves, own, withText, floor, missing, perCell: each }, at) => ({
      'units × criteria': `${String(units)} × ${String(leaves)}`,
      'evaluate with all reasons, ms': shown(own, 2),
      'and the canonical text, ms': shown(withText, 2),
      'per score cell, µs': shown(each, 2),
      'double sum-sort-slice, ms': shown(floor, 4),
      ratio: shown(own / floor, 0),
      ...Object.fromEntries(
        SHARES.map((share, of) => [`${String(share * 100)} % missing, × full`, shown(missing[of] ?? NaN, 2)]),
      ),
      '1 to 6 cells missing, median book, × full': few[at] ? shown(median(few[at].ratios), 2) : '',
      'worst book, × full': few[at] ? shown(few[at].ratios.at(-1) ?? NaN, 2) : '',
      'books over 4': few[at] ? few[at].ratios.filter((ratio) => ratio > 4).length : '',
    })),
    notes: [
      `time per score cell, slowest size over fastest: ${spread.toFixed(2)} (flat is 1; the bound is 2)`,
      `scores missing: median of the CPU time over that of the full book, in turns; slowest ${Math.max(...measured.flatMap(({ missing }) => missing)).toFixed(2)} (the bound is 4)`,
      'the floor adds doubles, sorts and cuts: it checks nothing, is not exact, and gives no reason',
    ],
  };
}
