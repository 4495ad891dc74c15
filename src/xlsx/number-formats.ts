/** Number format codes of cell formats (ECMA-376 Part 1, §18.8.30 and §18.8.10). */
import { enterRoot } from './xml-scanner';
import type { XmlScanner } from './xml-scanner';

/** Built-in codes by number, as Excel shows them in en-US; 0 is General. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
  14: 'm/d/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm', 27: 'm/d/yyyy', 30: 'm/d/yy', 36: 'm/d/yyyy', 37: '#,##0 ;(#,##0)', 38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)', 40: '#,##0.00;[Red](#,##0.00)', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mmss.0', 48: '##0.0E+0', 49: '@',
  50: 'm/d/yyyy', 57: 'm/d/yyyy',
};

/** The code of every cell format (`cellXfs`), by index; undefined is General. */
export function readNumberFormats(scanner: XmlScanner): (string | undefined)[] {
  const codes = new Map<number, string>();
  let formats: number[] = [];
  enterRoot(scanner, 'styleSheet');
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.name === 'numFmts') {
      for (const [id, code] of itemsOf(scanner, 'numFmt', () => [scanner.attribute('numFmtId'), scanner.attribute('formatCode')] as const)) {
        if (id !== undefined && code !== undefined) codes.set(Number(id), code);
      }
    } else if (scanner.name === 'cellXfs') formats = itemsOf(scanner, 'xf', () => Number(scanner.attribute('numFmtId') ?? 0));
    scanner.skip();
  }
  return formats.map((id) => {
    const code = codes.get(id) ?? BUILT_IN[id];
    return code === undefined || code.toLowerCase() === 'general' ? undefined : code;
  });
}

/**
 * What `take` makes of each element of this name in a section of the styles; the scanner stands on the
 * section's tag, and on its end tag afterwards. Of alternatives (Part 3, §7.5) those count that are
 * written for readers without extensions, else the first that has any: what a cell refers to by number
 * stands at the same place in each.
 */
export function itemsOf<T>(scanner: XmlScanner, item: string, take: () => T): T[] {
  const items: T[] = [];
  eachChild(scanner, (name) => {
    if (name === item) items.push(take());
    else if (name === 'mc:AlternateContent') items.push(...itemsOfAlternatives(scanner, item, take));
  });
  return items;
}

function itemsOfAlternatives<T>(scanner: XmlScanner, item: string, take: () => T): T[] {
  const branches: { readonly isFallback: boolean; readonly items: T[] }[] = [];
  eachChild(scanner, (name) => { branches.push({ isFallback: name === 'mc:Fallback', items: itemsOf(scanner, item, take) }); });
  const filled = branches.filter(({ items }) => items.length > 0);
  return (filled.find(({ isFallback }) => isFallback) ?? filled[0])?.items ?? [];
}

/** Calls `see` on the tag of each child of the element at hand. */
function eachChild(scanner: XmlScanner, see: (name: string) => void): void {
  if (scanner.empty || scanner.closing) return;
  const outside = scanner.depth - 1;
  while (scanner.next() && scanner.depth > outside) {
    see(scanner.name);
    scanner.skip();
  }
}
