/** Starts the judging worker from its file. The worker lies in js/: what it loads is found from there. */
export const startJudge = (): Worker =>
  new Worker(/* webpackEntryOptions: { publicPath: '../' } */ new URL('./judge-worker-entry.ts', import.meta.url));
