/** `npm run excel` where it cannot run. */
import { spawn } from 'node:child_process';
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
