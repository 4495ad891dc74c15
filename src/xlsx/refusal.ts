/** How this room says no: thrown where the trouble is found, turned into a value once, at the edge. */
import { fail, ok } from '../sheets/door';
import type { DoorProblem, DoorProblemCode, Result } from '../sheets/door';

export class Refusal extends Error {
  constructor(readonly problem: DoorProblem) {
    super(problem.detail === undefined ? problem.code : `${problem.code}: ${problem.detail}`);
  }
}

/** `detail` is a short technical word or a part name, never the contents of a cell. */
export function refuse(code: DoorProblemCode, detail?: string, sheet?: string): never {
  throw new Refusal({ code, ...(detail === undefined ? {} : { detail }), ...(sheet === undefined ? {} : { sheet }) });
}

export const damaged = (detail: string): never => refuse('file-damaged', detail);

/** Runs `work`; a refusal, and whatever else broken bytes may provoke, becomes a named problem. */
export function guarded<T>(work: () => T): Result<T, DoorProblem> {
  try {
    return ok(work());
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    return fail({ code: 'file-damaged', detail: 'unexpected' });
  }
}
