/** `thidua`: finds the command, runs it, answers with its exit code (`EXIT` in usage.ts). */
import type { Lang } from '../text';
import { PROGRAM } from '../workbook/program';
import { check } from './check';
import { diff } from './diff';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { createNew } from './new';
import { EXIT, type Command } from './usage';
import { UsageError } from './usage-errors';
import { usageText } from './usage-text';
import { write } from './write';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ evaluate, write, new: createNew, diff, check, explain }),
);

const SEE_HELP = { vi: 'Xem', en: 'See' } as const;
const INSIDE = { vi: 'lỗi bên trong chương trình', en: 'an error inside the program' } as const;

/** The language asked for, also where the other words are wrong. */
const langOf = (args: readonly string[]): Lang => (/ --lang[ =]en\b/.test(` ${args.join(' ')}`) ? 'en' : 'vi');

/** Runs one command; never throws. Data goes to stdout, everything else to stderr. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const lang = langOf(args);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usageText(lang));
    return name === undefined ? EXIT.couldNotRun : EXIT.ok;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${PROGRAM.name} ${PROGRAM.version}\n`);
    return EXIT.ok;
  }
  const command = COMMANDS.get(name);
  try {
    if (!command) throw new UsageError('command-unknown', { word: name });
    return await command(rest);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`thidua: ${error.sentence(lang)}\n${SEE_HELP[lang]}: thidua --help\n`);
    } else {
      // Only the place in our own code: a message could carry cell contents.
      const where = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join('\n') : '';
      process.stderr.write(`thidua: ${INSIDE[lang]} (${error instanceof Error ? error.name : 'unknown'})\n${where}\n`);
    }
    return EXIT.couldNotRun;
  }
}
