/** Finds a command and runs it. */
import type { Lang } from '../text';
import { check } from './check';
import { diff } from './diff';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { createNew } from './new';
import { outlook } from './outlook';
import { warn } from './terminal';
import { EXIT, langOf, type Command } from './usage';
import { UsageError } from './usage-errors';
import { write } from './write';

/** The library that writes Word files is loaded by those who want one. */
const papers: Command = async (args) => (await import('./papers')).papers(args);

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ evaluate, write, new: createNew, diff, check, explain, outlook, papers }),
);

const SEE_HELP = { vi: 'Xem', en: 'See' } as const satisfies Record<Lang, string>;
const INSIDE = { vi: 'lỗi bên trong chương trình', en: 'an error inside the program' } as const satisfies Record<Lang, string>;

/** Answers with the exit code (`EXIT`); never throws. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const lang = langOf(args);
  try {
    const command = COMMANDS.get(name);
    if (!command) throw new UsageError('command-unknown', { word: name });
    return await command(rest);
  } catch (error) {
    if (error instanceof UsageError) warn([`thidua: ${error.sentence(lang)}`, `${SEE_HELP[lang]}: thidua --help`]);
    else {
      // Only the place in our own code: a message could carry cell contents.
      const where = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4) : [];
      warn([`thidua: ${INSIDE[lang]} (${error instanceof Error ? error.name : 'unknown'})`, ...where]);
    }
    return EXIT.couldNotRun;
  }
}
