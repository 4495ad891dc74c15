/** What the cells say beyond their own points: evidence, remarks, attributes, caps, sections left out. */
import { answersTo } from '../conditions/attributes';
import type { Condition, CriterionCode, DataRow, Entry, UnitId } from '../model/book';
import { staleValues } from '../model/cells';
import type { Facts } from '../conditions/conditions';
import { indexData } from '../score/data';
import type { LeafOutcome } from '../score/leaf';
import type { Place } from '../model/place';
import type { Prepared } from '../prepare';
import * as q from '../number/rational';
import type { PenalisedUnit } from '../conditions/sanctions';
import type { CapHit } from '../score/exact';
import type { TreeNode } from '../score/tree';

type RowsOf = (unit: UnitId, criterion: CriterionCode) => readonly DataRow[];

function hasText(rows: readonly DataRow[], of: 'evidence' | 'remark'): boolean {
  return rows.some((row) => (row[of] ?? '').trim() !== '');
}

function pointsOf(outcome: LeafOutcome | undefined): q.Rational | null {
  return outcome?.kind === 'points' ? outcome.points : null;
}

/** The cell of a leaf at the ranking level, else the unit's row. */
function cellOf({ scored }: PenalisedUnit, leaf: TreeNode, prepared: Prepared): Place {
  const entry = scored.columns.get(prepared.book.settings.rankingLevel)?.entries.get(leaf.criterion.code);
  return entry?.place ?? scored.unit.place;
}

/** Points above 0 where evidence is asked for and none is named. */
function checkEvidence(prepared: Prepared, own: PenalisedUnit, rowsOf: RowsOf): void {
  const { book, tree, report } = prepared;
  if (!book.settings.evidenceRequired) return;
  for (const leaf of tree.leaves) {
    const { code, evidenceRequired } = leaf.criterion;
    const points = pointsOf(own.ranking.leaves[leaf.leaf]);
    if (
      !evidenceRequired ||
      points === null ||
      q.sign(points) <= 0 ||
      hasText(rowsOf(own.scored.unit.id, code), 'evidence')
    )
      continue;
    report('evidence-missing', cellOf(own, leaf, prepared), {
      unit: own.scored.unit.id,
      criterion: code,
      received: q.format(points),
    });
  }
}

/** The bloc's points differ from the unit's own and nobody says why. */
function checkRemarks(prepared: Prepared, own: PenalisedUnit, rowsOf: RowsOf): void {
  const { book, tree, report } = prepared;
  if (!book.settings.remarkRequired) return;
  const { unit, outcomes, columns } = own.scored;
  for (const leaf of tree.leaves) {
    const { code } = leaf.criterion;
    const self = pointsOf(outcomes.get('self')?.[leaf.leaf]);
    const bloc = pointsOf(outcomes.get('bloc')?.[leaf.leaf]);
    if (self === null || bloc === null || q.equal(self, bloc) || hasText(rowsOf(unit.id, code), 'remark')) continue;
    report('remark-missing', columns.get('bloc')?.entries.get(code)?.place ?? unit.place, {
      unit: unit.id,
      criterion: code,
      received: q.format(bloc),
      expected: q.format(self),
      params: { difference: q.format(q.subtract(bloc, self)) },
    });
  }
}

/** A value that does not answer what a condition asks. */
function checkAttribute(prepared: Prepared, condition: Condition, facts: Facts): void {
  const { report, judge, broken } = prepared;
  if (condition.field.kind !== 'attribute' || broken.has(condition)) return;
  const entry: Entry | undefined = facts.unit.attributes.get(condition.field.header);
  const about = { unit: facts.unit.id, params: { header: condition.field.header, condition: condition.id } };
  if (entry?.kind === 'error') report('cell-error', entry.place, { ...about, received: entry.error });
  if (entry?.kind === 'uncalculated')
    report('formula-not-calculated', entry.place, { ...about, ...staleValues(entry) });
  const { fault } = judge(condition, facts);
  if (fault !== undefined)
    report(fault.code, fault.place, { ...about, received: fault.received, expected: answersTo(condition) });
}

function placeOfCap(prepared: Prepared, own: PenalisedUnit, of: CapHit['of']): Place | null {
  if (typeof of === 'string') return prepared.book.settings.sources[of]?.place ?? own.scored.unit.place;
  const stated = own.scored.columns.get(prepared.book.settings.rankingLevel)?.stated.get(of.criterion.code);
  return stated?.place ?? of.criterion.place;
}

function checkScore(prepared: Prepared, own: PenalisedUnit): void {
  const { report } = prepared;
  const unit = own.scored.unit.id;
  const { ranking } = own;
  for (const { of, before, after } of ranking.capHits) {
    report('cap-applied', placeOfCap(prepared, own, of), {
      unit,
      received: q.format(before),
      expected: q.format(after),
      ...(typeof of === 'string' ? { params: { setting: of } } : { criterion: of.criterion.code }),
    });
  }
  for (const section of ranking.emptySections) {
    const first = firstMainLeaf(section);
    report('section-na', first === null ? own.scored.unit.place : cellOf(own, first, prepared), {
      unit,
      criterion: section.criterion.code,
    });
  }
  if (ranking.missing === 'na-all') report('na-all', own.scored.unit.place, { unit });
}

function firstMainLeaf(node: TreeNode): TreeNode | null {
  if (node.isLeaf) return node.kind === 'main' ? node : null;
  for (const child of node.children) {
    const leaf = firstMainLeaf(child);
    if (leaf !== null) return leaf;
  }
  return null;
}

/** Checks every unit that takes part; one recorded as not ranked gives no score errors. */
export function checkCells(prepared: Prepared): void {
  const rowsOf = indexData(prepared.book.data);
  for (const own of prepared.units) {
    if (own.scored.recorded) continue;
    checkEvidence(prepared, own, rowsOf);
    checkRemarks(prepared, own, rowsOf);
    checkScore(prepared, own);
    for (const condition of prepared.book.conditions) checkAttribute(prepared, condition, own.facts);
  }
}
