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
  const formats: (string | undefined)[] = [];
  let inCellFormats = false;
  enterRoot(scanner, 'styleSheet');
  while (scanner.next()) {
    if (scanner.name === 'cellXfs') inCellFormats = !scanner.closing && !scanner.empty;
    else if (scanner.closing) continue;
    else if (scanner.name === 'numFmt') codes.set(Number(scanner.required('numFmtId')), scanner.required('formatCode'));
    else if (scanner.name === 'xf' && inCellFormats && scanner.depth === (scanner.empty ? 2 : 3)) {
      const id = Number(scanner.attribute('numFmtId') ?? 0);
      const code = codes.get(id) ?? BUILT_IN[id];
      formats.push(code === undefined || code.toLowerCase() === 'general' ? undefined : code);
    }
  }
  return formats;
}
