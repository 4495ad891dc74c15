/** The file that the worker of changes starts from. */
import { serveChanging } from './change-worker';

serveChanging(globalThis as unknown as Parameters<typeof serveChanging>[0]);
