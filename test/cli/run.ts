/** Runs the command line: as a user does, or without starting it anew each time. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process of its own, where starting, streams and the end of it matter. */
export function thiduaProcess(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/thidua.mjs', ...args], {
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout, err: stderr };
}

interface Asked {
  readonly port: MessagePort;
  readonly answered: Int32Array;
  readonly thread: Worker;
}
let asked: Asked | undefined;

function startAsking(): Asked {
  const { port1: port, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(join(__dirname, 'asking.mjs'), {
    workerData: { port: port2, answered },
    transferList: [port2],
  });
  return { port, answered, thread };
}

/** The same commands in one process for the whole suite (ask.mjs). The exit code is what `main` answers. */
export function thidua(...args: string[]): Run {
  const { port, answered } = (asked ??= startAsking());
  Atomics.store(answered, 0, 0);
  port.postMessage(args);
  if (Atomics.wait(answered, 0, 0, 300_000) === 'timed-out') throw new Error(`no answer to ${args.join(' ')}`);
  const { run, ended } = receiveMessageOnPort(port)?.message as { readonly run?: Run; readonly ended?: string };
  if (run === undefined) throw new Error(`the command line ended with ${ended ?? ''} at ${args.join(' ')}`);
  return run;
}

afterAll(async () => {
  if (asked === undefined) return;
  const { port, thread } = asked;
  const end = new Promise((resolve) => thread.once('exit', resolve));
  port.postMessage(null);
  await end;
  port.close();
});
