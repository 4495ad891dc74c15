/** The file that the worker of adopting starts from. */
import { serveAdopting } from './adopt-worker';

serveAdopting(globalThis as unknown as Parameters<typeof serveAdopting>[0]);
