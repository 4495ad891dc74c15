/**
 * Whole rows and columns that come and go, as Excel moves them (learn.microsoft.com/javascript/api/excel/excel.range,
 * insert and delete; support.microsoft.com, "Insert or delete rows and columns").
 */
import { MAX_COLUMNS, parseAddress, type Area, type BookModel, type HostCell, type SheetModel } from './model';
import { shiftedFormula, shiftedRun, type Shift } from './references';

/** What is left of an area, null where all of it goes. */
export function shiftedArea(area: Area, shift: Shift): Area | null {
  const byRow = shift.axis === 'rows';
  const run = byRow ? shiftedRun(area.top, area.bottom, shift) : shiftedRun(area.left, area.right, shift);
  if (run === null) return null;
  return byRow ? { ...area, top: run[0], bottom: run[1] } : { ...area, left: run[0], right: run[1] };
}

export function shiftLines(book: BookModel, sheet: SheetModel, shift: Shift): void {
  moveCells(sheet, shift);
  for (const one of book.sheets) {
    for (const [key, cell] of one.cells)
      if (cell.formula !== undefined)
        one.cells.set(key, { ...cell, formula: shiftedFormula(cell.formula, one.name, sheet.name, shift) });
    for (const name of one.names) name.formula = shiftedFormula(name.formula, null, sheet.name, shift);
    for (const { bag } of [...one.validations, ...one.conditionals]) shiftRule(bag, one.name, sheet.name, shift);
    for (const chart of one.charts)
      for (const key of ['source', 'at'])
        if (chart.has(key)) chart.set(key, shiftedTexts(chart.get(key), one.name, sheet.name, shift));
  }
  for (const name of book.names) name.formula = shiftedFormula(name.formula, null, sheet.name, shift);
  moveAreas(sheet, shift);
  if (shift.count > 0) takeLooksFromBefore(sheet, shift);
}

function moveCells(sheet: SheetModel, shift: Shift): void {
  const kept = [...sheet.cells];
  sheet.cells.clear();
  for (const [key, cell] of kept) {
    const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
    const area = shiftedArea({ top: row, bottom: row, left: column, right: column }, shift);
    if (area !== null) sheet.cells.set(area.top * MAX_COLUMNS + area.left, cell);
  }
}

function moveAreas(sheet: SheetModel, shift: Shift): void {
  const whole = <T extends { area: Area }>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      const area = shiftedArea(item.area, shift);
      return area === null ? [] : [{ ...item, area }];
    });
  const areas = (list: readonly Area[]): Area[] => list.flatMap((area) => shiftedArea(area, shift) ?? []);
  sheet.looks = whole(sheet.looks);
  sheet.validations.splice(0, Infinity, ...whole(sheet.validations));
  sheet.conditionals.splice(0, Infinity, ...whole(sheet.conditionals));
  sheet.merges = areas(sheet.merges).filter(({ top, bottom, left, right }) => top !== bottom || left !== right);
  sheet.unlocked = areas(sheet.unlocked);
  sheet.tables.splice(0, Infinity, ...areas(sheet.tables));
  sheet.formatted &&= shiftedArea(sheet.formatted, shift);
  for (const [axis, hidden] of [
    ['rows', sheet.hiddenRows],
    ['columns', sheet.hiddenColumns],
  ] as const) {
    if (axis !== shift.axis) continue;
    const lines = [...hidden].flatMap((line) => shiftedRun(line, line, shift)?.[0] ?? []);
    hidden.clear();
    for (const line of lines) hidden.add(line);
  }
  for (const list of [sheet.pageBreaks, sheet.columnBreaks])
    list.splice(0, Infinity, ...list.map((at) => shiftedText(at, sheet.name, sheet.name, shift)).filter(isAddress));
  for (const key of ['page.printArea', 'page.titleRows', 'page.titleColumns']) {
    const address = sheet.bag.get(key);
    if (typeof address === 'string') sheet.bag.set(key, shiftedText(address, sheet.name, sheet.name, shift));
  }
}

const isAddress = (text: string): boolean => parseAddress(text) !== null;

const shiftedText = (text: string, own: string, sheet: string, shift: Shift): string =>
  shiftedFormula(text.replace(/^(?!')([^!]*[^\w!][^!]*)!/, "'$1'!"), own, sheet, shift);

function shiftedTexts(value: unknown, own: string, sheet: string, shift: Shift): unknown {
  if (typeof value === 'string') return shiftedText(value, own, sheet, shift);
  if (Array.isArray(value)) return value.map((item) => shiftedTexts(item, own, sheet, shift));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shiftedTexts(item, own, sheet, shift)]));
}

/** Formulas inside lists, limits and colours. */
function shiftRule(bag: Map<string, unknown>, own: string, sheet: string, shift: Shift): void {
  for (const [key, value] of bag)
    if (key === 'rule' || key === 'rule.formula') bag.set(key, shiftedFormulas(value, own, sheet, shift));
}

function shiftedFormulas(value: unknown, own: string, sheet: string, shift: Shift): unknown {
  if (typeof value === 'string') return value.startsWith('=') ? shiftedFormula(value, own, sheet, shift) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, shiftedFormulas(item, own, sheet, shift)]),
  );
}

/** New lines look as the one before them (support.microsoft.com, "Insert or delete rows and columns"); lists and limits do not follow (unverified). */
function takeLooksFromBefore(sheet: SheetModel, { axis, at, count }: Shift): void {
  if (at === 0) return;
  const byRow = axis === 'rows';
  const lines = Array.from({ length: count }, (_, index) => at + index);
  const found: [number, HostCell][] = [];
  for (const [key, { format }] of sheet.cells) {
    const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
    if (format !== undefined && (byRow ? row : column) === at - 1)
      for (const line of lines)
        found.push([byRow ? line * MAX_COLUMNS + column : row * MAX_COLUMNS + line, { value: '', format }]);
  }
  for (const [key, cell] of found) sheet.cells.set(key, cell);
  const grown = (area: Area): Area => {
    if (byRow) return area.bottom === at - 1 ? { ...area, bottom: at - 1 + count } : area;
    return area.right === at - 1 ? { ...area, right: at - 1 + count } : area;
  };
  sheet.looks = sheet.looks.map((look) => ({ ...look, area: grown(look.area) }));
  sheet.unlocked = sheet.unlocked.map(grown);
}
