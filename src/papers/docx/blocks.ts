/** Every block of a paper as paragraphs and tables in the looks of the decree. */
import type { Paragraph, Table } from 'docx';
import type { Block, Signature } from '../paper';
import { INDENT, LETTERHEAD, LINE, LINE_SHARE, PARAGRAPH_GAP, SIZE } from './decree';
import { beside, dottedLine, drawnLine, lengthOf, text } from './parts';
import { paperTable } from './table';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

type Part = Paragraph | Table;
type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** `room`: millimetres between the margins; `last`: nothing follows in its section. */
export function blockParts(block: Block, room: number, next: Block | undefined): Part[] {
  switch (block.kind) {
    case 'letterhead':
      return [letterhead(block, room), text('', { size: 6 })];
    case 'title':
      return title(block, room);
    case 'appendix':
      return [
        text(block.label, { size: SIZE.appendix, bold: true, align: 'center' }),
        text(block.title, { size: SIZE.type, bold: true, align: 'center' }),
        text(block.attachedTo, { size: SIZE.attached, italic: true, align: 'center', after: 8 }),
      ];
    case 'addressee':
      return addressee(block);
    case 'bases':
      return block.items.map((item) =>
        text(item, {
          size: SIZE.body,
          italic: true,
          align: 'both',
          firstLine: INDENT,
          after: PARAGRAPH_GAP,
          line: LINE,
        }),
      );
    case 'heading':
      return [
        text(block.text, {
          size: SIZE.body,
          bold: true,
          align: 'both',
          firstLine: INDENT,
          before: 4,
          after: PARAGRAPH_GAP,
          line: LINE,
          keepNext: true,
        }),
      ];
    case 'paragraph':
      return [
        text(block.runs, {
          size: SIZE.body,
          align: 'both',
          firstLine: INDENT,
          after: PARAGRAPH_GAP,
          line: LINE,
          keepNext:
            next !== undefined &&
            (next.kind === 'table' || next.kind === 'signatures' || next.kind === 'signatureGrid'),
        }),
      ];
    case 'line':
      return [
        text(block.text, {
          size: SIZE.body,
          align: block.align ?? 'left',
          bold: block.style === 'bold',
          italic: block.style === 'italic',
          after: PARAGRAPH_GAP,
          keepNext: block.align !== 'center',
        }),
      ];
    case 'narrative':
      return narrative(block, room);
    case 'table':
      return [paperTable(block, room), text('', { size: 6, after: 4 })];
    case 'signatures':
      return [text('', { size: 6, keepNext: true }), signatures(block, room)];
    case 'signatureGrid':
      return [grid(block.signatures, room)];
  }
}

function letterhead({ superior, issuer, number, date }: Of<'letterhead'>, room: number): Table {
  const { left } = LETTERHEAD;
  const right = room - left;
  const motto = lengthOf(MOTTO, SIZE.motto, right);
  return beside(
    [left, right],
    [
      [
        [
          text(superior, { size: SIZE.superior, align: 'center' }),
          text(issuer, { size: SIZE.issuer, bold: true, align: 'center' }),
          drawnLine(lengthOf(issuer, SIZE.issuer, left) * LINE_SHARE, left),
        ],
        [
          text(NATION, { size: SIZE.nation, bold: true, align: 'center' }),
          text(MOTTO, { size: SIZE.motto, bold: true, align: 'center' }),
          drawnLine(motto, right),
        ],
      ],
      ...(number === null && date === null
        ? []
        : [
            [
              number === null ? [] : [text(number, { size: SIZE.number, align: 'center', before: 6 })],
              date === null ? [] : [text(date, { size: SIZE.date, italic: true, align: 'center', before: 6 })],
            ],
          ]),
    ],
  );
}

function title({ type, subject }: Of<'title'>, room: number): Part[] {
  return [
    text(type, { size: SIZE.type, bold: true, align: 'center', before: 10, keepNext: true }),
    text(subject, { size: SIZE.subject, bold: true, align: 'center', keepNext: true }),
    drawnLine(lengthOf(subject, SIZE.subject, room) * LINE_SHARE, room, { keepNext: true }),
    text('', { size: 6, after: 6 }),
  ];
}

function addressee({ to }: Of<'addressee'>): Part[] {
  const [only] = to;
  if (to.length === 1) return [text(`Kính gửi: ${only ?? ''}`, { size: SIZE.addressee, align: 'center', after: 8 })];
  return [
    text('Kính gửi:', { size: SIZE.addressee, indent: 30, keepNext: true }),
    ...to.map((one, index) =>
      text(`- ${one}${index === to.length - 1 ? '.' : ';'}`, {
        size: SIZE.addressee,
        indent: 50,
        after: index === to.length - 1 ? 8 : 0,
      }),
    ),
  ];
}

/** What only the office can tell: clearly no text of the paper yet. */
function narrative({ what }: Of<'narrative'>, room: number): Part[] {
  return [
    text(`[Đơn vị tự viết: ${what}]`, {
      size: SIZE.body,
      italic: true,
      color: '7F7F7F',
      align: 'both',
      firstLine: INDENT,
      after: PARAGRAPH_GAP,
      keepNext: true,
    }),
    dottedLine(room, SIZE.body, true),
    dottedLine(room, SIZE.body, false),
  ];
}

/** Room to sign, in points. */
const ROOM_TO_SIGN = 64;

/** Below the name, so that the next place to sign stands apart. */
const BELOW_NAME = 8;

function signatureParts({ authority, hint, below }: Signature): Paragraph[] {
  return [
    ...authority.map((line) => text(line, { size: SIZE.signature, bold: true, align: 'center' })),
    text(hint, { size: SIZE.table, italic: true, align: 'center', after: ROOM_TO_SIGN }),
    ...below.map((line, index) =>
      text(line, {
        size: SIZE.signature,
        bold: true,
        align: 'center',
        after: index === below.length - 1 ? BELOW_NAME : 0,
      }),
    ),
  ];
}

function signatures({ left, right, receivers }: Of<'signatures'>, room: number): Table {
  const widths = [room * 0.46, room * 0.54];
  const list =
    receivers.length === 0
      ? []
      : [
          text('Nơi nhận:', { size: SIZE.receiversTitle, bold: true, italic: true }),
          ...receivers.map((line) => text(line, { size: SIZE.receivers })),
        ];
  const rows =
    left === null
      ? [[list, signatureParts(right)]]
      : [[signatureParts(left), signatureParts(right)], ...(list.length > 0 ? [[list, []]] : [])];
  return beside(widths, rows);
}

function grid(all: readonly Signature[], room: number): Table {
  const pairs = Array.from({ length: Math.ceil(all.length / 2) }, (_, index) => all.slice(2 * index, 2 * index + 2));
  return beside(
    [room / 2, room / 2],
    pairs.map((pair) =>
      [0, 1].map((side) => {
        const one = pair[side];
        return one === undefined ? [] : signatureParts(one);
      }),
    ),
  );
}
