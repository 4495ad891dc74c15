export interface Member {
    readonly name: string;
    readonly kind: 'property' | 'method';
    readonly readonly: boolean;
    /** The class it leads to, when it leads to one. */
    readonly leadsTo: string | null;
    /** The requirement set that brought it: "1.9", or "online", "desktop", "preview". */
    readonly since: string;
}
/** Class name → lower-case member name → member. The wire writes names with a capital, `load` without. */
export type Schema = ReadonlyMap<string, ReadonlyMap<string, Member>>;
export declare function excelSchema(): Schema;
/** Whether a host of this ExcelApi version has the member. */
export declare function isAvailable(member: Member, version: number): boolean;
