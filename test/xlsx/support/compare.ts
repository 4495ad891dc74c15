/** Looking at packages with a reader that is not ours. */
import { unzipSync } from 'fflate';
import * as SheetJS from 'xlsx';

export type Parts = Readonly<Record<string, Uint8Array>>;

export const partsOf = (file: Uint8Array): Parts => unzipSync(file);

export const textOf = (file: Uint8Array, part: string): string => new TextDecoder().decode(partsOf(file)[part]);

/** Names of the parts that differ, are new or are gone. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => {
      const [a, b] = [old[name], now[name]];
      return a === undefined || b === undefined || Buffer.compare(a, b) !== 0;
    })
    .sort();
}

/** Value, type and formula of every cell as SheetJS reads them, by sheet. */
export function valuesOf(file: Uint8Array): Record<string, Record<string, unknown>> {
  const book = SheetJS.read(file, { cellFormula: true });
  return Object.fromEntries(
    book.SheetNames.map((name) => {
      const cells = Object.entries(book.Sheets[name] ?? {}).filter(([key]) => !key.startsWith('!')) as [
        string,
        SheetJS.CellObject,
      ][];
      return [name, Object.fromEntries(cells.map(([key, { v, t, f }]) => [key, { v, t, f }]))];
    }),
  );
}
