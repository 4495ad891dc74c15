/** Milliseconds after which work on one workbook is ended, wherever it is done: no scoring workbook takes so long. */
export const LONGEST = 60_000;
