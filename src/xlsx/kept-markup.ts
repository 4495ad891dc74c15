/**
 * The XML around our block that stays when a sheet of ours is written anew (ECMA-376 Part 1, §18.3.1.99). Our
 * sheets of results carry no conditional format and no validation of their own: all that stand on one are
 * the user's, wherever they lie, and so are links to addresses, heights of rows below, and the set-up of
 * the page once somebody changed it.
 */
import type { AddedCell } from '../sheets/additions';
import type { Area } from '../sheets/cells';
import type { SheetPlan } from '../sheets/plan';
import { cellName } from '../rules/model/place';
import { parseArea } from './cell-reference';
import { outlineOf, takeElement } from './markup';
import type { PageOfUser } from './print-setup';
import { valueXml } from './worksheet-writer';
import type { Surroundings } from './worksheet-writer';
import { XmlScanner } from './xml-scanner';
import { escapeXml, escapeXstring } from './xml-text';

export interface Link {
  readonly row: number;
  readonly column: number;
  /** The relationship that leads to the address. */
  readonly id: string;
}

export interface KeptMarkup extends Omit<Surroundings, 'legacyDrawing'> {
  /** Relationships of the links that stay. */
  readonly linkIds: readonly string[];
  /** Links to addresses on cells that the new block covers. */
  readonly covered: readonly Link[];
}

/** Attributes of a row that are the user's below our block. */
const ROW_ATTRIBUTES = ['ht', 'customHeight', 'hidden', 's', 'customFormat', 'outlineLevel'] as const;

/** `block` is what the new plan covers, `old` what ours covered before. */
export function keptMarkup(
  xml: string,
  part: string,
  beside: readonly AddedCell[],
  plan: SheetPlan,
  block: Area,
  old: Area,
): KeptMarkup {
  const wanted = new Map(beside.map((added) => [cellName(added), added]));
  const cells = new Map<number, string>(),
    rows = new Map<number, string>();
  const merges: string[] = [],
    conditional: string[] = [],
    validations: string[] = [],
    links: string[] = [],
    linkIds: string[] = [],
    covered: Link[] = [];
  let columns = '',
    extensions = '',
    page: PageOfUser = {};
  const scanner = new XmlScanner(xml, part);
  const take = (): string => {
    const { start, end, prefix } = takeElement(scanner);
    const text = xml.slice(start, end);
    return prefix === '' ? text : text.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
  };
  let row = -1,
    column = -1;
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.name === 'col') {
      const [min, max] = [Number(scanner.required('min')), Number(scanner.required('max'))];
      const width = scanner.attribute('width');
      if (max > block.right + 1 && width !== undefined && Number.isFinite(Number(width))) {
        columns += `<col min="${String(Math.max(min, block.right + 2))}" max="${String(max)}" width="${String(Number(width))}" customWidth="1"${scanner.flag('hidden') ? ' hidden="1"' : ''}/>`;
      }
    } else if (scanner.name === 'row') {
      row = Number(scanner.attribute('r') ?? row + 2) - 1;
      column = -1;
      const own = ROW_ATTRIBUTES.map((name) => [name, scanner.attribute(name)] as const).filter(
        ([, value]) => value !== undefined,
      );
      if (row > block.bottom && row > old.bottom && own.length > 0)
        rows.set(row, own.map(([name, value]) => ` ${name}="${escapeXml(value ?? '')}"`).join(''));
    } else if (scanner.name === 'c') {
      const reference = scanner.attribute('r');
      column = reference === undefined ? column + 1 : parseArea(reference).left;
      const added = wanted.get(cellName({ row, column }));
      if (added !== undefined)
        cells.set(row, (cells.get(row) ?? '') + cellXml(added, Number(scanner.attribute('s') ?? 0)));
    } else if (scanner.name === 'mergeCell') {
      const area = parseArea(scanner.required('ref'));
      if (area.left > block.right || area.top > block.bottom)
        merges.push(`<mergeCell ref="${scanner.required('ref').toUpperCase()}"/>`);
    } else if (scanner.name === 'conditionalFormatting') {
      if (plan.conditional.length === 0) conditional.push(take());
    } else if (scanner.name === 'dataValidation') {
      if (plan.validations.length === 0) validations.push(take());
    } else if (scanner.name === 'hyperlink') {
      const ref = scanner.required('ref').toUpperCase();
      const area = parseArea(ref);
      const id = scanner.relationId();
      if (area.left > block.right || area.top > block.bottom) {
        // Where ours stood before, a jump inside the workbook was ours.
        if (id === undefined && area.left <= old.right && area.top <= old.bottom) continue;
        links.push(linkXml(scanner, ref, id));
        if (id !== undefined) linkIds.push(id);
      } else if (id !== undefined) covered.push({ row: area.top, column: area.left, id });
    } else if (scanner.name === 'pageMargins') {
      page = {
        ...page,
        margins: ['left', 'right', 'top', 'bottom', 'header', 'footer']
          .map((name) => `${name}="${String(Number(scanner.attribute(name) ?? 0) || 0)}"`)
          .join(' '),
      };
    } else if (scanner.name === 'pageSetup') {
      const [paper, orientation] = [scanner.attribute('paperSize'), scanner.attribute('orientation')];
      page = {
        ...page,
        ...(paper !== undefined && /^\d{1,5}$/.test(paper) ? { paper } : {}),
        ...(orientation === 'portrait' || orientation === 'landscape' ? { orientation } : {}),
      };
    } else if (scanner.name === 'extLst' && scanner.depth === 2) extensions = take();
  }
  const isRaw = conditional.length + validations.length + extensions.length > 0;
  return {
    cells,
    rows,
    columns,
    merges,
    links,
    linkIds,
    covered,
    page,
    conditional: conditional.join(''),
    validations,
    extensions,
    namespaces: isRaw ? declaredAt(xml, part) : '',
  };
}

function linkXml(scanner: XmlScanner, ref: string, id: string | undefined): string {
  const texts = ['location', 'display', 'tooltip']
    .map((name) => [name, scanner.attribute(name)] as const)
    .filter(([, text]) => text !== undefined);
  return `<hyperlink ref="${ref}"${id === undefined ? '' : ` r:id="${escapeXml(id)}"`}${texts.map(([name, text]) => ` ${name}="${escapeXml(text ?? '')}"`).join('')}/>`;
}

/** The prefixes that the root declares, with those that a reader may pass over, for what is taken over word by word. */
function declaredAt(xml: string, part: string): string {
  const { root } = outlineOf(xml, part);
  const tag = xml.slice(root.start, root.startTagEnd);
  const declared = [...tag.matchAll(/\sxmlns:([\w.-]+)\s*=\s*("[^"]*"|'[^']*')/g)].filter(
    ([, prefix]) => prefix !== 'r' && `${prefix ?? ''}:` !== root.prefix,
  );
  const ignorable = /\s[\w.-]+:Ignorable\s*=\s*(?:"[^"]*"|'[^']*')/.exec(tag)?.[0] ?? '';
  return declared.map(([, prefix = '', uri = '']) => ` xmlns:${prefix}=${uri}`).join('') + ignorable;
}

function cellXml({ row, column, cell: { value, formula } }: AddedCell, style: number): string {
  const head = `<c r="${cellName({ row, column })}"${style === 0 ? '' : ` s="${String(style)}"`}`;
  const f = formula === undefined ? '' : `<f>${escapeXstring(formula)}</f>`;
  if (value === null) return `${head}>${f}</c>`;
  return typeof value === 'object'
    ? `${head} t="e">${f}<v>${escapeXstring(value.error)}</v></c>`
    : `${head}${valueXml(value, f)}`;
}
