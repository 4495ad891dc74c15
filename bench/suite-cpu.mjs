/**
 * What each suite takes: `npx jest -i --testRunner=./bench/suite-cpu.mjs test/cli` appends to suite-cpu.tsv (or $SUITE_CPU) the
 * seconds of CPU of its own process, those of the processes that it started and waited for, the seconds it lasted, and
 * its path. By CPU, not by time: suites on a busy machine last longer. Linux only.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const run = require(createRequire(require.resolve('jest')).resolve('jest-circus/runner'));
const OUT = process.env.SUITE_CPU ?? 'suite-cpu.tsv';
/** The clock of /proc: a hundred ticks a second. */
const TICKS = 100;

/** CPU of this process and of its children, and the time, in seconds. */
function spent() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ').map(Number);
  return [(fields[11] + fields[12]) / TICKS, (fields[13] + fields[14]) / TICKS, performance.now() / 1000];
}

export default async function suite(globalConfig, config, environment, runtime, path, ...rest) {
  const before = spent();
  try {
    return await (run.default ?? run)(globalConfig, config, environment, runtime, path, ...rest);
  } finally {
    const took = spent().map((now, at) => (now - before[at]).toFixed(1));
    appendFileSync(OUT, `${took.join('\t')}\t${path.slice(config.rootDir.length + 1)}\n`);
  }
}
