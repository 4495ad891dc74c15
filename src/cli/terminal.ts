/** The one way out of every command: nothing a workbook or a file name holds can steer a terminal. */
import { visible } from '../text/visible';

type Stream = 'stdout' | 'stderr';
/** What is printed meanwhile, while it may still turn out that the work begins again elsewhere. */
let held: { readonly stream: Stream; readonly text: string }[] | null = null;

function put(stream: Stream, lines: readonly string[]): void {
  const text = together(lines);
  if (held === null) process[stream].write(text);
  else held.push({ stream, text });
}

/** Data, line by line; what is unseen in it is made visible (inside JSON the same text). */
export function print(lines: readonly string[]): void {
  put('stdout', lines);
}

/** Everything that is not data. */
export function warn(lines: readonly string[]): void {
  put('stderr', lines);
}

/** From now on nothing is printed until the answer is released, or dropped. */
export function holdOutput(): void {
  held = [];
}

export function releaseOutput(how: 'print' | 'drop'): void {
  const all = held ?? [];
  held = null;
  if (how === 'print') for (const { stream, text } of all) process[stream].write(text);
}

const together = (lines: readonly string[]): string => lines.map((line) => `${visible(line)}\n`).join('');

/** Writes what was made visible before, chunk by chunk; false once whoever was reading has gone. */
export function stdoutWriter(): (chunk: string | Uint8Array) => Promise<boolean> {
  let open = true;
  process.stdout.on('error', () => {
    open = false;
  });
  return (chunk) =>
    new Promise((resolve) => {
      if (!open || chunk.length === 0) resolve(open);
      else
        process.stdout.write(chunk, (error) => {
          resolve((open = open && !error));
        });
    });
}

/** The count of what is done, in place; `isQuiet`: nothing else is printed meanwhile, so it may share the terminal of the answer. */
export function showProgress(text: string, isQuiet: boolean): void {
  progressStands = isShown(isQuiet);
  if (progressStands) process.stderr.write(`\r${visible(text)}`);
}

export function clearProgress(): void {
  if (progressStands) process.stderr.write('\r\u001b[K');
  progressStands = false;
}

/** Whether stdout is a terminal that wants colours. */
export const isColoured = (): boolean => process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';

let progressStands = false;

const isShown = (isQuiet: boolean): boolean =>
  process.stderr.isTTY === true && (isQuiet || process.stdout.isTTY !== true);

/** A reader that has gone (`| head`) is no trouble; any other end of stdout makes the exit code say so. */
export function watchStdout(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.once('exit', () => {
      process.exitCode = 2;
    });
    process.stderr.write(`thidua: stdout: ${error.code ?? 'unknown'}\n`);
  });
}
