/** Why nothing can be validated here; null where it can. */
export declare const notValidated: () => string | null;
/** A file and what it was before; null: all of it is ours. */
export interface Written {
    readonly what: string;
    readonly before: Uint8Array | null;
    readonly after: Uint8Array;
}
/** Complaints about parts that are new or changed, and how many were validated. */
export declare function validate(files: readonly Written[]): {
    readonly complaints: readonly string[];
    readonly validated: number;
};
