/** The file that the thread of a command starts from. */
import { parentPort, workerData } from 'node:worker_threads';
import { runCommand } from './commands';

parentPort?.postMessage(await runCommand(workerData as readonly string[]));
