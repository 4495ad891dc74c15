export declare function shownByLibreOffice(): string[][];
