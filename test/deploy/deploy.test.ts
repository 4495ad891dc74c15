/** What stands in deploy/: the servers' files, and how a release is put in place of another. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginxHeaders } from '../support/static-server';

const text = (name: string): string => readFileSync(`deploy/${name}`, 'utf8');
/** Each server block of the nginx file. */
const servers = text('nginx.conf')
  .split(/^server \{/m)
  .slice(1);

describe.each([
  ['nginx.conf', /TLSv1\.2 TLSv1\.3;/, /Strict-Transport-Security "max-age=31536000" always;/],
  ['web.config', /TLS 1\.2 and TLS 1\.3 only/, /<add name="Strict-Transport-Security" value="max-age=31536000" \/>/],
])('%s', (name, tls, hsts) => {
  test('names the TLS versions, sets HSTS for a year, says who keeps old files', () => {
    expect(text(name)).toMatch(tls);
    expect(text(name)).toMatch(hsts);
    expect(text(name)).toContain('deploy/publish.mjs');
    expect(text(name)).not.toMatch(/TLSv1(?:\.1)?[ ;]/);
  });
});

test('nginx: port 80 only redirects, with host and path; HSTS goes out with every answer over https', () => {
  expect(servers).toHaveLength(2);
  expect(servers[0]).toMatch(/listen 80;[\s\S]*return 301 https:\/\/\$host\$request_uri;/);
  expect(servers[0]).not.toContain('root');
  expect(servers[1]).toMatch(/listen 443 ssl;/);
  for (const path of ['/', '/js/x.00000000.js', '/service-worker.js'])
    expect(nginxHeaders(path)['Strict-Transport-Security']).toBe('max-age=31536000');
  expect(nginxHeaders('/service-worker.js')['Cache-Control']).toBe('no-cache');
});

test('IIS: http is sent to https for good, with host and path, before anything else; the file is well-formed', () => {
  const rule = /<rule name="https" stopProcessing="true">[\s\S]*?<\/rule>/.exec(text('web.config'))?.[0] ?? '';
  for (const part of [
    '<match url="(.*)" />',
    'input="{HTTPS}" pattern="^OFF$"',
    'url="https://{HTTP_HOST}/{R:1}" redirectType="Permanent"',
  ])
    expect(rule).toContain(part);
  const open: string[] = [];
  for (const [, end, name = '', self] of text('web.config')
    .replace(/<!--[\s\S]*?-->|<\?.*?\?>/g, '')
    .matchAll(/<(\/?)([\w.]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (end !== '') expect(open.pop()).toBe(name);
    else if (self === '') open.push(name);
  }
  expect(open).toEqual([]);
});

test('the script for Windows turns off what is older than TLS 1.2, and nothing else', () => {
  expect(
    [...text('iis-tls.ps1').matchAll(/'((?:SSL|TLS) [\d.]+)' = ([01])/g)].map(([, version, on]) => [version, on]),
  ).toEqual([
    ['SSL 3.0', '0'],
    ['TLS 1.0', '0'],
    ['TLS 1.1', '0'],
    ['TLS 1.2', '1'],
    ['TLS 1.3', '1'],
  ]);
});

// Only where nginx is installed: its own judgement of the file.
const hasNginx = spawnSync('nginx', ['-v']).error === undefined;
(hasNginx ? test : test.skip)('nginx itself takes the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-nginx-'));
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=thidua.example',
      '-keyout',
      join(folder, 'k'),
      '-out',
      join(folder, 'c'),
    ],
    { stdio: 'ignore' },
  );
  const site = text('nginx.conf')
    .replace('/etc/nginx/tls/thidua.crt', join(folder, 'c'))
    .replace('/etc/nginx/tls/thidua.key', join(folder, 'k'));
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((use) => `${use}_temp_path ${join(folder, use)};`)
    .join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `pid ${join(folder, 'pid')}; error_log stderr; events {} http { access_log off; ${folders} ${site} }`,
  );
  const { status, stderr } = spawnSync('nginx', ['-t', '-c', join(folder, 'nginx.conf')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')]);
});

