/**
 * What of others is shipped, read off the modules that the bundles really hold: `notices.txt` with every
 * licence, and `sbom.cdx.json`, a list in CycloneDX 1.6 (https://cyclonedx.org) without download addresses.
 */
import { readFileSync } from 'node:fs';
import { LicenseWebpackPlugin } from 'license-webpack-plugin';

export const NOTICES = 'notices.txt';
export const SBOM = 'sbom.cdx.json';

const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const versionOf = ({ name, packageJson }) => `${name} ${packageJson.version}`;
const sorted = (modules) => [...modules].sort((a, b) => (versionOf(a) < versionOf(b) ? -1 : 1));

/** Every package, its licence and the text of it; a licence that many packages share word by word stands once, under all their names. */
function noticesText(modules) {
  const byText = new Map();
  for (const each of sorted(modules)) {
    const text = each.licenseText.replace(/\r\n?/g, '\n').trim();
    byText.set(text, [...(byText.get(text) ?? []), each]);
  }
  const parts = [...byText].map(
    ([text, packages]) => `${packages.map((each) => `${versionOf(each)} (${each.licenseId})`).join('\n')}\n\n${text}\n`,
  );
  return `Thi đua khối ${own.version}\nPhần mềm của bên thứ ba đi kèm và giấy phép. Third-party software shipped with it, and its licences.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function bill(modules) {
  const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const components = sorted(modules).map(({ name, packageJson: { version }, licenseId }) => ({
    type: 'library',
    'bom-ref': purl(name, version),
    name,
    version,
    licenses: [{ license: { id: licenseId } }],
    purl: purl(name, version),
  }));
  const application = {
    type: 'application',
    'bom-ref': purl(own.name, own.version),
    name: own.name,
    version: own.version,
  };
  return `${JSON.stringify({ $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: application }, components }, null, 2)}\n`;
}

const listing = (outputFilename, renderLicenses) =>
  new LicenseWebpackPlugin({
    outputFilename,
    renderLicenses,
    perChunkOutput: false,
    addBanner: false,
    stats: { warnings: true, errors: true },
    excludedPackageTest: (name) => name === own.name,
    handleMissingLicenseText: (name, type) => {
      throw new Error(`${name} (${type}) has no text of its licence: lay it down in deploy/notices.mjs`);
    },
  });

/** Webpack plugins that lay both files into the build. */
export const noticesPlugins = () => [listing(NOTICES, noticesText), listing(SBOM, bill)];
