/** `thidua`: what is answered without a workbook, and where a command runs. */
import { problemText } from '../text/problems';
import { PROGRAM } from '../workbook/program';
import { runApart } from './apart';
import { print, warn, watchStdout } from './terminal';
import { EXIT, langOf } from './usage';
import { usageText } from './usage-text';

/** Runs one command; answers with its exit code (`EXIT` in usage.ts). Data goes to stdout, everything else to stderr. */
export async function main(args: readonly string[]): Promise<number> {
  const [name] = args;
  const lang = langOf(args);
  watchStdout();
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(usageText(lang).trimEnd().split('\n'));
    return name === undefined ? EXIT.couldNotRun : EXIT.ok;
  }
  if (name === '--version' || name === '-v') {
    print([`${PROGRAM.name} ${PROGRAM.version}`]);
    return EXIT.ok;
  }
  // It has threads of its own, one file to each at a time.
  if (name === 'check') return (await import('./commands')).runCommand(args);
  const answer = await runApart(args);
  if (typeof answer === 'number') return answer;
  const { what, next } = problemText(answer, lang);
  warn([`thidua: ${what} ${next}`]);
  return EXIT.couldNotRun;
}
