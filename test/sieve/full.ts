/**
 * The whole sieve: every change of every workbook, all of them through both doors. Prints what was tried
 * and what stayed silent, and exits with 1 where anything did.
 *
 *     npm run sieve                       everything (about 40 minutes on one core)
 *     npm run sieve -- B E --doors 0.1    two workbooks, a tenth through the doors
 */
import { SIEVED } from './workbooks';
import { sift } from './sift';

const words = process.argv.slice(2);
const doors = words.indexOf('--doors');
const throughDoors = doors < 0 ? 1 : Number(words[doors + 1]);
const chosen = words.filter((word) => word in SIEVED);

let failures = 0;
for (const [name, open] of Object.entries(SIEVED)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const { tried, throughDoors: door, same, said, values, silent, apart } = await sift(open(), { tried: 1, throughDoors, seed: 1 });
  failures += silent.length + apart.length;
  console.log(`${name}: ${String(tried)} changes, ${String(door)} through both doors: ${String(same)} without effect, ${String(said)} said, ${String(values)} of values, ${String(silent.length)} silent, ${String(apart.length)} told apart by the doors`);
  for (const line of silent) console.log(`  silent  ${line}`);
  for (const line of apart) console.log(`  apart   ${line}`);
}
process.exitCode = failures > 0 ? 1 : 0;
