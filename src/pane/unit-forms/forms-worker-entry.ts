/** The file that the worker of forms starts from. */
import { serveForms } from './forms-worker';

serveForms(globalThis as unknown as Parameters<typeof serveForms>[0]);
