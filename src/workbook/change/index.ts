/** Changes of a bloc's rules and members as one command over all sheets: seen first, then made as a whole, with a way back. */
import type { Book, Issue, IssueCode } from '../../rules';
import type { WorkbookCells } from '../../sheets/cells';
import type { Result } from '../../sheets/door';
import { fail, ok } from '../../sheets/door';
import { calculated } from '../../sheets/formula/calculated';
import { judge, type Judgement } from '../judgement';
import { addAward, addCondition, awardNamed, quotaCell, removeAward, removeCondition } from './award-rules';
import { addBallot, removeBallot } from './ballot-rules';
import { addBand, changeBand, removeBand } from './band-rules';
import { addCriterion, changeMaximum } from './criteria';
import { addCriteria, changeWay, removeCriterion, renameCriterion } from './criteria-rules';
import { Draft, refuse, Refused } from './draft';
import { demandOf } from '../../sheets/change/inverse';
import type { ChangeProposal, ChangeRefusal, StepsProposal, Wish } from './proposal';
import { layPages } from './print';
import { rebuild } from './rebuild';
import { moveUnit } from './unit-order';
import { addUnit, removeUnit, renameUnit } from './units';

export type { ChangeProposal, ChangeRefusal, Wish } from './proposal';

/** While one of these stands in a workbook it is not known which rows and columns belong to whom. */
const UNSAFE: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'sheet-missing',
  'sheet-ambiguous',
  'sheet-near',
  'header-missing',
  'header-ambiguous',
  'header-near',
  'template-newer',
  'code-missing',
  'code-duplicate',
  'code-unknown',
  'code-is-number',
  'unit-name-duplicate',
  'unit-column-missing',
  'criterion-row-missing',
]);

/** No command leaves a rule behind that cannot be read. */
const UNREADABLE: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'condition-invalid',
  'setting-invalid',
  'quota-invalid',
  'tie-key-unknown',
]);

/** Of these a rebuilt score sheet is free. */
const REBUILT: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'code-unknown',
  'unit-column-missing',
  'criterion-row-missing',
]);

/**
 * What a wish would do, or why it cannot be done. Nothing is changed: `changes` go to a door, which makes all of
 * them or none and refuses when a touched cell is no longer what it was.
 */
export function proposeChange(
  cells: WorkbookCells,
  wish: Wish,
  judged: Judgement = judge(cells),
): Result<ChangeProposal, ChangeRefusal> {
  const proposed = proposeWith(
    cells,
    judged,
    (draft) => {
      make(draft, wish, judged);
    },
    (found) => isUnsafe(found, wish),
  );
  return proposed.ok ? ok({ wish, ...proposed.value }) : proposed;
}

/** The same of any steps that `make` takes on the draft. */
export function proposeWith(
  cells: WorkbookCells,
  judged: Judgement,
  make: (draft: Draft) => void,
  isInTheWay: (found: Issue) => boolean = isUnsafeFinding,
): Result<StepsProposal, ChangeRefusal> {
  const unsafe = judged.book.findings.find(isInTheWay);
  if (unsafe !== undefined) return fail({ code: 'unsafe-before', issue: unsafe });
  const draft = new Draft(cells);
  try {
    make(draft);
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal);
    throw error;
  }
  const after = calculated(draft.cells);
  const next = judge(after);
  const newErrors = errorsSince(judged, next);
  const broken = newErrors.find(({ code }) => UNSAFE.has(code) || UNREADABLE.has(code));
  if (broken !== undefined) return fail({ code: 'unsafe-after', issue: broken });
  const demand = demandOf(cells, draft.changes);
  return ok({
    changes: [demand, ...draft.changes],
    lines: draft.lines,
    before: cells,
    after,
    locked: lockedSheets(draft),
    newErrors,
    saysTheSame: judged.fingerprint === next.fingerprint,
    ...outcomesChanged(judged, next),
  });
}

