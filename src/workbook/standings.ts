/** How units stand on the list of one award; the words are those of `text/sheets.ts`. */
import type { AwardResult, Reason, UnitId } from '../rules';

/**
 * `fallback`: its place hangs on an award above that the council may not grant. `postponed`: it keeps its
 * place, and its proposal rests while a procedure is open (Decree 152/2025 art. 4(4)). `open`: not settled.
 */
export type Standing = 'proposed' | 'fallback' | 'postponed' | 'open';

export const isPending = ({ status }: Pick<AwardResult, 'status'>): boolean => status.startsWith('pending');

/** How a holder stands; a rest counts before the award above. */
export function holderStanding(
  { fallback, postponed }: Pick<AwardResult, 'fallback' | 'postponed'>,
  unit: UnitId,
): Exclude<Standing, 'open'> {
  return postponed.includes(unit) ? 'postponed' : fallback.includes(unit) ? 'fallback' : 'proposed';
}

export interface Listed {
  readonly unit: UnitId;
  readonly standing: Standing;
}

/** Those proposed in the order of the award, then those who stand by, those whose proposal rests, those still open; nobody twice. */
export function listedUnits(award: AwardResult): Listed[] {
  const holders = award.units.map((unit): Listed => ({ unit, standing: holderStanding(award, unit) }));
  const open = isPending(award)
    ? award.tied.filter((unit) => !award.units.includes(unit)).map((unit): Listed => ({ unit, standing: 'open' }))
    : [];
  return [
    ...(['proposed', 'fallback', 'postponed'] as const).flatMap((standing) =>
      holders.filter((one) => one.standing === standing),
    ),
    ...open,
  ];
}

export const unitsThat = (award: AwardResult, standing: Standing): UnitId[] =>
  listedUnits(award)
    .filter((one) => one.standing === standing)
    .map(({ unit }) => unit);

export type Verdict = Standing | 'notProposed';
const NOT_OPEN: ReadonlySet<Reason['code']> = new Set([
  'denied',
  'condition-failed',
  'barred',
  'not-ranked',
  'holds-other',
]);

export function verdictOf(award: AwardResult, unit: UnitId, reasons: readonly Reason[]): Verdict {
  if (award.units.includes(unit)) return holderStanding(award, unit);
  return isPending(award) && !reasons.some(({ code }) => NOT_OPEN.has(code)) ? 'open' : 'notProposed';
}
