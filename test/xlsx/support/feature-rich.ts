/**
 * A workbook with macros and one part of every kind that Excel writes, as hand-written XML. Nothing of
 * it comes from our own writer: it stands for what other offices send.
 */
import { readFileSync } from 'node:fs';
import { editParts } from '../../print/office';
import { realStamp } from '../../support/stamps';
import { buildZip } from './zip';
import { MAIN, RELS, relationships } from './minimal';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const MS = 'http://schemas.microsoft.com/office';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const SHEETML = `${OFFICE}.spreadsheetml`;
const MS_REL = `${MS}/2006/relationships`;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const bytes = (length: number, seed: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, i) => (i * 31 + seed * 17 + (i >> 3)) & 255));

/** Content types of parts that their extension does not tell. */
const OVERRIDES: Readonly<Record<string, string>> = {
  'xl/workbook.xml': 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  'xl/worksheets/sheet1.xml': `${SHEETML}.worksheet+xml`,
  'xl/worksheets/sheet2.xml': `${SHEETML}.worksheet+xml`,
  'xl/worksheets/sheet3.xml': `${SHEETML}.worksheet+xml`,
  'xl/chartsheets/sheet1.xml': `${SHEETML}.chartsheet+xml`,
  'xl/styles.xml': `${SHEETML}.styles+xml`,
  'xl/sharedStrings.xml': `${SHEETML}.sharedStrings+xml`,
  'xl/calcChain.xml': `${SHEETML}.calcChain+xml`,
  'xl/metadata.xml': `${SHEETML}.sheetMetadata+xml`,
  'xl/connections.xml': `${SHEETML}.connections+xml`,
  'xl/theme/theme1.xml': `${OFFICE}.theme+xml`,
  'xl/tables/table1.xml': `${SHEETML}.table+xml`,
  'xl/queryTables/queryTable1.xml': `${SHEETML}.queryTable+xml`,
  'xl/pivotCache/pivotCacheDefinition1.xml': `${SHEETML}.pivotCacheDefinition+xml`,
  'xl/pivotCache/pivotCacheRecords1.xml': `${SHEETML}.pivotCacheRecords+xml`,
  'xl/pivotTables/pivotTable1.xml': `${SHEETML}.pivotTable+xml`,
  'xl/externalLinks/externalLink1.xml': `${SHEETML}.externalLink+xml`,
  'xl/comments1.xml': `${SHEETML}.comments+xml`,
  'xl/threadedComments/threadedComment1.xml': 'application/vnd.ms-excel.threadedcomments+xml',
  'xl/persons/person.xml': 'application/vnd.ms-excel.person+xml',
  'xl/drawings/drawing1.xml': `${OFFICE}.drawing+xml`,
  'xl/drawings/drawing2.xml': `${OFFICE}.drawing+xml`,
  'xl/drawings/drawing3.xml': `${OFFICE}.drawing+xml`,
  'xl/charts/chart1.xml': `${OFFICE}.drawingml.chart+xml`,
  'xl/charts/chart2.xml': `${OFFICE}.drawingml.chart+xml`,
  'xl/charts/style1.xml': 'application/vnd.ms-office.chartstyle+xml',
  'xl/charts/colors1.xml': 'application/vnd.ms-office.chartcolorstyle+xml',
  'xl/ctrlProps/ctrlProp1.xml': 'application/vnd.ms-excel.controlproperties+xml',
  'xl/activeX/activeX1.xml': 'application/vnd.ms-office.activeX+xml',
  'xl/activeX/activeX1.bin': 'application/vnd.ms-office.activeX',
  'xl/slicers/slicer1.xml': 'application/vnd.ms-excel.slicer+xml',
  'xl/slicerCaches/slicerCache1.xml': 'application/vnd.ms-excel.slicerCache+xml',
  'customXml/itemProps1.xml': `${OFFICE}.customXmlProperties+xml`,
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  'docProps/app.xml': `${OFFICE}.extended-properties+xml`,
  'docProps/custom.xml': `${OFFICE}.custom-properties+xml`,
};

const DEFAULTS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  vml: `${OFFICE}.vmlDrawing`,
  bin: `${SHEETML}.printerSettings`,
  emf: 'image/x-emf',
  jpeg: 'image/jpeg',
};

const contentTypes = (overrides: Readonly<Record<string, string>>): string =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  Object.entries(DEFAULTS)
    .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
    .join('') +
  '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
  Object.entries(overrides)
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('') +
  '</Types>';

