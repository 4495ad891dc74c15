/** Content types of the parts (ECMA-376 Part 2, §7.2.3). */
import type { Package } from './package';
import { PartMemory } from './part-memory';
import { refuse } from './refusal';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { appendToRoot } from './markup';
import { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

/** What the content types of our parts begin with. */
export const TYPES = 'application/vnd.openxmlformats-officedocument';

export const CONTENT_TYPES_PART = '[Content_Types].xml';

/** Content types of a workbook that this room reads and writes, with and without macros. */
const WORKBOOK_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
  'application/vnd.ms-excel.sheet.macroenabled.main+xml',
  'application/vnd.ms-excel.template.macroenabled.main+xml',
  'application/vnd.ms-excel.addin.macroenabled.main+xml',
]);

/** Refuses a package whose main part is not a workbook in XML. */
export function refuseForeignWorkbook(pack: Package, part: string): void {
  const type = readContentType(pack, part)?.toLowerCase() ?? '';
  if (WORKBOOK_TYPES.has(type)) return;
  if (type.includes('sheet.binary')) refuse('file-unsupported', 'xlsb');
  refuse('file-not-xlsx', 'no-workbook');
}

/** The type of the part that was asked for when the content types were read. */
const REMEMBERED = new PartMemory<{ readonly part: string; readonly type: string | undefined }>();

function readContentType(pack: Package, part: string): string | undefined {
  const read = pack.made(CONTENT_TYPES_PART, REMEMBERED, (scanner) => ({ part, type: findContentType(scanner, part) }));
  return read.part === part ? read.type : findContentType(pack.scan(CONTENT_TYPES_PART), part);
}

function findContentType(scanner: XmlScanner, part: string): string | undefined {
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  let byExtension: string | undefined;
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.name === 'Override' && scanner.attribute('PartName')?.toLowerCase() === `/${part.toLowerCase()}`)
      return scanner.attribute('ContentType');
    if (scanner.name === 'Default' && scanner.attribute('Extension')?.toLowerCase() === extension)
      byExtension = scanner.attribute('ContentType');
  }
  return byExtension;
}

function dropElement(scanner: XmlScanner): Splice {
  const from = scanner.start;
  scanner.skip();
  return { from, to: scanner.end, text: '' };
}

/** The part with a type for each part in `added` (name to type) and none for those in `removed`. */
export function editContentTypes(
  xml: string,
  added: ReadonlyMap<string, string>,
  removed: ReadonlySet<string>,
): string {
  const gone = new Set([...removed].map((name) => `/${name.toLowerCase()}`));
  const missing = new Map(added);
  const splices: Splice[] = [];
  const scanner = new XmlScanner(xml, CONTENT_TYPES_PART);
  while (scanner.next()) {
    if (scanner.name !== 'Override' || scanner.closing) continue;
    const part = scanner.attribute('PartName') ?? '';
    if (missing.get(part.slice(1)) === scanner.attribute('ContentType')) missing.delete(part.slice(1));
    else if (gone.has(part.toLowerCase())) splices.push(dropElement(scanner));
  }
  const overrides = [...missing]
    .map(([name, type]) => `<Override PartName="/${escapeXml(name)}" ContentType="${type}"/>`)
    .join('');
  return appendToRoot(applySplices(xml, splices), CONTENT_TYPES_PART, overrides);
}
