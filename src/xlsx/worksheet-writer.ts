/**
 * A sheet plan as a worksheet part (ECMA-376 Part 1, §18.3.1.99; the elements stand in the order of
 * the schema). Texts are written in place (`t="inlineStr"`), so that the workbook's shared strings
 * stay untouched, and always as texts: nothing that people typed can become a formula.
 */
import { cellName, columnName } from '../rules/model/place';
import type { Area } from '../sheets/cells';
import type { ConditionalStyle, PlanCell, PlanRow, SheetPlan, Validation } from '../sheets/plan';
import { LIMITS } from './limits';
import { printBreaksXml, printSetupXml } from './print-setup';
import type { PageOfUser } from './print-setup';
import type { StyleSheet } from './style-sheet';
import { escapeXml, escapeXstring, keepXml } from './xml-text';

export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIP_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What stands around a plan's block and stays there, as XML. */
export interface Surroundings {
  /** By row from 0; right of the block or below it. */
  readonly cells: ReadonlyMap<number, string>;
  /** Attributes of rows below the block. */
  readonly rows: ReadonlyMap<number, string>;
  /** The tags of `col` right of the block. */
  readonly columns: string;
  /** Tags of merges outside of it. */
  readonly merges: readonly string[];
  readonly conditional: string;
  readonly validations: readonly string[];
  readonly links: readonly string[];
  readonly page: PageOfUser;
  /** Extensions of the sheet (§18.2.10), and the declarations that they and the others need. */
  readonly extensions: string;
  readonly namespaces: string;
  /** The relationship of the comments' old drawing, null without one. */
  readonly legacyDrawing: string | null;
}

const NOTHING: Surroundings = {
  cells: new Map(),
  rows: new Map(),
  columns: '',
  merges: [],
  conditional: '',
  validations: [],
  links: [],
  page: {},
  extensions: '',
  namespaces: '',
  legacyDrawing: null,
};

/** `drawing`: the relationship of the sheet's chart, null without one. */
export function worksheetXml(
  plan: SheetPlan,
  styles: StyleSheet,
  drawing: string | null,
  around: Surroundings = NOTHING,
): string {
  return [
    XML_HEAD,
    `<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIP_NAMESPACE}"${around.namespaces}>`,
    sheetPropertiesXml(plan),
    dimensionXml(plan),
    sheetViewXml(plan),
    '<sheetFormatPr defaultRowHeight="15.75"/>',
    columnsXml(plan, around.columns),
    '<sheetData>',
    ...plan.rows.map((row, index) => rowXml(row, index, styles, around.cells.get(index) ?? '')),
    rowsBelow(plan, around),
    '</sheetData>',
    plan.protect ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>' : '',
    plan.filter === undefined ? '' : `<autoFilter ref="${areaName(plan.filter)}"/>`,
    mergesXml(plan.merges, around.merges),
    ...plan.conditional.map((rule, i) => conditionalXml(rule, i, styles)),
    around.conditional,
    validationsXml(plan.validations, around.validations),
    linksXml(plan.rows, around.links),
    plan.print === null ? '' : printSetupXml(plan.print, around.page),
    plan.print === null ? '' : printBreaksXml(plan.print),
    drawing === null ? '' : `<drawing r:id="${drawing}"/>`,
    around.legacyDrawing === null ? '' : `<legacyDrawing r:id="${escapeXml(around.legacyDrawing)}"/>`,
    around.extensions,
    '</worksheet>',
  ].join('');
}

function sheetPropertiesXml({ tabColor, print }: SheetPlan): string {
  const inside =
    (tabColor === null ? '' : `<tabColor rgb="FF${tabColor.slice(1).toUpperCase()}"/>`) +
    (print === null || print.wide ? '' : '<pageSetUpPr fitToPage="1"/>');
  return inside === '' ? '' : `<sheetPr>${inside}</sheetPr>`;
}

function dimensionXml({ rows }: SheetPlan): string {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 1);
  return `<dimension ref="A1:${cellName({ row: Math.max(rows.length, 1) - 1, column: columns - 1 })}"/>`;
}

/** §18.3.1.66: panes that stay while one scrolls. */
function sheetViewXml({ freeze }: SheetPlan): string {
  if (freeze === null || (freeze.rows === 0 && freeze.columns === 0))
    return '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>';
  const pane = freeze.rows === 0 ? 'topRight' : freeze.columns === 0 ? 'bottomLeft' : 'bottomRight';
  return (
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0">' +
    `<pane${freeze.columns > 0 ? ` xSplit="${String(freeze.columns)}"` : ''}${freeze.rows > 0 ? ` ySplit="${String(freeze.rows)}"` : ''}` +
    ` topLeftCell="${cellName({ row: freeze.rows, column: freeze.columns })}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/></sheetView></sheetViews>`
  );
}

function rowsBelow({ rows }: SheetPlan, around: Surroundings): string {
  const numbers = [...new Set([...around.cells.keys(), ...around.rows.keys()])]
    .filter((row) => row >= rows.length)
    .sort((a, b) => a - b);
  return numbers
    .map((row) => `<row r="${String(row + 1)}"${around.rows.get(row) ?? ''}>${around.cells.get(row) ?? ''}</row>`)
    .join('');
}

function columnsXml({ columns }: SheetPlan, others: string): string {
  if (columns.length === 0 && others === '') return '';
  const column = ({ width, hidden }: SheetPlan['columns'][number], i: number): string =>
    `<col min="${String(i + 1)}" max="${String(i + 1)}" width="${String(width)}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`;
  return `<cols>${columns.map(column).join('')}${others}</cols>`;
}

