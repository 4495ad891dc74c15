import { pagesFor } from '../../../src/workbook/plan-pages';

/** A4 landscape less margins is 482 points high; 129 characters wide it prints at true size. */
const laid = (heights: readonly number[], keepFrom: number, titleRows: { first: number; last: number } | null = null, width = 129) =>
  pagesFor({ rows: heights.map((height) => ({ height, cells: [] })), widths: [width], orientation: 'landscape', titleRows, keepFrom });
const table = (rows: number, signatures: number): number[] => [...Array<number>(rows).fill(20), signatures];

describe('where pages of Kết quả end', () => {
  test.each([
    { name: 'all fits', rows: 10, signatures: 200, keepFrom: 8, expected: { onePage: true, breaks: [] } },
    { name: 'a little too much is shrunk', rows: 18, signatures: 200, keepFrom: 16, expected: { onePage: true, breaks: [] } },
    { name: 'more than a third too much is not shrunk; the signatures would stand alone', rows: 27, signatures: 140, keepFrom: 25, expected: { onePage: false, breaks: [25] } },
    { name: 'the signatures stand below many rows whatever fits', rows: 34, signatures: 140, keepFrom: 32, expected: { onePage: false, breaks: [] } },
    { name: 'three pages, one of them only signatures where the paper takes less', rows: 41, signatures: 140, keepFrom: 39, expected: { onePage: false, breaks: [39] } },
  ])('$name', ({ rows, signatures, keepFrom, expected }) => {
    expect(laid(table(rows, signatures), keepFrom)).toEqual(expected);
  });

  test('a table wider than the page has room for more rows, since it is shrunk anyway', () => {
    expect(laid(table(24, 200), 22, null, 258).onePage).toBe(true);
  });

  test('rows repeated on every page count on every page', () => {
    expect([laid(table(36, 140), 34).breaks, laid(table(36, 140), 34, { first: 0, last: 4 }).breaks]).toEqual([[], [34]]);
  });
});
