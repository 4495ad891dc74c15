/**
 * The command line runs from its TypeScript sources without a build step: they are bundled when it is
 * first used and whenever one of them has changed since, which takes a fifth of a second.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What the command line is made of. */
const ROOMS = 'base rules text sheets regulations workbook xlsx board papers cli'
  .split(' ')
  .map((room) => join(ROOT, 'src', room));
const CACHE = join(ROOT, 'node_modules', '.cache', 'thidua');
/** Bundles of older sources that may still be running are left this long (milliseconds). */
const KEPT = 24 * 60 * 60 * 1000;

/** The address of the module that starts the program (start.mjs), beside the bundle. */
export async function bundledStart() {
  const folder = join(CACHE, stateOfSources());
  if (!existsSync(folder)) {
    const made = await makeBundle();
    if (made.isPrivate || !moveInto(folder, made.folder)) return startIn(made.folder);
  }
  return startIn(folder);
}

const startIn = (folder) => pathToFileURL(join(folder, 'start.mjs')).href;

/** Changes whenever a source or a library does. */
function stateOfSources() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${String(mtimeMs)} ${String(size)}\n`);
  };
  // Walked by hand: the recursive listing that Node has takes ten times as long.
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/\.m?[jt]s$/u.test(path)) add(path);
    }
  };
  ROOMS.forEach(walk);
  for (const name of ['package.json', 'package-lock.json']) if (existsSync(join(ROOT, name))) add(join(ROOT, name));
  return hash.digest('hex').slice(0, 16);
}

/** In the cache; where that cannot be written, in a folder of this process alone that goes with it. */
async function makeBundle() {
  let folder,
    isPrivate = false;
  try {
    folder = join(CACHE, `new-${String(process.pid)}`);
    mkdirSync(folder, { recursive: true });
  } catch {
    folder = mkdtempSync(join(tmpdir(), 'thidua-'));
    isPrivate = true;
    process.on('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    });
  }
  const { buildSync } = await import('esbuild');
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/program.ts'],
    outfile: join(folder, 'program.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    // A file that is no module has no address of its own: start.mjs gives it one.
    define: { 'import.meta.url': '__url' },
  });
  copyFileSync(join(ROOT, 'src', 'cli', 'start.mjs'), join(folder, 'start.mjs'));
  return { folder, isPrivate };
}

/** False where another process was faster with something else there. */
function moveInto(folder, made) {
  try {
    renameSync(made, folder);
  } catch {
    process.on('exit', () => {
      rmSync(made, { recursive: true, force: true });
    });
    return false;
  }
  const now = Date.now();
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (path !== folder && now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > KEPT)
      rmSync(path, { recursive: true, force: true });
  }
  return true;
}
