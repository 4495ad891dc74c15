/** What a unit can reach where open leaves may be left out: laid beside every set of them (rules.md section 11.1). */
import { evaluate } from '../../src/rules/index';
import { book, field } from './books';

interface Leaf {
  readonly parent: 'I' | 'II' | null;
  readonly max: number;
  /** It has this or nothing. */
  readonly own: number;
}

/** Beside 30 of 40 points that are known and any of 2 more: the least and the most, each set of leaves left out in turn. */
function reached(leaves: readonly Leaf[]): string[] {
  const whole = 42 + leaves.reduce((sum, { max }) => sum + max, 0);
  const found: number[] = [];
  for (let set = 0; set < 2 ** leaves.length; set += 1) {
    const kept = leaves.filter((_, at) => ((set >> at) & 1) === 1);
    const max = 42 + kept.reduce((sum, own) => sum + own.max, 0);
    const earned = kept.reduce((sum, { own }) => sum + own, 0);
    found.push((30 * whole) / max, ((32 + earned) * whole) / max);
  }
  return [Math.min(...found), Math.max(...found)].map((total) => String(Number((total + 1e-9).toFixed(2))));
}

const codeOf = ({ parent }: Leaf, number: number): string => `${parent === null ? 'L' : `${parent}.`}${String(number)}`;

const told = (leaves: readonly Leaf[], asked: readonly string[] = []): unknown =>
  evaluate(
    book({
      criteria: {
        O: { max: 40 },
        P: { max: 2 },
        ...Object.fromEntries(
          ['I', 'II']
            .filter((group) => leaves.some(({ parent }) => parent === group))
            .map((group) => [group, { way: 'group' as const, max: null }]),
        ),
        ...Object.fromEntries(
          leaves.map((each, at) => [
            codeOf(each, at),
            { max: each.max, allowsNa: true, way: { kind: 'ladder' as const, rungs: ['0', String(each.own)] } },
          ]),
        ),
      },
      settings: {
        notApplicable: 'total',
        tieKeys: asked.map((code) => ({ field: field(`criterion ${code}`), first: 'higher', written: code })),
      },
      scores: { x: { O: 30 } },
    }),
  ).outlook.units[0]?.total;

const leaf = (parent: Leaf['parent'], max: number, own: number): Leaf => ({ parent, max, own });
test.each<[string, readonly Leaf[]]>([
  ['one', [leaf('I', 6, 2)]],
  ['two that are alike', [leaf('I', 6, 2), leaf('I', 6, 2)]],
  ['two of one maximum, one worth more', [leaf('I', 6, 2), leaf('I', 6, 6)]],
  ['two worth the same, one of a larger maximum', [leaf('I', 4, 4), leaf('I', 9, 4)]],
  ['three that are alike and two that are not', [3, 3, 3, 5, 8].map((max) => leaf('I', max, 3))],
  ['of two groups', [leaf('I', 6, 5), leaf('II', 6, 5), leaf('II', 6, 1), leaf('I', 6, 1)]],
  ['two that stand alone', [leaf(null, 4, 1), leaf(null, 9, 9)]],
  ['one that stands alone and one of a group', [leaf(null, 9, 9), leaf('I', 4, 1), leaf(null, 4, 4)]],
  ['eight of which no two are alike', [3, 4, 5, 6, 7, 8, 9, 10].map((max) => leaf('I', max, max % 3 === 0 ? max : 1))],
  ['twelve that are alike', Array.from({ length: 12 }, () => leaf('I', 4, 1))],
])('open leaves that may be left out: %s', (_, leaves) => {
  expect(told(leaves)).toEqual(reached(leaves));
  // Leaves that a tie key asks for are told apart from those they are like.
  const asked = leaves.map(codeOf).slice(0, leaves.length < 8 ? 2 : 0);
  expect(told(leaves, asked)).toEqual(reached(leaves));
});
