/** Handing out places in the order of the ranking, with the policy for a tie at the last one (section 5.3). */
import type { CutoffPolicy, Quota, Rounding } from '../../../src/rules';
import { ceiling, divided, floor, halfUp, HUNDRED, number, times, whole } from './fraction';

export interface Fill {
  readonly taken: readonly string[];
  /** An undecided tie: these share `open` places. */
  readonly tied: readonly string[];
  readonly open: number;
  readonly unused: number;
  readonly grown: number;
  readonly next: readonly string[];
}

/** `order`: a recorded decision's order for exactly this set, if there is one. */
export function fill(
  groups: readonly (readonly string[])[],
  places: number,
  policy: CutoffPolicy,
  order: (tied: readonly string[]) => readonly string[] | null = () => null,
): Fill {
  const taken: string[] = [];
  const result = { taken, tied: [], open: 0, unused: 0, grown: 0, next: [] } as const;
  for (const [index, group] of groups.entries()) {
    const left = places - taken.length;
    const below = groups[index + 1] ?? [];
    if (left <= 0) return { ...result, next: group };
    if (group.length <= left) {
      taken.push(...group);
      continue;
    }
    const decided = order(group);
    if (decided)
      return { ...result, taken: [...taken, ...decided.slice(0, left)], next: decided.slice(left, left + 1) };
    switch (policy) {
      case 'decide':
        return { ...result, tied: group, open: left, next: below };
      case 'includeAll':
      case 'includeAllDebit':
        return { ...result, taken: [...taken, ...group], grown: group.length - left, next: below };
      case 'excludeAll':
        return { ...result, unused: left, next: group };
    }
  }
  return { ...result, unused: Math.max(0, places - taken.length) };
}

export function placesOf(
  quota: Quota,
  rounding: Rounding,
  least: string | null,
  most: string | null,
  counts: { readonly units: number; readonly ranked: number; readonly eligible: number },
): number | null {
  if (quota.kind === 'invalid') return null;
  const exact =
    quota.kind === 'number'
      ? number(quota.places)
      : divided(times(number(quota.percent), whole(counts[quota.of])), HUNDRED);
  const places = Number(rounding === 'floor' ? floor(exact) : rounding === 'ceil' ? ceiling(exact) : halfUp(exact));
  const lifted = least === null ? places : Math.max(places, Number(least));
  return most === null ? lifted : Math.min(lifted, Number(most));
}

/** Every way to choose `size` of `all`. */
export function choices<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return all.flatMap((one, index) => choices(all.slice(index + 1), size - 1).map((rest) => [one, ...rest]));
}
