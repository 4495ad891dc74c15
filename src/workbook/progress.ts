/** How far a book that is being filled has come: empty is not wrong. */
import { rulesOf } from '../rules/score/ways';
import type { CriterionCode, Issue, UnitId } from '../rules';
import type { Judgement } from './judgement';

export interface Share {
  readonly empty: number;
  readonly cells: number;
}

export interface Progress extends Share {
  /** Only those with empty cells, each with its findings in the order of the workbook. */
  readonly units: readonly (Share & { readonly unit: UnitId; readonly missing: readonly Issue[] })[];
  /** Every section in which something is typed. */
  readonly sections: readonly (Share & { readonly section: CriterionCode; readonly name: string })[];
}

/** A cell that waits for its score, or for the data of one: counted and listed apart from what is wrong. */
export const isEmptyCell = ({ code, unit }: Issue): boolean =>
  (code === 'score-missing' || code === 'data-missing') && unit !== undefined;

/** What must be mended, and is no cell that waits. */
export const isError = (found: Issue): boolean => found.severity === 'error' && !isEmptyCell(found);

/** The scores that wait: one of which several data are blank is one. */
const scoresOf = (missing: readonly Issue[]): number =>
  new Set(missing.map(({ unit, criterion }) => `${unit ?? ''}|${criterion ?? ''}`)).size;

/** The cells that must be typed: the main leaves of typed points, of every unit that takes part. */
export function progressOf({ book, evaluation }: Pick<Judgement, 'book' | 'evaluation'>): Progress {
  const parents = new Map(book.criteria.map(({ code, parent }) => [code, parent]));
  const sectionOf = (code: CriterionCode): CriterionCode => {
    for (let at = code, steps = 0; steps < book.criteria.length; steps++) {
      const parent = parents.get(at) ?? null;
      if (parent === null) return at;
      at = parent;
    }
    return code;
  };
  const missing = evaluation.issues.filter(isEmptyCell);
  const lacking = new Set(missing.flatMap(({ criterion }) => criterion ?? []));
  const kinds = new Map(book.criteria.map(({ code, counts }) => [code, counts]));
  const isTyped = ({ code, way }: Judgement['book']['criteria'][number]): boolean =>
    lacking.has(code) || ((kinds.get(sectionOf(code)) ?? 'main') === 'main' && rulesOf(way).from === 'cell');
  const leaves = book.criteria.filter(isTyped);
  const taking = book.units.filter(({ notRanked }) => notRanked === null);
  const sections = book.criteria.flatMap(({ code, name }) => {
    const cells = leaves.filter((leaf) => sectionOf(leaf.code) === code).length * taking.length;
    const empty = scoresOf(missing.filter(({ criterion }) => criterion !== undefined && sectionOf(criterion) === code));
    return cells === 0 ? [] : [{ section: code, name, cells, empty }];
  });
  const units = taking.map(({ id }) => ({ unit: id, missing: missing.filter(({ unit }) => unit === id) }));
  return {
    empty: scoresOf(missing),
    cells: leaves.length * taking.length,
    sections,
    units: units
      .filter((one) => one.missing.length > 0)
      .map((one) => ({ ...one, empty: scoresOf(one.missing), cells: leaves.length })),
  };
}
