/** The thread that speaks with ask.mjs, while the test's own waits for the answer. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';
import { createInterface } from 'node:readline';

const { port, answered } = workerData;
const child = spawn(process.execPath, [fileURLToPath(new URL('ask.mjs', import.meta.url))], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const tell = (message) => {
  port.postMessage(message);
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
};
createInterface({ input: child.stdout }).on('line', (line) => {
  tell({ run: JSON.parse(line) });
});
child.on('exit', (code, signal) => {
  tell({ ended: String(code ?? signal) });
  port.close();
});
port.on('message', (words) => {
  if (words === null) child.stdin.end();
  else child.stdin.write(`${JSON.stringify(words)}\n`);
});
