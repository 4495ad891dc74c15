/** The file that a checking worker starts from. */
import { serveBoard } from './board-worker';

serveBoard(globalThis as unknown as Parameters<typeof serveBoard>[0]);
