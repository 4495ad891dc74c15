/** Workbooks as files, changed by commands through the file door. */
import { readFileSync } from 'node:fs';
import type { WorkbookCells } from '../../../src/sheets/cells';
import { proposeChange, type ChangeProposal, type Wish } from '../../../src/workbook/change';
import { judge, type Judgement } from '../../../src/workbook/judgement';
import { editCells, readWorkbook } from '../../../src/xlsx';
import type { WorkbookChange } from '../../../src/rules';

export const SAMPLES = ['A', 'B', 'C', 'D', 'E'] as const;
const samples = new Map<string, Uint8Array>();
/** Its bytes, which nobody changes: the same for all who ask. */
export function sample(name: string): Uint8Array {
  const bytes = samples.get(name) ?? readFileSync(`assets/samples/${name}.xlsx`);
  samples.set(name, bytes);
  return bytes;
}

export function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A test looks at the same bytes several times; reading and judging them is most of its work. */
function remembered<Found>(find: (file: Uint8Array) => Found): (file: Uint8Array) => Found {
  const known = new WeakMap<Uint8Array, { readonly found: Found }>();
  return (file) => {
    const entry = known.get(file) ?? { found: find(file) };
    known.set(file, entry);
    return entry.found;
  };
}
export const cellsIn = remembered((file): WorkbookCells => valueOf(readWorkbook(file)));
export const judged = remembered((file): Judgement => judge(cellsIn(file)));

export interface Done {
  readonly proposal: ChangeProposal;
  readonly file: Uint8Array;
  readonly undo: readonly WorkbookChange[];
}

export function done(file: Uint8Array, wish: Wish): Done {
  const proposal = valueOf(proposeChange(cellsIn(file), wish));
  const { bytes, previous } = valueOf(editCells(file, proposal.changes));
  return { proposal, file: bytes, undo: previous };
}

export const undone = ({ file, undo }: Pick<Done, 'file' | 'undo'>): Uint8Array => valueOf(editCells(file, undo)).bytes;

/** Everything the judgement says, but the order of sheets and cells in which it was found. */
export const verdictOf = (file: Uint8Array): unknown => {
  const { evaluation, fingerprint } = judged(file);
  return JSON.parse(JSON.stringify({ evaluation, fingerprint }));
};

/** Codes of the errors of a workbook but for scores that are still missing. */
export const errorsIn = (file: Uint8Array): string[] => [
  ...new Set(
    judged(file).evaluation.issues.flatMap(({ severity, code }) =>
      severity === 'error' && code !== 'score-missing' ? [code] : [],
    ),
  ),
];

export const sheetIn = (file: Uint8Array, name: string): WorkbookCells['sheets'][number] => {
  const sheet = cellsIn(file).sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** The texts of a row, or of a column from a row on. */
export const rowOf = (file: Uint8Array, sheet: string, row: number): unknown[] =>
  (sheetIn(file, sheet).rows[row] ?? []).map((cell) => cell?.value ?? null);
export const columnOf = (file: Uint8Array, sheet: string, column: number): unknown[] =>
  sheetIn(file, sheet).rows.map((row) => row?.[column]?.value ?? null);
