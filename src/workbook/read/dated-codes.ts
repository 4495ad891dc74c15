/** Codes that Excel turned into dates: "1.1" typed into a cell that is no text becomes 1 January. */
import { cellAt, type Cell, type SheetCells } from '../../sheets/cells';
import { dayOfSerial } from '../../base/days';
import { codeOfNumber, datePartsOf, isDateFormat, type DatePart } from '../../sheets/number-format';
import { codeText, fold } from '../../base/folding';

/** What a code may stand below: "1.10" below "1". */
export const parentCode = (code: string): string | null => {
  const dot = code.lastIndexOf('.');
  return dot <= 0 ? null : code.slice(0, dot).trim();
};

/** The code of the parts of a day, read in an order; a year is the two digits that are typed. */
function codeBy(order: readonly DatePart[], { value }: Cell, date1904: boolean): string | null {
  const day = typeof value === 'number' ? dayOfSerial(value, date1904) : null;
  if (day === null) return null;
  const [y, m, d] = day.split('-').map(Number);
  const parts = { y: (y ?? 0) % 100, m, d };
  return order.map((part) => String(parts[part])).join('.');
}

/** Day and month as the format shows them, the other way round where dates are typed in another order, then with the year that was typed. */
function ordersOf(shown: readonly DatePart[]): readonly (readonly DatePart[])[] {
  const short = shown.filter((part) => part !== 'y');
  if (short.length !== 2) return [];
  const orders = [short, [...short].reverse()];
  return shown.at(-1) === 'y' && shown.length === 3
    ? [...orders, ...orders.map((order): DatePart[] => [...order, 'y'])]
    : orders;
}

/** The order in which most dated codes of a column are known, or stand below another code; as the format shows them where that parts none. */
function orderIn(
  sheet: SheetCells,
  column: number,
  shown: readonly DatePart[],
  date1904: boolean,
  isKnown: (code: string) => boolean,
): readonly DatePart[] | null {
  const orders = ordersOf(shown);
  if (orders.length === 0) return null;
  const cells = sheet.rows.flatMap((row) => row?.[column] ?? []);
  const dated = cells.filter(
    ({ value, format }) => typeof value === 'number' && datePartsOf(format).join('') === shown.join(''),
  );
  const others = new Set(
    cells.flatMap(({ value, format }) => {
      const code =
        typeof value === 'number'
          ? isDateFormat(format)
            ? null
            : codeOfNumber(value, format)
          : typeof value === 'string'
            ? codeText(value)
            : null;
      return code === null ? [] : [fold(code)];
    }),
  );
  const fitting = (order: readonly DatePart[]): number => {
    const codes = new Set(dated.flatMap((cell) => codeBy(order, cell, date1904) ?? []));
    const isBelow = (code: string): boolean => {
      const parent = parentCode(code) ?? '';
      return !others.has(code) && (others.has(fold(parent)) || codes.has(parent));
    };
    return [...codes].filter((code) => knownAs(code, isKnown) !== null || isBelow(code)).length;
  };
  const fits = orders.map(fitting);
  return orders[fits.indexOf(Math.max(...fits))] ?? null;
}

/** What may part the numbers of a code; a point where nothing says otherwise. */
const SEPARATORS = ['.', '-', '/'] as const;

/** The code as it is known elsewhere, whatever parts its numbers; null where none is. */
const knownAs = (dotted: string | null, isKnown: (code: string) => boolean): string | null =>
  dotted === null ? null : (SEPARATORS.map((separator) => dotted.replaceAll('.', separator)).find(isKnown) ?? null);

/** The code that was typed where a single cell now holds a day: one that is known, else as its format shows it; null where it holds none. */
export function codeBehindDay(cell: Cell, date1904: boolean, isKnown: (code: string) => boolean): string | null {
  const codes = ordersOf(datePartsOf(cell.format)).flatMap((order) => codeBy(order, cell, date1904) ?? []);
  return codes.map((code) => knownAs(code, isKnown)).find((code) => code !== null) ?? codes[0] ?? null;
}

/** Reads codes behind dates; every date of a column and format is read in one order. */
export class DatedCodes {
  private readonly orders = new Map<string, readonly DatePart[] | null>();

  constructor(private readonly date1904: boolean) {}

  /**
   * The code that was typed where a cell now holds a day; null where it holds none, or where its format
   * does not show day and month. `isKnown`: codes that have a record elsewhere.
   */
  codeAt(sheet: SheetCells, row: number, column: number, isKnown: (code: string) => boolean): string | null {
    const cell = cellAt(sheet, row, column);
    const shown = cell === undefined ? [] : datePartsOf(cell.format);
    if (cell === undefined || shown.length === 0) return null;
    const key = `${sheet.name} ${String(column)} ${shown.join('')}`;
    const order = this.orders.get(key) ?? orderIn(sheet, column, shown, this.date1904, isKnown);
    this.orders.set(key, order);
    const dotted = order === null ? null : codeBy(order, cell, this.date1904);
    return knownAs(dotted, isKnown) ?? dotted;
  }
}