const WORKBOOK =
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15 xr" xmlns:x15="${MS}/spreadsheetml/2010/11/main" xmlns:xr="${MS}/spreadsheetml/2014/revision">` +
  '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="27328" codeName="{37E998C4-C9E5-D4B9-71C8-EB1FF731991C}"/><fileSharing readOnlyRecommended="1"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/>' +
  `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Khối thi đua\\" xmlns:x15ac="${MS}/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>` +
  '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12225" activeTab="1"/></bookViews>' +
  '<sheets><sheet name="Chấm điểm" sheetId="1" r:id="rId1"/><sheet name="Dữ liệu" sheetId="4" r:id="rId2"/><sheet name="Ẩn" sheetId="7" state="hidden" r:id="rId3"/><sheet name="Biểu đồ" sheetId="9" r:id="rId4"/></sheets>' +
  '<externalReferences><externalReference r:id="rId9"/></externalReferences>' +
  `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'Dữ liệu'!$A$1:$C$4</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">'Chấm điểm'!$A$1:$F$12</definedName>` +
  `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Chấm điểm'!$A:$B,'Chấm điểm'!$1:$2</definedName><definedName name="DanhSach" comment="động">OFFSET('Dữ liệu'!$A$1,0,0,COUNTA('Dữ liệu'!$A:$A),1)</definedName><definedName name="HeSo">1.5</definedName><definedName name="Ngoai">[1]Sheet1!$A$1</definedName></definedNames>` +
  '<calcPr calcId="191029" iterate="1"/><pivotCaches><pivotCache cacheId="3" r:id="rId10"/></pivotCaches>' +
  `<extLst><ext uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}" xmlns:x14="${MS}/spreadsheetml/2009/9/main"><x14:slicerCaches><x14:slicerCache r:id="rId11"/></x14:slicerCaches></ext></extLst></workbook>`;

const SHEET1 =
  `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="${MS}/spreadsheetml/2009/9/ac">` +
  '<sheetPr codeName="Sheet1"><tabColor rgb="FF00B050"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F12"/>' +
  '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="2" ySplit="2" topLeftCell="C3" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="C3" sqref="C3"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="9.7" customWidth="1" style="3"/><col min="4" max="4" hidden="1"/></cols><sheetData>' +
  '<row r="1" spans="1:6" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" s="1" t="s"><v>2</v></c></row>' +
  '<row r="2" spans="1:6"><c r="A2" t="inlineStr"><is><t>I</t></is></c><c r="B2" t="s"><v>3</v></c><c r="C2"><f>SUM(C3:C5)</f><v>23.5</v></c><c r="E2" s="2"><v>45992</v></c></row>' +
  '<row r="3" spans="1:6"><c r="A3" t="s"><v>4</v></c><c r="C3" s="3"><v>9.5</v></c><c r="E3"><f t="shared" ref="E3:E5" si="0">C3*HeSo</f><v>14.25</v></c></row>' +
  '<row r="4" spans="1:6" hidden="1"><c r="A4" t="s"><v>4</v></c><c r="C4" s="3"><v>8</v></c><c r="E4"><f t="shared" si="0"/><v>12</v></c></row>' +
  '<row r="5" spans="1:6"><c r="A5" t="s"><v>4</v></c><c r="C5" s="3"><v>6</v></c><c r="E5"><f t="shared" si="0"/><v>9</v></c></row>' +
  '<row r="6" spans="1:6"><c r="A6" t="b"><v>1</v></c><c r="B6" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C6" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="E6"><f t="array" ref="E6:E7">C3:C4*2</f><v>19</v></c></row>' +
  '<row r="7" spans="1:6"><c r="E7"><v>16</v></c></row><row r="12" spans="1:6"><c r="F12"><f>\'Dữ liệu\'!C2+C3</f><v>10.5</v></c></row></sheetData>' +
  '<sheetProtection algorithmName="SHA-512" hashValue="Zm9vYmFy" saltValue="c2FsdA==" spinCount="100000" sheet="1" objects="1" scenarios="1"/>' +
  '<protectedRanges><protectedRange sqref="C3:C5" name="NhapDiem" algorithmName="SHA-512" hashValue="YQ==" saltValue="Yg==" spinCount="100000"/></protectedRanges>' +
  '<mergeCells count="1"><mergeCell ref="A8:C8"/></mergeCells>' +
  '<conditionalFormatting sqref="C3:C5"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>5</formula></cfRule><cfRule type="dataBar" priority="3"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:id>{DA7ABA51-AAAA-BBBB-0001-000000000001}</x14:id></ext></extLst></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="decimal" allowBlank="1" showErrorMessage="1" sqref="C3:C5"><formula1>0</formula1><formula2>10</formula2></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="B2" r:id="rId7" display="x"/><hyperlink ref="A2" location="\'Dữ liệu\'!A1"/></hyperlinks>' +
  '<printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" scale="80" orientation="landscape" r:id="rId1"/><headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader></headerFooter>' +
  '<rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/><legacyDrawingHF r:id="rId8"/><picture r:id="rId9"/>' +
  `<mc:AlternateContent><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="1030" r:id="rId5" name="Button 1"><controlPr defaultSize="0" print="0" autoFill="0" autoPict="0" macro="[0]!TinhDiem"><anchor><from><xdr:col xmlns:xdr="${DRAWING}/spreadsheetDrawing">4</xdr:col></from></anchor></controlPr></control></mc:Choice></mc:AlternateContent><control shapeId="1031" r:id="rId6" name="Hop1"/></controls></mc:Choice></mc:AlternateContent>` +
  `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${MS}/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${MS}/excel/2006/main"><x14:cfRule type="dataBar" id="{DA7ABA51-AAAA-BBBB-0001-000000000001}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>C3:C5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>` +
  `<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${MS}/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="${MS}/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>'Dữ liệu'!$A$2:$A$4</xm:f></x14:formula1><xm:sqref>B3</xm:sqref></x14:dataValidation></x14:dataValidations></ext>` +
  `<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${MS}/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="${MS}/excel/2006/main"><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:sparklines><x14:sparkline><xm:f>'Chấm điểm'!C3:C5</xm:f><xm:sqref>F3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>`;

