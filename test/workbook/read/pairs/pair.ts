import type { IssueCode } from '../../../../src/rules';
import type { Spoiling } from '../base';

/** A fault that gives a code, and one that nearly does. */
export interface Pair {
  readonly code: IssueCode;
  readonly what: string;
  readonly fires: Spoiling;
  /** Every issue of the spoiled workbook, primary ones first: "code Sheet!A1"; of the whole workbook "code". */
  readonly issues: readonly string[];
  readonly nearly: Spoiling;
  /** What the near fault gives instead, when it gives anything. */
  readonly instead?: readonly string[];
}
