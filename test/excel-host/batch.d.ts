import { type Failure } from './faults';
import type { ExcelHost } from './host';
interface Arguments {
    readonly Arguments?: readonly unknown[];
    readonly ReferencedObjectPathIds?: readonly unknown[];
}
interface PathInfo {
    readonly ObjectPathType: number;
    readonly Name: string;
    readonly ParentObjectPathId?: number;
    readonly ArgumentInfo?: Arguments;
}
interface ActionInfo {
    readonly Id: number;
    readonly ActionType: number;
    readonly Name: string;
    readonly ObjectPathId: number;
    readonly ArgumentInfo?: Arguments;
    readonly QueryInfo?: {
        readonly Select?: readonly string[];
    };
}
export interface RequestBody {
    readonly Actions: readonly ActionInfo[];
    readonly ObjectPaths: Readonly<Record<string, PathInfo>>;
    readonly AutoKeepReference?: boolean;
}
export type Outcome = {
    readonly kind: 'answer';
    readonly response: object;
} | Extract<Failure, {
    kind: 'status' | 'silence';
}> | {
    readonly kind: 'delay';
    readonly ms: number;
    readonly response: object;
};
export declare class Batch {
    private readonly host;
    private readonly body;
    readonly seen: string[];
    private readonly objects;
    private readonly results;
    private readonly traces;
    /** Sent by the library on its own: it gives handles back, or speaks to a service of Office. */
    readonly isLibrarys: boolean;
    constructor(host: ExcelHost, body: RequestBody);
    run(trip: number): Outcome;
    private respond;
    /** Resolves no more than it must: a method that makes an object does its work when it is resolved. */
    private locate;
    private act;
    /** What the library keeps of an object: its handle, or the id it is found by in its collection. */
    private identity;
    private load;
    private properties;
    private read;
    private set;
    private call;
    private invoke;
    private argumentsOf;
    private resolve;
    private make;
}
export {};
