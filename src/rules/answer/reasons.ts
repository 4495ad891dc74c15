/** Why a unit has or has not an award: for every unit of the book, whatever the award's status. */
import { itemAt, valueAt } from '../../base/present';
import type { Award, Condition, UnitId } from '../model/book';
import type { Branch } from '../certainty/branches';
import type { Eligibility, Judged } from '../conditions/eligibility';
import type { AwardStatus, Reason, ReasonCode } from '../model/evaluation';
import { excludes } from '../conditions/exclusion';
import type { AwardOutlook } from '../certainty/ledger';
import type { Outlook } from '../certainty/outlook';
import type { Place } from '../model/place';
import { postponing } from './postponed';
import type { Prepared } from '../prepare';
import * as q from '../number/rational';

type Params = Readonly<Record<string, string>>;

function reason(code: ReasonCode, params: Params = {}): Reason {
  return { code, condition: null, expected: null, actual: null, place: null, basis: null, params };
}

/** The condition as it stands in the workbook: operator and value. */
export function expectedBy({ condition }: Pick<Judged, 'condition'>): string {
  return `${condition.op ?? ''} ${condition.value.written}`.trim();
}

/** The cell of a unit whose points a condition asks; a sum that stands nowhere has none. */
function scoreCell({ book, units }: Prepared, unit: number, { field }: Condition): Place | null {
  const column = itemAt(units, unit).scored.columns.get(book.settings.rankingLevel);
  const code = field.kind === 'total' ? '' : 'code' in field ? field.code : null;
  return code === null ? null : ((column?.entries.get(code) ?? column?.stated.get(code))?.place ?? null);
}

function conditionReason(
  { prepared }: Pick<ReasonContext, 'prepared'>,
  unit: number,
  judged: Judged,
  params: Params = {},
): Reason {
  const { condition, verdict } = judged;
  const bar = condition.effect.kind === 'bar';
  return {
    code:
      verdict.holds === null
        ? 'condition-unknown'
        : bar
          ? 'barred'
          : condition.effect.kind === 'postpone'
            ? 'postponed'
            : 'condition-failed',
    condition: condition.id,
    expected: expectedBy(judged),
    actual: verdict.actual,
    place: verdict.place ?? scoreCell(prepared, unit, condition) ?? condition.place,
    basis: condition.basis,
    params: {
      field: condition.fieldWritten,
      ...(condition.orGroup === null ? {} : { group: condition.orGroup }),
      ...(verdict.impossible !== undefined && { impossible: verdict.impossible }),
      ...params,
    },
  };
}

/** What failed of a unit that is not eligible. */
export function failedReasons(
  context: Pick<ReasonContext, 'prepared'>,
  unit: number,
  { against }: Eligibility,
): Reason[] {
  return against
    .filter(({ condition, verdict }) => verdict.holds === (condition.effect.kind === 'bar'))
    .map((judged) => conditionReason(context, unit, judged));
}

/** What failed; while nothing failed, what is unknown. */
function conditionReasons(context: ReasonContext, unit: number, eligibility: Eligibility): Reason[] {
  const { eligible, against } = eligibility;
  if (eligible === false) return failedReasons(context, unit, eligibility);
  const params = consequences(context.own.branches, unit, context.idOf);
  return against
    .filter(({ verdict }) => verdict.holds === null)
    .map((judged) => conditionReason(context, unit, judged, params));
}

/** Who would get the award with each answer to a unit's unknown fact. */
export function consequences(branches: readonly Branch[], unit: number, idOf: (unit: number) => UnitId): Params {
  const holders = (answer: boolean): string =>
    [
      ...new Set(
        branches
          .filter(({ answers }) => answers.get(unit) === answer)
          .map(({ allotment }) => [...allotment.holders, ...allotment.tied].map(idOf).join('; ')),
      ),
    ].join(' / ');
  return branches.some(({ answers }) => answers.has(unit)) ? { ifTrue: holders(true), ifFalse: holders(false) } : {};
}

