/** Formats that change what is seen, and the values they are tried on; what LibreOffice 24.2 shows of each, with Vietnamese numbers. */
export declare const FORMATS: readonly string[];
export declare const VALUES: readonly (number | string)[];
/** One line for each format, one text for each value. */
export declare const SHOWN: readonly (readonly string[])[];
