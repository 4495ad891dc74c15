/** A bar chart on a sheet: its drawing (ECMA-376 Part 1, §20.5) and its chart part (§21.2). */
import { columnName } from '../rules/model/place';
import type { Area } from '../sheets/cells';
import { CHART_NAME, type ChartPlan } from '../sheets/plan';
import { quoteSheet, RELATIONSHIP_NAMESPACE, XML_HEAD } from './worksheet-writer';
import { escapeXml } from './xml-text';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

const corner = (name: string, row: number, column: number): string =>
  `<xdr:${name}><xdr:col>${String(column)}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;

/** A drawing that holds the chart `relation` and nothing else. */
export function drawingXml(plan: ChartPlan, relation: string): string {
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">${anchorXml(plan, relation)}</xdr:wsDr>`;
}

/** The chart `relation` over the area where it stands, as a child of any drawing. */
export function anchorXml({ at, title }: ChartPlan, relation: string): string {
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">` +
    corner('from', at.top, at.left) +
    corner('to', at.bottom + 1, at.right + 1) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${CHART_NAME}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${RELATIONSHIP_NAMESPACE}" r:id="${relation}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}

/** Horizontal bars, the first category on top. */
export function chartXml({ title, categories, values }: ChartPlan, sheet: string): string {
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="vi-VN" sz="1200" b="1"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    '<c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:solidFill><a:srgbClr val="0B5394"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>' +
    `<c:dLbls>${['showLegendKey:0', 'showVal:1', 'showCatName:0', 'showSerName:0', 'showPercent:0', 'showBubbleSize:0'].map(flag).join('')}</c:dLbls>` +
    `<c:cat><c:strRef><c:f>${reference(sheet, categories)}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${reference(sheet, values)}</c:f></c:numRef></c:val></c:ser>` +
    '<c:gapWidth val="50"/><c:axId val="1"/><c:axId val="2"/></c:barChart>' +
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling>${axis('l')}<c:crossAx val="2"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>${axis('t')}<c:crossAx val="1"/></c:valAx>` +
    '</c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
  );
}

const flag = (pair: string): string => `<c:${pair.replace(':', ' val="')}"/>`;
const axis = (position: string): string => `<c:delete val="0"/><c:axPos val="${position}"/>`;

function reference(sheet: string, { top, left, bottom, right }: Area): string {
  return escapeXml(
    `${quoteSheet(sheet)}!$${columnName(left)}$${String(top + 1)}:$${columnName(right)}$${String(bottom + 1)}`,
  );
}
