/**
 * Small blocs of a few completions each, for the mutation tester: together they run most of `certainty/`, in a few
 * milliseconds each. Chosen among the first 1,500 by what they run that the others do not.
 */
import { band, book, type BookInput } from '../books';
import { keep } from '../mutation/keep';
import { boundsOf, fillIn, openBloc, partsBloc, tellAlone, type OpenBloc } from './alone';
import { sample, type Sample } from './blocs';
import { compare } from './compare';
import { enumerate } from './enumerate';
import { widerSample } from './wider';

const CHOSEN = [
  634, 1367, 983, 1074, 1442, 1258, 651, 557, 1319, 1249, 1179, 654, 1465, 943, 918, 969, 966, 1433, 1038, 1458, 1002,
  478, 620, 809, 1153, 897, 931, 559, 879, 251, 1187, 906, 915, 813, 1064, 988, 1271, 1282, 883, 1323, 1233, 1328, 1234,
  1316, 1232, 1001, 1012, 877, 891, 1361, 851,
];

/**
 * Blocs of more completions, of which most are too many to be followed; yet all is told exactly. Chosen by the
 * mutants of `certainty/` that they kill and nothing else did.
 */
const WIDER = [
  5010, 5017, 5021, 5022, 5047, 5073, 5085, 5090, 5105, 5107, 5136, 5156, 5181, 5188, 5214, 5295, 5319, 5330, 5355,
  5358, 5367, 5369, 5446, 5497, 5508, 5515, 5518, 5526, 5548, 5557,
];

const filledIn = keep('filled in', () => {
  const all = (blocs: readonly Sample[]) => blocs.map((bloc) => [bloc, enumerate(bloc.book, bloc.holes)] as const);
  return {
    small: all(CHOSEN.map((seed) => sample(seed, 12))),
    wider: all(WIDER.map((seed) => widerSample(seed, 256))),
  };
});

test.each([
  ...CHOSEN.map((seed, number) => [seed, 'small', number] as const),
  ...WIDER.map((seed, number) => [seed, 'wider', number] as const),
])('all that is told of bloc %d (%s) is what filling it in shows', (_, kind, number) => {
  const [bloc, seen] = filledIn()[kind][number] as ReturnType<typeof filledIn>['small'][number];
  const { answers, findings } = compare(bloc, seen);
  expect(findings).toEqual([]);
  expect(answers).toBeGreaterThan(0);
});

// Intervals alone, no case followed.

type Make = (seed: number) => OpenBloc;

/** Chosen among the first hundreds for what they run that the others do not. */
const EXACT: readonly (readonly [Make, readonly number[]])[] = [
  [openBloc, [11, 31, 67, 88, 22, 68, 35, 84, 30, 8]],
  [partsBloc, [5, 54, 30, 41, 96, 32, 56, 80, 49, 84, 45, 77, 79, 19, 82, 88, 24]],
];
/** Of these intervals alone leave open some of what filling in settles. */
const SOUND: readonly (readonly [Make, readonly number[]])[] = [
  [openBloc, [21, 111, 13, 3, 7, 33, 104]],
  [partsBloc, [2, 36, 109, 95]],
];
const rows = (chosen: typeof EXACT): (readonly [string, number, Make])[] =>
  chosen.flatMap(([make, seeds]) => seeds.map((seed) => [make.name, seed, make] as const));

const seenIn = keep('filled in, for intervals', () => {
  const all = rows([...EXACT, ...SOUND]).map(([name, seed, make]) => [`${name} ${String(seed)}`, make(seed)] as const);
  return new Map(all.map(([name, bloc]) => [name, [bloc, fillIn(bloc)] as const]));
});

function told(name: string, seed: number): ReturnType<typeof tellAlone> {
  const found = seenIn().get(`${name} ${String(seed)}`);
  if (found === undefined) throw new Error(`no bloc ${name} ${String(seed)}`);
  return tellAlone(...found);
}

