/** What the random books may contain. A feature is widened here, never skipped in a test. */
export interface Features {
  /** Leaves without points: blank, text, error, negative, above the maximum, off the ladder, forbidden N/A. */
  readonly brokenCells: boolean;
  readonly computedWays: boolean;
  readonly relative: boolean;
  readonly notApplicable: boolean;
  readonly roundings: boolean;
  readonly ballots: boolean;
  readonly grades: boolean;
  readonly sanctions: boolean;
  readonly decisions: boolean;
  readonly doubts: boolean;
  /** A text in an attribute that a condition compares with a number. */
  readonly mixedAttributes: boolean;
}

/** What `npm test` compares: all of it. */
export const COMPARED_FEATURES: Features = {
  brokenCells: true,
  computedWays: true,
  relative: true,
  notApplicable: true,
  roundings: true,
  ballots: true,
  grades: true,
  sanctions: true,
  decisions: true,
  doubts: true,
  mixedAttributes: true,
};
