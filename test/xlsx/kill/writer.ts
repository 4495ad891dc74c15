/** Run as a child that gets killed: writes results into FILE again and again, as `thidua write FILE` does. */
import { readFile } from 'node:fs/promises';
import { writeSheets } from '../../../src/xlsx';
import { replaceFile } from '../../../src/xlsx/disk';
import { plainPlan } from '../support/plans';

const file = process.argv[2] ?? '';
for (let round = 0; ; round++) {
  const bytes = await readFile(file);
  const written = writeSheets(bytes, [plainPlan('Kết quả', `thidua ${String(round)}`, Array.from({ length: 2000 }, (_, i) => [i, `${String(round)} dòng ${String(i * 7919 % 1000)}`]))]);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  const replaced = await replaceFile(file, written.value, bytes);
  if (!replaced.ok) throw new Error(JSON.stringify(replaced.error));
  if (round === 0) process.stdout.write('ready\n');
}
