/**
 * Odd workbooks by the hundreds: what other programs write, each oddity a change of the parts, alone and in
 * pairs. All of them hold 1 at Trang!A1, a text at B1 and a date format at C1.
 */
import { buildZip } from './zip';
import { MAIN, RELS, minimalParts, relationships, sheetXml } from './minimal';

export type Parts = Record<string, string | null>;
type Oddity = (parts: Parts) => Parts;

const WORKBOOK = 'xl/workbook.xml',
  STYLES = 'xl/styles.xml',
  SHEET = 'xl/worksheets/sheet1.xml',
  WORKBOOK_RELS = 'xl/_rels/workbook.xml.rels',
  TYPES = '[Content_Types].xml';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const ROWS =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>Đơn vị</t></is></c><c r="C1" s="1"><v>45992</v></c></row><row r="2"><c r="A2"><f>A1+1</f><v>2</v></c></row>';

const change =
  (part: string, how: (xml: string) => string): Oddity =>
  (parts) => {
    const xml = parts[part];
    return typeof xml === 'string' ? { ...parts, [part]: how(xml) } : parts;
  };
const all =
  (...oddities: readonly Oddity[]): Oddity =>
  (parts) =>
    oddities.reduce((made, oddity) => oddity(made), parts);
const everywhere =
  (how: (xml: string) => string): Oddity =>
  (parts) =>
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, xml === null ? null : how(xml)]));

