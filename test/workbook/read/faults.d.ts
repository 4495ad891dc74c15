/** What real score sheets do, each alone: forgiven where it does not matter, named by cell where it does. */
import { type Spoiling } from './base';
export interface Fault {
    readonly fault: string;
    readonly spoil: Spoiling;
    /** Every issue: "code Sheet!A1". */
    readonly issues: readonly string[];
}
export declare const FAULTS: readonly Fault[];
