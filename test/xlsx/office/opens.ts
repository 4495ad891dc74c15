/** What LibreOffice finds in what we wrote: it saves the files anew, and its output is read. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { editCells, readWorkbook, writeSheets } from '../../../src/xlsx';
import { openWorkshop } from '../../print/office';
import type { oddPackages } from '../support/odd';
import { plainPlan, resultPlan } from '../support/plans';

/** Why nothing can be opened here; null where it can. */
export const notOpened = (): string | null =>
  spawnSync('soffice', ['--version']).error === undefined ? null : 'soffice is not installed';

function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export const write = (file: Uint8Array): Uint8Array =>
  value(writeSheets(file, [resultPlan('thidua 1'), plainPlan('Kiểm tra', 'thidua 1', [['lỗi']])]));
const again = (file: Uint8Array): Uint8Array =>
  value(writeSheets(write(file), [resultPlan('thidua 2', 18), plainPlan('Kiểm tra', 'thidua 2', [['lỗi']])]));
const edit = (file: Uint8Array): Uint8Array =>
  value(editCells(file, [{ place: { sheet: 'Trang', row: 3, column: 1 }, value: 'ghi' }])).bytes;

interface Output {
  readonly what: string;
  readonly bytes: Uint8Array;
  /** The text at B1 of the first sheet (null: none of ours), and what an edit wrote at B4. */
  readonly first: string | null;
  readonly edited: string | undefined;
}

/** What is written into odd packages: once, twice, after an edit. */
export const outputsOf = (packages: ReturnType<typeof oddPackages>): Output[] =>
  packages.flatMap(({ what, file }) => [
    { what, bytes: write(file), first: 'Đơn vị', edited: undefined },
    { what: `${what}, again`, bytes: again(file), first: 'Đơn vị', edited: undefined },
    { what: `${what}, edited`, bytes: write(edit(file)), first: 'Đơn vị', edited: 'ghi' },
  ]);

/** Those that LibreOffice does not open, or in which it finds something else than was written. */
export function notAsWritten(outputs: readonly Output[]): unknown[] {
  const workshop = openWorkshop();
  try {
    const opened = workshop.convert(new Map(outputs.map(({ bytes }, i) => [`file-${String(i)}`, bytes])), 'xlsx');
    return outputs.flatMap(({ what, first, edited }, i) => {
      try {
        const { sheets } = value(readWorkbook(readFileSync(opened.get(`file-${String(i)}`) ?? '')));
        const sheet = (name: string) => sheets.find((one) => one.name === name)?.rows;
        const seen = [
          first === null ? null : sheets[0]?.rows[0]?.[1]?.value,
          sheets[0]?.rows[3]?.[1]?.value,
          sheet('Kiểm tra')?.[0]?.[0]?.value,
          sheet('Kết quả')?.[4]?.[2]?.formula !== undefined,
        ];
        return JSON.stringify(seen) === JSON.stringify([first, edited, 'lỗi', true]) ? [] : [[what, ...seen]];
      } catch (error) {
        return [[what, String(error)]];
      }
    });
  } finally {
    workshop.close();
  }
}
