/**
 * Small blocs of a few completions each, for the mutation tester: together they run most of `certainty/`, in a few
 * milliseconds each. Chosen among the first 1,500 by what they run that the others do not.
 */
import { keep } from '../mutation/keep';
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
