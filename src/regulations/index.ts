import { CAN_THO_157 } from './can-tho-157';
import { HUE_804 } from './hue-804';
import { MINH_HOA, MINH_HOA_1000 } from './illustrative';
import { SEVEN_GROUPS } from './seven-groups';
import type { Regulation } from './written';

export { CAN_THO_157 } from './can-tho-157';
export { HUE_804 } from './hue-804';
export { MINH_HOA, MINH_HOA_1000 } from './illustrative';
export { SEVEN_GROUPS } from './seven-groups';
export type * from './written';

/** Every ready-made regulation; the first is the one offered at first. */
export const REGULATIONS: readonly [Regulation, ...Regulation[]] = [MINH_HOA, MINH_HOA_1000, SEVEN_GROUPS, HUE_804, CAN_THO_157];

export function findRegulation(id: string): Regulation | null {
  return REGULATIONS.find((regulation) => regulation.id === id) ?? null;
}
