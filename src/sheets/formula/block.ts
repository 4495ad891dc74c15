/** Cells of an area as values, and how a calculation says that it does not know. */
import type { Value } from './evaluate';
import type { SheetArea } from './recalculate';

/** Programs may part here, or it is not known: the formula keeps its "…". Thrown; caught where a formula is begun. */
export class Unproven extends Error {}

/**
 * The cells of an area, or values calculated on the way. Rows and cells that nobody filled may be missing at the ends of
 * `rows`: `height` and `width` count them too.
 */
export interface Block {
  readonly rows: readonly (readonly Value[])[];
  readonly height: number;
  readonly width: number;
  /** Null: calculated on the way. */
  readonly area: SheetArea | null;
}
