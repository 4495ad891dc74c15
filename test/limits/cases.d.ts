export declare const LIMIT_CASES: Readonly<Record<string, () => Buffer>>;
