/** Run as a child: one reader reads files (each `times` over); tells CPU seconds and peak memory as JSON. */
import { readFileSync } from 'node:fs';
import { READERS } from './file-readers';

const [name = '', times = '1', ...files] = process.argv.slice(2);
const read = READERS[name];
if (read === undefined) throw new Error(`no reader "${name}"`);
const all = files.map((file) => new Uint8Array(readFileSync(file)));
const before = process.cpuUsage();
for (let i = 0; i < Number(times); i++) for (const bytes of all) await read(bytes);
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({ seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
