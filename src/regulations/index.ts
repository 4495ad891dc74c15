import { BAC_NINH_86 } from './bac-ninh-86';
import { CAN_THO_157 } from './can-tho-157';
import { HUE_804 } from './hue-804';
import { MINH_HOA, MINH_HOA_1000, MINH_HOA_HAI_CO } from './illustrative';
import { SEVEN_GROUPS } from './seven-groups';
import type { Regulation } from './written';

export { BAC_NINH_86 } from './bac-ninh-86';
export { CAN_THO_157 } from './can-tho-157';
export { HUE_804 } from './hue-804';
export { MINH_HOA, MINH_HOA_1000, MINH_HOA_HAI_CO } from './illustrative';
export { SEVEN_GROUPS } from './seven-groups';
export type * from './written';

/** Every ready-made regulation; the first is the one offered at first. */
export const REGULATIONS: readonly [Regulation, ...Regulation[]] = [
  MINH_HOA,
  MINH_HOA_HAI_CO,
  MINH_HOA_1000,
  SEVEN_GROUPS,
  HUE_804,
  CAN_THO_157,
  BAC_NINH_86,
];

export function findRegulation(id: string): Regulation | null {
  return REGULATIONS.find((regulation) => regulation.id === id) ?? null;
}
