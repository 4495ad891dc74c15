/** Run as a child: reads and judges files one by one and tells for each what was found, CPU seconds and peak memory, as a line of JSON. */
import { readFileSync } from 'node:fs';
import { judge } from '../../src/workbook/judgement';
import { readWorkbook } from '../../src/xlsx';

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const before = process.cpuUsage();
  const read = readWorkbook(bytes);
  const answer = read.ok
    ? `${String(judge(read.value).evaluation.issues.length)} issues`
    : `${read.error.code} ${read.error.detail ?? ''}`.trim();
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(
    `${JSON.stringify({ answer, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 })}\n`,
  );
}
