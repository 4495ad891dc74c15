/**
 * The page set-up of a worksheet that somebody else wrote, laid anew and put back: the elements about paper
 * (ECMA-376 Part 1, §18.3.1.62–§18.3.1.74, §18.3.1.14), the mark that a sheet is shrunk to fit (§18.3.1.65),
 * and the names of what is printed (§18.2.5). Nothing else of the package changes.
 */
import type { KeptPage, PageLayout, PrintChange, PrintReturn } from '../rules';
import { layoutPrint } from '../sheets/plan-pages';
import { appendInside, insertChild, outlineOf, setAttribute, withPrefix } from './markup';
import type { Outline } from './markup';
import { openPackage } from './package';
import { PackageEdit } from './package-edit';
import { PRINT_AREA, PRINT_TITLES, printNames } from './own-names';
import { printBreaksXml, printSetupXml } from './print-setup';
import { readBack } from './read-back';
import { cellsOf, openWorkbook } from './read-workbook';
import { refuse } from './refusal';
import { readRelationships } from './relationships';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { readDefinedName } from './workbook-part';
import { WORKBOOK_ORDER } from './workbook-editor';
import { refuseUnwritable } from './writable';
import { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

/** Children of a worksheet that are about paper, in the order of the schema, and what may stand in each. */
const ELEMENTS = {
  printOptions: [],
  pageMargins: [],
  pageSetup: [],
  headerFooter: ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'],
  rowBreaks: ['brk'],
  colBreaks: ['brk'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type ElementName = keyof typeof ELEMENTS;
const ELEMENT_NAMES = Object.keys(ELEMENTS) as ElementName[];

/** Those among which they stand, and what the schema has behind them. */
const ORDER: readonly string[] = [
  ...ELEMENT_NAMES,
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** What is kept of a page: its elements as they are spelled, '' for one that is not there. */
type Page = Readonly<Record<ElementName | 'fit' | typeof PRINT_AREA | typeof PRINT_TITLES, string>>;
const NAMES = [PRINT_AREA, PRINT_TITLES] as const;
const MAY_HOLD: Readonly<Record<keyof Page, readonly string[]>> = {
  ...ELEMENTS,
  fit: [],
  [PRINT_AREA]: [],
  [PRINT_TITLES]: [],
};
const TAG: Readonly<Partial<Record<keyof Page, string>>> = {
  fit: 'pageSetUpPr',
  [PRINT_AREA]: 'definedName',
  [PRINT_TITLES]: 'definedName',
};
const KEYS = Object.keys(MAY_HOLD) as (keyof Page)[];

export interface Laid {
  readonly bytes: Uint8Array;
  readonly back: PrintReturn;
}

/**
 * The package with the page of one sheet laid, or put back as it was: then its elements are the same bytes again.
 * Refuses a way back when the page was set up anew since.
 */
export function layPage(bytes: Uint8Array, change: PrintChange | PrintReturn): Laid {
  const open = openWorkbook(bytes);
  const { pack, workbook } = open;
  refuseUnwritable(pack, workbook);
  const index = workbook.sheets.findIndex(({ name, kind }) => name === change.print && kind === 'worksheet');
  const entry = workbook.sheets[index] ?? refuse('sheet-gone', undefined, change.print);
  const sheet = pack.text(entry.part);
  const now = pageOf(sheet, entry.part, workbook.xml, workbook.part, index);
  if ('now' in change && KEYS.some((key) => change.now[key] !== now[key]))
    refuse('cells-changed', 'page-setup', change.print);
  const wanted =
    'now' in change
      ? checkedPage(change.back, new Set(readRelationships(pack, entry.part).map(({ id }) => id)))
      : change.layout.onlyAgain === true && !isLaid(now, change.layout)
        ? now
        : laidPage(change.layout, now, sheet, entry.part, entry.name, index, outlineOf(workbook.xml, workbook.part));
  const edit = new PackageEdit(pack);
  const put = (part: string, before: string, after: string): void => {
    if (after !== before) edit.put(part, after);
  };
  put(entry.part, sheet, withElements(sheet, entry.part, now, wanted));
  put(workbook.part, workbook.xml, withNames(workbook.xml, workbook.part, index, wanted));
  const written = readBack(edit.write(), {
    pack,
    workbook,
    changes: edit.changed,
    added: [],
    expected: cellsOf(open).sheets.flatMap(({ name, rows }) =>
      name === change.print ? [{ name, rows, hasFormat: () => true }] : [],
    ),
    ownName: ({ name, sheet: of }) => of === index && NAMES.some((one) => one.toLowerCase() === name.toLowerCase()),
  });
  const after = openPackage(written);
  const is = pageOf(after.text(entry.part), entry.part, after.text(workbook.part), workbook.part, index);
  if (KEYS.some((key) => is[key] !== wanted[key])) refuse('write-unproven', 'page-setup');
  return { bytes: written, back: { print: change.print, now: wanted, back: now } };
}

function pageOf(sheet: string, part: string, workbook: string, workbookPart: string, index: number): Page {
  const { children } = outlineOf(sheet, part);
  const spelled = (name: string): string => {
    const found = children.find((child) => child.name === name);
    return found === undefined ? '' : sheet.slice(found.start, found.end);
  };
  const named = nameElements(workbook, workbookPart, index);
  const name = (wanted: string): string => {
    const found = named.get(wanted.toLowerCase());
    return found === undefined ? '' : workbook.slice(found.from, found.to);
  };
  const fit = fitTag(sheet, part);
  return {
    printOptions: spelled('printOptions'),
    pageMargins: spelled('pageMargins'),
    pageSetup: spelled('pageSetup'),
    headerFooter: spelled('headerFooter'),
    rowBreaks: spelled('rowBreaks'),
    colBreaks: spelled('colBreaks'),
    fit: fit === null ? '' : sheet.slice(fit.from, fit.to),
    [PRINT_AREA]: name(PRINT_AREA),
    [PRINT_TITLES]: name(PRINT_TITLES),
  };
}

type Span = Pick<Splice, 'from' | 'to'>;

/** The tag that says whether the sheet is shrunk to fit. */
function fitTag(xml: string, part: string): Span | null {
  const scanner = new XmlScanner(xml, part);
  while (scanner.next() && scanner.name !== 'sheetData')
    if (scanner.name === 'pageSetUpPr' && scanner.empty) return { from: scanner.start, to: scanner.end };
  return null;
}

/** The names of a sheet, by their names in small letters. */
function nameElements(xml: string, part: string, index: number): Map<string, Span> {
  const scanner = new XmlScanner(xml, part);
  const found = new Map<string, Span>();
  while (scanner.next()) {
    if (scanner.name !== 'definedName' || scanner.closing) continue;
    const { start: from } = scanner;
    const { name, sheet } = readDefinedName(scanner);
    if (sheet === index) found.set(name.toLowerCase(), { from, to: scanner.end });
  }
  return found;
}

/** What the layout comes to in the sheet as it is. Headers and footers of the user's own stay. */
function laidPage(
  layout: PageLayout,
  now: Page,
  sheet: string,
  part: string,
  name: string,
  index: number,
  workbook: Outline,
): Page {
  const { widths, heights } = sizesOf(sheet, part);
  const isA3 = /\spaperSize\s*=\s*["']8["']/.test(now.pageSetup);
  const print = layoutPrint(layout, layout.paper ?? (isA3 ? 'A3' : 'A4'), widths, heights);
  const { prefix } = outlineOf(sheet, part).root;
  const laid = withPrefix(printSetupXml(print, {}) + printBreaksXml(print), prefix);
  const made = (element: ElementName): string => elementIn(laid, prefix + element);
  const names = new Map(
    printNames(name, print).map((one) => [
      one.name,
      withPrefix(
        `<definedName name="${one.name}" localSheetId="${String(index)}">${escapeXml(one.formula)}</definedName>`,
        workbook.root.prefix,
      ),
    ]),
  );
  return {
    printOptions: made('printOptions'),
    pageMargins: made('pageMargins'),
    pageSetup: made('pageSetup'),
    headerFooter: now.headerFooter === '' ? made('headerFooter') : now.headerFooter,
    rowBreaks: made('rowBreaks'),
    colBreaks: made('colBreaks'),
    fit: now.fit === '' ? '' : setAttribute(now.fit, 'fitToPage', '0'),
    [PRINT_AREA]: names.get(PRINT_AREA) ?? '',
    [PRINT_TITLES]: names.get(PRINT_TITLES) ?? '',
  };
}

/** An element of our own text, with what stands in it; '' where there is none. */
function elementIn(xml: string, name: string): string {
  const start = Math.max(xml.indexOf(`<${name} `), xml.indexOf(`<${name}>`));
  if (start < 0) return '';
  const tagEnd = xml.indexOf('>', start) + 1;
  const close = `</${name}>`;
  return xml.slice(start, xml.charAt(tagEnd - 2) === '/' ? tagEnd : xml.indexOf(close, tagEnd) + close.length);
}

/** In a size of its own, with columns on every page, and no page ends within a block. */
function isLaid({ fit, pageSetup, colBreaks, [PRINT_TITLES]: titles }: Page, { blocks }: PageLayout): boolean {
  const ends = colBreaks
    .split('<')
    .filter((tag) => /^(?:[\w.-]{1,100}:)?brk\s/.test(tag))
    .map((tag) => Number(/\sid\s*=\s*["'](\d+)["']/.exec(tag)?.[1]));
  return (
    !/fitToPage\s*=\s*["'](?:1|true)["']/.test(fit) &&
    /\sscale\s*=/.test(pageSetup) &&
    titles.includes(',') &&
    ends.every((end) => blocks.includes(end))
  );
}

/** §18.3.1.81, and Excel's sizes where a file names none. */
const DEFAULT_WIDTH = 8.43;
const DEFAULT_HEIGHT = 15;
/** Columns of which widths are asked for: more no score sheet has, and a file may name all 16 384. */
const MOST_COLUMNS = 4096;

/** Widths in characters and heights in points; 0 where nothing is seen. */
function sizesOf(xml: string, part: string): { readonly widths: number[]; readonly heights: number[] } {
  const scanner = new XmlScanner(xml, part);
  let [width, height] = [DEFAULT_WIDTH, DEFAULT_HEIGHT];
  const columns: { readonly from: number; readonly to: number; readonly width: number }[] = [];
  const rows = new Map<number, number>();
  const size = (name: string): number | null => {
    const number = Number(scanner.attribute(name) ?? NaN);
    return Number.isFinite(number) && number >= 0 ? number : null;
  };
  let row = -1;
  while (scanner.next() && !(scanner.closing && scanner.name === 'sheetData')) {
    if (scanner.closing) continue;
    if (scanner.name === 'sheetFormatPr') {
      width = size('defaultColWidth') ?? width;
      height = size('defaultRowHeight') ?? height;
    } else if (scanner.name === 'col') {
      const seen = scanner.flag('hidden') ? 0 : (size('width') ?? width);
      columns.push({ from: Number(scanner.required('min')) - 1, to: Number(scanner.required('max')), width: seen });
    } else if (scanner.name === 'row') {
      row = Number(scanner.attribute('r') ?? row + 2) - 1;
      rows.set(row, scanner.flag('hidden') ? 0 : (size('ht') ?? height));
    }
  }
  const widths = new Array<number>(MOST_COLUMNS).fill(width);
  for (const { from, to, width: own } of columns) widths.fill(own, from, to);
  return { widths, heights: Array.from({ length: row + 1 }, (_, at) => rows.get(at) ?? height) };
}

function withElements(xml: string, part: string, now: Page, wanted: Page): string {
  const outline = outlineOf(xml, part);
  const splices: Splice[] = ELEMENT_NAMES.flatMap((name) => {
    if (wanted[name] === now[name]) return [];
    const present = outline.children.find((child) => child.name === name);
    return present === undefined
      ? [insertChild(xml, outline, ORDER, name, wanted[name])]
      : [{ from: present.start, to: present.end, text: wanted[name] }];
  });
  const fit = fitTag(xml, part);
  if (fit !== null) splices.push({ ...fit, text: wanted.fit });
  return applySplices(xml, splices);
}

function withNames(xml: string, part: string, index: number, wanted: Page): string {
  return NAMES.reduce((text, name) => {
    const standing = nameElements(text, part, index).get(name.toLowerCase());
    if (standing !== undefined)
      return withoutEmptyList(applySplices(text, [{ ...standing, text: wanted[name] }]), part);
    if (wanted[name] === '') return text;
    const outline = outlineOf(text, part);
    const list = outline.children.find((child) => child.name === 'definedNames');
    if (list !== undefined) return applySplices(text, [appendInside(text, list, wanted[name])]);
    const { prefix } = outline.root;
    const made = `<${prefix}definedNames>${wanted[name]}</${prefix}definedNames>`;
    return applySplices(text, [insertChild(text, outline, WORKBOOK_ORDER, 'definedNames', made)]);
  }, xml);
}

/** The schema wants at least one name in a list of names. */
function withoutEmptyList(xml: string, part: string): string {
  const list = outlineOf(xml, part).children.find(({ name }) => name === 'definedNames');
  return list === undefined || xml.slice(list.startTagEnd, list.contentEnd).trim() !== ''
    ? xml
    : applySplices(xml, [{ from: list.start, to: list.end, text: '' }]);
}

/** A page as a note brings it, which anybody may have written: each part is its one element and nothing beside it. */
function checkedPage(page: KeptPage, relations: ReadonlySet<string>): Page {
  const bad = (): never => refuse('file-unsupported', 'page-setup');
  const checked = (key: keyof Page): string => {
    const text = page[key] ?? bad();
    if (text === '') return text;
    const tag = TAG[key] ?? key;
    if (/<[!?]/.test(text)) bad();
    const tags = [...text.matchAll(/<\/?(?:[\w.-]+:)?([\w.-]+)/g)].map(([, local = '']) => local);
    if (tags[0] !== tag || tags.slice(1).some((local) => local !== tag && !MAY_HOLD[key].includes(local))) bad();
    for (const [, id = ''] of text.matchAll(/\s[\w.-]+:id\s*=\s*["']([^"']*)["']/g)) if (!relations.has(id)) bad();
    return text;
  };
  return {
    printOptions: checked('printOptions'),
    pageMargins: checked('pageMargins'),
    pageSetup: checked('pageSetup'),
    headerFooter: checked('headerFooter'),
    rowBreaks: checked('rowBreaks'),
    colBreaks: checked('colBreaks'),
    fit: checked('fit'),
    [PRINT_AREA]: checked(PRINT_AREA),
    [PRINT_TITLES]: checked(PRINT_TITLES),
  };
}
