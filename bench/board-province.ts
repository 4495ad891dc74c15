/**
 * The province of 300 workbooks: how many of the planted faults the check finds, and what else it says.
 * `npx tsx bench/board-province.ts [files] [seed]`; with LibreOffice installed it saves a part of them.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standardWorkbook } from '../test/board/province/bloc';
import { measure, type Said } from '../test/board/province/measure';
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
    const batch = names.slice(from, from + 15).map((name) => join(submitted, name));
    const args = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'saved'),
      ...batch,
    ];
    const save = (): void => {
      execFileSync('soffice', args, { stdio: 'ignore', timeout: 300_000 });
    };
    try {
      save();
    } catch {
      save();
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'thidua-province-'));
const submitted = join(folder, 'submitted');
const libreOffice = hasLibreOffice();
try {
  mkdirSync(submitted);
  const province = await makeProvince({ files, seed, libreOffice });
  for (const { name, bytes } of province) writeFileSync(join(submitted, name), bytes);
  writeFileSync(
    join(folder, 'truth.json'),
    JSON.stringify(
      province.map(({ name, planted, also, tool }) => ({ name, planted, also, tool })),
      null,
      1,
    ),
  );
  saveByLibreOffice(province.filter(({ tool }) => tool === 'libreoffice').map(({ name }) => name));
  if (libreOffice)
    for (const name of readdirSync(join(folder, 'saved')))
      copyFileSync(join(folder, 'saved', name), join(submitted, name));
  writeFileSync(join(folder, 'standard.xlsx'), standardWorkbook());
  writeFileSync(join(folder, 'blocs.txt'), blocList(province));
  const began = performance.now();
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      'src/cli/thidua.mjs',
      'check',
      submitted,
      '--standard',
      join(folder, 'standard.xlsx'),
      '--blocs',
      join(folder, 'blocs.txt'),
      '--format',
      'json',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  const took = performance.now() - began;
  if (status !== 1 || stderr !== '') throw new Error(`exit code ${String(status)}: ${stderr}`);
  const said = (JSON.parse(stdout) as { readonly files: readonly { readonly issues: readonly Said[] }[] }).files.map(
    ({ issues }) => issues,
  );
  const { planted, kinds, found, said: all, explained, missed, unexplained } = measure(province, said);
  const tools = [...new Set(province.map(({ tool }) => tool))]
    .map((tool) => `${tool} ${String(province.filter((file) => file.tool === tool).length)}`)
    .join(', ');
  const clean = province.filter((file, index) => file.planted.length === 0 && said[index]?.length === 0).length;
  process.stdout.write(
    [
      `files ${String(files)} (saved by: ${tools}); clean and found clean ${String(clean)} of ${String(province.filter((file) => file.planted.length === 0).length)}`,
      `planted ${String(planted)} faults of ${String(kinds)} kinds; recall ${String(found)}/${String(planted)} = ${(found / planted).toFixed(4)}`,
      `said ${String(all)} things; precision ${String(explained)}/${String(all)} = ${(explained / all).toFixed(4)}`,
      `checked by the command line in ${(took / 1000).toFixed(1)} s`,
      ...missed.map((line) => `missed       ${line}`),
      ...unexplained.map((line) => `unexplained  ${line}`),
      '',
    ].join('\n'),
  );
  process.exitCode = missed.length + unexplained.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