function make(draft: Draft, wish: Wish, { book }: Judgement): void {
  switch (wish.kind) {
    case 'addUnit':
      return addUnit(draft, wish.name);
    case 'renameUnit':
      return renameUnit(draft, wish.unit, wish.name);
    case 'removeUnit':
      return removeUnit(draft, wish.unit);
    case 'addCriterion':
      return addCriterion(draft, wish);
    case 'changeMaximum':
      return changeMaximum(draft, wish.criterion, wish.max);
    case 'addCriteria':
      return addCriteria(draft, wish.criteria, wish.under);
    case 'renameCriterion':
      return renameCriterion(draft, wish.criterion, wish.name);
    case 'removeCriterion':
      return removeCriterion(draft, wish.criterion);
    case 'changeWay':
      return changeWay(draft, wish.criterion, wish.way, wish.parameter);
    case 'changeQuota':
      return changeQuota(draft, book, wish.award, wish.quota);
    case 'addAward':
      return addAward(draft, book, wish.name, wish.quota);
    case 'removeAward':
      return removeAward(draft, book, wish.award);
    case 'addCondition':
      return addCondition(draft, book, wish);
    case 'removeCondition':
      return removeCondition(draft, book, wish.condition);
    case 'moveUnit':
      return moveUnit(draft, wish.unit, wish.direction);
    case 'addBallot':
      return addBallot(draft, book, wish);
    case 'removeBallot':
      return removeBallot(draft, book, wish);
    case 'addBand':
      return addBand(draft, book, wish);
    case 'changeBand':
      return changeBand(draft, book, wish);
    case 'removeBand':
      return removeBand(draft, book, wish.name);
    case 'rebuild':
      return rebuild(draft);
    case 'layPages':
      return layPages(draft, wish.paper);
  }
}

function changeQuota(draft: Draft, { awards }: Book, wanted: string, written: string): void {
  const award = awardNamed(awards, wanted);
  const place = award.places.quota;
  if (place === undefined) return refuse('award-unknown', wanted);
  const quota = quotaCell(written);
  if (quota === '' || String(quota) === draft.text(place))
    refuse(quota === '' ? 'quota-invalid' : 'nothing', award.name);
  draft.tell(place, award.name, quota);
  if (
    judge(draft.cells).book.findings.some(
      (found) => found.code === 'quota-invalid' && isAt(found, place.sheet, place.row),
    )
  )
    refuse('quota-invalid', written);
}

const isAt = ({ place }: Issue, sheet: string, row: number): boolean => place?.sheet === sheet && place.row === row;

/** The first finding that leaves it open which rows and columns are whose. */
export const unsafeFinding = (findings: readonly Issue[]): Issue | undefined => findings.find(isUnsafeFinding);

const isUnsafeFinding = ({ code, severity }: Issue): boolean => severity === 'error' && UNSAFE.has(code);

const isUnsafe = (found: Issue, wish: Wish): boolean =>
  isUnsafeFinding(found) &&
  // On paper a table is what it is in the sheet.
  wish.kind !== 'layPages' &&
  (wish.kind !== 'rebuild' || !REBUILT.has(found.code));

const errorsOf = ({ book, evaluation }: Judgement): Issue[] =>
  [...new Set([...book.findings, ...evaluation.issues])].filter(
    ({ severity, code }) => severity === 'error' && code !== 'score-missing' && code !== 'data-missing',
  );

const signOf = ({ code, unit, criterion, award }: Issue): string =>
  [code, unit ?? '', criterion ?? '', award ?? ''].join('\t');

/** Errors that stand more often afterwards: rows may have moved, so that places say nothing. */
function errorsSince(before: Judgement, after: Judgement): Issue[] {
  const known = new Map<string, number>();
  for (const found of errorsOf(before)) known.set(signOf(found), (known.get(signOf(found)) ?? 0) + 1);
  return errorsOf(after).filter((found) => {
    const left = known.get(signOf(found)) ?? 0;
    known.set(signOf(found), left - 1);
    return left <= 0;
  });
}

function lockedSheets(draft: Draft): string[] {
  const touched = new Set(
    draft.changes.flatMap((change) =>
      'place' in change ? [change.place.sheet] : 'sheet' in change ? [change.sheet] : [],
    ),
  );
  return draft.before.sheets
    .filter(({ name, protected: isLocked }) => isLocked && touched.has(name))
    .map(({ name }) => name);
}

function outcomesChanged(before: Judgement, after: Judgement): Pick<ChangeProposal, 'awards' | 'units'> {
  const awards = new Map(
    before.evaluation.awards.map(({ id, places, units, status }) => [id, JSON.stringify([places, units, status])]),
  );
  const units = new Map(before.evaluation.units.map(({ id, total, rank }) => [id, JSON.stringify([total, rank])]));
  return {
    awards: after.evaluation.awards
      .filter(({ id, places, units: holders, status }) => awards.get(id) !== JSON.stringify([places, holders, status]))
      .map(({ id }) => id),
    units: after.evaluation.units
      .filter(({ id, total, rank }) => units.get(id) !== JSON.stringify([total, rank]))
      .map(({ id }) => id),
  };
}
