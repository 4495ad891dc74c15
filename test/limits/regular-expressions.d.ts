export interface Expression {
    readonly where: string;
    readonly pattern: RegExp;
}
/** All literals under `folder`; what is built by `new RegExp` is listed too, where its pattern is written there. */
export declare function expressionsIn(folder: string): {
    readonly literals: readonly Expression[];
    readonly built: readonly string[];
};
/** The text that makes a pattern do work beyond what grows with the text's length; null where there is none. */
export declare function worstText({ source, flags }: RegExp): string | null;
