/** Holds a workbook over the sieve: every change of the list, or a seeded share of them. */
import type { WorkbookCells } from '../../src/workbook/cells';
import { judge, type Judgement } from '../../src/workbook/job';
import { seededRandom } from '../workbook/blocs';
import { changesOf } from './changes';
import { throughExcel, throughFile, told } from './doors';
import { soundOf, verdictOf, type Sound } from './outcome';
import type { Change } from './change';

export interface Sifted {
  tried: number;
  /** Judged through both doors as well. */
  throughDoors: number;
  /** The outcome is as before. */
  same: number;
  /** The outcome is another one, and a new finding names the change. */
  said: number;
  /** A value was changed: it is what it is. */
  values: number;
  /** The outcome is another one and nothing says so. */
  readonly silent: string[];
  /** The two doors tell different things. */
  readonly apart: string[];
}

export interface Shares {
  /** Of all changes, from 0 to 1. */
  readonly tried: number;
  /** Of those tried, from 0 to 1: these go through both doors. */
  readonly throughDoors: number;
  readonly seed: number;
}

export async function sift(cells: WorkbookCells, shares: Shares): Promise<Sifted> {
  const sound = soundOf(cells);
  const random = seededRandom(shares.seed);
  const sifted: Sifted = { tried: 0, throughDoors: 0, same: 0, said: 0, values: 0, silent: [], apart: [] };
  for (const change of changesOf(cells)) {
    if (random() >= shares.tried) continue;
    const made = change.make();
    sifted.tried++;
    if (random() >= shares.throughDoors) {
      count(sifted, sound, change, judge(made), '');
      continue;
    }
    sifted.throughDoors++;
    const [inFile, inExcel] = [throughFile(made), await throughExcel(made)];
    count(sifted, sound, change, inFile, '');
    if (told(inFile) === told(inExcel)) continue;
    sifted.apart.push(change.name);
    count(sifted, sound, change, inExcel, ' (Excel)');
  }
  return sifted;
}

function count(sifted: Sifted, sound: Sound, change: Change, judgement: Judgement, door: string): void {
  const verdict = verdictOf(sound, judgement, change.touched);
  if (verdict !== 'silent') sifted[verdict]++;
  else if (change.isValue) sifted.values++;
  else sifted.silent.push(`${change.name}${door}`);
}
