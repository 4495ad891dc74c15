/** Where a command runs: on the first thread while that is enough, else in a thread that can be ended. */
import { inThread } from '../board/node/thread';
import { isSmall, withinTime, type Timed } from '../board/node/within-time';
import { loadTexts } from '../text/ui';
import type { DoorProblem, Result } from '../sheets/door';
import { readFileBytes } from '../xlsx/disk';
import { compute, finish, isAtOnce } from './commands';
import { holdOutput, releaseOutput } from './terminal';
import { langOf, type Afterwards } from './usage';

/** The exit code of the command, or why it was ended. */
export async function runLimited(args: readonly string[]): Promise<Result<number, DoorProblem>> {
  const lang = langOf(args);
  await loadTexts(lang);
  const timed = computeHere(args);
  return timed.kind === 'done'
    ? { ok: true, value: await finish(timed.value, lang) }
    : inThread<number>({ thread: 'command', task: args });
}

/** Nothing is printed of a command that begins again elsewhere. */
function computeHere(args: readonly string[]): Timed<number | Afterwards> {
  if (!isAtOnce(args[0] ?? '') || !args.slice(1).every(isSmallFile)) return { kind: 'late' };
  holdOutput();
  const timed = withinTime(() => compute(args, langOf(args)));
  releaseOutput(timed.kind === 'done' ? 'print' : 'drop');
  return timed;
}

/** Whether a word names no workbook that is large: most name none at all. */
function isSmallFile(word: string): boolean {
  const bytes = readFileBytes(word);
  return bytes.ok ? isSmall(bytes.value) : bytes.error.code !== 'file-too-large';
}
