/**
 * The province of 300 workbooks: how many of the planted faults the check finds, and what else it says.
 * `npx tsx bench/board-province.ts [files] [seed]`; with LibreOffice installed it saves a part of them.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AcrossFiles } from '../src/board/across-files';
import type { FileReport } from '../src/board/check-workbook';
import { checkFiles } from '../src/board/node/check-files';
import { parseBlocs } from '../src/board/lists';
import { readStandard } from '../src/board/node/read-standard';
import { standardWorkbook } from '../test/board/province/bloc';
import { measure } from '../test/board/province/measure';
import { blocList, makeProvince } from '../test/board/province/province';

const [files = 300, seed = 1] = process.argv.slice(2).map(Number);

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Few at a time: it is killed by what else runs on a small machine, and then asked once more. */
function saveByLibreOffice(names: readonly string[]): void {
  mkdirSync(join(folder, 'saved'));
  for (let from = 0; from < names.length; from += 15) {
    const batch = names.slice(from, from + 15).map((name) => join(folder, name));
    const args = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved'), ...batch];
    const save = (): void => { execFileSync('soffice', args, { stdio: 'ignore', timeout: 300_000 }); };
    try {
      save();
    } catch {
      save();
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'thidua-province-'));
const libreOffice = hasLibreOffice();
try {
  const province = await makeProvince({ files, seed, libreOffice });
  for (const { name, bytes } of province) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'truth.json'), JSON.stringify(province.map(({ name, planted, also, tool }) => ({ name, planted, also, tool })), null, 1));
  const others = province.filter(({ tool }) => tool === 'libreoffice').map(({ name }) => name);
  saveByLibreOffice(others);
  const standardFile = join(folder, 'standard.xlsx');
  writeFileSync(standardFile, standardWorkbook());
  const standard = readStandard(standardFile);
  if (!standard.ok) throw new Error('the standard is no standard');
  const blocs = parseBlocs(blocList(province));
  const across = new AcrossFiles(blocs, new Map());
  const reports: FileReport[] = [];
  const paths = province.map(({ name, tool }) => join(folder, tool === 'libreoffice' ? 'saved' : '.', name));
  const began = performance.now();
  for await (const report of checkFiles(paths, { standard: standard.value, blocs, withJson: false, lang: 'vi' })) reports.push(across.add(report));
  const took = performance.now() - began;
  const { planted, kinds, found, said, explained, missed, unexplained } = measure(province, reports);
  const tools = [...new Set(province.map(({ tool }) => tool))].map((tool) => `${tool} ${String(province.filter((file) => file.tool === tool).length)}`).join(', ');
  const clean = province.filter((file, index) => file.planted.length === 0 && reports[index]?.issues.length === 0).length;
  process.stdout.write([
    `files ${String(files)} (saved by: ${tools}); clean and found clean ${String(clean)} of ${String(province.filter((file) => file.planted.length === 0).length)}`,
    `planted ${String(planted)} faults of ${String(kinds)} kinds; recall ${String(found)}/${String(planted)} = ${(found / planted).toFixed(4)}`,
    `said ${String(said)} things; precision ${String(explained)}/${String(said)} = ${(explained / said).toFixed(4)}`,
    `checked in ${(took / 1000).toFixed(1)} s`,
    ...missed.map((line) => `missed       ${line}`), ...unexplained.map((line) => `unexplained  ${line}`), '',
  ].join('\n'));
  process.exitCode = missed.length + unexplained.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
