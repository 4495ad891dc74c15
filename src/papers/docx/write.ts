/** A paper as a .docx file. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { PROGRAM } from '../../sheets/program';
import type { Paper, Section } from '../paper';
import { blockParts } from './blocks';
import { A4, FONT, halfPoints, MARGIN, SIZE, twips } from './decree';
import { text } from './parts';

/** Never fails on any text. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const size = halfPoints(SIZE.body);
  const font = { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT };
  const document = new Document({
    creator: PROGRAM.name,
    lastModifiedBy: PROGRAM.name,
    title: paper.title,
    description: '',
    styles: { default: { document: { run: { font, size, language: { value: 'vi-VN' } } } } },
    sections: paper.sections.map((section) => sectionOptions(section, paper)),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function sectionOptions({ orientation, blocks }: Section, { stamp, warning }: Paper): ISectionOptions {
  const room = (orientation === 'portrait' ? A4.width : A4.height) - MARGIN.left - MARGIN.right;
  const notice = (): Paragraph[] =>
    warning === null ? [] : [text(warning, { size: SIZE.pageNumber, bold: true, color: 'B00020', align: 'center' })];
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(SIZE.pageNumber) })],
  });
  const footer = new Footer({
    children: [text(stamp, { size: SIZE.stamp, italic: true, color: '555555', align: 'center' })],
  });
  return {
    properties: {
      titlePage: true,
      page: {
        // The library turns the page by itself.
        size: {
          width: twips(A4.width),
          height: twips(A4.height),
          orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twips(MARGIN.top),
          bottom: twips(MARGIN.bottom),
          left: twips(MARGIN.left),
          right: twips(MARGIN.right),
          header: twips(10),
          footer: twips(8),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [number, ...notice()] }),
      first: new Header({ children: warning === null ? [text('', { size: 2 })] : notice() }),
    },
    footers: { default: footer, first: footer },
    children: blocks.flatMap((block, index) => blockParts(block, room, blocks[index + 1])),
  };
}
