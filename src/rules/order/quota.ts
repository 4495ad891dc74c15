/** How many places an award or a grade band has. */
import type { Award, Quota, Rounding } from '../model/book';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

export interface QuotaRule {
  readonly quota: Quota;
  readonly rounding: Rounding;
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/** What a percentage is taken of. */
export interface Counted {
  readonly units: number;
  readonly ranked: number;
  readonly eligible: number;
}

/** More places than any bloc has units: keeps absurd quotas inside the safe integers. */
const MANY = 1_000_000_000;

function roundPlaces(exact: Rational, rounding: Rounding): bigint {
  switch (rounding) {
    case 'floor':
      return q.floor(exact);
    case 'ceil':
      return q.ceil(exact);
    case 'halfUp':
      return q.floor(q.add(exact, q.HALF));
  }
}

/** Whether a quota says something sensible: whole places, a percentage from 0 to 100. */
export function isSoundQuota(quota: Quota): boolean {
  if (quota.kind === 'invalid') return false;
  const value = q.parse(quota.kind === 'number' ? quota.places : quota.percent);
  if (value === null || q.sign(value) < 0) return false;
  return quota.kind === 'number' ? q.isInteger(value) : q.compare(value, q.HUNDRED) <= 0;
}

/** Whether a minimum or maximum of places is none or a number from 0. */
export function isSoundLimit(limit: string | null): boolean {
  const value = q.parseOptional(limit);
  return limit === null || (value !== null && q.sign(value) >= 0);
}

/** Whether an award's places can be counted at all. */
export function isSoundAward({
  quota,
  minPlaces,
  maxPlaces,
}: Pick<Award, 'quota' | 'minPlaces' | 'maxPlaces'>): boolean {
  if (!isSoundQuota(quota) || !isSoundLimit(minPlaces) || !isSoundLimit(maxPlaces)) return false;
  const low = q.parseOptional(minPlaces);
  const high = q.parseOptional(maxPlaces);
  return low === null || high === null || q.compare(low, high) <= 0;
}

export function quotaRule({ quota, rounding, minPlaces, maxPlaces }: Award): QuotaRule {
  return { quota, rounding, min: q.parseOptional(minPlaces), max: q.parseOptional(maxPlaces) };
}

/** The places of a sound quota, before what the award above passed down or took. */
export function countPlaces(rule: QuotaRule, counted: Counted): number {
  const { quota } = rule;
  let places = 0n;
  if (quota.kind === 'number') places = q.floor(q.parse(quota.places) ?? q.ZERO);
  else if (quota.kind === 'percent') {
    const share = q.divide(q.parse(quota.percent) ?? q.ZERO, q.HUNDRED);
    places = roundPlaces(q.multiply(share, q.fromInteger(counted[quota.of])), rule.rounding);
  }
  if (rule.min !== null && places < q.ceil(rule.min)) places = q.ceil(rule.min);
  if (rule.max !== null && places > q.floor(rule.max)) places = q.floor(rule.max);
  return Number(places < BigInt(MANY) ? places : BigInt(MANY));
}
