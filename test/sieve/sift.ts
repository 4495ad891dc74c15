/** Holds a workbook over the sieve: every change of the list, or a seeded share of each kind. */
import type { WorkbookCells } from '../../src/sheets/cells';
import { judge, type Judgement } from '../../src/workbook/judgement';
import { seededRandom } from '../workbook/blocs';
import { readExcel, readFile, told } from './doors';
import { haveSameCells, sheetwise } from './sheetwise';
import type { Innocent } from './innocent';
import { newFindings, outcomeOf, soundOf, verdictOf, type Sound } from './outcome';
import type { Change } from './change';

export interface Sifted {
  /** Each through both doors. */
  tried: number;
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

export async function sift(cells: WorkbookCells, changes: Iterable<Change>): Promise<Sifted> {
  const sound = soundOf(cells);
  const [inFile, inExcel] = [sheetwise(readFile), sheetwise(readExcel)];
  const sifted: Sifted = { tried: 0, same: 0, said: 0, values: 0, silent: [], apart: [] };
  for (const change of [null, ...changes]) {
    const made = change?.make() ?? cells;
    const [file, excel] = [await inFile(made), await inExcel(made)];
    const judgement = judge(file);
    // The same cells are judged alike: only other ones need a judgement of their own.
    const other = haveSameCells(file, excel) ? null : judge(excel);
    const isApart = other !== null && told(other) !== told(judgement);
    if (isApart) sifted.apart.push(change?.name ?? 'as it is');
    if (change === null) continue;
    sifted.tried++;
    count(sifted, sound, change, judgement, '');
    if (isApart) count(sifted, sound, change, other, ' (Excel)');
  }
  return sifted;
}

/** Without the doors, which read alike: the cells as they are, for a tenth of the work. */
export function siftCells(cells: WorkbookCells, changes: Iterable<Change>): Sifted {
  const sound = soundOf(cells);
  const sifted: Sifted = { tried: 0, same: 0, said: 0, values: 0, silent: [], apart: [] };
  for (const change of changes) {
    sifted.tried++;
    count(sifted, sound, change, judge(change.make()), '');
  }
  return sifted;
}

/** Some of each kind, by a seed. */
export function shareOf<One extends { readonly kind: string }>(
  all: Iterable<One>,
  ofEachKind: number,
  seed: number,
): One[] {
  const random = seededRandom(seed);
  const kinds = new Map<string, One[]>();
  for (const one of all) {
    const list = kinds.get(one.kind);
    if (list === undefined) kinds.set(one.kind, [one]);
    else list.push(one);
  }
  return [...kinds.values()].flatMap((list) =>
    Array.from({ length: Math.min(ofEachKind, list.length) }, () =>
      list.splice(Math.floor(random() * list.length), 1),
    ).flat(),
  );
}

/** So many of all changes, the first ones of an order by a seed: more of a frequent kind. */
export function someOf<One>(all: Iterable<One>, most: number, seed: number): One[] {
  const random = seededRandom(seed);
  const list = [...all];
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as One, list[at] as One];
  }
  return list.slice(0, most);
}

/** Of every so many kinds one, by whose turn it is. */
export function dealt<One extends { readonly kind: string }>(all: Iterable<One>, turn: number, hands: number): One[] {
  const list = [...all];
  const mine = new Set([...new Set(list.map(({ kind }) => kind))].filter((_, at) => (at + turn) % hands === 0));
  return list.filter(({ kind }) => mine.has(kind));
}

function count(sifted: Sifted, sound: Sound, change: Change, judgement: Judgement, door: string): void {
  const verdict = verdictOf(sound, judgement, change.touched);
  if (verdict !== 'silent') sifted[verdict]++;
  else if (change.isValue) sifted.values++;
  else sifted.silent.push(`${change.name}${door}`);
}

/** What was noticed of changes that mean nothing. */
export function siftInnocent(cells: WorkbookCells, innocent: Iterable<Innocent>): string[] {
  const sound = soundOf(cells);
  const noticed: string[] = [];
  for (const { name, make } of innocent) {
    const judgement = judge(make());
    const found = newFindings(sound.judgement.evaluation.issues, judgement.evaluation.issues);
    if (outcomeOf(judgement) !== sound.outcome) noticed.push(`${name}: another outcome`);
    if (found.length > 0) noticed.push(`${name}: ${found.map(({ code }) => code).join(', ')}`);
  }
  return noticed;
}
