/** The file that the worker of the papers starts from. */
import { servePapers } from './papers-worker';

servePapers(globalThis as unknown as Parameters<typeof servePapers>[0]);
