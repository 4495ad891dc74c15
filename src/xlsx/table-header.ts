/**
 * The header cells of Excel's tables (ECMA-376 Part 1, §18.5.1.3): a column bears the text of its header
 * cell, and where the two differ Excel repairs the file. An edit of such a cell renames the column, or is
 * refused where a table cannot have the name or formulas call the column by its old one.
 */
import type { Fix } from '../rules';
import { isInside, parseArea } from './cell-reference';
import { setAttribute } from './markup';
import type { Package } from './package';
import type { OpenWorkbook } from './read-workbook';
import { refuse } from './refusal';
import { readRelationships } from './relationships';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { XmlScanner } from './xml-scanner';
import { decodeXstring, escapeXstring } from './xml-text';

/** The tables of a sheet's part that are to change, by part. */
export function renameHeaders(
  open: OpenWorkbook,
  sheetPart: string,
  fixes: readonly Fix[],
): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  for (const { kind, external, target } of readRelationships(open.pack, sheetPart)) {
    if (kind !== 'table' || external || open.pack.find(target) === undefined) continue;
    const xml = open.pack.text(target);
    const renamed = renameColumns(open, target, xml, fixes);
    if (renamed !== xml) changed.set(target, renamed);
  }
  return changed;
}

interface Column {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function renameColumns(open: OpenWorkbook, part: string, xml: string, fixes: readonly Fix[]): string {
  const scanner = new XmlScanner(xml, part);
  scanner.next();
  const area = parseArea(scanner.required('ref'));
  if (scanner.attribute('headerRowCount') === '0') return xml;
  const headers = fixes.filter(({ place }) => place.row === area.top && isInside(area, place.row, place.column));
  if (headers.length === 0) return xml;
  const columns: Column[] = [];
  while (scanner.next()) {
    if (scanner.name === 'tableColumn' && !scanner.closing)
      columns.push({ name: decodeXstring(scanner.required('name')), from: scanner.start, to: scanner.end });
  }
  const names = columns.map(({ name }) => name);
  const splices: Splice[] = [];
  for (const { place, value, formula } of headers) {
    const column = columns[place.column - area.left];
    if (column === undefined || typeof value !== 'string' || value === '' || formula !== undefined)
      return refuse('table-header', undefined, place.sheet);
    if (value === column.name) continue;
    if (isCalled(open, column.name)) refuse('table-header', undefined, place.sheet);
    names[place.column - area.left] = value;
    splices.push({
      from: column.from,
      to: column.to,
      text: setAttribute(xml.slice(column.from, column.to), 'name', inAttribute(value)),
    });
  }
  const folded = new Set(names.map((name) => name.toLowerCase()));
  if (splices.length > 0 && folded.size < names.length) refuse('table-header', undefined, headers[0]?.place.sheet);
  return applySplices(xml, splices);
}

const inAttribute = (name: string): string => escapeXstring(name).replace(/&#10;/g, '_x000a_');

/** Whether a formula may call the column by this name: in brackets, among others. */
function isCalled({ pack, workbook, sheets }: OpenWorkbook, name: string): boolean {
  const calls = (formula: string | undefined): boolean => formula?.includes('[') === true && formula.includes(name);
  return (
    workbook.names.some(({ formula }) => calls(formula)) ||
    sheets.some((sheet) => sheet?.rows.some((row) => row?.some((cell) => calls(cell?.formula)))) ||
    pack.entries.some(
      ({ name: part }) => /\/tables?\d{0,9}\.xml$/i.test(part) && formulasOfTable(pack, part).some(calls),
    )
  );
}

function formulasOfTable(pack: Package, part: string): string[] {
  const scanner = new XmlScanner(pack.text(part), part);
  const formulas: string[] = [];
  while (scanner.next()) {
    if (!scanner.closing && (scanner.name === 'calculatedColumnFormula' || scanner.name === 'totalsRowFormula'))
      formulas.push(decodeXstring(scanner.content()));
  }
  return formulas;
}
