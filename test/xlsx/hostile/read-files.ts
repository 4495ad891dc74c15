/** Run as a child: reads files one by one and tells for each the answer, CPU seconds and peak memory, as a line of JSON. */
import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../../src/xlsx';

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const before = process.cpuUsage();
  const read = readWorkbook(bytes);
  const { user, system } = process.cpuUsage(before);
  const answer = read.ok ? 'ok' : `${read.error.code}${read.error.detail === undefined ? '' : ` ${read.error.detail}`}`;
  process.stdout.write(
    `${JSON.stringify({ answer, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 })}\n`,
  );
}
