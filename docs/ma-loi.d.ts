export declare const PAGE = "docs/ma-loi.md";
/** The whole page. */
export declare function issueCodesPage(): string;
