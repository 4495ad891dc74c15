/** Changing the workbook part (ECMA-376 Part 1, §18.2.27): new sheets, our defined names, recalculation. */
import { appendInside, insertChild, inOrder, outlineOf, setAttribute, withPrefix } from './markup';
import type { Element, Outline } from './markup';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { readDefinedName } from './workbook-part';
import type { DefinedName, WorkbookPart } from './workbook-part';
import { RELATIONSHIP_NAMESPACE } from './worksheet-writer';
import { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

export interface WorkbookChanges {
  readonly sheets: readonly { readonly name: string; readonly sheetId: number; readonly relationId: string }[];
  readonly names: readonly (DefinedName & { readonly hidden: boolean })[];
  /** True for a name that is there and shall go. */
  readonly dropName: (name: DefinedName) => boolean;
  /** Ask to be calculated when it is opened (§18.2.2). */
  readonly recalculate: boolean;
}

/** The children of CT_Workbook in the order of the schema. */
export const WORKBOOK_ORDER: readonly string[] = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** Children in a wrong order, a list of names beside another one, and a prefix that nobody declared are put right: Excel would repair the file. */
export function editWorkbookXml({ xml, part }: WorkbookPart, changes: WorkbookChanges): string {
  const outline = outlineOf(xml, part);
  const sheets = outline.children.find(({ name }) => name === 'sheets');
  const splices = [
    ...namesSplices(xml, part, outline, changes),
    ...(changes.recalculate ? [calculationSplice(xml, outline)] : []),
    ...prefixSplices(xml, part, outline),
  ];
  if (sheets !== undefined && changes.sheets.length > 0)
    splices.push(appendInside(xml, sheets, withPrefix(changes.sheets.map(sheetXml).join(''), sheets.prefix)));
  return inOrder(applySplices(xml, splices), part, WORKBOOK_ORDER);
}

/** The prefix of relations, where a sheet uses it and nobody said what it stands for. */
function prefixSplices(xml: string, part: string, { root }: Outline): Splice[] {
  const scanner = new XmlScanner(xml, part);
  let isLost = false;
  while (!isLost && scanner.next()) {
    if (!scanner.closing && scanner.name === 'sheet' && !scanner.isDeclared('r'))
      scanner.eachAttribute((name) => {
        isLost ||= name === 'r:id';
      });
  }
  return isLost
    ? [{ from: root.startTagEnd - 1, to: root.startTagEnd - 1, text: ` xmlns:r="${RELATIONSHIP_NAMESPACE}"` }]
    : [];
}

/** All names in one list, none where the last one goes. */
function namesSplices(xml: string, part: string, outline: Outline, { names, dropName }: WorkbookChanges): Splice[] {
  const lists = outline.children.filter(({ name }) => name === 'definedNames');
  const kept = keptNames(xml, part, dropName);
  const [first, ...others] = lists;
  const added = names.map(nameXml).join('');
  if (first === undefined) {
    const { prefix } = outline.root;
    return added === ''
      ? []
      : [
          insertChild(
            xml,
            outline,
            WORKBOOK_ORDER,
            'definedNames',
            withPrefix(`<definedNames>${added}</definedNames>`, prefix),
          ),
        ];
  }
  const gone = (list: Element): Splice => ({ from: list.start, to: list.end, text: '' });
  if (added === '' && kept.total === 0) return lists.length === 1 && kept.dropped.length === 0 ? [] : lists.map(gone);
  const moved = others.map((list) => kept.inside(list)).join('');
  return [
    ...kept.dropped.filter(({ from }) => from < first.end && from >= first.start),
    ...others.map(gone),
    appendInside(xml, first, moved + withPrefix(added, first.prefix)),
  ];
}

/** The names that stay: how many, what cuts the others out, and what is left of a list. */
function keptNames(
  xml: string,
  part: string,
  dropName: (name: DefinedName) => boolean,
): { total: number; dropped: Splice[]; inside: (list: Element) => string } {
  const scanner = new XmlScanner(xml, part);
  const dropped: Splice[] = [];
  let total = 0;
  while (scanner.next()) {
    if (scanner.name !== 'definedName' || scanner.closing) continue;
    const { start } = scanner;
    if (dropName(readDefinedName(scanner))) dropped.push({ from: start, to: scanner.end, text: '' });
    else total++;
  }
  const inside = ({ startTagEnd, contentEnd }: Element): string =>
    applySplices(
      xml.slice(startTagEnd, contentEnd),
      dropped
        .filter(({ from }) => from >= startTagEnd && from < contentEnd)
        .map(({ from, to, text }) => ({ from: from - startTagEnd, to: to - startTagEnd, text })),
    );
  return { total, dropped, inside };
}

function calculationSplice(xml: string, outline: Outline): Splice {
  const present = outline.children.find(({ name }) => name === 'calcPr');
  if (present === undefined)
    return insertChild(
      xml,
      outline,
      WORKBOOK_ORDER,
      'calcPr',
      withPrefix('<calcPr fullCalcOnLoad="1"/>', outline.root.prefix),
    );
  const { start, startTagEnd } = present;
  return { from: start, to: startTagEnd, text: setAttribute(xml.slice(start, startTagEnd), 'fullCalcOnLoad', '1') };
}

/** The prefix is declared on the element itself: that holds whatever the root declares. */
function sheetXml({ name, sheetId, relationId }: WorkbookChanges['sheets'][number]): string {
  return `<sheet xmlns:r="${RELATIONSHIP_NAMESPACE}" name="${escapeXml(name)}" sheetId="${String(sheetId)}" r:id="${escapeXml(relationId)}"/>`;
}

function nameXml({ name, sheet, formula, hidden }: WorkbookChanges['names'][number]): string {
  return `<definedName name="${name}"${sheet === null ? '' : ` localSheetId="${String(sheet)}"`}${hidden ? ' hidden="1"' : ''}>${escapeXml(formula)}</definedName>`;
}
