/**
 * Layout by annex I of Decree 30/2020/NĐ-CP. Where the decree gives a range, one value is chosen and the
 * range stands beside it; a test holds every paper to these numbers.
 */

/** Millimetres: top and bottom 20–25, left 30–35, right 15–20. */
export const MARGIN = { top: 20, bottom: 20, left: 30, right: 15 } as const;
export const A4 = { width: 210, height: 297 } as const;

export const FONT = 'Times New Roman';

/** Points. */
export const SIZE = {
  /** 12–13, capitals, bold. */
  nation: 13,
  /** 13–14, bold, with a line of its own length. */
  motto: 14,
  /** 12–13, capitals; the superior upright, the issuing body bold with a line of a third to a half. */
  superior: 13,
  issuer: 13,
  number: 13,
  /** 13–14, italic. */
  date: 14,
  /** 13–14, capitals, bold. */
  type: 14,
  /** 13–14, bold, with a line of a third to a half. */
  subject: 14,
  /** 13–14; bases italic. */
  body: 14,
  addressee: 14,
  /** 13–14, bold. */
  signature: 14,
  /** 12, bold italic; its list 11. */
  receiversTitle: 12,
  receivers: 11,
  /** 14, bold; its title 13–14, bold capitals; "(Kèm theo …)" italic. */
  appendix: 14,
  attached: 14,
  /** 13–14, in the top margin, not on page 1. */
  pageNumber: 13,
  /** Tables: not ruled by the decree. */
  table: 12,
  stamp: 9,
} as const;

/** First line of a paragraph: 1 or 1.27 cm. */
export const INDENT = 12.7;
/** At least 6 points between paragraphs. */
export const PARAGRAPH_GAP = 6;
/** Lines: single to one and a half; in 240ths. */
export const LINE = 264;
/** The issuing body's and the subject's line: a third to a half of the text above it. */
export const LINE_SHARE = 0.42;
/** Points between a text and the line drawn under it: without them programs draw it through the tails of the letters. */
export const RULE_GAP = 2;
/** The letterhead's two columns, in millimetres: the nation's name must stay on one line. */
export const LETTERHEAD = { left: 62, right: 103 } as const;

const TWIPS_PER_MM = 1440 / 25.4;
export const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);
export const pointTwips = (points: number): number => Math.round(points * 20);
export const halfPoints = (points: number): number => Math.round(points * 2);