describe('publishing', () => {
  let folder: string;
  const at = (...names: string[]): string => join(folder, ...names);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thidua-publish-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const release = (hash: string): string => {
    rmSync(at('dist'), { recursive: true, force: true });
    for (const [name, content] of [
      [`js/a.${hash}.js`, hash],
      ['js/same.0000000f.js', 'same'],
      ['index.html', `js/a.${hash}.js`],
      ['service-worker.js', hash],
    ] as const) {
      mkdirSync(join(at('dist', name), '..'), { recursive: true });
      writeFileSync(at('dist', name), content);
    }
    return at('dist');
  };
  const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

  test('scripts of earlier releases stay for 30 days from the day they were replaced; what others put there stays', async () => {
    const { publish } = await import('../../deploy/publish.mjs');
    mkdirSync(at('www', 'js'), { recursive: true });
    writeFileSync(at('www', 'js', 'cua-toi.js'), 'x');
    const there = (hash: string): boolean => existsSync(at('www', 'js', `a.${hash}.js`));
    publish(release('0000000a'), at('www'), day(1));
    publish(release('0000000b'), at('www'), day(100));
    expect([there('0000000a'), there('0000000b'), readFileSync(at('www', 'index.html'), 'utf8')]).toEqual([
      true,
      true,
      'js/a.0000000b.js',
    ]);
    publish(release('0000000c'), at('www'), day(125));
    expect([there('0000000a'), there('0000000b')]).toEqual([true, true]);
    expect(publish(release('0000000c'), at('www'), day(131))).toEqual({ files: 4, kept: 1, removed: 1 });
    expect([there('0000000a'), there('0000000b'), there('0000000c')]).toEqual([false, true, true]);
    // Gone back to an earlier release: its files count as in use again.
    publish(release('0000000b'), at('www'), day(140));
    publish(release('0000000d'), at('www'), day(160));
    expect([
      there('0000000b'),
      there('0000000c'),
      existsSync(at('www', 'js', 'same.0000000f.js')),
      existsSync(at('www', 'js', 'cua-toi.js')),
    ]).toEqual([true, true, true, true]);
  });
});

describe('what is shipped of others', () => {
  const notices = readFileSync('dist/notices.txt', 'utf8');
  const locked = (
    JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Readonly<Record<string, { version?: string }>>;
    }
  ).packages;
  const { components } = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8')) as {
    components: readonly { name: string; version: string; licenses: readonly { license: { id: string } }[] }[];
  };

  test('is in the notices and in the list, by the version that is installed; the toolchain is in neither', () => {
    const names = components.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['react', 'react-dom', '@fluentui/react-button', 'fflate', 'docx', '@noble/hashes']),
    );
    for (const { name, version, licenses } of components) {
      expect(
        Object.entries(locked).filter(
          ([path, held]) => path.endsWith(`node_modules/${name}`) && held.version === version,
        ),
      ).not.toEqual([]);
      expect(notices).toContain(`${name} ${version} (${licenses[0]?.license.id ?? ''})\n`);
    }
    expect(names.filter((name) => /webpack|esbuild|swc|typescript|jest|office-js|^thidua$/.test(name))).toEqual([]);
  });

  test('has no licence that asks for more than to be named', () => {
    expect(
      components
        .flatMap(({ licenses }) => licenses.map(({ license }) => license.id))
        .filter((id) => !/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD)$/.test(id)),
    ).toEqual([]);
  });

  test('holds no download addresses, and stands inside the page of one file', () => {
    expect(readFileSync('dist/sbom.cdx.json', 'utf8').match(/https?:\/\/[^"]+/g)).toEqual([
      'http://cyclonedx.org/schema/bom-1.6.schema.json',
    ]);
    expect(readFileSync('dist/thidua.html', 'utf8')).toContain(notices.slice(0, 400));
  });
});

describe('a release', () => {
  test('is one folder: the page of one file, the site, manifests, notices, changes, and sums that hold; nothing is laid over what is there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-release-'));
    const run = () => spawnSync(process.execPath, ['deploy/release.mjs', folder], { encoding: 'utf8' });
    expect(run()).toMatchObject({ status: 0, stderr: '' });
    const sums = new Map(
      readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('  ').reverse() as [string, string]),
    );
    for (const name of [
      'thidua.html',
      'manifest.production.xml',
      'manifest.intranet.xml',
      'notices.txt',
      'sbom.cdx.json',
      'CHANGELOG.md',
      'site/index.html',
      'site/taskpane.html',
      'site/service-worker.js',
      'site/notices.txt',
    ])
      expect([...sums.keys()]).toContain(name);
    for (const [name, sum] of sums)
      expect([
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]).toEqual([name, sum]);
    expect([...sums.keys()].filter((name) => /^site\/(thidua|manifest|rules)/.test(name))).toEqual([]);
    expect(run()).toMatchObject({ status: 1, stdout: '', stderr: `${folder} is not empty\n` });
    rmSync(folder, { recursive: true });
  });
});
