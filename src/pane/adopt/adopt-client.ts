/** One question to the worker of adopting. */
import { askWorker, type AskedWorker } from '../ask-worker';
import type { AdoptAnswer, AdoptTask } from './adopt-worker';

export type AdoptWorker = AskedWorker<AdoptTask, AdoptAnswer>;

/** The answer, or null where there is none. Where no worker can be started it is found here. */
export const askAdopting = (task: AdoptTask, start: () => AdoptWorker): Promise<AdoptAnswer | null> =>
  askWorker(task, start, async (own) => (await import('./adopt-worker')).adoptAnswer(own));
