/** `thidua`: what is answered without a workbook, and where a command runs. */
import { problemText } from '../text/problems';
import { PROGRAM } from '../sheets/program';
import { runLimited } from './apart';
import { runCommand } from './commands';
import { print, warn, watchStdout } from './terminal';
import { EXIT, langOf } from './usage';
import { commandHelp, usageText } from './usage-text';

/** Runs one command; answers with its exit code (`EXIT` in usage.ts). Data goes to stdout, everything else to stderr. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, second] = args;
  const lang = langOf(args);
  watchStdout();
  const isHelp = name === '--help' || name === '-h' || name === 'help';
  const asked = isHelp ? second : args.some((word) => word === '--help' || word === '-h') ? name : undefined;
  const help = asked === undefined ? null : commandHelp(asked, lang);
  if (help !== null || name === undefined || isHelp) {
    print((help ?? usageText(lang)).trimEnd().split('\n'));
    return name === undefined ? EXIT.couldNotRun : EXIT.ok;
  }
  if (name === '--version' || name === '-v') {
    print([`${PROGRAM.name} ${PROGRAM.version}`]);
    return EXIT.ok;
  }
  // It sets limits to each file of its own.
  if (name === 'check') return runCommand(args);
  const exit = await runLimited(args);
  if (exit.ok) return exit.value;
  const { what, next } = problemText(exit.error, lang);
  warn([`thidua: ${what} ${next}`]);
  return EXIT.couldNotRun;
}
