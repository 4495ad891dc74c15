/** `thidua`: finds the command, runs it, answers with its exit code (`EXIT` in usage.ts). */
import { check } from './check';
import { diff } from './diff';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { createNew } from './new';
import { UsageError, EXIT, type Command } from './usage';
import { usageText } from './usage-text';
import { write } from './write';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ evaluate, write, new: createNew, diff, check, explain }),
);

/** Runs one command; never throws. Data goes to stdout, everything else to stderr. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usageText());
    return name === undefined ? EXIT.couldNotRun : EXIT.ok;
  }
  const command = COMMANDS.get(name);
  try {
    if (!command) throw new UsageError(`không có lệnh “${name}”`);
    return await command(rest);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`thidua: ${error.message}\nXem: thidua --help\n`);
    } else {
      // Only the place in our own code: a message could carry cell contents.
      const where = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join('\n') : '';
      process.stderr.write(`thidua: lỗi bên trong chương trình (${error instanceof Error ? error.name : 'unknown'})\n${where}\n`);
    }
    return EXIT.couldNotRun;
  }
}
