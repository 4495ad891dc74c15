export interface ZipPart {
    readonly name: string;
    readonly data: string | Uint8Array;
    /** Stored instead of deflated. */
    readonly stored?: boolean;
    /** Sizes and checksum behind the data instead of before it (§4.3.9). */
    readonly descriptor?: boolean;
    /** Sizes in a zip64 extra field (§4.5.3). */
    readonly zip64?: boolean;
    /** What the headers claim, where it is not the truth. */
    readonly claims?: {
        readonly size?: number;
        readonly crc?: number;
        readonly localOffset?: number;
        readonly flags?: number;
        readonly method?: number;
    };
    /** Already deflated: the data as it is. */
    readonly raw?: {
        readonly size: number;
        readonly crc: number;
    };
}
export declare function buildZip(parts: readonly ZipPart[]): Buffer;
