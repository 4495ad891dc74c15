/**
 * What a scoring workbook never reaches and a hostile one always tries. With these a file costs at
 * most about 2 s of CPU and 512 MB, whatever it claims about itself.
 */
export const LIMITS = {
  /** Bytes of the file as it is stored. */
  file: 64 * 2 ** 20,
  /** Bytes of one inflated part. */
  part: 256 * 2 ** 20,
  /** Bytes of all parts inflated while one file is read. */
  total: 384 * 2 ** 20,
  /** Entries of the zip directory. */
  entries: 16_384,
  /** Sheets of a workbook. */
  sheets: 1_024,
  /** Cells with contents, over all sheets. */
  cells: 1_500_000,
  /** Texts and references of shared formulas, counted for each cell that shares one. */
  sharedFormulas: 6_000_000,
  /** Shared strings; a cell can name only one. */
  strings: 3_000_000,
  merges: 200_000,
  /** Cells looked at while array formulas are laid over their areas. */
  arraySteps: 10_000_000,
  /** Characters in one cell; Excel's own limit. */
  text: 32_767,
} as const;

export { MAX_COLUMNS, MAX_ROWS } from '../sheets/formula/references';
