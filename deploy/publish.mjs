/**
 * `node deploy/publish.mjs FOLDER`: puts `dist` into the folder of a web server. Scripts and styles carry a
 * hash in their names: those of earlier releases stay for 30 days, for tabs that were opened before may
 * still ask for them. They come first and the pages last, so that no page ever names a file that is not
 * there. Nothing else in the folder is touched.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
export const KEPT_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;
/** Since when a file belongs to no release any more: {"js/12.0a1b2c3d.js": "2026-11-29T…"}. */
const LIST = 'old-files.json';
const HASHED = /^(?:js|css)\/[^/]+\.[0-9a-f]{8}\.(?:js|css)$/;

/** Copies `from` into `to`; answers what was added and what was removed for its age. */
export function publish(from, to, now = new Date()) {
  const files = listFiles(from);
  const [hashed, others] = [files.filter((name) => HASHED.test(name)), files.filter((name) => !HASHED.test(name))];
  const isPage = (name) => /\.html$|^service-worker\.js$/.test(name);
  for (const name of [...hashed, ...others.filter((other) => !isPage(other)), ...others.filter(isPage)])
    put(join(from, name), join(to, name));
  const known = existsSync(join(to, LIST)) ? JSON.parse(readFileSync(join(to, LIST), 'utf8')) : {};
  const current = new Set(hashed);
  const old = listFiles(to).filter((name) => HASHED.test(name) && !current.has(name));
  const since = Object.fromEntries(old.map((name) => [name, known[name] ?? now.toISOString()]));
  const removed = old.filter((name) => now - new Date(since[name]) > KEPT_DAYS * DAY);
  for (const name of removed) {
    rmSync(join(to, name));
    delete since[name];
  }
  writeFileSync(join(to, LIST), `${JSON.stringify(since, null, 2)}\n`);
  return { files: files.length, kept: Object.keys(since).length, removed: removed.length };
}

/** Whole at every moment: a browser may ask for it meanwhile. */
function put(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, `${to}.new`);
  renameSync(`${to}.new`, to);
}

/** Paths with forward slashes. */
const listFiles = (folder, below = '') =>
  readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`],
  );

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const to = process.argv[2];
  if (to === undefined || !existsSync(join(DIST, 'index.html'))) {
    process.stderr.write('node deploy/publish.mjs FOLDER, after npm run build\n');
    process.exit(2);
  }
  const { files, kept, removed } = publish(DIST, to);
  process.stdout.write(
    `${to}: ${files} files; ${kept} of earlier releases kept, ${removed} older than ${KEPT_DAYS} days removed\n`,
  );
}
