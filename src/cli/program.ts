/** What the bundle gives: the program of the first thread, and what the threads that it starts run (src/cli/start.mjs). */
import { answerStandard } from '../board/node/read-standard';
import { answer } from '../board/node/thread';
import type { ThreadStart } from '../board/node/thread';
import type { CheckSetup } from '../board/node/worker';
import { answerTasks } from '../board/node/worker-entry';
import { runCommand } from './commands';
import { answerForms, type FormsSetup } from './read-forms';

export { main } from './main';

export const THREADS: Readonly<Record<ThreadStart['thread'], (task: unknown) => unknown>> = {
  command: async (args) => {
    answer(await runCommand(args as readonly string[]));
  },
  check: (setup) => {
    answerTasks(setup as CheckSetup);
  },
  standard: (bytes) => {
    answerStandard(bytes as Uint8Array);
  },
  forms: (setup) => {
    answerForms(setup as FormsSetup);
  },
};
