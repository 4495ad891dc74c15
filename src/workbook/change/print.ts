/** `Chấm điểm` set up for print: whole units beside each other on each page, codes and criteria again on all of them. */
import type { PageLayout } from '../../rules';
import { isBlankCell } from '../read/cell';
import { refuse, type Draft } from './draft';

/** The last step of a command: what the door takes for its way back is the sheet as the steps before left it. */
export function layPages(draft: Draft, paper: PageLayout['paper']): void {
  const { matrix } = draft.places;
  const first = matrix?.blocks[0]?.first;
  if (matrix === null || first === undefined) return refuse('no-matrix');
  const { sheet, unitRow, lastHeaderRow, blocks, maxColumn } = matrix;
  const column = Math.max(maxColumn ?? 0, ...blocks.map(({ last }) => last));
  const row = sheet.rows.findLastIndex((cells) => cells?.slice(0, column + 1).some((cell) => !isBlankCell(cell)));
  const titleRows = { first: unitRow, last: lastHeaderRow };
  draft.layPages(sheet.name, {
    paper,
    titleColumns: first,
    titleRows,
    end: { row, column },
    blocks: blocks.map((block) => block.first),
  });
  draft.lines.push({ kind: 'pages', sheet: sheet.name, paper, titleColumns: first, titleRows });
}
