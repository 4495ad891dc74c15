/** The file that the judging worker starts from. */
import { serveJudging } from './judge-worker';

serveJudging(globalThis as unknown as Parameters<typeof serveJudging>[0]);
