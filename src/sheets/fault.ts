/** A mistake of ours that stopped the work on a workbook: told as what it is, never as a fault of the file. */
import type { DoorProblem } from './door';

/**
 * Where an exception came from, innermost first, at most three places: file, line and column. Neither its
 * message, which could carry the contents of a cell, nor a path of the machine.
 *
 * @example
 * faultPlaces(error); // ['start.mjs:812:33', 'start.mjs:640:10']
 */
export function faultPlaces(error: unknown): string[] {
  if (!isError(error)) return [];
  // The engine of Chrome and Node repeats the message at the head of the stack.
  const calls = (error.stack ?? '').replace(`${error.name}: ${error.message}`, '').split('\n');
  return calls.flatMap(placeOf).slice(0, 3);
}

/** "start.mjs:812:33" at the end of a line of a stack, behind its folder, an open bracket or "@". */
function placeOf(call: string): string[] {
  const end = call.endsWith(')') ? call.slice(0, -1) : call;
  const place = end.slice(1 + Math.max(...[...' /\\(@'].map((mark) => end.lastIndexOf(mark))));
  return /:\d+:\d+$/.test(place) ? [place] : [];
}

/** The kind of an exception: "TypeError"; "unknown" where something else was thrown. */
export const faultName = (error: unknown): string => (isError(error) ? error.name : 'unknown');

/** An error may come from another world, which `instanceof` does not know: a script's, a worker's. */
const isError = (error: unknown): error is Error => Object.prototype.toString.call(error) === '[object Error]';

/** What a door says where an exception ended the work. */
export const faultOf = (error: unknown): DoorProblem => ({
  code: 'program-fault',
  detail: [faultName(error), ...faultPlaces(error).slice(0, 1)].join(', '),
});

/** As much of an `ErrorEvent` as is needed. */
export interface WorkerEnd {
  readonly message?: unknown;
  readonly filename?: unknown;
  readonly lineno?: unknown;
  readonly colno?: unknown;
}

/** What a door says of a worker's end: our mistake where the browser names the line, `otherwise` where the worker just died. */
export function faultOfWorker(event: WorkerEnd, otherwise: DoorProblem): DoorProblem {
  const { message, filename, lineno, colno } = event;
  if (typeof lineno !== 'number' || lineno === 0) return otherwise;
  const name = /^(?:Uncaught )?(\w*Error)\b/.exec(String(message))?.[1] ?? 'unknown';
  const file = String(filename).split('/').at(-1) ?? '';
  return { code: 'program-fault', detail: `${name}, ${file}:${String(lineno)}:${String(colno)}` };
}
