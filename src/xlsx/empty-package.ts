/** A workbook without sheets: what a new one is laid into (ECMA-376 Part 1, §12.1 names the least parts). */
import { RELATIONSHIPS_HEAD, relationshipXml } from './relationships';
import { emptyStyleSheet } from './style-sheet';
import { MAIN_NAMESPACE, RELATIONSHIP_NAMESPACE, XML_HEAD } from './worksheet-writer';
import { writePackage } from './zip-writer';

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function emptyPackage(): Uint8Array {
  return writePackage(
    null,
    new Map([
      [
        '[Content_Types].xml',
        `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
          `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
      ],
      [
        '_rels/.rels',
        `${RELATIONSHIPS_HEAD}${relationshipXml('rId1', `${RELATIONSHIP_NAMESPACE}/officeDocument`, 'xl/workbook.xml')}</Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `${XML_HEAD}<workbook xmlns="${MAIN_NAMESPACE}"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `${RELATIONSHIPS_HEAD}${relationshipXml('rId1', `${RELATIONSHIP_NAMESPACE}/styles`, 'xl/styles.xml')}</Relationships>`,
      ],
      ['xl/styles.xml', emptyStyleSheet()],
    ]),
  );
}
