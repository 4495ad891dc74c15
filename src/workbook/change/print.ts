/** `Chấm điểm` set up for print: whole units beside each other on each page, codes and criteria again on all of them. */
import type { PageLayout } from '../../rules';
import { isBlankCell } from '../../sheets/shown-cell';
import { refuse, type Draft } from './draft';

/** So many units more or fewer, and pages would end within a unit: pages that are laid so already are laid again. */
export function layPagesAgain(draft: Draft): void {
  layPages(draft, null, true);
}

/** The last step of a command: what the door takes for its way back is the sheet as the steps before left it. */
export function layPages(draft: Draft, paper: PageLayout['paper'], onlyAgain = false): void {
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
    ...(onlyAgain ? { onlyAgain } : {}),
  });
  draft.lines.push(
    onlyAgain
      ? { kind: 'pagesAgain', sheet: sheet.name }
      : { kind: 'pages', sheet: sheet.name, paper, titleColumns: first, titleRows },
  );
}
