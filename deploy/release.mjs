/**
 * `npm run release -- FOLDER`, after `npm run build`: all that an office gets, in one new folder. `thidua.html` for
 * the desk, `site/` for a web server, the add-in's manifests, what of others is inside, what has changed, and
 * `SHA256SUMS` over all of it (`sha256sum -c SHA256SUMS`).
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const CHANGES = fileURLToPath(new URL('../CHANGELOG.md', import.meta.url));

/** For the top of the folder; `rules` is for programs and comes as a package. */
const BESIDE = ['thidua.html', 'manifest.production.xml', 'manifest.intranet.xml', 'notices.txt', 'sbom.cdx.json'];
const NOT_OF_THE_SITE = ['thidua.html', 'manifest.production.xml', 'manifest.intranet.xml', 'sbom.cdx.json', 'rules'];

/** Fills `to`, which must be new or empty; answers the names with their sums. */
export function release(from, to) {
  if (existsSync(to) && readdirSync(to).length > 0) throw new Error(`${to} is not empty`);
  mkdirSync(to, { recursive: true });
  for (const name of BESIDE) cpSync(join(from, name), join(to, name));
  cpSync(CHANGES, join(to, 'CHANGELOG.md'));
  for (const name of readdirSync(from))
    if (!NOT_OF_THE_SITE.includes(name)) cpSync(join(from, name), join(to, 'site', name), { recursive: true });
  const sums = readdirSync(to, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(to, '/').length).replaceAll('\\', '/'))
    .sort()
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(to, name)))
        .digest('hex'),
    ]);
  writeFileSync(join(to, 'SHA256SUMS'), sums.map(([name, sum]) => `${sum}  ${name}\n`).join(''));
  return sums;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const to = process.argv[2];
  if (to === undefined || !existsSync(join(DIST, 'thidua.html'))) {
    process.stderr.write('npm run release -- FOLDER, after npm run build\n');
    process.exit(2);
  }
  try {
    process.stdout.write(`${to}: ${release(DIST, to).length} files\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
