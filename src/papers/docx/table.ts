/** A table of a paper: header row repeated, rows never torn, numbers centred. */
import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { Block, Row, Run } from '../paper';
import { SIZE, twips } from './decree';
import { text, type Align } from './parts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
/** Millimetres left and right of a text in a cell. */
const PADDING = 1.2;

type TableBlock = Extract<Block, { kind: 'table' }>;

/** `room`: millimetres between the margins. */
export function paperTable({ columns, rows }: TableBlock, room: number): Table {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (width / shares) * room);
  const cell = (content: string | Run, index: number, align: Align, bold: boolean): TableCell => {
    const run = typeof content === 'string' ? { text: content } : content;
    return new TableCell({
      width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: run.text
        .split('\n')
        .map((line) => text([{ ...run, text: line }], { size: SIZE.table, bold, align, before: 1, after: 1 })),
    });
  };
  const line = (row: Row): TableRow =>
    new TableRow({
      cantSplit: true,
      children:
        'across' in row
          ? [
              new TableCell({
                columnSpan: columns.length,
                verticalAlign: VerticalAlignTable.CENTER,
                children: [text(row.across, { size: SIZE.table, bold: true, before: 2, after: 2, keepNext: true })],
              }),
            ]
          : row.map((content, index) => cell(content, index, columns[index]?.align ?? 'left', false)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    width: { size: twips(room), type: WidthType.DXA },
    margins: { left: twips(PADDING), right: twips(PADDING), top: 0, bottom: 0 },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ header }, index) => cell(header, index, 'center', true)),
      }),
      ...rows.map(line),
    ],
  });
}