export interface ReasonContext {
  readonly prepared: Prepared;
  readonly outlook: Outlook;
  readonly own: AwardOutlook;
  readonly status: AwardStatus;
  /** The awards above that a unit surely holds. */
  readonly heldBefore: ReadonlyMap<number, readonly Award[]>;
  readonly idOf: (unit: number) => UnitId;
}

function outrankedParams({ outlook, own, idOf }: ReasonContext, unit: number): Params {
  const lasts = new Set(own.branches.map(({ allotment }) => allotment.holders.at(-1)));
  // Where the ways differ, nobody is named: another may be the last.
  const [last] = lasts.size === 1 ? lasts : [];
  const total = (of: number): string | null => q.formatOptional(itemAt(outlook.standing.facts, of).total);
  const params: Record<string, string> = {};
  const mine = total(unit);
  if (mine !== null) params['own'] = mine;
  if (last === undefined) return params;
  params['unit'] = idOf(last);
  const theirs = total(last);
  if (theirs !== null) params['total'] = theirs;
  return params;
}

/**
 * The tied units at the last place, when they are more than the places left and the rule gives it to none of them; no
 * one where the ways differ.
 */
function excludedTogether({ own, idOf }: ReasonContext): Params {
  if (own.award.cutoff !== 'excludeAll') return {};
  const cuts = new Set(
    own.branches.map(({ allotment: { unused }, next }) =>
      unused > 0 && next.length > unused ? next.map(idOf).join('; ') : '',
    ),
  );
  const [excluded = ''] = cuts.size === 1 ? cuts : [];
  return excluded === '' ? {} : { excluded };
}

/** A unit that stands in the ranking and meets its conditions: how the places went. */
function placeReason(context: ReasonContext, unit: number): Reason {
  const { own, status, heldBefore } = context;
  const { awards, settings } = context.prepared.book;
  const held = heldBefore.get(unit)?.find((above) => excludes(above, own.award, awards, settings));
  if (own.alwaysHeld.has(unit)) return reason('holds-other', held === undefined ? {} : { award: held.id });
  const touched = own.branches.some(
    ({ allotment }) => allotment.holders.includes(unit) || allotment.tied.includes(unit),
  );
  switch (status) {
    case 'pending:tie':
      return touched
        ? reason('tied', { units: own.branches[0]?.allotment.tied.map(context.idOf).join('; ') ?? '' })
        : reason('outranked', outrankedParams(context, unit));
    case 'pending:upstream':
      return reason('upstream');
    case 'pending:unknown':
      return touched || own.blurred || own.branches.length === 0
        ? reason('condition-unknown')
        : reason('outranked', outrankedParams(context, unit));
    default:
      return reason('outranked', { ...outrankedParams(context, unit), ...excludedTogether(context) });
  }
}

/** A place that a unit has because an award above falls back to this one. */
function heldByFallback({ own, heldBefore }: ReasonContext, unit: number): Reason | null {
  const above = heldBefore.get(unit)?.find(({ fallback }) => fallback === own.award.id);
  return above === undefined || own.branches[0]?.fallback.includes(unit) !== true
    ? null
    : reason('fallback', { award: above.id });
}

export function reasonsFor(context: ReasonContext, unit: number): readonly Reason[] {
  const { prepared, outlook, own } = context;
  const decisions = valueAt(prepared.decisions.ofAward, own.award.id);
  const grant = decisions.grants.find((each) => each.unit === unit);
  if (own.always.has(unit)) {
    const open = postponing(prepared, own.award, unit).filter(({ verdict }) => verdict.holds === true);
    const place = heldByFallback(context, unit) ?? reason(grant === undefined ? 'granted' : 'granted-by-decision');
    return [place, ...open.map((judged) => conditionReason(context, unit, judged))];
  }
  if (!outlook.standing.ranking.rankOf.has(unit)) {
    const { missing } = itemAt(prepared.units, unit);
    return [reason('not-ranked', missing === null ? {} : { missing })];
  }
  if (decisions.denied.has(unit)) return [reason('denied')];
  const eligibility = itemAt(own.eligibility, unit);
  if (eligibility.eligible !== true) return conditionReasons(context, unit, eligibility);
  return [placeReason(context, unit)];
}
