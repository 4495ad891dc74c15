/** `npm run excel` where it cannot run. */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

test('a port in use is said in one sentence, without a stack', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.once('error', () => {
      resolve();
    }); // someone has it already: as good
    other.listen(3000, 'localhost', resolve);
  });
  const server = spawn(process.execPath, [join(__dirname, '../../deploy/excel-dev.mjs')]);
  let said = '';
  server.stderr.on('data', (data: Buffer) => {
    said += data.toString('utf8');
  });
  const code = await new Promise((resolve) => {
    server.on('close', resolve);
  });
  other.close();
  expect(code).toBe(1);
  expect(said.trim().split('\n')).toEqual([expect.stringMatching(/^Cổng 3000 đang bận/)]);
});

// `npm run dev` bundles modules that no release holds: one without a text of its licence ended every build.
test('licences are asked of what is released, not of what is built while one works', () => {
  const script = `import make from './webpack.config.js';
    const plugins = (mode) => make({}, { mode }).find(({ name }) => name === 'app').plugins.map((each) => each.constructor.name);
    process.stdout.write(JSON.stringify([plugins('production'), plugins('development')]));`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(__dirname, '../..'),
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const [released, working] = JSON.parse(stdout) as string[][];
  expect(released).toContain('LicenseWebpackPlugin');
  expect(working).not.toContain('LicenseWebpackPlugin');
});
