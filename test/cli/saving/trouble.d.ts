export interface Outcome {
    readonly code: number | null;
    /** The user's bytes that FILE carries: those of the beginning, the colleague's, or none that can be read. */
    readonly base: 'original' | 'colleague' | 'broken';
    readonly hasResults: boolean;
    /** FILE.bak: absent, the bytes of the beginning, the colleague's, or anything else. */
    readonly backup: 'none' | 'original' | 'colleague' | 'broken';
    /** Temporary files that lie beside. */
    readonly left: number;
}
interface Moment {
    /** A share of the time that an undisturbed run takes. */
    readonly at: number;
}
export declare const DISTURBANCES: {
    readonly 'saved in place': (file: string) => Promise<void>;
    readonly 'saved by a rename': (file: string) => Promise<void>;
    readonly killed: (_: string, child: import("child_process").ChildProcess) => Promise<void>;
    readonly 'written twice at once': (file: string) => Promise<void>;
};
export declare function disturbed(kind: keyof typeof DISTURBANCES, { at }: Moment): Promise<Outcome>;
/** Why this outcome lost something or claimed what is not so; null when all is well. */
export declare function lossOf(kind: keyof typeof DISTURBANCES, { code, base, hasResults, backup }: Outcome): string | null;
export {};
