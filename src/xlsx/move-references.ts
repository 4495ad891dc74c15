/** References to a sheet whose lines moved, in any part of a package: formulas, names, charts, links. */
import { isInsert, type LineInsert, type LineRemoval } from '../rules';
import { movedFormula, moveOf } from '../sheets/change/moving';
import { parseHalf, splitSheets, writtenHalf } from '../sheets/formula/references';
import { tokensOf } from '../sheets/formula/tokens';
import { setAttribute } from './markup';
import { FORMULAS, REFERENCES } from './reference-places';
import type { Splice } from './splice';
import type { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

export type LineChange = LineInsert | LineRemoval;

const PRINT_AREA = '_xlnm.print_area';

/**
 * What the tag at hand needs. `own`: the sheet that an unnamed reference means, null for none. The scanner
 * may stand on the element's end tag afterwards.
 */
export function moveInTag(xml: string, scanner: XmlScanner, own: string | null, change: LineChange): Splice[] {
  const move = moveOf(change);
  const name = scanner.name.slice(scanner.name.indexOf(':') + 1);
  if (FORMULAS.has(name) && !scanner.name.startsWith('x14:')) {
    const isPrintArea = name === 'definedName' && scanner.attribute('name')?.toLowerCase() === PRINT_AREA;
    const from = scanner.end;
    const formula = scanner.content();
    const moved = movedFormula(formula, own, change.sheet, move).formula;
    const grown = isPrintArea ? grownArea(moved, change) : moved;
    return grown === formula ? [] : [{ from, to: scanner.start, text: escapeXml(grown) }];
  }
  const tag = xml.slice(scanner.start, scanner.end);
  const changed = REFERENCES.reduce((text, attribute) => {
    const formula = scanner.attribute(attribute);
    if (formula === undefined) return text;
    const moved = movedFormula(formula, own, change.sheet, move).formula;
    return moved === formula ? text : setAttribute(text, attribute, escapeXml(moved));
  }, tag);
  return changed === tag ? [] : [{ from: scanner.start, to: scanner.end, text: changed }];
}

/** What is printed up to the lines that new ones behind them are like is printed with the new ones. */
export function grownArea(formula: string, change: LineChange): string {
  if (!isInsert(change) || change.like === null) return formula;
  const { at, count, like, insert, sheet } = change;
  const key = insert === 'rows' ? 'row' : 'column';
  let text = '',
    done = 0;
  for (const { kind, prefix, text: written, start } of tokensOf(formula)) {
    if (kind !== 'cells' || splitSheets(prefix)[0]?.toLowerCase() !== sheet.toLowerCase()) continue;
    const [from, to] = written.split(':').map(parseHalf);
    const [first, last] = [from?.[key] ?? null, to?.[key] ?? null];
    if (from === undefined || to === undefined || first === null || last !== at - 1 || first > like) continue;
    text += `${formula.slice(done, start)}${writtenHalf(from)}:${writtenHalf({ ...to, [key]: last + count })}`;
    done = start + written.length;
  }
  return text + formula.slice(done);
}
