export interface StaticServer {
    /** "http://localhost:PORT/". */
    readonly address: string;
    close(): Promise<void>;
}
export declare function serveBuilt(folder: string): Promise<StaticServer>;
/** What deploy/nginx.conf adds to the answer for a path. */
export declare function nginxHeaders(path: string): Record<string, string>;
