/**
 * `npm test`: types, format, lint and the arrows between rooms on one side, the build and then the suites on
 * the other. Whatever fails first ends both. Words behind `npm test --` go to jest.
 */
import { spawn } from 'node:child_process';

const began = Date.now();
const running = new Set();
let failed = false;

const tell = (what) => {
  process.stdout.write(`[${String(Math.round((Date.now() - began) / 1000))} s] ${what}\n`);
};

/** Runs a program; what it prints is shown at once, or, where another prints meanwhile, when it ends. */
function run(what, words, { isQuiet = false } = {}) {
  if (failed) return Promise.resolve();
  tell(`${what} …`);
  const child = spawn(process.execPath, words, { stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  running.add(child);
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      if (printed.length > 0) process.stdout.write(Buffer.concat(printed));
      if (!failed) tell(`${what}: ${code === 0 ? 'done' : 'FAILED'}`);
      if (code !== 0 && !failed) {
        failed = true;
        process.exitCode = 1;
        for (const other of running) other.kill();
      }
      resolve();
    });
  });
}

const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('npm test starts this');
const script = (name) => [npm, 'run', '-s', name];

const suites = async () => {
  await run('build', script('build'));
  await run('suites', ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)]);
};
await Promise.all([run('types, format, lint, rooms', script('check'), { isQuiet: true }), suites()]);