test.each(rows(SOUND))('nothing is settled otherwise than filling in shows: %s %d', (name, seed) => {
  expect(told(name, seed).unsound).toEqual([]);
});

test.each(rows(EXACT))('all is told that filling in shows: %s %d', (name, seed) => {
  const { unsound, inexact } = told(name, seed);
  expect([unsound, inexact]).toEqual([[], []]);
});

/** What each award comes to for each unit, and the grades that each may have. */
function alone(input: BookInput): { readonly awards: Record<string, string>; readonly grades: Record<string, string> } {
  const own = book(input);
  const { field, bounds } = boundsOf(own);
  const ids = field.contenders.map(({ unit }) => own.units[unit]?.id ?? '');
  const among = (numbers: ReadonlySet<number>): string => ids.filter((_, number) => numbers.has(number)).join();
  return {
    awards: Object.fromEntries(
      own.awards.map(({ id }, award) => {
        const { sure = new Set<number>(), may = new Set<number>() } = bounds.awards[award] ?? {};
        return [id, `${among(sure)} of ${among(may)}`];
      }),
    ),
    grades: Object.fromEntries(ids.map((id, number) => [id, bounds.grades[number]?.map(String).join() ?? ''])),
  };
}

describe('what cannot be read settles nothing', () => {
  const given: BookInput = {
    criteria: { I: { max: 9 }, II: { max: 2 } },
    scores: { a: { I: 9, II: 2 }, b: { I: 7, II: 2 }, c: { I: 3, II: 2 }, x: { I: 1, II: null } },
  };
  test('places: whoever may have the award may also go without it, and so for those it excludes', () => {
    const awards = { A: { quota: { kind: 'invalid', written: '?' } as const }, B: { quota: 2 } };
    const barred = { k: { field: 'total', value: '4' } };
    const of = (oneAwardPerUnit: boolean) =>
      alone({ ...given, awards, conditions: barred, settings: { oneAwardPerUnit } }).awards;
    expect(of(true)).toEqual({ A: ' of a,b,c', B: ' of a,b,c' });
    expect(of(false)).toEqual({ A: ' of a,b,c', B: 'a,b of a,b' });
  });
  test('the limit of a grade', () => {
    const bands = [{ ...band('Tốt', 8, 1), limit: { kind: 'number', places: '?' } as const }, band('Khá', null, 2)];
    expect(alone({ ...given, bands }).grades).toEqual({ a: 'Tốt,Khá', b: 'Tốt,Khá', c: 'Khá', x: 'Khá' });
  });
  test('the totals of the grades', () => {
    const bands = [band('Tốt', 5, 1), band('Khá', 8, 2)];
    const conditions = { k: { field: 'grade', op: '=', value: 'Tốt' } as const };
    const { grades, awards } = alone({ ...given, bands, conditions, awards: { A: { quota: 4 } } });
    const any = 'Tốt,Khá,null';
    expect([grades, awards]).toEqual([{ a: any, b: any, c: any, x: any }, { A: ' of a,b,c,x' }]);
  });
});

test('of two totals too near to be told apart neither joins the other for sure', () => {
  // A third of 16, and what a cell holds of it.
  const { awards } = alone({
    settings: { totalDecimals: null },
    criteria: { I: { max: 16, way: 'ratio' }, II: { max: 9 }, III: { max: 1 } },
    scores: { a: { II: 0, III: 0 }, b: { II: '5.3333333333', III: 0 }, c: { II: 5, III: 0 }, x: { II: 1, III: null } },
    data: Object.entries({ a: 1, b: 0, c: 0, x: 0 }).map(([unit, actual]) => ({
      unit,
      criterion: 'I',
      target: 3,
      actual,
    })),
    awards: { A: { cutoff: 'includeAll' } },
  });
  expect(awards).toEqual({ A: ' of a,b' });
});
