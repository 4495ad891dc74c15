/**
 * The whole sieve: every change of every workbook through both doors, and every innocent one. Prints what
 * was tried and what stayed silent, and exits with 1 where anything did.
 *
 *     npm run sieve                       everything
 *     npm run sieve -- B E                two workbooks
 *     npm run sieve -- B --of-each 5      five of each kind of change, by --seed 1
 *     npm run sieve -- B --some 1000      a thousand of all changes, by --seed 1
 */
import { changesOf } from './changes';
import { innocentOf } from './innocent';
import { shareOf, sift, siftInnocent, someOf } from './sift';
import { SIEVED } from './workbooks';

const words = process.argv.slice(2);
const option = (name: string, otherwise: number): number =>
  words.includes(name) ? Number(words[words.indexOf(name) + 1]) : otherwise;
const chosen = words.filter((word) => word in SIEVED);
const [ofEach, some, seed] = [option('--of-each', Infinity), option('--some', Infinity), option('--seed', 1)];

let failures = 0;
for (const [name, open] of Object.entries(SIEVED)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const cells = open();
  const { tried, same, said, values, silent, apart } = await sift(
    cells,
    someOf(ofEach === Infinity ? changesOf(cells) : shareOf(changesOf(cells), ofEach, seed), some, seed),
  );
  const innocent = [...innocentOf(cells)];
  const loud = siftInnocent(cells, innocent);
  failures += silent.length + apart.length + loud.length;
  console.log(
    `${name}: ${String(tried)} changes through both doors: ${String(same)} without effect, ${String(said)} said, ${String(values)} of values, ${String(silent.length)} silent, ${String(apart.length)} told apart by the doors; ${String(innocent.length)} innocent ones, ${String(loud.length)} noticed`,
  );
  for (const line of silent) console.log(`  silent  ${line}`);
  for (const line of apart) console.log(`  apart   ${line}`);
  for (const line of loud) console.log(`  noticed ${line}`);
}
process.exitCode = failures > 0 ? 1 : 0;
