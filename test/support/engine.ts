/** The pane's own engine where no worker can be started; it judges at once, so that tests need not wait. */
import { makeEngine } from '../../src/pane/engine';
import type { Engine } from '../../src/pane/session';
import { ok } from '../../src/sheets/door';
import { judge, runJob } from '../../src/workbook/job';

export const engineHere = (): Engine => ({
  ...makeEngine(() => {
    throw new Error('no worker');
  }),
  judge: (cells) => Promise.resolve(ok(judge(cells))),
  runJob,
});
