/**
 * The add-in's manifests, all from one template. `node deploy/manifests.mjs` writes the top-level
 * manifest.xml for development; the build writes those for production and intranet beside the pane.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Where a build is served unless THIDUA_URL says otherwise: a name that belongs to no one. */
const NOWHERE = 'https://thidua.example';

/** One identity per environment, so that they can be installed side by side. */
const VARIANTS = {
  development: { id: '6f4f3a3e-0c1d-4b52-9d0a-2b1c6a7e51d1', file: 'manifest.xml', markVi: ' (thử)', markEn: ' (dev)' },
  production: { id: 'b8a4c0d2-7e35-4f0c-8a91-5d3f1e6b9c27', file: 'manifest.production.xml', markVi: '', markEn: '' },
  intranet: {
    id: '2d9e7b14-93c6-4a68-b7f5-c04e8d12a36f',
    file: 'manifest.intranet.xml',
    markVi: ' (nội bộ)',
    markEn: ' (intranet)',
  },
};

/** The manifest's text. `base` is the https address of the folder that holds taskpane.html, without a slash at its end. */
export function manifestText(
  variant,
  base = variant === 'development' ? 'https://localhost:3000' : (process.env.THIDUA_URL ?? NOWHERE),
) {
  if (!/^https:\/\/[^\s<>&"]+[^/\s<>&"]$/.test(base))
    throw new Error(`THIDUA_URL must be an https address without a slash at its end: ${base}`);
  const { version } = JSON.parse(readFileSync(at('../package.json'), 'utf8'));
  const values = { ...VARIANTS[variant], base, version: `${version}.0` };
  return readFileSync(at('manifest.template.xml'), 'utf8').replaceAll(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
}

/** A webpack plugin: the manifests for production and intranet go into the build. */
export class ManifestsPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('Manifests', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'Manifests', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          for (const variant of ['production', 'intranet'])
            compilation.emitAsset(VARIANTS[variant].file, new sources.RawSource(manifestText(variant)));
        },
      );
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(at('../manifest.xml'), manifestText('development'));
