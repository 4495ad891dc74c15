/** Small parts of a Word document: runs, paragraphs, lines drawn under texts, tables without borders. */
import {
  AlignmentType,
  BorderStyle,
  LeaderType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { textWidth } from '../../sheets/text-width';
import { cleanText } from '../clean';
import type { Run } from '../paper';
import { halfPoints, pointTwips, RULE_GAP, twips } from './decree';

export type Align = 'left' | 'center' | 'right' | 'both';

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

export interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
}

/** Runs of a text; its line breaks break the line. */
function runs(parts: readonly Run[], look: Look): TextRun[] {
  return parts.flatMap(({ text, bold = look.bold ?? false, italic = look.italic ?? false }) =>
    cleanText(text)
      .split('\n')
      .map(
        (line, index) =>
          new TextRun({
            text: line,
            bold,
            italics: italic,
            size: halfPoints(look.size),
            ...(look.color === undefined ? {} : { color: look.color }),
            ...(index > 0 ? { break: 1 } : {}),
          }),
      ),
  );
}

export interface TextOptions extends Look {
  readonly align?: Align;
  /** Points above and below. */
  readonly before?: number;
  readonly after?: number;
  /** Millimetres. */
  readonly firstLine?: number;
  readonly indent?: number;
  readonly keepNext?: boolean;
  /** In 240ths. */
  readonly line?: number;
}

export function text(content: string | readonly Run[], options: TextOptions): Paragraph {
  const { align = 'left', before = 0, after = 0, firstLine, indent, keepNext = false, line = 240 } = options;
  return new Paragraph({
    alignment: ALIGN[align],
    keepNext,
    keepLines: keepNext,
    spacing: { before: pointTwips(before), after: pointTwips(after), line, lineRule: LineRuleType.AUTO },
    ...(firstLine === undefined && indent === undefined
      ? {}
      : {
          indent: {
            ...(firstLine === undefined ? {} : { firstLine: twips(firstLine) }),
            ...(indent === undefined ? {} : { left: twips(indent) }),
          },
        }),
    children: runs(typeof content === 'string' ? [{ text: content }] : content, options),
  });
}

/** A solid line, centred, `length` millimetres long in a place `room` millimetres wide. */
export function drawnLine(length: number, room: number, more: Pick<IParagraphOptions, 'keepNext'> = {}): Paragraph {
  const side = twips(Math.max(0, (room - length) / 2));
  return new Paragraph({
    ...more,
    indent: { left: side, right: side },
    spacing: { before: pointTwips(RULE_GAP), after: 0, line: 40, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}

/** A line of dots to write on, as wide as the page, in points of `size`. */
export function dottedLine(room: number, size: number, keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { before: 0, after: pointTwips(4), line: 240, lineRule: LineRuleType.AUTO },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(room), leader: LeaderType.DOT }],
    children: [new TextRun({ text: '\t', size: halfPoints(size), color: '7F7F7F' })],
  });
}

const MM_PER_POINT = 25.4 / 72;

/** Millimetres of a text on one line, at most `room`. */
export const lengthOf = (content: string, size: number, room: number): number =>
  Math.min(room, textWidth(content, size, 'bold') * MM_PER_POINT);

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
} as const;

/** Columns beside each other without borders; widths in millimetres. */
export function beside(widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                verticalAlign: VerticalAlignTable.TOP,
                width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
                children: children.length > 0 ? [...children] : [text('', { size: 2 })],
              }),
          ),
        }),
    ),
  });
}
