export interface KillOutcome {
    /** FILE could be read, with the user's sheet as it was. */
    readonly whole: boolean;
    /** So could FILE.bak. */
    readonly backupWhole: boolean;
    /** The kill came while a temporary file lay beside FILE. */
    readonly midway: boolean;
}
export declare function killDuringWrite(afterMilliseconds: number): Promise<KillOutcome>;
