/** Merged areas on the screen: whatever is frozen, hidden or not drawn, each cell stands under its own letter. */
import type { Area } from '../../src/sheets/cells';
import { pieceOfMerge, type Axis } from '../../src/page/grid/layout';
import { gap } from '../../src/page/grid/use-viewport';
import { randomFrom } from '../xlsx/support/generate';

const SIZE = 12;

function randomAxis(below: (most: number) => number): { readonly axis: Axis; readonly drawn: readonly number[] } {
  const edges = [0];
  for (let i = 0; i < SIZE; i++) edges.push((edges[i] ?? 0) + (below(5) === 0 ? 0 : 20));
  const frozen = below(4);
  const first = frozen + below(4);
  const last = first + below(SIZE - first);
  const alone = below(SIZE);
  const drawn = Array.from({ length: SIZE }, (_, i) => i).filter(
    (i) => edges[i + 1] !== edges[i] && (i < frozen || i === alone || (first <= i && i <= last)),
  );
  return { axis: { count: SIZE, edges, frozen }, drawn };
}

/** Where the browser puts the cells (HTML, "forming a table"): by drawn row, the slot of each cell that starts there. */
function placed(rows: ReturnType<typeof randomAxis>, columns: ReturnType<typeof randomAxis>, merge: Area): string[] {
  const wrong: string[] = [];
  const taken = new Set<string>();
  let line = 0;
  rows.drawn.forEach((row, index) => {
    if (gap(rows.axis, rows.drawn[index - 1], row) > 0) line += 1;
    let slot = 0,
      own = 0;
    const put = (width: number, height: number): number => {
      while (taken.has(`${String(line)},${String(slot)}`)) slot += 1;
      for (let down = 0; down < height; down++)
        for (let right = 0; right < width; right++) taken.add(`${String(line + down)},${String(slot + right)}`);
      slot += width;
      return slot - width;
    };
    columns.drawn.forEach((column, at) => {
      if (gap(columns.axis, columns.drawn[at - 1], column) > 0) {
        if (put(1, 1) !== own) wrong.push(`gap before ${String(column)} in row ${String(row)}`);
        own += 1;
      }
      const isMerged = merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right;
      const piece = isMerged
        ? pieceOfMerge(
            merge,
            { rows: rows.axis, columns: columns.axis },
            { rows: rows.drawn, columns: columns.drawn },
            { row, column },
          )
        : { row, column, rowSpan: 1, columnSpan: 1 };
      if (piece.row === row && piece.column === column && put(piece.columnSpan, piece.rowSpan) !== own)
        wrong.push(`${String(row)},${String(column)}`);
      own += 1;
    });
    while (taken.has(`${String(line)},${String(slot)}`)) slot += 1;
    if (slot !== own) wrong.push(`the end of row ${String(row)}`);
    line += 1;
  });
  return wrong;
}

test('1,000 random sheets: no cell is drawn under the letter of another, and none is left out', () => {
  const below = randomFrom(17);
  const wrong: string[] = [];
  let crossing = 0;
  for (let i = 0; i < 1000; i++) {
    const [rows, columns] = [randomAxis(below), randomAxis(below)];
    const [top, left] = [below(SIZE), below(SIZE)];
    const merge = { top, left, bottom: top + below(SIZE - top), right: left + below(SIZE - left) };
    wrong.push(...placed(rows, columns, merge).map((place) => `${String(i)}: ${place}`));
    if (merge.left < columns.axis.frozen && merge.right >= columns.axis.frozen) crossing += 1;
  }
  expect(wrong).toEqual([]);
  expect(crossing).toBeGreaterThan(60);
});

test('what the area holds stands in its first piece only', () => {
  const axis: Axis = { count: 6, edges: [0, 20, 40, 60, 80, 100, 120], frozen: 2 };
  const drawn = [0, 1, 2, 3, 4, 5];
  const piece = (row: number, column: number) =>
    pieceOfMerge(
      { top: 0, left: 0, bottom: 3, right: 4 },
      { rows: axis, columns: axis },
      { rows: drawn, columns: drawn },
      { row, column },
    );
  expect([piece(1, 0), piece(0, 3), piece(3, 4)]).toEqual([
    { row: 0, column: 0, rowSpan: 2, columnSpan: 2, isFirst: true },
    { row: 0, column: 2, rowSpan: 2, columnSpan: 3, isFirst: false },
    { row: 2, column: 2, rowSpan: 2, columnSpan: 3, isFirst: false },
  ]);
});