const SHEET2 =
  `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELS}"><sheetPr codeName="Sheet2"/><dimension ref="A1:C4"/><sheetData>` +
  '<row r="1"><c r="A1" t="s"><v>5</v></c><c r="B1" t="s"><v>6</v></c><c r="C1" t="s"><v>7</v></c></row>' +
  [
    ['0', '1'],
    ['8', '2'],
    ['9', '3'],
  ]
    .map(
      ([text, value], i) =>
        `<row r="${String(i + 2)}"><c r="A${String(i + 2)}" t="s"><v>${text ?? ''}</v></c><c r="B${String(i + 2)}"><v>${value ?? ''}</v></c><c r="C${String(i + 2)}"><f>B${String(i + 2)}*'Chấm điểm'!$C$2</f><v>${String(Number(value) * 23.5)}</v></c></row>`,
    )
    .join('') +
  '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>' +
  `<extLst><ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}" xmlns:x14="${MS}/spreadsheetml/2009/9/main"><x14:slicerList><x14:slicer r:id="rId4"/></x14:slicerList></ext></extLst></worksheet>`;

const SHEET3 = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELS}"><sheetPr codeName="Sheet3"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`;

const chart = (name: string): string =>
  `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${RELS}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>${name}</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;

const anchor = (inside: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inside}<xdr:clientData/></xdr:twoCellAnchor>`;
const drawing = (inside: string): string =>
  `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">${inside}</xdr:wsDr>`;
const chartFrame = (id: string): string =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Biểu đồ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${RELS}" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
const picture = `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Hình"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${RELS}" r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;
const textBox =
  '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="4" name="Hộp chữ"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Ghi chú</a:t></a:r></a:p></xdr:txBody></xdr:sp>';

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="${MS}/spreadsheetml/2009/9/ac"><numFmts count="1"><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts>` +
  '<fonts count="2" x14ac:knownFonts="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font><font><b/><sz val="13"/><name val="Times New Roman"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><gradientFill degree="90"><stop position="0"><color theme="0"/></stop><stop position="1"><color theme="4"/></stop></gradientFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
  `<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="${MS}/spreadsheetml/2009/9/main"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>`;

const scheme = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
]
  .map((name, i) => `<a:${name}><a:srgbClr val="${(i * 0x151515).toString(16).padStart(6, '0')}"/></a:${name}>`)
  .join('');
