/** Self scores beside bloc scores: how much the bloc gave more or less, per criterion and per unit. */
import type { Book, CriterionCode, Numeral, UnitId } from '../model/book';
import { indexData } from '../score/data';
import type { Place } from '../model/place';
import { prepare } from '../prepare';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

export interface LevelDifference {
  readonly unit: UnitId;
  /** Null: the total. */
  readonly criterion: CriterionCode | null;
  readonly self: Numeral;
  readonly bloc: Numeral;
  /** Bloc minus self. */
  readonly difference: Numeral;
  readonly remark: string | null;
  readonly place: Place | null;
}

function difference(
  self: Rational | null | undefined,
  bloc: Rational | null | undefined,
): Pick<LevelDifference, 'self' | 'bloc' | 'difference'> | null {
  if (self === null || self === undefined || bloc === null || bloc === undefined || q.equal(self, bloc)) return null;
  return { self: q.format(self), bloc: q.format(bloc), difference: q.format(q.subtract(bloc, self)) };
}

/**
 * The largest first, whatever its sign; equal ones as they stood.
 * @example largestFirst([{ difference: '1' }, { difference: '-2' }]).map(({ difference }) => difference) // ['-2', '1']
 */
export const largestFirst = (differences: readonly LevelDifference[]): LevelDifference[] =>
  differences.toSorted((a, b) => q.compare(size(b), size(a)));

function size({ difference: text }: LevelDifference): Rational {
  const value = q.parse(text) ?? q.ZERO;
  return q.maximum(value, q.negate(value));
}

/**
 * Every leaf and total whose two levels are known and differ, in the order of the sheets.
 * @example levelDifferences(book) // []
 */
export function levelDifferences(book: Book): LevelDifference[] {
  const prepared = prepare(book, () => undefined);
  const rowsOf = indexData(book.data);
  return prepared.units.flatMap(({ scored, levels }): LevelDifference[] => {
    const unit = scored.unit.id;
    const [self, bloc] = [levels.get('self'), levels.get('bloc')];
    const leaves = prepared.tree.leaves.flatMap(({ leaf, criterion: { code } }): LevelDifference[] => {
      const [own, theirs] = [self?.leaves[leaf], bloc?.leaves[leaf]];
      const found = difference(
        own?.kind === 'points' ? own.points : null,
        theirs?.kind === 'points' ? theirs.points : null,
      );
      const remark =
        rowsOf(unit, code)
          .map((row) => row.remark ?? '')
          .find((text) => text.trim() !== '') ?? null;
      return found === null
        ? []
        : [
            {
              unit,
              criterion: code,
              ...found,
              remark,
              place: scored.columns.get('bloc')?.entries.get(code)?.place ?? null,
            },
          ];
    });
    const total = difference(self?.total, bloc?.total);
    return total === null
      ? leaves
      : [...leaves, { unit, criterion: null, ...total, remark: null, place: scored.unit.place }];
  });
}
