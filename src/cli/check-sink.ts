/** Where the answer of `thidua check` goes: complete lines at any moment, also when it is interrupted. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { isEarlierAnswer } from '../board/output/earlier-answer';
import type { Lang } from '../text';
import type { DoorProblem, Result } from '../sheets/door';
import { writeOutput, type OutputFile } from './output-file';
import { stdoutWriter } from './terminal';

export interface Sink {
  /** Whole lines, written before it resolves. False: whoever was reading has gone. */
  write: (text: string) => Promise<boolean>;
  end: (last: string | Uint8Array) => Promise<Result<void, DoorProblem>>;
}

const DONE: Result<void, DoorProblem> = { ok: true, value: undefined };

/** Its texts are made visible where they are made: colours must pass. */
export function stdoutSink(): Sink {
  const write = stdoutWriter();
  return {
    write,
    end: async (last) => {
      await write(last);
      return DONE;
    },
  };
}

/** Lines go to a new file as they come; what appeared there meanwhile is an exception. */
export function lineSink(path: string): Sink {
  const file = openSync(path, 'wx');
  return {
    write: (text) => {
      writeSync(file, text);
      return Promise.resolve(true);
    },
    end: (last) => {
      writeSync(file, last as string);
      fsyncSync(file);
      closeSync(file);
      return Promise.resolve(DONE);
    },
  };
}

/** A document is written once it is whole; what stood there is kept beside it, unless it was an earlier answer. */
export function documentSink(file: OutputFile, lang: Lang): Sink {
  const parts: string[] = [];
  return {
    write: (text) => {
      parts.push(text);
      return Promise.resolve(true);
    },
    end: (last) =>
      writeOutput(file, typeof last === 'string' ? new TextEncoder().encode(parts.join('') + last) : last, lang, {
        isOurs: isEarlierAnswer,
      }),
  };
}
