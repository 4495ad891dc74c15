/** The least workbook as hand-written XML, with any part replaced: what most cases are made from. */
import { buildZip } from './zip';
import type { ZipPart } from './zip';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export const relationships = (...items: readonly [id: string, type: string, target: string][]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}/relationships">` +
  `${items.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type.includes('://') ? type : `${RELS}/${type}`}" Target="${target}"/>`).join('')}</Relationships>`;

export const sheetXml = (data: string, after = '', before = ''): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${RELS}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;

export const minimalParts = (sheet = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>')): Record<string, string> => ({
  '[Content_Types].xml':
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
  '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="Trang" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relationships(
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'styles', 'styles.xml'],
    ['rId3', 'sharedStrings', 'sharedStrings.xml'],
  ),
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="2" uniqueCount="2"><si><t>Đơn vị</t></si><si><r><t xml:space="preserve">Khối </t></r><r><rPr><b/></rPr><t>thi đua</t></r><rPh sb="0" eb="1"><t>bỏ</t></rPh></si></sst>`,
  'xl/worksheets/sheet1.xml': sheet,
});

export const zipParts = (parts: Readonly<Record<string, string | null>>, how: Partial<ZipPart> = {}): Buffer =>
  buildZip(Object.entries(parts).flatMap(([name, data]) => (data === null ? [] : [{ ...how, name, data }])));

/** A workbook of one sheet with these rows, other parts replaced by `changes` (null: left out). */
export const minimalWorkbook = (data: string, changes: Readonly<Record<string, string | null>> = {}): Buffer =>
  zipParts({ ...minimalParts(sheetXml(data)), ...changes });
