/**
 * The command line asked again and again (`thidua` in run.ts): a command's words as a line of JSON on stdin,
 * its run as a line on stdout. The program is the one that src/cli/thidua.mjs starts; only the start, which takes
 * longer than most commands, is done once.
 */
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { bundledStart } from '../../src/cli/bundle.mjs';

const { load } = await import(await bundledStart());
const { main } = load('other');
const answer = process.stdout.write.bind(process.stdout);
process.stdout.setMaxListeners(0);

for await (const line of createInterface({ input: process.stdin })) {
  const run = { code: null, out: '', err: '' };
  for (const [stream, key] of [
    [process.stdout, 'out'],
    [process.stderr, 'err'],
  ])
    stream.write = (chunk, ...rest) => {
      run[key] += Buffer.from(chunk).toString('utf8');
      rest.find((one) => typeof one === 'function')?.();
      return true;
    };
  run.code = await main(JSON.parse(line));
  await setImmediate(); // what its threads have printed
  answer(`${JSON.stringify(run)}\n`);
}
