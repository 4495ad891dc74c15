import { pagesFor } from '../../../src/sheets/plan-pages';

/** A4 landscape less margins is 482 points high; 118 characters wide it prints at true size. */
const laid = (
  heights: readonly number[],
  keepFrom: number,
  titleRows: { first: number; last: number } | null = null,
  width = 118,
  partFrom?: number,
) =>
  pagesFor({
    rows: heights.map((height) => ({ height, cells: [] })),
    widths: [width],
    orientation: 'landscape',
    titleRows,
    keepFrom,
    ...(partFrom === undefined ? {} : { partFrom }),
  });
const table = (rows: number, signatures: number): number[] => [...Array<number>(rows).fill(20), signatures];

describe('where pages of Kết quả end', () => {
  test.each([
    { name: 'all fits', rows: 10, signatures: 200, keepFrom: 8, expected: { pagesHigh: 1, breaks: [] } },
    {
      name: 'a little too much is shrunk',
      rows: 18,
      signatures: 200,
      keepFrom: 16,
      expected: { pagesHigh: 1, breaks: [] },
    },
    {
      name: 'more than a third too much is not shrunk; the signatures would stand alone',
      rows: 24,
      signatures: 240,
      keepFrom: 22,
      expected: { pagesHigh: null, breaks: [22] },
    },
    {
      name: 'the signatures stand below many rows whatever fits',
      rows: 30,
      signatures: 140,
      keepFrom: 28,
      expected: { pagesHigh: null, breaks: [] },
    },
    {
      name: 'three pages, one of them only signatures where the paper takes less',
      rows: 41,
      signatures: 140,
      keepFrom: 39,
      expected: { pagesHigh: null, breaks: [39] },
    },
  ])('$name', ({ rows, signatures, keepFrom, expected }) => {
    expect(laid(table(rows, signatures), keepFrom).print).toEqual(expected);
  });

  test('a table wider than the page has room for more rows, since it is shrunk anyway', () => {
    expect(laid(table(24, 200), 22, null, 258).print.pagesHigh).toBe(1);
  });

  test('rows repeated on every page count on every page', () => {
    const print = [laid(table(29, 140), 27).print, laid(table(29, 140), 27, { first: 0, last: 4 }).print];
    // With five rows more on the second page it is full where the paper takes less, and shrunk there.
    expect(print).toEqual([
      { pagesHigh: null, breaks: [] },
      { pagesHigh: 2, breaks: [] },
    ]);
  });

  test('a table that may be parted is parted where its pages are about equally full, and no page more', () => {
    // 24 rows and signatures, 720 points: 22 rows fill a page of the least 405 and a little of the next.
    expect([laid(table(24, 240), 22), laid(table(24, 240), 22, null, 118, 3)]).toMatchObject([
      { print: { breaks: [22] }, pages: 3, scale: 1 },
      { print: { breaks: [18] }, pages: 2, scale: 1 },
    ]);
    // 41 rows, 960 points with their signatures: the rows before the last page fill no more than one.
    expect(laid(table(41, 140), 39, null, 118, 3)).toMatchObject({ print: { breaks: [expect.any(Number)] }, pages: 3 });
  });

  test('says in which size it prints: shrunk to the height of one page, or to its width', () => {
    expect(
      [laid(table(10, 200), 8).scale, laid(table(18, 200), 16).scale, laid(table(60, 200), 58, null, 157).scale].map(
        (scale) => Math.round(scale * 100),
      ),
    ).toEqual([100, 86, 75]);
  });
});
