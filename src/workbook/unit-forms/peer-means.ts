/** What the scorers' points of a unit come to: the mean of the others', exact, with who gave what. */
import { numeralOfDouble, type Book, type CriterionCode, type Entry, type Numeral, type UnitId } from '../../rules';
import * as q from '../../rules/number/rational';
import { isComputed } from '../../rules/score/data';
import { rulesOf, takesYesNo } from '../../rules/score/ways';
import { buildTree, type TreeNode } from '../../rules/score/tree';
import type { Cell } from '../../sheets/cells';
import { NOT_APPLICABLE, YES_NO } from '../layout';
import { literal, roundFormula } from '../score-formula';
import type { FormAnswer } from './form-answers';

export interface PeerOptions {
  /** One highest and one lowest are left out. */
  readonly withoutExtremes: boolean;
  /** The mean is taken of what there is, though forms or cells are missing. */
  readonly withoutMissing: boolean;
}

/** What one scorer gave a unit; `isCounted` false: the highest or lowest, left out. */
export interface Given {
  readonly scorer: UnitId;
  readonly entry: Entry;
  readonly isCounted: boolean;
}

/**
 * `mean`: it stands in the cell. `missing`: scorers have not given it yet. `mixed`: some say "not applicable", some
 * do not. `split`: no value that the criterion takes lies at the mean (steps, yes or no). `few`: without the highest
 * and the lowest nothing is left.
 */
export type MeanState = 'mean' | 'missing' | 'mixed' | 'split' | 'few';

export interface PeerMean {
  readonly unit: UnitId;
  readonly criterion: CriterionCode;
  readonly state: MeanState;
  readonly given: readonly Given[];
  /** Scorers who gave nothing. */
  readonly missing: readonly UnitId[];
  /** The exact mean of what counts, a fraction perhaps; null where there are no numbers. */
  readonly exact: Numeral | null;
  /** As the regulation rounds a criterion; the exact one where it does not. */
  readonly mean: Numeral | null;
  /** What the cell is to hold; null unless `state` is `mean`. */
  readonly cell: Cell | null;
}

type Answers = ReadonlyMap<UnitId, readonly FormAnswer[]>;

/** Of every unit and criterion that somebody scored, or should have. `answers`: by scorer, of the forms that were taken. */
export function peerMeans(book: Book, answers: Answers, options: PeerOptions): PeerMean[] {
  const entries = new Map(
    [...answers].map(([scorer, own]) => [
      scorer,
      new Map(own.map(({ unit, criterion, entry }) => [keyOf(unit, criterion), entry])),
    ]),
  );
  return book.units.flatMap(({ id: unit }) =>
    buildTree(book.criteria).leaves.flatMap((leaf) => {
      const scorers = book.units.filter(({ id }) => id !== unit).map(({ id }) => id);
      const given = scorers.flatMap((scorer): Given[] => {
        const entry = entries.get(scorer)?.get(keyOf(unit, leaf.criterion.code));
        return entry === undefined || entry.kind === 'blank' ? [] : [{ scorer, entry, isCounted: true }];
      });
      // Nobody scores what is computed from the data, and no bonus or deduction is none.
      const isOptional = isComputed(leaf) || leaf.kind !== 'main';
      if (given.length === 0 && (isOptional || answers.size === 0)) return [];
      return [meanOf(book, leaf, unit, scorers, given, options)];
    }),
  );
}

const keyOf = (unit: UnitId, criterion: CriterionCode): string => `${unit}\n${criterion}`;

function meanOf(
  { settings }: Book,
  leaf: TreeNode,
  unit: UnitId,
  scorers: readonly UnitId[],
  all: readonly Given[],
  { withoutExtremes, withoutMissing }: PeerOptions,
): PeerMean {
  const missing = scorers.filter((scorer) => !all.some((one) => one.scorer === scorer));
  const of = (state: MeanState, more: Partial<Pick<PeerMean, 'given' | 'exact' | 'mean' | 'cell'>> = {}): PeerMean => ({
    unit,
    criterion: leaf.criterion.code,
    state,
    given: all,
    missing,
    exact: null,
    mean: null,
    cell: null,
    ...more,
  });
  if (all.length === 0 || (missing.length > 0 && !withoutMissing)) return of('missing');
  const na = all.filter(({ entry }) => entry.kind === 'na').length;
  if (na === all.length) return of('mean', { cell: { value: NOT_APPLICABLE[0] } });
  if (na > 0) return of('mixed');
  const points = all.map((one) => ({ ...one, points: pointsOf(leaf, one.entry) }));
  if (withoutExtremes && all.length < 3) return of('few');
  const counted = new Set((withoutExtremes ? withoutEnds(points) : points).map(({ scorer }) => scorer));
  const given = all.map((one) => ({ ...one, isCounted: counted.has(one.scorer) }));
  const values = points.filter(({ scorer }) => counted.has(scorer)).map((one) => one.points);
  const exact = q.divide(q.sum(values), q.fromInteger(values.length));
  const rounded = q.round(exact, settings.criterionDecimals);
  const numbers = { given, exact: q.format(exact), mean: q.format(rounded) };
  if (!takes(leaf, rounded)) return of('split', numbers);
  return of('mean', { ...numbers, cell: cellOf(leaf, values, rounded, settings.criterionDecimals) });
}

/** A yes is worth the maximum. */
function pointsOf({ max }: TreeNode, entry: Entry): q.Rational {
  if (entry.kind === 'yesno') return entry.value ? (max ?? q.ZERO) : q.ZERO;
  return (entry.kind === 'number' ? q.parse(entry.value) : null) ?? q.ZERO;
}

/** One lowest and one highest less; among equals the first in the order of the units. */
function withoutEnds<Of extends { readonly points: q.Rational }>(all: readonly Of[]): Of[] {
  const sorted = [...all].sort((a, b) => q.compare(a.points, b.points));
  const ends = new Set([sorted[0], sorted.at(-1)]);
  return all.filter((one) => !ends.has(one));
}

/** Whether the criterion's way knows this value. */
function takes({ criterion: { way }, max }: TreeNode, value: q.Rational): boolean {
  const { listed } = rulesOf(way);
  return listed === null || listed.of(way, max).some((own) => q.equal(own, value));
}

/** A formula of the points, so that everyone sees in the cell what the mean is of. */
function cellOf(
  { criterion: { way } }: TreeNode,
  values: readonly q.Rational[],
  rounded: q.Rational,
  decimals: number | null,
): Cell {
  if (takesYesNo(way)) return { value: YES_NO[q.sign(rounded) === 0 ? 'no' : 'yes'][0] };
  const value = q.toDouble(rounded);
  const read = numeralOfDouble(value)?.value;
  // More arguments than a formula takes, or a number that it would not give: then the number alone.
  if (values.length > MOST_ARGUMENTS || read === undefined) return { value };
  return { value, formula: roundFormula(`AVERAGE(${values.map(literal).join(',')})`, decimals) };
}

const MOST_ARGUMENTS = 200;
