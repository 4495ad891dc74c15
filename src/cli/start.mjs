/**
 * Starts the bundled program, in the first thread and in those that it starts. What V8 compiled of it for a
 * command is kept beside the bundle and taken up again by the next run of that command, which compiles
 * next to nothing: half of what a command on one workbook would take (docs/benchmarks.md). Node has this of
 * its own from version 22 on only (`module.enableCompileCache`).
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { isMainThread, workerData } from 'node:worker_threads';

const PROGRAM = fileURLToPath(new URL('./program.cjs', import.meta.url));

/** What runs in a thread long enough to be worth keeping has compiled what it needs by then (milliseconds). */
const SETTLED = 400;

/** What the program gives, compiled anew or as it was kept for `command`. */
export function load(command) {
  const kept = fileURLToPath(new URL(`./${command}-${process.version}-${process.arch}.compiled`, import.meta.url));
  const source = `(function (module, exports, require, __url) {${readFileSync(PROGRAM, 'utf8')}\n})`;
  const cachedData = readIfThere(kept);
  const script = new Script(source, { filename: PROGRAM, ...(cachedData && { cachedData }) });
  const program = { exports: {} };
  script.runInThisContext()(program, program.exports, createRequire(import.meta.url), import.meta.url);
  if (cachedData === undefined || script.cachedDataRejected) {
    const keep = () => {
      writeWhole(kept, script.createCachedData());
    };
    if (isMainThread) process.once('exit', keep);
    else setTimeout(keep, SETTLED).unref();
  }
  return program.exports;
}

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Where it cannot be kept, the next run compiles again. */
function writeWhole(path, bytes) {
  const fresh = `${path}.${String(process.pid)}`;
  try {
    const file = openSync(fresh, 'wx');
    try {
      writeSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, path);
  } catch {
    try {
      rmSync(fresh, { force: true });
    } catch {
      /* the folder is gone */
    }
  }
}

if (!isMainThread && workerData !== null && typeof workerData === 'object' && 'thread' in workerData)
  load(workerData.thread).THREADS[workerData.thread](workerData.task);
