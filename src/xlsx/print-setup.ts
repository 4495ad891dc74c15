/** Page set-up of a worksheet (ECMA-376 Part 1, §18.3.1.62–§18.3.1.74): A4, one page wide. */
import type { PrintSetup } from '../workbook/plan';
import { escapeXml } from './xml-text';

const MM_PER_INCH = 25.4;
/** Where header and footer stand, in millimetres from the edge, where the margin leaves room. */
const HEADER_MARGIN = 8;
const A4 = 9;

const inches = (millimetres: number): string => String(Number((millimetres / MM_PER_INCH).toFixed(4)));

export function printSetupXml({ orientation, margins, header, footer, plainFirstPage, onePage }: PrintSetup): string {
  const { top, bottom, left, right } = margins;
  return '<printOptions horizontalCentered="1"/>'
    + `<pageMargins left="${inches(left)}" right="${inches(right)}" top="${inches(top)}" bottom="${inches(bottom)}"`
    + ` header="${inches(Math.min(HEADER_MARGIN, top / 2))}" footer="${inches(Math.min(HEADER_MARGIN, bottom / 2))}"/>`
    + `<pageSetup paperSize="${String(A4)}" orientation="${orientation}" fitToHeight="${onePage ? '1' : '0'}" firstPageNumber="1" useFirstPageNumber="1"/>`
    + `<headerFooter${plainFirstPage ? ' differentFirst="1"' : ''}><oddHeader>${escapeXml(header)}</oddHeader><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>`;
}

/** §18.3.1.74: a break stands below the row it names, counted from 1. */
export function printBreaksXml({ breaks }: PrintSetup): string {
  if (breaks.length === 0) return '';
  const count = String(breaks.length);
  return `<rowBreaks count="${count}" manualBreakCount="${count}">${breaks.map((row) => `<brk id="${String(row)}" max="16383" man="1"/>`).join('')}</rowBreaks>`;
}
