/** The looks of our sheets, by name: one table that both doors lay down. */

export interface CellStyle {
  /** Points; 12 unless said otherwise. The font is Times New Roman (Decree 30/2020). */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** "#RRGGBB". */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** Number format code; General unless said otherwise; "@" is text. */
  readonly format?: string;
  /** Can be typed in while the sheet is protected. */
  readonly unlocked?: boolean;
}

export const FONT_NAME = 'Times New Roman';

export const STYLES = {
  plain: {},
  bold: { bold: true },
  italic: { italic: true },
  title: { size: 14, bold: true, align: 'center', vertical: 'center', wrap: true },
  subtitle: { size: 13, italic: true, align: 'center', vertical: 'center', wrap: true },
  letterhead: { size: 12, align: 'center', vertical: 'center', wrap: true },
  letterheadBold: { size: 12, bold: true, align: 'center', vertical: 'center', wrap: true },
  letterheadMotto: { size: 13, bold: true, align: 'center', vertical: 'center', wrap: true },
  /** Lines of underscores: solid in Times New Roman, of a length of their own. */
  rule: { size: 6, align: 'center', vertical: 'top' },
  letterheadDate: { size: 12, italic: true, align: 'center', vertical: 'center', wrap: true },
  signature: { size: 12, bold: true, align: 'center', vertical: 'top', wrap: true },
  signatureNote: { size: 12, italic: true, align: 'center', vertical: 'top', wrap: true },
  basis: { size: 13, italic: true, vertical: 'top', wrap: true },
  receiversTitle: { size: 12, bold: true, italic: true },
  receivers: { size: 11, wrap: true, vertical: 'top' },
  paragraph: { size: 13, vertical: 'top', wrap: true },
  heading: { size: 13, bold: true, vertical: 'center', wrap: true },
  warning: { size: 13, bold: true, color: '#B00020', align: 'center', vertical: 'center', wrap: true },
  alarm: { bold: true, color: '#B00020' },
  note: { italic: true, wrap: true, vertical: 'top' },
  stamp: { italic: true, color: '#555555' },
  link: { size: 12, underline: true, color: '#0B5394', border: true, vertical: 'top' },
  header: { bold: true, align: 'center', vertical: 'center', wrap: true, border: true, fill: '#E7EEF7' },
  /** Over live numbers beside a printed table. */
  liveHeader: { italic: true, align: 'center', vertical: 'center', wrap: true, color: '#555555', border: true },
  text: { border: true, wrap: true, vertical: 'center' },
  textTop: { border: true, wrap: true, vertical: 'top' },
  /** Between the rows of a table: what the rows below have in common, why a row stands where it stands. */
  apart: { border: true, bold: true, italic: true, wrap: true, vertical: 'center' },
  reason: { border: true, italic: true, wrap: true, vertical: 'top' },
  textBold: { border: true, bold: true, wrap: true, vertical: 'center' },
  center: { border: true, align: 'center', vertical: 'center', wrap: true },
  centerTop: { border: true, align: 'center', vertical: 'top', wrap: true },
  centerBold: { border: true, bold: true, align: 'center', vertical: 'center', wrap: true },
  number: { border: true, align: 'right', vertical: 'center' },
  numberBold: { border: true, bold: true, align: 'right', vertical: 'center' },
  written: { border: true, italic: true, align: 'right', vertical: 'center' },
  group: { border: true, bold: true, fill: '#F3F3F3', wrap: true, vertical: 'center' },
  groupNumber: { border: true, bold: true, fill: '#F3F3F3', align: 'right', vertical: 'center' },
  input: { border: true, fill: '#FFF8E1', wrap: true, vertical: 'center', unlocked: true },
  inputText: { border: true, fill: '#FFF8E1', wrap: true, vertical: 'center', format: '@', unlocked: true },
  inputNumber: { border: true, fill: '#FFF8E1', align: 'right', vertical: 'center', unlocked: true },
  inputComputed: { border: true, fill: '#EAF3FB', align: 'right', vertical: 'center', unlocked: true },
  inputDate: {
    border: true,
    fill: '#FFF8E1',
    align: 'center',
    vertical: 'center',
    format: 'dd/mm/yyyy',
    unlocked: true,
  },
  error: { border: true, color: '#B00020', bold: true, vertical: 'top' },
  /** What a check of a workbook came to. */
  verdictValid: { border: true, color: '#0B6A2C', bold: true, vertical: 'top', fill: '#E6F4EA' },
  verdictFindings: { border: true, color: '#7A0012', bold: true, vertical: 'top', fill: '#FBD5D5' },
  verdictUnreadable: { border: true, color: '#FFFFFF', bold: true, vertical: 'top', fill: '#7A0012' },
  warningTop: { border: true, color: '#7A4B00', bold: true, vertical: 'top' },
  follows: { border: true, italic: true, color: '#555555', wrap: true, vertical: 'top' },
  markWrong: { fill: '#FBD5D5', color: '#7A0012' },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof STYLES;
