/** Finds a command and runs it, here or in a thread of its own. */
import { computed } from '../board/node/thread';
import type { Lang } from '../text';
import { faultName, faultPlaces } from '../sheets/fault';
import { loadTexts } from '../text/ui';
import { adopt } from './adopt';
import { change } from './change';
import { check } from './check';
import { collect } from './collect';
import { diff } from './diff';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { createNew } from './new';
import { outlook } from './outlook';
import { warn } from './terminal';
import { units } from './units';
import { EXIT, langOf, type Afterwards, type Command, type LongCommand } from './usage';
import { UsageError } from './usage-error';
import { write } from './write';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ evaluate, write, new: createNew, adopt, change, diff, explain, outlook }),
);
/** The library that writes Word files is loaded by those who want one. */
const LONG: ReadonlyMap<string, LongCommand> = new Map(
  Object.entries({
    check,
    units,
    collect,
    papers: async (args: readonly string[]) => (await import('./papers')).papers(args),
  }),
);

/** Whether a command computes at once what it answers. */
export const isAtOnce = (name: string): boolean => COMMANDS.has(name);

/** The part of a command that computes. Answers with the exit code (`EXIT`), or with what is left to do; never throws. */
export function compute([name = '', ...rest]: readonly string[], lang: Lang): number | Afterwards {
  try {
    const command = COMMANDS.get(name);
    if (!command) throw new UsageError('command-unknown', { word: name });
    return command(rest);
  } catch (error) {
    return reportError(error, lang);
  }
}

/** The part that writes to the disk. */
export async function finish(left: number | Afterwards, lang: Lang): Promise<number> {
  if (typeof left === 'number') return left;
  computed();
  return left.afterwards().catch((error: unknown) => reportError(error, lang));
}

/** The whole command. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const lang = langOf(args);
  await loadTexts(lang);
  const [name = '', ...rest] = args;
  const long = LONG.get(name);
  return long === undefined
    ? finish(compute(args, lang), lang)
    : long(rest).catch((error: unknown) => reportError(error, lang));
}

const SEE_HELP = { vi: 'Xem', en: 'See' } as const satisfies Record<Lang, string>;
const INSIDE = { vi: 'lỗi bên trong chương trình', en: 'an error inside the program' } as const satisfies Record<
  Lang,
  string
>;

function reportError(error: unknown, lang: Lang): number {
  if (error instanceof UsageError) warn([`thidua: ${error.sentence(lang)}`, `${SEE_HELP[lang]}: thidua --help`]);
  else {
    warn([`thidua: ${INSIDE[lang]} (${[faultName(error), ...faultPlaces(error)].join(', ')})`]);
  }
  return EXIT.couldNotRun;
}
