/** @jest-environment jsdom */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcon, SIZES } from '../../deploy/icons.mjs';
import { manifestText } from '../../deploy/manifests.mjs';

const root = join(__dirname, '../..');
const icon = (size: number): Buffer => readFileSync(join(root, `assets/icons/icon-${String(size)}.png`));
const parse = (text: string): Document => new DOMParser().parseFromString(text, 'text/xml');
const childNames = (element: Element | null): string[] =>
  [...(element?.children ?? [])].map((child) => child.localName);
const all = (xml: Document, name: string): Element[] =>
  [...xml.getElementsByTagName('*')].filter((element) => element.localName === name);
const TEXTS = {
  development: readFileSync(join(root, 'manifest.xml'), 'utf8'),
  production: manifestText('production', 'https://thidua.example.vn/so'),
  intranet: manifestText('intranet', 'https://noibo.example.vn'),
};
const VARIANTS = Object.entries(TEXTS);

test('the manifest in the root is the development manifest of the template', () => {
  expect(TEXTS.development).toBe(manifestText('development'));
});

test("Microsoft's reader understands it", () => {
  // In a process of its own: the package loads modules that jest cannot.
  const script =
    "require('office-addin-manifest').OfficeAddinManifest.readManifestFile('manifest.xml').then((info) => console.log(JSON.stringify(info)))";
  expect(JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }))).toMatchObject({
    officeAppType: 'TaskPaneApp',
    defaultLocale: 'vi-VN',
    hosts: ['Workbook'],
    permissions: 'ReadWriteDocument',
    displayName: 'Thi đua khối (thử)',
    version: expect.stringMatching(/^\d+(\.\d+){3}$/),
    defaultSettings: { sourceLocation: 'https://localhost:3000/taskpane.html' },
  });
});

describe.each(VARIANTS)('%s', (_, text) => {
  const xml = parse(text);

  test('is well-formed, with its elements in the order of the schema', () => {
    expect(all(xml, 'parsererror')).toEqual([]);
    expect(childNames(xml.documentElement)).toEqual([
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ]);
    expect(childNames(all(xml, 'VersionOverrides')[0] ?? null)).toEqual(['Hosts', 'Resources']);
    expect(childNames(all(xml, 'DesktopFormFactor')[0] ?? null)).toEqual(['GetStarted', 'ExtensionPoint']);
    expect(childNames(all(xml, 'Group')[0] ?? null)).toEqual(['Label', 'Icon', 'Control']);
    expect(childNames(all(xml, 'Control')[0] ?? null)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
    expect(childNames(all(xml, 'Resources')[0] ?? null)).toEqual(['Images', 'Urls', 'ShortStrings', 'LongStrings']);
  });

  test('asks for ExcelApi 1.9 and the Home tab', () => {
    expect(all(xml, 'Set').map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')])).toEqual([
      ['ExcelApi', '1.9'],
    ]);
    expect(all(xml, 'OfficeTab').map((tab) => tab.id)).toEqual(['TabHome']);
  });

  test('every resource id is short and resolves, and every resource is used', () => {
    const defined = ['Image', 'Url', 'String']
      .flatMap((name) => all(xml, name))
      .filter((one) => one.hasAttribute('id'))
      .map((one) => one.id);
    const used = [...xml.querySelectorAll('[resid]')].map((one) => one.getAttribute('resid') ?? '');
    expect(defined.filter((id) => id.length > 32)).toEqual([]);
    expect([...new Set(used)].sort()).toEqual([...new Set(defined)].sort());
    expect(new Set(defined).size).toBe(defined.length);
  });

  test('every string has its English, within the lengths Office allows', () => {
    const strings = [
      ...all(xml, 'String'),
      ...all(xml, 'DisplayName'),
      ...all(xml, 'Description').filter((one) => one.hasAttribute('DefaultValue')),
    ];
    const limit = (one: Element): number =>
      one.parentElement?.localName === 'ShortStrings' || one.localName === 'DisplayName' ? 125 : 250;
    for (const one of strings) {
      const texts = [
        one.getAttribute('DefaultValue') ?? '',
        [...one.children].find((child) => child.getAttribute('Locale') === 'en-US')?.getAttribute('Value') ?? '',
      ];
      expect(texts.every((each) => each.length > 0 && each.length <= limit(one))).toBe(true);
      expect(texts[0]).not.toBe(texts[1]);
    }
    expect(strings.length).toBeGreaterThan(6);
  });

  test('every address is https, and every icon is there in its size', () => {
    const addresses = [...text.matchAll(/(?:DefaultValue|Value)="([a-z]+:[^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
    const icons = all(xml, 'Image').filter((one) => one.hasAttribute('size'));
    expect(icons.length).toBe(SIZES.length * 2);
    for (const one of icons) {
      const size = Number(one.getAttribute('size'));
      const address =
        all(xml, 'Image')
          .find((image) => image.id === one.getAttribute('resid'))
          ?.getAttribute('DefaultValue') ?? '';
      expect(address.endsWith(`/icons/icon-${String(size)}.png`)).toBe(true);
      expect([icon(size).readUInt32BE(16), icon(size).readUInt32BE(20)]).toEqual([size, size]);
    }
  });
});

test('each environment has an identity and a name of its own; only development knows localhost', () => {
  expect(new Set(VARIANTS.map(([, text]) => /<Id>(.*)<\/Id>/.exec(text)?.[1])).size).toBe(3);
  expect(new Set(VARIANTS.map(([, text]) => /<DisplayName DefaultValue="(.*)">/.exec(text)?.[1])).size).toBe(3);
  expect(VARIANTS.filter(([, text]) => text.includes('localhost')).map(([name]) => name)).toEqual(['development']);
});

test.each([['http://thidua.vn'], ['https://thidua.vn/'], ['thidua.vn'], ['https://a b']])(
  '%s is no address to serve from',
  (address) => {
    expect(() => manifestText('production', address)).toThrow(/https/);
  },
);

test.each(SIZES)('the icon of %i pixels is the drawing', (size) => {
  expect(icon(size).equals(drawIcon(size))).toBe(true);
});
