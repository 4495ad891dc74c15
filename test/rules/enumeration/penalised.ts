/** Random small blocs in which a sanction sets a criterion to 0 and another one, on grades, asks for points. */
import { band, book, type BookInput, type ConditionInput } from '../books';
import type { Sample } from './blocs';
import type { Hole } from './enumerate';
import { Random } from './random';

const CRITERIA = {
  S: { way: 'group', max: null },
  'S.1': { max: 4, step: '2' },
  'S.2': { max: 2, step: '2' },
  R: { max: 4, step: '2' },
} as const satisfies BookInput['criteria'];
const VALUES = { 'S.1': [0, 2, 4], 'S.2': [0, 2], R: [0, 2, 4] } as const;
type Leaf = keyof typeof VALUES;
const LEAVES = Object.keys(VALUES) as Leaf[];

class Draw extends Random {
  /** Sets a criterion to 0: because of a fact, or of points. */
  zero(): ConditionInput {
    const effect = { kind: 'zeroCriterion', criterion: this.one(['S', 'S.1', 'S.1', 'S.2', 'R']) } as const;
    return this.chance(0.7)
      ? { field: 'attribute K', op: '=', value: 'có', effect }
      : { field: `criterion ${this.one(LEAVES)}`, op: '<', value: '2', effect };
  }

  onGrade(): ConditionInput {
    return {
      field: this.one([...['S', ...LEAVES].map((code) => `criterion ${code}`), 'total']),
      op: this.one(['<', '<=', '>=', '='] as const),
      value: String(this.one([1, 2, 3, 4])),
      effect: this.chance(0.5) ? { kind: 'lowerGrade' } : { kind: 'capGrade', grade: 'Khá' },
    };
  }
}

export function penalisedSample(seed: number): Sample {
  const draw = new Draw(seed);
  const holes: Hole[] = [];
  const fact = (unit: string): boolean | null => {
    const known = draw.one([true, true, false, null]);
    if (known === null) holes.push({ kind: 'attribute', unit, header: 'K', values: [true, false] });
    return known;
  };
  const cell = (unit: string, code: Leaf): number | null => {
    if (!draw.chance(unit === 'a' ? 0.4 : 0.1)) return draw.one(VALUES[code]);
    holes.push({ kind: 'score', unit, criterion: code, values: VALUES[code] });
    return null;
  };
  const scoresOf = (unit: string) => Object.fromEntries(LEAVES.map((code) => [code, cell(unit, code)]));
  const input: BookInput = {
    criteria: CRITERIA,
    settings: { scale: '10', totalDecimals: 0 },
    scores: { a: scoresOf('a'), b: scoresOf('b') },
    units: { a: { attributes: { K: fact('a') } }, b: { attributes: { K: fact('b') } } },
    bands: [band('Tốt', draw.one([2, 4]), 1), band('Khá', null, 2)],
    conditions: {
      z: draw.zero(),
      l: draw.onGrade(),
      ...(draw.chance(0.3) && { m: draw.onGrade() }),
      g: { field: 'grade', op: '=', value: draw.one(['Tốt', 'Tốt', 'Khá']) },
    },
    awards: { A: { quota: draw.one([1, 2]) } },
  };
  return { book: book(input), holes, totalsAlone: false, features: [] };
}
