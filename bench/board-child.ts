/** One measurement in a process of its own: `tsx bench/board-child.ts MODE FOLDER COUNT`; prints JSON. */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';
import { AcrossFiles } from '../src/board/across-files';
import { checkFiles } from '../src/board/node/check-files';
import { readStandard } from '../src/board/node/read-standard';
import { reportLine } from '../src/board/output/json';

const [mode = '', folder = '', count = ''] = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.startsWith('khoi-')).sort().slice(0, Number(count)).map((name) => join(folder, name));

async function check(threads: number): Promise<void> {
  const standard = readStandard(join(folder, 'standard.xlsx'));
  if (!standard.ok) throw new Error('the standard is no standard');
  const across = new AcrossFiles(null, new Map());
  let bytes = 0;
  for await (const report of checkFiles(files, { standard: standard.value, blocs: null, withJson: true, lang: 'vi' }, { threads })) bytes += reportLine(across.add(report), 'vi').length;
  if (bytes === 0) throw new Error('nothing was checked');
}

const SPIN = 'let x = 1; for (let i = 0; i < 3e8; i++) x = (x * 1103515245 + 12345) | 0; require("node:worker_threads").parentPort.postMessage(x);';
const spin = (threads: number): Promise<unknown> => Promise.all(Array.from({ length: threads }, () => new Promise((resolve) => { new Worker(SPIN, { eval: true }).on('exit', resolve); })));

const MODES: Readonly<Record<string, () => Promise<unknown>>> = {
  one: () => check(1),
  all: () => check(availableParallelism()),
  sheetjs: async () => { for (const file of files) XLSX.read(readFileSync(file), { dense: true, cellDates: true, cellStyles: false }); },
  exceljs: async () => { for (const file of files) await new ExcelJS.Workbook().xlsx.load(readFileSync(file) as unknown as ArrayBuffer); },
  spinOne: () => spin(1),
  spinAll: () => spin(availableParallelism()),
};

const run = MODES[mode];
if (run === undefined) throw new Error(`no mode ${mode}`);
const cpu = process.cpuUsage();
const began = performance.now();
await run();
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - began) / 1000, cpuMs: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
