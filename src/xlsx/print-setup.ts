/** Page set-up of a worksheet (ECMA-376 Part 1, §18.3.1.62–§18.3.1.74). */
import type { PrintSetup } from '../sheets/plan';
import { escapeXml } from './xml-text';

const MM_PER_INCH = 25.4;
/** Where header and footer stand, in millimetres from the edge, where the margin leaves room. */
const HEADER_MARGIN = 8;
const PAPER = { A4: 9, A3: 8 } as const;

const inches = (millimetres: number): string => String(Number((millimetres / MM_PER_INCH).toFixed(4)));

/** How a page that stands already is set up: by us before, or by the user since. */
export interface PageOfUser {
  /** Excel's number of the paper's size. */
  readonly paper?: string;
  readonly orientation?: 'portrait' | 'landscape';
  /** The attributes of `pageMargins`. */
  readonly margins?: string;
}

/** Paper, orientation and margins that stand already stay; what is printed on the page is ours. */
export function printSetupXml(
  { orientation, margins, header, footer, plainFirstPage, pagesHigh, paper = 'A4', wide }: PrintSetup,
  user: PageOfUser,
): string {
  const { top, bottom, left, right } = margins;
  return (
    '<printOptions horizontalCentered="1"/>' +
    (user.margins !== undefined
      ? `<pageMargins ${user.margins}/>`
      : `<pageMargins left="${inches(left)}" right="${inches(right)}" top="${inches(top)}" bottom="${inches(bottom)}"` +
        ` header="${inches(Math.min(HEADER_MARGIN, top / 2))}" footer="${inches(Math.min(HEADER_MARGIN, bottom / 2))}"/>`) +
    `<pageSetup paperSize="${user.paper ?? String(PAPER[paper])}"${wide ? ` scale="${String(wide.scale)}"` : ''} orientation="${user.orientation ?? orientation}"${wide ? '' : ` fitToHeight="${String(pagesHigh ?? 0)}"`} firstPageNumber="1" useFirstPageNumber="1"/>` +
    `<headerFooter${plainFirstPage ? ' differentFirst="1"' : ''}><oddHeader>${escapeXml(header)}</oddHeader><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>`
  );
}

/** §18.3.1.74 and §18.3.1.14: a break stands below the row, right of the column it names, counted from 1. */
export function printBreaksXml({ breaks, wide }: PrintSetup): string {
  return breaksXml('rowBreaks', breaks, 16383) + breaksXml('colBreaks', wide?.breaks ?? [], 1048575);
}

function breaksXml(tag: string, breaks: readonly number[], max: number): string {
  if (breaks.length === 0) return '';
  const count = String(breaks.length);
  return `<${tag} count="${count}" manualBreakCount="${count}">${breaks.map((at) => `<brk id="${String(at)}" max="${String(max)}" man="1"/>`).join('')}</${tag}>`;
}
