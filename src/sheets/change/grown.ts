/** Areas that ended where new lines begin: with the new lines at their end they are still the whole of what they were. */
import type { LineAxis, Place } from '../../rules';
import type { SheetCells, WorkbookCells } from '../cells';
import { parseCells, parseHalf, splitSheets, writtenHalf } from '../formula/references';
import { tokensOf } from '../formula/tokens';

interface Grown {
  readonly place: Place;
  readonly formula: string;
}

/** Formulas of which an area of more than one line ends right before `at`, with that area ending `count` lines later. */
export function grownReferences(
  cells: WorkbookCells,
  sheet: string,
  axis: LineAxis,
  at: number,
  count: number,
  isLeftOut: (sheet: SheetCells) => boolean,
): Grown[] {
  return cells.sheets.flatMap((own) => {
    if (isLeftOut(own)) return [];
    const found: Grown[] = [];
    own.rows.forEach((row, index) =>
      row?.forEach((cell, column) => {
        if (cell?.formula === undefined) return;
        const formula = grownFormula(cell.formula, own.name === sheet, sheet, axis, at, count);
        if (formula !== cell.formula) found.push({ place: { sheet: own.name, row: index, column }, formula });
      }),
    );
    return found;
  });
}

function grownFormula(
  formula: string,
  isOwn: boolean,
  sheet: string,
  axis: LineAxis,
  at: number,
  count: number,
): string {
  const key = axis === 'rows' ? 'row' : 'column';
  let text = '',
    done = 0;
  for (const { kind, prefix, text: written, start } of tokensOf(formula)) {
    if (kind !== 'cells' || parseCells(written) === null) continue;
    const [meant, last] = splitSheets(prefix);
    if (last !== null || (meant === null ? !isOwn : meant.toLowerCase() !== sheet.toLowerCase())) continue;
    const [from, to] = written.split(':').map(parseHalf);
    if (from === undefined || to === undefined) continue;
    const [low, high] = [from[key], to[key]];
    if (low === null || high !== at - 1 || low >= high) continue;
    text += `${formula.slice(done, start)}${writtenHalf(from)}:${writtenHalf({ ...to, [key]: high + count })}`;
    done = start + written.length;
  }
  return text + formula.slice(done);
}
