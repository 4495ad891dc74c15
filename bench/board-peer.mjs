/** `node bench/board-peer.mjs sheetjs|exceljs|spin FOLDER|THREADS`: a library that merely reads every file of a folder, or threads that do nothing but count. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const [mode, subject] = process.argv.slice(2);
const files = () =>
  readdirSync(subject)
    .sort()
    .map((name) => readFileSync(join(subject, name)));
const SPIN =
  'let x = 1; for (let i = 0; i < 6e8; i++) x = (x * 1103515245 + 12345) | 0; require("node:worker_threads").parentPort.postMessage(x);';

if (mode === 'sheetjs') {
  const { default: XLSX } = await import('xlsx');
  for (const bytes of files()) XLSX.read(bytes, { dense: true, cellDates: true, cellStyles: false });
} else if (mode === 'exceljs') {
  const { default: ExcelJS } = await import('exceljs');
  for (const bytes of files()) await new ExcelJS.Workbook().xlsx.load(bytes);
} else {
  await Promise.all(
    Array.from(
      { length: Number(subject) },
      () =>
        new Promise((resolve) => {
          new Worker(SPIN, { eval: true }).on('exit', resolve);
        }),
    ),
  );
}
