/** Compares many samples, and names the cause of each answer that is less than exact. */
import { sample, type Sample } from './blocs';
import { compare, type Finding } from './compare';

export type Told = Finding & { readonly seed: number; readonly cause: string };

export interface Run {
  readonly answers: number;
  readonly unsound: readonly Told[];
  readonly inexact: readonly Told[];
  /** Blocs in which only points are open. */
  readonly totalsAlone: { readonly answers: number; readonly inexact: readonly Told[] };
}

/** What in a bloc is known to leave an answer open that filling in settles; "none": nothing known does. */
function causeOf({ features, holes }: Sample): string {
  if (holes.some(({ kind }) => kind === 'attribute')) return 'an unknown fact';
  if (features.includes('key')) return 'a tie key that is not known yet';
  if (features.includes('percent')) return 'a condition on a part of the total';
  if (features.includes('grade') || features.includes('rank')) return 'a rank or grade that hangs on other units';
  return 'none';
}

/** `most`: ways to fill the holes of one bloc. */
export function run(from: number, blocs: number, most?: number): Run {
  const found = {
    answers: 0,
    unsound: [] as Told[],
    inexact: [] as Told[],
    totalsAlone: { answers: 0, inexact: [] as Told[] },
  };
  for (let seed = from; seed < from + blocs; seed += 1) {
    const one = sample(seed, most);
    const { answers, findings } = compare(one);
    found.answers += answers;
    if (one.totalsAlone) found.totalsAlone.answers += answers;
    for (const finding of findings) {
      const told = { ...finding, seed, cause: causeOf(one) };
      if (finding.kind === 'unsound') found.unsound.push(told);
      else {
        found.inexact.push(told);
        if (one.totalsAlone) found.totalsAlone.inexact.push(told);
      }
    }
  }
  return found;
}
