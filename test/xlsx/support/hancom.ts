/**
 * A workbook as Hancom Office (HCell) lays its parts down, written by hand and not made by it: what Hancom adds to a
 * font, a fill or a cell format stands in `mc:Choice`, the same item for all others in `mc:Fallback`, and of the two
 * a cell's number means one. Its own words are in a namespace that readers may ignore.
 */
import { MAIN, RELS, minimalParts, relationships, zipParts } from './minimal';

const HANCOM = 'http://schemas.haansoft.com/office/spreadsheet/8.0';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const ROOT = `xmlns="${MAIN}" xmlns:r="${RELS}" xmlns:mc="${MC}" xmlns:hs="${HANCOM}" mc:Ignorable="hs"`;

/** Hancom's own form of an item, and that for all others. */
const twice = (own: string, plain: string): string =>
  `<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="hs" xmlns:hs="${HANCOM}">${own}</mc:Choice><mc:Fallback>${plain}</mc:Fallback></mc:AlternateContent>`;

const font = (inside: string): string =>
  twice(
    `<font>${inside}<hs:size val="1100"/><hs:ratio val="100"/><hs:spacing val="0"/><hs:offset val="0"/></font>`,
    `<font>${inside}</font>`,
  );
const xf = (attributes: string, inside = ''): string =>
  twice(
    `<xf ${attributes} hs:applyExtension="1">${inside}<hs:extension><hs:margin left="141" right="141"/></hs:extension></xf>`,
    `<xf ${attributes}>${inside}</xf>`,
  );

const STYLES =
  `${HEAD}<styleSheet ${ROOT}><numFmts count="1"><numFmt numFmtId="176" formatCode="dd/mm/yyyy"/></numFmts>` +
  `<fonts count="3"><font><sz val="11.000000"/><name val="맑은 고딕"/><charset val="129"/></font>` +
  `${font('<b/><i/><sz val="13.000000"/><color rgb="FFC00000"/><name val="Times New Roman"/>')}` +
  `${font('<sz val="12.000000"/><color rgb="FF0000FF"/><name val="Arial"/>')}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  `${twice('<fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill><hs:fill/></fill>', '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill>')}</fills>` +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  `<cellStyleXfs count="1">${xf('numFmtId="0" fontId="0" fillId="0" borderId="0"')}</cellStyleXfs>` +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  `${xf('numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"')}` +
  `${xf('numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"')}` +
  '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  `${xf('numFmtId="2" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1" applyProtection="1"', '<protection locked="0"/>')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="표준" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>';

const SHEET =
  `${HEAD}<worksheet ${ROOT}><sheetPr><outlinePr/></sheetPr><sheetData>` +
  '<row r="1" hs:height="600"><c r="A1" s="1" t="inlineStr"><is><t>Đơn vị</t></is></c><c r="B1" s="2"><v>45992</v></c><c r="C1" s="3"><v>0.5</v></c><c r="D1" s="4"><v>9.25</v></c><c r="E1"><v>1</v></c></row>' +
  '</sheetData></worksheet>';

const PARTS: Readonly<Record<string, string>> = {
  ...minimalParts(SHEET),
  '_rels/.rels': relationships(
    ['rId1', 'officeDocument', 'xl/workbook.xml'],
    ['rId2', 'extended-properties', 'docProps/app.xml'],
  ),
  'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Cell</Application><AppVersion>12.0300</AppVersion></Properties>`,
  'xl/workbook.xml': `${HEAD}<workbook ${ROOT}><fileVersion appName="HCell" lastEdited="12.0"/><sheets><sheet name="Trang" sheetId="1" r:id="rId1"/></sheets><calcPr hs:hclCalcId="904"/></workbook>`,
  'xl/styles.xml': STYLES,
};

export const hancomWorkbook = (): Buffer => zipParts(PARTS);