function rowXml(row: PlanRow, index: number, styles: StyleSheet, more: string): string {
  const number = String(index + 1);
  let xml = `<row r="${number}"${row.height === undefined ? '' : ` ht="${String(row.height)}" customHeight="1"`}>`;
  row.cells.forEach((cell, column) => {
    if (cell !== null) xml += cellXml(cell, columnName(column) + number, styles);
  });
  return `${xml}${more}</row>`;
}

function cellXml({ value, formula, style, format }: PlanCell, reference: string, styles: StyleSheet): string {
  const head = `<c r="${reference}" s="${String(styles.cellFormat(style, format))}"`;
  const f = formula === undefined ? '' : `<f>${escapeXstring(formula)}</f>`;
  if (value === null) return f === '' ? `${head}/>` : `${head}>${f}</c>`;
  return `${head}${valueXml(value, f)}`;
}

/** The rest of a cell's element: its type, then `formula` (its element or nothing) and the value. */
export function valueXml(value: string | number | boolean, formula: string): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('A cell holds finite numbers only');
    return `>${formula}<v>${String(value)}</v></c>`;
  }
  if (typeof value === 'boolean') return ` t="b">${formula}<v>${value ? '1' : '0'}</v></c>`;
  const text = escapeXstring(storedText(value));
  return formula === ''
    ? ` t="inlineStr"><is><t${/^\s|\s$/.test(value) ? ' xml:space="preserve"' : ''}>${text}</t></is></c>`
    : ` t="str">${formula}<v>${text}</v></c>`;
}

/** A text as a cell can hold it: no longer than Excel takes, no half of a character, nothing that XML cannot say. */
export function storedText(text: string): string {
  const cut = text.length > LIMITS.text ? `${text.slice(0, LIMITS.text - 1)}…` : text;
  return keepXml(cut);
}

/** "A1:C3" of an area. */
function areaName({ top, left, bottom, right }: Area): string {
  const from = cellName({ row: top, column: left });
  return top === bottom && left === right ? from : `${from}:${cellName({ row: bottom, column: right })}`;
}

/** "$A$1:$C$3" of an area. */
export const absoluteName = (area: Area): string => areaName(area).replace(/[A-Z]+|\d+/g, '$$$&');

function mergesXml(merges: readonly Area[], others: readonly string[]): string {
  const all = [...merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`), ...others];
  return all.length === 0 ? '' : `<mergeCells count="${String(all.length)}">${all.join('')}</mergeCells>`;
}

/** §18.3.1.18; earlier rules win. */
function conditionalXml({ area, formula, style }: ConditionalStyle, index: number, styles: StyleSheet): string {
  return (
    `<conditionalFormatting sqref="${areaName(area)}"><cfRule type="expression" dxfId="${String(styles.differentialFormat(style))}"` +
    ` priority="${String(index + 1)}"><formula>${escapeXstring(formula)}</formula></cfRule></conditionalFormatting>`
  );
}

/** Excel's limits of a validation's list and message. */
const MAX_LIST = 255;
const MAX_MESSAGE = 225;
const MAX_PROMPT = 255;

/** §18.3.1.33. */
function validationsXml(validations: readonly Validation[], others: readonly string[]): string {
  const all = [...validations.map(validationXml), ...others];
  return all.length === 0 ? '' : `<dataValidations count="${String(all.length)}">${all.join('')}</dataValidations>`;
}

function validationXml(validation: Validation): string {
  if (validation.kind === 'hint')
    return `<dataValidation allowBlank="1" showInputMessage="1" prompt="${escapeXml(validation.message.slice(0, MAX_PROMPT))}" sqref="${areaName(validation.area)}"/>`;
  const strict = validation.kind === 'decimal' || validation.strict;
  const open = validation.kind === 'decimal' && validation.max === null;
  return (
    `<dataValidation type="${validation.kind === 'decimal' ? 'decimal' : 'list'}"${strict ? '' : ' errorStyle="warning"'}${open ? ' operator="greaterThanOrEqual"' : ''}` +
    ` allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${escapeXml(validation.message.slice(0, MAX_MESSAGE))}" sqref="${areaName(validation.area)}">` +
    `${validationFormulas(validation)
      .map((formula, i) => `<formula${String(i + 1)}>${escapeXstring(formula)}</formula${String(i + 1)}>`)
      .join('')}</dataValidation>`
  );
}

function validationFormulas(validation: Exclude<Validation, { kind: 'hint' }>): string[] {
  if (validation.kind === 'listFrom') return [validation.formula];
  if (validation.kind === 'decimal')
    return [validation.min, validation.max].filter((limit) => limit !== null).map(String);
  const list = validation.items.join(',');
  if (list.length > MAX_LIST || validation.items.some((item) => item.includes(',')))
    throw new RangeError('A list of choices this long must stand in cells (listFrom)');
  return [`"${list.replaceAll('"', '""')}"`];
}

/** §18.3.1.47: jumps inside the workbook. */
function linksXml(rows: readonly PlanRow[], others: readonly string[]): string {
  const own = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell?.link === undefined
        ? []
        : [
            `<hyperlink ref="${cellName({ row, column })}" location="${escapeXml(`${quoteSheet(cell.link.sheet)}!${cell.link.cell}`)}"/>`,
          ],
    ),
  );
  const links = [...own, ...others];
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

/** A sheet's name as it stands in references. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