/** Elements without a prefix get one; those that have one keep it. */
const prefixed =
  (prefix: string) =>
  (xml: string): string =>
    xml.replace(/<(\/?)([a-zA-Z][\w.-]*)(?=[\s/>])/g, `<$1${prefix}:$2`).replace(/ xmlns="/, ` xmlns:${prefix}="`);

const insideRoot = (xml: string, addition: string): string => xml.replace(/<\/([^<>]*)>\s*$/, `${addition}</$1>`);
const afterRootTag = (xml: string, addition: string): string => xml.replace(/(<(?!\?)[^<>]*[^/])>/, `$1>${addition}`);
const attributeOfRoot = (xml: string, attribute: string): string =>
  xml.replace(/<(?!\?)([^\s<>]+)/, `<$1 ${attribute}`);

/** By name; a later one of a pair sees what the earlier one made. */
export const ODDITIES: Readonly<Record<string, Oddity>> = {
  'workbook prefixed': change(WORKBOOK, prefixed('x')),
  'styles prefixed': change(STYLES, prefixed('s')),
  'sheet prefixed': change(SHEET, prefixed('w')),
  'relationships prefixed': change(WORKBOOK_RELS, prefixed('rel')),
  'content types prefixed': change(TYPES, prefixed('ct')),
  'sections of styles under a prefix of their own': change(STYLES, (xml) =>
    xml
      .replace('<cellXfs count="3">', `<q:cellXfs xmlns:q="${MAIN}" count="3">`)
      .replace(
        /(<q:cellXfs.*)<\/cellXfs>/s,
        (_, inside: string) => `${inside.replaceAll('<xf ', '<q:xf ')}</q:cellXfs>`,
      ),
  ),
  'sheet data under a prefix of its own': change(SHEET, (xml) =>
    xml.replace(
      /<sheetData>(.*)<\/sheetData>/s,
      (_, rows: string) => `<d:sheetData xmlns:d="${MAIN}">${rows.replace(/<(\/?)(?=[a-z])/g, '<$1d:')}</d:sheetData>`,
    ),
  ),
  'names empty': change(WORKBOOK, (xml) => xml.replace(/<\/((?:\w+:)?)sheets>/, '</$1sheets><$1definedNames/>')),
  'names without any': change(WORKBOOK, (xml) =>
    xml.replace(/<\/((?:\w+:)?)sheets>/, '</$1sheets><$1definedNames></$1definedNames>'),
  ),
  'two lists of names': change(WORKBOOK, (xml) =>
    xml.replace(
      /<\/((?:\w+:)?)sheets>/,
      '</$1sheets><$1definedNames><$1definedName name="mot">1</$1definedName></$1definedNames><$1definedNames><$1definedName name="hai">2</$1definedName></$1definedNames>',
    ),
  ),
  'names behind the calculation': change(WORKBOOK, (xml) =>
    xml.replace(
      /<\/((?:\w+:)?)sheets>/,
      '</$1sheets><$1calcPr calcId="1"/><$1definedNames><$1definedName name="ba">3</$1definedName></$1definedNames>',
    ),
  ),
  'root prefixed, children not': change(WORKBOOK, (xml) =>
    xml.includes('<workbook')
      ? xml
          .replace('<workbook xmlns=', '<x:workbook xmlns:x=')
          .replace('</workbook>', '</x:workbook>')
          .replace(/<(sheets|definedNames|calcPr)(?=[ />])/g, `<$1 xmlns="${MAIN}"`)
      : xml,
  ),
  'comments and instructions': everywhere((xml) =>
    insideRoot(afterRootTag(xml, '<!-- <sheets/> "&" --><?thidua một?>'), '<!----><?x?>\n'),
  ),
  'comment behind the root': everywhere((xml) => `${xml}<!-- </workbook> -->\n`),
  'styles in another order': change(STYLES, (xml) =>
    xml.replace(/(<(?:s:)?fonts.*<\/(?:s:)?fonts>)(.*)(<\/(?:s:)?styleSheet>)/s, '$2$1$3'),
  ),
  'sections that close themselves': change(STYLES, (xml) =>
    xml
      .replace(/<numFmts.*<\/numFmts>/s, '<numFmts count="0" />')
      .replace('numFmtId="164"', 'numFmtId="14"')
      .replace('</styleSheet>', '<cellStyles count="0"/><dxfs/><tableStyles/></styleSheet>'),
  ),
  'a styles root that closes itself': all(
    change(STYLES, () => `<styleSheet xmlns="${MAIN}"/>`),
    change(SHEET, (xml) => xml.replace(/ s="1"/, '')),
  ),
  'no styles part': (parts) => ({ ...parts, [STYLES]: null }),
  'no shared strings part': (parts) => ({ ...parts, 'xl/sharedStrings.xml': null }),
  'foreign namespaces': all(
    ...[WORKBOOK, STYLES, SHEET].map((part) =>
      change(part, (xml) =>
        insideRoot(
          attributeOfRoot(xml, `xmlns:mc="${MC}" mc:Ignorable="q1" xmlns:q1="urn:q" q1:uid="{1}"`),
          '<q1:sheets><q1:sheet name="x"/><q1:definedNames/></q1:sheets>',
        ),
      ),
    ),
  ),
  'alternatives in the workbook': change(WORKBOOK, (xml) =>
    afterRootTag(
      attributeOfRoot(xml, `xmlns:mc="${MC}" xmlns:x15="urn:x15" mc:Ignorable="x15"`),
      '<mc:AlternateContent><mc:Choice Requires="x15"><x15:absPath url="C:\\"/></mc:Choice></mc:AlternateContent>',
    ),
  ),
  'alternatives in the styles': change(STYLES, (xml) =>
    attributeOfRoot(xml, `xmlns:mc="${MC}" xmlns:hs="urn:hs" mc:Ignorable="hs"`).replace(
      /<xf numFmtId="164"[^>]*\/>/,
      (xf) =>
        `<mc:AlternateContent><mc:Choice Requires="hs"><xf numFmtId="164" fontId="0" fillId="0" borderId="0" hs:extension="1"/></mc:Choice><mc:Fallback>${xf}</mc:Fallback></mc:AlternateContent>`,
    ),
  ),
  'apostrophes and blanks in tags': everywhere((xml) => xml.replace(/ (count|name|Id|r)="([^"'<>]*)"/g, " $1 = '$2' ")),
  'lines and indents': everywhere((xml) => xml.replace(/></g, '>\r\n  <')),
  'another prefix of relationships': change(WORKBOOK, (xml) =>
    xml.replace(/ r:id="/, ` xmlns:relationships="${RELS}" relationships:id="`),
  ),
  'a prefix of relationships that nobody declared': change(WORKBOOK, (xml) => xml.replace(/ xmlns:r="[^"]*"/, '')),
  'a module of Excel 95': change(WORKBOOK, (xml) =>
    xml.replace(/<\/((?:\w+:)?)sheets>/, '<$1sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/></$1sheets>'),
  ),
  'small letters in references': change(SHEET, (xml) =>
    xml.replace(/ r="([A-C]\d)"/g, (_, cell: string) => ` r="${cell.toLowerCase()}"`),
  ),
  'no references': change(SHEET, (xml) => xml.replace(/ r="[A-C]?\d"/g, '')),
  'targets from the root': change(WORKBOOK_RELS, (xml) =>
    xml.replace(/Target="/g, 'Target="/xl/').replace(/Target = '/g, "Target = '/xl/"),
  ),
  'odd relationships of a foreign part': (parts) => ({
    ...parts,
    'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition xmlns="${MAIN}"/>`,
    'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="urn:x" TargetMode="External"/></Relationships>',
  }),
  'relationships of a foreign part that nobody can read': (parts) => ({
    ...parts,
    'customXml/_rels/item1.xml.rels': '<Relationships><Relationship Target="a.xml"',
  }),
  'a calculation chain': all(
    (parts) => ({ ...parts, 'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="A2" i="1"/></calcChain>` }),
    change(WORKBOOK_RELS, (xml) =>
      xml.replace(
        /<((?:\w+:)?)Relationship (?=.*Id)/,
        `<$1Relationship Id="rId77" Type="${RELS}/calcChain" Target="calcChain.xml"/>$&`,
      ),
    ),
    change(TYPES, (xml) =>
      xml.replace(
        /<((?:\w+:)?)Override /,
        '<$1Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>$&',
      ),
    ),
  ),
  'UTF-16': everywhere((xml) => `<?xml version="1.0" encoding="UTF-16"?>${xml.replace(/^<\?xml[^>]*\?>\s*/, '')}`),
  'ISO-8859-1': everywhere(
    (xml) =>
      `<?xml version="1.0" encoding="ISO-8859-1"?>${xml.replace(/^<\?xml[^>]*\?>\s*/, '').replace(/[^\0-\x7f]/gu, (c) => `&#${String(c.codePointAt(0))};`)}`,
  ),
};

export const baseParts = (): Parts => ({
  ...minimalParts(sheetXml(ROWS)),
  [WORKBOOK_RELS]: relationships(
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'styles', 'styles.xml'],
    ['rId3', 'sharedStrings', 'sharedStrings.xml'],
  ),
});

/** In the encoding that each part declares. */
export const packed = (parts: Parts): Buffer =>
  buildZip(Object.entries(parts).flatMap(([name, xml]) => (xml === null ? [] : [{ name, data: encoded(xml) }])));

const encoded = (xml: string): Buffer =>
  xml.includes('encoding="UTF-16"')
    ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')])
    : Buffer.from(xml);

/** Every oddity alone, then pairs, each a few steps further on, up to `most` packages. */
export function oddPackages(most: number): { readonly what: string; readonly file: Buffer }[] {
  const names = Object.keys(ODDITIES);
  const pairs = names.flatMap((first, i) => names.slice(i + 1).map((second) => [first, second]));
  const step = Math.max(1, Math.floor(pairs.length / (most - names.length)));
  const chosen = [...names.map((name) => [name]), ...pairs.filter((_, i) => i % step === 0)].slice(0, most);
  return chosen.map((list) => ({
    what: list.join(' + '),
    file: packed(list.reduce((parts, name) => ODDITIES[name]?.(parts) ?? parts, baseParts())),
  }));
}
