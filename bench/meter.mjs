/** Loaded before a measured program (`node --import`): writes what its whole process took, from the start of Node on, as JSON to $METER. */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(
      process.env.METER,
      JSON.stringify({ cpuMs: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }),
    );
  });
}
