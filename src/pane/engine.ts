/** What the session works with: judging in a worker, and the parts that are loaded when they are needed. */
import { findOutput, parseStamp } from '../sheets/stamp';
import type { WorkbookCells } from '../sheets/cells';
import type { Judgement } from '../workbook/judgement';
import { ok, type DoorProblem, type Result } from '../sheets/door';
import { judgeClient, type StartWorker } from './judge-client';
import type { Engine } from './session';

export function makeEngine(startWorker: StartWorker): Engine {
  const client = judgeClient(startWorker, () => import('./judging'));
  const judge = async (cells: WorkbookCells): Promise<Result<Judgement, DoorProblem>> => {
    const parts = await client.judge(cells);
    return parts.ok ? ok({ cells, ...parts.value }) : parts;
  };
  return {
    judge,
    ask: client.ask,
    cancel: client.cancel,
    runJob: async (door, options) => (await import('../workbook/job')).runJob(door, options, judge),
    compare: async (before, after) => {
      const changes = await client.compare(before, after);
      return changes.ok ? changes.value : null;
    },
    resultsStamp: (cells) => parseStamp(findOutput(cells, 'results')?.stamp ?? null),
    plannedStamp: (plans) =>
      plans.map(({ stamp }) => parseStamp(stamp)).find((stamp) => stamp?.sheet === 'results') ?? null,
  };
}