const face = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>';
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const THEME =
  `${HEAD}<a:theme xmlns:a="${DRAWING}/main" name="Office"><a:themeElements><a:clrScheme name="Office">${scheme}</a:clrScheme><a:fontScheme name="Office"><a:majorFont>${face}</a:majorFont><a:minorFont>${face}</a:minorFont></a:fontScheme>` +
  `<a:fmtScheme name="Office"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="6350">${fill}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const TEXTS = ['Mã', 'Tiêu chí', 'Điểm', 'Nhiệm vụ &amp; chỉ tiêu', 'I.1', 'Đơn vị', 'Số', 'Tích', 'Xã A', 'Xã B'];
const SHARED = `${HEAD}<sst xmlns="${MAIN}" count="12" uniqueCount="10">${TEXTS.map((text, i) => (i === 3 ? `<si><r><t xml:space="preserve">Nhiệm vụ </t></r><r><rPr><b/><sz val="11"/></rPr><t>&amp; chỉ tiêu</t></r></si>` : `<si><t>${text}</t></si>`)).join('')}</sst>`;

/** Every part by its name, in the order in which Excel writes them. */
export function featureRichParts(): Record<string, string | Buffer> {
  const vml = (id: string): string =>
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="${id}" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>`;
  return {
    '[Content_Types].xml': contentTypes(OVERRIDES),
    '_rels/.rels': relationships(
      ['rId3', 'extended-properties', 'docProps/app.xml'],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
      ['rId1', 'officeDocument', 'xl/workbook.xml'],
      ['rId4', 'custom-properties', 'docProps/custom.xml'],
      ['rId5', `${MS_REL}/ui/extensibility`, 'customUI/customUI.xml'],
      [
        'rId6',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail',
        'docProps/thumbnail.jpeg',
      ],
    ),
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'worksheet', 'worksheets/sheet3.xml'],
      ['rId4', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['rId5', 'theme', 'theme/theme1.xml'],
      ['rId6', 'styles', 'styles.xml'],
      ['rId7', 'sharedStrings', 'sharedStrings.xml'],
      ['rId8', `${MS_REL}/vbaProject`, 'vbaProject.bin'],
      ['rId9', 'externalLink', 'externalLinks/externalLink1.xml'],
      ['rId10', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ['rId11', `${MS}/2007/relationships/slicerCache`, 'slicerCaches/slicerCache1.xml'],
      ['rId12', 'calcChain', 'calcChain.xml'],
      ['rId13', 'connections', 'connections.xml'],
      ['rId14', `${MS}/2017/10/relationships/person`, 'persons/person.xml'],
      ['rId15', 'sheetMetadata', 'metadata.xml'],
      ['rId16', 'customXml', '../customXml/item1.xml'],
    ),
    'xl/worksheets/sheet1.xml': SHEET1,
    'xl/worksheets/sheet2.xml': SHEET2,
    'xl/worksheets/sheet3.xml': SHEET3,
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ['rId1', 'printerSettings', '../printerSettings/printerSettings1.bin'],
      ['rId2', 'drawing', '../drawings/drawing1.xml'],
      ['rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId4', 'comments', '../comments1.xml'],
      ['rId5', 'ctrlProp', '../ctrlProps/ctrlProp1.xml'],
      ['rId6', 'control', '../activeX/activeX1.xml'],
      ['rId8', 'vmlDrawing', '../drawings/vmlDrawing2.vml'],
      ['rId9', 'image', '../media/image2.png'],
      ['rId10', `${MS}/2017/10/relationships/threadedComment`, '../threadedComments/threadedComment1.xml'],
    ).replace(
      '</Relationships>',
      `<Relationship Id="rId7" Type="${RELS}/hyperlink" Target="https://example.gov.vn/" TargetMode="External"/></Relationships>`,
    ),
    'xl/worksheets/_rels/sheet2.xml.rels': relationships(
      ['rId1', 'table', '../tables/table1.xml'],
      ['rId2', 'pivotTable', '../pivotTables/pivotTable1.xml'],
      ['rId3', 'drawing', '../drawings/drawing2.xml'],
      ['rId4', `${MS}/2007/relationships/slicer`, '../slicers/slicer1.xml'],
    ),
    'xl/chartsheets/sheet1.xml': `${HEAD}<chartsheet xmlns="${MAIN}" xmlns:r="${RELS}"><sheetViews><sheetView workbookViewId="0" zoomToFit="1"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
    'xl/chartsheets/_rels/sheet1.xml.rels': relationships(['rId1', 'drawing', '../drawings/drawing3.xml']),
    'xl/drawings/drawing3.xml': drawing(
      `<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>${chartFrame('rId1')}<xdr:clientData/></xdr:absoluteAnchor>`,
    ),
    'xl/drawings/_rels/drawing3.xml.rels': relationships(['rId1', 'chart', '../charts/chart2.xml']),
    'xl/theme/theme1.xml': THEME,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': SHARED,
    'xl/drawings/drawing1.xml': drawing(anchor(chartFrame('rId1')) + anchor(picture) + anchor(textBox)),
    'xl/drawings/_rels/drawing1.xml.rels': relationships(
      ['rId1', 'chart', '../charts/chart1.xml'],
      ['rId2', 'image', '../media/image1.png'],
    ),
    'xl/drawings/drawing2.xml': drawing(''),
    'xl/charts/chart1.xml': chart("'Chấm điểm'!$C$3:$C$5"),
    'xl/charts/chart2.xml': chart("'Dữ liệu'!$B$2:$B$4"),
    'xl/charts/_rels/chart1.xml.rels': relationships(
      ['rId1', `${MS}/2011/relationships/chartStyle`, 'style1.xml'],
      ['rId2', `${MS}/2011/relationships/chartColorStyle`, 'colors1.xml'],
    ),
    'xl/charts/style1.xml': `${HEAD}<cs:chartStyle xmlns:cs="${MS}/drawing/2012/chartStyle" id="201"/>`,
    'xl/charts/colors1.xml': `${HEAD}<cs:colorStyle xmlns:cs="${MS}/drawing/2012/chartStyle" meth="cycle" id="10"/>`,
    'xl/media/image1.png': PNG,
    'xl/media/image2.png': PNG,
    'xl/drawings/vmlDrawing1.vml': vml('_x0000_s1025'),
    'xl/drawings/vmlDrawing2.vml': vml('CH'),
    'xl/comments1.xml': `${HEAD}<comments xmlns="${MAIN}"><authors><author>Thư ký</author><author>tc={AAAAAAAA-0000-0000-0000-000000000001}</author></authors><commentList><comment ref="C3" authorId="0"><text><r><t>Xem lại</t></r></text></comment><comment ref="C4" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>`,
    'xl/threadedComments/threadedComment1.xml': `${HEAD}<ThreadedComments xmlns="${MS}/spreadsheetml/2018/threadedcomments"><threadedComment ref="C4" dT="2025-12-01T00:00:00.00" personId="{BBBBBBBB-0000-0000-0000-000000000001}" id="{AAAAAAAA-0000-0000-0000-000000000001}"><text>Đã rõ?</text></threadedComment></ThreadedComments>`,
    'xl/persons/person.xml': `${HEAD}<personList xmlns="${MS}/spreadsheetml/2018/threadedcomments"><person displayName="Thư ký" id="{BBBBBBBB-0000-0000-0000-000000000001}" userId="t" providerId="None"/></personList>`,
    'xl/printerSettings/printerSettings1.bin': bytes(600, 1),
    'xl/vbaProject.bin': bytes(5000, 2),
    'xl/ctrlProps/ctrlProp1.xml': `${HEAD}<formControlPr xmlns="${MS}/spreadsheetml/2009/9/main" objectType="Button" lockText="1"/>`,
    'xl/activeX/activeX1.xml': `${HEAD}<ax:ocx xmlns:ax="${MS}/2006/activeX" xmlns:r="${RELS}" ax:classid="{8BD21D40-EC42-11CE-9E0D-00AA006002F3}" ax:persistence="persistStreamInit" r:id="rId1"/>`,
    'xl/activeX/_rels/activeX1.xml.rels': relationships(['rId1', `${MS_REL}/activeXControlBinary`, 'activeX1.bin']),
    'xl/activeX/activeX1.bin': bytes(200, 3),
    'xl/tables/table1.xml': `${HEAD}<table xmlns="${MAIN}" id="1" name="Bang1" displayName="Bang1" ref="A1:C4" totalsRowShown="0"><autoFilter ref="A1:C4"/><tableColumns count="3"><tableColumn id="1" name="Đơn vị"/><tableColumn id="2" name="Số"/><tableColumn id="3" name="Tích"><calculatedColumnFormula>Bang1[[#This Row],[Số]]*'Chấm điểm'!$C$2</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`,
    'xl/tables/_rels/table1.xml.rels': relationships(['rId1', 'queryTable', '../queryTables/queryTable1.xml']),
    'xl/queryTables/queryTable1.xml': `${HEAD}<queryTable xmlns="${MAIN}" name="DuLieu" connectionId="1"/>`,
    'xl/connections.xml': `${HEAD}<connections xmlns="${MAIN}"><connection id="1" name="DuLieu" type="6" refreshedVersion="6"><textPr sourceFile="C:\\du-lieu.csv"><textFields><textField/></textFields></textPr></connection></connections>`,
    'xl/pivotTables/pivotTable1.xml': `${HEAD}<pivotTableDefinition xmlns="${MAIN}" name="PivotTable1" cacheId="3" dataCaption="Giá trị"><location ref="F1:G4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="1"><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><dataFields count="1"><dataField name="Tổng" fld="1"/></dataFields></pivotTableDefinition>`,
    'xl/pivotTables/_rels/pivotTable1.xml.rels': relationships([
      'rId1',
      'pivotCacheDefinition',
      '../pivotCache/pivotCacheDefinition1.xml',
    ]),
    'xl/pivotCache/pivotCacheDefinition1.xml': `${HEAD}<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${RELS}" r:id="rId1" recordCount="3"><cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="Dữ liệu"/></cacheSource><cacheFields count="2"><cacheField name="Đơn vị"><sharedItems/></cacheField><cacheField name="Số"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1"/></cacheField></cacheFields></pivotCacheDefinition>`,
    'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relationships([
      'rId1',
      'pivotCacheRecords',
      'pivotCacheRecords1.xml',
    ]),
    'xl/pivotCache/pivotCacheRecords1.xml': `${HEAD}<pivotCacheRecords xmlns="${MAIN}" count="3">${['Mã', 'Xã A', 'Xã B'].map((text, i) => `<r><s v="${text}"/><n v="${String(i + 1)}"/></r>`).join('')}</pivotCacheRecords>`,
    'xl/slicers/slicer1.xml': `${HEAD}<slicers xmlns="${MS}/spreadsheetml/2009/9/main"><slicer name="Đơn vị" cache="Slicer_DonVi" caption="Đơn vị" rowHeight="241300"/></slicers>`,
    'xl/slicerCaches/slicerCache1.xml': `${HEAD}<slicerCacheDefinition xmlns="${MS}/spreadsheetml/2009/9/main" name="Slicer_DonVi" sourceName="Đơn vị"/>`,
    'xl/externalLinks/externalLink1.xml': `${HEAD}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${RELS}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>3</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
    'xl/externalLinks/_rels/externalLink1.xml.rels': relationships().replace(
      '</Relationships>',
      `<Relationship Id="rId1" Type="${RELS}/externalLinkPath" Target="file:///C:/khac.xlsx" TargetMode="External"/></Relationships>`,
    ),
    'xl/calcChain.xml': `${HEAD}<calcChain xmlns="${MAIN}"><c r="F12" i="1" l="1"/><c r="C2"/><c r="E3" s="1"/><c r="E4"/><c r="E5"/><c r="B6"/><c r="C6"/><c r="E6" a="1"/><c r="E7"/><c r="C2" i="4"/><c r="C3"/><c r="C4"/></calcChain>`,
    'xl/metadata.xml': `${HEAD}<metadata xmlns="${MAIN}"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" cellMeta="1"/></metadataTypes></metadata>`,
    'customXml/item1.xml': '<?xml version="1.0"?><ho-so xmlns="urn:vi-du"><so>12/QĐ</so></ho-so>',
    'customXml/_rels/item1.xml.rels': relationships(['rId1', 'customXmlProps', 'itemProps1.xml']),
    'customXml/itemProps1.xml':
      '<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="{CCCCCCCC-0000-0000-0000-000000000001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
    'customUI/customUI.xml':
      '<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui"><ribbon/></customUI>',
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Thư ký Khối</dc:creator></cp:coreProperties>`,
    'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`,
    'docProps/custom.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
    'docProps/thumbnail.jpeg': bytes(300, 4),
  };
}

export const featureRichWorkbook = (changes: Readonly<Record<string, string | Buffer>> = {}): Buffer =>
  buildZip(Object.entries({ ...featureRichParts(), ...changes }).map(([name, data]) => ({ name, data })));

/** The same with sheets of ours in it, as LibreOffice saved it, when stamps still looked otherwise. */
export const savedByLibreOffice = (): Uint8Array =>
  editParts(readFileSync('test/fixtures/xlsx/features-written-libreoffice.xlsx'), /workbook\.xml$/, (xml) =>
    xml.replaceAll('thidua a1b2c3', realStamp('a')),
  );
