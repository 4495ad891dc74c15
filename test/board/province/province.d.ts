import { type IssueCode } from '../../../src/rules';
export interface PlantedFault {
    readonly kind: string;
    readonly code: IssueCode;
    /** Null: the whole file. */
    readonly sheet: string | null;
    readonly cell: string | null;
}
export type Tool = 'thidua' | 'exceljs' | 'sheetjs' | 'libreoffice';
export interface ProvinceFile {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly planted: readonly PlantedFault[];
    /** Codes that may follow from what was planted. */
    readonly also: readonly IssueCode[];
    /** Who saves it last; LibreOffice is asked by the caller. */
    readonly tool: Tool;
}
export interface ProvinceOptions {
    readonly files: number;
    readonly seed: number;
    readonly libreOffice: boolean;
}
/** One in ten is clean; a few cannot be read or repeat each other; a fifth is tampered with after computing. */
export declare function makeProvince({ files, seed, libreOffice }: ProvinceOptions): Promise<ProvinceFile[]>;
/** The official list: every bloc that hands in, with the names of its units. */
export declare function blocList(files: readonly ProvinceFile[]): string;
