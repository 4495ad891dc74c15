/** Run as a child that gets killed: puts two versions of a workbook into FILE, turn by turn, as `thidua write FILE` does. */
import { readFile } from 'node:fs/promises';
import { writeSheets } from '../../../src/xlsx';
import { replaceFile } from '../../../src/xlsx/disk';
import { plainPlan } from '../support/plans';

const file = process.argv[2] ?? '';
const original = await readFile(file);
const versions = [1, 2].map((version) => {
  const written = writeSheets(original, [plainPlan('Kết quả', `thidua ${String(version)}`, [['điểm', version]])]);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
});
let was: Uint8Array = original;
for (let round = 0; ; round++) {
  const bytes = versions[round % 2] ?? original;
  const replaced = await replaceFile(file, bytes, { was, isOurs: (there) => there !== original, source: file });
  was = bytes;
  if (!replaced.ok) throw new Error(JSON.stringify(replaced.error));
  if (round === 0) process.stdout.write('ready\n');
}
