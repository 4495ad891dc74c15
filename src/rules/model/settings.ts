/** Settings that cannot be used. */
import type { Settings } from './book';
import * as q from '../number/rational';

/** Optional settings that are no number, or below 0 where that cannot be. */
const OPTIONAL_NUMBERS = ['bonusCap', 'deductionCap', 'totalMin', 'totalMax'] as const;
const DECIMALS = ['totalDecimals', 'sectionDecimals', 'criterionDecimals'] as const;

/** The settings that cannot be used, by name. Totals that rest on them cannot be trusted. */
export function brokenSettings(settings: Settings): ((typeof OPTIONAL_NUMBERS)[number] | (typeof DECIMALS)[number])[] {
  const numbers = OPTIONAL_NUMBERS.filter((name) => {
    const value = q.readOptional(settings[name]);
    return settings[name] !== null && (value === null || (name.endsWith('Cap') && q.sign(value) < 0));
  });
  const decimals = DECIMALS.filter((name) => {
    const value = settings[name];
    return value !== null && !(Number.isInteger(value) && value >= 0 && value <= 10);
  });
  const low = q.readOptional(settings.totalMin);
  const high = q.readOptional(settings.totalMax);
  const crossed = low !== null && high !== null && q.compare(low, high) > 0 ? (['totalMin'] as const) : [];
  return [...numbers, ...decimals, ...crossed];
}

/** The settings with decimals that can be rounded to; broken ones count as "not rounded". */
export function usableSettings(settings: Settings): Settings {
  const broken = new Set(brokenSettings(settings));
  const decimals = (name: (typeof DECIMALS)[number]): number | null => (broken.has(name) ? null : settings[name]);
  return {
    ...settings,
    totalDecimals: decimals('totalDecimals'),
    sectionDecimals: decimals('sectionDecimals'),
    criterionDecimals: decimals('criterionDecimals'),
  };
}
