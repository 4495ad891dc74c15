/** Where the answer of `thidua check` goes: complete lines at any moment, also when it is interrupted. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { replaceFile } from '../xlsx/disk';
import type { DoorProblem, Result } from '../workbook/door';

export interface Sink {
  /** Whole lines, written before it resolves. False: whoever was reading has gone. */
  write(text: string): Promise<boolean>;
  end(last: string | Uint8Array): Promise<Result<void, DoorProblem>>;
}

const DONE: Result<void, DoorProblem> = { ok: true, value: undefined };

export function stdoutSink(): Sink {
  let open = true;
  process.stdout.on('error', () => { open = false; });
  const write = (chunk: string | Uint8Array): Promise<boolean> => new Promise((resolve) => {
    if (!open || chunk.length === 0) resolve(open);
    else process.stdout.write(chunk, (error) => { resolve(open = open && !error); });
  });
  return {
    write,
    end: async (last) => {
      await write(last);
      return DONE;
    },
  };
}

/** Lines go to the file as they come. */
export function lineSink(path: string): Sink {
  const file = openSync(path, 'w');
  return {
    write: (text) => {
      writeSync(file, text);
      return Promise.resolve(true);
    },
    end: (last) => {
      writeSync(file, last as string);
      closeSync(file);
      return Promise.resolve(DONE);
    },
  };
}

/** A document is written once it is whole; what stood there is kept beside it. */
export function documentSink(path: string): Sink {
  const parts: string[] = [];
  return {
    write: (text) => {
      parts.push(text);
      return Promise.resolve(true);
    },
    end: (last) => replaceFile(path, typeof last === 'string' ? new TextEncoder().encode(parts.join('') + last) : last),
  };
}
